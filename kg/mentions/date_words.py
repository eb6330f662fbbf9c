"""The printed forms of dates and periods, each read into a part: what is said of year, month and day, nothing resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.mentions.paragraphs import matches

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CARDINALS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(),
        1,
    )
}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


class Point(NamedTuple):
    """Year, month and day as far as they are printed. `year` 0 is this year, -1 the last, +1 the next one."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


NOWHERE = Point()


@dataclass(frozen=True, slots=True)
class Part:
    """A printed date before it is resolved. `form` says how: day, month, year, span (quarters, halves, months of a
    year), weekday, relative (counted from the publication date) or anaphor (needs a period named elsewhere)."""

    start: int
    end: int
    form: str
    low: Point = NOWHERE
    high: Point = NOWHERE
    word: str = ""
    count: int = 0


_ABBREVIATED = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_NUMBERS = {**{name: n for n, name in enumerate(MONTHS, 1)}, **_ABBREVIATED}
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(sorted(_ABBREVIATED, key=len, reverse=True))})\b\.?)"
_FROM_MONTH = re.compile(rf"\b(?P<first>{_MONTH})\s*(?:[-–—]|to|through)\s*$")
_COUNTED = (
    r"percent|per\s+cent|pct|%|million|billion|trillion|thousand|mln|bln|bn|tons?\b|tonnes|years|months|days|people|countries|dollars|euros|barrels"
)
_DAY = rf"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,]\d|\s*-?\s*(?:{_COUNTED})|\w)"
_YEAR = r"(?:1[89]|20)\d\d(?![\d%]|[.,]\d|\w)"
_TO = r"\s*(?:[-–—]|\bto\b|\band\b|\bthrough\b|\buntil\b|&)\s*"
_OF = (
    rf"(?:,|\s+of)?\s+(?:(?:the\s+)?year\s+)?(?P<year>{_YEAR})(?P<season>[-–/]\d\d(?![\d%]|[.,]\d))?"
    r"|(?:,|\s+of)?\s+(?P<near>this|last|next|(?:the\s+)?(?:current|previous))\s+year|\s+of\s+(?P<same>the|that)\s+year"
)
NUMBER = rf"(?:{'|'.join(sorted(CARDINALS, key=len, reverse=True))}|\d{{1,2}})"
_NAMES_TOO = {"March", "April", "May", "June", "August", *_ABBREVIATED}  # also verbs or names of persons
_LEADS = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|from|to|through|last|this|next|early|late|mid|during|for|and|before|after|on|between|over|as of|again"
    r"|than|every|each|end|against|versus)"
    r"|[-–—/(])[\s-]*$",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\s+(?:trade|exports?|imports?|surplus|deficit|shipments|turnover|figures?)\b")
_YEAR_LEADS = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|from|to|through|during|for|before|after|between|and|or|early|late|mid|an?|than|over|versus|vs\.?|against"
    r"|year|calendar|fiscal|the|its|their|his"
    r"|our|back|into|around|circa|about|as of|end|beginning|start|throughout|on|with|FY|entire|whole|full|closed|ended|began|opened|started"
    r"|finished|autumn"
    r"|spring|summer|winter|fall)|['’]s|[-–—/(;,:]|^)[\s-]*$",
    re.IGNORECASE,
)
_NO_YEAR_AFTER = re.compile(
    r"\s*(?:-[^\W\d]|(?:people|persons|men|women|soldiers|troops|delegates|participants|tons|tonnes|km|kilomet|miles|met(?:re|er)s|dollars|euros"
    r"|rubles|roubles|homes|houses|children"
    r"|students|companies|cases|vehicles|cars|units|workers|jobs|seats|votes|years|days|hours|million|billion|kilos|kg|MW|of them|times|points)\b)"
)
_BACK = re.compile(r"[$€£¥₸₽]\s*$|[A-Z]{3}\s$")


def _number(word: str) -> int:
    return CARDINALS.get(word.lower()) or int(re.sub(r"\D", "", word) or 0)


def _month(word: str) -> int:
    return _NUMBERS[word.rstrip(".")]


def _near(match: re.Match[str]) -> int | None:
    """The year a form names: a number, a step from the publication year, or none."""
    if match["year"]:
        return int(match["year"]) + (match["season"] is not None and _crossed(match))
    if match["near"]:
        return {"this": 0, "next": 1, "current": 0}.get(match["near"].split()[-1].lower(), -1)
    return None


