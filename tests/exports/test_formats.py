"""One graph through every format: what comes out says the same, reads well and never varies."""

from __future__ import annotations

import csv
import importlib
import io
import pkgutil
import zipfile

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

import kg.exports
from kg import iri
from kg.errors import SetupError
from kg.exports import EXPORTERS, export, graphml, jsonld, turtle
from kg.exports import csv as tables
from kg.model import ArticleGraph
from kg.store import Store, Table

# rdflib warns of its own use of what it has deprecated
pytestmark = pytest.mark.filterwarnings(r"ignore:(ConjunctiveGraph|Dataset\.):DeprecationWarning")

RDF_TYPE = f"<{iri.PREFIXES['rdf']}type>"
LABEL = f"<{iri.PREFIXES['rdfs']}label>"
XSD = iri.PREFIXES["xsd"]


def sample(article: str, person: str) -> ArticleGraph:
    node, claim, spot = iri.article(article), f"{iri.BASE}claim/{article}", f"{iri.BASE}evidence/{article}"
    return ArticleGraph.of(
        article,
        "1",
        f"{iri.BASE}graph/article/{article}/1",
        [
            f"<{node}> {RDF_TYPE} <https://schema.org/NewsArticle> .",
            f'<{node}> <https://schema.org/datePublished> "2024-02-15"^^<{XSD}date> .',
            f'<{node}> {LABEL} "Talks in \\"Oslo\\"\\\\ \\n</script>" .',
            *(f'<{node}/sentence/{n}> <{iri.TERMS}sentenceNumber> "{n}"^^<{XSD}integer> .' for n in (1, 2, 10)),
            f"<{claim}> {RDF_TYPE} <{iri.TERMS}Tenure> .",
            f"<{claim}> <{iri.TERMS}evidence> <{spot}> .",
            f"<{claim}> <{iri.TERMS}person> <{iri.BASE}person/{person}> .",
            f'<{claim}> <{iri.TERMS}share> "2.50"^^<{XSD}decimal> .',
            f'<{claim}> <{iri.TERMS}valueLexical> "2.50" .',
            f'<{spot}> <http://www.w3.org/ns/oa#exact> "=SUM(A1)" .',
            f"<{iri.BASE}person/{person}> {RDF_TYPE} <{iri.TERMS}Person> .",
            f'<{iri.BASE}person/{person}> {LABEL} "Ö. Å"@nb .',
            f"<{iri.BASE}state/NOR> {RDF_TYPE} <{iri.TERMS}State> .",
        ],
        [f'<{node}> <https://schema.org/articleBody> "Every word of it." .'],
    )


@pytest.fixture
def store() -> Store:
    filled = Store.memory()
    filled.add([sample("one", "kari-nordmann"), sample("two", "ola-nordmann")])
    filled.add([sample("three", "x.y.")])
    filled.replace(iri.GRAPH_REFERENCE, [f'<{iri.BASE}state/NOR> {LABEL} "Norway" .'])
    return filled


def in_rdflib(text: bytes, form: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format=form)


def test_every_module_of_a_format_has_its_row() -> None:
    modules = {name for _, name, _ in pkgutil.iter_modules(kg.exports.__path__)}
    writers = {name for name in modules if callable(getattr(importlib.import_module(f"kg.exports.{name}"), "export", None))}
    assert writers <= set(EXPORTERS)
    assert len({row.media_type for row in EXPORTERS.values()}) == len(EXPORTERS)
    assert all(name == row.name and row.suffix.startswith(".") and row.holds for name, row in EXPORTERS.items())


@pytest.mark.parametrize("name", sorted(set(EXPORTERS) - {"html"}))
def test_the_same_graph_gives_the_same_bytes_however_it_came_in(store: Store, name: str) -> None:
    other = Store.memory()
    for article, person in (("three", "x.y."), ("two", "ola-nordmann"), ("one", "kari-nordmann")):
        other.add([sample(article, person)])
    other.replace(iri.GRAPH_REFERENCE, [f'<{iri.BASE}state/NOR> {LABEL} "Norway" .'])
    assert export(store, name) == export(other, name)


@pytest.mark.parametrize("article", [None, "one"])
@pytest.mark.parametrize(("name", "form", "oxigraph"), [("turtle", "turtle", ox.RdfFormat.TURTLE), ("jsonld", "json-ld", ox.RdfFormat.JSON_LD)])
def test_graph_formats_say_what_the_store_says(store: Store, name: str, form: str, oxigraph: ox.RdfFormat, article: str | None) -> None:
    text = export(store, name, article)
    assert isomorphic(in_rdflib(text, form), store.rdflib(article))
    assert sorted(f"{quad.triple} ." for quad in ox.parse(text, format=oxigraph)) == store.triples(article)


