"""Affiliations: whom a titled person serves where its title does not say ("President Putin", "Finance Minister X").

What the article says elsewhere of the same person comes first, then a post printed without a name ("the Italian Prime
Minister"), then the state whose government publishes the article, then the states named near the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.mentions.names import parts
from kg.mentions.neighbours import FAR, around, distance, met, visits
from kg.mentions.nouns import seat
from kg.mentions.publishers import home, national
from kg.mentions.registers import Finder, Register, foreign, office, portfolio
from kg.mentions.vocabularies import GOVERNMENTAL
from kg.model import Analysis, Document, Mention, Title
from kg.ontology.lexicon import lexicon
from kg.ontology.posts import posts as tables

_SIDES = re.compile(r"(?:[’']s)?\s+(?:side|delegation|team|participants|representatives)\b")
_CREDENTIALS = re.compile(r"\b(?:credentials|letters? of credence)\b", re.IGNORECASE)
_SENT = re.compile(
    r"\bpresented\s+(?:the\s+)?(?:credentials|letters?\s+of\s+credence)\b[^.]{0,50}?\s+to\s+(?:the\s+)?(?:[\w-]+\s+){0,5}?"
    r"(?:ambassadors?|envoys?|high commissioners)\b",
    re.IGNORECASE,
)
_TO_BODY = re.compile(
    r"\b(?:credentials|letters?\s+of\s+credence)\b[^.]{0,40}?\s+to\s+(?:the\s+)?(?:[\w-]+\s+){0,5}?"
    r"(?:secretary[- ]general|director[- ]general|chairperson|commission)\b",
    re.IGNORECASE,
)
_ENVOY = re.compile(r"\b(?:ambassador|high commissioner)", re.IGNORECASE)
_HOSTS = re.compile(
    r"\b(?:president|king|queen|emir|sultan|foreign minister|minister of foreign affairs|minister for foreign affairs)\b", re.IGNORECASE
)
_NATIONAL = frozenset("president minister premier king spokesperson spokesman spokeswoman speaker".split())
_TOPS = ("head of state", "head of government", "crown prince")
_ABROAD = 3
_AND = re.compile(r"\s*(?:,|,?\s*and(?:\s+(?:the|his|her))?|,?\s(?:(?:is|was|who was)\s)?accompanied\sby(?:\s+(?:the|his|her))?)\s*")


def settle(analysis: Analysis, persons: Sequence[Mention], parties: Sequence[Mention], posts: Sequence[Mention]) -> list[Mention]:
    """The persons and `posts` (those printed without a name) with the state or body of every title that can be known."""
    register = Register()
    for person in persons:
        for title in person.titles:
            for of in title.of:
                register.note(person.name, title, of)
    document, states = (analysis.document, [one for one in parties if one.kind == "state"])
    settled = list(persons)
    meets, beside = met(document, settled, states), _beside(document, settled)
    at_home = _home(document, parties, visits(document, settled, states))
    finders: dict[str, Finder] = {
        "own body": _domestic(parties, states),
        "family name": _spouse,
        "side": _side(document, states),
        "post without a name": _unnamed(settled, posts, states),
        "beside": beside,
        "publisher": at_home,
        "same portfolio": _colleague(meets),
        "home press": _press(document, parties, meets, _listed(document, settled)),
        "near": _first(beside, _unless_from_home(document, around(document, states, settled, posts, meets))),
    }
    for basis, finder in finders.items():
        for index, person in enumerate(settled):
            if any(not title.of for title in person.titles):
                settled[index] = _fill(person, basis, finder, register)
    key, official = home(document.publisher, document.url)
    settled = _accredit(document, settled, states)
    return settled + [_publishers(post, at_home, key if official else "") for post in posts]


def _accredit(document: Document, persons: Sequence[Mention], states: Sequence[Mention]) -> list[Mention]:
    """Where credentials are presented, the ambassadors are accredited to the state of who receives them."""
    if not _CREDENTIALS.search(document.text) and not _CREDENTIALS.search(document.title):
        return list(persons)
    if _TO_BODY.search(document.text):
        return list(persons)
    hosts = [of for one in persons for title in one.titles if _HOSTS.search(title.post.text) for of in title.of if of.kind == "state"]
    key, official = home(document.publisher, document.url)
    host = hosts[0] if hosts else next((one for one in states if official and one.ref == key), None)

    sent = _SENT.search(document.text) is not None

    def settle_title(title: Title) -> Title:
        if sent and _ENVOY.search(title.post.text):  # envoys who leave: the state beside the name is where they go
            return replace(title, of=(host,) if host else (), to=title.to or tuple(of for of in title.of if of != host))
        free = host is not None and not title.to and all(of.ref != host.ref for of in title.of)
        return replace(title, to=(host,)) if free and host is not None and _ENVOY.search(title.post.text) else title

    sure = {one.name for one in persons for title in one.titles if title.to}
    return [replace(one, titles=tuple(map(settle_title, one.titles))) if one.titles and (sent or one.name not in sure) else one for one in persons]


def _publishers(post: Mention, at_home: Finder, key: str) -> Mention:
    """A post without a name, marked if it is one of the government that publishes ("the President" on its own site)."""
    if not key:
        return post
    titles = []
    for title in post.titles:
        head = post.plural and title.post.text.lower() == "presidents"  # "the two presidents" on the site of one of them
        of = title.of or ((found,) if (head or not post.plural) and (found := at_home(post, title, Register())) else ())
        of = tuple(sorted(of, key=lambda one: one.ref != key)) if head else of
        ours = bool(
            of
            and of[0].ref == key
            and title.status != "former"
            and (head or not post.plural)
            and not tables().local & set(title.post.text.lower().split())
        )
        titles.append(replace(title, of=of, rule="post of the publisher's state" if ours else title.rule))
    return replace(post, titles=tuple(titles))


def _fill(person: Mention, basis: str, finder: Finder, register: Register) -> Mention:
    """The person with what a finder knows; the rule of a title tells on what basis its state was found."""
    titles = []
    for title in person.titles:
        if not title.of and (of := _own(person, title, register)) is not None:
            title = replace(title, of=(of,))
        elif not title.of and (of := finder(person, title, register)) is not None:
            title = replace(title, of=(of,), rule=f"{title.rule}, state: {basis}")
        for of in title.of:
            register.note(person.name, title, of)
        titles.append(title)
    return person if titles == list(person.titles) else replace(person, titles=tuple(titles))


def _domestic(parties: Sequence[Mention], states: Sequence[Mention]) -> Finder:
    """A state's own body in the title ("White House spokesman X")."""

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        inside = next((state for one in parties if (state := tables().bodies.get(one.ref)) and title.post.covers(one.head)), "")
        return _stated(inside, states, title) if inside else None

    return find


