"""The graph of the input article, statement by statement; `pytest --update-golden` rewrites it, and its diff is the change."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

import kg

GOLDEN = Path(__file__).parent / "golden" / "seed.ttl"


def test_the_graph_of_the_input_article_is_the_golden_one(seed_graph: kg.Graph, request: pytest.FixtureRequest) -> None:
    made = seed_graph.export("turtle", "seed")
    if request.config.getoption("--update-golden"):
        GOLDEN.write_bytes(made)
    found, golden = Graph().parse(data=made, format="ox-turtle"), Graph().parse(GOLDEN, format="ox-turtle")
    assert sorted(set(found) - set(golden)) == sorted(set(golden) - set(found)) == []
    assert isomorphic(found, golden)
