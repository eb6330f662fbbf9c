"""Registers: who holds which post of which state, as far as an article has said it, and how posts compare."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from kg.model import Mention, Title
from kg.ontology import posts

_WORD = re.compile(r"[\w'’-]+")
_SINGLE = frozenset("president minister premier king queen emir amir sultan pope secretary advisor adviser speaker".split())
_RANKS = frozenset("first deputy vice assistant acting senior".split())
_ABBREVIATED = {"pm": "prime minister", "fm": "foreign minister", "dpm": "deputy prime minister"}


@dataclass(slots=True)
class Register:
    """Who holds which post of which state, as far as the article has said it."""

    held: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    served: dict[str, list[tuple[str, Mention]]] = field(default_factory=dict)

    def note(self, person: str, title: Title, of: Mention) -> None:
        post, status = office(title.post.text), title.status
        if status in ("current", "acting"):
            self.held.setdefault((rank(title.post.text), of.ref or of.name), set()).add(person)
        self.served.setdefault(person, []).append((post, of))

    def free(self, person: str, title: Title, of: Mention) -> bool:
        """Can `person` hold the post, or have held it: does nobody else hold it?"""
        return not unique(title.post.text) or title.status == "former" or self.held.get((rank(title.post.text), of.ref or of.name), set()) <= {person}


Finder = Callable[[Mention, Title, Register], Mention | None]


@lru_cache(maxsize=10_000)
def office(text: str) -> str:
    """The post, for comparison: "Deputy Ministers-designate of the Economy" → "deputy minister of economy"."""
    words = [re.sub(r"-(?:elect|designate)$", "", word.lower()).replace("minster", "minister") for word in _WORD.findall(text)]
    return " ".join(_ABBREVIATED.get(word, word) for word in words if word != "the").removesuffix("s")


def rank(text: str) -> str:
    """The post, one word for the heads of government of all states: no state has two of them."""
    post = office(text)
    return "prime minister" if post in ("premier", "chancellor", "federal chancellor") else post


def portfolio(text: str) -> str:
    """What a minister and the deputies share ("deputy minister of trade" and "trade minister": "minister trade"); "" of others."""
    words = [word for word in office(text).replace("minster", "minister").split() if word not in ("of", "for", "and", "affair", "affairs")]
    bare = [word for word in words if word not in _RANKS]
    return " ".join(sorted(bare)) if "minister" in bare and len(bare) > 1 and "prime" not in bare and "state" not in words else ""


@lru_cache(maxsize=10_000)
def unique(text: str) -> bool:
    """Does a state have one such post only: a president, a minister of trade; not a deputy, a director, a senator?"""
    post = rank(text)
    bare = re.split(r" (?:of|for|to|on) ", post)[0].split()
    return (
        bool(bare)
        and bare[-1] in _SINGLE
        and bare[0] not in ("deputy", "vice", "assistant", "senior", "special", "state")
        and bare[:2] != ["first", "deputy"]
    )


def foreign(title: Title, key: str) -> bool:
    """Is this a post that the state of `key` does not have?"""
    return posts.foreign(office(title.post.text), key)
