"""Quotations: both styles of marks, nested, over paragraphs, and apostrophes that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.quotations import find
from kg.model import Analysis, Document


def quoted(text: str) -> list[str]:
    return [one.head.text for one in find(Analysis(Document("a", text), ()))]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said: “We agree.” Then he left.", ["We agree."]),
        ('He said, "We agree," and left. "It is good," she said.', ["We agree,", "It is good,"]),
        ("He said: ‘It is the EU’s turn.’ Then he left.", ["It is the EU’s turn."]),
        ("He said: «We agree».", ["We agree"]),
        ("The ministers' visit and the EU's offer went well.", []),
        ('It cost 5" of rope.', []),
    ],
)
def test_marks_of_every_style(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "He said:\n\n“The first.\n\n“The second.”\n\nHe left."
    assert quoted(text) == ["The first.\n\n“The second."]


def test_paragraphs_that_open_with_a_mark_go_on_though_none_is_closed() -> None:
    text = "He said: “The first.\n\n“The second.\n\n“The third.\n\nShe said, “The last.”"
    assert quoted(text) == ["The first.\n\n“The second.\n\n“The third.", "The last."]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert quoted("“The first.\n\nHe went on. “The second,” he said.") == ["The first.", "The second,"]


@given(st.text(alphabet="ab .,\n“”\"'’‘", max_size=60))
def test_quotations_stand_at_their_offsets_and_never_cross(text: str) -> None:
    found = find(Analysis(Document("a", text), ()))
    for one in found:
        assert text[one.span.start : one.span.end] == one.span.text and one.span.covers(one.head)
    spans = [(one.span.start, one.span.end) for one in found]
    assert all(a[1] <= b[0] or b[1] <= a[0] or (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]) for a in spans for b in spans)
