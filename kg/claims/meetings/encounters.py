"""Encounters: each meeting, visit or call of an article once, with all that its tellings add up to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.claims.meetings.frames import frames
from kg.claims.meetings.participants import Parties, lists
from kg.claims.meetings.scenes import Scene
from kg.claims.meetings.subjects import subject
from kg.claims.meetings.tellings import Frame, previous
from kg.claims.meetings.topics import PHONED, Matter, matters
from kg.model import Links, Mention, Span

_TALKING = ("meeting", "talks", "call", "summit")
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
            _attach(found, told, matter, links)
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
            and one.kind in _TALKING
            and all(member.kind == "state" for member in one.members)
            and _stand_for(one, frame, links)
        ):
            one.frames.append(frame)
            one.names |= _referents(together, links)


def _joint(one: Parties) -> bool:
    return len(one.members) > 1 and all(member.kind in ("person", "state", "organisation") for member in one.members)


def _referents(members: Iterable[Mention], links: Links) -> set[str]:
    """Names of the things that parties stand for; a post whose holder is unknown stands for itself."""
    found: set[str] = set()
    for member in members:
        known = links.of(member)
        found |= {_key(one) for one in known}
        if not known and member.kind == "post":
            found.add(f"post {member.name.casefold()}")
    return found


def _key(one: Mention) -> str:
    return one.ref or f"{one.kind} {one.name.casefold()}"


# ---- tellings ---------------------------------------------------------------------------------------------------


def _place(found: list[Encounter], frame: Frame, links: Links) -> Encounter | None:
    """Add a telling to the encounter it speaks of, or begin a new one."""
    names = _referents(frame.members, links)
    for one in () if previous(frame) else _recent(found, frame):
        if not _foreign(one, frame) and _same(one, frame, names, links):
            if one.weak or (one.modality, frame.modality) == ("planned", "cancelled"):
                one.modality = frame.modality
            one.frames.append(frame)
            if frame.roll or not frame.definite or not names <= one.names:
                one.names |= names
            return one
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
    groups = [_people(one, links) for one in sorted(latest, key=lambda one: (one.kind not in _TALKING, _aside(one)))]
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
    if frame.rule == "chair" and not frame.definite and frame.kind != one.kind and not one.frames[0].scene.titled:
        return False
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
    if len(common) >= 2 or (common and frame.scene.titled != one.frames[0].scene.titled and frame.scene.number < 2):
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
    return {_key(of) for one in members for of in links.principals(one)}


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


# ---- topics -----------------------------------------------------------------------------------------------------

_POINTER = re.compile(
    r"\b(?:the|this|their|during|at|these)\s+(?:[\w’'-]+\s+){0,3}(?:meeting|talks|conversation|discussions?|negotiations|call|summit|visit|"
    r"agenda|consultations|sides|parties|participants|leaders)\b",
    re.IGNORECASE,
)


def _attach(found: list[Encounter], told: Sequence[Encounter], matter: Matter, links: Links) -> None:
    """Hang topics on the encounter they belong to: one told in the sentence before the cue, else the last that fits."""
    who = None if matter.passive or matter.rule == "opener" else _speakers(matter)
    names = _referents(who.members, links) if who else set()
    target = _told(told, matter) or _fitting(found, names, who, matter)
    if target is not None and matter.rule == "brief" and who and target.weak and len(names) > 1:
        target = _begun(found, matter, who, links) or target
    if target is None and matter.rule == "discuss" and len(names) >= 2 and who is not None and not (found and _pointing(who)):
        target = _begun(found, matter, who, links)
    if target is None:
        return
    target.passages.append(_passage(matter, who))
    target.topics += [span for span in matter.spans if all(span.text.casefold() != one.text.casefold() for one in target.topics)]


def _pointing(who: Parties) -> bool:
    return all(one.kind in ("pronoun", "group") for one in who.members)


def _passage(matter: Matter, who: Parties | None) -> Span:
    bounds = [(one.start, one.end) for one in matter.spans] + ([(who.start, who.end)] if who else []) + [(matter.at, matter.at)]
    return matter.scene.span(min(start for start, _ in bounds), max(end for _, end in bounds))


def _speakers(matter: Matter) -> Parties | None:
    """Who talks: the subject, and with whom ("discussed trade with Minister B", "briefed A on trade")."""
    scene, who = matter.scene, subject(matter.scene, matter.at)
    if who is None or matter.rule not in ("discuss", "brief"):
        return who
    stop = matter.spans[0].start if matter.rule == "brief" else scene.end
    start = matter.at if matter.rule == "brief" else matter.spans[-1].end
    others = [
        one
        for one in lists(scene)
        if start <= one.start < stop and (matter.rule == "brief" or re.search(r"\bwith\s+$", scene.text(one.start - 6, one.start)))
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
    talking = [one for one in found if one.kind in _TALKING] or list(found)
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


def _begun(found: list[Encounter], matter: Matter, who: Parties, links: Links) -> Encounter | None:
    """People who "discussed" something met: the encounter they are found in, or a new one."""
    scene = matter.scene
    future = re.search(r"\b(?:will|to|expected|scheduled|plans?|intends?)\b", scene.text(who.end, matter.at)) is not None
    kind = "call" if PHONED.match(scene.source, matter.spans[-1].end, scene.end) else "talks"
    return _place(found, Frame(scene, "discuss", kind, matter.at, _passage(matter, who), who.members, "planned" if future else "happened"), links)
