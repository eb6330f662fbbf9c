"""Laws of the audit: rounding raises no alarm, verdicts do not depend on scale or currency, nothing is a float."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kg.audit import BREACHES, Verdict, audit_figures
from kg.audit.checks import ledgers
from kg.audit.figures import decimal, hedged
from kg.audit.intervals import Interval
from kg.audit.joints import constraints, propagate

from .cases import BILLION, FLOWS, NOW, SEED, THEN, article

amounts = st.decimals(min_value=Decimal("0.5"), max_value=Decimal("500"), places=6)
places = st.integers(min_value=0, max_value=2)


def printed(value: Decimal, decimals: int, rounding: str = ROUND_HALF_EVEN) -> str:
    return str(value.quantize(Decimal(1).scaleb(-decimals), rounding=rounding))


@given(
    st.tuples(amounts, amounts, amounts, amounts), places, st.integers(min_value=0, max_value=3), st.sampled_from([ROUND_HALF_EVEN, ROUND_HALF_UP])
)
def test_consistent_figures_raise_no_alarm(values: tuple[Decimal, ...], decimals: int, digits: int, rounding: str) -> None:
    exports, exported, imports, imported = values
    totals = (exports + imports, exported + imported)
    moves = [100 * (now / then - 1) for now, then in (totals, (exports, exported), (imports, imported))]
    figures = [printed(one, decimals, rounding) for one in (*totals, *values)]
    changes = [printed(one, digits, rounding) for one in moves]
    results = audit_figures(*article([*figures, *changes])).results
    assert [one for one in results if one.verdict in BREACHES] == []


@given(st.tuples(amounts, amounts, amounts, amounts), places, st.integers(min_value=0, max_value=3))
def test_what_is_predicted_holds_the_truth(values: tuple[Decimal, ...], decimals: int, digits: int) -> None:
    exports, exported, imports, imported = values
    true = {("turnover", NOW): exports + imports, ("turnover", THEN): exported + imported}
    true |= {("exports", NOW): exports, ("exports", THEN): exported, ("imports", NOW): imports, ("imports", THEN): imported}
    moves = {flow: Fraction(100) * (Fraction(true[flow, NOW]) / Fraction(true[flow, THEN]) - 1) for flow in FLOWS}
    figures = [printed(true[flow, period], decimals) for flow in FLOWS for period in (NOW, THEN)]
    changes = [printed(Decimal(moves[flow].numerator) / Decimal(moves[flow].denominator), digits) for flow in FLOWS]
    found, moved = article([*figures, *changes])
    for one in audit_figures(found, moved).results:
        if one.check == "A1" and one.predicted:
            period = next(figure.period for figure in found if figure.iri == one.parts[0])
            assert one.predicted.meets(Interval.point(BILLION * Fraction(true["turnover", period])))
        elif one.check == "A3" and one.predicted:
            flow = next(change.key.flow for change in moved if change.iri == one.parts[0])
            assert one.predicted.meets(Interval.point(moves[flow]))
    (ledger,) = ledgers(found, moved)
    box = {variable: figure.interval for variable, figure in ledger.figures.items()}
    assert propagate(box, list(constraints(ledger.figures, ledger.changes)))
    for (key, period), interval in box.items():
        assert interval.meets(Interval.point(BILLION * Fraction(true[key.flow, period])))


@given(
    st.integers(min_value=0, max_value=8),
    st.integers(min_value=-9, max_value=9),
    st.sampled_from([3, 6, 12]),
    st.sampled_from(["EUR", "KZT", "tonnes"]),
)
def test_verdicts_do_not_depend_on_scale_or_unit(at: int, slip: int, power: int, unit: str) -> None:
    moved = [*SEED]
    moved[at] = str(Decimal(SEED[at]) + Decimal(slip).scaleb(-len(SEED[at].partition(".")[2])))
    usual = audit_figures(*article(moved)).results
    other = audit_figures(*article(moved, Fraction(10) ** power, unit)).results
    assert [(one.check, one.verdict) for one in usual] == [(one.check, one.verdict) for one in other]


@given(amounts, places, st.sampled_from(["", "about", "nearly", "under", "over"]))
def test_the_interval_of_a_figure_holds_what_printed_so(value: Decimal, decimals: int, hedge: str) -> None:
    shown = Fraction(printed(value, decimals))
    interval = hedged(shown, Fraction(1, 10**decimals), hedge)
    if not hedge or hedge == "about":
        assert interval.meets(Interval.point(Fraction(value)))
    assert interval.meets(Interval.point(shown))


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(min_value=0, max_value=6))
def test_a_decimal_is_within_half_its_last_digit(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(decimal(value, decimals).replace("−", "-")) - value) <= Fraction(1, 2 * 10**decimals)


def test_no_float_anywhere_in_results() -> None:
    def walk(value: object) -> None:
        assert not isinstance(value, float)
        if is_dataclass(value):
            for one in fields(value):
                walk(getattr(value, one.name))
        elif isinstance(value, tuple):
            for part in value:
                walk(part)

    walk(audit_figures(*article(SEED)).results)


def test_a_slip_of_ten_steps_is_told_without_blame() -> None:
    results = audit_figures(*article(["41.2", *SEED[1:]])).results
    assert Verdict.DOES_NOT_RECONCILE in {one.verdict for one in results}
