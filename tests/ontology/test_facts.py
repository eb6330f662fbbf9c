"""The files of ontology/facts/: complete, and true of what the extractors do."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Claim, Document
from kg.ontology.facts import Example, FactKind, fact_kinds
from kg.pipeline import read_articles

EXAMPLES = [pytest.param(kind, example, id=f"{kind.name}-{example.text[:40]}") for kind in fact_kinds().values() for example in kind.examples]


def claims(kind: FactKind, example: Example) -> tuple[list[Claim], object]:
    published = date.fromisoformat(example.published) if example.published else None
    document = Document(id="example", text=example.text, published=published, language="en")
    (article,) = read_articles([document])
    return [claim for claim in article.claims if claim.kind == kind.name], article.reading.links


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_worked_example(kind: FactKind, example: Example) -> None:
    found, links = claims(kind, example)
    if example.nothing:
        assert not found
        return
    said = [_said(kind, claim, links) for claim in found]
    assert any(set(example.expects) <= one for one in said), said


def _said(kind: FactKind, claim: Claim, links: object) -> set[tuple[str, str]]:
    """Roles and values of a claim as (name, plain English) pairs."""
    pairs = set(claim.values)
    for filler in claim.fillers:
        if kind.roles[filler.role].literal:
            pairs.add((filler.role, filler.mention.name))
        referents = links.principals(filler.mention) if filler.principal else links.of(filler.mention)  # type: ignore[attr-defined]
        pairs.update((filler.role, one.name) for one in referents)
    return pairs


@pytest.mark.parametrize("kind", fact_kinds().values(), ids=lambda kind: kind.name)
def test_each_kind_has_definition_cues_and_examples_with_and_without(kind: FactKind) -> None:
    assert kind.definition
    assert kind.cues
    assert len(kind.examples) >= 3
    expected = [dict(example.expects) for example in kind.examples]
    assert any(example.nothing for example in kind.examples) or len({tuple(sorted(one.items())) for one in expected}) >= 3


@pytest.mark.parametrize("kind", fact_kinds().values(), ids=lambda kind: kind.name)
def test_examples_name_only_declared_roles_and_values(kind: FactKind) -> None:
    for example in kind.examples:
        for name, _ in example.expects:
            assert name in kind.roles or name in kind.values
