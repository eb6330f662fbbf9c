"""Scores: how far sentences and tokens read from raw text agree with trees and names annotated by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from kg.language.training.treebanks import Tree
from kg.model import Sentence

COUNTED = ("tokens", "sentences", "pos", "lemmas", "heads", "labels", "whole", "roots", "arguments", "names", "spans")


@dataclass
class Score:
    """Counts of what is annotated, read and agreed upon, by layer; `f` is their harmonic mean in percent.

    `heads` and `labels` are UAS and LAS of all words but punctuation (labels without their subtypes), as spaCy scores;
    `whole` is LAS with punctuation, as in the CoNLL shared tasks (treebanks attach commas differently); `roots` the words that
    head a sentence, `arguments` the subjects and objects of those words."""

    gold: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    both: Counter[str] = field(default_factory=Counter)

    def add(self, layer: str, gold: Set[object], read: Set[object]) -> None:
        self.gold[layer] += len(gold)
        self.read[layer] += len(read)
        self.both[layer] += len(gold & read)

    def f(self, layer: str) -> float:
        total = self.gold[layer] + self.read[layer]
        return 200.0 * self.both[layer] / total if total else 0.0

    def line(self) -> str:
        return " · ".join(f"{layer} {self.f(layer):.2f}" for layer in COUNTED if self.gold[layer])


Word = tuple[int, int]


def compare(score: Score, trees: Sequence[Tree], text: str, sentences: Iterable[Sentence]) -> None:
    """Count the agreement of one document: `text` is the running text of `trees`, `sentences` what was read from it."""
    gold, read = _annotated(trees, text), _read(sentences)
    for layer in COUNTED:
        if layer not in ("names", "spans") or any(tree.names for tree in trees):
            score.add(layer, gold[layer], read[layer])


def _annotated(trees: Sequence[Tree], text: str) -> dict[str, set[object]]:
    found: dict[str, set[object]] = {layer: set() for layer in COUNTED}
    at = 0
    for tree in trees:
        words = []
        for word in tree.words:
            start = text.index(word, at)
            at = start + len(word)
            words.append((start, at))
        _add(found, words, tree.pos, tree.lemmas, tree.heads, tree.deps)
        _add_names(found, words, tree.names)
    return found


def _read(sentences: Iterable[Sentence]) -> dict[str, set[object]]:
    found: dict[str, set[object]] = {layer: set() for layer in COUNTED}
    for sentence in sentences:
        tokens = sentence.tokens
        words = [(token.start, token.end) for token in tokens]
        heads = [token.head for token in tokens]
        _add(found, words, [t.pos for t in tokens], [t.lemma for t in tokens], heads, [t.dep for t in tokens])
        _add_names(found, words, [token.name for token in tokens])
    return found


def _add(
    found: dict[str, set[object]], words: Sequence[Word], pos: Sequence[str], lemmas: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> None:
    if not words:
        return
    found["sentences"].add((words[0][0], words[-1][1]))
    for index, word in enumerate(words):
        head = words[heads[index]] if heads[index] >= 0 and heads[index] != index else None
        found["tokens"].add(word)
        found["pos"].add((word, pos[index]))
        found["lemmas"].add((word, lemmas[index]))
        relation = deps[index].split(":")[0].lower()
        found["whole"].add((word, head, relation))
        if relation != "punct":
            found["heads"].add((word, head))
            found["labels"].add((word, head, relation))
        if head is None:
            found["roots"].add(word)
        elif relation in ("nsubj", "obj") and heads[heads[index]] == heads[index]:
            found["arguments"].add((word, head, relation))


def _add_names(found: dict[str, set[object]], words: Sequence[Word], labels: Sequence[str]) -> None:
    start, kind = -1, ""
    for index, label in enumerate([*labels, "O"]):
        if start >= 0 and not label.startswith("I-"):
            span = (words[start][0], words[index - 1][1])
            found["names"].add((span, kind))
            found["spans"].add(span)
            start = -1
        if label.startswith("B-") or (label.startswith("I-") and start < 0):
            start, kind = index, label[2:]
