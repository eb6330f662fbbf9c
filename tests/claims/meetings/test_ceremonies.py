"""Ceremonies: welcomes and wreaths, of those who stand in the sentence or whose visit it tells of."""

from __future__ import annotations

from kg.claims.meetings import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading

A = "Norwegian Foreign Minister Ingrid Solheim"
B = "Prime Minister of Malta Luca Zammit"


def ceremonies(text: str) -> list[Claim]:
    analysis = next(analyse([Document("a", text)], "rules"))
    mentions = find(analysis)
    found = extract(Reading(analysis, mentions, link(analysis, mentions)))
    return [one for one in found if one.value("kind") == "ceremony"]


def parties(claim: Claim) -> set[str]:
    return {one.name for one in claim.filled("participant")}


def test_the_welcome_that_opens_a_sentence_is_of_those_after_its_comma() -> None:
    made = ceremonies(f"After an official welcome ceremony at the airport, {A} and {B} held talks.")
    assert [parties(one) for one in made] == [{"Ingrid Solheim", "Luca Zammit"}]


def test_a_welcome_of_nobody_named_is_no_ceremony() -> None:
    assert not ceremonies(f"{A} met with {B}. The hall is often used for a welcome ceremony.")


def test_the_welcome_of_a_visit_told_in_the_same_sentence_is_the_visitors() -> None:
    made = ceremonies(f"The visit of {A} to Malta began with a welcoming ceremony on Republic Square.")
    assert [parties(one) for one in made] == [{"Ingrid Solheim"}]


def test_who_places_a_wreath_stands_at_a_ceremony() -> None:
    made = ceremonies(f"{A} will place a wreath at the Tomb of the Unknown Soldier in Valletta.")
    assert [(parties(one), one.value("modality")) for one in made] == [({"Ingrid Solheim"}, "planned")]
    assert not ceremonies(f"{A} will place an order for wreaths in Valletta.")
