"""Complements of post nouns: "of Foreign Affairs of Kazakhstan", "to the United Nations", "for South and Central Asia"."""

from __future__ import annotations

from kg.mentions.nouns import noun_of, serves
from kg.mentions.vocabularies import BODIES, HONORIFICS, MODIFIERS, PORTFOLIO, RANKS, SUFFIXES
from kg.mentions.words import Words
from kg.model import Mention
from kg.ontology.lexicon import lexicon
from kg.ontology.posts import posts

_SERVANTS = ("assistant", "adviser", "advisor", "aide", "counsellor", "counselor", "secretary", "spokesperson")
_EMPLOYED = ("commissioner", "director", "director-general", "manager", "representative", "officer", "coordinator")
_RANKED = ("minister", "premier", "president", "chief", "commander")  # a general after these is the person: "Defence Minister General X"
_STYLES = ("prince", "princess")
_CLERGY = ("patriarch", "catholicos", "metropolitan", "archbishop", "bishop")
_POSTED = ("ambassador", "representative", "envoy", "consul", "attaché", "attache", "charge", "chargé")


def read(words: Words, head: int, noun: str) -> tuple[int, tuple[Mention, ...], tuple[Mention, ...]]:
    """End of the complement after the head noun, the parties it is of, and those it is accredited to."""
    of: list[Mention] = []
    to: list[Mention] = []
    end = head + 1
    if words.low(end) == "extraordinary":
        end += 3 if words.low(end + 1) == "and" else 1
    while (words.low(end) in SUFFIXES and not (words.low(end) == "general" and noun in _RANKED)) or (
        words.low(end) == "-" and words.low(end + 1) in SUFFIXES
    ):
        end += 2 if words.low(end) == "-" else 1
    if words.low(end) == "responsible" and words.low(end + 1) == "for":
        end += 1
    elif words.low(end) == "in" and words.low(end + 1) == "charge" and words.low(end + 2) == "of":
        end += 2
    while words.low(end) in ("of", "for", "to", "on", "at", "in", "with"):
        preposition = words.low(end)
        if preposition == "with":  # "Head of the Friendship Group with Peru"
            if words.low(end - 1) != "group" or end + 1 not in words.parties:
                break
            end = words.parties[end + 1][1]
            continue
        stop, parties = _complement(words, end, noun)
        if stop == end:
            break
        if preposition not in ("for", "on"):  # "Director for Russia and Central Asia" serves neither
            sent = preposition == "to" and noun not in _SERVANTS
            (to if sent or (preposition == "in" and of and noun in _POSTED) else of).extend(parties)
        end = stop
    body, after = words.parties.get(end + 1, (None, end))
    beside = words.low(end) == "," and words.low(after) in (",", "and", ".", ")") and noun in _EMPLOYED and not of
    if beside and body is not None and body.kind == "organisation" and serves(body):
        return after, (body,), tuple(to)  # "Commissioner for Trade, African Union Commission, and Bob Low"
    return end, tuple(of), tuple(to)


def _complement(words: Words, prep: int, noun: str) -> tuple[int, list[Mention]]:
    """End of "of the Russian Security Council" and the parties in it; `prep` itself if what follows is no complement."""
    low = words.low(prep)
    index = prep + 1
    while words.low(index) in ("the", "his", "her", "its"):
        index += 1
    if low in ("in", "at") and not (words.low(index) == "ministry" and low == "at"):
        town = noun in _POSTED and index not in words.parties and all(words.words[i].capital for i in range(index, index + 3) if i < len(words))
        if town and index + 2 < len(words):
            return index + 1, []  # "Consul General of India in Almaty Rajesh Kumar"
        posted = index in words.parties and (noun in _POSTED or words.low(prep - 1) == "affairs")
        return (words.parties[index][1], [one for one in (words.parties[index][0],) if serves(one)]) if posted else (prep, [])
    if low == "to" and noun in _POSTED and (capital := _capital(words, index)) is not None:
        return capital
    end, parties = _see(words, index) if noun in _CLERGY and low == "of" else _phrase(words, index, low)
    if end == index and low == "of" and (noun in posts().business or noun in posts().local):
        end = _company(words, index)
    if index == prep + 1 and noun_of(words.low(end - 1))[0] and end < len(words) and words.words[end].capital:
        return prep, []  # "spokeswoman for Prime Minister X"
    return (prep, []) if end == index else (end, parties)


