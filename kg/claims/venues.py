"""Venues: where and when an occasion is held, by what its sentence prints beside it."""

from __future__ import annotations

import re

from kg.model import Mention, Reading, Span, When

MARGINS = re.compile(r"\b(?:margins|sidelines) of\s+(?:the\s+)?(?:\w+\s+){0,3}$", re.I)
PLACE_AFTER = re.compile(r"^[,\s]*(?:[^.;,]{0,40}?\s)?(?:in|at|hosted by)\s+(?:the\s+)?$", re.I)
DAY = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
PLACEHOLDERS = re.compile(
    r"(?:the\s+)?(?:capital\s+)?(?:city|town)\s+of\s+|"
    rf",?\s(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?(?:{DAY}\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?"
    rf"|\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s{DAY})"
    r"(?:,?\s\d{4})?,?(?=\s(?:in|at)\s)|"
    r"\b(?:scheduled|planned|set|slated|due)\s(?:for|on)\s[\w –-]{3,20}(?=\sin\s)|\b(?:to be (?:held|hosted)|to take place"
    r"|is to take place)\b"
)
ASIDE = re.compile(r"^\s[–—]\s[^–—]{3,80}\s[–—](?=\s)")  # "the summit – A, B and C – in D"
ELSEWHERE = re.compile(r"\b(?:with|between|on|from|to|of|for|while|which|who|that|said|met|President|Minister)\b")
HOSTS = re.compile(r"\s(?:will |is to |to |is set to |prepares to |is preparing to |would |has )*host(?:s|ed|ing)?\s(?:the |an? )?")
OPENS = re.compile(r"[\s,]+[^.;]*\b(?:host|hold|held|open|attend|take part|took part|convene|participat|delegation)\w*\b[^.;,]*$")
WHILE = re.compile(r"^[^,.;]{0,40}\b(?:while attending|during)\s(?:the\s)?$")
TRAVELS = re.compile(
    r"\b(?:(?:visit(?:s|ed|ing)?)|(?:visit(?:ed|s)?|trip|travel\w*|arriv\w+|gather\w*|conven\w+|assembl\w+|meet|met|is"
    r"|was)\s+(?:to|in))\s+(?:the\s+)?$"
)
WHICH = re.compile(
    r",?\s(?:which|that)\s(?:(?:will|is to|was|is|has)\s)?(?:opens?|opened|starts?|started|begins?|began|take place"
    r"|takes place|took place|be held|held"
    r"|being held|taking place|kicks off|kicked off|run|runs)(?=\s)"
)


def place(reading: Reading, sentence: Span, span: Span) -> Mention | None:
    """The town or state where it is held: after "in", in the name itself, or where one is who attends."""
    text = reading.document.field(sentence.field)
    best: tuple[int, Mention] | None = None
    for one in reading.mentions:
        if one.kind not in ("place", "state", "region") or one.form == "adjective" or not sentence.covers(one.head):
            continue
        distance = _distance(text, sentence, span, one)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, one)
    if best is None and text.startswith(" there", span.end):
        return next((one for one in reversed(_towns(reading, sentence)) if one.head.end < span.start), None)
    return _capital(reading, sentence, best[1]) if best else None


def _towns(reading: Reading, sentence: Span) -> list[Mention]:
    return [one for one in reading.mentions if one.kind == "place" and one.form != "adjective" and sentence.covers(one.head)]


def _capital(reading: Reading, sentence: Span, place: Mention) -> Mention:
    """The town itself for "Malta's capital, Valletta"."""
    text = reading.document.field(sentence.field)
    named = re.compile(r"[’']s?\s+(?:capital|city)(?:\s+city)?(?:,|\s+of)?\s+").match(text, place.head.end)
    return next((one for one in _towns(reading, sentence) if named and one.head.start == named.end()), place)


def _distance(text: str, sentence: Span, span: Span, one: Mention) -> int | None:
    """How far a place stands from the occasion that is held in it; None if it is no place of it."""
    if one.head.start >= span.end:
        between = PLACEHOLDERS.sub("", WHICH.sub("", ASIDE.sub("", text[span.end : one.head.start])))
        if between.endswith("hosted by ") and re.match(r"\s[A-Z]", text[one.head.end :]):
            return None  # "hosted by US President X"
        return len(between) if PLACE_AFTER.match(between) and not ELSEWHERE.search(between) else None
    if span.covers(one.head):
        inner = text[span.start : one.head.start]
        named = one.kind == "place" and (inner == "" or re.search(r"\bin\s$|\d+(?:st|nd|rd|th)\s$", inner))
        pair = re.match(r"\s?[-–]\s?[A-Z]", text[one.head.end :])  # "the Oslo-Valletta Dialogue"
        return 0 if named and not pair and not re.match(r"(?i)[ -](?:expo|process|treaty)", text[one.head.end :]) else None
    before = text[sentence.start : one.head.start]
    near = text[one.head.end : span.start]
    if one.head.end < span.start and HOSTS.fullmatch(near):
        return len(near)
    if one.head.end < span.start and (
        ((MARGINS.search(text, sentence.start, span.start) or WHILE.search(near)) and re.search(r"\bin\s$", before))
        or (TRAVELS.search(before) and re.search(r"\b(?:attend|for|take part|participate)\b", near))
    ):
        return 200 + len(near)
    return None


def when(reading: Reading, sentence: Span, span: Span) -> Mention | None:
    """The date that stands with the occasion: in its name, right before it, or after it within the phrase."""
    text = reading.document.field(sentence.field)
    for one in reading.mentions:
        if one.kind != "date" or not isinstance(one.value, When) or not sentence.covers(one.span):
            continue
        if span.overlaps(one.span) or re.fullmatch(r"(?:[’']s?)?(?:\s+at)?\s+(?:the\s+)?", text[one.span.end : span.start]):
            return one
        between = WHICH.sub("", ASIDE.sub("", text[span.end : one.span.start]))
        if one.span.end < span.start and re.fullmatch(r"\s+(?:for|to attend)\s+(?:the\s+)?", text[one.span.end : span.start]):
            return one
        if one.span.start >= span.end and len(between) < 90 and _bound(between):
            return one
        if re.fullmatch(r"(?:[Oo]n|[Ii]n)\s+(?:the\s+)?", text[sentence.start : one.span.start]) and OPENS.match(text[one.span.end : span.start]):
            return one
    return None


def _bound(between: str) -> bool:
    """Do these words bind a date to the occasion before them?"""
    between = re.sub(r"^\s*\([^)]*\)", "", between)
    return bool(
        re.fullmatch(
            r"[\s,(]*(?:(?:is|are|was|were|has been)\s)?(?:(?:scheduled|planned|set|slated|due|to be held|will be held"
            r"|was held|held|took place|takes place|will "
            r"take place|is taking place|to take place|which (?:will|took|was|is)\s?[\w ]{0,20}|kicks? off|opens?|opened|began|begins|started|starts"
            r"|kicked off|concluded)\s*)*"
            r"(?:to take place |for |in [A-Z][\w .’'-]+(?:, [A-Z]\w+)?,? |at the end of |later |)?(?:on|in|at the end of|for|from"
            r"|until|till|between|the|last until|next|of)?\s*(?:the (?:summer|end|beginning) of\s*)?",
            between,
        )
    )
