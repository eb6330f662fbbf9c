"""Repeats: whether a telling speaks of an encounter already told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kg.claims.meetings import modalities
from kg.claims.meetings.attachments import key, referents
from kg.claims.meetings.tellings import Encounter, Frame
from kg.model import Links, Mention, When

_FAMILY = {"meeting": "talk", "talks": "talk", "call": "talk", "summit": "talk", "visit": "visit", "ceremony": "ceremony", "other": "other"}


COMPANY = re.compile(r"(?:accompanied|joined)(?! (?:to|at|during|in) the (?:meeting|talks|call)\b)")  # those who travel along


def foreign(one: Encounter, frame: Frame) -> bool:
    """Can a telling not be of an encounter by its form? Signers join only a signing; one stop of a tour is a visit of its own."""
    if frame.noun == "signing":
        return one.kind != "ceremony" or "signing" not in one.frames[0].evidence.text
    return frame.kind == "visit" and frame.place is not None and len(one.names) > 3 and not any(other.place for other in one.frames)


def _of_other_kind(one: Encounter, frame: Frame) -> bool:
    """Is a call told and a visit, or one ceremony and another?"""
    if _FAMILY[one.kind] != _FAMILY[frame.kind] and not (frame.roll and (one.kind != "visit" or COMPANY.match(frame.evidence.text))):
        return True
    if frame.rule == "credentials" == one.frames[0].rule:
        return False
    ceremonies = {one.kind, frame.kind} <= {"ceremony", "other"} and not frame.definite and frame.rule != "press"
    return ceremonies and not (one.frames[0].scene.titled and one.kind == frame.kind)


def same(one: Encounter, frame: Frame, names: set[str], links: Links) -> bool:
    """Does a telling speak of an encounter already told?"""
    if _of_other_kind(one, frame) or any(other.evidence == frame.evidence and other.anchor != frame.anchor for other in one.frames):
        return False  # of several told in one passage each is its own
    weak = (frame.definite and len(names) < 2) or one.weak
    if one.modality != frame.modality and not weak:
        return False
    if frame.rule == "chair" and not frame.definite and _of_many(one, frame, names):
        return False
    loose = "speak" in (frame.rule, one.frames[0].rule) or frame.noun.startswith("conversation")
    if {one.kind, frame.kind} == {"call", "meeting"} and not loose:
        return False
    if frame.kind == "visit" and (
        (names == one.names and not _dated_apart(one, frame, 7)) or (frame.rule == "noun" and not frame.place and (not names or names <= one.names))
    ):
        return True
    if frame.rule in ("press", "joint press") and names & one.names:
        return True
    if _apart(one, frame):
        return False
    if frame.definite and ((not names and not any(one.titles for one in frame.members)) or frame.roll):
        return True
    if one.weak and len(one.names) == 1 and frame.scene.number == 0 and not frame.definite:
        return True
    common = names & one.names
    if frame.rule in ("meet", "hold", "speak") and not frame.definite and not frame.scene.titled and 1 < len(names) < len(one.names) / 3:
        return False  # A met with B during the talks of many
    headed = common and frame.scene.titled != one.frames[0].scene.titled and frame.scene.number < 2
    apart = _others(names - one.names) and _others(one.names - names) and not (headed and frame.scene.number == 0)
    if apart and (not frame.definite or len(names) > 1):
        return False  # A met with B, A met with C
    if frame.rule == "credentials" and common:
        return True
    if not frame.definite and len(names) == 2 and len(one.frames[0].members) > 2 and _OWN.search(frame.evidence.text):
        return False  # "A will hold separate talks with B"
    if names <= one.names or (one.names <= names and (len(one.names) > 1 or one.weak or frame.definite or frame.kind == "visit")):
        return bool(names)
    if len(common) >= 2 or (headed and not any(name.startswith("organisation") for name in names - one.names)):
        return True
    return stand_for(one, frame, links)


def _of_many(one: Encounter, frame: Frame, names: set[str]) -> bool:
    """Is another occasion told, or a meeting of many at which the two were too?"""
    if not one.frames[0].scene.titled and frame.kind != one.kind:
        return True
    return one.frames[-1].rule != "chair" and len(names) > len(one.names) > 1


def _others(names: set[str]) -> bool:
    return any(name.startswith("person") for name in names)


def stand_for(one: Encounter, frame: Frame, links: Links) -> bool:
    """Are states on one side and their people on the other? Who is on both sides counts for neither, where the people come
    later and not as others than those met before ("also")."""
    sides = [one.members, frame.members]
    if not _ALSO.search(frame.scene.text(frame.evidence.start, frame.anchor)) or any(other.noun == "meetings" for other in one.frames):
        both = referents(frame.members, links) & one.names
        rest = [tuple(member for member in side if member.kind != "content" and not referents((member,), links) & both) for side in sides]
        sides = rest if frame.kind == "visit" or all(_stated(rest[0], links)) else sides
    left, right = (principals(side, links) for side in sides)
    states = [all(_stated(side, links)) for side in sides]
    if states[0] == states[1]:
        return False
    people, bodies = (left, right) if states[1] else (right, left)
    return bool(people) and people <= bodies and (len(people) > 1 or len(bodies) == 1)


_OWN = re.compile(r"\b(?:separate(?:ly)?|bilateral|one-on-one)\b")
_ALSO = re.compile(r"\b(?:also|separately|later|another)\b")


def _stated(members: Iterable[Mention], links: Links) -> list[bool]:
    """Of each whom the article knows, whether it is a state or body."""
    return [links.of(member)[0].kind != "person" for member in members if links.of(member)]


def principals(members: Iterable[Mention], links: Links) -> set[str]:
    return {key(of) for one in members for of in links.principals(one)}


def fallen(found: Iterable[Encounter], frame: Frame, links: Links) -> bool:
    """Was it to take place, and did the article say that their meeting, or the visit it was for, is off?"""
    if frame.modality != "planned" or not modalities.lapsed(frame.scene.text(frame.anchor - 60, frame.anchor)):
        return False
    names, sides = referents(frame.members, links), principals(frame.members, links)
    return any(
        one.modality == "cancelled"
        and (
            max(len(principals(one.members, links) & sides), len(one.names & names)) > 1
            or (one.names & names and one.frames[-1].scene is frame.scene)
        )
        for one in found
    )


def _dated_apart(one: Encounter, frame: Frame, days: int = 0) -> bool:
    """Are they told for times more than some days apart? Who arrives on one day of a visit leaves on another."""
    for other in one.frames:
        if frame.date and other.date:
            if isinstance(frame.date.value, When) and isinstance(other.date.value, When) and _disjoint(frame.date.value, other.date.value, days):
                return True
            if not frame.date.value and not other.date.value and frame.date.name.lower() != other.date.name.lower():
                return True
    return False


def _disjoint(one: When, other: When, days: int) -> bool:
    """Have two times no day in common, as far as each is told ("this month" and "on Friday" have)?"""
    first, last = sorted((one, other), key=lambda when: when.start)
    if min(len(first.end), len(last.start)) == 10 and (date.fromisoformat(last.start) - date.fromisoformat(first.end)).days <= days:
        return False
    return first.end[: len(last.start)] < last.start[: len(first.end)]


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
