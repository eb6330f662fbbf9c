"""A10: is there one set of unrounded values that meets every printed figure and change of an article at once?

Bounds are propagated to a fixpoint, which tightens each figure's interval; where that finds no contradiction, an exact
linear programme decides (Bland's rule, fractions throughout).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kg.audit.checks import HUNDRED, Ledger, comparable
from kg.audit.figures import Change, Figure, Key
from kg.audit.intervals import Interval
from kg.audit.labels import Period, bracket, describe, label
from kg.audit.results import Result, Verdict
from kg.audit.simplexes import feasible

ROUNDS = 60  # bounds of a feasible set converge geometrically; what is left after this is less than a printed step
Variable = tuple[Key, Period]


@dataclass(frozen=True, slots=True)
class Row:
    """A linear constraint: low ≤ Σ factor × variable ≤ high, None without bound."""

    terms: tuple[tuple[Variable, Fraction], ...]
    low: Fraction | None
    high: Fraction | None


def joint(ledger: Ledger) -> Iterator[Result]:
    """The joint check of each trade of an article that has two figures at least bound together."""
    trades = sorted({_trade(key) for key, _ in ledger.figures}, key=str)
    for trade in trades:
        figures = {one: figure for one, figure in ledger.figures.items() if _trade(one[0]) == trade and all(one[1])}
        rows = list(constraints(figures, ledger.changes))
        bound = {variable for row in rows for variable, _ in row.terms}
        if bound:
            yield _result(ledger.article, {one: figures[one] for one in sorted(bound & figures.keys(), key=str)}, figures, rows)


def constraints(figures: Mapping[Variable, Figure], changes: Sequence[Change]) -> Iterator[Row]:
    """What must hold between the figures: exports + imports = turnover, exports − imports = balance, printed changes."""
    one, zero = Fraction(1), Fraction(0)
    for key, period in sorted(figures, key=str):
        exports, imports = (key.flowing("exports"), period), (key.flowing("imports"), period)
        if exports not in figures or imports not in figures:
            continue
        if key.flow == "turnover":
            yield Row(((exports, one), (imports, one), ((key, period), -one)), zero, zero)
        elif key.flow in ("balance", "surplus", "deficit"):
            sign = -one if key.flow == "deficit" else one
            yield Row(((exports, sign), (imports, -sign), ((key, period), -one)), zero, zero)
    for change in changes:
        yield from _changed(figures, change)


def _changed(figures: Mapping[Variable, Figure], change: Change) -> Iterator[Row]:
    """A printed change as bounds on a combination of the two values; percentage points bind nothing."""
    found = [one for one in figures if _trade(one[0])[:3] == _trade(change.key)[:3] and one[0].flow == change.key.flow]
    after = next((one for one in found if one[1] == change.period), None)
    before = next((one for one in found if one[1] == change.base), None)
    if after is None or before is None or not comparable(change.period, change.base):
        return
    one, interval = Fraction(1), change.interval
    if change.kind == "absolute":
        yield Row(((after, one), (before, -one)), interval.low, interval.high)
        return
    if change.kind == "points" or (change.kind == "times" and change.value < 0):
        return
    if change.kind == "percent":
        interval = interval.scaled(1 / HUNDRED).shifted(one)
    if interval.low is not None:
        yield Row(((after, one), (before, -interval.low)), Fraction(0), None)
    if interval.high is not None:
        yield Row(((after, one), (before, -interval.high)), None, Fraction(0))


def propagate(box: dict[Variable, Interval], rows: Sequence[Row]) -> bool:
    """Tighten the intervals of `box` in place until nothing moves; False if one becomes empty."""
    for _ in range(ROUNDS):
        moved = False
        for row in rows:
            for variable, factor in row.terms:
                tight = box[variable].meet(_implied(box, row, variable, factor))
                if tight.empty:
                    return False
                moved |= tight != box[variable]
                box[variable] = tight
        if not moved:
            return True
    return True


def _implied(box: Mapping[Variable, Interval], row: Row, variable: Variable, factor: Fraction) -> Interval:
    """What a row says of one variable, the others lying in their intervals."""
    rest = Interval.point(Fraction(0))
    for other, weight in row.terms:
        if other != variable:
            rest = rest + (box[other].scaled(weight) if weight >= 0 else -box[other].scaled(-weight))
    implied = Interval(row.low, row.high) - rest
    return implied.scaled(1 / factor) if factor > 0 else -implied.scaled(-1 / factor)


def _result(article: str, shown: Mapping[Variable, Figure], figures: Mapping[Variable, Figure], rows: Sequence[Row]) -> Result:
    box = {one: figure.interval for one, figure in figures.items()}
    holds = propagate(box, rows) and feasible(box, [(row.terms, row.low, row.high) for row in rows])
    if holds:
        # two decimals more than printed tell how far an interval is tightened
        parts = (f"{one[0].flow} {label(one[1])} in {bracket(box[one], figure.scale, figure.decimals + 2)}" for one, figure in shown.items())
        text = "; ".join(parts)
    else:
        text = "; ".join(describe(figure) for figure in shown.values())
    iris = tuple(figure.iri for figure in shown.values())
    verdict = Verdict.FEASIBLE if holds else Verdict.INFEASIBLE
    return Result("A10", article, text, verdict, parts=iris, passage=next(iter(shown.values())).evidence)


def _trade(key: Key) -> tuple[str, str, str, str]:
    return key.reporter, key.partner, key.product, key.unit
