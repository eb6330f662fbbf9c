"""`kg queries`: the named queries with their questions."""

from __future__ import annotations

import click

from kg.cli.screens import table


@click.command()
def command() -> None:
    """List the named queries, the question each answers, and its parameters."""
    from kg.ontology.queries import named_queries

    found = [(one.name, one.question, ", ".join(one.parameters)) for one in named_queries().values()]
    table(("name", "question", "parameters"), found)
