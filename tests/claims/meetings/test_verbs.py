"""Verbs and their tails: whom the words after the verb name as those met."""

from __future__ import annotations

import pytest

from kg.claims.meetings import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading

A = "Norwegian Foreign Minister Ingrid Solheim"
B = "Prime Minister of Malta Luca Zammit"


def meetings(text: str) -> list[Claim]:
    analysis = next(analyse([Document("a", text)], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def parties(claim: Claim) -> set[str]:
    return {one.name for one in claim.filled("participant")}


@pytest.mark.parametrize(
    "text",
    [
        f"{A} was received by {B}.",
        f"{A} was received at the airport on arrival by {B}.",
        f"{A} was greeted there by {B}.",
    ],
)
def test_the_host_follows_by_wherever_the_guest_was_received(text: str) -> None:
    assert [parties(one) for one in meetings(text)] == [{"Ingrid Solheim", "Luca Zammit"}]


def test_who_received_a_prize_by_somebodys_leave_met_nobody() -> None:
    assert not meetings(f"{A} received a prize founded by {B}.")


def test_a_delegation_takes_part_as_printed() -> None:
    (made,) = meetings(f"{A} held a meeting in Oslo with a Maltese Business Delegation, led by a banker.")
    assert parties(made) == {"Ingrid Solheim", "Maltese Business Delegation"}


def test_a_quoted_noun_still_has_its_parties() -> None:
    (made,) = meetings(f"{A} held a “fruitful discussion” with {B}.")
    assert parties(made) == {"Ingrid Solheim", "Luca Zammit"}


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        (f"The paper praised {A} and {B}. Their talks, it wrote, were short.", "Their talks"),
        (f"{A} met with {B} in Oslo.", f"{A} met with {B} in Oslo"),
        (f"In 2021, the harbour was rebuilt, before her visit to Malta, {A} said.", "before her visit to Malta"),
    ],
)
def test_a_noun_alone_is_shown_with_its_clause(text: str, evidence: str) -> None:
    assert [one.evidence[0].text for one in meetings(text)] == [evidence]


def test_a_telling_by_a_verb_is_better_evidence_than_a_noun() -> None:
    (made,) = meetings(f"A meeting between {A} and {B} was long. Ms Solheim met with Mr Zammit in Oslo.")
    assert made.evidence[0].text == "Ms Solheim met with Mr Zammit in Oslo"


def test_who_speaks_of_a_meeting_after_a_comma_was_not_there() -> None:
    (made,) = meetings(f"The bill follows a meeting of {A} with {B}, Ambassador Lars Hagen said.")
    assert parties(made) == {"Ingrid Solheim", "Luca Zammit"}
    (made,) = meetings(f"At a meeting with {B}, {A} said that fish was dear.")
    assert parties(made) == {"Ingrid Solheim", "Luca Zammit"}


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (f"{A} visited workshops at the Borealis plant.", "Borealis plant"),
        (f"{A} toured the facilities of the Fjord Education Centre.", "Fjord Education Centre"),
        (f"{A} visited the port city of Stavanger.", "Stavanger"),
    ],
)
def test_a_part_of_a_site_stands_before_its_name(text: str, site: str) -> None:
    (made,) = meetings(text)
    assert [one.name for one in made.filled("place")] == [site]


def test_a_part_of_nothing_named_is_no_goal() -> None:
    assert not meetings(f"{A} toured the offices of a shipping company.")


def test_a_new_plant_is_visited_by_its_name_and_a_new_person_is_no_place() -> None:
    (visit,) = meetings(f"{A} will visit a new Dorsa Turbine Plant facility.")
    assert [one.name for one in visit.filled("place")] == ["Dorsa Turbine Plant"]
    assert not meetings(f"{A} will visit a new friend of hers.")
