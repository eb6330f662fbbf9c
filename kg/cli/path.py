"""`kg path`: the shortest chain of evidence between two parties."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import article_option, opened, store_option
from kg.cli.screens import heading, line


@click.command()
@click.argument("a")
@click.argument("b")
@article_option
@store_option
def command(a: str, b: str, article: str | None, store: Path) -> None:
    """Show how A and B are linked: the shortest chain of facts, each with its words. Exits 1 if nothing links them.

    \b
    Example:
      kg path 'Roman Vasilenko' 'European Union'
    """
    from kg.exports.networks import project
    from kg.exports.paths import aliases, path

    with opened(store) as graph:
        if article is not None:
            graph.versions(article)
        hops = path(project(graph, article), a, b, aliases(graph))
    if not hops:
        line(f"nothing in {store} links {a} and {b}")
        sys.exit(1)
    heading(f"{len(hops)} {'step' if len(hops) == 1 else 'steps'} from {a} to {b}")
    for number, hop in enumerate(hops, 1):
        line(f"{number}. {hop.source} — {hop.relation} → {hop.target}{f' ({hop.date})' if hop.date else ''}", indent=2)
        if hop.evidence:
            line(f"“{hop.evidence}” [{hop.article}]", indent=6, faint=True)
