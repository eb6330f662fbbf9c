"""Quotations: passages inside quotation marks of either style, one over several paragraphs taken as one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from kg.model import Analysis, Field, Mention

_OPENING, _CLOSING = "“„«", "”»"
_MARK = re.compile(r"[“”„«»\"]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)")
_LONGEST = 6000


def find(analysis: Analysis) -> list[Mention]:
    """Quotation mentions: `head` is what stands inside the marks, `span` includes them."""
    found = []
    for name in ("title", "text"):
        text = analysis.document.field(name)
        found += [_mention(analysis, name, start, end) for start, end in _pairs(text)]
    return found


def _mention(analysis: Analysis, name: Field, start: int, end: int) -> Mention:
    document = analysis.document
    text = document.field(name)
    closed = end - 1 > start and text[end - 1] in _CLOSING + "\"’'"
    head = document.span(start + 1, end - 1 if closed else end, name)
    return Mention("quotation", document.span(start, end, name), head.text, head)


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of each quotation with its marks. A paragraph that ends open goes on if the next begins with a mark."""
    marks = [(match.start(), match.group()) for match in _MARK.finditer(text)]
    doubles = [(at, mark) for at, mark in marks if mark not in "‘’'"]
    taken = list(_match(text, doubles))
    yield from taken
    opens = [start for start, _ in taken]
    for start, end in _singles(text, marks):
        first, last = bisect_right(opens, start), bisect_left(opens, end)
        if (first == 0 or taken[first - 1][1] <= start) and (last == first or taken[last - 1][1] <= end):
            yield start, end


def _match(text: str, marks: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    start = resumed = -1
    straight = False
    for at, mark in marks:
        if start < 0:
            if mark not in _CLOSING and (mark != '"' or _opens(text, at)):
                start, resumed, straight = at, at, mark == '"'
            continue
        broken = text.find("\n\n", start, at) >= 0
        if (mark in _CLOSING and not straight) or (mark == '"' and straight and not _resumes(text, at)):
            if not broken or _carried(text, start, at):
                yield start, at + 1
                start = -1
            else:
                yield start, _paragraph_end(text, resumed)
                start = -1
        elif at - start > _LONGEST or (broken and not (_resumes(text, at) and _carried(text, start, at))):
            yield start, _paragraph_end(text, resumed)
            start, resumed, straight = at, at, mark == '"'
        elif _resumes(text, at):
            resumed = at
    if start >= 0 and _paragraph_end(text, resumed) > start + 1:
        yield start, _paragraph_end(text, resumed)


def _opens(text: str, at: int) -> bool:
    return at + 1 < len(text) and not text[at + 1].isspace() and (at == 0 or not text[at - 1].isalnum())


def _resumes(text: str, at: int) -> bool:
    """Does the mark at `at` open a paragraph?"""
    return text[max(0, at - 40) : at].rstrip(" \t").endswith("\n") and at + 1 < len(text) and not text[at + 1].isspace()


def _carried(text: str, start: int, end: int) -> bool:
    """Does every paragraph of an open quotation after its first begin with a mark?"""
    return all(part.lstrip()[:1] in _OPENING + '"' for part in re.split(r"\n\s*\n", text[start:end])[1:] if part.strip())


def _paragraph_end(text: str, start: int) -> int:
    stop = text.find("\n\n", start)
    return len(text[: stop if stop >= 0 else len(text)].rstrip())


def _singles(text: str, marks: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Quotations in single marks, in articles that use them: both ends in one paragraph, no apostrophe."""
    start = -1
    for at, mark in marks:
        if mark == "‘" or (mark == "'" and start < 0 and _opens(text, at)):
            start = at
        elif mark in "’'" and start >= 0 and at > start + 1:
            if text.find("\n\n", start, at) < 0 and (
                text[at - 1] in ".,!?…" or text[start + 1].isupper() or text[at + 1 : at + 2] in (" ", ".", ",")
            ):
                yield start, at + 1
            start = -1
