"""Verdicts of arithmetic checks, each with what was compared and how fine the check could see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from kg.audit.intervals import Interval


class Verdict(StrEnum):
    EXACT = "EXACT"
    WITHIN_ROUNDING = "WITHIN ROUNDING"
    NEEDS_TRUNCATION = "NEEDS TRUNCATION"
    DOES_NOT_RECONCILE = "DOES NOT RECONCILE"
    NOT_CHECKABLE = "NOT CHECKABLE"
    NOT_COMPARABLE = "NOT COMPARABLE"
    FEASIBLE = "FEASIBLE"
    INFEASIBLE = "INFEASIBLE"
    ADVICE = "ADVICE"


MEANING = {
    Verdict.EXACT: "the result, rounded as printed, equals the printed figure",
    Verdict.WITHIN_ROUNDING: "the figures agree within their rounding",
    Verdict.NEEDS_TRUNCATION: "the figures agree only if digits were cut off, not rounded",
    Verdict.DOES_NOT_RECONCILE: "these figures cannot all be right at the precision printed",
    Verdict.NOT_CHECKABLE: "a figure that the check needs is not printed",
    Verdict.NOT_COMPARABLE: "the figures are not like with like",
    Verdict.FEASIBLE: "one set of unrounded values meets all constraints",
    Verdict.INFEASIBLE: "these figures cannot all be right at the precision printed",
    Verdict.ADVICE: "worth a look",
}
BREACHES = (Verdict.DOES_NOT_RECONCILE, Verdict.INFEASIBLE)


@dataclass(frozen=True, slots=True)
class Result:
    """One check on one article. `parts` are the IRIs of the figures compared, `passage` that of the printed result,
    `scale` and `decimals` how that figure's bounds are best shown: in its own scale, a digit finer than printed."""

    check: str
    article: str
    operands: str
    verdict: Verdict
    printed: str = ""
    predicted: Interval | None = None
    shown: Interval | None = None
    residual: Fraction | None = None
    parts: tuple[str, ...] = ()
    passage: str = ""
    scale: Fraction = Fraction(1)
    decimals: int = 3

    @property
    def resolution(self) -> Fraction | None:
        """Width of the predicted interval: the size of slip the check could see."""
        return self.predicted.width if self.predicted else None


def judge(point: Fraction, printed: Fraction, step: Fraction, rounded: tuple[Interval, Interval], cut: tuple[Interval, Interval]) -> Verdict:
    """EXACT if the point result rounds to the printed figure; else whether the rounding intervals meet, or only the hulls.
    `rounded` and `cut` are (predicted, printed)."""
    if abs(point - printed) * 2 <= step:
        return Verdict.EXACT
    if rounded[0].meets(rounded[1]):
        return Verdict.WITHIN_ROUNDING
    return Verdict.NEEDS_TRUNCATION if cut[0].meets(cut[1]) else Verdict.DOES_NOT_RECONCILE


def unless_inherited(result: Result, inherited: Collection[str]) -> Result:
    """A breach that rests on a figure whose period was carried over from an earlier paragraph is not checkable: it may
    speak of other months."""
    if result.verdict not in BREACHES or not any(part in inherited for part in result.parts):
        return result
    text = f"{result.operands}; a period is inherited from an earlier paragraph"
    return replace(result, operands=text, verdict=Verdict.NOT_CHECKABLE, predicted=None, shown=None, residual=None)
