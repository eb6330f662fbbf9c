"""Holders: the person meant by a post, a long title or a list of states that stands beside the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.claims.meetings.scenes import Actor, Parties, Scene
from kg.model import Mention

_COMMA = re.compile(r"(?:\s+in\s+(?:the\s+)?[A-Z][\w-]+)?(?:[’']s?(?:\s+[\w-]+){1,4})?,\s+(?:(?:His|Her)\s+Excellency\s+)?")


def apposed(scene: Scene, end: int, state: Mention | None) -> Actor | None:
    """The holder of a post named after it and a comma ("the Director for Asia of the Fund, Ambassador A"): one who acts for no other state."""
    gap = _COMMA.match(scene.source, end, scene.end)
    named = scene.actor_at(gap.end()) if gap else None
    if named is None or named.mention.kind != "person":
        return None
    served = {one.ref or one.name for one in scene.reading.links.principals(named.mention)}
    posts = [title.post.text for title in named.mention.titles]
    if state is None:
        return named if all(post == "Ambassador" for post in posts) else None
    return named if (served and served <= {state.ref or state.name}) or not posts else None


_POSTS = re.compile(
    r"\b(?:[Cc]o-?[Cc]hair|[Cc]hair(?:man|woman|person)?|President|Minister|Secretary|Director|Head|Speaker|Ambassador|Envoy|Representative|"
    r"Governor|Mayor|Advis[eo]r|Congressman|Senator|Commissioner|General|Chief|Officer|Member|Deputy|Chancellor|Premier|Leader|Coordinator)\b"
)
_RUN = re.compile(
    r"(?!(?:If|After|Before|During|When|While|As|At|In|On|By|For|From|With|And|But|Had|Has|Did|Will|That|Earlier|"
    r"Later)\b)(?:(?:[A-Z][\w’'`.-]*|of|for|and|the|to|on|&|-|–)[’']?\s+|\([A-Z][\w -]{1,30}\)\s+)+(?:(?:Minister|President|Chairman|Speaker|"
    r"Secretary|Director|Governor|Ambassador|Premier|Chancellor),\s+)?"
)


def titled(scene: Scene, at: int, limit: int = 160) -> Parties | None:
    """A person whose long title no list of posts knows ("State Council Chairman A"): capitals run up to the name."""
    run = _RUN.match(scene.source, at, min(scene.end, at + limit))
    if run is None or not scene.source[at].isupper() or scene.tag(at) not in ("", "NOUN", "PROPN", "ADJ"):
        return None
    people = [one for one in scene.mentions if one.kind == "person" and at < one.head.start and one.span.start <= run.end()]
    if not people or not _POSTS.search(scene.source, at, people[0].head.start):
        return None
    return Parties(at, people[0].span.end, (people[0],))


_ROLE_OF = re.compile(r"(?:the|a|an)\s+(?:[a-z-]+\s+){1,3}of\s+(?:the\s+)?(?:(?:[A-Z][\w’'.-]*|of|and|for)\s+)+?(?=[A-Z])")


def in_role(scene: Scene, at: int) -> Parties | None:
    """A person after a role in small letters ("the founder of Northwind A")."""
    lead = _ROLE_OF.match(scene.source, at, scene.end)
    people = [one for one in scene.mentions if one.kind == "person" and lead and at < one.span.start <= lead.end() + 40] if lead else []
    if not people or not lead or re.fullmatch(r"(?:(?:[A-Z][\w’'.-]*|of|and|for)\s+)*", scene.source[lead.end() : people[0].span.start]) is None:
        return None
    return Parties(at, people[0].span.end, (people[0],))


def holders(members: Sequence[Mention]) -> Sequence[Mention]:
    """Without the states whose people are named right after them ("the ambassadors of Chile, A, Peru, B and Malta, C")."""
    if len(members) < 3 or len(members) % 2 == 0 or members[0].kind != "person" or not re.search(r"s of [^,]+, ", members[0].span.text):
        return members
    pairs = list(zip(members[1::2], members[2::2], strict=True))
    return [members[0], *(one for _, one in pairs)] if all((of.kind, one.kind) == ("state", "person") for of, one in pairs) else members
