"""Nouns: the tellings that begin with a noun ("his meeting with A", "talks between A and B", "A's visit to B")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.claims.meetings import modalities, tails, trees
from kg.claims.meetings.cues import NOMINAL, NOUNS, Cue
from kg.claims.meetings.destinations import abroad, cities, hosts, named_pair
from kg.claims.meetings.participants import lists
from kg.claims.meetings.scenes import Parties, Scene
from kg.claims.meetings.subjects import subject
from kg.claims.meetings.tellings import PLAIN, Frame, after_comma, tell
from kg.model import Mention

_POSSESSOR = re.compile(rf"[’']s?\s+(?:{PLAIN},?\s+){{0,5}}?$")
_PRONOUN = re.compile(rf"\b(his|her|their)\s+(?:{PLAIN}\s+){{0,5}}?$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this|that|these|his|her|their|its)\s+(?:[\w’'.–-]+\s+){0,4}?$", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:during|while|at|throughout|for|following|after)\s+(?:the\s+|his\s+|her\s+|their\s+|a\s+)?(?:[\w’'.–-]+\s+){0,4}?$", re.IGNORECASE
)
_FUTURE = re.compile(r"\b(?:will|is to|are to|plans? to|is due to|is expected to|are expected to|is scheduled to|are scheduled to)\b")
_ITS = re.compile(r"^.*\b[Aa]t (?:its|their) (?:[\w-]+\s+){0,2}$")
_OFFICIAL = re.compile(r"\b(?:official|state|working|informal|private|two-day|three-day|historic|landmark)\s+$", re.IGNORECASE)
_HELD = re.compile(r"[^.;]{0,120}?\b(?:took place|takes place|was held|is being held|will be held|opened|began|kicked off|has started)\b")
_NEXT = re.compile(r"\b(?:forthcoming|upcoming|(?:next|last) (?:week|month)[’']s)\s+(?:[\w.-]+\s+){0,5}$")
_SOON = re.compile(r"\s+(?:later|earlier|next|last|this)\s+(?:this\s+)?(?:week|month|year)\b")
_GOAL = re.compile(r"\s+(?:(?:by|of)\s[^,.;]{3,80}?\s)?(?:to|of|in|through)\s|\s+(?:last|this|next|on|earlier|later)\s[\w ]{2,20}?\s(?:to|in)\s")
_DURING = re.compile(rf"\b(?:during|after|following)\s+(?:{PLAIN}\s+){{0,2}}?$", re.IGNORECASE)
_APPEAL = re.compile(r"\s+for\s+(?!the\s|an?\s+(?:\w+\s+)?(?:hour|minutes)|\d)|\s+to\s+(?:action|arms|end|stop|halt)\b")
_NOT_NOUN = re.compile(r"\b(?:to|will|would|may|might|could|should)\s+(?:also\s+)?$")


def nominal(scene: Scene, match: re.Match[str]) -> Iterator[Frame]:
    """ "his meeting with A", "talks between A and B", "A's visit to B"; "the meeting" alone points back."""
    kind = NOUNS[match.group("noun").lower()]
    before = scene.text(match.start() - 80, match.start())
    if _NOT_NOUN.search(before) or (match.group("noun").lower() in ("call", "calls") and _APPEAL.match(scene.source, match.end(), scene.end)):
        return
    tail = tails.read(scene, match.end(), goal=kind == "visit" and _GOAL.match(scene.source, match.end(), scene.end) is not None)
    owner = _owner(scene, match.start()) or named_pair(scene, match.start())
    definite = _DEFINITE.search(before) is not None or _DURING.search(before) is not None
    modality = _modality(scene, match, tail)
    cue = Cue("noun", kind, "noun", NOMINAL)
    if kind == "visit":
        yield from _nominal_visit(scene, cue, match, owner, tail, modality)
        return
    who = owner or _met_by(scene, match, tail)
    members = [*tails.only(who), *tail.members]
    if (held := _session(scene, match, owner, tail, before)) is not None:
        yield replace(held, modality=modality)
        return
    if kind == "other" and not members and re.search(r"\bjoint\s+$", before):
        yield replace(tell(scene, cue, match, None, tail, ()), modality=modality, rule="joint press")
        return
    made = replace(tell(scene, cue, match, owner, tail, members), modality=modality, definite=definite)
    told = not trees.talked_of(scene, match.start())
    if len(members) < 2 and not any(one.plural for one in members) and not (members and tail.joined and scene.titled):
        if definite or (members and tail.joined and told):
            yield replace(made, modality=modality or ("happened" if definite else ""), definite=True, open=tail.joined and told)
    elif who is None and tail.joined and told and not _apart(scene, match, tail):
        yield replace(made, open=True)
    else:
        yield from _each(made, who, tail, _apart(scene, match, tail))


def _session(scene: Scene, match: re.Match[str], owner: Parties | None, tail: tails.Tail, before: str) -> Frame | None:
    """A meeting of one body: "at its meeting, the Council", "an OPEC meeting was held"."""
    cue = Cue("noun", NOUNS[match.group("noun").lower()], "noun", NOMINAL)
    if _ITS.search(before) and (body := next((one for one in lists(scene) if tail.end < one.start < tail.end + 7), None)):
        made = tell(scene, cue, match, None, tail, body.members)
        return replace(made, rule="session", evidence=scene.span(match.start(), body.end))
    members = [*tails.only(owner or _met_by(scene, match, tail)), *tail.members] or _body(scene, match.start())
    one = members[0] if len(members) == 1 else None
    named = one is not None and one.kind == "organisation" and (one.ref or " " in one.name)
    if named and not tail.joined and _scheduled(scene, match, before):
        return replace(tell(scene, cue, match, owner, tail, members), rule="session")
    return None


def _apart(scene: Scene, match: re.Match[str], tail: tails.Tail) -> bool:
    """ "Meetings with A and B", "bilateral talks with A and B": one with each."""
    before = scene.text(match.start() - 80, match.start())
    several = match.group("noun").lower() == "meetings" or re.search(r"\b(?:[Bb]ilateral|[Ss]eparate)\s+$", before) is not None
    return tail.joined and len(tail.members) > 1 and several


def _each(made: Frame, who: Parties | None, tail: tails.Tail, apart: bool) -> Iterator[Frame]:
    """The encounters of one noun: with each of several, with each company, or one with all."""
    if apart:
        for number, one in enumerate(tail.members):
            yield replace(made, members=tuple(dict.fromkeys((*tails.only(who), one))), anchor=made.anchor + number, open=who is None)
    elif who and tail.breaks:
        for number, company in enumerate(tails.companies(tail)):
            members, date = tuple(dict.fromkeys((*who.members, *company))), tails.day(made.scene, tail, number) or made.date
            yield replace(made, members=members, date=date, anchor=made.anchor + number)
    else:
        yield made


def _met_by(scene: Scene, match: re.Match[str], tail: tails.Tail) -> Parties | None:
    """Who met those whom the noun names alone ("After talks with A, B said …")."""
    if not tail.joined or trees.talked_of(scene, match.start()):
        return None
    return after_comma(scene, tail.end) or subject(scene, match.start())


def _body(scene: Scene, at: int) -> list[Mention]:
    """The body whose name stands right before the noun ("an OPEC meeting")."""
    return [one for one in scene.mentions if one.kind == "organisation" and one.span.end + 1 == at]


def _scheduled(scene: Scene, match: re.Match[str], before: str) -> bool:
    """Is a meeting of one body told as an occasion: held, or set in time?"""
    if _HELD.match(scene.source, match.end(), scene.end):
        return True
    if match.group("noun").lower() not in ("meeting", "summit"):
        return False
    return _NEXT.search(before) is not None or _SOON.match(scene.source, match.end()) is not None


_HOSTED = re.compile(r"\b(?:host|receiv|welcom)\w*\s[^.;]*\bon\s+an?\s+(?:[\w-]+\s+){0,3}$")  # the visit is of whoever is hosted


def _nominal_visit(scene: Scene, cue: Cue, match: re.Match[str], owner: Parties | None, tail: tails.Tail, modality: str) -> Iterator[Frame]:
    who = owner
    if who is None and tail.members:
        who = Parties(tail.end, tail.end, tuple(tail.members))
    if who is None and tail.targets and not _HOSTED.search(scene.text(scene.start, match.start())):
        who = after_comma(scene, tail.end) or subject(scene, match.start())
    if who is None or not tail.targets:
        official = owner is not None and _OFFICIAL.search(scene.text(match.start() - 20, match.start())) is not None
        if who is not None and who.members[0].kind == "person" and (official or (tail.members and owner is None)):
            yield replace(tell(scene, cue, match, owner, tail, who.members), modality=modality, rule="visit")
        elif who is not None or _DEFINITE.search(scene.text(match.start() - 60, match.start())):
            yield replace(tell(scene, cue, match, owner, tail, tails.only(who)), modality=modality or "happened", definite=True)
        return
    for number, target in enumerate(cities(scene, tail.targets)):
        pointing = all(one.kind == "pronoun" for one in who.members)
        guests = abroad(scene, who.members, target) if pointing else who.members
        if not guests:
            continue
        made = tell(scene, cue, match, owner, tail, [*guests, *hosts(scene, guests, target)])
        yield replace(made, place=target, modality=modality, anchor=made.anchor + number, definite=owner is not None)


def _owner(scene: Scene, at: int) -> Parties | None:
    """Whose meeting it is: the possessor before its adjectives."""
    before = scene.text(at - 90, at)
    base = max(scene.start, at - 90)
    for pattern, group in ((_POSSESSOR, 0), (_PRONOUN, 1)):
        if found := pattern.search(before):
            where = base + found.start(group)
            for one in lists(scene):
                if scene.source[at].isupper() and not scene.titled and one.members[0].kind == "group":
                    continue
                if one.end == where or one.end == where + 2 or (group and one.start == where):
                    return one
            if group and (owner := _ahead(scene, where)):
                return owner
            held = [one for one in scene.mentions if one.kind == "pronoun" and one.span.start == where] if group else []
            if held:
                return Parties(where, held[0].span.end, (held[0],))
    return None


_FRONTED = re.compile(
    r"(?:[A-Z][\w/ ]{0,30}[/:–-]\s*|On [^,]{3,20},\s)?(?:[A-Z][a-z]+ing|During|In|At|After|Before|On|Following|Ahead of|Prior to|As part of|"
    r"While)\b[^,]*$"
)


def _ahead(scene: Scene, pronoun: int) -> Parties | None:
    """Whose "his" is in a phrase that opens its sentence: of the person after the comma ("During his visit to A, Minister B met …")."""
    lead = scene.text(scene.start, pronoun)
    if not _FRONTED.match(lead) or any(one.mention.kind == "person" and one.start < pronoun for one in scene.actors):
        return None
    comma = scene.source.find(", ", pronoun, scene.end)
    found = next((one for one in lists(scene) if comma >= 0 and comma < one.start < comma + 12), None)
    return found if found and found.members[0].kind in ("person", "post") and len(found.members) == 1 else None


def _modality(scene: Scene, match: re.Match[str], tail: tails.Tail) -> str:
    before, after = scene.text(match.start() - 180, match.start()), scene.text(match.end(), match.end() + 220)
    found = modalities.of_noun(before, match.group(), after)
    if re.search(r"\b(?:last|previous|recent|earlier|first)\s+(?:\w+\s+){0,2}$", before):
        return found or "happened"
    if found == "happened" and _WITHIN.search(before) and _FUTURE.search(scene.text(scene.start, scene.end)):
        return "planned"
    return found
