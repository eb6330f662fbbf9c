"""Participants: whom an article names on each side of an encounter, in lists, under their posts and by their delegations."""

from __future__ import annotations

from datetime import date

import pytest

from kg.claims.meetings import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading

A = "Norwegian Foreign Minister Ingrid Solheim"
B = "Prime Minister of Malta Luca Zammit"
KNOWN = "Mrs Amina Otieno and Mr Juan Paz later read the report on tides."  # without a model a name is known by its title
DAY = date(2023, 3, 4)


def told(text: str, title: str = "") -> list[tuple[str, set[str]]]:
    """Kind and participants of each encounter, in order."""
    analysis = next(analyse([Document("a", f"{text}\n\n{KNOWN}", title=title, published=DAY)], "rules"))
    mentions = find(analysis)
    reading = Reading(analysis, mentions, link(analysis, mentions))
    return [(claim.value("kind"), _parties(reading, claim)) for claim in extract(reading)]


def _parties(reading: Reading, claim: Claim) -> set[str]:
    return {which.name for one in claim.filled("participant") for which in reading.links.of(one) or (one,)}


def who(text: str, title: str = "") -> set[str]:
    """The participants of the only encounter."""
    found = told(text, title)
    assert len(found) == 1, found
    return found[0][1]


SOLHEIM, ZAMMIT = "Ingrid Solheim", "Luca Zammit"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A} paid a courtesy call to {B}.", {SOLHEIM, ZAMMIT}),
        (f"{A} paid a farewell visit to {B}.", {SOLHEIM, ZAMMIT}),
        (f"{A} was met by Foreign Affairs Minister, Commodore Juan Paz at the airport.", {SOLHEIM, "Juan Paz"}),
        (f"{A} was hosted to a welcome dinner by {B}.", {SOLHEIM, ZAMMIT}),
        (f"{A} met with Kenya's top diplomat Amina Otieno.", {SOLHEIM, "Amina Otieno"}),
        (f"{A} met with the Director for Asia of the World Grain Fund, Ambassador Amina Otieno.", {SOLHEIM, "Amina Otieno"}),
        (f"{A} met with the Head of the Kenyan Mission in Malta, Amina Otieno.", {SOLHEIM, "Amina Otieno"}),
        (f"{A} met with the president of Kenya's transitional council, Amina Otieno.", {SOLHEIM, "Amina Otieno"}),
        (f"{A} met with Amina Otieno, the Kenyan Water Ministry's under-secretary.", {SOLHEIM, "Amina Otieno"}),
        (f"{A} met with her peers from Kenya and Malta, Amina Otieno and Juan Paz.", {SOLHEIM, "Amina Otieno", "Juan Paz"}),
        (f"{A} met with her peers Amina Otieno of Kenya and Juan Paz of Malta.", {SOLHEIM, "Amina Otieno", "Juan Paz"}),
        (f"{A} met with the foreign ministers of ASEAN countries and {B}.", {SOLHEIM, "Association of Southeast Asian Nations", ZAMMIT}),
    ],
)
def test_those_met_are_the_people_named(text: str, expected: set[str]) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"{A} paid a courtesy visit to the new museum.",
        f"{A} thanked Malta for hosting Norwegian scientists.",
        f"{A} spoke of receiving the prize.",
    ],
)
def test_what_only_looks_like_a_reception_is_none(text: str) -> None:
    assert told(text) == []


def test_another_posts_holder_is_not_taken_for_the_one_named_after_it() -> None:
    assert who(f"{A} met with the Foreign Minister of Kenya, {B}, and others.") == {SOLHEIM, "Kenya", ZAMMIT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{B} received the credentials of the new ambassadors of Chile, Ana Ruz, Peru, Juan Paz and Kenya, Amina Otieno.",
         {ZAMMIT, "Ana Ruz", "Juan Paz", "Amina Otieno"}),
        (f"{B} accepted credentials from five new envoys. The envoys who presented their credentials were Ana Ruz, Ambassador of Chile; and "
         "Juan Paz, Ambassador of Peru.", {ZAMMIT, "Ana Ruz", "Juan Paz"}),
        (f"{B} received letters of credence from new envoys. The new envoys are:\n\n– His Excellency Juan Paz, Ambassador of Peru.\n\n"
         "– Her Excellency Ana Ruz, Ambassador of Chile.", {ZAMMIT, "Ana Ruz", "Juan Paz"}),
        (f"{B} received the credentials of new ambassadors to Malta. The ambassadors who presented credentials are from Chile and Peru.",
         {ZAMMIT, "Chile", "Peru"}),
    ],
)  # fmt: skip
def test_envoys_named_after_the_ceremony_took_part_in_it(text: str, expected: set[str]) -> None:
    assert who(text) == expected


def test_two_who_present_credentials_apart_are_at_two_ceremonies() -> None:
    text = "Ambassador of Chile Ana Ruz presented her credentials to President Luca Zammit. "
    text += "Ambassador of Peru Juan Paz presented his credentials to President Luca Zammit."
    assert [parties for _, parties in told(text)] == [{"Ana Ruz", ZAMMIT}, {"Juan Paz", ZAMMIT}]


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("Ambassador of Chile Ana Ruz and Ambassador of Peru Juan Paz were also present.", {"Ana Ruz", "Juan Paz"}),
        ("The Kenyan delegation was led by Amina Otieno.", {"Amina Otieno"}),
        ("Heading the Maltese delegation at the meeting was Juan Paz.", {"Juan Paz"}),
    ],
)
def test_those_present_took_part(text: str, further: set[str]) -> None:
    assert who(f"{A} held talks with {B}. {text}") == {SOLHEIM, ZAMMIT, *further}


