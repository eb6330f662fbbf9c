"""Undertakings: who agreed, promised, was told or is to do what, by verbs and by the nouns that name an undertaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.claims.speech.reports import sentence_end
from kg.claims.speech.speakers import Scene, Voice, before, describe, speaks
from kg.claims.speech.verbs import BETWEEN, BLOCKED, UNDERTAKING
from kg.model import Mention

PLANNED = frozenset("plan intend".split())
_AFTER: dict[str, frozenset[str]] = {  # what makes each verb an undertaking; verbs not named here always are one
    "agree": frozenset({"to", "upon"}),
    "commit": frozenset({"to", "itself", "themselves", "approximately", "over", "nearly", "about", "up", "$", "more"}),
    "undertake": frozenset({"to"}),
    "plan": frozenset({"to"}),
    "intend": frozenset({"to"}),
    "resolve": frozenset({"to"}),
    "decide": frozenset({"to"}),
    "offer": frozenset({"to"}),
    "guarantee": frozenset({"the", "to", "that"}),
}
_ORDERS = frozenset({"instruct", "order", "direct"})
_BE = frozenset("is are was were been being be remain remains remained stand stands stood".split())
_BOUND = frozenset("committed determined prepared ready obliged obligated resolved".split())
_TOLD = frozenset("instructed ordered directed tasked told".split())
_MEETING = re.compile(
    r"\b(?:meet|meeting|visit|travel|host|receive|attend|arrive|leave|depart|fly|go|pay a|deliver|speak|participate|gather|accompany|discuss"
    r"|talk|answer"
    r"|stop|return|hold (?:a |the |their |further |bilateral |separate )*(?:meetings?|talks|summits?|consultations|conference))\b",
    re.IGNORECASE,
)
_INSTRUMENTS = frozenset("agreement agreements deal deals accord accords memorandum contract contracts treaty protocol".split())
_WISHES = frozenset("hope express ask urge call predict wish warn demand".split())  # what is said with these, another is to do
_CONDITIONS = frozenset({"unless"})
STATIVE = frozenset(
    "welcome get see be have remain include depend take last begin start mark become likely probably not never like want need".split()
)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """Who undertakes what: the passage lies between the tokens `start` and `end`. `state`: persons act for their states."""

    voice: Voice
    start: int
    end: int
    status: str
    rule: str
    state: bool = False


def undertaken(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """The undertaking that a verb at token `at` expresses; `last` is the subject of the verb before."""
    return (
        _verb(scene, at, last)
        or _bound(scene, at)
        or _told(scene, at)
        or _due(scene, at)
        or _signed(scene, at, last)
        or _given(scene, at, last)
        or _terms(scene, at)
        or _agreed(scene, at)
    )


def _verb(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X agreed to …", "… and pledged to …", "Y instructed Z to …"."""
    words = scene.words
    base = UNDERTAKING.get(words[at], "")
    token = scene.sentence.tokens[at]
    if not base or (token.pos and token.pos not in ("VERB", "AUX") and not _after_name(scene, at)) or not _free(scene, at):
        return None
    if not _meant(scene, at, base) or _meets(scene, at):
        return None
    voice = before(scene, at)
    joined = voice is None and _joined(scene, at)
    voice = voice or (last if joined else None)
    if voice is None or not all(speaks(one) or one.name == "it" for one in voice.mentions):
        return None
    if base in _ORDERS and (
        voice.mentions[0].kind == "agreement" or voice.mentions[0].name.split()[-1].casefold() in ("order", "decree", "document")
    ):
        return _ordered(scene, at)
    if voice.mentions[0].kind == "agreement":
        return None
    voice = _bearer(scene, at, base) or voice
    rule = "order" if base in _ORDERS else "joined verb" if joined else base
    return Undertaking(voice, at if joined else voice.first, passage_end(scene, at), "planned" if base in PLANNED else "undertaken", rule)


def _after_name(scene: Scene, at: int) -> bool:
    """Is a form that may be a noun a verb here: "The European Union plans to …"?"""
    mention = scene.ends.get(scene.sentence.tokens[at - 1].end) if at else None
    return mention is not None and mention.form == "name" and scene.words[at] in ("plans", "pledges", "promises") and speaks(mention)


