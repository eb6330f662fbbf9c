"""Measurements: the figures of the model card, each on raw text with our own tokens and sentences."""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from spacy.language import Language

from kg.language import analyse, pipelines, tokens
from kg.language.training import articles, corpora, treebanks
from kg.language.training.examples import passage
from kg.language.training.loops import Measure
from kg.language.training.networks import Part
from kg.language.training.scores import Score, compare
from kg.language.training.treebanks import Tree
from kg.model import Document, Sentence

TESTS = {
    "PUD": ("pud-test", "uner-pud-test"),
    "EWT test": ("ewt-test", "uner-ewt-test"),
    "GUM open test": ("gum-open-test", ""),
}


def development(part: Part, documents: Sequence[Sequence[Tree]], words: int = 15_000) -> Measure:
    """How well a pipeline in training does on about `words` words of `documents`: LAS of trees, F of name spans."""
    chosen: list[Sequence[Tree]] = []
    for document in documents:
        if sum(len(tree.words) for one in chosen for tree in one) < words:
            chosen.append(document)

    def measure(nlp: Language) -> tuple[float, str]:
        score = Score()
        groups = [list(islice(document, start, start + 4)) for document in chosen for start in range(0, len(document), 4)]
        texts = [treebanks.text(group) for group in groups]
        spans = [tokens.split(nlp.tokenizer, text) for text in texts]
        docs = nlp.pipe((passage(nlp, text, cut) for text, cut in zip(texts, spans, strict=True)), batch_size=64)
        reader = pipelines.Reader("training", nlp, None, part == "trees")
        for group, text, cut, doc in zip(groups, texts, spans, docs, strict=True):
            compare(score, group, text, [_sentence(one, text) for one in pipelines.tokens_of(doc, cut, text, reader)])
        return score.f("labels" if part == "trees" else "names"), score.line()

    return measure


def _sentence(found: tuple, text: str) -> Sentence:  # type: ignore[type-arg]
    whole = Document("", text)
    return Sentence(whole.span(found[0].start, found[-1].end), found)


def read_treebank(trees: Sequence[Tree], pipeline: str | None) -> Score:
    """The agreement of what `pipeline` reads from the running text of `trees` with the trees."""
    score = Score()
    documents = treebanks.documents(trees)
    texts = [treebanks.text(document) for document in documents]
    analyses = analyse((Document(str(number), text) for number, text in enumerate(texts)), pipeline)
    for document, text, analysis in zip(documents, texts, analyses, strict=True):
        compare(score, document, text, analysis.sentences)
    return score


def report(data: Path, model: Path, articles_at: Path | None) -> str:
    """A line of figures for every test set; the marked articles are measured where their corpus is at hand."""
    lines = []
    for name, (trees, names) in TESTS.items():
        read = treebanks.read(data / f"{trees}.conllu.gz", data / f"{names}.iob2.gz" if names else None)
        lines.append(f"{name}: {read_treebank(read, str(model)).line()}")
        if name == "PUD":
            lines.append(f"PUD news: {read_treebank([tree for tree in read if tree.id.startswith('n')], str(model)).line()}")
    lines.append(f"own test: {read_treebank(treebanks.read(corpora.OWN_TEST), str(model)).line()}")
    if articles_at:
        lines += [f"articles: {articles.measure(articles_at, str(model)).line()}", f"speed: {speed(articles_at, model):.0f} tokens per CPU second"]
    return "\n".join(lines)


def speed(corpus: Path, model: Path) -> float:
    """Tokens per CPU second of one process over the articles of `corpus`, the loading of the pipeline apart."""
    read = articles.read_articles(corpus)
    pipelines.load(str(model))
    start = time.process_time()
    count = sum(len(sentence.tokens) for analysis in analyse(read, str(model)) for sentence in (*analysis.title, *analysis.sentences))
    return count / (time.process_time() - start)
