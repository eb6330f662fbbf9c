"""`kg show`: the facts of an article, or all that is known of a thing, each with its quoted evidence."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import opened, store_option
from kg.cli.screens import heading, line

if TYPE_CHECKING:
    from kg.pipeline.portraits import Fact


@click.command()
@click.argument("name", metavar="ARTICLE|NAME|CLAIM")
@store_option
def command(name: str, store: Path) -> None:
    """Show everything one article states, all that is known of a person, state, body or agreement, or one claim.

    \b
    Examples:
      kg show seed
      kg show 'Roman Vasilenko'
      kg show EU
      kg show claim:d92547c586e47140
    """
    from kg.iri import PREFIXES
    from kg.pipeline.decisions import claim_iri
    from kg.pipeline.portraits import article_portrait, claim_portrait, thing_portrait

    with opened(store) as graph:
        if name in graph.articles():
            facts, title = article_portrait(graph, name), f"article {name}"
        elif name.strip("<>").startswith(("claim:", PREFIXES["claim"])):
            facts, title = claim_portrait(graph, claim_iri(name)), name
        else:
            title, facts = thing_portrait(graph, name)
    count = len({fact.iri for fact in facts})  # what a meeting is about is part of the meeting
    heading(f"{title}: {count} {'fact' if count == 1 else 'facts'}")
    for query, together in itertools.groupby(facts, key=lambda fact: fact.query):
        line()
        heading(query)
        for fact in together:
            _tell(fact)


def _tell(fact: Fact) -> None:
    line(fact.line, indent=2)
    place = f"{fact.article} {fact.start}–{fact.end}" if fact.start is not None else f"{fact.article}, title"
    line(f"“{fact.evidence}” [{place}] {_brief(fact.iri)}", indent=6, faint=True)


def _brief(iri: str) -> str:
    from kg.iri import BASE

    return iri.removeprefix(BASE).replace("/", ":", 1)
