"""Analyses: an article's sentences and tokens with tags, lemmas, trees and names, offsets exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from kg.language import names, pipelines, sentences, tokens
from kg.model import Analysis, Document, Field, Sentence, Token

_DOCUMENTS = 16  # articles read together: the pipeline works in batches
_PASSAGE = 600  # tokens given to the pipeline as one document, about


@dataclass(slots=True)
class _Passage:
    """A paragraph, or a part of a very long one, on its way through the pipeline."""

    name: Field
    paragraph: int
    spans: Sequence[tuple[int, int]]
    states: Sequence[int]
    sentences: list[tuple[Token, ...]] = field(default_factory=list)


def analyse(documents: Iterable[Document], pipeline: str | None = None) -> Iterator[Analysis]:
    """The analyses of `documents`, in order. `pipeline` names an installed spaCy pipeline or a folder that holds one
    ("rules": tokens and sentences only, untagged and unparsed); None takes the one that comes with the package."""
    reader = None
    if pipeline != pipelines.RULES:
        reader = pipelines.load(pipeline) if pipeline else pipelines.shipped()
    stream = iter(documents)
    while group := list(islice(stream, _DOCUMENTS)):
        yield from _analyse_group(group, reader)


def _analyse_group(group: Sequence[Document], reader: pipelines.Reader | None) -> Iterator[Analysis]:
    cut = [[*_passages(document, "title"), *_passages(document, "text")] for document in group]
    whole = [(document.field(passage.name), passage) for document, passages in zip(group, cut, strict=True) for passage in passages]
    if reader is None:
        _split(whole)
    else:
        _read(whole, reader)
    for document, passages in zip(group, cut, strict=True):
        _mend(passages)
        title = tuple(_sentences(document, [one for one in passages if one.name == "title"]))
        body = tuple(_sentences(document, [one for one in passages if one.name == "text"]))
        yield Analysis(document, body, title, reader.name if reader else pipelines.RULES, reader is not None and reader.parses)


def _mend(passages: Sequence[_Passage]) -> None:
    mended = iter(names.mend([tokens for passage in passages for tokens in passage.sentences]))
    for passage in passages:
        passage.sentences = list(islice(mended, len(passage.sentences)))


def _passages(document: Document, name: Field) -> Iterator[_Passage]:
    text = document.field(name)
    for number, (start, end) in enumerate(sentences.paragraphs(text)):
        spans = [(start + a, start + b) for a, b in tokens.split(tokens.plain_tokenizer(), text[start:end])]
        states = sentences.starts(text, spans)
        first = 0
        for index in range(1, len(spans) + 1):
            if index == len(spans) or (index - first >= _PASSAGE and states[index] == sentences.BEGINS):
                yield _Passage(name, number, spans[first:index], states[first:index])
                first = index


def _split(whole: Sequence[tuple[str, _Passage]]) -> None:
    for text, passage in whole:
        cuts = [index for index, state in enumerate(passage.states) if state == sentences.BEGINS]
        for first, last in zip(cuts, [*cuts[1:], len(passage.spans)], strict=True):
            passage.sentences.append(tuple(Token(a, b, text[a:b]) for a, b in passage.spans[first:last]))


def _read(whole: Sequence[tuple[str, _Passage]], reader: pipelines.Reader) -> None:
    docs = [reader.document(text, passage.spans, passage.states) for text, passage in whole]
    for (text, passage), doc in zip(whole, reader.nlp.pipe(docs, batch_size=64), strict=True):
        passage.sentences.extend(pipelines.tokens_of(doc, passage.spans, text, reader))


def _sentences(document: Document, passages: Iterable[_Passage]) -> Iterator[Sentence]:
    for passage in passages:
        for found in passage.sentences:
            yield Sentence(document.span(found[0].start, found[-1].end, passage.name), found, passage.paragraph)
