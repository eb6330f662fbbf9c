"""The checks of one article: sums, balances, printed changes, differences (A1–A5, A8, A9), like compared with like (A11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from kg.audit.figures import Change, Figure, Key, places
from kg.audit.intervals import Interval
from kg.audit.labels import Period, describe, label, signed
from kg.audit.results import Result, Verdict, judge

HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of one article by what they are about. Where an article prints a key twice, the finer printing counts."""

    article: str
    figures: Mapping[tuple[Key, Period], Figure]
    changes: Sequence[Change]

    def get(self, key: Key, period: Period) -> Figure | None:
        return self.figures.get((key, period))


def ledgers(figures: Iterable[Figure], changes: Iterable[Change], others: Iterable[str] = ()) -> Iterator[Ledger]:
    """One ledger an article, in the order of their ids, those of `others` too."""
    found: dict[str, dict[tuple[Key, Period], Figure]] = defaultdict(dict)
    moved: dict[str, list[Change]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: (one.article, one.step, one.iri)):
        found[figure.article].setdefault((figure.key, figure.period), figure)
    for change in sorted(changes, key=lambda one: (one.article, one.iri)):
        moved[change.article].append(change)
    for article in sorted({*found, *moved, *others}):
        yield Ledger(article, found.get(article, {}), moved.get(article, []))


def check_article(ledger: Ledger) -> Iterator[Result]:
    """Every check of one article but the joint one."""
    yield from sums(ledger)
    yield from balances(ledger)
    for change in ledger.changes:
        yield from moves(ledger, change)
    yield from differences(ledger)
    yield from between(ledger)


def sums(ledger: Ledger) -> Iterator[Result]:
    """A1: exports + imports = turnover."""
    for (key, period), total in ledger.figures.items():
        if key.flow == "turnover":
            parts = [ledger.get(key.flowing(flow), period) for flow in ("exports", "imports")]
            yield from _combined("A1", total, parts, "+")


def balances(ledger: Ledger) -> Iterator[Result]:
    """A2: exports − imports = balance (a deficit is printed without its sign)."""
    for (key, period), total in ledger.figures.items():
        if key.flow in ("balance", "surplus", "deficit"):
            parts = [ledger.get(key.flowing(flow), period) for flow in ("exports", "imports")]
            yield from _combined("A2", total, parts[::-1] if key.flow == "deficit" else parts, "−")


def _combined(check: str, total: Figure, parts: Sequence[Figure | None], sign: str) -> Iterator[Result]:
    first, second = parts
    present = [one for one in parts if one]
    if not present or not all(total.period):
        return
    if first is None or second is None:
        lacking = next(flow for flow in ("exports", "imports") if flow != present[0].key.flow)
        text = f"{describe(total, *present)}; {lacking} {label(total.period)} not printed"
        yield Result(
            check,
            total.article,
            text,
            Verdict.NOT_CHECKABLE,
            total.printed,
            parts=_iris(total, *present),
            passage=total.evidence,
        )
        return
    minus = sign == "−"
    point = first.value - second.value if minus else first.value + second.value
    rounded = first.interval - second.interval if minus else first.interval + second.interval
    cut = first.hull - second.hull if minus else first.hull + second.hull
    verdict = judge(point, total.value, total.step, (rounded, total.interval), (cut, total.hull))
    yield Result(
        check,
        total.article,
        f"{describe(first)} {sign} {describe(second)} = {describe(total)}",
        verdict,
        total.printed,
        rounded,
        total.interval,
        point - total.value,
        _iris(total, first, second),
        total.evidence,
        total.scale,
        total.decimals + 1,
    )


def moves(ledger: Ledger, change: Change) -> Iterator[Result]:
    """A3 and A4: a printed change against the two printed values; A5: its sign against their order; A11: like with like."""
    if change.kind == "points" or not all(change.period):
        return
    check = "A4" if change.kind == "absolute" else "A3"
    after = _valued(ledger, change, change.period)
    before = _valued(ledger, change, change.base) if all(change.base) else None
    if after is None or before is None:
        if after is not None:
            base = f"{after.key.flow} {label(change.base)} not printed" if all(change.base) else "no base period stated"
            text = f"{describe(after)}; {base}"
            parts = (change.iri, after.iri)
            yield Result(check, change.article, text, Verdict.NOT_CHECKABLE, change.printed, parts=parts, passage=change.evidence)
        return
    if not comparable(change.period, change.base):
        yield _result("A11", change, after, before, Verdict.NOT_COMPARABLE)
        return
    yield from _moved(check, change, after, before)
    if _sign(change) * (after.value - before.value) < 0 and not after.interval.meets(before.interval):
        yield _result("A5", change, after, before, Verdict.DOES_NOT_RECONCILE)


