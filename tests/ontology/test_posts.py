"""What the tables say of posts: whom they serve, which states have them, and which do not."""

from __future__ import annotations

import pytest

from kg.mentions.nouns import noun_of
from kg.ontology.lexicon import lexicon
from kg.ontology.posts import foreign, posts

TABLES = posts()


@pytest.mark.parametrize(
    ("office", "state", "expected"),
    [
        ("king", "USA", True),
        ("king", "GBR", False),
        ("crown prince", "SAU", False),
        ("crown prince", "FRA", True),
        ("president", "GBR", True),
        ("president", "KAZ", False),
        ("president of senate", "GBR", False),
        ("prime minister", "PHL", True),
        ("deputy prime minister", "BRA", True),
        ("prime minister", "PAK", False),
        ("prime minister's aide", "USA", False),
        ("minister of trade", "USA", True),
        ("pope", "ITA", True),
        ("pope", "VAT", False),
        ("secretary of state", "RUS", True),
        ("chief cabinet secretary", "KOR", True),
    ],
)
def test_states_have_the_posts_of_their_constitution(office: str, state: str, expected: bool) -> None:
    assert foreign(office, f"state/{state}") is expected


def test_nothing_is_foreign_to_a_state_of_which_the_tables_say_nothing() -> None:
    assert not foreign("king", "state/ATA")
    assert not foreign("", "state/USA")


@pytest.mark.parametrize("code", "GBR JPN SAU JOR MAR THA NLD SWE ESP KWT QAT BHR OMN MYS AUS CAN BTN LSO TON BRN".split())
def test_monarchies(code: str) -> None:
    assert TABLES.monarchy(f"state/{code}")


@pytest.mark.parametrize("code", "FRA RUS USA KAZ TUR IND CHN EGY NPL BRB VAT".split())
def test_states_without_a_monarch(code: str) -> None:
    assert not TABLES.monarchy(f"state/{code}")


def test_whom_posts_serve() -> None:
    assert {"pope", "ceo", "mayor", "secretary-general", "leader"} <= TABLES.unaffiliated
    assert not {"president", "minister", "king", "chairman", "head", "governor"} & TABLES.unaffiliated
    assert {"mayor", "governor"} <= TABLES.local
    assert {"king", "emir"} <= TABLES.crown
    assert {"patriarch"} <= TABLES.church
    assert {"ceo", "president", "chairman"} <= TABLES.business


def test_bodies_belong_to_a_state_through_their_whole() -> None:
    assert TABLES.bodies["organisation/us-senate"] == TABLES.bodies["organisation/white-house"] == "state/USA"
    assert "organisation/unsc" not in TABLES.bodies


def test_post_words_of_roles_are_nouns_that_are_read_as_posts() -> None:
    words = {word for row in lexicon().rows.values() if row.kind == "role" for word in row.words}
    assert words
    assert [word for word in sorted(words) if not noun_of(word)[0]] == []


def test_titles_speak_of_states_of_the_tables() -> None:
    titles = [row for row in lexicon().rows.values() if row.kind == "title"]
    assert titles
    assert all(row.links and row.source for row in titles)
    assert [key for row in titles for _, key in row.links if key not in lexicon().rows] == []
