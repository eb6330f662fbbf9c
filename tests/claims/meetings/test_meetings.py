"""Meetings: who met whom, of what kind, when, where, and whether it took place; each encounter once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kg.claims.extractions import broken_law
from kg.claims.meetings import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading

A = "Norwegian Foreign Minister Ingrid Solheim"
B = "Prime Minister of Malta Luca Zammit"
DAY = date(2023, 3, 4)


def read(text: str, title: str = "", published: date | None = DAY) -> Reading:
    analysis = next(analyse([Document("a", text, title=title, published=published)], "rules"))
    mentions = find(analysis)
    return Reading(analysis, mentions, link(analysis, mentions))


def meetings(text: str, title: str = "", published: date | None = DAY) -> list[Claim]:
    return list(extract(read(text, title, published)))


def parties(claim: Claim) -> set[str]:
    """Names of the participants as printed in the claim's mentions."""
    return {one.name for one in claim.filled("participant")}


def only(text: str, title: str = "", published: date | None = DAY) -> Claim:
    found = meetings(text, title, published)
    assert len(found) == 1, [(one.rule, one.values) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{A} met with {B} in Geneva.", "meeting"),
        (f"{A} held talks with {B}.", "talks"),
        (f"{A} had a telephone conversation with {B}.", "call"),
        (f"{A} spoke by phone with {B}.", "call"),
        (f"{A} received {B} at the Royal Palace.", "meeting"),
        (f"{A} and {B} held a joint news conference.", "other"),
        (f"The agreement was signed in the presence of {A} and {B}.", "ceremony"),
    ],
)
def test_kinds_of_encounter(text: str, kind: str) -> None:
    made = only(text)
    assert made.value("kind") == kind
    assert parties(made) == {"Ingrid Solheim", "Luca Zammit"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (f"{A} met with {B}.", "happened"),
        (f"{A} will meet with {B} next week.", "planned"),
        (f"{A} is scheduled to hold talks with {B}.", "planned"),
        (f"{A} looked forward to meeting with {B}.", "planned"),
        (f"{A} cancelled her meeting with {B}.", "cancelled"),
        (f"{A} refused to meet with {B}.", "denied"),
        (f"{A} did not meet with {B}.", "denied"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert only(text).value("modality") == modality


@pytest.mark.parametrize(
    "text",
    [
        f"{A} invited {B} to visit Norway.",
        f"{A} supported the idea of a meeting with {B}.",
        f"{A} called for a meeting with {B}.",
        f"{A} welcomed {B}’s efforts.",
        "Norway must meet its NATO commitments.",
        "The companies met their goals.",
    ],
)
def test_what_is_only_wished_or_is_no_encounter_makes_no_claim(text: str) -> None:
    assert meetings(text) == []


def test_an_encounter_is_told_once_however_often_the_article_returns_to_it() -> None:
    text = (
        f"{A} met with {B} on Thursday. During the meeting, the sides discussed fisheries. After the talks Ms Solheim and Mr Zammit "
        "signed a memorandum. The meeting was also attended by Ambassador of Norway to Malta Lars Hagen."
    )
    made = only(text, title="Ingrid Solheim holds talks with Luca Zammit")
    assert parties(made) == {"Ingrid Solheim", "Luca Zammit", "Lars Hagen"}
    assert [one.name for one in made.filled("topic")] == ["fisheries"]


def test_two_meetings_of_one_person_are_two() -> None:
    found = meetings(f"{A} met with {B}. Later, Ms Solheim met with President of Malta Rita Borg.")
    assert [sorted(parties(one)) for one in found] == [["Ingrid Solheim", "Luca Zammit"], ["Ingrid Solheim", "Rita Borg"]]


def test_a_visit_and_the_talks_during_it_are_two() -> None:
    found = meetings(f"{A} arrived in Malta on Friday. Ms Solheim held talks with {B}.")
    assert [one.value("kind") for one in found] == ["visit", "talks"]
    assert parties(found[0]) == {"Ingrid Solheim", "Malta"}


def test_a_capital_visited_stands_for_its_state_and_remains_the_place() -> None:
    made = only(f"{A} will travel to Valletta on March 10.")
    assert parties(made) == {"Ingrid Solheim", "Malta"}
    assert [one.name for one in made.filled("place")] == ["Valletta"]
    assert (made.value("date"), made.value("date_basis")) == ("2023-03-10", "stated")


def test_the_venue_is_no_party() -> None:
    made = only("The foreign ministers of India and Iran met in Doha.")
    assert [one.name for one in made.filled("place")] == ["Doha"]
    assert "Qatar" not in parties(made)


def test_the_dateline_is_not_the_place() -> None:
    reading = read(f"GENEVA, March 3 (Agency) - {A} met with {B}.")
    (made,) = extract(reading)
    assert made.filled("place") == ()
    assert made.value("place_basis") == "none"


def test_officials_of_a_state_act_for_it() -> None:
    made = only("Diplomats from Chile, Peru and Bolivia met in Lima.")
    assert parties(made) == {"Chile", "Peru", "Bolivia"}


def test_states_do_not_stand_beside_their_people() -> None:
    made = only(f"{A} and {B} discussed fisheries.", title="Norwegian-Maltese talks were held in Geneva")
    assert parties(made) == {"Ingrid Solheim", "Luca Zammit"}


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (f"{A} met with {B} today.", DAY, ("2023-03-04", "stated")),
        (f"{A} met with {B}.", DAY, ("2023-03-04", "dateline")),
        (f"{A} met with {B}.", None, ("", "none")),
        (f"{A} will meet with {B}.", DAY, ("", "none")),
        (f"{A} met with {B} on 2 March 2021.", None, ("2021-03-02", "stated")),
    ],
)
def test_dates_and_their_basis(text: str, published: date | None, expected: tuple[str, str]) -> None:
    made = only(text, published=published)
    assert (made.value("date"), made.value("date_basis")) == expected


