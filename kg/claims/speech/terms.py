"""Terms: what instruments, decisions and signatures bind parties to."""

from __future__ import annotations

import re

from kg.claims.speech.scenes import Scene, Voice
from kg.claims.speech.speakers import before
from kg.claims.speech.undertakings import Undertaking, bearer, free, joined, meets, nominal, passage_end
from kg.model import Mention

_INSTRUMENTS = frozenset("agreement agreements deal deals accord accords memorandum contract contracts treaty protocol".split())
_DOCUMENTS = frozenset("document pact deal roadmap programme program plan memorandum project convention".split())
_ENVISAGING = frozenset("envisages envisaged envisage envisions stipulates foresees".split())
_SOURCES = _INSTRUMENTS | _DOCUMENTS
_VERBS = _ENVISAGING | frozenset("provides provide provided calls called call obliges requires commits".split())
_DEED = re.compile(r"(?:tion|ment|sion|ing|creation|supply|supplies|deliver(?:y|ies)|exchange|increase|abolition|removal|reduction)$")


TERMS = _VERBS | {"signed", "sign", "reached", "concluded", "agreed", "decided"}
"""The words at which `terms` can find something."""


def terms(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """The undertaking under terms that a verb at token `at` expresses; `last` is the subject of the verb before."""
    return _signed(scene, at, last) or _terms(scene, at) or _agreed(scene, at)


def _signed(scene: Scene, at: int, last: Voice | None) -> Undertaking | None:
    """ "X and Y signed an agreement to …", "reached agreement on …"."""
    words = scene.words
    if words[at] not in ("signed", "reached", "concluded", "sign") or (words[at] == "sign" and words[at - 1 : at] != ("to",)):
        return None
    noun = next((index for index in range(at + 1, min(at + 7, len(words))) if words[index] in _INSTRUMENTS), None)
    if noun is None:
        return None
    to = next((index for index in range(noun + 1, min(noun + 6, len(words))) if words[index] == "to"), None)
    if to is None or not (to == noun + 1 or words[noun + 1] == "with") or {",", "that"} & set(words[noun:to]) or nominal(scene, to):
        return None
    voice = before(scene, at) or (last if joined(scene, at) else None)
    if voice is None or words[at] == "sign" or voice.mentions[-1].kind not in ("person", "state", "pronoun"):
        return None
    return Undertaking(voice, voice.first, passage_end(scene, at), "undertaken", "signed to", state=words[at] != "reached")


def _terms(scene: Scene, at: int) -> Undertaking | None:
    """ "The deal calls for Spain to …", "the agreement obliges the parties to …": the terms bind who is named."""
    words = scene.words
    if words[at] not in _VERBS or not _SOURCES & set(words[max(at - 12, 0) : at]):
        return None
    if words[at] in ("stipulates", "provides", "envisages") and words[at + 1 : at + 2] == ("that",):
        return _bearing(scene, at + 2)
    if words[at] in _ENVISAGING or words[at : at + 2] in (("provides", "for"), ("provide", "for"), ("provided", "for")):
        return _envisaged(scene, at)
    if words[at] not in ("calls", "called", "call", "obliges", "requires", "commits"):
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


def _bearing(scene: Scene, start: int) -> Undertaking | None:
    """ "The treaty stipulates that the sides exercise …": whoever the clause begins with."""
    start += scene.words[start : start + 1] == ("the",) and scene.starts.get(scene.sentence.tokens[start].start) is None
    mention = scene.starts.get(scene.sentence.tokens[start].start) if start < len(scene.words) else None
    if mention is None or mention.kind not in ("state", "organisation", "group"):
        return None
    last = scene.token_at(mention.span.end)
    if scene.sentence.tokens[min(last, len(scene.words) - 1)].pos not in ("VERB", "AUX", ""):
        return None
    return Undertaking(Voice((mention,), start, last), start, passage_end(scene, start), "undertaken", "terms")


def _envisaged(scene: Scene, at: int) -> Undertaking | None:
    """ "The accord provides for the creation of …": those who concluded it will do so."""
    head = scene.starts.get(scene.sentence.tokens[0].start) or scene.starts.get(scene.sentence.tokens[min(1, at)].start)
    if head is None and not _DOCUMENTS & set(scene.words[:at]):
        return None
    nouns = [token.text.casefold() for token in scene.sentence.tokens[at + 1 : at + 8] if token.pos in ("NOUN", "")]
    if not any(_DEED.search(noun) for noun in nouns[:3]) or scene.sentence.tokens[at].dep.startswith("acl") or not free(scene, at):
        return None
    start, end = scene.span_of(0, at)
    span = scene.document.span(start, end, scene.sentence.span.field)
    voice = Voice((Mention("group", span, "the two", span, plural=True),), 0, at)
    return Undertaking(voice, 0, passage_end(scene, at), "planned", "envisaged", state=True)


def _agreed(scene: Scene, at: int) -> Undertaking | None:
    """ "It was agreed to …": by those who met."""
    words = scene.words
    if (
        words[at] not in ("agreed", "decided")
        or words[at - 2 : at] != ("it", "was")
        or words[at + 1 : at + 2] not in (("to",), ("that",))
        or meets(scene, at)
    ):
        return None
    if words[at + 1] == "that":
        bound = bearer(scene, at, "agree")
        return Undertaking(bound, at + 2, passage_end(scene, at), "undertaken", "it was agreed") if bound else None
    start, end = scene.span_of(at - 2, at + 1)
    span = scene.document.span(start, end, scene.sentence.span.field)
    voice = Voice((Mention("group", span, "the two", span, plural=True),), at - 2, at + 1)
    return Undertaking(voice, at - 2, passage_end(scene, at), "undertaken", "it was agreed")
