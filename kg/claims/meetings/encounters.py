"""Encounters: each meeting, visit or call of an article once, with all that its tellings add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.claims.meetings.attachments import TALKING, attach, key, referents
from kg.claims.meetings.frames import frames
from kg.claims.meetings.participants import Parties, lists
from kg.claims.meetings.scenes import Scene
from kg.claims.meetings.tellings import Frame, previous
from kg.claims.meetings.topics import matters
from kg.model import Links, Mention, Span

_FAMILY = {"meeting": "talk", "talks": "talk", "call": "talk", "summit": "talk", "visit": "visit", "ceremony": "ceremony", "other": "other"}


@dataclass(slots=True)
class Encounter:
    """One encounter while its tellings are gathered."""

    frames: list[Frame]
    kind: str
    modality: str
    names: set[str] = field(default_factory=set)
    topics: list[Span] = field(default_factory=list)
    passages: list[Span] = field(default_factory=list)

    @property
    def weak(self) -> bool:
        """Told so far only by a noun of the headline, which says nothing of its modality."""
        return all(one.scene.titled and one.rule == "noun" for one in self.frames)

    @property
    def members(self) -> tuple[Mention, ...]:
        return tuple(dict.fromkeys(one for frame in self.frames for one in frame.members))


def encounters(scenes: Sequence[Scene], links: Links) -> list[Encounter]:
    """The encounters of an article in the order of their first telling, topics attached."""
    found: list[Encounter] = []
    together: tuple[Mention, ...] = ()
    for scene in scenes:
        tellings = [_completed(found, frame, together, links) for frame in _happening(scene)]
        told = [one for one in (_place(found, frame, links) for frame in tellings) if one is not None]
        before = len(found)
        for matter in matters(scene, [frame.evidence.end for frame in tellings if frame.rule != "welcome"]):
            attach(found, told, matter, links, _place)
        for frame in tellings if len(found) > before else ():  # "discussed trade during talks in C": what the talks add
            if frame.definite and not frame.members:
                _place(found, frame, links)
        together = next((one.members for one in lists(scene) if _joint(one)), together)
        _embody(found, scene, together, links)
    return found


def _happening(scene: Scene) -> list[Frame]:
    """The tellings of a sentence but for what is only talked about ("They discussed the summit in C")."""
    topics = [span for matter in matters(scene) for span in matter.spans]
    return [
        frame
        for frame in frames(scene)
        if not (frame.rule == "noun" and frame.definite and not frame.members and any(span.start <= frame.anchor < span.end for span in topics))
    ]


def _embody(found: Sequence[Encounter], scene: Scene, together: tuple[Mention, ...], links: Links) -> None:
    """People who act together right after "Russian-German talks" or "the presidents of A and B met" are those who did."""
    if len(together) < 2 or not all(one.kind == "person" for one in together):
        return
    for one in found:
        frame = Frame(scene, "people", one.kind, scene.start, scene.sentence.span, together, one.modality, definite=True)
        near = 0 <= scene.number - one.frames[-1].scene.number < 2 or (one.weak and scene.number < 2)
        if (
            near
            and len(together) == len(one.members)
            and one.kind in TALKING
            and all(member.kind == "state" for member in one.members)
            and _stand_for(one, frame, links)
        ):
            one.frames.append(frame)
            one.names |= referents(together, links)


def _joint(one: Parties) -> bool:
    return len(one.members) > 1 and all(member.kind in ("person", "state", "organisation") for member in one.members)


# ---- tellings ---------------------------------------------------------------------------------------------------


def _place(found: list[Encounter], frame: Frame, links: Links) -> Encounter | None:
    """Add a telling to the encounter it speaks of, or begin a new one."""
    names = referents(frame.members, links)
    for one in () if previous(frame) else _recent(found, frame):
        if not _foreign(one, frame) and _same(one, frame, names, links):
            if one.weak or (one.modality, frame.modality) == ("planned", "cancelled"):
                one.modality = frame.modality
            one.frames.append(frame)
            if frame.roll or not frame.definite or not names <= one.names:
                one.names |= names
            return one
    if frame.open and names and (made := _opened(found, frame, links)):
        return made
    if (
        not names
        or (frame.rule == "noun" and frame.kind == "visit" and not frame.place)
        or (frame.definite and len(names) < 2 and frame.kind != "visit")
        or frame.roll
    ):
        return _begin(found, frame, names) if frame.roll and frame.rule == "chair" and names else None
    bodies = frame.rule == "meet" and all(one.kind == "organisation" for one in frame.members)
    if len(names) < 2 and frame.kind in ("meeting", "talks", "call") and not (frame.noun or frame.scene.titled or bodies):
        return None
    return _begin(found, frame, names)


def _opened(found: list[Encounter], frame: Frame, links: Links) -> Encounter | None:
    """An encounter of which only one side is named is of the person who takes part in most of those told before."""
    if not frame.modality or frame.scene.titled or any(one.kind == "group" for one in frame.members):
        return None
    taken, served = referents(frame.members, links), _principals(frame.members, links)
    people = [links.of(member)[0] for one in found for member in _people(one, links)]
    apart = [one for one in people if key(one) not in taken and not _principals((one,), links) & served]
    counts = sorted({key(one): apart.count(one) for one in apart}.values(), reverse=True)
    if not counts or counts[0] in counts[1:]:
        return None
    leading = next(one for one in apart if apart.count(one) == counts[0])
    return _place(found, replace(frame, members=(leading, *frame.members), definite=False, open=False), links)


def _foreign(one: Encounter, frame: Frame) -> bool:
    """Can a telling not be of an encounter by its form? Signers join only a signing; one stop of a tour is a visit of its own."""
    if frame.noun == "signing":
        return one.kind != "ceremony" or "signing" not in one.frames[0].evidence.text
    return frame.kind == "visit" and frame.place is not None and len(one.names) > 3 and not any(other.place for other in one.frames)


def _begin(found: list[Encounter], frame: Frame, names: set[str]) -> Encounter:
    made = Encounter([frame], frame.kind, frame.modality, names)
    found.append(made)
    return made


def _people(one: Encounter, links: Links) -> tuple[Mention, ...]:
    return tuple(member for member in one.members if links.of(member) and links.of(member)[0].kind == "person")


def _recent(found: Sequence[Encounter], frame: Frame) -> list[Encounter]:
    """Those told last first; for "the meeting", those told only in passing come after the others."""
    latest = list(reversed(found))
    return latest if not frame.definite or (frame.members and not frame.roll) else sorted(latest, key=_aside)


def _aside(one: Encounter) -> bool:
    """Is it told only in passing, by a noun ("his meeting with B in May")?"""
    return all(telling.rule == "noun" and not telling.scene.titled for telling in one.frames)


def _completed(found: Sequence[Encounter], frame: Frame, together: tuple[Mention, ...], links: Links) -> Frame:
    """A telling whose "they" nobody resolved is of the people of the last encounter, or of the parties named last together."""
    if frame.definite:
        return frame
    if frame.rule == "welcome" and not frame.members:
        return replace(frame, members=_welcomed(found, frame, links))
    latest = list(reversed(found))
    groups = [_people(one, links) for one in sorted(latest, key=lambda one: (one.kind not in TALKING, _aside(one)))]
    people = next((group for group in groups if len(group) > 1), ())
    if frame.rule == "joint press" and not frame.members:
        return replace(frame, members=people if len(people) > 1 else ())
    members: list[Mention] = []
    for one in _led(frame, links):
        known = links.of(one)
        if not known and _DELEGATION.fullmatch(one.span.text) and found:
            members += people[:1] or _people(latest[0], links)[:1]
        elif one.kind in ("pronoun", "group") and one.plural and (not known or all(which.kind == "state" for which in known)):
            members += people if len(people) > 1 else () if known else together
            members += () if len(people) > 1 else (one,)
        else:
            members.append(one)
    return replace(frame, members=tuple(dict.fromkeys(members)))


_DELEGATION = re.compile(r"(?:[Tt]he|[Hh]is|[Hh]er|[Tt]his)\s+(?:[\w.-]+\s+)?delegation")


def _welcomed(found: Sequence[Encounter], frame: Frame, links: Links) -> tuple[Mention, ...]:
    """Who stands at a ceremony of a visit: the visitor, and at a welcome the person visited."""
    visit = next((one for one in reversed(found) if one.kind == "visit" and one.modality == frame.modality), None)
    people = _people(visit, links) if visit else ()
    return people if "welcom" in frame.evidence.text.lower() else people[:1]


_LEADERS = re.compile(r"\s+(?:and\s+[A-Z]\w+\s+)?(?:leaders|presidents|heads of state)\b")


def _led(frame: Frame, links: Links) -> list[Mention]:
    """The parties of a telling, "the Russian and Armenian leaders" as the only people of those states in the article."""
    people = [one for one in frame.scene.reading.mentions if one.kind == "person" and links.of(one) == (one,)]
    found: dict[Mention, Mention] = {}
    for one in frame.members:
        if one.kind == "state" and _LEADERS.match(frame.scene.source, one.span.end, frame.scene.end):
            leaders = [which for which in people if links.principals(which) == links.of(one)]
            if len(leaders) != 1:
                return list(frame.members)
            found[one] = leaders[0]
    return [found.get(one, one) for one in frame.members]


def _same(one: Encounter, frame: Frame, names: set[str], links: Links) -> bool:
    """Does a telling speak of an encounter already told?"""
    if _FAMILY[one.kind] != _FAMILY[frame.kind] and not (frame.roll and one.kind != "visit"):
        return False
    if (
        one.kind in ("ceremony", "other")
        and frame.kind in ("ceremony", "other")
        and not frame.definite
        and frame.rule != "press"
        and not (one.frames[0].scene.titled and one.kind == frame.kind)
    ):
        return False
    weak = (frame.definite and len(names) < 2) or one.weak
    if one.modality != frame.modality and not weak:
        return False
    if frame.rule == "chair" and not frame.definite and not one.frames[0].scene.titled and frame.kind != one.kind:
        return False
    if frame.rule == "chair" and not frame.definite and one.frames[-1].rule != "chair" and len(names) > len(one.names) > 1:
        return False  # a meeting of many at which the two were too
    loose = "speak" in (frame.rule, one.frames[0].rule) or frame.noun.startswith("conversation")
    if {one.kind, frame.kind} == {"call", "meeting"} and not loose:
        return False
    if frame.kind == "visit" and (
        (names == one.names and not _dated_apart(one, frame)) or (frame.rule == "noun" and not frame.place and (not names or names <= one.names))
    ):
        return True
    if frame.rule in ("press", "joint press") and names & one.names:
        return True
    if _apart(one, frame):
        return False
    if frame.definite and (not names or frame.roll):
        return True
    if one.weak and len(one.names) == 1 and frame.scene.number == 0 and not frame.definite:
        return True
    common = names & one.names
    if names <= one.names or (one.names <= names and (len(one.names) > 1 or one.weak or frame.definite or frame.kind == "visit")):
        return bool(names)
    headed = common and frame.scene.titled != one.frames[0].scene.titled and frame.scene.number < 2
    if len(common) >= 2 or (headed and not any(name.startswith("organisation") for name in names - one.names)):
        return True
    return _stand_for(one, frame, links)


def _stand_for(one: Encounter, frame: Frame, links: Links) -> bool:
    """Are states on one side and their people on the other?"""
    left, right = _principals(one.members, links), _principals(frame.members, links)
    states = [all(links.of(member)[0].kind != "person" for member in side if links.of(member)) for side in (one.members, frame.members)]
    if states[0] == states[1]:
        return False
    people, bodies = (left, right) if states[1] else (right, left)
    return bool(people) and people <= bodies and (len(people) > 1 or len(bodies) == 1)


def _principals(members: Iterable[Mention], links: Links) -> set[str]:
    return {key(of) for one in members for of in links.principals(one)}


def _dated_apart(one: Encounter, frame: Frame) -> bool:
    for other in one.frames:
        if frame.date and other.date:
            if frame.date.value and other.date.value and frame.date.value != other.date.value:
                return True
            if not frame.date.value and not other.date.value and frame.date.name.lower() != other.date.name.lower():
                return True
    return False


def _apart(one: Encounter, frame: Frame) -> bool:
    """Are they told for different days or places?"""
    if _dated_apart(one, frame):
        return True
    for other in one.frames:
        if (
            frame.kind == "visit"
            and frame.place
            and other.place
            and frame.place.name not in other.place.name
            and other.place.name not in frame.place.name
        ):
            return True
        if frame.place and other.place and frame.place.kind == other.place.kind == "place" and "" != frame.place.ref != other.place.ref != "":
            return True
    return False
