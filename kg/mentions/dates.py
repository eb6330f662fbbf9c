"""Dates and periods: every day, month, year or interval an article prints, with what it resolves to and on what basis."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta

from kg.mentions.date_words import CARDINALS, MONTHS, NUMBER, Part, Point, parts
from kg.model import Analysis, Document, Field, Mention, Sentence, Span, When

_JOIN = re.compile(r"\s*(?:[-–—]|\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b|\bup to\b)\s*(?:the\s+)?$")
_AND = re.compile(r"\s*(?:and|to|&)\s*(?:the\s+)?$")
_BESIDE = re.compile(r"(?:,?\s*\(?|\s+the\s+|,\s+the\s+)$")
_RUN = re.compile(  # "the year ended", "the six months to", "the half year through": how long before the day or month that follows
    rf"\b(?:(?P<count>{NUMBER})[\s-]+(?P<counted>months|quarters)|(?P<unit>half[\s-]year|half|quarter|year|months|period))\s+"
    r"(?:that\s+|which\s+)?(?:end(?:ed|ing|s)|leading\s+up\s+to|up\s+to|to|through)\s+(?:on\s+|in\s+)?(?:the\s+)?(?:end\s+of\s+|late[\s-]+|mid-?\s*)?$",
    re.IGNORECASE,
)
_YEAR_BRACKET = re.compile(r"\s*(?:\(|,\s*)(?:from\s+)?$")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|to be|is to|are to|plan(?:s|ned|ning)?|scheduled"
    r"|due(?!\s+to\s+(?:an?|the|its|their|this|that|these|\w+ing|\w+er|\w+ed)\b)|(?<!had )expect(?:s|ed)|intends?|upcoming|forthcoming"
    r"|would|next|set to|slated)\b|['’]ll\b"
)
_TO_COME = re.compile(
    r"\bto (?:visit|meet|hold|host|attend|discuss|take|arrive|travel|pay|receive|sign|open|begin|start|chair|lead|convene|address|participate"
    r"|deliver|speak)\b"
)
# after what has happened "to discuss" gives its purpose ("met on Monday to discuss"); after what was only agreed it is still to come
_HAPPENED = re.compile(
    r"\b(?!(?:agreed|decided|promised|invited|vowed|pledged|wanted|hoped|intended|prepared|committed|urged|asked|offered|undertook|resolved"
    r"|pleased|delighted|united|need|indeed)\b)"
    r"(?:[a-z]{3,}ed|met|held|took|came|went|spoke|left|flew|gave|began|sat|drove|sent|saw|paid|brought)\b"
)
_BREAK = re.compile(r"[;:—]|,|\s(?:that|which|who|where|after|before|while|but)\s|\.\s")
_COORDINATED = re.compile(r"(?:,|\s+)[^.;\n]{0,60}?\b(?:and|then)\b[^.;\n]{0,60}")
_ENTRY = re.compile(r"[^.;]{0,12}\b(?:on|by|in|from|for|during|over|since|starting|between|until|and|At|\W)?\s*(?:the\s+)?$", re.IGNORECASE)


def find(analysis: Analysis) -> list[Mention]:
    """All dates of the headline and the text, in their order, as mentions of kind "date" that do not overlap.

    `value` is a `When` (both ends inclusive, cut to the printed precision) or None where nothing can be known: an
    anaphor ("the same period", "a year earlier"), or a weekday, "last year", "February 27" without a publication date.
    A weekday or a day without a year is read by the tense of its clause: "will meet on Monday" is the first Monday
    from the publication on, "met on Monday" the last one up to it. "since 2016" and "by 2030" yield the bare year.
    """
    mentions = _field(analysis.document, analysis.title, "title") if analysis.document.title else []
    return mentions + _field(analysis.document, analysis.sentences, "text")


def _field(document: Document, sentences: tuple[Sentence, ...], field: Field) -> list[Mention]:
    text = document.field(field)
    if not sentences:
        return []
    mentions: list[Mention] = []
    for group in _lent(text, _joined(text, parts(text))):
        span = document.span(group[0].start, group[-1].end, field)
        mentions.append(_mention(span, resolve(text, group, document.published)))
    return mentions


def _lent(text: str, groups: list[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
    """A day without a year takes that of the next day in its sentence ("A on 4 April and B from 5-6 April 2016")."""
    made: list[tuple[Part, ...]] = []
    following: tuple[Part, ...] = ()
    for group in reversed(groups):
        mine, year = group[-1], following[-1].high.year if following else None
        lone = mine.form == "day" and mine.low.year is None and mine.high.year is None and len(group) == 1
        near = bool(following) and following[-1].form == "day" and _COORDINATED.fullmatch(text[mine.end : following[0].start]) is not None
        if lone and near and year and year > 1 and (mine.low.month or 0) <= (following[0].low.month or following[-1].high.month or 0):
            group = (replace(mine, low=mine.low._replace(year=year), high=mine.high._replace(year=year)),)
        made.append(group)
        following = group
    return made[::-1]


def _mention(span: Span, when: When | None) -> Mention:
    return Mention("date", span, when.iso if when else span.text, span, value=when)


def _joined(text: str, found: list[Part]) -> list[tuple[Part, ...]]:
    """Parts gathered where they are printed as one: the ends of a range, a weekday with its day, a year with its dates."""
    groups: list[tuple[Part, ...]] = []
    for part in found:
        last = groups[-1] if groups else ()
        between = text[last[-1].end : part.start] if last else ""
        if last and len(between) < 20 and _belong(text, last, part, between):
            groups[-1] = (*last, part)
        else:
            groups.append((part,))
    return groups


def _belong(text: str, group: tuple[Part, ...], part: Part, between: str) -> bool:
    last = group[-1]
    if last.form == "weekday" and part.form == "day" and len(group) == 1:
        return bool(_BESIDE.match(between))
    if last.form == "anaphor" and part.form in ("day", "month") and last.word.endswith("year") and len(group) == 1:
        return bool(_YEAR_BRACKET.match(between))
    if last.form == "anaphor" and group[0] is last:
        return False
    dated = ("day", "month", "year", "span")
    if last.form not in dated or part.form not in dated or len(group) > (2 if group[0].form in ("anaphor", "weekday") else 1):
        return False
    if "year" in (last.form, part.form) and last.form != part.form:
        return False
    if _JOIN.match(between):
        return True
    return bool(_AND.match(between)) and text[: group[0].start].rstrip().lower().endswith("between")


def resolve(text: str, group: tuple[Part, ...], published: date | None) -> When | None:
    """What the joined parts `group` of `text` stand for, seen from the day of publication; None if it cannot be known."""
    parts_left = [part for part in group if part.form not in ("weekday", "anaphor")] or list(group)
    first, last = parts_left[0], parts_left[-1]
    if first.form == "anaphor":
        return None
    if first.form == "relative":
        return _relative(first, published)
    future = published is not None and (first.form == "weekday" or first.low.year is None) and _is_future(text, group[0].start, group[-1].end)
    if first.form == "weekday":
        return _weekday(first, published, future)
    if first is last and (run := _RUN.search(text, max(0, group[0].start - 40), group[0].start)):
        return _ending(last, run, published)
    return _interval(first, last, published, future)


def _interval(first: Part, last: Part, published: date | None, future: bool) -> When | None:
    """From the first point of `first` to the last of `last`, years filled from each other or from the publication date."""
    low, high = first.low, last.high
    stated = (high.year if high.year is not None else low.year) is not None and not any(abs(y) <= 1 for y in (low.year, high.year) if y is not None)
    low, high = _stepped(low, published), _stepped(high, published)
    if high.year is None and low.year is not None:
        high = high._replace(year=low.year + ((high.month or 0) < (low.month or 0)))
    elif high.year is None:
        if published is None or high.month is None:
            return None
        high = high._replace(year=_inferred(high, published, future, last.word == "whole"))
    if low.year is None and high.year is not None:
        wraps = ((low.month or 0), (low.day or 0)) > ((high.month or 0), (high.day or 0) if low.day else 0) and low.month != high.month
        low = low._replace(year=high.year - wraps)
    start, end = _iso(low), _iso(high)
    if not start or not end or start > end:
        return None
    relative = any(abs(y) <= 1 for y in (first.low.year, last.high.year) if y is not None)
    return When(start, end, "stated" if stated else "relative" if relative else "year inferred")


def _stepped(point: Point, published: date | None) -> Point:
    """`point` with "this", "last" and "next" year as a number."""
    if point.year is None or abs(point.year) > 1:
        return point
    return point._replace(year=published.year + point.year if published else None)


def _iso(point: Point) -> str:
    """The point in ISO 8601, "" if there is no such day."""
    if point.year is None or point.year < 1:
        return ""
    if point.month is None:
        return f"{point.year:04}"
    if point.day is None:
        return f"{point.year:04}-{point.month:02}"
    if not 1 <= point.month <= 12 or not 1 <= point.day <= calendar.monthrange(point.year, point.month)[1]:
        return ""
    return f"{point.year:04}-{point.month:02}-{point.day:02}"


def _inferred(point: Point, published: date, future: bool, whole: bool) -> int:
    """The year of a month or day printed without one: the next to come in the future tense, else the latest that has
    come (for quarters, halves and runs of months: has ended); a day up to two months ahead may still be announced."""
    month, day = point.month or 1, point.day
    here = (published.month, published.day)
    there = (month, day if day is not None else published.day)
    if future:
        return published.year + (there < here and (published - _day(published.year, month, there[1])).days > 3)
    if whole:
        return published.year - (month >= published.month and not (month == published.month and published.day >= 28))
    if there <= here:
        return published.year
    ahead = (_day(published.year, month, there[1]) - published).days
    return published.year if day is not None and ahead <= 60 else published.year - 1


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def _weekday(part: Part, published: date | None, future: bool) -> When | None:
    if published is None:
        return None
    back = (published.weekday() - part.count) % 7
    if part.word == "last":
        day = published - timedelta(back or 7)
    elif part.word in ("next", "coming") or (future and part.word != "past"):
        day = published + timedelta((-back) % 7 or (7 if part.word == "next" else 0))
    else:
        day = published - timedelta(back)
    return When(day.isoformat(), day.isoformat(), "relative")


def _relative(part: Part, published: date | None) -> When | None:
    """Days, weeks, months and years counted from the publication date."""
    if published is None:
        return None
    word, count = part.word, part.count
    if word.endswith(" ago") or word.startswith("past "):
        return _counted(word, count, published)
    days = {"today": 0, "tonight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
    if word in days:
        day = (published + timedelta(days[word])).isoformat()
        return When(day, day, "relative")
    step = {"last": -1, "previous": -1, "past": -1, "outgoing": 0, "next": 1, "coming": 1}.get(word.split()[0], 0)
    unit = word.split()[-1]
    if unit in ("week", "weekend"):
        monday = published - timedelta(published.weekday()) + timedelta(weeks=step)
        first = monday + timedelta(5) if unit == "weekend" else monday
        return When(first.isoformat(), (monday + timedelta(6)).isoformat(), "relative")
    if unit == "year":
        return When(str(published.year + step), str(published.year + step), "relative")
    length = {"month": 1, "quarter": 3, "half": 6}[unit]
    index = (published.year * 12 + published.month - 1) // length + step
    return When(_month(index * length), _month(index * length + length - 1), "relative")


def _counted(word: str, count: int, published: date) -> When:
    """ "three days ago", "the past ten years": back from the publication date, to the precision of the unit."""
    unit = word.removesuffix(" ago").removeprefix("past ")
    now = published.year * 12 + published.month - 1
    if unit in ("day", "week"):
        start = (published - timedelta(count * (7 if unit == "week" else 1))).isoformat()
        end = published.isoformat()
    elif unit == "month" or word.startswith("past "):
        start, end = _month(now - count * (12 if unit == "year" else 1)), _month(now)
    else:
        start = end = str(max(1, published.year - count))
    return When(start, start if word.endswith(" ago") else end, "relative")


def _month(index: int) -> str:
    index = max(index, 12)
    return f"{index // 12:04}-{index % 12 + 1:02}"


def _ending(part: Part, run: re.Match[str], published: date | None) -> When | None:
    """The months that end with a day or month: "the fiscal year ended March 31, 2023", "the six months to June"."""
    end = _interval(part, part, published, False)
    if end is None or len(end.end) < 7:
        return end
    last = int(end.end[:4]) * 12 + int(end.end[5:7]) - 1
    unit, count = (run["unit"] or "").lower(), 1
    if run["count"]:
        count = (CARDINALS.get(run["count"].lower()) or int(run["count"])) * (3 if run["counted"].lower() == "quarters" else 1)
    elif unit == "period":
        count = last % 12 + 1
    else:
        count = 6 if unit.startswith("half") else 3 if unit == "quarter" else 12
    return When(_month(last - count + 1), _month(last), end.basis)


def _is_future(text: str, start: int, end: int) -> bool:
    """Whether the clause around the words `start:end` speaks of what is to come; a leading "On Monday," belongs to the next clause."""
    sentence = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start)) + 1
    cuts = [match.end() for match in _BREAK.finditer(text, max(sentence, start - 200), start)]
    left = cuts[-1] if cuts else max(sentence, start - 200)
    if len(cuts) > 1 and re.fullmatch(r"\s*(?:on|in|from|by)?\s*", text[left:start]):
        left = cuts[-2]
    right = _BREAK.search(text, end, end + 200)
    stop = right.start() if right else min(len(text), end + 200)
    if right and right.group() == "," and _ENTRY.fullmatch(text[left:start]):
        following = _BREAK.search(text, right.end(), right.end() + 200)
        stop = following.start() if following else min(len(text), right.end() + 200)
    coming = _TO_COME.search(text, left, stop)
    return bool(_FUTURE.search(text, left, stop)) or (coming is not None and not _HAPPENED.search(text, left, coming.start()))


__all__ = ["MONTHS", "find", "resolve"]
