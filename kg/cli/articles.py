"""`kg articles`: the articles of a store."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import opened, store_option
from kg.cli.screens import table

LISTED = """SELECT ?article ?published ?publisher ?title (COUNT(DISTINCT ?claim) AS ?facts) WHERE {
  ?it a schema:NewsArticle ; dcterms:identifier ?article .
  OPTIONAL { ?it schema:datePublished ?published }
  OPTIONAL { ?it schema:publisher ?publisher }
  OPTIONAL { ?it schema:headline ?title }
  OPTIONAL { ?claim kg:article ?it ; kg:rule ?rule }
} GROUP BY ?article ?published ?publisher ?title ORDER BY ?published ?article"""


@click.command()
@store_option
def command(store: Path) -> None:
    """List the articles of the store, with the number of facts each gave and its versions."""
    with opened(store) as graph:
        found = graph.select(LISTED)
        rows = [(*row, str(len(graph.versions(row[0] or "")))) for row in found.rows]
    table((*found.columns, "versions"), rows)
