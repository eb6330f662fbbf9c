"""Graphs: the face of a store for Python, with its queries as tables and the graph as rdflib, networkx, Turtle or HTML."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kg.documents import Problem, Source, read
from kg.errors import DocumentError
from kg.model import Document
from kg.pipeline.builds import build as build_store
from kg.pipeline.builds import refresh
from kg.pipeline.decisions import decisions_file, read_decisions
from kg.pipeline.questions import question
from kg.store import Store, Table

if TYPE_CHECKING:
    import networkx  # type: ignore[import-untyped]  # its stubs are a package of their own
    import rdflib

log = logging.getLogger(__name__)


def build(sources: Iterable[Source | Document] | str | Path | Document, store: str | Path | None = None) -> Graph:
    """The graph of articles: paths of files or folders, open binary streams, or `kg.Document` values; one or many.

    With `store` the graph is kept in that folder and added to what it holds, else it lives in memory. Articles that
    cannot be read are left out, logged, and listed in `graph.skipped`; SetupError is raised where nothing can start.
    """
    graph = Graph(Store.memory() if store is None else Store.open(store))
    graph.add(sources)
    return graph


def open(store: str | Path, read_only: bool = True) -> Graph:
    """The graph in the folder `store`, built before."""
    return Graph(Store.open(store, read_only=read_only))


class Graph:
    """A graph of articles. Use it as a context manager, or close it, to let a store on disk go."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.skipped: list[DocumentError] = []

    def add(self, sources: Iterable[Source | Document] | str | Path | Document) -> Graph:
        """Read more articles into the graph."""
        many = [sources] if isinstance(sources, (str, Path, Document)) else sources
        decisions = None if self.store.where == "memory" else read_decisions(decisions_file(Path(self.store.where)))
        skipped: list[DocumentError] = []
        made = build_store(itertools.chain.from_iterable(_documents(one, skipped.append) for one in many), self.store, decisions)
        self.skipped += [*skipped, *made.skipped]
        for error in self.skipped:
            log.warning("skipped %s", error)
        return self

    def remove(self, article: str) -> bool:
        """Withdraw an article with all its versions; False if there is none of that id."""
        removed = self.store.remove(article)
        refresh(self.store)
        return removed

    @property
    def articles(self) -> list[str]:
        """The ids of the articles."""
        return self.store.articles()

    def query(self, asked: str, article: str | None = None, parameters: Mapping[str, str] | None = None) -> Table:
        """The answer to a named query (`kg queries` lists them), a file of SPARQL, or a SELECT; `parameters` bind variables."""
        wanted = question(asked, parameters or {}, article)
        return self.store.select(wanted.sparql, wanted.bindings)

    def to_rdflib(self, article: str | None = None) -> rdflib.Graph:
        """A copy of the graph, or of what one article says, as an rdflib graph."""
        return self.store.rdflib(article)

    def to_networkx(self, article: str | None = None) -> networkx.MultiDiGraph:
        """Who is linked to what: parties, posts, meetings, agreements, forums, topics and figures, evidence on every edge."""
        from kg.exports.networks import project

        return project(self.store, article)

    def html(self, article: str | None = None) -> str:
        """The interactive graph as one HTML page that works offline."""
        return self.export("html", article).decode("utf-8")

    def export(self, form: str, article: str | None = None) -> bytes:
        """The file of a format: turtle, trig, nquads, jsonld, graphml, csv (zipped) or html."""
        from kg.exports import export

        return export(self.store, form, article)

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.store.__exit__(kind, error, trace)


def _documents(source: Source | Document, problem: Problem) -> Iterator[Document]:
    if isinstance(source, Document):
        yield source
    else:
        yield from read(source, problem)
