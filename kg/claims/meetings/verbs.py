"""Verbs: the tellings that begin with a verb ("A met with B", "A will travel to B", "A chaired a meeting of B")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.claims.meetings import tails
from kg.claims.meetings.cues import EVENT, EVENT_KINDS, FEASTS, FOR, NOUNS, Cue
from kg.claims.meetings.destinations import cities, hosts
from kg.claims.meetings.participants import is_bare, lists, parties_at
from kg.claims.meetings.scenes import Parties, Scene
from kg.claims.meetings.subjects import subject
from kg.claims.meetings.tellings import Frame, after_comma, tell
from kg.claims.meetings.vocabularies import AGENT
from kg.model import Mention

_VERB_BEFORE = re.compile(r"(?:\b(?:is|are|was|were|be|been|after|before|while|when|by|of|and)\s+(?:\w+ly\s+)?|,\s+)$")
_ENVOYS = re.compile(
    r"\b(?:officials?|diplomats?|delegations?|delegates|envoys?|negotiators?|leaders?|ministers?|lawmakers|parliamentarians|experts)\b", re.IGNORECASE
)
_SEVERAL = re.compile(
    r"\b(?:leaders|ministers|presidents|officials|diplomats|negotiators|representatives|envoys|members|delegates|experts|heads of state)\b",
    re.IGNORECASE,
)
_BASE_BEFORE = re.compile(r"\b(?:to|will|would|may|might|can|could|should|shall|and|not|also|did|does|then|or)\s+(?:\w+ly\s+|also\s+)?$")
_PARTICIPLE = re.compile(r"planned|scheduled|postponed|cancell?ed|arranged|concluded")
_OWNED = re.compile(r"(?:[’']s?|\b(?:the|a|his|her|their|its))\s+$", re.IGNORECASE)
_SEPARATELY = re.compile(r"\bseparately\b(?!,)")
_LASTING = frozenset(("talks", "consultations", "discussions", "negotiations"))
_AMBIGUOUS = frozenset("talks talk visit visits tour tours host hosts meet receive present open address meeting chair".split())


def follows(scene: Scene, match: re.Match[str]) -> bool:
    """May the cue begin a telling? A word that can be a noun too must be a verb here."""
    if _PARTICIPLE.match(match.group()) and _OWNED.search(scene.text(match.start() - 12, match.start())):
        return False
    return match.group().lower() not in _AMBIGUOUS or _is_verb(scene, match)


def _is_verb(scene: Scene, match: re.Match[str]) -> bool:
    """Is a word that can be a noun a verb here: as the model says, after an auxiliary or right after its subject?"""
    if match.group() == "meeting" and re.search(r",\s$", scene.text(match.start() - 2, match.start())):
        return True
    if scene.tag(match.start()) in ("", "VERB", "AUX") or re.search(
        r"\b(?:is|are|was|were|will|to)\s+$", scene.text(match.start() - 6, match.start())
    ):
        return True
    return (
        match.group().endswith("s")
        and match.group() != "talks"
        and any(one.end + 1 == match.start() and one.mention.kind in ("person", "pronoun") for one in scene.actors)
    )


_AGREED = re.compile(r"\b(?:agree[ds]?|pledged|vowed|expressed \w+)\s+to\s+$")


def _with(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A met with B", "A and B held talks", "A had a meeting with B in C"."""
    noun = (match.groupdict().get("noun") or "").lower()
    if cue.rule == "meet" and match.group() == "meeting" and not _VERB_BEFORE.search(scene.text(match.start() - 20, match.start())):
        return
    if NOUNS.get(noun) == "visit":
        yield from _visit(scene, cue, match)
        return
    if match.group().startswith(("continu", "maintain")) and _AGREED.search(scene.text(match.start() - 24, match.start())):
        return  # "agreed to continue consultations"
    who = subject(scene, match.start()) or after_comma(scene, match.end())
    tail = tails.read(scene, match.end(), direct=cue.rule == "meet")
    if noun in FEASTS:
        _feasted(scene, tail)
    if cue.rule == "meet" and tail.members and not tail.joined and all(_mere(scene, one) for one in tail.members):
        return
    made = tell(scene, cue, match, who, tail, [*tails.only(who), *tail.members])
    if who is None and tail.joined and noun:
        made = replace(made, open=True)
    plural = who is not None and (len(who.members) > 1 or who.members[0].plural or _SEVERAL.search(scene.text(who.start, who.end)) is not None)
    if _loose(scene, cue, match, who, tail):
        return
    if not tail.members and not plural and not (who and NOUNS.get(noun) == "other"):
        if noun and who:
            yield replace(made, definite=_ONE.search(match.group()) is None)
    elif who and (
        _several(noun, tail)
        or (_SEPARATELY.search(scene.text(match.start() - 12, tail.end + 12)) and tail.members and _understood(scene, made, match, tail))
    ):
        pairs = [(*who.members, one) for one in tail.members] if len(tail.members) > 1 else [(one, *tail.members) for one in who.members]
        yield from (
            replace(made, kind=_kind(scene, made, tail), members=tuple(dict.fromkeys(pair)), anchor=made.anchor + number)
            for number, pair in enumerate(pairs)
        )
    elif who and tail.breaks and _understood(scene, made, match, tail):
        for number, company in enumerate(tails.companies(tail)):
            members, date = tuple(dict.fromkeys((*who.members, *company))), tails.day(scene, tail, number) or made.date
            yield replace(made, kind=_kind(scene, made, tail), members=members, date=date, anchor=made.anchor + number)
    elif _understood(scene, made, match, tail):
        yield replace(made, kind=_kind(scene, made, tail))


