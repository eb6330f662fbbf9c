"""Rolls: who else took part in an encounter told before ("The talks were attended by A and B")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.claims.meetings.repeats import COMPANY
from kg.claims.meetings.scenes import Scene, scenes
from kg.claims.meetings.subjects import subject
from kg.claims.meetings.tellings import Frame
from kg.model import Mention

_ROLL = re.compile(
    r"\b(?:attended by|represented by|accompanied (?:(?:to|at|during|in) the \w+ )?by|joined by|"
    r"(?:talks|meeting|consultations|discussions|session)\s+(?:was|were)\s+(?:co-)?(?:led|headed) by|"
    r"\bdelegation\b[^.;,]{0,40}?\s(?:included|includes|comprised|comprises|consist(?:s|ed) of)|under the (?:co-)?chairmanship of|"
    r"co-chaired by|chaired by|(?:[Tt]aking part|"
    r"[Pp]articipating|[Pp]resent|[Aa]ttending|"
    r"[Aa]lso attending|[Ii]n attendance)\b[^.;]{0,70}?\b(?:was|were|are|included)|"
    r"[Aa]ttending (?:the|these) (?:talks|meeting) (?:were|was)|(?:delegation|side)\s+(?:was|were|is|are)\s+(?:also\s+)?(?:led|headed) by|"
    r"(?:[Hh]eading|[Ll]eading)\s[^.;,]{0,40}?\bdelegation\b[^.;,]{0,40}?\s(?:was|is)|"
    r"(?:envoys|ambassadors|high commissioners)\b[^.;:]{0,110}?\b(?:are|were|include[sd]?|namely)\b)[\s:–—-]+(?:also\s+)?"
)
_ATTENDING = re.compile(r"\b(?:(?:was|were)\s+(?:also\s+)?(?:present|in attendance)|(?:was|were)\s+also\s+there)\b")
_ITEM = re.compile(r"\s*(?:[–—•*·-]\s*|\(?\d{1,2}[.)]\s*|(?:His|Her)\s+Excellency\b|H\.\s?E\.)")
_SIGNED = re.compile(r"\b(?:document|agreement|memorandum|contract|treaty|declaration|protocol)s?\s+(?:was|were)\s+signed\s+by\s+")


def joined(found: Sequence[Frame]) -> list[Frame]:
    """Those who come along in an aside belong to what the clause around it tells ("A, accompanied by B, called on C")."""
    kept = list(found)
    for one in found:
        lead = one.scene.text(one.anchor - 3, one.anchor).rstrip()
        around = [other for other in kept if not other.roll and other.evidence.start < one.anchor < other.anchor and other.kind != "visit"]
        if one.roll and COMPANY.match(one.evidence.text) and lead.endswith(",") and around:
            people = [member for member in one.members if member not in around[0].members and member.span.start < around[0].anchor]
            kept[kept.index(around[0])] = replace(around[0], members=(*around[0].members, *people))
            kept.remove(one)
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


def rolls(scene: Scene) -> Iterator[Frame]:
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
