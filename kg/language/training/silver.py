"""Silver names: articles whose people are known from the facts annotated in them; places and organisations as read."""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.language import analyse
from kg.language.names import TITLES
from kg.language.training import corpora, treebanks
from kg.language.training.articles import read_articles
from kg.model import Analysis, Sentence, Token

_PRINTED = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Gen|Sen)\.?|(?:Vice |Prime |Deputy )?(?:President|Minister|Secretary|Chancellor|Governor|Ambassador)|Foreign Minister"
    r"|King|Queen|Sheikh|Prince|The President of \w+)\s+"
)


def people(facts: dict[str, object]) -> set[str]:
    """The names of the people among the annotated officials: as printed, without titles, and their last words."""
    found: set[str] = set()
    for official in facts["officials"]:  # type: ignore[attr-defined]
        for printed in (official["person"], *(official.get("aka") or ())):
            name = _PRINTED.sub("", _PRINTED.sub("", printed))
            words = name.replace(",", "").removesuffix(" Jr.").split()
            if words and words[-1][0].isupper():
                found |= {name, words[-1]}
    return found


def _kept(token: Token) -> str:
    return "O" if not token.name or (token.name.endswith("PER") and token.text.lower() in TITLES) else token.name


def label(sentence: Sentence, names: Sequence[str]) -> list[str]:
    """IOB labels of a sentence: known people first, then what the pipeline reads."""
    labels = [_kept(token) for token in sentence.tokens]
    if names:
        pattern = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in sorted(names, key=len, reverse=True))
        for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", sentence.span.text):
            start, end = found.start() + sentence.span.start, found.end() + sentence.span.start
            inside = [index for index, token in enumerate(sentence.tokens) if start <= token.start and token.end <= end]
            for index in inside:
                labels[index] = "B-PER" if index == inside[0] else "I-PER"
    return [("B" + one[1:]) if one[0] == "I" and (not at or labels[at - 1][2:] != one[2:]) else one for at, one in enumerate(labels)]


def blocks(analysis: Analysis, names: Sequence[str]) -> Iterator[str]:
    for number, sentence in enumerate((*analysis.title, *analysis.sentences)):
        lines = ["# names = silver", f"# sent_id = {analysis.document.id}-{number}", *(["# newdoc"] if not number else [])]
        for index, (token, name) in enumerate(zip(sentence.tokens, label(sentence, names), strict=True)):
            lines.append(_row(index, token, name, sentence))
        yield "\n".join(lines)


def _row(index: int, token: Token, name: str, sentence: Sentence) -> str:
    following = sentence.tokens[index + 1].start if index + 1 < len(sentence.tokens) else -1
    misc = [f"Name={name}"] if name != "O" else []
    misc += ["SpaceAfter=No"] if following == token.end else []
    return f"{index + 1}\t{token.text}\t_\t_\t_\t_\t0\troot\t_\t{'|'.join(misc) or '_'}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.language.training.silver", description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("facts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pipeline")
    options = parser.parse_args()
    facts = {row["id"]: row for row in map(json.loads, options.facts.read_text(encoding="utf-8").splitlines())}
    tested = {tree.id.rpartition("-")[0] for tree in treebanks.read(corpora.OWN_TEST)}
    articles = [one for one in read_articles(options.corpus) if one.id in facts and one.id not in tested]
    found = [block for one in analyse(articles, options.pipeline) for block in blocks(one, sorted(people(facts[one.document.id])))]
    options.out.write_bytes(gzip.compress(("\n\n".join(found) + "\n").encode(), mtime=0))


if __name__ == "__main__":
    main()
