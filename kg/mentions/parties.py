"""Parties: states, organisations, regions and places as the article names them, each where it stands.

A state may be named by its adjective ("the Kazakh President") or by its capital ("Moscow said"): `Mention.form` tells.
Heads of the mentions never overlap; `span` of a state's body takes in the state ("Foreign Ministry of Kazakhstan").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Literal

from kg.mentions import bodies
from kg.mentions.senses import choose
from kg.mentions.surfaces import STRAIGHT, Hit, hits
from kg.mentions.vocabularies import PLURALS, PORTFOLIO, THINGS
from kg.model import Analysis, Document, Field, Mention, Span
from kg.ontology.lexicon import Sense

FIELDS: tuple[Field, ...] = ("title", "text")
DECLARED = re.compile(r"\s*\(\s*(?:the |hereinafter |or )?[\"“”']?([A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,4}(?:-\d+|\+)?)[\"“”']?\s*[),;]")


def find(analysis: Analysis) -> list[Mention]:
    """All parties of an article, title before text, in order."""
    found = [mention for field in FIELDS for mention in _field(analysis, field)]
    found += [mention for field in FIELDS for mention in _acronyms(analysis.document, field, found)]
    return _settle(sorted(found, key=lambda one: (one.head.field != "title", one.head.start, one.head.end)))


def _field(analysis: Analysis, field: Field) -> Iterator[Mention]:
    document = analysis.document
    text = document.field(field)
    named = list(hits(text))
    context = document.title + "\n" + document.text
    chosen = [(hit, sense) for hit in named if (sense := choose(hit, text, context, document.published)) is not None]
    made = list(bodies.find(document, field, [(hit.start, hit.end, _role(sense)) for hit, sense in chosen]))
    made += _labelled(analysis, field, [*((one.head.start, one.head.end) for one in made), *((hit.start, hit.end) for hit in named)])
    taken = sorted((one.head.start, one.head.end) for one in made)
    yield from made
    for hit, sense in chosen:
        if not _covered(taken, hit.start, hit.end):
            yield _mention(document, field, hit, sense)


def _role(sense: Sense) -> str:
    return "adjective" if sense.form in ("adjective", "people") else sense.row.kind


def _covered(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    index = bisect_left(taken, (start + 1, 0))
    return (index > 0 and taken[index - 1][1] > start) or (index < len(taken) and taken[index][0] < end)


def _mention(document: Document, field: Field, hit: Hit, sense: Sense) -> Mention:
    head = document.span(hit.start, hit.end, field)
    kind, name, form = sense.row.kind, sense.row.name, "name"
    if sense.form == "people":
        return Mention("group", head, " ".join(head.text.split()), head, plural=True)
    if kind == "state" and sense.form in ("adjective", "capital"):
        form = sense.form
    elif kind == "state" and sense.form == "name":
        name = sense.name.text
    elif kind == "organisation" and _spelling(hit.printed) == _spelling(name):
        name = hit.printed
    elif kind == "region" and sense.form == "adjective":
        form = "adjective"
    elif kind in ("region", "place"):
        name = hit.printed  # areas are kept as printed
    short = _declared(document.field(field), hit.end, hit.printed) if kind == "organisation" else ""
    return Mention(_KINDS[kind], head, name, head, sense.row.key, short, form=_FORMS[form])


_KINDS: dict[str, Literal["state", "organisation", "region", "place"]] = {
    "state": "state",
    "organisation": "organisation",
    "region": "region",
    "place": "place",
}
_FORMS: dict[str, Literal["name", "adjective", "capital"]] = {"name": "name", "adjective": "adjective", "capital": "capital"}


def _spelling(name: str) -> str:
    """A name without what British and American spelling make different."""
    return name.casefold().replace("organis", "organiz").replace("programme", "program").replace("labour", "labor").replace("-", "").replace(" ", "")


def _declared(text: str, end: int, name: str) -> str:
    """An acronym in brackets right after a name whose letters it takes up: "(WTO)". In "the Partnership Agreement with
    the EU (PA)" it is another's."""
    match = DECLARED.match(text, end, end + 30)
    if not match:
        return ""
    letters = iter(name.casefold())
    acronym = match.group(1).casefold()
    return match.group(1) if name[:1].casefold() == acronym[:1] and all(one in letters for one in acronym if one.isalnum()) else ""


