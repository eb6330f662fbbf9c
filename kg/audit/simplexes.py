"""Feasibility of linear constraints over exact fractions: phase one of the simplex method with Bland's rule.

Textbook method (Bland 1977, "New finite pivoting rules for the simplex method"); it ends always and rounds nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from kg.audit.intervals import Interval

Name = TypeVar("Name", bound=Hashable)


def feasible(box: Mapping[Name, Interval], rows: Sequence[tuple[Sequence[tuple[Name, Fraction]], Fraction | None, Fraction | None]]) -> bool:
    """Is there a value for each variable, within its interval of `box`, that meets every row low ≤ Σ a·x ≤ high?

    Variables without a lower bound are taken as at least zero: what is printed here are amounts.
    """
    names = list(box)
    index = {name: at for at, name in enumerate(names)}
    lower = [box[name].low if box[name].low is not None else Fraction(0) for name in names]
    table: list[list[Fraction]] = []
    for at, name in enumerate(names):
        high = box[name].high
        if high is not None:
            table.append([*_unit(at, len(names)), high - (lower[at] or 0)])
    for terms, low, high in rows:
        weights = [Fraction(0)] * len(names)
        for variable, factor in terms:
            weights[index[variable]] += factor
        shift = sum((weight * (lower[at] or 0) for at, weight in enumerate(weights) if weight), Fraction(0))
        if high is not None:
            table.append([*weights, high - shift])
        if low is not None:
            table.append([*(-weight for weight in weights), shift - low])
    return _phase_one(table, len(names))


def _unit(at: int, size: int) -> list[Fraction]:
    return [Fraction(int(at == other)) for other in range(size)]


def _phase_one(table: list[list[Fraction]], size: int) -> bool:
    """Is { y ≥ 0 : A·y ≤ b } non-empty? Slacks start in the basis; one artificial variable takes up negative b."""
    worst = min(range(len(table)), key=lambda row: table[row][-1], default=None)
    if worst is None or table[worst][-1] >= 0:
        return True
    # columns: structural 0…size-1, artificial `size`; the basis holds slacks, numbered above
    rows = [[*row[:-1], Fraction(-1), row[-1]] for row in table]
    basis = [size + 1 + at for at in range(len(rows))]
    columns = list(range(size + 1))
    _pivot(rows, worst, size)
    basis[worst], columns[size] = columns[size], basis[worst]
    while True:
        artificial = next((at for at, name in enumerate(basis) if name == size), None)
        if artificial is None or rows[artificial][-1] == 0:
            return True
        # lower the artificial variable: a column with a positive weight in its row, the least by name
        entering = min((at for at in range(size + 1) if rows[artificial][at] > 0), key=lambda at: columns[at], default=None)
        if entering is None:
            return False
        ratios = [
            (row[-1] / row[entering], name != size, name, at) for at, (row, name) in enumerate(zip(rows, basis, strict=True)) if row[entering] > 0
        ]
        leaving = min(ratios)[3]
        _pivot(rows, leaving, entering)
        basis[leaving], columns[entering] = columns[entering], basis[leaving]


def _pivot(rows: list[list[Fraction]], leaving: int, entering: int) -> None:
    """Exchange a basic and a non-basic variable in the condensed table."""
    pivot = rows[leaving][entering]
    row = [value / pivot if value else value for value in rows[leaving]]
    row[entering] = 1 / pivot
    for at, other in enumerate(rows):
        factor = other[entering]
        if at != leaving and factor:
            rows[at] = [value - factor * new if new else value for value, new in zip(other, row, strict=True)]
            rows[at][entering] = -factor / pivot
    rows[leaving] = row
