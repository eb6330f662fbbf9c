"""`kg view`: the interactive graph, written to a file and opened in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import article_option, opened, store_option
from kg.cli.screens import line, on_terminal


@click.command()
@article_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="[default: DIR with .html for its suffix]")
@click.option("--no-open", is_flag=True, help="Write the file only.")
@store_option
def command(article: str | None, output: Path | None, no_open: bool, store: Path) -> None:
    """Write the graph as one HTML file that works offline, and open it.

    Nodes are coloured by class and sized by their links; a click shows the words that prove each link.
    """
    from kg.exports import html, networks

    with opened(store) as graph:
        page = html.render(networks.project(graph, article), article or store.stem)
    file = output or store.with_suffix(".html")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, encoding="utf-8")
    line(f"wrote {file}")
    if on_terminal() and not no_open:
        click.launch(str(file))
