"""`kg remove`: withdraw articles from the store."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import opened, store_option
from kg.cli.screens import line, progress, warn


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE…")
@store_option
def command(articles: tuple[str, ...], store: Path) -> None:
    """Withdraw articles, with all their versions. What other articles also state stays."""
    from kg.pipeline import refresh

    missing = False
    with opened(store, read_only=False) as graph, progress("removing"):
        for article in articles:
            if graph.remove(article):
                line(f"removed {article}")
            else:
                missing = True
                warn(f"{article}: there is no such article in {store} (`kg articles` lists them)")
        refresh(graph)
    sys.exit(1 if missing else 0)
