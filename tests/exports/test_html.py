"""The HTML file without a browser: self-contained, the same at every run, hostile text kept inside its data."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exports.html import render
from kg.exports.networks import KINDS
from kg.exports.pictures import drawings, pages
from kg.exports.pictures.layouts import positions
from kg.exports.pictures.marks import MARKS

HOSTILE = "</script><img src=x onerror=alert(1)><!--<script>"


def star(size: int, label: str = "Thing {}") -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number in range(size):
        graph.add_node(f"n{number:05}", label=label.format(number), kind=KINDS[number % len(KINDS)])
    for number in range(1, size):
        proof = {
            "evidence": f"Words {number}.",
            "article": "a1",
            "start": number,
            "end": number + 8,
            "url": "https://example.org/a",
            "title": "Report",
        }
        graph.add_edge(f"n{number:05}", "n00000" if number % 7 else f"n{number // 2:05}", relation="met", **proof)
    return graph


class Tags(HTMLParser):
    """The elements of a page with their attributes, and the text of each script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def island(page: str) -> dict[str, object]:
    match = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert match
    found: dict[str, object] = json.loads(match[1])
    return found


@pytest.mark.parametrize("size", [0, 1, 2, 30, 260])
def test_a_page_is_self_contained(size: int) -> None:
    tags = Tags(render(star(size), "A title")).found
    assert [tag for tag, _ in tags].count("script") == 3
    assert not [
        tag for tag, attributes in tags if {"src", "href", "srcset", "action"} & set(attributes) or tag in ("link", "iframe", "object", "base")
    ]
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]


@pytest.mark.parametrize("size", [30, 260])
def test_two_runs_give_the_same_bytes(size: int) -> None:
    assert render(star(size), "A title") == render(star(size), "A title")


@pytest.mark.parametrize("size", [3, 260])
def test_hostile_text_adds_no_element(size: int) -> None:
    calm, wild = (Tags(render(star(size, label), title)).found for label, title in (("Thing {}", "T"), (HOSTILE + " {}", HOSTILE)))
    assert [tag for tag, _ in calm] == [tag for tag, _ in wild]


def test_hostile_text_survives_as_text() -> None:
    nodes = island(render(star(3, HOSTILE), "T"))["nodes"]
    assert isinstance(nodes, list) and {node["label"] for node in nodes} == {HOSTILE}


@given(st.text(st.characters(codec=None)))
def test_escaped_json_gives_the_same_value_back_and_no_markup(text: str) -> None:
    escaped = pages.escape([text])
    assert json.loads(escaped) == [text]
    assert not set("<>&\u2028") & set(escaped)
    escaped.encode("ascii")


@pytest.mark.parametrize("script", [drawings.script, pages.sigma])
def test_a_vendored_script_cannot_end_its_element_or_change_its_hash(script) -> None:
    text = script()
    assert "</script" not in text.lower() and "\r" not in text
    assert "<!--" not in text
    assert "licen" in text[:4000].lower() or "permission is hereby granted" in text[:4000].lower()


def test_beyond_the_limit_the_most_linked_are_shown_and_the_page_says_so() -> None:
    data = island(render(star(90), "T", limit=25))
    assert len(data["nodes"]) == 25
    assert data["nodes"][0]["label"] == "Thing 0"
    assert "25 most linked of 90" in data["note"]


def test_parallel_links_become_one_line_that_keeps_every_fact() -> None:
    graph = star(3)
    graph.add_edge("n00000", "n00001", relation="thanked", evidence="Thanks.", article="a2", start=0, end=7)
    link = next(link for link in island(render(graph, "T"))["links"] if len(link["facts"]) == 2)
    assert {(fact["relation"], fact.get("back", False)) for fact in link["facts"]} == {("met", True), ("thanked", False)}
    assert link["arrow"] is False


def test_every_class_has_a_mark_of_its_own() -> None:
    assert set(MARKS) == set(KINDS)
    assert len({(mark.colour, mark.shape) for mark in MARKS.values()}) == len(MARKS)


graphs = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60)


@settings(max_examples=30, deadline=None)
@given(graphs)
def test_a_layout_places_every_node_apart_whatever_the_order(pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph()
    graph.add_edges_from((f"n{a}", f"n{b}") for a, b in pairs)
    placed = positions(graph)
    assert set(placed) == set(graph)
    assert len(set(placed.values())) == len(graph)
    turned = nx.Graph()
    turned.add_edges_from((f"n{b}", f"n{a}") for a, b in reversed(pairs))
    assert positions(turned) == placed


def test_neighbours_lie_nearer_than_strangers_in_a_large_layout() -> None:
    graph = nx.relabel_nodes(nx.connected_caveman_graph(70, 10), str)
    placed = positions(graph)

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(((placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2) ** 0.5 for a, b in pairs) / len(pairs)

    nodes = sorted(graph)
    assert mean(sorted(graph.edges())) < mean(list(zip(nodes, nodes[350:] + nodes[:350], strict=True))) / 5


DRAWN = """
import hashlib, networkx as nx
from kg.exports.html import render
graph = nx.MultiDiGraph()
for one in range(60):
    graph.add_node(f"node {one}", label=f"Node {one}", kind="state")
for one in range(60):
    for other in (one * 7 % 60, one * 11 % 60, one // 2):
        graph.add_edge(f"node {one}", f"node {other}", relation="met", evidence="Words.", article="a")
print(hashlib.sha256(render(graph, "a").encode()).hexdigest())
"""


def test_the_page_has_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    pages = {
        subprocess.run([sys.executable, "-c", DRAWN], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1
