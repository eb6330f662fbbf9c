"""Futures: what states, bodies and persons will do, by their own words, by the article's, or under the terms of an instrument."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.claims.speech.scenes import Scene, Voice
from kg.claims.speech.speakers import before, speaks
from kg.claims.speech.undertakings import ENCOUNTER, STATIVE, Undertaking, passage_end
from kg.claims.speech.verbs import BETWEEN
from kg.model import Mention

Spoken = tuple[int, int, str, Voice]  # from token, to token, verb, speaker of what someone states

_MODALS = frozenset({"will", "would", "shall", "'ll", "’ll"})
_WISHES = frozenset("hope express ask urge call predict wish warn demand".split())  # what is said with these, another is to do
_CONDITIONS = frozenset({"unless"})
_OPENINGS = frozenset({",", "that", "and", "“", '"', "''", "``", "‘", ":", "-", "–", "—"})
_BODIES = frozenset(
    """
    government administration side sides parties countries company companies firm firms bank ministry ministers presidents leaders
    authorities delegation delegations army group consortium corporation operator agency council commission committee parliament airline
    party nations states mps lawmakers officials bloc ministries agencies organisation organization union investors manufacturer carrier
    """.split()
)
_RULING = frozenset("government administration side sides parties countries".split())
FIRST = frozenset({"we", "i"})
QUOTED = "future in a quotation"
OWN = frozenset({QUOTED, "future of a state", "future of a body"})  # within a quotation these bind the speaker's side alone
_SETTING = frozenset("later soon then also in for as at on during within through to by from with moreover additionally".split())


def futures(scene: Scene, spans: Sequence[Spoken]) -> Iterator[Undertaking]:
    """ "Russia will …": within what someone states (`spans`), as the article's own sentence, or under terms."""
    for at, word in enumerate(scene.words):
        if word not in _MODALS or at + 2 >= len(scene.words):
            continue
        voice = _myself(scene, at) or before(scene, at)
        if voice is not None and not _doubted(scene, at) and not _idle(scene, at):
            yield from _future(scene, at, voice, spans)
        if voice is None or not _doubted(scene, at):
            yield from _agent(scene, at)


def _myself(scene: Scene, at: int) -> Voice | None:
    """ "I will …": a pronoun that only its quotation can resolve; "his country will …": the speaker's own, as "we"."""
    country = scene.words[at - 2 : at] in (("his", "country"), ("her", "country"), ("their", "country")) and scene.words[at + 1] != "not"
    if at == 0 or not (country or scene.words[at - 1] == "i"):
        return None
    first = at - 1 - country
    start, end = scene.span_of(first, at)
    span = scene.document.span(start, end, scene.sentence.span.field)
    return Voice((Mention("pronoun", span, "we" if country else "i", span),), first, at)


def _doubted(scene: Scene, at: int) -> bool:
    """Does what will be hang on a condition?"""
    return bool({"if", "whether"} & set(scene.words[:at]) or _CONDITIONS & set(scene.words))


def _future(scene: Scene, at: int, voice: Voice, spans: Sequence[Spoken]) -> Iterator[Undertaking]:
    words, end = scene.words, passage_end(scene, at)
    first = voice.first - (voice.first > 0 and words[voice.first - 1] == "the")
    around = next((one for one in spans if one[0] <= first < one[1]), None)
    opens = first == 0 or words[first - 1] in _OPENINGS or (around is not None and first == around[0])
    stated = all(one.kind == "state" for one in voice.mentions)
    joined = words[first - 1] == "and" and "will" in words[:first] and "which" in words[:first]
    if stated and first > 1 and (joined or words[first - 1] in ("which", "whereby")):
        yield Undertaking(voice, first, end, "planned", "future under terms")
    elif opens and around is not None:
        other = voice.mentions[0].name == "they" and len(around[3].mentions) == 1 and around[3].mentions[0].kind == "person"
        if around[2] not in _WISHES and _acts(voice) and not (other and "they" not in scene.words[around[0] : around[0] + 3]):
            yield _foretold(scene, at, voice, around[3])
    elif voice.mentions[0].name.casefold() in FIRST and (opens or words[first - 1] in ("that", "but", "so", "which")):
        yield Undertaking(voice, voice.first, end, "planned", QUOTED)
    elif opens and all(one.kind == "state" or _ruling(one) for one in voice.mentions) and _under_terms(scene, first):
        yield Undertaking(voice, first, end, "planned", "future of a state")
    elif opens and all(map(_body, voice.mentions)) and _under_terms(scene, first):
        yield Undertaking(voice, first, end, "planned", "future of a body")
    elif opens and all(one.kind == "state" or _ruling(one) for one in voice.mentions):
        yield Undertaking(voice, first, end, "planned", QUOTED)


