"""The articles of a JSON file: one object with `text`, or a list of such objects."""

from __future__ import annotations

import json
from typing import BinaryIO

from kg.documents.formats import Read
from kg.documents.records import document_of, in_unicode
from kg.errors import DocumentError


def read(stream: BinaryIO, where: str, default_id: str) -> Read:
    """The object's article, or those of the list."""
    try:
        found = json.loads(in_unicode(stream.read(), where))
    except DocumentError as error:
        yield error
        return
    except ValueError as error:
        yield DocumentError(f"not JSON: {error}", where, "one object with `text`, or a list of them; one object a line is JSON Lines (.jsonl)")
        return
    except RecursionError:
        yield DocumentError("not JSON: nested too deep", where, "one object with `text`, or a list of them")
        return
    if found == []:
        yield DocumentError("no article in this list", where, "put in objects with `text`")
    for number, record in enumerate(found if isinstance(found, list) else [found], 1):
        listed = isinstance(found, list)
        try:
            yield document_of(record, f"{where}, item {number}" if listed else where, f"{default_id}-{number}" if listed else default_id)
        except DocumentError as error:
            yield error
