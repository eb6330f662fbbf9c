"""Corpora: which treebanks a part of the pipeline learns from, how often each, and which ones it is measured on."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from kg.language.training import templates, treebanks
from kg.language.training.networks import Part
from kg.language.training.treebanks import Tree

HERE = Path(__file__).parent
OWN = HERE / "train.conllu"
SILVER = HERE / "silver.conllu.gz"
OWN_TEST = HERE / "test.conllu"


@dataclass(frozen=True, slots=True)
class Corpora:
    """`training` with repetitions per epoch; `development` chooses the best weights."""

    training: list[tuple[list[Tree], int]]
    development: list[list[Tree]]


def load(part: Part, data: Path, domain: int, made: int = 0) -> Corpora:
    """The corpora of `part` from the folder `data`; our own sentences come `domain` times an epoch (0: never),
    `made` generated ones once."""
    web = treebanks.read(data / "ewt-train.conllu.gz", data / "uner-ewt-train.iob2.gz")
    web_dev = treebanks.read(data / "ewt-dev.conllu.gz", data / "uner-ewt-dev.iob2.gz")
    training = [(web, 1), (treebanks.read(data / "gum-open-train.conllu.gz"), 1)]
    development = treebanks.documents(web_dev)
    if part == "trees":
        development += treebanks.documents(treebanks.read(data / "gum-open-dev.conllu.gz"))
    random.Random(1).shuffle(development)
    if domain and part == "names":
        training.append((treebanks.read(SILVER), 1))
    if domain and OWN.exists():
        training.append((treebanks.read(OWN), domain))
    if made:
        training.append((templates.generate(made, seed=1), 1))
    return Corpora(training, development)
