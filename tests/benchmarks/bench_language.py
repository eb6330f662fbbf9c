"""The language core: accuracy on treebanks, on our own test and on the marked articles, words a second, seconds to load."""

from __future__ import annotations

from pathlib import Path
from subprocess import run as start
from sys import executable

from kg.language import pipelines
from kg.language.training import articles, corpora, measures, treebanks
from kg.language.training.scores import Score

SHARED = Path(__file__).parents[3] / "shared"
TREEBANKS = SHARED / "training"
ARTICLES = SHARED / "corpus" / "dev.jsonl"
FIRST = {"PUD": (87.6, 83.4), "EWT test": (83.2, 79.1), "GUM open test": (84.6, 80.8)}
"""UAS and LAS of the first experiment, the baseline."""
LOADING = (
    "import time, spacy; from kg.language import pipelines; start = time.perf_counter(); pipelines.shipped(); print(time.perf_counter() - start)"
)


def run() -> list[dict[str, object]]:
    """Rows of figures; those that need treebanks or articles that are not shipped say so and carry no value."""
    own = measures.read_treebank(treebanks.read(corpora.OWN_TEST), None)
    rows = [_row(f"own test, {layer}", own.f(layer), aim, "F") for layer, aim in (("labels", 90), ("roots", 97), ("arguments", 95))]
    loaded = start([executable, "-c", LOADING], check=True, capture_output=True, text=True).stdout
    rows.append(_row("time to load", float(loaded), 0.5, "s", "baseline: the target"))
    return [*rows, *_treebanks(), *_articles()]


def _treebanks() -> list[dict[str, object]]:
    if not TREEBANKS.exists():
        return [_absent("treebanks", TREEBANKS)]
    rows = []
    for name, (trees, names) in measures.TESTS.items():
        score = measures.read_treebank(_read(trees, names), None)
        rows += [_row(f"{name}, UAS", score.f("heads"), FIRST[name][0], "F"), _row(f"{name}, LAS", score.f("labels"), FIRST[name][1], "F")]
    news = [tree for tree in _read("pud-test", "uner-pud-test") if tree.id.startswith("n")]
    return [*rows, _row("names, spans, PUD news", measures.read_treebank(news, None).f("spans"), 83.1, "F")]


def _read(trees: str, names: str) -> list[treebanks.Tree]:
    return treebanks.read(TREEBANKS / f"{trees}.conllu.gz", TREEBANKS / f"{names}.iob2.gz" if names else None)


def _articles() -> list[dict[str, object]]:
    if not ARTICLES.exists():
        return [_absent("marked articles", ARTICLES)]
    score: Score = articles.measure(ARTICLES, None)
    rate = measures.speed(ARTICLES, pipelines.SHIPPED)
    return [
        _row("sentence boundaries, articles", score.f("sentences"), 98.5, "F", "baseline: the target"),
        _row("people, articles", score.f("spans"), 96, "F", "baseline: the target"),
        _row("whole pipeline, one process", rate, 4_800, "tokens per CPU s"),
    ]


def _row(
    name: str, ours: float, baseline: float, unit: str, note: str = "baseline: the first experiment, or the target on our own test"
) -> dict[str, object]:
    return {"name": name, "ours": ours, "baseline": baseline, "ratio": ours / baseline, "unit": unit, "note": note}


def _absent(name: str, where: Path) -> dict[str, object]:
    return {"name": name, "ours": None, "baseline": None, "ratio": None, "unit": "", "note": f"skipped: {where.name} is not here"}


if __name__ == "__main__":
    for row in run():
        print(*row.values(), sep=" · ")
