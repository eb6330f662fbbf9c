"""The network: what the tables say becomes nodes and links with their evidence; measures and paths over it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import SetupError
from kg.exports.networks import KINDS, measures, network, passages, project
from kg.exports.paths import find, path
from kg.iri import BASE
from kg.model import Document
from kg.pipeline import build
from kg.store import Store

ADA, BO, NORLAND, SUDRIA = (f"{BASE}{key}" for key in ("person/ada-falk", "person/bo-rask", "state/NOR", "state/SUD"))
PROOF = {"article": "n1", "start": "10", "end": "42", "evidence": "Minister Ada Falk met Bo Rask."}
TABLES = {
    "articles": [{"article": "n1", "url": "https://example.org/1", "title": "A meeting"}],
    "officials": [
        {"tenure": "t1", "person": "Ada Falk", "post": "Minister", "of": "Norland", "to": None, "status": "current", "attested_on": "2031-05-01"}
        | {**PROOF, "person_iri": ADA, "of_iri": NORLAND},
        {"tenure": "t2", "person": "Bo Rask", "post": "Ambassador", "of": "Sudria", "to": "Norland", "status": "former", "attested_on": None}
        | {**PROOF, "person_iri": BO, "of_iri": SUDRIA},
    ],
    "meetings": [
        {
            "meeting": "m1",
            "kind": "talks",
            "participant": who,
            "capacity": None,
            "on_behalf_of": state,
            "date": "2031-05-01",
            "date_basis": "dateline",
        }
        | {"place": None, "place_basis": "none", "modality": "happened", **PROOF}
        for who, state in (("Ada Falk", "Norland"), ("Bo Rask", "Sudria"))
    ],
    "topics": [{"meeting": "m1", "topic": "transport", "concept": None, **PROOF}, {"meeting": "m2", "topic": "transport", "concept": None, **PROOF}],
    "forums": [
        {"forum": "f1", "name": "Harbour Forum", "kind": "forum", "place": None, "start_date": "2031-04-29", "end_date": "2031-04-30", **PROOF}
    ],
    "trade": [
        {"observation": "o1", "reporter": "Norland", "partner": "Sudria", "flow": "exports", "product": None, "period_start": "2030-01"}
        | {"period_end": "2030-12", "value": "5000000", "unit": "USD", "printed": "$5 million", **PROOF}
    ],
}


def links(graph: nx.MultiDiGraph) -> set[tuple[str, str, str]]:
    label = graph.nodes(data="label")
    return {(label[a], data["relation"], label[b]) for a, b, data in graph.edges(data=True)}


def test_links_read_as_the_tables_say() -> None:
    assert links(network(TABLES)) >= {
        ("Ada Falk", "holds", "Minister of Norland"),
        ("Bo Rask", "held", "Ambassador of Sudria to Norland"),
        ("Ambassador of Sudria to Norland", "is accredited to", "Norland"),
        ("Ada Falk", "took part in", "Talks, by 2031-05-01"),
        ("Bo Rask", "acts for", "Sudria"),
        ("Talks, by 2031-05-01", "is about", "transport"),
        ("Norland", "exports", "Exports 5 million USD, 2030"),
        ("Exports 5 million USD, 2030", "with", "Sudria"),
    }


def test_every_link_carries_its_words_article_and_offsets() -> None:
    for _, _, data in network(TABLES).edges(data=True):
        found = {name: data[name] for name in ("evidence", "article", "start", "end", "url", "title")}
        proof = {"evidence": PROOF["evidence"], "article": "n1", "start": 10, "end": 42}
        assert found == {**proof, "url": "https://example.org/1", "title": "A meeting"}


def test_a_name_without_iri_meets_the_node_that_has_one() -> None:
    graph = network(TABLES)
    assert [node for node, data in graph.nodes(data=True) if data["label"] == "Norland"] == [NORLAND]
    assert graph.nodes[NORLAND]["kind"] == "state"


def test_a_thing_that_nothing_links_keeps_its_passage() -> None:
    graph = network(TABLES)
    assert [(graph.nodes[node]["label"], passage["start"]) for node, passage in passages(graph)] == [("Harbour Forum", 10)]


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        ({"value": "40200000000", "unit": "USD", "period_start": "2030-01", "period_end": "2030-11"}, "Exports 40.2 billion USD, 2030"),
        ({"value": "-8.5", "kind": "percent", "unit": "percent", "period_start": "2029", "period_end": "2030"}, "Exports −8.5 %"),
        ({"value": "600000000", "kind": "absolute", "unit": "EUR"}, "Exports +600 million EUR"),
        ({"value": "2.1", "kind": "times"}, "Exports 2.1 times"),
        ({"value": "100", "unit": "tonnes", "product": "wheat"}, "Exports wheat 100 tonnes"),
        ({"value": None, "printed": "several tons"}, "Exports several tons"),
    ],
)
def test_a_figure_is_labelled_in_a_readers_form(cells: dict[str, str | None], label: str) -> None:
    row = {"observation": "o1", "reporter": "Norland", "flow": "exports", **cells, **PROOF}
    assert {name for _, name in network({"trade": [row]}).nodes(data="label")} == {"Norland", label}


@pytest.mark.parametrize(("modality", "relation"), [("planned", "is to take part in"), ("denied", "is denied to have joined")])
def test_a_meeting_that_did_not_happen_is_not_linked_as_one(modality: str, relation: str) -> None:
    row = {**TABLES["meetings"][0], "modality": modality, "place": "Portville"}
    told = {said for _, said, _ in links(network({"meetings": [row]}))}
    assert relation in told
    assert "took part in" not in told and "held in" not in told


def test_the_network_is_the_same_from_rows_in_any_order() -> None:
    turned = {name: list(reversed(rows)) for name, rows in reversed(TABLES.items())}
    assert list(nx.generate_graphml(network(turned))) == list(nx.generate_graphml(network(TABLES)))


def test_a_network_of_nothing_is_empty() -> None:
    assert len(network({})) == 0


ARTICLES = {
    "n1": "Foreign Minister of Chile Elena Soto met with Foreign Minister of Ghana Kofi Mensah in Lima on May 4, 2031.",
    "n2": "Foreign Minister of Norway Nils Berg met with Foreign Minister of Malta Carla Vella in Oslo on May 5, 2031.",
}


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.memory() as store:
        build([Document(name, text, published=date(2031, 5, 6), language="en") for name, text in ARTICLES.items()], store)
        yield store


def test_projection_of_one_article_leaves_the_others_out(store: Store) -> None:
    def labels(article: str | None = None) -> set[str]:
        return {label for _, label in project(store, article).nodes(data="label")}

    assert {"Elena Soto", "Chile", "Nils Berg", "Norway"} <= labels()
    assert "Elena Soto" in labels("n1") and not {"Nils Berg", "Norway"} & labels("n1")


def test_the_words_of_a_projected_link_stand_at_its_offsets(store: Store) -> None:
    edges = list(project(store).edges(data=True))
    assert edges
    for _, _, data in edges:
        assert ARTICLES[data["article"]][data["start"] : data["end"]] == data["evidence"]


def test_a_projected_thing_is_named_by_its_iri_and_has_the_class_it_tells(store: Store) -> None:
    nodes = project(store).nodes(data=True)
    kinds = {data["label"]: (node.removeprefix(BASE).split("/")[0], data["kind"]) for node, data in nodes}
    assert kinds["Elena Soto"] == ("person", "person")
    assert kinds["Chile"] == ("state", "state")


def test_a_path_gives_the_words_of_every_hop() -> None:
    hops = path(network(TABLES), "ÁDA falk", "bo rask")
    assert [(hop.source, hop.relation, hop.target, hop.forward) for hop in hops] == [
        ("Ada Falk", "took part in", "Talks, by 2031-05-01", True),
        ("Bo Rask", "took part in", "Talks, by 2031-05-01", False),
    ]
    assert {(hop.evidence, hop.article, hop.start, hop.end) for hop in hops} == {(PROOF["evidence"], "n1", 10, 42)}


def test_a_path_prefers_a_longer_chain_of_deeds_to_a_shared_topic() -> None:
    met = [
        {"meeting": m, "participant": who, "modality": "happened", **PROOF}
        for m, who in (("m1", "A"), ("m2", "D"), ("m3", "A"), ("m3", "C"), ("m4", "C"), ("m4", "D"))
    ]
    spoke = [{"meeting": m, "topic": "peace", **PROOF} for m in ("m1", "m2")]
    assert {hop.relation for hop in path(network({"meetings": met, "topics": spoke}), "A", "D")} == {"took part in"}


def test_parties_that_nothing_links_have_no_path() -> None:
    rows = [{"meeting": m, "participant": who, "modality": "happened", **PROOF} for m, who in (("m1", "Ada"), ("m2", "Bo"))]
    assert path(network({"meetings": rows}), "Ada", "Bo") == ()


def test_an_unknown_name_is_answered_with_near_ones() -> None:
    with pytest.raises(SetupError, match="Norland"):
        find(network(TABLES), "Norlund")


def test_an_ambiguous_name_is_not_guessed() -> None:
    rows = [{"meeting": "m1", "participant": who, "modality": "happened", **PROOF} for who in ("Ada Falk", "Bo Falk")]
    with pytest.raises(SetupError, match="2 things"):
        find(network({"meetings": rows}), "falk")


def test_an_alias_of_a_party_goes_before_the_titles_that_hold_it() -> None:
    rows = [{"meeting": "m1", "participant": who, "modality": "happened", **PROOF} for who in ("European Union", "EU Forum", "EU Club")]
    graph = network({"meetings": rows})
    (union,) = (node for node, data in graph.nodes(data=True) if data["label"] == "European Union")
    assert find(graph, "eu", {"eu": {union, "not in the graph"}}) == union
    with pytest.raises(SetupError, match="2 things"):
        find(graph, "eu")


def test_one_party_by_two_names_is_one_and_the_same() -> None:
    with pytest.raises(SetupError, match="one and the same: Ada Falk"):
        path(network(TABLES), "Ada Falk", "falk")


def test_the_one_between_two_circles_is_most_central() -> None:
    rows = [{"meeting": m, "participant": who, "modality": "happened", **PROOF} for m, names in (("m1", "ABX"), ("m2", "CDX")) for who in names]
    graph = network({"meetings": rows})
    found = measures(graph)
    assert max((node for node in found if graph.nodes[node]["kind"] in ("group", "person")), key=lambda node: found[node].betweenness) == find(
        graph, "X"
    )
    assert found[find(graph, "X")].eigenvector > found[find(graph, "A")].eigenvector
    assert found[find(graph, "X")].degree == 2


cells = st.none() | st.text(max_size=8) | st.sampled_from(["Norland", "Ada Falk", "happened", "denied", "12"])
spots = st.sampled_from(
    [(name, row, column) for name, rows in TABLES.items() if name != "articles" for row in range(len(rows)) for column in rows[row]]
)


@settings(deadline=None)
@given(st.lists(st.tuples(spots, cells), max_size=12))
def test_rows_with_anything_in_any_cell_make_a_network_that_writers_take(changes: list[tuple[tuple[str, int, str], str | None]]) -> None:
    tables = {name: [dict(row) for row in rows] for name, rows in TABLES.items()}
    for (name, row, column), value in changes:
        tables[name][row][column] = value
    graph = network(tables)
    assert all(data["kind"] in KINDS and data["label"] for _, data in graph.nodes(data=True))
    assert all(isinstance(value, str | int) for _, _, data in graph.edges(data=True) for value in data.values())
    assert set(measures(graph)) == set(graph)
