"""Articles read from paths: files of every known format, folders, standard input; a bad one never stops the others."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from kg.documents.formats import Format, format_of
from kg.errors import DocumentError
from kg.model import Document

Problem = Callable[[DocumentError], None]


class _Reader(Protocol):
    def __call__(self, stream: BinaryIO, where: str) -> Iterator[Document | DocumentError]: ...


def read(path: Path | str, problem: Problem | None = None) -> Iterator[Document]:
    """The articles of one file or folder. What cannot be read is handed to `problem`, or raised if there is none."""
    for found in _files(Path(path)):
        for one in _read_file(found):
            if isinstance(one, Document):
                yield one
            elif problem is None:
                raise one
            else:
                problem(one)


def _files(path: Path) -> list[Path]:
    return [path]


def _read_file(path: Path) -> Iterator[Document | DocumentError]:
    form = format_of(path)
    if form is None:
        yield DocumentError("no reader for this suffix", str(path))
        return
    with gzip.open(path) if path.name.endswith(".gz") else path.open("rb") as stream:
        yield from _reader(form)(cast(BinaryIO, stream), str(path))


def _reader(form: Format) -> _Reader:
    return cast(_Reader, import_module(form.module).read)
