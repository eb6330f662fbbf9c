"""Teachers: the best tree with one root, labels that follow one another, and reports read only where they may be."""

from __future__ import annotations

import gzip
import itertools
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

torch = pytest.importorskip("torch", reason="the teacher of the language model needs torch, which only its training installs")
pytest.importorskip("tokenizers", reason="the teacher of the language model needs tokenizers")
pytest.importorskip("safetensors", reason="the teacher of the language model needs safetensors")

from kg.language.training import readings  # noqa: E402
from kg.language.training.encoders import case, shape  # noqa: E402
from kg.language.training.teachers import LABELS, labelled, spanning  # noqa: E402


def is_tree(heads: list[int]) -> bool:
    for word in range(1, len(heads) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return heads.count(0) == 1


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(st.integers(-20, 20), min_size=n + 1, max_size=n + 1), min_size=n + 1, max_size=n + 1)))
def test_no_tree_with_one_root_scores_higher(rows: list[list[int]]) -> None:
    scores = torch.tensor(rows, dtype=torch.float)
    size = len(rows) - 1
    found = spanning(scores.masked_fill(torch.eye(size + 1, dtype=torch.bool), -1e4))
    trees = [list(heads) for heads in itertools.product(range(size + 1), repeat=size) if is_tree(list(heads))]

    def value(heads: list[int]) -> int:
        return sum(rows[word][head] for word, head in enumerate(heads, 1))

    assert is_tree(found)
    assert value(found) == max(map(value, (heads for heads in trees)))


@given(st.lists(st.lists(st.floats(-9, 0), min_size=len(LABELS), max_size=len(LABELS)), min_size=1, max_size=8))
def test_a_name_goes_on_only_where_one_of_its_kind_began(rows: list[list[float]]) -> None:
    labels, _ = labelled(torch.tensor(rows))
    assert len(labels) == len(rows)
    for before, label in zip(("O", *labels), labels, strict=False):
        assert label[0] != "I" or before[2:] == label[2:]


@pytest.mark.parametrize(("word", "number"), [("trade", 1), ("Astana", 2), ("I", 3), ("OPEC", 4), ("McKay", 5), ("G20", 6), ("—", 7)])
def test_words_are_told_apart_by_their_print(word: str, number: int) -> None:
    assert case(word) == number


def test_shapes_keep_signs_and_cut_runs() -> None:
    assert shape("Kazakh-2024/25th") == "Xxxx-ddd/ddxx"


def test_held_out_reports_are_not_read(tmp_path: Path) -> None:
    told = "The two ministers opened a joint centre for border trade in the port town this week."
    rows = {"a": "A free report.", "b": "Held out by its name.", "c": f"Copied. {told} And more.", "d": "Also free."}
    pool = tmp_path / "pool.jsonl.gz"
    pool.write_bytes(gzip.compress("\n".join(json.dumps({"id": key, "title": "", "text": text}) for key, text in rows.items()).encode()))
    apart = tmp_path / "dev.jsonl"
    apart.write_text(
        "\n".join(json.dumps({"id": key, "title": "", "text": text}) for key, text in {"b": "Other.", "x": told}.items()), encoding="utf-8"
    )
    assert [one.id for one in readings.Reports((pool, pool), (apart,)).documents()] == ["a", "d"]
