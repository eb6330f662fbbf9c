"""Options that several commands share, and the store they name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.store import Store

DEFAULT_STORE = "dateline.kg"

store_option = click.option(
    "--store",
    type=click.Path(path_type=Path),
    default=DEFAULT_STORE,
    show_default=True,
    metavar="DIR",
    help="The folder that holds the graph.",
)
article_option = click.option("--article", metavar="ID", help="Only what this article says.")


def opened(folder: Path, read_only: bool = True) -> Store:
    """The store in `folder`, as a context manager."""
    from kg.store import Store

    return Store.open(folder, read_only=read_only)
