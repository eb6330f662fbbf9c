"""The Python face: a graph in memory or on disk, as tables, rdflib, networkx and a page."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import kg
from kg import Document
from kg.errors import SetupError


def test_the_graph_answers_named_queries_and_sparql(seed_graph: kg.Graph) -> None:
    rows = list(seed_graph.query("officials", article="seed", parameters={"person": "Roman Vasilenko"}).dicts())
    assert [(row["post"], row["of"]) for row in rows] == [("Deputy Minister of Foreign Affairs", "Kazakhstan")]
    assert seed_graph.query("SELECT (COUNT(*) AS ?n) WHERE { ?t a kg:Tenure }").rows == (("2",),)
    with pytest.raises(SetupError, match="did you mean officials"):
        seed_graph.query("oficials")


def test_the_same_facts_stand_in_rdflib_and_networkx(seed_graph: kg.Graph) -> None:
    graph = seed_graph.to_rdflib()
    assert len(graph) == len(seed_graph.store)
    network = seed_graph.to_networkx()
    labels = {data["label"] for _, data in network.nodes(data=True)}
    assert {"Roman Vasilenko", "Kestutis Jankauskas", "Kazakhstan", "European Union"} <= labels
    page = seed_graph.html()
    assert page.startswith("<!doctype html>")
    assert "Roman Vasilenko" in page


def test_a_graph_on_disk_is_added_to_and_opened_again(tmp_path: Path, seeds: Path) -> None:
    folder = tmp_path / "news.kg"
    with kg.build([seeds, io.BytesIO(b"Text from a stream."), Document("d", "It rained.", language="en")], store=folder) as graph:
        assert (graph.articles, graph.skipped) == (["d", "seed", "stdin-d72e638a"], [])
    with kg.open(folder) as graph:
        assert graph.articles == ["d", "seed", "stdin-d72e638a"]
        assert graph.export("turtle", "seed").startswith(b"@prefix")


def test_what_cannot_be_read_is_listed_and_the_rest_is_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    graph = kg.build(tmp_path)
    assert graph.articles == ["a"]
    assert [error.where for error in graph.skipped] == [str(tmp_path / "b.txt")]
