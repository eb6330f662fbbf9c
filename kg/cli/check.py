"""`kg check`: the graph against its shapes, the laws of evidence and the integrity constraints of its figures."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import opened, store_option
from kg.cli.screens import heading, line, warn


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]…")
@store_option
def command(articles: tuple[str, ...], store: Path) -> None:
    """Check the graph, or some articles of it: SHACL shapes, the laws of evidence, and the Data Cube's integrity constraints.

    Says what was checked; exits 1 if anything breaks a law, or if there was nothing to check.
    """
    from kg.check import check
    from kg.ontology.references import shapes

    with opened(store) as graph:
        report = check(graph, shapes(), articles or None)
    for one in report.violations:
        warn(f"{one.article or store}: {one.law}: {one.message} [{one.node}]")
    heading(f"{store}: {report.verdict}")
    line(f"articles      {report.articles}")
    line(f"shapes        {report.shapes}, on {report.focus_nodes} nodes")
    line(f"evidence      {report.claims} claims, {report.passages} passages compared with the text")
    line(f"figures       {report.observations} observations, {report.constraints} integrity constraints")
    line(f"violations    {len(report.violations)}")
    sys.exit(0 if report.verdict == "conforms" else 1)
