"""Patterns: the words that every match of a regular expression needs, and alternatives in an order that is quick to try.

Sentences without those words are passed over: looking for a word is many times as fast as looking for a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_FOLDED = int(re.IGNORECASE)
_ITEM = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<group>\((?:\?:|\?P<\w+>)?(?!\?))|(?P<other>\(\?|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|[.^$])|(?P<letter>.)", re.DOTALL
)
_COUNT = re.compile(r"(?:[?*+]|\{(?P<least>\d*)(?:,\d*)?\})\??")


def search(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first match of a pattern, looked for only where one may be."""
    return pattern.search(text) if may_hold(pattern, text, text.lower()) else None


def may_hold(pattern: re.Pattern[str], text: str, lowered: str) -> bool:
    """Are words there without which the pattern cannot match? `lowered` is the text in lower case."""
    folded = pattern.flags & _FOLDED != 0
    if folded:
        text = lowered
    alternatives = _needs(pattern.pattern, folded)
    for runs in alternatives:
        for run in runs:
            for word in run:
                if word in text:
                    break
            else:
                break
        else:
            return True
    return not alternatives


@lru_cache(maxsize=1024)
def literals(pattern: str, folded: bool = False) -> tuple[str, ...]:
    """Words of which one at least stands in every match of a regular expression, () where that cannot be told; in lower
    case if `folded`."""
    alternatives = _needs(pattern, folded)
    found = {word for runs in alternatives for word in runs[0]}
    return _rarest(found)


@lru_cache(maxsize=1024)
def _needs(pattern: str, folded: bool) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """For each alternative of a regular expression the sets of words of which a match holds one each, those of the longest,
    which are the rarest, first; () where an alternative needs none."""
    needs = []
    for alternative in _alternatives(pattern):
        runs = sorted((run for run in _needed(alternative) if run), key=lambda run: -min(map(len, run)))
        if not runs:
            return ()
        needs.append(tuple(_rarest({word.lower() if folded else word for word in run}) for run in runs))
    return tuple(needs)


def _rarest(words: set[str]) -> tuple[str, ...]:
    """The words that hold no other of them."""
    return tuple(sorted(one for one in words if not any(one != other and other in one for other in words)))


class Index:
    """Many patterns, and which of them may match in a text: each word is looked into once, however often it comes."""

    def __init__(self, patterns: Iterable[re.Pattern[str]]) -> None:
        pieces = [{max(word.split() or [""], key=len) for word in literals(one.pattern, True)} or {""} for one in patterns]
        self._always = frozenset(number for number, some in enumerate(pieces) if "" in some)
        self._pieces = tuple((piece, number) for number, some in enumerate(pieces) for piece in sorted(some - {""}))
        self._told = lru_cache(maxsize=50_000)(self._held)

    def _held(self, word: str) -> frozenset[int]:
        return frozenset(number for piece, number in self._pieces if piece in word)

    def among(self, text: str) -> list[int]:
        """The numbers of the patterns that may match, in their order."""
        return sorted(self._always.union(*map(self._told, text.lower().split())))


def by_letter(alternatives: str) -> str:
    """The alternatives of a regular expression, those of one first letter together: most are passed over at once. Each must
    begin with a letter that it cannot do without."""
    groups: dict[str, list[str]] = {}
    for one in _alternatives(alternatives):
        groups.setdefault(one[0], []).append(one[1:])
    return "|".join(letter + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for letter, rest in groups.items())


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
