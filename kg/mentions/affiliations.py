"""Affiliations: whom a titled person serves where its title does not say ("President Putin", "Finance Minister X").

What the article says elsewhere of the same person comes first, then a post printed without a name ("the Italian Prime
Minister"), then the state whose government publishes the article, then the states named near the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from kg.mentions.names import parts
from kg.mentions.vocabularies import (
    DOMAINS,
    DOMESTIC,
    FOREIGN_POSTS,
    GOVERNMENTAL,
    GOVERNMENTS,
    HOME_POSTS,
    HOME_POSTS_ANYWHERE,
    LOCAL,
    MONARCHIES,
    OUTLETS,
    RELIGIOUS,
    UNAFFILIATED,
)
from kg.model import Analysis, Document, Mention, Title
from kg.ontology.lexicon import lexicon

_WORD = re.compile(r"[\w'’-]+")
_TOPS = ("president", "prime minister", "king")
_SINGLE = frozenset("president minister premier king queen emir amir sultan pope secretary advisor adviser speaker".split())
_SIDES = re.compile(r"\s+(?:side|delegation|team|participants|representatives)\b")
_CREDENTIALS = re.compile(r"\b(?:credentials|letters? of credence)\b", re.IGNORECASE)
_HOSTS = re.compile(
    r"\b(?:president|king|queen|emir|sultan|foreign minister|minister of foreign affairs|minister for foreign affairs)\b", re.IGNORECASE
)
_LONG = 400
_FAR = 10_000
_AND = re.compile(r"\s*(?:,|,?\s*and(?:\s+(?:the|his|her))?)\s*")
_SENTENCE = re.compile(r"(?<![A-Z])[.!?]\s|\n\n")


@dataclass(slots=True)
class Register:
    """Who holds which post of which state, as far as the article has said it."""

    held: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    served: dict[str, list[tuple[str, Mention]]] = field(default_factory=dict)

    def note(self, person: str, title: Title, of: Mention) -> None:
        post, status = office(title.post.text), title.status
        if status in ("current", "acting"):
            self.held.setdefault((rank(title.post.text), of.ref or of.name), set()).add(person)
        self.served.setdefault(person, []).append((post, of))

    def free(self, person: str, title: Title, of: Mention) -> bool:
        """Can `person` hold the post, or have held it: does nobody else hold it?"""
        return (
            not _unique(title.post.text) or title.status == "former" or self.held.get((rank(title.post.text), of.ref or of.name), set()) <= {person}
        )


Finder = Callable[[Mention, Title, Register], Mention | None]


def settle(analysis: Analysis, persons: Sequence[Mention], parties: Sequence[Mention], posts: Sequence[Mention]) -> list[Mention]:
    """The persons and `posts` (those printed without a name) with the state or body of every title that can be known."""
    register = Register()
    for person in persons:
        for title in person.titles:
            for of in title.of:
                register.note(person.name, title, of)
    document, states = (analysis.document, [one for one in parties if one.kind == "state"])
    settled = list(persons)
    at_home, beside = _home(document, states), _beside(document, settled)
    finders: dict[str, Finder] = {
        "own body": _domestic(parties, states),
        "family name": _spouse,
        "side": _side(document, states),
        "post without a name": _unnamed(settled, posts, states),
        "beside": beside,
        "publisher": at_home,
        "near": _first(beside, _around(document, states, settled)),
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
    hosts = [of for one in persons for title in one.titles if _HOSTS.search(title.post.text) for of in title.of if of.kind == "state"]
    key, official = home(document.publisher, document.url)
    host = hosts[0] if hosts else next((one for one in states if official and one.ref == key), None)

    def settle_title(title: Title) -> Title:
        free = host is not None and not title.to and all(of.ref != host.ref for of in title.of)
        return replace(title, to=(host,)) if free and host is not None and "ambassador" in title.post.text.lower() else title

    return [replace(one, titles=tuple(map(settle_title, one.titles))) if one.titles else one for one in persons]


def _publishers(post: Mention, at_home: Finder, key: str) -> Mention:
    """A post without a name, marked if it is one of the government that publishes ("the President" on its own site)."""
    titles = []
    for title in post.titles:
        head = post.plural and title.post.text.lower() == "presidents"  # "the two presidents" on the site of one of them
        of = title.of or ((found,) if (head or not post.plural) and key and (found := at_home(post, title, Register())) else ())
        of = tuple(sorted(of, key=lambda one: one.ref != key)) if head else of
        ours = bool(
            key
            and of
            and of[0].ref == key
            and title.status != "former"
            and (head or not post.plural)
            and not LOCAL & set(title.post.text.lower().split())
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
    return replace(person, titles=tuple(titles))


@lru_cache(maxsize=10_000)
def office(text: str) -> str:
    """The post, for comparison: "Deputy Ministers-designate of the Economy" → "deputy minister of economy"."""
    words = [re.sub(r"-(?:elect|designate)$", "", word.lower()).replace("minster", "minister") for word in _WORD.findall(text)]
    return " ".join(word for word in words if word != "the").removesuffix("s")


def _domestic(parties: Sequence[Mention], states: Sequence[Mention]) -> Finder:
    """A state's own body in the title ("White House spokesman X")."""

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        inside = next((DOMESTIC[one.ref] for one in parties if one.ref in DOMESTIC and title.post.covers(one.head)), "")
        return _stated(f"state/{inside}", states, title) if inside else None

    return find


