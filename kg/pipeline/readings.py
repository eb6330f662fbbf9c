"""Readings of articles: what each article names, links and states, one article at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.claims import Refusal, extract
from kg.language import analyse
from kg.model import Analysis, Claim, Coverage, Document, Links, Mention, Reading

try:
    from kg.mentions import find
except ImportError:

    def find(analysis: Analysis) -> tuple[Mention, ...]:
        return ()


try:
    from kg.entities import link
except ImportError:

    def link(analysis: Analysis, mentions: tuple[Mention, ...]) -> Links:
        return Links()


try:
    from kg.claims.coverage import ledger
except ImportError:

    def ledger(reading: Reading, claims: tuple[Claim, ...]) -> tuple[Coverage, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """One article read to its claims; `refusals` are claims whose evidence did not stand."""

    reading: Reading
    claims: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]
    refusals: tuple[Refusal, ...] = ()

    @property
    def document(self) -> Document:
        return self.reading.document


def read_articles(documents: Iterable[Document], pipeline: str | None = None) -> Iterator[ArticleReading]:
    """Read articles in their order, a few at a time: memory does not grow with their number."""
    return map(read_analysis, analyse(documents, pipeline))


def read_analysis(analysis: Analysis) -> ArticleReading:
    """The claims of one analysed article."""
    mentions = find(analysis)
    reading = Reading(analysis, mentions, link(analysis, mentions))
    found = extract(reading)
    return ArticleReading(reading, found.claims, ledger(reading, found.claims), found.refusals)
