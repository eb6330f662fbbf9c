"""Builds: what enters the store, what is left out and named, and that a second build changes nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import kg
from kg import iri
from kg.documents import read
from kg.errors import DocumentError
from kg.model import Document
from kg.pipeline import build, read_articles, readings
from kg.store import Store

ARTICLE = Document(
    "riga",
    "RIGA, Latvia, March 3. Foreign Minister of Latvia Anna Ozola met with Foreign Minister of Estonia Mart Kask in Riga on Tuesday.\n\n"
    '"The talks were useful," Ozola said.',
    language="en",
)


@pytest.fixture
def store() -> Store:
    return Store.memory()


def test_building_again_changes_nothing(store: Store, seeds: Path) -> None:
    first = build(read(seeds), store)
    before = list(store.quads())
    second = build(read(seeds), store)
    assert (first.articles, second.articles) == ({"new": 1}, {"unchanged": 1})
    assert list(store.quads()) == before
    assert second.exit_code == 0


def test_the_order_of_articles_makes_no_difference(seeds: Path) -> None:
    documents = [*read(seeds), ARTICLE]
    one, other = Store.memory(), Store.memory()
    build(documents, one)
    build(reversed(documents), other)
    assert list(one.quads()) == list(other.quads())


def test_a_changed_article_is_a_new_version_and_the_old_graph_is_kept(store: Store) -> None:
    build([ARTICLE], store)
    made = build([replace(ARTICLE, text=ARTICLE.text.replace("Kask", "Tamm"))], store)
    assert made.articles == {"changed": 1}
    assert [one.current for one in store.versions("riga")] == [False, True]
    people = "SELECT DISTINCT ?name WHERE { ?t a kg:Tenure ; org:member/rdfs:label ?name } ORDER BY ?name"
    assert store.select(people).column("name") == ("Anna Ozola", "Mart Tamm")
    assert iri.article_graph(ARTICLE) in store.graphs()


def test_a_removed_article_leaves_nothing_behind(store: Store) -> None:
    store_empty = Store.memory()
    build([], store_empty)
    build([ARTICLE], store)
    with kg.Graph(store) as graph:
        assert graph.remove("riga")
        assert not graph.remove("riga")
        assert store.triples() == store_empty.triples()


def test_articles_in_other_languages_are_skipped_and_named(store: Store) -> None:
    russian = Document("ru", "Министр иностранных дел Латвии встретился в Риге со своим эстонским коллегой, сообщает пресс-служба.")
    declared = replace(ARTICLE, id="declared", language="lv")
    made = build([russian, ARTICLE, declared], store)
    assert [(error.where, error.exit_code) for error in made.skipped] == [("ru", 1), ("declared", 1)]
    assert "(ru)" in made.skipped[0].message
    assert (store.articles(), made.exit_code) == (["riga"], 1)


def test_two_articles_of_one_id_cost_only_the_second(store: Store) -> None:
    made = build([ARTICLE, replace(ARTICLE, text="Another text.")], store)
    assert [error.where for error in made.skipped] == ["riga"]
    assert made.articles == {"new": 1}


def test_one_sentence_is_an_article_and_gives_no_fact_it_does_not_state(store: Store) -> None:
    made = build([Document("one", "It rained.", language="en")], store)
    assert made.articles == {"new": 1}
    assert sum(made.facts.values()) == 0
    assert store.select("SELECT ?s WHERE { ?s a kg:Sentence }").rows != ()


def test_a_fault_in_a_rule_costs_one_article(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = readings.find

    def fails(analysis: object) -> object:
        if analysis.document.id == "bad":  # type: ignore[attr-defined]
            raise IndexError("tuple index out of range")
        return whole(analysis)  # type: ignore[arg-type]

    monkeypatch.setattr(readings, "find", fails)
    made = build([replace(ARTICLE, id="bad"), ARTICLE], store)
    assert store.articles() == ["riga"]
    assert [str(error) for error in made.skipped] == ["bad: a rule failed on this article (IndexError: tuple index out of range) (please report it)"]
    with pytest.raises(IndexError):
        list(read_articles([replace(ARTICLE, id="bad")]))


def test_reading_without_a_listener_raises_what_it_cannot_read() -> None:
    with pytest.raises(DocumentError, match="another language"):
        list(read_articles([replace(ARTICLE, language="fr")]))


def test_every_sentence_stands_in_the_coverage_ledger(seed_graph: kg.Graph) -> None:
    ledger = list(seed_graph.query("coverage").dicts())
    text = seed_graph.store.select("SELECT ?text WHERE { GRAPH ?g { ?a schema:articleBody ?text } }").rows[0][0] or ""
    uncovered = set(range(len(text)))
    for row in ledger:
        uncovered -= set(range(int(row["start"] or 0), int(row["end"] or 0)))
        assert row["status"] == "covered" or row["reason"]
    assert "".join(text[place] for place in sorted(uncovered)).strip() == ""
