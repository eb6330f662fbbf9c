"""Copies of RDF text as rdflib graphs, with plain strings as rdflib's own parsers give them (oxrdflib types them)."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import rdflib
from rdflib.term import Node

from kg import iri


def copied(lines: Iterable[str]) -> rdflib.Graph:
    """N-Triples lines as an rdflib graph that knows the prefixes of `kg.iri`."""
    graph = rdflib.Graph()
    known: dict[ox.NamedNode, rdflib.URIRef] = {}

    def node(term: object) -> Node:
        if isinstance(term, ox.NamedNode):
            return known.get(term) or known.setdefault(term, rdflib.URIRef(term.value))
        if isinstance(term, ox.Literal):
            if term.language:
                return rdflib.Literal(term.value, lang=term.language)
            typed = term.datatype.value != f"{iri.PREFIXES['xsd']}string"
            return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value) if typed else None)
        if isinstance(term, ox.BlankNode):
            return rdflib.BNode(term.value)
        raise ValueError(f"rdflib has no triples about triples: {term}")

    text = "\n".join(lines).encode("utf-8")
    quads = ox.parse(text, format=ox.RdfFormat.N_TRIPLES)
    graph.addN((node(one.subject), node(one.predicate), node(one.object), graph) for one in quads)
    for prefix, namespace in iri.PREFIXES.items():
        graph.bind(prefix, namespace, override=True)
    return graph