def _capital(words: Words, index: int) -> tuple[int, list[Mention]] | None:
    """ "Ambassador to Dushanbe": the capital's state, and the index after the town."""
    for end in (index + 2, index + 1):
        if index in words.parties or end > len(words) or not all(word.capital for word in words.words[index:end]):
            continue
        span = words.span(index, end)
        state = lexicon().capital_of(span.text, words.analysis.document.published)
        if state is not None:
            return end, [Mention("state", span, state.name, span, ref=state.key, form="capital")]
    return None


def _see(words: Words, index: int) -> tuple[int, list[Mention]]:
    """End of "Moscow and All Russia", "All Armenians", "Antioch and All the East", and the state in it."""
    end = index if words.low(index) == "all" else words.parties[index][1] if index in words.parties else index + 1
    end += words.low(end) == "and" and words.low(end + 1) == "all"
    if words.low(end) == "all":
        end += 1 + (words.low(end + 1) == "the")
        end = words.parties[end][1] if end in words.parties else end + 1
    if not all(words.words[i].capital or words.low(i) in ("and", "the", "all") for i in range(index, min(end, len(words)))):
        return index, []
    states = [words.parties[i][0] for i in range(index, end) if i in words.parties and words.parties[i][0].kind == "state"]
    return end, states or [people for i in range(index, min(end, len(words))) if (people := _people(words, i)) is not None]


def _people(words: Words, index: int) -> Mention | None:
    """The state whose people a word names ("Armenians")."""
    span = words.span(index, index + 1)
    sense = next((one for one in lexicon().find(span.text) if one.form == "people" and one.row.kind == "state"), None)
    return Mention("state", span, sense.row.name, span, sense.row.key, form="adjective") if sense else None


def _company(words: Words, index: int) -> int:
    """Index after a company's name between "of" and a person's: "CEO of KazMunayGas Magzum Mirzagaliyev"."""
    step = index
    while step < len(words) and words.words[step].capital and step not in words.parties and step - index < 6:
        if step > index and words.low(step) in RANKS:
            return step  # "Leader of the Revolution Ayatollah X"
        step += 1
    if step - index >= 3 or (step > index and words.low(step) in (",", "(")):
        return index + 1 if step - index < 4 else step - 2
    return index


def _phrase(words: Words, index: int, preposition: str) -> tuple[int, list[Mention]]:
    """A noun phrase of portfolio words, parties and other capitalised words up to a portfolio word."""
    end, parties, step, link = index, list[Mention](), index, ""
    while step < len(words) and not (words.glued(step) and step > index):
        if step in words.parties:
            if step in words.party_ends and words.party_ends[step][0].form == "name" and step > index:
                break  # "President of Fiji Jordan X"
            party, end = words.parties[step]
            parties += [party] if serves(party) and link != "for" else []  # "of the Secretary-General for Yemen"
            step = end
            continue
        if preposition in ("for", "on") and words.low(step) == "of" and _party(words, step + 1):
            break  # "Minister for Foreign Affairs of Indonesia": the state is the minister's
        after = _link(words, step)
        if after > step:
            step, link = after, words.low(step)
            continue
        last = _content(words, step, index)
        if last == step:
            break
        end = step = last
    return end, parties


def _party(words: Words, index: int) -> bool:
    """Does a state or body that can be served begin at `index`, be it after "the"?"""
    index += words.low(index) == "the"
    return index in words.parties and serves(words.parties[index][0])


def _link(words: Words, step: int) -> int:
    """Index after a conjunction, preposition, comma or possessive that the phrase goes on beyond; else `step`."""
    low = words.low(step)
    if low in ("'s", "’"):
        return step + 1 if words.low(step + 1) in PORTFOLIO else step
    if low == "," and step + 1 in words.parties and words.parties[step + 1][0].kind == "organisation":
        return step  # "Commissioner for Trade, African Union Commission"
    if low == "," and step in words.party_ends and (step + 1 not in words.parties or words.parties[step + 1][0].kind != "state"):
        return step  # "Minister of Trade of Malta, Baltic News Agency reports"
    if low in ("and", "of", "the", "for", "&", ","):
        return step + 1 if _continues(words, step + 1) else step
    return step


