"""Treebank sentences: words, spaces, tags, lemmas, trees and names as read from CoNLL-U and IOB files."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.language.training import entities

# GUM's Wikinews report of 18 May 2015 is an article of the development corpus: never trained on.
HELD_OUT = ("GUM_news_asylum",)


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence of a treebank. `spaces[i]` is the white space after word i ("", " ", "\\n\\n"); `heads` are indices
    (its own for the root); `names` are IOB labels, or () where the treebank has none. `opens` is "doc", "par" or ""."""

    id: str
    words: tuple[str, ...]
    spaces: tuple[str, ...]
    pos: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    names: tuple[str, ...] = ()
    opens: str = ""


def read(path: Path, names: Path | None = None) -> list[Tree]:
    """The trees of a CoNLL-U file, with the names of the IOB file `names` (or of `Name=` in MISC) where there are any."""
    labels = dict(_names(names)) if names else {}
    trees = []
    for block in _blocks(path):
        tree = _tree(block)
        if tree is None or tree.id.startswith(HELD_OUT):
            continue
        given = labels.get(tree.id) or labels.get(" ".join(tree.words), ())
        trees.append(replace(tree, names=given) if len(given) == len(tree.words) else tree)
    return trees


def _blocks(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield block
                block = []
        if block:
            yield block


def _tree(block: Sequence[str]) -> Tree | None:
    about = {key.strip(): value.strip() for key, _, value in (line[1:].partition("=") for line in block if line[0] == "#")}
    rows = [line.split("\t") for line in block if line[0] != "#"]
    plain = [row for row in rows if row[0].isdigit()]
    if any(not row[6].isdigit() for row in plain):
        return None
    keys = {key.split()[0] for key in about if key}
    opens = "doc" if "newdoc" in keys else "par" if "newpar" in keys else ""
    surface = _surface(rows)
    misc = [dict(part.split("=", 1) for part in row[9].split("|") if "=" in part) for row in plain]
    return Tree(
        id=about.get("sent_id", ""),
        words=tuple(word for word, _ in surface),
        spaces=tuple(space for _, space in surface),
        pos=tuple(row[3] for row in plain),
        lemmas=tuple(row[2] for row in plain),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(plain)),
        deps=tuple(row[7] for row in plain),
        names=tuple(one.get("Name", "O") for one in misc) if "names" in about else entities.names(plain),
        opens=opens,
    )


def _surface(rows: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    """Each word as it stands in the text: the parts of a contraction are cut from its printed form."""
    found: list[tuple[str, str]] = []
    printed, last, after = "", 0, " "
    for row in rows:
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            printed, last, after = row[1], int(row[0].split("-")[1]), space
        elif row[0].isdigit() and int(row[0]) <= last:
            final = int(row[0]) == last
            word = printed if final else printed[: len(row[1])]
            printed = printed[len(word) :]
            found.append((word or row[1], after if final else ""))
        elif row[0].isdigit():
            found.append((row[1], space))
    return found


def _names(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in _blocks(path):
        key = next((line.split("=", 1)[1].strip() for line in block if line.startswith("# sent_id")), "")
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        found = tuple(_label(row[2]) for row in rows)
        yield key, found
        yield " ".join(row[1] for row in rows), found  # PUD's sentences are numbered anew there


def _label(printed: str) -> str:
    return printed if printed.endswith(("-PER", "-LOC", "-ORG")) else "O"


def text(trees: Sequence[Tree]) -> str:
    """The running text of `trees`, paragraphs parted by a blank line."""
    parts = []
    for index, tree in enumerate(trees):
        following = trees[index + 1].opens if index + 1 < len(trees) else ""
        body = "".join(word + space for word, space in zip(tree.words, tree.spaces, strict=True))
        parts.append(body.rstrip(" ") + "\n\n" if following else body)
    return "".join(parts)


def documents(trees: Sequence[Tree]) -> list[list[Tree]]:
    """`trees` parted where a new document opens; PUD's are told by the first six signs of the sentence's name."""
    found: list[list[Tree]] = []
    for tree in trees:
        fresh = tree.opens == "doc" or (tree.id[1:].isdigit() and (not found or found[-1][0].id[:6] != tree.id[:6]))
        if fresh or not found:
            found.append([])
        found[-1].append(tree)
    return found
