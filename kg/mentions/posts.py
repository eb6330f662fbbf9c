"""Post phrases: "Deputy Minister of Foreign Affairs of Kazakhstan", "EU Trade Commissioner", "the two presidents"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.mentions import complements
from kg.mentions.nouns import noun_of, seat, serves
from kg.mentions.vocabularies import BEFORE, CALENDAR, EXCELLENCY, FUNCTION, GIVEN, MODIFIERS, PORTFOLIO, THINGS
from kg.mentions.words import Words
from kg.model import Mention, Status

_BARE = frozenset(
    ["president", "presidents", "premier", "king", "queen", "emir", "amir", "sultan", "pope", "chancellor", "patriarch", "mp", "mep"]
)  # take no name before them


@dataclass(frozen=True, slots=True)
class Post:
    """A post as printed: words `start` to `end` name it ("Minister of Foreign Affairs of Kazakhstan"), words `first` to
    `end` hold what belongs before it too ("the former Kazakh"). `noun` is its singular head noun, `head` its index."""

    first: int
    start: int
    head: int
    end: int
    noun: str
    plural: bool
    of: tuple[Mention, ...]
    to: tuple[Mention, ...]
    status: Status
    definite: bool  # opens with "the" or a possessive


def find(words: Words) -> list[Post]:
    """Post phrases from left to right; one inside another's complement ("Assistant to the President") is not listed."""
    found: list[Post] = []
    done = 0
    for index, word in enumerate(words.words):
        noun, plural = noun_of(word.low)
        if not noun or index < done or word.kind != "word" or _modifies(words, index) or index in words.parties or _given(words, index, done):
            continue
        post = _read(words, index, noun, plural, done)
        if found and not post.of and words.low(post.first - 1) == "'s" and found[-1].end == post.first - 1:
            post = replace(post, of=found[-1].of)  # "the Russian President's special envoy"
        if not post.of and words.low(post.end) in (",", "and") and words.low(post.first - 2) == "counterpart" and words.low(post.first - 1) == ",":
            beside = words.party_ends.get(post.first - 2)  # "his Kenyan counterpart, Minister of Trade, Ann Reed"
            post = replace(post, of=(beside[0],)) if beside else post
        found.append(post)
        done = post.end
    return found


def _given(words: Words, index: int, done: int) -> bool:
    """Is this post word part of a name ("Trade union chief Amir Peretz", "Larry King")?"""
    if words.low(index) == "executive":
        return words.low(index - 1) != "chief" or words.low(index + 1) == "officer"
    if words.low(index) == "officer":  # not a rank: "Warrant Officer X"
        return words.low(index - 1) not in ("executive", "operating", "financial", "press", "political", "medical", "investment", "technology")
    if words.low(index) not in GIVEN or index == 0:
        return False
    before = words.words[index - 1]
    return index == done or (
        before.capital
        and before.low not in PORTFOLIO
        and before.low not in FUNCTION
        and index - 1 not in words.openings
        and index not in words.party_ends
        and before.low not in EXCELLENCY
    )


def _modifies(words: Words, index: int) -> bool:
    """Is this post noun only a modifier of the next ("Chief Spokesperson", "Deputy Prime Minister", "Head Coach")?"""
    low, after = words.low(index), words.low(index + 1)
    if low not in MODIFIERS and low not in ("lady", "principal", "assistant", "head", "official"):
        return False
    if low == "deputy" and after in ("of", "for"):
        return False
    step = index + 1
    while step < len(words) and step < index + 5 and words.words[step].kind == "word" and (words.low(step) in PORTFOLIO or step in words.parties):
        if noun_of(words.low(step))[0] and words.low(step) not in GIVEN - {"minster", "prince", "deputy"}:
            return words.words[index].capital == words.words[step].capital or not words.words[index].capital
        step = words.parties[step][1] if step in words.parties else step + 1
    named = bool(noun_of(words.low(step))[0]) and words.low(step) not in GIVEN - {"minster", "prince", "deputy"}
    return step < len(words) and step > index and named and words.words[step].kind == "word" and step - index < 5


def _read(words: Words, head: int, noun: str, plural: bool, floor: int) -> Post:
    start, of = _left(words, head, floor)
    if of and start in words.party_ends and words.party_ends[start][0] in of:
        opening = words.party_ends[start][1]
    elif of and words.low(start - 1) == "'s" and start - 1 in words.party_ends:
        opening = words.party_ends[start - 1][1]
    else:
        opening = start
    first, status, definite = _before(words, opening, floor)
    if not of and first - 1 >= floor and first in words.party_ends and not words.glued(first):
        party, begin = words.party_ends[first]
        if begin >= floor and serves(party) and (party.form != "name" or words.low(begin - 1) not in ("in", "to", "from")):
            of, first = (party,), begin
            first, more, definite = _before(words, first, floor)
            status = more if more != "current" else status
    if not of and words.low(first - 1) == "'s" and first - 1 >= floor and first - 1 in words.party_ends and first < start:
        party, begin = words.party_ends[first - 1]  # "Kenya's recently appointed ambassador"
        if begin >= floor and serves(party):
            of, first = (party,), begin
    while plural and of and words.low(first - 1) == ("and" if len(of) == 1 else ",") and first - 1 >= floor and first - 1 in words.party_ends:
        party, begin = words.party_ends[first - 1]  # "the Kenyan and Chilean foreign ministers"
        if begin < floor or not serves(party) or not party.form == of[0].form == "adjective":
            break
        of, first = (party, *of), begin
        first, _, definite = _before(words, first, floor)
    end, inside, to = complements.read(words, head, noun)
    low = words.low(head)
    if low.endswith(("-elect", "-designate")) or words.low(end - 1) in ("elect", "designate", "designates"):
        status = "designate"
    if low.startswith(("ex-", "then-")):
        status = "former"
    return Post(first, start, head, end, noun, plural, (*of, *inside), to, status, definite)


