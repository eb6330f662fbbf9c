"""The article of a saved web page: its main text, title, site and the date its metadata declare."""

from __future__ import annotations

import logging
import re
from typing import Any, BinaryIO

from kg.documents.formats import Read
from kg.documents.records import document_of
from kg.errors import DocumentError

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_LANGUAGE = re.compile(rb"<html[^>]{0,400}?\slang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)


def read(stream: BinaryIO, where: str, default_id: str) -> Read:
    """The one article of a page; pages without a main text are none."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    data = stream.read()
    if not data.strip():
        yield DocumentError("empty file", where, "save the page again")
        return
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield DocumentError("a binary file, not a page", where, "save the page as HTML")
        return
    # the library may guess a date from any digits on the page: only what the metadata declare is believed
    found: Any = bare_extraction(
        data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not (found.text or "").strip():
        yield DocumentError("no article on this page", where, "save the article's own page, or its text as .txt")
        return
    declared = _LANGUAGE.search(data[:4096])
    try:
        yield document_of(
            {
                "id": default_id,
                "text": re.sub(r"\n+", "\n\n", found.text.strip()),
                "title": found.title,
                "url": found.url,
                "publisher": found.sitename,
                "published": found.date if found.date and _ISO.match(found.date) else None,
                "language": declared[1].decode("ascii").lower() if declared else None,
            },
            where,
        )
    except DocumentError as error:
        yield error