def test_a_meeting_told_only_in_the_headline_has_the_headline_as_evidence() -> None:
    made = only("Norway is a friend of Malta.", title=f"{A} met with {B}")
    assert made.evidence[0].field == "title"


def test_a_readout_takes_its_evidence_from_the_text() -> None:
    made = only(f"{A} spoke today with {B}.", title=f"Readout of {A}’s Call with {B}")
    assert made.value("kind") == "call"
    assert made.evidence[0].field == "text"


def test_a_relative_clause_speaks_of_the_person_before_it() -> None:
    found = meetings(f"{A} met with {B}, who is on a visit to Norway.")
    visit = next(one for one in found if one.value("kind") == "visit")
    assert parties(visit) == {"Luca Zammit", "Norway"}


def test_credentials_are_a_ceremony_of_giver_and_receiver() -> None:
    made = only(f"Ambassador of Norway to Malta Lars Hagen presented his credentials to {B}.")
    assert made.value("kind") == "ceremony"
    assert parties(made) == {"Lars Hagen", "Luca Zammit"}
    made = only(f"{A} received credentials from the ambassadors of Peru and Malta.")
    assert parties(made) == {"Ingrid Solheim", "Peru", "Malta"}


def test_what_was_stressed_at_a_meeting_does_not_make_it_a_wish() -> None:
    assert only(f"{A} stressed the importance of fisheries at a meeting with {B}.").value("modality") == "happened"
    assert not meetings(f"{A} voiced support for a meeting with {B}.")
    assert not meetings(f"A meeting between {A} and {B} is possible.")


def test_a_visit_to_the_country_spoken_of_has_a_guest() -> None:
    made = only(f"{A} is expected to pay an official visit to the country.")
    assert (made.value("kind"), made.value("modality"), parties(made)) == ("visit", "planned", {"Ingrid Solheim"})


def test_each_participant_is_named_once() -> None:
    made = only(f"{A} met with {B}. Ms Solheim and Mr Zammit discussed fisheries.", title=f"{A} meets {B}")
    assert len(made.filled("participant")) == 2


