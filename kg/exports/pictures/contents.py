"""Contents: what a page shows of a network, as plain values ready for JSON, most linked nodes first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

import networkx as nx  # type: ignore[import-untyped]  # its stubs are a package of their own

from kg.exports.networks import passages
from kg.exports.pictures.layouts import positions
from kg.exports.pictures.marks import MARKS, OTHER

SMALL = 200  # up to here pyvis draws, and every class is shown from the start
QUIET = ("statement",)  # classes that a larger picture opens without: many, and each linked to its speaker only
DETAILS = ("short", "type", "date", "status", "place", "value", "unit", "product", "concept", "text")
PASSAGE = {"evidence": "text", "article": "article", "start": "start", "end": "end"}
HUBS = 15

Value = str | int
Record = dict[str, object]


@dataclass(frozen=True)
class Contents:
    """Nodes with position and size, drawn links (one a pair of nodes, with all its facts), passages, articles, legend."""

    title: str
    note: str
    nodes: list[Record]
    links: list[Record]
    passages: list[Record]
    articles: Record
    kinds: Record
    off: list[str]
    hub: int
    drawing: Record = field(default_factory=dict)

    def plain(self) -> Record:
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True)
class _Passages:
    """Numbers passages in the order met, each once."""

    index: dict[tuple[Value | None, ...], int] = field(default_factory=dict)
    articles: Record = field(default_factory=dict)

    def number(self, data: Mapping[str, Value]) -> int:
        article = str(data.get("article", ""))
        if article:
            self.articles.setdefault(article, {"id": article, "title": data.get("title", ""), "url": data.get("url", "")})
        return self.index.setdefault(tuple(data.get(name) for name in PASSAGE), len(self.index))

    def listed(self) -> list[Record]:
        return [{PASSAGE[name]: value for name, value in zip(PASSAGE, key, strict=True) if value is not None} for key in self.index]


def gather(network: nx.MultiDiGraph, title: str, limit: int) -> Contents:
    """The contents of a page: the `limit` most linked nodes, placed, with everything their links rest on."""
    everything = nx.Graph(network)
    order = sorted(network, key=lambda node: (-everything.degree(node), node))[:limit]
    graph = network.subgraph(order).copy()
    index = {node: row for row, node in enumerate(order)}
    known = _Passages()
    links = _links(graph, index, known)
    sightings: dict[str, list[int]] = {}
    for node, passage in passages(graph):
        sightings.setdefault(node, []).append(known.number(passage))
    nodes = _nodes(graph, order, sightings)
    kinds = Counter(str(node["kind"]) for node in nodes)
    degrees = [int(str(node["degree"])) for node in nodes]
    off = [kind for kind in QUIET if kind in kinds and len(order) > SMALL]
    hub = max(3, degrees[min(HUBS if len(order) <= SMALL else 3 * HUBS, len(degrees)) - 1]) if degrees else 3
    return Contents(title, _note(network, order, off), nodes, links, known.listed(), known.articles, _legend(kinds), off, hub)


def _nodes(graph: nx.MultiDiGraph, order: list[str], sightings: Mapping[str, list[int]]) -> list[Record]:
    plain = nx.Graph(graph)
    places = positions(plain)
    unit = 8.0 if len(order) <= SMALL else min(5.0, max(1.0, 95 / math.sqrt(len(order))))
    nodes: list[Record] = []
    for node in order:
        data, degree = graph.nodes[node], plain.degree(node)
        facts = [(name, str(data[name])) for name in DETAILS if data.get(name) and data[name] != data["label"]]
        (x, y), size = places[node], round(unit * min(1 + 0.45 * math.sqrt(degree), 5), 2)
        kind = data["kind"] if data["kind"] in MARKS else "other"
        nodes.append({"label": data["label"], "kind": kind, "x": x, "y": y, "size": size, "degree": degree, "facts": [*facts, ("IRI", node)]})
        nodes[-1]["sightings"] = sightings.get(node, [])
    return nodes


def _links(graph: nx.MultiDiGraph, index: Mapping[str, int], known: _Passages) -> list[Record]:
    """One link a pair of nodes; a fact told from target to source says so by `back`."""
    drawn: dict[tuple[int, int], list[Record]] = {}
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: (index[edge[0]], index[edge[1]])):
        a, b = index[source], index[target]
        fact: Record = {"relation": data["relation"], "passage": known.number(data)}
        note = ", ".join(str(data[name]) for name in ("capacity", "status", "verb") if data.get(name))
        fact |= {name: value for name, value in (("date", data.get("date")), ("note", note), ("back", a > b)) if value}
        facts = drawn.setdefault((min(a, b), max(a, b)), [])
        if fact not in facts:
            facts.append(fact)
    links: list[Record] = []
    for (a, b), facts in sorted(drawn.items()):
        backward = [bool(fact.get("back")) for fact in facts]
        ends = (b, a) if all(backward) else (a, b)
        if all(backward):
            facts = [{name: value for name, value in fact.items() if name != "back"} for fact in facts]
        links.append({"source": ends[0], "target": ends[1], "arrow": len(set(backward)) == 1, "facts": facts})
    return links


def _legend(kinds: Mapping[str, int]) -> Record:
    return {
        kind: {"one": mark.one, "label": mark.many, "colour": mark.colour, "shape": mark.shape, "count": kinds[kind]}
        for kind, mark in {**MARKS, "other": OTHER}.items()
        if kinds.get(kind)
    }


def _note(network: nx.MultiDiGraph, order: list[str], off: list[str]) -> str:
    whole = len(network)
    parts = [
        f"The {len(order):,} most linked of {whole:,} nodes are shown."
        if whole > len(order)
        else f"{whole:,} nodes, {len(network.edges):,} links as stated."
    ]
    parts += [f"{MARKS[kind].many} are switched off at this size; tick them in the legend." for kind in off]
    return " ".join(parts)
