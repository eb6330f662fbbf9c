"""The reference graph: our codes, the cube's structure, and the rows of the sourced tables that the articles use."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

from rdflib import Graph
from rdflib.term import BNode, Node, URIRef

from kg.iri import BASE, digest
from kg.ontology.files import folder

ALWAYS = ("codes.ttl", "cube.ttl")
NEVER = "outlets.ttl"  # no claim speaks of a publisher


def reference_triples(used: Collection[str]) -> tuple[str, ...]:
    """N-Triples lines, sorted: all codes, the cube's structure, and what the tables say of the IRIs `used`."""
    root = folder("ontology")
    lines = {_line(*triple) for name in ALWAYS for triple in _named(root / name)}
    rows = _tables()
    for iri in used:
        lines.update(_row(rows, URIRef(iri)))
    return tuple(sorted(lines))


def shapes() -> Graph:
    """Every SHACL shape, with the vocabulary it speaks of."""
    root, graph = folder("ontology"), Graph()
    for path in [root / "dateline.ttl", root / "shapes.ttl", *sorted((root / "facts").glob("*.ttl"))]:
        graph.parse(path, format="ox-turtle")
    return graph


@cache
def _tables() -> Graph:
    """The tables of ontology/reference/, parsed once."""
    graph = Graph()
    for path in sorted(one for one in (folder("ontology") / "reference").glob("*.ttl") if one.name != NEVER):
        graph.parse(path, format="ox-turtle")
    return graph


def _row(table: Graph, node: Node, name: URIRef | None = None) -> Iterator[str]:
    """What the tables say of a thing; its blank nodes are named after it and by what they say."""
    subject = name or node
    for predicate, value in table.predicate_objects(node):
        if isinstance(value, BNode):
            inner = _name(table, value, f"{subject}/")
            yield _line(subject, predicate, inner)
            yield from _row(table, value, inner)
        else:
            yield _line(subject, predicate, value)


def _named(path: Path) -> Iterator[tuple[Node, Node, Node]]:
    """The triples of a file, its blank nodes named by what they say, so that the same file gives the same lines."""
    graph = Graph().parse(path, format="ox-turtle")
    for subject, predicate, value in graph:
        yield (
            _name(graph, subject, f"{BASE}terms/") if isinstance(subject, BNode) else subject,
            predicate,
            _name(graph, value, f"{BASE}terms/") if isinstance(value, BNode) else value,
        )


def _name(graph: Graph, node: Node, prefix: str) -> URIRef:
    return URIRef(prefix + digest(sorted((str(p), str(o)) for p, o in graph.predicate_objects(node) if not isinstance(o, BNode))))


def _line(subject: Node, predicate: Node, value: Node) -> str:
    return f"{subject.n3()} {predicate.n3()} {value.n3()} ."
