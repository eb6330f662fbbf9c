"""Anaphors: pronouns, posts without a name, sides, groups and documents."""

from __future__ import annotations

import pytest

from kg.language import analyse
from kg.mentions import find
from kg.model import Document, Mention


def of_kind(kind: str, text: str) -> list[Mention]:
    return [one for one in find(next(analyse([Document("a", text)], "rules"))) if one.kind == kind]


def test_pronouns_have_gender_and_number() -> None:
    found = [(one.name, one.gender, one.plural) for one in of_kind("pronoun", "She told him that they agreed with their partners.")]
    assert found == [("she", "female", False), ("him", "male", False), ("they", "", True), ("their", "", True)]


def test_an_excellency_is_no_pronoun() -> None:
    assert not of_kind("pronoun", "HE Foreign Minister Ann Ray met HE US Ambassador Bob Low.")
    assert [one.span.text for one in of_kind("pronoun", "HE WAS GLAD. He was glad.")] == ["HE", "He"]


@pytest.mark.parametrize(
    ("text", "kind", "span", "name"),
    [
        ("The Kazakh Foreign Minister spoke.", "post", "The Kazakh Foreign Minister", "Foreign Minister"),
        ("He met his Greek counterpart.", "post", "his Greek counterpart", "counterpart"),
        ("The president spoke.", "post", "The president", "president"),
        ("The two presidents met.", "group", "The two presidents", "presidents"),
        ("The Turkish side agreed.", "group", "The Turkish side", "The Turkish side"),
        ("Both sides agreed.", "group", "Both sides", "both sides"),
        ("The parties agreed.", "group", "The parties", "the parties"),
    ],
)
def test_descriptions_that_stand_for_people_or_states(text: str, kind: str, span: str, name: str) -> None:
    assert [(one.span.text, one.name) for one in of_kind(kind, text)] == [(span, name)]


@pytest.mark.parametrize("text", ["A minister resigned.", "He is the leading scorer.", "The head of the fish was cut off.", "No president said so."])
def test_what_stands_for_nobody_is_no_post(text: str) -> None:
    assert of_kind("post", text) == []
