"""Extractions: the claims of one article from every extractor, and those refused because their words do not stand.

Own extractors are the rows of `EXTRACTORS`; other packages add theirs through the entry point group `kg.extractors`.
All pass the same law of evidence: words quoted at offsets where they do not stand are refused, and counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from kg.model import Claim, Document, Reading, Span
from kg.ontology.facts import fact_kinds

Extractor = Callable[[Reading], Iterable[Claim]]

GROUP = "kg.extractors"

EXTRACTORS: dict[str, str] = {
    "tenures": "kg.claims.tenures:extract",
    "meetings": "kg.claims.meetings:extract",
    "agreements": "kg.claims.agreements:extract",
    "forums": "kg.claims.forums:extract",
    "statements": "kg.claims.statements:extract",
    "commitments": "kg.claims.commitments:extract",
    "trade": "kg.claims.trade:extract",
    "shares": "kg.claims.shares:extract",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A claim that was not believed: which extractor made it, and which law it broke."""

    extractor: str
    claim: Claim
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one article states, in the order of the text, and what was refused."""

    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...] = ()


def extract(reading: Reading, extractors: dict[str, Extractor] | None = None) -> Extraction:
    """Run `extractors` (by default our own and those of installed plug-ins) over one article."""
    kept: dict[tuple[object, ...], Claim] = {}
    refused: list[Refusal] = []
    for name, extractor in (installed() if extractors is None else extractors).items():
        for claim in extractor(reading):
            if reason := broken_law(reading.document, claim):
                refused.append(Refusal(name, claim, reason))
            else:
                kept.setdefault((claim.kind, claim.fillers, claim.values, claim.evidence), claim)
    return Extraction(tuple(sorted(kept.values(), key=_place)), tuple(refused))


def broken_law(document: Document, claim: Claim) -> str:
    """Which law the claim breaks, "" if none: its kind and roles are declared, and its words stand where it says."""
    kind = fact_kinds().get(claim.kind)
    if kind is None:
        return f"no fact file declares the kind {claim.kind!r}"
    if unknown := [filler.role for filler in claim.fillers if filler.role not in kind.roles]:
        return f"a {claim.kind} has no role {unknown[0]!r}"
    if not claim.evidence:
        return "no evidence"
    for span in _spans(claim):
        if document.field(span.field)[span.start : span.end] != span.text or span.start < 0:
            return f"the words {span.text[:60]!r} do not stand at {span.field} {span.start}:{span.end}"
    if not all(span.text.strip() for span in claim.evidence):
        return "empty evidence"
    return ""


@cache
def installed() -> dict[str, Extractor]:
    """Our extractors, then those of other packages by name; a plug-in cannot replace one of ours."""
    found: dict[str, Extractor] = {}
    for name, target in EXTRACTORS.items():
        module, _, function = target.partition(":")
        found[name] = getattr(import_module(module), function)
    for point in sorted(entry_points(group=GROUP), key=lambda one: (one.name, one.value)):
        found.setdefault(point.name if point.name not in EXTRACTORS else f"{point.name} ({point.value})", point.load())
    return found


def _spans(claim: Claim) -> Iterator[Span]:
    yield from claim.evidence
    for filler in claim.fillers:
        yield filler.mention.span
        yield filler.mention.head


def _place(claim: Claim) -> tuple[object, ...]:
    first = claim.evidence[0]
    return first.field, first.start, first.end, claim.kind, claim.rule