def _stated(key: str, states: Sequence[Mention], title: Title) -> Mention:
    """The state of `key` where the article names it first, else as meant by the words of the title."""
    printed = [one for one in states if one.ref == key]
    order = min(printed, key=lambda one: (one.span.field != "text", one.form == "capital", one.span.start), default=None)
    return order or Mention("state", title.post, lexicon().rows[key].name, title.post, ref=key)


def _beside(document: Document, persons: Sequence[Mention]) -> Finder:
    """The state of the person named just before in the same list ("the Korean President X and First Lady Y")."""
    order = sorted(range(len(persons)), key=lambda index: (persons[index].span.field, persons[index].span.start))
    before = {(persons[b].span.field, persons[b].span.start): a for a, b in pairwise(order)}

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        index = before.get((person.span.field, person.span.start))
        if index is None or persons[index].span.field != person.span.field or persons[index].name == person.name:
            return None
        last = persons[index]
        gap = document.field(person.span.field)[last.span.end : person.span.start]
        of = next((of for one in last.titles for of in one.of if of.kind == "state"), None)
        if GOVERNMENTAL & set(title.post.text.lower().split()):
            return None  # "President X and Chairwoman of the Federation Council Y" may be of two states
        return of if of is not None and _AND.fullmatch(gap) and register.free(person.name, title, of) else None

    return find


def rank(text: str) -> str:
    """The post, one word for the heads of government of all states: no state has two of them."""
    post = office(text)
    return "prime minister" if post in ("premier", "chancellor", "federal chancellor") else post


def _unique(text: str) -> bool:
    """Does a state have one such post only: a president, a minister of trade; not a deputy, a director, a senator?"""
    post = rank(text)
    bare = re.split(r" (?:of|for|to|on) ", post)[0].split()
    return (
        bool(bare)
        and bare[-1] in _SINGLE
        and bare[0] not in ("deputy", "vice", "assistant", "senior", "special", "state")
        and bare[:2] != ["first", "deputy"]
    )


def _side(document: Document, states: Sequence[Mention]) -> Finder:
    """The side that a list speaks of ("The German delegation also included State Secretary X")."""

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        source = document.field(title.post.field)
        near = [one for one in states if _distance(document, one, title) < _FAR and _SIDES.match(source[one.head.end : one.head.end + 20])]
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
    return next(iter(same or states or like or [of for _, of in served if of.ref]), None)


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


@lru_cache(maxsize=512)
def home(publisher: str, url: str) -> tuple[str, bool]:
    """The state whose public a publisher speaks to, by its key, "" if unknown, and whether its government publishes."""
    low = publisher.casefold()
    for words, code in GOVERNMENTS.items():
        if words in low:
            return f"state/{code}", True
    for words, code in OUTLETS.items():
        if re.search(rf"\b{words}\b", low):
            return f"state/{code}", False
    official = bool(re.search(r"\b(?:ministry|government|embassy|presidency|department|parliament)\b", low))
    for size in (4, 3, 2, 1):
        names = publisher.split()
        for start in range(len(names) - size + 1):
            senses = lexicon().find(" ".join(names[start : start + size]).strip("(),"))
            if senses and senses[0].row.kind == "state":
                return senses[0].row.key, official
    labels = (urlsplit(url).hostname or "").split(".")
    code = f"state/{DOMAINS[labels[-1]]}" if labels[-1] in DOMAINS else ""
    return code, official or any(label in ("gov", "gob", "gouv", "mil", "mfa", "president", "premier", "kremlin") for label in labels)


def _first(*finders: Finder) -> Finder:
    """What the first of `finders` finds that finds anything."""
    return lambda person, title, register: next((of for finder in finders if (of := finder(person, title, register)) is not None), None)


