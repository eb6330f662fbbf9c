"""Verbs of speech and of undertaking: their forms."""

from __future__ import annotations

import pytest

from kg.claims.speech.verbs import REPORTING, UNDERTAKING, WANTS, forms


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("note", ("note", "notes", "noted", "noting")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("say", ("say", "says", "said", "saying")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
    ],
)
def test_every_form_of_a_verb_is_known(base: str, expected: tuple[str, ...]) -> None:
    assert forms(base) == expected


def test_a_form_leads_back_to_its_verb() -> None:
    assert (REPORTING["emphasised"], REPORTING["told"], UNDERTAKING["pledged"]) == ("emphasise", "tell", "pledge")


def test_what_a_verb_wants_is_said_of_verbs_that_report() -> None:
    assert set(WANTS) <= set(REPORTING.values())
