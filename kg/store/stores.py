"""The store itself: articles in and out, whole graphs replaced, the distinct union queried."""

from __future__ import annotations

import difflib
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

import pyoxigraph as ox

from kg import iri
from kg.errors import SetupError
from kg.model import ArticleGraph
from kg.store import catalogues, folders, parameters, queries
from kg.store.catalogues import CATALOGUE, WHOLE, Version
from kg.store.changes import DEFAULT, Change, additions, canonical, demand_triples, well_formed
from kg.store.tables import Table, Value, named, tabled

if TYPE_CHECKING:
    import rdflib

log = logging.getLogger(__name__)

Status = Literal["new", "changed", "restored", "rebuilt", "unchanged", "refused"]
ResultFormat = Literal["json", "xml", "csv", "tsv"]
TEXT = "/text"  # ends the name of the graph that holds the words of a current version; superseded words are not kept
BATCH = 50_000  # triples gathered before new articles are written
BULK = 10_000  # triples from which the engine's bulk loader is the faster way


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of an article: `new`; `changed` (a new version); `restored` (an earlier version is current again);
    `rebuilt` (the same version with other triples); `unchanged`; `refused` (its triples break a law: `reason`)."""

    article: str
    graph: str
    number: int
    status: Status
    reason: str = ""


@dataclass(slots=True)
class _Batch:
    """New articles, by id, waiting to be written together."""

    graphs: dict[str, ArticleGraph] = field(default_factory=dict)
    size: int = 0

    def append(self, graph: ArticleGraph) -> None:
        self.graphs[graph.article] = graph
        self.size += len(graph.triples)

    def emptied(self) -> list[ArticleGraph]:
        graphs, self.graphs, self.size = list(self.graphs.values()), {}, 0
        return graphs


def _digest(graph: ArticleGraph) -> str:
    return catalogues.digest((*graph.triples, "", *graph.private))


class Store:
    """A store on disk or in memory. Use it as a context manager: leaving it writes everything out and lets the lock go."""

    def __init__(self, database: ox.Store, where: str, lock: int | None = None, read_only: bool = False) -> None:
        self._database: ox.Store | None = database
        self._lock = lock
        self._dirty = False
        self._current: set[str] | None = None
        self.where, self.read_only = where, read_only

    @classmethod
    def memory(cls) -> Self:
        """A store that lives as long as the object."""
        return cls(ox.Store(), "memory")

    @classmethod
    def open(cls, path: str | Path, read_only: bool = False) -> Self:
        """The store in the folder `path`, made if it is to be written. Raises SetupError where that cannot be."""
        path = Path(path)
        lock = folders.prepare(path, read_only)
        data = path / folders.DATA
        try:
            with folders.meaningful(str(path)):
                if not read_only:
                    folders.sweep(path)
                    database = ox.Store(data)
                elif (data / "CURRENT").exists():
                    database = ox.Store.read_only(str(data))
                else:
                    raise SetupError("there is nothing in this store yet", str(path), "build it with `kg build`")
        except BaseException:
            os.close(lock)
            raise
        return cls(database, str(path), lock, read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self._dirty = False  # committed work is safe in the log; what went wrong matters more than tidying it
        self.close()

    def close(self) -> None:
        """Write everything out, so that the next opening is quick, and let the lock go."""
        if self._database is None:
            return
        try:
            if self._dirty and self._lock is not None:
                with folders.meaningful(self.where):
                    self._database.flush()
        finally:
            self._database = None
            if self._lock is not None:
                os.close(self._lock)
                self._lock = None

    @property
    def _open(self) -> ox.Store:
        if self._database is None:
            raise ValueError("the store is closed")
        return self._database

    # ---- writing --------------------------------------------------------------------------------------------------

    def add(self, graphs: Iterable[ArticleGraph]) -> list[Stored]:
        """Store articles, each whole or not at all, and say what became of each. New ones are gathered and written many
        at a time; if `graphs` fails or is interrupted half-way, those already gathered are still written."""
        stored: list[Stored] = []
        batch = _Batch()
        try:
            for graph in graphs:
                if graph.article in batch.graphs or batch.size >= BATCH:
                    stored += self._enter(batch.emptied())
                known = catalogues.versions(self._open, graph.article)
                if known:
                    stored.append(self._obeying(graph, known))
                else:
                    batch.append(graph)
        finally:
            stored += self._enter(batch.emptied())
        return stored

    def _enter(self, graphs: list[ArticleGraph]) -> list[Stored]:
        """Write new articles in one transaction, or, if one of them cannot be written, one by one without it."""
        if not graphs:
            return []
        try:
            return self._enter_all(graphs)
        except ValueError:
            return [self._obeying(graph, []) for graph in graphs]

    def _obeying(self, graph: ArticleGraph, known: list[Version]) -> Stored:
        """Store one article, or tell why its triples cannot be stored."""
        try:
            return self._revise(graph, known) if known else self._enter_all([graph])[0]
        except ValueError as error:
            log.warning("%s is not stored: %s", graph.article, error)
            return Stored(graph.article, graph.iri, 0, "refused", str(error))

    def _enter_all(self, graphs: list[ArticleGraph]) -> list[Stored]:
        change = Change()
        for graph in graphs:
            demand_triples(graph.triples)
            demand_triples(graph.private)
            version = Version(graph.article, 1, graph.version, graph.iri, _digest(graph), True)
            change.inserts[graph.iri] = list(graph.triples)
            change.inserts[graph.iri + TEXT] = list(graph.private)
            change.inserts[DEFAULT] += graph.triples
            change.inserts[CATALOGUE.value] += [
                *catalogues.version_lines(version, None),
                catalogues.current_line(version),
                catalogues.identifier_line(graph.article),
            ]
        self._commit(change)
        self._holders.update(graph.iri for graph in graphs)
        return [Stored(graph.article, graph.iri, 1, "new") for graph in graphs]

    def _revise(self, graph: ArticleGraph, known: list[Version]) -> Stored:
        before = next(version for version in known if version.current)
        same = next((version for version in known if version.graph == graph.iri), None)
        content = _digest(graph)
        if same == before and before.digest == content:
            return Stored(graph.article, graph.iri, before.number, "unchanged")
        number = same.number if same else known[-1].number + 1
        after = Version(graph.article, number, graph.version, graph.iri, content, True)
        demand_triples(graph.triples)
        demand_triples(graph.private)
        change = Change(drops=[before.graph + TEXT])
        new = canonical(graph.triples)
        change.inserts[graph.iri + TEXT] = canonical(graph.private)
        if same is None or same.digest != content:
            change.drops += [same.graph] if same else []
            change.inserts[graph.iri] = new
        self._swap(change, before.graph, new)
        change.deletes[CATALOGUE.value] = [catalogues.current_line(before)]
        change.inserts[CATALOGUE.value] = [catalogues.current_line(after)]
        if same is None:
            change.inserts[CATALOGUE.value] += catalogues.version_lines(after, before)
        elif same.digest != content:
            change.deletes[CATALOGUE.value].append(catalogues.digest_line(same))
            change.inserts[CATALOGUE.value].append(catalogues.digest_line(after))
        self._commit(change)
        self._holders.discard(before.graph)
        self._holders.add(graph.iri)
        return Stored(graph.article, graph.iri, number, "changed" if same is None else "rebuilt" if same == before else "restored")

    def remove(self, article: str) -> bool:
        """Withdraw an article with all its versions; False if the store has none of that id."""
        known = catalogues.versions(self._open, article)
        if not known:
            return False
        change = Change(drops=[version.graph + tail for version in known for tail in ("", TEXT)])
        for version in known:
            if version.current:
                self._swap(change, version.graph, [])
        nodes = [ox.NamedNode(iri.article(article)), *(ox.NamedNode(version.graph) for version in known)]
        change.deletes[CATALOGUE.value] = [f"{quad.triple} ." for node in nodes for quad in self._open.quads_for_pattern(node, None, None, CATALOGUE)]
        self._commit(change)
        self._holders.difference_update(version.graph for version in known)
        return True

    def replace(self, graph: str, triples: Iterable[str]) -> bool:
        """Give the graph `reference`, `derived` or `audit` (`iri.GRAPH_…`) exactly these N-Triples lines; False if it had them."""
        if graph not in WHOLE:
            raise ValueError(f"{graph} is not one of the graphs replaced as a whole")
        lines = sorted(set(triples))
        demand_triples(lines)
        old = set(self._lines(graph))
        new = canonical(lines)
        gone, fresh = sorted(old.difference(new)), [line for line in new if line not in old]
        if not gone and not fresh:
            return False
        change = Change()
        self._swap(change, graph, new)
        change.deletes[graph], change.inserts[graph] = gone, fresh
        self._commit(change)
        return True

    def _swap(self, change: Change, before: str, new: list[str]) -> None:
        """Let the default graph lose what only the graph `before` holds, and hold the triples `new`."""
        kept = set(new)
        old = set()
        for quad in self._open.quads_for_pattern(None, None, None, ox.NamedNode(before)):
            line = f"{quad.triple} ."
            old.add(line)
            if line not in kept and not self._held(quad, before):
                change.deletes[DEFAULT].append(line)
        change.inserts[DEFAULT] += [line for line in new if line not in old]

    def _held(self, quad: ox.Quad, without: str) -> bool:
        holders = self._holders
        others = self._open.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        names = (other.graph_name.value for other in others if isinstance(other.graph_name, ox.NamedNode))
        return any(name != without and name in holders for name in names)

    @property
    def _holders(self) -> set[str]:
        """The graphs whose union is the default graph."""
        if self._current is None:
            self._current = catalogues.current_graphs(self._open)
        return self._current

    def _commit(self, change: Change) -> None:
        """One transaction. Pure additions go through the loader, whose one call is atomic, too."""
        if self.read_only:
            raise ValueError("the store was opened for reading")
        self._dirty = True
        with folders.meaningful(self.where), well_formed():
            if change.drops or any(change.deletes.values()):
                self._open.update(change.update())
                return
            size = sum(map(len, change.inserts.values()))
            load = self._open.bulk_load if size >= BULK and self._lock is not None else self._open.load
            load(additions(change.inserts.items()), ox.RdfFormat.N_QUADS)

    # ---- reading --------------------------------------------------------------------------------------------------

    def articles(self) -> list[str]:
        """The ids of the articles in the store, sorted."""
        return catalogues.articles(self._open)

    def articles_about(self, thing: str) -> list[str]:
        """The ids of the articles that state something of the thing with this IRI, sorted."""
        return sorted(catalogues.describers(self._open, named(thing)))

    def versions(self, article: str) -> list[Version]:
        """The versions of an article, oldest first; raises SetupError if the store has none."""
        found = catalogues.versions(self._open, article)
        if not found:
            near = difflib.get_close_matches(article, self.articles(), 3)
            raise SetupError(f"there is no article {article!r} in the store", self.where, f"did you mean {', '.join(near)}?" if near else "")
        return found

    def graph(self, article: str) -> str:
        """The IRI of the current graph of an article."""
        return next(version.graph for version in self.versions(article) if version.current)

    def words(self, article: str) -> dict[str, str]:
        """The words of an article that no export holds: the literals of its text graph by the IRI of their predicate,
        for the article itself ("https://schema.org/articleBody")."""
        graph, node = ox.NamedNode(self.graph(article) + TEXT), ox.NamedNode(iri.article(article))
        found = self._open.quads_for_pattern(node, None, None, graph)
        return {quad.predicate.value: quad.object.value for quad in found if isinstance(quad.object, ox.Literal)}

    def triples(self, article: str | None = None) -> list[str]:
        """Sorted N-Triples lines: of the default graph, or of the current graph of an article."""
        return sorted(self._lines(self.graph(article) if article is not None else DEFAULT))

    def graph_triples(self, graph: str) -> list[str]:
        """Sorted N-Triples lines of a named graph; [] if there is none of that name."""
        return sorted(self._lines(graph))

    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, sorted: superseded ones and the catalogue, too, but not the articles' words."""
        return sorted(node.value for node in self._open.named_graphs() if not node.value.endswith(TEXT))

    def quads(self, article: str | None = None) -> Iterator[str]:
        """Sorted N-Quads lines of the named graphs (without the default graph, which follows from them), or of one article's."""
        for graph in [self.graph(article)] if article is not None else self.graphs():
            tail = f" {ox.NamedNode(graph)} ."
            yield from (line[:-2] + tail for line in self.graph_triples(graph))

    def _lines(self, graph: str) -> list[str]:
        node = ox.NamedNode(graph) if graph else ox.DefaultGraph()
        text = self._open.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=node)
        return text.decode("utf-8").split("\n")[:-1] if text else []

    def __len__(self) -> int:
        """The number of triples in the default graph."""
        counted = self.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0][0]
        return int(counted or 0)

    # ---- queries --------------------------------------------------------------------------------------------------

    def select(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Table:
        """The solutions of a SELECT query over the default graph. The prefixes of `kg.iri` need no declaration."""
        found = self._run(sparql, bindings)
        if not isinstance(found, ox.QuerySolutions):
            raise SetupError("this is no SELECT query")
        with folders.meaningful(self.where):
            return tabled(found)

    def ask(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> bool:
        """The answer of an ASK query."""
        found = self._run(sparql, bindings)
        if not isinstance(found, ox.QueryBoolean):
            raise SetupError("this is no ASK query")
        return bool(found)

    def construct(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> list[str]:
        """The triples of a CONSTRUCT or DESCRIBE query as sorted, distinct N-Triples lines."""
        found = self._run(sparql, bindings)
        if not isinstance(found, ox.QueryTriples):
            raise SetupError("this is no CONSTRUCT or DESCRIBE query")
        with folders.meaningful(self.where):
            return sorted({f"{triple} ." for triple in found})

    def results(self, sparql: str, media: ResultFormat, bindings: Mapping[str, Value] | None = None) -> bytes:
        """The result of a SELECT or ASK query in a SPARQL results format, types and languages included."""
        found = self._run(sparql, bindings)
        if not isinstance(found, ox.QuerySolutions | ox.QueryBoolean):
            raise SetupError(f"a graph has no form in {media}", hint="ask for ttl")
        formats = {
            "json": ox.QueryResultsFormat.JSON,
            "xml": ox.QueryResultsFormat.XML,
            "csv": ox.QueryResultsFormat.CSV,
            "tsv": ox.QueryResultsFormat.TSV,
        }
        with folders.meaningful(self.where):
            return found.serialize(format=formats[media]) or b""

    def _run(self, sparql: str, bindings: Mapping[str, Value] | None) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        queries.guarded(sparql, lambda name: self._open.contains_named_graph(named(name)))
        try:
            with folders.meaningful(self.where):
                return self._open.query(parameters.bound(sparql, bindings or {}), prefixes=iri.PREFIXES)
        except SyntaxError as error:
            raise SetupError(f"the query does not parse{queries.trouble(str(error))}") from None

    def rdflib(self, article: str | None = None, graph: str | None = None) -> rdflib.Graph:
        """A copy of the default graph, an article's current graph or a named graph, for rdflib. Changing it changes no store."""
        from kg.store.copies import copied  # rdflib takes a third of a second to import

        return copied(self.graph_triples(graph) if graph is not None else self.triples(article))
