"""Scores on whole articles: sentence boundaries and spans of people, against those marked by hand in articles.jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.language import analyse
from kg.language.training.scores import Score
from kg.model import Analysis, Document, Sentence

MARKED = Path(__file__).parent / "articles.jsonl"


def read_articles(corpus: Path) -> list[Document]:
    """The articles of a JSON Lines corpus (`id`, `title`, `text`)."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    return [Document(row["id"], row["text"], row.get("title") or "") for row in rows]


def measure(corpus: Path, pipeline: str | None) -> Score:
    """Layers `sentences` (body only) and `spans` (people, body and title) of the marked articles."""
    marked = {row["id"]: row for row in map(json.loads, MARKED.read_text(encoding="utf-8").splitlines())}
    score = Score()
    for analysis in analyse([one for one in read_articles(corpus) if one.id in marked], pipeline):
        row = marked[analysis.document.id]
        key = analysis.document.id
        score.add("sentences", {(key, *span) for span in row["sentences"]}, {(key, s.span.start, s.span.end) for s in analysis.sentences})
        gold = {(key, name, *span) for name in ("title", "text") for span in row["persons"][name]}
        score.add("spans", gold, set(people(analysis)))
    return score


def people(analysis: Analysis) -> Iterator[tuple[str, str, int, int]]:
    for sentence in (*analysis.title, *analysis.sentences):
        for start, end in _spans(sentence, "PER"):
            yield analysis.document.id, sentence.span.field, start, end


def _spans(sentence: Sentence, kind: str) -> Iterable[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for before, token in zip((None, *sentence.tokens), sentence.tokens, strict=False):
        if token.name == f"B-{kind}" or (token.name == f"I-{kind}" and (before is None or not before.name.endswith(kind))):
            found.append((token.start, token.end))
        elif token.name == f"I-{kind}":
            found[-1] = (found[-1][0], token.end)
    return found
