"""Lemmas: the dictionary form of a word of a given part of speech, by a table from the treebanks and rules for the rest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

_VOWELS = frozenset("aeiou")
_INFLECTED = frozenset(("NOUN", "VERB", "AUX", "ADJ", "ADV", "PROPN"))


@dataclass(frozen=True)
class Lemmas:
    """`exceptions[pos][form]` is a lemma that the rules would miss; `known[pos]` are lemmas that the treebanks attest."""

    exceptions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    known: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def lemma(self, form: str, pos: str) -> str:
        """The lemma of `form`; names keep their capitals, every other word is in lower case."""
        low = form.lower()
        given = self.exceptions.get(pos, {}).get(form if pos == "PROPN" else low)
        if given is not None:
            return given
        if pos == "PROPN" or pos not in _INFLECTED or not low.isalpha():
            return form if pos == "PROPN" else low
        return self._by_rule(low, pos)

    def _by_rule(self, low: str, pos: str) -> str:
        known = self.known.get(pos, frozenset())
        candidates = list(dict.fromkeys(_candidates(low, pos)))
        attested = next((one for one in candidates if one in known), "")
        if attested:
            return attested
        return low if low in known or not candidates or pos in ("ADJ", "ADV") else candidates[0]

    def reader(self) -> Callable[[str, str], str]:
        """`lemma` with a memory: news repeats its words."""
        return lru_cache(maxsize=100_000)(self.lemma)


def _candidates(low: str, pos: str) -> Iterable[str]:
    """Dictionary forms `low` may come from, the likeliest first."""
    if pos in ("NOUN", "VERB", "AUX") and low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        yield from _without_s(low)
    if pos in ("VERB", "AUX"):
        for ending in ("ed", "ing"):
            if low.endswith(ending) and len(low) > len(ending) + 2:
                yield from _stems(low[: -len(ending)])
    if pos in ("ADJ", "ADV"):
        for ending in ("er", "est"):
            if low.endswith(ending) and len(low) > len(ending) + 2:
                yield from _stems(low[: -len(ending)])


def _without_s(low: str) -> Iterable[str]:
    if low.endswith("ies") and len(low) > 4:
        yield low[:-3] + "y"
    elif low.endswith(("ches", "shes", "sses", "xes", "zes", "oes")):
        yield low[:-2]
    yield low[:-1]
    if low.endswith("ves"):
        yield low[:-3] + "f"
        yield low[:-3] + "fe"
    if low.endswith("es"):
        yield low[:-2]


def _stems(stem: str) -> Iterable[str]:
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    if doubled:
        yield stem[:-1]
    silent = stem.endswith(("at", "iz", "is", "c", "v", "u", "g", "as", "us", "ut", "dl", "bl", "pl", "tl", "iv", "ur", "ir", "uc", "rs", "ns"))
    yield from (stem + "e", stem) if silent else (stem, stem + "e")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]


def learn(words: Iterable[tuple[str, str, str]]) -> Lemmas:
    """The table for (form, part of speech, lemma) triples as counted in a treebank."""
    counted: dict[tuple[str, str], Counter[str]] = {}
    for form, pos, lemma in words:
        if pos not in ("X", "SYM", "PUNCT", "NUM") and lemma != "_":
            counted.setdefault((pos, form if pos == "PROPN" else form.lower()), Counter())[lemma] += 1
    chosen = {key: max(sorted(lemmas), key=lemmas.__getitem__) for key, lemmas in sorted(counted.items())}
    known: dict[str, set[str]] = {}
    for (pos, _), lemma in chosen.items():
        if pos in _INFLECTED - {"PROPN"}:
            known.setdefault(pos, set()).add(lemma)
    plain = Lemmas(known={pos: frozenset(lemmas) for pos, lemmas in known.items()})
    exceptions: dict[str, dict[str, str]] = {}
    for (pos, form), lemma in chosen.items():
        if plain.lemma(form, pos) != lemma:
            exceptions.setdefault(pos, {})[form] = lemma
    return Lemmas(exceptions, plain.known)


def read(path: Path) -> Lemmas:
    stored = json.loads(path.read_text(encoding="utf-8"))
    return Lemmas(stored["exceptions"], {pos: frozenset(lemmas) for pos, lemmas in stored["known"].items()})


def write(lemmas: Lemmas, path: Path) -> None:
    known = {pos: sorted(values) for pos, values in sorted(lemmas.known.items())}
    stored = {"exceptions": lemmas.exceptions, "known": known}
    path.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")
