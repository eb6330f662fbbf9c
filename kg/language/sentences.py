"""Sentence starts: which tokens begin a sentence, cannot begin one, or are left to the parser."""

from __future__ import annotations

import re
from collections.abc import Sequence

BEGINS, WITHIN, OPEN = 1, -1, 0

_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*|\f+\s*|\u2029\s*")
_LINE_END = re.compile(r"\r\n?|\n|\u2028|\x85")
_MARK = re.compile(r"[^\S\n]*(?:[•·●▪◦‣*–—-](?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))")
_ENDS = frozenset((".", "!", "?", "…", "?!", "!!", "!?", "??", "。", "！", "？"))
_SHOUT = re.compile(r"[!?]{2,}")
# Ends a line where no full stop does: a rule across the page, an address.
_APART = re.compile(r"[=*_~#<>-]{3,}|\S+@\S+|(?:https?://|www\.)\S+")
_CLOSERS = frozenset("\"”’»')]}")
_OPENERS = frozenset("\"“‘«'([{")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Always followed by the word they belong to.
_NEVER = _words(
    """mr. mrs. ms. dr. prof. gen. col. lt. sgt. capt. adm. sen. rep. gov. rev. hon. st. mt. ft. h.e. h.r.h. h.m. amb. maj.
    brig. cmdr. messrs. drs. sens. reps. govs. gens. secy. no. nos. art. arts. fig. vol. vs. e.g. i.e. ca. approx. est. ph.d.
    jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec."""
)
# May end a sentence: only before a word that opens one.
_SOMETIMES = _words(
    """u.s. u.n. u.k. e.u. u.a.e. d.c. u.s.a. u.s.s.r. a.m. p.m. inc. ltd. co. corp. plc. jsc. llc. bros. jr. sr. etc. dept.
    univ. al. p.p. pct."""
)
# Words that open a sentence and seldom continue a name ("the U.S. The ministers …", but "the U.S. President …").
_OPENING = _words(
    """the a an in on at he she it they we i you this that these those there his her its their our my as for from with by to
    of under during after before since while when if although though however but and or also both each all some many most
    several no not according meanwhile earlier later now today yesterday such another other who what which why how where
    because despite following over about among between through"""
)
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+(?:-[^\W\d_]\.)*")
_LIST_NUMBER = re.compile(r"\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}")
_TOWN = r"(?:[^\W\d_][\w’'.-]*)(?:[ -][^\W\d_][\w’'.-]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_AGENCY = r"\([^()\n]{2,40}\)|/[^/\n]{2,30}/|[A-Z][\w.]*[A-Z][\w.]*"
# "ASTANA, Kazakhstan, February 15. …", "BRUSSELS (Agency) - …", "Baku, May 3, AGENCY — …", "MOSCOW. March 2 (Agency). …"
_DATELINE = re.compile(
    rf"(?P<town>{_TOWN})(?:, {_TOWN}){{0,2}}(?:[.,]? (?P<day>{_DAY}))?(?:[.,]? ?(?P<agency>{_AGENCY}))?"
    r"\s*(?P<end>[.:]|--?|[–—])[–—-]*(?=\s|[“\"])"
)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of each paragraph: blank lines part them; a list item is one of its own."""
    found, start = [], 0
    for gap in _BLANK_LINE.finditer(text):
        found += _items(text, start, gap.start())
        start = gap.end()
    return found + _items(text, start, len(text))


def _items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start]
    cuts += [line.end() for line in _LINE_END.finditer(text, start, end) if _MARK.match(text, line.end(), end)]
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True) if text[a:b].strip()]


def dateline(text: str, start: int, end: int) -> int:
    """Where the dateline that opens the paragraph ends; `start` if there is none."""
    found = _DATELINE.match(text, start, min(end, start + 160))
    if not found or not found["town"][0].isupper():
        return start
    capitals = found["town"].isupper() and len(found["town"]) > 2
    dated = found["day"] and (capitals or found["end"] != ":")
    dashed = found["end"] not in ".:" and (found["agency"] or capitals)
    return found.end() if dated or dashed or (found["agency"] and "(/".find(found["agency"][0]) >= 0) else start


def starts(text: str, spans: Sequence[tuple[int, int]], limit: int = 250) -> list[int]:
    """For each token of one paragraph BEGINS, WITHIN or OPEN. A run of `limit` tokens without an end is cut."""
    if not spans:
        return []
    words = [text[a:b] for a, b in spans]
    opening = dateline(text, spans[0][0], spans[-1][1])
    states = [BEGINS]
    run = 1
    for index in range(1, len(spans)):
        at = spans[index][0]
        if run >= limit:
            state = BEGINS
        elif at <= opening or words[index - 1] in ("(", "[") or at < opening:
            state = WITHIN
        elif spans[index - 1][1] <= opening:
            state = BEGINS
        else:
            state = _state(text, spans, words, index)
        run = 1 if state == BEGINS else run + 1
        states.append(state)
    return states


def _state(text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], index: int) -> int:
    gap = text[spans[index - 1][1] : spans[index][0]]
    if _LINE_END.search(gap) and _new_line(text, spans, words, index):
        return BEGINS
    last = index - 1
    while last > 0 and words[last] in _CLOSERS and words[last - 1] not in _OPENERS and not _opens(text, spans, words, last):
        last -= 1
    end = words[last]
    if not _ends(end) and not end.endswith("."):
        return OPEN if _LINE_END.search(gap) or _APART.fullmatch(end) else WITHIN
    if words[index] in _CLOSERS and not _opens(text, spans, words, index):
        return WITHIN
    return _after_end(words, last, index, bool(gap))


def _ends(word: str) -> bool:
    return word in _ENDS or bool(_SHOUT.fullmatch(word))


def _opens(text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], index: int) -> bool:
    """Whether the mark at `index` opens (a straight quotation mark tells by the space around it)."""
    mark = words[index]
    if mark not in "\"'" or mark == "":
        return mark in _OPENERS
    start, end = spans[index]
    before = start == 0 or text[start - 1].isspace() or text[start - 1] in "([“—–"
    after = end >= len(text) or text[end].isspace()
    return before and not after


def _after_end(words: Sequence[str], last: int, index: int, spaced: bool) -> int:
    """A full stop or its like stands at `last`, closers up to `index`: does the token at `index` begin a sentence?"""
    first = next((word for word in words[index : index + 4] if word[0].isalnum()), "")
    end = words[last].lower()
    if not first:
        return WITHIN if index == len(words) - 1 else OPEN
    if first[0].islower():  # as nobody writes but on the web
        return OPEN if _ends(end) and last == index - 1 and words[index][0].islower() else WITHIN
    if _ends(end):
        if end == "." and _numbers_an_item(words, last):
            return WITHIN
        return BEGINS if spaced or first[0].isupper() else WITHIN
    opening = first.lower() in _OPENING and not (len(first) == 1 and first != "A")
    if last < index - 1 and end in _SOMETIMES:
        return BEGINS if not end.startswith("u.") else OPEN
    if end in _SOMETIMES:
        return BEGINS if opening and first != "A" else WITHIN
    if end in _NEVER:
        return WITHIN
    if _INITIAL.fullmatch(end):
        return BEGINS if opening and len(first) > 1 else WITHIN
    return BEGINS if spaced else WITHIN


def _numbers_an_item(words: Sequence[str], last: int) -> bool:
    return last == 1 and bool(_LIST_NUMBER.fullmatch(words[0])) and words[0] not in ("I", "a")


def _new_line(text: str, spans: Sequence[tuple[int, int]], words: Sequence[str], index: int) -> bool:
    """Whether the line that starts at `index` begins a sentence and is no mere wrap of the line before."""
    if words[index - 1] == ":":
        return True
    if not words[index][0].isupper() or words[index - 1][-1] in ",;-–—(" or words[index - 1] in _OPENERS:
        return False
    if words[index].lower() in _OPENING and words[index] != "I" and words[index - 1].lower() not in _OPENING:
        return True
    line_end = _LINE_END.search(text, spans[index][0])
    if not line_end or line_end.start() >= spans[-1][1]:
        return False
    line = text[spans[index][0] : line_end.start()].split()
    return len(line) <= 4 and all(word[0].isupper() for word in line)
