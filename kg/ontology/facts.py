"""The kinds of fact that ontology/facts/ declares: roles, values, cues and worked examples, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal as OneOf

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import SKOS, Namespace
from rdflib.term import Node

from kg.errors import SetupError
from kg.iri import TERMS
from kg.ontology.files import folder

KG = Namespace(TERMS)
Form = OneOf["coded", "interval", "date", "decimal", "integer", "boolean", "text"]
FORMS: tuple[Form, ...] = ("interval", "date", "decimal", "integer", "boolean")


@dataclass(frozen=True, slots=True)
class Role:
    """A role that mentions fill. `literal` roles keep the words only; `node` is the class of the filler's node."""

    name: str
    path: str
    fills: str
    node: str
    literal: bool
    min: int
    max: int | None


@dataclass(frozen=True, slots=True)
class ValueSpec:
    """A coded or typed value; `scheme` is the SKOS scheme of a coded one."""

    name: str
    path: str
    form: Form
    scheme: str
    min: int


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: the text of an invented article and the roles and values of one claim it must give, or none."""

    text: str
    published: str
    expects: tuple[tuple[str, str], ...]
    nothing: bool


@dataclass(frozen=True, slots=True)
class FactKind:
    name: str
    iri: str
    label: str
    definition: str
    parents: tuple[str, ...]
    cues: tuple[str, ...]
    roles: Mapping[str, Role]
    values: Mapping[str, ValueSpec]
    examples: tuple[Example, ...]


@cache
def fact_kinds() -> Mapping[str, FactKind]:
    """Every fact kind by name, in the order of the files' names."""
    files = sorted((folder("ontology") / "facts").glob("*.ttl"))
    if not files:
        raise SetupError("no fact files found", str(folder("ontology") / "facts"), "reinstall the package")
    kinds = [_kind(Graph().parse(path, format="ox-turtle")) for path in files]
    return {kind.name: kind for kind in kinds}


def _kind(graph: Graph) -> FactKind:
    (subject,) = graph.subjects(RDF.type, KG.FactKind)
    text = _texts(graph)
    roles = [_role(graph, node) for node in graph.objects(subject, KG.role)]
    values = [_value(graph, node) for node in graph.objects(subject, KG.value)]
    examples = sorted((_example(graph, node) for node in graph.objects(subject, KG.example)), key=lambda one: one.text)
    return FactKind(
        name=text(subject, KG.factName),
        iri=str(subject),
        label=text(subject, URIRef("http://www.w3.org/2000/01/rdf-schema#label")),
        definition=text(subject, SKOS.definition),
        parents=tuple(sorted(map(str, graph.objects(subject, URIRef("http://www.w3.org/2000/01/rdf-schema#subClassOf"))))),
        cues=tuple(sorted(map(str, graph.objects(subject, KG.cue)))),
        roles={role.name: role for role in sorted(roles, key=lambda one: one.name)},
        values={value.name: value for value in sorted(values, key=lambda one: one.name)},
        examples=tuple(examples),
    )


def _texts(graph: Graph) -> Callable[[Node, URIRef], str]:
    def text(subject: Node, predicate: URIRef) -> str:
        return str(graph.value(subject, predicate) or "")

    return text


def _role(graph: Graph, node: Node) -> Role:
    text = _texts(graph)
    most = graph.value(node, KG["max"])
    return Role(
        name=text(node, KG.roleName),
        path=text(node, KG.path),
        fills=text(node, KG.fills),
        node=text(node, KG.node) or str(KG.RoleFiller),
        literal=graph.value(node, KG.literal) is not None,
        min=int(text(node, KG["min"]) or 0),
        max=None if most is None else int(str(most)),
    )


def _value(graph: Graph, node: Node) -> ValueSpec:
    text = _texts(graph)
    scheme = text(node, KG.scheme)
    form: Form = "coded" if scheme else next((one for one in FORMS if graph.value(node, KG[one]) is not None), "text")
    return ValueSpec(text(node, KG.valueName), text(node, KG.path), form, scheme, int(text(node, KG["min"]) or 0))


def _example(graph: Graph, node: Node) -> Example:
    text = _texts(graph)
    expected = graph.value(node, KG.expects)
    pairs = sorted((str(p).removeprefix(TERMS), str(o)) for p, o in graph.predicate_objects(expected) if isinstance(o, Literal)) if expected else []
    return Example(text(node, KG.text), text(node, KG.published), tuple(pairs), graph.value(node, KG.expectsNothing) is not None)