def _bearer(scene: Scene, at: int, base: str) -> Voice | None:
    """ "They agreed that Norway would …", "he pledged continued Norwegian support": the state that is bound."""
    words = scene.words
    if base == "agree" and words[at + 1 : at + 2] == ("that",):
        modal = next((index for index in range(at + 3, min(at + 16, len(words))) if words[index] in ("will", "would")), None)
        voice = before(scene, modal) if modal is not None else None
        return voice if voice and voice.first > at and all(one.kind in ("state", "organisation") for one in voice.mentions) else None
    if base == "pledge":
        for index in range(at + 1, min(at + 5, len(words) - 1)):
            mention = scene.ends.get(scene.sentence.tokens[index].end)
            if mention is not None and mention.kind == "state" and words[index + 1] in ("support", "assistance", "aid", "help"):
                return Voice((mention,), at, index + 1)
    return None


def _meant(scene: Scene, at: int, base: str) -> bool:
    """Do the words after the verb make it an undertaking?"""
    following = [word for word in scene.words[at + 1 : at + 4] if word not in BETWEEN][:1] or [""]
    if base in _ORDERS:
        return "to" in scene.words[at + 1 : at + 14]
    if base == "agree" and following[0] == "that":
        return bool({"will", "would"} & set(scene.words[at + 2 : at + 16]))
    if base == "offer" and {"assistance", "support", "help", "aid"} & set(scene.words[at + 1 : at + 5]):
        return True
    if base == "commit" and following[0][:1].isdigit():
        return True
    return base not in _AFTER or following[0] in _AFTER[base]


def _meets(scene: Scene, at: int) -> bool:
    """Is what is planned an encounter? "agreed to meet again", "plans to visit"."""
    return bool(_MEETING.match(" ".join(scene.words[at + 2 : at + 8]))) and scene.words[at + 1 : at + 2] == ("to",)


def _free(scene: Scene, at: int) -> bool:
    """A participle only after "is" or a comma; a finite form not after what denies or doubts it."""
    index = _back(scene, at)
    if scene.words[at].endswith("ing"):
        return index >= 0 and scene.words[index] in ("is", "are", "was", "were", "been")
    return index < 0 or scene.words[index] not in BLOCKED


def _back(scene: Scene, at: int) -> int:
    """The token before the adverbs and auxiliaries before `at`, -1 if none."""
    index = at - 1
    while index >= 0 and (scene.words[index] in BETWEEN or scene.words[index].endswith("ly")):
        index -= 1
    return index


def _joined(scene: Scene, at: int) -> bool:
    index = _back(scene, at)
    return index > 0 and scene.words[index] in ("and", ",", "but")


def _ordered(scene: Scene, at: int) -> Undertaking | None:
    """ "The order directs ministries to …": those who are told, as printed."""
    to = next((index for index in range(at + 2, min(at + 14, len(scene.words))) if scene.words[index] == "to"), None)
    if to is None:
        return None
    mention = scene.starts.get(scene.sentence.tokens[at + 1].start)
    whole = mention is not None and mention.span.end == scene.sentence.tokens[to - 1].end
    voice = Voice((mention if mention is not None and whole else describe(scene, at + 1, to),), at + 1, to)
    return Undertaking(voice, at, passage_end(scene, at), "undertaken", "told by an order")


def _bound(scene: Scene, at: int) -> Undertaking | None:
    """ "X is committed to …", "Y remains ready to …"."""
    if scene.words[at] not in _BOUND or scene.words[at + 1 : at + 2] != ("to",):
        return None
    be = at - 1
    while be > 0 and (scene.words[be] in BETWEEN or scene.words[be].endswith("ly")):
        be -= 1
    if be < 1 or scene.words[be] not in _BE:
        return None
    subject = be
    while subject > 1 and scene.words[subject - 1] in ("will", "would", "has", "have", "had", "to", "also"):
        subject -= 1
    voice = before(scene, subject)
    if voice is None or _meets(scene, at) or scene.words[at + 2 : at + 3] == ("sign",):
        return None
    return Undertaking(voice, voice.first, passage_end(scene, at), "undertaken", "bound")


def _told(scene: Scene, at: int) -> Undertaking | None:
    """ "The ministry was instructed to …"."""
    words = scene.words
    if words[at] not in _TOLD or words[at + 1 : at + 2] != ("to",) or words[at - 1 : at] not in (("was",), ("were",), ("been",), ("is",), ("are",)):
        return None
    be = at - 1
    while be > 1 and words[be - 1] in ("has", "have", "had"):
        be -= 1
    voice = before(scene, be) or _phrase(scene, be)
    return Undertaking(voice, voice.first, passage_end(scene, at), "undertaken", "told") if voice else None


