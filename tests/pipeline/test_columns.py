"""Columns of an answer: the named ones alone, in the order named, whatever the values hold."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.errors import SetupError
from kg.pipeline.columns import XML, narrowed
from kg.store import Store

ASKED = """SELECT ?a ?b ?c WHERE { VALUES (?a ?b ?c) { ("1, \\"one\\"" "x\\ty\\nz"@en "<&>") ("2" UNDEF 7) } } ORDER BY ?a"""


@pytest.fixture(scope="module")
def answers() -> dict[str, bytes]:
    with Store.memory() as store:
        return {media: store.results(ASKED, media) for media in ("csv", "tsv", "json", "xml")}


def test_a_text_of_commas_keeps_the_columns_named(answers: dict[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(narrowed(answers["csv"], "csv", ["c", "a"]).decode(), newline="")))
    assert rows == [["c", "a"], ["<&>", '1, "one"'], ["7", "2"]]


def test_a_text_of_tabs_keeps_the_columns_named(answers: dict[str, bytes]) -> None:
    lines = narrowed(answers["tsv"], "tsv", ["b", "c"]).decode().split("\n")
    assert lines == ["?b\t?c", '"x\\ty\\nz"@en\t"<&>"', "\t7", ""]


def test_json_keeps_the_columns_named_with_their_types(answers: dict[str, bytes]) -> None:
    found: Any = json.loads(narrowed(answers["json"], "json", ["c", "b"]))
    assert found["head"]["vars"] == ["c", "b"]
    assert [list(row) for row in found["results"]["bindings"]] == [["c", "b"], ["c"]]
    assert found["results"]["bindings"][1]["c"]["datatype"].endswith("integer")


def test_xml_keeps_the_columns_named(answers: dict[str, bytes]) -> None:
    root = ElementTree.fromstring(narrowed(answers["xml"], "xml", ["b"]))
    assert root.tag == f"{{{XML}}}sparql"
    assert [one.get("name") for one in root.iter(f"{{{XML}}}variable")] == ["b"]
    assert [[one.get("name") for one in row] for row in root.iter(f"{{{XML}}}result")] == [["b"], []]
    assert [one.text for one in root.iter(f"{{{XML}}}literal")] == ["x\ty\nz"]


def test_every_column_leaves_the_answer_as_it_was(answers: dict[str, bytes]) -> None:
    assert narrowed(answers["csv"], "csv", ["a", "b", "c"]) == answers["csv"]
    assert narrowed(answers["tsv"], "tsv", ["a", "b", "c"]) == answers["tsv"]


@pytest.mark.parametrize("media", ["csv", "tsv", "json", "xml"])
def test_an_unknown_column_is_named_with_those_that_there_are(answers: dict[str, bytes], media: Any) -> None:
    with pytest.raises(SetupError, match=r"no column 'd'.*a, b, c"):
        narrowed(answers[media], media, ["a", "d"])
