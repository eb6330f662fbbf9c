"""Links: what the pronouns, surnames, posts, groups and repeated names of one article stand for, each with its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.model import Analysis, Link, Links, Mention

_NAMED = ("state", "organisation", "region", "place", "agreement", "forum")
_STATES = (
    "parties",
    "sides",
    "countries",
    "nations",
    "states",
    "governments",
    "peoples",
    "capitals",
    "contracting parties",
    "delegations",
    "partners",
    "neighbours",
    "neighbors",
)
_TOP = ("president", "premier", "chancellor", "king", "emir", "amir", "sultan", "queen", "leader", "prime minister", "pope", "taoiseach")
_WINDOW = 3


@dataclass(slots=True)
class Seen:
    """What the reader of an article has met so far."""

    people: dict[str, Mention] = field(default_factory=dict)  # name → first mention
    named: dict[str, Mention] = field(default_factory=dict)
    posts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # name → (noun, state) of its titles
    genders: dict[str, str] = field(default_factory=dict)
    trail: list[tuple[int, Mention, Mention]] = field(default_factory=list)  # (sentence, mention, first mention) of persons, states, bodies
    plurals: list[tuple[int, tuple[Mention, ...]]] = field(default_factory=list)


def link(analysis: Analysis, mentions: Sequence[Mention]) -> Links:
    """The links of one article, in the order of `mentions`, and for whom each person acts."""
    starts = {name: [one.span.start for one in (analysis.title if name == "title" else analysis.sentences)] for name in ("title", "text")}
    quoted = [one.span for one in mentions if one.kind == "quotation"]
    seen, found = Seen(), list[Link]()
    _survey(mentions, seen)
    for mention in mentions:
        place = bisect_right(starts[mention.head.field], mention.head.start) if mention.head.field == "text" else 0
        inside = any(span.covers(mention.head) for span in quoted) if mention.kind == "pronoun" else False
        made = _link(mention, place, inside, seen)
        if made is not None:
            found.append(made)
        _note(mention, place, made, seen)
    return Links(tuple(found), tuple(_acting(mentions, seen)))


def _survey(mentions: Sequence[Mention], seen: Seen) -> None:
    """First mentions, titles and genders, which hold for the whole article."""
    for mention in mentions:
        if mention.kind == "person":
            seen.people.setdefault(mention.name, mention)
            known = seen.posts.setdefault(mention.name, [])
            known += [(noun(title.post.text), of.ref or of.name) for title in mention.titles for of in title.of or (mention,)]
            seen.genders[mention.name] = seen.genders.get(mention.name) or mention.gender
        elif mention.kind in _NAMED:
            seen.named.setdefault(mention.ref or f"{mention.kind}:{mention.name.casefold()}", mention)


def noun(post: str) -> str:
    """The head noun of a post as printed: "Deputy Minister of Foreign Affairs" → "minister"."""
    words = post.lower().replace(",", " ").split()
    for stop in ("of", "for", "to", "on", "at", "in"):
        if stop in words[1:]:
            words = words[: words.index(stop, 1)]
    last = words[-1] if words else ""
    last = words[-2] if last in ("general", "elect", "designate", "plenipotentiary") and len(words) > 1 else last
    last = last.removesuffix("-elect").removesuffix("-designate").removesuffix("-general")
    last = last[:-3] + "y" if last.endswith("ries") else last.removesuffix("s")
    return "prime minister" if last == "minister" and "prime" in words and "deputy" not in words else last


def _link(mention: Mention, place: int, quoted: bool, seen: Seen) -> Link | None:
    if mention.kind == "person":
        return _repeat(mention, seen.people[mention.name], "same name" if mention.head.text == mention.name else "shorter form of the name")
    if mention.kind in _NAMED:
        return _repeat(mention, seen.named[mention.ref or f"{mention.kind}:{mention.name.casefold()}"], "same name")
    if mention.kind == "pronoun":
        return None if quoted else _pronoun(mention, place, seen)
    if mention.kind == "post":
        return _post(mention, place, seen)
    if mention.kind == "group":
        return _group(mention, place, seen)
    return None


def _repeat(mention: Mention, first: Mention, reason: str) -> Link | None:
    return Link(mention, (first,), reason) if first != mention else None


def _note(mention: Mention, place: int, made: Link | None, seen: Seen) -> None:
    referents = made.referents if made else (mention,) if mention.kind in ("person", "state", "organisation") else ()
    if len(referents) == 1 and referents[0].kind in ("person", "state", "organisation"):
        seen.trail.append((place, mention, referents[0]))
    elif len(referents) > 1:
        seen.plurals.append((place, referents))


def _persons(seen: Seen, place: int, window: int = _WINDOW) -> Iterable[tuple[int, Mention]]:
    """Persons met in the sentences before, nearest sentence first, the first of each sentence first."""
    rows = [(where, one) for where, mention, one in seen.trail if one.kind == "person" and where >= place - window]
    return sorted(rows, key=lambda row: -row[0])


def _pronoun(mention: Mention, place: int, seen: Seen) -> Link | None:
    if mention.name in ("we", "our"):
        return None
    if mention.plural:
        recent = [referents for where, referents in seen.plurals if where >= place - 2]
        if recent:
            return Link(mention, recent[-1], "plural named before")
        people = tuple(dict.fromkeys(one for where, one in _persons(seen, place, 1)))
        return Link(mention, people, "persons of the sentence before") if len(people) == 2 else None
    if not mention.gender:
        return None
    others = [one for where, one in _persons(seen, place) if seen.genders.get(one.name, "") in ("", mention.gender)]
    if others:
        return Link(mention, (others[0],), "nearest person before it that can be meant")
    known = [one for name, one in seen.people.items() if seen.genders.get(name, "") in ("", mention.gender)]
    return Link(mention, (known[0],), "the only person that can be meant") if len(known) == 1 else None


def _post(mention: Mention, place: int, seen: Seen) -> Link | None:
    wanted = noun(mention.name)
    state = _state_in(mention, seen)
    fits = [name for name, posts in seen.posts.items() if any(_same(wanted, title) and (not state or of == state) for title, of in posts)]
    if len(fits) == 1:
        return Link(mention, (seen.people[fits[0]],), "the only person with this post")
    met = [one for _, _, one in reversed(seen.trail) if one.kind == "person" and one.name in fits]
    return Link(mention, (met[0],), "the person with this post named last") if met and not state else None


def _same(wanted: str, title: str) -> bool:
    return (
        wanted == title
        or (wanted == "leader" and title in _TOP)
        or (wanted in ("prime minister", "minister") and title in ("prime minister", "premier"))
    )


def _state_in(mention: Mention, seen: Seen) -> str:
    """The key of the state or body printed within a post ("the Russian President"), "" if none."""
    for key, first in seen.named.items():
        if first.kind in ("state", "organisation") and first.name in mention.span.text:
            return key
    inside = [one.ref or one.name for _, at, one in seen.trail if mention.span.covers(at.head) and one.kind != "person"]
    return inside[0] if inside else ""


def _group(mention: Mention, place: int, seen: Seen) -> Link | None:
    words = mention.name.lower().split()
    if words[-1] in ("side", "delegation", "leadership"):
        party = next((one for _, at, one in reversed(seen.trail) if at.head == mention.head), None)
        return Link(mention, (party,), "side of this state or body") if party else None
    if words[-1] in _STATES:
        states = _parties(seen, place)
        return Link(mention, states, "the states of the encounter") if len(states) == 2 else None
    wanted = noun(mention.name)
    holders = tuple(
        dict.fromkeys(
            one for _, _, one in reversed(seen.trail) if one.kind == "person" and any(_same(wanted, title) for title, _ in seen.posts[one.name])
        )
    )
    if wanted in ("leader", "interlocutor", "head", "man", "men", "counterpart", "official"):
        holders = holders or tuple(dict.fromkeys(one for _, one in _persons(seen, place)))
    return Link(mention, tuple(sorted(holders[:2], key=lambda one: one.span)), "the holders of this post named last") if len(holders) >= 2 else None


def _parties(seen: Seen, place: int) -> tuple[Mention, ...]:
    """The two states whose people meet, or that are named together, nearest first."""
    acting: dict[str, str] = {name: next((of for _, of in posts if of.startswith("state/")), "") for name, posts in seen.posts.items()}
    people = [acting.get(one.name, "") for _, _, one in seen.trail if one.kind == "person"]
    keys = list(dict.fromkeys(key for key in people if key in seen.named))
    if len(keys) != 2:
        keys = list(dict.fromkeys(one.ref for _, _, one in seen.trail if one.kind == "state"))
    return tuple(seen.named[key] for key in keys) if len(keys) == 2 else ()


def _acting(mentions: Sequence[Mention], seen: Seen) -> Iterable[tuple[Mention, Mention]]:
    """Each person with the state or body it acts for: its titles, states before bodies, in the order of the text."""
    served: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.kind == "person":
            served.setdefault(mention.name, []).extend(of for title in mention.titles if title.status != "former" for of in title.of)
    for name, parties in served.items():
        best = next((one for one in parties if one.kind == "state"), parties[0] if parties else None)
        if best is not None:
            yield seen.people[name], seen.named.get(best.ref or f"{best.kind}:{best.name.casefold()}", best)
