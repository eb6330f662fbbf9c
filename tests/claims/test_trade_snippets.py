"""Trade figures of a corpus of invented agency sentences: exactly the rows written beside each, nothing of what is no trade."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.claims.trade import extract
from kg.entities import link
from kg.evaluation import rows
from kg.language import analyse
from kg.mentions import find
from kg.model import Document, Reading

SNIPPETS = [json.loads(line) for line in Path(__file__).with_name("trade_snippets.jsonl").read_text("utf-8").splitlines()]
COLUMNS = {
    "trade": "reporter partner flow product period_start period_end value unit hedge".split(),
    "changes": "reporter partner flow product period_start period_end kind value base_start base_end".split(),
}


@pytest.mark.parametrize("snippet", SNIPPETS, ids=[f"{number}: {one['text'][:60]}" for number, one in enumerate(SNIPPETS, 1)])
def test_a_snippet_yields_exactly_its_rows(snippet: dict[str, Any]) -> None:
    document = Document("a", snippet["text"], published=date.fromisoformat(snippet["published"]))
    analysis = next(analyse([document], "rules"))
    mentions = find(analysis)
    reading = Reading(analysis, mentions, link(analysis, mentions))
    found = rows(reading, extract(reading))
    for table, columns in COLUMNS.items():
        printed = sorted("|".join(str(row.get(column) or "") for column in columns) for row in found.get(table, []))
        assert printed == snippet[table]
