"""Spans: what belongs to a labelled name, and what is no name though the sentence opens with it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language import spans
from kg.model import Token

COMMON = frozenset("nice trade summit housing urban development report the of and signed rose spoke in near centre".split())
BARRED = frozenset(("president", "norwegian"))


def sentence(words: str, labels: str, tags: str = "", deps: dict[int, tuple[int, str]] | None = None) -> tuple[Token, ...]:
    """Tokens of `words` ("_" glues a word to the one before), labelled by letter (P, L, O open a name; "+" goes on with it)."""
    found: list[Token] = []
    at, kind = 0, ""
    for index, (word, label) in enumerate(zip(words.split(), labels, strict=True)):
        glued, text = word.startswith("_"), word.lstrip("_")
        at += 0 if glued or not found else 1
        kind = {"P": "PER", "L": "LOC", "O": "ORG", ".": ""}.get(label, kind)
        name = "O" if label == "." else ("I-" if label == "+" else "B-") + kind
        head, dep = (deps or {}).get(index, (index, "dep"))
        pos = {"p": "PROPN", "n": "NOUN", "v": "VERB", "a": "ADJ"}.get(tags[index], "X") if tags else "PROPN" if text[0].isupper() else "X"
        found.append(Token(at, at + len(text), text, text.lower(), pos, dep, head, name))
        at += len(text)
    return tuple(found)


def completed(tokens: tuple[Token, ...]) -> list[str]:
    mended = spans.complete(tokens, lambda word: word.lower() in COMMON, lambda word: word.lower() in BARRED)
    return [f"{kind} {' '.join(token.text for token in mended[start:end])}" for start, end, kind in spans.spans(mended)]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (sentence("the University of Varna rose", ".O.L.", "xpxpv"), ["ORG University of Varna"]),
        (sentence("the Gulf of the Orsha rose", ".L..L.", "xpxxpv"), ["LOC Gulf of the Orsha"]),
        (sentence("the Customs Board of Orsha rose", ".O+.L.", "xppxpv"), ["ORG Customs Board", "LOC Orsha"]),
        (
            sentence("the Department of Housing and Urban Development rose", ".O++....", "xpxpxapv"),
            ["ORG Department of Housing and Urban Development"],
        ),
        (sentence("the Department of Housing and Orsha rose", ".O++.L.", "xpxpxpv"), ["ORG Department of Housing", "LOC Orsha"]),
        (sentence("near Haute _- _Orsha it rose", ".L.L..", "xpxpxv"), ["LOC Haute - Orsha"]),
        (sentence("near Haute - Orsha it rose", ".L.L..", "xpxpxv"), ["LOC Haute", "LOC Orsha"]),
        (sentence("Nice trade rose", "L..", "anv"), []),
        (sentence("Nice _'s trade rose", "L...", "pxnv"), ["LOC Nice"]),
    ],
)
def test_names_take_what_belongs_to_them(tokens: tuple[Token, ...], expected: list[str]) -> None:
    assert completed(tokens) == expected


def test_a_first_name_joins_the_surname_that_hangs_on_it() -> None:
    tree = {2: (1, "flat")}
    assert completed(sentence("then Mara Olsen spoke", "..P.", "xppv", tree)) == ["PER Mara Olsen"]
    assert completed(sentence("then President Olsen spoke", "..P.", "xppv", tree)) == ["PER Olsen"]


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("they met in Borvik today", "xvxpn", ["LOC Borvik"]),
        ("they praised Zelmex today", "xvpn", ["ORG Zelmex"]),
        ("they praised Trade today", "xvpn", []),
        ("they praised Norwegian today", "xvpn", []),
        ("they left Tuesday today", "xvpn", []),
        ("Zelmex rose today", "pvn", []),
        ("they praised the GDP today", "xvxpn", []),
        ("they praised Old Zelmex today", "xvppn", []),
    ],
)
def test_a_lone_proper_noun_is_a_name(words: str, tags: str, expected: list[str]) -> None:
    assert completed(sentence(words, "." * len(tags), tags)) == expected


def test_one_who_says_is_a_person() -> None:
    tree = {2: (3, "nsubj")}
    tokens = sentence("as ever Olsen say it", ".....", "xxpvx", tree)
    assert completed(tokens) == ["PER Olsen"]


@given(st.lists(st.tuples(st.sampled_from(["Orsha", "of", "and", "University", "-", "trade"]), st.sampled_from("PLO+.")), max_size=12))
def test_names_never_overlap_nor_change_the_words(pairs: list[tuple[str, str]]) -> None:
    tokens = sentence(" ".join(word for word, _ in pairs), "".join(label for _, label in pairs)) if pairs else ()
    mended = spans.complete(tokens, lambda word: word in COMMON, lambda word: word in BARRED)
    found = spans.spans(mended)
    assert [token.text for token in mended] == [token.text for token in tokens]
    assert all(first[1] <= second[0] for first, second in pairwise(found))
