"""Instruments are named as printed, from the first word of the name to the last of its subject."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import analyse
from kg.mentions.instruments import find
from kg.model import Document, Mention


def instruments(text: str) -> list[Mention]:
    (analysis,) = analyse([Document("a", text)], "rules")
    return find(analysis)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They signed the Treaty on Long-Term Cooperation in Fisheries.", "Treaty on Long-Term Cooperation in Fisheries"),
        ("It praised the Valdivia Accords.", "Valdivia Accords"),
        ("It cited the Chile-Kenya Mutual Defense Treaty.", "Chile-Kenya Mutual Defense Treaty"),
        ("It cited UN Security Council Resolution 9999.", "UN Security Council Resolution 9999"),
        ("It cited the 1951 Fisheries Treaty.", "1951 Fisheries Treaty"),
        ("They signed a free trade agreement with Peru on Monday.", "free trade agreement with Peru"),
        ("They signed an agreement on visas for sailors and pilots.", "agreement on visas for sailors and pilots"),
        ("A deal to sell patrol boats was near.", "deal to sell patrol boats was near"),
        ("An agreement between Chile and Kenya on tea was signed.", "agreement between Chile and Kenya on tea"),
        ("He signed the Decree “On Whales”.", "Decree “On Whales”"),
        ("They will sign a document Tuesday extending tariffs to Peru.", "document extending tariffs to Peru"),
        ("They urged the ceasefire and hostage release deal.", "ceasefire and hostage release deal"),
    ],
)
def test_name_as_printed(text: str, name: str) -> None:
    assert [one.name for one in instruments(text)] == [name]


def test_a_declared_acronym() -> None:
    (one,) = instruments("They praised the Pacific Tea Agreement (PTA).")
    assert (one.name, one.short) == ("Pacific Tea Agreement", "PTA")


def test_lists_are_split_by_subject() -> None:
    assert [one.name for one in instruments("They signed agreements on tourism and on fighting crime.")] == [
        "agreement on tourism",
        "agreement on fighting crime",
    ]
    assert [one.name for one in instruments("They signed memoranda on tea, coffee and copper.")] == [
        "memorandum on tea",
        "memorandum on coffee",
        "memorandum on copper",
    ]
    assert [one.name for one in instruments("Trade agreements with Peru, Chile and Kenya were praised.")] == [
        "Trade agreement with Peru",
        "Trade agreement with Chile",
        "Trade agreement with Kenya",
    ]


def test_one_subject_of_two_nouns_is_not_split() -> None:
    (one,) = instruments("They signed an agreement on trade and investment.")
    assert one.name == "agreement on trade and investment"


def test_a_title_inside_another_is_named_too() -> None:
    names = [one.name for one in instruments("They signed a directive on the execution of the Treaty on Rivers.")]
    assert names == ["directive on the execution of the Treaty on Rivers", "Treaty on Rivers"] or set(names) == {
        "directive on the execution of the Treaty on Rivers",
        "Treaty on Rivers",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The North Atlantic Treaty Organization met.",
        "Norway plans to send ships.",
        "They will deal with it.",
        "A strong partnership was praised.",
        "They reached agreement on everything.",
        "He visited the Convention Centre.",
        "The rule of law matters.",
    ],
)
def test_no_instrument(text: str) -> None:
    assert instruments(text) == []


WORDS = st.sampled_from(
    "agreement agreements on and with Peru Treaty the of signed Joint Statement to sell boats , . (PTA) “ ” Resolution 12 between Chile were".split()
)


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_spans_hold_and_begin_in_order(text: str) -> None:
    found = instruments(text)
    assert all(text[one.span.start : one.span.end] == one.span.text and one.name for one in found)