def _moved(check: str, change: Change, after: Figure, before: Figure) -> Iterator[Result]:
    if change.kind == "absolute":
        point, rounded, cut = after.value - before.value, after.interval - before.interval, after.hull - before.hull
    elif not before.value or (before.interval.low is not None and before.interval.low <= 0):
        yield _result(check, change, after, before, Verdict.NOT_CHECKABLE)
        return
    else:
        point, rounded, cut = after.value / before.value, after.interval.over(before.interval), after.hull.over(before.hull)
        if change.kind == "percent":
            point = HUNDRED * (point - 1)
            rounded, cut = (one.shifted(Fraction(-1)).scaled(HUNDRED) for one in (rounded, cut))
        elif change.value < 0:  # "halved" is printed as −2: the older value over the newer
            point, rounded, cut = -(1 / point), -before.interval.over(after.interval), -before.hull.over(after.hull)
    verdict = judge(point, change.value, change.step, (rounded, change.interval), (cut, change.hull))
    yield replace(_result(check, change, after, before, verdict), predicted=rounded, residual=point - change.value)


def differences(ledger: Ledger) -> Iterator[Result]:
    """A9: the change of turnover is that of exports plus that of imports, in values."""
    for (key, period), total in ledger.figures.items():
        if key.flow != "turnover":
            continue
        for (other, earlier), base in ledger.figures.items():
            if other == key and earlier < period and comparable(period, earlier):
                parts = [ledger.get(key.flowing(flow), one) for flow in ("exports", "imports") for one in (period, earlier)]
                present = [one for one in parts if one]
                if len(present) == len(parts):
                    yield _difference(total, base, present)


def _difference(total: Figure, base: Figure, parts: Sequence[Figure]) -> Result:
    exports, exported, imports, imported = parts
    point = (exports.value - exported.value) + (imports.value - imported.value)
    rounded = (exports.interval - exported.interval) + (imports.interval - imported.interval)
    cut = (exports.hull - exported.hull) + (imports.hull - imported.hull)
    printed = total.value - base.value
    shown, hull = total.interval - base.interval, total.hull - base.hull
    # a difference of two printed figures is itself exact only if the point results are equal
    verdict = Verdict.EXACT if point == printed else judge(point, printed, Fraction(0), (rounded, shown), (cut, hull))
    sides = (
        f"Δ{one.key.flow} {signed(one, one.value - earlier.value)}" for one, earlier in ((total, base), (exports, exported), (imports, imported))
    )
    text = "{} = {} + {}".format(*sides) + f" from {label(base.period)} to {label(total.period)}"
    change = signed(total, printed)
    iris, decimals = _iris(total, base, *parts), total.decimals + 1
    return Result("A9", total.article, text, verdict, change, rounded, shown, point - printed, iris, total.evidence, total.scale, decimals)


def between(ledger: Ledger) -> Iterator[Result]:
    """A8: the change of turnover in percent lies between those of exports and imports; only a breach is told."""
    percents = {(one.key, one.period, one.base): one for one in ledger.changes if one.kind == "percent" and all(one.base)}
    for (key, period, base), total in percents.items():
        parts = [one for flow in ("exports", "imports") if (one := percents.get((key.flowing(flow), period, base)))]
        if key.flow != "turnover" or len(parts) < 2:
            continue
        low, high = sorted((parts[0].interval, parts[1].interval), key=lambda one: (one.low is not None, one.low))
        span = Interval(low.low, _highest(low, high))
        if not span.meets(total.interval):
            text = f"change of turnover between those of exports ({parts[0].printed}) and imports ({parts[1].printed})"
            yield Result(
                "A8",
                total.article,
                text,
                Verdict.DOES_NOT_RECONCILE,
                total.printed,
                span,
                total.interval,
                parts=_iris(total, *parts),
                passage=total.evidence,
            )


def _highest(one: Interval, other: Interval) -> Fraction | None:
    return None if one.high is None or other.high is None else max(one.high, other.high)


def _valued(ledger: Ledger, change: Change, period: Period) -> Figure | None:
    """The figure of the change's key in a period: of its unit, or the only unit printed."""
    if change.kind == "absolute" and change.key.unit:
        return ledger.get(change.key, period)
    found = [one for (key, when), one in ledger.figures.items() if when == period and _same_trade(key, change.key)]
    return found[0] if len({one.key.unit for one in found}) == 1 else None


def _same_trade(one: Key, other: Key) -> bool:
    return (one.reporter, one.partner, one.product, one.flow) == (other.reporter, other.partner, other.product, other.flow)


def comparable(period: Period, base: Period) -> bool:
    """Like with like: the same months of two years."""
    return bool(period[0] and base[0]) and period[0][4:] == base[0][4:] and period[1][4:] == base[1][4:] and period[0][:4] != base[0][:4]


def _sign(change: Change) -> int:
    if change.kind == "times":
        return 1 if change.value >= 1 else -1
    return (change.value > 0) - (change.value < 0)


def _result(check: str, change: Change, after: Figure, before: Figure, verdict: Verdict) -> Result:
    return Result(
        check,
        change.article,
        f"{describe(after)} against {describe(before)}",
        verdict,
        change.printed,
        shown=change.interval,
        parts=(change.iri, after.iri, before.iri),
        passage=change.evidence,
        scale=after.scale if change.kind == "absolute" else Fraction(1),
        decimals=after.decimals + 1 if change.kind == "absolute" else max(3, places(change.step) + 1),
    )


def _iris(*parts: Figure | Change) -> tuple[str, ...]:
    return tuple(one.iri for one in parts)
