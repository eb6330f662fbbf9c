"""Outlets: who publishes, by the name that an article prints or by the address it stands at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from kg.ontology.files import folder
from kg.ontology.lexicon import OUTLETS, lexicon
from kg.ontology.rows import Row, read

_TAIL = re.compile(r"\s*[(|,].*|\s+[–-]\s.*")
_GENERIC = frozenset("news agency press online newspaper english service international tv media network".split())
_PUBLIC = ("gov", "go", "gob", "gouv", "govt", "gub", "gv", "com", "co", "org", "edu", "ac", "net", "mil")  # second levels below a country's domain


@dataclass(frozen=True)
class Outlets:
    """The outlets by every name and address, and the states by their top-level domains."""

    rows: tuple[Row, ...]
    names: Mapping[str, Row]
    domains: Mapping[str, Row]
    countries: Mapping[str, str]
    open_countries: Mapping[str, str]

    def named(self, publisher: str) -> Row | None:
        """The outlet whose name is the whole of `publisher`, apart from "News", "Agency" and what stands in brackets."""
        text = _flat(publisher)
        if text in self.names:
            return self.names[text]
        words = _TAIL.sub("", text).split()
        while words:
            name = " ".join(words)
            if found := self.names.get(name) or self.names.get(re.sub(r"\.\w+$", "", name)):
                return found
            if words.pop() not in _GENERIC:
                return None
        return None

    def inside(self, publisher: str) -> Row | None:
        """The office of a government whose name stands in `publisher` among other words, the longest such name."""
        words = re.findall(r"[\w'’.-]+", _flat(publisher))
        runs = (" ".join(words[first : first + size]) for size in range(len(words), 0, -1) for first in range(len(words) - size + 1))
        return next((row for run in runs if (row := self.names.get(run)) is not None and row.type == "government"), None)

    def at(self, host: str) -> Row | None:
        """The outlet at an address, or at one above it."""
        labels = host.split(".")
        return next((row for first in range(len(labels)) if (row := self.domains.get(".".join(labels[first:]))) is not None), None)

    def country(self, host: str) -> str:
        """Key of the state whose domain an address lies in; "" where the domain is sold worldwide, or no state's."""
        labels = host.split(".")
        sure = self.countries.get(labels[-1], "")
        return sure or (self.open_countries.get(labels[-1], "") if len(labels) > 1 and labels[-2] in _PUBLIC else "")


def _flat(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")


@lru_cache(maxsize=1)
def outlets() -> Outlets:
    """The shipped table of outlets; a name that outlets of several states share is nobody's."""
    rows, _ = read([folder("ontology") / "reference" / OUTLETS])
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in row.names:
            found[_flat(name.text)].append(row)
    states = [row for row in lexicon().rows.values() if row.kind == "state"]
    return Outlets(
        rows,
        MappingProxyType({name: same[0] for name, same in found.items() if len({row.within for row in same}) == 1}),
        MappingProxyType({domain: row for row in rows for domain in row.domains}),
        MappingProxyType({domain: row.key for row in states for domain in row.domains}),
        MappingProxyType({domain: row.key for row in states for domain in row.open_domains}),
    )
