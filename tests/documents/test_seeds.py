"""The input article: what `seeds/` holds."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kg.documents import read

ROOT = Path(__file__).parents[2]


def test_the_seed_folder_holds_the_input_article_and_nothing_else() -> None:
    assert len(list((ROOT / "seeds").iterdir())) == 1
    (seed,) = read(ROOT / "seeds")
    assert (seed.id, seed.publisher, seed.published, seed.place, seed.language) == ("seed", "Trend", date(2024, 2, 15), "Astana", "en")
    assert seed.text.startswith("ASTANA, Kazakhstan, February 15. ")


def test_the_seed_equals_the_corpus() -> None:
    corpus = ROOT.parent / "shared" / "corpus" / "dev.jsonl"
    if not corpus.exists():
        pytest.skip("the corpora lie outside this repository")
    (seed,) = read(ROOT / "seeds")
    texts = {one["id"]: one["text"] for one in map(json.loads, corpus.read_text(encoding="utf-8").splitlines())}
    assert seed.text == texts["seed"]