def test_what_is_present_is_no_participant() -> None:
    assert who(f"{A} held talks with {B}. The risk was also present.") == {SOLHEIM, ZAMMIT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A}, accompanied by Mr Juan Paz, on Thursday called on {B}.", {SOLHEIM, "Juan Paz", ZAMMIT}),
        (f"{A} held talks with {B}. She was accompanied to the meeting by Mr Juan Paz.", {SOLHEIM, "Juan Paz", ZAMMIT}),
        (f"{A} held talks with {B}. The Norwegian delegation included Mr Juan Paz.", {SOLHEIM, "Juan Paz", ZAMMIT}),
        (f"{A} called on the founder of Northwind Trade Juan Paz.", {SOLHEIM, "Juan Paz"}),
        (f"{A} met Sunday in her Harbour Palace office with {B}.", {SOLHEIM, ZAMMIT}),
        (f"{A} was welcomed upon her arrival at Luqa Airport by {B}.", {SOLHEIM, ZAMMIT}),
        (f"{A} was granted a royal audience by King Juan Paz.", {SOLHEIM, "Juan Paz"}),
        (f"{A} held talks with her Maltese counterpart His Excellency Juan Paz.", {SOLHEIM, "Juan Paz"}),
    ],
)
def test_company_and_roles_bring_their_people(text: str, expected: set[str]) -> None:
    assert who(text) == expected


def test_the_company_of_an_aside_ends_before_the_verb() -> None:
    (kind, parties), *_ = told(f"Mr Juan Paz, joined by {A}, met {B} in Geneva.")
    assert (kind, parties) == ("meeting", {"Juan Paz", SOLHEIM, ZAMMIT})


def test_ministries_are_there_by_the_people_who_led_the_talks() -> None:
    text = "Consultations between the Norwegian Foreign Ministry and the Maltese Foreign Ministry took place in Oslo. "
    assert who(f"{text}The talks were led by {A} and {B}.") == {SOLHEIM, ZAMMIT}
    assert who(f"{A} held talks with the Ministry of Fisheries of Malta.") == {SOLHEIM, "Ministry of Fisheries of Malta"}


def test_nobody_visits_the_state_he_acts_for() -> None:
    text = f"President of Malta Juan Paz held talks with {A} during his visit to Malta."
    assert ("visit", {SOLHEIM, "Malta"}) in told(text.replace("his visit", "her visit"))
    assert not [parties for kind, parties in told(text) if kind == "visit" and "Juan Paz" in parties]


@pytest.mark.parametrize(
    "text",
    [
        f"{A} extended an invitation on behalf of the King for {B} to visit Oslo.",
        "Both leaders agreed to continue consultations.",
        "The delegates attending a summit in Geneva were tired.",
    ],
)
def test_what_is_offered_or_only_agreed_is_no_encounter(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A} met senior Maltese officials, including {B}, in Oslo.", {SOLHEIM, ZAMMIT}),
        (f"{A} met a number of leaders, including {B} and Mrs Amina Otieno, in Oslo.", {SOLHEIM, ZAMMIT, "Amina Otieno"}),
        (f"{A} met {B}, including for a walk, in Oslo.", {SOLHEIM, ZAMMIT}),
    ],
)
def test_people_named_among_those_met_stand_for_them(text: str, expected: set[str]) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Receiving a delegation led by {B}, {A} said that the fisheries thrive.", {SOLHEIM, ZAMMIT}),
        (f"{A} received delegates from Kenya, Chile and Peru.", {SOLHEIM, "Kenya", "Chile", "Peru"}),
        (f"{A} received in audience the Island Mayors Forum led by Mr Juan Paz.", {SOLHEIM, "Juan Paz"}),
        (f"{A} received {B}. Also in attendance were Mrs Amina Otieno and Mr Juan Paz.", {SOLHEIM, ZAMMIT, "Amina Otieno", "Juan Paz"}),
        (f"{A} held talks on fish and ports with {B}.", {SOLHEIM, ZAMMIT}),
        (f"{A} discussed with {B} on ports.", {SOLHEIM, ZAMMIT}),
        (f"{A} exchanged views with {B} on ports.", {SOLHEIM, ZAMMIT}),
        (f"Both ministries want to continue, {A} said after meeting with {B}.", {SOLHEIM, ZAMMIT}),
        (f"{A} met with {B} at the initiative of Mr Juan Paz.", {SOLHEIM, ZAMMIT}),
        (f"The top diplomats of Norway and Malta held talks. During the talks, {A} and her Maltese counterpart Juan Paz spoke of ports.",
         {SOLHEIM, "Juan Paz"}),
    ],
)  # fmt: skip
def test_the_people_behind_delegations_reports_and_topics(text: str, expected: set[str]) -> None:
    assert who(text) == expected


@pytest.mark.parametrize(
    "text", [f"{A} exchanged views with her audience.", f"{A} discussed with care the rules on ports.", f"{A} received aid from Kenya."]
)
def test_without_people_on_the_other_side_there_is_no_encounter(text: str) -> None:
    assert told(text) == []
