"""Pledges: undertakings that a noun names ("reaffirmed their commitment to …", "the U.S. commitment to …", "plans to …")."""

from __future__ import annotations

from dataclasses import dataclass

from kg.claims.speech.scenes import Scene, Voice
from kg.claims.speech.speakers import before, describe
from kg.claims.speech.undertakings import Undertaking, passage_end
from kg.model import Mention

NOUNS = frozenset(
    """
    commitment commitments pledge pledges resolve determination readiness willingness intention intentions intent plan plans promise
    obligation decision
    """.split()
)
CONFIRMING = frozenset(
    """
    reaffirmed reaffirm reaffirms reiterated reiterate reiterates affirmed affirms confirmed confirm confirms underscored underscore
    underscores underlined underlines affirm affirming reconfirmed reconfirm
    signalled signaled expressed express expresses emphasized emphasised stressed discussed announced outlined highlighted
    declared stated welcomed recognized conveyed noted shared voiced reaffirming reiterating expressing underscoring conveyed declare
    discuss
    """.split()
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LOOSE = _POSSESSIVE | frozenset({",", "and", "including", "shared", "of"})
_OWN = frozenset("their his her its".split())
_THE = ("the", "his", "her", "their", "a", "by", "of")
_TELLING = frozenset("discussed announced unveiled outlined revealed shared detailed confirmed presented".split())
_QUOTES = ("“", '"', "``", "‘", "'")
_PRAISE = frozenset("commended thanked praised applauded congratulated thanks commends praises lauded".split())
_TRAVEL = frozenset("attend visit travel meet host leave return".split())


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose undertaking a noun names, and the token where the phrase begins."""

    voice: Voice
    first: int


def pledged(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """The undertaking that the noun at token `at` names; `last` is the subject of the verb before."""
    words = scene.words
    if words[at] not in NOUNS or "if" in words[:at] or at + 1 >= len(words) or scene.sentence.tokens[at].pos in ("VERB", "AUX"):
        return None
    behind = _of(scene, at)
    to = behind[1] if behind else at + 1 + (words[at + 1] in _QUOTES)
    if words[to : to + 1] != ("to",) or words[to + 1 : to + 2] in [(word,) for word in _TRAVEL]:
        return None
    planned = "planned" if words[at].startswith(("plan", "inten")) else "undertaken"
    if behind:
        return Undertaking(behind[0], at, passage_end(scene, at), planned, "noun of")
    if words[at - 2 : at] in (("our", "shared"), ("a", "shared")):
        both = Voice((_both(scene, at - 2),), at - 2, at)
        return Undertaking(both, at - 2, passage_end(scene, at), planned, "shared noun", state=True)
    owner = _owner(scene, at, last)
    if owner is not None:
        return Undertaking(owner.voice, owner.first, passage_end(scene, at), planned, "possessor's noun")
    lead = _lead(scene, at)
    told = next((index for index in range(at - 1, max(at - 4, -1), -1) if words[index] in _TELLING), None)
    if words[at] in ("plans", "intentions", "intention") and told is not None and not {",", "and", ";"} & set(words[told:at]):
        voice = before(scene, told) or last
        return Undertaking(voice, at, passage_end(scene, at), planned, "plans told", state=words[told] == "shared") if voice else None
    if lead is None or words[at].startswith(("decision", "plan", "resolve", "promise")) or _LOOSE & set(words[lead:at]) or at - lead > 5:
        return None
    voice = before(scene, lead) or last
    return Undertaking(voice, lead, passage_end(scene, at), planned, "noun") if voice else None


def _of(scene: Scene, at: int) -> tuple[Voice, int] | None:
    """ "The commitment of the United States to …": the owner behind the noun, and the token of "to"."""
    words = scene.words
    if words[at + 1 : at + 2] != ("of",):
        return None
    to = next((index for index in range(at + 3, min(at + 12, len(words))) if words[index] == "to"), None)
    if to is None:
        return None
    start = at + 2 + (words[at + 2] in ("both", "the"))
    found = [one for one in scene.mentions if one.kind in ("state", "organisation", "group") and start <= scene.token_at(one.span.start) < to]
    if not found or scene.token_at(found[0].span.start) > start or words[scene.token_at(found[0].span.end)] in _POSSESSIVE:
        return None
    return Voice(tuple(found), start, to), to


def _owner(scene: Scene, at: int, last: Voice | None) -> Owner | None:
    """The possessor before the noun, adjectives between; "their" is the subject's."""
    words, tokens = scene.words, scene.sentence.tokens
    if words[at - 1 : at] == ("and",):
        return _outer(scene, at - 2, last)
    for index in range(at - 1, max(at - 7, -1), -1):
        if words[index] in (",", ";", ".", "to", "for", "on"):
            return None
        if words[index] in _OWN:
            if "for" in words[:index] and _PRAISE & set(words[:index]):
                return None  # "commended Malta for its commitment to …"
            voice = _subject(scene, index, last)
            return Owner(voice, index) if voice else None
        if words[index] == "our":
            return Owner(Voice((_we(scene, index),), index, index + 1), index)
        if words[index] in _POSSESSIVE or ((mention := scene.ends.get(tokens[index].end)) is not None and mention.kind == "state"):
            joint = words.index("and", index) if "and" in words[index:at] else None
            if joint is not None and tokens[joint - 1].dep != "amod":  # not "firm and strong commitment"
                return _outer(scene, index, last)
            return _possessor(scene, index)
    return None


def _outer(scene: Scene, index: int, last: Voice | None) -> Owner | None:
    """ "X's support for Y's right to … and commitment to": the noun goes with the possessor named first."""
    for earlier in range(1, index - 1):
        mention = scene.ends.get(scene.sentence.tokens[earlier].end)
        after_verb = scene.words[max(earlier - 3, 0) : earlier]
        named = mention is not None and mention.kind == "state" and bool(CONFIRMING & set(after_verb))
        if scene.words[earlier] in _POSSESSIVE or scene.words[earlier] == "their" or named:
            return _owner(scene, earlier + 1, last)
    return None


def _possessor(scene: Scene, index: int) -> Owner | None:
    end = index - 1 if scene.words[index] in _POSSESSIVE else index
    mention = scene.ends.get(scene.sentence.tokens[end].end) if end >= 0 else None
    if scene.words[end] in ("administration", "leadership", "government") and (mention is None or mention.kind == "state"):
        first = next((index for index in range(end, max(end - 6, 0), -1) if scene.words[index - 1] in (*_THE, *CONFIRMING)), end)
        return Owner(Voice((describe(scene, first, end + 1),), first, end + 1), first)
    if mention is None or mention.kind not in ("person", "state", "organisation", "post", "group"):
        return None
    first, mentions = scene.token_at(mention.span.start), [mention]
    while first > 1 and scene.words[first - 1] == "and":
        behind = first - 2 - (scene.words[first - 2] in _POSSESSIVE)
        other = scene.ends.get(scene.sentence.tokens[behind].end) if behind >= 0 else None
        if other is None or other.kind not in ("person", "state", "organisation"):
            break
        mentions.insert(0, other)
        first = scene.token_at(other.span.start)
    return Owner(Voice(tuple(mentions), first, index + 1), first)


def _subject(scene: Scene, index: int, last: Voice | None) -> Voice | None:
    """Whom "their" or "his" means: the subject of the sentence, else the pronoun as the links read it."""
    if scene.words[index] == "its":
        near = [one for one in scene.mentions if one.kind in ("state", "organisation") and scene.token_at(one.span.end) <= index]
        return Voice((near[-1],), index, index + 1) if near else None
    lead = _lead(scene, index)
    voice = (before(scene, lead) if lead is not None else None) or last
    if voice is not None and (scene.words[index] == "their") == (
        len(voice.mentions) > 1 or voice.mentions[0].plural or voice.mentions[0].kind == "group"
    ):
        return voice
    mention = scene.starts.get(scene.sentence.tokens[index].start)
    return Voice((mention,), index, index + 1) if mention is not None else None


def _lead(scene: Scene, at: int) -> int | None:
    return next((index for index in range(at - 1, max(at - 9, -1), -1) if scene.words[index] in CONFIRMING), None)


def _both(scene: Scene, index: int) -> Mention:
    """ "Our shared commitment": of the two who meet, for their states."""
    start, end = scene.span_of(index, index + 2)
    span = scene.document.span(start, end, scene.sentence.span.field)
    return Mention("group", span, "the two", span, plural=True)


def _we(scene: Scene, index: int) -> Mention:
    span_start, span_end = scene.span_of(index, index + 1)
    span = scene.document.span(span_start, span_end, scene.sentence.span.field)
    return Mention("pronoun", span, "we", span, plural=True)
