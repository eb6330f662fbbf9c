"""Tellings: one passage that tells of an encounter, with the parties, place, date and modality it states itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.claims.meetings import modalities, trees
from kg.claims.meetings.cues import NOUNS, Cue
from kg.claims.meetings.participants import lists
from kg.claims.meetings.scenes import Parties, Scene, is_adjective
from kg.claims.meetings.tails import Tail
from kg.model import Mention, Span

PLAIN = r"(?!(?:for|of|to|in|on|with|and|at|by|from|after|about|that|as)\b)[\w.–-]+"
_DATED = re.compile(rf"(?:[’']s?)?\s+(?:{PLAIN}\s+){{0,4}}?$")
_LEADING = re.compile(
    r"^(?:Earlier,?\s+|Also,?\s+)?(?:During|After|Following|At|In|Before|Ahead of|Prior to|On|Opening|Addressing|"
    r"Receiving|Hosting|While|Speaking (?:at|after|"
    r"during|ahead of|following))\b[^,]*$"
)
_OPENS = re.compile(
    r"(?:On\s+[^,]{3,24}(?:,\s+\d{4})?,\s+)?(?:Earlier|Later|Afterwards?|Then|Also)?,?\s*(?:[Ww]hile\s+)?(?:[Ii]n|[Aa]t|[Dd]uring\s+(?:his|her|"
    r"their|the|"
    r"a)\s+(?:[\w-]+\s+){0,3}?(?:visit|trip|stay|stop)s?\s+(?:to|in))\s+(?:the\s+)?"
)
_RELATIVE = re.compile(r",?\s*(?<!\w)(?:who|whose|whom|which)\b[^,]*,\s*")  # what it says of the subject is not said of the verb
_BOUND = re.compile(r"\b(?:departed|departs|left|leaves|leaving|headed|heading|heads|embarked)\s+for\b.*\bto$")  # what one sets out for
_PRESENTS = ("visits", "meets", "hosts", "arrives", "pays", "holds", "receives", "attends")
_FINITE = re.compile(r"\b(?:will|would|said|says|told|has|had|was|is|are|were)\b")  # "On May 6 A will speak on her trip": not its day
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
    open: bool = False  # only those met are named ("At the meeting with A, …")


@dataclass(slots=True)
class Encounter:
    """One encounter while its tellings are gathered."""

    frames: list[Frame]
    kind: str
    modality: str
    names: set[str] = field(default_factory=set)
    topics: list[Span] = field(default_factory=list)
    passages: list[Span] = field(default_factory=list)

    @property
    def weak(self) -> bool:
        """Told so far only by a noun of the headline, which says nothing of its modality."""
        return all(one.scene.titled and one.rule == "noun" for one in self.frames)

    @property
    def members(self) -> tuple[Mention, ...]:
        return tuple(dict.fromkeys(one for frame in self.frames for one in frame.members))


_PREVIOUS = re.compile(r"\b(?:previously|last)\s+(?:been\s+)?$")


def previous(frame: Frame) -> bool:
    """Does it look back at an earlier time ("The two had previously met in C")?"""
    return _PREVIOUS.search(frame.scene.text(frame.anchor - 20, frame.anchor)) is not None


def tell(scene: Scene, cue: Cue, match: re.Match[str], who: Parties | None, tail: Tail, members: Sequence[Mention]) -> Frame:
    """The frame of a cue, its parties and its tail; modality, leading place and leading date are read from the words before."""
    start = who.start if who and who.start < match.start() else match.start()
    noun = (match.groupdict().get("noun") or "").lower()
    before = scene.text(max(scene.start, (who.end if who and who.end <= match.start() else match.start() - 80)), match.start())
    lead = scene.text(who.start - 30, who.start) if who and who.end <= match.start() else ""
    before = _RELATIVE.sub(" ", " ".join(before.split()))
    if (
        (_PRESENT.match(match.group()) and not scene.titled)
        or (scene.titled and before == "to")
        or _BOUND.search(before)
        or (match.group().split()[0] in _PRESENTS and modalities.of_present(scene.text(scene.start, match.start())))
    ):
        before += " will "
    return Frame(
        scene,
        cue.rule,
        cue.kind or NOUNS.get(noun, "other"),
        match.start(),
        scene.span(start, max(tail.end, match.end())),
        tuple(dict.fromkeys(members)),
        "" if trees.wished(scene, match.start()) else modalities.of_verb(before, match.group(), lead),
        tail.place or leading_place(scene, match.start()),
        tail.date or _inner_date(scene, match) or leading_date(scene, match.start(), cue.shape == "noun"),
        noun=noun,
    )


def leading_place(scene: Scene, at: int) -> Mention | None:
    """The place that opens the sentence ("In Kiev, …", "While in Hanoi, …", "During her visit to Kenya, …")."""
    opening = _OPENS.match(scene.source, scene.start, scene.end)
    one = scene.place_at(opening.end()) if opening and opening.end() < at else None
    return one if one is not None and one.kind in ("place", "state", "region") and not is_adjective(one) else None


def _inner_date(scene: Scene, match: re.Match[str]) -> Mention | None:
    """A date among the words of the cue ("travelled this week to")."""
    return next((one for one in scene.dates if match.start() < one.span.start < match.end()), None)


def leading_date(scene: Scene, at: int, nominal: bool = False) -> Mention | None:
    """A date that opens the clause or stands right before the verb ("Today, …", "… on Friday met")."""
    for one in reversed(scene.dates):
        if nominal and one.span.end <= at and _DATED.fullmatch(scene.source[one.span.end : at]):
            return one
        opens = scene.text(scene.start, one.span.start).strip() in ("", "On", "In") and not (nominal and _FINITE.search(scene.text(one.span.end, at)))
        if one.span.end <= at and (one.span.end > at - 12 or opens):
            return one
    return None


def after_comma(scene: Scene, at: int) -> Parties | None:
    """The subject that follows a participle or a phrase that opens the sentence ("Addressing …, President X said")."""
    if not _LEADING.match(scene.text(scene.start, at)):
        return None
    comma = scene.source.find(",", at, scene.end)
    return next((one for one in lists(scene) if comma >= 0 and comma < one.start < comma + 4), None)
