"""The runner of extractors: plug-ins of other packages join in, and every claim passes the same laws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kg.claims import EXTRACTORS, extract, extractions
from kg.model import Analysis, Claim, Document, Filler, Links, Mention, Reading, Span

TEXT = "The Council of Tallinn pledged to plant a thousand trees."
DOCUMENT = Document("trees", TEXT)
COUNCIL = DOCUMENT.span(4, 22)
PLEDGE = DOCUMENT.span(23, 56)
PARTY = Mention("organisation", COUNCIL, COUNCIL.text, COUNCIL)
READING = Reading(Analysis(DOCUMENT, ()), (PARTY,), Links())
CLAIM = Claim("commitment", (Filler("party", PARTY),), (("status", "undertaken"),), (PLEDGE,), "pledges to plant")

PLUGIN = '''
"""A plug-in: pledges to plant trees."""

import re

from kg.model import Claim, Filler


def extract(reading):
    for mention in reading.mentions:
        for match in re.finditer(r"pledged to plant [^.]+", reading.document.text):
            passage = reading.document.span(*match.span())
            yield Claim("commitment", (Filler("party", mention),), (("status", "undertaken"),), (passage,), "pledges to plant")
'''


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package with an extractor, installed for the time of a test."""
    (tmp_path / "tree_pledges.py").write_text(PLUGIN)
    about = tmp_path / "tree_pledges-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tree-pledges\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[kg.extractors]\ntree_pledges = tree_pledges:extract\ntenures = tree_pledges:extract\n")
    monkeypatch.syspath_prepend(tmp_path)
    extractions.installed.cache_clear()
    yield
    extractions.installed.cache_clear()


def test_a_plug_in_is_found_and_cannot_replace_one_of_ours(plugged: None) -> None:
    found = extractions.installed()
    assert list(found)[: len(EXTRACTORS)] == list(EXTRACTORS)
    assert set(found) - set(EXTRACTORS) == {"tree_pledges", "tenures (tree_pledges:extract)"}
    assert [one.rule for one in extract(READING, {"tree_pledges": found["tree_pledges"]}).claims] == ["pledges to plant"]
    assert CLAIM in extract(READING).claims


def test_every_row_names_an_extractor() -> None:
    assert list(extractions.installed())[: len(EXTRACTORS)] == list(EXTRACTORS)


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        (replace(CLAIM, evidence=(PLEDGE._replace(start=22, end=55),)), "do not stand at text 22:55"),
        (replace(CLAIM, evidence=(Span(23, 56, "promised to plant a thousand trees"),)), "do not stand at text 23:56"),
        (replace(CLAIM, evidence=(Span(-34, -1, TEXT[-34:-1]),)), "do not stand at text -34:-1"),
        (replace(CLAIM, evidence=(Span(0, 3, "The", "title"),)), "do not stand at title 0:3"),
        (replace(CLAIM, evidence=()), "no evidence"),
        (replace(CLAIM, evidence=(Span(3, 4, " "),)), "empty evidence"),
        (replace(CLAIM, fillers=(Filler("party", replace(PARTY, head=Span(0, 4, "City"))),)), "do not stand at text 0:4"),
        (replace(CLAIM, kind="rumour"), "no fact file declares the kind 'rumour'"),
        (replace(CLAIM, fillers=(Filler("planter", PARTY),)), "a commitment has no role 'planter'"),
    ],
)
def test_a_claim_that_breaks_a_law_is_refused_and_counted(claim: Claim, reason: str) -> None:
    found = extract(READING, {"plug-in": lambda reading: [claim, CLAIM]})
    assert found.claims == (CLAIM,)
    (refusal,) = found.refusals
    assert (refusal.extractor, refusal.claim) == ("plug-in", claim)
    assert reason in refusal.reason


def test_a_claim_made_twice_counts_once_and_claims_come_in_the_order_of_the_text() -> None:
    later = replace(CLAIM, evidence=(DOCUMENT.span(31, 56),))
    found = extract(READING, {"one": lambda reading: [later, CLAIM], "two": lambda reading: [CLAIM]})
    assert found.claims == (CLAIM, later)
