"""Contracting parties: who the words around an instrument make its parties, as printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from kg.model import Mention, Reading, Span

ACTORS = ("state", "organisation", "person", "group", "post", "pronoun")
LOCATIVE = re.compile(r"\b(?:in|at|to|near|into|outside|of visiting|visit(?:s|ed|ing)?|across|through)\s+(?:the\s+)?(?:\w+\s+)?$", re.I)
TWO = re.compile(
    r"\b(?:between|of|by)\s+(?:the|our|both|these|their|all)\s+(?:two\s+|three\s+)?(?:\w+\s+)?(?:countries|states|sides|parties|nations|governments|leaders|presidents)\b",
    re.I,
)
MULTILATERAL = re.compile(
    r"\b(?:International|Convention|Charter|Covenant|Non-Proliferation|Test Ban|UN|U\.N\.|United Nations|Resolution|Kyoto|Helsinki|Geneva|Paris|WTO|Comprehensive Plan|UNSCR|Geneva|Rome Statute|Framework Convention|Area)\b"
)
MUTUAL = re.compile(
    r"\b(?:joint|bilateral|intergovernmental|interstate|mutual|trilateral|two countries|our countries|partnership|cooperation|friendship|strategic)\b",
    re.I,
)


def inside(reading: Reading, start: int, end: int, field: str) -> tuple[Mention, ...]:
    """The actors whose names stand between two offsets, in order; a body's own state is left to the body."""
    mentions = reading.mentions
    low = bisect_left([(one.span.field != "title", one.span.start) for one in mentions], (field != "title", start - 200))
    found: list[Mention] = []
    for one in mentions[low:]:
        if one.span.field != field:
            continue
        if one.span.start > end:
            break
        if one.kind in ACTORS and one.head.start >= start and one.head.end <= end:
            found.append(one)
    return tuple(found)


def named(reading: Reading, instrument: Mention) -> tuple[tuple[Mention, ...], bool]:
    """Parties that the instrument's own words name: "between A and B", "with C", "Russian-Turkish agreements"; and
    whether they are all of them ("with C" leaves the other side open)."""
    span = instrument.span
    words = span.text
    found: list[Mention] = []
    between = re.search(r"\b(?:between|among)\s", words)
    if between:
        found += _list(reading, span, span.start + between.end())
    authors = re.search(r"\b(?:from|of) the (?:Governments?|Leaders|Heads of State|Presidents|Foreign Ministers|Ministers) of\s", words)
    if authors:
        found += _list(reading, span, span.start + authors.end())
    found = found or _paired(reading, span)
    if found:
        return tuple(found), True
    match = re.search(r"\bwith\s", words)
    return (tuple(_list(reading, span, span.start + match.end())), False) if match else ((), False)


def _list(reading: Reading, span: Span, start: int) -> list[Mention]:
    """States and bodies of a list that begins at `start`: up to the next preposition of subject."""
    text = reading.document.field(span.field)
    stop = re.compile(r"\s(?:on|to|for|regarding|concerning|in|whereby|that|which|covering|of understanding)\s|[;:.]\s").search(text, start, span.end)
    end = stop.start() if stop else span.end
    every = [one for one in inside(reading, start, end, span.field) if one.kind in ("state", "organisation", "person")]
    return [one for one in every if not _swallowed(one, every)]


def _swallowed(one: Mention, every: Sequence[Mention]) -> bool:
    """Is a state named only inside the name of a body or the title of a person of the list?"""
    return any(other is not one and other.span.covers(one.span) and other.span != one.span and other.kind != "state" for other in every)


def _paired(reading: Reading, span: Span) -> list[Mention]:
    """ "Russian-Turkish", "U.S.-Philippines", "Russia-NATO", "U.S. – Vietnam": two parties joined by a dash."""
    every = [one for one in inside(reading, span.start, span.end, span.field) if one.kind in ("state", "organisation")]
    text = reading.document.field(span.field)
    for left, right in zip(every, every[1:], strict=False):
        if re.fullmatch(r"\s?[-–—/]\s?", text[left.head.end : right.head.start]):
            pair = [left, right]
            for other in every[every.index(right) + 1 :]:
                if re.fullmatch(r"\s?[-–—]\s?", text[pair[-1].head.end : other.head.start]):
                    pair.append(other)
            return pair
    return []


