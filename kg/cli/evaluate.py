"""`kg evaluate`: precision, recall and F1 on an annotated corpus, per query, per field and per rule."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from kg.documents import read
from kg.evaluation import Report, Tally, rows, score
from kg.evaluation.corpora import golds
from kg.pipeline import read_articles

Tables = dict[str, dict[str, list[dict[str, Any]]]]


@click.command()
@click.option("--corpus", type=click.Path(path_type=Path), required=True, help="Articles, JSON Lines.")
@click.option("--gold", type=click.Path(path_type=Path), required=True, help="What a careful reader finds in each, JSON Lines.")
@click.option("--only", default="", metavar="NAMES", help="Score these queries only, comma-separated.")
@click.option("--articles", default="", metavar="IDS", help="Score these articles only; 'aside' is every third, 'open' the others.")
@click.option("--misses", type=click.Path(path_type=Path), help="Write every miss and false row here, JSON Lines.")
def command(corpus: Path, gold: Path, only: str, articles: str, misses: Path | None) -> None:
    """Read CORPUS and compare what is found with GOLD, query by query and rule by rule.

    Rows match gold on names, dates, numbers and overlapping evidence; a rule's precision is the share of its rows that match.
    """
    wanted = golds(gold, articles)
    ids = {one["id"] for one in wanted}
    documents = {one.id: one for one in read(corpus) if one.id in ids}
    tables: Tables = {}
    for article in read_articles(documents.values()):
        for name, table in rows(article.reading, article.claims).items():
            tables.setdefault(name, {})[article.document.id] = list(table)
    texts = {name: one.text for name, one in documents.items()}
    report = score(wanted, texts, tables, [one for one in only.split(",") if one])
    click.echo(_by_query(report))
    click.echo()
    click.echo(_by_rule(report))
    if misses:
        misses.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in report.misses), encoding="utf-8")


def _by_query(report: Report) -> str:
    lines = [f"{'query':12} {'P':>6} {'R':>6} {'F1':>6} {'gold':>5} {'rows':>5}  fields right among the matched"]
    lines += [f"{_figures(name, tally)}  {_fields(tally)}" for name, tally in report.queries.items()]
    return "\n".join([*lines, f"{_figures('micro', report.total)}  macro-F1 {report.macro_f1:.3f}"])


def _figures(name: str, tally: Tally) -> str:
    return f"{name:12} {tally.precision:6.3f} {tally.recall:6.3f} {tally.f1:6.3f} {tally.gold:5} {tally.rows:5}"


def _fields(tally: Tally) -> str:
    return " ".join(f"{name} {right / judged:.2f}" for name, (right, judged) in sorted(tally.fields.items()))


def _by_rule(report: Report) -> str:
    lines = [f"{'query':12} {'rule':44} {'P':>6} {'rows':>5}"]
    lines += [f"{query:12} {rule or '?':44} {tally.precision:6.3f} {tally.rows:5}" for (query, rule), tally in sorted(report.rules.items())]
    return "\n".join(lines)
