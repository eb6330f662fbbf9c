"""Stances: what a speaker holds, said without a verb of speech ("in the President's view", "is sure that", "made clear that")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.claims.speech.contents import end_of, sentence_end
from kg.claims.speech.reports import Report
from kg.claims.speech.scenes import Scene, Voice
from kg.claims.speech.speakers import before, speaks
from kg.claims.speech.verbs import BETWEEN

_VIEWS = frozenset("view opinion words assessment".split())
_SURE = frozenset("sure confident convinced certain hopeful clear adamant".split())
_MADE = frozenset("made makes make making".split())
_BE = frozenset("is are was were".split())
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


def stances(scene: Scene) -> Iterator[Report]:
    """The stances of a sentence, each as a report with its speaker."""
    for at, word in enumerate(scene.words):
        if word in _VIEWS and at > 1:
            yield from _view(scene, at)
        elif word in _SURE:
            yield from _sure(scene, at)
        elif word == "attention" and at > 1 and scene.words[at - 1] in ("drew", "draws", "draw", "called"):
            yield from _attention(scene, at)
        elif word in ("assurance", "assurances") and scene.words[at + 1 : at + 2] == ("that",):
            voice = before(scene, at - 2) if at > 2 and scene.words[at - 1] in ("an", "his", "the") else before(scene, at - 1)
            if voice is not None:
                yield Report(scene, at, "assure", voice, at + 2, sentence_end(scene), "assurance")


def _view(scene: Scene, at: int) -> Iterator[Report]:
    """ "In X's view, …": the possessor holds it."""
    words = scene.words
    opening = next((index for index in range(at - 1, max(at - 12, -1), -1) if words[index] == "in"), None)
    if opening is None or words[at + 1 : at + 2] != (",",) or {",", ";"} & set(words[opening:at]):
        return
    owner = at - 2 if words[at - 1] in _POSSESSIVES else at - 1
    tokens = scene.sentence.tokens
    mention = scene.ends.get(tokens[owner].end) or scene.starts.get(tokens[opening + 1].start)
    if mention is None or mention.kind not in ("person", "post", "pronoun", "state", "organisation") or mention.name in ("our", "its", "we"):
        return
    voice = Voice((mention,), opening, at + 1)
    if opening == 0:
        yield Report(scene, at, "believe", voice, at + 2, sentence_end(scene), "view")


def _sure(scene: Scene, at: int) -> Iterator[Report]:
    """ "X is sure that …", "X was clear that …", "X made (it) clear that …"."""
    words = scene.words
    verb = at - 1
    while verb > 0 and (words[verb] in BETWEEN or words[verb] in ("it", "very", "been", "absolutely") or words[verb].endswith("ly")):
        verb -= 1
    made = words[verb] in _MADE and words[at] == "clear"
    if (
        verb < 1
        or not (made or words[verb] in _BE)
        or (words[at] in ("clear", "certain", "hopeful", "adamant") and words[at + 1 : at + 2] != ("that",))
    ):
        return
    subject = verb
    while subject > 1 and words[subject - 1] in ("has", "have", "had", "also", "repeatedly"):
        subject -= 1
    voice = before(scene, subject)
    if voice is None or not all(speaks(one) and one.kind in ("person", "post", "pronoun") for one in voice.mentions):
        return
    start = at + 2 if words[at + 1 : at + 2] == ("that",) else at + 1
    if words[start : start + 1] in (("of",), ("about",), ("to",)):
        return
    yield Report(scene, at, "make clear" if made else f"be {words[at]}", voice, start, sentence_end(scene), "made clear" if made else "sure")


def _attention(scene: Scene, at: int) -> Iterator[Report]:
    """ "X drew attention to …"."""
    voice = before(scene, at - 1)
    if voice is not None and scene.words[at + 1 : at + 2] == ("to",):
        yield Report(scene, at, "draw attention", voice, at + 2, end_of(scene, at - 1), "attention")
