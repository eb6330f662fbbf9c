"""Names that states and places share with persons."""

from __future__ import annotations

import pytest

from kg.ontology.homonyms import homonyms


@pytest.mark.parametrize(
    ("name", "borne"), [("Jordan", {"given", "surname"}), ("Chad", {"given"}), ("London", {"surname"}), ("Mali", set()), ("Brazil", set())]
)
def test_how_persons_bear_the_names_of_states_and_places(name: str, borne: set[str]) -> None:
    assert set(homonyms()[name]) == borne


def test_a_state_whose_name_nobody_bears_is_none() -> None:
    assert "Kazakhstan" not in homonyms()
