"""Dateline: diplomatic and trade news as a knowledge graph in which every fact points at the words that prove it.

    import kg

    graph = kg.build(["seeds/"])                  # in memory; kg.build(…, store="news.kg") keeps it on disk
    for row in graph.query("officials").dicts():
        print(row["person"], row["post"], row["of"])

`kg.open("news.kg")` opens a store that was built before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kg.errors import ConformanceError, DocumentError, KgError, SetupError
from kg.model import Document

if TYPE_CHECKING:
    from kg.pipeline.graphs import Graph, build, open  # `kg.open` reads as it should

__version__ = "0.1.0"

__all__ = ["ConformanceError", "Document", "DocumentError", "Graph", "KgError", "SetupError", "build", "open"]


def __getattr__(name: str) -> object:
    """The graph and its makers, imported when first asked for: the language model and the store take their time."""
    if name in ("Graph", "build", "open"):
        return getattr(import_module("kg.pipeline.graphs"), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
