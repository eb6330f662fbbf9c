"""Statements: who said what, directly or indirectly, with the words uttered or reported as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.claims.speech.antecedents import Recall
from kg.claims.speech.quotes import Quote, quotes
from kg.claims.speech.reports import Report, reports
from kg.claims.speech.scenes import Scene, scenes
from kg.claims.speech.stances import stances
from kg.claims.speech.turns import turns
from kg.claims.speech.verbs import PHRASAL
from kg.model import Claim, Filler, Mention, Reading, Span

_PRONOUNS = frozenset("he she it they we i who".split())
_SIDES = ("the sides", "the parties")  # they speak for their states


def extract(reading: Reading) -> Iterator[Claim]:
    """Statement claims, one a passage, in the order of the text."""
    found = [report for report in spoken(reading) if any(reading.links.of(one) for one in report.voice.mentions)]
    direct = [*turns(reading), *quotes(reading, (report.attribution() for report in found))]
    for quote in direct:
        yield _claim(quote.speakers, reading.document.span(quote.start, quote.end), "direct", quote.verb, quote.rule)
    for report in found:
        if report.says and not any(_quoted(reading, quote, report) for quote in direct):
            yield _claim(report.voice.mentions, report.span(), "indirect", report.base, report.rule)


def _quoted(reading: Reading, quote: Quote, report: Report) -> bool:
    """Is a report only words of a quotation? In a long one, what others are said to say stays a report."""
    if not quote.covers(report.span()):
        return False
    own = {who for one in quote.speakers for who in (*reading.links.of(one), *reading.links.principals(one))}
    others = {who for one in report.voice.mentions for who in reading.links.of(one)}
    start = report.scene.sentence.span.start
    said = {one.span.text.casefold() for one in report.voice.mentions}
    return bool(own & others) or quote.start >= start or bool(said & _PRONOUNS)


def spoken(reading: Reading) -> Iterator[Report]:
    """The reports and stances of the article, their speakers resolved as far as the sentences before allow."""
    recall = Recall(reading)
    for recall.sentence, scene in enumerate(scenes(reading)):
        for report in _apart(scene):
            settled = replace(report, voice=recall.settle(scene, report.voice))
            recall.note(settled.voice.mentions)
            yield settled


def _apart(scene: Scene) -> list[Report]:
    """The reports of a sentence, and the stances that stand in none of them."""
    found = reports(scene)
    more = [one for one in stances(scene) if not any(other.start <= one.verb < other.end for other in found)]
    kept = [one for one in found if not any(other.start <= one.start and one.end <= other.end for other in more)]
    return sorted([*kept, *more], key=lambda one: one.verb)


def _claim(speakers: Iterable[Mention], span: Span, mode: str, verb: str, rule: str) -> Claim:
    content = Mention("content", span, span.text, span)
    fillers = (*(Filler("speaker", one, principal=one.name in _SIDES) for one in speakers), Filler("content", content))
    return Claim("statement", fillers, (("mode", mode), ("verb", PHRASAL.get(verb, verb))), (span,), f"statement: {rule}")
