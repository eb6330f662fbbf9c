"""Commitments: what named parties agreed, pledged, plan or were instructed to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.claims.speech.speakers import Scene, Voice, before, scenes, speaks
from kg.claims.speech.verbs import BETWEEN, BLOCKED, UNDERTAKING
from kg.model import Claim, Filler, Mention, Reading

PLANNED = frozenset("plan intend will".split())
# nouns that name an undertaking when "to" and a party go with them: "their commitment to …", "plans to hold …"
NOUNS = frozenset(
    """
    commitment commitments pledge pledges resolve determination readiness willingness intention intentions intent plan plans promise
    obligation
    """.split()
)
CONFIRMING = frozenset(
    """
    reaffirmed reaffirm reaffirms reiterated reiterate reiterates affirmed affirms confirmed confirm confirms underscored underscore
    underscores underlined underlines expressed express expresses emphasized emphasised stressed discussed announced outlined highlighted
    declared stated welcomed recognized conveyed noted shared
    """.split()
)
_AFTER: dict[str, frozenset[str]] = {  # what makes each verb an undertaking
    "agree": frozenset({"to", "upon"}),
    "pledge": frozenset({"to", "that", "support", "continued", "$"}),
    "promise": frozenset({"to", "that"}),
    "vow": frozenset({"to"}),
    "commit": frozenset({"to"}),
    "undertake": frozenset({"to"}),
    "plan": frozenset({"to"}),
    "intend": frozenset({"to"}),
    "resolve": frozenset({"to"}),
    "decide": frozenset({"to"}),
}
_ORDERS = frozenset({"instruct", "order", "direct"})
_MEETING = re.compile(
    r"\b(?:meet|visit|travel|host|receive|attend|arrive|hold (?:a |the |further |bilateral )?(?:meeting|talks|summit|consultations))\b", re.IGNORECASE
)
_STATIVE = frozenset("be have remain include depend take last last begin start mark become likely probably not never".split())
_PARTIES = frozenset("parties sides countries states nations governments delegations".split())


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Who undertakes what: the passage lies between the tokens `start` and `end`."""

    voice: Voice
    start: int
    end: int
    status: str
    rule: str


def extract(reading: Reading) -> Iterator[Claim]:
    """Commitment claims, one a passage, in the order of the text."""
    for scene in scenes(reading):
        for one in undertakings(scene):
            if any(reading.links.of(mention) for mention in one.voice.mentions):
                yield _claim(scene, one)


def _claim(scene: Scene, one: Undertaking) -> Claim:
    start, end = scene.span_of(one.start, one.end)
    span = scene.document.span(start, end, scene.sentence.span.field)
    parties = tuple(Filler("party", mention, principal=_collective(mention)) for mention in one.voice.mentions)
    content = Filler("content", Mention("content", span, span.text, span))
    return Claim("commitment", (*parties, content), (("status", one.status),), (span,), f"commitment: {one.rule}")


def _collective(mention: Mention) -> bool:
    """ "The parties agreed" binds states, not the people in the room."""
    return mention.kind == "group" and mention.head.text.casefold().split()[-1] in _PARTIES


def undertakings(scene: Scene) -> list[Undertaking]:
    """The undertakings of a sentence; where two passages overlap the first found stays."""
    found: list[Undertaking] = []
    last: Voice | None = None
    for at, word in enumerate(scene.words):
        one = _verb(scene, at, last) or _noun(scene, at, last) or _future(scene, at)
        voice = before(scene, at) if word.endswith("ed") or word in UNDERTAKING else None
        last = voice or last
        if one is not None and not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return found