def _crossed(match: re.Match[str]) -> bool:
    """Whether a month "of 2020-21" lies in the second of the two years: March, and June in "July-June"."""
    month = match.groupdict().get("month")
    if month is None:
        return False
    first = _FROM_MONTH.search(match.string, max(0, match.start() - 16), match.start())
    return _month(month) < (_month(first["first"]) if first else 4)


def _iso(match: re.Match[str]) -> Part:
    point = Point(int(match[1]), int(match[2]), int(match[3]))
    return Part(match.start(), match.end(), "day", point, point)


def _numeric(match: re.Match[str]) -> Part | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "/" and first <= 12 and second <= 12 and first != second:
        return None  # day first or month first: cannot be told
    day, month = (second, first) if match[2] == "/" and second > 12 else (first, second)
    return Part(match.start(), match.end(), "day", Point(year, month, day), Point(year, month, day))


def _days(match: re.Match[str]) -> Part:
    month, first = _month(match["month"]), _number(match["day"])
    last = _number(match["last"]) if match["last"] else first
    year = _near(match)
    return Part(match.start(), match.end(), "day", Point(year, month, first), Point(year, month, last))


def _months(match: re.Match[str]) -> Part | None:
    name, year = match["month"], _near(match)
    before, after = match.string[max(0, match.start() - 16) : match.start()], match.string[match.end() : match.end() + 2]
    if year is None and name.rstrip(".") in _NAMES_TOO:
        if not (
            _LEADS.search(before) or _FIGURES.match(match.string, match.end()) or after[:2] in ("'s", "’s") or (after[:1] in "-–" and name in MONTHS)
        ):
            return None
        if re.search(r"(?:Mr|Ms|Mrs|Theresa|Minister|President)\.?\s$", before):
            return None
    point = Point(year, _month(name))
    return Part(match.start(), match.end(), "month", point, point)


def _fiscal_month(match: re.Match[str]) -> Part | None:
    """ "July of FY24", "March FY24": told where every fiscal year agrees, those that begin in April, July or October."""
    month = _month(match["month"])
    if month in (4, 5, 6):
        return None
    point = Point(2000 + int(match["year"]) - (month > 6), month)
    return Part(match.start(), match.end(), "month", point, point)


def _first_month(match: re.Match[str]) -> Part:
    return _span(match, 1, 1)


def _quarter(match: re.Match[str]) -> Part:
    word = match["word"] or match["after"] or match["before"]
    n = ORDINALS.get(word.lower()) or int(word)
    return _span(match, 3 * n - 2, 3 * n)


def _first_quarters(match: re.Match[str]) -> Part:
    return _span(match, 1, 3 * _number(match["count"]))


def _half(match: re.Match[str]) -> Part | None:
    word = match["word"] or match["after"] or match["before"]
    n = {"last": 2, "final": 2}.get(word.lower()) or ORDINALS.get(word.lower()) or int(word)
    return _span(match, 6 * n - 5, 6 * n) if n <= 2 else None


def _first_months(match: re.Match[str]) -> Part | None:
    n = _number(match["count"])
    if not 1 <= n <= 12 or not (match["first"] or match["year"] or match["near"] or match["same"]):
        return None
    return _span(match, 1, n)


def _span(match: re.Match[str], first: int, last: int) -> Part:
    year = _near(match)
    return Part(match.start(), match.end(), "span", Point(year, first), Point(year, last), word="whole")


def _year(match: re.Match[str]) -> Part | None:
    before = match.string[max(0, match.start() - 16) : match.start()]
    opening = match.start() == 0 or match.string[match.start() - 1] == "\n"
    if not (opening or _YEAR_LEADS.search(before)) or _NO_YEAR_AFTER.match(match.string, match.end()) or _BACK.search(before):
        return None
    return Part(match.start(), match.end(), "year", Point(int(match[0])), Point(int(match[0])))


def _season(match: re.Match[str]) -> Part | None:
    first, last = int(match["first"]), int(match["last"])
    last += first // 100 * 100 if last < 100 else 0
    return Part(match.start(), match.end(), "year", Point(first), Point(last)) if last == first + 1 else None


