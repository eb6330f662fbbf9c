"""Turtle for people: one block a thing, grouped by what it is, types and labels first, in an order that never varies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.exports.terms import LABEL, TYPE, Subject, literal, spaced, subjects
from kg.iri import PREFIXES
from kg.store import Store

SECTIONS = (
    ("Articles", "article"),
    ("People", "person"),
    ("States", "state"),
    ("Organisations", "organisation"),
    ("Regions", "region"),
    ("Groups", "group"),
    ("Places", "place"),
    ("Posts", "post"),
    ("Agreements", "agreement"),
    ("Forums", "forum"),
    ("Topics", "topic"),
    ("Claims, each with its roles", "claim"),
    ("Evidence", "evidence"),
    ("Sentences", "sentence"),
    ("Runs and rules", "run"),
    ("Reference, codes and whatever else", ""),
)
_ORDER = {prefix: place for place, (_, prefix) in enumerate(SECTIONS)}
_ORDER["rule"] = _ORDER["run"]

# names that Turtle takes after a prefix: a safe part of PN_LOCAL, "/" to be escaped
_LETTER = r"A-Za-z0-9_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF"
_LOCAL = re.compile(rf"(?:[{_LETTER}/]|%[0-9A-Fa-f]{{2}})(?:[{_LETTER}/.-]|%[0-9A-Fa-f]{{2}})*(?<!\.)|")
_XSD = PREFIXES["xsd"]
_BARE = {
    f"{_XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{_XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    f"{_XSD}boolean": re.compile("true|false"),
}
_NUMBER = re.compile(r"\d+$")


def export(store: Store, article: str | None) -> bytes:
    return write(store.triples(article)).encode("utf-8")


def write(lines: Iterable[str]) -> str:
    """N-Triples lines as one Turtle document."""
    names = Names()
    body = "".join(blocks(lines, names))
    return names.declarations() + body


class Names:
    """Short names of IRIs; remembers which prefixes it has used."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._known: dict[str, str] = {TYPE: "a"}

    def declarations(self) -> str:
        return "".join(f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in PREFIXES if prefix in self._used)

    def term(self, term: str) -> str:
        """An N-Triples term as Turtle."""
        if term[0] == "<" and not term.startswith("<<"):
            return self._known.get(term) or self._name(term)
        return self._literal(term) if term[0] == '"' else term

    def _name(self, term: str) -> str:
        found = spaced(term[1:-1])
        name = term
        if found and _LOCAL.fullmatch(found[1]):
            self._used.add(found[0])
            name = f"{found[0]}:{found[1].replace('/', chr(92) + '/')}"
        self._known[term] = name
        return name

    def _literal(self, term: str) -> str:
        if term[-1] != ">":
            return term
        parts = literal(term)
        if parts is None:
            return term
        text, _, datatype = parts
        if datatype in _BARE and _BARE[datatype].fullmatch(text):
            return text
        return f'"{text}"^^{self.term(f"<{datatype}>")}'


def blocks(lines: Iterable[str], names: Names, margin: str = "") -> Iterator[str]:
    """Turtle without its prefixes: a heading for each section, then its things."""
    found: defaultdict[int, list[tuple[str, Subject]]] = defaultdict(list)
    for subject in subjects(sorted(lines)):
        found[_section(subject[0])].append((_sort_key(subject[0]), subject))
    for place, things in sorted(found.items()):
        yield f"\n{margin}# {SECTIONS[place][0]}\n"
        for _, subject in sorted(things):
            yield _block(subject, names, margin)


def _section(subject: str) -> int:
    place = spaced(subject[1:-1])
    if place and place[0] == "article" and "/sentence/" in place[1]:
        return _ORDER["sentence"]
    return _ORDER.get(place[0], _ORDER[""]) if place else _ORDER[""]


def _sort_key(subject: str) -> str:
    """The IRI, its last number padded: sentence 10 comes after sentence 9."""
    name = subject.rstrip(">")
    return _NUMBER.sub(lambda found: found.group().zfill(8), name) if name[-1:].isdigit() else name


def _block(subject: Subject, names: Names, margin: str) -> str:
    name, pairs = subject
    values: defaultdict[str, list[str]] = defaultdict(list)
    for predicate, value in pairs:
        values[predicate].append(names.term(value))
    rows = sorted((predicate != TYPE, predicate != LABEL, names.term(predicate), predicate) for predicate in values)
    parts = [f"{verb} {', '.join(sorted(values[predicate]))}" for _, _, verb, predicate in rows]
    return f"\n{margin}{names.term(name)} " + f" ;\n{margin}    ".join(parts) + " .\n"
