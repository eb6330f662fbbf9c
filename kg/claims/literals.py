"""Literals: words of which one at least stands in every match of a pattern, so that sentences without them are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_ITEM = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<\w+>)?(?!\?))|(?P<other>\(\?|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[.^$])|(?P<letter>.)", re.DOTALL
)
_COUNT = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?:,\d*)?\})\??")


@lru_cache(maxsize=1024)
def literals(pattern: str, folded: bool = False) -> tuple[str, ...]:
    """Words of which one at least stands in every match of a regular expression, () where that cannot be told; in lower
    case if `folded`."""
    found: set[str] = set()
    for alternative in _alternatives(pattern):
        runs = [one for one in _needed(alternative) if one]
        if not runs:
            return ()
        found.update(max(runs, key=lambda run: min(map(len, run))))  # the longest words are the rarest
    if folded:
        found = {one.lower() for one in found}
    return tuple(sorted(one for one in found if not any(one != other and other in one for other in found)))


def _needed(alternative: str) -> Iterator[tuple[str, ...]]:
    """The runs of letters that a sequence cannot do without, one after another; of a group, those of its alternatives."""
    run, at = "", 0
    while item := _ITEM.match(alternative, at):
        opened = item["around"] or item["group"] or item["other"] == "(?"
        at = _closing(alternative, item.end()) + 1 if opened else item.end()
        count = _COUNT.match(alternative, at)
        least = 1 if count is None or count.group()[0] == "+" else int(count["least"] or 0)
        if item["letter"] and least:
            run += item["letter"]
        if not item["letter"] or count:
            yield (run,) if run else ()
            run = ""
        if item["group"] and least:
            yield literals(alternative[item.end() : at - 1])
        at = count.end() if count else at
    yield (run,) if run else ()


def _alternatives(pattern: str) -> Iterator[str]:
    first = 0
    for at, depth in _marks(pattern, 0):
        if not depth and pattern[at] == "|":
            yield pattern[first:at]
            first = at + 1
    yield pattern[first:]


def _closing(pattern: str, at: int) -> int:
    """Where the group that is open at `at` closes."""
    return next(index for index, depth in _marks(pattern, at) if depth < 0)


def _marks(pattern: str, at: int) -> Iterator[tuple[int, int]]:
    """Brackets and bars of a pattern from `at` on, with how many groups have opened since."""
    depth = 0
    for match in re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<mark>[()|])", re.DOTALL).finditer(pattern, at):
        if match["mark"]:
            depth += {"(": 1, ")": -1, "|": 0}[match["mark"]]
            yield match.start(), depth
