"""Parties are found by every form of their names, and a form means what its context makes of it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import analyse
from kg.mentions.parties import find
from kg.model import Analysis, Document, Mention, Sentence, Token
from kg.ontology.lexicon import lexicon


def parties(text: str, title: str = "", published: date | None = None) -> list[Mention]:
    (analysis,) = analyse([Document("a", text, title, published=published)], "rules")
    return find(analysis)


def named(text: str, kind: str) -> list[str]:
    return [one.name for one in parties(text) if one.kind == kind]


def forms(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.form) for one in parties(text) if one.kind == "state"]


def test_names_adjectives_and_capitals_of_states() -> None:
    text = "The Uzbek minister thanked the Republic of Kenya. Moscow said it would wait; talks were held in Moscow."
    assert forms(text) == [("Uzbekistan", "adjective"), ("Kenya", "name"), ("Russia", "capital")]
    assert named(text, "place") == ["Moscow"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("Talks with Georgia and Armenia opened in Tbilisi.", ["Georgia", "Armenia"]),
        ("He was born in Atlanta, Georgia, and studied law.", []),
        ("Michael Jordan visited a school.", []),
        ("King Abdullah of Jordan visited a school.", ["Jordan"]),
        ("Denzel Washington gave a speech.", []),
        ("Niger and Nigeria closed their border.", ["Niger", "Nigeria"]),
        ("A Nigerien officer met a Nigerian one.", ["Niger", "Nigeria"]),
        (
            "Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea voted.",
            ["Guinea", "Guinea-Bissau", "Equatorial Guinea", "Papua New Guinea"],
        ),
        ("North Korea and South Korea agreed.", ["North Korea", "South Korea"]),
        ("The Republic of Korea and the DPRK agreed.", ["South Korea", "North Korea"]),
        ("The Korean minister flew home to Seoul.", ["South Korea"]),
        ("The Korean minister met envoys of South Korea and North Korea.", ["South Korea", "North Korea"]),
        ("The Korean minister spoke.", []),
        ("Seoul said it would wait; the Korean War was long ago.", ["South Korea"]),
        ("Congo sent troops from Kinshasa to Goma.", ["Democratic Republic of the Congo"]),
        ("Congo sent envoys from Brazzaville.", ["Republic of the Congo"]),
        ("The two Congos met: the DRC was late, the Congo not, said a Congolese envoy in Brazzaville.", ["Democratic Republic of the Congo"]),
        ("Latin American leaders met African American voters.", []),
        ("It took us years. The US agreed.", ["United States"]),
        ("A pro-Russian party and an anti-American one met.", []),
        ("The Russian-Turkish treaty was praised.", ["Russia", "Turkey"]),
        ("Soviet-era debts remain.", ["Soviet Union"]),
        ("Ships crossed the Gulf of Mexico and the Sea of Japan to New Mexico.", []),
        ("See www.georgia.gov or @Turkey for more.", []),
        ("Thousands of workers in May praised Turkey.", ["Turkey"]),
        ("Santiago Peñalver flew in.", []),
        ("A Bosnian Serb envoy met the ethnic Armenian community.", ["Bosnia and Herzegovina"]),
        ("Air Malta flew home.", []),
    ],
)
def test_states_in_their_context(text: str, states: list[str]) -> None:
    assert [name for name, _ in forms(text)] == states


def test_upper_case_headlines_are_read() -> None:
    found = parties("Text.", "KAZAKHSTAN AND TURKEY JOIN US IN TALKS")
    assert [one.name for one in found] == ["Kazakhstan", "Turkey"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Beijing and Moscow agreed to talk.", "state"),
        ("They flew to Beijing.", "place"),
        ("Ties between Minsk and Moscow grew.", "state"),
        ("Dhaka, Bangkok, and Kathmandu agreed to talk.", "state"),
        ("Talks in Dhaka, Bangkok and Kathmandu failed.", "place"),
        ("Islamabad summoned the envoy.", "state"),
        ("Islamabad slept.", "place"),
        ("Brussels warned the envoy.", "state"),
        ("Brussels warned the envoy of the EU.", "organisation"),
        ("In Brussels the EU met.", "place"),
    ],
)
def test_a_capital_acts_or_is_a_place(text: str, kind: str) -> None:
    assert parties(text)[0].kind == kind


def test_a_capital_governs_by_the_day_of_the_article() -> None:
    assert [one.name for one in parties("Bonn said it would pay.", published=date(2020, 1, 1)) if one.kind == "state"] == []
    assert [one.name for one in parties("Bonn said it would pay.", published=date(1985, 1, 1))] == ["West Germany"]


def test_a_state_keeps_the_older_name_that_the_article_prints() -> None:
    assert {one.name for one in parties("Burma freed monks. Burmese officials denied it.")} == {"Burma"}
    assert {one.name for one in parties("Myanmar freed monks. Burmese officials denied it.")} == {"Myanmar"}


def test_organisations_by_name_and_acronym() -> None:
    text = "The EU, the Organisation for the Prohibition of Chemical Weapons and NATO met the U.N. Security Council."
    wanted = ["European Union", "Organisation for the Prohibition of Chemical Weapons", "NATO", "United Nations Security Council"]
    assert named(text, "organisation") == wanted


def test_an_acronym_declared_in_the_article_stands_for_its_name() -> None:
    text = "The National Committee on Fish Farming (NCFF) met. The NCFF will meet again."
    found = [one for one in parties(text) if one.kind == "organisation"]
    assert [one.name for one in found] == ["National Committee on Fish Farming"] * 2
    assert found[0].short == "NCFF"


@pytest.mark.parametrize(
    ("text", "name", "head"),
    [
        ("The Ministry of Foreign Affairs of Kenya replied.", "Ministry of Foreign Affairs of Kenya", "Ministry of Foreign Affairs"),
        ("The Chilean foreign ministry replied.", "Chilean foreign ministry", "foreign ministry"),
        ("The Communist Party of Vietnam replied.", "Communist Party of Vietnam", "Communist Party of Vietnam"),
        ("The Andes Reinsurance Company replied.", "Andes Reinsurance Company", "Andes Reinsurance Company"),
        ("The Lake People's Resistance Army replied.", "Lake People's Resistance Army", "Lake People's Resistance Army"),
        ("The Bank of China replied.", "Bank of China", "Bank of China"),
    ],
)
def test_bodies_that_no_table_lists(text: str, name: str, head: str) -> None:
    body = next(one for one in parties(text) if one.kind == "organisation")
    assert (body.name, body.head.text) == (name, head)


def test_the_state_of_a_body_of_its_own_is_named_beside_it() -> None:
    assert [name for name, _ in forms("The Ministry of Justice of Chile replied to the Bank of China.")] == ["Chile"]


def test_a_government_is_its_state() -> None:
    assert [(one.kind, one.name) for one in parties("The Government of Chile and the Kenyan Government agreed.")] == [
        ("state", "Chile"),
        ("state", "Kenya"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ministers met in the C5+1 format in Oslo.", ["C5+1"]),
        ("Iran and Group 5+1 met.", ["P5+1"]),
        ("ASEAN+3 ministers met; OPEC+ did not.", ["ASEAN Plus Three", "OPEC+"]),
        ("The G7 and the G7+ differ.", ["Group of Seven", "G7+"]),
        ("The GCC+9 group met.", []),
        ("The G7, ASEAN and OPEC met.", ["Group of Seven", "Association of Southeast Asian Nations", "OPEC"]),
    ],
)
def test_a_format_is_a_group_of_its_own_and_no_place(text: str, names: list[str]) -> None:
    assert named(text, "organisation") == names
    assert "C5" not in str(named(text, "place"))


def test_a_format_that_the_model_labels_a_place_is_none() -> None:
    text = "They met in X4+2 and in Zorvane."
    tokens = tuple(Token(text.index(word), text.index(word) + len(word), word, name="B-LOC") for word in ("X4+2", "Zorvane"))
    document = Document("a", text)
    found = find(Analysis(document, (Sentence(document.span(0, len(text)), tokens),)))
    assert [one.name for one in found if one.kind == "place"] == ["Zorvane"]


def test_an_acronym_declared_beside_a_name_of_the_tables_stands_for_it_later() -> None:
    text = "The Mekong River Commission (MRC) met in Lima. The MRC was glad; the CRM was not."
    assert named(text, "organisation") == ["Mekong River Commission"] * 2


def test_regions_are_no_organisations() -> None:
    assert named("European countries and Central Asia trade.", "organisation") == []
    assert named("European countries and Central Asia trade.", "region") == ["Europe", "Central Asia"]


def test_venues() -> None:
    assert named("They met at the Copper Palace and flew from Blue Lake Airport.", "place") == ["Copper Palace", "Blue Lake Airport"]


WORDS = st.sampled_from(
    [
        "Kazakhstan",
        "U.S.",
        "Georgia",
        "Ministry",
        "of",
        "Foreign",
        "Affairs",
        "the",
        "Bank",
        "Moscow",
        "said",
        "(EU)",
        "Jordan's",
        "’",
        "\n\n",
        "Türkiye",
        "COP28",
    ]
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_heads_stand_where_they_say_and_never_overlap(text: str) -> None:
    found = [one for one in parties(text) if one.head.field == "text"]
    assert all(text[one.head.start : one.head.end] == one.head.text for one in found)
    assert all(left.head.end <= right.head.start for left, right in pairwise(found))
    assert all(one.ref == "" or one.ref in lexicon().rows for one in found)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(one.head.text for one in parties(text))


def test_advisers_and_visits_that_the_model_labels_are_no_organisations() -> None:
    text = "The National Security Advisors spoke of the State Visit with the Velden Group."
    words = [("The", "O"), ("National", "B-ORG"), ("Security", "I-ORG"), ("Advisors", "I-ORG"), ("State", "B-ORG"), ("Visit", "I-ORG")]
    tokens = tuple(Token(text.index(word), text.index(word) + len(word), word, name=label) for word, label in words)
    document = Document("a", text)
    found = find(Analysis(document, (Sentence(document.span(0, len(text)), tokens),)))
    assert [one.name for one in found if one.kind == "organisation"] == ["Velden Group"]


def test_an_indefinite_delegation_is_no_organisation() -> None:
    assert named("An Iranian Delegation met the Chilean Trade Mission.", "organisation") == ["Chilean Trade Mission"]


def test_an_acronym_belongs_to_the_name_whose_letters_it_takes_up() -> None:
    text = "The Fisheries Accord between Malta and the EU (FA) was praised by the Nordic Harbour Union (NHU)."
    shorts = {one.name: one.short for one in find(next(analyse([Document("a", text)], "rules"))) if one.kind == "organisation"}
    assert shorts["European Union"] == ""
    assert shorts["Nordic Harbour Union"] == "NHU"
