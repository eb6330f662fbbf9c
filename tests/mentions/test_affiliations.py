"""Affiliations: whom a title without a state serves, and on what basis."""

from __future__ import annotations

import pytest

from kg.language import analyse
from kg.mentions import find
from kg.mentions.publishers import home, national
from kg.model import Document


def served(text: str, publisher: str = "", title: str = "") -> dict[str, tuple[str, str]]:
    """For each person the state of its first title, and the rule."""
    found = find(next(analyse([Document("a", text, title=title, publisher=publisher)], "rules")))
    return {
        one.name: (one.titles[0].of[0].name if one.titles[0].of else "", one.titles[0].rule) for one in found if one.titles and one.kind == "person"
    }


@pytest.mark.parametrize(
    ("publisher", "url", "state"),
    [
        ("Ministry of Foreign Affairs of Kazakhstan", "", ("state/KAZ", True)),
        ("The Daily Ledger", "https://news.ledger.pl/1", ("state/POL", False)),
        ("", "https://www.trade.gov/x", ("state/USA", True)),
        ("The Daily Ledger", "https://ledger.com/", ("", False)),
        ("Anadolu Agency (AA)", "", ("state/TUR", False)),
        ("Inquirer.net", "", ("state/PHL", False)),
        ("The Philadelphia Inquirer", "", ("", False)),
        ("The Hill Report", "", ("", False)),
        ("German Foreign Office", "", ("state/DEU", True)),
        ("The Guardian", "https://guardian.ng/1", ("state/NGA", False)),
        ("The Daily Ledger", "https://ledger.tv/", ("", False)),
        ("", "https://mfa.gov.me/1", ("state/MNE", True)),
    ],
)
def test_a_publisher_has_a_home_by_its_name_or_its_address(publisher: str, url: str, state: tuple[str, bool]) -> None:
    assert home(publisher, url) == state


@pytest.mark.parametrize(("publisher", "state"), [("Dawn", "state/PAK"), ("AFP", ""), ("Voice of America", ""), ("White House", "")])
def test_who_writes_for_the_world_or_governs_is_no_national_press(publisher: str, state: str) -> None:
    assert national(publisher, "") == state


def test_what_the_article_says_elsewhere_of_the_same_person_comes_first() -> None:
    assert (
        served("President Seitov came to Oslo. Norway and Peru were glad. President of Kazakhstan Arman Seitov left.")["Arman Seitov"][0]
        == "Kazakhstan"
    )


def test_a_government_does_not_name_its_own_state_with_its_officials() -> None:
    text = "Foreign Minister Arman Seitov met Norwegian Foreign Minister Jon Arnason. Norway helps Kazakhstan."
    found = served(text, "Ministry of Foreign Affairs of Kazakhstan")
    assert found == {"Arman Seitov": ("Kazakhstan", "title before name, state: publisher"), "Jon Arnason": ("Norway", "title before name")}


def test_no_state_has_two_presidents() -> None:
    found = served("President Arman Seitov met President Jon Arnason of Iceland. President Luis Prado of Peru came too.", "Government of Iceland")
    assert found["Arman Seitov"][0] != "Iceland"


def test_a_delegation_gives_its_state_to_those_who_are_in_it() -> None:
    found = served("Kazakhstan hosted talks. The German delegation included State Secretary Udo Franke; State Secretary Ina Vogt.")
    assert {state for state, _ in found.values()} == {"Germany"}


def test_a_state_named_as_a_place_before_a_title_is_not_its_own() -> None:
    found = served("In Turkey Minister Ellwood met them. British Minister Tom Ellwood was pleased.")
    assert found["Tom Ellwood"][0] == "United Kingdom"


