"""Paths: the shortest chain of evidence between two parties of a network, and the node that a name means."""

from __future__ import annotations

import difflib
import itertools
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NoReturn

import networkx as nx  # type: ignore[import-untyped]  # its stubs are a package of their own

from kg.errors import SetupError
from kg.exports.networks import PARTIES
from kg.store import Store

Aliases = Mapping[str, Collection[str]]
ALIASES = """SELECT DISTINCT ?name ?thing WHERE {
  { ?thing skos:altLabel ?name } UNION { ?thing kg:acronym ?name }
}"""

DETOUR = {"topic": 2.0, "place": 2.0}  # what a path pays to pass: sharing a topic or a town says less than a meeting


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path as the article puts it, `source` `relation` `target`, with its words; `forward` tells
    whether the path walks from source to target."""

    source: str
    relation: str
    target: str
    forward: bool
    date: str = ""
    evidence: str = ""
    article: str = ""
    start: int | None = None
    end: int | None = None
    url: str = ""


def aliases(store: Store) -> dict[str, set[str]]:
    """The other names and acronyms that the store knows, with the things they name."""
    found: dict[str, set[str]] = {}
    for name, thing in store.select(ALIASES).rows:
        found.setdefault(_fold(name or ""), set()).add(thing or "")
    return found


def path(graph: nx.MultiDiGraph, a: str, b: str, known: Aliases | None = None) -> tuple[Hop, ...]:
    """The shortest chain of evidence from the party named `a` to the one named `b`; () if nothing links them.

    Names meet without regard to case and accents; SetupError with near names if one is unknown or ambiguous, or if both are one thing."""
    source, target = find(graph, a, known), find(graph, b, known)
    if source == target:
        raise SetupError(f"{a!r} and {b!r} are one and the same: {graph.nodes[source]['label']}", hint="name two different parties")
    plain = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    for one, other in sorted((one, other) for one, other in graph.edges()):
        plain.add_edge(one, other, weight=1 + sum(DETOUR.get(graph.nodes[end]["kind"], 0.0) / 2 for end in (one, other)))
    if not nx.has_path(plain, source, target):
        return ()
    nodes = nx.dijkstra_path(plain, source, target)
    return tuple(_hop(graph, one, other) for one, other in itertools.pairwise(nodes))


def _hop(graph: nx.MultiDiGraph, one: str, other: str) -> Hop:
    forward = graph.has_edge(one, other)
    source, target = (one, other) if forward else (other, one)
    best = min(sorted(graph[source][target].items()), key=lambda item: not item[1].get("evidence"))[1]
    details = {key: best[key] for key in ("date", "evidence", "article", "start", "end", "url") if key in best}
    return Hop(graph.nodes[source]["label"], best["relation"], graph.nodes[target]["label"], forward, **details)


def find(graph: nx.MultiDiGraph, name: str, known: Aliases | None = None) -> str:
    """The node called `name` (label, short form or IRI, then a party's alias, then part of a name): a party before other
    things, else SetupError with near names."""
    names = _names(graph)
    wanted = _fold(name)
    parts = set(wanted.split())
    called = names.get(wanted, set())
    alias = {node for node in (known or {}).get(wanted, ()) if node in graph and graph.nodes[node]["kind"] in PARTIES}
    holding = {node for label, nodes in names.items() if parts and parts <= set(label.split()) for node in nodes}
    hits = called or alias or holding
    hits = {node for node in hits if graph.nodes[node]["kind"] in PARTIES} or hits
    if len(hits) > 1:
        listed = ", ".join(f"{graph.nodes[node]['label']} <{node}>" for node in sorted(hits)[:6])
        raise SetupError(f"{name!r} names {len(hits)} things", hint=f"say which: {listed}")
    return hits.pop() if hits else _unknown(graph, name, names)


def _unknown(graph: nx.MultiDiGraph, name: str, names: Mapping[str, set[str]]) -> NoReturn:
    close = difflib.get_close_matches(_fold(name), sorted(names), n=5, cutoff=0.5)
    near = [graph.nodes[node]["label"] for label in close for node in sorted(names[label])]
    hint = f"near: {', '.join(dict.fromkeys(near))}" if near else "the graph holds no similar name"
    raise SetupError(f"nothing in the graph is called {name!r}", hint=hint)


def _names(graph: nx.MultiDiGraph) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for node, data in graph.nodes(data=True):
        for name in (data["label"], data.get("short", ""), node):
            if _fold(name):
                names.setdefault(_fold(name), set()).add(node)
    return names


def _fold(name: str) -> str:
    flat = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(flat.casefold().split())
