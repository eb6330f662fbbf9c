"""Figures of one article made by hand, for the tests and benchmarks of the audit."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kg.audit.figures import Change, Figure, Key

NOW, THEN = ("2023-01", "2023-11"), ("2022-01", "2022-11")
BILLION = Fraction(10**9)
FLOWS = ("turnover", "exports", "imports")
# the nine printed figures of the input article, as strings: turnover, exports, imports of both years, then the changes
SEED = ("40.2", "39.6", "29.6", "32.3", "10.5", "7.2", "1.46", "-8.5", "45.8")


def key(flow: str, unit: str = "USD") -> Key:
    return Key("Kazakhstan", "European countries", "", flow, unit)


def figure(flow: str, period: tuple[str, str], printed: str, scale: Fraction = BILLION, unit: str = "USD", article: str = "seed") -> Figure:
    decimals = len(printed.partition(".")[2])
    return Figure(
        f"https://example.org/{article}-{flow}-{period[0]}",
        article,
        key(flow, unit),
        period,
        Fraction(printed) * scale,
        scale / 10**decimals,
        printed=printed,
        scale=scale,
    )


def change(flow: str, printed: str, kind: str = "percent", article: str = "seed") -> Change:
    decimals = len(printed.partition(".")[2])
    return Change(
        f"https://example.org/{article}-{flow}-change",
        article,
        key(flow, ""),
        NOW,
        THEN,
        kind,
        Fraction(printed),
        Fraction(1, 10**decimals),
        printed=printed,
    )


def article(printed: Sequence[str], scale: Fraction = BILLION, unit: str = "USD", name: str = "seed") -> tuple[list[Figure], list[Change]]:
    """Nine printed strings in the order of SEED as the figures and changes of an article."""
    figures = [figure(flow, period, printed[2 * at + (period == THEN)], scale, unit, name) for at, flow in enumerate(FLOWS) for period in (NOW, THEN)]
    return figures, [change(flow, printed[6 + at], article=name) for at, flow in enumerate(FLOWS)]
