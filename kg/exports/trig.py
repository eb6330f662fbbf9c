"""TriG for people: the named graphs, each written like the Turtle, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from kg.exports.turtle import Names, blocks
from kg.store import Store


def export(store: Store, article: str | None) -> bytes:
    names = Names()
    body = "".join(_graphs(store, article, names))
    return (names.declarations() + body).encode("utf-8")


def _graphs(store: Store, article: str | None, names: Names) -> Iterator[str]:
    for graph in store.graphs() if article is None else [store.graph(article)]:
        yield f"\n{names.term(f'<{graph}>')} {{\n"
        yield from blocks(store.graph_triples(graph), names, "    ")
        yield "}\n"
