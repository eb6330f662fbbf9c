"""Heads of articles: the publication day that a dateline with a year, or a line that holds nothing but a date, prints above the text."""

from __future__ import annotations

import re
from datetime import date

REACH = 120  # characters: a date behind them is a date of the story

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sep(?:t(?:ember)?)?\.?"
    r"|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_BRITISH = rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{_MONTH}),? (?P<y1>\d{{4}})"
_AMERICAN = rf"(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
_DAY = rf"(?:{_BRITISH}|{_AMERICAN})(?!\d)"
_ISO = r"(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2})(?!\d)"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_CLOCK = r"(?:[,|]?\s*(?:at )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?)?"
_LINE = re.compile(rf"[ \t]*(?:(?:published|posted|date)(?: on)?:? *)?{_WEEKDAY}(?:{_DAY}|{_ISO}){_CLOCK}[ \t]*\Z", re.IGNORECASE)
# PLACE, DATE and then what ends a dateline: a dash, a full stop, a bracket, a slash, a colon, the agency in capitals
_DATELINE = re.compile(rf"(?P<place>[^\n\d:;!?/]{{2,50}}?)[,.] ?{_WEEKDAY}{_DAY}(?:\s*[-–—.(/:]|,? [A-Z]{{3,}}\s*(?:[-–—.:/(]|\Z)|\Z)")
_PROSE = frozenset("after as at before by from in on since the until when while".split())


def day_of_head(text: str) -> date | None:
    """The day that the head of an article prints in full, None if it prints none or one without a year."""
    start = 0
    for line in text[: REACH * 2].split("\n")[:8]:
        if start > REACH:
            break
        found = _LINE.match(line) or _dateline(line)
        if found and start + found.end() <= REACH:
            return _day(found)
        start += len(line) + 1
    return None


def _dateline(line: str) -> re.Match[str] | None:
    found = _DATELINE.match(line)
    words = re.findall(r"[^\W\d_][\w'’.-]*", found["place"]) if found else []
    places = bool(words) and len(words) <= 6 and words[0].casefold() not in _PROSE and all(word[0].isupper() for word in words)
    return found if places else None


def _day(found: re.Match[str]) -> date | None:
    year, month, day = (next(value for one in "123" if (value := found.groupdict().get(f"{part}{one}"))) for part in "ymd")
    try:
        return date(int(year), int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1, int(day))
    except ValueError:
        return None
