"""People: every mention of a person, with the titles printed beside it and the longest form of the name in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from kg.mentions import names
from kg.mentions.nouns import seat, serves
from kg.mentions.posts import Post
from kg.mentions.titles import Naming
from kg.mentions.vocabularies import ACRONYMS, BODIES, FEMALE, HONORIFICS, MALE, PORTFOLIO, SUFFIXES, WEAK
from kg.mentions.words import Words
from kg.model import Mention, Span, Title
from kg.ontology.lexicon import lexicon
from kg.ontology.posts import posts as tables

_PARTIES = ("state", "organisation")
_BUSINESS = ("executive", "ceo", "chairman", "chairwoman", "director", "manager", "chief")


@dataclass(slots=True)
class Person:
    """One person of the article while its mentions are being gathered."""

    forms: Counter[str] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)
    gender: Literal["", "female", "male"] = ""
    last: int = -1

    @property
    def name(self) -> str:
        return max(self.forms, key=lambda form: (self.forms[form] > 0, len(names.parts(form)), not form.isupper(), len(form), self.forms[form], form))


@dataclass(slots=True)
class Said:
    """What one field has said so far of posts: the title printed last, the last of each person, and who was named last."""

    last: list[Title] = field(default_factory=list)
    held: dict[int, Title] = field(default_factory=dict)
    named: list[tuple[int, int]] = field(default_factory=list)  # each person, and the index after its name

    def shared(self, words: Words, naming: Naming, of: Sequence[Mention]) -> Title | None:
        """The title that a counterpart shares: that of a person named before in its sentence, else the one printed last; not
        one of its own state."""
        theirs = {one.ref or one.name for one in of}
        stops = [i for i in range(max(0, naming.first - 80), naming.first) if words.words[i].kind == "stop" or words.low(i) == "."]
        inside = [self.held[person] for person, end in reversed(self.named) if end > (stops[-1] if stops else 0) and person in self.held]
        breaks = [words.words[i].start for i in range(max(0, naming.first - 400), naming.first) if words.words[i].kind == "stop"]
        near = [title for title in reversed(self.last) if len(breaks) < 2 or title.post.start > breaks[-2]]  # who is spoken of may have changed since
        states = any(one.kind == "state" for one in of)  # the counterpart of a minister serves a state, not a body
        titles = [title for title in (*inside, *near) if not (states and any(one.kind == "organisation" for one in title.of))]
        return next((title for title in titles if not theirs & {one.ref or one.name for one in title.of}), None)

    def note(self, naming: Naming, person: Person, titles: Sequence[Title]) -> None:
        if titles and titles[-1].rule != "caption":
            self.last.append(titles[-1])
            self.held[id(person)] = titles[-1]
        self.named.append((id(person), naming.last))


def find(fields: Sequence[tuple[Words, Sequence[Naming]]]) -> tuple[list[Mention], list[Mention]]:
    """The mentions of persons in all fields of an article, and the bodies that only their titles name."""
    people: list[Person] = []
    held: dict[tuple[str, int], Person] = {}
    every = [(words, naming) for words, namings in fields for naming in namings]
    _trim(every)
    every = [(words, naming) for words, naming in every if words.field == "text" or not _headline_word(words, naming, fields)]
    for sure in (True, False):
        for words, naming in every:
            key = (words.field, naming.start)
            if key in held or not (_titled(words, naming) if sure else _plain(words, naming, people)):
                continue
            form = _form(words, naming)
            if not sure or len(names.parts(form)) > 1:
                held[key] = _gather(people, words, naming, form)
    for words, naming in every:  # surnames with a title, once all full names are known
        if (words.field, naming.start) not in held and _titled(words, naming):
            held[words.field, naming.start] = _gather(people, words, naming, _form(words, naming))
    for words, naming in every:
        if (words.field, naming.start) not in held and _known(words, naming, people):
            held[words.field, naming.start] = _gather(people, words, naming, _form(words, naming))
    bodies: dict[Span, Mention] = {}
    said = {words.field: Said() for words, _ in fields}
    found = [
        _mention(words, naming, held[words.field, naming.start], bodies, said[words.field])
        for words, naming in every
        if (words.field, naming.start) in held
    ]
    return found, sorted(bodies.values(), key=lambda one: one.span)


def _trim(every: Sequence[tuple[Words, Naming]]) -> None:
    """In a headline the capital of the next word says nothing: a name ends where the text ends it ("Ann Reed Travel")."""
    printed = {_form(words, naming) for words, naming in every if words.field == "text" and naming.end - naming.start > 1}
    spelled = {words.words[naming.end - 1].text for words, naming in every if words.field == "text"}
    for words, naming in every:
        if words.field == "title" and _form(words, naming) not in printed:
            shorter = (end for end in range(naming.end - 1, naming.start + 1, -1) if " ".join(words.span(naming.start, end).text.split()) in printed)
            end = next(shorter, _printed(words, naming, spelled))
            naming.last = end if naming.last == naming.end else naming.last
            naming.end = end


def _printed(words: Words, naming: Naming, spelled: set[str]) -> int:
    """End of a headline's name: where it opens with a surname of the text, that alone ("Reed Jets Out")."""
    if words.words[naming.end - 1].text in spelled or words.words[naming.start].text not in spelled:
        return naming.end
    return naming.start + 1


