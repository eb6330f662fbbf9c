"""Encoders: contextual states of words from a small uncased language model that is told how each word is printed.

Needs torch, safetensors and tokenizers, and the files of all-MiniLM-L6-v2 (Apache-2.0): for training only."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, ATTENTIONS, INNER, PIECES = 384, 6, 12, 1536, 30522
LONGEST = 250  # words of a sentence that are read; no sentence of our corpora has more
_SHAPES, _ENDINGS, _WORDS = 512, 4096, 8192
_START, _END = 101, 102


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences side by side: word pieces, the word each belongs to (0: the sentence as a whole), how words are printed."""

    pieces: Tensor
    owners: Tensor
    present: Tensor
    cases: Tensor
    prints: Tensor
    words: Tensor


@dataclass(frozen=True, slots=True)
class Pieces:
    """One sentence cut to word pieces, and the numbers that stand for the print of its words."""

    pieces: tuple[int, ...]
    owners: tuple[int, ...]
    cases: tuple[int, ...]
    prints: tuple[tuple[int, int, int], ...]


def _hash(text: str, rows: int) -> int:
    return zlib.crc32(text.encode()) % (rows - 1) + 1


def case(word: str) -> int:
    """How a word is printed: 1 small, 2 capitalised, 3 one capital, 4 capitals, 5 mixed, 6 with digits, 7 without letters."""
    letters = [sign for sign in word if sign.isalpha()]
    if any(sign.isdigit() for sign in word):
        return 6
    if not letters:
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(letters) == 1 else 4
    return 2 if letters[0].isupper() and all(sign.islower() for sign in letters[1:]) else 5


def shape(word: str) -> str:
    """The word with its letters and digits as "x", "X", "d", runs cut to three."""
    found: list[str] = []
    for sign in word:
        kind = "d" if sign.isdigit() else "X" if sign.isupper() else "x" if sign.isalpha() else sign
        if found[-3:] != [kind] * 3:
            found.append(kind)
    return "".join(found)


class Cutter:
    """Cuts sentences to word pieces."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def cut(self, words: Sequence[str]) -> Pieces:
        pieces, owners = [_START], [0]
        for place, word in enumerate(words, 1):
            found = self.tokenizer.encode(word, add_special_tokens=False).ids[:12] or [100]
            pieces += found
            owners += [place] * len(found)
        cases = [0, *(case(word) for word in words)]
        prints = [(0, 0, 0), *((_hash(shape(word), _SHAPES), _hash(word[-3:], _ENDINGS), _hash(word, _WORDS)) for word in words)]
        return Pieces((*pieces, _END), (*owners, 0), tuple(cases), tuple(prints))


def batch(sentences: Sequence[Pieces]) -> Batch:
    """Sentences of like length beside one another, padded."""
    length = max(len(one.pieces) for one in sentences)
    words = max(len(one.cases) for one in sentences)
    pieces, owners, present = (torch.zeros(len(sentences), length, dtype=torch.long) for _ in range(3))
    cases, known = (torch.zeros(len(sentences), words, dtype=torch.long) for _ in range(2))
    prints = torch.zeros(len(sentences), words, 3, dtype=torch.long)
    for row, one in enumerate(sentences):
        pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
        owners[row, : len(one.pieces)] = torch.tensor(one.owners)
        present[row, : len(one.pieces)] = 1
        cases[row, : len(one.cases)] = torch.tensor(one.cases)
        known[row, : len(one.cases)] = 1
        prints[row, : len(one.cases)] = torch.tensor(one.prints)
    return Batch(pieces, owners, present.bool(), cases, prints, known.bool())


class _Layer(nn.Module):
    """One block of the language model: attention and a wide middle layer, each normalised behind its sum."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        rows, length, _ = states.shape
        query, key, value = (
            part(states).view(rows, length, ATTENTIONS, WIDTH // ATTENTIONS).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        states = self.first(states + self.drop(self.mixed(seen.transpose(1, 2).reshape(rows, length, WIDTH))))
        middle: Tensor = self.second(states + self.drop(self.narrow(functional.gelu(self.wide(states)))))
        return middle


class Encoder(nn.Module):
    """Word states: the mean of a word's pieces over mixed layers, beside embeddings of its shape, ending and form."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.pieces, self.places, self.cases = nn.Embedding(PIECES, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(8, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.shapes, self.endings, self.forms = nn.Embedding(_SHAPES, 32), nn.Embedding(_ENDINGS, 32), nn.Embedding(_WORDS, 64)
        self.width = WIDTH + 32 + 32 + 64
        nn.init.normal_(self.cases.weight, std=0.01)
        for table in (self.shapes, self.endings, self.forms):
            nn.init.normal_(table.weight, std=0.1)
        self._load(load_file(folder / "model.safetensors"))
        self.pieces.weight.requires_grad_(False)

    def _load(self, weights: dict[str, Tensor]) -> None:
        at = "encoder.layer.{}."
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value", "mixed": "attention.output.dense"}
        names |= {"wide": "intermediate.dense", "narrow": "output.dense", "first": "attention.output.LayerNorm", "second": "output.LayerNorm"}
        state = {
            f"layers.{i}.{own}.{kind}": weights[at.format(i) + name + "." + kind]
            for i in range(LAYERS)
            for own, name in names.items()
            for kind in ("weight", "bias")
        }
        state["pieces.weight"] = weights["embeddings.word_embeddings.weight"]
        state["places.weight"] = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        state |= {f"norm.{kind}": weights[f"embeddings.LayerNorm.{kind}"] for kind in ("weight", "bias")}
        missing = self.load_state_dict(state, strict=False)
        assert not missing.unexpected_keys

    def forward(self, batch: Batch) -> Tensor:
        places = torch.arange(batch.pieces.shape[1]).clamp(max=511)
        cases = torch.gather(batch.cases, 1, batch.owners)
        states = self.drop(self.norm(self.pieces(batch.pieces) + self.places(places) + self.cases(cases)))
        mask = batch.present[:, None, None, :]
        weights, mixed = torch.softmax(self.mix, 0), torch.zeros(())
        for weight, layer in zip(weights, self.layers, strict=True):
            states = layer(states, mask)
            mixed = mixed + weight * states
        return torch.cat([self._words(mixed, batch), *self._prints(batch)], -1)

    def _words(self, states: Tensor, batch: Batch) -> Tensor:
        """The mean state of each word's pieces; place 0 is the start sign."""
        rows, words = batch.cases.shape
        counted = batch.present & (batch.pieces != _END)
        place = (torch.arange(rows)[:, None] * words + batch.owners)[counted]
        total = torch.zeros(rows * words, WIDTH, dtype=states.dtype).index_add(0, place, states[counted])
        count = torch.zeros(rows * words, dtype=states.dtype).index_add(0, place, torch.ones(len(place), dtype=states.dtype))
        return (total / count.clamp(min=1)[:, None]).view(rows, words, WIDTH)

    def _prints(self, batch: Batch) -> list[Tensor]:
        shapes, endings, forms = batch.prints.unbind(-1)
        if self.training:
            forms = forms * (torch.rand(forms.shape) > 0.3)
        return [self.shapes(shapes), self.endings(endings), self.forms(forms)]