def test_a_wire_credit_is_no_participant() -> None:
    assert parties(only(f"{A} met with {B}, Reuters reports.")) == {"Ingrid Solheim", "Luca Zammit"}


def test_people_without_a_name_take_part_as_printed() -> None:
    made = only(f"{B} met with Norwegian journalists.")
    assert parties(made) == {"Luca Zammit", "Norwegian journalists"}


_PIECES = some.lists(
    some.sampled_from(
        [
            A,
            B,
            "met with",
            "will visit",
            "held talks on",
            "Malta",
            "the parties discussed",
            "trade, energy and fisheries",
            ", ",
            ". ",
            "\n\n",
            "“",
            "”",
            "in Geneva",
            "on Monday",
            "and",
            "he",
            "their meeting",
            "(EU)",
            "<script>",
            "’s visit to Norway",
            "was attended by",
        ]
    ),
    max_size=24,
)


@given(_PIECES)
def test_every_word_of_a_claim_stands_where_it_says(pieces: list[str]) -> None:
    reading = read(" ".join(pieces))
    for made in extract(reading):
        assert broken_law(reading.document, made) == ""
        assert made.filled("participant")


def test_a_visit_to_a_plant_is_one_of_its_own() -> None:
    made = only(f"{A} visited the Borealis bottling plant.")
    assert parties(made) == {"Ingrid Solheim", "Borealis bottling plant"}


def test_a_tour_with_one_date_is_one_visit() -> None:
    made = only(f"{A} will travel to Chile, Peru and Bolivia from June 3 through June 6.")
    assert parties(made) == {"Ingrid Solheim", "Chile", "Peru", "Bolivia"}
    assert made.filled("place") == ()


def test_the_visitor_stands_at_the_ceremony_of_the_visit() -> None:
    text = f"{A} arrived in Valletta on an official visit. The programme also included a wreath-laying ceremony at the War Memorial."
    (ceremony,) = [one for one in meetings(text) if one.value("kind") == "ceremony"]
    assert parties(ceremony) == {"Ingrid Solheim"}


def test_those_who_signed_were_at_the_signing() -> None:
    made = only(f"{A} took part in the signing ceremony. The document was signed by {B} and President of Chile Ana Rojas.")
    assert parties(made) == {"Ingrid Solheim", "Luca Zammit", "Ana Rojas"}


def test_the_signers_of_a_document_do_not_join_other_meetings() -> None:
    text = f"{A} met with {B}. The document was signed by President of Chile Ana Rojas and President of Peru Luis Vega."
    assert parties(meetings(text)[0]) == {"Ingrid Solheim", "Luca Zammit"}


def test_the_head_of_a_delegation_is_where_it_is() -> None:
    found = meetings(f"{A} met with {B} in Geneva. The delegation also met with President of Chile Ana Rojas.")
    assert parties(found[-1]) == {"Ingrid Solheim", "Ana Rojas"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (f"Valletta denied that {A} had met with {B}.", "denied"),
        (f"Malta denied reports that {A} met with {B}.", "denied"),
        (f"Reports that {A} met with {B} are false.", "denied"),
        (f"Claims that {A} held talks with {B} are not true.", "denied"),
        (f"Reports that {A} met with {B} are true.", "happened"),
        (f"{A} and {B} had not planned a meeting.", "denied"),
        (f"The meeting of {A} with {B} was cancelled on Tuesday.", "cancelled"),
        (f"The meeting of {A} with {B}, planned for Tuesday, was called off.", "cancelled"),
        (f"The meeting between {A} and {B} was postponed.", "planned"),
        (f"After talks between {A} and {B} the regatta was cancelled.", "happened"),
        (f"{A}, whose flight was cancelled, met with {B}.", "happened"),
        (f"{A} was to meet {B} on Friday, but the meeting was cancelled.", "cancelled"),
        (f"A planned meeting between {A} and {B} was scrapped.", "cancelled"),
        (f"The visit of {A} to Malta was cancelled.", "cancelled"),
        (f"{A} has yet to meet with {B}.", "denied"),
        (f"{A} failed to meet with {B}.", "denied"),
        (f"There was no meeting between {A} and {B}.", "denied"),
        (f"The negotiations between {A} and {B} never took place.", "denied"),
        (f"The meeting between {A} and {B} did not take place.", "denied"),
    ],
)
def test_what_is_denied_or_called_off_did_not_happen(text: str, modality: str) -> None:
    assert only(text).value("modality") == modality


