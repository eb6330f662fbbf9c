"""Spans: labelled names with the words that belong to them, and names that stand unlabelled in plain sight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from kg.model import Token

Tokens = tuple[Token, ...]
Span = tuple[int, int, str]
Known = Callable[[str], bool]

_HYPHENS = frozenset("-‑–")
# What is named after a place or a person: "University of Leeds", "Gulf of Aden".
_NAMED_AFTER = frozenset(
    "university college school institute academy association society church museum library republic kingdom gulf bay strait cape isle".split()
)
_PLACING = frozenset(("in", "at", "near", "outside", "across", "into", "around"))
_SAID = frozenset("say tell add note explain write ask argue reply believe think insist recall".split())
_DATED = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec gmt est pst""".split()
)
# Capitalised words that name no one: faiths, feasts, tongues that no table of nationalities has.
_NAMELESS = frozenset("god internet christmas easter ramadan islam christianity judaism brexit english".split())


def spans(tokens: Sequence[Token]) -> list[Span]:
    """The labelled names of a sentence."""
    found: list[Span] = []
    for index, token in enumerate(tokens):
        if token.name.startswith("B-"):
            found.append((index, index + 1, token.name[2:]))
        elif token.name.startswith("I-") and found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1, found[-1][2])
    return found


def relabelled(tokens: Tokens, found: Sequence[Span]) -> Tokens:
    """The sentence with the labels of `found`."""
    labels = ["O"] * len(tokens)
    for start, end, kind in found:
        labels[start:end] = ["B-" + kind, *["I-" + kind] * (end - start - 1)]
    return tuple(token if token.name == label else replace(token, name=label) for token, label in zip(tokens, labels, strict=True))


def complete(tokens: Tokens, known: Known, barred: Known) -> Tokens:
    """The names of a sentence with what belongs to them and those passed over; `known` tells the common words,
    `barred` the words that are no part of a name (titles, nationalities)."""
    found = [span for span in spans(tokens) if not _opener(tokens, span, known)]
    found = list(_hyphened(tokens, [_forenamed(tokens, span, barred) for span in found]))
    found = [_listing(tokens, span, found) for span in _named_after(tokens, found)]
    return relabelled(tokens, found + list(_missed(tokens, found, known, barred)))


def _opener(tokens: Tokens, span: Span, known: Known) -> bool:
    """Whether a lone word is capitalised only because the sentence opens with it."""
    start, end, _ = span
    return start == 0 and end == 1 and tokens[0].pos != "PROPN" and known(tokens[0].text)


def _forenamed(tokens: Tokens, span: Span, barred: Known) -> Span:
    """A person's surname with the first names before it, which the tree ties to it."""
    start, end, kind = span
    while kind == "PER" and start and tokens[start].dep.startswith("flat") and tokens[start].head < start:
        before = tokens[start - 1]
        if before.pos != "PROPN" or not before.text[0].isupper() or before.name != "O" or barred(before.text):
            break
        start -= 1
    return start, end, kind


def _hyphened(tokens: Tokens, found: Sequence[Span]) -> Iterator[Span]:
    """Two places with a hyphen between them as one ("Haute-Vienne"): tables know the pairs of states, and label them apart."""
    held: Span | None = None
    for span in found:
        if held is not None and held[2] == span[2] == "LOC" and span[0] == held[1] + 1 and _tight(tokens, held[1]):
            held = (held[0], span[1], "LOC")
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _tight(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return token.text in _HYPHENS and tokens[index - 1].end == token.start and token.end == tokens[index + 1].start


def _named_after(tokens: Tokens, found: Sequence[Span]) -> Iterator[Span]:
    """A university, gulf or church together with what it is named after."""
    held: Span | None = None
    for span in found:
        if held is not None and held[2] != "PER" and tokens[held[1] - 1].text.lower() in _NAMED_AFTER:
            between = [token.text.lower() for token in tokens[held[1] : span[0]]]
            if between in (["of"], ["of", "the"]):
                held = (held[0], span[1], held[2])
                continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _listing(tokens: Tokens, span: Span, found: Sequence[Span]) -> Span:
    """A body with all it has in hand: "Department of Housing" goes on with "and Urban Development"."""
    start, end, kind = span
    taken = {index for first, last, _ in found for index in range(first, last)}
    listed = kind != "PER" and any(token.text == "of" for token in tokens[start:end]) and end + 1 < len(tokens)
    if listed and tokens[end].text.lower() in ("and", "&") and _nominal(tokens, end + 1, taken):
        end += 2
        while end < len(tokens) and _nominal(tokens, end, taken):
            end += 1
    return start, end, kind


def _nominal(tokens: Tokens, index: int, taken: Collection[int]) -> bool:
    token = tokens[index]
    return index not in taken and token.text[0].isupper() and token.pos in ("PROPN", "NOUN", "ADJ")


def _missed(tokens: Tokens, found: Sequence[Span], known: Known, barred: Known) -> Iterator[Span]:
    """Lone proper nouns inside a sentence that are no common words and stand beside no other name."""
    taken = {index for start, end, _ in found for index in range(start, end)}
    if 2 * sum(token.text[0].isupper() for token in tokens) > len(tokens):
        return  # a headline in capitals
    for index, token in enumerate(tokens):
        beside = {index - 1, index + 1} & taken or any(_capital(tokens, near) for near in (index - 1, index + 1))
        if index and index not in taken and not beside and _capital(tokens, index) and _uncommon(token.text, known, barred):
            yield index, index + 1, _guess(tokens, index)


def _guess(tokens: Tokens, index: int) -> str:
    """The likeliest kind of a name by its place in the clause: where something is; who says or does; else a body."""
    token = tokens[index]
    before = tokens[index - 1].text.lower()
    if before in _PLACING:
        return "LOC"
    return "PER" if token.dep == "nsubj" and before != "the" and tokens[token.head].lemma in _SAID else "ORG"


def _capital(tokens: Tokens, index: int) -> bool:
    return 0 <= index < len(tokens) and tokens[index].pos == "PROPN" and tokens[index].text[0].isupper()


def _uncommon(word: str, known: Known, barred: Known) -> bool:
    low = word.lower().rstrip(".")
    plain = word.isalpha() and not word.isupper() and len(word) > 2
    return plain and low not in _DATED and low not in _NAMELESS and not known(word) and not barred(word)
