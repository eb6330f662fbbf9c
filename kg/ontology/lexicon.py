"""The lexicon: what names of states, organisations, regions, places, currencies and posts stand for.

`lexicon()` reads ontology/reference once. Lookups are by exact surface form with the case as printed (`find`) or, for
posts, by words. A form can stand for several rows ("Congolese", "Georgia"); context decides in kg/mentions/parties.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType

from kg.ontology.files import folder
from kg.ontology.rows import Form, Membership, Name, Row, read

__all__ = ["Lexicon", "Membership", "Name", "Row", "Sense", "lexicon"]

OUTLETS = "outlets.ttl"  # kg/ontology/outlets.py reads it, where publishers are asked for
WORD = re.compile(r"[\w]+(?:[’'][\w]+)*")


@dataclass(frozen=True, slots=True)
class Sense:
    """A surface form read as a name of a row."""

    row: Row
    name: Name

    @property
    def form(self) -> Form:
        return self.name.form


@dataclass(frozen=True)
class Lexicon:
    """All reference rows by key, with lookups by surface form."""

    rows: Mapping[str, Row]
    memberships: tuple[Membership, ...] = field(default=(), repr=False)

    @cached_property
    def forms(self) -> Mapping[str, tuple[Sense, ...]]:
        """Senses of each surface form of a state, organisation, region or place; states before organisations before places."""
        order = ("state", "organisation", "region", "place")
        found: dict[str, list[Sense]] = defaultdict(list)
        for row in sorted(self.rows.values(), key=lambda row: (order.index(row.kind) if row.kind in order else len(order), row.key)):
            if row.kind in order:
                for name in row.names:
                    if all(sense.row != row for sense in found[name.text]):
                        found[name.text].append(Sense(row, name))
        return MappingProxyType({text: tuple(senses) for text, senses in found.items()})

    def find(self, text: str) -> tuple[Sense, ...]:
        """What `text`, as printed, may stand for; an article before it does not matter."""
        return self.forms.get(text) or self.forms.get(text.removeprefix("the ").removeprefix("The "), ())

    def _named(self, text: str, kind: str) -> Row | None:
        return next((sense.row for sense in self.find(text) if sense.row.kind == kind and sense.form not in ("adjective", "people", "capital")), None)

    def state(self, text: str) -> Row | None:
        """The state of a name, ISO code or key ("Türkiye", "TUR", "state/TUR")."""
        return self._named(text, "state") or self.rows.get(f"state/{text}") or (self.rows.get(text) if text.startswith("state/") else None)

    def organisation(self, text: str) -> Row | None:
        return self._named(text, "organisation")

    def place(self, text: str) -> Row | None:
        return self._named(text, "place")

    def capital_of(self, text: str, on: date | None = None) -> Row | None:
        """The state that has (on that day) its capital in `text`: newspapers say "Moscow" for Russia."""
        day = on.isoformat() if on else ""
        for row in self._capitals.get(text, ()):
            past = day and not Name(row.name, "name", row.valid_from, row.valid_to).holds(day)
            if not past and any(one.text == text and one.form == "capital" and (not day or one.holds(day)) for one in row.names):
                return row
        return None

    @cached_property
    def _capitals(self) -> Mapping[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows.values():
            for text in row.forms("capital"):
                if row not in found[text]:
                    found[text].append(row)
        return {text: tuple(sorted(rows, key=lambda row: (row.valid_to != "", row.key))) for text, rows in found.items()}

    def capital(self, key: str, on: date) -> str:
        """The capital of a state on a day, "" if unknown; the first name given where spellings vary."""
        names = self.rows[key].names
        valid = [one for one in names if one.form == "capital" and one.holds(on.isoformat())]
        return max(valid, key=lambda one: one.valid_from).text if valid else ""

    def name(self, key: str, on: date) -> str:
        """The common name of a state on a day (Macedonia until 2019-02-11, North Macedonia after)."""
        valid = [one for one in self.rows[key].names if one.form == "name" and one.holds(on.isoformat())]
        return max(valid, key=lambda one: one.valid_from).text if valid else self.rows[key].name

    def members(self, organisation: str, on: date) -> tuple[str, ...]:
        """Keys of the states that were members on a day, sorted; () where the tables hold no members."""
        day = on.isoformat()
        found = [
            one.member
            for one in self.memberships
            if one.organisation == organisation and one.valid_from <= day and (not one.valid_to or day <= one.valid_to)
        ]
        return tuple(sorted(found))

    def currency(self, text: str) -> Row | None:
        """The currency of an ISO code or a name ("tenge", "US dollars")."""
        key = f"currency/{text}"
        return self.rows.get(key) or self._currencies.get(_flat(text)) or self._currencies.get(_flat(text).removesuffix("s"))

    @cached_property
    def _currencies(self) -> Mapping[str, Row]:
        return {_flat(name.text): row for row in self.rows.values() if row.kind == "currency" for name in row.names}

    @cached_property
    def _roles(self) -> Mapping[str, Row]:
        found: dict[str, Row] = {}
        for row in self.rows.values():
            if row.kind == "role":
                for name in row.names:
                    found.setdefault(_flat(name.text), row)
        return found

    def role(self, post: str) -> Row | None:
        """The role a printed post normalises to ("Deputy Minister of Foreign Affairs" is a deputy foreign minister), by
        the whole label, then by the longest label its words begin or end with; None where no label fits."""
        words = _flat(post).split()
        exact = self._roles.get(" ".join(words))
        if exact:
            return exact
        for size in range(len(words) - 1, 0, -1):
            head, tail = " ".join(words[:size]), " ".join(words[-size:])
            best = self._roles.get(head) or (self._roles.get(tail) if not RANKED.search(" ".join(words[:-size])) else None)
            if best:
                return best
        return None


RANKED = re.compile(r"\b(?:deputy|vice|assistant|under|former)\b")


def _flat(text: str) -> str:
    return " ".join(WORD.findall(text.casefold().replace("’", "'")))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The shipped reference tables."""
    rows, members = read(sorted(one for one in (folder("ontology") / "reference").glob("*.ttl") if one.name != OUTLETS))
    return Lexicon(MappingProxyType({row.key: row for row in rows}), members)
