"""The named queries of queries/, each with its question, parameters and columns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from kg.errors import SetupError
from kg.ontology.files import folder


@dataclass(frozen=True, slots=True)
class NamedQuery:
    name: str
    question: str
    parameters: tuple[str, ...]
    columns: tuple[str, ...]
    text: str


@cache
def named_queries() -> Mapping[str, NamedQuery]:
    """Every named query by name."""
    return {path.stem: _read(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder("queries").glob("*.rq"))}


def named_query(name: str) -> NamedQuery:
    """One named query; SetupError with near names if there is none of this name."""
    queries = named_queries()
    if name not in queries:
        near = get_close_matches(name, queries, n=3)
        raise SetupError(f"no query is named {name!r}", hint=f"did you mean {' or '.join(near)}?" if near else "`kg queries` lists them")
    return queries[name]


def derivations() -> Mapping[str, str]:
    """The CONSTRUCT queries whose results make up the derived graph, by name."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder("queries") / "derived").glob("*.rq"))}


def _read(name: str, text: str) -> NamedQuery:
    def header(key: str) -> tuple[str, ...]:
        found = re.search(rf"^# {key}: (.*)$", text, re.MULTILINE)
        return tuple(one.strip() for one in found.group(1).split(",")) if found else ()

    return NamedQuery(name, text.partition("\n")[0].removeprefix("# "), header("parameters"), header("columns"), text)
