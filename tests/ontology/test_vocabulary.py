"""The vocabulary: every term of ours that a graph or a query uses is declared, with a label."""

from __future__ import annotations

import re

import pytest
from rdflib import RDFS, Graph, URIRef

import kg
from kg.iri import TERMS
from kg.ontology.facts import fact_kinds
from kg.ontology.files import folder
from kg.ontology.queries import derivations, named_queries


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    graph = Graph()
    for path in [folder("ontology") / "dateline.ttl", folder("ontology") / "cube.ttl", *(folder("ontology") / "facts").glob("*.ttl")]:
        graph.parse(path, format="turtle")
    return graph


def undeclared(vocabulary: Graph, terms: set[str]) -> list[str]:
    return sorted(term for term in terms if vocabulary.value(URIRef(TERMS + term), RDFS.label) is None)


def test_every_term_of_a_graph_is_declared(vocabulary: Graph, seed_graph: kg.Graph) -> None:
    lines = "\n".join(seed_graph.store.quads())
    used = {term for term in re.findall(re.escape(TERMS) + r"([\w-]+)>", lines) if not term.startswith("component-")}
    assert used
    assert undeclared(vocabulary, used) == []


def test_every_term_of_a_query_is_declared(vocabulary: Graph) -> None:
    texts = [*(query.text for query in named_queries().values()), *derivations().values()]
    used = {term for text in texts for term in re.findall(r"\bkg:(\w+)", text)}
    assert undeclared(vocabulary, used) == []


def test_every_role_and_value_leads_to_a_declared_term(vocabulary: Graph) -> None:
    paths = {one.path for kind in fact_kinds().values() for one in (*kind.roles.values(), *kind.values.values())}
    assert undeclared(vocabulary, {path.removeprefix(TERMS) for path in paths if path.startswith(TERMS)}) == []
