"""The store against bare pyoxigraph (loading) and against rdflib in memory (queries), on articles made up by a seeded generator.

CPU seconds of this process, the engine's threads included. Every ratio is of two measurements in one run, each the best of a few.
"""

from __future__ import annotations

import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg import iri
from kg.model import ArticleGraph
from kg.ontology.queries import named_query
from kg.store import Store

Row = dict[str, object]
KG, XSD, OA, SKOS = iri.TERMS, iri.PREFIXES["xsd"], iri.PREFIXES["oa"], iri.PREFIXES["skos"]
TYPE = f"<{iri.PREFIXES['rdf']}type>"
PEOPLE, MEETINGS, SIDES = 500, 8, 3
LOADED, ASKED = 600, 80  # articles for the loads, and for the queries

TWO_HOPS = """SELECT ?other (COUNT(*) AS ?n) WHERE {
  ?one kg:hasFiller/kg:filledBy person:p7 ; kg:hasFiller/kg:filledBy ?met .
  ?two kg:hasFiller/kg:filledBy ?met ; kg:hasFiller/kg:filledBy ?other . FILTER(?met != person:p7)
} GROUP BY ?other"""
DATES = """SELECT ?meeting ?date ?place WHERE {
  ?meeting a kg:Meeting ; kg:dateStated ?date . FILTER(?date >= "2020-03-01"^^xsd:date && ?date < "2020-05-01"^^xsd:date)
  OPTIONAL { ?meeting kg:place ?place }
}"""
QUESTIONS = {"two-hop join": TWO_HOPS, "date filter": DATES, "named query meetings": ""}


def run() -> list[dict[str, object]]:
    with tempfile.TemporaryDirectory() as folder:
        return [*_loads(Path(folder)), *_questions(Path(folder))]


def articles(count: int) -> Iterator[ArticleGraph]:
    """Made-up articles in the shape the pipeline gives them: meetings, their roles, their passages."""
    for number in range(count):
        chance = random.Random(number)
        name, node = f"a{number}", iri.article(f"a{number}")
        lines = [
            f"<{node}> {TYPE} <https://schema.org/NewsArticle> .",
            f'<{node}> <{iri.PREFIXES["dcterms"]}identifier> "{name}" .',
        ]
        for place in range(MEETINGS):
            lines += _meeting(f"{iri.BASE}claim/{number:x}.{place}", node, chance)
        words = [f'<{node}> <https://schema.org/articleBody> "{"word " * 400}" .']
        yield ArticleGraph.of(name, "1", f"{iri.BASE}graph/article/{name}/1", lines, words)


def _meeting(claim: str, article: str, chance: random.Random) -> Iterator[str]:
    for field, code in (("modality", "happened"), ("meetingKind", "talks"), ("dateBasis", "stated"), ("placeBasis", "stated")):
        yield f"<{claim}> <{KG}{field}> <{iri.BASE}code/{code}> ."
        yield f'<{iri.BASE}code/{code}> <{SKOS}notation> "{code}" .'
    date = f"20{chance.randrange(10, 25)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    yield f"<{claim}> {TYPE} <{KG}Meeting> ."
    yield f'<{claim}> <{KG}dateStated> "{date}"^^<{XSD}date> .'
    yield f'<{claim}> <{KG}date> "{date}" .'
    yield f"<{claim}> <{KG}article> <{article}> ."
    yield from _passage(claim, article, chance)
    if chance.random() < 0.5:
        yield f"<{claim}> <{KG}place> <{iri.BASE}place/{chance.randrange(200)}> ."
    for side in range(SIDES):
        filler, person = f"{claim}/participant/{side}", f"p{chance.randrange(PEOPLE)}"
        yield f"<{claim}> <{KG}hasFiller> <{filler}> ."
        yield f"<{filler}> {TYPE} <{KG}Participation> ."
        yield f'<{filler}> <{KG}claimRole> "participant" .'
        yield f'<{filler}> <{KG}name> "{person}" .'
        yield f"<{filler}> <{KG}filledBy> <{iri.BASE}person/{person}> ."
        yield from _passage(filler, article, chance)


