"""Posts: what the tables of roles, titles and states say of a post: whom it serves, which states have it and which do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kg.ontology.lexicon import lexicon

_COMPLEMENT = re.compile(r" (?:of|for|to|on) ")
_MONARCH = "role/monarch"


@dataclass(frozen=True)
class Posts:
    """Post words by whose posts they are, and titles by the states that they tell or exclude."""

    crown: frozenset[str]
    church: frozenset[str]
    local: frozenset[str]
    business: frozenset[str]
    unaffiliated: frozenset[str]  # they serve no state unless the article says so
    only: Mapping[str, tuple[str, ...]]  # title → the states that alone have it
    at_home: Mapping[str, tuple[str, ...]]  # state → titles that its own press prints without it
    unknown: Mapping[str, tuple[str, ...]]  # state → titles it does not have
    bodies: Mapping[str, str]  # a state's own body → the state

    def monarchy(self, state: str) -> bool:
        return _MONARCH in _heads(state)

    def republic(self, state: str) -> bool:
        heads = _heads(state)
        return bool(heads) and _MONARCH not in heads


@lru_cache(maxsize=10_000)
def foreign(office: str, state: str) -> bool:
    """Is this a post that the state does not have? `office`: the post in lower case, without articles."""
    tables = posts()
    bare = _COMPLEMENT.split(office)[0].split()
    crowned = bool(bare) and bare[-1] in tables.crown and tables.republic(state)
    return crowned or any(says(office, one) for one in tables.unknown.get(state, ()))


def _heads(state: str) -> tuple[str, ...]:
    row = lexicon().rows.get(state)
    return row.linked("headOfState") if row is not None else ()


def says(office: str, title: str) -> bool:
    """Is this the title, apart from ranks: "deputy prime minister" says "prime minister", "prime minister's aide" does not?
    A president of something is no president of a state."""
    bare = office if title.endswith("president") else _COMPLEMENT.split(office)[0]
    return office == title or bare == title or bare.endswith(f" {title}")


@lru_cache(maxsize=1)
def posts() -> Posts:
    """What the shipped tables say."""
    rows = lexicon().rows.values()
    words: dict[str, set[str]] = {}  # sphere → words, that of the state ""
    for row in rows:
        if row.kind == "role":
            words.setdefault(row.type, set()).update(row.words)
    titles = {row.name: row for row in rows if row.kind == "title"}
    return Posts(
        crown=frozenset(words["crown"]),
        church=frozenset(words["church"]),
        local=frozenset(words["local"]),
        business=frozenset(words["business"]),
        unaffiliated=frozenset(set().union(*(one for sphere, one in words.items() if sphere not in ("", "crown"))) - words[""]),
        only=MappingProxyType({title: row.linked("onlyIn") for title, row in titles.items() if row.linked("onlyIn")}),
        at_home=_by_state(lambda state: tuple(title for title, row in titles.items() if state in row.linked("atHomeIn"))),
        unknown=_by_state(
            lambda state: tuple(title for title, row in titles.items() if _lacks(row.linked("onlyIn"), row.linked("unknownIn"), state))
        ),
        bodies=MappingProxyType({row.key: state for row in rows if row.kind == "organisation" and (state := _state(row.key)).startswith("state/")}),
    )


def _by_state(titles: Callable[[str], tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    found = {row.key: titles(row.key) for row in lexicon().rows.values() if row.kind == "state"}
    return MappingProxyType({state: some for state, some in found.items() if some})


def _lacks(only: tuple[str, ...], unknown: tuple[str, ...], state: str) -> bool:
    return state in unknown or bool(only and state not in only)


def _state(key: str) -> str:
    """The whole that a body belongs to in the end, a state or an organisation."""
    row = lexicon().rows.get(key)
    return _state(row.within) if row is not None and row.kind == "organisation" and row.within else key
