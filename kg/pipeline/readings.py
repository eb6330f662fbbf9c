"""Readings of articles: what each article names, links and states, one article at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from kg import iri
from kg.claims import Refusal, extract
from kg.claims.coverage import ledger
from kg.documents import distinct, foreign_language
from kg.entities import link
from kg.errors import DocumentError, KgError
from kg.language import analyse
from kg.mentions import find
from kg.model import Analysis, Claim, Coverage, Document, Reading

log = logging.getLogger(__name__)

Skip = Callable[[DocumentError], None]

# What a fault in a rule or in a plug-in raises: it costs the article at hand, never the others.
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """One article read to its claims. `refusals` are claims whose evidence did not stand, `rejected` those that a
    person's decision took out."""

    reading: Reading
    claims: tuple[Claim, ...]
    coverage: tuple[Coverage, ...]
    refusals: tuple[Refusal, ...] = ()
    rejected: tuple[Claim, ...] = ()

    @property
    def document(self) -> Document:
        return self.reading.document


def read_articles(
    documents: Iterable[Document], skip: Skip | None = None, rejected: Collection[str] = (), pipeline: str | None = None
) -> Iterator[ArticleReading]:
    """Read English articles in their order, a few at a time: memory does not grow with their number.

    An article in another language, a second one of the same id, or one on which a rule fails is handed to `skip`; without
    `skip` it is raised. Claims whose IRI is in `rejected` are taken out.
    """
    for analysis in analyse(_readable(documents, skip or _raise), pipeline):
        article = costing_one(analysis.document, partial(read_analysis, analysis, rejected), skip)
        if article is not None:
            yield article


def costing_one(document: Document, step: Callable[[], T], skip: Skip | None) -> T | None:
    """The result of `step`; a fault in it costs this article only, which is then handed to `skip` (raised without one)."""
    try:
        return step()
    except FAULTS as error:
        if skip is None:
            raise
        log.debug("a fault on %s", document.id, exc_info=error)
        skip(DocumentError(f"a rule failed on this article ({type(error).__name__}: {error})", document.id, "please report it"))
    except KgError as error:
        (skip or _raise)(DocumentError(error.message, document.id, error.hint))
    return None


def read_analysis(analysis: Analysis, rejected: Collection[str] = ()) -> ArticleReading:
    """The claims of one analysed article."""
    mentions = find(analysis)
    reading = Reading(analysis, mentions, link(analysis, mentions))
    found = extract(reading)
    out = tuple(claim for claim in found.claims if rejected and iri.claim(reading.document.id, claim) in rejected)
    claims = tuple(claim for claim in found.claims if claim not in out)
    return ArticleReading(reading, claims, ledger(reading, claims), found.refusals, out)


def _readable(documents: Iterable[Document], skip: Skip) -> Iterator[Document]:
    for document in distinct(documents, skip):
        if language := foreign_language(document):
            skip(
                DocumentError(
                    f"the article is in another language ({language})", document.id, "only English is read; declare `language: en` if it is"
                )
            )
        else:
            yield document


def _raise(error: DocumentError) -> None:
    raise error
