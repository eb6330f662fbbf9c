"""Intervals of exact numbers: the values that print as a figure does, and arithmetic on them. No float anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval; None is an end without bound."""

    low: Fraction | None
    high: Fraction | None

    @staticmethod
    def point(value: Fraction) -> Interval:
        return Interval(value, value)

    @staticmethod
    def around(value: Fraction, radius: Fraction) -> Interval:
        return Interval(value - radius, value + radius)

    @property
    def width(self) -> Fraction | None:
        return None if self.low is None or self.high is None else self.high - self.low

    @property
    def empty(self) -> bool:
        return self.low is not None and self.high is not None and self.low > self.high

    def __add__(self, other: Interval) -> Interval:
        return Interval(_plus(self.low, other.low), _plus(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scaled(self, factor: Fraction) -> Interval:
        """Every number times a factor above zero."""
        if factor == 1:
            return self
        return Interval(None if self.low is None else self.low * factor, None if self.high is None else self.high * factor)

    def shifted(self, distance: Fraction) -> Interval:
        return Interval(None if self.low is None else self.low + distance, None if self.high is None else self.high + distance)

    def meet(self, other: Interval) -> Interval:
        """What both hold; empty if nothing."""
        lows = [one for one in (self.low, other.low) if one is not None]
        highs = [one for one in (self.high, other.high) if one is not None]
        return Interval(max(lows, default=None), min(highs, default=None))

    def meets(self, other: Interval) -> bool:
        return not self.meet(other).empty

    def times(self, other: Interval) -> Interval:
        """The products of two intervals of numbers not below zero."""
        low = None if self.low is None or other.low is None else max(self.low, Fraction(0)) * max(other.low, Fraction(0))
        return Interval(low or Fraction(0), None if self.high is None or other.high is None else self.high * other.high)

    def over(self, other: Interval) -> Interval:
        """The quotients of two intervals of numbers above zero: [low/high', high/low']."""
        low = Fraction(0) if self.low is None or other.high is None else max(self.low, Fraction(0)) / other.high
        high = None if self.high is None or other.low is None or other.low <= 0 else self.high / other.low
        return Interval(low, high)


def _plus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one + other
