"""Publishers: the state whose public a publisher speaks to, and whether its government publishes."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from kg.ontology.lexicon import lexicon
from kg.ontology.outlets import outlets
from kg.ontology.rows import Row

_OFFICIAL = re.compile(r"\b(?:ministry|government|embassy|consulate|presidency|chancellery|department|parliament|foreign office|office of the)\b")
_OFFICES = frozenset("gov gob gouv govt mil mfa president premier kremlin".split())  # labels of their addresses


@lru_cache(maxsize=512)
def home(publisher: str, url: str) -> tuple[str, bool]:
    """The state whose public a publisher speaks to, by its key, "" if unknown, and whether its government publishes."""
    found, host = _outlet(publisher, url), _host(url)
    if found is not None:
        return found.within, found.type == "government"
    official = _OFFICIAL.search(publisher.casefold()) is not None
    if state := _state(publisher):
        return state, official
    if (office := outlets().inside(publisher)) is not None:
        return office.within, True
    return outlets().country(host), official or not _OFFICES.isdisjoint(host.split("."))


def national(publisher: str, url: str) -> str:
    """The state whose paper or agency publishes, by its key, "" for governments, and for those who write for the world."""
    key, official = home(publisher, url)
    found = _outlet(publisher, url)
    return "" if official or (found is not None and found.audience == "world") else key


def _outlet(publisher: str, url: str) -> Row | None:
    """The outlet by its name, else by its address; one with a state before one that writes for the world from none."""
    every = [one for one in (outlets().named(publisher), outlets().at(_host(url))) if one is not None]
    return next((one for one in every if one.within), every[0] if every else None)


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _state(publisher: str) -> str:
    """Key of the state that a publisher's name holds ("Ministry of Trade of Kazakhstan"), the longest name first; "" if none."""
    names = publisher.split()
    for size in (4, 3, 2, 1):
        for start in range(len(names) - size + 1):
            senses = lexicon().find(" ".join(names[start : start + size]).strip("(),"))
            if senses and senses[0].row.kind == "state":
                return senses[0].row.key
    return ""
