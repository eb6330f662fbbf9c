"""Bounds: the day and the place of an encounter, from its tellings, the visit it is part of, the trip the article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kg.claims.meetings import venues
from kg.claims.meetings.destinations import institution
from kg.claims.meetings.tellings import Encounter, Frame, previous
from kg.model import Document, Mention, When

_RUNNING = re.compile(
    r"^(?:over\s+)?(?:the\s+)?(?:past|last|previous|next|coming)\s+(?:few|several|many|\d+|[a-z]+)\s+(?:days|weeks|months|years|decades)$", re.I
)
_WHO = re.compile(r"\b(?:who|which)\s+(?:\w+\s+){0,2}$")
_SET = re.compile(  # what may stand between a telling and its date
    r"\s*,?\s*(?:(?:which\s+(?:is|was)\s+)?(?:slated|scheduled|set|due|planned|held|to\s+be\s+held)\s+)?(?:to\s+take\s+place\s+)?"
    r"(?:(?:at|by|towards?)\s+the\s+(?:end|beginning|start|close)\s+of\s+|(?:back\s+)?(?:for|on|in|by|from)\s+)?(?:the\s+)?(?:early\s+|late\s+|mid-?)?"
)
_OWN = re.compile(r"\b(?:visit|trip|tour|travel|delegation|journey|mission)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\W*Earlier\b")
_ON_IT = re.compile(r"\b[Dd]uring\s+(?:his|her|the|their|this)\s+(?:[\w-]+\s+){0,3}?(?:visit|trip|stay)\b(?!\s+(?:to|in)\b)")
_ALSO = re.compile(r"\balso\b")
_SEATS = ("organisation/white-house", "organisation/kremlin", "organisation/pentagon", "organisation/us-congress")


def earlier(found: Sequence[Encounter], one: Encounter) -> list[Encounter]:
    """The encounters of which the text began to tell before it told of this one, whatever the headline names first."""
    first = _opening(one)
    told = [(start.anchor, other) for other in found if other is not one and (start := _opening(other)) is not None]
    return [other for at, other in sorted(told, key=lambda pair: pair[0]) if first is not None and at <= first.anchor]


def _opening(one: Encounter) -> Frame | None:
    """Its first telling in the text."""
    return next((frame for frame in one.frames if not frame.scene.titled), None)


def day(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """The day, month or interval of an encounter: its own, that of the visit it belongs to, or that of the trip with
    which the article opens."""
    return _told(one) or _visit_day(before, one) or _trip(one) or venues.occasion(one)[0]


def place(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """Where an encounter took place: as told, or where the visit goes during which it was held."""
    return _where(one) or _visited(before, one) or _together(before, one) or venues.occasion(one)[1]


def dates(document: Document, one: Encounter, found: Mention | None) -> tuple[tuple[str, str], ...]:
    """The date and its basis. What took place did so on the day of publication at the latest; what was called off,
    denied or is still to come has no such bound."""
    if found is not None and isinstance(found.value, When):
        return ("date", _ended(document, one, found.value).iso), ("date_basis", "stated")
    if document.published and one.modality == "happened" and not previous(one.frames[0]):
        return ("date", document.published.isoformat()), ("date_basis", "dateline")
    return (("date_basis", "none"),)


def _ended(document: Document, one: Encounter, when: When) -> When:
    """What is told as past "this week" or "this month" was over on the day of publication."""
    last = document.published.isoformat() if document.published else ""
    open_ended = when.basis == "relative" and len(when.end) == 10 and when.start <= last < when.end
    return replace(when, end=last) if open_ended and one.modality == "happened" else when


# ---- days -------------------------------------------------------------------------------------------------------


def _told(one: Encounter) -> Mention | None:
    found = [frame.date for frame in one.frames if frame.date] + [late for frame in one.frames if (late := _late(frame))]
    dated = [mention for mention in found if _dates_it(mention)]
    return next((one for one in dated[1:] if _finer(one, dated[0])), dated[0]) if dated else None


def _finer(one: Mention, other: Mention) -> bool:
    """Is one a day of the month, week or year that the other tells ("next month", then "on August 18")?"""
    if not isinstance(one.value, When) or not isinstance(other.value, When):
        return False
    if one.value.start != one.value.end or len(one.value.start) < 10:
        return False
    return other.value.start < one.value.start and one.value.start[: len(other.value.end)] <= other.value.end


def _dates_it(mention: Mention) -> bool:
    """Does it tell a time, not how long something lasted ("over the past two years")?"""
    return isinstance(mention.value, When) and not _RUNNING.match(" ".join(mention.span.text.split()))


def _late(frame: Frame) -> Mention | None:
    """A date set off after the telling ("a visit to A, slated for May 2", "to meet in A at the end of May")."""
    gap = _SET.match(frame.scene.source, frame.evidence.end, frame.scene.end)
    return frame.scene.date_at(gap.end()) if gap and frame.date is None else None


def _visit_day(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """The date of the visit during which people met, or of what was told before "on the same day"."""
    if any(frame.date and "same day" in frame.date.span.text.lower() for frame in one.frames):
        return next((found for earlier in reversed(before) if (found := _told(earlier))), None)
    first = _opening(one)
    if first is None or one.kind == "call" or previous(first):
        return None
    for visit in reversed(before):
        if (
            visit.kind == "visit"
            and visit.modality == one.modality
            and visit.names & one.names
            and not _passing(visit)
            and not _other_town(visit, one)
            and not all(frame.scene.titled for frame in visit.frames)
        ):
            return _told(visit)
    return None


def _other_town(visit: Encounter, one: Encounter) -> bool:
    """Are both told of places, of different ones?"""
    left, right = _where(visit), _where(one)
    return left is not None and right is not None and left.kind == right.kind and "" != left.ref != right.ref != ""


def _trip(one: Encounter) -> Mention | None:
    """The days of the trip that the first sentence of the text is about, for what its traveller did on it: "This week A led
    a delegation to B"."""
    reading = one.frames[0].scene.reading
    first = next(iter(reading.analysis.sentences), None)
    if first is None or one.modality != "happened" or one.kind == "call" or any(frame.date or frame.scene.titled for frame in one.frames):
        return None
    inside = [mention for mention in reading.mentions if mention.span.field == "text" and first.span.covers(mention.span)]
    opening = [mention for mention in inside if mention.kind == "date" and mention.span.start - first.span.start < 12 and _lasting(mention)]
    travellers = {person.name for mention in inside if mention.kind == "person" for person in reading.links.of(mention)}
    people = {person.name for member in one.members for person in reading.links.of(member)}
    return opening[0] if opening and _OWN.search(first.span.text) and travellers & people else None


