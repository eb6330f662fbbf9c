"""Frames: every passage of a sentence that tells of an encounter."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from kg.claims.meetings import ceremonies, modalities
from kg.claims.meetings.cues import CUES, NOMINAL
from kg.claims.meetings.nouns import nominal
from kg.claims.meetings.rolls import joined, rolls
from kg.claims.meetings.scenes import Scene
from kg.claims.meetings.tellings import Frame
from kg.claims.meetings.verbs import MAKERS, follows
from kg.model import Mention, When
from kg.patterns import Index

_CUES = Index(cue.pattern for cue in CUES)


@lru_cache(maxsize=256)
def frames(scene: Scene) -> tuple[Frame, ...]:
    """The frames of a sentence in the order of their cues."""
    found: list[Frame] = []
    taken: list[tuple[int, int]] = []
    for cue in (CUES[number] for number in _CUES.among(scene.text(scene.start, scene.end))):
        for match in scene.matches(cue.pattern):
            if not follows(scene, match):
                continue
            if not any(start < match.end() and match.start() < end for start, end in taken):
                made = [one for one in MAKERS[cue.shape](scene, cue, match) if one.modality]
                found += [_governed(one) for one in made]
                taken += [(match.start(), max(match.end(), *(one.evidence.end for one in made)))] if made else []
    found += rolls(scene)
    found += [one for one in ceremonies.nominal(scene) if not any(start <= one.anchor < end for start, end in taken)]
    for match in scene.matches(NOMINAL):
        if not any(start <= match.start() < end for start, end in taken):
            found += [_governed(one, True) for one in nominal(scene, match) if one.modality]
    held = [_dated(one) for one in found if one.modality and not (one.roll and (one.modality == "denied" or _ABSENT.search(one.evidence.text)))]
    return tuple(_led(joined(sorted(held, key=lambda one: one.anchor))))


_ABSENT = re.compile(r"\b(?:chose|decided|opted|prefer\w*) not to\b|\b(?:did|will|would|could)(?: not|n[’']t)\b|\bboycott\w*\b|\babsent\b")


def _governed(frame: Frame, nominal: bool = False) -> Frame:
    """A telling under a denial or a condition of its sentence."""
    scene, span = frame.scene, frame.evidence
    lead, after = scene.text(scene.start, span.start), scene.text(span.end, span.end + 120)
    modality = modalities.governed(frame.modality, lead, after, nominal)
    return frame if modality == frame.modality else replace(frame, modality=modality)


_PAST = re.compile(
    r"\b(?:took place|was held|were held|has begun|met|held|visited|arrived|travell?ed|received|hosted|spoke|attended|chaired|paid|had|led|"
    r"left|went|flew|welcomed|toured|called|began|opened|started|concluded|ended|gathered|signed|discussed|came|telephoned|contacted)\b"
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
        late = when.end < published.isoformat()[: len(when.end)] and not modalities.lapsed(frame.scene.text(frame.anchor - 60, frame.anchor))
        return frame if not late else _moved(frame, when, 7) if weekday else replace(frame, date=None)
    told = _PAST.search(frame.evidence.text)
    if weekday and not told and when.start < published.isoformat() and not frame.scene.titled and _PRESENT.search(frame.evidence.text):
        return replace(_moved(frame, when, 7), modality="planned")
    if when.start <= published.isoformat()[: len(when.start)]:
        return frame
    if not told and frame.rule == "noun" and len(when.start) == 7 and not _YEAR.search(frame.date.span.text):
        return _lastyear(frame, when)
    if not told:
        return replace(frame, modality="planned")
    return _moved(frame, when, -7) if weekday else replace(frame, date=_last_year(frame.date, when))


def _last_year(date: Mention, when: When) -> Mention | None:
    """A day or month whose year is only inferred, a year before."""
    if when.basis != "year inferred":
        return None
    start, end = (f"{int(day[:4]) - 1}{day[4:]}" for day in (when.start, when.end))
    return replace(date, value=When(start, end, when.basis))


_YEAR = re.compile(r"\d{4}|\b(?:next|coming|this)\b")
_AHEAD = re.compile(r"\b(?:ahead of|by|before|for|upcoming|planned|prepar\w+)\s+(?:[\w’'-]+\s+){0,6}$")
_COMES = re.compile(r"\s+(?:will|would|is|are)\b")


def _lastyear(frame: Frame, when: When) -> Frame:
    """A noun with a bare month still to come is of last year ("their call in June"), unless the words beside it look ahead."""
    scene, span = frame.scene, frame.evidence
    if _AHEAD.search(scene.text(scene.start, span.start)) or _COMES.match(scene.text(span.end, scene.end)):
        return replace(frame, modality="planned")
    month = f"{int(when.start[:4]) - 1}{when.start[4:]}"
    return replace(frame, date=replace(frame.date, name=month, value=When(month, month, when.basis))) if frame.date else frame


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
            if re.search(r"\b(?:fly|flies|go|goes|going|head|heads|headed)\b", last.evidence.text):
                kept.pop()
            kept.append(replace(one, place=one.place or last.place, date=one.date or last.date, modality=last.modality))
        else:
            kept.append(one)
    return [one for one in kept if not (one.rule == "arrive" and one.place and _ROOM.search(one.place.name))]


_ROOM = re.compile(r"\b(?:Room|Hall|Square|Street)$")  # nobody visits it
