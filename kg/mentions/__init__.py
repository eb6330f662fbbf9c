"""Mentions: people with titles, parties, posts, pronouns, groups, dates, amounts, instruments, occasions, quotations."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from kg.mentions import affiliations, anaphors, people, posts, quotations, titles, words
from kg.model import Analysis, Field, Mention

# modules whose `find(analysis)` yields mentions of their own; parties are found first, people are read around them
FINDERS = ("parties", "dates", "amounts", "instruments", "occasions")
FIELDS: tuple[Field, ...] = ("title", "text")


def find(analysis: Analysis) -> tuple[Mention, ...]:
    """Every mention of the article, title first, then by position; where two readings of the same words disagree, one."""
    found = {name: _call(name, analysis) for name in FINDERS}
    persons, bodies, others = _people(analysis, found["parties"], found["instruments"])
    parties = _outside(found.pop("parties"), persons)
    phrases = [one.span for one in persons if one.titles]
    others = [one for one in others if one.kind != "group" or not any(span.covers(one.span) for span in phrases)]
    quoted = quotations.find(analysis)
    every = [*parties, *persons, *_outside(bodies, parties), *others, *quoted, *(mention for finder in found.values() for mention in finder)]
    return tuple(sorted(dict.fromkeys(every), key=_position))


def _call(name: str, analysis: Analysis) -> list[Mention]:
    if find_spec(f"kg.mentions.{name}") is None:
        return []
    module = import_module(f"kg.mentions.{name}")
    return list(module.find(analysis))


def _people(analysis: Analysis, parties: Sequence[Mention], instruments: Sequence[Mention]) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """Persons, the bodies only their titles name, and the anaphors."""
    fields, left = [], []
    for name in FIELDS:
        scanned = words.scan(analysis, name, parties)
        phrases = posts.find(scanned)
        namings, bound = titles.join(scanned, phrases)
        fields.append((scanned, namings))
        left.append((scanned, [post for number, post in enumerate(phrases) if number not in bound]))
    persons, bodies = people.find(fields)
    others = anaphors.find(left, [*instruments, *parties])
    held = [one for one in others if one.titles]
    settled = affiliations.settle(analysis, persons, parties, held)
    return settled[: len(persons)], bodies, settled[len(persons) :] + [one for one in others if not one.titles]


def _outside(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The mentions that do not stand inside the name of another ("Jordan" in "Michael Jordan")."""
    covered = {(one.head.field, at) for one in others for at in range(one.head.start, one.head.end)}
    return [mention for mention in mentions if (mention.head.field, mention.head.start) not in covered]


def _position(mention: Mention) -> tuple[bool, int, int, str, str]:
    return mention.span.field != "title", mention.span.start, -mention.span.end, mention.kind, mention.name
