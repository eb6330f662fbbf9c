"""Checks across articles: bases (A6), cumulation (A12), subsets (A13), scale (A14), repetition (A15), mirrors (A16), later values (A17)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from kg.audit.checks import HUNDRED, comparable
from kg.audit.figures import Change, Figure, Key
from kg.audit.intervals import Interval
from kg.audit.labels import describe, label
from kg.audit.results import Result, Verdict, judge

SCALE = 5  # a value further than this factor from the last known one of its key is worth a look (A14)
MIRROR = Fraction(3, 10)  # mirror values often differ by tens of percent: only wider gaps are told (A16)
VINTAGE_DAYS = 45  # statistics of a month are commonly revised in the next months' releases

Part = Callable[[str, str, str], bool]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two articles print values for one key that cannot both be meant: revision, different vintage or conflict."""

    key: str
    left: Figure
    right: Figure
    relation: str


def check_articles(figures: Sequence[Figure], changes: Iterable[Change], part_of: Part) -> Iterator[Result]:
    """Every check that looks across articles. `part_of(one, other, day)` says whether a party belongs to another on a day."""
    grouped: dict[Key, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: (one.published, one.article, one.period, one.iri)):
        if all(figure.period):
            grouped[figure.key].append(figure)
    yield from bases(grouped, changes)
    for found in grouped.values():
        yield from cumulations(found)
        yield from scales(found)
        yield from later(found)
    yield from subsets(grouped, part_of)
    yield from mirrors(grouped)
    yield from repetitions(figures)


def bases(grouped: dict[Key, list[Figure]], changes: Iterable[Change]) -> Iterator[Result]:
    """A6: the base recovered from a value and its change, against that base as another article prints it."""
    index: dict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for key, found in grouped.items():
        index[(key.reporter, key.partner, key.product, key.flow)] += found
    for change in changes:
        if change.kind != "percent" or not all(change.base) or change.interval.low is None or change.interval.low <= -HUNDRED:
            continue
        known = index.get((change.key.reporter, change.key.partner, change.key.product, change.key.flow), [])
        after = next((one for one in known if one.article == change.article and one.period == change.period), None)
        if after is None or any(one.article == change.article and one.period == change.base for one in known):
            continue
        for before in known:
            if before.period == change.base and before.key.unit == after.key.unit and before.article != change.article:
                yield _base(change, after, before)


def _base(change: Change, after: Figure, before: Figure) -> Result:
    growth = change.interval.scaled(1 / HUNDRED).shifted(Fraction(1))
    cut = change.hull.scaled(1 / HUNDRED).shifted(Fraction(1))
    point = after.value / (1 + change.value / HUNDRED)
    rounded = after.interval.over(growth)
    verdict = judge(point, before.value, before.step, (rounded, before.interval), (after.hull.over(cut), before.hull))
    text = f"{describe(after)} and change {change.printed} against {describe(before)} ({before.article})"
    iris = (after.iri, change.iri, before.iri)
    residual, decimals = point - before.value, before.decimals + 2
    shown = (rounded, before.interval, residual, iris, change.evidence, before.scale, decimals)
    return Result("A6", change.article, text, verdict, before.printed, *shown)


def cumulations(found: Sequence[Figure]) -> Iterator[Result]:
    """A12: January–m is at most January–n for m < n, flows that cannot fall; only a proven breach is told."""
    for one, other in combinations(found, 2):
        shorter, longer = (one, other) if one.period[1] < other.period[1] else (other, one)
        if one.key.flow not in ("turnover", "exports", "imports") or shorter.period[0] != longer.period[0] or shorter.period == longer.period:
            continue
        if shorter.period[0][:4] == longer.period[1][:4] and _above(shorter.interval, longer.interval):
            text = f"{describe(shorter)} ({shorter.article}) is more than {describe(longer)} ({longer.article})"
            yield _breach("A12", longer, shorter, text)


def subsets(grouped: dict[Key, list[Figure]], part_of: Part) -> Iterator[Result]:
    """A13: trade with a member is at most trade with the whole; only a proven breach is told."""
    by_rest: dict[tuple[str, str, str, str], list[Figure]] = defaultdict(list)
    for key, found in grouped.items():
        if key.partner and key.flow in ("turnover", "exports", "imports"):
            by_rest[(key.reporter, key.product, key.flow, key.unit)] += found
    for found in by_rest.values():
        for member in found:
            for whole in found:
                same = member.period == whole.period and member.key.partner != whole.key.partner
                if same and part_of(member.key.partner, whole.key.partner, member.period[1]) and _above(member.interval, whole.interval):
                    text = f"{describe(member)} with {member.key.partner} is more than {describe(whole)} with {whole.key.partner}"
                    yield _breach("A13", member, whole, text)


