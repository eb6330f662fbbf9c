"""Modalities: what took place, what is planned, called off or not asserted."""

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


def meetings(text: str, title: str = "", published: date | None = date(2023, 3, 4)) -> list[Claim]:
    analysis = next(analyse([Document("a", text, title=title, published=published)], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (f"{A} is likely to meet {B}.", "planned"),
        (f"{A} would today hold talks with {B} in Valletta.", "planned"),
        (f"{A} was to have met {B} on Monday.", "cancelled"),
        (f"{A} called off talks with {B}.", "cancelled"),
        (f"{A} cancelled a holiday, likely to meet {B} again.", "planned"),
        (f"The visit of {A} to Malta will begin on Monday.", "planned"),
        (f"The visit of {A} to Malta was long.", "happened"),
        (f"{A} will undertake an official visit to Malta.", "planned"),
        (f"The programme of her stay in Malta includes a meeting between {A} and {B}.", "planned"),
        (f"{A} is expected in Malta for an official visit.", "planned"),
        (f"Her visit will include a meeting between {A} and {B}.", "planned"),
        (f"Her visit included a meeting between {A} and {B}.", "happened"),
        (f"The meeting between the delegations of Norway and Malta led by {A} and {B} is scheduled for Monday.", "planned"),
        (f"It will be the second meeting between {A} and {B}.", "planned"),
        (f"It was the second meeting between {A} and {B}.", "happened"),
        (f"The meeting between {A} and {B} was to be held on Friday but was cancelled.", "cancelled"),
        (f"The meeting between {A} and {B} was to be held on Friday but was put off.", "planned"),
        (f"{A} is due to attend a series of meetings with {B}.", "planned"),
        (f"{A} is expected to attend a meeting with {B}.", "planned"),
        (f"The meeting between {A} and {B} has never been planned.", "denied"),
        (f"The meeting between {A} and {B} had been planned for weeks.", "happened"),
        (f"Oslo announced a visit of {A} to Malta.", "planned"),
        (f"Oslo would host the next round of the talks between {A} and {B}.", "planned"),
    ],
)
def test_what_is_to_come_or_fell_through_did_not_happen(text: str, modality: str) -> None:
    (made,) = meetings(text)
    assert made.value("modality") == modality


def test_one_will_governs_all_that_is_coordinated() -> None:
    plan = f"{A} will call on the King of Malta; meet {B}; and hold talks on fisheries, trade and health with President of Chile Ana Rojas."
    assert {one.value("modality") for one in meetings(plan)} == {"planned"}
    assert {one.value("modality") for one in meetings(f"{A}, who will retire, met {B} and held talks with President of Chile Ana Rojas.")} == {
        "happened"
    }


@pytest.mark.parametrize(("title", "modality"), [("Solheim to meet Zammit in Rome", "planned"), ("Solheim meets Zammit in Rome", "happened")])
def test_what_a_headline_says_is_to_be_done_is_planned(title: str, modality: str) -> None:
    (made,) = meetings("Norwegian Foreign Minister Ingrid Solheim likes fish. Prime Minister of Malta Luca Zammit does not.", title)
    assert made.value("modality") == modality


@pytest.mark.parametrize(
    "text",
    [
        f"{A} is unlikely to meet {B}.",
        f"{A} regularly meets {B}.",
        f"{A} and {B} may discuss fisheries.",
        f"A date for a meeting between {A} and {B} has not been set.",
        f"Since the flood, {A} has met {B} twice.",
        f"{A} would not rule out a meeting with {B}.",
        f"{A} went to attend the Fjord Trade Conference in Oslo.",
        f"{A} will meet {B} if the storm passes.",
        f"If it were so, {A} would meet {B}.",
        f"{A} failed to attend the ceremony in Oslo.",
    ],
)
def test_habits_and_conditions_are_no_encounters(text: str) -> None:
    assert not meetings(text)
