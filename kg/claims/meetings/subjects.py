"""Subjects: who does what the verb of a telling says, by the tree of the sentence, else by the words before the verb."""

from __future__ import annotations

import re

from kg.claims.meetings import trees
from kg.claims.meetings.participants import lists, parties_at
from kg.claims.meetings.scenes import Parties, Scene
from kg.model import Token

_AUX = re.compile(
    r"(?:\s|,|\(|\)|–|—|\b(?:will|would|shall|may|might|could|can|has|have|had|is|are|was|were|be|been|being|to|do|does|did|not|never|also|then|"
    r"later|"
    r"today|tonight|yesterday|tomorrow|earlier|recently|previously|first|both|jointly|together|subsequently|again|plans?|planned|planning|scheduled|"
    r"expected|due|set|slated|agreed|going|about|intends?|intended|hopes?|hoped|prepar(?:e|es|ed|ing)|refus(?:e|es|ed|ing)|declin(?:e|es|ed)|"
    r"briefly|privately|separately|virtually|just|already|now|still|once|only|formally|personally|officially|on|in|the|this|last|next|early|late|"
    r"week|month|"
    r"morning|afternoon|evening|each|all|twice|reportedly|tentatively|ready|willing|likely|able|Jr|Sr|met and|decided|vowed|wants?|wanted|continued?|"
    r"began|begins|likewise|currently|presently|there|here|himself|herself|themselves|ahead|sides?|had also|time)\b|\.|[’']s?\b)*"
)
WISHED = re.compile(
    r"\b(?:invit\w+|ask(?:s|ed)|urg(?:es|ed)|want(?:s|ed)|call(?:s|ed) (?:for|on)|instruct(?:s|ed)|encourag(?:es|ed)|expects?|allow(?:s|ed)?|for|"
    r"order(?:s|ed)|thank(?:s|ed))"
    r"\s+(?:the\s+)?$"
)
_PREPOSITION = re.compile(
    r"\b(?:of|in|to|with|from|by|against|on|at|for|between|about|among|toward|towards|via|into|under|including|following|"
    r"during|without|despite|within|regarding|like|through)\s+(?:the\s+|both\s+|his\s+|her\s+|a\s+)?$",
    re.IGNORECASE,
)

_LED = re.compile(r"(?:visit|trip|tour|delegation|representatives|members|officials|leaders|ministers|diplomats|experts|side)s?", re.IGNORECASE)


def subject(scene: Scene, verb: int) -> Parties | None:
    """Who does what the verb at `verb` says, or the verb over the noun there."""
    if (reporter := _reporter(scene, verb)) is not None:
        return reporter
    word = trees.subject_word(scene, verb)
    if word is None or scene.titled or word.text.lower() in ("it", "which", "that"):
        return _nearest(scene, verb)
    found = next((one for one in lists(scene) if one.start <= word.start < one.end), None) or _around(scene, word)
    return _without_lead(scene, found, word) if found else _beside(scene, verb)


_REPORTED = re.compile(
    r"\s+(?:\([^()]{1,30}\)\s+)?(?:said|told\s[^,;]{3,50}?|stated|announced|added|noted)\s+(?:\w+\s+){0,2}?(?:after|following|during|at|before)\s+"
    r"(?:(?:an?|the|his|her|their)\s+)?(?:[\w-]+\s+){0,3}$"
)


def _reporter(scene: Scene, cue: int) -> Parties | None:
    """Who speaks after an encounter ("…, Minister X said after meeting with Y")."""
    before = next((one for one in reversed(lists(scene)) if one.end <= cue), None)
    if before is None or before.members[0].kind != "person" or not _REPORTED.match(scene.text(before.end, cue)):
        return None
    return before


def _around(scene: Scene, word: Token) -> Parties | None:
    """The parties of a phrase that ends in `word`, or of whom it is said ("representatives of a regional power, B", "A's visit")."""
    found = parties_at(scene, trees.opening(scene, word))
    if found is not None and found.start <= word.start < found.end:
        return found
    if not _LED.fullmatch(word.text):
        return None
    return next((one for one in lists(scene) if trees.within(scene, word, one.members[0].head.end - 1)), None)


_JOINED = re.compile(r"\s(?:and|as well as|along with|together with|&|or)\s")


def _without_lead(scene: Scene, found: Parties, word: Token) -> Parties:
    """The list without what stands before its subject ("(ABC) – Minister X", "citing Y, Minister X", "After talks with Y, Minister X")."""
    members, joined = list(found.members), _JOINED.search(scene.source, found.start, found.end) is not None
    while len(members) > 1 and members[0].head.start < word.start and not trees.within(scene, word, members[0].head.end - 1):
        if joined and members[0].kind == "person":
            break
        members.pop(0)
    start = found.start if len(members) == len(found.members) else min(members[0].span.start, word.start)
    return Parties(start, found.end, tuple(members))


def _beside(scene: Scene, verb: int) -> Parties | None:
    """The list right before the verb, where the tree names a subject that is no party."""
    one = _nearest(scene, verb)
    return one if one is not None and _AUX.fullmatch(_plain(scene, one.end, verb)) else None


def _nearest(scene: Scene, verb: int) -> Parties | None:
    """Without a tree: the list right before it but for auxiliaries and dates, else the first of the clause."""
    before = [one for one in lists(scene) if one.end <= verb and not _PREPOSITION.search(scene.text(one.start - 30, one.start))]
    nearest = next((one for one in reversed(lists(scene)) if one.end <= verb), None)
    if nearest is not None and _leads(scene, nearest, verb):
        return nearest
    if not before:
        return None
    near = before[-1]
    gap = _plain(scene, near.end, verb)
    if _AUX.fullmatch(gap) and (len(before) == 1 or not re.match(r"\s*to\s*$", gap) or WISHED.search(scene.text(near.start - 30, near.start))):
        return near
    return before[0]


def _leads(scene: Scene, one: Parties, verb: int) -> bool:
    """Is the list before the verb its subject though a preposition leads it ("for B to visit", "met with B, who is in C")?"""
    gap = scene.text(one.end, verb)
    if re.match(r"\s*,?\s*who\b", gap):
        return _AUX.fullmatch(re.sub(r"^\s*,?\s*who\b", "", gap)) is not None
    return gap.strip() == "to" and re.search(r"\bfor\s+(?:the\s+)?$", scene.text(one.start - 10, one.start)) is not None


def _plain(scene: Scene, start: int, end: int) -> str:
    """The words between, without dates and without what commas or brackets part off."""
    text = scene.text(start, end)
    for one in sorted(scene.dates, key=lambda one: -one.span.start):
        if start <= one.span.start and one.span.end <= end:
            text = text[: one.span.start - start] + text[one.span.end - start :]
    return re.sub(r"\([^()]*\)|,[^,]{1,90},|\b(?:on|in)\s+(?=\s|$)", " ", text)
