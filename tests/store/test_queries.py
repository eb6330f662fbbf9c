"""Queries: what is refused, how parameters are held, what comes out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from kg import iri
from kg.errors import SetupError
from kg.model import ArticleGraph
from kg.ontology.queries import named_queries
from kg.store import Iri, Store
from kg.store.queries import form

EX = "https://example.org/"
XSD = iri.PREFIXES["xsd"]
LINES = [
    f'<{EX}m1> <{EX}kind> "talks" .',
    f'<{EX}m1> <{EX}on> "2024-02-15"^^<{XSD}date> .',
    f'<{EX}m1> <{EX}place> "Oslo" .',
    f"<{EX}m1> <{EX}by> <{EX}norway> .",
    f'<{EX}m2> <{EX}kind> "visit" .',
    f'<{EX}m2> <{EX}on> "2023-05-01"^^<{XSD}date> .',
    f"<{EX}m2> <{EX}by> <{EX}malta> .",
]
GRAPH = ArticleGraph.of("a", "1", f"{iri.BASE}graph/article/a/1", LINES)
QUERY = f"""# a comment with SELECT and {{
PREFIX ex: <{EX}>
SELECT ?m ?kind ?on ?place WHERE {{
  ?m ex:kind ?kind ; ex:on ?on .  # every meeting {"{"}
  OPTIONAL {{ ?m ex:place ?place }}
  FILTER(!BOUND(?since) || STR(?on) >= ?since)
}} ORDER BY ?m"""


@pytest.fixture
def store() -> Store:
    filled = Store.memory()
    filled.add([GRAPH])
    return filled


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { S\\u0045RVICE <https://example.org/sparql> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '''a''' . { SELECT * { SERVICE<https://example.org/>{ ?s ?p ?o } } } }",
        "SELECT * { ?s ?p 'it\\'s' . SERVICE <https://example.org/> { ?s ?p ?o } }",
        "PREFIX x: <https://example.org/> SELECT * { SERVICE x:sparql { ?s ?p ?o } }",
        "ASK { # SERVICE\n SERVICE <https://example.org/> { ?s ?p ?o } }",
        "LOAD <https://example.org/data.ttl>",
        "load silent <https://example.org/data.ttl> into graph <https://example.org/g>",
        "SELECT * FROM <https://example.org/data.ttl> { ?s ?p ?o }",
        "SELECT * FROM NAMED <https://example.org/data.ttl> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX x: <https://example.org/> SELECT * FROM x:data { ?s ?p ?o }",
    ],
)
def test_whatever_would_call_out_is_refused(store: Store, sparql: str) -> None:
    with pytest.raises(SetupError, match="refused"):
        store.select(sparql)


@pytest.mark.parametrize(
    "sparql", ["DELETE WHERE { ?s ?p ?o }", "PREFIX add: <https://a/> INSERT DATA { add:a add:b add:c }", "drop all", "CLEAR DEFAULT"]
)
def test_updates_are_refused_as_what_they_are(store: Store, sparql: str) -> None:
    with pytest.raises(SetupError, match="update"):
        store.construct(sparql)
    assert store.triples() == sorted(LINES)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?load ("SERVICE <x> LOAD FROM" AS ?service) { ?s <https://example.org/from> ?o } # LOAD it FROM a SERVICE',
        "PREFIX service: <https://example.org/> SELECT * { ?from service:load ?o . ?s service:service.from-x ?p }",
        "SELECT * { ?s ?p '''FROM \" ' SERVICE''' , \"\"\"LOAD \" '\"\"\"@load }",
    ],
)
def test_names_and_texts_may_say_service(store: Store, sparql: str) -> None:
    assert store.select(sparql).rows == ()


def test_from_may_name_a_graph_of_the_store(store: Store) -> None:
    assert len(store.select(f"SELECT * FROM <{GRAPH.iri}> {{ ?s <{EX}kind> ?o }}").rows) == 2


@pytest.mark.parametrize("sparql", ["", "nonsense", "SELECT WHERE {", "SELECT ?x { ?x nowhere:p ?y }"])
def test_what_does_not_parse_is_a_setup_error(store: Store, sparql: str) -> None:
    with pytest.raises(SetupError):
        store.select(sparql)


@pytest.mark.parametrize(
    ("bindings", "meetings"),
    [
        ({}, ["m1", "m2"]),
        ({"kind": "talks"}, ["m1"]),
        ({"on": "2024-02-15"}, ["m1"]),
        ({"on": date(2023, 5, 1)}, ["m2"]),
        ({"place": "Oslo"}, ["m1"]),
        ({"place": "Rome"}, []),
        ({"m": f"{EX}m2"}, ["m2"]),
        ({"m": Iri(f"{EX}m2")}, ["m2"]),
        ({"since": "2024"}, ["m1"]),
        ({"since": "2024", "kind": "visit"}, []),
        ({"kind": '" } . ?s ?p ?o . { ?x ?y "'}, []),
        ({"kind": "talks\\"}, []),
    ],
)
def test_parameters_hold_variables_to_values(store: Store, bindings: dict[str, str], meetings: list[str]) -> None:
    found = store.select(QUERY, bindings)
    assert found.columns == ("m", "kind", "on", "place")
    assert found.column("m") == tuple(EX + name for name in meetings)


def test_parameters_reach_computed_columns_and_subqueries(store: Store) -> None:
    counted = f"SELECT ?kind (COUNT(*) AS ?n) WHERE {{ ?m <{EX}kind> ?kind }} GROUP BY ?kind ORDER BY ?kind"
    assert store.select(counted, {"n": "1"}).column("kind") == ("talks", "visit")
    assert store.select(counted, {"n": 2}).rows == ()
    assert store.select(counted, {"kind": "visit"}).rows == (("visit", "1"),)
    inner = f"SELECT ?kind WHERE {{ SELECT ?kind WHERE {{ ?m <{EX}kind> ?kind }} }}"
    assert store.select(inner, {"kind": "visit"}).rows == (("visit",),)
    united = f"SELECT ?m WHERE {{ {{ ?m <{EX}kind> ?what }} UNION {{ ?m <{EX}place> ?what }} }}"
    assert store.select(united, {"what": "Oslo"}).column("m") == (f"{EX}m1",)
    exists = f"SELECT ?m WHERE {{ ?m <{EX}kind> ?kind FILTER EXISTS {{ ?m <{EX}place> ?place }} }}"
    assert store.select(exists, {"place": "Oslo"}).column("m") == (f"{EX}m1",)
    assert store.construct(f"CONSTRUCT {{ ?m a ?kind }} WHERE {{ ?m <{EX}by> ?kind }}", {"kind": Iri(f"{EX}malta")}) == [
        f"<{EX}m2> <{iri.PREFIXES['rdf']}type> <{EX}malta> ."
    ]


def test_an_unknown_parameter_is_refused_with_the_known_ones(store: Store) -> None:
    with pytest.raises(SetupError, match=r"no parameter 'knd'.*kind, m, on, place, since"):
        store.select(QUERY, {"knd": "talks"})


def test_results_keep_types_in_the_standard_formats(store: Store) -> None:
    first = json.loads(store.results(QUERY, "json", {"kind": "talks"}))["results"]["bindings"][0]
    assert first["on"] == {"type": "literal", "value": "2024-02-15", "datatype": f"{XSD}date"}
    assert first["m"]["type"] == "uri"
    assert b"<binding name=" in store.results(QUERY, "xml")
    assert store.results(QUERY, "csv").decode().splitlines()[0] == "m,kind,on,place"
    assert store.results("ASK { ?s ?p ?o }", "json") == b'{"head":{},"boolean":true}'
    with pytest.raises(SetupError, match="ttl"):
        store.results("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "csv")


def test_unbound_is_none_and_names_need_no_prefix_declaration(store: Store) -> None:
    assert store.select(QUERY).column("place") == ("Oslo", None)
    assert store.ask(f"ASK {{ GRAPH ?g {{ <{iri.article('a')}> kg:currentGraph <{GRAPH.iri}> }} }}")


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [("# ASK\nSELECT * {}", "select"), ("base <http://a> prefix ask: <http://b> ASK {}", "ask"), ("describe <http://a>", "describe")],
)
def test_the_form_is_read_past_comments_and_prefixes(sparql: str, expected: str) -> None:
    assert form(sparql) == expected


@pytest.mark.parametrize(("name", "parameter"), [(name, one) for name, query in sorted(named_queries().items()) for one in ("", *query.parameters)])
def test_every_named_query_takes_its_parameters(store: Store, name: str, parameter: str) -> None:
    query = named_queries()[name]
    found = store.select(query.text, {parameter: "nothing has this value"} if parameter else {})
    assert set(found.columns) == set(query.columns)
    assert found.rows == ()
