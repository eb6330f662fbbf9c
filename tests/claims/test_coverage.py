"""Coverage: every sentence has its line, and a line without a fact has its reason."""

from __future__ import annotations

import pytest

from kg.claims import extract
from kg.claims.coverage import ledger
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Coverage, Document, Reading


def lines(text: str, title: str = "") -> list[Coverage]:
    analysis = next(analyse([Document("a", text, title=title)], "rules"))
    mentions = find(analysis)
    reading = Reading(analysis, mentions, link(analysis, mentions))
    return list(ledger(reading, extract(reading).claims))


def test_there_is_one_line_for_each_sentence_of_the_text() -> None:
    text = "Foreign Minister of Norway Ingrid Solheim met with Prime Minister of Malta Luca Zammit. The sea is blue. Who knows?"
    found = lines(text, title="Norway and Malta")
    assert [one.span.text for one in found] == text.replace(". ", ".\n").split("\n")
    assert [one.status for one in found] == ["covered", "uncovered", "uncovered"]


def test_a_covered_line_names_the_kinds_of_fact() -> None:
    (line,) = lines("Foreign Minister of Norway Ingrid Solheim met with Prime Minister of Malta Luca Zammit.")
    assert "meeting" in line.reason.split(", ")
    assert "tenure" in line.reason.split(", ")


def test_a_sentence_is_no_credit_because_of_its_first_word() -> None:
    (line,) = lines("Sources of the river lie high in the mountains.")
    assert "boilerplate" not in line.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Who will pay for the bridge?", "question"),
        ("Photo: the bridge at night.", "boilerplate"),
        ("OSLO, Norway, March 3.", "dateline"),
        ("BERGEN, 4 May 2021.", "dateline"),
        ("Copyright 2023. All rights reserved.", "boilerplate"),
        ("The two leaders met on Monday.", "encounter"),
        ("It was noted that the work continues.", "passive"),
        ("The bridge would cost too much.", "hypothetical"),
        ("The bridge cost $40 million.", "figure"),
        ("A bridge spans the wide river.", "no party"),
        ("Norway is a beautiful country with deep fjords.", "description"),
    ],
)
def test_the_reason_says_what_is_missing(text: str, reason: str) -> None:
    (line, *_) = lines(text)
    assert (line.status, reason in line.reason) == ("uncovered", True), line.reason
