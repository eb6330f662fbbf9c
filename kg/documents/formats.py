"""Formats: what an input format is called, the suffixes it owns, and the module that reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Format:
    """One input format; `module` has `read(data: bytes, where: str) -> Iterator[Document]` or reads lazily from `open_lines`."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    about: str


READERS: tuple[Format, ...] = (
    Format("jsonl", (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), "kg.documents.jsonlines", "JSON Lines, one article a line (corpus format)"),
)


def format_of(path: Path) -> Format | None:
    """The format that owns the suffix of `path`, None if no reader does."""
    name = path.name.casefold()
    return next((one for one in READERS if name.endswith(one.suffixes)), None)
