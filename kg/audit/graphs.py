"""Triples of audit results and disputes, for the audit graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kg import iri
from kg.audit.crossings import Dispute
from kg.audit.figures import decimal
from kg.audit.intervals import Interval
from kg.audit.results import Result
from kg.quads.terms import LABEL, RDF_TYPE, own, ref, text, triple

DIGITS = 12


def audit_triples(results: Iterable[Result], disputes: Iterable[Dispute]) -> tuple[str, ...]:
    """N-Triples lines, sorted."""
    lines = [line for result in results for line in _result(result)]
    lines += [line for dispute in disputes for line in _dispute(dispute)]
    return tuple(sorted(set(lines)))


def _result(result: Result) -> Iterator[str]:
    node = ref(f"{iri.BASE}audit/{iri.digest(result.article, result.check, result.operands, sorted(result.parts))}")
    yield triple(node, RDF_TYPE, own("AuditResult"))
    yield triple(node, LABEL, text(f"{result.check} {result.verdict}: {result.operands}"[:200]))
    yield triple(node, own("article"), ref(iri.article(result.article)))
    for part in result.parts:
        yield triple(node, own("compares"), ref(part))
    if result.passage:
        yield triple(node, own("evidence"), ref(result.passage))
    values = {
        "check": result.check,
        "verdict": str(result.verdict),
        "operands": result.operands,
        "printed": result.printed,
        "residual": exact(result.residual),
        "resolution": exact(result.resolution),
        **_bounds("predicted", result.predicted),
        **_bounds("printed", result.shown),
    }
    for name, value in values.items():
        if value:
            yield triple(node, own(name), text(value))


def _bounds(name: str, interval: Interval | None) -> dict[str, str]:
    return {f"{name}Low": exact(interval.low), f"{name}High": exact(interval.high)} if interval else {}


def exact(value: Fraction | None) -> str:
    """A number in full, to at most twelve decimals; "" for no bound."""
    if value is None:
        return ""
    shown = decimal(value, DIGITS).rstrip("0").rstrip(".")
    return shown.replace("−", "-")


def _dispute(dispute: Dispute) -> Iterator[str]:
    left, right = dispute.left, dispute.right
    node = ref(f"{iri.BASE}dispute/{iri.digest(left.iri, right.iri)}")
    yield triple(node, RDF_TYPE, own("Dispute"))
    yield triple(node, LABEL, text(f"{dispute.relation}: {dispute.key}"[:200]))
    yield triple(node, own("key"), text(dispute.key))
    yield triple(node, own("relation"), text(dispute.relation))
    for side, figure in (("left", left), ("right", right)):
        yield triple(node, own(f"{side}Value"), text(exact(figure.value)))
        yield triple(node, own(f"{side}Article"), ref(iri.article(figure.article)))
        yield triple(node, own("compares"), ref(figure.iri))
