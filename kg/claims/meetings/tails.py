"""Tails: what follows the verb or noun of an encounter: with whom, where to, where, when, by telephone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from kg.claims.meetings.cues import AT, BETWEEN, INVITED, PHONE, SKIP, TO, TOPICAL, WITH
from kg.claims.meetings.destinations import institution
from kg.claims.meetings.participants import parties_at
from kg.claims.meetings.scenes import Parties, Scene, is_adjective
from kg.model import Mention

_BEFORE_DATE = re.compile(r"(?:,\s*)?(?:(?:on|in|from|for|by|until|late|early|earlier|later|this|at|over|during)\s+){0,2}(?:the\s+)?")
_VENUE = re.compile(
    r"((?:the\s+)?(?:(?:southern|northern|eastern|western|central)\s+)?[A-ZÀ-Ž][\w’'.–-]*(?:\s+(?:of\s+(?:the\s+)?|and\s+|"
    r"for\s+)?[A-ZÀ-Ž0-9][\w’'.–-]*)*(?:\s+(?:(?:[a-z-]+\s+)?(?:plant|factory|shipyard|university|hospital)|residence|airport|palace|centre|center|base|headquarters|hotel|office|retreat))?)"
)
_TRAILING = re.compile(r"(?:[’']s?|\.)$")
_ROUTE = re.compile(  # "to Accra, the Ghanaian capital," and "to Baghdad from Qatar"
    r",?\s+(?:the\s+(?:[A-Z]\w+\s+)?capital(?:\s+city)?(?:\s+of\s+[A-Z]\w+)?|from\s+(?:the\s+)?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?!(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec))[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?),?(?=[\s.])"
)
_ANEW = re.compile(r"\b(?:and|also|then|as well as)\s+$")
_AGAIN = re.compile(r"\s*(?:,|and|as well as)?\s+(?:and\s+|as well as\s+|also\s+|then\s+|later\s+)*with\s+")


@dataclass(slots=True)
class Tail:
    """What was found after a cue; `end` is where the reading stopped."""

    end: int
    members: list[Mention] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)  # how many members stand before each further "and with"
    targets: list[Mention] = field(default_factory=list)
    place: Mention | None = None
    date: Mention | None = None
    days: dict[int, Mention] = field(default_factory=dict)  # the date printed after that many targets
    phone: bool = False
    joined: bool = False
    hosted: bool = False
    topical: bool = False


def read(scene: Scene, at: int, direct: bool = False, goal: bool = False) -> Tail:
    """Read on from `at`. `direct`: the parties may follow without "with"; `goal`: the next name is where someone goes."""
    tail = Tail(at)
    for step in range(12):
        begin = _space(scene, tail.end)
        if begin >= scene.end or not _step(scene, tail, begin, direct and step < 4, goal):
            break
    tail.topical = TOPICAL.match(scene.source, tail.end, scene.end) is not None
    return tail


def _space(scene: Scene, at: int) -> int:
    while at < scene.end and scene.source[at] in ' \n\t”"':
        at += 1
    return at


def _step(scene: Scene, tail: Tail, at: int, direct: bool, goal: bool) -> bool:
    """One part of the tail; False where none is understood."""
    if passed := _ROUTE.match(scene.source, tail.end, scene.end) if tail.targets or tail.place else None:
        tail.end = passed.end()
        return True
    if _phone(scene, tail, at) or _date(scene, tail, at) or _with(scene, tail, at):
        return True
    if goal and (_goal(scene, tail, at) if not tail.targets else _next_goal(scene, tail, at)):
        return True
    if (goal or not tail.members) and (invited := INVITED.match(scene.source, at, scene.end)):
        return _members(scene, tail, invited.end(), True)
    if skipped := SKIP.match(scene.source, at, scene.end):
        tail.end = skipped.end()
        return True
    if _place(scene, tail, at):
        return True
    return direct and not tail.members and _members(scene, tail, at)


def _phone(scene: Scene, tail: Tail, at: int) -> bool:
    if match := PHONE.match(scene.source, at + 2 * scene.source.startswith(", ", at), scene.end):
        tail.end, tail.phone = match.end(), True
        return True
    return False


def _date(scene: Scene, tail: Tail, at: int) -> bool:
    before = _BEFORE_DATE.match(scene.source, at, scene.end)
    for start in dict.fromkeys((at, before.end() if before else at)):
        if one := scene.date_at(start):
            tail.days.setdefault(len(tail.targets), one)
            tail.date = tail.date if tail.date and tail.date.value else one
            tail.end = one.span.end
            return True
    return False


def _with(scene: Scene, tail: Tail, at: int) -> bool:
    plain = WITH.match(scene.source, at, scene.end)
    match = plain or (BETWEEN.match(scene.source, at, scene.end) if not tail.members else None)
    again = _AGAIN.match(scene.source, tail.end, scene.end) if tail.members and match is None else None
    match, before = match or again, len(tail.members)
    if match is None or not _members(scene, tail, match.end()):
        return False
    anew = plain and before and match.group().lower().startswith("with ") and _ANEW.search(scene.text(at - 14, at))
    tail.breaks += [before] if again or anew else []
    tail.joined = tail.joined or plain is not None
    return True


_HIM = re.compile(
    r"(?:him|her|them)(?=\s*(?:[.,;)]|$|(?:on|in|at|during|for|about|and|to|before|after|later|today|earlier|as|upon|there|again|by)\b))"
)


def _object(scene: Scene, at: int) -> Parties | None:
    """ "him", "her" or "them" as those met."""
    word = _HIM.match(scene.source, at, scene.end)
    said = next((one for one in scene.mentions if one.kind == "pronoun" and one.span.start == at), None) if word else None
    return Parties(at, said.span.end, (said,)) if said else None


def _members(scene: Scene, tail: Tail, at: int, hosted: bool = False) -> bool:
    found = _object(scene, at) or parties_at(scene, at)
    if found is None:
        return False
    tail.members += found.members
    tail.end, tail.hosted = found.end, tail.hosted or hosted
    return True


def _goal(scene: Scene, tail: Tail, at: int) -> bool:
    """Where a visit goes: one place, or several named one after another."""
    at = _past_capital(scene, at)
    to = TO.match(scene.source, at, scene.end)
    article = re.compile(r"(?:the|an?)\s+").match(scene.source, at, scene.end)
    if to is None and tail.members:
        return False  # "a visit by A to B"
    at = to.end() if to else article.end() if article else at
    fresh = _FRESH.match(scene.source, at, scene.end)
    if fresh and (site := venue(scene, fresh.end())) is not None and institution(site):
        at = fresh.end()
    while (one := _location(scene, at)) is not None:
        tail.targets.append(one)
        tail.end = one.span.end
        gap = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?").match(scene.source, tail.end, scene.end)
        if gap is None:
            break
        at = gap.end()
    return bool(tail.targets)


_FRESH = re.compile(r"(?:newly[\s-][a-z]+|recently[\s-][a-z]+|brand[\s-]new|new|modern|renovated|historic|local|nearby|largest)\s+(?=[A-Z])")
_CAPITAL = re.compile(
    r"(?:to|in|at|for)\s+(?:the\s+)?(?:[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*)*(?:[’']s)?\s+)?(?:capital|port|resort|city|town)(?:\s+city)?,?\s+(?:of\s+)?"
)


_SITE = re.compile(
    r"(?:(?:to|at)\s+)?(?:(?:the|an?|its|his|her|some|several)\s+)?(?:[\w’'-]+\s+){0,3}?(?:workshops?|facilit(?:y|ies)|pavilion|stand|tomb|graves?|"
    r"site|headquarters|offices?|campus|city|town|port|village|province|capital|shops?|halls?|laborator(?:y|ies)|areas?|parts|units?)"
    r"\s+(?:of|at|in)\s+(?:the\s+)?"
)


def _past_capital(scene: Scene, at: int) -> int:
    """Past the words before the name of a city or an institution ("to the Kenyan capital of Nairobi", "workshops at the Dorsa plant")."""
    for pattern in (_CAPITAL, _SITE):
        lead = pattern.match(scene.source, at, scene.end)
        if lead and (scene.place_at(lead.end()) or (pattern is _SITE and venue(scene, lead.end()))):
            return lead.end()
    return at


def _next_goal(scene: Scene, tail: Tail, at: int) -> bool:
    """A further goal after the date of the first ("Turkey on 4 April and Uzbekistan from 5 April")."""
    gap = re.compile(r"(?:,\s*)?(?:and\s+)(?:then\s+)?(?:to\s+)?(?:the\s+)?").match(scene.source, at, scene.end)
    one = scene.place_at(gap.end()) if gap and tail.days else None
    if one is None or is_adjective(one) or one.kind == "organisation":
        return False
    tail.targets.append(one)
    tail.end = one.span.end
    return True


def _location(scene: Scene, at: int) -> Mention | None:
    one = scene.place_at(at)
    if (actor := scene.actor_at(at)) is not None and actor.mention.kind in ("person", "post"):  # "…, U.S. Secretary A"
        return None
    wide = venue(scene, at) if one is not None else None
    if one is not None and wide is not None and len(wide.name) > len(one.name) and institution(wide):
        return wide
    if one is not None and scene.source.startswith(("’s ", "'s "), one.span.end):
        return None
    if one is None:
        return venue(scene, at)
    return None if is_adjective(one) and not one.span.text.isupper() else one


def venue(scene: Scene, at: int) -> Mention | None:
    """A venue by its capitals ("the Presidential Palace", "KAMAZ automobile plant")."""
    match = _VENUE.match(scene.source, at, scene.end)
    if match is None or scene.date_at(match.start()) or _named(scene, match):
        return None
    start = match.start() + (4 if match.group().lower().startswith("the ") else 0)
    if match.end() - start < 2:
        return None
    text = _TRAILING.sub("", scene.source[start : match.end()])
    span = scene.span(start, start + len(text))
    return Mention("place", span, " ".join(text.split()), span)


def _named(scene: Scene, match: re.Match[str]) -> bool:
    return any(one.kind in ("person", "post", "date") and match.start() <= one.head.start < match.end() for one in scene.mentions)


def _place(scene: Scene, tail: Tail, at: int) -> bool:
    match = AT.match(scene.source, at + (2 if scene.source.startswith(", ", at) else 0), scene.end)
    plain = re.compile(r"(?:,\s*)?(?:in|at|inside|outside|near|on)\s+(?:the\s+|his\s+|her\s+)?").match(scene.source, at, scene.end)
    for found in (match, plain):
        if found is None:
            continue
        one = scene.place_at(found.end()) or (venue(scene, found.end()) if plain and not plain.group().startswith("on ") else None)
        if one is not None and not (is_adjective(one) and scene.source[one.span.end : one.span.end + 1] != "."):
            tail.place = _finer(tail.place, one)
            within = _ROOM.match(scene.source, one.span.end, scene.end)
            tail.end = within.end() if within else _country(scene, one.span.end)
            return True
    return False


_ROOM = re.compile(r"\s+(?:office|offices|residence|headquarters|compound|building|hall)\b")


def _finer(old: Mention | None, new: Mention) -> Mention:
    """A city is finer than a venue without a place in the tables; the first of two names stands."""
    if old is None or (not old.ref and new.ref and new.kind == "place"):
        return new
    return old


def _country(scene: Scene, at: int) -> int:
    """Past the state that follows its city ("Tokyo, Japan,")."""
    if scene.source.startswith(", ", at) and (one := scene.place_at(at + 2)) and one.kind in ("state", "region", "place"):
        end = one.span.end
        return end + 1 if scene.source.startswith(",", end) else end
    return at


def companies(tail: Tail) -> list[list[Mention]]:
    """Those met, one company for each "with" ("met with A, and with B and C")."""
    bounds = [0, *tail.breaks, len(tail.members)]
    return [tail.members[start:end] for start, end in pairwise(bounds) if start < end]


def day(scene: Scene, tail: Tail, number: int) -> Mention | None:
    """The date printed with that company ("with A on Wednesday and with B on Thursday"), else the first."""
    bounds = [*tail.breaks, len(tail.members)]
    start = tail.members[bounds[number] - 1].span.end
    end = tail.members[bounds[number]].span.start if number + 1 < len(bounds) else tail.end
    return next((one for one in scene.dates if start <= one.span.start < end), tail.date)


def only(found: Parties | None) -> tuple[Mention, ...]:
    return found.members if found else ()
