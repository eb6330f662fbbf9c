"""Venues: where an encounter was held by the words around its telling, and the occasion that it was part of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.claims.meetings.scenes import Scene
from kg.claims.meetings.tellings import Encounter, Frame
from kg.model import Mention

_DURING = re.compile(
    r"\s*,?\s*(?:during|at|(?:on|in|at) the (?:sidelines|margins|fringes) of|as part of|within|for)\s+(?:an?|the|his|her|their)\s+[^,.;:]{3,90}?"
    r"\s+(?:in|at)\s+(?:the\s+)?"
)
_OF = re.compile(r"\s+(?:ceremony\s+|session\s+|meeting\s+)?of\s+the\s+[^,.;:]{3,60}?\s+in\s+(?:the\s+)?")
_HOUSE = re.compile(
    r"\s*,?\s*(?:at|in|from)\s+(?:the\s+|his\s+|her\s+)?((?:[A-ZÀ-Ž][\w.’'-]*\s+){1,4}(?:[a-z]+\s+)?(?:[Rr]esidence|[Pp]alace|[Oo]ffice|retreat|villa|"
    r"dacha|estate|[Hh]eadquarters|Yurta|Yurt|House))\b"
)
_TOWN = re.compile(r"\bin\s+the\s+(?:[\w-]+\s+){0,3}?(?:town|city|village|port|resort|capital)\s+of\s+([A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+)?)")
_FOR = re.compile(r"\s+(?:(?:last|this|next|on|late|early)?\s*[\w]+\s+)?for\s+(?:[\w’'.-]+\s+){0,3}$")
_INTO = re.compile(r"\b(?:in|to|at)\s+(?:the\s+)?$")
_NOUNS = re.compile(r"\s+(?:meeting|summit|talks|conference|gathering)\b")
_SIGNED = re.compile(r"\bsigned\b[^,.;]{0,30}\bin\s+(?:the\s+)?$")
_POINTER = re.compile(
    r"\b(?:before|during|at|(?:on|in|at) the (?:sidelines|margins|fringes) of|as part of|within the framework of|ahead of)\s+(?:the|this)"
    r"\s+(?:same\s+)?(forum|summit|conference|exhibition|festival|congress|games)\b(?!\s+(?:of|in|on|for)\b)",
    re.IGNORECASE,
)
_HOSTS = re.compile(r"\s+(?:will\s+)?(?:host|hosts|hosted|be\s+hosting|is\s+hosting)\b")
_ON = re.compile(r"\bon\s+(?:the\s+)?$")
_THERE = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?")
_PEOPLE_IN = re.compile(r"\b(?:leaders|officials|authorities|representatives|businessmen|politicians|lawmakers)\s+in\s+(?:the\s+)?$")
_CAPITAL = re.compile(r"[’']s?\s+(?:\w+\s+)?(?:capital|city|port|town|resort)(?:\s+of)?,?\s+")
_IN = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$")


def told(frame: Frame) -> Mention | None:
    """The place that the words around a telling give."""
    if frame.kind in ("visit", "call"):
        return None
    return _residence(frame) or _named_town(frame) or next(_towns(frame), None) or next(_inside(frame), None)


def _inside(frame: Frame) -> Iterator[Mention]:
    """The state or town whose people are met there: "met with officials in A"."""
    scene = frame.scene
    named = [one for one in frame.members if one.kind in ("state", "place") and one.form == "name"]
    for one in named:
        if one.span.field == scene.sentence.span.field and _PEOPLE_IN.search(scene.text(one.span.start - 40, one.span.start)):
            yield one


def _towns(frame: Frame) -> Iterator[Mention]:
    scene, end = frame.scene, frame.evidence.end
    for pattern in (_DURING, _OF) if frame.rule == "chair" or frame.kind == "ceremony" else (_DURING,):
        gap = pattern.match(scene.source, end, scene.end)
        if gap and (one := scene.place_at(gap.end())) and one.kind in ("place", "state") and one.form == "name":
            yield one
    for one in scene.places:
        before, after = scene.text(one.span.start - 40, one.span.start), scene.source[one.span.end : frame.anchor]
        if one.kind != "organisation" and _INTO.search(before) and one.span.end < frame.anchor and _FOR.fullmatch(after):
            yield one  # "in A last week for talks with B"
        if one.kind != "place":
            continue
        if frame.evidence.covers(one.span) and one.ref and _NOUNS.match(scene.source, one.span.end, scene.end):
            yield one  # "told a London meeting"
        if frame.kind == "ceremony" and frame.evidence.covers(one.span) and _SIGNED.search(before):
            yield one  # "was signed on Monday in A as B looked on"


def town(frame: Frame, place: Mention) -> Mention | None:
    """The city for the state printed as its owner ("in France's capital, Lyon"); a conference on a state is not held there."""
    scene = frame.scene
    if place.kind in ("state", "region") and _ON.search(scene.text(place.span.start - 8, place.span.start)):
        gap = _THERE.match(scene.source, place.span.end, scene.end)
        found = scene.place_at(gap.end()) if gap else None
        return found if found is not None and found.form == "name" else None
    gap = _CAPITAL.match(scene.source, place.span.end, scene.end) if place.kind == "state" else None
    city = scene.place_at(gap.end()) if gap else None
    return city if city is not None and city.kind == "place" else place


def _named_town(frame: Frame) -> Mention | None:
    """A town that no table holds, called one: "in the southern town of A"."""
    match = _TOWN.search(frame.scene.source, frame.anchor, min(frame.evidence.end + 60, frame.scene.end))
    if match is None or frame.place is not None:
        return None
    span = frame.scene.span(match.start(1), match.end(1))
    return Mention("place", span, span.text, span)


def _residence(frame: Frame) -> Mention | None:
    """ "at the Vice President's Residence": a house named by its owner."""
    scene = frame.scene
    match = _HOUSE.match(scene.source, frame.evidence.end, scene.end)
    if match is None:
        return None
    span = scene.span(match.start(1), match.end(1))
    return Mention("place", span, " ".join(span.text.split()), span)


def occasion(one: Encounter) -> tuple[Mention | None, Mention | None]:
    """Day and place of the forum or summit beside which people met, from the sentence that names it first ("before the
    forum's plenary session", after "On May 9 A will host the Trade Forum")."""
    for frame in one.frames:
        pointer = _POINTER.search(frame.scene.text(frame.scene.start, frame.evidence.end + 60))
        named = _naming(frame.scene, pointer.group(1).lower()) if pointer and one.kind in ("meeting", "talks") else None
        if named is not None:
            return named
    return None, None


def _naming(scene: Scene, noun: str) -> tuple[Mention | None, Mention | None] | None:
    reading = scene.reading
    named = [one for one in reading.mentions if one.kind == "forum" and one.span.field == "text" and noun in one.name.lower()]
    forums = [one for one in named if one.span.start < scene.start]
    if not forums or len({one.name for one in forums}) > 1:
        return None
    sentence = next(one for one in reading.analysis.sentences if one.span.start <= forums[0].span.start < one.span.end)
    inside = [one for one in reading.mentions if sentence.span.covers(one.span)]
    days = [one for one in inside if one.kind == "date" and one.value]
    source = reading.document.text
    places = [
        one
        for one in inside
        if one.kind == "place" and (_HOSTS.match(source, one.span.end) or _IN.search(source[max(0, one.span.start - 10) : one.span.start]))
    ]
    return (days[0] if len(days) == 1 else None), (places[0] if len(places) == 1 else None)
