"""The words that a pattern cannot do without: in every match, and none claimed where there is none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.meetings.cues import CUES
from kg.patterns import Index, by_letter, literals, may_hold

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


@given(PATTERNS, st.text("abc -(|X", max_size=12))
def test_a_text_is_passed_over_only_where_nothing_matches(pattern: str, text: str) -> None:
    if re.search(pattern, text):
        assert may_hold(re.compile(pattern), text, text.lower())


@given(st.lists(PATTERNS, min_size=1, max_size=4), st.text("abc -(|X", max_size=12))
def test_an_index_tells_every_pattern_that_matches(patterns: list[str], text: str) -> None:
    told = Index(map(re.compile, patterns)).among(text)
    assert told == sorted(told) and {number for number, one in enumerate(patterns) if re.search(one, text)} <= set(told)


def test_an_index_passes_over_patterns_whose_words_are_absent() -> None:
    index = Index(map(re.compile, (r"met\s+with", r"paid\s+a\s+visit", r"\w+", "in the presence of")))
    assert index.among("She MET with him") == [0, 2] and index.among("in his presence") == [2, 3]


def test_each_run_of_words_is_asked_for() -> None:
    pattern = re.compile(r"(?:topics|issues)\s+discussed|agenda")
    assert may_hold(pattern, "the issues they discussed", "") and may_hold(pattern, "an agenda", "")
    assert not may_hold(pattern, "the issues of trade", "")


@given(st.lists(st.from_regex(r"[a-c](?:[a-c]\??){0,3}", fullmatch=True), min_size=1, max_size=6), st.text("abc", max_size=8))
def test_alternatives_by_letter_find_the_same(alternatives: list[str], text: str) -> None:
    pattern = "|".join(alternatives)
    assert [one.span() for one in re.finditer(by_letter(pattern), text)] == [one.span() for one in re.finditer(pattern, text)]


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