def _acronyms(document: Document, field: Field, found: Iterable[Mention]) -> Iterator[Mention]:
    """Later uses of the acronyms that the article declares and the tables do not hold."""
    known = {one.short: one for one in found if one.short}
    if not known:
        return
    text = document.field(field)
    taken = sorted((one.head.start, one.head.end) for one in found if one.head.field == field)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(known, key=lambda one: (-len(one), one)))) + r")(?![\w])")
    for match in pattern.finditer(text):
        if not _covered(taken, match.start(), match.end()) and text[match.start() - 1 : match.start()] != "(":
            head = document.span(match.start(), match.end(), field)
            first = known[match.group()]
            yield replace(first, span=head, head=head)


def _labelled(analysis: Analysis, field: Field, taken: Iterable[tuple[int, int]]) -> Iterator[Mention]:
    """Organisations and places that only the model's labels tell."""
    spans = sorted(taken)
    for sentence in analysis.title if field == "title" else analysis.sentences:
        first: int | None = None
        tokens, text = sentence.tokens, analysis.document.field(field)
        if {"B-ORG", "B-LOC"}.isdisjoint([token.name for token in tokens]):
            continue
        for index in range(len(tokens) + 1):
            label = tokens[index].name if index < len(tokens) else ""
            if first is not None and not label.startswith("I-"):
                kind = tokens[first].name[2:]
                span = analysis.document.span(tokens[first].start, tokens[index - 1].end, field)
                first = None
                if (
                    kind in ("ORG", "LOC")
                    and not _covered(spans, span.start, span.end)
                    and text[span.end : span.end + 1] != "+"
                    and _nameable(span, kind)
                ):
                    name = " ".join(span.text.split())
                    yield Mention("organisation" if kind == "ORG" else "place", span, name, span, short=_declared(text, span.end, span.text))
            if label.startswith("B-"):
                first = index


_NO_NAME = re.compile(r"^(?:The|A|An|In|On|At|Mr|Mrs|Ms|Dr|President|Minister|Prime|Sir|Lord)\b|[\"“”():;,]|^\W|\W$")


_COMMON = PORTFOLIO | set(PLURALS) | THINGS  # "National Security Advisors", "State Visit" name no body


def _nameable(span: Span, kind: str) -> bool:
    """A label on words that look like a name: capitals, no titles, no marks."""
    words = span.text.split()
    if kind == "LOC" and any(sign.isdigit() or sign == "+" for sign in span.text):
        return False  # "C5+1", "G20": formats, not places
    if len(words) > 1 and (words[-1].lower() in PORTFOLIO if kind == "LOC" else all(word.lower() in _COMMON for word in words)):
        return False
    if _NO_NAME.search(span.text) or not words or not words[0][:1].isupper() or (span.text.isupper() and len(words) > 1):
        return False
    return len(span.text) > 2


def _settle(found: list[Mention]) -> list[Mention]:
    """One name a state and organisation through the article: an older name or a full name that it prints."""
    names: dict[str, str] = {}
    for one in found:
        if one.ref and one.form == "name":
            best = names.get(one.ref, "")
            if not best or (one.kind == "organisation" and _spelled(one) and names[one.ref] != one.head.text):
                names[one.ref] = best if best and _fuller(best, one.name) else one.name
    renamed = ((one, names.get(one.ref, one.name) if one.kind in ("state", "organisation") else one.name) for one in found)
    return [one if one.name == name else replace(one, name=name) for one, name in renamed]


def _spelled(one: Mention) -> bool:
    return " ".join(one.head.text.split()).translate(STRAIGHT) == one.name.translate(STRAIGHT)


def _fuller(best: str, other: str) -> bool:
    return len(best) >= len(other)
