"""Scores of rows against gold: precision, recall and F1 of each query, the fields of what matched, precision per rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.evaluation.matches import QUERIES, Found, Item, Passages, facts, pairs

Table = Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class Tally:
    """Counts of one query or rule: what gold holds, what was found, and what of it was right."""

    gold: int = 0
    rows: int = 0
    right: int = 0
    fields: dict[str, list[int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        return self.right / self.rows if self.rows else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def judge(self, name: str, right: bool) -> None:
        count = self.fields.setdefault(name, [0, 0])
        count[0] += right
        count[1] += 1


@dataclass(slots=True)
class Report:
    """The tallies by query, the tallies by (query, rule), and every miss and false row."""

    queries: dict[str, Tally] = field(default_factory=dict)
    rules: dict[tuple[str, str], Tally] = field(default_factory=dict)
    misses: list[dict[str, Any]] = field(default_factory=list)

    @property
    def total(self) -> Tally:
        """All queries that gold speaks of, taken together."""
        scored = [one for one in self.queries.values() if one.gold]
        return Tally(sum(one.gold for one in scored), sum(one.rows for one in scored), sum(one.right for one in scored))

    @property
    def macro_f1(self) -> float:
        scored = [one.f1 for one in self.queries.values() if one.gold]
        return sum(scored) / len(scored) if scored else 0.0


def score(golds: Iterable[Item], texts: Mapping[str, str], tables: Mapping[str, Mapping[str, Table]], only: Iterable[str] = ()) -> Report:
    """Compare `tables` (query → article id → rows) with the gold items of each article; `texts` are the articles' texts."""
    chosen = set(only) or set(QUERIES)
    report = Report({name: Tally() for name in QUERIES if name in chosen})
    for gold in golds:
        passages = Passages(texts[gold["id"]])
        for name in report.queries:
            found = tables.get(name, {}).get(gold["id"], ())
            if name == "topics":
                _compare(report, gold["id"], name, _wanted_topics(gold), _printed_topics(found), passages)
            else:
                _compare(report, gold["id"], name, list(gold.get(name, ())), facts(name, found), passages)
    return report


def _compare(report: Report, article: str, name: str, items: list[Item], found: list[Found], passages: Passages) -> None:
    query, tally = QUERIES[name], report.queries[name]
    met = pairs(items, found, query.likeness, passages)
    tally.gold, tally.rows, tally.right = tally.gold + len(items), tally.rows + len(found), tally.right + len(met)
    for a, b in met:
        for title, right in query.fields.items():
            tally.judge(title, bool(right(items[a], found[b])))
        if items[a].get("ev"):
            tally.judge("evidence", passages.union(found[b], items[a]["ev"]) >= 0.2)
    right_rows = {b for _, b in met}
    for b, row in enumerate(found):
        rule = report.rules.setdefault((name, str(row.get("rule") or "")), Tally())
        rule.rows, rule.right = rule.rows + 1, rule.right + (b in right_rows)
    _note_misses(report, article, name, [_bare(one) for a, one in enumerate(items) if a not in {a for a, _ in met}], "missed")
    _note_misses(report, article, name, [_bare(one) for b, one in enumerate(found) if b not in right_rows], "false")


def _note_misses(report: Report, article: str, name: str, these: list[dict[str, Any]], what: str) -> None:
    report.misses += [{"query": name, "article": article, what: one} for one in these]


def _bare(record: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key != "_span"}


def _wanted_topics(gold: Item) -> list[Item]:
    printed = dict.fromkeys(topic for meeting in gold.get("meetings", ()) for topic in meeting["topics"])
    return [{"topic": topic} for topic in printed]


def _printed_topics(found: Table) -> list[Found]:
    first: dict[str, Found] = {}
    for row in found:
        if row.get("topic"):
            first.setdefault(row["topic"], row)
    return list(first.values())
