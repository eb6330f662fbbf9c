"""Finders: every module that finds mentions on its own has its row, and names win over guesses."""

from __future__ import annotations

import ast
from pathlib import Path

import kg.mentions
from kg.language import analyse
from kg.mentions import FINDERS, find
from kg.model import Document


def test_every_module_that_finds_in_an_analysis_has_its_row() -> None:
    folder = Path(kg.mentions.__file__).parent
    finding = set()
    for path in folder.glob("[!_]*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "find" and [one.arg for one in node.args.args] == ["analysis"]:
                finding.add(path.stem)
    assert finding == set(FINDERS)


def test_a_person_named_like_a_place_is_no_place() -> None:
    found = find(next(analyse([Document("a", "President of Fiji Ivo Jordan spoke.")], "rules")))
    assert [(one.kind, one.name) for one in found if one.kind in ("person", "state", "place")] == [("person", "Ivo Jordan"), ("state", "Fiji")]


def test_mentions_come_title_first_then_by_position() -> None:
    text = "Norwegian Prime Minister Jon Arnason met him on 3 May 2024. “It was good,” he said."
    found = find(next(analyse([Document("a", text, title="President of Peru Luis Prado visits Oslo")], "rules")))
    fields = [one.span.field for one in found]
    assert fields == sorted(fields, key=lambda field: field != "title")
    assert {"person", "state", "pronoun", "date", "quotation"} <= {one.kind for one in found}
