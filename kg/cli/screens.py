"""Screens: what the commands print. Colour and tables on a terminal, tab-separated lines in a pipe; hostile text made harmless."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import click

FOLDED = 12  # letters that a folded column keeps on a line
GAP = 3  # what a column takes beside its text
_NUMBER = re.compile(r"\W{0,2}\d[\d.,:/%+–-]*")
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


def table(columns: Sequence[str], rows: Rows, more: str = "a wider terminal or a pipe shows them") -> None:
    """Rows under their columns: drawn on a terminal, where columns without any value, and those that find no room, are left out
    (`more` says how to see them); plain in a pipe."""
    if not on_terminal():
        click.echo("\t".join(columns))
        for row in rows:
            click.echo("\t".join(safe(value or "") for value in row))
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    filled = [place for place in range(len(columns)) if any(row[place] for row in rows)] or list(range(len(columns)))
    widths = _widths({place: _needs(columns[place], [safe(row[place] or "") for row in rows]) for place in filled}, console.width)
    drawn = Table(box=SIMPLE_HEAD, header_style="bold")
    for place, width in widths.items():
        drawn.add_column(columns[place].replace("_", "\n"), overflow="fold", width=width)
    for row in rows:
        drawn.add_row(*(Text(safe(row[place] or "")) for place in widths))
    console.print(drawn)
    click.echo(f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}")
    if hidden := [columns[place] for place in filled if place not in widths]:
        click.echo(f"… more columns: {', '.join(hidden)} ({more})")


def _needs(column: str, cells: Sequence[str]) -> tuple[int, int]:
    """The narrowest and the widest that a column should be: words fold, a number or a date never does."""
    from rich.cells import cell_len

    words = [word for cell in cells for word in cell.split()]
    number = max((cell_len(word) for word in words if _NUMBER.fullmatch(word)), default=0)
    head = max(map(cell_len, column.split("_")))
    widest = max(head, *map(cell_len, cells)) if cells else head
    return max(head, number, min(widest, FOLDED)), widest


def _widths(needs: Mapping[int, tuple[int, int]], room: int) -> dict[int, int]:
    """The columns that fit, in their order, and their widths: what is left over goes to the narrowest that could use it."""
    left = room - 1
    widths: dict[int, int] = {}
    for place, (least, _) in needs.items():
        least = least if widths else min(least, left - GAP)
        if least + GAP <= left:
            widths[place], left = least, left - least - GAP
    while left and (narrow := [place for place in widths if widths[place] < needs[place][1]]):
        widths[min(narrow, key=lambda place: widths[place])] += 1
        left -= 1
    return widths


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
