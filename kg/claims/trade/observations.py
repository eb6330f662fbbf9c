"""Observations: claims of printed values of flows, with period, unit, hedge and what is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from kg.claims.trade.figures import Figure, passage
from kg.claims.trade.kinds import previous
from kg.claims.trade.parties import same
from kg.claims.trade.periods import COMPARED_WITH, Span, Stamp, last_year, period, resolve, whole_year
from kg.claims.trade.products import goods
from kg.claims.trade.scenes import D, Item, P, Scene, amount
from kg.claims.trade.terms import HEDGE
from kg.claims.trade.years import fiscal
from kg.model import Claim, Filler, Mention

_SHARED = {
    "rupee": {"PAK": "PKR", "LKA": "LKR", "NPL": "NPR", "MUS": "MUR", "IND": "INR"},
    "kron": {"NOR": "NOK", "DNK": "DKK", "SWE": "SEK", "ISL": "ISK"},
    "dinar": {"IRQ": "IQD", "KWT": "KWD", "JOR": "JOD", "SRB": "RSD", "TUN": "TND", "DZA": "DZD", "BHR": "BHD", "LBY": "LYD"},
    "franc": {"CHE": "CHF", "SEN": "XOF", "CIV": "XOF", "CMR": "XAF", "GAB": "XAF", "RWA": "RWF", "BDI": "BIF", "GIN": "GNF", "DJI": "DJF"},
    "peso": {"MEX": "MXN", "ARG": "ARS", "CHL": "CLP", "COL": "COP", "PHL": "PHP", "CUB": "CUP", "URY": "UYU", "DOM": "DOP"},
    "manat": {"TKM": "TMT", "AZE": "AZN"},
    "som": {"UZB": "UZS", "KGZ": "KGS"},
    "rial": {"IRN": "IRR", "OMN": "OMR", "YEM": "YER", "QAT": "QAR"},
    "riyal": {"SAU": "SAR", "QAT": "QAR", "OMN": "OMR", "YEM": "YER"},
    "ruble": {"BLR": "BYN", "RUS": "RUB"},
    "shilling": {"KEN": "KES", "UGA": "UGX", "TZA": "TZS", "SOM": "SOS"},
    "crown": {"CZE": "CZK", "SWE": "SEK", "NOR": "NOK", "DNK": "DKK"},
}
_FIRST = {"rupee": "INR", "shilling": "KES", "kron": "krone", "manat": "AZN", "som": "KGS", "rial": "IRR", "riyal": "SAR", "ruble": "RUB"}
TIMELESS = ("", "percent", "percentage points", "times")
_NO_HEDGE = re.compile(
    r"\bup\s+to\s+$|\b(?:high|low|larg|great|small|bigg)er\s+than\s+(?:the|its|last|a)\s+(?:\w+\s+)?$|\b(?:above|below|over|under|(?:more|less)\s+than)\s+(?:the|its)\s+$",
    re.IGNORECASE,
)
_PART = re.compile(rf"\s+(?:to|from|with|went\s+to)\s+(?:the\s+)?{P}")
_WHEN = re.compile(  # "the same period of 2022, when the turnover stood at A"
    rf"\s*,?\s*when\s+(?:it|they|(?:the|this|that|its|their)\s+(?:[\w-]+\s+){{1,3}}?)\s*"
    rf"(?:was|were|stood\s+at|amounted\s+to|reached|totall?ed|came\s+to)\s+{HEDGE}"
)
_OWN_DATE = re.compile(rf"\s+(?:in|for|over|during|from)\s+(?:the\s+)?{D}")
_MARK = re.compile(r"\s+(?:mark|level|threshold)\b")


def claim(scene: Scene, dates: Sequence[Stamp], figure: Figure, context: Span, unit: str = "") -> tuple[Claim, Span]:
    """The observation of a figure, and its period; `unit` is that of the figure before, for "the 300 million mark"."""
    own = value_period(scene, fiscal(scene, dates, figure.flow), figure, context)
    printed = amount(figure.item)
    values = {
        "flow": figure.flow.kind,
        "value": plain(figure.value),
        "value_max": plain(printed.high) if printed.high is not None else "",
        "unit": _national(figure, printed.unit)
        or (unit if _MARK.match(scene.mask, figure.item.end) or not figure.named.end else _listed_unit(scene, figure)),
        "hedge": "target" if figure.target else hedge(scene, figure),
        "printed": printed.lexical,
        "decimals": str(printed.decimals),
        "scale": plain(printed.scale),
        "period_start": own.start,
        "period_end": own.end,
        "period_basis": own.basis if own else "",
        "symmetric": "true" if figure.flow.symmetric else "",
    }
    fillers = [*parties(figure), *printed_roles(figure, own)]
    return Claim(
        "observation", tuple(fillers), coded(values), (passage(scene, figure, until(scene, figure)),), f"trade.{figure.flow.kind}.value"
    ), own


def _national(figure: Figure, unit: str) -> str:
    """The reporter's own currency where several states share its name: "rupees" of Pakistan, "kroner" of Norway."""
    words = figure.item.mention.span.text.lower()
    if unit != "krone" and re.search(r"[A-Z][a-z]+\s+\w+$", figure.item.mention.span.text):
        return unit  # "Russian rubles"
    if unit == "RUB" and figure.flow.partner is not None and figure.flow.partner.ref == "state/RUS":
        return unit
    for name, codes in _SHARED.items():
        if (
            (name in words or name == unit or (name == "rupee" and words.startswith("rs")))
            and figure.flow.reporter is not None
            and unit in (*codes.values(), name, _FIRST.get(name, name))
        ):
            return codes.get(figure.flow.reporter.ref.removeprefix("state/"), unit)
    return unit


