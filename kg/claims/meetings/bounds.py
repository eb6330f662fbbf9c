"""Bounds: the day and the place of an encounter, from its tellings, the visit it is part of, the occasion it is held at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg.claims.meetings.encounters import Encounter
from kg.claims.meetings.tellings import previous
from kg.model import Document, Mention, When

_RUNNING = re.compile(
    r"^(?:over\s+)?(?:the\s+)?(?:past|last|previous|next|coming)\s+(?:few|several|many|\d+|[a-z]+)\s+(?:days|weeks|months|years|decades)$", re.I
)
_WHO = re.compile(r"\b(?:who|which)\s+(?:\w+\s+){0,2}$")


def day(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """The day, month or interval of an encounter: its own, or that of the visit it belongs to."""
    return _told(one) or _visit_day(before, one)


def place(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """Where an encounter took place: as told, or where the visit goes during which it was held."""
    return _where(one) or _visited(before, one)


def dates(document: Document, one: Encounter, found: Mention | None) -> tuple[tuple[str, str], ...]:
    """The date and its basis. What took place did so on the day of publication at the latest; what was called off,
    denied or is still to come has no such bound."""
    if found is not None and isinstance(found.value, When):
        return ("date", found.value.iso), ("date_basis", "stated")
    if document.published and one.modality == "happened" and not previous(one.frames[0]):
        return ("date", document.published.isoformat()), ("date_basis", "dateline")
    return (("date_basis", "none"),)


# ---- days -------------------------------------------------------------------------------------------------------


def _told(one: Encounter) -> Mention | None:
    return next((frame.date for frame in one.frames if frame.date and _dates_it(frame.date)), None)


def _dates_it(mention: Mention) -> bool:
    """Does it tell a time, not how long something lasted ("over the past two years")?"""
    return isinstance(mention.value, When) and not _RUNNING.match(" ".join(mention.span.text.split()))


def _visit_day(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """The date of the visit during which people met, or of what was told before "on the same day"."""
    if any(frame.date and "same day" in frame.date.span.text.lower() for frame in one.frames):
        return next((found for earlier in reversed(before) if (found := _told(earlier))), None)
    if one.frames[0].scene.titled or one.kind == "call":
        return None
    for visit in reversed(before):
        if (
            visit.kind == "visit"
            and visit.modality == one.modality
            and visit.names & one.names
            and not _passing(visit)
            and not all(frame.scene.titled for frame in visit.frames)
        ):
            return _told(visit)
    return None


# ---- places -----------------------------------------------------------------------------------------------------


def _where(one: Encounter) -> Mention | None:
    """The first place told, a city before the state around it."""
    told = [frame.place for frame in one.frames if frame.place is not None and one.kind != "call"]
    if one.kind == "visit" and told and told[0].kind == "state":
        told.sort(key=lambda place: not (place.kind == "place" and place.ref))
    return told[0] if told else None


def _visited(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """The place of the visit told in one of the two sentences before, for the visitor's meetings there."""
    first = one.frames[0]
    if one.kind not in ("meeting", "talks") or first.scene.titled:
        return None
    for visit in reversed(before):
        near = any(0 <= first.scene.number - frame.scene.number <= 3 and not frame.scene.titled for frame in visit.frames)
        if _elsewhere(visit, one):
            continue
        if visit.kind == "visit" and near and visit.names & one.names and (visit.modality == one.modality or one.modality == "planned"):
            return _where(visit)
    return None


def _passing(visit: Encounter) -> bool:
    """Is a visit told only as something past of one of the parties ("A, who visited B in May, …")?"""
    return all(
        frame.rule == "visit" and frame.evidence.text.find("visiting") < 0 and _WHO.search(frame.scene.text(frame.scene.start, frame.anchor))
        for frame in visit.frames
    )


def _elsewhere(visit: Encounter, one: Encounter) -> bool:
    """Can people not have met during a visit, as it was another time?"""
    if _passing(visit):
        return True
    left, right = _told(visit), _told(one)
    if left is None or right is None or not isinstance(left.value, When) or not isinstance(right.value, When):
        return False
    start, end = left.value.start, right.value.start
    if len(start) < 10 or len(end) < 10 or start != left.value.end:
        within = start <= right.value.end[: len(start)], end[: len(left.value.end)] <= left.value.end
        return not all(within)
    return abs((date.fromisoformat(end) - date.fromisoformat(start)).days) > 7
