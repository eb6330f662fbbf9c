"""Frames: every passage of a sentence that tells of an encounter."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from kg.claims.meetings import ceremonies, modalities
from kg.claims.meetings.cues import CUES, NOMINAL
from kg.claims.meetings.nouns import nominal
from kg.claims.meetings.scenes import Scene, scenes
from kg.claims.meetings.subjects import subject
from kg.claims.meetings.tellings import Frame
from kg.claims.meetings.verbs import MAKERS, follows
from kg.model import Mention, When

_ROLL = re.compile(
    r"\b(?:attended by|represented by|accompanied by|joined by|under the (?:co-)?chairmanship of|co-chaired by|chaired by|(?:[Tt]aking part|"
    r"[Pp]articipating|[Pp]resent|[Aa]ttending|"
    r"[Aa]lso attending)\b[^.;]{0,70}?\b(?:was|were|are|included)|"
    r"[Aa]ttending (?:the|these) (?:talks|meeting) (?:were|was)|(?:delegation|side)\s+(?:was|were|is|are)\s+(?:also\s+)?(?:led|headed) by|"
    r"(?:[Hh]eading|[Ll]eading)\s[^.;,]{0,40}?\bdelegation\b[^.;,]{0,40}?\s(?:was|is)|"
    r"(?:envoys|ambassadors|high commissioners)\b[^.;:]{0,110}?\b(?:are|were|include[sd]?|namely)\b)[\s:–—-]+(?:also\s+)?"
)
_ATTENDING = re.compile(r"\b(?:(?:was|were)\s+(?:also\s+)?(?:present|in attendance)|(?:was|were)\s+also\s+there)\b")
_ITEM = re.compile(r"\s*(?:[–—•*·-]\s*|\(?\d{1,2}[.)]\s*|(?:His|Her)\s+Excellency\b|H\.\s?E\.)")


@lru_cache(maxsize=256)
def frames(scene: Scene) -> tuple[Frame, ...]:
    """The frames of a sentence in the order of their cues."""
    found: list[Frame] = []
    taken: list[tuple[int, int]] = []
    for cue in CUES:
        for match in scene.matches(cue.pattern):
            if not follows(scene, match):
                continue
            if not any(start < match.end() and match.start() < end for start, end in taken):
                made = [one for one in MAKERS[cue.shape](scene, cue, match) if one.modality]
                found += [_governed(one) for one in made]
                taken += [(match.start(), max(match.end(), *(one.evidence.end for one in made)))] if made else []
    found += _rolls(scene)
    found += [one for one in ceremonies.nominal(scene) if not any(start <= one.anchor < end for start, end in taken)]
    for match in scene.matches(NOMINAL):
        if not any(start <= match.start() < end for start, end in taken):
            found += [_governed(one, True) for one in nominal(scene, match) if one.modality]
    held = [_dated(one) for one in found if one.modality and not (one.roll and (one.modality == "denied" or _ABSENT.search(one.evidence.text)))]
    return tuple(_led(sorted(held, key=lambda one: one.anchor)))


_ABSENT = re.compile(r"\b(?:chose|decided|opted|prefer\w*) not to\b|\b(?:did|will|would|could)(?: not|n[’']t)\b|\bboycott\w*\b|\babsent\b")


def _governed(frame: Frame, nominal: bool = False) -> Frame:
    """A telling under a denial or a condition of its sentence."""
    scene, span = frame.scene, frame.evidence
    lead, after = scene.text(scene.start, span.start), scene.text(span.end, span.end + 120)
    modality = modalities.governed(frame.modality, lead, after, nominal)
    return frame if modality == frame.modality else replace(frame, modality=modality)


_SIGNED = re.compile(r"\b(?:document|agreement|memorandum|contract|treaty|declaration|protocol)s?\s+(?:was|were)\s+signed\s+by\s+")
_PAST = re.compile(
    r"\b(?:took place|was held|were held|has begun|met|held|visited|arrived|travell?ed|received|hosted|spoke|attended|chaired|paid|had|led|"
    r"left|went|flew|welcomed|toured|called)\b"
)
_PRESENT = re.compile(
    r"\b(?:is|are)\s+(?:\w+ly\s+)?(?:meeting|holding|hosting|receiving|visiting|travell?ing|arriving)\b"
    r"|^(?!.*\b(?:will|has|have|had|was|were|did|to)\b).*?\b(?:meets?|holds?|hosts?|receives?|visits?|arrives?|travels?)\b"
)


def _dated(frame: Frame) -> Frame:
    """What is set for a day after publication is planned, and what is planned is set for the next of a weekday; what is told in
    the past tense of a weekday was the last one, what is told in the present tense is the next."""
    published, when = frame.scene.reading.document.published, frame.date.value if frame.date else None
    if published is None or frame.date is None or not isinstance(when, When) or frame.modality not in ("happened", "planned"):
        return frame
    weekday = frame.date.span.text.split()[-1] in calendar.day_name and len(when.start) == 10
    if frame.modality == "planned":
        late = weekday and when.start < published.isoformat() and not modalities.lapsed(frame.scene.text(frame.anchor - 60, frame.anchor))
        return _moved(frame, when, 7) if late else frame
    told = _PAST.search(frame.evidence.text)
    if weekday and not told and when.start < published.isoformat() and not frame.scene.titled and _PRESENT.search(frame.evidence.text):
        return replace(_moved(frame, when, 7), modality="planned")
    if when.start <= published.isoformat()[: len(when.start)]:
        return frame
    if not told:
        return replace(frame, modality="planned")
    return _moved(frame, when, -7) if weekday else replace(frame, date=None)


def _moved(frame: Frame, when: When, days: int) -> Frame:
    """The telling, its weekday that of another week."""
    day = (date.fromisoformat(when.start) + timedelta(days=days)).isoformat()
    return replace(frame, date=replace(frame.date, name=day, value=When(day, day, when.basis))) if frame.date else frame


def _led(found: list[Frame]) -> list[Frame]:
    """Going somewhere to meet someone is that meeting, there ("to fly to B to meet with C")."""
    kept: list[Frame] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and "forward" in last.evidence.text and one.kind == "visit" and one.members[0].kind == "pronoun":
            kept[-1] = replace(last, place=last.place or one.place, date=last.date or one.date)
            continue
        if last and last.kind == one.kind == "visit" and last.definite and not last.place and one.place:  # "landed at A airport for a visit to B"
            one = replace(one, date=one.date or last.date)
        if (
            last
            and last.rule == "arrive"
            and last.kind == "visit"
            and one.rule in ("meet", "hold")
            and one.kind != "visit"
            and one.anchor - last.evidence.end in (4, 5)
        ):
            if re.search(r"\b(?:fly|flies|go|goes|going|head|heads)\b", last.evidence.text):
                kept.pop()
            kept.append(replace(one, place=one.place or last.place, date=one.date or last.date, modality=last.modality))
        else:
            kept.append(one)
    return kept


def _roll(scene: Scene, at: int, people: Sequence[Mention]) -> Frame:
    evidence = scene.span(at, people[-1].span.end)
    return Frame(scene, "roll", "meeting", at, evidence, tuple(people), "happened", definite=True, roll=True)


_SENT = re.compile(r"(?:envoys|ambassadors|high commissioners)\b")


def _sent(scene: Scene, match: re.Match[str]) -> list[Mention]:
    """The states of envoys without a name ("the envoys who presented credentials are from Chile, Peru and Malta")."""
    if not _SENT.match(match.group()) or not scene.source.startswith("from ", match.end()):
        return []
    return [one for one in scene.names if one.kind == "state" and one.span.start >= match.end()]


def _listed(scene: Scene) -> bool:
    """Is it an item of a list that a sentence on envoys opens ("The new envoys are:")?"""
    items = scenes(scene.reading)
    at = next(index for index, one in enumerate(items) if one is scene) if _ITEM.match(scene.source, scene.start, scene.end) else -1
    while at > 0 and _ITEM.match(items[at].source, items[at].start, items[at].end):
        at -= 1
    lead = items[at].text(items[at].start, items[at].end).rstrip() if at >= 0 and items[at] is not scene else ""
    return lead.endswith((":", "–", "—")) and _SENT.search(lead) is not None


def _rolls(scene: Scene) -> Iterator[Frame]:
    """Who else took part: "the meeting was attended by A and B"."""
    for match in scene.matches(_ROLL):
        people = [one for one in scene.mentions if one.kind == "person" and one.span.start >= match.end()] or _sent(scene, match)
        if people:
            yield _roll(scene, match.start(), people)
    for match in scene.matches(_ATTENDING):
        who = subject(scene, match.start())
        people = [one for one in who.members if one.kind == "person"] if who else []
        if who and people:
            yield replace(_roll(scene, who.start, people), evidence=scene.span(who.start, match.end()))
    if _listed(scene) and (people := [one for one in scene.mentions if one.kind == "person"][:1]):
        yield _roll(scene, people[0].span.start, people)
    if signed := next(scene.matches(_SIGNED), None):
        people = [one for one in scene.mentions if one.kind == "person" and one.span.start >= signed.end()]
        if len(people) > 1:
            evidence = scene.span(signed.start(), people[-1].span.end)
            yield Frame(scene, "roll", "ceremony", signed.start(), evidence, tuple(people), "happened", definite=True, roll=True, noun="signing")
