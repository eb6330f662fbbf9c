"""Clauses: who acts in the sentences of an article, and in which part of them, as the trees tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.model import Analysis, Mention, Sentence, Token

_SUBJECTS = ("nsubj", "nsubj:pass")
_RELATIVES = ("who", "whom", "that", "which")
_JOINED = ("conj", "appos", "flat")


class Clauses:
    """The persons, posts and pronouns of an article by the sentences they stand in."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention]) -> None:
        self._sentences = analysis.sentences if analysis.parsed else ()
        self._mentions = mentions

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self._sentences]

    @cached_property
    def _actors(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for one in self._mentions:
            if one.kind in ("person", "post", "pronoun") and not one.plural and one.span.field == "text":
                found.setdefault(bisect_right(self._starts, one.head.start), []).append(one)
        return found

    def around(self, pronoun: Mention) -> Iterator[Mention]:
        """Who acts in the clauses that hold the pronoun, the nearest first: "X said Y would bring his aide" → Y, X. Not
        whoever acts in the very clause of which it is an object."""
        for sentence, at, verb, subject in self._governing(pronoun):
            bound = sentence.tokens[at].dep in ("obj", "iobj", "obl") and sentence.tokens[at].head == verb
            if subject < at and not bound and (actor := self._at(pronoun, sentence, subject)) is not None:
                yield actor

    def after(self, pronoun: Mention) -> Mention | None:
        """Who acts behind the phrase that opens the sentence and holds the pronoun: "In his speech, X said" → X."""
        for sentence, at, verb, subject in self._governing(pronoun):
            return self._at(pronoun, sentence, subject) if at < subject < verb else None
        return None

    def role(self, mention: Mention) -> str:
        """The part a mention plays in its sentence: "root" for who acts in the main clause, else the label of its word in
        the tree; "" without a tree."""
        if not self._sentences or mention.head.field != "text":
            return ""
        tokens = self._sentences[max(bisect_right(self._starts, mention.head.start) - 1, 0)].tokens
        inside = range(bisect_left(tokens, mention.head.start, key=_start), bisect_left(tokens, mention.head.end, key=_start))
        top = next((at for at in inside if tokens[at].head not in inside or tokens[at].head == at), None)
        if top is None:
            return ""
        above = next((at for at in (top, *_above(tokens, top)) if tokens[at].dep not in _JOINED), top)
        verb = tokens[above].head
        return "root" if tokens[above].dep in _SUBJECTS and tokens[verb].head == verb else tokens[above].dep

    def _governing(self, pronoun: Mention) -> Iterator[tuple[Sentence, int, int, int]]:
        """The sentence and the place of a pronoun in it, with each verb above it that has a subject elsewhere, and the subject."""
        if not self._sentences or pronoun.head.field != "text":
            return
        sentence = self._sentences[max(bisect_right(self._starts, pronoun.head.start) - 1, 0)]
        tokens = sentence.tokens
        at = bisect_left(tokens, pronoun.head.start, key=_start)
        if at == len(tokens):
            return
        for verb in _above(tokens, at):
            subject = _subject(tokens, verb)
            if subject is not None and subject != at and subject not in _above(tokens, at):
                yield sentence, at, verb, subject

    def _at(self, pronoun: Mention, sentence: Sentence, at: int) -> Mention | None:
        """The actor whose words hold a token, in the sentence of a pronoun."""
        start = sentence.tokens[at].start
        near = self._actors.get(bisect_right(self._starts, pronoun.head.start), ())
        holding = [one for one in near if one.span.start <= start < one.span.end]
        return min(holding, key=lambda one: (one.kind == "pronoun", one.span.end - one.span.start)) if holding else None


def _start(token: Token) -> int:
    return token.start


def _above(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """The heads above a token, the nearest first."""
    while (head := tokens[at].head) not in (at, -1):
        yield head
        at = head


def _subject(tokens: Sequence[Token], verb: int) -> int | None:
    """The subject of a verb; of a relative clause what it describes."""
    found = next((at for at, token in enumerate(tokens) if token.head == verb and token.dep in _SUBJECTS and at != verb), None)
    if found is not None and tokens[found].text.lower() in _RELATIVES and tokens[verb].dep.startswith("acl"):
        return tokens[verb].head
    return found
