"""The words and marks of an article as the finders of this package scan them, with paragraph breaks.

Words are cut more coarsely than a parser's tokens ("D'Alema", "al-Assad", "Jr.", "U.S." are one word) and more finely
where a name stands inside a compound. A possessive "'s" is a mark of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from kg.mentions.vocabularies import BODIES, GOVERNMENTAL, HEADS, PORTFOLIO
from kg.model import Analysis, Field, Mention, Sentence, Span

ABBREVIATED = "Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|St|Jr|Sr|Prof|Adm|Maj|Capt|Gov|Amb|Hon|Rt|Brig|Pres|Rev|Sec|Ph|Hrh|Messrs"
INITIALS = "Kh|Ts|Ch|Sh|Yu|Ya|Zh|Dz"  # of given names that one letter of Cyrillic opens
_WORD = re.compile(
    rf"(?P<word>(?:[A-Z]\.)+[A-Z](?= [A-Z][a-z])|(?:[A-Z]\.-?){{2,}}|[A-Z]\.(?!\w)|[A-Z]\.(?=[A-Z][a-z])|(?:{INITIALS})\.(?= ?[A-Z][a-z])"
    rf"|(?:{ABBREVIATED})\.|[^\W_]+(?:[’'](?!s\b)[^\W\d_]+|-[^\W_]+)*)"
    r"|(?P<own>[’'] ?s\b)|(?P<stop>\n[ \t]*\n\s*)|(?P<mark>[^\w\s])"
)
_RUN_INTO = HEADS | {word for word in PORTFOLIO if len(word) > 5} | set("first prime acting vice".split())  # "KazMunayGas" is one word
_ONCE = re.compile(r"(?:[Tt]hen|[Ee]x)-[A-Z]")
_PREPOSITION = re.compile(r" (?:of|for|on) ")
_RUN_IN = re.compile(r"(?<=[a-zà-ž])(?=[A-Z][a-z]+|[A-Z]{3})")  # a caption run into the name before it: "Recep TayyipPresident of Turkey"


class Word(NamedTuple):
    """A word ("word"), a punctuation mark or possessive ("mark") or a paragraph break ("stop")."""

    start: int
    end: int
    text: str
    kind: str
    low: str
    name: str  # the model's name label, "" if none

    @property
    def capital(self) -> bool:
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True)
class Words:
    """The words of one field of an article, with the parties that begin at each."""

    analysis: Analysis
    field: Field
    words: tuple[Word, ...]
    parties: dict[int, tuple[Mention, int]]  # index of first word → the party and the index after its last word

    def __len__(self) -> int:
        return len(self.words)

    def low(self, index: int) -> str:
        """The lower-case word at `index`, "" beyond either end."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def span(self, first: int, end: int) -> Span:
        return self.analysis.document.span(self.words[first].start, self.words[end - 1].end, self.field)

    @cached_property
    def party_ends(self) -> dict[int, tuple[Mention, int]]:
        """Index after a party's last word → the party and the index of its first word."""
        return {end: (party, first) for first, (party, end) in self.parties.items()}

    @cached_property
    def openings(self) -> frozenset[int]:
        """Indices of words that open a sentence: their capital says nothing."""
        starts = {sentence.span.start for sentence in _sentences(self.analysis, self.field)}
        return frozenset(
            i
            for i, word in enumerate(self.words)
            if word.start in starts or i == 0 or self.words[i - 1].kind == "stop" or self.words[i - 1].low in '“"'
        )

    @cached_property
    def shouted(self) -> bool:
        """Is the field printed in capitals?"""
        letters = [c for c in self.analysis.document.field(self.field)[:400] if c.isalpha()]
        return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)

    @cached_property
    def lowered(self) -> frozenset[str]:
        """Words that the article prints in lower case somewhere."""
        return frozenset(word.text for word in self.words if word.kind == "word" and word.text[0].islower())

    def glued(self, index: int) -> bool:
        """Does the word at `index` follow a word without a space, as captions run into names do?"""
        if not 0 < index < len(self.words):
            return False
        before, word = self.words[index - 1], self.words[index]
        return before.end == word.start and before.kind == word.kind == "word" and not before.text.endswith(".")

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    def at(self, offset: int) -> int:
        """Index of the last word that starts at or before `offset`."""
        return bisect_right(self._starts, offset) - 1


