"""Reports: the verbs of speech of a sentence, each with its speaker and the words it reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kg.claims.speech.contents import CLAUSES, TRAILING, bare, closes, content, end_of, goes_on, precedes, sentence_end, told, whole
from kg.claims.speech.forms import MARKS, QUOTED_AS, can_report, wanted
from kg.claims.speech.quotes import Attribution
from kg.claims.speech.scenes import Scene, Voice
from kg.claims.speech.speakers import after, before, group, named_from, quoted
from kg.claims.speech.verbs import BETWEEN, REPORTING, WHOLES
from kg.model import AS_PRINTED, Span

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
_CONTENT = frozenset("say state tell declare claim argue insist reply add write note indicate report".split())  # what these report is a clause
_HOLDING = frozenset("ask urge call request press state stress say note".split())  # the infinitive is part of what these report
_HONEST = frozenset("note stress emphasize emphasise underline underscore recall highlight acknowledge reiterate reaffirm".split())
_MEDIA = frozenset("newspaper daily media television tv radio broadcaster channel news press reports".split())
_PRAISING = frozenset("laud praise welcome thank condemn commend congratulate".split())
_PAPERS = frozenset("statement communique communiqué declaration letter resolution release appeal".split())
_URGING = frozenset("urge call condemn warn demand reject express reaffirm reiterate denounce welcome support say state declare".split())
_ISSUED = frozenset("issued released adopted signed published sent made issue issues".split())
_QUOTES = frozenset({"“", '"', "``", "‘", "'", "«"})
_CLOSED = frozenset({"”", '"', "''", "»", "’", "'"})
_OFFICIAL = frozenset("the of and for press service office spokesman spokeswoman spokesperson".split())
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
        if sum(any(map(str.isalnum, word)) for word in self.scene.words[self.start : self.end]) < 2:
            return False
        return self.base not in _CONTENT or self.rule not in ("clause", "quoted as") or not bare(self.scene, self.start, self.end)

    def span(self) -> Span:
        first, last = self.scene.span_of(self.start, self.end)
        return self.scene.document.span(first, last, self.scene.sentence.span.field)

    def attribution(self) -> Attribution:
        """The verb and its speaker together, as what stands outside quotation marks."""
        token = self.scene.sentence.tokens[self.verb]
        mentions = [one for one in self.voice.mentions if self.scene.sentence.span.covers(one.span)]
        start = min([token.start, *(one.span.start for one in mentions)])
        return Attribution(start, max([token.end, *(one.span.end for one in mentions)]), self.base, self.voice.mentions, token.start)


@lru_cache(maxsize=256)
def reports(scene: Scene) -> tuple[Report, ...]:
    """The verbs of speech of a sentence that have a speaker, each with what it reports."""
    found = _apart([*_found(scene), *_according(scene)])
    return (*found, *_opening(scene, [one for one in found if one.rule != "according to"]))


def tail(scene: Scene) -> int:
    """The token before which all ends that is not the attribution itself ("…, the minister said in Oslo, Newswire reports")."""
    return min((one.end for one in [*_found(scene), *_according(scene)] if _closing(one)), default=len(scene.words))


def _closing(one: Report) -> bool:
    return one.rule in ("final", "inverted", SIGNED) or (one.rule == "according to" and one.start == 0 < one.verb)


@lru_cache(maxsize=256)
def _found(scene: Scene) -> tuple[Report, ...]:
    found: list[Report] = []
    for verb, word in enumerate(scene.words):
        base = REPORTING.get(word, "")
        if base and can_report(scene, verb, base):
            report = _report(scene, verb, base, found)
            if report is None or (report.rule not in CLOSING and not wanted(scene.words, verb, base)):
                continue
            if found and _nested(scene, found[-1], report):
                if _relayed(found[-1]):
                    found[-1] = report
                continue
            if found and found[-1].end > report.verb > found[-1].verb:
                found[-1] = _cut(scene, found[-1], report)
            found.append(report)
    return tuple(found)


def _apart(found: list[Report]) -> list[Report]:
    """A verb that closes the sentence, or signs it, ends what the others report; it says only what none of them does."""
    closing = [one for one in found if _closing(one)]
    if not closing:
        return found
    last = min(one.end for one in closing)
    kept = [replace(one, end=min(one.end, last)) if one not in closing and one.start < last else one for one in found]
    inner = [one for one in kept if one not in closing and one.end <= last and one.says]
    told = sum(one.end - min(one.start, one.voice.first) for one in inner)
    return [one for one in kept if one.rule != SIGNED and not (one in closing and told * 2 > one.end - one.start and not _marked(one))]


def _marked(one: Report) -> bool:
    """Do the words before the attribution close a quotation that opens the sentence, or one before it?"""
    words = one.scene.words
    opened = words[0] in _QUOTES or sum(word in _QUOTES | _CLOSED for word in words[: one.end + 1]) % 2 == 1
    return opened and bool(_CLOSED & set(one.scene.words[max(one.end - 1, 0) : one.end + 1]))


def _nested(scene: Scene, earlier: Report, later: Report) -> bool:
    """Is the later verb part of what the earlier one reports ("said that Russia supported …")?"""
    first = later.voice.first
    if later.rule not in ("clause", "whole") or not earlier.start <= first < earlier.end:
        return False
    return first == earlier.start or scene.words[first - 1] not in _SEPARATORS


def _relayed(report: Report) -> bool:
    """Does a news medium only pass on what another said ("state television says the minister denied …")?"""
    return any((_MEDIA | {"agency"}) & set(one.name.casefold().split()) for one in report.voice.mentions)


def _cut(scene: Scene, earlier: Report, later: Report) -> Report:
    """End an earlier report where the next predicate begins."""
    end = later.voice.first if later.voice.first > earlier.verb else later.verb
    end = min(end, later.verb)
    while end > earlier.start and scene.words[end - 1] in _STRIPPED:
        end -= 1
    return replace(earlier, end=max(end, earlier.start))


def _report(scene: Scene, verb: int, base: str, found: list[Report]) -> Report | None:
    words, end = scene.words, end_of(scene, verb)
    if verb and words[verb - 1] == "as" and words[verb] in QUOTED_AS:
        voice = (before(scene, verb - 1) if words[verb - 2] not in ("quoted", "cited") else None) or quoted(scene, verb - 1)
        first = voice.first if voice else 0
        if voice and first > 1 and words[first - 1] in MARKS and told(scene, verb):
            return Report(scene, verb, base, voice, 0, first - 1, "final")
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), content(scene, verb, base), end, "quoted as") if voice else None
    if verb and words[verb - 1] == "to":
        if found and found[-1].base in _HOLDING:
            return None
        voice = found[-1].voice if found else _leading(scene, verb - 1)
        if (voice is not None and voice.mentions[0].kind == "agreement") or (base == "convey" and not _CONVEYED & set(words[verb + 1 : verb + 6])):
            return None
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), verb, end, "purpose") if voice else None
    if words[verb].endswith("ing") and words[verb - 1] not in ("is", "are", "was", "were"):
        return _participle(scene, verb, base, found)
    paper = group(scene, verb + 1) if words[verb - 1] in MARKS and words[verb + 1 : verb + 2] in (("a",), ("the",)) else None
    if base in CLAUSES and paper is not None and _PAPERS & set(words[paper.first : paper.last + 3]):
        return Report(scene, verb, base, paper, 0, verb - 1, "inverted")
    voice = before(scene, verb)
    if base == "talk" and voice is not None and (len(voice.mentions) > 1 or voice.mentions[0].plural):
        return None
    if voice is not None and not _object(words, voice.first) and not (base == "believe" and voice.mentions[0].ref == AS_PRINTED):
        return _clause(scene, verb, base, voice)
    behind = after(scene, verb) if verb > 1 and words[verb - 1] in MARKS and base in CLAUSES else None
    if behind is not None and (behind.last >= sentence_end(scene) or words[behind.last] in TRAILING):
        return Report(scene, verb, base, behind, 0, verb - 1, "inverted")
    if (voice := _coordinated(scene, verb, found)) is not None:
        start = verb if whole(scene, verb, base) else content(scene, verb, base)
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), start, end, "coordinated")
    return Report(scene, verb, base, behind, 0, verb - 1, "inverted") if behind is not None else None


def _object(words: tuple[str, ...], first: int) -> bool:
    """Does a relative that is the verb's object stand before the subject ("what he requested"), not "in which they said"?"""
    return first > 0 and words[first - 1] in ("what", "which", "whom") and words[max(first - 2, 0)] not in ("in", "during", "at")


