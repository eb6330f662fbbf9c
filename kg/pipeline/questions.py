"""Questions to the graph: a named query, a file of SPARQL or a line of it, with its parameters bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import SetupError
from kg.iri import PREFIXES
from kg.ontology.queries import named_query
from kg.pipeline.columns import narrowed
from kg.store import Iri, Store, Value
from kg.store.queries import Form
from kg.store.queries import form as form_of

if TYPE_CHECKING:
    from kg.store.stores import ResultFormat

_NAME = re.compile(r"[\w-]+\Z")


@dataclass(frozen=True)
class Question:
    """A SPARQL text that only reads, its form, and the values its variables are given."""

    sparql: str
    form: Form
    bindings: Mapping[str, Value] = field(default_factory=dict)


def question(asked: str, parameters: Iterable[str] | Mapping[str, str] = (), article: str | None = None) -> Question:
    """The question that `asked` names (a named query, FILE.rq) or is (SPARQL), with parameters given as "name=value"."""
    sparql = _text(asked.strip())
    given = dict(parameters) if isinstance(parameters, Mapping) else dict(map(_pair, parameters))
    if article is not None:
        given["article"] = article
    return Question(sparql, form_of(sparql), {name: _value(value) for name, value in given.items()})


def answer(store: Store, asked: Question, media: ResultFormat, columns: Sequence[str] = ()) -> bytes:
    """The answer of a SELECT or ASK question in a results format of SPARQL, a table with only the columns named, if any are."""
    data = store.results(asked.sparql, media, asked.bindings)
    return narrowed(data, media, columns) if columns and asked.form == "select" else data


def _text(asked: str) -> str:
    if asked.endswith(".rq"):
        try:
            return Path(asked).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise SetupError(f"the query file cannot be read: {error}", asked, "check the path") from None
    return named_query(asked).text if _NAME.match(asked) else asked


def _pair(written: str) -> tuple[str, str]:
    name, equals, value = written.partition("=")
    if not equals or not name.strip():
        raise SetupError(f"the parameter {written!r} is not NAME=VALUE", hint="write --param participant='Roman Vasilenko'")
    return name.strip().lstrip("?$"), value


def _value(written: str) -> Value:
    """An IRI, written in full or with a prefix of the graph, or a string."""
    prefix, colon, tail = written.partition(":")
    if colon and prefix in PREFIXES and tail and not tail.startswith("//"):
        return Iri(PREFIXES[prefix] + tail)
    return Iri(written) if re.match(r"https?://\S+\Z", written) else written
