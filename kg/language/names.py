"""Names: the model's name labels, mended by rules of this genre and by the reference tables, consistent within an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from kg.language import lemmas, spans
from kg.language.pipelines import SHIPPED
from kg.model import Token
from kg.ontology.lexicon import lexicon

Tokens = tuple[Token, ...]
Span = tuple[int, int, str]

# Words before a person's name that are no part of it.
TITLES = frozenset(
    """mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president presidents vice minister ministers prime foreign deputy
    first secretary ambassador chancellor premier chairman chairwoman chairperson governor senator congressman congresswoman king
    queen prince princess sheikh sheikha emir amir sultan emperor pope patriarch general gen. colonel col. major maj. lieutenant lt.
    captain capt. admiral adm. marshal sir dame lord lady judge justice representative rep. sen. gov. advisor adviser director
    commissioner speaker mayor spokesman spokeswoman spokesperson envoy leader head chief acting former majesty highness excellency
    h.e. both said""".split()
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
# Last words that tell a body or a place from a person; "Covid-19" is told by its number.
_NO_SURNAMES = frozenset(
    """corporation company council committee commission ministry department agency bank group university institute association
    party union organisation organization forum summit agreement district region province island islands sea river airport""".split()
)
# What a lone surname is in its clause: it does, is met, owns; a lone word that only qualifies another is seldom a person.
_ACTING = frozenset("nsubj obj iobj obl nmod conj appos root vocative dep flat".split()) | {""}
_HYPHENS = frozenset("-‑–")
_TRAILING = _JOINERS | _HYPHENS | frozenset(",;:()“”\"'’.")
_GLUED = re.compile(r"[a-z]([A-Z][a-z]+)$")
_PER = ("B-PER", "I-PER")
_LONGEST = 6  # words of a name looked up in the reference tables


def mend(sentences: Sequence[Tokens]) -> list[Tokens]:
    """The sentences of one article with their labels mended: titles out of people's names, "Al-…" and "Jr." in; a name
    behind a title always labelled; a surname labelled wherever the article has it in a full name; states, towns and
    organisations of the reference tables labelled as such. Left as they are where no model has read names."""
    if not any(token.name for tokens in sentences for token in tokens):
        return list(sentences)
    listed = [list(_listed(tokens)) for tokens in sentences]
    people = [list(_people(tokens, known)) for tokens, known in zip(sentences, listed, strict=True)]
    surnames = _surnames(sentences, people)
    mended = []
    for tokens, known, found in zip(sentences, listed, people, strict=True):
        taken = {index for start, end in found for index in range(start, end)}
        others = [span for span in known if taken.isdisjoint(range(span[0], span[1]))]
        free = taken | {index for start, end, _ in others for index in range(start, end)}
        again = [(i, i + 1) for i, one in enumerate(tokens) if one.text in surnames and i not in free and one.pos in ("PROPN", "NOUN")]
        mended.append(spans.complete(_labelled(tokens, found + again, others), _common, _barred))
    return mended


@lru_cache(maxsize=1)
def _lexemes() -> lemmas.Lemmas:
    table = SHIPPED / "lemmas.json"
    return lemmas.read(table) if table.exists() else lemmas.Lemmas()


@lru_cache(maxsize=20_000)
def _common(word: str) -> bool:
    """Whether the treebanks know the word in lower case."""
    table = _lexemes()
    return any(table.lemma(word.lower(), pos) in known for pos, known in table.known.items())


@lru_cache(maxsize=20_000)
def _barred(word: str) -> bool:
    """Whether a word is a title or a nationality, which belong to no name."""
    senses = lexicon().find(word)
    return word.lower() in TITLES or bool(senses and senses[0].form in ("adjective", "people"))


@lru_cache(maxsize=20_000)
def _kind(text: str) -> str:
    """The label of a name in the reference tables, "" if they lack it or know it for a nationality."""
    senses = lexicon().find(text)
    if not senses or senses[0].form in ("adjective", "people"):
        return ""
    return "ORG" if senses[0].row.kind == "organisation" else "LOC"


def _listed(tokens: Tokens) -> Iterator[Span]:
    """Names of the reference tables, the longest at each place."""
    index = 0
    while index < len(tokens):
        size = 1
        if tokens[index].text[0].isupper() and tokens[index].text.lower() not in _BREAKS and tokens[index].pos in ("PROPN", "ADJ", "NOUN", "VERB"):
            for longest in range(min(_LONGEST, len(tokens) - index), 0, -1):
                kind = _kind(_printed(tokens[index : index + longest])) if tokens[index + longest - 1].text[0].isupper() else ""
                if kind:
                    yield index, index + longest, kind
                    size = longest
                    break
        index += size


def _printed(tokens: Sequence[Token]) -> str:
    parts = [token.text + (" " if after.start > token.end else "") for token, after in pairwise(tokens)]
    return "".join(parts) + tokens[-1].text


def _people(tokens: Tokens, listed: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Where people are named: the model's spans, cut and stretched, and what follows a title."""
    places = {start: end for start, end, _ in listed}
    index = 0
    while index < len(tokens):
        start = index
        titled = _titled(tokens, index)
        if tokens[index].name in _PER:
            index += 1
            while index < len(tokens) and tokens[index].name == "I-PER":
                index += 1
        elif titled:
            index += 1
            while index < len(tokens) and _follows(tokens, start, index):
                index += 1
        else:
            index += 1
            continue
        first, last = _cut(tokens, start, index)
        if first in places and places[first] <= last and not _titled(tokens, first):
            first = places[first] if places[first] < last and tokens[first - 1].text.lower() in ("of", "the") else first
        first, last = _stretched(tokens, first, last)
        if first < last and not (places.get(first) == last and not _titled(tokens, first)) and _fits(tokens, first, last):
            yield first, last
            index = max(index, last)


