"""The RDF of one article: values go in, N-Triples lines come out. The only place that knows how values look as RDF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg import iri
from kg.model import ArticleGraph, Claim, Coverage, Document, Identities, Reading
from kg.ontology.facts import fact_kinds
from kg.quads import articles, claims, cubes, tenures
from kg.quads.claims import Filling


def build(reading: Reading, found: Iterable[Claim], identities: Identities, ledger: Iterable[Coverage]) -> ArticleGraph:
    """The graph of one article version: the same lines for the same values, in whatever order they come.

    A claim whose kind or role no fact file declares raises KeyError: extractors are checked before this stage.
    """
    document, rows = reading.document, tuple(ledger)
    kinds = fact_kinds()
    resolved = {claim: claims.fillings(claim, kinds[claim.kind], reading.links, identities) for claim in found}
    lines = [*articles.article(document), *articles.coverage(document, rows), *_facts(document, resolved)]
    spans = {span for claim in resolved for span in claims.spans(claim)}
    entities = {one.entity for filled in resolved.values() for one in filled if one.entity}
    for span in spans:
        lines += articles.evidence(document, span)
    for entity in entities:
        lines += articles.entity(entity)
    return ArticleGraph.of(document.id, document.version, iri.article_graph(document), lines, articles.private(document, rows))


def _facts(document: Document, resolved: dict[Claim, tuple[Filling, ...]]) -> Iterator[str]:
    kinds, held = fact_kinds(), claims.capacities(document, resolved)
    numbers = cubes.printings(
        (iri.claim(document.id, claim), claim, _key(filled, "reporter"), _key(filled, "partner"))
        for claim, filled in resolved.items()
        if claim.kind == "observation"
    )
    if numbers:
        yield from cubes.describe_data_set(document)
    for claim, filled in resolved.items():
        kind, subject = kinds[claim.kind], iri.claim(document.id, claim)
        yield from claims.node(document, claim, kind)
        yield from claims.roles(document, claim, kind, filled)
        yield claims.headline(document, claim, kind, filled)
        if claim.kind == "tenure":
            yield from tenures.tenure(document, claim, filled)
        elif claim.kind in ("meeting", "statement"):
            yield from tenures.participation(document, claim, filled, held)
        elif claim.kind == "observation":
            yield from cubes.observation(document, claim, f"<{subject}>", numbers[subject])


def _key(filled: tuple[Filling, ...], role: str) -> str:
    return next((one.entity.key if one.entity else one.referent.name for one in filled if one.filler.role == role), "")
