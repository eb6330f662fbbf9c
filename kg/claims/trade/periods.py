"""Periods: the months a figure speaks of and the months it is compared with, from the dates of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.claims.trade.scenes import A, D, Item, Scene, when
from kg.claims.trade.terms import CURRENT, FISCAL, MONTHLY, QUARTERLY, YEARLY
from kg.model import Mention, When

_BACK = re.compile(
    r"\b(?:compared\s+(?:to|with)|comparison\s+(?:to|with)|against|versus|vs\.?|vis-[aà]-vis|than|relative\s+to|as|below|above|level\s+of|levels\s+of"
    rf"|{A}\s+(?:that|those)|figures?\s+(?:of|for)|volume\s+of|exceeding|exceeded|what\s+(?:it|they)\s+(?:was|were))"
    r"(?:\s+(?:that|those|the|its|their|in|of|for|from|during|over|figures?|level|levels|volume|results?|same|was|it|what|this|point|time|amount|value|sum|total|reached|recorded|registered|achieved|posted|seen))*\s+$",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    rf"(?:{A}\)?(?:\s+in\s+(?:volume|value|turnover|revenues?|weight|quantity))?|\b(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|reduction|surge|up|down)\b)\s+(?:more\s+|less\s+)?(?:from|over"
    rf"|on|to)\s+(?:the\s+|its\s+|those\s+of\s+|that\s+of\s+)?(?:level\s+(?:in|of)\s+)?$"
)
_AGAINST = re.compile(
    rf"\b(?:from|against|versus|vs\.?|than|compared\s+(?:to|with))\s+(?:[\w-]+\s+){{0,2}}{A}+\)?\s+(?:\w+\s+){{0,5}}?(?:in|for|during|over|of)\s+(?:the\s+)?$"
)
_THAN_THAT = re.compile(  # "less than the A registered in D", "when compared to A in D"
    rf"\b(?:than\s+(?:the|its)|compared\s+(?:to|with)(?:\s+the|\s+its)?)\s+(?:[\w-]+\s+){{0,2}}{A}+\s+(?:\w+\s+){{0,2}}?"
    rf"(?:(?:recorded|registered|reported|posted|seen|earned|achieved)\s+)?(?:in|for|during)\s+(?:the\s+)?$"
)
_OF_LEVEL = re.compile(r"\bof\s+(?:(?:its|the|their)\s+)?$", re.IGNORECASE)
_LEVEL = re.compile(r"(?:['’]s?)?\s+(?:level|figure|volume|value|result)s?\b")
_SINCE = re.compile(r"\bsince\s+(?:(?:the\s+)?(?:start|beginning|early|first\s+day)\s+(?:of\s+)?)?(?:the\s+)?$", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:most|least|highest|lowest|largest|biggest|smallest|steepest|sharpest|fastest|best|worst|time|first)\s+(?:[\w-]+\s+){0,8}since\s+(?:the\s+)?(?:(?:start|beginning)\s+of\s+)?(?:the\s+)?$"
)
_OPENED = re.compile(
    r"\bsince\s+(?:the\s+)?(?:start|beginning)\s+of\s+(?:the|this|current)\s+(?:current\s+)?year\b(?!\s+\d)|\byear[-\s]to[-\s]date\b", re.IGNORECASE
)
_STOCK = re.compile(r"\b(?:(?:by|at|as\s+of|until)\s+(?:the\s+)?(?:end|close)\s+of|as\s+of|as\s+at)\s+(?:the\s+)?$", re.IGNORECASE)
_OF = re.compile(r"\s*,?\s*(?:in|of|from)?\s*(?:the\s+)?$")
COMPARED_WITH = re.compile(
    r"\b(?:from|against|versus|vs\.?|compared\s+(?:to|with)|instead\s+of)\s+(?:about\s+|nearly\s+|some\s+|over\s+|almost\s+|just\s+|the\s+|an?\s+|(?:\w+ly\s+)?revised\s+|record\s+)*$",
    re.IGNORECASE,
)
_OWNED = re.compile(rf"(?:['’]s\s*|:\s*){A}")
CARDINALS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_MONTHS = re.compile(
    rf"(?<!past )(?<!last )\b(?:for|in|over|during)\s+(?:the\s+)?(\d{{1,2}}|{'|'.join(CARDINALS)})\s+months\b(?!\s+(?:of|to|from|in|later|ago))",
    re.IGNORECASE,
)
_CORRESPONDING = re.compile(r"['’]s?\s+(?:corresponding|same|comparable|similar|respective)\s+(?:period|months?|quarter|season)\b")
_SELF = re.compile(r"above|said|given|specified|reporting|reported|mentioned|indicated|the period|this period|that period", re.IGNORECASE)
_NAMED = ("year", "season", "month", "quarter")


@dataclass(frozen=True, slots=True)
class Span:
    """Months from `start` to `end` ("2023-01"), both "" if unknown; what they rest on, and the words that name them."""

    start: str = ""
    end: str = ""
    basis: str = ""
    mention: Mention | None = None

    def __bool__(self) -> bool:
        return bool(self.start or self.end)


@dataclass(frozen=True, slots=True)
class Stamp:
    """One date of a sentence as a period. `base`: it is what something is compared with; `shift`: months from the
    figure's own period ("a year earlier" −12); `year`: the same months of that year; `self`: "the above period"."""

    start: int
    end: int
    span: Span
    base: bool = False
    shift: int = 0
    year: int = 0
    self: bool = False
    since: bool = False
    growth: bool = False
    past: bool = False


