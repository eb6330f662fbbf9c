"""The words that a pattern cannot do without: in every match, and none claimed where there is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.literals import literals
from kg.claims.meetings.cues import CUES

LETTERS = st.text("abc -", min_size=1, max_size=4)
ATOMS = st.one_of(LETTERS, st.sampled_from([r"\s+", r"\w*", "[a-c]", "[^|)]", ".", r"\(", r"\b", "(?=a)", "(?<!b)", "(?!c)", "(?i:b|c)"]))
PATTERNS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda many: f"(?:{'|'.join(many)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{2}", "+?"])).map(lambda pair: f"(?:{pair[0]}){pair[1]}"),
    ),
    max_leaves=6,
)


@given(PATTERNS, st.text("abc -(|X", max_size=12))
def test_every_match_holds_one_of_its_literals(pattern: str, text: str) -> None:
    words = literals(pattern)
    for match in re.finditer(pattern, text):
        assert not words or any(word in text for word in words), (pattern, match.group())


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?<![\w-])(?:met|meets)\s+with(?![\w-])", {"with"}),
        (r"(?:met|meets)(?=\s+with)", {"met", "meets"}),
        (r"[Vv]isiting|tours?", {"isiting", "tour"}),
        (r"on\s+(?:a|an)\s+(?:\w+\s+){0,3}(?:visit|trip)", {"visit", "trip"}),
        (r"(?P<a>gas|(?:crude\s+)?oil)\s+talks?", {"talk"}),
        (r"talks|\w+", set()),
        (r"(?:talks)?", set()),
        (r"(?i:talks)", set()),
    ],
)
def test_the_longest_words_are_told(pattern: str, words: set[str]) -> None:
    assert set(literals(pattern)) == words


def test_case_is_folded_where_asked() -> None:
    assert literals("Talks|Summit", folded=True) == ("summit", "talks")


def test_most_cues_of_encounters_have_words_they_cannot_do_without() -> None:
    assert all(literals(cue.pattern.pattern) for cue in CUES)