def _headline_word(words: Words, naming: Naming, fields: Sequence[tuple[Words, Sequence[Naming]]]) -> bool:
    """In a headline with capitals throughout, one word that the text never prints is no name ("Kenya's President Proposes")."""
    word = words.words[naming.start]
    text = [one.text for inside, _ in fields if inside.field == "text" for one in inside.words]
    if naming.end - naming.start > 1 or not text or word.text in text:
        return False
    others = [one for one in words.words if one.kind == "word" and len(one.text) > 3]
    return sum(one.capital for one in others) > 0.7 * len(others)


def _form(words: Words, naming: Naming) -> str:
    return " ".join(words.span(naming.start, naming.end).text.replace("]", " ").split())


def _titled(words: Words, naming: Naming) -> bool:
    """Does a title or an honorific make this name a person?"""
    if naming.honorific in HONORIFICS:
        return True
    alone = naming.end - naming.start == 1 and not words.words[naming.start].name.endswith("PER")
    if alone and all(post.end - post.head > 1 and post.noun not in tables().crown | tables().church for post, _ in naming.posts):
        return False  # "Chairman of the CIS Background"
    strong = [post for post, _ in naming.posts if post.noun not in WEAK or post.of]
    return bool(strong) or (bool(naming.posts) and naming.end - naming.start > 1)


def _plain(words: Words, naming: Naming, people: Sequence[Person]) -> bool:
    """A full name without a title that the model takes for a person, or that is another form of a known person's."""
    if len(names.parts(_form(words, naming))) < 2:
        return False
    labels = [words.words[i].name for i in range(naming.start, naming.end)]
    return any(label.endswith("PER") for label in labels) or _known(words, naming, people)


def _known(words: Words, naming: Naming, people: Sequence[Person]) -> bool:
    form = _form(words, naming)
    if naming.start in words.openings and form in words.lowered:
        return False
    every = [known for person in people for known in person.forms if names.share(form, known)]
    if any(names.contained(form, known) or names.alike(form, known) for known in every):
        return True
    full = 1 < naming.end - naming.start < 5 and not any(word in words.lowered for word in form.lower().split())
    return full and any(
        len(names.parts(known)) == 1 and names.contained(known, form) for known in every
    )  # "Ishiba Shigeru", after "Prime Minister Ishiba"


def _gather(people: list[Person], words: Words, naming: Naming, form: str) -> Person:
    """The person that a naming speaks of, made anew if it fits none known."""
    nouns = {post.noun for post, _ in naming.posts}
    gender = _gender(naming, nouns)
    fits = [person for person in people if _fits(person, form, nouns) and (not gender or person.gender in ("", gender))]
    alone = len(names.parts(form)) == 1

    def rank(one: Person) -> tuple[bool, bool, bool, bool, int]:
        known = alone and bool(gender) and one.gender == gender
        return bool(one.nouns & nouns), one.name == form, known, alone and bool(one.nouns - WEAK), one.last

    person = max(fits, key=rank, default=None)
    if person is None:
        person = Person()
        people.append(person)
    person.forms[form] += 0 if any(rule == "caption" for _, rule in naming.posts) else 1
    person.nouns |= nouns
    person.gender = person.gender or gender
    person.last = max(person.last, naming.start)
    return person


