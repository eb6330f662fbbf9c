"""Repeats: an encounter told several times is one, several told together are several."""

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


def parties(claim: Claim) -> set[str]:
    return {one.name for one in claim.filled("participant")}


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        (f"The meeting between {A} and {B} was cancelled. Solheim was due to meet Zammit in Valletta.", ["cancelled"]),
        (f"{A} cancelled a visit to Malta, where she was due to meet {B}.", ["cancelled", "cancelled"]),
        (f"{A} cancelled a visit to Malta. Solheim was due to meet President of Chile Ana Rojas in Rome.", ["cancelled", "planned"]),
    ],
)
def test_what_was_to_take_place_falls_with_what_was_cancelled(text: str, modalities: list[str]) -> None:
    assert [one.value("modality") for one in meetings(text)] == modalities


@pytest.mark.parametrize(
    ("text", "visited"),
    [
        (f"{A} arrived in Valletta, concluding Solheim’s visit to Chile.", ["Chile"]),
        (f"{A} arrived in Valletta for a meeting on Chile.", ["Malta"]),
        (f"{A} arrived at Luqa International Airport on Monday for a two-day visit to Malta.", ["Malta"]),
    ],
)
def test_where_one_lands_or_comes_home_is_not_visited(text: str, visited: list[str]) -> None:
    assert [sorted(parties(one) - {"Ingrid Solheim"}) for one in meetings(text)] == [visited]


@pytest.mark.parametrize(
    ("text", "met"),
    [
        (f"{A} paid courtesy calls on {B} and President of Chile Ana Rojas.", [{"Luca Zammit"}, {"Ana Rojas"}]),
        (f"{A} paid a courtesy visit to {B} and met with President of Chile Ana Rojas.", [{"Luca Zammit"}, {"Ana Rojas"}]),
        (f"{A} paid a courtesy call on {B} and President of Chile Ana Rojas.", [{"Luca Zammit", "Ana Rojas"}]),
    ],
)
def test_calls_on_several_are_one_each(text: str, met: list[set[str]]) -> None:
    assert [parties(one) - {"Ingrid Solheim"} for one in meetings(text)] == met


def test_the_two_are_the_last_two_who_met() -> None:
    text = f"{A} met {B} and President of Chile Ana Rojas. Solheim received President of Peru Luis Quispe. The two met in Rome on Monday."
    assert parties(meetings(text)[-1]) == {"Ingrid Solheim", "Luis Quispe"}


def test_a_meeting_named_by_its_guest_is_no_other_guests_meeting() -> None:
    text = f"{A} met with {B}. In her meeting with President of Chile Ana Rojas, Solheim spoke of fisheries."
    first, second = meetings(text)
    assert parties(first) == {"Ingrid Solheim", "Luca Zammit"}
    assert "Ana Rojas" in parties(second)


def test_separate_talks_are_no_part_of_those_of_all() -> None:
    text = f"{A}, {B} and President of Chile Ana Rojas will meet in Oslo. "
    text += "Solheim will hold separate talks with Zammit on Tuesday and with Rojas on Friday."
    found = meetings(text)
    assert [sorted(parties(one) - {"Ingrid Solheim"}) for one in found] == [["Ana Rojas", "Luca Zammit"], ["Luca Zammit"], ["Ana Rojas"]]
    assert [one.value("date") for one in found[1:]] == ["2023-03-07", "2023-03-10"]


def test_a_day_of_the_month_told_before_is_the_same_time() -> None:
    (made,) = meetings(f"{A} will meet {B} next month. Solheim will meet Zammit in Oslo on April 18.")
    assert made.value("date") == "2023-04-18"
    assert len(meetings(f"{A} will meet {B} next month. Solheim will meet Zammit in Oslo on May 18.")) == 2


def test_arrival_and_end_of_a_visit_are_one_visit() -> None:
    assert len(meetings(f"{A} concluded a visit to Malta on Tuesday. Solheim had arrived in Malta on Monday.")) == 1
    assert len(meetings(f"{A} concluded a visit to Malta on Tuesday. Solheim had visited Malta on January 10.")) == 2


def test_a_counterpart_is_somebody_to_meet() -> None:
    assert [parties(one) for one in meetings(f"{A} met her Maltese counterpart on Monday.")] == [{"Ingrid Solheim", "Malta"}]
    assert not meetings(f"{A} met Malta on Monday.")


def test_a_visit_is_of_the_guest_and_goes_where_it_says() -> None:
    hosted = meetings(f"{A} will host {B} on an Official Visit to Norway.")
    assert [one.value("kind") for one in hosted] == ["meeting"]
    assert not [one for one in meetings("The visit by the leadership of the Fjord Youth Forum was a success.") if one.filled("place")]
    assert not meetings("The Foreign Ministers’ meeting in Oslo was long.")


def test_a_visit_told_of_a_person_and_of_his_state_is_one() -> None:
    text = f"{A} arrived in Malta on Thursday. A Norwegian foreign minister is visiting Malta after a gap of ten years."
    assert len(meetings(text)) == 1
    assert len(meetings(f"{A} arrived in Malta on Thursday. A Norwegian foreign minister visited Chile.")) == 2


def test_a_call_taken_is_a_call() -> None:
    (made,) = meetings(f"{A} received a phone call from {B} on Monday.")
    assert (made.value("kind"), parties(made)) == ("call", {"Ingrid Solheim", "Luca Zammit"})
    assert not meetings(f"{A} received a phone from {B}.")


def test_a_series_of_meetings_is_those_told_one_by_one() -> None:
    series = f"{A} held meetings with her counterparts from Malta and Chile on Monday."
    found = meetings(f"{series} Solheim met Maltese Foreign Minister Luca Zammit. She also met Chilean Foreign Minister Ana Rojas.")
    assert [sorted(parties(one)) for one in found] == [["Ingrid Solheim", "Luca Zammit"], ["Ana Rojas", "Ingrid Solheim"]]
    assert {one.value("date") for one in found} == {"2023-02-27"}
    apart = meetings(f"{A} met with Maltese officials on Monday. She also met Maltese Foreign Minister Luca Zammit.")
    assert len(apart) == 2
