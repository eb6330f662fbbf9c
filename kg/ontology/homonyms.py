"""Homonyms: names of states and places that persons bear too, and whether as given names or surnames."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from kg.ontology.lexicon import lexicon


@lru_cache(maxsize=1)
def homonyms() -> Mapping[str, tuple[str, ...]]:
    """For each such name how persons bear it: "given", "surname", both, or neither where it only stands in their names."""
    return MappingProxyType({row.name: row.words for row in lexicon().rows.values() if row.kind == "homonym"})
