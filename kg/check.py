"""Checks of the built graph: SHACL shapes, the laws of evidence, the integrity of the trade figures' cube, with what was checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any
from typing import Literal as OneOf

import rdflib
from rdflib import RDFS, SH, XSD
from rdflib.term import Node

from kg import iri
from kg.ontology.files import folder
from kg.store import Store

KG = rdflib.Namespace(iri.TERMS)
OA = rdflib.Namespace(iri.PREFIXES["oa"])
SCHEMA = rdflib.Namespace(iri.PREFIXES["schema"])
QUOTE_LIMIT = 300  # code points of a passage that the graph quotes
TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
CHUNK = 50  # articles validated together: SHACL reads them from memory

OBSERVATIONS = "SELECT (COUNT(*) AS ?n) WHERE { ?observation a qb:Observation }"
Breach = tuple[str, Node, str]
Verdict = OneOf["conforms", "does not conform", "nothing checked"]


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A law that does not hold: which one, for which node of which article ("" where it lies in no article), and how."""

    law: str
    article: str
    node: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked and what was found."""

    articles: int
    shapes: int
    focus_nodes: int
    claims: int
    passages: int
    constraints: int
    observations: int
    violations: tuple[Violation, ...]

    @property
    def verdict(self) -> Verdict:
        """Never "conforms" if there was nothing that could have failed."""
        if self.violations:
            return "does not conform"
        return "conforms" if self.focus_nodes or self.claims or self.passages or self.observations else "nothing checked"


@dataclass(slots=True)
class _Tally:
    focus_nodes: int = 0
    claims: int = 0
    passages: int = 0
    violations: set[Violation] = field(default_factory=set)


def check(store: Store, shapes: rdflib.Graph | str, articles: Sequence[str] | None = None) -> Report:
    """Check the articles of the store (all of them by default) against `shapes` (a graph or Turtle) and the laws of evidence,
    and the whole cube against the W3C integrity constraints. Raises SetupError on an unknown article."""
    chosen = store.articles() if articles is None else list(articles)
    graph = _plain(rdflib.Graph().parse(data=shapes, format="turtle") if isinstance(shapes, str) else shapes)
    reference = store.rdflib(graph=iri.GRAPH_REFERENCE)
    tally = _Tally()
    waiting = iter(chosen)
    while chunk := list(islice(waiting, CHUNK)):
        data = rdflib.Graph()
        for article in chunk:
            stated = store.rdflib(article)
            _weigh_evidence(stated, article, store.words(article), tally)
            data += stated
        _validate(data, reference, graph, store, tally)
    observations = int(store.select(OBSERVATIONS).rows[0][0] or 0)
    if observations:
        tally.violations.update(cube_violations(store))
    return Report(
        len(chosen),
        sum(1 for _ in _targeting(graph)),
        tally.focus_nodes,
        tally.claims,
        tally.passages,
        len(integrity_constraints()) if observations else 0,
        observations,
        tuple(sorted(tally.violations)),
    )


# ---- SHACL --------------------------------------------------------------------------------------------------------


def _plain(graph: rdflib.Graph) -> rdflib.Graph:
    """The graph with plain strings for xsd:string: rdflib takes the two for different terms, and RDF 1.1 for one."""
    plain = rdflib.Graph()
    for triple in graph:
        plain.add(tuple(rdflib.Literal(str(term)) if getattr(term, "datatype", None) == XSD.string else term for term in triple))  # type: ignore[arg-type]
    return plain


def _validate(data: rdflib.Graph, reference: rdflib.Graph, shapes: rdflib.Graph, store: Store, tally: _Tally) -> None:
    """Validate articles together with the reference data and the class tree, as queries see them."""
    from pyshacl import validate

    for triple in shapes.triples((None, RDFS.subClassOf, None)):
        data.add(triple)
    tally.focus_nodes += sum(len(shape.focus_nodes(data)) for shape in _targeting(shapes))
    data += reference
    _, found, _ = validate(data, shacl_graph=shapes, inplace=True)
    if not isinstance(found, rdflib.Graph):
        raise RuntimeError(f"the shapes cannot be used: {found}")
    for result in found.subjects(SH.resultSeverity, SH.Violation):
        tally.violations.add(_violation(found, result, store))


def _targeting(shapes: rdflib.Graph) -> Iterator[Any]:
    """The shapes that name what they are for, as pySHACL reads them."""
    from pyshacl.shapes_graph import ShapesGraph

    named = {shape for predicate in TARGETS for shape in shapes.subjects(predicate)}
    return (shape for shape in ShapesGraph(shapes).shapes if shape.node in named)


def _violation(found: rdflib.Graph, result: Node, store: Store) -> Violation:
    focus, path = found.value(result, SH.focusNode), found.value(result, SH.resultPath)
    component = str(found.value(result, SH.sourceConstraintComponent) or "").rpartition("#")[2].removesuffix("ConstraintComponent")
    message = "; ".join(sorted(str(one) for one in found.objects(result, SH.resultMessage)))
    law = f"SHACL {component}" + (f" of {path}" if isinstance(path, rdflib.URIRef) else "")
    return Violation(law, _stated_by(store, focus), str(focus), message)


def _stated_by(store: Store, node: Node | None) -> str:
    """The articles whose current graphs describe a node."""
    return ", ".join(store.articles_about(node)) if isinstance(node, rdflib.URIRef) else ""


# ---- evidence -----------------------------------------------------------------------------------------------------


def _weigh_evidence(stated: rdflib.Graph, article: str, words: Mapping[str, str], tally: _Tally) -> None:
    """The laws of evidence over the graph of one article and its words (the literals of its text graph)."""
    node = rdflib.URIRef(iri.article(article))
    claims, passages = set(stated.subjects(KG.rule)), set(stated.subjects(OA.hasSelector))
    texts = {"text": words.get(str(SCHEMA.articleBody)), "title": str(stated.value(node, SCHEMA.headline) or "")}
    found = [
        *(breach for claim in claims for breach in _claim_breaches(stated, claim, node)),
        *(breach for filler in set(stated.objects(None, KG.hasFiller)) for breach in _filler_breaches(stated, filler)),
        *(breach for passage in passages for breach in _passage_breaches(stated, passage, node, texts)),
    ]
    tally.claims += len(claims)
    tally.passages += len(passages)
    tally.violations.update(Violation(law, article, str(culprit), message) for law, culprit, message in found)


def _claim_breaches(stated: rdflib.Graph, claim: Node, article: rdflib.URIRef) -> Iterator[Breach]:
    if set(stated.objects(claim, KG.article)) != {article}:
        yield "claim without its article", claim, "a claim names the article that states it, and no other"
    evidence = set(stated.objects(claim, KG.evidence))
    if not evidence:
        yield "claim without evidence", claim, "a claim names the passage that proves it"
    for passage in evidence | set(stated.objects(claim, KG.furtherEvidence)):
        if (passage, OA.hasSelector, None) not in stated:
            yield "evidence that is no passage", claim, f"{passage} has no place in the article"


def _filler_breaches(stated: rdflib.Graph, filler: Node) -> Iterator[Breach]:
    quotes = {str(quote) for quote in stated.objects(filler, KG.evidence / OA.hasSelector / OA.exact)}
    if not quotes:
        yield "role without evidence", filler, "a role filler has a passage of its own"
    printed = {str(words) for words in stated.objects(filler, KG.asPrinted)}
    if quotes and printed and not printed <= quotes:
        yield "borrowed evidence", filler, f"the passage reads {_shown(min(quotes))}, the role is printed {_shown(min(printed))}"


def _passage_breaches(stated: rdflib.Graph, passage: Node, article: rdflib.URIRef, texts: Mapping[str, str | None]) -> Iterator[Breach]:
    if set(stated.objects(passage, OA.hasSource)) != {article}:
        yield "passage of another article", passage, f"its source is not {article}"
    name = str(stated.value(passage, KG.inField) or "text")
    text = texts.get(name)
    if text is None:
        yield "text not kept", passage, f"the {name} of the article is not in the store, so the passage cannot be compared"
        return
    for selector in stated.objects(passage, OA.hasSelector):
        start, end = (_offset(stated.value(selector, bound)) for bound in (OA.start, OA.end))
        if not 0 <= start <= end <= len(text):
            yield "passage outside the text", passage, f"{start}:{end} in a {name} of {len(text)} code points"
            continue
        quote = str(stated.value(selector, OA.exact))
        if quote != text[start:end][:QUOTE_LIMIT]:
            yield "misquoted passage", passage, f"{start}:{end} reads {_shown(text[start:end])}, quoted {_shown(quote)}"


def _offset(value: Node | None) -> int:
    return int(value) if isinstance(value, rdflib.Literal) and re.fullmatch(r"\d+", value) else -1


def _shown(words: str) -> str:
    return repr(words if len(words) <= 60 else f"{words[:59]}…")


# ---- the cube -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Constraint:
    """An integrity constraint of the W3C Data Cube: its name (IC-1), what it demands, the query for what breaks it."""

    name: str
    demand: str
    sparql: str


@cache
def integrity_constraints() -> tuple[Constraint, ...]:
    """Those of queries/integrity, IC-1 to IC-19. IC-20 and IC-21 speak of hierarchical code lists, of which the cube has none."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder("queries") / "integrity").glob("ic-*.rq"))]
    headings = (text.partition("\n")[0].removeprefix("# ").partition(": ") for text in texts)
    return tuple(Constraint(name, demand, text) for (name, _, demand), text in zip(headings, texts, strict=True))


def cube_violations(store: Store) -> Iterator[Violation]:
    """The nodes of the store that break an integrity constraint."""
    for constraint in integrity_constraints():
        for node in store.select(constraint.sparql).column("node"):
            if node is not None:
                yield Violation(constraint.name, _stated_by(store, rdflib.URIRef(node)), node, constraint.demand)
