"""Vectors: a fixed vector for each frequent word, drawn from a language model, and how a pipeline holds them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.vectors import Vectors as Table  # type: ignore[import-not-found]

DISTILLED = Path(__file__).parent / "vectors.npz"
_CONFIG = '{"mode":"default","attr":66}'  # keys are words in lower case: spaCy reads this setting and does not write it


@dataclass(frozen=True, slots=True)
class Vectors:
    """Words in lower case, the most useful first, with a row each."""

    words: tuple[str, ...]
    rows: NDArray[np.float32]

    def first(self, count: int) -> Vectors:
        return Vectors(self.words[:count], self.rows[:count])


def read(path: Path) -> Vectors:
    held = np.load(path)
    return Vectors(tuple(map(str, held["words"])), held["rows"].astype(np.float32))


def write(vectors: Vectors, path: Path) -> None:
    np.savez_compressed(path, words=np.array(vectors.words), rows=vectors.rows.astype(np.float16))


def add(nlp: Language, vectors: Vectors) -> None:
    """Give `nlp` the vectors, for words in any case."""
    strings = nlp.vocab.strings
    keys = [strings.add(word) for word in vectors.words]
    nlp.vocab.vectors = Table(strings=strings, data=np.ascontiguousarray(vectors.rows), keys=keys, attr="LOWER")


def save(nlp: Language, folder: Path) -> None:
    """Write `nlp`, its vectors' setting with it and their numbers in half the space."""
    nlp.to_disk(folder)
    np.save(folder / "vocab" / "vectors", nlp.vocab.vectors.data.astype(np.float16))
    (folder / "vocab" / "vectors.npy").replace(folder / "vocab" / "vectors")
    (folder / "vocab" / "vectors.cfg").write_text(_CONFIG, encoding="utf-8")
