"""N-Triples read back into parts: subject, predicate, object, and names with the prefixes of the graph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from kg.iri import PREFIXES

TYPE = f"<{PREFIXES['rdf']}type>"
LABEL = f"<{PREFIXES['rdfs']}label>"

_SPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}
_SPACE = re.compile("|".join(re.escape(one) for one in sorted(_SPACES, key=len, reverse=True)))
_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z0-9-]+)|\^\^<([^>]*)>)?', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}

Subject = tuple[str, list[tuple[str, str]]]


def subjects(lines: Iterable[str]) -> Iterator[Subject]:
    """Sorted N-Triples lines by subject, each with its (predicate, object) pairs, all as N-Triples terms."""
    split = (line.split(" ", 2) for line in lines)
    for subject, group in groupby(split, key=lambda parts: parts[0]):
        yield subject, [(parts[1], parts[2][:-2]) for parts in group]


def spaced(iri: str) -> tuple[str, str] | None:
    """The prefix of an IRI and the rest of it; None if it lies in none of the graph's namespaces."""
    found = _SPACE.match(iri)
    return (_SPACES[found.group()], iri[found.end() :]) if found else None


def literal(term: str) -> tuple[str, str, str] | None:
    """The escaped text, the language and the datatype of a literal ("" if it has none); None if the term is no literal."""
    found = _LITERAL.fullmatch(term)
    return (found[1], found[2] or "", found[3] or "") if found else None


def unescaped(text: str) -> str:
    """The characters that an escaped N-Triples text stands for."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _PLAIN.get(found[3], found[3])