def subjects(reading: Reading, sentence: Span, cue: int) -> tuple[Mention, ...]:
    """The actors before the verb at `cue` (an offset in the field) that can be its subject."""
    text = reading.document.field(sentence.field)
    start = _clause(text, sentence.start, cue)
    owner = [one for one in inside(reading, start, cue, sentence.field) if re.fullmatch(r"[’']s?\s+(?:\w+\s+)?", text[one.head.end : cue])]
    if owner:
        return tuple(owner[-1:])
    found = _actors(reading, sentence, start, cue)
    if any(one.kind != "pronoun" and (one.kind not in ("person", "group", "post") or principal(reading, one)) for one in found):
        return found
    return _actors(reading, sentence, sentence.start, cue)


def _actors(reading: Reading, sentence: Span, start: int, cue: int) -> tuple[Mention, ...]:
    text = reading.document.field(sentence.field)
    found = [
        one
        for one in inside(reading, start, cue, sentence.field)
        if not LOCATIVE.search(text, max(sentence.start, one.span.start - 25), one.span.start)
    ]
    return tuple(one for one in found if not _swallowed(one, found) and not (one.kind == "state" and one.form == "adjective" and _titled(one, found)))


def _titled(one: Mention, every: Sequence[Mention]) -> bool:
    return any(other.kind in ("person", "post", "group") and other.span.overlaps(one.span) for other in every)


def _clause(text: str, start: int, end: int) -> int:
    """Start of the clause that ends at `end`: after a semicolon, "that", "said" or a subordinate's comma."""
    marks = list(
        re.finditer(
            r"[;:]\s|\b(?:that|says?|said|while|whereas|after|before|when|because|but)\s|,\s(?:and|but)\s(?=\w+\s(?:also|will|has|have|is|are|was|were)\b)",
            text[start:end],
        )
    )
    return start + marks[-1].end() if marks else start


def after(reading: Reading, sentence: Span, start: int) -> tuple[Mention, ...]:
    """The actors that "by", "between" or "in the presence of" brings in after the verb of a passive."""
    text = reading.document.field(sentence.field)
    match = re.compile(r"[^.;]{0,60}?\b(?:by|between|in the presence of|attended by|witnessed by|as|with)\s").match(text, start, sentence.end)
    if match is None:
        return ()
    found = inside(reading, match.end(), sentence.end, sentence.field)
    return tuple(
        one
        for one in found
        if not _swallowed(one, found)
        and one.kind in ("state", "organisation", "person", "group")
        and not LOCATIVE.search(text, max(0, one.span.start - 12), one.span.start)
    )


def principal(reading: Reading, one: Mention) -> bool:
    """Does the mention act for someone else whom the links know?"""
    return one.kind in ("person", "group", "post", "pronoun") and bool(reading.links.principals(one))


def pair(reading: Reading) -> tuple[Mention, ...]:
    """The two states or organisations that the article is about: those whose people act most, the title's first."""
    counts: Counter[Mention] = Counter()
    for one in reading.mentions:
        if one.kind in ("person", "group", "post", "pronoun"):
            for principal in reading.links.principals(one):
                counts[principal] += 3 if one.span.field == "title" else 1
    first: dict[str, Mention] = {}
    totals: Counter[str] = Counter()
    for mention, count in counts.items():
        if mention.kind in ("state", "organisation"):
            first.setdefault(mention.name, mention)
            totals[mention.name] += count
    best = sorted(totals, key=lambda name: (-totals[name], name))
    if len(best) < 2 or (len(best) > 2 and totals[best[2]] * 2 > totals[best[1]]):
        return ()
    return tuple(first[name] for name in best[:2])


def together(reading: Reading, sentence: Span, before: int) -> tuple[Mention, ...]:
    """ "the two countries" of a sentence that names two states before an offset: those two."""
    found = [one for one in inside(reading, sentence.start, before, sentence.field) if one.kind in ("state", "organisation")]
    names = list({one.name: one for one in found}.values())
    return tuple(names[-2:]) if len(names) == 2 else ()
