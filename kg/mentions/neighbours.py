"""Neighbours: the state named near a title, where one alone can be meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.mentions.registers import Finder, Register, foreign, office, rank
from kg.model import Document, Mention, Title
from kg.ontology.lexicon import lexicon
from kg.ontology.posts import posts as tables

_TOPS = ("president", "prime minister", "king")
_LONG = 400
FAR = 10_000
_SENTENCE = re.compile(r"(?<![A-Z])[.!?]\s|\n\n")
_ANYWHERE = frozenset("chairman chairwoman chairperson chair head director chief commander official lawmaker mayor governor".split())
_VISITED = re.compile(  # who goes to a state is not of it
    r"\b(?:(?:visit|trip|travel|visits|tour)\s+(?:to|of)|visit(?:s|ed|ing)?|arriv(?:ed|es|ing)\s+(?:\w+\s+)?in|travel(?:s|l?ed|l?ing)\s+to|departed\s+for|left\s+for"
    r"|is\s+in)\s+(?:the\s+)?(?:[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?,\s+)?$"
)
_LOCATED = re.compile(r"\b(?i:in|to|for|at|from|left|leaves)\s+(?:the\s+)?(?:[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?,\s+)?$")
_COUNTERPART = re.compile(r"\s+(?:counterparts?|delegations?|sides?|guests?|visitors?|team)\b")


def met(document: Document, persons: Sequence[Mention], states: Sequence[Mention]) -> dict[str, set[str]]:
    """For each person with a title the states of those it meets: who meet are of different states."""
    found: dict[str, set[str]] = {}
    theirs = [(one, of.ref) for one in persons for given in one.titles for of in given.of]
    theirs += [(one, one.ref) for one in states if _COUNTERPART.match(document.field(one.span.field), one.span.end)]
    gone = visits(document, persons, states)
    for person in persons:
        for title in person.titles:
            mine = found.setdefault(person.name, set())
            mine |= {ref for other, ref in theirs if other.name != person.name and _together(document, other, title)}
            mine |= gone.get(person.name, set())
    return found


def visits(document: Document, persons: Sequence[Mention], states: Sequence[Mention]) -> dict[str, set[str]]:
    """For each person with a title the states that it is said to go to."""
    gone = [one for one in states if _VISITED.search(document.field(one.span.field)[max(0, one.span.start - 60) : one.span.start])]
    found: dict[str, set[str]] = {}
    for person in persons if gone else ():
        if person.titles:
            found.setdefault(person.name, set()).update(one.ref for one in gone if _goes(document, person, one, persons))
    return found


def _goes(document: Document, person: Mention, state: Mention, persons: Sequence[Mention]) -> bool:
    """Is it this person who goes to the state: named before it in its sentence, nobody else between?"""
    first, last = person.span, state.span
    if first.field != last.field or not 0 <= last.start - first.end < _LONG:
        return False
    between = any(one is not person and first.end <= one.span.start < last.start and one.span.field == last.field for one in persons)
    return not between and not _SENTENCE.search(document.field(first.field)[first.end : last.start])


def around(
    document: Document, states: Sequence[Mention], persons: Sequence[Mention], posts: Sequence[Mention], meets: Mapping[str, set[str]]
) -> Finder:
    """The one state named before the title in its sentence, else the only one that can be meant, or by far the most named."""
    counts = Counter(one.ref for one in states)
    counts.update(one.ref for one in states if one.head.field == "title")
    unnamed = {one.head: office(title.post.text) for post in posts for title in post.titles for one in (*title.of, *title.to)}
    living = [one for one in states if one.form != "capital" and not _gone(document, one)]

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        if _silent(title):
            return None
        if (homes := tables().only.get(" ".join(title.post.text.lower().split()))) is not None:
            return next((one for one in states if one.ref in homes), None)  # a "Secretary of State" is no other state's
        fit = [one for one in living if register.free(person.name, title, one) and not foreign(title, one.ref)]
        fit = [one for one in fit if one.ref not in meets.get(person.name, set())]
        if title.status == "former":  # a successor tells the state
            fit = [one for one in fit if (rank(title.post.text), one.ref) in register.held] or fit
        close = [one for one in fit if distance(document, one, title) < FAR]
        if not close:  # a state printed with somebody else's title says nothing of this one
            bound = {of for one in persons if one.name != person.name for given in one.titles for of in (*given.of, *given.to)}
            fit = [one for one in fit if one not in bound and unnamed.get(one.head, _noun(title)).split()[-1:] == _noun(title).split()[-1:]]
        ranked = Counter(one.ref for one in close or fit).most_common(2)
        if len(ranked) > 1 and (close or ranked[0][1] < _CLEARLY * ranked[1][1]):
            return None  # two states could be meant: a guess would be worse than silence
        if not close and fit and counts[ranked[0][0]] == 1:
            return None  # a state named once, elsewhere
        return _likeliest(document, title, fit, counts, register)

    return find


def _gone(document: Document, state: Mention) -> bool:
    """Had the state ceased to be when the article was published?"""
    until = lexicon().rows[state.ref].valid_to
    return bool(until) and (not document.published or until < str(document.published))


def _noun(title: Title) -> str:
    """The post without what it is for: "Minister of Trade" is a "minister"."""
    return re.split(r" (?:of|for|to|on) ", office(title.post.text))[0]


def _silent(title: Title) -> bool:
    """Does the post say nothing of a state: leaders and heads of just any body, ambassadors by where they go, and headlines,
    which shorten "Secretary of State" and "Press Secretary"?"""
    last = office(title.post.text).split()[-1:]
    bare = _noun(title).split()
    top = office(title.post.text) in ("head of state", "head of government")
    if not bare or last[0] in tables().unaffiliated or (bare[-1] in _ANYWHERE and not top):
        return True
    return bool(title.to) or bare in (["ambassador"], ["high", "commissioner"]) or (bare == ["secretary"] and title.post.field == "title")


def _likeliest(document: Document, title: Title, fit: Sequence[Mention], counts: Counter[str], register: Register) -> Mention | None:
    """Of the mentions that fit, that of a state without a head of its own yet, near, often named; none that is only a place."""
    heads = rank(title.post.text) in _TOPS and title.status != "former"
    top = {of for post, of in register.held if post in _TOPS} if heads else set()
    best = min(
        fit,
        key=lambda one: (one.ref in top, distance(document, one, title), -counts[one.ref], one.span.field != "text", one.span.start),
        default=None,
    )
    placed = best is None or all(_located(document, one, title) for one in fit if one.ref == best.ref)
    return None if placed else best


_CLEARLY = 3  # a state named so many times as often as any other is what the article is about
_RECEIVED = re.compile(
    r"\b(?:with|by|met|receive[ds]?|hosted|greeted|welcomed|counterpart|visited|told|called)\s+(?:(?!(?:and|as|since|that|who|which|when)\b)[\w’'-]+\s+){0,4}$"
)


def _together(document: Document, other: Mention, title: Title) -> bool:
    """Does the other person stand after the title in one sentence with it, or before it as one who is met or received?"""
    first, last = title.post, other.head
    if last.end <= first.start and last.field == first.field and first.start - last.end < _LONG:
        between = document.field(first.field)[last.end : first.start]
        if other.kind == "state" and document.field(first.field)[: last.start].endswith((" with his ", " with her ")):
            return _SENTENCE.search(between) is None  # "In talks with his Kenyan counterpart Prime Minister X said"
        return _RECEIVED.search(between) is not None and not _SENTENCE.search(between)
    if first.start > last.start or first.field != last.field or last.start - first.end > _LONG:
        return False
    return not _SENTENCE.search(document.field(first.field)[first.end : last.start])


def _located(document: Document, state: Mention, title: Title) -> bool:
    """Is a state printed only as a place ("in Quito, Ecuador") or as the letters of the one before it ("(US)")? A place is
    where its president is met."""
    before = document.field(state.span.field)[max(0, state.span.start - 40) : state.span.start]
    return state.form == "name" and (before.endswith("(") or (rank(title.post.text) not in _TOPS and _LOCATED.search(before) is not None))


def distance(document: Document, state: Mention, title: Title) -> int:
    """How many characters a state stands before a title in the same sentence; a large number elsewhere."""
    apart = title.post.start - state.head.end
    if state.head.field != title.post.field or not 0 <= apart < FAR:
        return FAR
    between = document.field(title.post.field)[state.head.end : title.post.start]
    return FAR if _SENTENCE.search(between) else apart
