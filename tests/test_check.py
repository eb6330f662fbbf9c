"""Checks: a sound graph conforms, every law can be broken, and an empty graph is never said to conform."""

from __future__ import annotations

import pytest
import rdflib

from kg import iri
from kg.check import check, cube_violations, integrity_constraints
from kg.errors import SetupError
from kg.model import ArticleGraph
from kg.store import Store

TEXT = "Oslo hosted talks. 🎉 Kari Nordmann, Minister of Trade, spoke of €5 million."
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: <https://w3id.org/dateline/terms#> . @prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
kg:Person rdfs:subClassOf kg:Party .
[] a sh:NodeShape ; sh:targetClass oa:SpecificResource ; sh:property [ sh:path kg:inField ; sh:in ( "text" "title" ) ] .
kg:S a sh:NodeShape ; sh:targetSubjectsOf kg:rule ; sh:property [ sh:path kg:person ; sh:minCount 1 ; sh:class kg:Party ; sh:message "Whose post?" ] .
kg:W a sh:NodeShape ; sh:targetSubjectsOf kg:rule ; sh:property [ sh:path kg:never ; sh:minCount 1 ; sh:severity sh:Warning ] .
"""
PREFIXES = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in iri.PREFIXES.items())


def lines(turtle: str) -> list[str]:
    return [f"{s.n3()} {p.n3()} {o.n3()} ." for s, p, o in rdflib.Graph().parse(data=PREFIXES + turtle, format="turtle")]


def passage(name: str, words: str, field: str = "text") -> str:
    start = (TEXT if field == "text" else "Talks in Oslo").index(words)
    return f"""evidence:{name} a oa:SpecificResource ; oa:hasSource article:a ; kg:inField "{field}" ; oa:hasSelector <urn:{name}> .
        <urn:{name}> oa:start {start} ; oa:end {start + len(words)} ; oa:exact "{words}" ."""


SOUND = f"""
article:a a schema:NewsArticle ; schema:headline "Talks in Oslo" .
claim:c kg:rule "title" ; kg:article article:a ; kg:evidence evidence:whole ;
    kg:furtherEvidence evidence:head ; kg:person person:kari ; kg:hasFiller claim:f .