def scales(found: Sequence[Figure]) -> Iterator[Result]:
    """A14: a value more than fivefold, or less than a fifth of, the last known one of its key (same months, another year)."""
    for at, figure in enumerate(found):
        last = next((one for one in reversed(found[:at]) if comparable(figure.period, one.period) and one.article != figure.article), None)
        if last is not None and last.value > 0 and not 1 <= SCALE * figure.value / last.value <= SCALE * SCALE:
            yield _advice("A14", figure, last, f"{describe(figure)} beside {describe(last)} ({last.article}): more than a factor of {SCALE}")


def repetitions(figures: Iterable[Figure]) -> Iterator[Result]:
    """A15: one article prints the same figure, to three digits at least, for two keys."""
    seen: dict[tuple[str, Fraction, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.value and figure.value / figure.step >= 100:
            seen[(figure.article, figure.value, figure.key.unit)].append(figure)
    for found in seen.values():
        for one, other in combinations(sorted(found, key=lambda figure: figure.iri), 2):
            if (one.key, one.period) != (other.key, other.period) and not _swapped(one, other):
                yield _advice("A15", one, other, f"the same figure stands for {describe(one)} and {describe(other)}")


def mirrors(grouped: dict[Key, list[Figure]]) -> Iterator[Result]:
    """A16: what A says it sells to B against what B says it buys from A; gaps of tens of percent are normal."""
    for key, found in grouped.items():
        if key.flow != "exports" or not key.partner:
            continue
        for figure in found:
            for other in grouped.get(Key(key.partner, key.reporter, key.product, "imports", key.unit), []):
                if other.period == figure.period and abs(figure.value - other.value) > MIRROR * max(figure.value, other.value):
                    yield _advice("A16", figure, other, f"{describe(figure)} to {key.partner} beside its {describe(other)} ({other.article})")


def later(found: Sequence[Figure]) -> Iterator[Result]:
    """A17: a later article prints another value for the key: a revision or a disagreement, never an error."""
    for dispute in disputed(found):
        text = f"{describe(dispute.left)} ({dispute.left.article}) and {describe(dispute.right)} ({dispute.right.article}): {dispute.relation}"
        yield _advice("A17", dispute.right, dispute.left, text)


def disputes(figures: Iterable[Figure]) -> Iterator[Dispute]:
    """Pairs of articles whose values for one key do not agree within their rounding. Areas are compared as printed: a subset
    is never an equal."""
    grouped: dict[Key, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: (one.published, one.article, one.period, one.iri)):
        if all(figure.period):
            grouped[figure.key].append(figure)
    for key in sorted(grouped, key=str):
        yield from disputed(grouped[key])


def disputed(found: Sequence[Figure]) -> Iterator[Dispute]:
    for one, other in combinations(found, 2):
        if one.period == other.period and one.article != other.article and not one.interval.meets(other.interval):
            key = one.key
            name = " · ".join(filter(None, (key.reporter, key.partner, key.flow, key.product, label(one.period), key.unit)))
            yield Dispute(name, one, other, _relation(one, other))


def _relation(one: Figure, other: Figure) -> str:
    """A source that corrects itself revises; releases of different dates are vintages; the rest is conflict."""
    if one.publisher and one.publisher == other.publisher and one.published != other.published:
        return "revision"
    if one.published and other.published and _days(one.published, other.published) > VINTAGE_DAYS:
        return "different vintage"
    return "conflict"


def _days(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _above(one: Interval, other: Interval) -> bool:
    """Is every number of one interval greater than every number of the other?"""
    return one.low is not None and other.high is not None and one.low > other.high


def _swapped(one: Figure, other: Figure) -> bool:
    """Exports of A to B and imports of B from A are one flow seen from both sides."""
    flows = {one.key.flow, other.key.flow}
    crossed = one.key.reporter == other.key.partner and one.key.partner == other.key.reporter
    return crossed and one.period == other.period and flows in ({"exports", "imports"}, {"turnover"})


def _breach(check: str, one: Figure, other: Figure, text: str) -> Result:
    return _compared(check, one, other, text, Verdict.DOES_NOT_RECONCILE)


def _advice(check: str, one: Figure, other: Figure, text: str) -> Result:
    return _compared(check, one, other, text, Verdict.ADVICE)


def _compared(check: str, one: Figure, other: Figure, text: str, verdict: Verdict) -> Result:
    iris = (one.iri, other.iri)
    return Result(check, one.article, text, verdict, one.printed, other.interval, one.interval, None, iris, one.evidence, one.scale, one.decimals + 1)
