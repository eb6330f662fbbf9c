"""Attachments: the encounter that each topic of an article belongs to, begun where people only "discussed" something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.claims.meetings import modalities, tails
from kg.claims.meetings.participants import lists
from kg.claims.meetings.scenes import Parties
from kg.claims.meetings.subjects import subject
from kg.claims.meetings.tellings import Frame, leading_date, leading_place
from kg.claims.meetings.topics import PHONED, Matter
from kg.model import Links, Mention, Span

if TYPE_CHECKING:
    from kg.claims.meetings.tellings import Encounter

    Place = Callable[[list[Encounter], Frame, Links], Encounter | None]

TALKING = ("meeting", "talks", "call", "summit")


def referents(members: Iterable[Mention], links: Links) -> set[str]:
    """Names of the things that parties stand for; a post whose holder is unknown stands for itself."""
    found: set[str] = set()
    for member in members:
        known = links.of(member)
        found |= {key(one) for one in known}
        if not known and member.kind == "post":
            found.add(f"post {member.name.casefold()}")
    return found


def key(one: Mention) -> str:
    return one.ref or f"{one.kind} {one.name.casefold()}"


_POINTER = re.compile(
    r"\b(?:the|this|their|during|at|these)\s+(?:[\w’'-]+\s+){0,3}(?:meeting|talks|conversation|discussions?|negotiations|call|summit|visit|"
    r"agenda|consultations|sides|parties|participants|leaders)\b|^\s*(?:(?:The|These|Both)\s+)?(?:talks|discussions?|meetings?|consultations|negotiations)\s+(?:of|are|is|were|will|"
    r"also|focused|cent(?:er|r)ed|concentrated|covered|included|revolved)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:in\s+(?:[A-Z][\w-]+\s+){1,2})?(?:by|between)\s+")


def attach(found: list[Encounter], told: Sequence[Encounter], matter: Matter, links: Links, place: Place) -> bool:
    """Hang topics on the encounter they belong to: one told in the sentence before the cue, else the last that fits. False if
    there is none."""
    who = _agents(matter) if matter.passive else None if matter.rule == "opener" else _speakers(matter)
    names = referents(who.members, links) if who else set()
    target = _told(told, matter) or _fitting(found, names, who, matter)
    if target is not None and matter.rule == "brief" and who and target.weak and len(names) > 1:
        target = _begun(found, matter, who, links, place) or target
    if target is None and matter.rule in ("discuss", "passive") and len(names) >= 2 and who is not None and not (found and _pointing(who)):
        target = _begun(found, matter, who, links, place)
    if target is not None:
        _hang(target, matter, who)
    return target is not None


def _hang(target: Encounter, matter: Matter, who: Parties | None) -> None:
    target.passages.append(_passage(matter, who))
    target.topics += [span for span in matter.spans if all(span.text.casefold() != one.text.casefold() for one in target.topics)]


def announce(found: Sequence[Encounter], matters: Sequence[Matter]) -> None:
    """Hang what only the headline says was talked about on the one talk that the text then tells of."""
    talks = [one for one in found if one.kind in TALKING and one.modality in ("happened", "planned")]
    if len(talks) != 1:
        return
    for matter in (one for one in matters if one.rule != "modifier"):
        told = {word for span in talks[0].topics for word in span.text.casefold().split() if len(word) > 4}
        spans = [span for span in matter.spans if not told & {word for word in span.text.casefold().split() if len(word) > 4}]
        if spans:
            _hang(talks[0], replace(matter, spans=tuple(spans)), None)


def _agents(matter: Matter) -> Parties | None:
    """By whom, or between whom, something was discussed."""
    by = _BY.match(matter.scene.source, matter.end, matter.scene.end)
    return next((one for one in lists(matter.scene) if by and by.end() <= one.start <= by.end() + 4), None)


def _pointing(who: Parties) -> bool:
    return all(one.kind in ("pronoun", "group") for one in who.members)


def _passage(matter: Matter, who: Parties | None) -> Span:
    comma = matter.scene.source.rfind(", ", matter.scene.start, matter.at)
    clause = comma + 2 if comma >= 0 else matter.scene.start
    bounds = [(one.start, one.end) for one in matter.spans] + [(who.start, who.end) if who else (clause, matter.at), (matter.at, matter.at)]
    return matter.scene.span(min(start for start, _ in bounds), max(end for _, end in bounds))


def _speakers(matter: Matter) -> Parties | None:
    """Who talks: the subject, and with whom ("discussed trade with Minister B", "briefed A on trade")."""
    scene, who = matter.scene, subject(matter.scene, matter.at)
    if who is None or matter.rule not in ("discuss", "brief"):
        return who
    stop = matter.spans[0].start if matter.rule == "brief" else scene.end
    others = [
        one
        for one in lists(scene)
        if matter.at <= one.start < stop
        and not matter.spans[0].start <= one.start < matter.spans[-1].end
        and (matter.rule == "brief" or re.search(r"\bwith\s+$", scene.text(one.start - 6, one.start)))
    ]
    people = tuple(member for one in others[:1] for member in one.members if member.kind in ("person", "post"))
    return Parties(who.start, who.end, (*who.members, *people))


def _told(told: Sequence[Encounter], matter: Matter) -> Encounter | None:
    near = [one for one in told if any(frame.scene is matter.scene and frame.anchor <= matter.at + 1 for frame in one.frames)]
    return near[-1] if near and matter.rule != "brief" else None


def _fitting(found: Sequence[Encounter], names: set[str], who: Parties | None, matter: Matter) -> Encounter | None:
    scene = matter.scene
    if matter.rule in ("purpose", "talks on") or (
        matter.rule == "discuss" and len(names) > 1 and not (who and _pointing(who)) and not any(names & one.names for one in found)
    ):
        return None
    future = re.search(r"\b(?:will|to|expected|scheduled|plans?)\b[^.]{0,40}$", scene.text(scene.start, matter.at)) is not None
    talking = [one for one in found if one.kind in TALKING] or list(found)
    if not talking:
        return None
    fits = [one for one in talking if names and names <= one.names and len(names) > 1] or [one for one in talking if names & one.names]
    fits = fits or (list(talking) if who and _pointing(who) else [])
    pointed = _POINTER.search(scene.text(scene.start, max(matter.at, scene.start) + 60)) is not None
    if not fits and (pointed or not names or matter.passive or (matter.rule == "brief" and len(talking) == 1)):
        fits = talking
    same = [one for one in fits if (one.modality == "planned") == future]
    if matter.rule == "address" and len(names) < 2 and not pointed:
        return None
    return (same or fits)[-1] if same or fits else None


_PHONE = re.compile(r"\b(?:by|over|via|on|in|during)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:tele)?phone\b")


def _begun(found: list[Encounter], matter: Matter, who: Parties, links: Links, place: Place) -> Encounter | None:
    """People who "discussed" something met: the encounter they are found in, or a new one."""
    scene = matter.scene
    between = scene.text(matter.spans[-1].end, matter.end) if matter.passive else scene.text(who.end, matter.at)
    if not matter.passive and modalities.of_verb(between, "") not in ("happened", "planned"):
        return None  # "A and B may discuss trade"
    future = re.search(r"\b(?:will|to|expected|scheduled|plans?|intends?)\b", between) is not None
    phoned = PHONED.match(scene.source, matter.spans[-1].end, scene.end) or _PHONE.search(scene.text(who.end, matter.spans[0].start + 30))
    tail = _after(matter, who)
    kind = "call" if phoned or tail.phone else "talks"
    told = Frame(scene, "discuss", kind, matter.at, _passage(matter, who), who.members, "planned" if future else "happened")
    day, spot = tail.date or leading_date(scene, matter.at), tail.place or leading_place(scene, matter.at)
    return place(found, replace(told, date=day, place=spot), links)


def _after(matter: Matter, who: Parties) -> tails.Tail:
    """Where, when and how: what follows the topics and those with whom they were discussed ("… with B by phone on Monday")."""
    ends = [one.end for one in lists(matter.scene) if one.members[-1] in who.members]
    return tails.read(matter.scene, max(matter.spans[-1].end, *ends) if ends else matter.spans[-1].end)
