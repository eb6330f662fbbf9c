"""Lemmas: learned exceptions first, rules for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.language import lemmas

TABLE = lemmas.learn(
    [
        ("went", "VERB", "go"),
        ("agree", "VERB", "agree"),
        ("sign", "VERB", "sign"),
        ("country", "NOUN", "country"),
        ("leaves", "NOUN", "leaf"),
        ("large", "ADJ", "large"),
        ("States", "PROPN", "State"),
    ]
)


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("went", "VERB", "go"),
        ("Agreed", "VERB", "agree"),
        ("signing", "VERB", "sign"),
        ("countries", "NOUN", "country"),
        ("leaves", "NOUN", "leaf"),
        ("largest", "ADJ", "large"),
        ("better", "ADJ", "better"),
        ("States", "PROPN", "State"),
        ("Berg", "PROPN", "Berg"),
        ("exports", "NOUN", "export"),
        ("boxes", "NOUN", "box"),
        ("status", "NOUN", "status"),
        ("stopped", "VERB", "stop"),
        ("increased", "VERB", "increase"),
        ("The", "DET", "the"),
        ("40.2", "NUM", "40.2"),
    ],
)
def test_lemma(form: str, pos: str, lemma: str) -> None:
    assert TABLE.lemma(form, pos) == lemma


def test_the_table_is_kept_whole(tmp_path: Path) -> None:
    lemmas.write(TABLE, tmp_path / "table.json")
    assert lemmas.read(tmp_path / "table.json") == TABLE


def test_only_what_the_rules_miss_is_stored() -> None:
    assert TABLE.exceptions == {"VERB": {"went": "go"}, "PROPN": {"States": "State"}}
