"""Decisions: a person's word takes a claim out, brings it back, and outlives rebuilds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import read
from kg.errors import SetupError
from kg.ontology.queries import named_query
from kg.pipeline import build
from kg.pipeline.decisions import Decision, Decisions, claim_iri, decisions_file, read_decisions, record
from kg.pipeline.rereadings import article_of, reread, stored_document
from kg.store import Store


def tenures(store: Store) -> tuple[str | None, ...]:
    return store.select(named_query("officials").text).column("tenure")


def test_a_rejected_claim_stays_out_of_every_build_until_it_is_confirmed(tmp_path: Path, seeds: Path) -> None:
    file, store = decisions_file(tmp_path / "a.kg"), Store.memory()
    build(read(seeds), store)
    before = tenures(store)
    rejected = before[0] or ""
    record(file, Decision(rejected, "reject", "not his post — “any more”", "2026-01-01", "seed"))
    made = build(read(seeds), store, read_decisions(file))
    assert (made.articles, made.rejected) == ({"rebuilt": 1}, 1)
    assert tenures(store) == before[1:]
    assert build(read(seeds), store, read_decisions(file)).articles == {"unchanged": 1}
    record(file, Decision(rejected, "confirm", "asked the ministry", "2026-01-02", "seed"))
    reread(store, "seed", read_decisions(file))
    assert tenures(store) == before


def test_the_stored_article_is_the_one_that_was_read(seeds: Path) -> None:
    store = Store.memory()
    build(read(seeds), store)
    assert [stored_document(store, "seed")] == list(read(seeds))
    assert article_of(store, tenures(store)[0] or "") == "seed"
    with pytest.raises(SetupError, match="no such claim"):
        article_of(store, claim_iri("0" * 16))


@pytest.mark.parametrize("written", ["claim:0123456789abcdef", "0123456789abcdef", "<https://w3id.org/dateline/claim/0123456789abcdef>"])
def test_a_claim_may_be_named_in_short(written: str) -> None:
    assert claim_iri(written) == "https://w3id.org/dateline/claim/0123456789abcdef"


@pytest.mark.parametrize("written", ["", "person:anna", "claim:xyz", "https://example.org/0123456789abcdef"])
def test_what_names_no_claim_is_refused(written: str) -> None:
    with pytest.raises(SetupError):
        claim_iri(written)


@pytest.mark.parametrize("line", ["oops", "[]", '{"claim": "claim:0123456789abcdef"}', '{"claim": 5, "decision": "reject"}'])
def test_a_broken_decisions_file_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "d.jsonl"
    file.write_text(f"\n{line}\n")
    with pytest.raises(SetupError) as caught:
        read_decisions(file)
    assert caught.value.where == f"{file}, line 2"


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none") == Decisions()
