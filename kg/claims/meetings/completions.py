"""Completions: tellings with the people they leave out or point back to ("they", "At the meeting with A")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.claims.meetings.attachments import TALKING, key, referents
from kg.claims.meetings.repeats import principals
from kg.claims.meetings.tellings import Encounter, Frame
from kg.claims.meetings.vocabularies import AGENT
from kg.model import Links, Mention, Reading


def people_of(one: Encounter, links: Links) -> tuple[Mention, ...]:
    return tuple(member for member in one.members if links.of(member) and links.of(member)[0].kind == "person")


def aside(one: Encounter) -> bool:
    """Is it told only in passing, by a noun ("his meeting with B in May")?"""
    return all(telling.rule == "noun" and not telling.scene.titled for telling in one.frames)


def completed(found: Sequence[Encounter], frame: Frame, together: Callable[[], tuple[Mention, ...]], links: Links) -> Frame:
    """A telling whose "they" nobody resolved is of the people of the last encounter, or of the parties named last together."""
    if frame.definite:
        return frame
    if frame.rule == "welcome" and not frame.members:
        return replace(frame, members=_welcomed(found, frame, links))
    latest = sorted(found, key=lambda one: one.frames[-1].scene.number)[::-1]
    groups = [people_of(one, links) for one in sorted(latest, key=lambda one: (one.kind not in TALKING, aside(one)))]
    if any(_PAIR.match(one.span.text) for one in frame.members):
        groups = [group for group in groups if len(referents(group, links)) == 2]
    people = next((group for group in groups if len(group) > 1), ())
    if frame.rule == "joint press" and not frame.members:
        return replace(frame, members=people if len(people) > 1 else ())
    frame = _own(_objective(found, frame, links), links)
    members: list[Mention] = []
    for one in _led(frame, links):
        known = links.of(one)
        if not known and _DELEGATION.fullmatch(one.span.text) and found:
            members += people[:1] or people_of(latest[0], links)[:1]
        elif (
            one.kind in ("pronoun", "group")
            and one.plural
            and _held(one, people, frame, links)
            and (not known or all(which.kind == "state" for which in known))
        ):
            members += people if len(people) > 1 else () if known else together()
            members += () if len(people) > 1 else (one,)
        else:
            members.append(one)
    return replace(frame, members=tuple(dict.fromkeys(members)))


_PAIR = re.compile(r"(?:[Tt]he\s+)?[Tt]wo\b|[Bb]oth\b")
_DELEGATION = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]his)\s+(?:[\w.-]+\s+)?delegation")


def _welcomed(found: Sequence[Encounter], frame: Frame, links: Links) -> tuple[Mention, ...]:
    """Who stands at a ceremony of a visit: the visitor, and at a welcome the person visited."""
    visit = next((one for one in reversed(found) if one.kind == "visit" and one.modality == frame.modality), None)
    people = people_of(visit, links) if visit else ()
    return people if "welcom" in frame.evidence.text.lower() else people[:1]


_LEADERS = re.compile(r"\s+(?:and\s+[A-Z]\w+\s+)?(?:leaders|presidents|heads of state)\b")


def _held(group: Mention, people: Sequence[Mention], frame: Frame, links: Links) -> bool:
    """May people be those a group names by their post ("the two ministers")?"""
    wanted = {title.post.text.split()[-1].lower().removesuffix("s") for title in group.titles}
    if not wanted or wanted & {"state", "leader", "government"}:
        return not wanted or all(heads(frame.scene.reading, links.of(one)[0]) for one in people)
    posts = [posts_of(frame.scene.reading, links.of(one)[0]) for one in people]
    return all(any(noun in post for post in held for noun in (*wanted, "counterpart")) for held in posts)


def posts_of(reading: Reading, person: Mention) -> list[str]:
    """The posts of a person, as printed, in small letters."""
    told = [one for one in reading.mentions if one.kind == "person" and reading.links.of(one) == (person,)]
    return [title.post.text.lower() for one in told for title in one.titles]


_HEAD = re.compile(r"\b(?:president|prime minister|premier|chancellor|king|queen|emir|amir|sultan|leader|head of state)\b")


def heads(reading: Reading, person: Mention) -> bool:
    """Can a person be a "leader" or one of "the presidents": of no other post than the first in a state?"""
    posts = posts_of(reading, person)
    return not posts or any((_HEAD.search(post) and not post.startswith(("vice", "deputy"))) or "counterpart" in post for post in posts)


def _led(frame: Frame, links: Links) -> list[Mention]:
    """The parties of a telling, "the Russian and Armenian leaders" as the only people of those states in the article."""
    people = [one for one in frame.scene.reading.mentions if one.kind == "person" and links.of(one) == (one,)]
    found: dict[Mention, Mention] = {}
    for one in frame.members:
        if one.kind == "state" and _LEADERS.match(frame.scene.source, one.span.end, frame.scene.end):
            leaders = [which for which in people if links.principals(which) == links.of(one) and heads(frame.scene.reading, which)]
            if len(leaders) != 1:
                return list(frame.members)
            found[one] = leaders[0]
    return [found.get(one, one) for one in frame.members]


def _objective(found: Sequence[Encounter], frame: Frame, links: Links) -> Frame:
    """ "B will also meet with him": not with B himself, but with the one in most encounters told before."""
    own = [
        one
        for one in frame.members
        if one.name in ("him", "her") and any(links.of(one) == links.of(other) for other in frame.members if other != one)
    ]
    rest = tuple(one for one in frame.members if one not in own)
    leading = _leading(found, rest, links) if own else None
    return replace(frame, members=(*rest, leading)) if leading else frame


_RANK = re.compile(r"(?:\b(?:senior|top|high-ranking|leading|key|other|local|regional)\s+)+$")


def _own(frame: Frame, links: Links) -> Frame:
    """Officials of a person's own state stand for themselves ("Secretary A met with U.S. military officials")."""
    scene = frame.scene
    served = principals([one for one in frame.members if one.kind in ("person", "pronoun", "post")], links)
    members: list[Mention] = []
    for one in frame.members:
        agent = AGENT.match(scene.source, one.span.end, scene.end) if one.kind == "state" and key(one) in served else None
        if agent is None:
            members.append(one)
            continue
        rank = _RANK.search(scene.text(scene.start, one.span.start))
        span = scene.span(scene.start + rank.start() if rank else one.span.start, agent.end())
        members.append(Mention("content", span, " ".join(span.text.split()), span, plural=True))
    return replace(frame, members=tuple(members))


def opened(found: Sequence[Encounter], frame: Frame, links: Links) -> Frame | None:
    """An encounter of which only one side is named is of the person who takes part in most of those told before."""
    if not frame.modality or frame.scene.titled or any(one.kind == "group" for one in frame.members):
        return None
    leading = _leading(found, frame.members, links)
    return replace(frame, members=(leading, *frame.members), definite=False, open=False) if leading else None


def _leading(found: Sequence[Encounter], members: Sequence[Mention], links: Links) -> Mention | None:
    """The person who takes part in most of the encounters told, of another state or body than `members`."""
    taken, served = referents(members, links), principals(members, links)
    people = [links.of(member)[0] for one in found for member in people_of(one, links)]
    apart = [one for one in people if key(one) not in taken and not principals((one,), links) & served]
    counts = sorted({key(one): apart.count(one) for one in apart}.values(), reverse=True)
    if not counts or counts[0] in counts[1:]:
        return None
    return next(one for one in apart if apart.count(one) == counts[0])
