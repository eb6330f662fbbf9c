"""Labels: periods, figures and intervals in words and digits for people."""

from __future__ import annotations

from fractions import Fraction

from kg.audit.figures import Figure, decimal
from kg.audit.intervals import Interval
from kg.audit.results import Result

Period = tuple[str, str]
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CHANGES = ("A3", "A4", "A9")
QUARTERS = {("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4"}


def label(period: Period) -> str:
    """A period for people: "Jan–Nov 2023", "2023", "Q1 2023", "Jul 2022–Jun 2023", "until Nov 2023"."""
    start, end = period
    if not start or not end:
        return f"until {moment(end)}" if end else f"from {moment(start)}" if start else ""
    if start == end:
        return moment(start)
    first, last = start[:4], end[:4]
    if (start[4:], end[4:]) in (("-01", "-12"), ("", "")):
        return first if first == last else f"{first}–{last}"
    if first == last and len(start) == len(end) == 7:
        quarter = QUARTERS.get((start[5:], end[5:]))
        return f"{quarter} {first}" if quarter else f"{_month(start)}–{_month(end)} {first}"
    return f"{moment(start)}–{moment(end)}"


def moment(value: str) -> str:
    """A year, month or day for people: "2023", "Nov 2023", "5 Nov 2023"; what is no date stays as it is."""
    parts = value.split("-")
    if len(parts) > 3 or not all(part.isdigit() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return value
    day = [str(int(parts[2]))] if len(parts) == 3 else []
    return " ".join([*day, *([_month(value)] if len(parts) > 1 else []), parts[0]])


def _month(value: str) -> str:
    return MONTHS[int(value[5:7]) - 1]


def describe(*figures: Figure) -> str:
    """Figures in words: "exports Jan–Nov 2023 29.6 bn"."""
    return ", ".join(" ".join(filter(None, (one.key.flow, one.key.product, label(one.period), one.printed, _scale(one)))) for one in figures)


def _scale(figure: Figure) -> str:
    """The scale of a printed number as an abbreviation, so that millions never stand beside billions unmarked."""
    return {10**12: "tn", 10**9: "bn", 10**6: "m", 10**3: "k"}.get(int(figure.scale), "")


def signed(figure: Figure, value: Fraction) -> str:
    """A difference of values in a figure's own scale, with its sign."""
    text = figure.scaled(value)
    return text if text.startswith("−") else f"+{text}"


def bracket(interval: Interval | None, scale: Fraction, decimals: int, plus: str = "") -> str:
    """An interval in the scale of a figure: "[40.15, 40.25]"; "" for none. `plus` stands before what is above zero."""
    if interval is None:
        return ""
    low, high = ("" if one is None else decimal(one / scale, decimals) for one in (interval.low, interval.high))
    signs = [plus if one is not None and one > 0 else "" for one in (interval.low, interval.high)]
    return f"[{signs[0]}{low or '−∞'}, {signs[1]}{high or '∞'}]"


def bounds(result: Result) -> tuple[str, str, str]:
    """Of a result in its figure's own scale: the predicted interval (signed if of a change), the printed one, the resolution."""
    predicted = bracket(result.predicted, result.scale, result.decimals, "+" if result.check in CHANGES else "")
    resolution = "" if result.resolution is None else decimal(result.resolution / result.scale, result.decimals)
    ends = [end / result.scale for end in (result.shown.low, result.shown.high) if end is not None] if result.shown else []
    needed = next((count for count in range(result.decimals) if all((end * 10**count).denominator == 1 for end in ends)), result.decimals)
    return predicted, bracket(result.shown, result.scale, needed), resolution
