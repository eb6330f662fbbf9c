"""The input article's figures: the table of verdicts, and what a slip of one digit is caught by."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from kg.audit import BREACHES, Verdict, audit_figures
from kg.audit.checks import check_article, ledgers
from kg.audit.joints import Variable, constraints, joint, propagate

from .cases import SEED, article

TABLE = {  # check, printed → verdict, predicted interval, printed interval, point residual
    ("A1", "40.2"): (Verdict.WITHIN_ROUNDING, "40.00", "40.20", "40.15", "40.25"),
    ("A1", "39.6"): (Verdict.WITHIN_ROUNDING, "39.40", "39.60", "39.55", "39.65"),
    ("A3", "1.46"): (Verdict.WITHIN_ROUNDING, "1.261", "1.770", "1.455", "1.465"),
    ("A3", "-8.5"): (Verdict.WITHIN_ROUNDING, "-8.655", "-8.062", "-8.55", "-8.45"),
    ("A3", "45.8"): (Verdict.EXACT, "44.138", "47.552", "45.75", "45.85"),
    ("A9", "+0.6"): (Verdict.EXACT, "0.4", "0.8", "0.5", "0.7"),
}


def test_the_table_of_the_input_article_and_nothing_else() -> None:
    results = audit_figures(*article(SEED)).results
    assert {(one.check, one.printed) for one in results} == {*TABLE, ("A10", "")}
    for one in results:
        if one.check == "A10":
            continue
        verdict, *bounds = TABLE[one.check, one.printed]
        assert one.verdict == verdict
        assert one.predicted and one.shown
        scale = 1 if one.check == "A3" else 10**9
        found = [one.predicted.low, one.predicted.high, one.shown.low, one.shown.high]
        for bound, expected in zip(found, bounds, strict=True):
            assert bound is not None
            assert abs(bound / scale - Fraction(expected)) <= Fraction(1, 2000)


def test_the_joint_check_tightens_every_interval() -> None:
    (found,) = (one for one in audit_figures(*article(SEED)).results if one.check == "A10")
    assert found.verdict == Verdict.FEASIBLE
    for part in (
        "turnover Jan–Nov 2023 in [40.150, 40.166]",
        "exports Jan–Nov 2023 in [29.600, 29.616]",
        "imports Jan–Nov 2023 in [10.534, 10.550]",
    ):
        assert part in found.operands


def mutations() -> list[tuple[str, ...]]:
    """Each printed figure with its last digit one, two or three off."""
    found = []
    for at, printed in enumerate(SEED):
        step = Fraction(1, 10 ** len(printed.partition(".")[2]))
        for slip in (-3, -2, -1, 1, 2, 3):
            value = Fraction(printed) + slip * step
            decimals = len(printed.partition(".")[2])
            shown = f"{'-' if value < 0 else ''}{abs(value.numerator) * 10**decimals // value.denominator:0{decimals + 1}d}"
            found.append((*SEED[:at], f"{shown[:-decimals]}.{shown[-decimals:]}", *SEED[at + 1 :]))
    return found


def test_the_joint_check_catches_slips_that_separate_checks_miss() -> None:
    separate = propagated = programme = 0
    for printed in mutations():
        (ledger,) = ledgers(*article(printed))
        separate += any(one.verdict in (*BREACHES, Verdict.NEEDS_TRUNCATION) for one in check_article(ledger))
        programme += any(one.verdict == Verdict.INFEASIBLE for one in joint(ledger))
        box = {one: found.interval for one, found in ledger.figures.items()}
        propagated += not propagate(box, list(constraints(ledger.figures, ledger.changes)))
    assert (separate, propagated, programme) == (34, 38, 41)


def swaps() -> list[tuple[str, ...]]:
    """Each printed figure with two unequal adjacent digits swapped."""
    found = []
    for at, printed in enumerate(SEED):
        digits = [place for place, char in enumerate(printed) if char.isdigit()]
        for one, other in pairwise(digits):
            if printed[one] != printed[other]:
                chars = list(printed)
                chars[one], chars[other] = chars[other], chars[one]
                found.append((*SEED[:at], "".join(chars), *SEED[at + 1 :]))
    return found


@pytest.mark.parametrize("printed", swaps(), ids=" ".join)
def test_every_swap_of_two_digits_is_caught(printed: tuple[str, ...]) -> None:
    assert any(one.verdict in BREACHES for one in audit_figures(*article(printed)).results)


def test_variables_are_bound_together() -> None:
    (ledger,) = ledgers(*article(SEED))
    bound: set[Variable] = {variable for row in constraints(ledger.figures, ledger.changes) for variable, _ in row.terms}
    assert len(bound) == 6
