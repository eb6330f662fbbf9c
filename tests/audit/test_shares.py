"""A7: shares against part and whole, and rows of shares against 100 percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.audit import BREACHES, Figure, Result, Share, audit_figures

from .cases import NOW, THEN, figure, key


def share(partner: str, printed: str, hedge: str = "", row: str = "", within: str = "") -> Share:
    whole = replace(key("exports", ""), partner=within)
    decimals = len(printed.partition(".")[2])
    part = replace(whole, partner=partner)
    return Share(
        f"share-{partner}-{printed}-{row}", "seed", part, whole, NOW, Fraction(printed), Fraction(1, 10**decimals), hedge, printed, "words", row
    )


def exports(partner: str, printed: str) -> Figure:
    one = figure("exports", NOW, printed)
    return replace(one, key=replace(one.key, partner=partner), iri=f"{one.iri}-{partner}")


def told(figures: Sequence[Figure], *shares: Share) -> list[Result]:
    return [one for one in audit_figures(figures, [], parted=shares).results if one.check == "A7"]


@pytest.mark.parametrize(
    ("part", "whole", "printed", "hedge", "verdict"),
    [
        ("2.5", "10.0", "25", "", "EXACT"),
        ("2.5", "10.0", "24.8", "", "WITHIN ROUNDING"),
        ("2.5", "10.0", "31", "", "DOES NOT RECONCILE"),
        ("2.5", "10.0", "24.2", "", "NEEDS TRUNCATION"),
        ("2.5", "10.0", "20", "over", "WITHIN ROUNDING"),
        ("2.5", "10.0", "30", "over", "DOES NOT RECONCILE"),
    ],
)
def test_share_of_part_in_whole(part: str, whole: str, printed: str, hedge: str, verdict: str) -> None:
    (found,) = told([exports("Malta", part), exports("", whole)], share("Malta", printed, hedge))
    assert str(found.verdict) == verdict


def test_what_is_lacking_is_named() -> None:
    (found,) = told([exports("", "10.0")], share("Malta", "25"))
    assert found.operands == "exports Jan–Nov 2023 10.0; exports to Malta Jan–Nov 2023 not printed"
    (found,) = told([exports("Malta", "2.5")], share("Malta", "25"))
    assert found.operands == "exports to Malta Jan–Nov 2023 2.5; exports Jan–Nov 2023 not printed"
    assert told([], share("Malta", "25")) == []


def test_other_months_and_other_units_are_not_compared() -> None:
    assert told([replace(exports("Malta", "2.5"), period=THEN), replace(exports("", "10.0"), period=THEN)], share("Malta", "25")) == []
    tonnes = exports("Malta", "2.5")
    (found,) = told([replace(tonnes, key=replace(tonnes.key, unit="tonnes")), exports("", "10.0")], share("Malta", "25"))
    assert str(found.verdict) == "NOT COMPARABLE"


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [(("60", "30", "10"), "EXACT"), (("33.3", "33.3", "33.3"), "WITHIN ROUNDING"), (("60", "30", "20"), "DOES NOT RECONCILE")],
)
def test_a_row_that_makes_up_the_whole_sums_to_100(printed: tuple[str, ...], verdict: str) -> None:
    row = [share(partner, value, row="row") for partner, value in zip(("Malta", "Italy", "rest"), printed, strict=True)]
    (found,) = told([], *row)
    assert str(found.verdict) == verdict
    assert found.printed == "100"


def test_shares_of_no_row_or_of_two_are_not_summed_together() -> None:
    assert told([], share("Malta", "60"), share("Italy", "30")) == []
    rows = [share("Malta", "60", row="1"), share("rest", "40", row="1"), share("Italy", "20", row="2"), share("rest", "80", row="2")]
    assert [str(one.verdict) for one in told([], *rows)] == ["EXACT", "EXACT"]


@given(st.lists(st.integers(min_value=1, max_value=10**6), min_size=2, max_size=6), st.integers(min_value=0, max_value=2))
def test_consistent_shares_raise_no_alarm(parts: list[int], decimals: int) -> None:
    whole = sum(parts)
    row, figures = [], [exports("", f"{whole / 100:.2f}")]
    for at, part in enumerate(parts):
        shown = f"{round(Fraction(100 * part, whole) * 10**decimals):0{decimals + 1}d}"
        row.append(share(str(at), f"{shown[: len(shown) - decimals]}.{shown[len(shown) - decimals :]}" if decimals else shown, row="row"))
        figures.append(exports(str(at), f"{part / 100:.2f}"))
    assert [one for one in told(figures, *row) if one.verdict in BREACHES] == []
