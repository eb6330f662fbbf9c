"""Memories: what the reader of an article knows at each point of it: names, posts, genders, and who was met last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.entities.clauses import Clauses
from kg.model import Analysis, Link, Mention, Span

NAMED = ("state", "organisation", "region", "place", "agreement", "forum")
_WINDOW = 3
# how far a person stands from the centre of a sentence by its part there, in sentences of distance: who acts in the main clause is
# taken up first, whoever stands in a phrase last (the order of centering theory; distances measured on GUM's coreference)
_DEPTHS = {"root": 0.0, "nsubj": 0.5, "nsubj:pass": 0.5, "": 0.0, "obj": 1.2, "iobj": 1.2}
_DEEP = 2.2
_OBJECT = re.compile(r"\s*(?:[.,;:!?)]|$|(?:and|for|in|on|at|to|that|with|as|about|by|from|when|after|before)\b)")
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")


def noun(post: str) -> str:
    """The head noun of a post as printed: "Deputy Minister of Foreign Affairs" → "minister"."""
    words = post.lower().replace(",", " ").split()
    while words and words[0] in ("the", "two", "both", "these", "three", "all"):
        words = words[1:]
    if words[:3] in (["head", "of", "state"], ["heads", "of", "state"]):
        return "head of state"
    for stop in ("of", "for", "to", "on", "at", "in"):
        if stop in words[1:]:
            words = words[: words.index(stop, 1)]
    last = words[-1] if words else ""
    last = words[-2] if last in ("general", "elect", "designate", "plenipotentiary") and len(words) > 1 else last
    if words and words[0] in ("vice", "deputy") and last.startswith("president"):
        return "vice president"
    last = last.removesuffix("-elect").removesuffix("-designate").removesuffix("-general")
    last = last[:-3] + "y" if last.endswith("ries") else last.removesuffix("s")
    return "prime minister" if last == "minister" and "prime" in words and "deputy" not in words else last


@dataclass(slots=True)
class Memory:
    """What holds for the whole article (`people`, `named`, `posts`, `genders`), and the trail of what was met so far."""

    clauses: Clauses
    people: dict[str, Mention] = field(default_factory=dict)  # name → first mention
    named: dict[str, Mention] = field(default_factory=dict)
    posts: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)  # name → (noun, state, status) of each title
    genders: dict[str, str] = field(default_factory=dict)
    beside: dict[str, Mention] = field(default_factory=dict)  # name → the state printed with it ("Venezuela's X")
    heads: dict[Span, Mention] = field(default_factory=dict)  # the names of states and bodies by their place
    trail: list[tuple[int, Mention, Mention]] = field(default_factory=list)  # (sentence, mention, first mention)
    plurals: list[tuple[int, tuple[Mention, ...]]] = field(default_factory=list)
    delegation: Mention | None = None  # the state or body whose delegation was named last
    instruments: list[tuple[int, Mention]] = field(default_factory=list)  # (sentence, first mention)
    titled: Span | None = None  # where an instrument was last named, or "the treaty" linked: an instrument inside is not meant on its own
    owners: set[Mention] = field(default_factory=set)  # persons printed as possessors ("President X's support"): seldom who acts
    objects: set[Mention] = field(default_factory=set)  # "her" as an object, not a possessive
    opener: str = ""  # who is named first in the text
    place: int = 0  # the sentence being read, 0 for the title

    @staticmethod
    def of(mentions: Sequence[Mention], analysis: Analysis) -> Memory:
        memory, document = Memory(Clauses(analysis, mentions)), analysis.document
        memory.owners = {one for one in mentions if one.kind == "person" and _POSSESSIVE.match(document.field(one.span.field), one.head.end)}
        for mention in mentions:
            if mention.kind == "person":
                memory._person(mention)
            elif key := memory.key(mention):
                memory.named.setdefault(key, mention)
        memory.objects = {one for one in mentions if one.name == "her" and _OBJECT.match(document.field(one.span.field), one.span.end)}
        memory.opener = next((one.name for one in mentions if one.kind == "person" and one.span.field == "text"), "")
        parties = [one for one in mentions if one.kind in ("state", "organisation")]
        memory.heads = {one.head: one for one in parties}
        for mention in mentions:
            if mention.kind == "person" and mention.span != mention.head and not mention.titles:
                inside = next((one for one in parties if mention.span.covers(one.head) and not mention.head.covers(one.head)), None)
                if inside is not None:
                    memory.beside.setdefault(mention.name, inside)
        return memory

    def _person(self, mention: Mention) -> None:
        self.people.setdefault(mention.name, mention)
        self.posts.setdefault(mention.name, [])
        self.posts[mention.name] += [
            (noun(title.post.text), of.ref or of.name if of else "", title.status) for title in mention.titles for of in title.of or (None,)
        ]
        for title in mention.titles:
            for of in title.of:
                self.named.setdefault(of.ref or f"{of.kind}:{of.name.casefold()}", of)
        self.genders[mention.name] = self.genders.get(mention.name) or mention.gender

    @staticmethod
    def key(mention: Mention) -> str:
        """What makes two named things one within an article, "" for other mentions."""
        return (mention.ref or f"{mention.kind}:{mention.name.casefold()}") if mention.kind in NAMED else ""

    def note(self, mention: Mention, made: Link | None) -> None:
        """Remember a mention that was just read."""
        if mention.kind == "group" and made and mention.name.lower().endswith("delegation"):
            self.delegation = made.referents[0]
        if mention.kind == "group" and made and made.referents[0].kind == "agreement":
            self.titled = mention.span
        if mention.kind == "agreement" and not (self.titled and self.titled.covers(mention.span)):
            self.titled = mention.span
            self.instruments.append((self.place, made.referents[0] if made else mention))
        referents = made.referents if made else (mention,) if mention.kind in ("person", "state", "organisation") else ()
        if len(referents) == 1 and referents[0].kind in ("person", "state", "organisation"):
            self.trail.append((self.place, mention, referents[0]))
        elif len(referents) > 1:
            self.plurals.append((self.place, referents))

    def actors(self) -> tuple[Mention, ...]:
        """Persons of this sentence so far and the one before, possessors left out."""
        rows = [one for where, said, one in self.trail if one.kind == "person" and where >= self.place - 1 and said not in self.owners]
        return tuple(dict.fromkeys(rows))

    def near(self, around: Mention | None = None) -> list[Mention]:
        """Persons of this sentence and the three before, those nearest to the centre of what is told first; not those in
        whose phrase `around` stands ("his Greek counterpart")."""
        rows: list[tuple[float, int, int, Mention]] = []
        for where, said, one in reversed(self.trail):
            if where < self.place - _WINDOW:
                break
            if one.kind == "person" and not (around and said.span.covers(around.span)):
                rows.append((self.place - where + self._depth(said), -where, len(rows), one))
        return [one for _, _, _, one in sorted(rows, key=lambda row: (row[0], row[1], -row[2]))]

    def _depth(self, said: Mention) -> float:
        return _DEEP if said in self.owners else _DEPTHS.get(self.clauses.role(said), _DEEP)

    def meant(self, said: Mention) -> Mention | None:
        """The person for whom words of this sentence stand."""
        return next((one for _, words, one in reversed(self.trail) if words == said and one.kind == "person"), None)

    def can_be(self, person: Mention, pronoun: Mention) -> bool:
        """Does the gender of the person, where known, fit the pronoun?"""
        return self.genders.get(person.name, "") in ("", pronoun.gender)

    def objective(self, mention: Mention) -> bool:
        """Is the pronoun an object: "him", or "her" with no noun after it?"""
        return mention.name == "him" or mention in self.objects

    def subject(self) -> Mention | None:
        """The person named last in the sentence being read."""
        return next((one for where, _, one in reversed(self.trail) if where == self.place and one.kind == "person"), None)

    def met(self) -> Iterator[Mention]:
        """Persons in the order in which they were met, the last first."""
        return (one for _, _, one in reversed(self.trail) if one.kind == "person")

    def plural(self, window: int) -> tuple[Mention, ...]:
        return next((referents for where, referents in reversed(self.plurals) if where >= self.place - window), ())

    def at(self, mention: Mention) -> Mention | None:
        """The first mention of the state or body whose name stands at the head of `mention`."""
        party = self.heads.get(mention.head)
        return self.named[self.key(party)] if party is not None else None

    def holds(self, name: str, fits: Callable[[str], bool], served: set[str], status: str = "") -> bool:
        """Does the person hold a post that fits, of one of `served` if any are given? "The president" is none who was one
        before; a former one is meant where `status` says "former"."""
        return any(
            fits(title) and (not served or of in served) and (held == "former") == (status == "former") for title, of, held in self.posts[name]
        )

    def served(self, name: str) -> str:
        """The key of the state, else the body, that the person acts for, "" if unknown."""
        keys = [of for _, of, status in self.posts[name] if of and status != "former"]
        if not keys and name in self.beside:
            return self.key(self.beside[name])
        return next((key for key in keys if key.startswith("state/")), keys[0] if keys else "")

    def acting(self) -> Iterable[tuple[Mention, Mention]]:
        """Each person with the state or body it acts for, in the order of the article."""
        for name, first in self.people.items():
            key = self.served(name)
            party = self.named.get(key) or next((one for k, one in self.named.items() if one.name == key), None)
            if party is not None and party.kind in ("state", "organisation"):
                yield first, party

    def pair(self) -> tuple[Mention, ...]:
        """The two persons, of different states or bodies, whom the headline or the first sentence with two people names."""
        for place in range(4):
            people = dict.fromkeys(one for where, _, one in self.trail if where == place and one.kind == "person")
            keys = {self.served(one.name) or one.name for one in people}
            if len(people) == len(keys) == 2:
                return tuple(people)
            if place and len(people) > 1:
                return ()
        return ()

    def states(self) -> tuple[Mention, ...]:
        """The two states whose people meet, or the only two that the article has named so far; () if unclear."""
        keys = list(dict.fromkeys(self.served(one.name) for _, _, one in self.trail if one.kind == "person"))
        keys = [key for key in keys if key in self.named]
        if len(keys) > 2:
            keys = [self.served(one.name) for one in self.pair()]
        if len(keys) != 2:
            keys = list(dict.fromkeys(self.key(one) for _, _, one in self.trail if one.kind == "state"))
        return tuple(self.named[key] for key in keys) if len(keys) == 2 and all(key in self.named for key in keys) else ()