def _stated(key: str, states: Sequence[Mention], title: Title) -> Mention:
    """The state of `key` where the article names it first, else as meant by the words of the title."""
    printed = [one for one in states if one.ref == key]
    order = min(printed, key=lambda one: (one.span.field != "text", one.form == "capital", one.span.start), default=None)
    return order or Mention("state", title.post, lexicon().rows[key].name, title.post, ref=key)


def _beside(document: Document, persons: Sequence[Mention]) -> Finder:
    """The state of the person named just before in the same list ("the Korean President X and First Lady Y")."""
    listed = _listed(document, persons)

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        if (GOVERNMENTAL | tables().unaffiliated) & set(title.post.text.lower().split()):
            return None  # "President X and Chairwoman of the Federation Council Y" may be of two states
        of = listed(person, title)
        return of if of is not None and register.free(person.name, title, of) else None

    return find


def _listed(document: Document, persons: Sequence[Mention]) -> Callable[[Mention, Title], Mention | None]:
    """For a person the state of the one named just before it, where only a conjunction or comma stands between."""
    order = sorted(range(len(persons)), key=lambda index: (persons[index].span.field, persons[index].span.start))
    before = {(persons[b].span.field, persons[b].span.start): a for a, b in pairwise(order)}

    def find(person: Mention, title: Title) -> Mention | None:
        index = before.get((person.span.field, person.span.start))
        if index is None or persons[index].span.field != person.span.field or persons[index].name == person.name:
            return None
        last = persons[index]
        gap = document.field(person.span.field)[last.span.end : person.span.start]
        return next((of for one in last.titles for of in one.of if of.kind == "state"), None) if _AND.fullmatch(gap) else None

    return find


