"""Exports: the graph as files for people and for other programs, one module a format, one row each in `EXPORTERS`.

Every exporter takes a store and, if only one article is wanted, its id, and gives the bytes of one file; the same graph
gives the same bytes. None holds the words of an article beyond its quoted passages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from kg.errors import SetupError
from kg.store import Store

Export = Callable[[Store, str | None], bytes]


@dataclass(frozen=True, slots=True)
class Exporter:
    """What a format is called, how its files end, its media type, and who writes it."""

    name: str
    suffix: str
    media_type: str
    write: Export
    holds: str


def _module(name: str) -> Export:
    """The function `export` of a module of this package, imported when it is called: some of them take long to import."""

    def write(store: Store, article: str | None) -> bytes:
        made: bytes = import_module(f"kg.exports.{name}").export(store, article)
        return made

    return write


def _html(store: Store, article: str | None) -> bytes:
    from kg.exports import html, networks

    return html.render(networks.project(store, article), article or "Dateline").encode("utf-8")


def _figures(name: str) -> Export:
    def write(store: Store, article: str | None) -> bytes:
        from kg.exports import figures

        return figures.tidy(store, article) if name == "figures" else figures.sdmx(store, article)

    return write


EXPORTERS = {
    row.name: row
    for row in (
        Exporter("turtle", ".ttl", "text/turtle", _module("turtle"), "the graph as one readable text"),
        Exporter("trig", ".trig", "application/trig", _module("trig"), "the named graphs, readable"),
        Exporter("nquads", ".nq", "application/n-quads", _module("nquads"), "the named graphs, one statement a line"),
        Exporter("jsonld", ".jsonld", "application/ld+json", _module("jsonld"), "the graph as JSON"),
        Exporter("graphml", ".graphml", "application/graphml+xml", _module("graphml"), "who is linked to what, for graph programs"),
        Exporter("csv", ".zip", "application/zip", _module("csv"), "the tables of the named queries, one CSV file each, zipped"),
        Exporter("figures", ".csv", "text/csv", _figures("figures"), "printed figures, one row each, for data frames"),
        Exporter("sdmx", ".csv", "application/vnd.sdmx.data+csv", _figures("sdmx"), "printed figures as SDMX-CSV 2.0"),
        Exporter("html", ".html", "text/html", _html, "who is linked to what, as an interactive page"),
    )
}


def export(store: Store, name: str, article: str | None = None) -> bytes:
    """The file of a format; raises SetupError if there is no such format or article."""
    if name not in EXPORTERS:
        raise SetupError(f"there is no format {name!r}", hint=f"the formats are {', '.join(EXPORTERS)}")
    if article is not None:
        store.versions(article)
    return EXPORTERS[name].write(store, article)
