"""Cues: each verb that tells of an encounter, and the same verb where it tells of none."""

from __future__ import annotations

from datetime import date

import pytest

from kg.claims.meetings import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Document, Reading

A = "Norwegian Foreign Minister Ingrid Solheim"
B = "Prime Minister of Malta Luca Zammit"
SOLHEIM, ZAMMIT = "Ingrid Solheim", "Luca Zammit"


def told(text: str) -> list[tuple[str, str, str, set[str]]]:
    """Rule, kind, modality and participants of each encounter."""
    analysis = next(analyse([Document("a", text, published=date(2023, 3, 8))], "rules"))
    mentions = find(analysis)
    found = extract(Reading(analysis, mentions, link(analysis, mentions)))
    return [
        (one.rule.removeprefix("meetings: "), one.value("kind"), one.value("modality"), {who.name for who in one.filled("participant")})
        for one in found
    ]


@pytest.mark.parametrize(
    ("text", "rule", "kind", "who"),
    [
        (f"{A} hosted a dinner in honour of {B}.", "hold", "meeting", {SOLHEIM, ZAMMIT}),
        (f"{A} engaged with students in Valletta.", "engage", "other", {SOLHEIM, "students"}),
        (f"{A} met with {B} in Oslo for talks.", "meet", "talks", {SOLHEIM, ZAMMIT}),
        (f"{A} welcomed {B} to Oslo.", "receive", "meeting", {SOLHEIM, ZAMMIT}),
        (f"{A} called {B} on Monday.", "phone", "call", {SOLHEIM, ZAMMIT}),
        (f"{A} called on {B} in Oslo.", "call on", "meeting", {SOLHEIM, ZAMMIT}),
        (f"{A} contacted {B} on Monday.", "contact", "other", {SOLHEIM, ZAMMIT}),
        (f"{A} led a trade delegation to Malta.", "lead", "visit", {SOLHEIM, "Malta"}),
        (f"{A} addressed the Nordic Council on Friday.", "chair", "meeting", {SOLHEIM, "Nordic Council"}),
        (f"The treaty was signed as {A} and {B} looked on.", "sign", "ceremony", {SOLHEIM, ZAMMIT}),
        (f"{A} witnessed the signing of a treaty by {B}.", "sign", "ceremony", {SOLHEIM, ZAMMIT}),
        (f"Visiting {B} praised the harbour.", "visiting", "visit", {ZAMMIT}),
        (f"{A} answered questions from Maltese journalists.", "press", "other", {SOLHEIM, "Maltese journalists"}),
        (f"{A} is in Malta for talks on fish.", "stay", "visit", {SOLHEIM, "Malta"}),
        (f"{A} and {B} were in talks on Monday.", "in talks", "talks", {SOLHEIM, ZAMMIT}),
        (f"{A} conferred with {B}.", "confer", "talks", {SOLHEIM, ZAMMIT}),
        (f"{A} took a tour of the Borealis plant.", "pay a visit", "visit", {SOLHEIM, "Borealis plant"}),
    ],
)
def test_each_verb_tells_of_its_kind(text: str, rule: str, kind: str, who: set[str]) -> None:
    assert told(text) == [(rule, kind, "happened", who)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{A} is looking forward to welcoming {B} in Oslo.", {SOLHEIM, ZAMMIT}),
        (f"{A} is on her way to Malta.", {SOLHEIM, "Malta"}),
    ],
)
def test_what_one_looks_forward_to_or_sets_out_for_is_planned(text: str, who: set[str]) -> None:
    assert [(modality, found) for _, _, modality, found in told(text)] == [("planned", who)]


@pytest.mark.parametrize(
    "text",
    [
        f"{A} hosted a dinner in honour of the harbour.",
        f"{A} engaged with the topic.",
        f"{A} called {B} a friend.",
        f"{A} called on {B} to resign.",
        f"{A} contacted the harbour office.",
        f"{A} led a delegation to an art fair.",
        f"{A} addressed the problem.",
        f"{A} looked on.",
        f"{A} is in Malta.",
        f"{A} took a tour of duty.",
        f"{A} conferred a medal on the crew.",
    ],
)
def test_the_same_verbs_of_other_things_tell_of_none(text: str) -> None:
    assert not told(text)


def test_a_past_tense_on_a_weekday_is_of_the_last_one() -> None:
    assert [modality for _, _, modality, _ in told("The official visit of the Maltese prime minister Luca Zammit to Oslo began on Monday.")] == [
        "happened"
    ]


def test_a_name_does_not_keep_the_full_stop_or_the_day() -> None:
    ((_, _, _, who),) = told(f"{A} held a meeting of the Council for the Protection of Herring.")
    assert who == {SOLHEIM, "Council for the Protection of Herring"}
