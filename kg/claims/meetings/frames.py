"""Frames: every passage that tells of an encounter, with the parties, place, date and modality it states itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims.meetings import modalities, tails
from kg.claims.meetings.cues import CUES, EVENT, EVENT_KINDS, NOMINAL, NOUNS, Cue
from kg.claims.meetings.destinations import hosts, named_pair
from kg.claims.meetings.participants import Parties, lists, parties_at, subject
from kg.claims.meetings.scenes import Scene, is_adjective
from kg.model import Mention, Span, When

_PLAIN = r"(?!(?:for|of|to|in|on|with|and|at|by|from|after|about|that|as)\b)[\w.–-]+"
_POSSESSOR = re.compile(rf"[’']s?\s+(?:{_PLAIN},?\s+){{0,5}}?$")
_PRONOUN = re.compile(rf"\b(his|her|their)\s+(?:{_PLAIN}\s+){{0,5}}?$", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|this|that|these|his|her|their|its)\s+(?:[\w’'.–-]+\s+){0,4}?$", re.IGNORECASE)
_DATED = re.compile(rf"(?:[’']s?)?\s+(?:{_PLAIN}\s+){{0,4}}?$")
_LEADING = re.compile(
    r"^(?:Earlier,?\s+|Also,?\s+)?(?:During|After|Following|At|In|Before|Ahead of|Prior to|On|Opening|Addressing|While|Speaking (?:at|after|during|ahead of|following))\b[^,]*$"
)
_WITHIN = re.compile(r"\b(?:during|while|at|throughout|for)\s+(?:the\s+|his\s+|her\s+|their\s+|a\s+)?(?:[\w’'.–-]+\s+){0,4}?$", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|is to|are to|plans? to|is due to|is expected to|are expected to|is scheduled to|are scheduled to)\b")
_VERB_BEFORE = re.compile(r"(?:\b(?:is|are|was|were|be|been|after|before|while|when|by|of|and)\s+(?:\w+ly\s+)?|,\s+)$")
_ENVOYS = re.compile(r"\b(?:officials?|diplomats?|delegations?|envoys?|negotiators?|leaders?|ministers?|lawmakers|parliamentarians|experts)\b", re.IGNORECASE)
_ITS = re.compile(r"^.*\b[Aa]t (?:its|their) (?:[\w-]+\s+){0,2}$")
_OFFICIAL = re.compile(r"\b(?:official|state|working|informal|private|two-day|three-day|historic|landmark)\s+$", re.IGNORECASE)
_HELD = re.compile(r"[^.;]{0,120}?\b(?:took place|takes place|was held|is being held|will be held|opened|began|kicked off|has started)\b")
_GOAL = re.compile(r"\s+(?:(?:by|of)\s[^,.;]{3,80}?\s)?(?:to|of|in|through)\s|\s+(?:last|this|next|on|earlier|later)\s[\w ]{2,20}?\s(?:to|in)\s")
_AMBIGUOUS = (
    "talks",
    "talk",
    "visit",
    "visits",
    "tour",
    "tours",
    "host",
    "hosts",
    "meet",
    "receive",
    "present",
    "open",
    "address",
    "meeting",
    "chair",
)
_BASE_BEFORE = re.compile(r"\b(?:to|will|would|may|might|can|could|should|shall|and|not|also|did|does|then|or)\s+(?:\w+ly\s+|also\s+)?$")
_NOT_NOUN = re.compile(r"\b(?:to|will|would|may|might|could|should)\s+(?:also\s+)?$")
_PRESENT = re.compile(r"^(?:leaves|heads|travels|goes|flies|comes)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """One telling of an encounter. `members` as printed; `definite`: it may point back to one already told; `roll`: it
    only says who else took part."""

    scene: Scene
    rule: str
    kind: str
    anchor: int
    evidence: Span
    members: tuple[Mention, ...]
    modality: str
    place: Mention | None = None
    date: Mention | None = None
    definite: bool = False
    roll: bool = False
    noun: str = ""


def frames(scene: Scene) -> list[Frame]:
    """The frames of a sentence in the order of their cues."""
    found: list[Frame] = []
    taken: list[tuple[int, int]] = []
    for cue in CUES:
        for match in cue.pattern.finditer(scene.source, scene.start, scene.end):
            if match.group().lower() in _AMBIGUOUS and not _is_verb(scene, match):
                continue
            if not any(start < match.end() and match.start() < end for start, end in taken):
                made = [one for one in MAKERS[cue.shape](scene, cue, match) if one.modality]
                found += made
                taken += [(match.start(), max(match.end(), *(one.evidence.end for one in made)))] if made else []
    found += _rolls(scene)
    for match in NOMINAL.finditer(scene.source, scene.start, scene.end):
        if not any(start <= match.start() < end for start, end in taken):
            found += [one for one in _nominal(scene, match) if one.modality]
    return _led(sorted((_dated(one) for one in found), key=lambda one: one.anchor))


def _is_verb(scene: Scene, match: re.Match[str]) -> bool:
    """Is a word that can be a noun a verb here: as the model says, after an auxiliary or right after its subject?"""
    if scene.tag(match.start()) in ("", "VERB", "AUX") or re.search(r"\b(?:is|are|was|were|will|to)\s+$", scene.text(match.start() - 6, match.start())):
        return True
    return match.group().endswith("s") and match.group() != "talks" and any(one.end + 1 == match.start() and one.mention.kind in ("person", "pronoun") for one in scene.actors)


def _dated(frame: Frame) -> Frame:
    """What is set for a day after publication is planned."""
    published, when = frame.scene.reading.document.published, frame.date.value if frame.date else None
    if published and isinstance(when, When) and frame.modality == "happened" and when.start[:10] > published.isoformat()[: len(when.start)]:
        return replace(frame, modality="planned")
    return frame


def _led(found: list[Frame]) -> list[Frame]:
    """Going somewhere to meet someone is that meeting, there ("to fly to B to meet with C")."""
    kept: list[Frame] = []
    for one in found:
        last = kept[-1] if kept else None
        if (
            last
            and last.rule == "arrive"
            and last.kind == "visit"
            and one.rule in ("meet", "hold")
            and one.kind != "visit"
            and one.anchor - last.evidence.end in (4, 5)
        ):
            if re.search(r"\b(?:fly|flies|go|goes|going|head|heads)\b", last.evidence.text):
                kept.pop()
            kept.append(replace(one, place=one.place or last.place, date=one.date or last.date, modality=last.modality))
        else:
            kept.append(one)
    return kept


def _frame(scene: Scene, cue: Cue, match: re.Match[str], who: Parties | None, tail: tails.Tail, members: Sequence[Mention], kind: str = "") -> Frame:
    start = who.start if who and who.start < match.start() else match.start()
    noun = (match.groupdict().get("noun") or "").lower()
    before = scene.text(max(scene.start, (who.end if who and who.end <= match.start() else match.start() - 80)), match.start())
    lead = scene.text(who.start - 30, who.start) if who and who.end <= match.start() else ""
    before = " ".join(before.split())
    if _PRESENT.match(match.group()) or (
        match.group() in ("visits", "meets", "hosts", "arrives in") and modalities.of_present(scene.text(scene.start, match.start()))
    ):
        before += " will "
    return Frame(
        scene,
        cue.rule,
        kind or cue.kind or NOUNS.get(noun, "other"),
        match.start(),
        scene.span(start, max(tail.end, match.end())),
        tuple(dict.fromkeys(members)),
        modalities.of_verb(before, match.group(), lead),
        tail.place or _leading_place(scene, match.start()),
        tail.date or _leading_date(scene, match.start(), cue.shape == "noun"),
        noun=noun,
    )


_OPENS = re.compile(r"(?:Earlier|Later|Afterwards?|Then|Also)?,?\s*(?:[Ww]hile\s+)?(?:[Ii]n|[Aa]t|[Dd]uring\s+(?:his|her|their|the|a)\s+(?:[\w-]+\s+){0,3}?(?:visit|trip|stay|stop)s?\s+(?:to|in))\s+(?:the\s+)?")


def _leading_place(scene: Scene, at: int) -> Mention | None:
    """The place that opens the sentence ("In Kiev, …", "While in Hanoi, …", "During her visit to Kenya, …")."""
    opening = _OPENS.match(scene.source, scene.start, scene.end)
    one = scene.place_at(opening.end()) if opening and opening.end() < at else None
    return one if one is not None and one.kind in ("place", "state", "region") and not is_adjective(one) else None


def _leading_date(scene: Scene, at: int, nominal: bool = False) -> Mention | None:
    """A date that opens the clause or stands right before the verb ("Today, …", "… on Friday met")."""
    for one in reversed(scene.dates):
        if nominal and one.span.end <= at and _DATED.fullmatch(scene.source[one.span.end : at]):
            return one
        if one.span.end <= at and (one.span.end > at - 12 or not scene.text(scene.start, one.span.start).strip(" ").strip("OnIn,")):
            return one
    return None


_ROLL = re.compile(
    r"\b(?:attended by|represented by|accompanied by|joined by|(?:[Tt]aking part|[Pp]articipating|[Pp]resent|[Aa]ttending|[Aa]lso attending)\b[^.;]{0,70}?\b(?:was|were|are|included)|"
    r"[Aa]ttending (?:the|these) (?:talks|meeting) (?:were|was))\s+(?:also\s+)?"
)


def _rolls(scene: Scene) -> Iterator[Frame]:
    """Who else took part: "the meeting was attended by A and B"."""
    for match in _ROLL.finditer(scene.source, scene.start, scene.end):
        people = [one for one in scene.mentions if one.kind == "person" and one.span.start >= match.end()]
        if people:
            evidence = scene.span(match.start(), people[-1].span.end)
            yield Frame(scene, "roll", "meeting", match.start(), evidence, tuple(people), "happened", definite=True, roll=True)


# ---- verbs ------------------------------------------------------------------------------------------------------


def _with(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A met with B", "A and B held talks", "A had a meeting with B in C"."""
    noun = (match.groupdict().get("noun") or "").lower()
    if cue.rule == "meet" and match.group() == "meeting" and not _VERB_BEFORE.search(scene.text(match.start() - 20, match.start())):
        return
    if NOUNS.get(noun) == "visit":
        yield from _visit(scene, cue, match)
        return
    who = subject(scene, match.start())
    who = who or _after_comma(scene, match.end())
    tail = tails.read(scene, match.end(), direct=cue.rule == "meet")
    plural = who is not None and (len(who.members) > 1 or who.members[0].plural)
    if not tail.members and not plural and not (who and NOUNS.get(noun) == "other"):
        if noun and who:
            yield replace(_frame(scene, cue, match, who, tail, who.members), definite=True)
        return
    if (
        not noun
        and not tail.members
        and tail.end == match.end()
        and not tail.topical
        and scene.source[match.end() : match.end() + 1] not in (".", ",", "")
    ):
        return
    if (
        cue.rule in ("speak", "confer")
        and not tail.members
        and not tail.phone
        and not (tail.topical and who and all(one.kind == "person" for one in who.members))
    ):
        return
    if noun.endswith("s") and noun not in ("talks", "consultations", "discussions", "negotiations") and who and len(tail.members) > 1:
        for number, one in enumerate(tail.members):
            made = _frame(scene, cue, match, who, tail, [*who.members, one])
            yield replace(made, anchor=made.anchor + number)
        return
    members = [*tails.only(who), *tail.members]
    kind = "call" if tail.phone and cue.rule == "speak" else NOUNS.get(noun) or cue.kind
    if cue.rule == "speak" and kind == "call" and not tail.phone and (tail.place or any(one.kind == "content" for one in tail.members)):
        kind = "meeting"
    if cue.rule == "meet" and re.search(r"\bfor\s+(?:[\w-]+\s+){0,5}talks\b", scene.text(match.start(), tail.end + 40)):
        kind = "talks"
    yield _frame(scene, cue, match, who, tail, members, kind)


