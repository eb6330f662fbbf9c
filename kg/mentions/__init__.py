"""Mentions: people with titles, parties, posts, pronouns, groups, dates, amounts, instruments, occasions, quotations."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kg.mentions import affiliations, amounts, anaphors, dates, instruments, occasions, parties, people, posts, quotations, titles, words
from kg.mentions.vocabularies import HEADS
from kg.model import Analysis, Field, Mention

# what can be found on its own; people and anaphors are read around what these found
FINDERS: Mapping[str, Callable[[Analysis], list[Mention]]] = {
    "parties": parties.find,
    "dates": dates.find,
    "amounts": amounts.find,
    "instruments": instruments.find,
    "occasions": occasions.find,
    "quotations": quotations.find,
}
FIELDS: tuple[Field, ...] = ("title", "text")


def find(analysis: Analysis) -> tuple[Mention, ...]:
    """Every mention of the article, title first, then by position; where two readings of the same words disagree, one."""
    found = {name: list(finder(analysis)) for name, finder in FINDERS.items()}
    persons, bodies, others = _people(analysis, found["parties"], found["instruments"])
    named = _outside(found.pop("parties"), persons)
    phrases = [one.span for one in persons if one.titles]
    others = [one for one in others if one.kind != "group" or not any(span.covers(one.span) for span in phrases)]
    every = [*named, *persons, *_outside(bodies, named), *others, *(mention for mentions in found.values() for mention in mentions)]
    return tuple(sorted(dict.fromkeys(every), key=_position))


def _people(analysis: Analysis, named: Sequence[Mention], agreed: Sequence[Mention]) -> tuple[list[Mention], list[Mention], list[Mention]]:
    """Persons, the bodies only their titles name, and the anaphors."""
    fields, left = [], []
    for name in FIELDS:
        scanned = words.scan(analysis, name, named)
        phrases = posts.find(scanned)
        namings, bound = titles.join(scanned, phrases)
        fields.append((scanned, namings))
        left.append((scanned, [post for number, post in enumerate(phrases) if number not in bound]))
    persons, bodies = people.find(fields)
    others = anaphors.find(left, [*agreed, *named])
    held = [one for one in others if one.titles]
    settled = affiliations.settle(analysis, persons, named, held)
    return settled[: len(persons)], bodies, settled[len(persons) :] + [one for one in others if not one.titles]


def _outside(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The mentions that do not stand inside the name of another ("Jordan" in "Michael Jordan") and, where no table knows
    them, neither run into one nor are a post ("Treasury Ann Reed", "Deputy Security Advisor")."""
    covered: dict[Field, set[int]] = {name: set() for name in FIELDS}
    for one in others:
        covered[one.head.field].update(range(one.head.start, one.head.end))
    told = [title.post for one in others for title in one.titles]

    def apart(mention: Mention) -> bool:
        head, inside = mention.head, covered[mention.head.field]
        if head.start in inside or (not mention.ref and head.end - 1 in inside):
            return False
        post = not mention.ref and HEADS & set(head.text.lower().split())
        return not (post and any(span.overlaps(head) for span in told))

    return [mention for mention in mentions if apart(mention)]


def _position(mention: Mention) -> tuple[bool, int, int, str, str]:
    return mention.span.field != "title", mention.span.start, -mention.span.end, mention.kind, mention.name
