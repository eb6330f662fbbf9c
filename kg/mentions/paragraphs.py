"""Paragraphs: where those of a text begin and end, and the matches of a pattern in those that can hold any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_BREAK = re.compile(r"\n[^\S\n]*\n")
_AHEAD = 40  # characters after a paragraph that a pattern may look at


@lru_cache(maxsize=4)
def paragraphs(text: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """The text in lower case; start and end of each paragraph, and its words in lower case."""
    ends = [*(match.end() for match in _BREAK.finditer(text)), len(text)]
    return text.lower(), tuple((start, end, text[start:end].lower()) for start, end in zip([0, *ends[:-1]], ends, strict=True))


def matches(pattern: re.Pattern[str], text: str, words: Sequence[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern in a text, looked for where one of `words` (lower case) stands: each match must hold one."""
    whole, parts = paragraphs(text)
    words = [word for word in words if word in whole]
    for start, end, low in parts if words else ():
        if any(word in low for word in words):
            for match in pattern.finditer(text, start, min(end + _AHEAD, len(text))):
                if match.start() < end:
                    yield match
