"""Articles read from paths: files of every known format, folders, open streams; a bad one never stops the others."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from kg.documents.formats import READERS, Read, format_of, guess
from kg.errors import DocumentError, SetupError
from kg.model import Document

Problem = Callable[[DocumentError], None]
Source = Path | str | BinaryIO

_NAMELESS = "\0"  # no article gives itself this id
_SUFFIXES = ", ".join(suffix for one in READERS for suffix in one.suffixes)


def read(source: Source, problem: Problem | None = None) -> Iterator[Document]:
    """The articles of a file, a folder (with its subfolders) or an open binary stream, in a stable order.

    What cannot be read is handed to `problem`; without one it is raised. A missing path raises SetupError.
    """
    for one in _sources(source):
        for found in _read(one):
            if isinstance(found, Document):
                yield found
            elif problem is None:
                raise found
            else:
                problem(found)


def files(path: Path) -> list[Path]:
    """The files of known formats in a folder and below, by name, hidden ones left out; the path itself if it is a file."""
    if not path.is_dir():
        if not path.exists():
            raise SetupError("no such file or folder", str(path), "check the path")
        return [path]
    found: list[Path] = []
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        found += [Path(folder, name) for name in sorted(names) if not name.startswith(".") and format_of(name)]
    if not found:
        raise SetupError("no articles in this folder", str(path), f"articles are files of {_SUFFIXES}")
    return found


def distinct(documents: Iterable[Document], problem: Problem) -> Iterator[Document]:
    """Each article once: a second with an id already met is handed to `problem`, unless it is the very same."""
    met: dict[str, str] = {}
    for document in documents:
        known = met.get(document.id)
        if known is None:
            met[document.id] = document.version
            yield document
        elif known != document.version:
            problem(
                DocumentError("another article with this id but other contents was read before it", document.id, "give each article an id of its own")
            )


def _sources(source: Source) -> Iterator[Source]:
    if isinstance(source, (str, Path)):
        yield from files(Path(source))
    else:
        yield source


def _read(source: Source) -> Read:
    where = str(source) if isinstance(source, (str, Path)) else "standard input"
    try:
        if isinstance(source, (str, Path)):
            with Path(source).open("rb") as stream:
                yield from _read_stream(stream, Path(source).name, where)
        else:
            yield from _read_stream(source, "", where)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        yield DocumentError(f"a broken gzip file: {error}", where, "fetch or pack it again; articles before the break were read")
    except OSError as error:
        yield DocumentError(f"cannot be read: {error.strerror or error}", where, "check the file and its permissions")


def _read_stream(stream: BinaryIO, name: str, where: str) -> Read:
    if not hasattr(stream, "peek"):
        stream = io.BufferedReader(cast(io.RawIOBase, stream))
    head = cast(io.BufferedReader, stream).peek(1 << 13)
    if head.startswith(b"\x1f\x8b"):
        unpacked = gzip.GzipFile(fileobj=stream)
        stream, head = cast(BinaryIO, unpacked), unpacked.peek(1 << 13)
    form = format_of(name)
    if form is None and Path(name).suffix and not name.endswith("."):
        yield DocumentError(f"no reader for {Path(name).suffix} files", where, f"known are {_SUFFIXES}")
        return
    found = (form or guess(head)).reader()(stream, where, _stem(name) or _NAMELESS)
    yield from found if name else map(_named, found)


def _named(found: Document | DocumentError) -> Document | DocumentError:
    """An article of a stream that names neither itself nor its file is called after its words: the next one is another."""
    if isinstance(found, Document) and found.id.startswith(_NAMELESS):
        return replace(found, id=f"stdin-{hashlib.sha256(found.text.encode()).hexdigest()[:8]}")
    return found


def _stem(name: str) -> str:
    form = format_of(name)
    suffixes = sorted(form.suffixes if form else (), key=len, reverse=True)
    return next((name[: -len(one)] for one in suffixes if name.casefold().endswith(one)), name)