_ONE = re.compile(r"\ban?\s")


def _mere(scene: Scene, one: Mention) -> bool:
    """Is it a state without people who act for it ("met Malta", but not "met her Maltese counterpart")?"""
    return one.kind == "state" and AGENT.match(scene.source, one.span.end, scene.end) is None


def _loose(scene: Scene, cue: Cue, match: re.Match[str], who: Parties | None, tail: tails.Tail) -> bool:
    """Is a verb that tells of many things ("discussed with", "engaged with") told of no people on the other side?"""
    if cue.rule == "engage":
        return who is None or not all(one.kind in ("person", "content", "post") for one in tail.members)
    named = any(which.kind == "person" for one in tail.members for which in scene.reading.links.of(one))
    return cue.rule == "confer" and match.group().startswith(("discuss", "exchang")) and not named


def _several(noun: str, tail: tails.Tail) -> bool:
    """ "Held meetings with A and B": one with each."""
    grouped = all(one.kind == "content" and one.plural for one in tail.members)
    return noun.endswith("s") and noun not in _LASTING and len(tail.members) > 1 and not grouped


def _feasted(scene: Scene, tail: tails.Tail) -> None:
    """For whom a reception or dinner was given, and what follows."""
    given = FOR.match(scene.source, tail.end, scene.end) if not tail.members else None
    found = parties_at(scene, given.end()) if given else None
    people = found is not None and any(one.kind in ("person", "post", "content", "group", "pronoun") for one in found.members)
    if found is not None and (people or _ENVOYS.search(scene.source, found.start, found.end)):
        rest = tails.read(scene, found.end)
        tail.members += found.members
        tail.end, tail.place, tail.date = rest.end, tail.place or rest.place, tail.date or rest.date


def _understood(scene: Scene, made: Frame, match: re.Match[str], tail: tails.Tail) -> bool:
    """Is what follows the verb a part of the telling ("The leaders met in C", but not "met our goals")?"""
    if tail.members or made.noun:
        return True
    if made.rule in ("speak", "confer"):
        people = bool(made.members) and all(one.kind == "person" for one in made.members)
        return tail.phone or (people and (tail.topical or (tail.date is not None and len(made.members) > 1)))
    return tail.end != match.end() or tail.topical or scene.source[match.end() : match.end() + 1] in (".", ",", "")


def _kind(scene: Scene, made: Frame, tail: tails.Tail) -> str:
    if made.rule == "speak":
        near = tail.place or any(one.kind == "content" for one in tail.members)
        return "meeting" if near and not tail.phone else "call"
    if made.rule == "meet" and re.search(r"\bfor\s+(?:an?|the|their)\s+(?:[\w-]+\s+){0,3}summit\b", scene.text(made.anchor, tail.end + 40)):
        return "summit"
    if made.rule == "meet" and re.search(r"\bfor\s+(?:[\w-]+\s+){0,5}talks\b", scene.text(made.anchor, tail.end + 40)):
        return "talks"
    return made.kind


