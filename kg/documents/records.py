"""Documents of records: the fields of an article, from JSON or front matter, checked one by one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kg.errors import DocumentError
from kg.model import Document

LONGEST = 1_000_000  # characters; a whole news archive pasted into one file is no article

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?\Z", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


def document_of(record: object, where: str, default_id: str = "") -> Document:
    """The document of a record with `text` and, where known, `id`, `url`, `title`, `published`, `publisher`, `place`,
    `language`, `licence`; raises DocumentError when the text is missing or a field is not what it should be."""
    if not isinstance(record, Mapping):
        raise DocumentError(f"a {type(record).__name__} where an article should be", where, 'an article is an object with "text"')
    text = _words(record, "text", where)
    if not text.strip():
        raise DocumentError("no text" if "text" in record else 'no "text" field', where, 'put the article into the field "text"')
    if len(text) > LONGEST:
        raise DocumentError(f"{len(text):,} characters in one article", where, f"split it into articles of at most {LONGEST:,}")
    fields = {name: _words(record, name, where) for name in ("title", "url", "publisher", "place", "language", "licence")}
    name = _words(record, "id", where).strip() or default_id
    if not name:
        raise DocumentError('no "id"', where, 'give each article an "id" of its own')
    return Document(id=name, text=text, published=day(_words(record, "published", where), where), **fields)


def in_unicode(data: bytes, where: str) -> str:
    """The text of a file: UTF-8, or UTF-16 with its mark; line ends made one. Raises DocumentError for anything else."""
    if not data.strip():
        raise DocumentError("empty file", where, "put the article's text into it")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\0" in data:
        raise DocumentError("a binary file, not text", where, "save the article as text, UTF-8")
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentError(f"not UTF-8 (byte {error.start})", where, "save the file as UTF-8") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def day(printed: str, where: str) -> date | None:
    """The publication day of an ISO date (a time after it is dropped), None of nothing."""
    if not printed.strip():
        return None
    match = _DATE.match(printed.strip())
    try:
        if match:
            return date(*(int(part) for part in match.groups()))
    except ValueError:
        pass
    raise DocumentError(f"published {printed!r} is not a date", where, "write it as 2024-02-15, or leave it out")


def _words(record: Mapping[object, object], name: str, where: str) -> str:
    value = record.get(name)
    if value is None:
        return ""
    if isinstance(value, (int, date)) and name in ("id", "published") and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise DocumentError(f'"{name}" is a {type(value).__name__}, not text', where, f'write "{name}" as a string')
    if _SURROGATE.search(value):
        raise DocumentError(f'"{name}" holds half a character (a lone surrogate)', where, "export the article again as UTF-8")
    return value