def _home(document: Document, states: Sequence[Mention]) -> Finder:
    """The publisher's own state: it does not name itself with its officials. An agency of news does so less than a
    government: only for posts that no other state has, and for the head of state whom it calls by surname alone."""
    key, official = home(document.publisher, document.url)
    code = key.removeprefix("state/")

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        post = " ".join(title.post.text.lower().split())
        everywhere = next((of for words, of in HOME_POSTS_ANYWHERE.items() if post == words and any(one.ref == f"state/{of}" for one in states)), "")
        if everywhere:
            return _stated(f"state/{everywhere}", states, title)
        if not key or office(post).split()[-1:] in ([], *([one] for one in RELIGIOUS)) or _foreign(title, key):
            return None
        alone = post == "president" and len(person.name.split()) == 1 and code not in MONARCHIES
        if not (official or alone or any(one in post for one in HOME_POSTS.get(code, ()))) or title.status in ("designate", "former"):
            return None
        of = _stated(key, states, title)
        return of if register.free(person.name, title, of) else None

    return find


def _foreign(title: Title, key: str) -> bool:
    """Is this a post that the state of `key` does not have?"""
    return any(_says(title.post.text, one) for one in FOREIGN_POSTS.get(key.removeprefix("state/"), ()))


def _says(post: str, words: str) -> bool:
    """Is this the post, apart from ranks: "deputy prime minister" says "prime minister", "prime minister's aide" does not."""
    bare = re.split(r" (?:of|for|to|on) ", office(post))[0]
    return office(post) == words or bare == words or bare.endswith(f" {words}")


def _around(document: Document, states: Sequence[Mention], persons: Sequence[Mention]) -> Finder:
    """The one state named before the title in its sentence, else the only one that can be meant, or by far the most named."""
    counts = Counter(one.ref for one in states)
    counts.update(one.ref for one in states if one.head.field == "title")

    def find(person: Mention, title: Title, register: Register) -> Mention | None:
        if office(title.post.text).split()[-1:] in ([], *([one] for one in UNAFFILIATED)):
            return None
        old = {
            key
            for key in counts
            if lexicon().rows[key].valid_to and (not document.published or lexicon().rows[key].valid_to < str(document.published))
        }
        fit = [
            one
            for one in states
            if one.ref not in old and register.free(person.name, title, one) and one.form != "capital" and not _foreign(title, one.ref)
        ]
        met = {of.ref for one in persons if one.name != person.name and _together(document, one, title) for given in one.titles for of in given.of}
        fit = [one for one in fit if one.ref not in met]  # who meet are of different states
        if title.status == "former":  # a successor tells the state
            fit = [one for one in fit if (rank(title.post.text), one.ref) in register.held] or fit
        top = {of for post, of in register.held if post in _TOPS} if rank(title.post.text) in _TOPS and title.status != "former" else set()
        close = [one for one in fit if _distance(document, one, title) < _FAR]
        if not close:  # a state printed with somebody else's title says nothing of this one
            bound = {of for one in persons if one.name != person.name for given in one.titles for of in given.of}
            fit = [one for one in fit if one not in bound]
        ranked = Counter(one.ref for one in close or fit).most_common(2)
        if len(ranked) > 1 and (close or ranked[0][1] < _CLEARLY * ranked[1][1]):
            return None  # two states could be meant: a guess would be worse than silence
        return min(
            fit,
            key=lambda one: (one.ref in top, _distance(document, one, title), -counts[one.ref], one.span.field != "text", one.span.start),
            default=None,
        )

    return find


_CLEARLY = 3  # a state named so many times as often as any other is what the article is about
_RECEIVED = re.compile(r"\b(?:with|by|met|receive[ds]?|hosted|greeted|welcomed|counterpart|visited|told|called|and)\b")


def _together(document: Document, other: Mention, title: Title) -> bool:
    """Does the other person stand after the title in one sentence with it, or before it as one who is met or received?"""
    first, last = title.post, other.head
    if last.end <= first.start and last.field == first.field and first.start - last.end < _LONG:
        between = document.field(first.field)[last.end : first.start]
        return _RECEIVED.search(between) is not None and not _SENTENCE.search(between)
    if first.start > last.start or first.field != last.field or last.start - first.end > _LONG:
        return False
    return not _SENTENCE.search(document.field(first.field)[first.end : last.start])


def _distance(document: Document, state: Mention, title: Title) -> int:
    """How many characters a state stands before a title in the same sentence; a large number elsewhere."""
    apart = title.post.start - state.head.end
    if state.head.field != title.post.field or not 0 <= apart < _FAR:
        return _FAR
    between = document.field(title.post.field)[state.head.end : title.post.start]
    return _FAR if _SENTENCE.search(between) else apart
