"""`kg audit`: can the printed figures all be right at the precision printed?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.export import write
from kg.cli.options import opened, store_option
from kg.cli.screens import line, table

if TYPE_CHECKING:
    from kg.audit import Result

TITLES = "SELECT ?id ?label WHERE { ?article a schema:NewsArticle ; dcterms:identifier ?id ; rdfs:label ?label }"
COLUMNS = ("article", "check", "verdict", "operands", "printed", "predicted", "interval", "resolution")

NO_FIGURES = "no printed figures to check"


@click.command()
@click.argument("article", required=False)
@click.option("--format", "form", type=click.Choice(["table", "html"]), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Where the page goes.  [default: standard output]")
@store_option
def command(article: str | None, form: str, output: Path | None, store: Path) -> None:
    """Check the arithmetic of printed figures, of one ARTICLE or of all.

    Each number stands for every value that rounds to it, so rounding alone raises no alarm: `predicted` is what the other
    figures allow, `interval` what prints as the figure does, both in its own scale; slips smaller than `resolution` cannot be
    seen. Exits 1 if some figures cannot all be right at the precision printed.

    \b
    Examples:
      kg audit
      kg audit seed --format html -o audit.html
    """
    from kg.audit import BREACHES, audit
    from kg.audit.pages import page
    from kg.errors import SetupError
    from kg.ontology.queries import named_query
    from kg.pipeline.builds import member_of

    with opened(store) as graph:
        known = graph.articles()
        titles = {row["id"] or "": row["label"] or "" for row in graph.select(TITLES).dicts()}
        found = [one for one in audit(graph, member_of).results if article in (None, one.article)]
        printed = [] if found else [row for row in graph.select(named_query("trade").text).dicts() if article in (None, row["article"])]
    if article is not None and article not in known:
        raise SetupError(f"no article {article!r} in {store}", hint="`kg articles` lists them")
    if form == "html":
        drawn = page(found, titles)
        write(output, drawn.encode()) if output else click.echo(drawn)
    elif found:
        table(COLUMNS, [_row(one) for one in found])
    else:
        line(f"nothing to check: none of {len(printed)} printed figures has a period and others beside it" if printed else NO_FIGURES)
    sys.exit(1 if any(one.verdict in BREACHES for one in found) else 0)


def _row(result: Result) -> tuple[str, ...]:
    from kg.audit.labels import bounds

    return (result.article, result.check, str(result.verdict), result.operands, result.printed, *bounds(result))