_BY_WHOM = re.compile(r"(?:\s+(?:here|there|at|in|on|upon)\b[^,.;]{0,60}?)+\s+by\s+")  # "received at the airport on arrival by B"
_CALLS = re.compile(r"\b(?:calls|visits)\s")  # "paid courtesy calls on A and B"
_URGED = re.compile(r"\s+(?:not\s+)?to\s+(?!(?:discuss|exchange|express|convey|congratulate|bid|hand|present)\b)|\s+for\b")  # "called on A to resign"


def _object(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A received B", "A hosted B at C", "A was welcomed by B"."""
    who = subject(scene, match.start()) if match.group().islower() else after_comma(scene, match.end())
    passive = re.search(r"\b(?:was|were|been|be)\s+(?:\w+ly\s+)?$", scene.text(match.start() - 20, match.start())) is not None
    by = _BY_WHOM.match(scene.source, match.end(), scene.end) if passive else None
    tail = tails.read(scene, match.end(), direct=True)
    if by and not tail.members:
        met = tails.read(scene, by.end(), direct=True)
        tail.members, tail.end, tail.date, tail.place = met.members, met.end, tail.date or met.date, tail.place or met.place
    sent = _ENVOYS.search(scene.source, match.end(), tail.end) is not None  # "received a delegation from B"
    people = [one for one in tail.members if sent or one.kind in ("person", "post", "content", "group", "pronoun")]
    if who is None or not people or scene.source[tail.end : tail.end + 1] in ("’", "'"):
        return
    if match.group().lower() in ("hosting", "receiving") and all(one.kind == "content" for one in people):
        return
    if cue.rule == "call on" and (_URGED.match(scene.source, tail.end, scene.end) or not any(one.kind in ("person", "post") for one in people)):
        return
    if cue.rule == "phone" and match.group() == "called" and not (tail.date or re.search(r"\bcall\b", scene.reading.document.title, re.IGNORECASE)):
        return
    if match.group().startswith("welcom") and not (tail.place or passive or scene.source.startswith(" to ", tail.end)):
        return
    onward = re.match(r"\s+to\s+", scene.text(tail.end, scene.end))
    if onward and tail.place is None:
        further = tails.read(scene, tail.end, goal=True)
        tail.place, tail.date = next(iter(further.targets), None), tail.date or further.date
        tail.end = further.end
    made = tell(scene, cue, match, who, tail, [*who.members, *people])
    if len(people) > 1 and (_CALLS.search(match.group()) or _SEPARATELY.search(scene.text(match.start() - 12, tail.end + 12))):
        yield from (replace(made, members=(*who.members, one), anchor=made.anchor + number) for number, one in enumerate(people))
        return
    yield replace(made, kind="ceremony") if passive and match.group().startswith("welcom") else made


def _visit(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A visited B", "A will travel to B and C", "A arrived in B for talks with C"."""
    who = subject(scene, match.start())
    if match.group() in ("visit", "tour", "travel", "travel to") and not _BASE_BEFORE.search(scene.text(match.start() - 20, match.start())):
        return
    if who is None or _OFFERED.search(scene.text(match.start() - 140, match.start())):
        return
    if (
        all(one.kind in ("state", "organisation") for one in who.members)
        and cue.rule != "pay a visit"
        and not _ENVOYS.search(scene.text(who.start, who.end))
    ):
        return
    at = match.end() - 3 if re.search(r" (?:to|in|at|of)$", match.group()) else match.end()
    tail = tails.read(scene, at, goal=True)
    if not tail.targets:
        host = parties_at(scene, match.end() + 1) if cue.rule == "pay a visit" else None
        if host is not None and host.members[0].kind in ("person", "post"):  # "a courtesy visit to Minister B"
            yield replace(tell(scene, cue, match, who, tails.Tail(host.end), [*who.members, *host.members]), kind="meeting")
        elif _THE_COUNTRY.match(scene.source, at) and any(one.kind == "person" for one in who.members):
            yield tell(scene, cue, match, who, tail, who.members)  # whose host only the sentences before name
        return
    people = [one for one in tail.members if one.kind in ("person", "post")]
    if people and not tail.hosted:
        talks = tell(scene, cue, match, who, tail, [*who.members, *people])
        yield replace(talks, kind="talks", place=tail.targets[0])
        return
    if _HOMEWARD.match(scene.source, tail.end, scene.end):
        return
    if _AIRPORT.search(tail.targets[0].name):  # where one lands is no visit of its own
        yield replace(tell(scene, cue, match, who, tail, who.members), rule="noun", place=None, definite=True)
        return
    goals = cities(scene, tail.targets)
    if len(goals) > 2 and tail.date and all(one.kind in ("state", "region") for one in goals) and len(tail.days) < 2:  # one tour
        yield replace(tell(scene, cue, match, who, tail, [*who.members, *goals]), kind="visit", place=None)
        return
    for number, target in enumerate(goals):
        guests = people or hosts(scene, who.members, target)
        made = tell(scene, cue, match, who, tail, [*who.members, *guests])
        day = tail.days.get(tail.targets.index(target) + 1) if len(tail.days) > 1 else made.date
        yield replace(made, kind="visit", place=target, date=day, anchor=made.anchor + number)


_HOMEWARD = re.compile(r"(?:\s+(?:morning|afternoon|evening|night))?,?\s+(?:concluding|completing|wrapping up|ending|rounding off)\s")
_AIRPORT = re.compile(r"\b(?:[Aa]irport|[Aa]irfield|[Aa]ir [Bb]ase)$")
_OFFERED = re.compile(r"\b(?:invitation|request|proposal)\b[^.;,]{0,70}\bfor\s[^.;,]{2,60}\sto\s+$")
_PARTICIPLES = ("attending", "taking part in", "participating in", "chairing")
_THE_COUNTRY = re.compile(r"\s*(?:(?:to|in)\s+)?(?:the|this|that)\s+(?:(?:[A-Z]\w+|[a-z]+)\s+)?(?:country|republic|kingdom|nation)\b")
_TO_PLACE = re.compile(r"[^.;]{0,140}?\s(?:to|in)\s+(?:the\s+)?(?=[A-Z])")


def _delegation(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A led a delegation to B", "A led a delegation to a conference in B": a visit."""
    who, at = subject(scene, match.start()), match.end()
    while who and (to := _TO_PLACE.match(scene.source, at, scene.end)):
        target = scene.place_at(to.end())
        if target is not None and target.kind in ("place", "state"):
            tail = tails.read(scene, target.span.end)
            guests = hosts(scene, who.members, target)
            if guests or target.kind == "state":
                made = tell(scene, cue, match, who, tails.Tail(target.span.end, date=tail.date), [*who.members, *guests])
                yield replace(made, place=target)
            return
        at = to.end()


def _event(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A chaired a meeting of B", "A took part in a ceremony", "A, B and C attended the talks"."""
    who = subject(scene, match.start())
    if match.group() in _PARTICIPLES and who and all(one.kind == "content" and is_bare(one) for one in who.members):
        return  # "the delegates attending a summit"
    event = EVENT.match(scene.source, match.end(), scene.end)
    if who is None or event is None or re.search(r"\b(?:and [a-z]|will\b|that\b|said\b|was\b)", event.group()):
        return
    tail = tails.read(scene, event.end())
    if scene.source.startswith(" by ", match.end()):
        return
    kind = EVENT_KINDS[event.group("noun").lower()]
    body = parties_at(scene, match.end() + 1) if cue.rule == "chair" and match.group().startswith("address") else None
    if body is not None and body.members[0].kind == "organisation":
        kind, tail = "meeting", tails.Tail(body.end, members=list(body.members))
    made = tell(scene, cue, match, who, tail, [*who.members, *tail.members])
    definite = (
        re.match(r"\s+(?:the|this|that)\s+(?:\w+\s+)?(?:meeting|talks|ceremony|negotiations|conference|summit|consultations)\b", event.group())
        is not None
    )
    yield replace(made, kind=kind, definite=definite and not tail.members, roll=definite and not tail.members, noun=event.group("noun").lower())


def _ceremony(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "… signed in the presence of A and B", "A witnessed the signing", "A presented the Order of C to B"."""
    who = subject(scene, match.start())
    if match.group().startswith("look"):
        if who and len(who.members) > 1:
            yield replace(tell(scene, cue, match, who, tails.Tail(match.end()), who.members), evidence=scene.sentence.span)
        return
    if match.group().startswith("in the presence"):
        found = parties_at(scene, match.end() + 1)
        if found is not None:
            tail = tails.Tail(found.end)
            yield replace(tell(scene, cue, match, None, tail, found.members), evidence=scene.span(scene.start, found.end), modality="happened")
        return
    rest = [one for one in lists(scene) if one.start >= match.end()]
    people = [member for one in rest for member in one.members if member.kind in ("person", "content")]
    if who and people:
        yield tell(scene, cue, match, who, tails.Tail(rest[-1].end), [*who.members, *people])


_AMBASSADORS = re.compile(r"\b(?:ambassadors|envoys|high commissioners|heads of mission)\b", re.IGNORECASE)


def _credentials(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "Ambassador A presented her credentials to President B", "B received credentials from A"."""
    who = subject(scene, match.start()) or after_comma(scene, match.end())
    if who is None or re.search(r"\b(?:received|met)\b", scene.text(scene.start, match.start())):
        return
    rest = [(one.end, member) for one in lists(scene) if one.start >= match.end() for member in one.members]
    named = [(end, one) for end, one in rest if one.kind in ("person", "post")]
    if not any(one.kind == "person" for _, one in named) and _AMBASSADORS.search(scene.source, match.end(), scene.end):
        named += [(end, one) for end, one in rest if one.kind == "state" and not _accredited(scene, one)]
    named = named or [(end, one) for end, one in rest if one.kind in ("group", "content")]
    if named:
        end = max(end for end, _ in named)
        made = tell(scene, cue, match, who, tails.read(scene, end), [*who.members, *(one for _, one in named)])
        yield replace(made, evidence=scene.span(made.evidence.start, end))


def _accredited(scene: Scene, state: Mention) -> bool:
    """Is it only the state that envoys are accredited to ("the new ambassadors to Kenya")?"""
    return re.search(r"\bto\s+(?:the\s+)?$", scene.text(state.span.start - 8, state.span.start)) is not None


def _guest(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "Visiting Prime Minister A" is on a visit, wherever to."""
    guest = next((one for one in scene.mentions if one.kind == "person" and one.span.start in (match.start(), match.end() + 1)), None)
    if guest is not None:
        made = tell(scene, cue, match, None, tails.Tail(guest.span.end), [guest])
        yield replace(made, modality="happened", place=None, date=None)


def _wreath(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A laid a wreath at the monument"."""
    who = subject(scene, match.start())
    if who and any(one.kind in ("person", "post", "pronoun", "group") for one in who.members):
        yield tell(scene, cue, match, who, tails.read(scene, match.end()), who.members)


def _press(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A and B answered journalists' questions"."""
    who = subject(scene, match.start())
    if who and (len(who.members) > 1 or not scene.titled):
        asked = [
            one
            for one in lists(scene)
            if len(who.members) == 1 and match.start() <= one.start < match.end() + 40 and one.members[0].kind == "content"
        ]
        yield tell(scene, cue, match, who, tails.Tail(match.end()), [*who.members, *(one.members[0] for one in asked[:1])])


def _cosign(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """A headline in which two people sign something together tells that they met."""
    who = subject(scene, match.start())
    if scene.titled and who and len(who.members) > 1 and all(one.kind == "person" for one in who.members):
        yield tell(scene, cue, match, who, tails.Tail(match.end()), who.members)


MAKERS = {
    "with": _with,
    "object": _object,
    "place": _visit,
    "event": _event,
    "ceremony": _ceremony,
    "press": _press,
    "cosign": _cosign,
    "guest": _guest,
    "wreath": _wreath,
    "credentials": _credentials,
    "delegation": _delegation,
}