def _agency(verb: str, voice: Voice) -> bool:
    """Does an agency sign its own news: "…, Newswire reports"?"""
    one = voice.mentions[-1]
    named = one.kind == "organisation" or one.name[:1].isupper()
    words = set(one.name.casefold().split())
    return verb in ("reports", "informs") and named and (bool(_MEDIA & words) or not OFFICES & words)


def _titled(scene: Scene, first: int) -> int:
    """Where the words for the speaker begin, a title before the name and "the press service of" with them, if a comma is before."""
    at = first
    if at > 2 and scene.words[at - 1] in ("'s", "’s") and scene.sentence.tokens[at - 2].text.islower():
        at = at - 2 - (scene.words[at - 3] in ("the", "its", "his", "her"))  # "the country's foreign minister"
    while at > 1 and first - at < 10 and (scene.sentence.tokens[at - 1].text[:1].isupper() or scene.words[at - 1] in _OFFICIAL):
        at -= 1
    return at if at > 1 and scene.words[at - 1] in MARKS else first


def _clause(scene: Scene, verb: int, base: str, voice: Voice) -> Report | None:
    """A verb right after its subject: what is said follows, or stands before ("…, the minister said")."""
    words = scene.words
    first = _titled(scene, voice.first - (words[voice.first - 1 : voice.first] == ("the",)))
    if base in CLAUSES and first > 1 and words[first - 1] in MARKS and "," in words[first - 2 : first] and goes_on(scene, verb):
        relative = first > 2 and words[first - 2] in ("which", "that", "who")
        return Report(scene, verb, base, voice, verb + 2 if relative else 0, sentence_end(scene), "parenthesis")
    if first > 1 and words[first - 1] in MARKS and ((_told_before(scene, first) and closes(scene, verb)) or precedes(scene, verb, first)):
        opened = int(words[0] in ('"', "“", "``", "'", "‘", "«"))
        return Report(scene, verb, base, voice, opened, first - 1, SIGNED if _agency(words[verb], voice) else "final")
    if first > 2 and words[first - 2 : first] == (",", "as") and told(scene, verb):
        return Report(scene, verb, base, voice, 0, first - 2, "final")
    act = whole(scene, verb, base)
    return Report(scene, verb, base, voice, voice.first if act else content(scene, verb, base), end_of(scene, verb), "whole" if act else "clause")