def scan(analysis: Analysis, field: Field, parties: Iterable[Mention] = ()) -> Words:
    """The words of `field`; a compound is cut where one of `parties` begins or ends inside it."""
    text = analysis.document.field(field)
    mine = [party for party in parties if party.head.field == field and _sure(party)]
    cuts = {offset for party in mine for offset in (party.head.start, party.head.end)}
    labels = {t.start: t.name for s in _sentences(analysis, field) for t in s.tokens if t.name not in ("", "O")}
    words = tuple(_cut(text, sorted(cuts), labels))
    index = {word.start: i for i, word in enumerate(words)}
    after = {word.end: i + 1 for i, word in enumerate(words)}
    overlay: dict[int, tuple[Mention, int]] = {}
    for party in mine:
        first, end = index.get(party.head.start), after.get(party.head.end)
        if first is not None and end is not None and (first not in overlay or overlay[first][1] < end):
            overlay[first] = (party, end)
    return Words(analysis, field, words, overlay)


def _sure(party: Mention) -> bool:
    """Is this a party by its name, not only by the model's guess, which takes people and posts for bodies at times?"""
    named = _PREPOSITION.split(party.head.text.lower())[0].split()
    return bool(party.ref) or (bool(named) and (named[-1] in BODIES or named[-1] in GOVERNMENTAL) and not HEADS & set(named))


def _sentences(analysis: Analysis, field: Field) -> tuple[Sentence, ...]:
    return analysis.title if field == "title" else analysis.sentences


def _cut(text: str, cuts: Sequence[int], labels: dict[int, str]) -> Iterable[Word]:
    ahead = iter((*cuts, len(text)))
    cut = next(ahead)
    for match in _WORD.finditer(text):
        kind, word, (first, last) = match.lastgroup, match.group(), match.span()
        while cut <= first:
            cut = next(ahead)
        if kind != "word":
            yield Word(first, last, word, "stop" if kind == "stop" else "mark", "'s" if kind == "own" else word, "")
        elif last <= cut and (word.islower() or word.istitle() or len(word) < 5):
            yield Word(first, last, word, "word", word.lower(), labels.get(first, ""))
        else:
            yield from _parts(word, first, cuts, labels)


def _parts(word: str, first: int, cuts: Sequence[int], labels: dict[int, str]) -> Iterable[Word]:
    """The parts of a word that may be cut."""
    for start, end in _pieces(word, first, cuts):
        piece = word[start - first : end - first]
        if piece == "-":
            yield Word(start, end, piece, "mark", piece, "")
        else:
            yield Word(start, end, piece, "word", piece.lower(), labels.get(start, ""))


def _pieces(word: str, start: int, cuts: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The offsets of the parts of a word: usually itself."""
    end = start + len(word)
    first = bisect_right(cuts, start)
    inner = list(cuts[first : bisect_left(cuts, end, first)])
    if _ONCE.match(word):  # "then-Foreign Minister"
        inner.append(start + word.index("-"))
    if not word.islower() and not word.istitle() and len(word) > 4:
        inner += [start + match.start() for match in _RUN_IN.finditer(word) if word[match.start() :].lower() in _RUN_INTO]
    return _split(word, start, inner) if inner else ((start, end),)


def _split(word: str, start: int, inner: Sequence[int]) -> Iterable[tuple[int, int]]:
    end = start + len(word)
    bounds = [start, *sorted(set(inner)), end]
    for left, right in pairwise(bounds):
        head = word[left - start : right - start]
        if head[0] == "-" and len(head) > 1:
            yield left, left + 1
            yield left + 1, right
        elif head[-1] == "-" and len(head) > 1:
            yield left, right - 1
            yield right - 1, right
        else:
            yield left, right
