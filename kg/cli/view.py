"""`kg view`: the interactive graph, written to a file and opened in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.export import write
from kg.cli.options import article_option, opened, store_option
from kg.cli.screens import on_terminal


@click.command()
@article_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="[default: DIR with .html for its suffix]")
@click.option("--no-open", is_flag=True, help="Write the file only.")
@store_option
def command(article: str | None, output: Path | None, no_open: bool, store: Path) -> None:
    """Write the graph as one HTML file that works offline, and open it.

    Nodes are coloured by class and sized by their links; a click shows the words that prove each link.
    """
    from kg.exports import export

    with opened(store) as graph:
        page = export(graph, "html", article)
    file = output or store.with_name(f"{store.stem}.html")
    write(file, page)
    if on_terminal() and not no_open:
        click.launch(str(file))
