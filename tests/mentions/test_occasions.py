"""Occasions are named by members, numbers, subjects or titles; a bare "summit" is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import analyse
from kg.mentions.occasions import find
from kg.model import Document


def occasions(text: str) -> list[str]:
    (analysis,) = analyse([Document("a", text)], "rules")
    return [one.name for one in find(analysis)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They met at the APEC summit in Lima.", "APEC summit"),
        ("He opened the 7th Valdivia Economic Forum.", "7th Valdivia Economic Forum"),
        ("She spoke at the international conference on whales in Oslo.", "international conference on whales"),
        ("They attended the seventh meeting of the Tea Cooperation Council.", "seventh meeting of the Tea Cooperation Council"),
        ("The summit of the Non-Aligned Movement opened.", "summit of the Non-Aligned Movement"),
        ("They returned to the six-party talks.", "six-party talks"),
        ("It was announced at COP28.", "COP28"),
        ("He will attend the U.N. General Assembly.", "United Nations General Assembly"),
        ("A trilateral summit of Chile, Peru and Kenya was held.", "trilateral summit of Chile, Peru and Kenya"),
        ("They met on the margins of the EU-Kenya Summit.", "EU-Kenya Summit"),
        ("The second C5+1 summit was held in Oslo.", "second C5+1 summit"),
        ("The 16+1 summit will be held in Lima.", "16+1 summit"),
        ("A message was sent to the 20th Conference of Tea Growers, 6-8 May.", "20th Conference of Tea Growers"),
        ("They prepare for Expo 2031 Lima.", "Expo 2031 Lima"),
        ("He attended the 53rd Valdivia Tea Forum (VTF) Leaders’ Meeting.", "53rd Valdivia Tea Forum (VTF) Leaders’ Meeting"),
        ("The naval exercise “Grey Whale” began.", "naval exercise “Grey Whale”"),
        ("The Valdivia Tea Forum (VTF) started on Monday.", "Valdivia Tea Forum"),
    ],
)
def test_named_occasions(text: str, name: str) -> None:
    assert occasions(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The summit was long.",
        "They held a news conference after the talks.",
        "A bilateral meeting was held.",
        "The Chile-Kenya summit was short.",
        "He chairs the Board of the Valdivia Economic Forum.",
        "The Congress of Trade Unions protested.",
        "The session was open.",
        "She works at the Tea Forum Institute.",
        "She spoke as Chair of the International Conference on the Great Lakes.",
        "She met officials of the Valdivia Forum for Asia Secretariat.",
    ],
)
def test_no_named_occasion(text: str) -> None:
    assert occasions(text) == []


WORDS = st.sampled_from(
    "summit of the CIS forum Forum 10th and Peru , on whales meeting Council (APEC) conference news – EU-Kenya General Assembly at".split()
)


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_any_order_of_words_is_read(text: str) -> None:
    assert all(name for name in occasions(text))


@pytest.mark.parametrize("name", ["NATO Foreign Ministers’ Meeting", "G7 Foreign Ministers Meeting"])
def test_a_meeting_of_foreign_ministers_keeps_its_name(name: str) -> None:
    assert name in occasions(f"Kari Holm and Anton Borg met on the margins of the {name} in Oslo.")
