"""Distillates: a small vector for each frequent word, drawn from the states in which a language model reads the word alone.

    python -m kg.language.training.distillates --data DATA --lm MINILM --corpus POOL --out vectors.npz

Forty numbers learned to tell what the word tends to be (tag, relation, tag of its head, relations below it, kind of name) and
24 of a principal component analysis. Needs torch, safetensors and tokenizers; MINILM holds the files of all-MiniLM-L6-v2.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from kg.language.training import corpora, treebanks, vectors
from kg.language.training.encoders import Cutter, Encoder, batch
from kg.language.training.treebanks import Tree
from kg.language.training.vectors import Vectors

log = logging.getLogger(__name__)

_LEARNED, _PLAIN = 40, 24
_NAMED = 3.0  # weight of the kind of name
_MARKS = ".,;:!?()“”\"'’"
Key = tuple[str, str]
Array = NDArray[np.float32]


def counts(trees: Sequence[Tree], pool: Path) -> Counter[str]:
    """How often each word, in lower case, comes in the treebanks and in the raw texts of `pool`."""
    found: Counter[str] = Counter(word.lower() for tree in trees for word in tree.words)
    with gzip.open(pool, "rt", encoding="utf-8") as lines:
        for line in lines:
            found.update(word.strip(_MARKS).lower() for word in json.loads(line)["text"].split())
    return found


def vocabulary(counted: Counter[str], lm: Path) -> list[str]:
    """The whole words of the language model, then the words seen three times that it cuts to pieces."""
    pieces = (lm / "vocab.txt").read_text(encoding="utf-8").split("\n")
    whole = [one for one in pieces if len(one) > 1 and not one.startswith(("##", "[")) and one.isascii() and any(map(str.isalpha, one))]
    known = set(whole)
    more = [one for one, count in counted.most_common() if count >= 3 and one and one not in known and len(one) < 20]
    return [*whole, *(one for one in more if not any(map(str.isdigit, one)))]


def states(words: Sequence[str], lm: Path) -> Array:
    """For each word its embedding and its state after three layers, side by side."""
    encoder, cutter = Encoder(lm).eval(), Cutter(lm)
    found = np.zeros((len(words), 768), dtype=np.float32)
    order = sorted(range(len(words)), key=lambda index: len(words[index]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), 256):
            chosen = order[start : start + 256]
            given = batch([cutter.cut([words[index]]) for index in chosen])
            state = encoder.norm(encoder.pieces(given.pieces) + encoder.places(torch.arange(given.pieces.shape[1])))
            found[chosen, :384] = encoder._words(state.float(), given)[:, 1].numpy()
            for layer in list(encoder.layers)[:3]:
                state = layer(state, given.present[:, None, None, :])
            found[chosen, 384:] = encoder._words(state.float(), given)[:, 1].float().numpy()
    return found


def principal(found: Array, weights: Array) -> tuple[Array, Array]:
    """The states, centred and scaled, and their principal components."""
    for part in (found[:, :384], found[:, 384:]):
        part -= np.average(part, axis=0, weights=weights)
        part /= np.linalg.norm(part, axis=1).mean()
    _, axes = np.linalg.eigh((found * weights[:, None]).T @ found / weights.sum())
    drawn = found @ axes[:, ::-1][:, :_PLAIN]
    return found, drawn / np.sqrt(np.linalg.norm(drawn, axis=1, keepdims=True) + 1e-6)


def tendencies(trees: Sequence[Tree]) -> dict[str, Counter[Key]]:
    """What each word is in the treebanks: tag, relation, tag of its head, relations below it, label of its name."""
    found: dict[str, Counter[Key]] = {}
    for tree in trees:
        for index, (word, head) in enumerate(zip(tree.words, tree.heads, strict=True)):
            if tree.pos[index] == "_":
                continue
            relation = tree.deps[index].split(":")[0]
            keys = [("tag", tree.pos[index]), ("relation", relation), ("above", tree.pos[head])]
            keys += [("name", tree.names[index])] if tree.names else []
            found.setdefault(word.lower(), Counter()).update(keys)
            if head != index:
                found.setdefault(tree.words[head].lower(), Counter()).update([("below", relation)])
    return found


class Bottleneck(nn.Module):
    """From states through `_LEARNED` numbers to what the word tends to be."""

    def __init__(self, width: int, keys: Sequence[Key]) -> None:
        super().__init__()
        self.groups = {group: [at for at, key in enumerate(keys) if key[0] == group] for group in sorted({key[0] for key in keys})}
        self.inner, self.drop = nn.Linear(width, _LEARNED), nn.Dropout(0.2)
        self.outer = nn.ModuleDict({group: nn.Linear(_LEARNED, len(places)) for group, places in self.groups.items()})

    def loss(self, given: Tensor, wanted: Tensor) -> Tensor:
        drawn, weight, total = self.drop(self.inner(self.drop(given))), torch.log1p(wanted.sum(1)), torch.zeros(())
        for group, places in self.groups.items():
            share = wanted[:, places] / wanted[:, places].sum(1, keepdim=True).clamp(min=1)
            missed = -(share * torch.log_softmax(self.outer[group](drawn), -1)).sum(1)
            total = total + (missed * weight).sum() / weight.sum() * (_NAMED if group == "name" else 1.0)
        return total


def learned(found: Array, words: Sequence[str], seen: dict[str, Counter[Key]]) -> Array:
    """The numbers of each word's bottleneck, learned on the words that `seen` has."""
    at = {word: index for index, word in enumerate(words)}
    known = sorted(word for word in seen if word in at)
    keys = sorted({key for word in known for key in seen[word]})
    wanted = torch.tensor([[float(seen[word][key]) for key in keys] for word in known])
    scale = float(found[[at[word] for word in known]].std())
    given, every = torch.tensor(found[[at[word] for word in known]]) / scale, torch.tensor(found) / scale
    torch.manual_seed(1)
    model = Bottleneck(found.shape[1], keys)
    optimizer = torch.optim.Adam(model.parameters(), lr=3e-3, weight_decay=1e-4)
    for epoch in range(14):
        order = torch.randperm(len(known))
        for start in range(0, len(order), 256):
            chosen = order[start : start + 256]
            optimizer.zero_grad()
            loss = model.loss(given[chosen], wanted[chosen])
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
        optimizer.param_groups[0]["lr"] *= 0.85
        log.info("epoch %d, loss %.3f", epoch, float(loss.detach()))
    with torch.no_grad():
        return np.asarray(model.inner(every).numpy(), dtype=np.float32)


def distil(data: Path, lm: Path, pool: Path) -> Vectors:
    """The vectors, words of our corpora first, the most frequent before the others."""
    named = treebanks.read(data / "ewt-train.conllu.gz", data / "uner-ewt-train.iob2.gz")
    trees = [*named, *treebanks.read(data / "gum-open-train.conllu.gz"), *treebanks.read(corpora.OWN)]
    counted = counts(trees, pool)
    words = vocabulary(counted, lm)
    weights = np.array([np.log1p(counted[word]) + 1 for word in words], dtype=np.float32)
    found, plain = principal(states(words, lm), weights)
    drawn = learned(found, words, tendencies(trees))
    rows = np.concatenate([(drawn - drawn.mean(0)) / drawn.std(0), plain / plain.std(0)], 1)
    order = sorted(range(len(words)), key=lambda index: -counted[words[index]])
    return Vectors(tuple(words[index] for index in order), rows[order].astype(np.float32))


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m kg.language.training.distillates", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    for option in ("data", "lm", "corpus", "out"):
        parser.add_argument(f"--{option}", type=Path, required=True)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(1)
    vectors.write(distil(options.data, options.lm, options.corpus), options.out)


if __name__ == "__main__":
    main()
