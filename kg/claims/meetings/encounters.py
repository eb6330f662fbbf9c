"""Encounters: each meeting, visit or call of an article once, with all that its tellings add up to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from kg.claims.meetings.attachments import TALKING, announce, attach, referents
from kg.claims.meetings.completions import aside, completed, heads, opened
from kg.claims.meetings.frames import frames
from kg.claims.meetings.participants import lists
from kg.claims.meetings.repeats import COMPANY, fallen, foreign, same, stand_for
from kg.claims.meetings.scenes import Parties, Scene
from kg.claims.meetings.tellings import Encounter, Frame, previous
from kg.claims.meetings.topics import Matter, matters
from kg.model import Links, Mention


def encounters(scenes: Sequence[Scene], links: Links) -> list[Encounter]:
    """The encounters of an article in the order of their first telling, topics attached."""
    found: list[Encounter] = []
    announced: list[Matter] = []
    for at, scene in enumerate(scenes):
        tellings: list[Frame] = []
        told: list[Encounter] = []
        for frame in _happening(scene):
            tellings.append(completed(found, frame, partial(_together, scenes[:at]), links))
            told += [one for one in (_place(found, tellings[-1], links),) if one is not None]
        before = len(found)
        for matter in matters(scene, [frame.evidence.end for frame in tellings if frame.rule not in ("welcome", "sign")]):
            if not attach(found, told, matter, links, _place) and scene.titled:
                announced.append(matter)
        for frame in tellings if len(found) > before else ():  # "discussed trade during talks in C": what the talks add
            if frame.definite and not frame.members:
                _place(found, frame, links)
        _embody(found, scene, partial(_together, scenes[: at + 1]), links)
    announce(found, announced)
    for one in found:
        if one.kind == "talks" and any(_PHONED.search(span.text) for span in one.passages):
            one.kind = "call"
    return found


_PHONED = re.compile(r"\bdiscuss\w*\s+(?:in|by|over|on|via|during)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:tele)?phone\b")


def _happening(scene: Scene) -> list[Frame]:
    """The tellings of a sentence but for what is only talked about ("They discussed the summit in C")."""
    told = frames(scene)
    passing = [frame for frame in told if frame.rule == "noun" and frame.definite and not frame.members]
    topics = [span for matter in matters(scene) for span in matter.spans] if passing else []
    return [frame for frame in told if frame not in passing or not any(span.start <= frame.anchor < span.end for span in topics)]


def _together(scenes: Sequence[Scene]) -> tuple[Mention, ...]:
    """The parties that the sentences name last together."""
    return next((one.members for scene in reversed(scenes) for one in lists(scene) if _joint(one)), ())


def _embody(found: Sequence[Encounter], scene: Scene, named: Callable[[], tuple[Mention, ...]], links: Links) -> None:
    """People who act together right after "Russian-German talks" or "the presidents of A and B met" are those who did."""
    for one in found:
        near = 0 <= scene.number - one.frames[-1].scene.number < 2 or (one.weak and scene.number < 2)
        if not near or one.kind not in TALKING or not all(member.kind == "state" for member in one.members):
            continue
        together = named()
        frame = Frame(scene, "people", one.kind, scene.start, scene.sentence.span, together, one.modality, definite=True)
        if (
            len(together) == len(one.members) > 1
            and all(which.kind == "person" for which in together)
            and (stand_for(one, frame, links) or _COUNTERPARTS.search(scene.sentence.span.text))
            and (not _OF_HEADS.search(one.frames[0].evidence.text) or all(heads(scene.reading, links.of(which)[0]) for which in together))
        ):
            one.frames.append(frame)
            one.names |= referents(together, links)


_COUNTERPARTS = re.compile(r"^(?:During|At|In) (?:the|their) [^,]{3,40}, .{3,80} and (?:his|her) [\w ]{0,30}counterpart")
_OF_HEADS = re.compile(r"\b(?:presidents|leaders|heads of state)\b")


def _joint(one: Parties) -> bool:
    return len(one.members) > 1 and all(member.kind in ("person", "state", "organisation") for member in one.members)


# ---- tellings ---------------------------------------------------------------------------------------------------


def _place(found: list[Encounter], frame: Frame, links: Links) -> Encounter | None:
    """Add a telling to the encounter it speaks of, or begin a new one."""
    names = referents(frame.members, links)
    frame = replace(frame, modality="cancelled") if fallen(found, frame, links) else frame
    for one in () if previous(frame) else _recent(found, frame):
        if not foreign(one, frame) and same(one, frame, names, links):
            if one.weak or (one.modality, frame.modality) == ("planned", "cancelled"):
                one.modality = frame.modality
            if frame.kind == "call" and not frame.definite and all(other.scene.titled for other in one.frames):
                one.kind = "call"
            one.frames.append(frame)
            if frame.roll or not frame.definite or not names <= one.names:
                one.names |= names
            return one
    if frame.open and names and (made := opened(found, frame, links)):
        return _place(found, made, links)
    if (
        not names
        or (frame.rule == "noun" and frame.kind == "visit" and not frame.place)
        or (frame.definite and len(names) < 2 and frame.kind != "visit" and not _convened(frame))
        or frame.roll
    ):
        return _begin(found, frame, names) if frame.roll and frame.rule == "chair" and names else None
    bodies = frame.rule == "meet" and all(_body(one, frame) for one in frame.members)
    if len(names) < 2 and frame.kind in ("meeting", "talks", "call") and not (frame.noun or frame.scene.titled or bodies):
        return None
    return _begin(found, frame, names)


def _convened(frame: Frame) -> bool:
    """Is a meeting of the people of one body told with its place and day ("the meeting of EU ministers in Riga on Monday")?"""
    return frame.date is not None and frame.place is not None and all(one.kind == "content" and _body(one, frame) for one in frame.members)


def _body(one: Mention, frame: Frame) -> bool:
    """Can it meet by itself: a body, or its people at a stated place or time ("EU foreign ministers met in Brussels")?"""
    people = one.kind == "content" and one.plural and not one.name.islower()
    return one.kind == "organisation" or (people and (frame.place or frame.date) is not None)


def _begin(found: list[Encounter], frame: Frame, names: set[str]) -> Encounter:
    made = Encounter([frame], frame.kind, frame.modality, names)
    found.append(made)
    return made


def _recent(found: Sequence[Encounter], frame: Frame) -> list[Encounter]:
    """Those told last first; for "the meeting", those told only in passing come after the others."""
    latest = list(reversed(found))
    if frame.roll and COMPANY.match(frame.evidence.text):
        latest.sort(key=lambda one: one.kind != "visit")
    return latest if not frame.definite or (frame.members and not frame.roll) else sorted(latest, key=aside)
