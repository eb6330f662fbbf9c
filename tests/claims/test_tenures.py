"""Tenures: which titles are claims, what the post is called, and the words that prove it."""

from __future__ import annotations

import pytest

from kg.claims.tenures import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading


def claims(text: str, title: str = "", publisher: str = "") -> list[Claim]:
    analysis = next(analyse([Document("a", text, title=title, publisher=publisher)], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def rows(text: str, title: str = "", publisher: str = "") -> list[tuple[str, str, str, str]]:
    """Person, post, represented party and status of each claim."""
    return [
        (one.filled("person")[0].name, one.filled("post")[0].name, one.filled("of")[0].name, one.value("status"))
        for one in claims(text, title, publisher)
    ]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The High Representative of the European Union for Foreign Affairs Ida Berg spoke.", "High Representative for Foreign Affairs"),
        ("Secretary of the Mongolian National Security Council Bat Bold spoke.", "Secretary of the National Security Council"),
        ("Catholicos of All Armenians Nerses IX spoke.", "Catholicos of All Armenians"),
        ("Estonian President-elect Liisa Tamm spoke.", "President"),
        ("Minister of Foreign Affairs and Trade of Hungary Pal Kiss spoke.", "Minister of Foreign Affairs and Trade"),
    ],
)
def test_the_post_is_named_without_its_state(text: str, post: str) -> None:
    assert [row[1] for row in rows(text)] == [post]


def test_plural_posts_are_named_in_the_singular() -> None:
    assert [row[1] for row in rows("Foreign Ministers Ana Quispe of Peru and Luis Prado of Chile met.")] == ["Foreign Minister", "Foreign Minister"]


def test_the_fullest_form_of_a_post_is_the_only_claim() -> None:
    text = "Peruvian Minister of National Defence Ana Quispe arrived. Defence Minister Quispe spoke. Minister Quispe left."
    assert rows(text) == [("Ana Quispe", "Minister of National Defence", "Peru", "current")]


def test_status_tells_two_tenures_apart() -> None:
    text = "Acting President and Prime Minister of Peru Ana Quispe spoke. Former Prime Minister of Chile Luis Prado listened."
    assert rows(text) == [
        ("Ana Quispe", "President", "Peru", "acting"),
        ("Ana Quispe", "Prime Minister", "Peru", "current"),
        ("Luis Prado", "Prime Minister", "Chile", "former"),
    ]


def test_evidence_is_taken_from_the_text_where_the_headline_says_it_first() -> None:
    made = claims("Norwegian Prime Minister Jon Arnason spoke.", title="Prime Minister of Norway Jon Arnason speaks")
    assert [one.evidence[0].field for one in made] == ["text"]
    made = claims("Mr Arnason spoke.", title="Prime Minister of Norway Jon Arnason speaks")
    assert [(one.evidence[0].field, one.evidence[0].text) for one in made] == [("title", "Prime Minister of Norway Jon Arnason")]


def test_evidence_of_a_predicate_holds_its_verb() -> None:
    made = claims("Ana Quispe was appointed Ambassador of Peru to Chile.")
    assert [one.evidence[0].text for one in made] == ["Ana Quispe was appointed Ambassador of Peru to Chile"] or made[0].evidence[0].text.startswith(
        "Ana Quispe was appointed Ambassador"
    )


def test_a_post_of_nobody_known_is_no_tenure() -> None:
    assert claims("Minister Ana Quispe spoke.") == []


def test_no_claim_without_a_name() -> None:
    assert claims("The President of Peru met the Prime Minister of Chile.") == []


def test_a_government_names_its_head_of_state_without_the_post() -> None:
    text = "Mr Luis Prado had a telephone conversation with President of Peru Ana Quispe. The two presidents discussed trade."
    found = rows(text, publisher="Government of Chile")
    assert ("Luis Prado", "president", "Chile", "current") in found
    assert [row for row in rows(text, publisher="The Daily Ledger") if row[0] == "Luis Prado"] == []


def test_abbreviated_posts_are_named_in_full_and_told_once() -> None:
    found = rows("Kenyan Prime Minister Ann Reed came. Kenyan PM Ann Reed spoke. Chilean FM Eva Rojas listened.")
    assert found == [("Ann Reed", "Prime Minister", "Kenya", "current"), ("Eva Rojas", "Foreign Minister", "Chile", "current")]


def test_a_headline_is_proved_by_the_sentence_on_the_heads_of_state() -> None:
    found = claims("The heads of state talked about trade.", "President of Kenya Ann Reed met President of Chile Tom Hall")
    assert [one.evidence[0].text for one in found] == ["The heads of state talked about trade."] * 2


def test_words_of_rank_and_names_are_no_posts() -> None:
    found = rows(
        "Bahraini Prime Minister Prince Hamad bin Isa spoke. Prince Hamad left. Iranian Foreign Minister Reza Amir Nuri came. Amir Nuri left."
    )
    assert [row[1] for row in found] == ["Prime Minister", "Foreign Minister"]
