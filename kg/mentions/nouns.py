"""Nouns of posts: "minister" of "Ministers", and which parties a post can be of."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.mentions.vocabularies import BODIES, GOVERNMENTAL, HEADS, PLURALS
from kg.model import Mention
from kg.ontology.lexicon import lexicon
from kg.ontology.posts import posts

_CHAMBER = re.compile(r"\bChambers? of (?:\w+ and )?(?:Commerce|Trade|Industr)")
_COUNCIL = re.compile(r" (?:Council|Agency) for ")  # after a state's name: "China Council for the Promotion of Trade"
_HYPHENED = ("ex", "then", "vice", "deputy", "co")


@lru_cache(maxsize=16_384)
def noun_of(low: str) -> tuple[str, bool]:
    """The singular post noun of a word and whether it is plural; "" for other words."""
    if low in HEADS:
        return low, False
    if low in PLURALS:
        return PLURALS[low], True
    base, hyphen, tail = low.rpartition("-")
    if hyphen and (tail in ("elect", "designate", "chief", "general", "large") or base in _HYPHENED):
        core = tail if base in _HYPHENED else base.removesuffix("-at").removesuffix("-in")
        return (core, False) if core in HEADS else ("", False)
    return "", False


def seat(party: Mention) -> Mention | None:
    """The state whose capital a place is, as meant by "Berlin's foreign minister"."""
    row = lexicon().capital_of(party.name) if party.kind == "place" else None
    return Mention("state", party.span, row.name, party.head, row.key, form="capital") if row else None


def serves(party: Mention) -> bool:
    """Can a post be of this party: a state by its own name, or a body that is no state's own?"""
    if party.kind != "organisation":
        return party.kind == "state" and party.form != "capital"
    named = re.split(r" (?:of|for|on) ", party.head.text)[0].lower().split()
    own = (any(word in GOVERNMENTAL for word in named) and named[-1] not in BODIES) or party.head.text.lower().endswith(
        ("central bank", "national bank")
    )
    if own and named[-1] in ("commission", "secretariat", "parliament"):  # "ECOWAS Commission"
        first = lexicon().find(party.head.text.split()[0])
        own = not any(sense.row.kind == "organisation" and sense.row.key not in posts().bodies for sense in first)
    stated = lexicon().find(_COUNCIL.split(party.head.text)[0])
    own = own and not _CHAMBER.search(party.head.text) and not any(sense.form == "name" for sense in stated)
    return party.ref not in posts().bodies and (bool(party.ref) or not own)
