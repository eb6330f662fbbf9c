"""Tokens: the treebanks' conventions, and exact offsets whatever the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language import tokens


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens.split(tokens.plain_tokenizer(), text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on March 3–4", ["on", "March", "3", "–", "4"]),
        ("in 2019-2021", ["in", "2019", "-", "2021"]),
        ("and/or he/she", ["and", "/", "or", "he", "/", "she"]),
        ("Really?! No!!!", ["Really", "?!", "No", "!!!"]),
        ("agreement(s) ====", ["agreement", "(", "s", ")", "===="]),
        ("is it?yes", ["is", "it", "?", "yes"]),
        ("by May,2019", ["by", "May", ",", "2019"]),
        ("US$12.5 billion", ["US", "$", "12.5", "billion"]),
        ("worth $3bn.", ["worth", "$", "3", "bn", "."]),
        ("up 4.5%,", ["up", "4.5", "%", ","]),
        ("Kenya's and Peru’s", ["Kenya", "'s", "and", "Peru", "’s"]),
        ("Vice-President", ["Vice", "-", "President"]),
        ("the French-Greek plan", ["the", "French", "-", "Greek", "plan"]),
        ("a non-member", ["a", "non-member"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("H.E. Dr. Omar", ["H.E.", "Dr.", "Omar"]),
        ("Treaty (NPT).", ["Treaty", "(", "NPT", ")", "."]),
        ("No. 7 of Sept. 2", ["No.", "7", "of", "Sept.", "2"]),
        ("they don’t", ["they", "do", "n’t"]),
        ("the deal—now dead—was", ["the", "deal", "—", "now", "dead", "—", "was"]),
    ],
)
def test_conventions(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_white_space_belongs_to_no_token() -> None:
    assert words(" a\t b\n\nc\u00a0d ") == ["a", "b", "c", "d"]


hostile = st.text(alphabet=st.one_of(st.characters(), st.sampled_from('\x00\x07\x1b\u200f\u202e\ud800\u0301\U0001f600$.-’"\n ')), max_size=120)


@given(hostile)
@settings(max_examples=150, deadline=None)
def test_tokens_cover_all_but_white_space_in_order(text: str) -> None:
    spans = tokens.split(tokens.plain_tokenizer(), text)
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    kept = set().union(*(range(a, b) for a, b in spans)) if spans else set()
    assert all(char.isspace() for index, char in enumerate(text) if index not in kept)


def test_a_megabyte_without_a_space() -> None:
    text = "ab" * 500_000
    spans = tokens.split(tokens.plain_tokenizer(), text)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
