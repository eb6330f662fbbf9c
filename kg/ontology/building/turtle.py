"""Turtle text of reference rows: sorted subjects, one predicate a line, nothing but what the row says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.iri import BASE, PREFIXES

USED = (
    "kg",
    "state",
    "organisation",
    "region",
    "place",
    "role",
    "currency",
    "outlet",
    "title",
    "homonym",
    "skos",
    "org",
    "dcterms",
    "rdfs",
    "xsd",
    "wd",
)
SAFE = re.compile(r"[A-Za-z0-9-]+")
DATES = ("kg:validFrom", "kg:validTo", "kg:checkedOn")


@dataclass(frozen=True, slots=True)
class Node:
    """One subject: its IRI tail, its class, and pairs of predicate and value; empty values are dropped."""

    key: str
    types: str
    facts: tuple[tuple[str, str], ...]


def iri(key: str) -> str:
    """A key as prefixed name where Turtle allows one."""
    kind, _, tail = key.partition("/")
    return f"{kind}:{tail}" if kind in USED and SAFE.fullmatch(tail) else f"<{BASE}{key}>"


def text(value: str) -> str:
    """A plain literal."""
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def literal(predicate: str, value: str) -> str:
    if predicate in DATES:
        return f'"{value}"^^xsd:date'
    english = predicate in ("skos:prefLabel", "skos:altLabel", "rdfs:label", "kg:officialName", "kg:adjective", "kg:people")
    return text(value) + ("@en" if english else "")


def node(key: str, types: str, literals: Iterable[tuple[str, str]], links: Iterable[tuple[str, str]] = ()) -> Node:
    facts = [(predicate, literal(predicate, value)) for predicate, value in literals if value]
    facts += [(predicate, iri(value) if "/" in value else value) for predicate, value in links if value]
    return Node(key, types, tuple(dict.fromkeys(facts)))


def write(path: Path, caption: str, nodes: Iterable[Node]) -> None:
    """A Turtle file with a caption; the same nodes give the same bytes."""
    lines = [f"# {line}" for line in caption.splitlines()]
    lines += ["", *(f"@prefix {prefix}: <{PREFIXES.get(prefix, f'{BASE}{prefix}/')}> ." for prefix in USED), ""]
    for one in sorted(nodes, key=lambda one: one.key):
        facts = [("a", one.types), *one.facts]
        body = " ;\n    ".join(f"{predicate} {value}" for predicate, value in facts)
        lines.append(f"{iri(one.key)} {body} .\n")
    path.write_text("\n".join(lines), encoding="utf-8")