def _is_title(token: Token) -> bool:
    word = token.text.lower()
    return word in TITLES or (word.endswith("s") and word[:-1] in TITLES)


def _follows(tokens: Tokens, start: int, index: int) -> bool:
    token = tokens[index]
    nominal = token.pos in ("PROPN", "NOUN", "ADJ", "X") or token.dep == "flat"
    return nominal and token.text[0].isupper() and not _is_title(token) and token.name[:2] != "B-"


def _titled(tokens: Tokens, index: int) -> bool:
    """Whether a name that starts at `index` stands behind a title."""
    token = tokens[index]
    if not index or not token.text[0].isupper() or token.pos != "PROPN" or _is_title(token):
        return False
    if tokens[index - 1].text.lower() in _ADDRESS:
        return True
    return any(one.dep == "nmod:desc" and one.head == index and _is_title(one) for one in tokens[:index])


def _fits(tokens: Tokens, start: int, end: int) -> bool:
    """A person's name is capitalised; alone, one word is a proper noun and not the "X" of "in X"."""
    if not tokens[start].text[0].isupper() and tokens[start].text.lower() not in _JOINERS:
        return False
    numbered = end + 1 < len(tokens) and tokens[end].text in _HYPHENS and tokens[end + 1].text[0].isdigit()
    if numbered or tokens[end - 1].text.lower() in _NO_SURNAMES:
        return False
    before = tokens[start - 1].text.lower() if start else ""
    if end - start > 1 or _titled(tokens, start):
        return before != "in"
    return before != "in" and tokens[start].pos in ("PROPN", "") and tokens[start].dep.partition(":")[0] in _ACTING


