"""Direct speech: quoted clauses with their speakers, one quotation by one speaker as one passage."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from kg.claims.speech.verbs import REPORTING
from kg.model import Document, Mention, Reading, Span, Token

_NEAR = 90  # characters between a quotation and the verb that attributes it
_GAP = 200  # characters between two parts of one quotation: room for `," the minister said in Astana. "`
_SENTENCE = 500  # characters of the sentence before a quotation that stands alone
_GOES_ON = frozenset("and but also then he she".split())  # "And added that “…”": whoever spoke before
_UNQUOTED = ("according to", "agree")
_STOP = re.compile(r"[.!?](?=\s)|\n\s*\n")
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|must|can|could|should|may|do|does|did|am|let|\w+ed|\w+n't|\w+[’']\w+)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of speech outside quotation marks: its offsets, its base form, whose it is."""

    start: int
    end: int
    verb: str
    speakers: tuple[Mention, ...]
    at: int  # where the verb itself stands


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks: their offsets, who speaks, the verb that says so and the rule that found it."""

    start: int
    end: int
    speakers: tuple[Mention, ...]
    verb: str
    rule: str
    source: int = -1  # where the verb stands that attributes them, if they have one of their own

    def covers(self, span: Span) -> bool:
        """Is an indirect report mostly this quotation?"""
        common = min(self.end, span.end) - max(self.start, span.start)
        return common > 0 and common >= 0.5 * (span.end - span.start)


def quotes(reading: Reading, verbs: Iterable[Attribution]) -> Iterator[Quote]:
    """Quoted clauses whose speaker is known, in the order of the text; the parts of one quotation are joined."""
    said, last = list(verbs), None
    for mention in reading.mentions:
        if mention.kind != "quotation" or mention.span.field != "text" or not is_clause(mention, _tokens(reading, mention)):
            continue
        quote = (
            _attributed(reading.document, mention, said) or _following(reading, mention, said, last) or _continued(reading.document, mention, last)
        )
        if quote is None:
            continue
        if last is not None and _same(reading, last, quote):
            last = replace(last, end=quote.end, source=quote.source if quote.source >= 0 else last.source)
            continue
        if last is not None:
            yield last
        last = quote
    if last is not None:
        yield last


def is_clause(mention: Mention, tokens: Sequence[Token] = ()) -> bool:
    """Is a quotation an utterance, not a fragment of a noun phrase? `tokens` are its own, if they are known."""
    words = mention.head.text.split()
    opens, closes = mention.head.text[:1].isupper(), mention.head.text[-1:] in (",", ".", "!", "?", "…")
    if len(words) < 4 or not (opens or len(words) >= 7):
        return False
    if opens and closes:
        return True
    return any(map(_finite, tokens)) if any(token.pos for token in tokens) else bool(_VERBISH.search(mention.head.text))


def _finite(token: Token) -> bool:
    """Is a word a verb of a clause, not a participle that describes a noun ("unjustified barriers")?"""
    return token.pos == "AUX" or (token.pos == "VERB" and token.dep not in ("amod", "acl") and not token.text.endswith("ing"))


def _tokens(reading: Reading, mention: Mention) -> list[Token]:
    """The tokens of the text inside a quotation."""
    sentences = reading.analysis.sentences
    first = max(bisect_right(sentences, mention.head.start, key=lambda one: one.span.start) - 1, 0)
    inside = takewhile(lambda one: one.span.start < mention.head.end, sentences[first:])
    return [token for one in inside for token in one.tokens if mention.head.start <= token.start and token.end <= mention.head.end]


def _attributed(document: Document, mention: Mention, said: list[Attribution]) -> Quote | None:
    """The nearest verb of speech behind the quotation, or before it, within its sentence."""
    ended = mention.head.text[-1:] in (".", "!", "?") and document.text[mention.span.end : mention.span.end + 1].isspace()
    near = _NEAR if not ended else 2 * (document.text[mention.span.end] == " ")  # behind a full stop only '“…” X said.'
    behind = [one for one in said if 0 <= one.start - mention.span.end <= near and not _STOP.search(document.text, mention.span.end, one.start)]
    before = [one for one in said if 0 <= mention.span.start - one.end <= _NEAR and not _STOP.search(document.text, one.end, mention.span.start)]
    chosen = min(behind, key=lambda one: one.start, default=None) or max(before, key=lambda one: one.end, default=None)
    return Quote(mention.head.start, _last(mention), chosen.speakers, chosen.verb, "quotation", chosen.at) if chosen else None


def _following(reading: Reading, mention: Mention, said: list[Attribution], last: Quote | None) -> Quote | None:
    """A quotation right below a report, with no verb of its own: the words of whoever the report is of."""
    text = reading.document.text
    own = text[: mention.span.start].rstrip()
    behind = _STOP.split(text[mention.span.end : mention.span.end + _NEAR], maxsplit=1)[0]
    if mention.head.text[-1:] in (".", "!", "?"):
        behind = behind.partition("\n")[0]
    if any(word.strip(',.;”"').casefold() in REPORTING for word in behind.split()):
        return None  # it has a verb of its own, whose speaker is not known
    if not own or own[-1] not in '.:”"' or (last is not None and last.end >= len(own) - 1):
        return None
    start = max(text.rfind("\n", 0, len(own)), max((match.end() for match in _STOP.finditer(own, max(0, len(own) - _SENTENCE))), default=0))
    near = [one for one in said if start <= one.start and one.end <= mention.span.start and one.verb not in _UNQUOTED]
    if not near or (last is not None and last.end > start):
        return None
    return Quote(mention.head.start, _last(mention), near[-1].speakers, near[-1].verb, "quotation below")


def _continued(document: Document, mention: Mention, last: Quote | None) -> Quote | None:
    """A quotation without a verb of its own goes on from the one before, in its paragraph or right below."""
    if last is None or mention.span.start - last.end > _GAP:
        return None
    between = document.text[last.end : mention.span.start]
    if "\n\n" in between.strip("”\"’' .") and len(between.split()) > 12:
        return None
    lead = _STOP.split(between)[-1]
    tail = "" if mention.head.text[-1:] in (".", "!", "?") else _STOP.split(document.text[mention.span.end : mention.span.end + _NEAR])[0]
    for words in ([one.strip("”\"’',:;.") for one in part.split()] for part in (lead, tail)):
        verb = next((word.casefold() for word in words if word.casefold() in REPORTING), "")
        if verb and (words[0].casefold() not in _GOES_ON or any(word[:1].isupper() or word == "the" for word in words[1:])):
            return None  # a verb of its own, whose speaker is not known
        if verb:
            return Quote(mention.head.start, _last(mention), last.speakers, REPORTING[verb], "quotation continued", mention.span.start)
    return Quote(mention.head.start, _last(mention), last.speakers, last.verb, "quotation continued")


def _last(mention: Mention) -> int:
    """Where the words end: a comma before the closing mark belongs to the sentence around it."""
    return mention.head.start + len(mention.head.text.rstrip(", "))


def _same(reading: Reading, last: Quote, quote: Quote) -> bool:
    """Are two quotations parts of one: the same speaker, with hardly more than an attribution between?"""

    def meant(one: Quote) -> set[Mention]:
        return {referent for mention in one.speakers for referent in reading.links.of(mention)}

    if last.source >= 0 and quote.source >= 0 and last.source != quote.source:
        return False  # each with a verb of its own
    return (
        meant(last) == meant(quote) and 0 <= quote.start - last.end <= _GAP and len(_STOP.findall(reading.document.text, last.end, quote.start)) <= 1
    )
