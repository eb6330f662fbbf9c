"""Authors: those for whom a joint or signed statement says "we" outside any quotation."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.model import Mention, Reading, Span

_BY = re.compile(r"\b(?:joint )?(?:statement|communiqu[eé]|declaration|message|remarks)\b[^,:;]{0,40}?\b(?:from|by|of)\b", re.IGNORECASE)
_ON = re.compile(r"\b(?:on|about|regarding|following|after|at|for|to mark)\b|[:–—]", re.IGNORECASE)
_WE = re.compile(r"\bWe, (?=the\b)")
_LIST = re.compile(r"(?:\s*\([^)]*\))?\s*(?:,|and|,\s*and)?\s*(?:the\s+)?(?:[\w ]+\bof\s+)?(?:the\s+)?")
_NAMED = ("person", "state", "organisation")


@lru_cache(maxsize=1)
def authors(reading: Reading) -> tuple[Mention, ...]:
    """The parties that "We, the leaders of …" lists, else those that the headline says the statement is by."""
    text = reading.document.text
    if (we := _WE.search(text)) is not None:
        end = text.find("\n\n", we.end())
        found = _inside(reading, Span(we.end(), end if end > 0 else len(text), "", "text"))
        return _joined(text, found, we.end())
    title = reading.document.field("title")
    if (by := _BY.search(title)) is None:
        return ()
    on = _ON.search(title, by.end())
    return _inside(reading, Span(by.end(), on.start() if on else len(title), "", "title"))


def _inside(reading: Reading, span: Span) -> tuple[Mention, ...]:
    """The parties named in a passage, in the order printed; those within a longer one are left out."""
    found = [one for one in reading.mentions if one.kind in _NAMED and one.span.field == span.field and span.start <= one.span.start < span.end]
    outer = [one for one in found if not any(other is not one and other.span.covers(one.span) and other.span != one.span for other in found)]
    meant = [who for one in sorted(outer, key=lambda one: one.span) for who in reading.links.of(one)]
    return tuple(dict.fromkeys(meant))


def _joined(text: str, found: tuple[Mention, ...], start: int) -> tuple[Mention, ...]:
    """Of the parties after "We, the leaders of", those that stand in one list."""
    kept: list[Mention] = []
    for one in found:
        between = text[start : one.span.start]
        if kept and not _LIST.fullmatch(between):
            break
        kept.append(one)
        start = one.span.end
    return tuple(kept)
