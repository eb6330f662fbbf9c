"""Rows of the reference tables: states, organisations, regions, places, currencies and roles, read from ontology/reference.

A row without `valid_from` or `valid_to` is not known to begin or end; `checked_on` is set only where a source file was
read, every other row is unverified. The tables are written by `python -m kg.ontology.building`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pyoxigraph import Literal as Text
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.iri import BASE, PREFIXES, TERMS

Kind = Literal["state", "organisation", "region", "place", "currency", "role", "outlet", "title"]
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
}
FORMS: dict[str, Form] = {
    f"{PREFIXES['skos']}altLabel": "alias",
    f"{TERMS}officialName": "official",
    f"{TERMS}acronym": "acronym",
    f"{TERMS}adjective": "adjective",
    f"{TERMS}people": "people",
    f"{TERMS}capital": "capital",
}
LINKS = ("headOfState", "onlyIn", "atHomeIn", "unknownIn")
WHOLES = (f"{TERMS}inState", f"{TERMS}bodyOf", f"{PREFIXES['skos']}broader")


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
    subjects: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    for path in files:
        for quad in parse(path=str(path), format=RdfFormat.TURTLE):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Text):
                subjects[quad.subject.value][quad.predicate.value].append(quad.object.value)
    dated = _dated_names(subjects)
    rows = [_row(iri, values, dated) for iri, values in subjects.items() if _class(values) in CLASSES]
    members = [_membership(values) for values in subjects.values() if _class(values) == "Membership"]
    return tuple(sorted(rows, key=lambda row: row.key)), tuple(sorted(members, key=lambda one: (one.organisation, one.valid_from, one.member)))


def _class(values: Values) -> str:
    return next((one[len(TERMS) :] for one in values.get(f"{PREFIXES['rdf']}type", ()) if one.startswith(TERMS)), "")


def _one(values: Values, name: str) -> str:
    return next(iter(values.get(name, ())), "")


def _key(iri: str) -> str:
    return iri.removeprefix(BASE)


def _dated_names(subjects: dict[str, Values]) -> dict[str, list[Name]]:
    found: dict[str, list[Name]] = defaultdict(list)
    for values in subjects.values():
        if _class(values) == "DatedName":
            form: Form = next(form for form in ("name", "official", "acronym", "capital") if form == _one(values, f"{TERMS}form"))
            name = Name(_one(values, f"{PREFIXES['rdfs']}label"), form, _one(values, f"{TERMS}validFrom"), _one(values, f"{TERMS}validTo"))
            found[_one(values, f"{TERMS}names")].append(name)
    return found


def _row(iri: str, values: Values, dated: dict[str, list[Name]]) -> Row:
    name = _one(values, f"{PREFIXES['skos']}prefLabel")
    later = dated.get(iri, [])
    names = [] if any(one.text == name for one in later) else [Name(name, "name")]
    names += [Name(text, form) for predicate, form in FORMS.items() for text in sorted(values.get(predicate, ()))]
    known = {one.text for one in later}
    names = [one for one in names if one.text not in known] + sorted(later, key=lambda one: (one.form, one.valid_from, one.text))
    return Row(
        key=_key(iri),
        kind=CLASSES[_class(values)],
        name=name,
        names=tuple(names),
        type=_one(values, f"{TERMS}type"),
        within=next((_key(one) for whole in WHOLES for one in values.get(whole, ())), ""),
        codes=tuple(sorted(values.get(f"{PREFIXES['skos']}notation", ()))),
        domains=tuple(sorted(values.get(f"{TERMS}internetDomain", ()))),
        open_domains=tuple(values.get(f"{TERMS}openDomain", ())),
        words=tuple(values.get(f"{TERMS}postWord", ())),
        links=tuple((name, _key(one)) for name in LINKS for one in values.get(f"{TERMS}{name}", ())),
        audience=_one(values, f"{TERMS}audience"),
        qid=_one(values, f"{PREFIXES['skos']}exactMatch").removeprefix(PREFIXES["wd"]),
        valid_from=_one(values, f"{TERMS}validFrom"),
        valid_to=_one(values, f"{TERMS}validTo"),
        source=_one(values, f"{PREFIXES['dcterms']}source"),
        checked_on=_one(values, f"{TERMS}checkedOn"),
    )


def _membership(values: Values) -> Membership:
    return Membership(
        member=_key(_one(values, f"{PREFIXES['org']}member")),
        organisation=_key(_one(values, f"{PREFIXES['org']}organization")),
        valid_from=_one(values, f"{TERMS}validFrom"),
        valid_to=_one(values, f"{TERMS}validTo"),
        source=_one(values, f"{PREFIXES['dcterms']}source"),
        checked_on=_one(values, f"{TERMS}checkedOn"),
    )
