"""Trees: the word that is the subject of a verb, and what hangs on it, as the tree of its sentence has it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kg.claims.meetings.scenes import Scene
from kg.model import Token

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_RELATIVES = ("who", "which", "that")
_SHARING = ("conj", "xcomp", "advcl")  # such verbs have the subject of the verb they hang on, where they have none
_BELOW = ("obl", "nmod", "obj", "compound", "conj", "amod", "obl:unmarked", "nmod:unmarked", "obl:agent", "iobj")
_CHANCES = (
    "opportunity",
    "chance",
    "plan",
    "plans",
    "intention",
    "decision",
    "occasion",
    "desire",
    "time",
)  # "the opportunity to meet": of whoever has it
_SENDING = frozenset(
    "ask order invite instruct urge task send dispatch appoint choose tell allow encourage direct authorize authorise want persuade get".split()
)
_WISHING = frozenset("ask invite urge allow encourage want persuade".split())
_HOLDING = frozenset(
    "hold have conduct continue begin start open resume finish end conclude complete attend lead host chair co-chair pay make take".split()
)
_STEPS = 8


@lru_cache(maxsize=8)
def _children(scene: Scene) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index, token in enumerate(scene.sentence.tokens):
        if token.head not in (index, -1):
            found.setdefault(token.head, []).append(index)
    return found


def subject_word(scene: Scene, offset: int) -> Token | None:
    """The head word of the subject of the verb, or of the verb over the noun, at `offset`; None where the tree has none."""
    tokens = scene.sentence.tokens
    at = _verb(tokens, offset) if scene.reading.analysis.parsed else None
    for _ in range(_STEPS):
        if at is None:
            return None
        if (sent := _sent(scene, tokens, at)) is not None:
            return tokens[sent]
        if tokens[at].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
            return None
        own = next((child for child in _children(scene).get(at, ()) if tokens[child].dep in _SUBJECTS), None)
        if own is not None:
            relative = tokens[own].text.lower() in _RELATIVES and tokens[at].dep in ("acl:relcl", "appos", "acl")
            return tokens[tokens[at].head] if relative else tokens[own]
        if tokens[at].dep in ("acl", "acl:relcl"):
            noun = tokens[at].head
            if tokens[noun].text.lower() not in _CHANCES:
                return tokens[noun]
            at = _over(tokens, noun)
        else:
            at = _governor(scene, tokens, at)
    return None


def _verb(tokens: Sequence[Token], offset: int) -> int | None:
    """Where the word at `offset` stands, or the verb over it where it is a noun."""
    at = next((index for index, token in enumerate(tokens) if token.start == offset), None)
    return at if at is None or tokens[at].pos in ("VERB", "AUX") else _over(tokens, at)


def _over(tokens: Sequence[Token], at: int) -> int | None:
    """The verb over a noun that is not its subject."""
    for _ in range(_STEPS):
        if tokens[at].dep not in _BELOW or tokens[at].head in (at, -1):
            return None
        at = tokens[at].head
        if tokens[at].pos == "VERB":
            return at
    return None


def wished(scene: Scene, offset: int) -> bool:
    """Is what the verb at `offset` says only asked or wished of its subject ("invited him to visit")?"""
    tokens = scene.sentence.tokens
    at = next((index for index, token in enumerate(tokens) if token.start == offset), None) if scene.reading.analysis.parsed else None
    return at is not None and _sent(scene, tokens, at) is not None and tokens[tokens[at].head].lemma in _WISHING


def talked_of(scene: Scene, offset: int) -> bool:
    """Is the noun at `offset` what somebody only speaks or thinks of ("to approve talks with A")?"""
    tokens = scene.sentence.tokens
    at = next((index for index, token in enumerate(tokens) if token.start == offset), None) if scene.reading.analysis.parsed else None
    if at is None or tokens[at].dep != "obj" or tokens[at].head == -1:
        return False
    return tokens[tokens[at].head].pos == "VERB" and tokens[tokens[at].head].lemma not in _HOLDING


def _governor(scene: Scene, tokens: Sequence[Token], at: int) -> int | None:
    """The verb whose subject is also that of the verb at `at`."""
    head = tokens[at].head
    if tokens[at].dep not in _SHARING or head in (at, -1):
        return None
    return _relative(tokens, head, at) if tokens[at].dep == "conj" else head


def _relative(tokens: Sequence[Token], head: int, at: int) -> int:
    """The verb of a relative clause that a comma opens and none closes before the verb at `at`, else `head`."""
    inside = [index for index in range(head + 1, at) if tokens[index].dep == "acl:relcl"]
    if not inside or any(token.text == "," for token in tokens[inside[-1] : at]):
        return head
    return inside[-1] if any(token.text == "," for token in tokens[head : inside[-1]]) else head


def _sent(scene: Scene, tokens: Sequence[Token], at: int) -> int | None:
    """The object that is to do what the verb at `at` says ("asked him to meet", "sent the minister to talk")."""
    head = tokens[at].head
    if tokens[at].dep not in ("xcomp", "advcl", "ccomp") or head == -1 or tokens[head].lemma not in _SENDING:
        return None
    marked = any(tokens[child].text.lower() == "to" for child in _children(scene).get(at, ()))
    return next((child for child in _children(scene).get(head, ()) if marked and tokens[child].dep in ("obj", "iobj") and child < at), None)


def within(scene: Scene, word: Token, offset: int) -> bool:
    """Does the word at `offset` hang on `word` in the tree, or is it `word` itself?"""
    tokens = scene.sentence.tokens
    at = next((index for index, token in enumerate(tokens) if token.start <= offset < token.end), None)
    for _ in range(len(tokens)):
        if at is None or tokens[at] == word:
            return at is not None
        at = tokens[at].head if tokens[at].head not in (at, -1) else None
    return False


def opening(scene: Scene, word: Token) -> int:
    """Where the words begin that hang on `word` and stand before it without a gap."""
    tokens = scene.sentence.tokens
    at = next(index for index, token in enumerate(tokens) if token == word)
    while at and within(scene, word, tokens[at - 1].start):
        at -= 1
    return tokens[at].start