def _fiscal(match: re.Match[str]) -> Part:
    first, last = 2000 + int(match["first"]), 2000 + int(match["last"] or match["first"])
    return Part(match.start(), match.end(), "year", Point(first), Point(last))


def _decade(match: re.Match[str]) -> Part:
    first = int(match[1]) if len(match[1]) == 4 else 1900 + int(match[1])
    return Part(match.start(), match.end(), "year", Point(first), Point(first + 9))


def _weekday(match: re.Match[str]) -> Part:
    return Part(match.start(), match.end(), "weekday", word=(match[1] or "").lower(), count=WEEKDAYS.index(match[2]))


def _relative(match: re.Match[str]) -> Part:
    word = " ".join(match[0].lower().split())
    return Part(match.start(), match.end(), "relative", word=re.sub(r"^(?:the|earlier|later|so far|just|early|late) |^so far ", "", word))


def _ago(match: re.Match[str]) -> Part:
    return Part(match.start(), match.end(), "relative", word=f"{match['unit'].lower()} ago", count=_number(match["count"]))


def _past(match: re.Match[str]) -> Part | None:
    if not match["count"] and not match["unit"].lower().startswith("decade"):
        return None
    count = 10 * _number(match["count"] or "1") if match["unit"].lower().startswith("decade") else _number(match["count"] or "1")
    unit = "year" if match["unit"].lower().startswith("decade") else match["unit"].lower().rstrip("s")
    return Part(match.start(), match.end(), "relative", word=f"past {unit}", count=count)


def _anaphor(match: re.Match[str]) -> Part:
    return Part(match.start(), match.end(), "anaphor", word=" ".join(match[0].lower().split()))


