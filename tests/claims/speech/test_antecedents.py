"""What descriptions, "they" and "it" stand for as speakers."""

from __future__ import annotations

import pytest

from tests.claims.speech.readings import said

MET = "Prime Minister of Malta Luca Zammit met Foreign Minister of Norway Ingrid Solheim in Oslo. "


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (MET + "The two leaders stressed the value of ferries.", ("Luca Zammit", "Ingrid Solheim")),
        (MET + "They stressed the value of ferries.", ("Luca Zammit", "Ingrid Solheim")),
        (MET + "The parties stressed the value of ferries.", ("Malta", "Norway")),
        (MET + "Both sides stressed the value of ferries.", ("Luca Zammit", "Ingrid Solheim")),
        (
            "UNESCO said the old town was at risk. It also warned that the walls could fall.",
            ("United Nations Educational, Scientific and Cultural Organization",),
        ),
        ("Norlinje Shipping says fares will rise. A statement issued on Monday said fuel was dear.", ("Norlinje Shipping",)),
        ("A spokesman for Prime Minister Luca Zammit said fares would rise.", ("spokesman for Luca Zammit",)),
    ],
)
def test_what_is_no_name_stands_for_who_is_meant(text: str, speakers: tuple[str, ...]) -> None:
    assert said(text)[-1][0] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("King Karim Haddad met Anna Berg in Amman. His Majesty noted the value of ferries.", "Karim Haddad"),
        ("Prince Salim Haddad met captains in Amman. His Highness noted the value of ferries.", "Salim Haddad"),
        ("Deputy Prime Minister of Norway Anna Berg met captains. The Deputy PM noted the value of ferries.", "Anna Berg"),
        ("Governor of Samos Dmitry Orlov met captains. The Acting Governor noted the value of ferries.", "Dmitry Orlov"),
        ("A press release was read. The quay is open, said the press release. It stated that fares would rise.", "press release"),
        ("Ministry spokesman Dmitry Orlov met captains. The Russian spokesperson noted the value of ferries.", "Dmitry Orlov"),
        ("Ambassador Ahmed Zeid, the official spokesman, said the quay was open. The official spokesman noted the value of ferries.", "Ahmed Zeid"),
        ("Captains met in Amman. The spokesperson said fares would rise.", "spokesperson"),
        ("The Harbour Ministry spokesman said fares would rise. The spokesman noted the price of fuel.", "Harbour Ministry spokesman"),
    ],
)
def test_styles_and_posts_stand_for_their_holder_or_as_printed(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == (speaker,)


@pytest.mark.parametrize("text", ["Anna Berg met captains. His Majesty noted the value of ferries.", "The president said fares would rise."])
def test_a_style_is_of_no_commoner_and_a_bare_post_of_nobody(text: str) -> None:
    assert all("Anna Berg" not in speakers and speakers != ("president",) for speakers, _ in said(text))


def test_a_description_of_nobody_named_stays_as_printed() -> None:
    assert said("Harbour workers say the cranes are unsafe.") == [(("Harbour workers",), "the cranes are unsafe")]


def test_it_without_anything_before_speaks_for_nobody() -> None:
    assert said("It said the cranes were unsafe.") == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "US Secretary of State Anna Reed met UK Foreign Secretary James Cole in Oslo. The Secretary highlighted the value of trade.",
            {"Anna Reed"},
        ),
        (
            "EU Ambassador to Norway Anna Berg and the ambassadors of Italy and Malta called on Foreign Minister of Norway Kari Holm. "
            "The Ambassadors expressed hope for closer ties.",
            {"Anna Berg"},
        ),
    ],
)
def test_a_post_stands_for_those_who_hold_it(text: str, speakers: set[str]) -> None:
    assert {name for names, _ in said(text) for name in names} == speakers


@pytest.mark.parametrize("text", ["Kari Holm concluded her visit to Oslo.", "Anna Berg arrived in Oslo, Baltic News cites the press service."])
def test_what_is_concluded_or_cited_is_not_said(text: str) -> None:
    assert not said(text)
