"""Builds: articles read and entered into a store, what was skipped and why, and the graphs that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from kg import iri
from kg.audit import audit, audit_triples
from kg.entities import resolve
from kg.errors import DocumentError
from kg.model import ArticleGraph, Document
from kg.ontology.lexicon import lexicon
from kg.ontology.queries import derivations
from kg.ontology.references import reference_triples
from kg.pipeline.decisions import Decisions
from kg.pipeline.readings import ArticleReading, costing_one, read_articles
from kg.quads import build as quads_of
from kg.store import Store

# the things of the reference tables that the articles' graphs point at
USED = """SELECT DISTINCT ?thing WHERE {
  { ?s kg:filledBy ?thing } UNION { ?s org:role ?thing } UNION { ?s sdmx-attribute:unitMeasure ?thing }
}"""


@dataclass(slots=True)
class Build:
    """What a build did: articles by what became of them, facts by kind, and everything that was left out, with reasons."""

    articles: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    rejected: int = 0
    skipped: list[DocumentError] = field(default_factory=list)

    def note(self, article: ArticleReading) -> None:
        self.facts.update(claim.kind for claim in article.claims)
        self.sentences.update(row.status for row in article.coverage)
        self.refused += [f"{article.document.id}: a {one.claim.kind} of {one.extractor}: {one.reason}" for one in article.refusals]
        self.rejected += len(article.rejected)

    @property
    def exit_code(self) -> int:
        return 1 if self.skipped else 0


def build(
    documents: Iterable[Document],
    store: Store,
    decisions: Decisions | None = None,
    advance: Callable[[str], None] = lambda article: None,
    made: Build | None = None,
) -> Build:
    """Read `documents` and enter their graphs; articles already there in the same form stay as they are.

    Each article is written whole or not at all. `advance` is told each article that has been read or skipped. What was
    entered before an interruption stays; the graphs that follow from all articles are then brought up to date by the next build.
    The account is kept in `made`, where readers of the documents may have begun it.
    """
    made = made or Build()

    def skip(error: DocumentError) -> None:
        made.skipped.append(error)
        advance(error.where)

    def graphs() -> Iterator[ArticleGraph]:
        for article in read_articles(documents, skip, decisions.rejected if decisions else ()):
            graph = costing_one(article.document, partial(graph_of, article), skip)
            if graph is not None:
                made.note(article)
                yield graph
                advance(article.document.id)

    for stored in store.add(graphs()):
        if stored.status == "refused":
            made.skipped.append(DocumentError(f"its graph cannot be stored: {stored.reason}", stored.article, "please report it"))
        made.articles[stored.status] += 1
    refresh(store)
    return made


def graph_of(article: ArticleReading) -> ArticleGraph:
    """The RDF of a reading, its mentions' identities resolved."""
    reading = article.reading
    filled = (filler.mention for claim in article.claims for filler in claim.fillers)
    named = tuple(dict.fromkeys((*reading.mentions, *filled)))  # extractors may name things of their own: "European countries"
    identities = resolve(reading.document, named, reading.links)
    return quads_of(reading, article.claims, identities, article.coverage)


def refresh(store: Store) -> None:
    """Bring the graphs that follow from all articles up to date: reference rows in use, derived edges, the audit."""
    used = [thing for thing in store.select(USED).column("thing") if thing]
    store.replace(iri.GRAPH_REFERENCE, reference_triples(used))
    store.replace(iri.GRAPH_DERIVED, [line for _, text in sorted(derivations().items()) for line in store.construct(text)])
    audited = audit(store, member_of)
    store.replace(iri.GRAPH_AUDIT, audit_triples(audited.results, audited.disputes))


def member_of(party: str, whole: str, day: str) -> bool:
    """Does the first party, by name, belong to the second on a day, as the reference tables say?"""
    tables = lexicon()
    state, organisation = tables.state(party), tables.organisation(whole)
    try:
        on = date.fromisoformat(f"{day}-01"[:10] if len(day) == 7 else day)
    except ValueError:
        return False
    return bool(state and organisation and state.key in tables.members(organisation.key, on))
