"""Names: what the rules mend in labels that a model has read."""

from __future__ import annotations

import pytest

from kg.language import analyse, names
from kg.model import Document, Token


def labelled(text: str, labels: str, tags: str = "") -> list[str]:
    """The mended labels of a sentence whose words carry `labels` (P and p: a person's first and further words, L, O)."""
    (analysis,) = analyse([Document("a", text)], "rules")
    read = {"P": "B-PER", "p": "I-PER", "L": "B-LOC", "O": "B-ORG", ".": "O"}
    words = [token for sentence in analysis.sentences for token in sentence.tokens]
    assert len(words) == len(labels), [word.text for word in words]
    tokens = tuple(
        Token(word.start, word.end, word.text, pos=tag(word.text, index, tags), dep="dep", head=index, name=read[label])
        for index, (word, label) in enumerate(zip(words, labels, strict=True))
    )
    (mended,) = names.mend([tokens])
    return [token.text for token in mended if token.name.endswith("PER")]


def tag(word: str, index: int, tags: str) -> str:
    plain = "PROPN" if word[0].isupper() else "ADP" if word in ("of", "in", "by") else "PUNCT" if not word[0].isalnum() else "NOUN"
    return plain if not tags else {"V": "VERB"}.get(tags[index], plain)


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("President Anna Berg spoke", "Ppp.", ["Anna", "Berg"]),
        ("Mr. Roe spoke", "...", ["Roe"]),
        ("Omar Al-Rashid spoke", "Pp...", ["Omar", "Al", "-", "Rashid"]),
        ("Jane Poe, Jr. spoke", "Pp...", ["Jane", "Poe", ",", "Jr."]),
        ("Hamad bin Isa spoke", "P...", ["Hamad", "bin", "Isa"]),
        ("Anna Berg of Norway spoke", "Pppp.", ["Anna", "Berg"]),
        ("Anna Berg Wednesday spoke", "Ppp.", ["Anna", "Berg"]),
        ("Minister of Norway Anna Berg spoke", "..Ppp.", ["Anna", "Berg"]),
        ("Anna Berg Berg Anna spoke", "Pppp.", ["Anna", "Berg", "Berg"]),
        ("Directors Anna Berg and Jane Poe spoke", "Ppp.Pp.", ["Anna", "Berg", "Jane", "Poe"]),
        ("Jane BergChairman spoke", "Pp.", ["Jane"]),
        ("Corex-7 spread", "P...", []),
        ("Gold Hill Company spoke", "Ppp.", []),
        ("talks in Lima ended", "..P.", []),
        ("talks by Tasks ended", "..P.", ["Tasks"]),
    ],
)
def test_people(text: str, labels: str, expected: list[str]) -> None:
    assert labelled(text, labels) == expected


def test_a_surname_is_known_once_the_full_name_was_read() -> None:
    text = [("Anna Berg spoke", "Pp."), ("Berg left", "..")]
    sentences = []
    for words, labels in text:
        parts = words.split()
        read = {"P": "B-PER", "p": "I-PER", ".": "O"}
        sentences.append(tuple(Token(0, len(w), w, pos=tag(w, 0, ""), name=read[one]) for w, one in zip(parts, labels, strict=True)))
    assert [token.name for token in names.mend(sentences)[1]] == ["B-PER", "O"]


def test_states_of_the_reference_tables_are_places() -> None:
    (analysis,) = analyse([Document("a", "Anna Berg will visit South Korea and Kenya.")])
    assert [(t.text, t.name) for t in analysis.sentences[0].tokens if t.name.endswith("LOC")] == [
        ("South", "B-LOC"),
        ("Korea", "I-LOC"),
        ("Kenya", "B-LOC"),
    ]


def test_nothing_is_labelled_where_no_model_read_names() -> None:
    tokens = (Token(0, 3, "Mr."), Token(4, 7, "Roe"))
    assert names.mend([tokens]) == [tokens]
