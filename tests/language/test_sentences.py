"""Sentences: where they begin, in the layouts that news and press offices use."""

from __future__ import annotations

import pytest

from kg.language import analyse, sentences
from kg.model import Document


def split(text: str) -> list[str]:
    (analysis,) = analyse([Document("a", text)], "rules")
    return [sentence.span.text for sentence in analysis.sentences]


@pytest.mark.parametrize(
    "pieces",
    [
        ["LUSAKA, Zambia, March 3.", "Deputy Minister Anna Banda met the delegation."],
        ["OSLO, May 4 (Harbour Wire) —", "Ministers of two states met on Monday."],
        ["LIMA (Harbour Wire) -", "Exports rose."],
        ["Riga. March 2. VESTA –", "Exports rose."],
        ["He lives in the U.S.", "The ministers left."],
        ["He met U.S. President John Doe in Washington, D.C. on Jan. 5.", "They talked."],
        ["Mr. A. B. Smith and H.E. Dr. Omar Ali spoke to Gen. J. Roe.", "No. 5 was signed at 9 a.m. on Sept. 3."],
        ["They signed the Open Skies Memorandum (OSM).", "In force since May."],
        ["A wonderful summit!!!", "The hosts were proud."],
        ["“We agreed.", "We will go on,” he said.", "He left."],
        ["“Are you sure?” he asked.", "“Yes!”", "Nobody laughed."],
        ['"We are ready," she said.', '"Trade will grow."', "She smiled."],
        ["It grew by 1.5 percent in 2022 ($3.6 billion).", "For 2023, it fell."],
        ["He was born in 1950.", "In 1970 he left."],
        ["Joseph Roe, Jr. met Jane Poe Jr. on Monday.", "They talked."],
        ["Wait… he said nothing…", "Then he left."],
        ["It belongs to Smith & Co. and to Roe Ltd. of Leeds.", "The firm is old."],
    ],
)
def test_pieces(pieces: list[str]) -> None:
    assert split(" ".join(pieces)) == pieces


def test_blank_lines_part_sentences_and_number_paragraphs() -> None:
    (analysis,) = analyse([Document("a", "Meeting of ministers\n\nThey met. They talked.\n \nThey left.")], "rules")
    assert [(s.span.text, s.paragraph) for s in analysis.sentences] == [
        ("Meeting of ministers", 0),
        ("They met.", 1),
        ("They talked.", 1),
        ("They left.", 2),
    ]


def test_a_single_line_end_is_a_wrap() -> None:
    assert len(split("The minister of trade met\nJane Doe of the Bank of\nPeru in Lima.")) == 1


def test_lines_that_open_sentences_and_lists_are_apart() -> None:
    assert split("Talks on trade and energy\nThe ministers met.") == ["Talks on trade and energy", "The ministers met."]
    assert split("They agreed on:\n- trade\n- energy\n1. Grain") == ["They agreed on:", "- trade", "- energy", "1. Grain"]
    assert split("The minister said:\n“We agree.”") == ["The minister said:", "“We agree.”"]


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (["We", "left", ".", "they"], sentences.OPEN),
        (["“", "Why", "?", "”", "he"], sentences.WITHIN),
        (["See", "www.ports.example", "The"], sentences.OPEN),
        (["See", "ports", "The"], sentences.WITHIN),
        (["Yes", "!!!", "The"], sentences.BEGINS),
    ],
)
def test_what_the_rules_leave_to_the_parser(words: list[str], last: int) -> None:
    starts = [sum(len(word) + 1 for word in words[:index]) for index in range(len(words))]
    spans = [(start, start + len(word)) for start, word in zip(starts, words, strict=True)]
    assert sentences.starts(" ".join(words), spans)[-1] == last


def test_titles_are_read_too() -> None:
    (analysis,) = analyse([Document("a", "They met.", title="Ministers of Peru and Chile meet")], "rules")
    assert [sentence.span.text for sentence in analysis.title] == ["Ministers of Peru and Chile meet"]
    assert analysis.title[0].span.field == "title"


def test_a_megabyte_without_a_full_stop_is_cut() -> None:
    text = "word " * 200_000
    (analysis,) = analyse([Document("a", text)], "rules")
    assert max(len(sentence.tokens) for sentence in analysis.sentences) <= 250
    assert sum(len(sentence.tokens) for sentence in analysis.sentences) == 200_000