def _passage(owner: str, article: str, chance: random.Random) -> Iterator[str]:
    start = chance.randrange(2000)
    passage = f"{iri.BASE}evidence/{iri.digest(owner)}"
    yield f"<{owner}> <{KG}evidence> <{passage}> ."
    yield f"<{passage}> {TYPE} <{OA}SpecificResource> ."
    yield f"<{passage}> <{OA}hasSource> <{article}> ."
    yield f'<{passage}> <{KG}inField> "text" .'
    yield f"<{passage}> <{OA}hasSelector> <{passage}/selector> ."
    yield f'<{passage}/selector> <{OA}start> "{start}"^^<{XSD}integer> .'
    yield f'<{passage}/selector> <{OA}end> "{start + 60}"^^<{XSD}integer> .'
    yield f'<{passage}/selector> <{OA}exact> "the words of passage {start} of this article, as they were printed" .'


def _best(task: Callable[[], object], rounds: int) -> float:
    """CPU seconds of the quickest of a few runs."""

    def once() -> float:
        begun = time.process_time()
        task()
        return time.process_time() - begun

    return min(once() for _ in range(rounds))


def _row(name: str, ours: float, baseline: float, unit: str, note: str) -> Row:
    return {"name": name, "ours": round(ours, 4), "baseline": round(baseline, 4), "ratio": round(ours / baseline, 3), "unit": unit, "note": note}


def _loads(folder: Path) -> Iterator[Row]:
    """Loading an empty store, on disk and in memory, against the engine's own loader given the same quads as one text."""
    graphs = list(articles(LOADED))
    made = folder / "made"

    def ours() -> None:
        shutil.rmtree(made, ignore_errors=True)
        with Store.open(made) as store:
            store.add(graphs)

    text = "\n".join([*(line for graph in graphs for line in _quads(graph)), ""]).encode()
    quads = len(set(text.splitlines()))

    def theirs() -> None:
        shutil.rmtree(folder / "bare", ignore_errors=True)
        ox.Store(folder / "bare").bulk_load(text, ox.RdfFormat.N_QUADS)

    note = f"{quads} quads of {LOADED} articles, the copies in the default graph included; bare pyoxigraph bulk_load"
    yield _row("load on disk", _best(ours, 2), _best(theirs, 2), "CPU s", note)
    yield _row(
        "load in memory",
        _best(lambda: Store.memory().add(graphs), 2),
        _best(lambda: ox.Store().load(text, ox.RdfFormat.N_QUADS), 2),
        "CPU s",
        "the same quads; bare pyoxigraph load",
    )


def _quads(graph: ArticleGraph) -> Iterator[str]:
    """The quads of an article as our store holds them, but for its lines in the catalogue."""
    yield from (f"{line[:-1]}<{graph.iri}> ." for line in graph.triples)
    yield from (f"{line[:-1]}<{graph.iri}/text> ." for line in graph.private)
    yield from graph.triples


def _questions(folder: Path) -> Iterator[Row]:
    """Queries on disk and in memory against rdflib in memory, on the same graph."""
    with Store.memory() as memory, Store.open(folder / "asked") as disk:
        memory.add(articles(ASKED))
        disk.add(articles(ASKED))
        graph = memory.rdflib()
        for name, sparql in QUESTIONS.items():
            text = sparql or named_query("meetings").text
            slow = _best(lambda text=text: list(graph.query(text)), 1)  # type: ignore[misc]
            for place, store in (("in memory", memory), ("on disk", disk)):
                rows = len(store.select(text))
                quick = _best(lambda text=text, store=store: store.select(text), 3)  # type: ignore[misc]
                note = f"{rows} rows of {len(graph)} triples; rdflib in memory is {slow / quick:.0f} times slower"
                yield _row(f"{name}, {place}", quick, slow, "CPU s", note)
