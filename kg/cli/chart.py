"""`kg chart`: printed figures over time, with their rounding intervals and disputes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.export import write
from kg.cli.options import opened, store_option
from kg.cli.screens import line


@click.command()
@click.option("--reporter", default="", metavar="NAME", help="Whose figures.")
@click.option("--partner", default="", metavar="NAME", help="With whom, as printed.")
@click.option("--flow", default="", metavar="FLOW", help="turnover, exports, imports, balance, surplus, deficit, investment.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default="chart.html", show_default=True, help="Ends in .html, .svg or .png."
)
@store_option
def command(reporter: str, partner: str, flow: str, output: Path, store: Path) -> None:
    """Draw the printed figures of many articles over time; a click-free page shows each source where the pointer rests.

    \b
    Examples:
      kg chart --reporter Kazakhstan
      kg chart --reporter Kazakhstan --partner 'European countries' --flow exports -o exports.svg
    """
    from kg.exports.charts import FORMATS, disputed, draw, figures, specification

    form = output.suffix.removeprefix(".").casefold()
    if form not in FORMATS:
        raise click.UsageError(f"the file must end in {', '.join('.' + one for one in FORMATS)}")
    with opened(store) as graph:
        rows, contested = figures(graph, reporter, partner, flow), disputed(graph)
    if not rows:
        line("no figure with a period fits; `kg query trade` lists them all")
        sys.exit(1)
    write(output, draw(specification(rows, contested), form))
