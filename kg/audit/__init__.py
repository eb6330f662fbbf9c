"""The arithmetic audit of printed figures: can they all be right at the precision printed?

Each printed number stands for an interval of unrounded values; checks compare intervals, never points, so that rounding
raises no false alarm (checks A1–A17, verdicts and wording: README, "The audit"). Exact fractions throughout.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kg.audit.checks import check_article, ledgers
from kg.audit.crossings import Dispute, Part, check_articles, disputes
from kg.audit.figures import Change, Figure, Source, changes, figures
from kg.audit.graphs import audit_triples
from kg.audit.joints import joint
from kg.audit.results import BREACHES, MEANING, Result, Verdict, unless_inherited
from kg.audit.shares import Share, check_shares, shares

__all__ = ["BREACHES", "MEANING", "Audit", "Change", "Figure", "Result", "Share", "Verdict", "audit", "audit_figures", "audit_triples"]


@dataclass(frozen=True, slots=True)
class Audit:
    """The results of all checks, by article and check, and the disputes between articles."""

    results: tuple[Result, ...]
    disputes: tuple[Dispute, ...]


def no_part(one: str, other: str, day: str) -> bool:
    """No party is known to belong to another."""
    return False


def audit(source: Source, part_of: Part = no_part) -> Audit:
    """Audit every figure, change and share of a graph."""
    return audit_figures(list(figures(source)), list(changes(source)), part_of, list(shares(source)))


def audit_figures(found: Sequence[Figure], moved: Sequence[Change], part_of: Part = no_part, parted: Sequence[Share] = ()) -> Audit:
    """Audit figures, changes and shares given as values. `part_of(one, other, day)` says whether a party is a member of another."""
    shared: dict[str, list[Share]] = defaultdict(list)
    for share in parted:
        shared[share.article].append(share)
    results: list[Result] = []
    for ledger in ledgers(found, moved, shared):
        results += (*check_article(ledger), *check_shares(ledger, shared[ledger.article]), *joint(ledger))
    results += check_articles(found, moved, part_of)
    printed: tuple[Figure | Change | Share, ...] = (*found, *moved, *parted)
    inherited = {one.iri for one in printed if one.inherited}
    results = [unless_inherited(one, inherited) for one in results]
    ordered = sorted(results, key=lambda one: (one.article, int(one.check[1:]), one.operands))
    return Audit(tuple(ordered), tuple(disputes(found)))
