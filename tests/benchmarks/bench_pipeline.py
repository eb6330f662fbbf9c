"""The whole pipeline beside the language pipeline alone, on real articles; and its peak memory as articles grow in number.

Each measurement is a process of its own, so that peaks of memory are its own. CPU seconds, models loaded before the clock starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

POOL = Path(__file__).parents[3] / "shared" / "corpus" / "pool.jsonl.gz"
FEW, MANY = 100, 400  # articles

MEASURE = """
import itertools, json, resource, sys, time
from kg.documents import foreign_language, read
from kg.language import analyse
from kg.model import Document
from kg.pipeline import graph_of, read_articles
path, count, stage = sys.argv[1], int(sys.argv[2]), sys.argv[3]
warm = Document("warm", "Minister Anna Ozola met Mart Kask in Riga on Tuesday, the ministry said.", language="en")
list(map(graph_of, read_articles([warm])))
foreign_language(Document("warm", warm.text))
documents = itertools.islice(read(path), count)
start, wall = time.process_time(), time.monotonic()
if stage == "language":
    found = sum(1 for _ in analyse(documents))
else:
    found = sum(1 for _ in map(graph_of, read_articles(documents, lambda error: None)))
spent = [time.process_time() - start, time.monotonic() - wall]
print(json.dumps([*spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, found]))
"""


def run() -> list[dict[str, object]]:
    if not POOL.exists():
        return [row("pipeline", None, None, "", "not measured: the corpora lie outside this repository")]
    language, few, many = measured(MANY, "language"), measured(FEW, "whole"), measured(MANY, "whole")
    share = f"language pipeline {language[0] / many[0]:.0%} of the whole; {many[3]:.0f} articles"
    return [
        row("whole pipeline / language pipeline alone", many[0], language[0], "CPU s", share),
        row("articles a CPU second", many[3] / many[0], language[3] / language[0], "articles/s", "whole / language pipeline alone, one thread"),
        row(f"peak memory, {MANY} / {FEW} articles", many[2], few[2], "MiB", "flat in the number of articles if near 1"),
        row("peak memory, whole / language pipeline alone", many[2], language[2], "MiB", f"{MANY} articles"),
    ]


def measured(count: int, stage: str) -> list[float]:
    """CPU seconds, wall seconds, peak MiB and articles of one process."""
    line = [sys.executable, "-c", MEASURE, str(POOL), str(count), stage]
    done = subprocess.run(line, stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    found: list[float] = json.loads(done.stdout.splitlines()[-1])
    return found


def row(name: str, ours: float | None, baseline: float | None, unit: str, note: str) -> dict[str, object]:
    ratio = ours / baseline if ours is not None and baseline else None
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ratio, "unit": unit, "note": note}
