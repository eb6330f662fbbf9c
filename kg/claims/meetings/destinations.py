"""Destinations: the state or body that a visit goes to, and the states a compound names ("EU-Russia summit")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.claims.meetings.scenes import Parties, Scene
from kg.model import Mention
from kg.ontology.lexicon import lexicon

_PAIR = re.compile(r"(?<![\w-])([A-Z][\w.]*)[-–]([A-Z][\w.]*)(?:[-–]([A-Z][\w.]*))?\s+(?:(?!and\b|summit\b|meeting\b|talks\b)[\w’'.-]+\s+){0,4}?$")
_INSTITUTION = re.compile(
    r"\b(?:centre|center|plant|base|university|institute|school|hospital|company|factory|academy|works|mill|shipyard|mine|museum|library|laboratory|"
    r"headquarters|activity|wing|complex|farm|enterprise)\b",
    re.IGNORECASE,
)


def institution(venue: Mention) -> bool:
    """Is it a plant, a school or another body with people to visit?"""
    return _INSTITUTION.search(venue.name) is not None


def hosts(scene: Scene, guests: Sequence[Mention], target: Mention) -> tuple[Mention, ...]:
    """The party visited: the state itself, the state whose capital it is, or the institution; none at home or in a mere town."""
    state = _state(scene, target)
    if state is None:
        return (target,) if target.kind == "organisation" or institution(target) or _wide(target) else ()
    home = {one.ref for guest in guests for one in scene.reading.links.principals(guest)}
    return () if state.ref in home else (state,)


def abroad(scene: Scene, guests: Sequence[Mention], target: Mention) -> Sequence[Mention]:
    """Who visits: nobody is a visitor to the state he acts for, then "his visit" is of the one other person of the sentence."""
    state = _state(scene, target)
    known = {which for guest in guests for which in scene.reading.links.of(guest)}
    if state is None or target.kind != "state" or state.ref not in {of.ref for one in known for of in scene.reading.links.principals(one)}:
        return guests
    people = [one for one in scene.mentions if one.kind == "person" and not known & set(scene.reading.links.of(one))]
    others = dict.fromkeys(which for one in people for which in scene.reading.links.of(one))
    foreign = [one for one in others if state.ref not in {of.ref for of in scene.reading.links.principals(one)}]
    return [one for one in people if foreign[0] in scene.reading.links.of(one)][:1] if len(foreign) == 1 else ()


def _wide(target: Mention) -> bool:
    """Is it a region of several states, or one that no table places in a state?"""
    return target.kind == "region" and not any(sense.row.type == "part" for sense in lexicon().find(target.name))


def _state(scene: Scene, target: Mention) -> Mention | None:
    if target.kind == "state":
        return target
    if target.kind != "place":
        return None
    within = [one for one in scene.places if one.kind == "state" and target.span.covers(one.span) and one.span.text != target.span.text]
    if within and within[-1].span.end == target.span.end:
        return within[-1]
    gap = re.compile(r",\s+(?:the\s+)?").match(scene.source, target.span.end, scene.end)
    beside = scene.place_at(gap.end()) if gap else None
    if beside is not None and beside.kind == "state":
        return beside
    row = lexicon().capital_of(target.name, scene.reading.document.published) or lexicon().capital_of(target.span.text)
    return Mention("state", target.span, row.name, target.span, row.key, form="capital") if row else None


def named_pair(scene: Scene, noun: int) -> Parties | None:
    """The two or three parties of a compound before a noun ("Russian-German talks")."""
    found = _PAIR.search(scene.text(noun - 80, noun))
    if found is None:
        return None
    base = max(scene.start, noun - 80)
    members = [_party(scene, base + found.start(group), base + found.end(group)) for group in (1, 2, 3) if found.group(group)]
    kept = tuple(one for one in members if one is not None)
    return Parties(base + found.start(), base + found.end(len(members)), kept) if len(kept) == len(members) else None


def _party(scene: Scene, start: int, end: int) -> Mention | None:
    text = scene.source[start:end]
    span = scene.span(start, end)
    for sense in lexicon().find(text) or lexicon().find(text.replace(".", "")):
        if sense.row.kind in ("state", "organisation") and sense.form != "capital":
            return Mention("state" if sense.row.kind == "state" else "organisation", span, sense.row.name, span, sense.row.key)
    return None


def cities(scene: Scene, targets: Sequence[Mention]) -> list[Mention]:
    """A city and the state after it are one goal ("Hanoi, Vietnam")."""
    kept: list[Mention] = []
    for one in targets:
        if kept and kept[-1].kind == "place" and one.kind == "state" and scene.source[kept[-1].span.end : one.span.start].strip() == ",":
            continue
        kept.append(one)
    return kept
