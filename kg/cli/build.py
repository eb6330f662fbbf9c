"""`kg build`: read articles into a store, and say what was found and what was left out."""

from __future__ import annotations

import itertools
import logging
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import DEFAULT_STORE, opened, store_option
from kg.cli.screens import heading, line, progress, warn

if TYPE_CHECKING:
    from kg.documents import Problem
    from kg.model import Document
    from kg.pipeline import Build

FATES = {
    "new": "new",
    "changed": "new versions",
    "rebuilt": "read anew",
    "restored": "earlier versions again",
    "unchanged": "unchanged",
    "refused": "refused",
}
NAMES = {"tenure": ("post", "posts"), "change": ("change of a figure", "changes of figures"), "observation": ("figure", "figures")}


@click.command()
@click.argument("paths", nargs=-1, required=True)
@store_option
@click.option("--decisions", type=click.Path(path_type=Path), metavar="FILE", help="A person's rejections  [default: DIR.decisions.jsonl]")
def command(paths: tuple[str, ...], store: Path, decisions: Path | None) -> None:
    """Read articles into the graph: files, folders, or `-` for standard input.

    \b
    Text (.txt, .md) with or without front matter, .json, .jsonl, .jsonl.gz, .html.
    An article already there and unchanged stays as it is; a changed one becomes a
    new version and the old one is kept as superseded. Exits 1 if some were skipped.

    \b
    Examples:
      kg build seeds/
      kg build news.jsonl.gz report.html --store news.kg
      curl -s https://example.org/article.html | kg build -
    """
    from kg.documents import files
    from kg.errors import SetupError
    from kg.pipeline import build
    from kg.pipeline.builds import Build
    from kg.pipeline.decisions import decisions_file, read_decisions

    for path in paths:
        if path.casefold().startswith(("http://", "https://")):
            raise SetupError("addresses are not fetched", path, f"curl -s {shlex.quote(path)} | kg build -")
        if path != "-":
            files(Path(path))
    logging.basicConfig(level=logging.WARNING, format="kg: %(message)s")
    judged = read_decisions(decisions or decisions_file(store))
    made = Build()
    with opened(store, read_only=False) as graph, progress("reading") as advance:
        build(_documents(paths, made.skipped.append), graph, judged, advance, made)
    _report(made, store)
    sys.exit(made.exit_code)


def _documents(paths: tuple[str, ...], problem: Problem) -> Iterator[Document]:
    from kg.documents import read

    sources = (sys.stdin.buffer if path == "-" else path for path in dict.fromkeys(paths))
    return itertools.chain.from_iterable(read(source, problem) for source in sources)


def _report(made: Build, store: Path) -> None:
    for error in made.skipped:
        warn(f"skipped {error}")
    for refusal in made.refused:
        warn(f"refused {refusal}")
    fates = [f"{made.articles[fate]} {words}" for fate, words in FATES.items() if made.articles[fate] or fate in ("new", "unchanged")]
    heading(f"{store}: {', '.join(fates)}" + (f", {len(made.skipped)} skipped" if made.skipped else ""))
    if made.facts:
        line("facts      " + ", ".join(f"{count} {_named(kind, count)}" for kind, count in made.facts.most_common()))
    if made.sentences:
        line("sentences  " + ", ".join(f"{made.sentences[status]} {status}" for status in sorted(made.sentences)))
    if made.rejected:
        line(f"rejected   {made.rejected} {'claim' if made.rejected == 1 else 'claims'}, by decision of a person")
    line(f"next       kg articles, kg query officials, kg view{_flag(store)}", faint=True)


def _named(kind: str, count: int) -> str:
    one, many = NAMES.get(kind, (kind, f"{kind}s"))
    return one if count == 1 else many


def _flag(store: Path) -> str:
    return "" if str(store) == DEFAULT_STORE else f" (with --store {store})"
