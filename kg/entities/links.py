"""Links: what the pronouns, surnames, posts, groups and repeated names of one article stand for, each with its reason."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kg.entities.memories import Memory, noun
from kg.model import Analysis, Link, Links, Mention
from kg.ontology.appellations import fits

_SIDES = ("parties", "sides")
_STATES = (
    "countries", "nations", "states", "governments", "peoples", "capitals", "delegations", "partners", "neighbours", "neighbors",
)  # fmt: skip
_INSTRUMENTS = (
    "document", "statement", "declaration", "treaty", "agreement", "memorandum", "resolution", "communique", "communiqué", "protocol", "convention",
    "roadmap", "accord", "pact", "decree",
)  # fmt: skip
_BODIES = (
    "ministry", "agency", "company", "bank", "union", "organisation", "organization", "group", "alliance", "commission", "committee", "council",
    "bloc", "grouping", "party", "fund", "department", "movement", "league", "association", "newspaper", "daily",
)  # fmt: skip
_TOP = ("president", "premier", "chancellor", "king", "emir", "amir", "sultan", "queen", "prime minister", "pope", "taoiseach")
_PARTY = ("general secretary", "first secretary", "party secretary", "party chief", "party chairman", "chairman of the party")
_PEOPLE = ("leader", "interlocutor", "man", "men", "counterpart", "principal", "diplomat", "official", "participant")
_DIPLOMATS = ("minister", "foreign secretary", "secretary", "counterpart")
_DESCRIBED = "description of a person"
_OWN = "post of the publisher's state"


def link(analysis: Analysis, mentions: Sequence[Mention]) -> Links:
    """The links of one article, in the order of `mentions`, and for whom each person acts."""
    memory = Memory.of(mentions, analysis)
    starts = [one.span.start for one in analysis.sentences]
    quoted = sorted((one.span.start, one.span.end) for one in mentions if one.kind == "quotation" and one.span.field == "text")
    found = list[Link]()
    for mention in mentions:
        memory.place = bisect_right(starts, mention.head.start) if mention.head.field == "text" else 0
        if mention.kind == "pronoun" and _inside(quoted, mention):
            continue
        made = _link(mention, memory)
        if made is not None:
            found.append(made)
        memory.note(mention, made)
    return Links(tuple(found), tuple(memory.acting()))


def _inside(quoted: Sequence[tuple[int, int]], mention: Mention) -> bool:
    index = bisect_right(quoted, (mention.head.start, 1 << 40)) - 1
    return mention.head.field == "text" and index >= 0 and quoted[index][1] > mention.head.start


def _link(mention: Mention, memory: Memory) -> Link | None:
    if mention.kind == "person":
        return _repeat(mention, memory.people[mention.name], "same name" if mention.head.text == mention.name else "shorter form of the name")
    if memory.key(mention):
        return _repeat(mention, memory.named[memory.key(mention)], "same name")
    if mention.kind == "pronoun":
        return _pronoun(mention, memory)
    if mention.kind == "post":
        return _post(mention, memory)
    return _group(mention, memory) if mention.kind == "group" else None


def _repeat(mention: Mention, first: Mention, reason: str) -> Link | None:
    return Link(mention, (first,), reason) if first != mention else None


def _pronoun(mention: Mention, memory: Memory) -> Link | None:
    if mention.name in ("we", "our", "it", "its"):
        return None
    if mention.plural:
        return _they(mention, memory)
    for actor in memory.clauses.around(mention):
        if (meant := memory.meant(actor)) is not None and memory.can_be(meant, mention):
            return Link(mention, (meant,), "who acts in the clause around it")
    coming = memory.clauses.after(mention)
    if coming is not None and coming.kind == "person" and memory.can_be(coming, mention):
        return Link(mention, (memory.people[coming.name],), "who acts after the phrase that opens the sentence")
    near = [one for one in memory.near(around=mention) if memory.can_be(one, mention)]
    if memory.objective(mention):  # "Minister X thanked him": not X
        near = [one for one in near if one != memory.subject()]
    if near:
        return Link(mention, (near[0],), "person before it that is nearest to the centre")
    known = [one for one in memory.people.values() if memory.can_be(one, mention)]
    return Link(mention, (known[0],), "the only person that can be meant") if len(known) == 1 else None


def _they(mention: Mention, memory: Memory) -> Link | None:
    recent, people = memory.plural(2), memory.actors()
    acting = len(people) == 2 and mention.name in ("they", "the two")
    if recent and not (acting and all(one.kind == "state" for one in recent)):  # those who act are the people just named, before states
        return Link(mention, recent, "the plural named before")
    pair = memory.pair()
    if pair and len(people) != 2 and (set(people) & set(pair) or (not people and len(memory.people) == 2)):
        return Link(mention, pair, "the two persons who meet")
    return Link(mention, people, "the two persons of the sentence before") if len(people) == 2 else None


def _post(mention: Mention, memory: Memory) -> Link | None:
    wanted = noun(mention.titles[0].post.text if mention.titles else mention.name)
    served = {one.ref or one.name for title in mention.titles for one in title.of}
    if any(title.rule == _DESCRIBED for title in mention.titles):
        return _described(mention, served, memory)
    if wanted == "counterpart":
        acting = [first for first, of in memory.acting() if (of.ref or of.name) in served]
        return Link(mention, (acting[0],), "the only person of this state") if len(acting) == 1 and served else None
    ours = any(title.rule == _OWN for title in mention.titles)
    heads = ("president", "king", "queen", "emir", "sultan")
    fits = (
        [memory.people[name] for name in memory.people if memory.holds(name, lambda title: title in heads, served)]
        if ours and wanted == "leader"
        else []
    )
    if ours and wanted == "leader" and not fits:
        return _publishers(mention, "president", memory)
    if wanted == "leader" and "party" in mention.span.text.lower().split():
        heads_of_party = [one for one in memory.people.values() if any(title.post.text.lower() in _PARTY for title in one.titles)]
        return Link(mention, (heads_of_party[0],), "the only person with this post") if len(heads_of_party) == 1 else None
    status = "former" if any(title.status == "former" for title in mention.titles) else ""
    fits = fits or [memory.people[name] for name in memory.people if memory.holds(name, lambda title: _same(wanted, title), served, status)]
    fits = _nearest_post(fits, mention, wanted, memory) if len(fits) > 1 else fits
    if len(fits) > 1 and wanted in ("secretary", "president"):  # "the Secretary" is the Secretary of State, not the Foreign Secretary
        plain = [one for one in fits if any(title.post.text.casefold().startswith(wanted) for title in one.titles)]
        fits = plain if len(plain) == 1 and len(mention.name.split()) == 1 else fits
    if len(fits) == 1:
        return Link(mention, (fits[0],), "the only person with this post")
    if not fits:
        return _publishers(mention, wanted, memory)
    met = next((one for one in (*memory.near(), *memory.met()) if one in fits), None)
    return Link(mention, (met,), "the person with this post nearest to the centre") if met else None


def _described(mention: Mention, served: set[str], memory: Memory) -> Link | None:
    """ "The Iranian top diplomat": the foreign minister of that state; "the Iranian official": its only person so far."""
    known = [one for one in dict.fromkeys(memory.met()) if memory.served(one.name) in served]
    if mention.name == "foreign minister":
        known = [one for one in known if memory.holds(one.name, lambda title: title in _DIPLOMATS, served)] or known
    return Link(mention, (known[0],), "the only person of this state") if len(known) == 1 else None


def _nearest_post(fits: list[Mention], mention: Mention, wanted: str, memory: Memory) -> list[Mention]:
    """Of several holders those of the very post: "the minister" is no prime minister beside one, "the foreign minister" no finance minister."""
    plain = [one for one in fits if any(title == wanted for title, _, _ in memory.posts[one.name])]
    fits = plain or fits
    words = {word for title in mention.titles for word in title.post.text.lower().split()} - {wanted, "the", "of", "for", "and", "affairs"}
    alike = [one for one in fits if words and any(words <= set(title.post.text.lower().split()) for title in one.titles)]
    return alike or fits


def _publishers(mention: Mention, wanted: str, memory: Memory) -> Link | None:
    """A government's site names its own head of state without the post: "Vladimir Putin", then "the President"."""
    if not any(title.rule == _OWN for title in mention.titles) or wanted in ("official", "representative"):
        return None
    plain = [first for name, first in memory.people.items() if not memory.posts[name] and not memory.served(name) and len(name.split()) > 1]
    stated = any(mention.span.covers(of.head) for title in mention.titles for of in title.of)
    if len(plain) != 1 or not (stated or wanted not in ("president", "head of state")):
        plain = [one for one in plain if wanted in ("president", "head of state") and one.name == memory.opener]
    return Link(mention, (plain[0],), "the first person named without a post, on the site of the government") if plain else None


