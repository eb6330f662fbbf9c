"""Amounts: money, quantities, percentages and multiples as an article prints them, with value, unit and hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.mentions.paragraphs import matches
from kg.mentions.units import SCALE, SHORT, SIGN, TIMELESS, UNIT, WORDLIKE, scale, sign, unit
from kg.model import Amount, Analysis, Document, Field, Mention

_GAP = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(rf"(?<![\d])(?:\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*)")
_WORDS = {
    "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
    "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70",
    "eighty": "80", "ninety": "90", "half a": "0.5", "half": "0.5", "a half": "0.5", "one and a half": "1.5", "two and a half": "2.5",
    "three and a half": "3.5", "one-and-a-half": "1.5", "two-and-a-half": "2.5", "a hundred": "100", "one hundred": "100",
}  # fmt: skip
_SPELT = "|".join(sorted(map(re.escape, _WORDS), key=len, reverse=True))
_WORD_NUMBER = re.compile(
    rf"(?<![\w-])(?i:({_SPELT}))[\s-]+(?=(?:thousand|million|billion|trillion|per\s?cent|percent|pct|times|fold)\b)|\b(?i:({_SPELT}))fold\b"
)
_COUNTED = ("thousand", "million", "billion", "trillion", "cent", "pct", "times", "fold")
_PARTS = ("half", "third", "quarter", "fifth", "tenth", "two", "three")
_MULTIPLE = re.compile(r"\b(?i:(doubl|tripl|trebl|quadrupl|quintupl|halv)(?:ed|es|e|ing)|(twice))\b")
_MULTIPLES = {"doubl": "2", "tripl": "3", "trebl": "3", "quadrupl": "4", "quintupl": "5", "halv": "-2", "twice": "2"}
_FACTOR = re.compile(rf"\bfactor\s+of\s+(\d+(?:\.\d+)?|{_SPELT})\b", re.IGNORECASE)
_FRACTION = re.compile(
    r"\b(?:by|up|down|rose|fell|dropped|grew|declined|plunged|jumped|slumped|(?:rise|increase|growth|gain|jump|drop|fall|decline|decrease|reduction)\s+of)"
    r"\s+(?:(?:nearly|almost|about|around|roughly|approximately|over|more\s+than|some|just\s+over)\s+)?(?:(?:an?|one)[\s-]+)?"
    r"(?P<fraction>half|third|quarter|fifth|tenth|two[\s-]+thirds|three[\s-]+quarters)\b(?!\s+(?:of|year|as|an?|quarter)\b|-)"
)
_FRACTION_THAN = re.compile(
    r"\b(?:an?|one)[\s-](?P<fraction>third|quarter|fifth|tenth|half)(?=\s+(?:more|less|higher|lower|larger|smaller|bigger|greater|fewer)\b)"
)
_FRACTIONS = {"half": "50", "third": "33.3", "quarter": "25", "fifth": "20", "tenth": "10", "two thirds": "66.7", "three quarters": "75"}
_SCALE = re.compile(rf"{_GAP}{{0,2}}-?\s?(?i:{SCALE})")
_FRONT = re.compile(rf"(?P<minus>[-−–+±]\s?|\bminus\s+|\bplus\s+)?(?:(?P<sign>(?<![A-Za-z]){SIGN})\s?(?P<inner>[-−+])?)?\s?$")
_WORDLIKE = SHORT | frozenset("COP ALL TOP TRY MAD CUP PEN BAM SOS BOB ANG".split())  # codes that are words or other acronyms too
_PER = re.compile(
    r"\s*(?:/|\bper\s+|\b(?:an?)\s+|\bfor\s+(?:a|each|every)\s+)(?P<thing>tonne|ton|barrel|kg|kilogram|kilo|litre|liter|gallon|bushel|ounce"
    r"|unit|person|head|capita|cubic|thousand cubic|MWh|kWh|share|TEU|hectare|1,000|100)\b"
)
_ADVERBS = r"(?:\s+(?:just|slightly|well|a\s+little|far|somewhat|only|already|even|the|a|an|total|of))*"
# "an increase over A" compares, it does not hedge
_NOT_AFTER_CHANGE = "".join(f"(?<!{word} )" for word in "increase rise growth gain jump improvement drop fall decline decrease".split())
_HEDGES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:{words}){_ADVERBS}\s*[(]?\s*$", re.IGNORECASE))
    for name, words in (
        ("under", r"\b(?:did\s+not|didn['’]t|does\s+not|has\s+not|not|never|without)\s+(?:exceed(?:ed|ing)?|surpass(?:ed)?|top(?:ped)?"
                  r"|reach(?:ed)?)"),
        ("under", r"\b(?:nearly|almost|nearing|neared|approach(?:es|ed|ing)|just\s+under|close\s+on|below|less\s+than|fewer\s+than"
                  r"|lower\s+than|under|no\s+more\s+than|not\s+more\s+than|at\s+most|just\s+short\s+of|short\s+of|shy\s+of|up\s+to"
                  r"|barely\s+reached)"),
        ("over", rf"\b(?:more\s+than|{_NOT_AFTER_CHANGE}over|above|exceed(?:ed|s|ing)?|in\s+excess\s+of|surpass(?:ed|es|ing)?"
                 r"|topp(?:ed|ing)|tops?|crossed|crossing|passed|at\s+least|no\s+less\s+than|not\s+less\s+than|upwards\s+of|greater\s+than|higher\s+than|north\s+of"
                 r"|overtook|outstripped|upward\s+of|beyond|past|broke\s+through)"),
        ("about", r"\b(?:about|around|roughly|approximately|approx\.?|some|circa|ca\.|close\s+to|estimated(?:\s+at)?|in\s+the\s+region\s+of"
                  r"|on\s+the\s+order\s+of|in\s+the\s+order\s+of|an\s+estimated|or\s+so|near)|[~≈]"),
    )
)  # fmt: skip
_AFTER = re.compile(r"\s*(?:or\s+(?P<so>so|thereabouts)|or\s+(?P<more>more)|or\s+(?P<less>less)|(?P<plus>-?plus\b|\+))(?!\w)")
_SEASON = re.compile(r"(?:\d[-–/]|[A-Za-z])$")  # "in 2012-13 to $300 billion", "FY24 to $3 billion" are no ranges
_RANGE = re.compile(rf"\s*(?:[-–—]|\bto\b)\s*{SIGN}?\s?$")


def find(analysis: Analysis) -> list[Mention]:
    """All amounts of the headline and the text in their order, as mentions of kind "amount" that do not overlap.

    An amount is a number with a currency, a measure, "percent", "times" or at least a scale word (then its unit is "");
    bare numbers are none. Values are exact decimals. A sign is kept only where it is printed before the number; brackets
    are never a minus. Prices ("$84 a barrel") bear their measure in the unit: "USD per barrel".
    """
    title = _field(analysis.document, "title") if analysis.document.title else []
    return title + _field(analysis.document, "text")


def _field(document: Document, field: Field) -> list[Mention]:
    text = document.field(field)
    mentions: list[Mention] = []
    for start, end, amount in _merged(text, sorted(_found(text), key=lambda one: (one[0], -one[1]))):
        span = document.span(start, end, field)
        mentions.append(Mention("amount", span, span.text, span, value=amount))
    return mentions


Found = tuple[int, int, Amount]


def _found(text: str) -> Iterator[Found]:
    for match in _NUMBER.finditer(text):
        if (found := _quantity(text, match)) is not None:
            yield found
    for match in matches(_WORD_NUMBER, text, _COUNTED):
        printed = match[1] or match[2]
        if (found := _spelt(text, match.start(), match.start() + len(printed), printed)) is not None:
            yield found
    for match in matches(_FACTOR, text, ("factor",)):
        printed = match[1]
        value = number(printed)[0] if printed[0].isdigit() else Decimal(_WORDS[printed.lower()])
        yield match.start(), match.end(), Amount(printed, value, "times", decimals=number(printed)[1] if printed[0].isdigit() else 0)
    for match in matches(_MULTIPLE, text, ("doubl", "tripl", "trebl", "quadrupl", "quintupl", "halv", "twice")):
        times = _MULTIPLES[(match[1] or match[2]).lower()]
        yield match.start(), match.end(), Amount(match.group(), Decimal(times), "times", hedge=_hedge(text, match.start(), match.end()))
    for match in (*matches(_FRACTION, text, _PARTS), *matches(_FRACTION_THAN, text, _PARTS)):
        share = _FRACTIONS[" ".join(match["fraction"].replace("-", " ").split())]
        start = match.start("fraction")
        yield (
            start,
            match.end(),
            Amount(match["fraction"], Decimal(share), "percent", decimals=1 if "." in share else 0, hedge=_hedge(text, start, match.end())),
        )


def number(printed: str) -> tuple[Decimal, int]:
    """A printed number and how many decimals it prints: "40.2", "40,2", "1 240,5", "1.234.567", "1,00,000"."""
    digits = re.sub(rf"{_GAP}|['’]", "", printed)
    comma, dot = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and dot >= 0:
        mark = "," if comma > dot else "."
    elif comma >= 0:
        groups = digits.split(",")
        thousands = (
            not digits.startswith("0") and len(groups[-1]) == 3 and all(len(group) in (2, 3) for group in groups[1:-1]) and len(groups[0]) <= 3
        )
        mark = "" if thousands or len(groups) > 2 else ","
    else:
        mark = "." if digits.count(".") == 1 else ""
    whole, _, rest = digits.rpartition(mark) if mark else (digits, "", "")
    whole = re.sub(r"[.,]", "", whole)
    return Decimal(f"{whole}.{rest}" if rest else whole), len(rest)


def _quantity(text: str, match: re.Match[str]) -> Found | None:
    """The amount around a number in digits, None if nothing says of what."""
    start, end = match.span()
    front = _FRONT.search(text, max(0, start - 8), start)
    printed = front["sign"] if front else None
    if printed in _WORDLIKE and not _SCALE.match(text, end):
        printed = None
    if (
        start
        and not printed
        and (text[start - 1].isalpha() or (text[start - 1] in "-./" and text[start - 2 : start - 1].isalnum() and not _ranged(text, start)))
    ):
        return None
    scaled = _SCALE.match(text, end)
    if scaled and scaled.group()[-1] in "mbkMBK" and len(scaled.group().strip()) == 1 and not printed and scaled.group().strip() != "k":
        scaled = None if not UNIT.match(text, scaled.end()) else scaled
    stop = scaled.end() if scaled else end
    named = UNIT.match(text, stop)
    if named and named["money"] and not scaled and named["money"].lower() in WORDLIKE:
        named = None
    name, factor = (sign(printed), Decimal(1)) if printed else ("", Decimal(1))
    if named and (not printed or named["money"] or named["code"]):
        stop = named.end()
        if not printed:
            name, factor = unit(named)
    if not name and not scaled:
        return None
    first = front.start("sign") if printed and front else start
    negative = _negative(text, front)
    value, decimals = number(match.group())
    lexical = match.group() if not negative else f"-{match.group()}"
    if negative or (front and (front["minus"] or "").strip() == "+"):
        first = front.start("minus") if front and front["minus"] else first
    step = scale(scaled.group()) * factor if scaled else factor
    per = _PER.match(text, stop) if name not in TIMELESS else None
    if per:
        name, stop = f"{name} per {per['thing']}".strip(), per.end()
    return first, stop, Amount(lexical, (-value if negative else value) * step, name, step, decimals, _hedge(text, first, stop))


def _negative(text: str, front: re.Match[str] | None) -> bool:
    """Whether a minus stands before the number: not the dash of a range or of a list, never a bracket."""
    if front is None:
        return False
    if front["inner"]:
        return front["inner"] in "-−"
    minus = front["minus"] or ""
    if minus.strip() == "minus":
        return True
    before = text[max(0, front.start() - 1) : front.start()]
    return (minus in ("-", "−") and not before.isalnum()) or (minus == "–" and before == "(")


def _ranged(text: str, start: int) -> bool:
    """Whether a dash before `start` joins two numbers."""
    return bool(re.search(r"\d[\s\w]{0,9}[-–]$", text[max(0, start - 12) : start]))


def _spelt(text: str, start: int, end: int, printed: str) -> Found | None:
    """A number in words before a scale word, "percent", "times" or "-fold"."""
    scaled = _SCALE.match(text, end)
    named = UNIT.match(text, scaled.end() if scaled else end)
    if not scaled and named is None:
        return None
    stop = named.end() if named else scaled.end() if scaled else end
    name, factor = unit(named) if named else ("", Decimal(1))
    value = Decimal(_WORDS[printed.lower()])
    step = (scale(scaled.group()) if scaled else Decimal(1)) * factor
    return start, stop, Amount(text[start:end], value * step, name, step, 0, _hedge(text, start, stop))


def _hedge(text: str, start: int, end: int) -> str:
    """What the words around an amount make of it: "about", "over", "under", or "" if it stands as it is."""
    before = text[max(0, start - 48) : start]
    for name, pattern in _HEDGES:
        if pattern.search(before):
            return name
    after = _AFTER.match(text, end)
    if after:
        return "about" if after["so"] else "under" if after["less"] else "over"
    return ""


def _merged(text: str, found: list[Found]) -> list[Found]:
    """Compound amounts ("3 bln 290 mln") summed, ranges ("$5-6 billion") joined, overlaps resolved for the longer."""
    merged: list[Found] = []
    bare = {match.end(): match for match in _NUMBER.finditer(text)} if any(one[2].unit or one[2].scale > 1 for one in found) else {}
    for one in found:
        if merged and one[0] < merged[-1][1]:
            if one[1] - one[0] > merged[-1][1] - merged[-1][0]:
                merged[-1] = one
            continue
        joined = _compound(text, merged[-1], one) if merged else None
        if joined is None and merged:
            joined = _range(text, merged[-1], one)
        if joined is not None:
            merged[-1] = joined
        else:
            opened = _opened(text, one, bare)
            while merged and opened[0][0] < merged[-1][1]:
                merged.pop()
            merged += opened
    return merged


def _compound(text: str, left: Found, right: Found) -> Found | None:
    a, b = left[2], right[2]
    if a.scale < 1000 or b.scale >= a.scale or a.unit in TIMELESS or b.unit in TIMELESS or a.decimals or b.value >= a.scale or b.value < 0:
        return None
    if (
        not (a.unit in ("", b.unit) or not b.unit)
        or not re.fullmatch(rf"{_GAP}{{1,2}}(?:and{_GAP})?", text[left[1] : right[0]])
        or (a.unit and b.unit and a.unit != b.unit)
    ):
        return None
    lexical = f"{text[left[0] : right[1]]}"
    return left[0], right[1], Amount(lexical, a.value + b.value, b.unit or a.unit, b.scale, b.decimals, a.hedge)


def _range(text: str, left: Found, right: Found) -> Found | None:
    """Two full amounts joined by a dash, or by "between … and"."""
    a, b = left[2], right[2]
    between = text[left[1] : right[0]]
    dashed = re.fullmatch(r"\s*[-–—]\s*", between)
    framed = re.fullmatch(r"\s+and\s+", between) and text[: left[0]].rstrip().lower().endswith("between")
    if framed and a.scale == 1 and b.scale > 1:
        a = replace(a, value=a.value * b.scale, scale=b.scale)  # "between $3.8 and $4 billion"
    if not (dashed or framed) or b.value <= a.value or (a.unit and a.unit != b.unit) or a.high is not None:
        return None
    return left[0], right[1], replace(a, unit=b.unit, high=b.value)


def _opened(text: str, one: Found, bare: dict[int, re.Match[str]]) -> list[Found]:
    """`one` with the bare lower end that stands before it: "5-6 percent"; "from 3 to 2 billion dollars" are two amounts."""
    start, end, amount = one
    join = _RANGE.search(text, max(0, start - 8), start + (1 if text[start] in "-–" else 0))
    low = bare.get(join.start()) if join is not None and amount.high is None else None
    if low is None or _SEASON.search(text, max(0, low.start() - 5), low.start()):
        return [one]
    value, decimals = number(low.group())
    front = _FRONT.search(text, max(0, low.start() - 6), low.start())
    first = front.start("sign") if front and front["sign"] else low.start()
    name = sign(front["sign"]) if front and front["sign"] and not amount.unit else amount.unit
    lower = Amount(low.group(), value * amount.scale, name, amount.scale, decimals, _hedge(text, first, low.end()))
    if re.search(r"\bfrom\s+$", text[max(0, first - 6) : first], re.IGNORECASE):
        return [(first, low.end(), lower), one]
    if lower.value >= abs(amount.value):
        return [one]
    return [(first, end, replace(lower, hedge=_hedge(text, first, end), high=abs(amount.value)))]
