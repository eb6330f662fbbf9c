"""Screens: what the commands print. Colour and tables on a terminal, tab-separated lines in a pipe; hostile text made harmless."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click

SHORT = 16  # letters that a cell keeps on one line, whatever its neighbours need
Rows = Sequence[Sequence[str | None]]


def on_terminal() -> bool:
    return sys.stdout.isatty()


def safe(text: str) -> str:
    """`text` on one line without what a terminal would obey: control characters and reversals of direction become signs."""
    return "".join(_shown(c) for c in text)


def _shown(c: str) -> str:
    if c in "\n\t\r\u2028\u2029":
        return " "
    return "\ufffd" if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\u00ad" else c


def table(columns: Sequence[str], rows: Rows) -> None:
    """Rows under their columns: drawn on a terminal, where columns without any value are left out; plain in a pipe."""
    if not on_terminal():
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(safe(value or "") for value in row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    filled = [place for place in range(len(columns)) if any(row[place] for row in rows)] or list(range(len(columns)))
    drawn = Table(box=SIMPLE_HEAD, header_style="bold")
    for place in filled:
        short = max((len(row[place] or "") for row in rows), default=0) <= SHORT
        drawn.add_column(columns[place].replace("_", "\n"), overflow="fold", no_wrap=short)
    for row in rows:
        drawn.add_row(*(Text(safe(row[place] or "")) for place in filled))
    Console().print(drawn)
    click.echo(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}")


def heading(text: str) -> None:
    click.echo(click.style(safe(text), bold=True))


def line(text: str = "", indent: int = 0, faint: bool = False) -> None:
    click.echo(" " * indent + click.style(safe(text), dim=faint or None))


def warn(text: str) -> None:
    click.echo(safe(text), err=True)


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """A counter on the terminal's error stream, told of each article; silent elsewhere."""
    if not sys.stderr.isatty():
        yield lambda article: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed:.0f} articles"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda article: bar.update(task, advance=1, description=f"{what} {escape(safe(article)[:40])}")
