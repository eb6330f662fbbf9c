"""The training command: `python -m kg.language.training trees|names|join|measure --data FOLDER --out FOLDER`.

The model that is shipped was made by

    python -m kg.language.training trees --data DATA --out RUN/trees --words 4000000 --dropout 0.2 0.3 --width 128 --hidden 160 \\
        --rows 3500 800 1500 1500 --seed 2
    python -m kg.language.training names --data DATA --out RUN/names --words 3000000 --dropout 0.15 0.3 --since 0 --every 150000
    python -m kg.language.training join --data DATA --out RUN
    python -m kg.language.training measure --data DATA --out RUN/model

The word vectors it takes were drawn by `python -m kg.language.training.distillates`, the sentences of a teacher read by
`python -m kg.language.training.lessons`; both results lie in this folder.
A run that was cut off goes on where its last epoch ended. DATA holds the files that MODEL_CARD.md lists.
"""

from __future__ import annotations

import argparse
import logging
import random
from pathlib import Path

import spacy

from kg.language import lemmas, pipelines
from kg.language.training import corpora, loops, networks, vectors
from kg.language.training.examples import passages
from kg.language.training.measures import development, report
from kg.language.training.networks import Size


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kg.language.training", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("task", choices=("trees", "names", "join", "measure"))
    parser.add_argument("--data", type=Path, required=True, help="folder of the treebanks")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run, or of the model to measure")
    parser.add_argument("--articles", type=Path, help="corpus that holds the marked articles (measure only)")
    parser.add_argument("--words", type=int, default=4_500_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--domain", type=int, default=4, help="how often an epoch our own sentences come")
    parser.add_argument("--made", type=int, default=1500, help="how many generated sentences an epoch")
    parser.add_argument("--batch", type=int, nargs=2, default=(300, 900), help="words a batch at the start, and from half-way on")
    parser.add_argument("--rows", type=int, nargs=4, default=Size().rows, help="of the hash tables of words, prefixes, suffixes and shapes")
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--every", type=int, default=200_000)
    parser.add_argument("--dropout", type=float, nargs=2, default=(0.1, 0.25), help="in the first and in the second half")
    parser.add_argument("--taught", type=int, default=1, help="how often an epoch the sentences of the teacher come")
    parser.add_argument("--since", type=float, default=0.2, help="from which part of the run on they come")
    parser.add_argument("--vectors", type=Path, default=vectors.DISTILLED, help="word vectors (.npz)")
    parser.add_argument("--first", type=int, default=24_000, help="how many of the vectors (0: none)")
    parser.add_argument("--hidden", type=int, default=128)
    parser.add_argument("--depth", type=int, default=4)
    return parser.parse_args()


def _train(options: argparse.Namespace) -> None:
    read = corpora.load(options.task, options.data, corpora.Mixture(options.domain, options.taught, options.made, options.since))
    held = vectors.read(options.vectors).first(options.first) if options.first else None
    size = Size(options.width, options.depth, tuple(options.rows), options.hidden, held)
    seen = [group for one in read.training if not one.since for group in passages(one.trees, random.Random(options.seed))]
    nlp = networks.build(options.task, size, seen, options.seed)
    plan = loops.Plan(
        options.words,
        tuple(options.batch),
        seed=options.seed,
        every=options.every,
        dropout=tuple(options.dropout),
    )
    loops.train(nlp, read.training, plan, development(options.task, read.development), options.out)


def _join(options: argparse.Namespace) -> None:
    parts = {part: spacy.load(options.out / part / "best") for part in ("trees", "names")}
    for part in parts.values():
        pipelines.widen(part)
    vectors.save(networks.join(parts["trees"], parts["names"]), options.out / "model")
    words = [
        (word, pos, lemma)
        for one in corpora.load("trees", options.data, corpora.Mixture(domain=0, made=0)).training
        for tree in one.trees
        for word, pos, lemma in zip(tree.words, tree.pos, tree.lemmas, strict=True)
    ]
    lemmas.write(lemmas.learn(words), options.out / "model" / "lemmas.json")


def main() -> None:
    options = _arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if options.task == "join":
        _join(options)
    elif options.task == "measure":
        logging.getLogger(__name__).info("\n%s", report(options.data, options.out, options.articles))
    else:
        _train(options)


if __name__ == "__main__":
    main()
