"""Undertakings: who agreed, promised, was told or is to do what, by verbs and by the nouns that name an undertaking."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.claims.speech.contents import sentence_end
from kg.claims.speech.scenes import Scene, Voice
from kg.claims.speech.speakers import before, describe, speaks
from kg.claims.speech.verbs import BETWEEN, BLOCKED, UNDERTAKING, binds

PLANNED = frozenset("plan intend".split())
_AFTER: dict[str, frozenset[str]] = {  # what makes each verb an undertaking; verbs not named here always are one
    "commit": frozenset({"to", "itself", "themselves", "approximately", "over", "nearly", "about", "up", "$", "more"}),
    "undertake": frozenset({"to"}),
    "plan": frozenset({"to"}),
    "intend": frozenset({"to"}),
    "resolve": frozenset({"to"}),
    "decide": frozenset({"to"}),
    "offer": frozenset({"to"}),
    "guarantee": frozenset({"the", "to", "that"}),
}
_WHERE = frozenset("on in at here with during this last after upon about by monday tuesday wednesday thursday friday saturday sunday".split())
_VIEWS = frozenset("importance necessity urgency value principle principles terms".split())
_ORDERS = frozenset({"instruct", "order", "direct"})
_BE = frozenset("is are was were been being be remain remains remained stand stands stood".split())
_BOUND = frozenset("committed determined prepared ready obliged obligated resolved".split())
_SET = tuple((word,) for word in ("set", "due", "going", "preparing", "poised", "slated"))
_AID = frozenset("assistance support help aid package loan loans grant grants funding financing credit credits scholarships".split())
_ACCORD = frozenset("agreement agreements consensus understanding".split())
_TOLD = frozenset("instructed ordered directed tasked told".split())
ENCOUNTER = re.compile(
    r"\b(?:meet|meeting|visit|travel|host|receive|attend|arrive|leave|depart|fly|go|pay a"
    r"|deliver (?:a |an |the |his |her |their )?(?:\w+ )?(?:speech|address|remarks|lecture|message)"
    r"|(?:pay|make|undertake|embark on|conduct|begin|start) (?:an? |his |her |their |the )?(?:[\w-]+ ){0,3}(?:visits?|trips?|tour)"
    r"|speak|participate|gather|accompany|discuss|talk|answer|stop|return|tour|engage with|witness"
    r"|lay (?:a |the )?(?:wreaths?|flowers)|take part|call (?:up)?on"
    r"|hold (?:(?!exercise)[\w-]+ ){0,5}(?:meetings?|talks|summits?|consultations|conference|session|negotiations|press))\b",
    re.IGNORECASE,
)
STATIVE = frozenset(
    """
    welcome get see be have remain include depend take last begin start mark become likely probably not never like want need bear play retain
    face benefit suffer lose win enjoy grow know think believe hope cost contain cover total amount lead result reflect affect cause come
    exceed reach rise fall drop decide require represent look account generate
    """.split()
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


UNDERTAKEN = frozenset([*UNDERTAKING, *_BOUND, *_TOLD, "is", "are", "issued", "gave", "given", "reached", "made"])
"""The words at which `undertaken` can find something."""


def undertaken(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """The undertaking that a verb at token `at` expresses; `last` is the subject of the verb before."""
    return _verb(scene, at, last) or _bound(scene, at, last) or _told(scene, at) or _due(scene, at) or _given(scene, at, last)


def _verb(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X agreed to …", "… and pledged to …", "Y instructed Z to …"."""
    words = scene.words
    base = UNDERTAKING.get(words[at], "")
    token = scene.sentence.tokens[at]
    if base == "announce":
        return _announced(scene, at, last)
    if not base or (token.pos and token.pos not in ("VERB", "AUX") and not _after_name(scene, at)) or not free(scene, at):
        return None
    if not _meant(scene, at, base) or meets(scene, at):
        return None
    voice = before(scene, at)
    shared = voice is None and joined(scene, at)
    voice = voice or (last if shared else None)
    if shared and words[at] == base:
        return None  # an infinitive that another governs
    if voice is None or not all(speaks(one) or one.name == "it" for one in voice.mentions):
        return None
    if base in _ORDERS and (
        voice.mentions[0].kind == "agreement" or voice.mentions[0].name.split()[-1].casefold() in ("order", "decree", "document")
    ):
        return _ordered(scene, at)
    if voice.mentions[0].kind == "agreement":
        return None
    voice = bearer(scene, at, base) or voice
    rule = "order" if base in _ORDERS else "joined verb" if shared else base
    return Undertaking(voice, at if shared else voice.first, passage_end(scene, at), "planned" if base in PLANNED else "undertaken", rule)


