"""Ceremonies: the tellings that begin with the noun of a ceremony ("After a welcoming ceremony at the airport, A and B …")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claims.meetings import modalities, tails
from kg.claims.meetings.scenes import Scene
from kg.claims.meetings.tellings import Frame, after_comma

_NOUN = re.compile(r"\b(?:welcom(?:e|ing)|farewell|wreath-laying)\s+ceremony\b")
_OPENING = re.compile(r"^(?:After|Before|Following|During|At)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}$")
_FUTURE = re.compile(r"\b(?:will|is to|are to|(?:is|are) (?:scheduled|planned|expected|due) to)\b")


def nominal(scene: Scene) -> Iterator[Frame]:
    """The welcome or the laying of wreaths; without people in the sentence it is of those whose visit was told."""
    for match in scene.matches(_NOUN):
        tail = tails.read(scene, match.end())
        before = scene.text(scene.start, match.start())
        modality = modalities.of_noun(before[-80:], match.group(), scene.text(match.end(), match.end() + 120)) or "happened"
        who = after_comma(scene, match.end()) if _OPENING.match(before) else None
        people = tuple(one for one in (*(who.members if who else ()), *tail.members) if one.kind in ("person", "post", "pronoun", "group"))
        if _FUTURE.search(scene.text(scene.start, scene.end)):
            modality = "planned"
        evidence = scene.span(match.start(), max(tail.end, match.end()))
        yield Frame(scene, "welcome", "ceremony", match.start(), evidence, people if who else (), modality, tail.place, tail.date)
