"""The whole pipeline beside the language pipeline alone, on real articles; and its peak memory as articles grow in number.

Speeds are measured in one process, a batch by the one and then by the other, so that a busy machine slows both alike; peaks of memory in
processes of their own. CPU seconds, models loaded before the clock starts.
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
import gc, itertools, json, resource, sys, time
from kg.documents import foreign_language, read
from kg.language import analyse
from kg.model import Document
from kg.pipeline import graph_of, read_articles
path, count, stages = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
warm = Document("warm", "Minister Anna Ozola met Mart Kask in Riga on Tuesday, the ministry said.", language="en")
list(map(graph_of, read_articles([warm])))
foreign_language(Document("warm", warm.text))
work = {
    "language": lambda batch: sum(1 for _ in analyse(batch)),
    "whole": lambda batch: sum(1 for _ in map(graph_of, read_articles(batch, lambda error: None))),
}
documents, spent, found = itertools.islice(read(path), count), dict.fromkeys(stages, 0.0), dict.fromkeys(stages, 0)
while batch := list(itertools.islice(documents, 20)):
    stages.reverse()  # neither always finds the words warm
    for stage in stages:
        gc.collect()
        start = time.process_time()
        found[stage] += work[stage](batch)
        spent[stage] += time.process_time() - start
print(json.dumps([spent, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""


def run() -> list[dict[str, object]]:
    if not POOL.exists():
        return [row("pipeline", None, None, "", "not measured: the corpora lie outside this repository")]
    spent, found, _ = measured(MANY, "language", "whole")
    few, many, language = (measured(count, stage)[2] for count, stage in ((FEW, "whole"), (MANY, "whole"), (MANY, "language")))
    share = f"language pipeline {spent['language'] / spent['whole']:.0%} of the whole; {found['whole']} articles"
    return [
        row("whole pipeline / language pipeline alone", spent["whole"], spent["language"], "CPU s", share),
        row("articles a CPU second", *(found[one] / spent[one] for one in ("whole", "language")), "articles/s", "whole / language alone, one thread"),
        row(f"peak memory, {MANY} / {FEW} articles", many, few, "MiB", "flat in the number of articles if near 1"),
        row("peak memory, whole / language pipeline alone", many, language, "MiB", f"{MANY} articles"),
    ]


def measured(count: int, *stages: str) -> tuple[dict[str, float], dict[str, int], float]:
    """CPU seconds and articles of each stage, and peak MiB, of one process."""
    line = [sys.executable, "-c", MEASURE, str(POOL), str(count), *stages]
    done = subprocess.run(line, stdout=subprocess.PIPE, text=True, check=True, env={**os.environ, "OMP_NUM_THREADS": "1"})
    spent, found, peak = json.loads(done.stdout.splitlines()[-1])
    return spent, found, peak


def row(name: str, ours: float | None, baseline: float | None, unit: str, note: str) -> dict[str, object]:
    ratio = ours / baseline if ours is not None and baseline else None
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ratio, "unit": unit, "note": note}
