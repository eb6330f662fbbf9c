"""Parameters of a SPARQL query: variables held to a value, by terms that the engine has written, never by pasted text.

A variable that every solution binds, or that only filters read, is joined as a VALUES block at the head of the outermost
group. One that OPTIONAL, UNION, BIND or a subquery may bind is held by a FILTER of that group, so that an unbound one
does not match. One that SELECT computes is held by a FILTER around the query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.errors import SetupError
from kg.store.queries import Token, tokens
from kg.store.tables import XSD, Iri, Value, term

_DATATYPES = (
    (r"\d{4}-\d\d-\d\d", "date"),
    (r"\d{4}-\d\d", "gYearMonth"),
    (r"\d{4}", "gYear"),
    (r"[+-]?\d+", "integer"),
    (r"[+-]?\d+(\.\d+)?", "decimal"),
    (r"true|false", "boolean"),
)


@dataclass(slots=True)
class _Places:
    """Where the outermost group stands, and how each variable occurs."""

    head: int = -1
    tail: int = -1
    everywhere: set[str] = field(default_factory=set)  # occurs at all
    surely: set[str] = field(default_factory=set)  # in a pattern of the outermost group itself
    perhaps: set[str] = field(default_factory=set)  # in a pattern of an inner group, or after AS
    computed: set[str] = field(default_factory=set)  # after AS in the projection


def bound(sparql: str, bindings: Mapping[str, Value]) -> str:
    """The query with its parameters held to their values. A string matches any term of that lexical form."""
    if not bindings:
        return sparql
    places = _places(tokens(sparql))
    if unknown := sorted(set(bindings) - places.everywhere):
        raise SetupError(f"the query has no parameter {unknown[0]!r}", hint=f"its variables: {', '.join(sorted(places.everywhere)) or 'none'}")
    if places.head < 0:
        raise SetupError("this query has no group that takes parameters", hint="write it with WHERE { … }")
    joins, filters, outer = [], [], []
    for name, value in sorted(bindings.items()):
        if name in places.computed:
            outer.append(_filter(name, value))
        elif name in places.perhaps and name not in places.surely:
            filters.append(_filter(name, value))
        else:
            terms = _candidates(value) if name in places.surely else [term(value)]
            joins.append(f" VALUES ?{name} {{ {' '.join(map(str, terms))} }} ")
    body = sparql[places.head + 1 : places.tail]
    inner = f"{{{body}\n}}" if re.match(r"(\s|#[^\n]*\n)*select\b", body, re.IGNORECASE) else body
    text = f"{sparql[: places.head + 1]}{''.join(joins)}{inner}\n{' '.join(filters)}{sparql[places.tail :]}"
    return _around(text, outer) if outer else text


def _around(sparql: str, filters: list[str]) -> str:
    start = next(token.start for token in tokens(sparql) if token.says("SELECT"))
    return f"{sparql[:start]}SELECT * WHERE {{ {{ {sparql[start:]}\n}} {' '.join(filters)} }}"


def _filter(name: str, value: Value) -> str:
    if isinstance(value, str) and not isinstance(value, Iri):
        return f"FILTER(STR(?{name}) = {term(value)})"
    return f"FILTER(?{name} = {term(value)})"


def _candidates(value: Value) -> list[ox.NamedNode | ox.Literal]:
    """The terms whose lexical form a string is; of any other value the one term."""
    if not isinstance(value, str) or isinstance(value, Iri):
        return [term(value)]
    found: list[ox.NamedNode | ox.Literal] = [ox.Literal(value), ox.Literal(value, language="en")]
    found += [ox.Literal(value, datatype=ox.NamedNode(XSD + name)) for pattern, name in _DATATYPES if re.fullmatch(pattern, value)]
    if re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]*", value):
        found += [ox.NamedNode(value), ox.Literal(value, datatype=ox.NamedNode(f"{XSD}anyURI"))]
    return found


def _places(found: list[Token]) -> _Places:
    """Walk the tokens once, knowing how deep in braces and parentheses, and in which group, each of them stands."""
    places, groups = _Places(), _groups(found)
    if len(groups) > _template(found):
        places.head, places.tail = groups[_template(found)]
    for before, token, depth, parentheses, negated in _walk(found):
        if token.kind != "variable":
            continue
        name = token.text[1:]
        places.everywhere.add(name)
        named = before is not None and before.says("AS")
        if not places.head < token.start < places.tail:
            places.computed |= {name} if named and token.start < places.head else set()
        elif negated or (parentheses and not named):
            continue
        elif depth == 1 and not named:
            places.surely.add(name)
        else:
            places.perhaps.add(name)
    return places


def _template(found: list[Token]) -> int:
    """The number of the WHERE group among the outermost ones: CONSTRUCT has its template first."""
    return int(any(token.says("CONSTRUCT") for token in found))


def _groups(found: list[Token]) -> list[tuple[int, int]]:
    """Start and end of the outermost groups in braces; the short form CONSTRUCT WHERE {…} has none that takes parameters."""
    groups: list[tuple[int, int]] = []
    head = -1
    for before, token, depth, parentheses, _ in _walk(found):
        if token.text == "{" and depth == 1 and not parentheses:
            head = -1 if before is not None and before.says("WHERE") and _template(found) and not groups else token.start
        elif token.text == "}" and depth == 1 and not parentheses and head >= 0:
            groups.append((head, token.start))
            head = -1
    return groups


def _walk(found: list[Token]) -> Iterator[tuple[Token | None, Token, int, int, bool]]:
    """Each token with the one before it, its depth in braces and in parentheses of its group, and whether it stands in EXISTS or MINUS."""
    before: Token | None = None
    stack: list[tuple[int, bool]] = []
    parentheses, negated = 0, False
    for token in found:
        if token.kind == "mark" and token.text == "{":
            stack.append((parentheses, negated))
            parentheses, negated = 0, negated or (before is not None and before.says("EXISTS", "MINUS"))
        parentheses += (token.text == "(") - (token.text == ")") if token.kind == "mark" else 0
        yield before, token, len(stack), stack[0][0] if len(stack) == 1 and token.text == "{" else parentheses, negated
        if token.kind == "mark" and token.text == "}" and stack:
            parentheses, negated = stack.pop()
        before = token
