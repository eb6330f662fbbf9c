"""Where the ontology and the named queries lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def folder(name: str) -> Path:
    """The folder `ontology` or `queries`."""
    installed = PACKAGE / "_files" / name
    return installed if installed.is_dir() else PACKAGE.parent / name