def _verb(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X agreed to …", "… and pledged to …", "Y instructed Z to …"."""
    base = UNDERTAKING.get(scene.words[at], "")
    token = scene.sentence.tokens[at]
    if not base or (token.pos and token.pos != "VERB") or token.text.endswith("ing") or _blocked(scene, at):
        return None
    follows = scene.words[at + 1] if at + 1 < len(scene.words) else ""
    voice = before(scene, at)
    joined = voice is None and _joined(scene, at)
    voice = voice or (last if joined else None)
    if voice is None or not all(speaks(one) for one in voice.mentions):
        return None
    if base in _ORDERS:
        if "to" not in scene.words[at + 1 : at + 14]:
            return None
    elif follows not in _AFTER[base] and not (follows in BETWEEN and scene.words[at + 2 : at + 3] == ("to",)):
        return None
    start, end = (at if joined else voice.first), _end(scene, at)
    if _MEETING.match(" ".join(scene.words[at + 2 : at + 8])):
        return None
    rule = "order" if base in _ORDERS else "joined verb" if joined else base
    return Undertaking(voice, start, end, "planned" if base in PLANNED else "undertaken", rule)


def _noun(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "the U.S. commitment to …" is the possessor's; "reaffirmed their commitment to …", "discussed plans to …" the subject's."""
    words = scene.words
    if words[at] not in NOUNS or at + 1 >= len(words) or words[at + 1] not in ("to", "of") or scene.sentence.tokens[at].pos == "VERB":
        return None
    first = at
    while first > 0 and at - first < 6 and not _possessive(scene, first):
        first -= 1
    if _possessive(scene, first):
        voice = before_possessive(scene, first)
        if voice is not None:
            return Undertaking(voice, voice.first, _end(scene, at), "undertaken", "possessor's noun")
    lead = next((index for index in range(at - 1, max(at - 7, -1), -1) if words[index] in CONFIRMING), None)
    if lead is None or (words[at] in ("plan", "plans") and words[at + 1] != "to"):
        return None
    voice = before(scene, lead) or (last if _joined(scene, lead) else None)
    if voice is None:
        return None
    planned = words[at].startswith(("plan", "inten"))
    return Undertaking(voice, lead + 1 if planned else lead, _end(scene, at), "planned" if planned else "undertaken", "noun")


def _possessive(scene: Scene, at: int) -> bool:
    return scene.words[at] in ("'s", "’s", "'", "’") or (
        scene.sentence.tokens[at].end in scene.ends and scene.ends[scene.sentence.tokens[at].end].kind == "state"
    )


def before_possessive(scene: Scene, at: int) -> Voice | None:
    """The possessor that ends at or right before the token."""
    index = at - 1 if scene.words[at] in ("'s", "’s", "'", "’") else at
    mention = scene.ends.get(scene.sentence.tokens[index].end) if index >= 0 else None
    if mention is None or mention.kind not in ("person", "state", "organisation", "post"):
        return None
    return Voice((mention,), scene.token_at(mention.span.start), at + 1)


def _future(scene: Scene, at: int) -> Undertaking | None:
    """ "Russia will …", "the two countries would …" of states and bodies; meetings and mere states of affairs apart."""
    if scene.words[at] not in ("will", "would") or at + 1 >= len(scene.words):
        return None
    voice = before(scene, at)
    following = next((word for word in scene.words[at + 1 :] if word not in BETWEEN), "")
    if voice is None or voice.mentions[-1].kind not in ("state", "organisation", "group") or following in _STATIVE:
        return None
    if _MEETING.search(" ".join(scene.words[at + 1 : at + 7])) or "if" in scene.words[:at]:
        return None
    return Undertaking(voice, voice.first, _end(scene, at), "planned", "future")


def _blocked(scene: Scene, at: int) -> bool:
    index = at - 1
    while index >= 0 and (scene.words[index] in BETWEEN or scene.words[index].endswith("ly")):
        index -= 1
    return index >= 0 and scene.words[index] in BLOCKED


def _joined(scene: Scene, at: int) -> bool:
    index = at - 1
    while index >= 0 and (scene.words[index] in BETWEEN or scene.words[index].endswith("ly")):
        index -= 1
    return index > 0 and scene.words[index] in ("and", ",")


def _end(scene: Scene, at: int) -> int:
    """The end of the passage: the end of the sentence, or a clause joined with a subject of its own."""
    words = scene.words
    end = len(words)
    while end and words[end - 1] in (".", "!", "?", ";", "”", '"'):
        end -= 1
    for index in range(at + 3, end - 1):
        if words[index] == "," and words[index + 1] in ("and", "while", "but") and index + 2 < end:
            opens = scene.starts.get(scene.sentence.tokens[index + 2].start)
            if opens is not None and speaks(opens):
                return index
        if words[index] == ";":
            return index
    return end
