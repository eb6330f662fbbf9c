"""Formats: what an input format is called, the suffixes it owns, and the module that reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, Protocol, cast

from kg.errors import DocumentError
from kg.model import Document

Read = Iterator[Document | DocumentError]


class Reader(Protocol):
    """The articles of an open file, or the reason why one is none; `where` names the file in messages, `default_id`
    the article if the file does not."""

    def __call__(self, stream: BinaryIO, where: str, default_id: str) -> Read: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One input format: its name, the suffixes it owns and the module whose `read` is its reader."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    about: str

    def reader(self) -> Reader:
        return cast(Reader, import_module(self.module).read)


READERS: tuple[Format, ...] = (
    Format("text", (".txt", ".text", ".md", ".markdown"), "kg.documents.texts", "plain text, with or without front matter"),
    Format("json", (".json",), "kg.documents.objects", "one article as an object with `text`, or a list of them"),
    Format("jsonl", (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), "kg.documents.jsonlines", "JSON Lines, one article a line, also gzipped"),
    Format("html", (".html", ".htm", ".xhtml"), "kg.documents.pages", "a saved web page: its main text, title, date and site"),
)


def format_of(name: str) -> Format | None:
    """The format that owns the suffix of a file name, None if no reader does."""
    low = PurePath(name).name.casefold()
    return next((one for one in READERS if low.endswith(one.suffixes)), None)


def format_named(name: str) -> Format:
    return next(one for one in READERS if one.name == name)


def guess(head: bytes) -> Format:
    """The format of a stream without a name, by its first bytes."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"["):
        return format_named("json")
    if start.startswith(b"{"):
        first, newline, rest = start.partition(b"\n")
        alone = first.rstrip().endswith(b"}") and (not rest.strip() or rest.lstrip().startswith(b"{"))
        return format_named("jsonl" if alone or (not newline and len(first) > 4096) else "json")
    if start[:15].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")):
        return format_named("html")
    return format_named("text")
