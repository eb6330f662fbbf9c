"""The audit's power and speed: no alarm on consistent figures, slips of digits caught, articles audited a second."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from time import process_time

from kg.audit import BREACHES, Audit, audit_figures
from tests.audit.cases import article
from tests.audit.test_seed import mutations, swaps

CASES = 20_000
ARTICLES = 10_000
Row = dict[str, object]


def run() -> list[Row]:
    """Rows: false alarms of interval and point checks on consistent cases; slips caught; seconds for ten thousand articles of six figures."""
    random = Random(20240215)
    alarms = sums = percentages = 0
    started = process_time()
    for at in range(CASES):
        printed, sum_off, percentage_off = consistent(random)
        alarms += alarmed(audit_figures(*article(printed, name=str(at))))
        sums += sum_off
        percentages += percentage_off
    seconds = (process_time() - started) * ARTICLES / CASES
    return [
        row("false alarms on consistent articles, sums", alarms, sums, f"of {CASES}", "baseline: the printed numbers added"),
        row("false alarms on consistent articles, percentages", alarms, percentages, f"of {CASES}", "baseline: the printed numbers divided"),
        caught("slips of a last digit caught", mutations(), 41, "baseline: an exact linear programme"),
        caught("swaps of two digits caught", swaps(), 16, "baseline: all"),
        row("audit of articles with six figures", seconds, 60, f"CPU s for {ARTICLES}", "baseline: the limit"),
    ]


def row(name: str, ours: float, baseline: float, unit: str, note: str) -> Row:
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ours / baseline, "unit": unit, "note": note}


def caught(name: str, cases: Sequence[tuple[str, ...]], baseline: int, note: str) -> Row:
    return row(name, sum(alarmed(audit_figures(*article(printed))) for printed in cases), baseline, f"of {len(cases)}", note)


def alarmed(audited: Audit) -> bool:
    return any(one.verdict in BREACHES for one in audited.results)


def consistent(random: Random) -> tuple[list[str], bool, bool]:
    """Nine printed figures that come from one set of values, and whether their printed sum and percentages are off as they stand."""
    exports, exported, imports, imported = (Decimal(random.randrange(500_000, 500_000_000)) / 10**6 for _ in range(4))
    totals = (exports + imports, exported + imported)
    moves = [100 * (now / then - 1) for now, then in (totals, (exports, exported), (imports, imported))]
    shown = [rounded(one) for one in (*totals, exports, exported, imports, imported, *moves)]
    values = [Decimal(one) for one in shown]
    percentages = [rounded(100 * (values[at] / values[at + 1] - 1)) for at in (0, 2, 4)]
    return shown, values[0] != values[2] + values[4], percentages != shown[6:]


def rounded(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.1"), ROUND_HALF_UP))
