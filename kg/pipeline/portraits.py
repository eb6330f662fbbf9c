"""Portraits: all facts of one article, or all that is known of one person, state, body or agreement, with their evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import SetupError
from kg.iri import slug
from kg.ontology.queries import named_query
from kg.store import Store, Table

# query → the line that tells a fact (what stands in brackets is left out where a column is unbound), and its columns that name things
TOLD: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "officials": ("{person}: {post}[ of {of}][ to {to}] ({status}[, attested on {attested_on}])", ("person", "of", "to")),
    "meetings": ("[{participant}: ]{kind}, {modality}[, {date} ({date_basis})][, in {place}]", ("participant", "on_behalf_of", "place")),
    "topics": ("{topic}[ → {concept}]", ()),
    "agreements": ("{name}[ ({short})]: {stage}[ on {stage_date}][, of {party}]", ("name", "short", "party")),
    "forums": ("{name}: {status}[, in {place}][, {start_date}][ to {end_date}]", ("name", "place")),
    "statements": ("[{speaker} ]({mode}, {verb})", ("speaker",)),
    "commitments": ("[{party}: ]{status}", ("party",)),
    "trade": (
        "{reporter}[ with {partner}]: {flow}[ of {product}][ {hedge}] {value} {unit}[, {period_start} to {period_end}]",
        ("reporter", "partner"),
    ),
    "changes": ("{reporter}[ with {partner}]: {flow}[ of {product}] {value} {kind}[, {period_start} to {period_end}]", ("reporter", "partner")),
    "shares": (
        "{reporter}[ with {partner}]: {flow}[ of {product}][ {hedge}] {value} percent of the whole[, {period_start} to {period_end}]",
        ("reporter", "partner"),
    ),
}
_OPTIONAL, _COLUMN = re.compile(r"\[([^\]]*)\]"), re.compile(r"\{(\w+)\}")
NAMES = """SELECT DISTINCT ?label ?name WHERE {
  ?thing rdfs:label ?label . { ?thing rdfs:label ?name } UNION { ?thing skos:altLabel ?name } UNION { ?thing kg:acronym ?name }
  FILTER EXISTS { ?filler kg:filledBy ?thing }
}"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in a line, the query that gives it, its evidence and where that stands."""

    iri: str
    query: str
    line: str
    evidence: str
    article: str
    start: int | None = None
    end: int | None = None


def article_portrait(store: Store, article: str) -> list[Fact]:
    """Every fact of an article, query by query."""
    return [fact for query in TOLD for fact in _facts(query, store.select(named_query(query).text, {"article": article}))]


def claim_portrait(store: Store, iri: str) -> list[Fact]:
    """The facts that one claim states; SetupError if the graph has no such claim."""
    facts: list[Fact] = []
    for query in TOLD:
        found = store.select(named_query(query).text)
        facts += _facts(query, Table(found.columns, tuple(row for row in found.rows if row[0] == iri)))
    if not facts:
        raise SetupError(f"the graph has no claim {iri}", hint="its article may have changed or been removed: `kg show ARTICLE` lists the claims")
    return facts


def thing_portrait(store: Store, name: str) -> tuple[str, list[Fact]]:
    """The plain name of the thing called `name` (a label, another name, an acronym) and every fact that names it;
    SetupError with near names if nothing is called so."""
    labels = _labels(store, name)
    found = [fact for query, (_, naming) in TOLD.items() if naming for fact in _naming(query, store, labels, naming)]
    return sorted(labels)[0], found


def _labels(store: Store, name: str) -> set[str]:
    known = [(label or "", other or "") for label, other in store.select(NAMES).rows]
    wanted = slug(name)
    labels = {label for label, other in known if slug(other) == wanted}
    labels = labels or {label for label, other in known if wanted and slug(other).endswith(f"-{wanted}")}
    if not labels:
        near = get_close_matches(name, sorted({other for _, other in known}), 3)
        raise SetupError(
            f"nothing and no article is called {name!r}",
            hint=f"did you mean {' or '.join(near)}?" if near else "`kg articles` lists the articles, `kg query` the rest",
        )
    return labels


def _naming(query: str, store: Store, labels: set[str], naming: tuple[str, ...]) -> Iterator[Fact]:
    found = store.select(named_query(query).text)
    key = found.columns[0]
    wanted = {row[key] for row in found.dicts() if any(row.get(column) in labels for column in naming)}
    rows = tuple(row for row in found.rows if row[0] in wanted)
    return _facts(query, Table(found.columns, rows))


def _facts(query: str, found: Table) -> Iterator[Fact]:
    """Rows with one first column are one fact: their differing values are joined."""
    together: dict[tuple[str | None, ...], list[dict[str, str | None]]] = {}
    for row in found.dicts():
        together.setdefault((row[found.columns[0]], row.get("topic")), []).append(row)
    for (iri, _), rows in together.items():
        first = rows[0]
        values = {name: ", ".join(dict.fromkeys(value for row in rows if (value := row.get(name)))) for name in found.columns}
        start, end = (int(place) if (place := first.get(name)) else None for name in ("start", "end"))
        yield Fact(iri or "", query, told(TOLD[query][0], values), first.get("evidence") or "", first.get("article") or "", start, end)


def told(template: str, values: Mapping[str, str]) -> str:
    """The template with its columns filled in; a part in brackets is left out if one of its columns is empty."""

    def part(found: re.Match[str]) -> str:
        return found[1] if all(values.get(name) for name in _COLUMN.findall(found[1])) else ""

    return _COLUMN.sub(lambda found: values.get(found[1], ""), _OPTIONAL.sub(part, template))