def _same(wanted: str, title: str) -> bool:
    if wanted in ("leader", "head of state"):
        return title in _TOP or title == wanted
    return wanted == title or (wanted == "minister" and title == "prime minister") or {wanted, title} == {"premier", "prime minister"}


def _group(mention: Mention, memory: Memory) -> Link | None:
    words = mention.name.lower().split()
    if mention.name == "the delegation":
        return Link(mention, (memory.delegation,), "the delegation named before") if memory.delegation else None
    if words[-1] in ("side", "delegation", "leadership"):
        party = memory.at(mention)
        return Link(mention, (party,), "the side of this state or body") if party else None
    if mention.name == "the two":
        return _they(mention, memory)
    if words[-1] in _BODIES and len(words) == 1:
        named = [(place, one) for place, _, one in memory.trail if one.kind == "organisation"]
        return _last(mention, named, "the body of this kind named last")
    if words[-1] in _INSTRUMENTS and not mention.plural:
        return _last(mention, memory.instruments, "the instrument of this kind named last")
    if words[-1] in _SIDES and (pair := memory.pair()):
        return Link(mention, pair, "the two persons who meet")
    if words[-1] in _SIDES + _STATES:
        states = memory.states()
        return Link(mention, states, "the states whose people meet") if states else None
    return _holders(mention, memory)


