"""Surface forms of the reference tables where they stand in a text, with what each may stand for.

The longest form wins. Upper-case headlines are read without regard to case, short acronyms excepted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.ontology.lexicon import Sense, lexicon

FIRST = re.compile(r"[^\W_]+")
CAPITAL = re.compile(r"(?<![^\W_])(?:[^\W\d_a-z][^\W_]*|former Yugoslav|state of)")
# straight quotes and hyphens, blanks, and Vietnamese letters without their tone ("Việt Nam")
STRAIGHT = str.maketrans("’‘‐‑\u00a0\n\t", "''--   ") | {code: unicodedata.normalize("NFD", chr(code))[0] for code in range(0x1EA0, 0x1EFA)}
TITLES_OF_STATES = re.compile(
    r"(?:(?:[Tt]he )?(?:Republic|Kingdom|State|Sultanate|Principality|Commonwealth|Federal Republic|Islamic Republic|People's Republic"
    r"|Federative Republic|Arab Republic|Bolivarian Republic|Socialist Republic|Democratic Republic|Hashemite Kingdom) of (?:the )?)$"
)
ORDINARY = frozenset({"US", "WHO", "ICE", "CAN"})  # acronyms that are words where a headline is printed in capitals


@dataclass(frozen=True, slots=True)
class Hit:
    """A form at offsets of the text, and its senses; `printed` is the form as the tables spell it."""

    start: int
    end: int
    printed: str
    senses: tuple[Sense, ...]


@cache
def _tables() -> tuple[dict[str, list[tuple[str, str, tuple[Sense, ...]]]], dict[str, list[tuple[str, str, tuple[Sense, ...]]]]]:
    """Forms by their first word, longest first: as printed, and in upper case."""
    plain: dict[str, dict[str, tuple[str, tuple[Sense, ...]]]] = defaultdict(dict)
    upper: dict[str, dict[str, tuple[str, tuple[Sense, ...]]]] = defaultdict(dict)
    for form, senses in lexicon().forms.items():
        key = form.translate(STRAIGHT)
        first = FIRST.match(key)
        if first is None:
            continue
        plain[first.group()].setdefault(key, (form, senses))
        if len(key) > 3 and not key.isupper():
            upper[first.group().upper()].setdefault(key.upper(), (form, senses))
    plain["Korea"].setdefault("Korea", ("Korea", lexicon().find("South Korea")))  # read only where the article tells which
    return _sorted(plain), _sorted(upper)


def _sorted(table: dict[str, dict[str, tuple[str, tuple[Sense, ...]]]]) -> dict[str, list[tuple[str, str, tuple[Sense, ...]]]]:
    return {first: sorted(((key, *rest) for key, rest in forms.items()), key=lambda one: (-len(one[0]), one[0])) for first, forms in table.items()}


def hits(text: str) -> Iterator[Hit]:
    """Every longest form, in order, without overlaps."""
    plain, upper = _tables()
    flat = text.translate(STRAIGHT)
    done = 0
    for match in CAPITAL.finditer(flat):
        start = match.start()
        if start < done or _inside_address(flat, start):
            continue
        word = FIRST.match(match.group())
        first = word.group() if word else ""
        hit = _longest(flat, start, plain.get(first, ()))
        if hit is None and len(first) > 2 and first.isupper():
            hit = _longest(flat, start, upper.get(first, ()), folded=True)
        if hit is not None:
            done = hit.end
            yield hit


def _longest(flat: str, start: int, forms: list[tuple[str, str, tuple[Sense, ...]]] | tuple[()], folded: bool = False) -> Hit | None:
    for key, form, senses in forms:
        if flat.startswith(key, start) and _ends(flat, start + len(key), key):
            if key in ORDINARY and not folded and _shouted(flat):
                return None
            return Hit(_opening(flat, start, senses), start + len(key), form, senses)
    return None


@lru_cache(maxsize=4)
def _shouted(flat: str) -> bool:
    """Is the text printed in capitals?"""
    return flat.isupper() or sum(map(str.isupper, flat)) > 0.7 * max(1, sum(map(str.isalpha, flat)))


def _ends(flat: str, end: int, key: str) -> bool:
    """Is the form a word of its own: no letter, digit or currency sign follows?"""
    if end >= len(flat):
        return True
    if key.endswith(".") or not (flat[end].isalnum() or flat[end] in "_$€£"):
        return not (flat[end] == "+" and not key[-1].islower())  # "OPEC+" is not OPEC, "G7+" not the G7
    return False


def _opening(flat: str, start: int, senses: tuple[Sense, ...]) -> int:
    """The start of the form with a state's style before it ("the Republic of" Kazakhstan), the article left out."""
    if senses[0].row.kind != "state" or senses[0].form not in ("name", "alias"):
        return start
    style = TITLES_OF_STATES.search(flat, max(0, start - 40), start)
    if style is None or (style.start() > 0 and flat[style.start() - 1].isalnum()):
        return start
    return style.start() + (4 if style.group().lower().startswith("the ") else 0)


def _inside_address(flat: str, start: int) -> bool:
    """Part of a web or mail address, a hashtag or a handle."""
    before = flat[start - 1] if start else " "
    return before in "@#/_" or (before == "." and start > 1 and flat[start - 2].isalpha() and flat[start - 2].islower())
