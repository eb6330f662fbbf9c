"""The audit's power and speed: no alarm on consistent figures, slips of digits caught, articles audited a second."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random
from time import process_time

from kg.audit import BREACHES, Audit, audit_figures
from tests.audit.cases import article

CASES = 20_000
ARTICLES = 10_000


def run() -> list[dict[str, object]]:
    """Rows: false alarms of interval and point checks on consistent cases; seconds for ten thousand articles of six figures."""
    random = Random(20240215)
    alarms = points = 0
    started = process_time()
    for at in range(CASES):
        printed, naive = consistent(random)
        alarms += alarmed(audit_figures(*article(printed, name=str(at))))
        points += naive
    seconds = process_time() - started
    return [
        {
            "name": "false alarms on consistent articles",
            "ours": alarms,
            "baseline": points,
            "ratio": alarms / points,
            "unit": "articles",
            "note": "baseline: sums of the printed numbers",
        },
        {
            "name": "audit of articles with six figures",
            "ours": seconds * ARTICLES / CASES,
            "baseline": 60,
            "ratio": seconds * ARTICLES / CASES / 60,
            "unit": f"CPU s for {ARTICLES}",
            "note": "baseline: the limit",
        },
    ]


def alarmed(audited: Audit) -> bool:
    return any(one.verdict in BREACHES for one in audited.results)


def consistent(random: Random) -> tuple[list[str], bool]:
    """Nine printed figures that come from one set of values, and whether their printed sum is off."""
    exports, exported, imports, imported = (Decimal(random.randrange(500_000, 500_000_000)) / 10**6 for _ in range(4))
    totals = (exports + imports, exported + imported)
    moves = [100 * (now / then - 1) for now, then in (totals, (exports, exported), (imports, imported))]
    shown = [str(one.quantize(Decimal("0.1"), ROUND_HALF_UP)) for one in (*totals, exports, exported, imports, imported, *moves)]
    return shown, Decimal(shown[0]) != Decimal(shown[2]) + Decimal(shown[4])
