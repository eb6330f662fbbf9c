"""Pronouns: whom "he" and "she" stand for, against the coreference of the GUM treebank, beside the person named last."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Document, Mention, Reading
from kg.pipeline import read_articles

TREEBANKS = Path(__file__).parents[3] / "shared" / "training"
GENRES = ("news", "bio", "interview", "court")
PRONOUNS = ("he", "she", "him", "his", "her")
ENTITY = re.compile(r"\((\d+)(?:\[[^]]*\])?-(\w+)-[^()]*|(\d+)(?:\[[^]]*\])?\)|\)")


@dataclass(slots=True)
class Text:
    """A document of the treebank: its text, and who is printed where as (entity, start, end), persons alone."""

    id: str
    text: str = ""
    persons: list[tuple[str, int, int]] = field(default_factory=list)
    opened: list[tuple[str, str, int]] = field(default_factory=list)


def run() -> list[dict[str, object]]:
    """Shares of the pronouns of named persons: linked to the right one, of those linked and of all."""
    if not TREEBANKS.exists():
        return [{"name": "pronouns", "ours": None, "baseline": None, "ratio": None, "unit": "", "note": f"skipped: {TREEBANKS.name} is not here"}]
    files = (TREEBANKS / f"gum-open-{part}.conllu.gz" for part in ("train", "dev", "test"))
    texts = {one.id: one for path in files for one in read(path) if one.id.split("_")[1] in GENRES}
    wanted = linked = right = last = 0
    for article in read_articles(Document(one.id, one.text) for one in texts.values()):
        text = texts[article.document.id]
        links = {one.mention.span: one.referents[0] for one in article.reading.links.links}
        for who, start, end in pronouns(text):
            meant = links.get(article.document.span(start, end))
            wanted += 1
            linked += meant is not None
            right += owner(text, meant) == who
            last += owner(text, named_last(article.reading, start)) == who
    return [_row("of those linked", right, linked, last / wanted), _row("of all", right, wanted, last / wanted)]


def _row(of: str, right: int, whole: int, baseline: float) -> dict[str, object]:
    ours, note = right / whole, f"{right} of {whole} right; baseline: the person named last"
    return {"name": f"pronouns, right {of}", "ours": ours, "baseline": baseline, "ratio": ours / baseline, "unit": "share", "note": note}


def named_last(reading: Reading, start: int) -> Mention | None:
    before = [one for one in reading.mentions if one.kind == "person" and one.span.field == "text" and one.span.end <= start]
    return max(before, key=lambda one: one.span.start, default=None)


def owner(text: Text, meant: Mention | None) -> str:
    """Whose name the words of a mention are, in the treebank."""
    if meant is None:
        return ""
    holding = [(end - start, who) for who, start, end in text.persons if start <= meant.head.start and meant.head.end <= end + 1]
    return min(holding)[1] if holding else ""


def pronouns(text: Text) -> Iterator[tuple[str, int, int]]:
    """The pronouns of those who are named somewhere in the text."""
    words = {one: text.text[one[1] : one[2]] for one in text.persons}
    named = {one[0] for one, printed in words.items() if any(word[0].isupper() and word.lower() not in PRONOUNS for word in printed.split())}
    return (one for one, printed in words.items() if one[0] in named and printed.lower() in PRONOUNS)


def read(path: Path) -> Iterator[Text]:
    """The documents of a CoNLL-U file with entities in its last column (CorefUD)."""
    text, merged = Text(""), (0, 0, 0)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("# newdoc"):
                if text.id:
                    yield text
                text = Text(line.split()[-1])
            elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
                text.text = text.text.rstrip() + "\n\n" * bool(text.text)
            elif line[0].isdigit():
                number, form, *_, notes = line.rstrip("\n").split("\t")
                if "-" in number:
                    merged = (int(number.split("-")[1]), len(text.text), len(text.text) + len(form))
                elif "." in number:
                    continue
                inside = "-" not in number and int(number) <= merged[0]
                start = merged[1] if inside else len(text.text)
                if not inside:
                    text.text += form + " " * ("SpaceAfter=No" not in notes)
                if "-" not in number:
                    _mark(text, notes, start, merged[2] if inside else start + len(form))
            elif not line.strip():
                merged = (0, 0, 0)
    yield text


def _mark(text: Text, notes: str, start: int, end: int) -> None:
    """Open and close the entities that a token's notes name."""
    entities = next((one.removeprefix("Entity=") for one in notes.split("|") if one.startswith("Entity=")), "")
    for found in ENTITY.finditer(entities):
        if found.group(1):
            text.opened.append((found.group(1), found.group(2), start))
            continue
        number = found.group(3) or text.opened[-1][0]
        at = next(at for at in range(len(text.opened) - 1, -1, -1) if text.opened[at][0] == number)
        who, kind, begin = text.opened.pop(at)
        if kind == "person":
            text.persons.append((who, begin, end))


if __name__ == "__main__":
    for row in run():
        print(*row.values(), sep=" · ")
