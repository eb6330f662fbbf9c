"""Labels for people: periods, and intervals in the scale of their figure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.audit import audit_figures
from kg.audit.intervals import Interval
from kg.audit.labels import bounds, bracket, label

from .cases import SEED, article


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-01", "2023-11", "Jan–Nov 2023"),
        ("2023-01", "2023-12", "2023"),
        ("2023", "2023", "2023"),
        ("2023-01", "2023-03", "Q1 2023"),
        ("2023-10", "2023-12", "Q4 2023"),
        ("2023-05", "2023-05", "May 2023"),
        ("2022-07", "2023-06", "Jul 2022–Jun 2023"),
        ("2018-01", "2022-12", "2018–2022"),
        ("2023-11-05", "2023-11-05", "5 Nov 2023"),
        ("2023-11-05", "2023-11-12", "5 Nov 2023–12 Nov 2023"),
        ("", "2023-11", "until Nov 2023"),
        ("2023-11", "", "from Nov 2023"),
        ("", "", ""),
        ("soon", "soon", "soon"),
        ("2023-13", "2023-13", "2023-13"),
    ],
)
def test_period(start: str, end: str, expected: str) -> None:
    assert label((start, end)) == expected


@given(st.text(max_size=12), st.text(max_size=12))
def test_whatever_stands_for_a_period_has_a_label(start: str, end: str) -> None:
    assert isinstance(label((start, end)), str)


def test_bounds_are_in_the_scale_of_the_figure_and_a_digit_finer() -> None:
    shown = {(one.check, one.printed): bounds(one) for one in audit_figures(*article(SEED)).results}
    assert shown["A1", "40.2"] == ("[40.00, 40.20]", "[40.15, 40.25]", "0.20")
    assert shown["A3", "1.46"] == ("[+1.261, +1.770]", "[1.455, 1.465]", "0.509")
    assert shown["A3", "-8.5"] == ("[−8.655, −8.062]", "[−8.55, −8.45]", "0.593")
    assert shown["A10", ""] == ("", "", "")


def test_an_end_without_bound_is_infinite() -> None:
    assert bracket(Interval(Fraction(1), None), Fraction(1), 1) == "[1.0, ∞]"
    assert bracket(Interval(None, Fraction(-1)), Fraction(1), 0) == "[−∞, −1]"
