"""Turns: the labelled turns of a transcript ("PRESIDENT X: …"), and the words that follow "X said:" without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claims.speech.quotes import Quote
from kg.model import Mention, Reading

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_LABEL = re.compile(r"(?:[A-Z][\w.'’-]*\s+(?:of\s+|the\s+)?){1,9}?[A-Z][\w.'’-]*(?:\s\([^)\n]*\))?\s?:\s+(?=\S)")
_ADDRESS = re.compile(r"\b(?:said|says|stated|added|commented|read|declared|the following (?:statements?|remarks|comments?)):\s*$")
_NOTES = re.compile(
    r"(?:notes?\b|further information|background|ends\b|follow\b|media enquir|for (?:more|journalists)|contact|###|\*)", re.IGNORECASE
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_ASKED = re.compile(r"(?:(?P<q>Q|Question)|A|Answer)\s?[.:]{1,2}\s+(?=\S)")
_DASH = re.compile(r"[-–—]\s?(?=\S)")
_GUEST = re.compile(r"\b(?:interview (?:with|of)|spoke (?:with|to)|sat down with|talked to)\b", re.IGNORECASE)
_CLOSING = "”\"»’'"
_FOLLOWING = ("statement:", "statements:", "remarks:", "comment:", "comments:")
_OPENING = "“\"„«‘'"


def turns(reading: Reading) -> Iterator[Quote]:
    """Each turn or block as one quotation, in the order of the text."""
    yield from _labelled(reading)
    yield from _answers(reading)
    yield from _blocks(reading)


def _labelled(reading: Reading) -> Iterator[Quote]:
    text = reading.document.text
    people = {one.span.end: one for one in reading.mentions if one.kind in ("person", "post") and one.span.field == "text"}
    open_turn: tuple[int, int, Mention] | None = None
    for match in _PARAGRAPH.finditer(text):
        label = _LABEL.match(text, match.start(), match.end())
        mention = next((people[at] for at in range(match.start(), label.end()) if at in people), None) if label else None
        if label and mention is not None and mention.span.start >= match.start():
            if open_turn:
                yield _turn(open_turn)
            open_turn = (label.end(), match.end(), mention)
        elif label and open_turn:  # someone unnamed speaks
            yield _turn(open_turn)
            open_turn = None
        elif open_turn:
            open_turn = (open_turn[0], match.end(), open_turn[2])
    if open_turn:
        yield _turn(open_turn)


def _turn(turn: tuple[int, int, Mention]) -> Quote:
    return Quote(turn[0], turn[1], (turn[2],), "say", "labelled turn")


def _answers(reading: Reading) -> Iterator[Quote]:
    """The answers of an interview or a press conference, marked "A:" or by a dash under a question: of the one person it is with."""
    text = reading.document.text
    first: int | None = None
    found: list[tuple[int, int]] = []
    asked = False
    for line in _LINE.finditer(text):
        label = _ASKED.match(text, line.start(), line.end()) or _DASH.match(text, line.start(), line.end())
        question = label is not None and (label["q"] is not None if label.re is _ASKED else line.group().rstrip().endswith("?"))
        if question:
            first = line.start() if first is None else first
        elif label is not None and asked:
            found.append((label.end(), line.end()))
        elif label is None and found and not asked:
            found[-1] = (found[-1][0], line.end())
        asked = question or (asked and label is None)
    speaker = _interviewed(reading, first) if first is not None and found else None
    if speaker is not None:
        yield from (Quote(start, end, (speaker,), "say", "answer") for start, end in found)


def _interviewed(reading: Reading, first: int) -> Mention | None:
    """The only person named before the first question, else the only spokesperson, else whom the interview is said to be with."""
    text = reading.document.text
    before = [one for one in reading.mentions if one.kind == "person" and (one.span.field == "title" or one.span.end <= first)]
    spokesmen = [one for one in before if any("spokes" in title.post.text.casefold() for title in one.titles)]
    guests = [one for one in before if one.span.field == "text" and _GUEST.search(text, max(0, one.span.start - 40), one.span.start)]
    for some in (before, spokesmen, guests):
        if some and len({who for one in some for who in reading.links.of(one)}) == 1:
            return some[-1]
    return None


def _blocks(reading: Reading) -> Iterator[Quote]:
    """ "The minister said:" at the end of a paragraph, and paragraphs without marks below: his words, up to the notes."""
    text = reading.document.text
    paragraphs = list(_PARAGRAPH.finditer(text))
    for number, match in enumerate(paragraphs[:-1]):
        if not _ADDRESS.search(match.group().rstrip()):
            continue
        speaker = _before(reading, match.start(), match.end())
        following = paragraphs[number + 1]
        marked = following.group().lstrip()[:1] in _OPENING
        if speaker is None or (marked and not match.group().rstrip().endswith(_FOLLOWING)):
            continue
        end = following.end()
        for later in paragraphs[number + 2 :]:
            if _NOTES.match(later.group()) or _ADDRESS.search(later.group().rstrip()) or (later.group().lstrip()[:1] in _OPENING and not marked):
                break
            if marked and text[end - 1] in _CLOSING:
                break
            end = later.end()
        yield Quote(following.start() + marked, end - (marked and text[end - 1] in _CLOSING), (speaker,), "say", "block below")


def _before(reading: Reading, start: int, end: int) -> Mention | None:
    """The person or party named last before "said:"."""
    named = [
        one
        for one in reading.mentions
        if one.span.field == "text"
        and start <= one.span.start
        and end - 45 <= one.span.end <= end
        and one.kind in ("person", "post", "organisation", "pronoun")
    ]
    return max((one for one in named if reading.links.of(one)), key=lambda one: one.span.end, default=None)