def _fits(person: Person, form: str, nouns: set[str]) -> bool:
    known = [one for one in person.forms if names.share(form, one)]
    if known and len(names.parts(form)) > 1 and len(names.parts(person.name)) > 1:  # a surname they share makes no one person of two
        known = [one for one in known if len(names.parts(one)) > 1]
    if any(names.contained(form, one) or names.contained(one, form) for one in known):
        return True
    shared = bool(nouns & person.nouns)
    if (not nouns or not person.nouns or shared) and any(names.alike(form, one) for one in known):
        return True
    return shared and any(names.familiar(form, one) for one in known)


def _gender(naming: Naming, nouns: set[str]) -> Literal["", "female", "male"]:
    told = nouns | {naming.honorific}
    return "female" if told & FEMALE else "male" if told & MALE else ""


def _mention(words: Words, naming: Naming, person: Person, bodies: dict[Span, Mention], said: Said) -> Mention:
    """The mention of a naming; `said` keeps the titles that a counterpart may share."""
    told = [(post, rule) for post, rule in naming.posts if not _style(post, naming) or len(naming.posts) == 1]
    made = [_title(words, post, rule, naming, bodies, said) for post, rule in told]
    titles = tuple(one for one in made if one is not None)
    said.note(naming, person, titles)
    head = words.span(naming.start, naming.end)
    return Mention("person", words.span(naming.first, naming.last), person.name, head, titles=titles, gender=person.gender)


def _style(post: Post, naming: Naming) -> bool:
    """A word of rank beside a post ("Minister of Trade Prince X"), not a post of its own ("Crown Prince")."""
    if post.noun == "ambassador":
        return any(other.end == post.first for other, _ in naming.posts)
    return post.noun in ("prince", "princess") and post.end - post.start == 1


def _title(words: Words, post: Post, rule: str, naming: Naming, bodies: dict[Span, Mention], said: Said) -> Title | None:
    of = post.of or ((naming.of,) if naming.of else ())
    if post.noun == "counterpart":
        shared = said.shared(words, naming, of)
        return Title(shared.post, of, (), "current", "counterpart") if shared and of else None
    end, start = core(words, post), post.start
    if not of:
        body = _commission(words, post, end) or _secretariat(words, post, end) or _inner(words, post, end) or _body(words, post, end)
        if body is not None:
            of, start, end = ((bodies.setdefault(body[0].span, body[0]),), body[1], body[2])
        elif words.low(post.first) in ("its", "their"):
            of = _possessor(words, post)
    return Title(words.span(start, end), of, post.to, post.status, rule)


def _possessor(words: Words, post: Post) -> tuple[Mention, ...]:
    """The state or body that "its" speaks of: the one named last before it, not long ago; ministers have a state."""
    for step in range(post.first, max(post.first - 60, 0), -1):
        party = words.party_ends[step][0] if step in words.party_ends else None
        kinds = ("state",) if post.noun in ("minister", "premier", "ambassador") else ("organisation",) if post.noun in _BUSINESS else _PARTIES
        if party is not None and (serves(party) or party.form == "capital") and party.kind in kinds:
            return (party,)
        if party is not None and "state" in kinds and (state := seat(party)) is not None:
            return (state,)
    return ()