def _listed_unit(scene: Scene, figure: Figure) -> str:
    """The unit of the amount before, for the parts of it: "3 million tonnes: 1.5 million to Malta"."""
    earlier = [amount(one).unit for one in reversed(scene.amounts) if one.end <= figure.item.start]
    later = [amount(one).unit for one in scene.amounts if one.start >= figure.item.end]
    if _PART.match(scene.mask, figure.item.end) or amount(figure.item).scale >= 1000:
        return next((unit for unit in (*earlier, *later) if unit not in TIMELESS), "")
    return ""


def coded(values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in values.items() if value)


def plain(number: Decimal) -> str:
    """A number in full, without exponent or idle zeros."""
    shown = format(number, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def parties(figure: Figure) -> list[Filler]:
    found = [Filler("reporter", figure.flow.reporter)] if figure.flow.reporter else []
    itself = figure.flow.reporter is not None and figure.flow.reporter.kind == "state" and same(figure.flow.reporter, figure.flow.partner)
    return found + ([Filler("partner", figure.flow.partner)] if figure.flow.partner and not itself else [])


def printed_roles(figure: Figure, own: Span) -> list[Filler]:
    """Product, period and amount as printed."""
    found: list[Filler] = []
    product = goods(figure.flow.product)
    if product is not None:
        found.append(Filler("product", Mention("product", product, product.text.lower(), product)))
    if own.mention is not None:
        found.append(Filler("period", own.mention))
    return [*found, Filler("amount", figure.item.mention)]


def hedge(scene: Scene, figure: Figure) -> str:
    """The hedge of the amount; "up to" after a rise means "to", "higher than the A" compares."""
    if _NO_HEDGE.search(scene.mask[: figure.item.start]) and not _MARK.match(scene.mask, figure.item.end):
        return ""
    return amount(figure.item).hedge


def is_base(scene: Scene, dates: Sequence[Stamp], figure: Figure) -> bool:
    """Whether a value is only what another is compared with: "from $2.8 billion a year before", "(…$39.6 billion)"."""
    if figure.kind != "value":
        return False
    return bool(COMPARED_WITH.search(scene.mask[: figure.item.start])) or _beside(scene, dates, figure) is not None


def _beside(scene: Scene, dates: Sequence[Stamp], figure: Figure) -> Stamp | None:
    """The date of comparison that stands with a value: "the same period in 2022 (A)", "against A a year earlier", "November's A"."""
    mask, item = scene.mask, figure.item
    if len(dates) == 1 and dates[0].shift and dates[0].start < 4 and dates[0].end <= item.start:
        return dates[0]  # "A year earlier the figure was A."
    for stamp in dates:
        before, after = mask[stamp.end : item.start], mask[item.end : stamp.start]
        if before.strip() == "(" and _OWN_DATE.match(mask, item.end):
            continue  # "the same period last year (A in D)"
        if stamp.base and stamp.end <= item.start and _WHEN.fullmatch(before):
            return stamp
        if stamp.base and stamp.end <= item.start and re.fullmatch(r"\s*\(\s*|\s+at\s+|['’]s\s+(?:\w+\s+)?", before):
            return stamp
        if (
            stamp.base
            and stamp.start >= item.end
            and re.fullmatch(
                r"\s+(?:(?:trade\s+)?(?:deficit|surplus)\s+)?(?:(?:recorded|reported|registered|posted|seen|earned|achieved)\s+)?(?:(?:in|for|during|over|of)\s+)?(?:the\s+)?",
                after,
            )
        ):
            return stamp
    return None


def value_period(scene: Scene, dates: Sequence[Stamp], figure: Figure, context: Span) -> Span:
    """The months a value speaks of."""
    item, found, mask = figure.item, list(dates), scene.mask
    if (zipped := _respective(scene, found, item)) is not None:
        return zipped.span
    beside = _beside(scene, dates, figure)
    if beside is not None:
        against = previous(scene, item) if COMPARED_WITH.search(mask[: item.start]) else item
        near = period(scene, [stamp for stamp in found if stamp is not beside], against, False, context)
        return resolve(beside, near)
    grown = next((stamp for stamp in found if stamp.growth), None)
    since = [
        stamp
        for stamp in found
        if not stamp.since or (stamp.span.mention is None and stamp.end <= item.start) or figure.flow.kind == "investment" or len(found) == 1
    ]
    usable = [stamp for stamp in since if not stamp.past or figure.flow.kind == "investment" or _months_past(stamp)]
    if grown is not None and COMPARED_WITH.search(scene.mask[: item.start]):
        return Span(grown.span.start, f"{grown.span.start[:4]}-12", grown.span.basis, grown.span.mention)
    if not figure.target:  # what is to come has no figures yet
        usable = [
            stamp for stamp in usable if stamp.span.mention is None or not stamp.span.mention.span.text.startswith(("next month", "next quarter"))
        ]
    own = period(scene, usable, item, figure.target, context if len(usable) == len(found) or usable else Span())
    if grown is not None and own == grown.span and figure.flow.kind != "investment":
        return last_year(own)
    own = whole_year(own, figure.flow.kind)
    if COMPARED_WITH.search(scene.mask[: item.start]) and not _adjacent(scene, usable, figure):
        return Span()
    return own


_AND = re.compile(rf"\s*(?:,|,?\s+and)\s+(?:in\s+)?{HEDGE}", re.IGNORECASE)


def _respective(scene: Scene, dates: Sequence[Stamp], item: Item) -> Stamp | None:
    """The date of an amount in "A and A in 2023 and 2022, respectively"."""
    if "respectively" not in scene.text:
        return None
    values = [one for one in scene.amounts if amount(one).unit not in TIMELESS]
    rows = [stamp for stamp in dates if stamp.span]
    gaps = [scene.mask[one.end : other.start] for one, other in pairwise(values)] + [scene.mask[a.end : b.start] for a, b in pairwise(rows)]
    matched = item in values and len(values) == len(rows) > 1 and all(map(_AND.fullmatch, gaps))
    return rows[values.index(item)] if matched else None


def _months_past(stamp: Stamp) -> bool:
    """ "The past nine months", not "the past ten years"."""
    return stamp.span.mention is not None and "month" in stamp.span.mention.span.text


def _adjacent(scene: Scene, dates: Sequence[Stamp], figure: Figure) -> bool:
    """Whether a date stands with the amount itself: "from A in 2023"."""
    return any(re.fullmatch(r"\s+(?:\w+\s+){0,2}", scene.mask[figure.item.end : stamp.start]) for stamp in dates if stamp.start >= figure.item.end)


def until(scene: Scene, figure: Figure) -> int:
    """The end of a date that follows an amount directly."""
    match = re.compile(rf"\s+(?:(?:in|for|during|over|from|by|since)\s+)?(?:the\s+)?{D}+|\)").match(scene.mask, figure.item.end)
    return match.end() if match else figure.item.end


def distinct(claims: Iterable[Claim]) -> list[Claim]:
    """Each figure once: of two that differ only in what one leaves out, the one that says more."""
    kept: list[Claim] = []
    for one in claims:
        twin = next((other for other in kept if _repeats(other, one)), None)
        if twin is None:
            kept.append(one)
        elif _said(one) > _said(twin):
            kept[kept.index(twin)] = one
    return kept


def _repeats(one: Claim, other: Claim) -> bool:
    if one.kind != other.kind or any(one.value(name) != other.value(name) for name in ("flow", "value", "unit", "kind")):
        return False
    agree = all(not one.value(name) or not other.value(name) or one.value(name) == other.value(name) for name in ("period_start", "period_end"))
    return agree and all(_agree(one, other, role) for role in ("reporter", "partner", "product"))


def _agree(one: Claim, other: Claim, role: str) -> bool:
    names = [{mention.name for mention in claim.filled(role)} for claim in (one, other)]
    return not names[0] or not names[1] or names[0] == names[1]


def _said(claim: Claim) -> int:
    stated = claim.value("period_basis") not in ("", "inherited")
    return len([value for name, value in claim.values if value]) + len(claim.fillers) + (claim.evidence[0].field == "text") + stated