@pytest.mark.parametrize("article", [None, "one"])
@pytest.mark.parametrize(("name", "form", "oxigraph"), [("trig", "trig", ox.RdfFormat.TRIG), ("nquads", "nquads", ox.RdfFormat.N_QUADS)])
def test_dataset_formats_hold_the_named_graphs(store: Store, name: str, form: str, oxigraph: ox.RdfFormat, article: str | None) -> None:
    text = export(store, name, article)
    assert sorted(f"{quad} ." for quad in ox.parse(text, format=oxigraph)) == sorted(store.quads(article))
    found = rdflib.Dataset()
    found.parse(data=text, format=form)
    names = {str(graph.identifier) for graph in found.graphs() if len(graph)}
    assert names == set(store.graphs() if article is None else [store.graph(article)])


@pytest.mark.parametrize("name", sorted(set(EXPORTERS) - {"csv"}))
def test_no_export_holds_the_words_of_an_article(store: Store, name: str) -> None:
    assert b"Every word of it" not in export(store, name)


def test_the_turtle_reads_well(store: Store) -> None:
    lines = export(store, "turtle").decode().splitlines()
    text = "\n".join(lines)
    headings = [line for line in lines if line.startswith("# ")]
    assert headings == ["# Articles", "# People", "# States", "# Claims, each with its roles", "# Evidence", "# Sentences"]
    assert "@prefix article: " in text and "@prefix org: " not in text, "only the prefixes in use are declared"
    assert '\nstate:NOR a kg:State ;\n    rdfs:label "Norway" .\n' in text
    assert 'kg:share 2.5 ;\n    kg:valueLexical "2.50" .' in text
    order = [line.split()[0] for line in lines if "sentence" in line and line.startswith("article:one")]
    assert order == [f"article:one\\/sentence\\/{n}" for n in (1, 2, 10)]
    assert "<https://w3id.org/dateline/person/x.y.>" in text, "a name that Turtle cannot shorten stays whole"


def test_an_unknown_format_or_article_is_refused(store: Store) -> None:
    with pytest.raises(SetupError, match="the formats are turtle"):
        export(store, "rdfxml")
    for name in EXPORTERS:
        with pytest.raises(SetupError, match="no article"):
            export(store, name, "nowhere")


IRIS = st.one_of(
    st.builds(
        lambda prefix, tail: f"<{iri.PREFIXES[prefix]}{tail}>",
        st.sampled_from(sorted(iri.PREFIXES)),
        st.text(st.one_of(st.sampled_from("aé/.-_~%#:;,'()*+=&!$@?[]0９٣ʼ·‿"), st.characters(categories=("L", "N"))), max_size=6).filter(
            lambda tail: "%" not in tail
        ),
    ),
    st.sampled_from(
        ["<urn:x:y>", "<https://example.org/>", "<https://w3id.org/dateline/>", "<mailto:a@b.c>", "<https://w3id.org/dateline/claim/a%2Fb>"]
    ),
)
TEXTS = st.text(
    st.one_of(st.sampled_from("\\\"'\n\r\t\b\f\x00\x07\x7f\x85\u2028\ufffe<>^@.,;_: "), st.characters(exclude_categories=("Cs",))), max_size=8
)
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    TEXTS.map(lambda text: ox.Literal(text, language="en")),
    st.integers().map(lambda n: ox.Literal(str(n), datatype=ox.NamedNode(f"{XSD}integer"))),
    st.sampled_from(["1.5", "-0.25", "3", ".5", "2."]).map(lambda text: ox.Literal(text, datatype=ox.NamedNode(f"{XSD}decimal"))),
    st.sampled_from(["true", "false", "1"]).map(lambda text: ox.Literal(text, datatype=ox.NamedNode(f"{XSD}boolean"))),
    TEXTS.map(lambda text: ox.Literal(text, datatype=ox.NamedNode("https://example.org/type"))),
).map(str)


def acceptable(term: str) -> bool:
    try:
        ox.NamedNode(term[1:-1])
    except ValueError:
        return False
    return True


TRIPLES = st.builds(lambda s, p, o: f"{s} {p} {o} .", *[IRIS.filter(acceptable)] * 2, st.one_of(LITERALS, IRIS.filter(acceptable)))


