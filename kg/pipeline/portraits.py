"""Portraits: all facts of one article, or all that is known of one person, state, body or agreement, with their evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import SetupError
from kg.iri import slug
from kg.ontology.queries import named_query
from kg.store import Store, Table

# query → its columns that tell the fact in a line, and of these those that name things
TOLD: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "officials": (("person", "post", "of", "to", "status", "attested_on"), ("person", "of", "to")),
    "meetings": (("kind", "participant", "modality", "date", "date_basis", "place"), ("participant", "on_behalf_of", "place")),
    "topics": (("topic", "concept"), ()),
    "agreements": (("name", "short", "party", "stage", "stage_date"), ("name", "short", "party")),
    "forums": (("name", "place", "start_date", "end_date", "status"), ("name", "place")),
    "statements": (("speaker", "mode", "verb"), ("speaker",)),
    "commitments": (("party", "status"), ("party",)),
    "trade": (("reporter", "partner", "flow", "product", "period_start", "period_end", "value", "unit", "hedge"), ("reporter", "partner")),
    "changes": (("reporter", "partner", "flow", "product", "period_start", "period_end", "kind", "value"), ("reporter", "partner")),
}
NAMES = """SELECT DISTINCT ?label ?name WHERE {
  ?thing rdfs:label ?label . { ?thing rdfs:label ?name } UNION { ?thing skos:altLabel ?name } UNION { ?thing kg:acronym ?name }
  FILTER EXISTS { ?filler kg:filledBy ?thing }
}"""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as a line (values by column, several joined), its evidence and where that stands."""

    iri: str
    query: str
    values: tuple[tuple[str, str], ...]
    evidence: str
    article: str
    start: int | None = None
    end: int | None = None


def article_portrait(store: Store, article: str) -> list[Fact]:
    """Every fact of an article, query by query."""
    return [fact for query in TOLD for fact in _facts(query, store.select(named_query(query).text, {"article": article}))]


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
    columns = TOLD[query][0]
    together: dict[str, list[dict[str, str | None]]] = {}
    for row in found.dicts():
        named = (row[found.columns[0]] or "") + (f"/{row['topic']}" if query == "topics" else "")
        together.setdefault(named, []).append(row)
    for iri, rows in together.items():
        values = {name: "; ".join(dict.fromkeys(value for row in rows if (value := row.get(name)))) for name in columns}
        start, end = rows[0].get("start"), rows[0].get("end")
        yield Fact(
            iri,
            query,
            tuple((name, value) for name, value in values.items() if value),
            rows[0].get("evidence") or "",
            rows[0].get("article") or "",
            int(start) if start else None,
            int(end) if end else None,
        )
