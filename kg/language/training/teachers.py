"""Teachers: tags, dependency trees and names by one network over a small language model, more accurate and slower than the model shipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from kg.language.training.encoders import Batch, Encoder

LABELS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
STYLES = ("web", "mixed", "own")
"""How names are annotated: as in UNER's web texts, as derived from GUM's brackets, as in our own sentences."""
_TAG, _ARC, _RELATION, _NAME = 128, 320, 128, 192
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Reading:
    """What the teacher reads in one sentence; `sure` is the mean chance it gives to its arcs and their labels."""

    pos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...]
    sure: float
    doubt: float


@dataclass(frozen=True, slots=True)
class Answers:
    """Targets of a batch; -100 where nothing is annotated. Words count from 1, place 0 is the root."""

    tags: Tensor
    heads: Tensor
    deps: Tensor
    names: Tensor
    styles: Tensor


class _Dense(nn.Module):
    """A layer with a leaky ramp and dropout."""

    def __init__(self, inner: int, outer: int) -> None:
        super().__init__()
        self.line, self.drop = nn.Linear(inner, outer), nn.Dropout(0.25)

    def forward(self, states: Tensor) -> Tensor:
        found: Tensor = self.drop(functional.leaky_relu(self.line(states), 0.1))
        return found


class Teacher(nn.Module):
    """The encoder with four outputs: tags, arcs and relations (biaffine), names."""

    def __init__(self, folder: Path, tags: Sequence[str], relations: Sequence[str]) -> None:
        super().__init__()
        self.tags, self.relations = tuple(tags), tuple(relations)
        self.encoder, self.drop = Encoder(folder), nn.Dropout(0.1)
        width = self.encoder.width
        self.tag = nn.Sequential(_Dense(width, _TAG), nn.Linear(_TAG, len(tags)))
        self.arc_word, self.arc_head = _Dense(width, _ARC), _Dense(width, _ARC)
        self.relation_word, self.relation_head = _Dense(width, _RELATION), _Dense(width, _RELATION)
        self.arc = nn.Parameter(torch.zeros(_ARC + 1, _ARC))
        self.relation = nn.Parameter(torch.zeros(_RELATION + 1, len(relations), _RELATION + 1))
        nn.init.normal_(self.relation, std=0.01)
        nn.init.normal_(self.arc, std=0.01)
        self.style = nn.Embedding(len(STYLES), 16)
        self.name = nn.Sequential(_Dense(width + 16, _NAME), nn.Linear(_NAME, len(LABELS)))

    def states(self, batch: Batch) -> Tensor:
        found: Tensor = self.drop(self.encoder(batch))
        return found

    def arcs(self, states: Tensor, batch: Batch) -> Tensor:
        """Scores of each place as the head of each word."""
        with torch.autocast("cpu", enabled=False):
            words, heads = self.arc_word(states.float()), self.arc_head(states.float())
            scores = _with_one(words) @ self.arc @ heads.transpose(1, 2)
        scores = scores.masked_fill(~batch.words[:, None, :], _NEVER)
        return scores.masked_fill(torch.eye(scores.shape[1], dtype=torch.bool), _NEVER)

    def kinds(self, states: Tensor, heads: Tensor) -> Tensor:
        """Scores of each relation between each word and its head."""
        words, above = _with_one(self.relation_word(states)), _with_one(self.relation_head(states))
        chosen = torch.gather(above, 1, heads.clamp(min=0)[..., None].expand(-1, -1, above.shape[-1]))
        size = self.relation.shape[0]
        pairs = (words @ self.relation.view(size, -1)).view(*words.shape[:2], -1, size)
        return (pairs @ chosen[..., None]).squeeze(-1)

    def names(self, states: Tensor, styles: Tensor) -> Tensor:
        style = self.style(styles)[:, None, :].expand(-1, states.shape[1], -1)
        found: Tensor = self.name(torch.cat([states, style], -1))
        return found

    def loss(self, batch: Batch, answers: Answers) -> Tensor:
        states = self.states(batch)
        pairs = (
            (self.tag(states), answers.tags),
            (self.arcs(states, batch), answers.heads),
            (self.kinds(states, answers.heads), answers.deps),
            (self.names(states, answers.styles), answers.names),
        )
        total = torch.zeros(())
        for scores, target in pairs:
            if bool((target >= 0).any()):
                total = total + functional.cross_entropy(scores.flatten(0, 1).float(), target.flatten(), ignore_index=-100)
        return total

    @torch.no_grad()
    def read(self, batch: Batch, style: int) -> list[Reading]:
        states = self.states(batch)
        arcs = torch.log_softmax(self.arcs(states, batch).float(), -1)
        sizes = (batch.words.sum(1) - 1).tolist()
        heads = torch.zeros(batch.cases.shape, dtype=torch.long)
        for row, size in enumerate(sizes):
            heads[row, 1 : size + 1] = torch.tensor(spanning(arcs[row, : size + 1, : size + 1]))
        kinds = self.kinds(states, heads).float()
        root = self.relations.index("root")
        kinds[..., root] = torch.where(heads == 0, 1e4, _NEVER)
        chances, best = torch.softmax(kinds, -1).max(-1)
        sure = torch.gather(arcs, 2, heads[..., None]).squeeze(-1).exp() * chances
        tags, names = self.tag(states).argmax(-1), torch.log_softmax(self.names(states, torch.full((len(sizes),), style)).float(), -1)
        found = []
        for row, size in enumerate(sizes):
            inside = slice(1, size + 1)
            own = [place - 1 if place else index for index, place in enumerate(heads[row, inside].tolist())]
            deps = tuple(self.relations[kind] for kind in best[row, inside].tolist())
            labels, doubt = labelled(names[row, inside])
            pos = tuple(self.tags[tag] for tag in tags[row, inside].tolist())
            found.append(Reading(pos, tuple(own), deps, labels, float(sure[row, inside].mean()), doubt))
        return found


def _with_one(states: Tensor) -> Tensor:
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)


def labelled(scores: Tensor) -> tuple[tuple[str, ...], float]:
    """The best run of labels in which "I-" only goes on with a name of its kind, and the lowest chance of a label in it."""
    path = [int(label) for label in scores.argmax(-1)]
    if any(not _follows(before, after) for before, after in pairwise((0, *path))):
        path = _best_path(scores)
    return tuple(LABELS[label] for label in path), float(min(scores[index, label] for index, label in enumerate(path)).exp())


def _follows(before: int, after: int) -> bool:
    return not LABELS[after].startswith("I-") or LABELS[before][2:] == LABELS[after][2:]


def _best_path(scores: Tensor) -> list[int]:
    """Viterbi's search over the labels that may follow one another."""
    barrier = torch.tensor([[0.0 if _follows(before, after) else -1e9 for after in range(len(LABELS))] for before in range(len(LABELS))])
    total, back = scores[0] + barrier[0], []
    for row in scores[1:]:
        best, where = (total[:, None] + barrier).max(0)
        total = best + row
        back.append(where)
    path = [int(total.argmax())]
    for where in reversed(back):
        path.append(int(where[path[-1]]))
    return path[::-1]


