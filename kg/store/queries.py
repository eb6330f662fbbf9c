"""SPARQL texts made safe to run: read-only, without calls to other machines, with their parameters bound as terms."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kg.errors import SetupError

Form = Literal["select", "ask", "construct", "describe"]
FORMS: dict[str, Form] = {"SELECT": "select", "ASK": "ask", "CONSTRUCT": "construct", "DESCRIBE": "describe"}
UPDATES = frozenset("INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH".split())

_TOKEN = re.compile(
    r"""
    (?P<space>\s+|\#[^\n\r]*)
  | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]{4,8})*>)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
      | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<language>@[A-Za-z][A-Za-z0-9-]*)
  | (?P<prefixed>(?:[^\W\d_][\w.-]*|_)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\[^\s\w])*)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PLACE, _SENTENCE = re.compile(r"error at (\d+):(\d+)"), re.compile(r"[A-Z]\w*(?: \w+){2,}")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    start: int

    def says(self, *words: str) -> bool:
        return self.kind == "word" and self.text.upper() in words


def tokens(sparql: str) -> list[Token]:
    """The tokens of a SPARQL text without blanks and comments."""
    return [Token(m.lastgroup or "", m.group(), m.start()) for m in _TOKEN.finditer(sparql) if m.lastgroup != "space"]


def form(sparql: str) -> Form:
    """Which of the four read-only forms the text has; an update is refused."""
    for token in tokens(sparql):
        if token.says(*UPDATES):
            raise SetupError(
                f"this is an update ({token.text.upper()}), and queries only read", hint="articles enter with `kg build` and leave with `kg remove`"
            )
        if token.says(*FORMS):
            return FORMS[token.text.upper()]
    raise SetupError("this is no SPARQL query", hint="a query starts with SELECT, ASK, CONSTRUCT or DESCRIBE")


def trouble(message: str) -> str:
    """Where a parser stumbled, and what it says of it in words; the list of tokens it would have taken is left out."""
    place, words = _PLACE.search(message), _SENTENCE.findall(message)
    return (f" at line {place[1]}, column {place[2]}" if place else "") + (f": {'; '.join(dict.fromkeys(words))}" if words else "")


def guarded(sparql: str, is_graph: Callable[[str], bool]) -> Form:
    """Refuse whatever would write or call out, reading the text as it stands and with its code point escapes undone.

    `is_graph` tells whether the store has a graph of that name: FROM may name nothing else.
    """
    for text in {sparql, _ESCAPE.sub(_unescaped, sparql)}:
        _refuse_calls(tokens(text), is_graph)
    return form(sparql)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else found[0]


def _refuse_calls(found: list[Token], is_graph: Callable[[str], bool]) -> None:
    for place, token in enumerate(found):
        if token.says("SERVICE"):
            raise SetupError("SERVICE is refused: a query here calls no other machine", hint="load what you need from there and ask it here")
        if token.says("LOAD"):
            raise SetupError("LOAD is refused: a query here fetches nothing", hint="articles enter with `kg build`")
        if token.says("FROM"):
            rest = [one for one in found[place + 1 : place + 3] if not one.says("NAMED")]
            source = rest[0].text if rest else ""
            if not (source.startswith("<") and is_graph(source[1:-1])):
                raise SetupError(
                    f"FROM {source} is refused: the store has no such graph and fetches none", hint="write the full IRI of one of its graphs"
                )
