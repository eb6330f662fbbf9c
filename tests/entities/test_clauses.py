"""Clauses: pronouns mean who acts around them, then who stood at the centre before."""

from __future__ import annotations

import pytest

from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Document

TWO = "Kenyan President Tom Hall met Norwegian Prime Minister Jon Arnason in Oslo. "


def stands_for(text: str, words: str) -> list[str]:
    """The names of what the last mention printed as `words` stands for, read with trees."""
    analysis = next(analyse([Document("a", text)]))
    mentions = find(analysis)
    links = link(analysis, mentions)
    return [one.name for one in links.of([one for one in mentions if one.span.text == words][-1])]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (TWO + "Mr Hall noted that Mr Arnason had kept his word.", "his", "Jon Arnason"),
        (TWO + "Mr Hall said he would visit Norway again.", "he", "Tom Hall"),
        (TWO + "In his speech, Mr Arnason praised the harbours of Kenya.", "his", "Jon Arnason"),
        (TWO + "At the invitation of Mr Arnason, Mr Hall opened the fair. He left in the evening.", "He", "Tom Hall"),
        (TWO + "Mr Hall, who brought his ministers with him, thanked the hosts.", "his", "Tom Hall"),
        (TWO + "Mr Arnason thanked him for the visit.", "him", "Tom Hall"),
    ],
)
def test_a_pronoun_means_who_acts_around_it_or_was_at_the_centre(text: str, words: str, name: str) -> None:
    assert stands_for(text, words) == [name]


def test_gender_goes_before_the_clause() -> None:
    assert stands_for("Ms Ann Reed met Mr Tom Hall in Oslo. Mr Hall said she was welcome.", "she") == ["Ann Reed"]


def test_who_acts_in_the_fronted_phrase_itself_is_meant_before_who_acts_after_it() -> None:
    assert stands_for(TWO + "When Mr Hall ended his speech, Mr Arnason applauded.", "his") == ["Tom Hall"]