def _phrase(scene: Scene, end: int) -> Voice | None:
    """Whatever stands between the beginning of the clause and the verb, as printed: "bodies of local government"."""
    first = end
    while first > 0 and scene.words[first - 1] not in (",", ";", ":") and end - first < 12:
        first -= 1
    if end - first < 2 or (first and scene.words[first - 1] not in (",", ";", ":")) or scene.sentence.tokens[first].pos in ("ADP", "SCONJ", "PRON"):
        return None
    return Voice((describe(scene, first, end),), first, end)


def _due(scene: Scene, at: int) -> Undertaking | None:
    """ "The ministry is to guarantee …": what a party has to do."""
    words = scene.words
    if words[at] not in ("is", "are") or words[at + 1 : at + 2] != ("to",) or at + 2 >= len(words) or words[at + 2] in STATIVE | {"be"}:
        return None
    if _meets(scene, at):
        return None
    voice = before(scene, at)
    if voice is None or not all(one.kind in ("state", "organisation", "group", "person", "post") for one in voice.mentions):
        return None
    return Undertaking(voice, voice.first, passage_end(scene, at), "planned", "is to")


def _given(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X issued instructions to …", "Y gave an assurance that …", "they reached agreement on …"."""
    words = scene.words
    rest = words[at + 1 : at + 5]
    if words[at] in ("issued", "gave") and {"instructions", "orders"} & set(rest[:2]) and "to" in rest:
        rule, state = "order", False
    elif words[at] in ("gave", "given") and {"assurance", "assurances"} & set(rest[:3]) and "that" in rest:
        rule, state = "assurance", False
    elif words[at] in ("reached", "made") and {"agreement", "agreements"} & set(rest[:3]) and {"on", "to", "whereby"} & set(words[at + 2 : at + 6]):
        rule, state = "reached agreement", True
    else:
        return None
    voice = before(scene, at) or (last if _joined(scene, at) else None)
    if voice is None or not _free(scene, at) or (state and voice.mentions[0].kind in ("state", "organisation")):
        return None
    return Undertaking(voice, at if _joined(scene, at) else voice.first, passage_end(scene, at), "undertaken", rule, state=state)


def _signed(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X and Y signed an agreement to …", "reached agreement on …"."""
    words = scene.words
    if words[at] not in ("signed", "reached", "concluded", "sign") or (words[at] == "sign" and words[at - 1 : at] != ("to",)):
        return None
    noun = next((index for index in range(at + 1, min(at + 7, len(words))) if words[index] in _INSTRUMENTS), None)
    if noun is None:
        return None
    to = next((index for index in range(noun + 1, min(noun + 6, len(words))) if words[index] == "to"), None)
    if to is None or not (to == noun + 1 or words[noun + 1] == "with") or {",", "that"} & set(words[noun:to]) or _noun_follows(scene, to):
        return None
    voice = before(scene, at) or (last if _joined(scene, at) else None)
    if voice is None or words[at] == "sign" or voice.mentions[-1].kind not in ("person", "state", "pronoun"):
        return None
    return Undertaking(voice, voice.first, passage_end(scene, at), "undertaken", "signed to", state=words[at] != "reached")


def _noun_follows(scene: Scene, to: int) -> bool:
    token = scene.sentence.tokens[to + 1] if to + 1 < len(scene.words) else None
    return scene.words[to] == "to" and (token is None or token.pos not in ("VERB", "AUX", ""))


def _terms(scene: Scene, at: int) -> Undertaking | None:
    """ "The deal calls for Spain to …", "the agreement obliges the parties to …": the terms bind who is named."""
    words = scene.words
    if words[at] not in ("calls", "called", "call", "obliges", "requires", "commits") or not _INSTRUMENTS & set(words[max(at - 12, 0) : at]):
        return None
    start = at + 2 if words[at + 1 : at + 2] == ("for",) else at + 1
    if words[at].startswith("call") and start == at + 1:
        return None
    start += words[start : start + 1] == ("the",)
    to = next((index for index in range(start + 1, min(start + 8, len(words))) if words[index] == "to"), None)
    mention = scene.starts.get(scene.sentence.tokens[start].start) if to is not None else None
    if mention is None or mention.kind not in ("state", "organisation", "group") or scene.words[scene.token_at(mention.span.end)] in ("'s", "’s"):
        return None
    voice = Voice((mention,), start, scene.token_at(mention.span.end))
    return Undertaking(voice, start, passage_end(scene, at), "undertaken", "terms")


def futures(scene: Scene, spans: list[tuple[int, int, str, Voice]]) -> Iterator[Undertaking]:
    """ "Russia will …" within what someone states (`spans`: from, to, verb, speaker), of states, bodies and the speaker himself."""
    for at, word in enumerate(scene.words):
        if word not in ("will", "would", "shall") or at + 2 >= len(scene.words):
            continue
        voice = before(scene, at)
        if voice is None or {"if", "whether"} & set(scene.words[:at]) or _CONDITIONS & set(scene.words) or _idle(scene, at):
            continue
        first = voice.first - (voice.first > 0 and scene.words[voice.first - 1] == "the")
        around = next((one for one in spans if one[0] <= first < one[1]), None)
        opens = first == 0 or scene.words[first - 1] in (",", "that", "and", "“", '"', "''", "``") or (around is not None and first == around[0])
        stated = all(one.kind == "state" for one in voice.mentions)
        joined = scene.words[first - 1] == "and" and "will" in scene.words[:first] and "which" in scene.words[:first]
        if stated and first > 1 and (joined or scene.words[first - 1] in ("which", "whereby")):
            yield Undertaking(voice, first, passage_end(scene, at), "planned", "future under terms")
        if around is None and opens and all(one.kind == "state" or _ruling(one) for one in voice.mentions) and _under_terms(scene, first):
            yield Undertaking(voice, first, passage_end(scene, at), "planned", "future of a state")
        if opens and around is not None and around[2] not in _WISHES and _acts(voice):
            yield _foretold(scene, at, voice, around[3])


def _idle(scene: Scene, at: int) -> bool:
    """Is what will be no act, or an encounter, or tied to a condition?"""
    if scene.words[at + 1] == "have" or "as long as" in " ".join(scene.words[at:]):
        return True
    rest = [word for word in scene.words[at + 1 :] if word not in BETWEEN and not word.endswith("ly")]
    negated = rest[:1] == ["not"]
    following = rest[1] if negated and len(rest) > 1 else rest[0] if rest else ""
    if following == "be" and len(rest) > 1 and rest[1].endswith("ing"):
        following = rest[1]
    return following in STATIVE or bool(_MEETING.match(" ".join(rest[:6])))


def _foretold(scene: Scene, at: int, voice: Voice, speaker: Voice) -> Undertaking:
    """ "We" in what someone states is his state; "they" of the sides, the sides."""
    name, end = voice.mentions[0].name, passage_end(scene, at)
    own = name in ("we", "our") or (name == "they" and any(one.name in ("the sides", "the parties") for one in speaker.mentions))
    return Undertaking(speaker if own else voice, voice.first, end, "planned", "future in a report", state=own)


def _under_terms(scene: Scene, first: int) -> bool:
    """Does the sentence open with its subject, or with terms: "under the accord", "in return"?"""
    words = scene.words
    return first == 0 or words[0] == "under" or words[:2] == ("as", "agreed") or (words[0] == "in" and 0 < first <= 5 and words[first - 1] == ",")


def _acts(voice: Voice) -> bool:
    """Can the subject undertake: a state, a body, the speaker ("he said he would")."""
    return all(one.kind in ("state", "organisation", "pronoun") or _ruling(one) for one in voice.mentions)


def _ruling(mention: Mention) -> bool:
    last = mention.name.casefold().split()[-1]
    return mention.kind in ("group", "organisation") and last in ("government", "administration", "side", "sides", "parties", "countries")


def _agreed(scene: Scene, at: int) -> Undertaking | None:
    """ "It was agreed to …": by those who met."""
    words = scene.words
    if (
        words[at] not in ("agreed", "decided")
        or words[at - 2 : at] != ("it", "was")
        or words[at + 1 : at + 2] not in (("to",), ("that",))
        or _meets(scene, at)
    ):
        return None
    if words[at + 1] == "that":
        bearer = _bearer(scene, at, "agree")
        return Undertaking(bearer, at + 2, passage_end(scene, at), "undertaken", "it was agreed") if bearer else None
    start, end = scene.span_of(at - 2, at + 1)
    span = scene.document.span(start, end, scene.sentence.span.field)
    voice = Voice((Mention("group", span, "the two", span, plural=True),), at - 2, at + 1)
    return Undertaking(voice, at - 2, passage_end(scene, at), "undertaken", "it was agreed")


def passage_end(scene: Scene, at: int) -> int:
    """The end of the passage: the end of the sentence, or a clause joined with a subject of its own."""
    words, end = scene.words, sentence_end(scene)
    for index in range(at + 3, end - 1):
        if words[index] == "," and words[index + 1] in ("and", "while", "but") and index + 2 < end:
            opens = scene.starts.get(scene.sentence.tokens[index + 2].start)
            if opens is not None and speaks(opens):
                return index
        if words[index] == ";":
            return index
    return end
