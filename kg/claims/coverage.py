"""Coverage: for every sentence of an article, the facts that read it, or the reason why none does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.claims.meetings.frames import frames
from kg.claims.meetings.scenes import Scene, scenes
from kg.model import Claim, Coverage, Reading, Span

_PASSAGES = ("topic", "content")
_CREDIT = re.compile(
    r"^\W*(?:photos?|image|video|picture|sources?|tags|authors?|by|contact|editors?|related|more on|watch|download|topics|keywords)\s*[:|]|"
    r"^\W*(?:(?:reported|reporting|written|translated|edited|editing|compiled|photos?|text) by|read (?:more|also)|see also|subscribe|copyright|"
    r"all rights|"
    r"background information|disclaimer|advertisement|be sure to follow|follow us|follow the|share this|sign up|click here|©|https?:|www\.)|"
    r"\b(?:all rights reserved|news agency reports|Trend reports|contributed to this (?:report|story))\b|©",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?:[A-Z][\w’'.-]+,?\s+){1,5}(?:\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:,?\s+\d{4})?\W*")
_SPEECH = re.compile(
    r"\b(?:said|says|say|told|tells|noted|notes|stressed|emphasi[sz]ed|underlined|underscored|announced|declared|reported|stated|added|thanked|"
    r"welcomed|condemned|"
    r"praised|warned|called (?:for|on)|reaffirmed|reiterated|expressed|confirmed|recalled|pointed out|highlighted|according to)\b"
)
_AGENTLESS = re.compile(
    r"\b(?:it (?:was|is|has been)|(?:was|were|is|are|has been|have been) (?:also )?(?:noted|stressed|emphasi[sz]ed|reported|stated|underlined|"
    r"agreed|expected|said|"
    r"announced|discussed|considered|addressed|touched upon|adopted|signed|confirmed|believed))\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(r"\b(?:would|could|may|might|should|if|unless|whether|perhaps|possibly|hopes? to|in case)\b", re.IGNORECASE)
_DUTY = re.compile(
    r"\b(?:shall|must|has to|have to|need to|instructs?|directs?|provides? for|stipulates?|according to the (?:law|order|decree|agreement))\b",
    re.IGNORECASE,
)
_STATE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|remains?|became|include[sd]?|belongs?|stands?|lies|comprises?|consists?|represents?|produces?|relies)\b"
)
_UNDERTAKING = re.compile(r"\b(?:agreed|pledged|promised|committed|vowed|plans?|intends?|undertook|decided|will)\b")
_PARTIES = ("person", "state", "organisation", "group", "post", "pronoun")


def ledger(reading: Reading, claims: Sequence[Claim]) -> tuple[Coverage, ...]:
    """One line for each sentence of the text: the kinds of fact that rest on it, or why there is none."""
    told = _told(claims)
    lines = []
    for scene in scenes(reading):
        if scene.titled:
            continue
        span = scene.sentence.span
        kinds = sorted({kind for kind, passage in told if passage.overlaps(span)})
        lines.append(Coverage(span, "covered", ", ".join(kinds)) if kinds else Coverage(span, "uncovered", reason(scene)))
    return tuple(lines)


def _told(claims: Iterable[Claim]) -> list[tuple[str, Span]]:
    """The passages that facts rest on: their evidence, and the words quoted in a role."""
    found = [(claim.kind, span) for claim in claims for span in claim.evidence]
    return found + [(claim.kind, filler.mention.span) for claim in claims for filler in claim.fillers if filler.role in _PASSAGES]


def reason(scene: Scene) -> str:
    """Why a sentence gave no fact: the first of these that holds."""
    text = scene.text(scene.start, scene.end)
    kinds = _kinds(scene)
    return _form(scene, text) or _unresolved(scene, text, kinds) or _matter(text, kinds)


def _kinds(scene: Scene) -> Mapping[str, int]:
    found: dict[str, int] = defaultdict(int)
    span = scene.sentence.span
    for one in scene.reading.mentions:
        if one.span.overlaps(span):
            found[one.kind] += 1
    return found


def _form(scene: Scene, text: str) -> str:
    """Sentences that are none: credits, fragments, questions."""
    words = re.findall(r"\w+", text)
    if _CREDIT.search(text):
        return "boilerplate: a credit, a link or page furniture"
    if not words:
        return "boilerplate: no words"
    if words[0].isupper() and len(words[0]) > 2 and _DATELINE.fullmatch(text.strip()):
        return "a dateline"
    if text.rstrip().endswith("?"):
        return "a question states nothing"
    if len(words) < 4 or (text.isupper() and len(words) < 12):
        return "a heading or a fragment"
    if text.rstrip().endswith(":"):
        return "an introduction to what follows"
    return ""


def _unresolved(scene: Scene, text: str, kinds: Mapping[str, int]) -> str:
    """A cue of a fact is there, but not all that the fact needs."""
    known = any(scene.reading.links.of(one) for one in scene.mentions if one.kind in _PARTIES)
    if _UNREAL.search(text) and not re.search(r"\bwill\b", text):
        return "hypothetical: nothing is asserted"
    if any(frame.modality for frame in frames(scene)):
        return "an encounter whose parties are not named or not resolved" if not known else "an encounter told elsewhere, or no meeting of parties"
    if _AGENTLESS.search(text) and not kinds.get("person"):
        return "a passive without an agent"
    if _SPEECH.search(text):
        return "reported speech whose speaker is not resolved" if not known else "reported speech not read as a statement"
    if kinds.get("agreement"):
        return "an instrument named without a stage or parties"
    return ""


def _matter(text: str, kinds: Mapping[str, int]) -> str:
    """What the sentence is about, when no cue stands in it."""
    if kinds.get("amount"):
        return "a figure that is no flow of trade or investment"
    if _DUTY.search(text):
        return "what a law or an order provides: not the genre"
    if not any(kinds.get(kind) for kind in _PARTIES):
        return "no party is named"
    if _UNDERTAKING.search(text):
        return "a plan or a decision that no rule reads"
    if kinds.get("date") and _STATE.search(text):
        return "background: what was before"
    if _STATE.search(text):
        return "description or opinion of the author"
    return "an action that is no kind of fact here"
