"""JSON-LD: one object a thing, names shortened by the context, in an order that never varies."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from kg.exports.terms import TYPE, Subject, literal, spaced, subjects, unescaped
from kg.iri import PREFIXES
from kg.store import Store


def export(store: Store, article: str | None) -> bytes:
    return write(store.triples(article)).encode("utf-8")


def write(lines: Iterable[str]) -> str:
    """N-Triples lines as one JSON-LD document."""
    used: set[str] = set()
    things = [_thing(subject, used) for subject in subjects(sorted(lines))]
    context = {prefix: PREFIXES[prefix] for prefix in PREFIXES if prefix in used}
    return json.dumps({"@context": context, "@graph": things}, ensure_ascii=False, indent=1) + "\n"


def _thing(subject: Subject, used: set[str]) -> dict[str, object]:
    name, pairs = subject
    values: defaultdict[str, list[object]] = defaultdict(list)
    types = [_name(value, used) for predicate, value in pairs if predicate == TYPE]
    for predicate, value in pairs:
        if predicate != TYPE:
            values[_name(predicate, used)].append(_value(value, used))
    return {"@id": _name(name, used), **({"@type": types} if types else {}), **dict(sorted(values.items()))}


def _name(term: str, used: set[str]) -> str:
    if term[0] != "<":
        return term
    found = spaced(term[1:-1])
    if found is None or found[1].startswith("//"):
        return term[1:-1]
    used.add(found[0])
    return f"{found[0]}:{found[1]}"


def _value(term: str, used: set[str]) -> object:
    parts = literal(term) if term[0] == '"' else None
    if parts is None:
        return {"@id": _name(term, used)}
    text, language, datatype = unescaped(parts[0]), parts[1], parts[2]
    if language:
        return {"@value": text, "@language": language}
    return {"@value": text, "@type": _name(f"<{datatype}>", used)} if datatype else text