def _object(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A received B", "A hosted B at C", "A was welcomed by B"."""
    who = subject(scene, match.start())
    passive = re.search(r"\b(?:was|were|been|be)\s+(?:\w+ly\s+)?$", scene.text(match.start() - 20, match.start())) is not None
    tail = tails.read(scene, match.end(), direct=True)
    people = [one for one in tail.members if one.kind in ("person", "post", "content", "group", "pronoun")]
    if who is None or not people or scene.source[tail.end : tail.end + 1] in ("’", "'"):
        return
    if cue.rule == "phone" and match.group() == "called" and not (tail.date or re.search(r"\bcall\b", scene.reading.document.title, re.IGNORECASE)):
        return
    if match.group().startswith("welcom") and not (tail.place or passive or scene.source.startswith(" to ", tail.end)):
        return
    onward = re.match(r"\s+to\s+", scene.text(tail.end, scene.end))
    if onward and tail.place is None:
        further = tails.read(scene, tail.end, goal=True)
        tail.place, tail.date = (further.targets or [None])[0], tail.date or further.date
        tail.end = further.end
    yield _frame(scene, cue, match, who, tail, [*who.members, *people], "ceremony" if passive and match.group().startswith("welcom") else "")


def _visit(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A visited B", "A will travel to B and C", "A arrived in B for talks with C"."""
    who = subject(scene, match.start())
    if match.group() in ("visit", "tour", "travel", "travel to") and not _BASE_BEFORE.search(scene.text(match.start() - 20, match.start())):
        return
    if who is None or (all(one.kind in ("state", "organisation") for one in who.members) and cue.rule != "pay a visit" and not _ENVOYS.search(scene.text(who.start, who.end))):
        return
    at = match.end() - 3 if re.search(r" (?:to|in|at|of)$", match.group()) else match.end()
    tail = tails.read(scene, at, goal=True)
    if not tail.targets:
        return
    people = [one for one in tail.members if one.kind in ("person", "post")]
    if people and not tail.hosted:
        talks = _frame(scene, cue, match, who, tail, [*who.members, *people], "talks")
        yield replace(talks, place=tail.targets[0])
        return
    for number, target in enumerate(_merged(scene, tail.targets)):
        guests = people or hosts(scene, who.members, target)
        made = _frame(scene, cue, match, who, tail, [*who.members, *guests], "visit")
        day = tail.days.get(tail.targets.index(target) + 1) if len(tail.days) > 1 else made.date
        yield replace(made, place=target, date=day, anchor=made.anchor + number)


def _merged(scene: Scene, targets: Sequence[Mention]) -> list[Mention]:
    """A city and the state after it are one goal ("Hanoi, Vietnam")."""
    kept: list[Mention] = []
    for one in targets:
        if kept and kept[-1].kind == "place" and one.kind == "state" and scene.source[kept[-1].span.end : one.span.start].strip() == ",":
            continue
        kept.append(one)
    return kept


def _event(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A chaired a meeting of B", "A took part in a ceremony", "A, B and C attended the talks"."""
    who = subject(scene, match.start())
    event = EVENT.match(scene.source, match.end(), scene.end)
    if who is None or event is None or re.search(r"\b(?:and|will|that|said|was)\b", event.group()):
        return
    tail = tails.read(scene, event.end())
    if scene.source.startswith(" by ", match.end()):
        return
    kind = EVENT_KINDS[event.group("noun").lower()]
    body = parties_at(scene, match.end() + 1) if cue.rule == "chair" and match.group().startswith("address") else None
    if body is not None and body.members[0].kind == "organisation":
        kind, tail = "meeting", tails.Tail(body.end, members=list(body.members))
    made = _frame(scene, cue, match, who, tail, [*who.members, *tail.members], kind)
    definite = (
        re.match(r"\s+(?:the|this|that)\s+(?:\w+\s+)?(?:meeting|talks|ceremony|negotiations|conference|summit|consultations)\b", event.group())
        is not None
    )
    yield replace(made, definite=definite and not tail.members, roll=definite and not tail.members, noun=event.group("noun").lower())


def _ceremony(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "… signed in the presence of A and B", "A witnessed the signing", "A presented the Order of C to B"."""
    who = subject(scene, match.start())
    if match.group().startswith("in the presence"):
        found = parties_at(scene, match.end() + 1)
        if found is not None:
            tail = tails.Tail(found.end)
            yield replace(_frame(scene, cue, match, None, tail, found.members), evidence=scene.span(scene.start, found.end), modality="happened")
        return
    rest = [one for one in lists(scene) if one.start >= match.end()]
    people = [member for one in rest for member in one.members if member.kind in ("person", "content")]
    if who and people:
        yield _frame(scene, cue, match, who, tails.Tail(rest[-1].end), [*who.members, *people])


def _press(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """ "A and B answered journalists' questions"."""
    who = subject(scene, match.start())
    if who:
        asked = [one for one in lists(scene) if len(who.members) == 1 and match.start() <= one.start < match.end() + 40 and one.members[0].kind == "content"]
        yield _frame(scene, cue, match, who, tails.Tail(match.end()), [*who.members, *(one.members[0] for one in asked[:1])])


def _cosign(scene: Scene, cue: Cue, match: re.Match[str]) -> Iterator[Frame]:
    """A headline in which two people sign something together tells that they met."""
    who = subject(scene, match.start())
    if scene.titled and who and len(who.members) > 1 and all(one.kind == "person" for one in who.members):
        yield _frame(scene, cue, match, who, tails.Tail(match.end()), who.members)


def _after_comma(scene: Scene, at: int) -> Parties | None:
    """The subject that follows a participle or a phrase that opens the sentence ("Addressing …, President X said")."""
    if not _LEADING.match(scene.text(scene.start, at)):
        return None
    comma = scene.source.find(",", at, scene.end)
    return next((one for one in lists(scene) if comma >= 0 and comma < one.start < comma + 4), None)


MAKERS = {"with": _with, "object": _object, "place": _visit, "event": _event, "ceremony": _ceremony, "press": _press, "cosign": _cosign}

# ---- nouns ------------------------------------------------------------------------------------------------------


def _nominal(scene: Scene, match: re.Match[str]) -> Iterator[Frame]:
    """ "his meeting with A", "talks between A and B", "A's visit to B"; "the meeting" alone points back."""
    noun = match.group("noun").lower()
    kind = NOUNS[noun]
    before = scene.text(match.start() - 80, match.start())
    if _NOT_NOUN.search(before):
        return
    tail = tails.read(scene, match.end(), goal=kind == "visit" and _GOAL.match(scene.source, match.end(), scene.end) is not None)
    owner = _owner(scene, match.start()) or named_pair(scene, match.start())
    definite = _DEFINITE.search(before) is not None
    modality = _modality(scene, match, tail)
    cue = Cue("noun", kind, "noun", NOMINAL.pattern and NOMINAL)
    if kind == "visit":
        yield from _nominal_visit(scene, cue, match, owner, tail, modality)
        return
    members = [*tails.only(owner), *tail.members]
    if _ITS.search(before) and (body := next((one for one in lists(scene) if tail.end < one.start < tail.end + 7), None)):
        yield replace(_frame(scene, cue, match, None, tail, body.members), modality=modality, rule="session", evidence=scene.span(match.start(), body.end))
        return
    if len(tail.members) == 1 and owner is None and tail.joined:
        who = _after_comma(scene, tail.end) or subject(scene, match.start())
        members = [*tails.only(who), *tail.members]
    if len(members) == 1 and members[0].kind == "organisation" and not tail.joined and _HELD.match(scene.source, match.end(), scene.end):
        yield replace(_frame(scene, cue, match, owner, tail, members), modality=modality, rule="session")
        return
    if len(members) < 2 and not any(one.plural for one in members) and not (members and tail.joined and scene.titled):
        if definite:
            yield replace(_frame(scene, cue, match, owner, tail, members), modality=modality or "happened", definite=True)
        return
    yield replace(_frame(scene, cue, match, owner, tail, members), modality=modality, definite=definite)


def _nominal_visit(scene: Scene, cue: Cue, match: re.Match[str], owner: Parties | None, tail: tails.Tail, modality: str) -> Iterator[Frame]:
    who = owner
    if who is None and tail.members:
        who = Parties(tail.end, tail.end, tuple(tail.members))
    if who is None and tail.targets:
        who = _after_comma(scene, tail.end) or subject(scene, match.start())
    if who is None or not tail.targets:
        if owner is not None and owner.members[0].kind == "person" and _OFFICIAL.search(scene.text(match.start() - 20, match.start())):
            yield replace(_frame(scene, cue, match, owner, tail, owner.members), modality=modality, rule="visit")
        elif who is not None or _DEFINITE.search(scene.text(match.start() - 60, match.start())):
            yield replace(_frame(scene, cue, match, owner, tail, tails.only(who)), modality=modality or "happened", definite=True)
        return
    for number, target in enumerate(_merged(scene, tail.targets)):
        made = _frame(scene, cue, match, owner, tail, [*who.members, *hosts(scene, who.members, target)], "visit")
        yield replace(made, place=target, modality=modality, anchor=made.anchor + number, definite=owner is not None)


def _owner(scene: Scene, at: int) -> Parties | None:
    """Whose meeting it is: the possessor before its adjectives."""
    before = scene.text(at - 90, at)
    base = max(scene.start, at - 90)
    for pattern, group in ((_POSSESSOR, 0), (_PRONOUN, 1)):
        if found := pattern.search(before):
            where = base + found.start(group)
            for one in lists(scene):
                if one.end == where or one.end == where + 2 or (group and one.start == where):
                    return one
            held = [one for one in scene.mentions if one.kind == "pronoun" and one.span.start == where] if group else []
            if held:
                return Parties(where, held[0].span.end, (held[0],))
    return None


def _modality(scene: Scene, match: re.Match[str], tail: tails.Tail) -> str:
    before, after = scene.text(match.start() - 80, match.start()), scene.text(match.end(), match.end() + 120)
    found = modalities.of_noun(before, match.group(), after)
    if re.search(r"\b(?:last|previous|recent|earlier|first)\s+(?:\w+\s+){0,2}$", before):
        return found or "happened"
    if found == "happened" and _WITHIN.search(before) and _FUTURE.search(scene.text(scene.start, scene.end)):
        return "planned"
    return found
