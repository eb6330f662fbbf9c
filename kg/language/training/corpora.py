"""Corpora: which treebanks a part of the pipeline learns from, how often each, and which ones it is measured on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.language.training import templates, treebanks
from kg.language.training.networks import Part
from kg.language.training.treebanks import Tree

HERE = Path(__file__).parent
OWN = HERE / "train.conllu"
SILVER = HERE / "silver.conllu.gz"
TAUGHT = HERE / "taught.conllu.gz"
OWN_TEST = HERE / "test.conllu"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences that come `times` an epoch, from the part `since` of the run on."""

    trees: list[Tree]
    times: int = 1
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class Mixture:
    """How often an epoch our own sentences (0: never, nor those of a teacher) and those of a teacher come, how many generated
    ones, and from which part of the run on a teacher's."""

    domain: int = 4
    taught: int = 1
    made: int = 1500
    since: float = 0.2


@dataclass(frozen=True, slots=True)
class Corpora:
    """`development` chooses the best weights."""

    training: list[Corpus]
    development: list[list[Tree]]


def load(part: Part, data: Path, mixture: Mixture) -> Corpora:
    """The corpora of `part` from the folder `data` and our own."""
    web = treebanks.read(data / "ewt-train.conllu.gz", data / "uner-ewt-train.iob2.gz")
    web_dev = treebanks.read(data / "ewt-dev.conllu.gz", data / "uner-ewt-dev.iob2.gz")
    training = [Corpus(web), Corpus(treebanks.read(data / "gum-open-train.conllu.gz"))]
    development = treebanks.documents(web_dev) + treebanks.documents(treebanks.read(data / "gum-open-dev.conllu.gz"))
    random.Random(1).shuffle(development)
    return Corpora([*training, *_own(part, mixture)], development)


def _own(part: Part, mixture: Mixture) -> Iterator[Corpus]:
    if mixture.domain and part == "names":
        yield Corpus(treebanks.read(SILVER))
    if mixture.domain:
        yield Corpus(treebanks.read(OWN), mixture.domain)
    if mixture.made:
        yield Corpus(templates.generate(mixture.made, seed=1))
    if mixture.taught and mixture.domain and TAUGHT.exists():
        yield Corpus(treebanks.read(TAUGHT), mixture.taught, mixture.since)
