"""The catalogue: which versions of an article the store holds, and which one is current."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg import iri

CATALOGUE = ox.NamedNode(iri.GRAPH_CATALOGUE)
CURRENT = ox.NamedNode(f"{iri.TERMS}currentGraph")
GRAPH_OF = ox.NamedNode(f"{iri.TERMS}graphOf")
NUMBER = ox.NamedNode(f"{iri.TERMS}versionNumber")
NAME = ox.NamedNode(f"{iri.TERMS}versionName")
DIGEST = ox.NamedNode(f"{iri.TERMS}contentDigest")
IDENTIFIER = ox.NamedNode(f"{iri.PREFIXES['dcterms']}identifier")
REVISES = ox.NamedNode(f"{iri.PREFIXES['prov']}wasRevisionOf")
INTEGER = ox.NamedNode(f"{iri.PREFIXES['xsd']}integer")


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A version of an article in the store: `number` counts from 1, `name` is the version of the text, `digest` of its triples."""

    article: str
    number: int
    name: str
    graph: str
    digest: str
    current: bool


def digest(triples: Iterable[str]) -> str:
    """What tells two contents of a graph apart."""
    return hashlib.sha256("\n".join(triples).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def versions(database: ox.Store, article: str) -> list[Version]:
    """The versions of one article, oldest first; [] if the store has none."""
    node = ox.NamedNode(iri.article(article))
    current = {quad.object for quad in database.quads_for_pattern(node, CURRENT, None, CATALOGUE)}
    graphs = (quad.subject for quad in database.quads_for_pattern(None, GRAPH_OF, node, CATALOGUE))
    return sorted(_version(database, article, graph, graph in current) for graph in graphs if isinstance(graph, ox.NamedNode))


def _version(database: ox.Store, article: str, graph: ox.NamedNode, current: bool) -> Version:
    facts = {quad.predicate: quad.object for quad in database.quads_for_pattern(graph, None, None, CATALOGUE)}

    def text(predicate: ox.NamedNode) -> str:
        value = facts[predicate]
        return value.value if isinstance(value, ox.Literal) else str(value)

    return Version(article, int(text(NUMBER)), text(NAME), graph.value, text(DIGEST), current)


def articles(database: ox.Store) -> list[str]:
    """The ids of all articles, sorted."""
    found = database.quads_for_pattern(None, IDENTIFIER, None, CATALOGUE)
    return sorted(quad.object.value for quad in found if isinstance(quad.object, ox.Literal))


def describers(database: ox.Store, node: ox.NamedNode) -> set[str]:
    """The ids of the articles whose current graphs hold triples with this subject."""
    graphs = {quad.graph_name for quad in database.quads_for_pattern(node, None, None, None)}
    named = [graph for graph in graphs if isinstance(graph, ox.NamedNode)]
    owners = (quad.subject for graph in named for quad in database.quads_for_pattern(None, CURRENT, graph, CATALOGUE))
    names = (quad.object for owner in set(owners) for quad in database.quads_for_pattern(owner, IDENTIFIER, None, CATALOGUE))
    return {name.value for name in names if isinstance(name, ox.Literal)}


def current_graphs(database: ox.Store) -> set[str]:
    """The graphs whose triples the default graph holds: the current ones of the articles and the whole graphs."""
    found = database.quads_for_pattern(None, CURRENT, None, CATALOGUE)
    return {quad.object.value for quad in found if isinstance(quad.object, ox.NamedNode)} | WHOLE


WHOLE = frozenset({iri.GRAPH_REFERENCE, iri.GRAPH_DERIVED, iri.GRAPH_AUDIT})


def version_lines(version: Version, before: Version | None) -> list[str]:
    """The triples that enter a new version in the catalogue."""
    graph = ox.NamedNode(version.graph)
    facts: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (GRAPH_OF, ox.NamedNode(iri.article(version.article))),
        (NUMBER, ox.Literal(str(version.number), datatype=INTEGER)),
        (NAME, ox.Literal(version.name)),
        (DIGEST, ox.Literal(version.digest)),
    ]
    if before is not None:
        facts.append((REVISES, ox.NamedNode(before.graph)))
    return [f"{graph} {predicate} {value} ." for predicate, value in facts]


def current_line(version: Version) -> str:
    return f"{ox.NamedNode(iri.article(version.article))} {CURRENT} {ox.NamedNode(version.graph)} ."


def identifier_line(article: str) -> str:
    return f"{ox.NamedNode(iri.article(article))} {IDENTIFIER} {ox.Literal(article)} ."


def digest_line(version: Version) -> str:
    return f"{ox.NamedNode(version.graph)} {DIGEST} {ox.Literal(version.digest)} ."
