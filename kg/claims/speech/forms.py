"""Forms: which form of a verb of speech reports something where it stands, and which is idle, a noun, or denied."""

from __future__ import annotations

from kg.claims.speech.contents import CLAUSES, clausal, told
from kg.claims.speech.scenes import Scene
from kg.claims.speech.speakers import after
from kg.claims.speech.verbs import BETWEEN, BLOCKED, PURPOSES, WANTS, WHOLES, binds

MARKS = frozenset({",", "”", '"', "''", "’", "'", "»"})
_QUOTE = (("“",), ('"',), ("``",), ("«",))
QUOTED_AS = ("saying", "stating", "telling")
_ARTICLES = frozenset("the a an this that its their his her our new any such much most long".split())
_WISHED = (("going",), ("want",), ("wants",), ("wanted",), ("plans",), ("need",), ("was",), ("is",), ("ready",), ("asked",))
_SHARED = frozenset("importance necessity urgency".split())
_AFTER_THIS = tuple((word,) for word in "in on at during while when after before to through via . ,".split())  # "disclosed this in …"
# "called on the minister to discuss …": a visit
_PAID = tuple((word,) for word in "discuss explore exchange review present congratulate felicitate brief express convey hand bid pay extend".split())


def can_report(scene: Scene, verb: int, base: str) -> bool:
    """Can this form report here? Not after "to" or "will", not as a noun, not without the words it wants."""
    token, words = scene.sentence.tokens[verb], scene.words
    if token.pos and token.pos not in ("VERB", "AUX") and words[verb] not in ("says", "said") and not _taken(words, verb):
        return False
    if any(one.kind in ("agreement", "forum") and one.span.start < token.start and token.end <= one.span.end for one in scene.mentions):
        return False  # part of a name: "the accord that calls for …"
    if _idle(scene, verb, base):
        return False
    if base == "point" and not {"out", "to", "that"} & set(words[verb + 1 : verb + 3]):
        return False
    if verb and words[verb - 1] == "to" and base in PURPOSES and words[verb] == base:
        return wanted(words, verb, base) and words[verb - 2 : verb - 1] not in _WISHED
    if verb and words[verb - 1] == "as" and words[verb] in QUOTED_AS:
        return True
    if not wanted(words, verb, base) and not _trails(scene, verb, base) and not (base == "report" and clausal(scene, verb)):
        return False
    at = verb - 1
    while at >= 0 and words[at] not in (",", "that", "“", '"'):
        if words[at] in ("if", "unless", "whether"):
            return False
        at -= 1
    at = verb - 1
    while at >= 0 and (words[at] in BETWEEN or words[at].endswith("ly")):
        at -= 1
    if words[verb].endswith("ing") and at >= 0 and words[at] in ("is", "are", "was", "were"):
        return base in ("call", "demand", "urge", "insist", "warn")
    return at < 0 or words[at] not in BLOCKED or (words[at] == "by" and words[verb].endswith("ing"))


def _taken(words: tuple[str, ...], verb: int) -> bool:
    """Is a form that the tagger may take for a noun a verb: "the minister states that …", "…, Newswire reports citing …"?"""
    return (words[verb] == "states" and words[verb + 1 : verb + 2] == ("that",)) or (
        words[verb] == "reports" and words[verb + 1 : verb + 2] in (("citing",), ("quoting",), (".",), ())
    )


def _idle(scene: Scene, verb: int, base: str) -> bool:
    """Forms that report nothing: passives ("endorsed by"), guests welcomed, visits looked forward to."""
    following = scene.words[verb + 1 : verb + 2] or ("",)
    if following[0] == "by" and scene.words[verb].endswith("ed"):
        return True
    if base in CLAUSES and following[0] in ("this", "so") and scene.words[verb + 2 : verb + 3] in _AFTER_THIS:
        return True
    if base == "announce" and following[0] in ("in", "at", "by") and "that" not in scene.words[verb : verb + 9]:
        return True
    if base == "inform" and scene.words[verb].endswith("ing"):
        return "that" not in scene.words[verb : verb + 9]
    if base in WHOLES and scene.words[verb].endswith("ed") and scene.words[verb - 1] in _ARTICLES:
        return True
    if base == "call" and following[0] in ("on", "upon"):
        rest, first = scene.words[verb + 2 :], min(verb + 2, len(scene.words) - 1)
        person = scene.starts.get(scene.sentence.tokens[first].start)
        if person is not None and person.kind in ("person", "post", "pronoun"):  # urged "to …", or visited "on Monday to …"
            rest = scene.words[scene.token_at(person.span.end) :]
            return rest[:1] not in (("to",), ("for",)) or rest[1:2] in _PAID
        return not {"to", "for"} & set(rest)
    if base == "cite" and {"source", "sources", "official", "officials"} & set(scene.words[verb + 1 : verb + 7]):
        return True
    if base in ("update", "apprise"):
        return "that" not in scene.words[verb : verb + 12]
    if base == "look":
        return bool({"seeing", "working", "welcoming", "hosting", "meeting"} & set(scene.words[verb : verb + 4]))
    if base == "welcome":
        mention = scene.starts.get(scene.sentence.tokens[verb + 1].start) if verb + 1 < len(scene.words) else None
        return mention is not None and mention.kind == "person" and "to" in scene.words[verb : verb + 14]
    return False


def wanted(words: tuple[str, ...], verb: int, base: str) -> bool:
    """Does the verb stand with the words without which it is no report?"""
    if base not in WANTS:
        return True
    at = verb + 1
    if base in CLAUSES and words[at : at + 1] == (",",) and words[at + 1 : at + 2] in _QUOTE:
        return True
    if at < len(words) and words[at] in WANTS[base] and base not in ("share", "speak"):
        return base != "agree" or not binds(words[at + 1 :])
    while at < len(words) and words[at] in BETWEEN:
        at += 1
    following = words[at : at + 1]
    if base in ("assess", "value"):
        return words[verb - 1] in WANTS[base] or (bool(following) and following[0] in WANTS[base])
    if base == "agree":
        return following == ("on",) and bool(_SHARED & set(words[at : at + 4]))
    if base == "speak" and words[at : at + 1] == ("in",):
        return words[at + 1 : at + 2] in (("favour",), ("favor",), ("support",), ("defence",), ("defense",))
    if base == "share":
        return bool({"concern", "concerns"} & set(words[at : at + 3])) or words[at : at + 3] == ("the", "view", "that")
    if base == "call":
        return following in (("the",), ("it",), ("him",)) and bool({'"', "“", "''"} & set(words[at:]))
    return bool(following) and following[0] in WANTS[base]


def _trails(scene: Scene, verb: int, base: str) -> bool:
    """May the verb close what stands before it ("…”, the envoy wrote in reply", "…, she continued")?"""
    if base not in CLAUSES or verb < 3 or not MARKS & set(scene.words[:verb]):
        return False
    return told(scene, verb) or scene.words[verb + 1] == "," or (scene.words[verb - 1] in MARKS and after(scene, verb) is not None)
