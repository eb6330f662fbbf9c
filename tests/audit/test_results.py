"""Results: a breach that rests on months of another paragraph is told as not checkable."""

from __future__ import annotations

from dataclasses import replace

from kg.audit import BREACHES, audit_figures

from .cases import SEED, article


def test_a_breach_with_an_inherited_period_is_not_checkable() -> None:
    found, moved = article(("99.9", *SEED[1:]))
    sums = [one for one in audit_figures(found, moved).results if one.check == "A1"]
    assert any(one.verdict in BREACHES for one in sums)
    carried = [replace(one, inherited=True) for one in found]
    results = audit_figures(carried, moved).results
    assert not any(one.verdict in BREACHES for one in results)
    assert any(one.check == "A1" and one.operands.endswith("a period is inherited from an earlier paragraph") for one in results)


def test_what_agrees_is_told_whatever_its_period_rests_on() -> None:
    found, moved = article(SEED)
    carried = [replace(one, inherited=True) for one in found]
    assert audit_figures(carried, moved).results == audit_figures(found, moved).results
