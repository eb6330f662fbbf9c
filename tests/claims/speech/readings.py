"""Readings of invented sentences: what the statements and commitments of a short text are, by speaker and words."""

from __future__ import annotations

from functools import cache

from kg.claims import commitments, statements
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Filler, Reading

Fact = tuple[tuple[str, ...], str]


@cache
def reading(text: str, pipeline: str | None = None) -> Reading:
    analysis = next(iter(analyse([Document("t", text)], pipeline)))
    mentions = find(analysis)
    return Reading(analysis, mentions, link(analysis, mentions))


def named(read: Reading, claim: Claim, role: str) -> tuple[str, ...]:
    """Who fills a role, resolved, without repeats, in the order printed."""

    def meant(filler: Filler) -> tuple[str, ...]:
        found = read.links.principals(filler.mention) if filler.principal else read.links.of(filler.mention)
        return tuple(one.name for one in found)

    return tuple(dict.fromkeys(name for filler in claim.fillers if filler.role == role for name in meant(filler)))


def said(text: str, pipeline: str | None = None) -> list[Fact]:
    read = reading(text, pipeline)
    return [(named(read, claim, "speaker"), claim.evidence[0].text) for claim in statements.extract(read)]


def modes(text: str, pipeline: str | None = None) -> list[str]:
    return [claim.value("mode") for claim in statements.extract(reading(text, pipeline))]


def undertaken(text: str, pipeline: str | None = None) -> list[Fact]:
    read = reading(text, pipeline)
    return [(named(read, claim, "party"), claim.evidence[0].text) for claim in commitments.extract(read)]