def spanning(scores: Tensor) -> list[int]:
    """The heads of the words 1… in the best tree with one root (of the five likeliest), given the score of each head (column) of each word (row)."""
    greedy = scores[1:].argmax(1).tolist()
    if greedy.count(0) == 1 and not _cycle([0, *greedy]):
        return [int(head) for head in greedy]
    table = scores.double().tolist()
    best: tuple[float, list[int]] | None = None
    for root in sorted(range(1, len(table)), key=lambda word: -table[word][0])[:5]:
        bound = [[score if (head == 0) == (word == root) else -1e6 for head, score in enumerate(row)] for word, row in enumerate(table)]
        heads = _edmonds(bound)
        value = sum(bound[word][heads[word]] for word in range(1, len(heads)))
        if best is None or value > best[0]:
            best = (value, heads[1:])
    assert best is not None
    return best[1]


def _cycle(heads: Sequence[int]) -> list[int]:
    """The words of one cycle, [] if there is none; heads[0] counts for nothing."""
    done: set[int] = {0}
    for start in range(1, len(heads)):
        path: list[int] = []
        word = start
        while word not in done and word not in path:
            path.append(word)
            word = heads[word]
        if word in path:
            return path[path.index(word) :]
        done.update(path)
    return []


def _edmonds(scores: list[list[float]]) -> list[int]:
    """The heads of the best tree below place 0 (Chu-Liu-Edmonds: cycles are drawn together to one word and opened again)."""
    size = len(scores)
    heads = [0] + [max((head for head in range(size) if head != word), key=lambda head: scores[word][head]) for word in range(1, size)]
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    kept = [word for word in range(size) if word not in inside]
    place = {word: index for index, word in enumerate(kept)}
    new = len(kept)
    table = [[scores[word][head] for head in kept] + [0.0] for word in kept] + [[0.0] * (new + 1)]
    enters, leaves = {}, {}
    for word in kept:
        leaves[word] = max(cycle, key=lambda head: scores[word][head])
        table[place[word]][new] = scores[word][leaves[word]]
        enters[word] = max(cycle, key=lambda inner: scores[inner][word] - scores[inner][heads[inner]])
        table[new][place[word]] = scores[enters[word]][word] - scores[enters[word]][heads[enters[word]]]
    table[0] = [0.0] * (new + 1)
    for word, head in enumerate(_edmonds(table)):
        if word == new:
            outer = kept[head]
            heads[enters[outer]] = outer
        elif word:
            heads[kept[word]] = leaves[kept[word]] if head == new else kept[head]
    return heads
