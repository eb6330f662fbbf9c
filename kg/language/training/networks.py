"""The two networks we train: `trees` (tags and dependency trees) and `names` (spans of people, places, organisations)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import spacy
from spacy.language import Language
from thinc.api import fix_random_seed

from kg.language import tokens
from kg.language.pipelines import multiply_with_numpy
from kg.language.training import vectors
from kg.language.training.examples import example
from kg.language.training.treebanks import Tree
from kg.language.training.vectors import Vectors

Part = Literal["trees", "names"]


@dataclass(frozen=True, slots=True)
class Size:
    """Width and depth of the encoder, rows of its hash tables (word, prefix, suffix, shape), width of the parser, fixed vectors."""

    width: int = 96
    depth: int = 4
    rows: tuple[int, int, int, int] = (5000, 1000, 2500, 2500)
    hidden: int = 128
    vectors: Vectors | None = None


def blank() -> Language:
    """English with our tokeniser and nothing else."""
    nlp = spacy.blank("en")
    tokens.adjust(nlp)
    return nlp


def build(part: Part, size: Size, passages: Iterable[Sequence[Tree]], seed: int) -> Language:
    """An untrained pipeline of one part, its labels read from `passages`."""
    fix_random_seed(seed)
    nlp = blank()
    if size.vectors:
        vectors.add(nlp, size.vectors)
    known = [example(nlp, trees) for trees in passages]
    if part == "trees":
        nlp.add_pipe("tok2vec", config={"model": _encoder(size)})
        nlp.add_pipe("morphologizer", config={"model": _tagger(size), "extend": False})
        parser = {"model": _transitions("parser", size, _listener(size)), "min_action_freq": 10}
        nlp.add_pipe("parser", config=parser)
    else:
        nlp.add_pipe("ner", config={"model": _transitions("ner", size, _encoder(size))})
    nlp.initialize(lambda: known)
    multiply_with_numpy(nlp)
    return nlp


def join(trees: Language, names: Language) -> Language:
    """One pipeline of the two trained parts."""
    trees.add_pipe("ner", source=names)
    trees.meta.update(name="dateline", version="0.2.0", license="CC BY-SA 4.0", description="Tags, trees and names of diplomatic and trade news")
    return trees


def _encoder(size: Size) -> dict[str, Any]:
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": size.width,
            "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
            "rows": list(size.rows),
            "include_static_vectors": size.vectors is not None,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": size.width,
            "depth": size.depth,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def _listener(size: Size) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": size.width, "upstream": "*"}


def _tagger(size: Size) -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(size), "nO": None}


def _transitions(kind: str, size: Size, encoder: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": size.hidden if kind == "parser" else 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": encoder,
    }
