"""Words: what is one word, what is cut, and that nothing of the text is moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import analyse
from kg.mentions.words import Words, scan
from kg.model import Analysis, Document, Mention


def analysis(text: str) -> Analysis:
    return next(analyse([Document("a", text)], "rules"))


def scanned(text: str, *parties: tuple[int, int]) -> Words:
    read = analysis(text)
    spans = [read.document.span(start, end) for start, end in parties]
    return scan(read, "text", [Mention("state", span, span.text, span, "state/XXX") for span in spans])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. D'Alema of the U.S. left.", ["Mr.", "D'Alema", "of", "the", "U.S.", "left", "."]),
        ("Kenya's Secretary-General", ["Kenya", "'s", "Secretary-General"]),
        ("Joseph R. Biden, Jr.", ["Joseph", "R.", "Biden", ",", "Jr."]),
        ("Angela BergFederal Chancellor", ["Angela", "Berg", "Federal", "Chancellor"]),
        ("KazMunayGas and McGurk", ["KazMunayGas", "and", "McGurk"]),
    ],
)
def test_words_are_names_and_marks(text: str, words: list[str]) -> None:
    assert [word.text.replace("’s", "'s") for word in scanned(text).words] == words


def test_a_compound_is_cut_where_a_party_stands_in_it() -> None:
    read = scanned("Russian-Chinese talks", (0, 7), (8, 15))
    assert [word.text for word in read.words] == ["Russian", "-", "Chinese", "talks"]
    assert sorted(read.parties) == [0, 2]


@given(st.text(alphabet="AbC .’'-\n“”éR", max_size=60))
def test_words_stand_in_order_at_their_offsets(text: str) -> None:
    read = scanned(text)
    assert all(text[word.start : word.end] == word.text for word in read.words)
    assert all(left.end <= right.start for left, right in zip(read.words, read.words[1:], strict=False))
    assert "".join("".join(word.text.split()) for word in read.words) == "".join(text.split())