def _announced(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X announced $5 million in aid": who gives it; for persons, their state or body."""
    words = scene.words
    span = words[at + 1 : at + 22]
    stop = next((index for index, word in enumerate(span) if word in (";", "that", "after", "while")), len(span))
    money = any(word in ("million", "billion", "trillion") for word in span[:stop])
    if not money or not _AID & set(span[:stop]) or not free(scene, at) or scene.sentence.tokens[at].pos not in ("VERB", ""):
        return None
    voice = before(scene, at) or (last if joined(scene, at) else None)
    if voice is None or voice.mentions[0].kind not in ("person", "state", "organisation", "pronoun", "post"):
        return None
    return Undertaking(voice, voice.first, passage_end(scene, at), "undertaken", "announced aid", state=True)


def _after_name(scene: Scene, at: int) -> bool:
    """Is a form that may be a noun a verb here: "The European Union plans to …", "the company plans to …"?"""
    token, words = scene.sentence.tokens[at], scene.words
    if words[at] in ("plans", "pledges", "promises") and token.dep == "root" and words[at + 1 : at + 2] == ("to",) and before(scene, at) is not None:
        return True
    mention = scene.ends.get(scene.sentence.tokens[at - 1].end) if at else None
    return mention is not None and mention.form == "name" and scene.words[at] in ("plans", "pledges", "promises") and speaks(mention)


def bearer(scene: Scene, at: int, base: str) -> Voice | None:
    """ "They agreed that Norway would …", "he pledged continued Norwegian support": the state that is bound."""
    words = scene.words
    if base == "agree" and words[at + 1 : at + 2] == ("that",):
        modal = next((index for index in range(at + 3, min(at + 16, len(words))) if words[index] in ("will", "would", "should", "shall")), None)
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
    if base == "agree":
        return _agreeing(scene, at)
    if base == "guarantee" and len(scene.words) > at + 1 and scene.starts.get(scene.sentence.tokens[at + 1].start) is not None:
        return True
    if base == "offer" and _AID & set(scene.words[at + 1 : at + 9]):
        return True
    if base == "commit" and following[0][:1].isdigit():
        return True
    return base not in _AFTER or following[0] in _AFTER[base]


def _agreeing(scene: Scene, at: int) -> bool:
    """ "Agreed to …", "agreed here on Monday to …", "agreed on …", but not what was "agreed upon in May"."""
    words, tokens = scene.words, scene.sentence.tokens
    if tokens[at].dep.startswith("acl"):
        return False
    after = next((index for index in range(at + 1, min(at + 4, len(words))) if words[index] not in BETWEEN), len(words))
    if words[after : after + 1] == ("that",):
        modal = next((index for index in range(at + 3, min(at + 16, len(words))) if words[index] in ("will", "would")), len(words))
        return binds(words[at + 2 : at + 16]) and not ENCOUNTER.match(" ".join(words[modal + 1 : modal + 7]))
    if words[after : after + 1] == ("to",) or _infinitive(scene, at) is not None:
        return True
    return words[after : after + 1] in (("on",), ("upon",)) and not (_VIEWS & set(words[after : after + 4])) and not _dated(scene, after + 1)


def _dated(scene: Scene, at: int) -> bool:
    """Is what follows a preposition a day, or the end?"""
    return at >= len(scene.words) or scene.words[at] in BETWEEN or scene.words[at][:1].isdigit() or scene.words[at] in _WHERE | {",", ".", "may"}


def _infinitive(scene: Scene, at: int) -> int | None:
    """The "to" of the infinitive that a verb governs, a time, a place or a partner between: "agreed with X on Monday to …"."""
    words, tokens = scene.words, scene.sentence.tokens
    for index in range(at + 1, min(at + 11, len(words) - 1)):
        if words[index] in (",", ";", "that", ":") or (index > at + 1 and tokens[index].pos == "VERB"):
            return None
        if words[index] == "to" and tokens[index + 1].pos in ("VERB", "AUX", ""):
            return index if index == at + 1 or words[at + 1] in _WHERE or words[at + 1] in BETWEEN else None
    return None


def meets(scene: Scene, at: int) -> bool:
    """Is what is planned an encounter? "agreed to meet again", "plans to visit"."""
    to = _infinitive(scene, at) or at + 1
    return bool(ENCOUNTER.match(" ".join(scene.words[to + 1 : to + 9]))) and scene.words[to : to + 1] == ("to",)


def free(scene: Scene, at: int) -> bool:
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


def joined(scene: Scene, at: int) -> bool:
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


def _bound(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X is committed to …", "Y remains ready to …", "… and was determined to …"."""
    if scene.words[at] not in _BOUND or scene.words[at + 1 : at + 2] != ("to",) or "if" in scene.words[:at]:
        return None
    be = at - 1
    while be > 0 and (scene.words[be] in BETWEEN or scene.words[be].endswith("ly")):
        be -= 1
    if be < 1 or scene.words[be] not in _BE:
        return None
    subject = be
    while subject > 1 and scene.words[subject - 1] in ("will", "would", "has", "have", "had", "to", "also"):
        subject -= 1
    shared = scene.words[subject - 1] == "and"
    voice = last if shared else before(scene, subject)
    if voice is None or meets(scene, at) or scene.words[at + 2 : at + 3] == ("sign",):
        return None
    return Undertaking(voice, subject if shared else voice.first, passage_end(scene, at), "undertaken", "bound")


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
    to = at + 1 + (words[at + 1 : at + 2] in _SET)
    if words[at] not in ("is", "are") or words[to : to + 1] != ("to",) or to + 1 >= len(words) or words[to + 1] in STATIVE | {"be"}:
        return None
    if meets(scene, to - 1) or nominal(scene, to):
        return None
    voice = before(scene, at - (words[at - 1] == "which"))
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
    elif words[at] in ("reached", "made") and _ACCORD & set(rest[:3]) and {"on", "to", "whereby"} & set(words[at + 2 : at + 6]):
        rule, state = "reached agreement", True
    else:
        return None
    voice = before(scene, at) or (last if joined(scene, at) else None)
    if voice is None or not free(scene, at) or (state and voice.mentions[0].kind in ("state", "organisation")):
        return None
    return Undertaking(voice, at if joined(scene, at) else voice.first, passage_end(scene, at), "undertaken", rule, state=state)


def nominal(scene: Scene, to: int) -> bool:
    token = scene.sentence.tokens[to + 1] if to + 1 < len(scene.words) else None
    return scene.words[to] == "to" and (token is None or token.pos not in ("VERB", "AUX", ""))


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
