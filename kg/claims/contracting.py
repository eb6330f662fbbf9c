"""Contracting parties: who the words around an instrument make its parties, as printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from kg.claims.signatories import Signatories
from kg.model import Mention, Reading, Span, Token

KINDS = ("state", "organisation", "region", "person", "group", "post", "pronoun")
LOCATIVE = re.compile(r"\b(?:represented by|in|at|to|near|into|outside|visit(?:s|ed|ing)?|across|through)\s+(?:the\s+)?(?:\w+\s+)?$", re.I)
BESIDE = re.compile(r"(?<!together)(?<!along)(?<!jointly)\swith\s+(?:the\s+)?$", re.I)
TWO = re.compile(
    r"\b(?:between|of|by)\s+(?:the|our|both|these|their|all)\s+(?:two\s+|three\s+)?(?:\w+\s+)?"
    r"(?:countries|states|sides|parties|nations|governments|leaders|presidents)\b",
    re.I,
)
THE_PARTIES = re.compile(r"\b(?:between|of|by)\s+(?:the|all)\s+(?:sides|parties)\b", re.I)  # of any conflict
MULTILATERAL = re.compile(
    r"\b(?:International|Convention|Charter|Covenant|Non-Proliferation|Test Ban|UN|U\.N\.|United Nations|Resolution|Kyoto|Helsinki|Geneva|Paris|WTO"
    r"|Comprehensive Plan|UNSCR|Rome Statute|Area|Accords)\b"
)
MUTUAL = re.compile(r"\b(?:joint|bilateral|inter-?governmental|interstate|mutual|two countries|our countries)\b", re.I)
AUTHORS = re.compile(r"\b(?:from|of) the (?:Governments?|Leaders|Heads of State|Presidents|Foreign Ministers|Ministers) of\s")
SUBJECT = re.compile(r"\s(?:on|to|for|regarding|[Cc]oncerning|Regarding|On|For|in|whereby|that|which|covering|of understanding|worth)\s|[;:.]\s")
CLAUSE = re.compile(
    r"[;:]\s|\b(?:that|says?|said|while|whereas|after|before|when|because|but)\s|,\s(?:and|but)\s(?=\w+\s(?:also|will|has|have|is|are|was|were)\b)"
)
AGENT = re.compile(r"[^.;]{0,60}?\b(?:by|between|in the presence of|attended by|witnessed by|as|with)\s")
OWNED = re.compile(r"\s(?:[Nn]ational\s|[Ff]ederal\s|draft\s)?(?:[Cc]onstitution|Strategy|Constitutional)\b")
LATER = re.compile(
    r"\s*(?:\([^)]{2,12}\)\s*)?(?:(?:which\s)?(?:was\s)?(?:signed|concluded|reached)\s(?:(?:on|in)\s[^,.;]{3,24}?\s)?)?(?:between|among)\s"
)
MEET = re.compile(
    r"\s(?:met|meet|are meeting|have met|held|hold|are holding|began|begin|resumed?|opened)\b[^.]{0,80}\b(?:talks|negotiations|round|consultations)\b"
)
BODIES = re.compile(
    r"(?:Foreign )?(?:Ministr(?:y|ies)|Ministers|Governments?|Parliaments?|Presidents|Leaders|Officials|Delegations?|Memorandum|MO?o?U|Agreement)"
)
DASH = re.compile(r"\s?[-–—/]\s?")


@dataclass(frozen=True)
class Actors:
    """The mentions of one article that can be parties, or act for one."""

    reading: Reading

    @cached_property
    def _every(self) -> list[Mention]:
        return [one for one in self.reading.mentions if one.kind in KINDS and not BODIES.fullmatch(one.name)]

    @cached_property
    def _starts(self) -> list[tuple[bool, int]]:
        return [(one.span.field != "title", one.span.start) for one in self._every]

    def inside(self, start: int, end: int, field: str) -> list[Mention]:
        """Those whose names stand between two offsets, in order."""
        low = bisect_left(self._starts, (field != "title", start - 200))
        high = bisect_left(self._starts, (field != "title", end + 1))
        return [one for one in self._every[low:high] if one.head.start >= start and one.head.end <= end]

    def stands_for(self, one: Mention) -> bool:
        """Does the mention act for someone whom the links know?"""
        return one.kind in ("person", "group", "post", "pronoun") and bool(self.reading.links.principals(one))

    def names(self, mentions: Sequence[Mention]) -> set[str]:
        links = self.reading.links
        return {name.name for one in mentions for name in (links.principals(one) if self.stands_for(one) else links.of(one))}

    def named(self, instrument: Mention) -> tuple[list[Mention], bool]:
        """Parties that the instrument's own words name: "between A and B", "with C", "Russian-Turkish agreements"; and
        whether they are all of them ("with C" leaves the other side open)."""
        span = instrument.span
        opening = re.search(r"\b(?:between|among)\s", span.text) or AUTHORS.search(span.text)
        if opening is None and (later := LATER.match(self.reading.document.field(span.field), span.end)):
            rest = self._rest(span)
            found = self.signatories.after(later.end(), rest.end, span.field) or self._list(rest, later.end())
            if len(found) > 1:
                return found, True
        listed = self.signatories.after(span.start + opening.end(), span.end, span.field) if opening else []
        if len(listed) > 1:
            return listed, True
        found = self._list(span, span.start + opening.end()) if opening else []
        found = found or self._paired(span)
        if found:
            return found, True
        match = re.search(r"\bwith\s", span.text)
        if match is None:  # a member of "agreements with A, B and C" is printed as its party alone
            ends = instrument.name.endswith((f" with {span.text}", f" with the {span.text}"))
            return (self._list(span, span.start) if ends else []), False
        start = span.start + match.end()
        others = self.signatories.after(start, span.end, span.field) or self._list(span, start)
        makers = [one for one in self.inside(span.start, span.start + match.start(), span.field) if one.kind == "organisation"]
        return [*makers, *others], bool(makers and others)  # "a World Bank loan agreement with Chile"

    @cached_property
    def signatories(self) -> Signatories:
        return Signatories(self.reading)

    def _rest(self, span: Span) -> Span:
        """From the name to the end of its sentence."""
        text = self.reading.document.field(span.field)
        stop = re.compile(r"\.\s|[;\n]|$").search(text, span.end)
        return self.reading.document.span(span.start, stop.start() if stop else len(text), span.field)

    def _list(self, span: Span, start: int) -> list[Mention]:
        """States and bodies of a list that begins at `start`: up to the next preposition of subject."""
        stop = SUBJECT.search(self.reading.document.field(span.field), start, span.end)
        every = [
            one
            for one in self.inside(start, stop.start() if stop else span.end, span.field)
            if one.kind in ("state", "organisation", "region", "person")
        ]
        return [one for one in every if not _swallowed(one, every)]

    def _paired(self, span: Span) -> list[Mention]:
        """ "Russian-Turkish", "U.S.-Philippines", "Russia-NATO", "U.S. – Vietnam": parties joined by a dash."""
        every = [one for one in self.inside(span.start, span.end, span.field) if one.kind in ("state", "organisation", "region")]
        text = self.reading.document.field(span.field)
        pair: list[Mention] = []
        for left, right in pairwise(every):
            between = text[left.head.end : right.head.start]
            joined = DASH.fullmatch(between) or (between == " " and left.kind == right.kind == "state")
            if joined and not left.kind == right.kind == "region":
                pair += [right] if pair else [left, right]
            elif pair:
                break
        return pair

    def subjects(self, sentence: Span, cue: int) -> list[Mention]:
        """The actors before the verb at `cue` (an offset in the field) that can be its subject."""
        text = self.reading.document.field(sentence.field)
        marks = list(CLAUSE.finditer(text, sentence.start, cue))
        start = marks[-1].end() if marks else sentence.start
        owner = self.owner(sentence, cue)
        found = owner or self._acting(start, cue, sentence)
        if not owner and (bounds := self._subject(sentence, cue)) is not None:
            inside = [one for one in found if bounds[0] <= one.head.start < bounds[1]]
            found = inside if any(one.kind != "pronoun" or self.stands_for(one) for one in inside) else found
        if any(one.kind in ("state", "organisation", "region") or self.stands_for(one) for one in found) or start == sentence.start:
            return found
        return self._acting(sentence.start, cue, sentence)

    def _subject(self, sentence: Span, cue: int) -> tuple[int, int] | None:
        """From where the subject of the verb at `cue` begins to the next verb, as the tree of its sentence has it."""
        every = self.reading.analysis.title if sentence.field == "title" else self.reading.analysis.sentences
        tokens: Sequence[Token] = next((one.tokens for one in every if one.span == sentence), ()) if self.reading.analysis.parsed else ()
        at = next((number for number, token in enumerate(tokens) if token.start == cue), None)
        for _ in range(5):
            if at is None:
                return None
            top = next((number for number, token in enumerate(tokens) if token.head == at and number != at and token.dep.startswith("nsubj")), None)
            if top is not None:
                below = [token for number, token in enumerate(tokens) if top in _above(tokens, number)]
                end = max(token.end for token in below)
                return min(token.start for token in below), min((one.start for one in tokens if one.pos == "VERB" and one.start >= end), default=cue)
            at = tokens[at].head if tokens[at].dep in ("conj", "xcomp", "advcl") and tokens[at].head >= 0 else None
        return None

    def owner(self, sentence: Span, cue: int) -> list[Mention]:
        """ "Angola's signing of": who owns the noun at `cue`."""
        text = self.reading.document.field(sentence.field)
        near = self.inside(max(sentence.start, cue - 60), cue, sentence.field)
        return [one for one in near if re.fullmatch(r"[’']s?\s+(?:\w+\s+)?", text[one.head.end : cue])][-1:]

    def _acting(self, start: int, end: int, sentence: Span) -> list[Mention]:
        text = self.reading.document.field(sentence.field)
        found = [
            one
            for one in self.inside(start, end, sentence.field)
            if not LOCATIVE.search(text, max(sentence.start, one.span.start - 25), one.span.start)
        ]
        found = [one for one in found if one.kind != "state" or not BESIDE.search(text, max(sentence.start, one.span.start - 25), one.span.start)]
        found = [one for one in found if one.kind != "region" and text[one.span.start - 1 : one.span.start] != "("]
        return [one for one in found if not _swallowed(one, found) and not self._possessor(one, found)]

    def _possessor(self, one: Mention, found: Sequence[Mention]) -> bool:
        """ "Chile's Ministry of Justice": the body acts, not its state."""
        text = self.reading.document.field(one.head.field)
        after = [other for other in found if other.kind == "organisation" and other.head.start > one.head.end]
        return one.kind == "state" and any(re.fullmatch(r"[’']s?\s", text[one.head.end : other.head.start]) for other in after)

    def agents(self, sentence: Span, start: int) -> list[Mention]:
        """The actors that "by", "between" or "in the presence of" brings in after the verb of a passive."""
        match = AGENT.match(self.reading.document.field(sentence.field), start, sentence.end)
        if match is None:
            return []
        return self.signatories.after(match.end(), sentence.end, sentence.field) or self._acting(match.end(), sentence.end, sentence)

    def signing(self, sentence: Span, cue: int) -> list[Mention]:
        """The list right before a verb of signing, where it names a company."""
        marks = list(CLAUSE.finditer(self.reading.document.field(sentence.field), sentence.start, cue))
        return self.signatories.before(marks[-1].end() if marks else sentence.start, cue, sentence.field)

    def owning(self, title: Mention) -> list[Mention]:
        """Whose document it is by its name: "the EU constitution", "Norwegian National Strategy on Reefs"."""
        first = self.inside(title.span.start, title.span.end, title.span.field)[:1]
        owned = OWNED.match(title.span.text, len(first[0].head.text)) if first and first[0].span.start == title.span.start else None
        return first if owned and first[0].kind in ("state", "organisation") else []

    def gathered(self, sentence: Span) -> list[Mention]:
        """The states listed as the subject of the sentence before, where they "met for talks"."""
        text = self.reading.document.field(sentence.field)
        earlier = text[max(0, sentence.start - 400) : sentence.start].rstrip(' \n"”')
        begin = sentence.start - len(text[max(0, sentence.start - 400) : sentence.start]) + max(earlier[:-1].rfind(". "), earlier.rfind("\n")) + 1
        meet = MEET.search(text, max(0, begin), sentence.start)
        if meet is None:
            return []
        states = [one for one in self.inside(max(0, begin), meet.start(), sentence.field) if one.kind in ("state", "organisation")]
        joined = all(re.fullmatch(r",?\s(?:and\s)?(?:the\s)?|,\s", text[one.head.end : other.head.start]) for one, other in pairwise(states))
        return states if len(states) > 1 and joined else []

    def together(self, sentence: Span, before: int) -> list[Mention]:
        """ "the two countries" of a sentence that names two states before an offset: those two."""
        found = [one for one in self.inside(sentence.start, before, sentence.field) if one.kind in ("state", "organisation")]
        names = list({one.name: one for one in found}.values())
        return names[-2:] if len(names) == 2 else []

    @cached_property
    def _counts(self) -> tuple[Counter[str], dict[str, Mention]]:
        totals: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for one in self._every:
            acting = self.reading.links.principals(one) if one.kind in ("person", "group", "post", "pronoun") else ()
            for principal in acting:
                if principal.kind in ("state", "organisation"):
                    first.setdefault(principal.name, principal)
                    totals[principal.name] += 3 if one.span.field == "title" else 1
        return totals, first

    @cached_property
    def pair(self) -> list[Mention]:
        """The two states or organisations whose people act in the article, [] if no two stand out."""
        totals, first = self._counts
        best = sorted(totals, key=lambda name: (-totals[name], name))
        if len(best) < 2 or (len(best) > 2 and totals[best[2]] * 2 > totals[best[1]]):
            return []
        return [first[name] for name in best[:2]]

    def host(self, sentence: Span) -> list[Mention]:
        """The organisation that "the summit participants", "the leaders" of an article belong to: the one most spoken of."""
        organisations = [one for one in self._every if one.kind == "organisation" and one.ref]
        counts = Counter(one.name for one in organisations)
        if not counts:
            return []
        name, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
        return [next(one for one in organisations if one.name == name)] if count > 2 else []


def _above(tokens: Sequence[Token], number: int) -> list[int]:
    """The word itself and those it hangs on, up to the root."""
    chain = [number]
    while 0 <= (head := tokens[chain[-1]].head) != chain[-1] and len(chain) < 40:
        chain.append(head)
    return chain


def _swallowed(one: Mention, every: Sequence[Mention]) -> bool:
    """Is it named only inside the name of a body or the title of a person of the list?"""
    return any(other is not one and other.span.covers(one.span) and other.span != one.span and other.kind != "state" for other in every)