def _cut(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The span without titles, from the last title in it, up to a word that no name holds or that it has had before."""
    for index in range(start, end):
        if _is_title(tokens[index]) and tokens[index].dep != "flat":
            start = index + 1
    while start < end and (tokens[start].pos in ("DET", "PUNCT", "ADP") or tokens[start].text.lower() in _BREAKS):
        start += 1
    seen: set[str] = set()
    for index in range(start, end):
        word = tokens[index].text
        if (index > start and (word.lower() in _BREAKS or _glued(word))) or (word in seen and len(word) > 3):
            end = index
            break
        seen.add(word)
    while end > start and (
        tokens[end - 1].text.lower() in _TRAILING or (tokens[end - 1].pos in ("PART", "VERB", "ADP") and tokens[end - 1].dep != "flat")
    ):
        end -= 1
    return start, end


def _glued(word: str) -> bool:
    """Whether a title hangs on the word without a space, as in captions ("MikhailChairman")."""
    found = _GLUED.search(word)
    return found is not None and found[1].lower() in TITLES


def _stretched(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The name with what belongs to it: a hyphened part, a particle and what follows it, "Jr." behind a comma."""
    while start < end < len(tokens):
        word, after = tokens[end].text.lower(), tokens[end + 1] if end + 1 < len(tokens) else None
        tight = tokens[end].start == tokens[end - 1].end
        if word in _HYPHENS and tight and after is not None and after.start == tokens[end].end and after.text[0].isalpha() and after.pos != "VERB":
            end += 2
        elif word in _SUFFIXES:
            end += 1
        elif word in _JOINERS and after is not None and _joins(tokens[start:end], after):
            end += 1 if after.text in _HYPHENS else 2
        elif word == "," and after is not None and after.text.lower() in ("jr.", "sr."):
            end += 2
        elif _continues(tokens, start, end):
            end += 1
        else:
            break
    return start, end


def _joins(name: Tokens, after: Token) -> bool:
    """Whether the word behind a particle goes on with the name: "bin Tariq", but not what the name has had before."""
    return (after.text[0].isupper() or after.text in _HYPHENS) and all(after.text != one.text for one in name)


def _continues(tokens: Tokens, start: int, end: int) -> bool:
    token = tokens[end]
    repeated = any(token.text == one.text for one in tokens[start:end])
    plain = token.text[0].isupper() and token.text.lower() not in _BREAKS and not repeated
    return token.dep == "flat" and start <= token.head < end and token.pos == "PROPN" and token.name in ("O", *_PER) and plain


def _surnames(sentences: Sequence[Tokens], people: Sequence[Sequence[tuple[int, int]]]) -> frozenset[str]:
    """Last words of the full names in the article, those apart that it also uses for a place or an organisation."""
    last: set[str] = set()
    other: set[str] = set()
    for tokens, found in zip(sentences, people, strict=True):
        for start, end in found:
            words = [token.text for token in tokens[start:end] if token.text.lower() not in _SUFFIXES and token.text != ","]
            if len(words) > 1 and len(words[-1]) > 2 and words[-1][0].isupper():
                last.add(words[-1])
        other.update(token.text for token in tokens if token.name[2:] in ("LOC", "ORG"))
    return frozenset(one for one in last - other if not _kind(one))


def _exactly(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the model read one name from `start` to `end`."""
    whole = tokens[start].name.startswith("B-") and all(token.name.startswith("I-") for token in tokens[start + 1 : end])
    return whole and (end == len(tokens) or not tokens[end].name.startswith("I-"))


def _labelled(tokens: Tokens, people: Sequence[tuple[int, int]], others: Sequence[Span]) -> Tokens:
    labels: dict[int, str] = {}
    for start, end, kind in others:
        if _exactly(tokens, start, end) or not any(token.name[2:] in ("LOC", "ORG") for token in tokens[start:end]):
            labels.update({index: ("B-" if index == start else "I-") + kind for index in range(start, end)})
    for start, end in people:
        labels.update({index: "B-PER" if index == start else "I-PER" for index in range(start, end)})
    fresh: list[Token] = []
    for index, token in enumerate(tokens):
        label = labels.get(index, "O" if token.name in _PER else token.name)
        if label.startswith("I-") and (not index or fresh[-1].name[2:] != label[2:]):
            label = "B-" + label[2:]
        fresh.append(token if label == token.name else replace(token, name=label))
    return tuple(fresh)