def _agent(scene: Scene, at: int) -> Iterator[Undertaking]:
    """ "The bridge will be built by X": the plan of whoever is named."""
    words = scene.words
    if words[at + 1] != "be" or not words[at + 2].endswith(("ed", "t", "n")):
        return
    by = next((index for index in range(at + 3, min(at + 9, len(words) - 1)) if words[index] == "by"), None)
    voice = _doer(scene, by + 1) if by is not None else None
    if voice is None or {",", ";"} & set(words[at:by]) or not all(_body(one) or one.kind == "state" for one in voice.mentions):
        return
    first = next((index + 1 for index in range(at - 1, -1, -1) if words[index] in (",", ";", "that", "“", '"')), 0)
    first = 0 if first == at else first  # behind an apposition
    yield Undertaking(voice, first, passage_end(scene, at), "planned", "future by an agent")


def _doer(scene: Scene, start: int) -> Voice | None:
    """Whoever "by" brings in: behind a state's adjective or name, the body that it tells apart ("the Maltese company Portmar")."""
    start += scene.words[start] in ("the", "a", "an")
    mention = scene.starts.get(scene.sentence.tokens[start].start)
    if mention is None:
        return None
    last = scene.token_at(mention.span.end)
    if mention.kind == "state" and (mention.form == "adjective" or scene.words[last : last + 1] in (("'s",), ("’s",))):
        reach = scene.sentence.tokens[min(start + 8, len(scene.words) - 1)].start
        mention = next((one for one in scene.mentions if one.kind == "organisation" and mention.span.end <= one.span.start <= reach), None)
    if mention is None or not speaks(mention):
        return None
    return Voice((mention,), start, scene.token_at(mention.span.end))


def _idle(scene: Scene, at: int) -> bool:
    """Is what will be no act, or an encounter, or tied to a condition?"""
    if scene.words[at + 1] == "have" or _brought_about(scene) or "as long as" in " ".join(scene.words[at:]):
        return True
    rest = [word for word in scene.words[at + 1 :] if word not in BETWEEN and not word.endswith("ly")]
    if rest[:1] == ["on"] and ENCOUNTER.search(" ".join(rest[:10])):
        return True  # "will on the same day pay a visit"
    negated = rest[:1] == ["not"]
    following = rest[1] if negated and len(rest) > 1 else rest[0] if rest else ""
    if following == "be" and len(rest) > 1 and rest[1].endswith("ing"):
        following = rest[1]
    if following in ("begin", "start") and len(rest) > 1 + negated and rest[1 + negated].endswith("ing"):
        return False
    return following in STATIVE or bool(ENCOUNTER.match(" ".join(rest[:6])))


def _brought_about(scene: Scene) -> bool:
    """Does the sentence open with a means, so that what will be is its effect: "By raising duties, Norway will …"?"""
    first = int(scene.words[0] in ("“", '"', "``", "‘"))
    return scene.words[first : first + 1] == ("by",) and len(scene.words) > first + 1 and scene.words[first + 1].endswith("ing")


def _foretold(scene: Scene, at: int, voice: Voice, speaker: Voice) -> Undertaking:
    """ "We" in what someone states is his state; "they" of the sides, the sides."""
    name, end = voice.mentions[0].name, passage_end(scene, at)
    sides = any(one.name in ("the sides", "the parties") for one in speaker.mentions)
    own = name in ("we", "our") or (name == "they" and (sides or len(speaker.mentions) > 1))
    people = name == "they" and not sides
    return Undertaking(speaker if own else voice, voice.first, end, "planned", "future in a report", state=own and not people)


def _under_terms(scene: Scene, first: int) -> bool:
    """Does the sentence open with its subject, behind a dateline, or with terms: "under the accord", "in return"?"""
    words = scene.words
    if first == 0 or words[0] == "under" or words[:2] == ("as", "agreed") or (first < 12 and words[first - 1] in ("-", "–", "—")):
        return True
    return 0 < first <= 16 and words[first - 1] == "," and "," not in words[: first - 1] and words[0] in _SETTING


def _acts(voice: Voice) -> bool:
    """Can the subject undertake: a state, a body, a person, the speaker ("he said he would")."""
    return all(one.kind == "state" or _body(one) for one in voice.mentions)


def _ruling(mention: Mention) -> bool:
    return mention.kind in ("group", "organisation") and mention.name.casefold().split()[-1] in _RULING


def _body(mention: Mention) -> bool:
    """Does the mention name people who act: a person, a body, or a group by its noun?"""
    return mention.kind in ("person", "post", "pronoun", "organisation") or (
        mention.kind == "group" and mention.name.casefold().split()[-1] in _BODIES
    )
