"""Articles in and out: versions, the distinct union, whole graphs, words that no export holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import iri
from kg.errors import SetupError
from kg.model import ArticleGraph
from kg.store import Store

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


def line(subject: str, value: str, predicate: str = "says") -> str:
    return f'<https://example.org/{subject}> <https://example.org/{predicate}> "{value}" .'


def graph(article: str, version: str, *triples: str, private: tuple[str, ...] = ()) -> ArticleGraph:
    return ArticleGraph.of(article, version, f"{iri.BASE}graph/article/{article}/{version}", triples, private)


def amount(article: str, value: int) -> str:
    return f'<https://example.org/{article}> <https://example.org/amount> "{value}"^^<http://www.w3.org/2001/XMLSchema#integer> .'


def test_a_triple_of_two_articles_counts_once_and_stays_until_both_are_gone() -> None:
    shared = amount("trade", 10)
    with Store.memory() as store:
        store.add([graph("a", "1", shared, amount("x", 30)), graph("b", "1", shared)])
        average = "SELECT (AVG(?v) AS ?mean) WHERE { ?s <https://example.org/amount> ?v }"
        assert store.select(COUNT).rows == (("2",),)
        assert Decimal(store.select(average).rows[0][0] or "") == 20
        store.remove("a")
        assert store.triples() == [shared]
        assert store.select(COUNT).rows == (("1",),)
        store.remove("b")
        assert store.triples() == []
        assert [one for one in store.graphs() if "article" in one] == []


def test_the_same_version_changes_nothing() -> None:
    with Store.memory() as store:
        first = store.add([graph("a", "1", line("a", "x"))])
        quads = list(store.quads())
        again = store.add([graph("a", "1", line("a", "x"))])
        assert [one.status for one in (*first, *again)] == ["new", "unchanged"]
        assert list(store.quads()) == quads


def test_a_changed_article_becomes_a_new_version_and_an_earlier_one_can_return() -> None:
    with Store.memory() as store:
        store.add([graph("a", "1", line("a", "old"), line("a", "both"))])
        changed = store.add([graph("a", "2", line("a", "new"), line("a", "both"))])
        assert [(one.status, one.number) for one in changed] == [("changed", 2)]
        assert store.triples() == sorted([line("a", "new"), line("a", "both")])
        assert [(version.number, version.current) for version in store.versions("a")] == [(1, False), (2, True)]
        superseded, current = (version.graph for version in store.versions("a"))
        assert store.graph_triples(superseded) == sorted([line("a", "old"), line("a", "both")])
        assert store.ask(f"ASK {{ GRAPH ?g {{ <{current}> prov:wasRevisionOf <{superseded}> }} }}")
        back = store.add([graph("a", "1", line("a", "old"), line("a", "both"))])
        assert [(one.status, one.number) for one in back] == [("restored", 1)]
        assert store.triples() == sorted([line("a", "old"), line("a", "both")])
        assert store.articles() == ["a"]


def test_a_version_read_anew_with_other_rules_is_rebuilt_in_place() -> None:
    with Store.memory() as store:
        store.add([graph("a", "1", line("a", "missed"))])
        again = store.add([graph("a", "1", line("a", "found"))])
        assert [(one.status, one.number) for one in again] == [("rebuilt", 1)]
        assert store.triples() == store.triples("a") == [line("a", "found")]
        assert len(store.versions("a")) == 1


def test_one_call_may_bring_two_versions_of_an_article() -> None:
    with Store.memory() as store:
        found = store.add(graph("a", str(n), line("a", str(n))) for n in range(3))
        assert [one.status for one in found] == ["new", "changed", "changed"]
        assert store.triples() == [line("a", "2")]


def test_an_article_whose_triples_are_malformed_is_refused_alone() -> None:
    broken = ["<no iri> <p> <o> .", line("a", "two\nlines"), f"_:b <{iri.TERMS}p> <{iri.TERMS}o> .", '<http://a> <http://b> "open .', "rubbish"]
    with Store.memory() as store:
        found = store.add([graph("good", "1", line("good", "x")), *(graph(f"bad{n}", "1", text) for n, text in enumerate(broken))])
        assert [one.status for one in found] == ["new"] + ["refused"] * len(broken)
        assert all(one.reason for one in found[1:])
        assert store.articles() == ["good"]
        revised = store.add([graph("good", "2", broken[0])])
        assert [one.status for one in revised] == ["refused"]
        assert store.triples() == [line("good", "x")]


def test_a_triple_cannot_break_out_of_its_graph() -> None:
    smuggled = f'<https://example.org/a> <https://example.org/p> "x" <{iri.GRAPH_REFERENCE}> .'
    closing = '<https://example.org/a> <https://example.org/p> "x" } ; DROP ALL ; INSERT DATA { <https://a> <https://b> "c" .'
    with Store.memory() as store:
        store.add([graph("a", "1", line("a", "kept"))])
        assert [one.status for one in store.add([graph("a", "2", smuggled), graph("a", "3", closing), graph("b", "1", smuggled)])] == ["refused"] * 3
        assert store.triples() == [line("a", "kept")]


def test_whole_graphs_are_replaced_and_share_the_union() -> None:
    shared = line("kz", "state")
    with Store.memory() as store:
        store.add([graph("a", "1", shared)])
        assert store.replace(iri.GRAPH_REFERENCE, [shared, line("kz", "old")])
        assert store.triples() == sorted([shared, line("kz", "old")])
        assert store.replace(iri.GRAPH_REFERENCE, [line("kz", "new")])
        assert not store.replace(iri.GRAPH_REFERENCE, [line("kz", "new")])
        assert store.triples() == sorted([shared, line("kz", "new")])
        store.remove("a")
        assert store.triples() == [line("kz", "new")]
        with pytest.raises(ValueError, match="not one of the graphs"):
            store.replace(f"{iri.BASE}graph/article/a/1", [])


def test_an_articles_words_stay_out_of_the_union_and_of_the_quads() -> None:
    body = "https://schema.org/articleBody"
    words = f'<{iri.article("a")}> <{body}> "All of it." .'
    with Store.memory() as store:
        store.add([graph("a", "1", line("a", "x"), private=(words,))])
        assert store.words("a") == {body: "All of it."}
        assert not any("All of it" in one for one in (*store.triples(), *store.quads()))
        store.add([graph("a", "2", line("a", "y"), private=(words.replace("All", "None"),))])
        assert store.words("a") == {body: "None of it."}
        found = store.select("SELECT ?t WHERE { GRAPH ?g { ?a schema:articleBody ?t } }")
        assert found.rows == (("None of it.",),), "the words of a superseded version are not kept"
        store.remove("a")
        assert not store.ask("ASK { GRAPH ?g { ?s ?p ?o } }")


def test_an_unknown_article_is_named_with_its_neighbours() -> None:
    with Store.memory() as store:
        store.add([graph("brussels", "1", line("a", "x"))])
        assert not store.remove("paris")
        with pytest.raises(SetupError, match="did you mean brussels"):
            store.triples("brusels")


def test_what_was_gathered_is_written_when_the_source_fails() -> None:
    def source():  # type: ignore[no-untyped-def]
        yield graph("a", "1", line("a", "x"))
        raise KeyboardInterrupt

    with Store.memory() as store:
        with pytest.raises(KeyboardInterrupt):
            store.add(source())
        assert store.articles() == ["a"]


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from("abc"), st.sampled_from("123"), st.sets(st.integers(0, 6), max_size=5)),
        st.tuples(st.just("remove"), st.sampled_from("abc"), st.just(""), st.just(frozenset())),
        st.tuples(st.just("replace"), st.sampled_from([iri.GRAPH_DERIVED, iri.GRAPH_AUDIT]), st.just(""), st.sets(st.integers(0, 6), max_size=5)),
    ),
    max_size=14,
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_the_default_graph_is_the_union_of_the_current_graphs(steps: list[tuple[str, str, str, set[int]]]) -> None:
    current: dict[str, set[str]] = {}
    with Store.memory() as store:
        for act, name, version, numbers in steps:
            triples = {line("s", str(number)) for number in numbers}
            if act == "add":
                store.add([graph(name, version, *triples)])
                current[name] = triples
            elif act == "remove":
                assert store.remove(name) == (name in current)
                current.pop(name, None)
            else:
                store.replace(name, triples)
                current[name] = triples
            assert store.triples() == sorted(set().union(*current.values())), (act, name)
        assert store.articles() == sorted(name for name in current if len(name) == 1)
        assert all(set(store.triples(name)) == current[name] for name in store.articles())


HOSTILE = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_any_text_survives_both_ways_in(first: str, second: str) -> None:
    def said(text: str) -> str:
        return f"<https://example.org/a> <https://example.org/says> {escaped(text)} ."

    with Store.memory() as store:
        store.add([graph("a", "1", said(first))])
        assert store.select("SELECT ?o WHERE { ?s ?p ?o }").rows == ((first,),)
        store.add([graph("a", "2", said(second))])
        assert store.select("SELECT ?o WHERE { ?s ?p ?o }").rows == ((second,),)
        assert store.select("SELECT ?s WHERE { ?s ?p ?o }", {"o": second}).rows == (("https://example.org/a",),)


def escaped(text: str) -> str:
    return '"' + "".join(c if c.isalnum() else f"\\U{ord(c):08X}" for c in text) + '"'
