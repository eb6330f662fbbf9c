"""The model card: the shipped model gives the figures that its card states, on the test that is bundled."""

from __future__ import annotations

import re

import pytest

from kg.language import pipelines
from kg.language.training import corpora, measures, treebanks
from kg.language.training.scores import COUNTED, Score

CARD = (pipelines.SHIPPED / "MODEL_CARD.md").read_text(encoding="utf-8")
TOLERANCE = 0.5


@pytest.fixture(scope="module")
def score() -> Score:
    return measures.read_treebank(treebanks.read(corpora.OWN_TEST), None)


@pytest.fixture(scope="module")
def stated() -> list[float]:
    (row,) = re.findall(r"^\| own test \| ([\d.| ]+) \|$", CARD, re.MULTILINE)
    return [float(cell) for cell in row.split(" | ")]


def test_every_figure_of_the_own_test_is_as_stated(score: Score, stated: list[float]) -> None:
    measured = [score.f(layer) for layer in COUNTED]
    assert measured == pytest.approx(stated, abs=TOLERANCE)


def test_the_licence_and_the_sources_lie_beside_the_weights() -> None:
    assert "Attribution-ShareAlike 4.0" in (pipelines.SHIPPED / "LICENSE").read_text(encoding="utf-8")
    sources = (pipelines.SHIPPED / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert all(name in sources for name in ("English-EWT", "GUM", "Universal NER", "kremlin.ru", "White House", "MiniLM"))


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in pipelines.SHIPPED.rglob("*") if path.is_file()) < 20_000_000