_CHAIRED = re.compile(r",?\s(?:chaired|headed|led|represented)\sthe\s")
_OF_SIDE = re.compile(r"\b(?:delegation|side|team)\s(?:of|from)\s(?:the\s)?(?:\w+\sof\s)?$")


def _sided(source: str, state: Mention) -> bool:
    """Does the article speak of a side or delegation of the state?"""
    after, before = source[state.head.end : state.head.end + 24], source[max(0, state.head.start - 40) : state.head.start]
    return _SIDES.match(after) is not None or _OF_SIDE.search(before) is not None


def _side(document: Document, states: Sequence[Mention]) -> Finder:
    """The side that a list speaks of ("The German delegation also included State Secretary X")."""

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        source = document.field(title.post.field)
        near = [one for one in states if distance(document, one, title) < FAR and _sided(source, one)]
        led = [one for one in states if _CHAIRED.fullmatch(source[person.span.end : one.head.start]) and one.head.field == title.post.field]
        near = [one for one in led if _sided(source, one)] or near
        near = [one for one in near if register.free(person.name, title, one)]
        return max(near, key=lambda one: one.head.start, default=None)

    return find


def _spouse(person: Mention, title: Title, register: Register) -> Mention | None:
    """First ladies and gentlemen share the state of whom they share the family name with."""
    if office(title.post.text).split()[-1:] not in (["lady"], ["gentleman"]):
        return None
    kin = [name for name in register.served if name != person.name and parts(name)[-1] == parts(person.name)[-1]]
    return next((of for name in kin for _, of in register.served[name] if of.kind == "state"), None)


def _own(person: Mention, title: Title, register: Register) -> Mention | None:
    """What another title of the same person says: that of the same post, else a state."""
    served = register.served.get(person.name, [])
    mine = office(title.post.text)
    same = [of for post, of in served if post == mine]
    like = [of for post, of in served if mine and post.split()[0] == mine.split()[0]]
    states = [of for _, of in served if of.kind == "state"]
    head = re.split(r" (?:of|for|to|on|and) ", mine)[0].split()[-1:]
    bodies = [of for _, of in served if of.ref] if not (_NATIONAL | {"ambassador"}) & {*head} else []  # "President X, chair of the African Union"
    return next(iter(same or states or like or bodies), None)


def _unnamed(persons: Sequence[Mention], posts: Sequence[Mention], states: Sequence[Mention]) -> Finder:
    """A post printed with a state but no name, if one person only can hold it."""
    printed: dict[str, list[Mention]] = {}
    for post in posts:
        inside = [one for one in states if post.span.covers(one.head)] if not post.plural else []
        if inside:
            printed.setdefault(office(_bare(post, inside)), []).append(inside[0])
    holders: dict[str, set[str]] = {}
    for person in persons:
        for title in person.titles:
            if not title.of:
                holders.setdefault(office(title.post.text), set()).add(person.name)

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        post = office(title.post.text)
        found = [one for one in printed.get(post, ()) if register.free(person.name, title, one)]
        alone = len({one.ref for one in found}) == 1 and holders.get(post, set()) <= {person.name}
        return found[0] if alone else None

    return find


