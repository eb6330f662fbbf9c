"""Reports: the verbs of speech of a sentence, each with its speaker and the words it reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.claims.speech.quotes import Attribution
from kg.claims.speech.speakers import Scene, Voice, after, before, group, quoted
from kg.claims.speech.verbs import BETWEEN, BLOCKED, CLAUSE, NEXT_ACTS, PURPOSES, REPORTING, WANTS, WHOLES
from kg.model import AS_PRINTED, Span

ADDRESSED = frozenset("tell inform assure remind update warn ask".split())
_MARKS = frozenset({",", "”", '"', "''", "’", "'"})
_CLAUSES = frozenset(CLAUSE)
_PHRASES = tuple((word,) for word in "in on at during after before following via through earlier from".split())
_TRAILING = frozenset("in on at during after before to as , reporters journalists media while following when ahead".split())
_BARE = frozenset("in on at during after before to of for from with about earlier last this monday tuesday wednesday thursday friday".split())
_OPENERS = frozenset("at in on during after before as speaking while following according for under".split())
CLOSING = ("final", "inverted", "parenthesis", "signed")
SIGNED = "signed"  # no statement, but the passage before it ends there
OFFICES = frozenset("ministry office government bank department service council agency commission committee embassy".split())
_CONVEYED = frozenset(
    """
    greetings condolences gratitude congratulations appreciation regards wishes thanks message invitation respects concern concerns support
    solidarity readiness that sympathy sympathies apologies determination commitment
    """.split()
)
_ARTICLES = frozenset("the a an this that its their his her our new any such much most long".split())
_CONTENT = frozenset("say state tell declare claim argue insist reply add write note indicate report".split())  # what these report is a clause
_ABOUT = frozenset("about on of".split())
_WISHED = (("going",), ("want",), ("wants",), ("wanted",), ("plans",), ("need",), ("was",), ("is",), ("ready",), ("asked",))
_HOLDING = frozenset("ask urge call request press state stress say note".split())  # the infinitive is part of what these report
_HONEST = frozenset("note stress emphasize emphasise underline underscore recall".split())
_MEDIA = frozenset("agency newspaper daily media television tv radio broadcaster channel news press reports".split())
_PRAISING = frozenset("laud praise welcome thank condemn commend congratulate".split())
_SHARED = frozenset("importance necessity urgency".split())
_SEPARATORS = frozenset({",", ";", "and", "but", "while", "–", "—", "-", "”", '"', "''", "’", "'", ":"})
_STRIPPED = BETWEEN | frozenset({",", ";", "and", "but", "while", "as", "well", "by"})


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of speech with its speaker: what is reported lies between the tokens `start` and `end`."""

    scene: Scene
    verb: int
    base: str
    voice: Voice
    start: int
    end: int
    rule: str

    @property
    def says(self) -> bool:
        """Are there words enough to be a report?"""
        words, tokens = self.scene.words[self.start : self.end], self.scene.sentence.tokens[self.start : self.end]
        if sum(any(map(str.isalnum, word)) for word in words) < 2:
            return False
        return self.base not in _CONTENT or self.rule not in ("clause", "quoted as") or not _bare(words, [token.pos for token in tokens])

    def span(self) -> Span:
        first, last = self.scene.span_of(self.start, self.end)
        return self.scene.document.span(first, last, self.scene.sentence.span.field)

    def attribution(self) -> Attribution:
        """The verb and its speaker together, as what stands outside quotation marks."""
        token = self.scene.sentence.tokens[self.verb]
        mentions = [one for one in self.voice.mentions if self.scene.sentence.span.covers(one.span)]
        start = min([token.start, *(one.span.start for one in mentions)])
        return Attribution(start, max([token.end, *(one.span.end for one in mentions)]), self.base, self.voice.mentions)