def _left(words: Words, head: int, floor: int) -> tuple[int, tuple[Mention, ...]]:
    """First word of the modifiers before the head noun, and the state or body they are printed with."""
    start = head
    if [words.low(head - 1), words.low(head - 3)] == [")", "("] and head - 3 in words.party_ends:  # "African Union Commission (AUC) Chairperson"
        party, begin = words.party_ends[head - 3]
        return (head, (party,)) if begin >= floor and serves(party) else (head, ())
    while start - 1 >= floor and not words.glued(start):
        word = words.words[start - 1]
        if start in words.party_ends:
            party, begin = words.party_ends[start]
            if begin < floor:
                break
            if party.kind == "state" and party.form == "name" and words.low(begin - 1) in ("in", "to", "from"):
                break  # "In Turkey Minister Ellwood met"
            if serves(party):
                if words.low(head) == "sherpa" and party.kind == "organisation":
                    start = begin
                    continue
                chief = begin - 1 >= floor and words.low(begin - 1) in ("chief", "deputy", "top", "senior") and words.low(begin) != words.low(start)
                return (begin - 1 if chief else start), (party,)
            start = begin
            continue
        if word.low == "'s" and start - 1 in words.party_ends and words.party_ends[start - 1][1] >= floor:
            party, begin = words.party_ends[start - 1]
            state = seat(party)
            return (start, (party,)) if serves(party) else (start, (state,)) if state else (start, ())
        if word.low in ("and", ",", "&") and _joins(words, start, floor):
            start -= 1
            continue
        if word.kind != "word" or not _modifier(words, start - 1, head):
            break
        start -= 1
    return start, ()


def _modifier(words: Words, index: int, head: int) -> bool:
    word = words.words[index]
    if word.low in BEFORE and word.low != "elected":
        return False
    low_chain = not word.capital and word.low in PORTFOLIO and not words.words[index + 1].capital and word.low not in FUNCTION
    if low_chain and noun_of(word.low)[0] == "":
        return True
    if word.low in MODIFIERS and not (noun_of(word.low)[0] and words.low(index + 1) in ("and", ",")):
        return word.capital or words.words[index + 1].text[0].islower() or word.low in ("foreign", "prime", "deputy", "vice")
    if not word.capital or word.low in FUNCTION or word.low in CALENDAR or word.low in EXCELLENCY or word.low in THINGS or noun_of(word.low)[0]:
        return False
    if word.low in PORTFOLIO:
        return True
    capital = words.words[index + 1].capital or index + 1 == head
    plain = index not in words.openings and capital and len(word.text) > 1 and not word.text.endswith(".")
    return plain and words.low(head) not in _BARE


def _joins(words: Words, start: int, floor: int) -> bool:
    """Does the conjunction before `start` join two portfolios ("Trade and Economic Development Minister")?"""
    before = start - 2
    if before < floor or before in words.parties or before + 1 in words.party_ends:
        return False
    word, after = words.words[before], words.words[start]
    return (
        word.capital
        and word.low in PORTFOLIO
        and not noun_of(word.low)[0]
        and after.capital
        and after.low in PORTFOLIO
        and words.words[start - 1].low != ","
    )


def _before(words: Words, start: int, floor: int) -> tuple[int, Status, bool]:
    """Walk over "the former", "newly appointed", "his": the first word, the status they give, and definiteness."""
    first, status = start, "current"
    while first - 1 >= floor and not words.glued(start):
        low = words.low(first - 1)
        if low in BEFORE and not (low == "late" and words.low(first - 2) == "of"):
            status = BEFORE[low] if status == "current" else status
            first -= 1
        elif low == "-" and words.low(first - 2) in ("ex", "then"):
            status, first = "former", first - 2
        elif low == "first" and words.low(first - 2) == "'s":
            first -= 1
        else:
            break
    definite = False
    if first - 1 >= floor and words.low(first - 1) == "'s":
        definite = True
    if first - 1 >= floor and words.low(first - 1) in ("the", "his", "her", "their", "its", "our"):
        first, definite = first - 1, True
    return first, status, definite  # type: ignore[return-value]
