"""Scenes: the sentences of an article with the parties, places and dates that stand in each, ready for the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.model import Field, Mention, Reading, Sentence, Span
from kg.patterns import may_hold

_PARTIES = ("person", "state", "organisation", "group", "pronoun", "post")
_PAIR = re.compile(r"[-–][A-Z]")  # "the Oslo-Valletta Dialogue" is held anywhere
_PLACES = ("place", "state", "region")
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\u00a0\u2009\u202f"), " ")
_OBJECTS = ("it", "its", "his", "her", "hers", "their", "our", "himself", "herself", "themselves", "us", "me")
_RANK = {"person": 0, "group": 1, "post": 2, "organisation": 3, "state": 4, "pronoun": 5}


@dataclass(frozen=True, slots=True)
class Actor:
    """A party as printed: where its whole phrase stands (offsets into the article) and the mention that fills the role."""

    start: int
    end: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class Parties:
    """A coordinated list of parties and where it stands."""

    start: int
    end: int
    members: tuple[Mention, ...]
    apposed: bool = False  # a post without its holder: after a name it only says who that is


@dataclass(frozen=True, eq=False)
class Scene:
    """One sentence. Offsets are into the article's field; `number` counts sentences, the headline's are below zero.
    `source` is the whole field with every white space a blank: offsets index it directly."""

    reading: Reading
    sentence: Sentence
    number: int
    mentions: tuple[Mention, ...]
    source: str

    @cached_property
    def start(self) -> int:
        return self.sentence.span.start

    @cached_property
    def end(self) -> int:
        return self.sentence.span.end

    @property
    def titled(self) -> bool:
        return self.sentence.span.field == "title"

    def text(self, start: int, end: int) -> str:
        return self.source[max(start, self.start) : min(end, self.end)]

    def span(self, start: int, end: int) -> Span:
        return self.reading.document.span(start, end, self.sentence.span.field)

    @cached_property
    def _printed(self) -> str:
        return self.source[self.start : self.end]

    @cached_property
    def _lowered(self) -> str:
        return self._printed.lower()

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The matches of a pattern in the sentence."""
        return pattern.finditer(self.source, self.start, self.end) if may_hold(pattern, self._printed, self._lowered) else iter(())

    @cached_property
    def _tags(self) -> dict[int, str]:
        return {one.start: one.pos for one in self.sentence.tokens} if self.reading.analysis.parsed else {}

    @cached_property
    def adjectives(self) -> frozenset[str]:
        return frozenset(one.text for one in self.sentence.tokens if one.pos == "ADJ")

    def tag(self, at: int) -> str:
        """The part of speech of the word that begins at `at`, "" where no model read it."""
        return self._tags.get(at, "")

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        return tuple(_actors(self))

    @cached_property
    def names(self) -> tuple[Mention, ...]:
        """States, bodies and people named, even within a longer phrase ("the presidents of Venezuela and Bolivia")."""
        return tuple(_outermost(one for one in self.mentions if one.kind in ("state", "organisation", "person")))

    @cached_property
    def dates(self) -> tuple[Mention, ...]:
        people = [one.span for one in self.mentions if one.kind == "person"]  # "Jan" of a name is no month
        return tuple(one for one in self.mentions if one.kind == "date" and not any(span.covers(one.span) for span in people))

    @cached_property
    def places(self) -> tuple[Mention, ...]:
        """Names that can stand for a place, the outermost of each position."""
        found = [one for one in self.mentions if one.kind in _PLACES or (one.kind == "organisation" and not one.plural)]
        return tuple(one for one in _outermost(found) if not _PAIR.match(self.source, one.span.end))

    @cached_property
    def _begun(self) -> tuple[dict[int, Actor], dict[int, Mention], dict[int, Mention]]:
        """Actors, dates and places by where they begin, the first of each where."""
        return (
            {one.start: one for one in reversed(self.actors)},
            {one.span.start: one for one in reversed(self.dates)},
            {one.span.start: one for one in reversed(self.places)},
        )

    def actor_at(self, at: int) -> Actor | None:
        return self._begun[0].get(at)

    def date_at(self, at: int) -> Mention | None:
        return self._begun[1].get(at)

    def place_at(self, at: int) -> Mention | None:
        return self._begun[2].get(at)


@lru_cache(maxsize=1)  # encounters and the ledger read the same article in turn
def scenes(reading: Reading) -> tuple[Scene, ...]:
    """The headline's sentences, then those of the text."""
    title, text = reading.analysis.title, reading.analysis.sentences
    kept = [one for one in reading.mentions if one.kind not in ("quotation", "amount")]
    names: tuple[Field, ...] = ("title", "text")
    fields = {name: [one for one in kept if one.span.field == name] for name in names}
    numbered = [*zip(range(-len(title), 0), title, strict=True), *enumerate(text)]
    sources = {name: reading.document.field(name).translate(_BLANKS) for name in fields}
    return tuple(Scene(reading, one, number, tuple(_inside(fields[one.span.field], one)), sources[one.span.field]) for number, one in numbered)


def _inside(mentions: Sequence[Mention], sentence: Sentence) -> Iterable[Mention]:
    return (one for one in mentions if sentence.span.start <= one.span.start < sentence.span.end)


def _outermost(mentions: Iterable[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for one in sorted(mentions, key=lambda one: (one.span.start, -one.span.end, _RANK.get(one.kind, 9))):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _actors(scene: Scene) -> Iterable[Actor]:
    people = [one.head for one in scene.mentions if one.kind == "person"]
    named = [one for one in scene.mentions if one.kind in _PARTIES and not (one.kind == "pronoun" and one.name in _OBJECTS)]
    found = _outermost(one for one in named if one.kind != "organisation" or one.ref or not _mistaken(one, people))
    for at, one in enumerate(found):
        later = found[at + 1] if at + 1 < len(found) else None
        if later is not None and _modifies(scene, one, later):
            continue
        before = found[at - 1] if at and _modifies(scene, found[at - 1], one) else None
        yield Actor(before.span.start if before else one.span.start, one.span.end, one)


def _mistaken(body: Mention, people: Sequence[Span]) -> bool:
    """A body known to no table that is a person with a title, or a delegation of somebody."""
    return any(body.span.covers(head) for head in people) or body.span.text.split()[-1] in (
        "delegation",
        "delegations",
        "side",
        "officials",
        "leaders",
    )


def _modifies(scene: Scene, one: Mention, later: Mention) -> bool:
    """Is `one` the adjective or the possessor before `later` ("Israeli Prime Minister …", "India's Foreign Secretary …")?"""
    if one.kind not in ("state", "organisation") or later.kind not in ("person", "post", "group", "organisation"):
        return False
    gap = scene.source[one.span.end : later.span.start]
    if re.fullmatch(r"(?:[’']s?)?\s+(?:(?:new|former|visiting|acting|interim|outgoing|top|senior|then|deputy|first)\s+)*", gap) is None:
        return False
    if "’" in gap or "'" in gap or is_adjective(one):
        return True
    return (
        later.kind in ("person", "post")
        and re.search(r"\b(?:in|from|to|of|at)\s+(?:the\s+)?$", scene.text(one.span.start - 10, one.span.start), re.IGNORECASE) is None
    )


def is_adjective(mention: Mention) -> bool:
    """Is a state or region named by its adjective ("Kazakh", "U.S.")?"""
    text = mention.span.text
    return mention.form == "adjective" or (mention.kind == "state" and (text.isupper() or text.endswith(".")))