def _bare(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Is there no clause, only when, where or of what ("said on Monday")?"""
    return words[0] in _BARE and not {"VERB", "AUX", ""} & set(tags)


@lru_cache(maxsize=1024)
def reports(scene: Scene) -> tuple[Report, ...]:
    """The verbs of speech of a sentence that have a speaker, each with what it reports."""
    found: list[Report] = []
    for verb, word in enumerate(scene.words):
        base = REPORTING.get(word, "")
        if base and _reports(scene, verb, base):
            report = _report(scene, verb, base, found)
            if report is None or (report.rule not in CLOSING and not _wanted(scene.words, verb, base)):
                continue
            if found and _nested(scene, found[-1], report):
                if _relayed(found[-1]):
                    found[-1] = report
                continue
            if found and found[-1].end > report.verb > found[-1].verb:
                found[-1] = _cut(scene, found[-1], report)
            found.append(report)
    found = [one for one in found if one.rule != SIGNED]
    return (*found, *_opening(scene, found), *_according(scene))


def _nested(scene: Scene, earlier: Report, later: Report) -> bool:
    """Is the later verb part of what the earlier one reports ("said that Russia supported …")?"""
    first = later.voice.first
    if later.rule not in ("clause", "whole") or not earlier.start <= first < earlier.end:
        return False
    return first == earlier.start or scene.words[first - 1] not in _SEPARATORS


def _relayed(report: Report) -> bool:
    """Does a news medium only pass on what another said ("state television says the minister denied …")?"""
    return any(_MEDIA & set(one.name.casefold().split()) for one in report.voice.mentions)


def _cut(scene: Scene, earlier: Report, later: Report) -> Report:
    """End an earlier report where the next predicate begins."""
    end = later.voice.first if later.voice.first > earlier.verb else later.verb
    end = min(end, later.verb)
    while end > earlier.start and scene.words[end - 1] in _STRIPPED:
        end -= 1
    return replace(earlier, end=max(end, earlier.start))


def _reports(scene: Scene, verb: int, base: str) -> bool:
    """Can this form report here? Not after "to" or "will", not as a noun, not without the words it wants."""
    token, words = scene.sentence.tokens[verb], scene.words
    if token.pos and token.pos not in ("VERB", "AUX") and words[verb] not in ("says", "said"):
        return False
    if any(one.kind in ("agreement", "forum") and one.span.start < token.start and token.end <= one.span.end for one in scene.mentions):
        return False  # part of a name: "the accord that calls for …"
    if _idle(scene, verb, base):
        return False
    if base == "point" and not {"out", "to"} & set(words[verb + 1 : verb + 3]):
        return False
    if verb and words[verb - 1] == "to" and base in PURPOSES and words[verb] == base:
        return _wanted(words, verb, base) and words[verb - 2 : verb - 1] not in _WISHED
    if words[verb] == "saying" and verb and words[verb - 1] == "as":
        return True
    if not _wanted(words, verb, base) and not _trails(scene, verb, base):
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


def _idle(scene: Scene, verb: int, base: str) -> bool:
    """Forms that report nothing: passives ("endorsed by"), guests welcomed, visits looked forward to."""
    following = scene.words[verb + 1 : verb + 2] or ("",)
    if following[0] == "by" and scene.words[verb].endswith("ed"):
        return True
    if base == "announce" and following[0] in ("in", "at", "by") and "that" not in scene.words[verb : verb + 9]:
        return True
    if base == "inform" and scene.words[verb].endswith("ing"):
        return "that" not in scene.words[verb : verb + 9]
    if base in WHOLES and scene.words[verb].endswith("ed") and scene.words[verb - 1] in _ARTICLES:
        return True
    if base == "update":
        return "that" not in scene.words[verb : verb + 12]
    if base == "look":
        return bool({"seeing", "working", "welcoming", "hosting", "meeting"} & set(scene.words[verb : verb + 4]))
    if base == "welcome":
        mention = scene.starts.get(scene.sentence.tokens[verb + 1].start) if verb + 1 < len(scene.words) else None
        return mention is not None and mention.kind == "person" and "to" in scene.words[verb : verb + 14]
    return False


def _wanted(words: tuple[str, ...], verb: int, base: str) -> bool:
    """Does the verb stand with the words without which it is no report?"""
    if base not in WANTS:
        return True
    at = verb + 1
    if at < len(words) and words[at] in WANTS[base] and base not in ("share", "speak"):
        return base != "agree" or not {"will", "would"} & set(words[at:])
    while at < len(words) and words[at] in BETWEEN:
        at += 1
    following = words[at : at + 1]
    if base == "assess":
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
    return base in _CLAUSES and verb > 2 and bool(_MARKS & set(scene.words[:verb])) and (_told(scene, verb) or scene.words[verb + 1] == ",")


def _report(scene: Scene, verb: int, base: str, found: list[Report]) -> Report | None:
    words, end = scene.words, _end(scene, verb)
    if verb and words[verb - 1] == "as" and words[verb] == "saying":
        voice = before(scene, verb - 1) or quoted(scene, verb - 1)
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), _content(scene, verb, base), end, "quoted as") if voice else None
    if verb and words[verb - 1] == "to":
        if found and found[-1].base in _HOLDING:
            return None
        voice = found[-1].voice if found else _leading(scene, verb - 1)
        if voice is not None and voice.mentions[0].kind == "agreement" or (base == "convey" and not _CONVEYED & set(words[verb + 1 : verb + 6])):
            return None
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), verb, end, "purpose") if voice else None
    if words[verb].endswith("ing") and words[verb - 1] not in ("is", "are", "was", "were"):
        return _participle(scene, verb, base, found)
    voice = before(scene, verb)
    if base == "talk" and voice is not None and (len(voice.mentions) > 1 or voice.mentions[0].plural):
        return None
    if voice is not None and not _object(words, voice.first) and not (base == "believe" and voice.mentions[0].ref == AS_PRINTED):
        return _clause(scene, verb, base, voice)
    voice = _coordinated(scene, verb, found)
    if voice is not None:
        start = verb if _whole(scene, verb, base) else _content(scene, verb, base)
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), start, end, "coordinated")
    if verb > 1 and words[verb - 1] in _MARKS and base in _CLAUSES:
        voice = after(scene, verb)
        if voice is not None:
            return Report(scene, verb, base, voice, 0, verb - 1, "inverted")
    return None


def _object(words: tuple[str, ...], first: int) -> bool:
    """Does a relative that is the verb's object stand before the subject ("what he requested"), not "in which they said"?"""
    return first > 0 and words[first - 1] in ("what", "which", "whom") and words[max(first - 2, 0)] not in ("in", "during", "at")


def _agency(verb: str, voice: Voice) -> bool:
    """Does an agency sign its own news: "…, Newswire reports"?"""
    one = voice.mentions[-1]
    named = one.kind == "organisation" or one.name[:1].isupper()
    return verb in ("reports", "informs") and named and not OFFICES & set(one.name.casefold().split())


def _goes_on(scene: Scene, verb: int) -> bool:
    """Does the clause around the verb go on behind a comma: "The harbour, she said, needs dredging"?"""
    if scene.words[verb + 1 : verb + 2] != (",",) or verb + 3 >= len(scene.words):
        return False
    token, word = scene.sentence.tokens[verb + 2], scene.words[verb + 2]
    if word.endswith("ing") or word in _TRAILING or word in ("and", "but", "who", "which"):
        return False
    return token.pos in ("VERB", "AUX", "PART", "") or scene.words[verb - 1] == "it"


def _clause(scene: Scene, verb: int, base: str, voice: Voice) -> Report | None:
    """A verb right after its subject: what is said follows, or stands before ("…, the minister said")."""
    words = scene.words
    first = voice.first - (words[voice.first - 1 : voice.first] == ("the",))
    if base in _CLAUSES and first > 1 and words[first - 1] == "," and _goes_on(scene, verb):
        relative = first > 2 and words[first - 2] in ("which", "that", "who")
        return Report(scene, verb, base, voice, verb + 2 if relative else 0, sentence_end(scene), "parenthesis")
    if first > 1 and words[first - 1] in _MARKS and ((words[0] not in _OPENERS and _closes(scene, verb)) or _precedes(scene, verb, first)):
        opened = int(words[0] in ('"', "“", "``", "'", "‘"))
        return Report(scene, verb, base, voice, opened, first - 1, SIGNED if _agency(words[verb], voice) else "final")
    whole = _whole(scene, verb, base)
    return Report(scene, verb, base, voice, voice.first if whole else _content(scene, verb, base), _end(scene, verb), "whole" if whole else "clause")


def _whole(scene: Scene, verb: int, base: str) -> bool:
    """Is the act itself the report: thanks, calls, and what is told "about" or announced without a clause?"""
    if base in WHOLES or (base == "rule" and scene.words[verb + 1 : verb + 2] == ("out",)):
        return True
    at = verb + 1
    while at < len(scene.words) and scene.words[at] in BETWEEN - {"the"}:
        at += 1
    if base == "announce":
        return scene.words[at : at + 1] != ("that",) and scene.words[at : at + 1] != (":",) and not _clausal(scene, verb)
    if base in ("report", "inform", "tell", "update") and "that" not in scene.words[at : at + 8]:
        return bool(_ABOUT & set(scene.words[at : at + (1 if base == "report" else 7)]))
    return False


def _clausal(scene: Scene, verb: int) -> bool:
    tokens = scene.sentence.tokens
    return any(token.dep in ("ccomp", "parataxis") and token.head == verb for token in tokens)


def _participle(scene: Scene, verb: int, base: str, found: list[Report]) -> Report | None:
    """ ", saying that …" goes with the subject of the sentence."""
    if verb == 0 or scene.words[verb - 1] not in (",", "by") or (scene.words[verb - 1] == "by" and base not in _CLAUSES and base != "wish"):
        return None
    voice = found[-1].voice if found and found[-1].rule not in ("quoted as",) else _leading(scene, verb)
    if voice is None:
        return None
    start = verb if base in WHOLES else _content(scene, verb, base)
    return Report(scene, verb, base, Voice(voice.mentions, verb, verb), start, _end(scene, verb), "participle")


def _opening(scene: Scene, found: list[Report]) -> Iterator[Report]:
    """ "Noting …, the President stressed": the participle that opens a sentence goes with its subject."""
    at = int(scene.words[:1] in (("while",), ("when",), ("also",), ("by",)))
    base = REPORTING.get(scene.words[at], "") if len(scene.words) > at else ""
    if base in _HONEST | _PRAISING and scene.words[at].endswith("ing") and found:
        first = found[0].voice.first
        if 4 < first < len(scene.words) and scene.words[first - 1] == ",":
            voice = Voice(found[0].voice.mentions, 0, 0)
            yield Report(scene, at, base, voice, at if base in _PRAISING else _content(scene, at, base), first - 1, "opening participle")


def _coordinated(scene: Scene, verb: int, found: list[Report]) -> Voice | None:
    """The speaker of a verb joined to an earlier one: "… and expressed", ", underscored"."""
    at = verb - 1
    while at >= 0 and (scene.words[at] in BETWEEN or scene.words[at].endswith("ly")):
        at -= 1
    if at < 1 or scene.words[at] not in ("and", "but", ",") or (scene.words[at] == "," and not found):
        return None
    if scene.words[at] == "," and scene.words[verb + 1 : verb + 2] in (("to",), ("at",), ("in",)) and REPORTING[scene.words[verb]] == "estimate":
        return None
    if found and found[-1].base in ("congratulate", "thank") and REPORTING[scene.words[verb]] == "wish":
        return None
    if found and found[-1].rule not in ("inverted", "final"):
        return found[-1].voice
    return _leading(scene, verb)


def _leading(scene: Scene, verb: int) -> Voice | None:
    """The subject of the sentence: the speaker it opens with, a short adverbial apart."""
    for index in range(1, verb):
        token = scene.sentence.tokens[index]
        if token.pos in ("VERB", "AUX") or (not token.pos and token.text.endswith("ed")):
            voice = before(scene, index)
            if voice is not None:
                return voice
    return None


def _content(scene: Scene, verb: int, base: str) -> int:
    """The first token of what is reported: behind "that", the person told, adverbs."""
    words, at = scene.words, verb + 1
    if base == "point":
        stop = next((index for index in range(verb + 1, min(verb + 4, len(words))) if words[index] in ("out", "to")), verb)
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
    if at + 1 < len(words) and words[at] == "with" and words[at + 1] in ("satisfaction", "regret", "concern", "appreciation"):
        at += 2
    while at < len(words) and (
        words[at] in BETWEEN - {"the", "more"} or words[at] in ("that", ":", "on", "in", "as", ",") or words[at].endswith("ly")
    ):
        if words[at] in ("on", "in", "as") and "that" not in words[at : at + 6]:
            break
        if words[at] == "that":
            return at + 1
        at += 1
    return at


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


def _precedes(scene: Scene, verb: int, first: int) -> bool:
    """Does the clause that is reported stand before the subject, by the tree ("X is open, the minister said at the talks on …")?"""
    tokens, words = scene.sentence.tokens, scene.words
    after = tokens[verb + 1 :]
    if REPORTING[words[verb]] not in _CLAUSES or {"that", ":"} & set(words[verb + 1 : verb + 10]):
        return False
    told = [verb + 1 + at for at, token in enumerate(after) if token.head == verb and token.dep == "ccomp"]
    if any(token.head in told and token.dep.startswith("nsubj") for token in after):
        return False
    clause = next((at for at in range(first - 1) if tokens[at].dep in ("root", "ccomp", "parataxis")), None)
    return clause is not None and tokens[clause].pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN") and tokens[clause].dep != "" and _told(scene, verb)


def _told(scene: Scene, verb: int) -> bool:
    """Does nothing but when, where and to whom follow the verb?"""
    rest = [word for word in scene.words[verb + 1 :] if word not in BETWEEN]
    return scene.words[verb] == "told" or not rest or rest[0] in _TRAILING or rest[0] in (".", ";", "!")


def _closes(scene: Scene, verb: int) -> bool:
    """Is the verb the last word but a day, an addressee or a place? "…, the President said in Astana."""
    rest = [word for word in scene.words[verb + 1 :] if word not in BETWEEN]
    return not rest or rest[0] in (".", ";", "!") or (rest[0] in _TRAILING and len(rest) <= 14 and "that" not in rest)


def sentence_end(scene: Scene) -> int:
    """The number of tokens before the closing marks of the sentence."""
    end = len(scene.words)
    while end and scene.words[end - 1] in (".", "!", "?", ";", "”", '"', "''"):
        end -= 1
    return end


def _end(scene: Scene, verb: int) -> int:
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
        if words[at] in ("and", ",") and words[at + 1] in NEXT_ACTS and words[at - 1] != ",":
            return at
    return last


def _finite(scene: Scene, at: int) -> bool:
    word, token = scene.words[at], scene.sentence.tokens[at]
    return token.pos in ("VERB", "AUX") and not word.endswith("ing") and scene.words[at - 1] != "to"


def _him(scene: Scene, at: int) -> Voice | None:
    """ "According to her": the pronoun as the links read it."""
    mention = scene.starts.get(scene.sentence.tokens[at].start)
    return Voice((mention,), at, at + 1) if mention is not None and mention.kind == "pronoun" and mention.name in ("him", "her", "them") else None


def _according(scene: Scene) -> Iterator[Report]:
    """ "According to X, …" and "…, according to X"."""
    for at in range(len(scene.words) - 2):
        if scene.words[at] == "according" and scene.words[at + 1] == "to":
            voice = after(scene, at + 1) or _him(scene, at + 2) or group(scene, at + 2)
            if voice is None:
                continue
            stop = next((index for index in range(voice.last, min(voice.last + 10, len(scene.words))) if scene.words[index] == ","), -1)
            if at == 0 and stop >= 0:
                yield Report(scene, at, "according to", voice, stop + 1, sentence_end(scene), "according to")
            elif at > 3 and (voice.last >= sentence_end(scene) or scene.words[voice.last] != ","):
                yield Report(scene, at, "according to", voice, 0, at - (scene.words[at - 1] == ","), "according to")
