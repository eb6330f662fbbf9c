"""Appellations: which names a common noun of a body or an instrument can stand for ("the newspaper", "the treaty")."""

from __future__ import annotations

import re
from collections.abc import Mapping

_ANY = (
    "treaty agreement declaration memorandum resolution communique communiqué protocol convention roadmap accord accords pact decree charter "
    "statement"
)
_FITTING: Mapping[str, frozenset[str]] = {
    noun: frozenset(words.split())
    for noun, words in {
        "document": _ANY + " document",
        "newspaper": "newspaper times post daily gazette herald journal tribune chronicle guardian telegraph mirror courier",
        "daily": "daily",
        "organization": "organization organisation",
        "organisation": "organization organisation",
        "alliance": "alliance nato",
        "company": "company corporation corp co inc ltd llc plc jsc",
        "accord": "accord accords",
        "communique": "communique communiqué",
        "communiqué": "communique communiqué",
    }.items()
}


def fits(noun: str, name: str) -> bool:
    """Can "the `noun`" stand for what bears this name? Each noun stands for names that hold it, a few for some others too."""
    return not _FITTING.get(noun, frozenset((noun,))).isdisjoint(re.findall(r"\w+", name.lower()))
