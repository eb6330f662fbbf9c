"""Articles of JSON Lines: one JSON object a line, its `text` kept byte for byte (the corpus format)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from kg.documents.records import document_of
from kg.errors import DocumentError
from kg.model import Document


def read(stream: BinaryIO, where: str) -> Iterator[Document | DocumentError]:
    """One article, or the reason why not, for each line that is not blank."""
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        place = f"{where}, line {number}"
        try:
            yield document_of(json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8")), place)
        except UnicodeDecodeError:
            yield DocumentError("not UTF-8", place, "save the file as UTF-8")
        except ValueError as error:
            yield DocumentError(f"not JSON: {error}", place, "each line must be one JSON object")
        except RecursionError:
            yield DocumentError("not JSON: nested too deep", place, "each line must be one JSON object")
        except DocumentError as error:
            yield error
