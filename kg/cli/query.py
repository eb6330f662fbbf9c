"""`kg query`: a named query, a file or a line of SPARQL over the graph."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kg.cli.options import article_option, opened, store_option
from kg.cli.screens import on_terminal, safe, table

if TYPE_CHECKING:
    from kg.store import Table
    from kg.store.stores import ResultFormat

# what a terminal leaves out unless it is asked for: the IRI of the fact, and columns that programs read
FACTS = {"tenure", "meeting", "agreement", "forum", "statement", "commitment", "observation", "change", "share"}
MACHINES = {"start", "end", "rounding_low", "rounding_high", "symmetric", "period_basis", "printed", "claim", "place_basis", "fact", "result"}
FORMATS = ("table", "csv", "tsv", "json", "xml", "ttl")


@click.command()
@click.argument("query")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="Bind a variable of the query; may be repeated.")
@article_option
@click.option("--format", "form", type=click.Choice(FORMATS), help="[default: table, or ttl of a CONSTRUCT]")
@click.option("--columns", metavar="NAMES", help="Only these columns, comma-separated (of a table).")
@store_option
def command(query: str, params: tuple[str, ...], article: str | None, form: str | None, columns: str | None, store: Path) -> None:
    """Ask the graph: QUERY is a name that `kg queries` lists, a file FILE.rq, or SPARQL itself.

    \b
    Examples:
      kg query officials
      kg query meetings --param participant='Roman Vasilenko' --format csv
      kg query trade --article seed --columns reporter,partner,flow,value,unit
      kg query 'SELECT (COUNT(*) AS ?n) WHERE { ?meeting a kg:Meeting }'
    """
    from kg.pipeline.questions import answer, question

    asked = question(query, params, article)
    if form == "ttl" and asked.form in ("select", "ask"):
        raise click.UsageError("a table has no form in Turtle: ask with CONSTRUCT, or write the graph with `kg export`")
    with opened(store) as graph:
        if article is not None:
            graph.versions(article)  # an empty table would look like an article without facts
        if form in ("csv", "tsv", "json", "xml"):
            _write(answer(graph, asked, cast("ResultFormat", form), _names(columns)))
        elif asked.form in ("construct", "describe"):
            from kg.exports.turtle import write as turtle

            _write(turtle(graph.construct(asked.sparql, asked.bindings)).encode("utf-8"))
        elif asked.form == "ask":
            click.echo(str(graph.ask(asked.sparql, asked.bindings)).lower())
        else:
            _show(graph.select(asked.sparql, asked.bindings), columns)


def _write(data: bytes) -> None:
    """Data as it is into a file or pipe; a terminal gets it with its control characters made harmless."""
    if on_terminal():
        click.echo("\n".join(map(safe, data.decode("utf-8").splitlines())))
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _show(found: Table, columns: str | None) -> None:
    shown = _chosen(found.columns, columns)
    table(shown, [[_brief(row[found.columns.index(name)]) for name in shown] for row in found.rows], "--columns, or --format csv")


def _chosen(columns: tuple[str, ...], wanted: str | None) -> list[str]:
    """The columns asked for; else all, on a terminal without those that only machines read."""
    from kg.pipeline.columns import places

    if names := _names(wanted):
        return [columns[place] for place in places(columns, names)]
    if not on_terminal():
        return list(columns)
    return [name for name in columns[1:] if not name.endswith("_iri") and name not in MACHINES] if columns[0] in FACTS else list(columns)


def _names(columns: str | None) -> list[str]:
    return [name.strip() for name in columns.split(",")] if columns else []


def _brief(value: str | None) -> str | None:
    """An IRI of ours with its prefix on a terminal, in full elsewhere."""
    from kg.iri import BASE

    if value and on_terminal() and value.startswith(BASE):
        return value.removeprefix(BASE).replace("/", ":", 1)
    return value
