"""Training runs: seeded, checkpointed, resumable; the best averaged weights by the development score are kept."""

from __future__ import annotations

import json
import logging
import pickle
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from thinc.api import Adam, Optimizer

from kg.language import pipelines
from kg.language.training import vectors
from kg.language.training.corpora import Corpus
from kg.language.training.examples import batches, passages, varied

log = logging.getLogger(__name__)

Measure = Callable[[Language], tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how: words in all; words per batch at the start and from half-way on; learning rate at the start
    and at the end; seed; dropout in the first and in the second half; how many words between two measurements."""

    words: int
    batch: tuple[int, int] = (200, 900)
    rate: tuple[float, float] = (0.001, 0.0002)
    seed: int = 1
    dropout: tuple[float, float] = (0.1, 0.25)
    every: int = 200_000

    def batch_at(self, done: float) -> int:
        return round(self.batch[0] + (self.batch[1] - self.batch[0]) * min(1.0, 2 * done))

    def dropout_at(self, done: float) -> float:
        return self.dropout[0] if done < 0.5 else self.dropout[1]

    def rate_at(self, done: float) -> float:
        return self.rate[0] + (self.rate[1] - self.rate[0]) * min(1.0, done)


@dataclass
class Progress:
    """Where a run stands."""

    words: int = 0
    epoch: int = 0
    best: float = -1.0


def train(nlp: Language, corpora: Sequence[Corpus], plan: Plan, score: Measure, out: Path) -> Progress:
    """Train `nlp` on `corpora` until `plan.words`; goes on from `out` if a run was cut off there."""
    optimizer = Adam(plan.rate[0], L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=True)
    out.mkdir(parents=True, exist_ok=True)
    state = _resume(nlp, optimizer, out)
    measured = state.words
    while state.words < plan.words:
        rng = random.Random(f"{plan.seed} {state.epoch}")
        read = [one for one in corpora if one.since <= state.words / plan.words]
        groups = [varied(group, rng) for one in read for _ in range(one.times) for group in passages(one.trees, rng)]
        for batch in batches(nlp, groups, lambda: plan.batch_at(state.words / plan.words), rng):
            optimizer.learn_rate = plan.rate_at(state.words / plan.words)
            nlp.update(batch, sgd=optimizer, drop=plan.dropout_at(state.words / plan.words))
            state.words += sum(len(one.predicted) for one in batch)
            if state.words - measured >= plan.every or state.words >= plan.words:
                measured = state.words
                _measure(nlp, optimizer, state, score, out)
            if state.words >= plan.words:
                break
        state.epoch += 1
        _save(nlp, optimizer, state, out)
    _blend(nlp, optimizer, state, score, out)
    return state


def _measure(nlp: Language, optimizer: Optimizer, state: Progress, score: Measure, out: Path) -> None:
    with nlp.use_params(optimizer.averages):
        value, said = score(nlp)
        if value > state.best:
            state.best = value
            vectors.save(nlp, out / "best")
    log.info("%d words, epoch %d: %s", state.words, state.epoch, said)


def _blend(nlp: Language, optimizer: Optimizer, state: Progress, score: Measure, out: Path) -> None:
    """Keep the mean of the best and of the last averaged weights if it is better than either."""
    best = _models(spacy.load(out / "best"))
    means = {}
    for place, node in enumerate(_models(nlp)):
        for name in node.param_names:
            average = optimizer.averages.get((node.id, name)) if optimizer.averages else None
            if average is not None:
                means[(node.id, name)] = (average + best[place].get_param(name)) / 2
    with nlp.use_params(means):
        value, said = score(nlp)
        if value > state.best:
            state.best = value
            vectors.save(nlp, out / "best")
    log.info("mean of the best and the last weights: %s", said)


def _models(nlp: Language) -> list[Any]:
    """Every weighted layer of the pipeline in an order that two builds share."""
    found = [node for _, pipe in nlp.pipeline for node in pipe.model.walk()]  # type: ignore[attr-defined]
    return list({node.id: node for node in found}.values())


def _save(nlp: Language, optimizer: Optimizer, state: Progress, out: Path) -> None:
    place = {node.id: index for index, node in enumerate(_models(nlp))}
    moments = {}
    for table in ("mom1", "mom2", "averages", "nr_update"):
        moments[table] = {(place[key[0]], key[1]): value for key, value in getattr(optimizer, table).items() if key[0] in place}
    vectors.save(nlp, out / "last")
    (out / "optimizer.pickle").write_bytes(pickle.dumps(moments))
    (out / "progress.json").write_text(json.dumps(vars(state)), encoding="utf-8")


def _resume(nlp: Language, optimizer: Optimizer, out: Path) -> Progress:
    if not (out / "progress.json").exists():
        return Progress()
    nlp.from_disk(out / "last")
    pipelines.widen(nlp)
    nodes = _models(nlp)
    for table, values in pickle.loads((out / "optimizer.pickle").read_bytes()).items():
        getattr(optimizer, table).update({(nodes[key[0]].id, key[1]): value for key, value in values.items()})
    return Progress(**json.loads((out / "progress.json").read_text(encoding="utf-8")))
