"""Training examples: trees grouped to short passages, as our own tokeniser reads them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from kg.language import tokens
from kg.language.training.treebanks import Tree, documents


def passages(trees: Sequence[Tree], rng: random.Random) -> list[list[Tree]]:
    """Runs of one to four neighbouring sentences of one document, drawn anew at each epoch."""
    found = []
    for document in documents(trees):
        start = 0
        while start < len(document):
            size = rng.choice((1, 1, 2, 3, 4))
            found.append(document[start : start + size])
            start += size
    return found


def varied(trees: list[Tree], rng: random.Random) -> list[Tree]:
    """The passage as it stands or, now and then, printed as headlines are: Each Word Capitalised, in CAPITALS or in small letters."""
    drawn = rng.random()
    change = next((change for limit, change in _CASES if drawn < limit), None)
    return [replace(tree, words=tuple(map(change, tree.words))) for tree in trees] if change else trees


def _capitalised(word: str) -> str:
    return word[:1].upper() + word[1:]


_CASES: tuple[tuple[float, Callable[[str], str]], ...] = ((0.04, _capitalised), (0.06, str.upper), (0.08, str.lower))


def example(nlp: Language, trees: Sequence[Tree]) -> Example:
    """The passage as gold standard beside the same words as our tokeniser cuts them."""
    gold = reference(nlp, trees)
    text = gold.text
    spans = tokens.split(nlp.tokenizer, text)
    return Example(passage(nlp, text, spans), gold)


def passage(nlp: Language, text: str, spans: Sequence[tuple[int, int]]) -> Doc:
    """A spaCy document of the tokens at `spans`; white space of any length counts as one space."""
    words = [tokens.clean(text[start:end]) for start, end in spans]
    follows = [*(start for start, _ in spans[1:]), len(text)]
    return Doc(nlp.vocab, words=words, spaces=[end < after for (_, end), after in zip(spans, follows, strict=True)])


def reference(nlp: Language, trees: Sequence[Tree]) -> Doc:
    """The gold standard of a passage as a spaCy document."""
    offset, heads, starts = 0, [], []
    for tree in trees:
        heads += [offset + head for head in tree.heads]
        starts += [True] + [False] * (len(tree.words) - 1)
        offset += len(tree.words)
    named = any(tree.names for tree in trees)
    doc = Doc(
        nlp.vocab,
        words=[word for tree in trees for word in tree.words],
        spaces=[space != "" for tree in trees for space in tree.spaces],
        pos=[pos if pos != "_" else "X" for tree in trees for pos in tree.pos],
        heads=heads,
        deps=["ROOT" if dep == "root" else dep for tree in trees for dep in tree.deps],
        ents=[name for tree in trees for name in (tree.names or ["O"] * len(tree.words))] if named else None,
    )
    doc.set_ents([], missing=[doc[:]]) if not named else None
    return doc


def batches(nlp: Language, groups: Sequence[Sequence[Tree]], words: Callable[[], int], rng: random.Random) -> Iterator[list[Example]]:
    """Examples in random order, about `words()` words at a time."""
    order = list(groups)
    rng.shuffle(order)
    batch: list[Example] = []
    size = 0
    for group in order:
        batch.append(example(nlp, group))
        size += sum(len(tree.words) for tree in group)
        if size >= words():
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