def core(words: Words, post: Post) -> int:
    """End of the post without the parties that close it ("of Kazakhstan", "to the United Nations")."""
    end = next((i for i in range(post.head, post.end) if words.low(i) == "with"), post.end)
    served = {one.head.end: one.head.start for one in (*post.of, *post.to)}
    while (at := served.get(words.words[end - 1].end)) is not None and at > words.words[post.head].start:
        begin = next(index for index in range(end - 1, -1, -1) if words.words[index].start <= at)
        if words.low(begin - 1) == "all":
            break  # "Catholicos of All Armenians"
        while begin - 1 > post.head and words.low(begin - 1) in ("the", "of", "to", "for", "in", "at", "and", ",", "on"):
            begin -= 1
        end = begin
    tail = words.party_ends.get(end)
    if tail is not None and words.low(tail[1] - 1) == "and" and any(party.head.end == words.words[tail[1] - 2].end for party in (*post.of, *post.to)):
        return core(words, replace(post, end=tail[1] - 1))  # "of the United Kingdom and Northern Ireland"
    return end


def _commission(words: Words, post: Post, end: int) -> tuple[Mention, int, int] | None:
    """A "European Commissioner" serves the European Union without its being named."""
    if post.noun != "commissioner" or words.low(post.start) != "european":
        return None
    span = words.span(post.start, end)
    return (Mention("organisation", span, "European Union", span, "organisation/eu"), post.start, end)


def _secretariat(words: Words, post: Post, end: int) -> tuple[Mention, int, int] | None:
    """A "Special Representative of the Secretary-General" serves the United Nations without their being named."""
    sent = post.noun in ("representative", "envoy", "adviser", "advisor", "coordinator")
    said = " ".join(words.low(i) for i in range(post.head + 1, end)).replace("-", " ")
    if not sent or not said.startswith("of the secretary general"):
        return None
    span = words.span(post.start, end)
    return (Mention("organisation", span, "United Nations", span, "organisation/un"), post.start, end)


def _inner(words: Words, post: Post, end: int) -> tuple[Mention, int, int] | None:
    """A state or body of the tables inside a longer name in the title ("Board of the Eurasian Economic Commission")."""
    stops = [i for i in range(post.head + 1, end) if words.low(i) in ("for", "on")]
    for first in range(post.head + 1, stops[0] if stops else end):
        for last in range(min(end, first + 6), first, -1):
            span = words.span(first, last)
            senses = lexicon().find(" ".join(span.text.split())) if span.text[0].isupper() else ()
            row = senses[0].row if senses and senses[0].form != "capital" else None
            if row is not None and row.kind in ("state", "organisation") and row.key not in tables().bodies:
                closing = last == end and first - 1 > post.head
                stop = next(i for i in range(first, post.head, -1) if words.low(i - 1) not in ("the", "of")) if closing else end
                form: Literal["name", "adjective"] = "adjective" if senses[0].form in ("adjective", "people") else "name"
                return (Mention("state" if row.kind == "state" else "organisation", span, row.name, span, row.key, form=form), post.start, stop)
    return None


def _body(words: Words, post: Post, end: int) -> tuple[Mention, int, int] | None:
    """A body that the title names ("director of the Frank Pais Hospital", "Rosneft CEO"), with the bounds of the bare post."""
    first = post.head + 1
    while (words.low(first) in ("of", "the", "for", "at") or words.low(first) in SUFFIXES) and first < end:
        first += 1
    named = words.words[first:end]
    if post.noun in tables().local and named and named[0].capital:
        span = words.span(first, end)
        return Mention("place", span, " ".join(span.text.split()), span), post.start, post.head + 1
    company = post.noun in tables().business and bool(named) and all(word.capital and word.low not in PORTFOLIO for word in named)
    if company or (named and named[-1].low in BODIES and named[-1].capital and named[0].capital):
        span = words.span(first, end)
        return (Mention("organisation", span, " ".join(span.text.split()), span), post.start, post.head + 1)
    stop = post.start
    while (
        stop < post.head
        and (words.words[stop].capital or words.low(stop) in BODIES)
        and (words.low(stop) not in PORTFOLIO or words.low(stop) in BODIES)
    ):
        stop += 1
    if (
        post.start < stop <= post.head
        and post.start not in words.parties
        and words.words[post.start].capital
        and words.low(post.start) not in PORTFOLIO
    ):
        span = words.span(post.start, stop)
        if span.text in ACRONYMS or any(sense.row.key in tables().bodies for sense in lexicon().find(span.text)):
            return None
        return (Mention("organisation", span, " ".join(span.text.split()), span), stop, post.end)
    return None