_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_SAME = r"period|months?|quarter|half|term|time|day|days|season|timeframe|span|interval"
_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], Part | None]], ...] = (
    ("-0 -1", re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?!\d|-\d)"), _iso),
    ("/1 .1 /2 .2", re.compile(r"\b(\d{1,2})([./])(\d{1,2})[./]((?:19|20)\d\d)\b"), _numeric),
    (_MONTH_NAMES, re.compile(rf"\b(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY})(?!\s+{_MONTH}))?(?:{_OF})?"), _days),
    (_MONTH_NAMES, re.compile(rf"\b(?P<day>{_DAY})(?:{_TO}(?P<last>{_DAY}))?\s+(?:of\s+)?(?P<month>{_MONTH})(?:{_OF})?(?![’']\w)"), _days),
    (_MONTH_NAMES, re.compile(rf"\b(?P<month>{_MONTH})(?!\w)(?:{_OF})?"), _months),
    (
        "quarter q",
        re.compile(rf"\b(?i:(?:(?P<word>{'|'.join(ORDINALS)})[\s-]+quarter|Q(?P<after>[1-4])\b|(?P<before>[1-4])Q\b)(?:{_OF})?)"),
        _quarter,
    ),
    ("fy", re.compile(rf"\b(?P<month>{_MONTH})\s+(?:of\s+)?FY\s?['’]?(?:20)?(?P<year>\d\d)(?![\d%]|[.,/-]\d)"), _fiscal_month),
    ("first month", re.compile(rf"\b(?i:(?:the\s+)?first\s+month(?:{_OF}))"), _first_month),
    ("quarters", re.compile(rf"\b(?i:first\s+(?P<count>two|three|2|3)\s+quarters(?:{_OF})?)"), _first_quarters),
    (
        "half h1 h2 1h 2h",
        re.compile(
            rf"\b(?i:(?:(?P<word>first|second|last|final|1st|2nd)[\s-]+half(?:-?year)?(?!\s+of\s+(?!last|this|the\s+(?:current|year|previous)"
            rf"|{_YEAR}))"
            rf"|H(?P<after>[12])\b|(?P<before>[12])H\b)(?:{_OF})?)"
        ),
        _half,
    ),
    ("month", re.compile(rf"\b(?i:(?P<first>first\s+)?(?P<count>{NUMBER})[\s-]+months?(?:{_OF})?)"), _first_months),
    ("19 20", re.compile(r"\b(?P<first>(?:19|20)\d\d)[-–/](?P<last>(?:19|20)?\d\d)(?![\d%]|[.,]\d|-\d)"), _season),
    ("fy", re.compile(r"\bFY\s?['’]?(?P<first>\d\d)(?:[-–/](?P<last>\d\d))?(?![\d%]|[.,/-]\d)"), _fiscal),
    ("0s", re.compile(r"(?<![\w.,])((?:1[89]|20)\d0|[2-9]0)s\b"), _decade),
    ("18 19 20", re.compile(rf"(?:(?<![\w.,$€£¥%+])|(?<=FY)){_YEAR}(?!s)"), _year),
    ("day", re.compile(rf"(?:\b(?i:(last|next|this|past|coming))\s+)?\b({'|'.join(WEEKDAYS)})(?!s|\w)"), _weekday),
    (
        "today yesterday tomorrow night week month quarter half year",
        re.compile(
            r"\b(?i:today|yesterday|tomorrow|tonight|last\s+night|(?:(?:so\s+far|earlier|later|early|late|just)\s+)?(?:this|last|next"
            r"|(?:the\s+)?(?:previous|current|coming|past|outgoing))\s+(?:week|month|quarter|half|weekend|year)(?![\w-]))"
        ),
        _relative,
    ),
    ("ago", re.compile(rf"\b(?i:(?P<count>{NUMBER})\s+(?P<unit>day|week|month|year)s?\s+ago)\b"), _ago),
    ("year-ago", re.compile(r"\b(?i:(?:(?:the|a)\s+)?year-ago\s+(?:period|month|quarter|level|figure))\b"), _anaphor),
    (
        "before earlier prior ago",
        re.compile(
            rf"\b(?i:(?:the|this)\s+(?:year|month|day|week)\s+(?:before|earlier|prior)|(?:an?|{NUMBER})\s+(?:year|month|week"
            rf"|day)s?\s+(?:earlier|before|prior)"
            r"|an?\s+(?:year|month|week)\s+ago)\b(?!\s+[A-Z])"
        ),
        _anaphor,
    ),
    (
        "days weeks months years decade",
        re.compile(rf"\b(?i:(?:past|last|previous)\s+(?:(?P<count>{NUMBER})\s+)?(?P<unit>days|weeks|months|years|decades?))\b"),
        _past,
    ),
    (
        "period month quarter half term time day season span interval year fiscal",
        re.compile(
            rf"\b(?i:(?:the\s+|that\s+|this\s+)?(?:same|similar|corresponding|comparable|comparison|comparative|like|equivalent|above(?:-?mentioned)?|said|given|specified|reporting"
            rf"|reported|mentioned|indicated|aforementioned|preceding|previous)\s+(?:{_SAME})"
            rf"|(?:the|that|this)\s+period(?!\s+(?:of|from|up|to|through|ending|ended)\b)|(?:(?:the\s+)?first\s+(?:(?:{NUMBER}\s+)?months?|half|quarter)\s+of\s+)?(?:the\s+)?(?:previous|preceding|last|prior|current|past|this)"
            rf"\s+(?:(?:fiscal|financial|marketing|business|\w+ian(?:\s+calendar)?)\s+year|season|fiscal\b(?!\s+\w+ing))|(?:the\s+)?(?:full|whole|entire)\s+(?:fiscal|financial)(?:\s+year)?)\b"
        ),
        _anaphor,
    ),
)  # fmt: skip
"""Each form with what stands in it, one of these at least: most paragraphs are spared most of the patterns."""
_KEYED = tuple((tuple(words.split()), pattern, reads) for words, pattern, reads in _FORMS)
_ANCHOR = re.compile(
    r"\d|day|week|month|year|quarter|half|period|season|time|night|tomorrow|decade|term|fiscal|" + "|".join(name[:3] for name in MONTHS)
)


def parts(text: str) -> list[Part]:
    """Every printed date of `text` in its order, the longest where two overlap."""
    if not _ANCHOR.search(text):
        return []
    found = sorted(_candidates(text), key=lambda part: (part.start, -part.end))
    kept: list[Part] = []
    for part in found:
        if kept and part.start < kept[-1].end:
            if part.end - part.start > kept[-1].end - kept[-1].start:
                kept[-1] = part
            continue
        kept.append(part)
    return kept


def _candidates(text: str) -> Iterator[Part]:
    for words, pattern, reads in _KEYED:
        for match in matches(pattern, text, words):
            part = reads(match)
            if part is not None:
                yield part
