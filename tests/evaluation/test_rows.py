"""Rows made straight from claims are those that the named queries give of the built graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import read
from kg.evaluation import rows
from kg.model import Document
from kg.ontology.queries import named_query
from kg.pipeline import graph_of, read_articles, refresh
from kg.store import Store

INVENTED = Document(
    "riga",
    "RIGA, Latvia, March 3. Foreign Minister of Latvia Anna Ozola met with Foreign Minister of Estonia Mart Kask in Riga on Tuesday to discuss "
    'energy and transport. "The talks were useful," Ozola said. The sides signed an agreement on railway links between Latvia and Estonia. '
    "Latvia's exports to Estonia rose by 4.5 percent to 2.1 billion euros in 2020. The ministers agreed to open a joint office in Valga.",
    title="Ministers meet in Riga",
    language="en",
)


@pytest.mark.parametrize("name", ["officials", "meetings", "agreements", "forums", "statements", "commitments", "trade", "changes", "topics"])
def test_rows_equal_the_named_query(name: str, seeds: Path) -> None:
    articles = list(read_articles([INVENTED, *read(seeds)]))
    store = Store.memory()
    store.add(graph_of(one) for one in articles)
    refresh(store)
    answered = list(store.select(named_query(name).text).dicts())
    made = [row for one in articles for row in rows(one.reading, one.claims)[name]]
    # agreements and forums are named by IRIs of their own in the graph; the passage of a topic is that of its words there, of its meeting here
    apart = {"rule", "text", "value", "evidence", "agreement", "forum"} | ({"start", "end"} if name == "topics" else set())
    columns = [column for column in (made[0] if made else {}) if column not in apart]
    assert {tuple(row[c] for c in columns) for row in made} == {tuple(row[c] for c in columns) for row in answered}
