"""Scenes: one sentence with its parties, dates and amounts, and a mask in which each is a run of one placeholder.

The mask has the length of the sentence, so that patterns over it ("P's exports to P amounted to A in D") give offsets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from kg.model import Amount, Field, Mention, Reading, Span, When
from kg.ontology.lexicon import lexicon

P, D, A = "\ue000", "\ue001", "\ue002"  # a party, a date, an amount
_PLACEHOLDERS = {ord(sign): " " for sign in (P, D, A)}
_GROUP = re.compile(r"(?:\s|-)(?:member\s+)?(?:countries|states|nations|economies|members|markets?\b)")
_OFFICE = re.compile(  # "the West Asia department", "Africa's biggest oil producer": no party
    r"\s+(?:[Dd]epartment|[Bb]ureau|[Dd]esk|[Dd]ivision|[Dd]irectorate)\b|['’]s\s+(?:\w+[\s-]+)?(?:biggest|largest|top|leading|richest|main)\b"
)
_REPUBLIC = re.compile(r"\s+Republic\b")
_OUTSIDE = re.compile(r"\b(?:countries|states|nations|markets)\s+(?:outside(?:\s+of)?|bordering|other\s+than)\s+(?:the\s+)?$")
_OF_GROUP = re.compile(r"\b(?:countries|states|nations)\s+(?:of|in)\s+(?:the\s+)?$")
_BREAK = re.compile(r"\n\s*\n\s*$")
_NON = re.compile(r"\bnon-$", re.IGNORECASE)
_ABROAD = re.compile(
    r"\b(?:(?:other|foreign|third|neighbou?ring|far[- ]abroad|near[- ]abroad|Arab|Islamic|Muslim|Gulf|Baltic|Nordic|Balkan|Turkic"
    r"|Latin American|developing|Western"
    r"|Visegrad|unfriendly|friendly)\s+(?:countries|states|nations)|(?:CIS|EU|EAEU)\s+and\s+(?:\w+\s+)?countries)\b"
)


class Item(NamedTuple):
    """A mention in a scene: offsets within the sentence."""

    start: int
    end: int
    mention: Mention


@dataclass(frozen=True)
class Scene:
    """One sentence. `start` is its offset in the field; items are in order of the text."""

    text: str
    start: int
    field: Field
    parties: tuple[Item, ...]
    dates: tuple[Item, ...]
    amounts: tuple[Item, ...]
    published: date | None = None
    fresh: bool = False  # the first of its paragraph

    @cached_property
    def mask(self) -> str:
        letters = list(self.text.translate(_PLACEHOLDERS))
        for items, sign in ((self.parties, P), (self.dates, D), (self.amounts, A)):
            for item in items:
                letters[item.start : item.end] = sign * (item.end - item.start)
        return "".join(letters)

    def party(self, at: int) -> Mention | None:
        return next((item.mention for item in self.parties if item.start <= at < item.end), None)

    def span(self, start: int, end: int) -> Span:
        """The words of the sentence from `start` to `end`, without white space or commas at their edges."""
        while start < end and self.text[start] in " \n\t,;:":
            start += 1
        while end > start and self.text[end - 1] in " \n\t,;:":
            end -= 1
        return Span(self.start + start, self.start + end, self.text[start:end], self.field)


def opening(scene: Scene, item: Item) -> int:
    """Where the words before an amount begin that can speak of it: after the amount before, or a semicolon."""
    previous = max((other.end for other in scene.amounts if other.end <= item.start), default=0)
    return max(previous, scene.mask.rfind(";", 0, item.start) + 1)


def amount(item: Item) -> Amount:
    assert isinstance(item.mention.value, Amount)
    return item.mention.value


def when(item: Item) -> When | None:
    return item.mention.value if isinstance(item.mention.value, When) else None


def scenes(reading: Reading) -> Iterator[Scene]:
    """The sentences of headline and text, title first."""
    areas = _areas(reading)
    dates = sorted((m for m in reading.mentions if m.kind == "date"), key=_place)
    amounts = sorted((m for m in reading.mentions if m.kind == "amount"), key=_place)
    published = reading.document.published
    for sentence in (*reading.analysis.title, *reading.analysis.sentences):
        span = sentence.span
        inside = [_inside(mentions, span) for mentions in (areas, dates, amounts)]
        outside = tuple(item for item in inside[0] if not any(one.start <= item.start < one.end for one in inside[2]))  # no "U.S. dollars"
        scene = Scene(span.text, span.start, span.field, outside, inside[1], _elliptic(span, _parts(span, inside[2]), inside[1]), published)
        fresh = _BREAK.search(reading.document.field(span.field)[max(0, span.start - 8) : span.start]) is not None
        yield replace(_unranked(scene), fresh=fresh)


_RANKED = re.compile(
    r"\b(?:partners?|markets?|destinations?|suppliers?|buyers?|customers?|investors?|importers?|exporters?|consumers?|largest|biggest|rank\w*|place[ds]?)\b",
    re.IGNORECASE,
)
_RIVALS = re.compile(
    rf"\b(?:after|behind|following|ahead\s+of|alongside|(?:along|together)\s+with)\s+(?:only\s+|just\s+)?(?:the\s+)?"
    rf"(?P<rivals>{P}+(?:(?:\s*,\s*(?:the\s+)?{P}+)*\s*,?\s+and\s+(?:the\s+)?{P}+)?)(?!['’]|{P}|\s*\(?[^.;,(]{{0,12}}{A})",
    re.IGNORECASE,
)


def _unranked(scene: Scene) -> Scene:
    """The sentence without those that a ranking only compares with: "Malta's second partner after Italy and Spain"."""
    if any(one.mention.ref == other.mention.ref for one, other in pairwise(scene.parties)):
        scene = replace(scene, parties=tuple(_doubled(scene)))
    if not scene.parties or not _RANKED.search(scene.text):
        return scene
    rivals = [match.span("rivals") for match in _RIVALS.finditer(scene.mask)]
    kept = tuple(item for item in scene.parties if not any(start <= item.start < end for start, end in rivals))
    return replace(scene, parties=kept) if len(kept) < len(scene.parties) else scene


def _doubled(scene: Scene) -> Iterator[Item]:
    """The parties, a name with its acronym in brackets as one."""
    last: Item | None = None
    for item in scene.parties:
        acronym = last is not None and item.mention.ref == last.mention.ref and scene.text[last.end : item.start] in (" (", "(")
        if acronym and last is not None and scene.text[item.end : item.end + 1] == ")":
            last = last._replace(end=item.end + 1)
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _place(mention: Mention) -> tuple[Field, int, int]:
    return mention.head.field, mention.head.start, mention.head.end


def _inside(mentions: Sequence[Mention], span: Span) -> tuple[Item, ...]:
    first = bisect_left(mentions, (span.field, span.start, 0), key=_place)
    found: list[Item] = []
    for mention in mentions[first:]:
        if mention.head.field != span.field or mention.head.end > span.end:
            break
        if not found or mention.head.start - span.start >= found[-1].end:
            found.append(Item(mention.head.start - span.start, mention.head.end - span.start, mention))
    return tuple(found)


PART = re.compile(r"\bto\s+(?P<part>(?:an?|one)[\s-]+(?:third|quarter|half|fifth|tenth)|half)\s+of\s+(?=(?:its|the|their|what)\b)", re.IGNORECASE)
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def _parts(sentence: Span, amounts: tuple[Item, ...]) -> tuple[Item, ...]:
    """The amounts with falls "to a third of its 2021 level": three times less."""
    found = list(amounts)
    for match in PART.finditer(sentence.text):
        start, end = match.span("part")
        if not any(item.start < end and start < item.end for item in amounts):
            span = Span(sentence.start + start, sentence.start + end, match["part"], sentence.field)
            number = Decimal(-_PARTS[match["part"].split()[-1].split("-")[-1].lower()])
            found.append(Item(start, end, Mention("amount", span, span.text, span, value=Amount(span.text, number, "times"))))
    return tuple(sorted(found, key=lambda item: item.start)) if len(found) > len(amounts) else amounts


_BARE = re.compile(r"(?:,|\band)\s+(?:by\s+)?(\d+(?:\.\d+)?)(?=\s+(?:in|for)\s+)")


def _elliptic(sentence: Span, amounts: tuple[Item, ...], dates: tuple[Item, ...]) -> tuple[Item, ...]:
    """The amounts with the bare numbers of a list after a percentage: "rose 15 percent in May, 17 in June"."""
    percents = [item for item in amounts if amount(item).unit == "percent"]
    if not percents or not dates:
        return amounts
    found = list(amounts)
    for match in _BARE.finditer(sentence.text, percents[0].end):
        if any(item.start <= match.start(1) < item.end for item in (*amounts, *dates)) or not any(0 < item.start - match.end() < 9 for item in dates):
            continue
        start, end = match.span(1)
        span = Span(sentence.start + start, sentence.start + end, match[1], sentence.field)
        decimals = len(match[1].partition(".")[2])
        found.append(
            Item(start, end, Mention("amount", span, match[1], span, value=Amount(match[1], Decimal(match[1]), "percent", decimals=decimals)))
        )
    return tuple(sorted(found, key=lambda item: item.start))


def _areas(reading: Reading) -> list[Mention]:
    """States, blocs, regions and groups of states as areas of trade, heads not overlapping, in the order of the text."""
    found = [area for mention in reading.mentions if (area := _area(reading, mention)) is not None]
    taken = {(one.head.field, at) for one in found for at in range(one.head.start, one.head.end)}
    for field in ("title", "text"):
        for match in _ABROAD.finditer(reading.document.field(field)):
            if not any((field, at) in taken for at in range(match.start(), match.end())):
                span = reading.document.span(match.start(), match.end(), field)
                found.append(Mention("group", span, span.text, span, plural=True))
    return sorted(found, key=_place)


def _area(reading: Reading, mention: Mention) -> Mention | None:
    if mention.kind == "place":
        state = lexicon().capital_of(mention.name, reading.document.published)
        return replace(mention, kind="state", name=state.name, ref=state.key, form="capital") if state else None
    if (
        mention.kind not in ("state", "region", "organisation")
        or not mention.ref
        or mention.ref.split("/")[0] not in ("state", "region", "organisation")
    ):
        return None
    if mention.kind == "organisation" and not _bloc(mention.ref):
        return None
    return _grouped(reading, mention)


def _bloc(ref: str) -> bool:
    row = lexicon().rows.get(ref)
    return row is not None and row.type in ("union", "organisation", "alliance", "group")


def _grouped(reading: Reading, mention: Mention) -> Mention | None:
    """ "European countries" is a group as printed; "EU countries" and "countries of Central Asia" are the EU and the region."""
    text, head = reading.document.field(mention.head.field), mention.head
    if mention.kind == "region" and _OFFICE.match(text, head.end):
        return None
    if mention.kind == "state" and (republic := _REPUBLIC.match(text, head.end)):
        return replace(mention, head=reading.document.span(head.start, republic.end(), head.field))
    after, before = _GROUP.match(text, head.end), text[max(0, head.start - 36) : head.start]
    if (beyond := _OUTSIDE.search(before)) is not None:
        span = reading.document.span(head.start - len(beyond.group()), head.end, head.field)
        return Mention("group", span, " ".join(span.text.split()), span, plural=True)
    non, of = _NON.search(before), _OF_GROUP.search(before) if mention.kind != "state" else None
    if after and (non or (mention.kind == "region" and mention.name != head.text)):
        span = reading.document.span(head.start - (4 if non else 0), after.end(), head.field)
        return Mention("group", span, " ".join(span.text.split()), span, plural=True)
    if after or of:
        start = head.start - len(of.group()) if of else head.start
        return replace(mention, head=reading.document.span(start, after.end() if after else head.end, head.field))
    return mention
