"""Meetings: each encounter of officials, states or bodies once, with its parties, day, place, modality and topics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.claims.meetings import bounds
from kg.claims.meetings.concepts import concept
from kg.claims.meetings.destinations import hosts
from kg.claims.meetings.encounters import encounters
from kg.claims.meetings.participants import is_bare
from kg.claims.meetings.scenes import scenes
from kg.claims.meetings.tellings import Encounter, Frame
from kg.model import Claim, Filler, Mention, Reading, Span


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim for each encounter that the article tells of, in the order of the text."""
    found = encounters(scenes(reading), reading.links)
    for one in found:
        before = bounds.earlier(found, one)
        if claim := _claim(reading, one, bounds.place(before, one), bounds.day(before, one)):
            yield claim


def _claim(reading: Reading, one: Encounter, place: Mention | None, date: Mention | None) -> Claim | None:
    fillers = [Filler("participant", member) for member in _participants(reading, one, place)]
    members = [filler.mention for filler in fillers]
    if not _told_of(one, members) or all(member.kind == "group" and _unsure(reading, member) for member in members):
        return None
    fillers += [Filler("place", place)] if place else []
    fillers += [Filler("date", date)] if date else []
    fillers += [Filler("topic", _topic(span)) for span in one.topics]
    values = (
        ("kind", one.kind),
        *bounds.dates(reading.document, one, date),
        ("place_basis", "stated" if place else "none"),
        ("modality", one.modality),
    )
    first = _evidence(one)
    return Claim("meeting", tuple(fillers), values, first, f"meetings: {_first(one).rule}")


def _told_of(one: Encounter, members: Sequence[Mention]) -> bool:
    """Is anybody named who takes part? A state visited by nobody, people without any name, or a person who met nobody on
    nothing are not enough."""
    if one.kind in ("meeting", "talks", "call") and len(members) == 1 and members[0].kind == "person" and not one.topics:
        return False
    if one.kind in ("visit", "summit", "other", "ceremony") and all(member.kind == "state" for member in members) and len(members) < 2:
        return False
    attended = one.kind in ("summit", "other") and all(frame.rule == "chair" and _ATTENDS.search(frame.evidence.text) for frame in one.frames)
    if attended and len(members) == 1 and members[0].kind in ("person", "pronoun", "post"):
        return False  # "to attend the conference": an occasion, not whom one met
    if one.modality == "denied" and len(members) < 2:
        return False  # "failed to attend the ceremony"
    return any(member.kind != "content" or not (member.name.islower() or _OFFICES.fullmatch(member.name)) for member in members)


_OFFICES = re.compile(r"(?:[A-Z]\w+ )?(?:Ministers|Leaders|Presidents|Secretaries|Ambassadors)")  # nobody's: "the Foreign Ministers’ meeting"
_ATTENDS = re.compile(r"\b(?:attend|participat|tak(?:e|es|ing) part|took part)")
_TWO = re.compile(r"(?:the\s+)?two\s+([a-z]+)s", re.IGNORECASE)


def _unsure(reading: Reading, group: Mention) -> bool:
    """May a group be other people than it seems: nobody known, or "the two presidents" where three were named before?"""
    if not reading.links.of(group):
        return True
    post = _TWO.fullmatch(" ".join(group.span.text.split()))
    if post is None:
        return False
    near = [one for one in reading.mentions if one.kind == "person" and 0 < group.span.start - one.span.start < 1000]
    titled = [one for one in near if one.span.field == group.span.field and post.group(1).lower() in one.span.text.lower()]
    return len({known.ref or known.name for one in titled for known in reading.links.of(one)}) > 2


def _once(reading: Reading, one: Encounter) -> list[Mention]:
    """One mention for each thing that takes part, as the text prints it first; what nobody resolved is left out."""
    kept: list[Mention] = []
    seen: set[str] = set()
    for member in sorted(one.members, key=lambda member: member.span.field == "title"):
        named = {which.ref or which.name.casefold() for which in reading.links.of(member)}
        if named - seen:
            kept.append(member)
            seen |= named
    return kept


def _participants(reading: Reading, one: Encounter, place: Mention | None) -> list[Mention]:
    """Who takes part; where its people are named, a state does not stand beside them (but a state visited does)."""
    members = _once(reading, one)
    known = [member for member in members if not is_bare(member)]
    if len(known) > 1:
        members = known
    elif place is not None and len(known) < len(members):
        state = hosts(one.frames[-1].scene, known, place)
        members = [*known, *state] if state else members
    people = [member for member in members if reading.links.of(member)[0].kind == "person"]
    if len(people) > 1:
        members = [member for member in members if not _represented(reading, one, member)]
    served = {of.ref or of.name for member in people for of in reading.links.principals(member)}
    states = [member for member in members if reading.links.of(member)[0].kind == "state"]
    if one.kind == "visit":
        hosted = {of.ref for member in people if reading.links.of(member) != reading.links.of(people[0]) for of in reading.links.principals(member)}
        if len(members) == 1 and place is not None and place.kind == "state":
            members += hosts(one.frames[-1].scene, members, place)
        return [member for member in members if member not in states or not {of.ref for of in reading.links.of(member)} & hosted]
    if not people or not states:
        return members
    spare = {member for member in states if {of.ref or of.name for of in reading.links.of(member)} & served}
    if spare and len(people) >= len(states):
        spare = set(states)
    return [member for member in members if member not in spare]


_SENT = re.compile(r"\b(?:delegation|team|mission)\s+(?:of|from)\s+(?:the\s+)?$")


def _represented(reading: Reading, one: Encounter, member: Mention) -> bool:
    """Is it a ministry, or a body whose delegation is told to be led by somebody: there by its people?"""
    if reading.links.of(member)[0].kind != "organisation":
        return False
    led = any(frame.roll and frame.evidence.text.startswith("delegation") for frame in one.frames)
    before = reading.document.field(member.span.field)[max(0, member.span.start - 24) : member.span.start]
    return "Ministry" in member.name or (led and _SENT.search(before) is not None)


def _first(one: Encounter) -> Frame:
    return next((frame for frame in one.frames if not frame.scene.titled), one.frames[0])


def _evidence(one: Encounter) -> tuple[Span, ...]:
    """The first telling by a verb, else by a noun, in the text that says who met, else the first passage on its topics,
    else a sentence that points to it, else the headline; then the others."""
    told = [frame for frame in one.frames if not frame.scene.titled and not frame.roll]
    spans = [_proof(frame) for frame in sorted(told, key=_by_noun) if frame.members]
    spans += [span for span in one.passages if span.field == "text"]
    spans += [frame.scene.sentence.span for frame in told if not frame.members]
    spans += [frame.evidence for frame in one.frames]
    return tuple(dict.fromkeys(spans))


def _by_noun(frame: Frame) -> bool:
    return frame.rule == "noun"


_CLAUSE_WORDS = 5
_CLAUSE = re.compile(r"[,;:–—]\s")


def _proof(frame: Frame) -> Span:
    """The words that tell of it; of a few words alone ("visit to Norland") the clause around them."""
    span, scene = frame.evidence, frame.scene
    if len(span.text.split()) >= _CLAUSE_WORDS:
        return span
    opened = [match.end() for match in _CLAUSE.finditer(scene.source, scene.start, span.start)]
    closed = _CLAUSE.search(scene.source, span.end, scene.end)
    start, end = opened[-1] if opened else scene.start, closed.start() if closed else scene.end
    return scene.span(start, end)


def _topic(span: Span) -> Mention:
    name = " ".join(span.text.split())
    return Mention("topic", span, name, span, concept(name))