def index(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def month(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"


def shifted(span: Span, months: int, mention: Mention | None = None) -> Span:
    """The same length of time, `months` later."""
    if not span.start or not span.end:
        return Span()
    return Span(month(index(span.start) + months), month(index(span.end) + months), span.basis, mention or span.mention)


def inherited(span: Span, far: bool = False) -> Span:
    """The same months, seen from a later sentence; from another paragraph (`far`) no words stand for them any more."""
    return replace(span, basis="inherited", mention=None if far else span.mention) if span else span


def months(value: When, mention: Mention | None = None) -> Span:
    """A date as whole months."""
    start = value.start[:7] if len(value.start) >= 7 else f"{value.start}-01"
    end = value.end[:7] if len(value.end) >= 7 else f"{value.end}-12"
    return Span(start, end, value.basis, mention)


_ITS_YEAR = re.compile(r"\)?\s*(?:of\s+(?:the\s+)?)?\(?")
_SEASON = re.compile(r"(\d{4})[-–/]\d\d")


def stamps(scene: Scene) -> list[Stamp]:
    """The dates of a sentence that can be periods of figures."""
    found: list[Stamp] = []
    for item in scene.dates:
        stamp = _stamp(scene, item)
        if stamp is None:
            continue
        last = found[-1] if found else None
        if last is not None and last.year == -1 and _OF.match(scene.mask[last.end : item.start]):
            found[-1] = _same(last, stamp, item)
            continue
        if last is not None and last.self and stamp.span and not stamp.base and _OF.match(scene.mask[last.end : item.start]):
            found[-1] = replace(last, end=stamp.end, span=stamp.span, year=int(stamp.span.end[:4]))  # "the reporting period of 2023"
            continue
        found.append(stamp)
    opened = _OPENED.search(scene.text)
    if opened and scene.published and not _RECORD.search(scene.text[: opened.start() + 6]) and not any(stamp.since for stamp in found):
        span = Span(f"{scene.published.year:04}-01", f"{scene.published.year:04}-{scene.published.month:02}", "relative")
        found.append(Stamp(opened.start(), opened.end(), span, since=True))
    if (counted := _counted(scene)) is not None and not any(stamp.start < counted.end and counted.start < stamp.end for stamp in found):
        found.append(counted)
    return _bracketed(scene, sorted(found, key=lambda stamp: stamp.start))


def _bracketed(scene: Scene, found: list[Stamp]) -> list[Stamp]:
    """The dates, months and their fiscal year as one: "the first seven months (July-January) of the current fiscal year 2022-23"."""
    kept: list[Stamp] = []
    for stamp in found:
        last, text = kept[-1] if kept else None, scene.text[stamp.start : stamp.end]
        between = scene.text[last.end : stamp.start] if last is not None else ""
        if last is not None and between == " (" and "months" in scene.text[last.start : last.end] and stamp.span.start != stamp.span.end:
            kept[-1] = stamp
            continue
        if last is not None and last.span.start[5:7] > "03" and last.span.start != last.span.end and _ITS_YEAR.fullmatch(between):
            season = _SEASON.fullmatch(text)
            if season or (FISCAL.search(text) and not stamp.span):
                step = (int(season[1]) - int(last.span.start[:4])) * 12 if season else 0
                kept[-1] = replace(last, end=stamp.end, span=shifted(last.span, step) if step else last.span)
                continue
        kept.append(stamp)
    return kept


def _counted(scene: Scene) -> Stamp | None:
    """ "For 11 months": the first ones of the last year that has them all before the article."""
    match = _MONTHS.search(scene.text) if "months" in scene.text else None
    if match is None or scene.published is None:
        return None
    count = int(match[1]) if match[1].isdigit() else CARDINALS[match[1].lower()]
    year = scene.published.year - (count >= scene.published.month)
    return Stamp(match.start(), match.end(), Span(f"{year:04}-01", month(year * 12 + count - 1), "relative")) if 2 <= count <= 12 else None


def _after_change(scene: Scene, lead: str, item: Item) -> bool:
    """Whether the date follows a change: "up 5 percent from January-March 2022", not "3 tonnes from May to September"."""
    last = next((other for other in reversed(scene.amounts) if other.end <= item.start), None)
    return last is not None and _is_change(last) and not re.search(r"\bover\s+(?:the\s+)?$", lead)


def _same(anaphor: Stamp, stamp: Stamp, item: Item) -> Stamp:
    """ "the same period" joined with "of 2022", "of last year", "a year ago"."""
    year = int(stamp.span.start[:4]) if stamp.span.start else 0
    return replace(anaphor, end=stamp.end, base=anaphor.base or stamp.base, year=year, shift=stamp.shift or -12, self=False)


def _stamp(scene: Scene, item: Item) -> Stamp | None:
    value, text = when(item), item.mention.span.text.lower()
    lead = scene.mask[max(0, item.start - 60) : item.start]
    base = bool(
        _BACK.search(lead) or _THAN_THAT.search(lead) or _LOOSE.search(lead) or (_OF_LEVEL.search(lead) and _LEVEL.match(scene.mask, item.end))
    )
    if value is None:
        return _anaphor(item, text, base or _AGAINST.search(lead) is not None)
    if base and re.search(r"\bfrom\s+$", lead) and re.search(r"\s(?:to|through)\s", text) and not _BACK.search(lead):
        base = False  # "grew 5 percent from January to May"; "up 5 percent from January-May 2022" compares
    if base and _CORRESPONDING.match(scene.text, item.end):
        return Stamp(item.start, item.end, Span(mention=item.mention), base=True, shift=-12)
    if re.fullmatch(r"(?:the\s+)?previous\s+(?:year|month|quarter)", text) and (before := _anaphor(item, text, True)) is not None:
        return replace(before, span=months(value, item.mention))
    if (
        base
        and not _BACK.search(lead)
        and not _after_change(scene, lead, item)
        and (value.start != value.end and len(value.start) > 4 and "quarter" not in text and "half" not in text)
    ):
        base = False  # "A from May to September", "A over nine months"
    span = months(value, item.mention)
    if len(value.start) == 10 and value.start[:7] == value.end[:7] and not _STOCK.search(lead):
        return None  # a day or a week: when it was said
    if text.endswith("week"):
        return None
    if text.startswith("past ") or (text.startswith("last ") and text.endswith("s")):
        return Stamp(item.start, item.end, span, past=True)
    if _RECORD.search(scene.mask[: item.start]):
        return None
    if _SINCE.search(lead) and scene.published:
        until = f"{scene.published.year:04}-{scene.published.month:02}"
        return Stamp(item.start, item.end, Span(span.start, max(span.start, until), span.basis, item.mention), since=True)
    if _STOCK.search(lead) and not base:
        return Stamp(item.start, item.end, Span("", span.end if len(value.end) < 10 else value.end, span.basis, item.mention))
    if text.startswith("so far") and scene.published:
        span = replace(span, end=f"{scene.published.year:04}-{scene.published.month:02}")
    growth = len(value.start) == 4 and value.start != value.end and bool(re.search(r"\b(?:from|between)\s+$", lead, re.IGNORECASE))
    relative = base and value.basis == "relative" and len(value.start) == 4
    return Stamp(item.start, item.end, span, base=base and not growth, shift=-12 if relative else 0, growth=growth)


def _anaphor(item: Item, text: str, base: bool) -> Stamp | None:
    """A period named by another: "the above period", "the same period", "a year earlier", "the previous fiscal year"."""
    if re.search(r"\bsame\b|corresponding|comparable|similar", text):
        return Stamp(item.start, item.end, Span(mention=item.mention), base=base, shift=-12 if base else 0, year=-1, self=not base)
    if _SELF.search(text):
        return Stamp(item.start, item.end, Span(mention=item.mention), self=True)
    unit = next((name for name in _NAMED if name in text), "year" if "fiscal" in text else "")
    if not base and FISCAL.search(text) and not re.search(r"previous|preceding|prior", text):
        return Stamp(item.start, item.end, Span(mention=item.mention))  # "the last fiscal", "the full financial year"
    if not unit or CURRENT.search(text):
        return None
    step = {"year": 12, "season": 12, "month": 1, "quarter": 3}[unit]
    counted = re.match(r"(\d+)", text)
    return Stamp(item.start, item.end, Span(mention=item.mention), base=True, shift=-step * (int(counted.group(1)) if counted else 1))


def resolve(stamp: Stamp, own: Span) -> Span:
    """The months of a stamp, seen from the figure's own period where it leans on it."""
    if stamp.self and stamp.year > 0:
        return shifted(own, (stamp.year - int(own.end[:4])) * 12, stamp.span.mention) if own.start else stamp.span
    if stamp.self:
        return replace(own, mention=stamp.span.mention)
    if stamp.year > 0 and own:
        step = (stamp.year - int(own.end[:4])) * 12
        return shifted(own, step if step else -12, stamp.span.mention)
    if stamp.shift:
        if (
            stamp.span.start
            and own
            and stamp.span.mention is not None
            and "previous" not in stamp.span.mention.span.text.lower()
            and index(own.end[:7]) - index(own.start or own.end[:7]) == 11
            and stamp.span.start < own.start
        ):
            return stamp.span
        leans = stamp.span.mention is not None and "previous" in stamp.span.mention.span.text.lower()
        return shifted(own, stamp.shift, stamp.span.mention) if own.start else Span() if leans else stamp.span
    return stamp.span


def period(scene: Scene, found: list[Stamp], item: Item, target: bool, context: Span) -> Span:
    """The period of the amount `item`: of the date next to it, of its clause, of its sentence, of the sentences before."""
    possessor = next((stamp for stamp in found if stamp.span and 1 < item.start - stamp.end < 5 and _OWNED.match(scene.mask, stamp.end)), None)
    if possessor is not None:
        return possessor.span
    own = [stamp for stamp in found if not stamp.base and not _owned(scene, stamp, item)]
    explicit = next((stamp.span for stamp in own if stamp.span and not stamp.since and not stamp.self), context)
    chosen = _nearest(scene, own, item)
    if target:
        return resolve(chosen, context) if chosen and (chosen.span.end[:4] or "0") >= str(scene.published.year if scene.published else 0) else Span()
    if chosen is None and own:
        usable = [stamp for stamp in own if not _elsewhere(scene, stamp, item)]
        before = [stamp for stamp in usable if stamp.end <= item.start]
        chosen = before[-1] if before else usable[0] if usable else None
    if chosen is None:
        return context
    return resolve(chosen, explicit)


_TO_LEVEL = re.compile(r"\s+(?:(?:year|month|quarter)[\s-]o[nv]e?r?[\s-](?:year|month|quarter)\s+)?to\s+(?:(?:about|nearly|over|some|a)\s+)?")
_WITH_DATE = re.compile(rf"\([^()]*{A}[^()]*\)")
_BESIDE = re.compile(
    r"\s+(?:(?:trade\s+)?(?:surplus|deficit)\s+)?(?:(?:recorded|reported|registered|posted|seen)\s+)?(?:(?:in|for|during|over|of)\s+)?(?:the\s+)?"
    r"(?:(?:\w+\s+months|year|quarter)\s+(?:to|through|ended|ending)\s+)?"
)


def _owned(scene: Scene, stamp: Stamp, item: Item) -> bool:
    """Whether a date belongs to another amount alone: "A (B in D)", "to A from B in D"."""
    for inside in _WITH_DATE.finditer(scene.mask):
        if inside.start() < stamp.start < inside.end() and not inside.start() < item.start < inside.end():
            return True
    owner = next((other for other in reversed(scene.amounts) if other.end <= stamp.start), None)
    return (
        owner is not None
        and owner is not item
        and COMPARED_WITH.search(scene.mask[: owner.start]) is not None
        and _BESIDE.fullmatch(scene.mask[owner.end : stamp.start]) is not None
    )


def _nearest(scene: Scene, own: list[Stamp], item: Item) -> Stamp | None:
    """The stamp that stands with the amount and with no other."""
    others = [other for other in scene.amounts if other.start > item.start]
    if others and _is_change(item) and not _is_change(others[0]) and _TO_LEVEL.fullmatch(scene.mask[item.end : others[0].start]):
        others = others[1:]  # "fell by 3 percent to A in D"
    following = min((other.start for other in others), default=len(scene.mask))
    previous = max((other.end for other in scene.amounts if other.end <= item.start), default=0)
    after = next((stamp for stamp in own if item.end <= stamp.start < following), None)
    before = next((stamp for stamp in reversed(own) if previous <= stamp.start and stamp.end <= item.start), None)
    if after and _OWNED.match(scene.mask, after.end):
        after = None
    if after and not re.search(r"[;:]|,\s|\band\b|\bwhile\b|\(", scene.mask[item.end : after.start]):
        return after
    if before and not re.search(r";|\.\s", scene.mask[before.end : item.start]):
        return before
    if after and not re.search(r";|\.\s|\bwhile\b|,\s+this\b", scene.mask[item.end : after.start]):
        return after
    return None


_THAN = re.compile(r"\b(?:high|low|larg|great|small|bigg)er\s+than\s+(?:[\w-]+\s+){0,3}$|\b(?:more|less)\s+than\s+the\s+(?:\w+\s+)?$")
_SEEN_IN = re.compile(r"[^.,;]{0,30}?\s(?:recorded|reported|registered|posted|seen)\s+(?:in|for|during)\s+(?:the\s+)?$")


def _elsewhere(scene: Scene, stamp: Stamp, item: Item) -> bool:
    """Whether the date belongs to another amount: its possessive, or beyond a semicolon."""
    low, high = sorted((stamp.start, item.start))
    if ";" in scene.mask[low:high] and stamp.start > item.start and any(other.start > stamp.start for other in scene.amounts):
        return True
    owner = next((other for other in reversed(scene.amounts) if other.end <= stamp.start and other is not item), None)
    if owner and COMPARED_WITH.search(scene.mask[: owner.start]) and re.fullmatch(r"\s+(?:\w+\s+)?", scene.mask[owner.end : stamp.start]):
        return True
    if owner and _THAN.search(scene.mask[: owner.start]) and _SEEN_IN.match(scene.mask, owner.end, stamp.start):
        return True
    return _OWNED.match(scene.mask, stamp.end) is not None or scene.mask[max(0, stamp.start - 3) : stamp.start].lower() == "by "


_IN_VOLUME = re.compile(
    r"\s+in\s+(?:the\s+)?(?:volume|value|weight|quantity|revenues?|turnover|terms\s+of\s+\w+)\s*,?\s+(?:and|but)\s+(?:an?\s+)?(?:\w+\s+){0,3}?(?:of\s+)?$"
)


def base(scene: Scene, found: list[Stamp], item: Item, own: Span) -> Span:
    """The period a change is measured from, if a comparison is stated."""
    others = [other for other in scene.amounts if other.start > item.start and _is_change(other)]
    if others and _IN_VOLUME.fullmatch(scene.mask[item.end : others[0].start]):
        others = others[1:]  # "up 5 percent in volume and 7 percent in value compared with D"
    following = min((other.start for other in others), default=len(scene.mask))
    after = next((stamp for stamp in found if stamp.base and item.end <= stamp.start < following), None)
    previous = max((other.end for other in scene.amounts if other.end <= item.start and _is_change(other)), default=0)
    before = next((stamp for stamp in reversed(found) if stamp.base and previous <= stamp.start and stamp.end <= item.start), None)
    stamp = after or before
    if stamp is not None and _OWNED.match(scene.mask, stamp.end):
        stamp = None  # "grew 4 percent, down from May's 9"
    if stamp is not None:
        return resolve(stamp, own)
    grown = next((stamp for stamp in found if stamp.growth), None)
    if grown is not None:
        return Span(grown.span.start, f"{grown.span.start[:4]}-12", grown.span.basis, grown.span.mention)
    near = scene.mask[max(previous, item.start - 40) : following]
    near += scene.mask[: 0 if previous else 20]
    if YEARLY.search(near):
        return shifted(own, -12)
    return shifted(own, -1) if MONTHLY.search(near) else shifted(own, -3) if QUARTERLY.search(near) else Span()


def _is_change(item: Item) -> bool:
    value = item.mention.value
    return getattr(value, "unit", "") in ("percent", "times", "percentage points")


def last_year(span: Span) -> Span:
    """The last calendar year of several: a growth "between 2018 and 2022" is a growth of 2022."""
    return replace(span, start=f"{span.end[:4]}-01", end=f"{span.end[:4]}-12")


def whole_year(span: Span, kind: str) -> Span:
    """The turnover "at the end of 2023" is that of the year; a stock of investment is not."""
    closes = span.end.endswith("-12") and not span.start and kind != "investment"
    return replace(span, start=f"{span.end[:4]}-01") if closes else span


def full_year_before(published: date | None) -> Span:
    return Span(f"{published.year - 1:04}-01", f"{published.year - 1:04}-12", "relative") if published else Span()


def spaced(scene: Scene) -> Iterator[int]:
    """Offsets of the dates of a scene."""
    return (match.start() for match in re.finditer(f"{D}+", scene.mask))
