"""Commitments: what named parties agreed, pledged, plan or were instructed to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.claims.speech.antecedents import Recall
from kg.claims.speech.pledges import pledged
from kg.claims.speech.reports import Report, reports
from kg.claims.speech.speakers import Scene, Voice, before, scenes
from kg.claims.speech.undertakings import Undertaking, futures, undertaken
from kg.claims.speech.verbs import REPORTING, UNDERTAKING
from kg.model import Claim, Filler, Mention, Reading

_PARTIES = frozenset("parties sides countries states nations governments delegations".split())


def extract(reading: Reading) -> Iterator[Claim]:
    """Commitment claims, one a passage, in the order of the text."""
    recall = Recall(reading)
    for recall.sentence, scene in enumerate(scenes(reading)):
        said = [replace(one, voice=recall.settle(scene, one.voice)) for one in reports(scene)]
        for report in said:
            recall.note(report.voice.mentions)
        for one in undertakings(scene, said):
            settled = replace(one, voice=recall.party(scene, one.voice))
            if one.state:
                settled = replace(settled, voice=replace(settled.voice, mentions=tuple(map(recall.state, settled.voice.mentions))))
            if any(one.kind != "agreement" for mention in settled.voice.mentions for one in reading.links.of(mention)):
                yield _claim(reading, scene, settled)


def _claim(reading: Reading, scene: Scene, one: Undertaking) -> Claim:
    start, end = scene.span_of(one.start, one.end)
    span = scene.document.span(start, end, scene.sentence.span.field)
    parties = tuple(Filler("party", mention, principal=_for_state(reading, mention, one)) for mention in one.voice.mentions)
    content = Filler("content", Mention("content", span, span.text, span))
    return Claim("commitment", (*parties, content), (("status", one.status),), (span,), f"commitment: {one.rule}")


def _for_state(reading: Reading, mention: Mention, one: Undertaking) -> bool:
    """ "The parties agreed" binds states, not the people in the room; so does a signature."""
    if not reading.links.principals(mention):
        return False
    return one.state or (mention.kind == "group" and mention.head.text.casefold().split()[-1] in _PARTIES)


def undertakings(scene: Scene, said: list[Report]) -> list[Undertaking]:
    """The undertakings of a sentence; where two passages overlap the first found stays."""
    found: list[Undertaking] = []
    last: Voice | None = None
    for at, word in enumerate(scene.words):
        one = undertaken(scene, at, last) or pledged(scene, at, last)
        if word in UNDERTAKING or word in REPORTING or word.endswith("ed"):
            last = before(scene, at) or last
        if one is not None:
            _add(scene, found, one)
    spans = [(report.start, report.end, report.base, report.voice) for report in said]
    for one in futures(scene, spans):
        _add(scene, found, one)
    tail = min((report.end for report in said if report.rule in ("final", "inverted")), default=len(scene.words))
    found = [replace(one, end=min(one.end, tail)) for one in found if one.start < tail]
    return sorted(found, key=lambda one: one.start)


def _add(scene: Scene, found: list[Undertaking], one: Undertaking) -> None:
    """Add an undertaking; one that another joins ("…, and reaffirmed …") ends where that begins."""
    for index, other in enumerate(found):
        joint = next((at for at in range(one.start - 1, max(one.start - 5, other.start + 3), -1) if scene.words[at] in ("and", ",")), None)
        if joint is not None and other.start < one.start < other.end:
            found[index] = replace(other, end=joint)
    if one.end - one.start >= 2 and not any(one.start < other.end and other.start < one.end for other in found):
        found.append(one)
