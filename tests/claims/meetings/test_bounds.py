"""Bounds and venues: the day and the place of an encounter, as far as the article tells them."""

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
SATURDAY = date(2023, 3, 4)


def meetings(text: str, title: str = "", published: date | None = SATURDAY) -> list[Claim]:
    analysis = next(analyse([Document("a", text, title=title, published=published)], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def told(text: str, kind: str = "", published: date | None = SATURDAY) -> tuple[str, str, str]:
    """Date, its basis and the place of the last encounter (of a kind)."""
    one = [claim for claim in meetings(text, "", published) if not kind or claim.value("kind") == kind][-1]
    return one.value("date"), one.value("date_basis"), next((place.name for place in one.filled("place")), "")


@pytest.mark.parametrize(
    ("text", "day", "basis"),
    [
        (f"{A} met {B} today.", "2023-03-04", "stated"),
        (f"{A} met {B} on Monday.", "2023-02-27", "stated"),
        (f"{A} met {B} on February 27.", "2023-02-27", "stated"),
        (f"{A} met {B}.", "2023-03-04", "dateline"),
        (f"{A} will meet {B}.", "", "none"),
        (f"{A} did not meet {B}.", "", "none"),
        (f"The meeting of {A} with {B} was cancelled.", "", "none"),
        (f"{A} met {B} over the past two years.", "2023-03-04", "dateline"),
        (f"{A} is meeting {B} on Thursday.", "2023-03-09", "stated"),
        (f"{A}, who is visiting Rome, met {B} on Thursday.", "2023-03-02", "stated"),
        (f"{A} is set to go to Malta. She will first meet {B} in Oslo on Thursday.", "2023-03-09", "stated"),
        (f"{A} will visit Malta. The visit, scheduled from March 20 to 22, is her first.", "2023-03-20/2023-03-22", "stated"),
        (f"{A} arrived in the Maltese capital, Valletta, from Rome on Monday.", "2023-02-27", "stated"),
        (f"{A} will go to Valletta, the Maltese capital, on March 20.", "2023-03-20", "stated"),
        (f"{A} visited Malta. On Monday, Solheim will speak in Oslo on her trip.", "2023-03-04", "dateline"),
        (f"{A}, who fell ill last week, will meet {B}.", "", "none"),
        (f"{A} and {B} discussed fisheries on Monday.", "2023-02-27", "stated"),
        (f"On Monday, {A} discussed fisheries with {B}.", "2023-02-27", "stated"),
        (f"{A} discussed the March summit with {B}.", "2023-03-04", "dateline"),
        (f"{A} had the chance to meet with {B} in October.", "2022-10", "stated"),
        (f"{A} met Prime Minister of Malta Jan Zammit.", "2023-03-04", "dateline"),
        (f"{A} traveled this week to Malta. She met {B} there.", "2023-02-27/2023-03-04", "stated"),
    ],
)
def test_only_what_took_place_is_bounded_by_the_day_of_publication(text: str, day: str, basis: str) -> None:
    assert told(text)[:2] == (day, basis)


def test_a_date_set_off_after_the_telling_is_its_date() -> None:
    assert told(f"{A} spoke of her visit to Malta, slated for March 20.", "visit")[:2] == ("2023-03-20", "stated")


def test_each_stop_of_a_journey_has_its_own_day() -> None:
    text = f"{A} visited Malta on 4 April and Peru from 6-7 April 2016. In Malta, {A} met with {B}."
    assert told(text, "meeting", None) == ("2016-04-04", "stated", "Malta")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{A} met {B} during the session of the Sea Council in Oslo.", "Oslo"),
        (f"{A} met {B} in Norway's capital, Oslo.", "Oslo"),
        (f"{A} met {B} at the Old Harbour Palace.", "Old Harbour Palace"),
        (f"{A} met {B} in the northern port town of Skalvik.", "Skalvik"),
        (f"{A} met {B} on the sidelines of the ASEAN summit.", ""),
        (f"{A} spoke by phone with {B} in Oslo.", ""),
        (f"{A} discussed fisheries with {B} in Oslo.", "Oslo"),
        (f"{A} will host {B} on an Official Visit to Norway at the Old Harbour in Oslo.", "Oslo"),
        (f"{A} met {B}. The two headed for the East Room to hold talks.", "East Room"),
        (f"{A} discussed fisheries in Oslo fjord with {B}.", ""),
        (f"{A} met {B}, hosted by Oslo officials.", ""),
    ],
)
def test_the_place_is_where_it_happened_as_stated(text: str, place: str) -> None:
    assert told(text)[2] == place


def test_a_meeting_told_right_after_a_visit_is_held_there_but_not_earlier_ones() -> None:
    visit = f"{A} arrived in Valletta. "
    assert told(visit + f"She met {B}.", "meeting")[2] == "Valletta"
    assert told(visit + f"Earlier Solheim met {B}.", "meeting")[2] == ""


def test_a_meeting_the_headline_names_too_is_held_on_the_visit_it_is_told_with() -> None:
    analysis = f"During her visit to Malta on February 20-22, {A} met with {B}."
    made = [claim for claim in meetings(analysis, "Ingrid Solheim meets Luca Zammit") if claim.value("kind") == "meeting"]
    assert [(one.value("date"), [place.name for place in one.filled("place")]) for one in made] == [("2023-02-20/2023-02-22", ["Malta"])]
    late = meetings(f"{A} met with {B}. Solheim visited Malta on February 20-22.", "Ingrid Solheim meets Luca Zammit")
    assert [one.value("date_basis") for one in late if one.value("kind") == "meeting"] == ["dateline"]


def test_those_who_are_also_met_are_met_in_the_same_place() -> None:
    text = f"Solheim met {B} in Oslo. She also met Peruvian President Ana Quispe."
    assert told(f"{A} spoke. " + text)[2] == "Oslo"


def test_a_meeting_before_a_forum_has_the_day_and_town_of_the_forum() -> None:
    text = f"On March 20 Oslo will host the Fjord Trade Forum. {A} and {B} will take part.\n\nBefore the forum’s session, {A} will meet {B}."
    assert told(text, "meeting") == ("2023-03-20", "stated", "Oslo")


def test_the_last_meeting_has_no_day_of_the_visit() -> None:
    text = f"{A} is visiting Malta today. Solheim will meet {B}. The last meeting between Solheim and Zammit took place in Riga back in May 2021."
    assert told(text, "meeting") == ("2021-05", "stated", "Riga")


def test_a_conference_on_a_state_is_not_held_there() -> None:
    assert told(f"{A} took part in the conference on Libya in Berlin with {B}.")[2] == "Berlin"
