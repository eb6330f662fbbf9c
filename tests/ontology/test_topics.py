"""Topics: the scheme is closed, and no label names two concepts."""

from __future__ import annotations

from collections import defaultdict

from rdflib import Graph
from rdflib.namespace import RDF, SKOS

from kg.ontology.files import folder
from kg.ontology.topics import labels


def scheme(name: str) -> Graph:
    return Graph().parse(folder("ontology") / "reference" / name, format="turtle")


def test_broader_concepts_are_in_the_scheme() -> None:
    graph = scheme("topics.ttl")
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) >= 60
    assert set(graph.objects(None, SKOS.broader)) <= concepts
    for concept in concepts:
        assert (concept, SKOS.broader, None) in graph or (concept, SKOS.topConceptOf, None) in graph


def test_a_label_names_one_concept() -> None:
    graph = scheme("topics.ttl")
    named = defaultdict(set)
    for predicate in (SKOS.prefLabel, SKOS.altLabel):
        for concept, label in graph.subject_objects(predicate):
            named[str(label).casefold()].add(concept)
    assert {label: sorted(found) for label, found in named.items() if len(found) > 1} == {}


def test_labels_come_longest_first_and_without_the_scheme_itself() -> None:
    found = labels()
    assert [len(label) for label in found] == sorted((len(label) for label in found), reverse=True)
    assert found["energy"] == "topic/energy"
    assert "topic/scheme" not in found.values()


def test_event_codes_of_encounters_are_cameo_roots_of_consulting() -> None:
    codes = {str(code) for code in scheme("encounters.ttl").objects(None, SKOS.notation)}
    assert {"04", "041", "042", "046"} <= codes
