"""Rows of the reference tables: states, organisations, regions, places, currencies and roles, read from ontology/reference.

A row without `valid_from` or `valid_to` is not known to begin or end; `checked_on` is set only where a source file was
read, every other row is unverified. The tables are written by `python -m kg.ontology.building`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.iri import BASE, PREFIXES, TERMS

Kind = Literal["state", "organisation", "region", "place", "currency", "role", "outlet", "title", "homonym"]
Form = Literal["name", "official", "alias", "acronym", "adjective", "people", "capital"]

CLASSES: dict[str, Kind] = {
    "State": "state",
    "Organisation": "organisation",
    "Region": "region",
    "Place": "place",
    "Currency": "currency",
    "Role": "role",
    "Outlet": "outlet",
    "Title": "title",
    "Homonym": "homonym",
}
FORMS: dict[str, Form] = {
    "altLabel": "alias",
    "officialName": "official",
    "acronym": "acronym",
    "adjective": "adjective",
    "people": "people",
    "capital": "capital",
}
LINKS = ("headOfState", "onlyIn", "atHomeIn", "unknownIn")
WHOLES = ("inState", "bodyOf", "broader")  # the state of a place, the parent of a body, the broader role
_OURS = (
    "headOfState onlyIn atHomeIn unknownIn inState bodyOf officialName acronym adjective people capital type internetDomain openDomain "
    "postWord borneAs audience validFrom validTo checkedOn form names"
).split()
_OTHERS = {
    "rdf": ("type",),
    "rdfs": ("label",),
    "skos": ("prefLabel", "altLabel", "notation", "broader", "exactMatch"),
    "dcterms": ("source",),
    "org": ("member", "organization"),
}
# what is read of a table: the predicates, by the last part of their names, classes apart
READ = {f"{TERMS}{name}": name for name in _OURS} | {f"{PREFIXES[prefix]}{name}": name for prefix, names in _OTHERS.items() for name in names}
READ[f"{PREFIXES['rdf']}type"] = "class"


@dataclass(frozen=True, slots=True)
class Name:
    """A surface form; the dates (ISO, both inclusive) bound its validity where it changed."""

    text: str
    form: Form
    valid_from: str = ""
    valid_to: str = ""

    def holds(self, on: str) -> bool:
        return (not self.valid_from or self.valid_from <= on) and (not self.valid_to or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `within` is the key of its whole: the state of a place, the parent of a body, the broader role."""

    key: str
    kind: Kind
    name: str
    names: tuple[Name, ...]
    type: str = ""
    within: str = ""
    codes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    open_domains: tuple[str, ...] = ()
    audience: str = ""
    words: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    qid: str = ""
    valid_from: str = ""
    valid_to: str = ""
    source: str = ""
    checked_on: str = ""

    def linked(self, name: str) -> tuple[str, ...]:
        return tuple(key for one, key in self.links if one == name)

    def forms(self, form: Form, on: str = "") -> tuple[str, ...]:
        return tuple(one.text for one in self.names if one.form == form and (not on or one.holds(on)))


@dataclass(frozen=True, slots=True)
class Membership:
    """`member` belonged to `organisation` (keys) from `valid_from` to `valid_to`, by the treaty in `source`."""

    member: str
    organisation: str
    valid_from: str
    valid_to: str
    source: str
    checked_on: str = ""


Values = dict[str, list[str]]


def read(files: Iterable[Path]) -> tuple[tuple[Row, ...], tuple[Membership, ...]]:
    """All rows and memberships of the Turtle files, sorted by key."""
    subjects: dict[str, Values] = {}
    for path in files:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            name, subject, value = READ.get(quad.predicate.value), quad.subject, quad.object
            if name is not None and isinstance(subject, NamedNode) and isinstance(value, NamedNode | Text):
                subjects.setdefault(subject.value, {}).setdefault(name, []).append(value.value)
    classes = {iri: _class(values) for iri, values in subjects.items()}
    dated = _dated_names(subjects[iri] for iri, name in classes.items() if name == "DatedName")
    rows = [_row(iri, CLASSES[classes[iri]], values, dated.get(iri, ())) for iri, values in subjects.items() if classes[iri] in CLASSES]
    members = [_membership(values) for iri, values in subjects.items() if classes[iri] == "Membership"]
    return tuple(sorted(rows, key=lambda row: row.key)), tuple(sorted(members, key=lambda one: (one.organisation, one.valid_from, one.member)))


def _class(values: Values) -> str:
    return next((one[len(TERMS) :] for one in values.get("class", ()) if one.startswith(TERMS)), "")


def _one(values: Values, name: str) -> str:
    found = values.get(name)
    return found[0] if found else ""


def _key(iri: str) -> str:
    return iri.removeprefix(BASE)


def _dated_names(nodes: Iterable[Values]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for values in nodes:
        form: Form = next(form for form in ("name", "official", "acronym", "capital") if form == _one(values, "form"))
        since, until = _one(values, "validFrom"), _one(values, "validTo")
        found[_one(values, "names")] += [Name(text, form, since, until) for text in values["label"]]
    return found


def _row(iri: str, kind: Kind, values: Values, later: Sequence[Name]) -> Row:
    name, known = _one(values, "prefLabel"), {one.text for one in later}
    names = [Name(name, "name")] if name not in known else []
    names += [Name(text, form) for predicate, form in FORMS.items() for text in sorted(values.get(predicate, ())) if text not in known]
    names += sorted(later, key=lambda one: (one.form, one.valid_from, one.text))
    return Row(
        key=_key(iri),
        kind=kind,
        name=name,
        names=tuple(names),
        type=_one(values, "type"),
        within=next((_key(one) for whole in WHOLES for one in values.get(whole, ())), ""),
        codes=tuple(sorted(values.get("notation", ()))),
        domains=tuple(sorted(values.get("internetDomain", ()))),
        open_domains=tuple(values.get("openDomain", ())),
        words=(*values.get("postWord", ()), *values.get("borneAs", ())),
        links=tuple((name, _key(one)) for name in LINKS for one in values.get(name, ())),
        audience=_one(values, "audience"),
        qid=_one(values, "exactMatch").removeprefix(PREFIXES["wd"]),
        valid_from=_one(values, "validFrom"),
        valid_to=_one(values, "validTo"),
        source=_one(values, "source"),
        checked_on=_one(values, "checkedOn"),
    )


def _membership(values: Values) -> Membership:
    return Membership(
        member=_key(_one(values, "member")),
        organisation=_key(_one(values, "organization")),
        valid_from=_one(values, "validFrom"),
        valid_to=_one(values, "validTo"),
        source=_one(values, "source"),
        checked_on=_one(values, "checkedOn"),
    )
