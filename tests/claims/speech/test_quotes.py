"""Direct speech: which quotation is an utterance, and whose."""

from __future__ import annotations

import pytest

from kg.claims.speech.quotes import is_clause
from tests.claims.speech.readings import modes, reading, said

MET = "Prime Minister of Malta Luca Zammit met Foreign Minister of Norway Ingrid Solheim in Oslo. "


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("“The quay is open again,” he said.", True),
        ("“Fares fell by half last year,” he said.", True),
        ("He praised the “gateway to the north” project.", False),
        ("He spoke of “free and fair” fares.", False),
        ("“” “ ”", False),
    ],
)
def test_a_clause_is_an_utterance_and_a_noun_phrase_is_none(text: str, clause: bool) -> None:
    quotations = [one for one in reading(text, "rules").mentions if one.kind == "quotation"]
    assert any(map(is_clause, quotations)) is clause


def test_the_nearest_verb_says_whose_words_they_are() -> None:
    text = MET + "“The quay is open again,” Luca Zammit said. “Our ferries will return in May,” Ingrid Solheim replied."
    assert said(text) == [
        (("Luca Zammit",), "The quay is open again"),
        (("Ingrid Solheim",), "Our ferries will return in May"),
    ]


def test_a_quotation_broken_by_its_attribution_is_one() -> None:
    text = MET + "“The quay is open again,” Luca Zammit said. “The ferries are back on every island.”"
    assert [speakers for speakers, _ in said(text)] == [("Luca Zammit",)]


def test_quotations_each_with_a_verb_are_apart() -> None:
    text = MET + "“The quay is open again,” Luca Zammit said. “The ferries are back on every island,” Luca Zammit added."
    assert [words for _, words in said(text)] == ["The quay is open again", "The ferries are back on every island"]


def test_a_quotation_joined_by_a_verb_alone_is_of_the_same_speaker() -> None:
    text = MET + "“The quay is open again,” Luca Zammit said. And added that “the ferries are back on every island”."
    assert said(text) == [(("Luca Zammit",), "The quay is open again"), (("Luca Zammit",), "the ferries are back on every island")]


def test_what_a_participle_brings_is_a_quotation_of_its_own() -> None:
    text = MET + "“The quay is open again,” Luca Zammit said, adding that “the ferries are back on every island”."
    assert [words for _, words in said(text)] == ["The quay is open again", "the ferries are back on every island"]


def test_the_verb_of_the_next_line_is_not_of_a_quotation_that_ended() -> None:
    text = MET + "Luca Zammit said the quay was open. “The ferries are back on every island.”\nOn Monday, Ingrid Solheim said fees would fall."
    assert (("Luca Zammit",), "The ferries are back on every island.") in said(text)


def test_pronouns_within_a_quotation_speak_for_nobody() -> None:
    text = MET + "“I told her of the quay. She welcomed the news of the ferries and of the islands,” Luca Zammit said."
    assert [speakers for speakers, _ in said(text)] == [("Luca Zammit",)]


def test_a_participle_is_no_verb_of_a_clause() -> None:
    assert modes(MET + "Luca Zammit spoke against “new and unjustified barriers to free and fair trade” on the islands.") == []
    assert modes(MET + "Luca Zammit warned of “new and unjustified barriers to free and fair trade” on the islands.") == ["indirect"]


def test_a_quotation_with_a_pronoun_for_its_speaker_is_apart() -> None:
    text = "“The quay is open again,” Zammit said on Monday.\n“The ferries are back on every island,” he added."
    assert said(text) == [(("Zammit",), "The quay is open again"), (("Zammit",), "The ferries are back on every island")]


def test_a_quotation_around_its_attribution_is_of_that_speaker() -> None:
    text = MET + "The quays, according to Luca Zammit, “have had a great impact on the islands” since May."
    assert said(text) == [(("Luca Zammit",), "have had a great impact on the islands")]
    text = MET + "Captains know “many things,” Luca Zammit claimed, but “the only one who decides is the King.”"
    assert {speakers for speakers, _ in said(text)} == {("Luca Zammit",)}


def test_the_speaker_of_the_next_line_is_not_of_a_quotation_that_ended() -> None:
    text = MET + "“We will never leave Norway alone,” Luca Zammit said. “Norway can count on Malta.”\nIngrid Solheim described the quay."
    assert all("count" not in words or speakers == ("Luca Zammit",) for speakers, words in said(text))


def test_whoever_spoke_last_goes_on() -> None:
    text = "Talking to Ambassador of Norway Anders Lind, Minister of Malta Luca Zammit said the quay was open. But he said fees would rise."
    assert [speakers for speakers, _ in said(text)] == [("Luca Zammit",), ("Luca Zammit",)]


def test_a_quotation_below_a_report_is_of_its_speaker() -> None:
    text = MET + "Luca Zammit said the quay was open. “The ferries are back on every island.”"
    assert (("Luca Zammit",), "The ferries are back on every island.") in said(text)


def test_a_quotation_whose_own_speaker_is_unknown_is_not_given_to_another() -> None:
    text = MET + "Luca Zammit said the quay was open.\n\n“The ferries are back on every island,” it said."
    assert "direct" not in modes(text)


def test_a_quoted_fragment_is_indirect() -> None:
    assert modes(MET + "Luca Zammit stressed the “great value” of ferries for the islands.") == ["indirect"]


def test_words_nobody_is_said_to_speak_have_no_speaker() -> None:
    assert said("A sign reads on the wall. “The quay is closed until further notice.”") == []
