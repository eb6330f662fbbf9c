"""Appellations: which names a common noun of a body or an instrument can stand for ("the newspaper", "the treaty")."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.ontology.lexicon import lexicon

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


# what kind of body in the reference tables (`Row.type`) a noun can stand for, whatever its name: "the bloc" for ASEAN
_KINDS: Mapping[str, frozenset[str]] = {
    noun: frozenset(kinds.split())
    for noun, kinds in {
        "organization": "organisation alliance union agency",
        "organisation": "organisation alliance union agency",
        "bloc": "organisation alliance union group",
        "grouping": "organisation alliance union group",
        "group": "group",
        "alliance": "alliance",
        "union": "union",
        "agency": "agency",
        "bank": "bank",
        "fund": "fund",
    }.items()
}


def fits(noun: str, name: str, ref: str = "") -> bool:
    """Can "the `noun`" stand for what bears this name? Each noun stands for names that hold it, a few for some others too;
    for a body of the reference tables (`ref`, its key) its kind tells as well."""
    row = lexicon().rows.get(ref)
    if row is not None and row.kind == "organisation" and row.type in _KINDS.get(noun, ()):
        return True
    return not _FITTING.get(noun, frozenset((noun,))).isdisjoint(re.findall(r"\w+", name.lower()))