def _content(words: Words, step: int, index: int) -> int:
    """Index after the words at `step` that name a portfolio or body; `step` if they do not."""
    word = words.words[step]
    adjective = step in words.party_ends and words.party_ends[step][0].form == "adjective"
    rank = word.low in RANKS and (word.low not in PORTFOLIO or (step in words.party_ends and not adjective))
    rank = rank or (word.low == "general" and step > index and words.words[min(step + 1, len(words) - 1)].name == "B-PER")
    if word.kind != "word" or rank:
        return step
    general = f"{word.low} {words.low(step + 1)}".startswith(("secretary-general", "secretary general")) and step in words.party_ends
    noun = noun_of(word.low)[0]
    general = general or (word.text == "Embassy" and step in words.party_ends)  # "Chargé d'Affaires of the Kenyan Embassy in Chad"
    if general or word.low in PORTFOLIO or (noun and noun not in _STYLES and (step == index or words.low(step - 1) in MODIFIERS or adjective)):
        return step + 1
    if word.capital and words.low(step - 1) in PORTFOLIO and _also(words, step + 1):
        return step + 1  # "Minister of Development Strategies and International Trade"
    return _reaches(words, step) if word.capital else step


def _plain(words: Words, index: int) -> bool:
    """Is this a capitalised word that no list holds and that the model takes for no name of a person or place?"""
    word = words.words[index]
    titled = word.low in RANKS or word.low in HONORIFICS or noun_of(word.low)[0]
    return word.capital and not word.text.isupper() and not titled and not word.name.endswith(("PER", "LOC"))


def _also(words: Words, index: int) -> bool:
    """Does a conjunction at `index` join one more portfolio, not a second post?"""
    return words.low(index) in ("and", "&") and words.low(index + 1) in PORTFOLIO and words.words[index + 1].capital and _continues(words, index + 1)


def _reaches(words: Words, index: int) -> int:
    """Index after the last portfolio word of a run of capitalised words ("Samara Region", "Frank Pais Hospital")."""
    best = step = index
    named = next((i for i in range(index + 1, min(index + 5, len(words))) if words.words[i].name == "B-PER"), 0)
    if named and all(_plain(words, i) for i in range(index, named)):
        return named  # "Minister of Plantation Industries Ann Reed"
    while step < len(words) and step - index < 5 and words.words[step].capital and step not in words.parties and not noun_of(words.low(step))[0]:
        if words.low(step) in PORTFOLIO and step > index:
            best = step + 1
        step += 1
        if words.glued(step):
            return best
    near = step < len(words) and 0 < step - index < 3
    if near and words.words[step].capital and noun_of(words.low(step))[0]:
        return step  # "Special Representative for Afghanistan Reconciliation Ambassador X"
    if (
        near
        and words.low(step) == "of"
        and not words.words[index].name.endswith("PER")
        and (step + 1 in words.parties or (words.low(step + 1) == "the" and step + 2 in words.parties))
    ):
        return step  # "Speaker of the Jogorku Kenesh of the Kyrgyz Republic"
    if best > index and best < step and words.low(best - 1) in BODIES and words.words[best].text.isupper():
        return best + 1  # "the state oil company SOCAR"
    return best


def _continues(words: Words, index: int) -> bool:
    """Does the complement go on at `index`, after a conjunction? Not where a second post begins there."""
    while words.low(index) in ("the", "of", "for", "and"):
        index += 1
    if index >= len(words) or words.words[index].kind != "word":
        return False
    step = words.parties[index][1] if index in words.parties else index
    while step < len(words) and step - index < 7 and words.words[step].kind == "word" and (words.low(step) in PORTFOLIO or words.words[step].capital):
        if noun_of(words.low(step))[0] and words.low(step) != "general":
            return False
        step += 1
        if words.glued(step):
            break
    small = [i for i in (index - 2, index, index + 1) if 0 <= i < len(words) and words.low(i) in PORTFOLIO and not words.words[i].capital]
    if words.low(index - 1) == "and" and len(small) == 3 and not noun_of(words.low(index + 1))[0]:
        return True  # "for peace and security affairs"
    known = words.low(index) in PORTFOLIO or (_plain(words, index) and words.low(index + 1) in ("affairs", "issues", "matters"))
    return index in words.parties or (known and words.words[index].capital)
