"""Corpora with gold: the annotated articles of a JSON Lines file, and those of them that are asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import SetupError


def golds(path: Path, articles: str = "") -> list[dict[str, Any]]:
    """The gold records of `path`; of them the ids named in `articles` (comma-separated), or every third (`aside`), or
    the others (`open`), so that misses may be read on one part and gains measured on the other."""
    try:
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except FileNotFoundError:
        raise SetupError("no such file", str(path), "name the file of gold annotations") from None
    except ValueError as error:
        raise SetupError(f"not JSON Lines: {error}", str(path), "each line must be one JSON object") from None
    if articles in ("aside", "open"):
        return [one for number, one in enumerate(records, 1) if (number % 3 == 0) == (articles == "aside")]
    wanted = {one.strip() for one in articles.split(",") if one.strip()}
    return [one for one in records if not wanted or one["id"] in wanted]