def _last(mention: Mention, named: Sequence[tuple[int, Mention]], reason: str) -> Link | None:
    """The thing named last that the noun of `mention` fits; none where the same sentence names a second one."""
    fitting = [(place, one) for place, one in named if fits(mention.name.lower().split()[-1], one.name, one.ref)]
    rivals = dict.fromkeys(one for place, one in fitting if place == fitting[-1][0])
    return Link(mention, tuple(rivals), reason) if len(rivals) == 1 else None


def _holders(mention: Mention, memory: Memory) -> Link | None:
    """ "The presidents of Russia and Turkey", "the two leaders": the persons in these posts, one a state."""
    wanted = noun(mention.titles[0].post.text if mention.titles else mention.name)
    if (two := _with_publishers(mention, wanted, memory)) is not None:
        return two
    served = [one.ref or one.name for title in mention.titles for one in title.of]
    if len(served) > 1:
        found = [[one for one in memory.people.values() if memory.holds(one.name, lambda title: _same(wanted, title), {of})] for of in served]
        return Link(mention, tuple(one[0] for one in found), "the holders of the posts") if all(len(one) == 1 for one in found) else None
    holders = [
        one for one in dict.fromkeys(memory.met()) if memory.holds(one.name, lambda title: _same(wanted, title) or title == "counterpart", set())
    ]
    apart = _apart(holders, memory)
    if len(apart) < 2 and wanted in _PEOPLE:
        pair = memory.pair() or tuple(dict.fromkeys(memory.near()))
        return Link(mention, pair, "the two persons who meet") if len(pair) == 2 else None
    return Link(mention, tuple(sorted(apart[:2], key=_place)), "the holders of this post named last") if len(apart) >= 2 else None


def _with_publishers(mention: Mention, wanted: str, memory: Memory) -> Link | None:
    """A government's own president, named without the post, and the one other president: "the two presidents"."""
    opener = memory.people.get(memory.opener)
    if opener is None or memory.posts[opener.name] or not any(title.rule == _OWN for title in mention.titles):
        return None
    others = [one for name, one in memory.people.items() if memory.holds(name, lambda title: title == wanted, set())]
    return Link(mention, (opener, others[0]), "the president whose government publishes, and the only other") if len(others) == 1 else None


def _apart(holders: Sequence[Mention], memory: Memory) -> list[Mention]:
    """Of several persons of one state the one named last."""
    kept: dict[str, Mention] = {}
    for one in holders:
        kept.setdefault(memory.served(one.name) or one.name, one)
    return list(kept.values())


def _place(mention: Mention) -> tuple[bool, int]:
    return mention.span.field != "title", mention.span.start
