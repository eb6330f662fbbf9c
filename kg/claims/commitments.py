"""Commitments: what named parties agreed, pledged, plan or were instructed to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.claims.speech.antecedents import Recall
from kg.claims.speech.forms import MARKS
from kg.claims.speech.futures import FIRST, OWN, QUOTED, futures
from kg.claims.speech.pledges import NOUNS, pledged
from kg.claims.speech.quotes import quotes
from kg.claims.speech.reports import Report, reports, tail
from kg.claims.speech.scenes import Scene, Voice, scenes
from kg.claims.speech.speakers import before
from kg.claims.speech.terms import TERMS, terms
from kg.claims.speech.turns import turns
from kg.claims.speech.undertakings import UNDERTAKEN, Undertaking, undertaken
from kg.claims.speech.verbs import REPORTING, UNDERTAKING
from kg.model import Claim, Filler, Mention, Reading

_OPENERS = UNDERTAKEN | TERMS | NOUNS
_UNKNOWN = frozenset({"latter", "former", "one side", "either side", "one party", "either party", "side", "party"})
_PARTIES = frozenset("parties sides countries states nations governments delegations".split())


def extract(reading: Reading) -> Iterator[Claim]:
    """Commitment claims, one a passage, in the order of the text."""
    recall = Recall(reading)
    found: list[Claim] = []
    first: list[tuple[Scene, Undertaking, Undertaking]] = []  # "we will …": whose, a quotation tells, else as settled
    spoken: list[Report] = []
    for recall.sentence, scene in enumerate(scenes(reading)):
        said = [replace(one, voice=recall.settle(scene, one.voice)) for one in reports(scene)]
        spoken += said
        for report in said:
            recall.note(report.voice.mentions)
        for one in undertakings(scene, said):
            settled = _settled(recall, scene, one)
            if one.voice.mentions[0].name.casefold() in FIRST or one.rule in OWN:
                first.append((scene, one, settled))
            if _bound(reading, settled) and settled.rule not in OWN:
                found.append(_claim(reading, scene, settled))
    yield from sorted([*found, *_quoted(reading, first, spoken, found)], key=lambda claim: claim.evidence[0])


def _settled(recall: Recall, scene: Scene, one: Undertaking) -> Undertaking:
    settled = replace(one, voice=recall.party(scene, one.voice))
    if one.state:
        settled = replace(settled, voice=replace(settled.voice, mentions=tuple(map(recall.state, settled.voice.mentions))))
    return settled


def _bound(reading: Reading, one: Undertaking) -> bool:
    """Does the undertaking bind someone who is known and is no instrument?"""
    known = [who for mention in one.voice.mentions for who in reading.links.of(mention)]
    return any(who.kind != "agreement" and who.name.casefold() not in _UNKNOWN for who in known)


def _quoted(reading: Reading, first: list[tuple[Scene, Undertaking, Undertaking]], spoken: list[Report], found: list[Claim]) -> Iterator[Claim]:
    """What "we" and "I" undertake in a quotation or a turn: the speaker, or his state; elsewhere the article's own words."""
    if not first:
        return
    known = [one for one in spoken if any(reading.links.of(who) for who in one.voice.mentions)]
    direct = [*turns(reading), *quotes(reading, (one.attribution() for one in known))]
    for scene, one, settled in first:
        start, end = scene.span_of(one.start, one.end)
        around = next((quote for quote in direct if quote.start <= start and end <= quote.end + 1), None)
        name = one.voice.mentions[0].name.casefold()
        if any(other.evidence[0].start < end and start < other.evidence[0].end for other in found):
            continue
        if around is None:
            meant = settled if one.rule != QUOTED or len(settled.voice.mentions) > 1 else None
        elif name in FIRST:
            meant = replace(one, voice=replace(one.voice, mentions=around.speakers), state=name == "we")
        else:
            meant = settled if one.rule not in OWN or _own(reading, settled, around.speakers) else None
        if meant is not None and _bound(reading, meant):
            yield _claim(reading, scene, meant)


def _own(reading: Reading, one: Undertaking, speakers: tuple[Mention, ...]) -> bool:
    """May a quotation bind its subject: "we", a body, the state that the speaker acts for, but not another state?"""
    states = {who.name for mention in one.voice.mentions for who in reading.links.of(mention) if who.kind == "state"}
    return states <= {who.name for speaker in speakers for who in reading.links.principals(speaker)}


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
        one = undertaken(scene, at, last) or terms(scene, at, last) or pledged(scene, at, last) if word in _OPENERS else None
        if word in UNDERTAKING or word in REPORTING or word.endswith("ed"):
            last = before(scene, at) or last
        if one is not None:
            _add(scene, found, one)
    spans = [(report.start, report.end, report.base, report.voice) for report in said]
    for one in futures(scene, spans):
        _add(scene, found, one)
    stop = tail(scene)
    opening = next((one.end for one in said if one.rule == "opening participle"), 0)
    ends = {one: min(one.end, opening if one.start < opening else stop) for one in found if one.start < stop}
    found = [replace(one, end=_bare(scene, one.start, end)) for one, end in ends.items()]
    return sorted(found, key=lambda one: one.start)


def _bare(scene: Scene, start: int, end: int) -> int:
    """Where a passage ends without the marks that close a quotation or lead to who said it."""
    while end > start + 1 and scene.words[end - 1] in MARKS:
        end -= 1
    return end


def _add(scene: Scene, found: list[Undertaking], one: Undertaking) -> None:
    """Add an undertaking; one that another joins ("…, and reaffirmed …") ends where that begins."""
    for index, other in enumerate(found):
        joint = next((at for at in range(one.start - 1, max(one.start - 5, other.start + 3), -1) if scene.words[at] in ("and", ",")), None)
        if joint is not None and other.start < one.start < other.end:
            found[index] = replace(other, end=joint)
    if one.end - one.start >= 2 and not any(one.start < other.end and other.start < one.end for other in found):
        found.append(one)