def test_a_relative_clause_does_not_cancel_what_the_subject_did() -> None:
    told = {one.value("kind"): one.value("modality") for one in meetings(f"{A}, whose meeting with {B} was cancelled, left for Rome.")}
    assert told["meeting"] == "cancelled"
    assert told["visit"] != "cancelled"


@pytest.mark.parametrize(
    "text",
    [
        f"If {A} meets with {B}, markets will rise.",
        f"{A} declined to comment on reports that she would meet with {B}.",
        f"{A} would have met with {B} had the storm not come.",
        f"Had {A} met with {B}, the strike would be over.",
        f"The ministry would not say whether {A} met with {B}.",
        f"Officials could neither confirm nor deny that {A} held talks with {B}.",
    ],
)
def test_conditions_and_refusals_to_comment_tell_of_no_encounter(text: str) -> None:
    assert not meetings(text)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{A} met with {B}. The sides talked about the informal summit in Gabala.", []),
        (f"{A}, who visited Ankara in May, received {B} on Wednesday.", []),
        (f"{A} visited Ankara in May. She received {B} on Wednesday.", []),
        (f"{A} arrived in Ankara on Tuesday. She met with {B} on Wednesday.", ["Ankara"]),
        (f"{A}, who is visiting Ankara, met with {B} on Wednesday.", ["Ankara"]),
    ],
)
def test_a_place_is_of_the_encounter_not_of_a_topic_nor_of_another_time(text: str, places: list[str]) -> None:
    (made,) = [one for one in meetings(text) if one.value("kind") == "meeting"]
    assert [one.name for one in made.filled("place")] == places


@pytest.mark.parametrize(
    "text",
    [
        f"{A} met separately with {B} and Turkish President Kemal Aydin.",
        f"{A} met with {B} and Turkish President Kemal Aydin separately.",
        f"{A} separately met with {B} and Turkish President Kemal Aydin.",
        f"{B} and Turkish President Kemal Aydin met separately with {A}.",
    ],
)
def test_separate_meetings_are_one_for_each_party(text: str) -> None:
    assert [parties(one) - {"Ingrid Solheim"} for one in meetings(text)] == [{"Luca Zammit"}, {"Kemal Aydin"}]


def test_an_earlier_meeting_keeps_apart_and_undated() -> None:
    pair = "Maltese President Luca Zammit spoke with Turkish President Kemal Aydin on Monday."
    _, earlier = meetings(f"{pair} The two presidents previously met in New York.")
    assert [one.name for one in earlier.filled("place")] == ["New York"]
    assert earlier.value("date_basis") == "none"
    third = "Former Maltese President Dorian Vella criticised the call."
    assert len(meetings(f"{pair} {third} The two presidents previously met in New York.")) == 1


def test_the_people_of_a_body_meet_by_themselves_at_a_place_or_a_time() -> None:
    made = only("Nordic foreign ministers met in Reykjavik on Monday.")
    assert parties(made) == {"Nordic foreign ministers"}
    assert not meetings("Nordic foreign ministers met.")
    assert not meetings("Senior diplomats met in Reykjavik on Monday.")


def test_a_meeting_held_is_one_of_those_who_the_article_then_says_attended() -> None:
    text = f"{A} held a meeting on fisheries. The meeting was attended by Ambassador of Norway to Malta Lars Hagen and {B}."
    assert parties(only(text)) == {"Ingrid Solheim", "Lars Hagen", "Luca Zammit"}


def test_a_meeting_of_one_person_with_nobody_on_nothing_is_none() -> None:
    assert not meetings(f"{A} held a meeting.")
    assert parties(only(f"{A} held a meeting on fisheries.")) == {"Ingrid Solheim"}