@settings(max_examples=300, deadline=None)
@given(st.lists(TRIPLES, max_size=5))
def test_whatever_the_terms_are_they_come_back(lines: list[str]) -> None:
    expected = sorted({str(quad.triple) for quad in ox.parse("\n".join(lines).encode(), format=ox.RdfFormat.N_TRIPLES)})
    for text, form in ((turtle.write(lines), ox.RdfFormat.TURTLE), (jsonld.write(lines), ox.RdfFormat.JSON_LD)):
        assert sorted({str(quad.triple) for quad in ox.parse(text.encode(), format=form)}) == expected, text


@settings(max_examples=150, deadline=None)
@given(TEXTS, IRIS.filter(acceptable))
def test_rdflib_reads_the_same_turtle(text: str, name: str) -> None:
    found = rdflib.Graph().parse(data=turtle.write([f"{name} {name} {ox.Literal(text)} ."]), format="turtle")
    ((subject, predicate, value),) = found
    assert (str(value), f"<{subject}>", f"<{predicate}>") == (text, name, name)


def test_blank_nodes_of_a_constructed_graph_are_written() -> None:
    lines = ['_:b <https://schema.org/name> "x" .', "<https://example.org/a> <https://schema.org/about> _:b ."]
    assert len(rdflib.Graph().parse(data=turtle.write(lines), format="turtle")) == 2
    assert len(in_rdflib(jsonld.write(lines).encode(), "json-ld")) == 2


def test_graphml_holds_what_xml_cannot() -> None:
    network = nx.MultiDiGraph()
    network.add_node("https://example.org/a", label="</node>\x00\x1f\ufffe]]>", kind="person")
    network.add_edge("https://example.org/a", "https://example.org/b", key="met", start=3, evidence="a & b", date=None)
    found = nx.parse_graphml(graphml.write(network).decode(), force_multigraph=True)
    assert found.nodes["https://example.org/a"]["label"] == "</node>\ufffd\ufffd\ufffd]]>"
    assert [(key, data["start"], data["evidence"]) for _, _, key, data in found.edges(keys=True, data=True)] == [("met", 3, "a & b")]


def test_the_csv_has_a_table_for_every_named_query(store: Store) -> None:
    from kg.ontology.queries import named_queries

    with zipfile.ZipFile(io.BytesIO(export(store, "csv"))) as archive:
        assert archive.namelist() == sorted(f"{name}.csv" for name in named_queries())
        for name, query in named_queries().items():
            (header, *_) = csv.reader(io.StringIO(archive.read(f"{name}.csv").decode()))
            assert tuple(header) == query.columns


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-8.5", "-8.5"), ("+1.46", "+1.46"), ("-", "'-"), ("@cmd", "'@cmd"), ("-2+3", "'-2+3"),
        ("\t=x", "'\t=x"), ("plain", "plain"), ('a,"b"\nc', 'a,"b"\nc'), (None, ""), ("-40.2%", "-40.2%"), ("'=x", "'=x"),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(value: str | None, cell: str) -> None:
    rows = list(csv.reader(io.StringIO(tables.write(Table(("x", "y"), ((value, "end"),))).decode(), newline="")))
    assert rows == [["x", "y"], [cell, "end"]]


def test_the_tables_of_an_article_hold_its_rows_alone() -> None:
    def read(article: str) -> ArticleGraph:
        node, code = iri.article(article), f"{iri.BASE}code/coverage/covered"
        facts = [
            (node, f"{iri.PREFIXES['dcterms']}identifier", f'"{article}"'),
            (f"{node}/sentence/1", f"{iri.PREFIXES['rdf']}type", f"<{iri.TERMS}Sentence>"),
            (f"{node}/sentence/1", f"{iri.TERMS}article", f"<{node}>"),
            (f"{node}/sentence/1", f"{iri.PREFIXES['oa']}start", f'"0"^^<{XSD}integer>'),
            (f"{node}/sentence/1", f"{iri.PREFIXES['oa']}end", f'"9"^^<{XSD}integer>'),
            (f"{node}/sentence/1", f"{iri.TERMS}coverage", f"<{code}>"),
            (code, f"{iri.PREFIXES['skos']}notation", '"covered"'),
        ]
        return ArticleGraph.of(article, "1", f"{iri.BASE}graph/article/{article}/1", [f"<{s}> <{p}> {o} ." for s, p, o in facts])

    store = Store.memory()
    store.add([read("one"), read("two")])
    for article, expected in ((None, ["one", "two"]), ("two", ["two"])):
        with zipfile.ZipFile(io.BytesIO(export(store, "csv", article))) as archive:
            rows = list(csv.DictReader(io.StringIO(archive.read("coverage.csv").decode())))
            assert [row["article"] for row in rows] == expected
            assert ("who_met_whom.csv" in archive.namelist()) == (article is None), "what lies between articles belongs to none"
