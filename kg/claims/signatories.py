"""Signatories: the list of parties beside "between", "with" or a verb of signing, with the companies that no table knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.model import Field, Mention, Reading

_RUN = re.compile(r"[A-Z][\w&’'.-]*(?:\s+(?:[A-Z][\w&’'.-]*|&))*")
_LEAD = re.compile(
    r"(?:[Tt]he\s+|[Aa]n?\s+)?(?:(?!(?:of|by|with|and|in|on|for|that|which|who|as|to|from|after|under|at|is|are|was|were|has|have)\b)[a-z][\w-]*\s+){0,5}"
)
_BACK = re.compile(
    r"(?:^|(?<=\s)|(?<=[“\"(]))(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?!(?:of|by|with|and|in|on|for|that|which|who|as|to|from|after|under|at|is|are|was|were)\b)[a-z][\w-]*\s+){0,5}$"
)
_GAP = re.compile(r"\s*(?:\([^()]{2,60}\))?(?:,\s+(?:and\s+)?|\s+(?:and|&|as well as|together with)\s+)")
_BRACKET = re.compile(r"\s*\([^()]{2,60}\)")
_AUX = re.compile(
    r"(?:\s+(?:has|have|had|will|would|is|are|was|were|to|set|due|expected|also|jointly|recently|today|yesterday|earlier|formally|officially|on\s+[A-Z]\w+day))*\s+$"
)
_POSTS = re.compile(
    r"(?:Presidents?|Premiers?|Envoys?|Participants|Members|Representatives|Experts|Diplomats|Lawmakers|Minister|Ministers|Prime|Deputy|Secretary|Chairman|Chairwoman|Chief|Director|Governor|Mayor|Ambassador|King|Queen|Mr|Mrs|Ms|Dr|CEO|Head|Heads|Speaker|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|He|She|They|It|We|I|"
    r"Both|These|Those|This|That|In|On|At|After|Before|During|Following|Earlier|Later|Agreement|Memorandum|Protocol|Treaty|Leaders|Officials|Delegation|Parties|Sides|"
    r"Government|Parliament|Cabinet|State|Republic|Federation)[.’']?"
)
_BODIES = re.compile(
    r"(?:Foreign|Defen[cs]e|Interior|Finance|Trade|Ministr(?:y|ies)|Governments?|Parliaments?|Committees?|Departments?|Chambers?|Commissions?)(?:\s|$)"
)
_FUNCTION = ("ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "PART", "PRON", "SCONJ", "VERB", "NUM")
_KNOWN = ("state", "organisation", "region", "group", "person", "post", "pronoun")


@dataclass(frozen=True)
class Signatories:
    """Lists of parties in one article, companies that are mentions of nothing among them."""

    reading: Reading

    def after(self, start: int, end: int, field: Field) -> list[Mention]:
        """The list that begins at `start`; [] unless it names somebody unknown and two parties at least, or one after "with"."""
        found: list[Mention] = []
        at = start
        while at < end and (item := self._forward(at, end, field)) is not None:
            found.append(item)
            gap = _GAP.match(self._text(field), item.span.end, end)
            if gap is None:
                break
            at = gap.end()
        return self._told(found)

    def before(self, start: int, end: int, field: Field) -> list[Mention]:
        """The list that ends right before the verb at `end`."""
        text = self._text(field)
        found: list[Mention] = []
        aux = _AUX.search(text, start, end)
        at = aux.start() if aux else end
        while at > start and (item := self._backward(start, at, field)) is not None:
            found.insert(0, item)
            lead = _BACK.search(text, start, self._opening(item))
            at = lead.start() if lead else item.span.start
            gap = re.compile(r"(?:,\s+(?:and\s+)?|\s+(?:and|&|as well as)\s+)$").search(text, start, at)
            if gap is None:
                break
            at = gap.start()
        return self._told(found)

    def _text(self, field: Field) -> str:
        return self.reading.document.field(field)

    def _told(self, found: Sequence[Mention]) -> list[Mention]:
        """Is a body among them that no table knows, and nobody who acts for another?"""
        if any(one.kind in ("person", "post", "pronoun", "group") for one in found):
            return []
        return list(found) if any(one.kind == "organisation" and not one.ref for one in found) else []

    def _forward(self, at: int, end: int, field: Field) -> Mention | None:
        """The party at `at`, past its determiner, its descriptors and the adjective of its state."""
        text = self._text(field)
        for _ in range(3):
            known = self._known(at, field)
            if known is not None and (company := self._company(known.span.start, end, field)):
                return company
            if known is not None and known.form == "adjective" and text[known.span.end : known.span.end + 1] == " ":
                at = known.span.end + 1
                continue
            if known is not None:
                return known
            lead = _LEAD.match(text, at, end)
            if lead is None or lead.end() == at:
                return self._company(at, end, field)
            at = lead.end()
        return self._known(at, field) or self._company(at, end, field)

    def _backward(self, start: int, end: int, field: Field) -> Mention | None:
        """The party that ends at `end`, a bracket after it left out."""
        text = self._text(field)
        if text[end - 1 : end] == ")":
            opening = text.rfind("(", start, end)
            end = len(text[:opening].rstrip()) if opening > start else end
        for match in _RUN.finditer(text, start, end):
            if match.end() == end and (company := self._company(match.start(), end, field, end)):
                return company
        return next(
            (
                one
                for one in self.reading.mentions
                if one.kind in _KNOWN and one.span.field == field and one.span.end == end and one.span.start >= start
            ),
            None,
        )

    def _opening(self, item: Mention) -> int:
        """Where the words of a party begin: with the adjective of its state, a descriptor between them or not ("UK oil major BP")."""
        text = self._text(item.span.field)
        for one in self.reading.mentions:
            if (
                one.kind == "state"
                and one.span.field == item.span.field
                and one.span.end < item.span.start
                and re.fullmatch(r"\s(?:(?!(?:and|of|or|the|with)\b)[a-z][\w-]*\s){0,4}", text[one.span.end : item.span.start])
            ):
                return one.span.start
        return item.span.start

    def _known(self, at: int, field: Field) -> Mention | None:
        return next((one for one in self.reading.mentions if one.kind in _KNOWN and one.span.field == field and one.span.start == at), None)

    def _company(self, at: int, end: int, field: Field, last: int = 0) -> Mention | None:
        """A row of capitalised words that is no mention of its own."""
        run = _RUN.match(self._text(field), at, end)
        if run is None or any(_POSTS.fullmatch(word) for word in run.group().split()):
            return None
        text = re.sub(r"[.,’']+$|[’']s$", "", run.group())
        stop = at + len(text)
        over = [one for one in self.reading.mentions if one.span.field == field and one.span.start < stop and at < one.span.end]
        over = [one for one in over if one.kind != "content" and (one.kind != "agreement" or last)]
        adjective = next((one for one in over if one.span.start == at and one.form == "adjective" and one.span.end < stop), None)
        if adjective is not None:
            return self._company(adjective.span.end + 1, end, field, last)
        tags = [tag for start in range(at, stop) if (tag := self._tags.get((field, start)))]
        if not text.isupper() and tags and all(tag in _FUNCTION for tag in tags):
            return None
        if all(_BODIES.match(word) for word in text.split()):
            return None
        if len(text) < 2 or (last and stop != last) or not all(self._minor(one, at, stop) for one in over):
            return None
        span = self.reading.document.span(at, stop, field)
        return Mention("organisation", span, " ".join(span.text.split()), span)

    @cached_property
    def _tags(self) -> dict[tuple[str, int], str]:
        every = [*self.reading.analysis.title, *self.reading.analysis.sentences]
        return {(one.span.field, token.start): token.pos for one in every for token in one.tokens}

    def _minor(self, one: Mention, start: int, end: int) -> bool:
        """Is a mention but a part of a longer name ("Air Malta"), or a place that no table knows?"""
        inside = start <= one.span.start and one.span.end <= end
        return inside and ((one.kind == "place" and not one.ref) or (one.kind == "state" and one.span.end - one.span.start < end - start))