def _told_before(scene: Scene, first: int) -> bool:
    """Is what stands before the speaker more than "On Monday," or "In a meeting with X,": a clause of its own?"""
    words, tokens = scene.words, scene.sentence.tokens
    if words[0] not in _OPENERS:
        return True
    comma = words.index(",") if "," in words[: first - 1] else first
    return any(token.dep.startswith("nsubj") for token in tokens[comma : first - 1]) and words[0] not in ("after", "before", "while", "as")


def _participle(scene: Scene, verb: int, base: str, found: list[Report]) -> Report | None:
    """ ", saying that …" goes with the subject of the sentence; "issued a statement urging …" with who issued it."""
    issued = _issued(scene, verb) if base in _URGING else None
    if issued is not None:
        start = verb if whole(scene, verb, base) else content(scene, verb, base)
        return Report(scene, verb, base, Voice(issued.mentions, verb, verb), start, end_of(scene, verb), "issued")
    if verb == 0 or scene.words[verb - 1] not in (",", "by") or (scene.words[verb - 1] == "by" and base not in CLAUSES and base != "wish"):
        return None
    voice = found[-1].voice if found and found[-1].rule not in ("quoted as",) else _leading(scene, verb)
    if voice is None:
        return None
    start = verb if base in WHOLES else content(scene, verb, base)
    return Report(scene, verb, base, Voice(voice.mentions, verb, verb), start, end_of(scene, verb), "participle")


