"""Names from GUM's entity brackets: the proper name inside each mention of a person, place or organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.language.names import TITLES

_KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
_BRACKET = re.compile(r"\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)")
_WITHIN = frozenset(("of", "the", "and", "for", "-", "–", "&", "de", "du", "van", "von", "al", "bin", "la", "di", "da"))
_IMPERSONAL = frozenset(("of", "for", "and", "&"))  # "Protector of Mexico" is a title


def names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """IOB labels of one sentence, given the ten columns of each of its words; () where it has no entity brackets."""
    if not any("Entity=" in row[9] for row in rows):
        return ()
    labels = ["O"] * len(rows)
    for start, end, kind in sorted(_mentions(rows), key=lambda found: found[0] - found[1]):
        span = _name(rows, start, end, kind)
        if kind in _KINDS and span and all(label == "O" for label in labels[slice(*span)]):
            first, last = span
            labels[first:last] = [("B-" if index == first else "I-") + _KINDS[kind] for index in range(first, last)]
    return tuple(labels)


def _mentions(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
    opened: list[tuple[str, int, str]] = []
    for index, row in enumerate(rows):
        field = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for found in _BRACKET.finditer(field):
            if found[1] and found[3]:
                yield index, index + 1, found[2]
            elif found[1]:
                opened.append((found[1], index, found[2]))
            else:
                place = next((at for at in range(len(opened) - 1, -1, -1) if opened[at][0] == found[4]), None)
                if place is not None:
                    _, start, kind = opened.pop(place)
                    yield start, index + 1, kind


def _name(rows: Sequence[Sequence[str]], start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The run of capitals around the mention's head, without the titles and relatives beside it; None if it is but a title."""
    inside = range(start, end)
    heads = [index for index in inside if int(rows[index][6]) - 1 not in inside]
    if not heads or rows[heads[0]][3] != "PROPN" or (kind == "person" and rows[heads[0]][4] == "NNPS"):
        return None
    head = heads[0]
    first, last = head, head + 1
    while first > start and _belongs(rows, first - 1, head, kind) and rows[first - 1][7] != "nmod:desc":
        first -= 1
    while last < end and _belongs(rows, last, head, kind):
        last += 1
    while first < head and (not rows[first][1][0].isupper() or rows[first][3] == "DET"):
        first += 1
    while last > head + 1 and rows[last - 1][1].lower() in _WITHIN:
        last -= 1
    titled = kind == "person" and all(row[1].lower() in TITLES or row[1].lower() in _WITHIN for row in rows[first:last])
    return None if titled else (first, last)


def _belongs(rows: Sequence[Sequence[str]], index: int, head: int, kind: str) -> bool:
    word, pos, fine, relation = rows[index][1], rows[index][3], rows[index][4], rows[index][7]
    if relation in ("nmod:poss", "appos", "conj", "acl:relcl", "nmod:desc") or (kind == "person" and word.lower() in _IMPERSONAL):
        return False
    capital = word[0].isupper() and (pos in ("PROPN", "ADJ", "NOUN", "NUM") or fine.startswith("NNP"))  # "United" is tagged as a verb
    return capital or (word.lower() in _WITHIN and index != head)
