"""Analyses: an article's sentences and tokens with tags, lemmas, trees and names, offsets exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.language import sentences, tokens
from kg.model import Analysis, Document, Field, Sentence, Token


def analyse(documents: Iterable[Document], pipeline: str | None = None) -> Iterator[Analysis]:
    """The analyses of `documents`, in order. `pipeline` names an installed spaCy pipeline or a folder that holds one
    ("rules": tokens and sentences only); None takes the one that comes with the package."""
    for document in documents:
        yield Analysis(document, _rules(document, "text"), _rules(document, "title"))


def _rules(document: Document, field: Field) -> tuple[Sentence, ...]:
    text = document.field(field)
    found: list[Sentence] = []
    for number, (start, end) in enumerate(sentences.paragraphs(text)):
        spans = [(start + a, start + b) for a, b in tokens.split(tokens.plain_tokenizer(), text[start:end])]
        states = sentences.starts(text, spans)
        cuts = [index for index, state in enumerate(states) if state == sentences.BEGINS]
        for first, last in zip(cuts, [*cuts[1:], len(spans)], strict=True):
            words = tuple(Token(a, b, text[a:b]) for a, b in spans[first:last])
            found.append(Sentence(document.span(words[0].start, words[-1].end, field), words, number))
    return tuple(found)