def test_credentials_are_presented_to_the_state_of_who_receives_them() -> None:
    text = "President of Kyrgyzstan Sadyr Rahimov accepted credentials from the ambassadors: Jean Dupont (France) and Maria Rossi (Italy)."
    text += " High Commissioner of Kenya Ann Reed came too."
    found = find(next(analyse([Document("a", text)], "rules")))
    accredited = {one.name: [party.name for title in one.titles for party in title.to] for one in found if one.kind == "person"}
    assert accredited.pop("Sadyr Rahimov") == []
    assert accredited == {name: ["Kyrgyzstan"] for name in ("Jean Dupont", "Maria Rossi", "Ann Reed")}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "President of Finland Maija Laine arrived in Astana. At the airport she was greeted by Prime Minister Daulet Akhmetov. "
            "Finland and Kazakhstan plan two agreements.",
            "Daulet Akhmetov",
        ),
        (
            "President Han Ji-woo met with Vietnamese Prime Minister Tran Van Binh in Seoul. "
            "He later spoke with Japanese Prime Minister Aiko Tanabe.",
            "Han Ji-woo",
        ),
    ],
)
def test_where_two_states_could_be_meant_none_is_guessed(text: str, person: str) -> None:
    assert served(text)[person][0] == ""


def test_a_deputy_serves_the_state_of_the_minister() -> None:
    found = served("Kenyan Trade Minister Ann Reed spoke in Chile. Deputy Trade Minister Tom Hall listened. Peru, Chile and Cuba waited.")
    assert found["Tom Hall"] == ("Kenya", "title before name, state: same portfolio")


def test_a_national_agency_names_its_own_ministers_without_the_state() -> None:
    text = "Prime Minister Tran Van Mai received Lao Prime Minister Kham Souk. Vietnam and Laos trade. Laos was glad."
    assert served(text, "VNA")["Tran Van Mai"][0] == "Vietnam"
    assert served(text.replace("Vietnam and Laos trade. ", ""), "PTI")["Tran Van Mai"][0] == ""


def test_the_capital_tells_that_the_press_writes_from_home() -> None:
    text = "Foreign Minister Ann Reed met the Peruvian envoy in {}. Trade Minister Tom Hall and Prime Minister Max Lund came too."
    assert served(text.format("New Delhi"), "The Hindu")["Max Lund"][0] == "India"
    assert served(text.format("Lausanne"), "The Hindu")["Max Lund"][0] == ""


@pytest.mark.parametrize(
    ("post", "publisher", "state"),
    [
        ("Foreign Affairs Secretary", "Philippine News Agency", "Philippines"),
        ("External Affairs Minister", "Dawn", ""),
        ("Cabinet Secretary", "Daily Nation", "Kenya"),
        ("Prime Minister", "Philippine News Agency", ""),
        ("Secretary of State", "TASS", ""),
    ],
)
def test_a_title_of_few_states_is_at_home_in_their_press(post: str, publisher: str, state: str) -> None:
    assert served(f"{post} Ann Reed praised the Philippines and Peru.", publisher)["Ann Reed"][0] == state


def test_who_has_a_counterpart_of_a_state_does_not_serve_it() -> None:
    found = served("Prime Minister Tran Van Mai welcomed his Lao counterpart Kham Souk. Laos was glad. Laos waits.")
    assert found["Tran Van Mai"][0] == ""


def test_ambassadors_who_are_sent_go_to_the_state_beside_their_names() -> None:
    text = "President of Ghana Kofi Adu presented letters of credence to three ambassadors. They are Ambassador Ann Reed (Cuba) and others."
    found = find(next(analyse([Document("a", text)], "rules")))
    title = next(one.titles[0] for one in found if one.kind == "person" and one.name == "Ann Reed")
    assert [of.name for of in title.of] == ["Ghana"]
    assert [to.name for to in title.to] == ["Cuba"]


def test_the_state_of_another_post_says_nothing_of_a_bare_title() -> None:
    assert served("President Anton Borg received the Minister of Trade of Norway.")["Anton Borg"][0] == ""
    assert served("Foreign Minister Anton Borg met the Norwegian delegation.").get("Anton Borg", ("",))[0] == ""


def test_a_visitor_does_not_serve_the_state_visited() -> None:
    assert served("President Ann Reed has arrived in Chile. Chile was glad. Chile waits.")["Ann Reed"][0] == ""
    assert served("Spokesperson Ann Reed came. They left for Lima, Peru, and stayed.")["Ann Reed"][0] == ""
