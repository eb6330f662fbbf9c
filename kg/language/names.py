"""Names: the model's name labels, mended by rules of this genre and made consistent within an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Token

Tokens = tuple[Token, ...]

# Words before a person's name that are no part of it.
_TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president vice minister prime foreign deputy first secretary ambassador
    chancellor premier chairman chairwoman chairperson governor senator congressman congresswoman king queen prince princess sheikh
    sheikha emir amir sultan emperor pope patriarch general gen. colonel col. major maj. lieutenant lt. captain capt. admiral adm.
    marshal sir dame lord lady judge justice representative rep. sen. gov. advisor adviser director commissioner speaker mayor
    spokesman spokeswoman spokesperson envoy leader head chief acting former""".split()
)
# A title that is printed straight before a name and nothing else.
_ADDRESS = frozenset("mr mr. mrs mrs. ms ms. dr dr. sheikh sheikha senator sir dame".split())
_JOINERS = frozenset("bin ibn bint al el ul ud uz abu van von der den de del della di da dos du la le ter".split())
_SUFFIXES = frozenset(("jr.", "jr", "sr.", "sr", "ii", "iii", "iv"))
# Words that a name never holds: the model runs on past them in "… Chinh of Vietnam", "… Chavez Wednesday".
_BREAKS = frozenset(
    """of for in on at to and with from the who as by monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december""".split()
)
_HYPHENS = frozenset("-‑–")
_PER = ("B-PER", "I-PER")


def mend(sentences: Sequence[Tokens]) -> list[Tokens]:
    """The sentences of one article with their person labels mended: titles out, "Al-…" and "Jr." in, a title of
    address always followed by a name, a surname labelled wherever the article has it in a full name."""
    if not any(token.name for tokens in sentences for token in tokens):
        return list(sentences)
    spans = [_spans(tokens) for tokens in sentences]
    known = _surnames(sentences, spans)
    mended = []
    for tokens, found in zip(sentences, spans, strict=True):
        marked = _marked(tokens, found)
        mended.append(_labelled(tokens, found + _recalled(tokens, marked, known)))
    return mended


def _spans(tokens: Tokens) -> list[tuple[int, int]]:
    """Where people are named: the model's spans, cut and stretched, and what follows a title of address."""
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        start = index
        if tokens[index].name in _PER:
            index += 1
            while index < len(tokens) and tokens[index].name == "I-PER":
                index += 1
        elif index and tokens[index - 1].text.lower() in _ADDRESS and _named(tokens[index]):
            index += 1
            while index < len(tokens) and _named(tokens[index]) and tokens[index].name in ("O", *_PER):
                index += 1
        else:
            index += 1
            continue
        span = _stretched(tokens, *_cut(tokens, start, index))
        if span[0] < span[1]:
            found.append(span)
            index = max(index, span[1])
    return found


def _named(token: Token) -> bool:
    return token.text[0].isupper() and (token.pos == "PROPN" or token.name in _PER) and token.text.lower() not in _TITLES


def _cut(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    while start < end and (tokens[start].text.lower() in _TITLES or tokens[start].pos in ("DET", "PUNCT", "ADP")):
        start += 1
    end = next((index for index in range(start + 1, end) if tokens[index].text.lower() in _BREAKS), end)
    while end > start and (tokens[end - 1].pos in ("PUNCT", "PART", "VERB", "ADP") and tokens[end - 1].dep != "flat"):
        end -= 1
    return start, end


def _stretched(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The name with what belongs to it: a hyphened part, a particle and what follows it, "Jr." behind a comma."""
    if start == end:
        return start, end
    while end < len(tokens):
        word, after = tokens[end].text.lower(), tokens[end + 1] if end + 1 < len(tokens) else None
        tight = tokens[end].start == tokens[end - 1].end
        if word in _HYPHENS and tight and after is not None and after.start == tokens[end].end and after.text[0].isalpha() and after.pos != "VERB":
            end += 2
        elif (word in _JOINERS and after is not None and (after.text[0].isupper() or after.text in _HYPHENS)) or word in _SUFFIXES:
            end += 1
        elif word == "," and after is not None and after.text.lower() in ("jr.", "sr."):
            end += 2
        elif tokens[end].dep == "flat" and tokens[end].pos == "PROPN" and tokens[end].name == "O" and tokens[end].text[0].isupper():
            end += 1
        else:
            break
    return start, end


def _surnames(sentences: Sequence[Tokens], spans: Sequence[Sequence[tuple[int, int]]]) -> frozenset[str]:
    """Last words of the full names in the article, those apart that it also uses for a place or an organisation."""
    last: set[str] = set()
    other: set[str] = set()
    for tokens, found in zip(sentences, spans, strict=True):
        for start, end in found:
            words = [token.text for token in tokens[start:end] if token.text.lower() not in _SUFFIXES and token.text != ","]
            if len(words) > 1 and len(words[-1]) > 2 and words[-1][0].isupper():
                last.add(words[-1])
        other.update(token.text for token in tokens if token.name[2:] in ("LOC", "ORG"))
    return frozenset(last - other)


def _marked(tokens: Tokens, found: Sequence[tuple[int, int]]) -> set[int]:
    return {index for start, end in found for index in range(start, end)} | {i for i, t in enumerate(tokens) if t.name[2:] in ("LOC", "ORG")}


def _recalled(tokens: Tokens, marked: set[int], known: frozenset[str]) -> list[tuple[int, int]]:
    return [(i, i + 1) for i, token in enumerate(tokens) if token.text in known and i not in marked and token.pos in ("PROPN", "NOUN")]


def _labelled(tokens: Tokens, found: Sequence[tuple[int, int]]) -> Tokens:
    labels = {index: "B-PER" if index == start else "I-PER" for start, end in found for index in range(start, end)}
    fresh: list[Token] = []
    for index, token in enumerate(tokens):
        label = labels.get(index, "O" if token.name in _PER else token.name)
        if label.startswith("I-") and label != "I-PER" and (not index or fresh[-1].name[2:] != label[2:]):
            label = "B-" + label[2:]
        fresh.append(token if label == token.name else replace(token, name=label))
    return tuple(fresh)
