"""Articles of JSON Lines: one JSON object a line, its `text` kept byte for byte (the corpus format)."""

from __future__ import annotations

import json
from typing import BinaryIO

from kg.documents.formats import Read
from kg.documents.records import document_of
from kg.errors import DocumentError


def read(stream: BinaryIO, where: str, default_id: str) -> Read:
    """One article, or the reason why not, for each line that is not blank."""
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        if b"\0" in line:
            yield DocumentError("binary data, not JSON Lines", place, "each line must be one JSON object")
            return
        try:
            yield document_of(json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8")), place, f"{default_id}-{number}")
        except UnicodeDecodeError:
            yield DocumentError("not UTF-8", place, "save the file as UTF-8")
        except ValueError as error:
            yield DocumentError(f"not JSON: {error}", place, "each line must be one JSON object")
        except RecursionError:
            yield DocumentError("not JSON: nested too deep", place, "each line must be one JSON object")
        except DocumentError as error:
            yield error
