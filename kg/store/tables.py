"""Query results as plain values, and the values that parameters take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pyoxigraph as ox

from kg.errors import SetupError

XSD = "http://www.w3.org/2001/XMLSchema#"


class Iri(str):
    """A string that names a thing; any other string is a literal."""

    __slots__ = ()


Value = Iri | str | bool | int | Decimal | date


@dataclass(frozen=True, slots=True)
class Table:
    """The solutions of a SELECT: lexical forms without type or language, None where unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]

    def dicts(self) -> Iterator[dict[str, str | None]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def column(self, name: str) -> tuple[str | None, ...]:
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def plain(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str | None:
    """A term's lexical form."""
    if term is None or isinstance(term, ox.NamedNode | ox.Literal):
        return term.value if term is not None else None
    return str(term)


def tabled(solutions: ox.QuerySolutions) -> Table:
    columns = tuple(variable.value for variable in solutions.variables)
    return Table(columns, tuple(tuple(plain(term) for term in solution) for solution in solutions))


def term(value: Value) -> ox.NamedNode | ox.Literal:
    """The RDF term of a parameter's value."""
    if isinstance(value, Iri):
        return named(value)
    if isinstance(value, bool):
        return ox.Literal(str(value).lower(), datatype=ox.NamedNode(f"{XSD}boolean"))
    for kind, datatype in ((int, "integer"), (Decimal, "decimal"), (date, "date")):
        if isinstance(value, kind):
            text = value.isoformat() if isinstance(value, date) else format(value, "f" if datatype == "decimal" else "")
            return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))
    return ox.Literal(str(value))


def named(iri: str) -> ox.NamedNode:
    """An IRI as a term; what is not an IRI is refused by name."""
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise SetupError(f"{iri!r} is not an IRI: {error}", hint="an IRI starts with its scheme, like https://") from None
