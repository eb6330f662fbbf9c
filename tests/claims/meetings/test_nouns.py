"""Nouns: sessions of one body, meetings with each of several, calls that are appeals, compounds of two states."""

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
C = "President of Chile Ana Rojas"
SOLHEIM, ZAMMIT, ROJAS = "Ingrid Solheim", "Luca Zammit", "Ana Rojas"


def meetings(text: str) -> list[Claim]:
    analysis = next(analyse([Document("a", text, published=date(2023, 3, 8))], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def told(text: str) -> list[tuple[str, str, set[str]]]:
    return [(one.value("kind"), one.value("modality"), {who.name for who in one.filled("participant")}) for one in meetings(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At its meeting on Friday, the Nordic Council adopted a budget.", [("meeting", "happened", {"Nordic Council"})]),
        ("An OPEC meeting was held on Friday in Vienna.", [("meeting", "happened", {"OPEC"})]),
        ("The forthcoming OPEC summit is dear.", [("summit", "planned", {"OPEC"})]),
        ("OPEC meetings are dull.", []),
        ("The Nordic Council meeting room is cold.", []),
    ],
)
def test_a_session_of_one_body_is_an_occasion_only_when_held_or_set_in_time(text: str, expected: list[tuple[str, str, set[str]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "companies"),
    [
        (f"The papers praised {A}'s meetings with {B} and {C}.", [{SOLHEIM, ZAMMIT}, {SOLHEIM, ROJAS}]),
        (f"{A} held talks with {B}, and with {C}.", [{SOLHEIM, ZAMMIT}, {SOLHEIM, ROJAS}]),
        (f"{A} held talks with {B} and {C}.", [{SOLHEIM, ZAMMIT, ROJAS}]),
        (f"The papers praised {A}'s meeting with {B} and {C}.", [{SOLHEIM, ZAMMIT, ROJAS}]),
    ],
)
def test_meetings_with_several_are_one_with_each(text: str, companies: list[set[str]]) -> None:
    assert [who for _, _, who in told(text)] == companies


def test_the_subject_after_a_list_in_the_opening_phrase_is_apart() -> None:
    found = [who for _, _, who in told(f"{A} arrived in Oslo. During talks with {B} and {C}, Ambassador Lars Hagen said that fish was dear.")]
    assert {ZAMMIT, ROJAS, "Lars Hagen"} in found
    assert {SOLHEIM, ZAMMIT, ROJAS, "Lars Hagen"} not in found


@pytest.mark.parametrize(
    "text",
    [
        f"{A} and {B} issued their call for cleaner harbours.",
        "Norway repeated its call to end the strike.",
        "The Oslo-Valletta flight is late.",
    ],
)
def test_appeals_and_routes_are_no_encounters(text: str) -> None:
    assert not told(text)


def test_a_compound_names_both_parties() -> None:
    assert told("The EU-Chile talks took place in Lima.") == [("talks", "happened", {"European Union", "Chile"})]


def test_a_visit_without_a_goal_is_told_of_its_visitor() -> None:
    assert told(f"The official visit of {A} began on Monday.") == [("visit", "happened", {SOLHEIM})]


@pytest.mark.parametrize(
    ("text", "modality", "day"),
    [
        (f"The bill will build on {A}'s meeting with {B} in October.", "happened", "2022-10"),
        (f"The aides will draft papers for {A}'s meeting with {B} in October.", "planned", ""),
        (f"{A}'s meeting with {B} in October 2023 is dear.", "planned", "2023-10"),
        (f"{A}'s meeting with {B} in January was short.", "happened", "2023-01"),
    ],
)
def test_a_bare_month_still_to_come_is_last_years_unless_it_is_looked_ahead_to(text: str, modality: str, day: str) -> None:
    (made,) = meetings(text)
    assert made.value("modality") == modality
    assert not day or made.value("date") == day


def test_the_people_of_a_body_meet_at_a_place_on_a_day() -> None:
    assert told("The meeting of Nordic foreign ministers in Reykjavik on Monday was short.") == [
        ("meeting", "happened", {"Nordic foreign ministers"})
    ]
    assert told("Nordic foreign ministers came together in Reykjavik.") == [("meeting", "happened", {"Nordic foreign ministers"})]
    assert not told("The meeting of Nordic foreign ministers was short.")


def test_no_start_of_talks_tells_of_none() -> None:
    assert not told("Envoys see no start of talks between Norway and Malta.")
