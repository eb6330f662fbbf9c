"""A7: a printed share against the part and the whole, and shares that are said to make up the whole against 100 percent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kg.audit.checks import HUNDRED, Ledger
from kg.audit.figures import Figure, Key, Rounded, Row, Source, carried, places
from kg.audit.intervals import Interval
from kg.audit.labels import Period, describe, label
from kg.audit.results import Result, Verdict, judge


@dataclass(frozen=True, slots=True)
class Share(Rounded):
    """A printed share in percent: `key` is what the part is about, `whole` the whole (neither has a unit). Shares with one
    `row` are said to make up their whole together."""

    iri: str
    article: str
    key: Key
    whole: Key
    period: Period
    value: Fraction
    step: Fraction
    hedge: str = ""
    printed: str = ""
    evidence: str = ""
    row: str = ""
    inherited: bool = False


SHARES = """
PREFIX kg: <https://w3id.org/dateline/terms#>
SELECT DISTINCT ?iri ?article ?reporter ?partner ?within ?product ?flow ?by ?start ?end ?hedge ?value ?printed ?decimals ?passage ?row ?basis ?words
WHERE {
  ?iri a kg:ShareClaim ; kg:article ?node ; kg:flow ?flow ; kg:shareBy ?by ; kg:shareValue ?value ; kg:valueLexical ?printed ;
    kg:decimals ?decimals ; kg:evidence ?passage ; kg:hasFiller ?owner .
  ?node <http://purl.org/dc/terms/identifier> ?article .
  ?owner kg:claimRole "reporter" ; kg:name ?reporter .
  OPTIONAL { ?iri kg:hasFiller ?other . ?other kg:claimRole "partner" ; kg:name ?partner }
  OPTIONAL { ?iri kg:hasFiller ?area . ?area kg:claimRole "within" ; kg:name ?within }
  OPTIONAL { ?iri kg:productPrinted ?product }
  OPTIONAL { ?iri kg:periodStart ?start ; kg:periodEnd ?end }
  OPTIONAL { ?iri kg:hedge ?hedge }
  OPTIONAL { ?iri kg:periodBasis ?basis }
  OPTIONAL { ?iri kg:periodPrinted ?words }
  OPTIONAL { ?iri kg:exhaustive true ; kg:furtherEvidence ?row }
} ORDER BY ?article ?iri
"""


def shares(source: Source) -> Iterator[Share]:
    """Every printed share of the graph."""
    return (_share(row) for row in source.select(SHARES).dicts())


def _share(row: Row) -> Share:
    flow, by = ((row[column] or "").rpartition("/")[2] for column in ("flow", "by"))
    key = Key(row["reporter"] or "", row.get("partner") or "", (row.get("product") or "").casefold(), flow, "")
    wholes = {"partner": replace(key, partner=row.get("within") or ""), "product": replace(key, product=""), "flow": key.flowing("turnover")}
    return Share(
        iri=row["iri"] or "",
        article=row["article"] or "",
        key=key,
        whole=wholes[by],
        period=(row.get("start") or "", row.get("end") or row.get("start") or ""),
        value=Fraction(row["value"] or 0),
        step=Fraction(10) ** -int(row["decimals"] or 0),
        hedge=(row.get("hedge") or "").rpartition("/")[2],
        printed=row["printed"] or "",
        evidence=row.get("passage") or "",
        row=row.get("row") or "",
        inherited=carried(row),
    )


def check_shares(ledger: Ledger, found: Iterable[Share]) -> Iterator[Result]:
    """A7 on the shares of one article."""
    rows: dict[str, list[Share]] = defaultdict(list)
    for share in sorted(found, key=lambda one: one.iri):
        yield from _parted(ledger, share)
        if share.row:
            rows[share.row].append(share)
    for _, row in sorted(rows.items()):
        if len(row) > 1:
            yield _summed(row)


def _parted(ledger: Ledger, share: Share) -> Iterator[Result]:
    """Share = part / whole, where one of the two at least is printed for the same months."""
    if not all(share.period):
        return
    parts, wholes = (_printed(ledger, key, share.period) for key in (share.key, share.whole))
    both = sorted(parts.keys() & wholes.keys())
    for unit in both:
        yield _quotient(share, parts[unit], wholes[unit])
    if not both and (parts or wholes):
        yield _unchecked(share, parts, wholes)


def _printed(ledger: Ledger, key: Key, period: Period) -> Mapping[str, Figure]:
    """The figures of a key for a period by unit."""
    return {one.unit: figure for (one, when), figure in ledger.figures.items() if when == period and replace(one, unit="") == key}


def _quotient(share: Share, part: Figure, whole: Figure) -> Result:
    iris, text = (share.iri, part.iri, whole.iri), f"{_named(part)} of {_named(whole)}"
    if not whole.value or (whole.interval.low is not None and whole.interval.low <= 0):
        return Result("A7", share.article, text, Verdict.NOT_CHECKABLE, share.printed, parts=iris, passage=share.evidence)
    point = HUNDRED * part.value / whole.value
    rounded, cut = (one.scaled(HUNDRED) for one in (part.interval.over(whole.interval), part.hull.over(whole.hull)))
    verdict = judge(point, share.value, share.step, (rounded, share.interval), (cut, share.hull))
    shown = (rounded, share.interval, point - share.value, iris, share.evidence)
    return Result("A7", share.article, text, verdict, share.printed, *shown, decimals=max(3, places(share.step) + 1))


def _unchecked(share: Share, parts: Mapping[str, Figure], wholes: Mapping[str, Figure]) -> Result:
    """What is lacking: the part, the whole, or a common unit."""
    printed = [*parts.values(), *wholes.values()]
    iris = (share.iri, *(one.iri for one in printed))
    if parts and wholes:
        verdict, text = Verdict.NOT_COMPARABLE, " and ".join(f"{describe(one)} ({one.key.unit or 'no unit'})" for one in printed)
    else:
        lacking = share.whole if parts else share.key
        verdict, text = Verdict.NOT_CHECKABLE, f"{', '.join(map(_named, printed))}; {_trade(lacking)} {label(share.period)} not printed"
    return Result("A7", share.article, text, verdict, share.printed, parts=iris, passage=share.evidence)


def _summed(row: Sequence[Share]) -> Result:
    """Shares that the text calls the whole sum to 100 percent."""
    total = sum((one.value for one in row), Fraction(0))
    rounded = cut = Interval.point(Fraction(0))
    for one in row:
        rounded, cut = rounded + one.interval, cut + one.hull
    full = Interval.point(HUNDRED)
    verdict = judge(total, HUNDRED, Fraction(0), (rounded, full), (cut, full))
    text = f"{' + '.join(f'{one.printed}' for one in row)} = 100 percent of {_trade(row[0].whole)}"
    iris = tuple(one.iri for one in row)
    return Result("A7", row[0].article, text, verdict, "100", rounded, full, total - HUNDRED, iris, row[0].evidence)


def _trade(key: Key) -> str:
    """What a key is about, in words: "exports to Malta"."""
    preposition = {"exports": "to", "imports": "from"}.get(key.flow, "with")
    return " ".join(filter(None, (key.flow, key.product and f"of {key.product}", key.partner and f"{preposition} {key.partner}")))


def _named(figure: Figure) -> str:
    return f"{_trade(figure.key)} {label(figure.period)} {figure.printed}"
