"""The audit as a page and as triples."""

from __future__ import annotations

from dataclasses import replace

from rdflib import Graph

from kg.audit import audit_figures, audit_triples
from kg.audit.pages import page

from .cases import SEED, article


def test_every_check_is_drawn_once_and_hostile_names_are_text() -> None:
    results = audit_figures(*article(SEED)).results
    drawn = page([replace(one, article="</h2><script>alert(1)</script>") for one in results])
    assert drawn.count('class="check"') == len(results)
    assert "<script" not in drawn


def test_wording_blames_nobody() -> None:
    drawn = page(audit_figures(*article(["41.2", *SEED[1:]])).results)
    assert "these figures cannot all be right at the precision printed" in drawn
    assert "false" not in drawn.lower()


def test_nothing_to_check_is_said() -> None:
    assert "There is no figure to check" in page([])


def test_triples_are_the_same_in_any_order() -> None:
    found = audit_figures(*article(SEED))
    lines = audit_triples(found.results, found.disputes)
    assert lines == audit_triples(found.results[::-1], found.disputes)
    assert len(Graph().parse(data="\n".join(lines) + "\n", format="ox-nt")) == len(lines)
