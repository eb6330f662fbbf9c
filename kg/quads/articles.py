"""Triples about the article itself: its description, its evidence, its entities, its coverage ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg import __version__, iri
from kg.model import Coverage, Document, Entity, Span
from kg.quads.terms import LABEL, RDF_TYPE, name, own, ref, text, triple, typed

QUOTE_LIMIT = 300  # code points: longer quotations of a copyrighted text are not copied into a published graph

CLASSES = {
    "person": "Person",
    "state": "State",
    "organisation": "Organisation",
    "region": "Region",
    "place": "Place",
    "group": "Group",
    "agreement": "Agreement",
    "forum": "Forum",
}


@lru_cache(maxsize=16)
def run(document: Document) -> str:
    """The IRI of the run that made this article version's graph: the same for the same software and text."""
    return f"{iri.PREFIXES['run']}{__version__}/{document.version}"


def article(document: Document) -> Iterator[str]:
    """Triples of the article and of the run that read it."""
    node = ref(iri.article(document.id))
    yield triple(node, RDF_TYPE, name("schema:NewsArticle"))
    yield triple(node, LABEL, text(document.title or document.id))
    yield triple(node, name("dcterms:identifier"), text(document.id))
    yield triple(node, own("version"), text(document.version))
    for predicate, value in (
        ("schema:headline", document.title),
        ("schema:publisher", document.publisher),
        ("schema:contentLocation", document.place),
    ):
        if value:
            yield triple(node, name(predicate), text(value))
    for predicate, value in (("schema:inLanguage", document.language), ("dcterms:rights", document.licence)):
        if value:
            yield triple(node, name(predicate), text(value))
    if document.url:
        yield triple(node, name("schema:url"), typed(document.url, "anyURI"))
    if document.published:
        yield triple(node, name("schema:datePublished"), typed(document.published.isoformat(), "date"))
    activity, agent = ref(run(document)), ref(f"{iri.PREFIXES['run']}dateline-kg-{__version__}")
    yield triple(activity, RDF_TYPE, name("prov:Activity"))
    yield triple(activity, name("prov:used"), node)
    yield triple(activity, name("prov:wasAssociatedWith"), agent)
    yield triple(agent, RDF_TYPE, name("prov:SoftwareAgent"))
    yield triple(agent, LABEL, text(f"dateline-kg {__version__}"))


def private(document: Document, ledger: Iterable[Coverage]) -> Iterator[str]:
    """Triples that quote the article at length: its text and its sentences. They stay in the store, in a graph
    of their own, and are never exported."""
    node = ref(iri.article(document.id))
    yield triple(node, name("schema:articleBody"), text(document.text))
    for number, row in enumerate(ledger, 1):
        yield triple(ref(f"{iri.article(document.id)}/sentence/{number}"), own("sentenceText"), text(row.span.text))


def coverage(document: Document, ledger: Iterable[Coverage]) -> Iterator[str]:
    """The coverage ledger: one node a sentence."""
    for number, row in enumerate(ledger, 1):
        node = ref(f"{iri.article(document.id)}/sentence/{number}")
        yield triple(node, RDF_TYPE, own("Sentence"))
        yield triple(node, own("article"), ref(iri.article(document.id)))
        yield triple(node, own("sentenceNumber"), typed(number, "integer"))
        yield triple(node, name("oa:start"), typed(row.span.start, "integer"))
        yield triple(node, name("oa:end"), typed(row.span.end, "integer"))
        yield triple(node, own("coverage"), ref(f"{iri.PREFIXES['code']}coverage/{row.status}"))
        if row.reason:
            yield triple(node, own("reason"), text(row.reason))


def evidence(document: Document, span: Span) -> Iterator[str]:
    """A passage as a Web Annotation resource: position always (code points, half-open), quote cut at QUOTE_LIMIT."""
    node = ref(iri.evidence(document.id, span))
    selector = ref(f"{iri.evidence(document.id, span)}/selector")
    yield triple(node, RDF_TYPE, name("oa:SpecificResource"))
    yield triple(node, name("oa:hasSource"), ref(iri.article(document.id)))
    yield triple(node, name("oa:hasSelector"), selector)
    yield triple(node, own("inField"), text(span.field))
    yield triple(selector, RDF_TYPE, name("oa:TextPositionSelector"))
    yield triple(selector, RDF_TYPE, name("oa:TextQuoteSelector"))
    yield triple(selector, name("oa:start"), typed(span.start, "integer"))
    yield triple(selector, name("oa:end"), typed(span.end, "integer"))
    yield triple(selector, name("oa:exact"), text(span.text[:QUOTE_LIMIT]))


def entity(one: Entity) -> Iterator[str]:
    """A thing with an identity: its class, its label, the names it goes by."""
    node = ref(iri.entity(one.key))
    yield triple(node, RDF_TYPE, own(CLASSES.get(one.kind, "Group")))
    yield triple(node, LABEL, text(one.label))
    if one.short:
        yield triple(node, own("acronym"), text(one.short))
    for other in one.names:
        if other != one.label:
            yield triple(node, name("skos:altLabel"), text(other))
