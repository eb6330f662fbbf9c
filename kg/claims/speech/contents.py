"""Contents: where what a verb of speech reports begins and ends."""

from __future__ import annotations

from kg.claims.speech.scenes import Scene
from kg.claims.speech.verbs import BETWEEN, CLAUSE, NEXT_ACTS, REPORTING, WHOLES

ADDRESSED = frozenset("tell inform assure apprise remind update warn ask".split())
CLAUSES = frozenset(CLAUSE)
_PHRASES = tuple((word,) for word in "in on at during after before following via through earlier from last late".split())
_DAYS = tuple((word,) for word in "monday tuesday wednesday thursday friday saturday sunday".split())
TRAILING = frozenset(
    "by citing with referring quoting via in on at during after before to as , reporters journalists media while following when ahead".split()
)
_BARE = frozenset("by in on at during after before to of for from with about earlier last this monday tuesday wednesday thursday friday".split())
_FEELINGS = frozenset("satisfaction regret concern appreciation pleasure joy gratitude alarm sorrow pride".split())
ABOUT = frozenset("about on of".split())


def whole(scene: Scene, verb: int, base: str) -> bool:
    """Is the act itself the report: thanks, calls, and what is told "about" or announced without a clause?"""
    if base in WHOLES or (base == "rule" and scene.words[verb + 1 : verb + 2] == ("out",)):
        return True
    at = verb + 1
    while at < len(scene.words) and scene.words[at] in BETWEEN - {"the"}:
        at += 1
    if base == "announce":
        return scene.words[at : at + 1] != ("that",) and scene.words[at : at + 1] != (":",) and not clausal(scene, verb)
    if base in ("report", "inform", "tell", "update") and "that" not in scene.words[at : at + 8]:
        return bool(ABOUT & set(scene.words[at : at + (1 if base == "report" else 7)]))
    return False


def clausal(scene: Scene, verb: int) -> bool:
    tokens = scene.sentence.tokens
    return any(token.dep in ("ccomp", "parataxis") and token.head == verb for token in tokens)


def content(scene: Scene, verb: int, base: str) -> int:
    """The first token of what is reported: behind "that", the person told, adverbs."""
    words, at = scene.words, verb + 1
    if base == "point":
        stop = next((index for index in range(verb + 1, min(verb + 4, len(words))) if words[index] in ("out", "to", "that")), verb)
        at = stop + 1
    while at < len(words) and base == "warn" and words[at] in BETWEEN:
        at += 1
    if base in ADDRESSED or (at < len(words) and words[at] == "to"):
        stop = next((index for index in range(at, min(at + 9, len(words))) if words[index] == "that"), -1)
        if stop >= 0:
            return stop + 1
        mention = scene.starts.get(scene.sentence.tokens[at].start) if at < len(words) and base not in ("warn", "ask") else None
        return scene.token_at(mention.span.end) if mention else at + (base not in ("warn", "ask"))
    if (clause := _behind(scene, at)) is not None:
        return clause
    if at + 1 < len(words) and words[at] == "with" and words[at + 1] in _FEELINGS:
        at += 2
    while at < len(words) and (
        words[at] in BETWEEN - {"the", "more"} or words[at] in ("that", ":", "on", "in", "as", ",") or words[at].endswith("ly")
    ):
        if words[at] in ("on", "in", "as") and (clause := _behind(scene, at)) is not None:
            return clause
        if words[at] in ("on", "in", "as") and "that" not in words[at : at + 6]:
            break
        if words[at] == "that":
            return _bared(words, at + 1)
        at += 1
    if words[at : at + 1] == ("on",) and words[at + 1 : at + 2] in _DAYS:
        at += 2  # "said on Monday it would …"
    return _bared(words, at)


def _bared(words: tuple[str, ...], at: int) -> int:
    """Behind the comma of an insertion: "explained that, in addition to …"."""
    return at + 1 if words[at : at + 1] == (",",) else at


def _behind(scene: Scene, at: int) -> int | None:
    """ "Said on Monday in Astana that …", "pointed out at the talks that …": the first token behind "that"."""
    words, tokens = scene.words, scene.sentence.tokens
    if words[at : at + 1] not in _PHRASES:
        return None
    for index in range(at + 1, min(at + 16, len(words) - 1)):
        if words[index] == "that" and tokens[index].pos in ("SCONJ", ""):
            return index + 1
        if words[index] in (";", ":", "which", "who") or tokens[index].pos in ("VERB", "AUX"):
            return None
    return None


