"""Forums: one claim an occasion, with its place, dates and status, from every sentence that speaks of it."""

from __future__ import annotations

from datetime import date

import pytest

from kg.claims.forums import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading


def claims(text: str, title: str = "") -> list[Claim]:
    (analysis,) = analyse([Document("a", text, title, published=date(2021, 6, 10))])
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def only(text: str, title: str = "") -> Claim:
    (claim,) = claims(text, title)
    return claim


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Nordic Tea Forum was held in Bergen.", "held"),
        ("She took part in the Nordic Tea Forum.", "held"),
        ("The Nordic Tea Forum will be held in Bergen.", "planned"),
        ("They spoke of preparations for the Nordic Tea Forum.", "planned"),
        ("The Nordic Tea Forum is taking place in Bergen.", "ongoing"),
        ("The ministers met today on the sidelines of the Nordic Tea Forum.", "ongoing"),
        ("The ministers agreed to meet on the sidelines of the Nordic Tea Forum.", "planned"),
        ("In May the minister led a delegation of growers to the Nordic Tea Forum.", "held"),
        ("The organisers cancelled the Nordic Tea Forum.", "cancelled"),
        ("They recalled the principles of the Madrid conference.", "mentioned"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert only(text).value("status") == status


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("She took part in the Nordic Tea Forum in Bergen.", "Bergen"),
        ("Lima will host the Nordic Tea Forum.", "Lima"),
        ("The 7th Almaty Investment Forum was held.", "Almaty"),
        ("She met the President of Chile at the Nordic Tea Forum.", ""),
        ("They met on the sidelines of the Nordic Tea Forum in Malta’s capital, Valletta.", "Valletta"),
        ("She signed it in Lima ahead of the Nordic Tea Forum there.", "Lima"),
        ("The Nordic Tea Forum – with Chile, Peru and Malta – in Lima went well.", "Lima"),
        ("They will meet when she visits Malta for the Nordic Tea Forum.", "Malta"),
        ("The Nordic Tea Forum, to be held in Bergen, was praised in Lima.", "Bergen"),
    ],
)
def test_place(text: str, place: str) -> None:
    assert [one.name for one in only(text).filled("place")] == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "start", "end", "basis"),
    [
        ("The Nordic Tea Forum was held in Bergen on June 2-3, 2021.", "2021-06-02", "2021-06-03", "stated"),
        ("The Nordic Tea Forum will be held in Bergen on July 5.", "2021-07-05", "2021-07-05", "year inferred"),
        ("On November 9 Lima will host the Nordic Tea Forum.", "2021-11-09", "2021-11-09", "year inferred"),
        ("She praised the March 2020 Nordic Tea Forum.", "2020-03", "2020-03", "stated"),
        ("On Monday she praised the Nordic Tea Forum.", "", "", "none"),
    ],
)
def test_dates(text: str, start: str, end: str, basis: str) -> None:
    claim = only(text)
    assert (claim.value("start_date"), claim.value("end_date"), claim.value("date_basis")) == (start, end, basis)


def test_later_sentences_speak_of_the_same_occasion() -> None:
    claim = only("She will attend the Nordic Tea Forum. The forum will be held in Bergen on July 5.")
    assert claim.value("start_date") == "2021-07-05"
    assert [one.name for one in claim.filled("place")] == ["Bergen"]


def test_what_is_on_the_programme_takes_place_there_and_then() -> None:
    text = "On November 9 Lima will host the 5th Nordic Tea Forum. The forum’s programme includes the Tea Machines exhibition."
    host, part = claims(text)
    assert [part.value(name) for name in ("start_date", "status")] == [host.value("start_date"), "planned"]
    assert [one.name for one in part.filled("place")] == ["Lima"]
    assert "exhibition" in part.evidence[0].text


def test_the_previous_edition_has_its_own_place_and_date() -> None:
    text = (
        "On November 9 Lima will host the 5th Nordic Tea Forum. Nordic Tea Forums have been held since 2003. "
        "The previous forum took place in Bergen in October 2019."
    )
    found = {claim.filled("place")[0].name: claim.value("start_date") for claim in claims(text)}
    assert found == {"Lima": "2021-11-09", "Bergen": "2019-10"}


def test_two_names_of_one_occasion_are_one_claim() -> None:
    text = "She opened the 7th Nordic Tea Forum. The Nordic Tea Forum was held in Bergen."
    assert only(text).filled("forum")[0].name == "7th Nordic Tea Forum"


def test_an_occasion_that_only_the_headline_names_rests_on_it() -> None:
    assert only("The minister spoke to reporters.", "Minister opens Nordic Tea Forum").evidence[0].field == "title"


def test_a_body_named_after_a_conference_is_no_occasion() -> None:
    assert claims("He chairs the Organisation of the Islamic Conference.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("She attended the APEC summit.", "summit"),
        ("She attended the international conference on tea.", "conference"),
        ("She attended the seventh meeting of the Tea Cooperation Council.", "session"),
        ("She attended the Nordic Tea Forum.", "forum"),
        ("She visited Expo 2020.", "exhibition"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert only(text).value("kind") == kind


def test_evidence_holds_the_name() -> None:
    claim = only("The talks were long, and she later took part in the Nordic Tea Forum, which ended on Friday.")
    assert "Nordic Tea Forum" in claim.evidence[0].text


@pytest.mark.parametrize(
    ("text", "place", "day", "status"),
    [
        ("The visit includes participation in the Nordic Tea Forum.", "", "", "planned"),
        ("They spoke of the Nordic Tea Forum that will take place in the city of Bergen.", "Bergen", "", "planned"),
        ("They posed at the opening of the Nordic Tea Forum on Friday, May 28, 2021, in Bergen.", "Bergen", "2021-05-28", "held"),
        ("The Nordic Tea Forum is scheduled for 3–5 July in Bergen.", "Bergen", "2021-07-03", "planned"),
        ("Growers will gather in Bergen for the Nordic Tea Forum on 15-16 July.", "Bergen", "2021-07-15", "planned"),
        ("The Nordic Tea Forum, which opened on 8 June in Bergen, heard the minister.", "Bergen", "2021-06-08", "held"),
        ("The Nordic Tea Forum (NTF) started today in Bergen.", "Bergen", "2021-06-10", "ongoing"),
        ("The 46th meeting of the Council of Ministers of the African Union approved the budget.", "", "", "held"),
        ("They met on the margins of the 39th Conference of the African Union held in Lima.", "Lima", "", "held"),
        ("They prepare for the meeting of NATO Foreign Ministers on 22-23 July in Lima.", "Lima", "2021-07-22", "planned"),
        ("They met after the Nordic Tea Summit hosted by Peru President Rosa Prado.", "", "", "held"),
        ("They met after the Nordic Tea Summit hosted by Peru.", "Peru", "", "held"),
        ("Growers will meet on July 21 at the Nordic Tea Summit to discuss prices.", "", "2021-07-21", "planned"),
        ("The session of the Council of Ministers of the African Union has been underway since Monday.", "", "", "ongoing"),
        ("She spoke of the 46th meeting of the Council of Ministers of the African Union.", "", "", "mentioned"),
    ],
)
def test_where_and_when_as_agencies_print_it(text: str, place: str, day: str, status: str) -> None:
    claim = only(text)
    where = claim.filled("place")[0].name if claim.filled("place") else ""
    assert (where, claim.value("start_date"), claim.value("status")) == (place, day, status)


def test_evidence_does_not_end_within_an_abbreviation() -> None:
    (claim,) = claims("The minister opened the Nordic Tea Forum with U.S. growers in Bergen.")
    assert claim.evidence[0].text.endswith("Bergen")
