"""Pipelines: the spaCy pipeline that reads tags, trees and names, ours or any installed one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import SetupError
from kg.language import lemmas, schemes, sentences, tokens
from kg.model import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

log = logging.getLogger(__name__)

SHIPPED = Path(__file__).parent / "model"
RULES = "rules"
_NAMES = {
    "PERSON": "PER", "PER": "PER", "PS": "PER",
    "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "LOCATION": "LOC",
    "ORG": "ORG", "NORP": "", "ORGANIZATION": "ORG",
}  # fmt: skip
"""Name labels of OntoNotes, WikiNER and UNER pipelines as ours; labels that are not here are no names."""
_HASHES = 1 << 64  # spaCy hands its string hashes over as signed numbers


Lemmatise = Callable[[str, str], str]


@dataclass(frozen=True)
class Reader:
    """A loaded pipeline; `lemmatise` is our own lemmatiser where the pipeline is ours; `parses` says that it
    has a parser, `clear` that its trees are labelled in the style of ClearNLP."""

    name: str
    nlp: Language
    lemmatise: Lemmatise | None
    parses: bool
    clear: bool = False

    def document(self, text: str, spans: Sequence[tuple[int, int]], states: Sequence[int]) -> Doc:
        """An unread spaCy document of the tokens at `spans`: sentence starts are fixed where the rules are sure."""
        from spacy.tokens import Doc

        words = [tokens.clean(text[start:end]) for start, end in spans]
        follows = [*(start for start, _ in spans[1:]), len(text)]
        spaces = [end < after for (_, end), after in zip(spans, follows, strict=True)]
        fixed = {sentences.BEGINS: True, sentences.WITHIN: False, sentences.OPEN: None}
        return Doc(self.nlp.vocab, words=words, spaces=spaces, sent_starts=[fixed[state] for state in states])


@cache
def load(name: str) -> Reader:
    """The pipeline `name` (an installed package or a folder), loaded once; raises SetupError if there is none."""
    import spacy

    try:
        nlp = spacy.load(name, exclude=["tokenizer"])  # the tokens are ours
    except (OSError, ValueError) as error:
        raise SetupError(f"no spaCy pipeline {name!r}", hint=f"install one, give its folder, or use {RULES!r}: {error}") from error
    multiply_with_numpy(nlp)
    widen(nlp)
    table = Path(name) / "lemmas.json"
    lemmatise = lemmas.read(table).reader() if table.exists() else None
    labels = nlp.pipe_labels.get("parser", [])
    return Reader(_title(nlp), nlp, lemmatise, "parser" in nlp.pipe_names, schemes.clear_style(labels))


def multiply_with_numpy(nlp: Language) -> None:
    """Let the networks of `nlp` multiply matrices with NumPy: up to 2.7 times as fast as the library thinc prefers."""
    from thinc.api import NumpyOps

    plain = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for node in model.walk() if model is not None and hasattr(model, "walk") else ():
            if type(node.ops) is NumpyOps:
                node.ops = plain


def widen(nlp: Language) -> None:
    """Word vectors that are stored in half precision, in single precision."""
    data: Any = nlp.vocab.vectors.data
    if data.dtype == "float16":
        nlp.vocab.vectors.data = data.astype("float32")


@cache
def shipped() -> Reader | None:
    """The pipeline that comes with the package; None, with a warning, where its files are absent."""
    if not (SHIPPED / "config.cfg").exists():
        log.warning("the language model is absent: sentences and tokens by rule only; no tags, lemmas, trees or names are read")
        return None
    return load(str(SHIPPED))


def _title(nlp: Language) -> str:
    return f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '') or 'unnamed'} {nlp.meta.get('version', '')}".strip()


def tokens_of(doc: Doc, spans: Sequence[tuple[int, int]], text: str, reader: Reader) -> Iterator[tuple[Token, ...]]:
    """The sentences of a read document as tokens at their places in `text`."""
    strings = reader.nlp.vocab.strings
    table = doc.to_array(["HEAD", "DEP", "POS", "LEMMA", "ENT_IOB", "ENT_TYPE", "SENT_START"]).astype("int64").tolist()
    begins = [index for index, row in enumerate(table) if index == 0 or row[6] == 1]
    for first, last in zip(begins, [*begins[1:], len(table)], strict=True):
        found = []
        for index in range(first, last):
            head, dep, pos, lemma, iob, kind, _ = table[index]
            start, end = spans[index]
            word = text[start:end]
            tag = strings[pos % _HASHES] if pos else ""
            base = reader.lemmatise(word, tag) if reader.lemmatise else strings[lemma % _HASHES]
            label = strings[dep % _HASHES]
            relation = "root" if label == "ROOT" else label
            found.append(Token(start, end, word, base, tag, relation, index + head - first if relation else -1, _name(iob, strings[kind % _HASHES])))
        yield schemes.to_universal(found) if reader.clear else tuple(found)


def _name(iob: int, kind: str) -> str:
    label = _NAMES.get(kind, "")
    if not iob:
        return ""
    return ("B-" if iob == 3 else "I-") + label if label and iob != 2 else "O"