def precedes(scene: Scene, verb: int, first: int) -> bool:
    """Does the clause that is reported stand before the subject, by the tree ("X is open, the minister said at the talks on …")?"""
    tokens, words = scene.sentence.tokens, scene.words
    after = tokens[verb + 1 :]
    if REPORTING[words[verb]] not in CLAUSES or {"that", ":"} & set(words[verb + 1 : verb + 10]):
        return False
    clauses = [verb + 1 + at for at, token in enumerate(after) if token.head == verb and token.dep == "ccomp"]
    if any(token.head in clauses and token.dep.startswith("nsubj") for token in after):
        return False
    clause = next((at for at in range(first - 1) if tokens[at].dep in ("root", "ccomp", "parataxis")), None)
    return clause is not None and tokens[clause].pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN") and tokens[clause].dep != "" and told(scene, verb)


def told(scene: Scene, verb: int) -> bool:
    """Does nothing but when, where and to whom follow the verb?"""
    rest = [word for word in scene.words[verb + 1 :] if word not in BETWEEN]
    return scene.words[verb] == "told" or not rest or rest[0] in TRAILING or rest[0] in (".", ";", "!")


def closes(scene: Scene, verb: int) -> bool:
    """Is the verb the last word but a day, an addressee or a place? "…, the President said in Astana."""
    rest = [word for word in scene.words[verb + 1 :] if word not in BETWEEN]
    return not rest or rest[0] in (".", ";", "!") or (rest[0] in TRAILING and len(rest) <= 14 and "that" not in rest)


def sentence_end(scene: Scene) -> int:
    """The number of tokens before the closing marks of the sentence."""
    end = len(scene.words)
    while end and scene.words[end - 1] in (".", "!", "?", ";", "”", '"', "''", "»"):
        end -= 1
    return end


def end_of(scene: Scene, verb: int) -> int:
    """Where the next predicate of the same subject begins ("… and discussed ways to …"), or the sentence ends."""
    tokens, words = scene.sentence.tokens, scene.words
    last = sentence_end(scene)
    joined = [at for at, token in enumerate(tokens) if at > verb + 1 and token.dep == "conj" and token.head == verb and _finite(scene, at)]
    if joined:
        first = min([joined[0], *(at for at, token in enumerate(tokens) if verb < at < joined[0] and token.head == joined[0])])
        while first > verb + 1 and words[first - 1] in (",", "and", "but", ";"):
            first -= 1
        last = min(last, first)
    for at in range(verb + 3, last - 1):
        if words[at] == ";" and tokens[at + 1 + (words[at + 1] in ("and", "but", "also"))].pos == "VERB":
            return at
        if words[at] in ("and", ",") and words[at + 1] in NEXT_ACTS and words[at - 1] != ",":
            return at
    return last


def _finite(scene: Scene, at: int) -> bool:
    word, token = scene.words[at], scene.sentence.tokens[at]
    return token.pos in ("VERB", "AUX") and not word.endswith("ing") and scene.words[at - 1] != "to"


def bare(scene: Scene, first: int, last: int) -> bool:
    """Is there no clause, only when, where or of what ("said on Monday at the opened port")?"""
    tokens = scene.sentence.tokens[first:last]
    if not any(token.pos for token in tokens):
        return scene.words[first] in _BARE and last - first < 4
    return scene.words[first] in _BARE and not any(token.dep.startswith("nsubj") or token.dep == "ccomp" for token in tokens)


def goes_on(scene: Scene, verb: int) -> bool:
    """Does the clause around the verb go on behind a comma: "The harbour, she said, needs dredging"?"""
    if scene.words[verb + 1 : verb + 2] != (",",) or verb + 3 >= len(scene.words):
        return False
    token, word = scene.sentence.tokens[verb + 2], scene.words[verb + 2]
    marks = ("“", '"', "``")
    if word in marks or (word in ("and", "but") and scene.words[verb + 3] in marks):
        return True  # "many things,” she said, but “the last one …"
    if word.endswith("ing") or word in TRAILING or word in ("and", "but", "who", "which"):
        return False
    return token.pos in ("VERB", "AUX", "PART", "") or scene.words[verb - 1] == "it"