def _bare(post: Mention, inside: Sequence[Mention]) -> str:
    text = post.name
    for one in inside:
        text = text.replace(one.head.text, " ")
    return text


def _first(*finders: Finder) -> Finder:
    """What the first of `finders` finds that finds anything."""
    return lambda person, title, register: next((of for finder in finders if (of := finder(person, title, register)) is not None), None)


def _unless_from_home(document: Document, finder: Finder) -> Finder:
    """What a finder finds, where no national newspaper or agency publishes: whom that names without a state may be its own
    state's, so the state named near says nothing unless it is that one."""
    key = national(document.publisher, document.url)

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        of = finder(person, title, register)
        return of if of is None or not key or of.ref == key else None

    return find


def _colleague(meets: Mapping[str, set[str]]) -> Finder:
    """The state of the minister whose deputy this is, if the article names one minister of the portfolio."""

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        mine = portfolio(title.post.text)
        if not mine or title.status == "former":
            return None
        found = {
            of.ref: of for name, served in register.served.items() if name != person.name for post, of in served if of.ref and portfolio(post) == mine
        }
        left = [of for ref, of in found.items() if ref not in meets.get(person.name, set())]
        return left[0] if len(found) == len(left) == 1 and register.free(person.name, title, left[0]) else None

    return find


def _press(
    document: Document, parties: Sequence[Mention], meets: Mapping[str, set[str]], before: Callable[[Mention, Title], Mention | None]
) -> Finder:
    """A national newspaper or agency names ministers of its own state without the state, those of others with it; where
    it writes of another state alone it does so with theirs. Its capital tells that it writes from home."""
    key = national(document.publisher, document.url)
    states = [one for one in parties if one.kind == "state"]
    counts = Counter(one.ref for one in states)
    counts[key] += sum(1 for one in parties if (state := seat(one)) is not None and state.ref == key)
    if not counts[key] or any(count > _ABROAD * counts[key] for count in counts.values()):
        key = ""

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        post = office(title.post.text)
        head = re.split(r" (?:of|for|to|on|and) ", post)[0].split()
        national = bool(head) and (head[-1] in _NATIONAL or post in _TOPS)
        if not key or title.status in ("former", "designate") or not national or foreign(title, key):
            return None
        if head[-1] in ("king", "prince") and not tables().monarchy(key):
            return None
        of, mate = _stated(key, states, title), before(person, title)
        if mate is not None and mate.ref != key:
            return None
        return of if key not in meets.get(person.name, set()) and register.free(person.name, title, of) else None

    return find


def _home(document: Document, parties: Sequence[Mention], guests: Mapping[str, set[str]]) -> Finder:
    """The publisher's own state: it does not name itself with its officials. An agency of news does so less than a
    government: only for posts that no other state has, and, where it names the state, its capital or a body of its
    own at all, for the head of state whom it calls by surname alone."""
    key, official = home(document.publisher, document.url)
    states = [one for one in parties if one.kind == "state"]
    rows = [lexicon().rows[one.ref] for one in parties if one.ref in lexicon().rows]
    told = any(key in (row.key, row.within, tables().bodies.get(row.key)) for row in rows)

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        post = " ".join(title.post.text.lower().split())
        everywhere = next((one.ref for one in states if one.ref in tables().only.get(post, ())), "")
        if everywhere:
            return _stated(everywhere, states, title)
        if not key or not (last := office(post).split()[-1:]) or last[0] in tables().unaffiliated or foreign(title, key):
            return None
        alone = post == "president" and len(person.name.split()) == 1 and not tables().monarchy(key)
        if not (official or (alone and told) or any(one in post for one in tables().at_home.get(key, ()))) or title.status in ("designate", "former"):
            return None
        of = _stated(key, states, title)
        guest = official and key in guests.get(person.name, set())
        return of if not guest and register.free(person.name, title, of) else None

    return find