claim:f kg:evidence evidence:name ; kg:asPrinted "Kari Nordmann" .
person:kari a kg:Person .
{passage("whole", "Kari Nordmann, Minister of Trade")}
{passage("name", "Kari Nordmann")}
{passage("head", "Oslo", "title")}
"""


def filled(turtle: str, text: str | None = TEXT) -> Store:
    store = Store.memory()
    private = [] if text is None else [f"<{iri.article('a')}> <https://schema.org/articleBody> {rdflib.Literal(text).n3()} ."]
    store.add([ArticleGraph.of("a", "1", f"{iri.BASE}graph/article/a/1", lines(turtle), private)])
    return store


def test_a_sound_graph_conforms_and_the_report_says_what_was_checked() -> None:
    report = check(filled(SOUND), SHAPES)
    assert report.violations == ()
    assert report.verdict == "conforms"
    assert (report.articles, report.shapes, report.claims, report.passages) == (1, 3, 1, 3)
    assert report.focus_nodes == 3 + 1 + 1
    assert (report.constraints, report.observations) == (0, 0), "without observations no constraint of the cube was checked"


@pytest.mark.parametrize("shapes", [SHAPES, ""])
def test_nothing_checked_is_not_conformance(shapes: str) -> None:
    assert check(Store.memory(), shapes).verdict == "nothing checked"
    bare = filled("article:a a schema:NewsArticle .")
    assert check(bare, "").verdict == "nothing checked"
    assert check(bare, SHAPES, []).verdict == "nothing checked"


BREACHES = [
    ("claim without evidence", "kg:evidence evidence:whole ;", "", "claim/c"),
    ("claim without its article", "kg:article article:a ;", "", "claim/c"),
    ("claim without its article", "kg:article article:a ;", "kg:article article:b ;", "claim/c"),
    ("evidence that is no passage", "kg:furtherEvidence evidence:head", "kg:furtherEvidence evidence:none", "claim/c"),
    ("role without evidence", "claim:f kg:evidence evidence:name ;", "claim:f", "claim/f"),
    ("borrowed evidence", "claim:f kg:evidence evidence:name", "claim:f kg:evidence evidence:head", "claim/f"),
    ("passage of another article", "oa:hasSource article:a ; kg:inField \"title\"", "oa:hasSource article:b ; kg:inField \"title\"", "evidence/head"),
    ("misquoted passage", 'oa:exact "Kari Nordmann" .', 'oa:exact "Kari Normann" .', "evidence/name"),
    ("misquoted passage", "oa:start 21 ; oa:end 34", "oa:start 22 ; oa:end 35", "evidence/name"),
    ("passage outside the text", "oa:start 21 ; oa:end 34", "oa:start 21 ; oa:end 400", "evidence/name"),
    ("passage outside the text", "oa:start 21 ; oa:end 34", "oa:start 35 ; oa:end 34", "evidence/name"),
    ("passage outside the text", "oa:start 21 ; oa:end 34", 'oa:start "x" ; oa:end 34', "evidence/name"),
    ("SHACL MinCount of https://w3id.org/dateline/terms#person", "kg:person person:kari ;", "", "claim/c"),
    ("SHACL Class of https://w3id.org/dateline/terms#person", "person:kari a kg:Person .", "", "claim/c"),
    ("SHACL In of https://w3id.org/dateline/terms#inField", 'kg:inField "title"', 'kg:inField "caption"', "evidence/head"),
]  # fmt: skip


@pytest.mark.parametrize(("law", "sound", "broken", "node"), BREACHES)
def test_every_law_can_be_broken(law: str, sound: str, broken: str, node: str) -> None:
    assert sound in SOUND
    report = check(filled(SOUND.replace(sound, broken)), SHAPES)
    assert report.verdict == "does not conform"
    assert (law, "a", iri.BASE + node) in {(one.law, one.article, one.node) for one in report.violations}
    assert all(one.message for one in report.violations)


def test_a_passage_whose_text_is_not_kept_is_not_passed_over() -> None:
    report = check(filled(SOUND, text=None), SHAPES)
    assert {one.law for one in report.violations} == {"text not kept"}


def test_offsets_count_code_points_and_long_quotes_are_cut() -> None:
    text, quote = TEXT[:21] + "🎉" + "x" * 400, "🎉" + "x" * 299
    long = SOUND.replace('oa:end 34 ; oa:exact "Kari Nordmann"', f'oa:end 422 ; oa:exact "{quote}"').replace(
        'kg:asPrinted "Kari Nordmann"', f'kg:asPrinted "{quote}"'
    )
    report = check(filled(long, text), SHAPES)
    assert {one.node.rpartition("/")[2] for one in report.violations} == {"whole"}


def test_only_the_chosen_articles_are_checked() -> None:
    store = filled(SOUND)
    store.add([ArticleGraph.of("b", "1", f"{iri.BASE}graph/article/b/1", lines("claim:d kg:rule 'x' ; kg:article article:b ."))])
    assert check(store, SHAPES, ["a"]).verdict == "conforms"
    assert {one.article for one in check(store, SHAPES).violations} == {"b"}
    with pytest.raises(SetupError, match="no article"):
        check(store, SHAPES, ["c"])


CUBE = """
<urn:dsd> a qb:DataStructureDefinition ; qb:component <urn:c1>, <urn:c2>, <urn:c3>, <urn:c4> ; qb:sliceKey <urn:key> .
<urn:c1> qb:dimension <urn:area> . <urn:c2> qb:componentProperty <urn:flow> . <urn:c3> qb:measure <urn:value> .
<urn:c4> qb:attribute <urn:unit> ; qb:componentRequired true .
<urn:area> a qb:DimensionProperty ; rdfs:range kg:Party .
<urn:flow> a qb:DimensionProperty ; rdfs:range skos:Concept ; qb:codeList <urn:flows> .
<urn:value> a qb:MeasureProperty . <urn:unit> a qb:AttributeProperty .
<urn:exports> skos:inScheme <urn:flows> . <urn:imports> skos:inScheme <urn:flows> .
<urn:key> a qb:SliceKey ; qb:componentProperty <urn:area> .
<urn:set> a qb:DataSet ; qb:structure <urn:dsd> ; qb:slice <urn:slice> .
<urn:slice> a qb:Slice ; qb:sliceStructure <urn:key> ; <urn:area> <urn:NO> ; qb:observation <urn:o1> .
<urn:o1> a qb:Observation ; qb:dataSet <urn:set> ; <urn:area> <urn:NO> ; <urn:flow> <urn:exports> ; <urn:value> 1.5 ; <urn:unit> "EUR" .
<urn:o2> a qb:Observation ; qb:dataSet <urn:set> ; <urn:area> <urn:NO> ; <urn:flow> <urn:imports> ; <urn:value> 2.5 ; <urn:unit> "EUR" .
<urn:dsd2> a qb:DataStructureDefinition ; qb:component <urn:d1>, <urn:d2>, <urn:d3>, <urn:d4> .
<urn:d1> qb:dimension <urn:area> . <urn:d2> qb:dimension qb:measureType . <urn:d3> qb:measure <urn:value> . <urn:d4> qb:measure <urn:weight> .
qb:measureType a qb:DimensionProperty ; rdfs:range qb:MeasureProperty . <urn:weight> a qb:MeasureProperty .
<urn:set2> a qb:DataSet ; qb:structure <urn:dsd2> .
<urn:p1> a qb:Observation ; qb:dataSet <urn:set2> ; <urn:area> <urn:NO> ; qb:measureType <urn:value> ; <urn:value> 3.5 .
<urn:p2> a qb:Observation ; qb:dataSet <urn:set2> ; <urn:area> <urn:NO> ; qb:measureType <urn:weight> ; <urn:weight> 4.5 .
"""
BROKEN = [
    ("IC-1", "<urn:o1> a qb:Observation ; qb:dataSet <urn:set> ;", "<urn:o1> a qb:Observation ;", "o1"),
    ("IC-1", "<urn:o1> a qb:Observation ; qb:dataSet <urn:set> ;", "<urn:o1> a qb:Observation ; qb:dataSet <urn:set>, <urn:set2> ;", "o1"),
    ("IC-2", "qb:structure <urn:dsd2>", "dcterms:source <urn:dsd2>", "set2"),
    ("IC-2", "qb:structure <urn:dsd2>", "qb:structure <urn:dsd2>, <urn:dsd>", "set2"),
    ("IC-3", "<urn:c3> qb:measure <urn:value> .", "", "dsd"),
    ("IC-4", "rdfs:range kg:Party", "rdfs:label 'area'", "area"),
    ("IC-5", "; qb:codeList <urn:flows> .", ".", "flow"),
    ("IC-6", "<urn:c1> qb:dimension <urn:area> .", "<urn:c1> qb:dimension <urn:area> ; qb:componentRequired false .", "area"),
    ("IC-7", "; qb:sliceKey <urn:key> .", ".", "key"),
    ("IC-8", "<urn:key> a qb:SliceKey ;", "<urn:key> a qb:SliceKey ; qb:componentProperty <urn:weight> ;", "key"),
    ("IC-9", "qb:sliceStructure <urn:key> ;", "", "slice"),
    ("IC-9", "qb:sliceStructure <urn:key> ;", "qb:sliceStructure <urn:key>, <urn:other> ;", "slice"),
    ("IC-10", "qb:sliceStructure <urn:key> ; <urn:area> <urn:NO> ;", "qb:sliceStructure <urn:key> ;", "slice"),
    ("IC-11", "<urn:flow> <urn:imports> ;", "", "o2"),
    ("IC-12", "<urn:flow> <urn:imports> ;", "<urn:flow> <urn:exports> ;", "o1"),
    ("IC-13", '<urn:value> 1.5 ; <urn:unit> "EUR"', "<urn:value> 1.5", "o1"),
    ("IC-14", "<urn:value> 2.5 ;", "", "o2"),
    ("IC-15", "qb:measureType <urn:weight> ; <urn:weight> 4.5", "qb:measureType <urn:weight>", "p2"),
    ("IC-16", "qb:measureType <urn:weight> ; <urn:weight> 4.5", "qb:measureType <urn:weight> ; <urn:weight> 4.5 ; <urn:value> 1.0", "p2"),
    ("IC-17", "<urn:p2> a qb:Observation ; qb:dataSet <urn:set2>", "<urn:p2> a qb:Observation ; qb:dataSet <urn:set>", "p1"),
    ("IC-18", "qb:observation <urn:o1>", "qb:observation <urn:p1>", "p1"),
    ("IC-19", "<urn:imports> skos:inScheme <urn:flows> .", "", "o2"),
]  # fmt: skip


def test_a_sound_cube_breaks_no_constraint() -> None:
    assert list(cube_violations(filled(CUBE))) == []
    assert len({one.name for one in integrity_constraints()}) == 19
    assert {one.name for one in integrity_constraints()} == {law for law, *_ in BROKEN}
    report = check(filled(CUBE), "")
    assert (report.verdict, report.observations, report.constraints) == ("conforms", 4, 19)


@pytest.mark.parametrize(("law", "sound", "broken", "node"), BROKEN)
def test_every_constraint_can_be_broken(law: str, sound: str, broken: str, node: str) -> None:
    assert sound in CUBE
    found = {(one.law, one.article, one.node) for one in cube_violations(filled(CUBE.replace(sound, broken)))}
    assert (law, "a", f"urn:{node}") in found


def test_a_collection_may_list_the_codes() -> None:
    listed = CUBE.replace(
        "<urn:imports> skos:inScheme <urn:flows> .", "<urn:flows> skos:member <urn:inner> . <urn:inner> skos:member <urn:imports> ."
    )
    assert list(cube_violations(filled(listed))) == []