def _issued(scene: Scene, verb: int) -> Voice | None:
    """Whoever issued the paper that a participle tells the words of: "X and Y issued a joint statement urging …"."""
    words = scene.words
    if words[verb - 1 : verb] == () or words[verb - 1] not in _PAPERS:
        return None
    issuing = next((at for at in range(verb - 2, max(verb - 7, 0), -1) if words[at] in _ISSUED), None)
    return before(scene, issuing) if issuing is not None and "by" not in words[issuing:verb] else None


def _opening(scene: Scene, found: list[Report]) -> Iterator[Report]:
    """ "Noting …, the President stressed": the participle that opens a sentence goes with its subject."""
    at = int(scene.words[:1] in (("while",), ("when",), ("also",), ("by",)))
    base = REPORTING.get(scene.words[at], "") if len(scene.words) > at else ""
    if base in _HONEST | _PRAISING and scene.words[at].endswith("ing") and found:
        first = found[0].voice.first
        if 4 < first < len(scene.words) and scene.words[first - 1] == ",":
            voice = Voice(found[0].voice.mentions, 0, 0)
            yield Report(scene, at, base, voice, at if base in _PRAISING else content(scene, at, base), first - 1, "opening participle")


def _coordinated(scene: Scene, verb: int, found: list[Report]) -> Voice | None:
    """The speaker of a verb joined to an earlier one: "… and expressed", ", underscored"."""
    at = verb - 1
    while at >= 0 and (scene.words[at] in BETWEEN or scene.words[at].endswith("ly")):
        at -= 1
    if at < 1 or scene.words[at] not in ("and", "but", ",") or (scene.words[at] == "," and not found):
        return None
    if scene.words[at] == "," and scene.words[verb + 1 : verb + 2] in (("to",), ("at",), ("in",)) and REPORTING[scene.words[verb]] == "estimate":
        return None
    if scene.words[verb] == REPORTING[scene.words[verb]] and {"will", "would", "shall", "should", "to"} & set(scene.words[:verb]):
        return None  # "we will build and support …"
    if found and found[-1].base in ("congratulate", "thank") and REPORTING[scene.words[verb]] == "wish":
        return None
    if found and (found[-1].rule not in ("inverted", "final") or (found[-1].rule == "inverted" and at == found[-1].voice.last)):
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


def _him(scene: Scene, at: int) -> Voice | None:
    """ "According to her": the pronoun as the links read it."""
    mention = scene.starts.get(scene.sentence.tokens[at].start)
    return Voice((mention,), at, at + 1) if mention is not None and mention.kind == "pronoun" and mention.name in ("him", "her", "them") else None


def _according(scene: Scene) -> Iterator[Report]:
    """ "According to X, …" and "…, according to X"."""
    end = sentence_end(scene)
    for at in range(len(scene.words) - 2):
        if scene.words[at] == "according" and scene.words[at + 1] == "to":
            voice = after(scene, at + 1) or _him(scene, at + 2) or group(scene, at + 2) or named_from(scene, at + 2)
            if voice is None:
                continue
            stop = next((index for index in range(voice.last, min(voice.last + 10, len(scene.words))) if scene.words[index] == ","), -1)
            if stop >= 0 and scene.words[stop + 1 : stop + 2] in (("a",), ("an",), ("the",)):  # "X, a professor in Oslo, …"
                after_it = next((index for index in range(stop + 2, end) if scene.words[index] == ","), -1)
                nouns = scene.sentence.tokens[stop + 1 : max(after_it, 0)]
                stop = after_it if nouns and not any(token.pos in ("VERB", "AUX") for token in nouns) else stop
            if at == 0 and stop >= 0:
                yield Report(scene, at, "according to", voice, stop + 1, end, "according to")
            elif at == 0 and voice.last < end and scene.sentence.tokens[voice.last].pos in ("DET", "PROPN", "PRON"):
                yield Report(scene, at, "according to", voice, voice.last, end, "according to")
            elif at > 1 and scene.words[at - 1] == "," and goes_on(scene, voice.last - 1):
                quoted_next = scene.words[voice.last + 1] in _QUOTES
                yield Report(scene, at, "according to", voice, voice.last + 1 if quoted_next else 0, end, "parenthesis")
            elif at > 3 and (voice.last >= end or scene.words[voice.last] != ","):
                yield Report(scene, at, "according to", voice, 0, at - (scene.words[at - 1] == ","), "according to")
