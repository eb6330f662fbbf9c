"""Readings: what a teacher makes of sentences, measured on the treebanks and written as silver trees and names."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from kg.language import analyse, pipelines
from kg.language.training import corpora, silver, treebanks
from kg.language.training.encoders import LONGEST, Cutter, batch
from kg.language.training.scores import Score, compare
from kg.language.training.teachers import STYLES, Reading, Teacher
from kg.language.training.treebanks import Tree
from kg.model import Analysis, Document, Sentence

SETS = {
    "EWT dev": ("ewt-dev", "uner-ewt-dev", "web"),
    "GUM open dev": ("gum-open-dev", "", "mixed"),
    "PUD": ("pud-test", "uner-pud-test", "web"),
    "EWT test": ("ewt-test", "uner-ewt-test", "web"),
    "GUM open test": ("gum-open-test", "", "mixed"),
}
_SURE = 0.9  # least mean chance of a sentence's arcs and relations for its tree to be kept
_CERTAIN = 0.5  # least chance of any of a sentence's name labels for these to be kept
_TOGETHER = 32
_TELLING = 60  # signs of a sentence that give away where it comes from


@dataclass(frozen=True, slots=True)
class Reader:
    """A teacher and what cuts its sentences."""

    teacher: Teacher
    cutter: Cutter

    def read(self, sentences: Sequence[Sequence[str]], style: str) -> list[Reading]:
        """What the teacher reads in each sentence, names in `style`."""
        cut = [self.cutter.cut(words) for words in sentences]
        order = sorted(range(len(cut)), key=lambda index: len(cut[index].pieces))
        found: dict[int, Reading] = {}
        for start in range(0, len(order), _TOGETHER):
            part = order[start : start + _TOGETHER]
            with torch.autocast("cpu", torch.bfloat16):
                read = self.teacher.read(batch([cut[index] for index in part]), STYLES.index(style))
            found.update(zip(part, read, strict=True))
        return [found[index] for index in range(len(cut))]

    def teach(self, sentences: Sequence[Sentence], style: str) -> Iterator[tuple[Sentence, Reading]]:
        """The same sentences with the teacher's tags, the lemmas that follow from these, its trees and names."""
        shipped = pipelines.shipped()
        assert shipped is not None and shipped.lemmatise is not None
        words = [[token.text for token in sentence.tokens] for sentence in sentences]
        for sentence, found in zip(sentences, self.read(words, style), strict=True):
            rows = zip(sentence.tokens, found.pos, found.heads, found.deps, found.names, strict=True)
            tokens = [
                replace(token, lemma=shipped.lemmatise(token.text, pos), pos=pos, head=head, dep=dep, name=name)
                for token, pos, head, dep, name in rows
            ]
            yield replace(sentence, tokens=tuple(tokens)), found


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports to read, those to keep apart from, and the facts known of some."""

    corpora: tuple[Path, ...]
    apart: tuple[Path, ...]
    facts: Path | None = None

    def documents(self) -> list[Document]:
        """Each report once, but for those held out: of the test sentences, and any that shares a telling sentence with these."""
        tests = treebanks.read(corpora.OWN_TEST)
        ids = {tree.id.rpartition("-")[0] for tree in tests}
        held = [document for file in self.apart for document in _documents(file)]
        ids |= {document.id for document in held}
        telling = {treebanks.text([tree]).strip() for tree in tests} | {line for document in held for line in _lines(document)}
        telling = {line for line in telling if len(line) >= _TELLING}
        found: dict[str, Document] = {}
        for file in self.corpora:
            for document in _documents(file):
                if document.id not in ids and not any(line in document.text for line in telling):
                    found.setdefault(document.id, document)
        return list(found.values())


def _lines(document: Document) -> Iterator[str]:
    for line in document.text.splitlines():
        yield from line.split(". ")


def _documents(file: Path) -> list[Document]:
    with gzip.open(file, "rt", encoding="utf-8") if file.suffix == ".gz" else file.open(encoding="utf-8") as lines:
        return [Document(row["id"], row["text"], row.get("title") or "") for row in map(json.loads, lines)]


def report(reader: Reader, data: Path) -> Iterator[str]:
    """A line of figures for each set, from raw text with our own tokens and sentences."""
    for name, (trees, names, style) in SETS.items():
        read = treebanks.read(data / f"{trees}.conllu.gz", data / f"{names}.iob2.gz" if names else None)
        yield f"{name}: {measured(reader, read, style).line()}"
        if name == "PUD":
            yield f"PUD news: {measured(reader, [tree for tree in read if tree.id.startswith('n')], style).line()}"
    yield f"own test: {measured(reader, treebanks.read(corpora.OWN_TEST), 'own').line()}"


def measured(reader: Reader, trees: Sequence[Tree], style: str) -> Score:
    """How far the teacher agrees with `trees`."""
    score = Score()
    documents = treebanks.documents(trees)
    texts = [treebanks.text(document) for document in documents]
    analyses = analyse(Document(str(number), text) for number, text in enumerate(texts))
    for document, text, analysis in zip(documents, texts, analyses, strict=True):
        compare(score, document, text, [sentence for sentence, _ in reader.teach(analysis.sentences, style)])
    return score


def write(reader: Reader, reports: Reports, out: Path) -> None:
    """Write the trees and names that `reader` is sure of as CoNLL-U, names in MISC."""
    known = (
        {row["id"]: silver.people(row) for row in map(json.loads, reports.facts.read_text(encoding="utf-8").splitlines())} if reports.facts else {}
    )
    found: list[str] = []
    for analysis in analyse(reports.documents()):
        found += _blocks(reader, analysis, sorted(known.get(analysis.document.id, ())))
    out.write_bytes(gzip.compress(("\n\n".join(found) + "\n").encode(), mtime=0))


def _blocks(reader: Reader, analysis: Analysis, people: Sequence[str]) -> Iterator[str]:
    sentences = [one for one in (*analysis.title, *analysis.sentences) if 1 < len(one.tokens) <= LONGEST]
    fresh = True
    for number, (sentence, found) in enumerate(reader.teach(sentences, "own")):
        if found.sure < _SURE:
            continue
        names = silver.label(sentence, people) if found.doubt >= _CERTAIN else None
        lines = ["# newdoc"] if fresh else []
        lines += ["# names = silver"] if names else []
        lines.append(f"# sent_id = {analysis.document.id}-{number}")
        yield "\n".join([*lines, *_rows(sentence, names or ["O"] * len(sentence.tokens))])
        fresh = False


def _rows(sentence: Sentence, names: Sequence[str]) -> Iterator[str]:
    tokens = sentence.tokens
    for index, (token, name) in enumerate(zip(tokens, names, strict=True)):
        misc = [f"Name={name}"] if name != "O" else []
        misc += ["SpaceAfter=No"] if index + 1 < len(tokens) and tokens[index + 1].start == token.end else []
        head = token.head + 1 if token.head != index else 0
        yield f"{index + 1}\t{token.text}\t{token.lemma}\t{token.pos}\t_\t_\t{head}\t{token.dep}\t_\t{'|'.join(misc) or '_'}"
