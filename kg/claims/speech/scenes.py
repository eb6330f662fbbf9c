"""Scenes: the sentences of an article, each with the mentions that can speak in it, and the voices found there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.model import Document, Mention, Reading, Sentence

_PEOPLE = ("person", "pronoun", "post", "group")
VOICES = ("person", "pronoun", "post", "group", "state", "organisation", "region", "agreement")


@dataclass(frozen=True, eq=False)
class Scene:
    """One sentence with the mentions that can speak in it."""

    document: Document
    sentence: Sentence
    mentions: tuple[Mention, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.text.casefold() for token in self.sentence.tokens)

    @cached_property
    def ends(self) -> dict[int, Mention]:
        """Mentions by where they, or their names, end; the longest wins, but no instrument over people."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda one: one.kind not in _PEOPLE):
            for end in {mention.head.end, mention.span.end}:
                other = found.get(end)
                if other is None or (other.span.start > mention.span.start and not (other.kind in _PEOPLE and mention.kind == "agreement")):
                    found[end] = mention
        return found

    @cached_property
    def starts(self) -> dict[int, Mention]:
        found: dict[int, Mention] = {}
        for mention in self.mentions:
            if mention.span.start not in found or found[mention.span.start].span.end < mention.span.end:
                found[mention.span.start] = mention
        return found

    @cached_property
    def _begins(self) -> list[int]:
        return [token.start for token in self.sentence.tokens]

    def token_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self._begins, offset)

    def span_of(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of the tokens from `first` up to, not including, `last`."""
        tokens = self.sentence.tokens
        return tokens[first].start, tokens[last - 1].end


@lru_cache(maxsize=1)  # statements and commitments read the same article in turn
def scenes(reading: Reading) -> tuple[Scene, ...]:
    """Every sentence of the text with its mentions."""
    found = []
    mentions = sorted((one for one in reading.mentions if one.kind in VOICES and one.span.field == "text"), key=lambda one: one.span)
    begins = [one.span.start for one in mentions]
    for sentence in reading.analysis.sentences:
        low, high = bisect_left(begins, sentence.span.start), bisect_right(begins, sentence.span.end - 1)
        inside = tuple(one for one in mentions[low:high] if one.span.end <= sentence.span.end)
        found.append(Scene(reading.document, sentence, inside))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, jointly if several, and the tokens the words take: from `first` up to, not including, `last`."""

    mentions: tuple[Mention, ...]
    first: int
    last: int
