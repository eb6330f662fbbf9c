"""`kg reject`: a person's word against a claim, or for it; it survives every rebuild."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from kg.cli.options import opened, store_option
from kg.cli.screens import line


@click.command()
@click.argument("claim")
@click.option("--why", required=True, help="The reason, kept with the decision.")
@click.option("--confirm", is_flag=True, help="Confirm the claim instead: an earlier rejection no longer holds.")
@click.option("--decisions", type=click.Path(path_type=Path), metavar="FILE", help="[default: DIR.decisions.jsonl]")
@store_option
def command(claim: str, why: str, confirm: bool, decisions: Path | None, store: Path) -> None:
    """Reject a claim by its IRI (or `claim:…`, the first column of `kg query`), with a reason.

    The decision is written to a file beside the store and applied after extraction: at once to the article that the
    claim is of, and at every later `kg build`. The file is plain JSON Lines, to be read, edited and kept in version control.
    """
    from kg.pipeline.decisions import Decision, claim_iri, decisions_file, read_decisions, record
    from kg.pipeline.rereadings import article_of, reread

    file, iri = decisions or decisions_file(store), claim_iri(claim)
    known = read_decisions(file).by_claim
    with opened(store, read_only=False) as graph:
        article = known[iri].article if iri in known else article_of(graph, iri)
        today = datetime.now(UTC).date().isoformat()
        record(file, Decision(iri, "confirm" if confirm else "reject", why, today, article))
        reread(graph, article, read_decisions(file))
    line(f"{'confirmed' if confirm else 'rejected'} {iri}, and read {article} again; the decision stands in {file}")
