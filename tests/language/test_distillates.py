"""Distillates: which words get a vector, and what is learned of them (the language model itself is not needed)."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="vectors are drawn with torch, which training alone needs")
pytest.importorskip("safetensors", reason="the language model is stored in this format")
pytest.importorskip("tokenizers", reason="the language model's words are cut with it")

from kg.language.training import distillates, templates  # noqa: E402


def test_words_are_counted_without_case_and_marks(tmp_path: Path) -> None:
    pool = tmp_path / "pool.jsonl.gz"
    pool.write_bytes(gzip.compress(json.dumps({"text": "“Trade grew,” said the Minister. TRADE!"}).encode()))
    assert distillates.counts([], pool)["trade"] == 2
    assert distillates.counts([], pool)["minister"] == 1


def test_whole_words_come_first_then_frequent_ones_that_are_cut(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_text("[PAD]\n##ing\ntrade\na\n12\ntalks\n", encoding="utf-8")
    counted = Counter({"astana": 5, "trade": 4, "rare": 2, "covid-19": 9})
    assert distillates.vocabulary(counted, tmp_path) == ["trade", "talks", "astana"]


def test_a_word_tends_to_be_what_it_is_in_the_treebanks() -> None:
    (tree,) = templates.generate(1, seed=4)
    found = distillates.tendencies([tree])
    root = next(index for index, head in enumerate(tree.heads) if head == index)
    below = sum(head == root for head in tree.heads) - 1
    kinds = found[tree.words[root].lower()]
    assert kinds["tag", tree.pos[root]] >= 1
    assert sum(count for (group, _), count in kinds.items() if group == "below") >= below


def test_words_of_one_kind_come_to_lie_together() -> None:
    rng = np.random.default_rng(1)
    words = [f"w{number}" for number in range(400)]
    states = rng.normal(size=(400, 30)).astype(np.float32)
    kinds = ["NOUN" if state[0] > 0 else "VERB" for state in states]
    seen = {word: Counter({("tag", kind): 5}) for word, kind in zip(words[:300], kinds[:300], strict=True)}
    drawn = distillates.learned(states, words, seen)
    noun, verb = (np.mean([row for row, kind in zip(drawn[:300], kinds[:300], strict=True) if kind == one], axis=0) for one in ("NOUN", "VERB"))
    unseen = zip(drawn[300:], kinds[300:], strict=True)
    right = sum((np.linalg.norm(row - noun) < np.linalg.norm(row - verb)) == (kind == "NOUN") for row, kind in unseen)
    assert right > 80
