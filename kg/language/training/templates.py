"""Generated sentences: trees drawn at random, with a seed, from the grammar of this folder."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from kg.language.training.treebanks import Tree

GRAMMAR = Path(__file__).parent / "grammar.txt"
_OPENING = ("Active", "Bilateral", "Direct", "Mutual", "Official", "Particular", "Special")
_STARTS = ("STAT", "STAT", "STAT", "STAT", "MEET", "MEET", "MEET", "SAID", "AGREED", "VISIT")


@dataclass(slots=True)
class Word:
    """A word of a sentence in the making: `head` is an index within its phrase, -1 at the phrase's own head."""

    form: str
    pos: str
    dep: str
    head: int
    name: str = "O"


Phrase = list[Word]
Grammar = dict[str, list[list[str]]]


def read_grammar(path: Path = GRAMMAR) -> Grammar:
    """The alternatives of every symbol; lists (`@state: …`) are kept under `$state`."""
    grammar: Grammar = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, _, body = line.partition(":")
        key = "$" + name[1:] if name.startswith("@") else name
        grammar.setdefault(key, []).extend(alternative.split() for alternative in body.split(" | "))
    return grammar


def generate(count: int, seed: int) -> list[Tree]:
    """`count` different sentences, each a document of its own."""
    rng, grammar = random.Random(seed), read_grammar()
    found: dict[tuple[str, ...], Tree] = {}
    while len(found) < count:
        tree = _tree(_expand(grammar, rng.choice(_STARTS), rng), f"made-{len(found):05d}")
        if not any(one == "," and after in ",." for one, after in pairwise(tree.words)):
            found.setdefault(tree.words, tree)
    return list(found.values())


def _tree(phrase: Phrase, key: str) -> Tree:
    for index, word in enumerate(phrase):
        if not index or (index == 1 and phrase[0].pos == "PUNCT"):
            word.form = word.form[0].upper() + word.form[1:]
        elif word.pos in ("DET", "NOUN", "VERB", "PRON", "ADP") or word.form in _OPENING:
            word.form = word.form[0].lower() + word.form[1:]
    forms = [word.form for word in phrase]
    _reattach_commas(phrase)
    return Tree(
        id=key,
        words=tuple(forms),
        spaces=tuple(_spaces(forms)),
        pos=tuple(word.pos for word in phrase),
        lemmas=tuple("_" for _ in phrase),
        heads=tuple(index if word.head < 0 else word.head for index, word in enumerate(phrase)),
        deps=tuple("root" if word.head < 0 else word.dep for word in phrase),
        names=tuple(word.name for word in phrase),
        opens="doc",
    )


def _reattach_commas(phrase: Phrase) -> None:
    """A comma after an opening adjunct belongs to the adjunct, as in the treebanks, not to the clause."""
    for index, word in enumerate(phrase):
        if word.form == "," and word.head > index:
            before = index - 1
            while phrase[before].head not in (word.head, -1):
                before = phrase[before].head
            if before < index and phrase[before].head == word.head and phrase[before].dep in ("obl", "advmod", "advcl"):
                word.head = before


def _spaces(forms: list[str]) -> list[str]:
    spaces, opened = [], False
    for form, after in zip(forms, [*forms[1:], ""], strict=True):
        opened = not opened if form == '"' else opened
        joined = after in {".", ",", "'s", "%", ")", "-", "–", "”"} or form in {"$", "US$", "€", "(", "-", "–", "“"}
        spaces.append("" if joined or (form == '"' and opened) or (after == '"' and opened) else " ")
    return spaces


def _expand(grammar: Grammar, symbol: str, rng: random.Random) -> Phrase:
    if symbol.startswith("$") and "/" not in symbol:
        return _listed(grammar, symbol, rng)
    if "/" in symbol:
        form, pos, *name = symbol.split("/")
        return [Word(form, pos, "", -1, name[0] if name else "O")]
    if symbol not in grammar:
        return [Word(symbol, "VERB", "", -1)]
    items = [item.removeprefix("?") for item in rng.choice(grammar[symbol]) if not item.startswith("?") or rng.random() < 0.5]
    parts = [(item.partition("=")[0], _expand(grammar, item.partition("=")[2], rng)) for item in items]
    return _join(parts)


def _join(parts: list[tuple[str, Phrase]]) -> Phrase:
    offsets, total = [], 0
    for _, phrase in parts:
        offsets.append(total)
        total += len(phrase)
    centre = next(index for index, (dep, _) in enumerate(parts) if not dep)
    top = offsets[centre] + next(index for index, word in enumerate(parts[centre][1]) if word.head < 0)
    joined: Phrase = []
    for offset, (dep, phrase) in zip(offsets, parts, strict=True):
        for word in phrase:
            outer = word.head < 0
            head = (-1 if not dep else top) if outer else word.head + offset
            joined.append(Word(word.form, word.pos, dep if outer and dep else word.dep, head, word.name))
    return joined


def _listed(grammar: Grammar, symbol: str, rng: random.Random) -> Phrase:
    if symbol == "$num":
        return [Word(_number(rng), "NUM", "", -1)]
    if symbol == "$year":
        return [Word(str(rng.randint(1995, 2025)), "NUM", "", -1)]
    if symbol == "$day":
        return [Word(str(rng.randint(1, 31)), "NUM", "", -1)]
    if symbol == "$person":
        return _person(grammar, rng)
    inside = symbol == "$stateI"
    key = "$state" if inside else symbol
    kind = {"$state": "LOC", "$town": "LOC", "$surname": "PER", "$given": "PER", "$org": "ORG", "$agency": "ORG"}.get(key, "")
    words = rng.choice(grammar[key])
    return _words(words, key, kind, inside)


def _words(words: list[str], key: str, kind: str, inside: bool) -> Phrase:
    plain = {"$adjective": "ADJ", "$product": "NOUN", "$ordinal": "ADJ", "$nword": "NUM"}.get(key, "PROPN")
    phrase = []
    for index, word in enumerate(words):
        form, _, tag = word.partition("/")
        pos, _, dep = (tag or plain).partition(":")
        last = index == len(words) - 1
        label = ("I-" if index or inside else "B-") + kind if kind else "O"
        relation = dep or ("amod" if pos == "ADJ" else "compound")
        phrase.append(Word(form, "NUM" if re.fullmatch(r"\d+", form) else pos, "" if last else relation, -1 if last else len(words) - 1, label))
    return phrase


def _person(grammar: Grammar, rng: random.Random) -> Phrase:
    given, last = rng.choice(grammar["$given"])[0], rng.choice(grammar["$surname"])[0]
    names = [given, last]
    shape = rng.random()
    if shape < 0.12:
        names = [given, rng.choice(grammar["$given"])[0], last]
    elif shape < 0.2:
        names = [given, rng.choice("ABDEKMNRST") + ".", last]
    elif shape < 0.27:
        names = [given, "bin", rng.choice(grammar["$given"])[0], "Al", "-", last]
    return [
        Word(name, "PUNCT" if name == "-" else "PROPN", "punct" if name == "-" else "flat", -1 if not index else 0, "I-PER" if index else "B-PER")
        for index, name in enumerate(names)
    ]


def _number(rng: random.Random) -> str:
    shape = rng.random()
    if shape < 0.55:
        return f"{rng.uniform(0.2, 99):.1f}"
    if shape < 0.75:
        return f"{rng.uniform(0.2, 40):.2f}"
    if shape < 0.9:
        return str(rng.randint(2, 950))
    return f"{rng.randint(1, 99)},{rng.randint(0, 999):03d}"
