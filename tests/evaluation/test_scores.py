"""Our scores are those of the reference scorer, and the arithmetic of tallies is right."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.evaluation import Report, Tally, score
from kg.evaluation.matches import QUERIES
from kg.evaluation.names import same_dates, same_party, same_person

SHARED = Path(__file__).resolve().parents[3] / "shared"
RECORDED = json.loads(Path(__file__).with_name("reference.json").read_text(encoding="utf-8"))
NAMES = {"by": "party", "participants": "participant", "parties": "party"}


def noisy(item: dict[str, Any], name: str, text: str, rng: random.Random) -> list[dict[str, Any]]:
    """Rows that a fair but faulty reader might give for a gold item."""
    found = text.find(item["ev"]) if isinstance(item.get("ev"), str) and item["ev"] else -1
    start = found + rng.choice([0, 0, 2, -8, 15]) if found >= 0 else None
    end = start + len(item["ev"]) + rng.choice([0, 0, 5, -10, 60]) if start is not None else None
    row: dict[str, Any] = {"start": start, "end": end, "evidence": item.get("ev")}
    row |= {k: v for k, v in item.items() if k not in ("ev", "aka", "topics", "start", "end", "base")}
    row |= {"period_start": item.get("start"), "period_end": item.get("end"), "start_date": item.get("start"), "end_date": item.get("end")}
    base = (item.get("base") or "").partition("/")
    row |= {"base_start": base[0] or None, "base_end": base[2] or None}
    for column in rng.sample(sorted(row), 2):
        value = row[column]
        if isinstance(value, str):
            row[column] = rng.choice([None, value.upper(), value.split()[-1] if value.split() else value, f"the {value}", value])
    lists = {NAMES.get(k, k): v for k, v in row.items() if isinstance(v, list)}
    row = {k: v for k, v in row.items() if not isinstance(v, list)}
    key = f"{name}-{rng.random()}"
    made = [{**row, "key": key}]
    for column, values in lists.items():
        made = [{**one, column: value} for one in made for value in values[: rng.choice([1, 2, 9])] or [None]]
    return made * rng.choice([1, 1, 1, 2])


def tables_of(golds: list[dict[str, Any]], texts: dict[str, str], rng: random.Random) -> dict[str, dict[str, list[dict[str, Any]]]]:
    tables: dict[str, dict[str, list[dict[str, Any]]]] = {name: {} for name in QUERIES}
    for gold in golds:
        for name, query in QUERIES.items():
            if name == "topics":
                made = [{"topic": t[: rng.choice([99, 12])]} for m in gold.get("meetings", []) for t in m["topics"] if rng.random() < 0.8]
            else:
                kept = [one for one in gold.get(name, []) if rng.random() < 0.85]
                made = [row for one in kept for row in noisy(one, name, texts[gold["id"]], rng)]
            key = query.key if query.key not in ("", "_span") else "other"
            tables[name][gold["id"]] = [{key: row.pop("key", None), **row, "article": gold["id"]} for row in made]
    return tables


def write_csv(folder: Path, tables: dict[str, dict[str, list[dict[str, Any]]]]) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Write the tables as the scorer reads them; gives back what it will see, all text."""
    seen: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for name, by_article in tables.items():
        rows = [row for table in by_article.values() for row in table]
        columns = sorted({column for row in rows for column in row} | {"article"})
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, columns)
            writer.writeheader()
            writer.writerows(rows)
        seen[name] = {a: [{c: None if row.get(c) in (None, "") else str(row[c]) for c in columns} for row in t] for a, t in by_article.items()}
    return seen


def summary(report: Report) -> dict[str, dict[str, Any]]:
    """A report as the reference scorer prints it."""
    return {
        name: {
            "precision": round(one.precision, 4),
            "recall": round(one.recall, 4),
            "f1": round(one.f1, 4),
            "gold": one.gold,
            "rows": one.rows,
            "right": one.right,
            "fields": {} if name == "topics" else {field: round(a / b, 4) for field, (a, b) in sorted(one.fields.items())},
        }
        for name, one in report.queries.items()
    }


@pytest.mark.parametrize("case", RECORDED["cases"])
def test_scores_equal_those_recorded_of_the_reference_scorer(case: dict[str, Any]) -> None:
    """Invented articles and annotations, faulty rows, and what the reference scorer printed for them."""
    report = score(RECORDED["golds"], RECORDED["texts"], case["rows"])
    assert summary(report) == case["queries"]
    assert (round(report.total.f1, 4), round(report.macro_f1, 4)) == (case["total"]["f1"], case["total"]["macro_f1"])
    assert 0 < report.total.right < report.total.rows


@pytest.mark.parametrize(("corpus", "seed"), [("dev", 1), ("dev", 2), ("train", 3), ("trade", 4)])
def test_scores_equal_the_reference_scorer(corpus: str, seed: int, tmp_path: Path) -> None:
    tool = SHARED / "tools" / "score.py"
    if not tool.exists():
        pytest.skip("the reference scorer and its corpora lie outside this repository; what it printed once is tested above")
    articles, gold_file = SHARED / "corpus" / f"{corpus}.jsonl", SHARED / "corpus" / f"{corpus}.gold.jsonl"
    texts = {one["id"]: one["text"] for one in map(json.loads, articles.read_text(encoding="utf-8").splitlines())}
    golds = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()][:60]
    subset = ",".join(one["id"] for one in golds)
    seen = write_csv(tmp_path, tables_of(golds, texts, random.Random(seed)))
    inputs = ["--gold", str(gold_file), "--corpus", str(articles), "--rows", str(tmp_path), "--json", "--articles", subset]
    expected = json.loads(subprocess.run([sys.executable, str(tool), *inputs], capture_output=True, text=True, check=True).stdout)
    report = score(golds, texts, seen)
    assert summary(report) == expected["queries"]
    assert (round(report.total.f1, 4), round(report.macro_f1, 4)) == (expected["total"]["f1"], expected["total"]["macro_f1"])
    assert 0 < report.total.right < report.total.rows


def test_a_tally_without_rows_has_no_precision_and_no_f1() -> None:
    assert (Tally(gold=3).precision, Tally(gold=3).f1) == (0.0, 0.0)
    assert Tally(gold=4, rows=2, right=2).f1 == pytest.approx(2 / 3)


def test_each_rule_gets_its_own_precision() -> None:
    gold = {"id": "x", "forums": [{"name": "Baltic Energy Forum", "place": None, "start": None, "end": None, "status": "held", "ev": ""}]}
    rows = [{"name": "Baltic Energy Forum", "rule": "a"}, {"name": "Gulf Arms Fair", "rule": "b"}]
    report = score([gold], {"x": ""}, {"forums": {"x": rows}}, ["forums"])
    assert report.rules[("forums", "a")].precision == 1.0
    assert report.rules[("forums", "b")].precision == 0.0
    assert [one["false"]["name"] for one in report.misses] == ["Gulf Arms Fair"]


def test_names_are_the_same_only_when_they_mean_one() -> None:
    assert same_party("Türkiye", "Turkey")
    assert same_party("Republic of Korea", "South Korea")
    assert not same_party("North Korea", "South Korea")
    assert same_person("President Anna Lind", "Anna Lind")
    assert not same_person("Anna Lind", "Anna Berg")
    assert same_dates("2023", "2023-01/2023-12")
    assert not same_dates("2023-01", "2023-02")