def _lasting(mention: Mention) -> bool:
    """Several days, not more than a fortnight?"""
    when = mention.value
    if not isinstance(when, When) or len(when.start) < 10 or len(when.end) < 10:
        return False
    return 0 < (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days < 15


# ---- places -----------------------------------------------------------------------------------------------------


def _where(one: Encounter) -> Mention | None:
    """The first place told, a city before the state around it."""
    if one.kind == "visit" and any(frame.place is None and sum(member.kind == "state" for member in frame.members) > 2 for frame in one.frames):
        return None  # a tour
    printed = [(frame, frame.place) for frame in one.frames if frame.place is not None and one.kind != "call" and _holds(frame.place)]
    told = [found for frame, named in printed if (found := venues.town(frame, named))]
    told = told or [found for frame in one.frames if (found := venues.told(frame))]
    if one.kind == "visit" and told and told[0].kind == "state":
        told.sort(key=lambda place: not (place.kind == "place" and place.ref))
    return told[0] if told else None


def _holds(place: Mention) -> bool:
    """Can people meet there? An organisation is no place, but for its seat."""
    return place.kind != "organisation" or place.ref in _SEATS or (not place.ref and institution(place))


def _visited(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """The place of the visit told in the same paragraph shortly before, for the visitor's meetings there."""
    first = _opening(one)
    if first is None or one.kind not in ("meeting", "talks") or first.rule in ("discuss", "brief"):
        return None
    if _EARLIER.match(first.scene.text(first.scene.start, first.scene.start + 12)):
        return None
    visits = [visit for visit in before if visit.kind == "visit" and visit.names & one.names and visit.modality == one.modality]
    for visit in reversed(visits):
        if not _elsewhere(visit, one) and any(_near(frame, first, len(visits) == 1) for frame in visit.frames):
            return _where(visit)
    return None


def _near(visit: Frame, frame: Frame, only: bool) -> bool:
    """Is a meeting told right after the visit: in the same paragraph, or, where it is the article's only visit and opens
    it, in the next ones? "During his visit" points to it from anywhere."""
    if only and _ON_IT.search(frame.scene.text(frame.scene.start, frame.evidence.end + 60)):
        return True
    apart = frame.scene.number - visit.scene.number
    return 0 <= apart <= 3 and (_paragraph(visit) == _paragraph(frame) or (only and visit.scene.number == 0))


def _paragraph(frame: Frame) -> tuple[str, int]:
    return frame.scene.sentence.span.field, frame.scene.sentence.paragraph


def _together(before: Sequence[Encounter], one: Encounter) -> Mention | None:
    """The place of the encounter told in the sentence before, for whom its people met there too ("He also met B")."""
    first = _opening(one)
    if (
        first is None
        or not before
        or one.kind not in ("meeting", "talks")
        or not _ALSO.search(first.scene.text(first.scene.start, first.evidence.end))
    ):
        return None
    last = before[-1]
    near = any(0 <= first.scene.number - frame.scene.number <= 1 and _paragraph(frame) == _paragraph(first) for frame in last.frames)
    same = last.kind in ("meeting", "talks") and last.modality == one.modality and bool(last.names & one.names or _served(one) <= _served(last))
    return _where(last) if near and same else None


def _served(one: Encounter) -> set[str]:
    """The states and bodies that meet, be it through their people."""
    links = one.frames[0].scene.reading.links
    return {of.ref or of.name for member in one.members for of in links.principals(member)}


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
