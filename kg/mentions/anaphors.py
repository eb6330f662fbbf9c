"""Anaphors: pronouns, posts without a name ("the minister", "his Greek counterpart"), groups ("the two presidents")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.mentions.paragraphs import matches
from kg.mentions.people import core
from kg.mentions.posts import Post
from kg.mentions.vocabularies import FEMALE, MALE, WEAK
from kg.mentions.words import Words
from kg.model import Field, Mention, Span, Title
from kg.ontology.appellations import fits
from kg.patterns import by_letter

_PRONOUN = re.compile(rf"\b(?:{by_letter('he|she|they|it|him|her|them|his|hers|their|its|we|our|himself|herself|themselves')})\b", re.IGNORECASE)
_EXCELLENCY = re.compile(r"HE\s+(?:the\s+)?(?:[A-Z][a-z]|U[SK]\b|EU\b|UN\b|UAE\b)")  # no pronoun: "HE Foreign Minister A"
_GENDER = {"he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "hers": "female", "herself": "female"}
_MANY = ("they", "them", "their", "we", "our", "themselves")
_GROUP = re.compile(
    r"\b(?:the|these|both|all|our|either)\s+(?:(?:two|three|four|five|six|seven|other|negotiating|high)\s+)?(?:heads\s+of\s+(?:state|government)"
    r"(?:\s+(?:and|or)\s+(?:state|government))?|contracting\s+parties|parties|sides|countries|nations|states|leaders|delegations|governments|men|women|"
    r"interlocutors|counterparts|officials|partners|neighbou?rs|peoples|capitals|principals|diplomats|participants)\b"
    r"|\b(?:two|both)\s+(?:countries|sides|leaders|nations|states|parties|presidents|ministers|officials)\b",
    re.IGNORECASE,
)
_TWO = re.compile(r"\bthe two(?=\s+(?:(?:also|then|both|further)\s+)?(?:[a-z]{3,}ed|met|spoke|held|took|will|have|are|were|had)\b)", re.IGNORECASE)
_BODY = re.compile(
    r"\bthe\s+(ministry|agency|company|bank|union|organi[sz]ation|group|grouping|bloc|alliance|commission|committee|council|party|fund|department|movement|league|association"
    r"|newspaper|daily)"
    r"\b(?![’'-]|\s+(?:of|for|on|in|to|that|which)\b)",
    re.IGNORECASE,
)
_DELEGATION = re.compile(r"\bthe delegation\b(?!\s+(?:of|from|led|headed|was led|is led|to)\b)", re.IGNORECASE)
_INSTRUMENT = re.compile(
    r"\b(?:the|this)\s+(document|statement|declaration|treaty|agreement|memorandum|resolution|communiqu[eé]|protocol|convention|roadmap|accord|pact|decree)"
    r"\b(?!\s+(?:of|on|between|for|with|to|about|regarding)\b)",
    re.IGNORECASE,
)
_NOUNS = ("side", "delegation", "leadership")
_DESCRIPTIONS = ("diplomat", "official", "lawmaker", "politician", "parliamentarian", "guest", "statesman", "stateswoman")
_WEIGHTS = ("top", "chief", "senior", "visiting", "veteran")


def find(fields: Iterable[tuple[Words, Sequence[Post]]], named: Sequence[Mention] = ()) -> list[Mention]:
    """The anaphors of an article; `fields` gives the words of each field with the posts that found no name, `named` the
    instruments and bodies that "the declaration" or "the ministry" may mean."""
    instruments = [one for one in named if one.kind == "agreement"]
    bodies = [one for one in named if one.kind == "organisation"]
    found: list[Mention] = []
    for words, posts in fields:
        found += _pronouns(words)
        found += (mention for mention in (_post(words, post) for post in posts) if mention is not None)
        found += _groups(words)
        found += _sides(words)
        found += _described(words)
        found += _documents(words, _INSTRUMENT, instruments)
        found += _documents(words, _BODY, bodies)
    return _apart(found)


def _pronouns(words: Words) -> Iterable[Mention]:
    document, name = words.analysis.document, words.field
    for match in _PRONOUN.finditer(document.field(name)):
        low = match.group().lower()
        if match.group() in ("IT", "OUR", "WE") or _EXCELLENCY.match(match.string, match.start()):
            continue
        span = Span(match.start(), match.end(), match.group(), name)
        yield Mention("pronoun", span, low, span, plural=low in _MANY, gender=_GENDER.get(low, ""))  # type: ignore[arg-type]


def _post(words: Words, post: Post) -> Mention | None:
    """A post that stands for its holder. "A minister" and "leader of the pack" stand for nobody."""
    counterpart = post.noun == "counterpart"
    if not (post.definite or post.of or counterpart) or (post.noun in WEAK - {"leader"} and not counterpart and not _weighty(words, post)):
        return None
    if words.low(post.first - 1) in ("a", "an", "any", "every", "no", "each") or words.low(post.end) == "-":
        return None
    span = words.span(post.first, post.end)
    name = " ".join(words.span(post.start, post.end).text.split())
    gender = "female" if post.noun in FEMALE else "male" if post.noun in MALE else ""
    title = Title(words.span(post.start, core(words, post)), post.of, post.to, post.status, "post without a name")
    head = words.span(post.start, post.end)
    return Mention("group" if post.plural else "post", span, name, head, titles=(title,), plural=post.plural, gender=gender)  # type: ignore[arg-type]


def _weighty(words: Words, post: Post) -> bool:
    """ "The head of state", "the High Representative", "the Director of the Drugs Control Service": not just any head or director."""
    if words.span(post.start, post.end).text.lower() in ("head of state", "heads of state"):
        return True
    capital = [words.words[at].capital for at in (post.start, post.head, post.end - 1)]
    return post.definite and post.end - post.start > 1 and not post.plural and capital[2] and (post.end - post.head > 1 or all(capital))


def _groups(words: Words) -> Iterable[Mention]:
    document = words.analysis.document
    source = document.field(words.field)
    for match in (*_GROUP.finditer(source), *matches(_TWO, source, ("the two",)), *matches(_DELEGATION, source, ("the delegation",))):
        span = Span(match.start(), match.end(), match.group(), words.field)
        yield Mention("group", span, " ".join(match.group().split()).lower(), span, plural=not match.group().lower().endswith("delegation"))


def _sides(words: Words) -> Iterable[Mention]:
    """ "The Turkish side", "the delegation of Kazakhstan": a party seen as a side of the talks."""
    for end, (party, begin) in words.party_ends.items():
        if words.low(end) in _NOUNS and words.low(begin - 1) == "the" and party.kind in ("state", "organisation"):
            span = words.span(begin - 1, end + 1)
            yield Mention("group", span, span.text, party.head)


def _described(words: Words) -> Iterable[Mention]:
    """ "The Iranian top diplomat", "the visiting Kenyan official": a person known by the state alone."""
    for end, (party, begin) in words.party_ends.items():
        at = end + (words.low(end) in _WEIGHTS)
        first = begin - 1 - (words.low(begin - 1) in _WEIGHTS)
        if party.kind == "state" and party.form == "adjective" and words.low(at) in _DESCRIPTIONS and words.low(first) == "the":
            span, post = words.span(first, at + 1), words.span(end, at + 1)
            name = "foreign minister" if post.text.lower() in ("top diplomat", "chief diplomat") else words.low(at)
            yield Mention("post", span, name, span, titles=(Title(post, (party,), (), "current", "description of a person"),))


def _documents(words: Words, pattern: re.Pattern[str], named: Sequence[Mention]) -> Iterable[Mention]:
    """ "The declaration", "the ministry", after a name that holds the word; a name's own words stay its own."""
    if not named:
        return
    document, field = words.analysis.document, words.field
    taken = {(one.head.field, one.head.end) for one in named if len(one.head.text.split()) > 1}
    for match in pattern.finditer(document.field(field)):
        noun = match.group(1).lower()
        before = [
            one for one in named if (one.head.field == "title" and field == "text") or (one.head.field == field and one.head.end < match.start())
        ]
        if (field, match.end()) not in taken and any(fits(noun, one.name, one.ref) for one in before):
            span = Span(match.start(), match.end(), match.group(), field)
            yield Mention("group", span, noun, span)


def _apart(found: list[Mention]) -> list[Mention]:
    """Of mentions that overlap, the longer; pronouns inside others ("his Greek counterpart") stay."""
    kept: list[Mention] = []
    busy: dict[Field, int] = {"title": -1, "text": -1}
    for mention in sorted((one for one in found if one.kind != "pronoun"), key=lambda one: (one.span.field, one.span.start, -one.span.end)):
        if mention.span.start >= busy[mention.span.field]:
            kept.append(mention)
            busy[mention.span.field] = mention.span.end
    return kept + [one for one in found if one.kind == "pronoun"]
