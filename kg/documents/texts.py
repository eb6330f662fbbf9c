"""The article of a text file: front matter, headline and agency header taken off, the text left as it stands.

Front matter is `key: value` lines between two lines of three hyphens. Without it the text speaks for itself: a first line
`# …`, or a short first paragraph without a full stop, is the headline; a header such as "date 2024-02-15" before the text
is the publication day. A dateline ("ASTANA, February 15.") belongs to the text and stays; one with a year, like a line that
holds only a date, tells the publication day if nothing else does.
"""

from __future__ import annotations

import re
from typing import BinaryIO

from kg.documents.formats import Read
from kg.documents.heads import day_of_head
from kg.documents.records import document_of, in_unicode
from kg.errors import DocumentError

KEYS = ("id", "url", "title", "publisher", "published", "place", "language", "licence")
SYNONYMS = {"date": "published", "lang": "language", "license": "licence", "source": "publisher", "location": "place"}

_HEADER = re.compile(r"\s*(?:date[: ]\s*(\d{4}-\d{2}-\d{2})\b|(\d{4}-\d{2}-\d{2})[ \t]*\n)\s*(?=\S)", re.IGNORECASE)
_HEADING = re.compile(r"#[ \t]+([^\n]+)\n\s*")
_FIRST_LINE = re.compile(r"([^\n]{10,200})\n[ \t]*\n\s*(?=\S)")
_ENDS_SENTENCE = re.compile(r"[.:;,!]['\"”’)]*\s*\Z")


def read(stream: BinaryIO, where: str, default_id: str) -> Read:
    """The one article of a text file."""
    try:
        fields, text = _front_matter(in_unicode(stream.read(), where), where)
        fields.setdefault("id", default_id)
        fields["text"] = _body(text, fields)
        yield document_of(fields, where)
    except DocumentError as error:
        yield error


def _front_matter(text: str, where: str) -> tuple[dict[str, str], str]:
    if not text.startswith("---\n"):
        return {}, text
    head, closed, body = text[4:].partition("\n---")
    rest_of_line, _, body = body.partition("\n")
    if not closed or rest_of_line.strip():
        raise DocumentError("front matter without an end", where, "close it with a line of three hyphens")
    fields: dict[str, str] = {}
    for number, line in enumerate(head.split("\n"), 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        key, colon, value = line.partition(":")
        if not colon:
            raise DocumentError(f"front matter line {number} is not `key: value`", where, "write one `key: value` a line")
        name = SYNONYMS.get(key.strip().casefold(), key.strip().casefold())
        if name in KEYS:
            fields[name] = _unquoted(value.strip())
    return fields, body


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _body(text: str, fields: dict[str, str]) -> str:
    if header := _HEADER.match(text):
        fields.setdefault("published", header[1] or header[2])
        text = text[header.end() :]
    text = text.strip("\n")
    heading = _HEADING.match(text)
    if heading is None and "title" not in fields:
        heading = _FIRST_LINE.match(text)
        heading = None if heading and (_ENDS_SENTENCE.search(heading[1]) or day_of_head(heading[1])) else heading
    if heading:
        fields.setdefault("title", heading[1].strip())
        text = text[heading.end() :]
    if not fields.get("published") and (found := day_of_head(text)):
        fields["published"] = found.isoformat()
    return text
