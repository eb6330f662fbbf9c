"""Neighbours: the state named near a title, where one alone can be meant."""

from __future__ import annotations

from tests.mentions.test_people import titles


def of(name: str, text: str) -> list[tuple[str, ...]]:
    return [row[2] for row in titles(text) if row[0] == name]


def test_the_state_of_the_sentence_or_of_the_article_is_meant() -> None:
    assert of("Ana Quispe", "In Peru President Ana Quispe spoke of trade.\n\nPeru exports fish.") == [("Peru",)]


def test_a_state_named_once_in_another_paragraph_is_not_meant() -> None:
    text = "President Ana Quispe hosted the summit.\n\nThe guests praised the start of accession talks with Albania."
    assert of("Ana Quispe", text) == [()]


def test_a_broadcaster_has_its_own_president_where_it_names_his_state_or_its_capital() -> None:
    there = titles("President Reed will receive the guests in Washington.", publisher="Voice of America")
    assert [row[2] for row in there] == [("United States",)]
    nowhere = titles("President Reed and the rebels resumed their talks.", publisher="Voice of America")
    assert [row[2] for row in nowhere] == [()]


def test_a_national_agency_lends_its_own_officials_to_no_other_state() -> None:
    text = "Prime Minister Razak Hamid spoke of the long talks in Hanoi. Vietnam and he would go on. Vietnam is a partner."
    assert [row[2] for row in titles(text, publisher="Bernama")] != [("Vietnam",)]
