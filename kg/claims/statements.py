"""Statements: who said what, directly or indirectly, with the words uttered or reported as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.claims.speech.quotes import Attribution, Quote, quotes
from kg.claims.speech.speakers import Scene, Voice, after, before, scenes
from kg.claims.speech.verbs import BETWEEN, BLOCKED, CLAUSE, PHRASAL, PURPOSES, REPORTING, WANTS, WHOLES
from kg.model import Claim, Filler, Mention, Reading, Span

SHORTEST = 2  # tokens: less is no report of anything
_MARKS = frozenset({",", "”", '"', "''", "’"})
ADDRESSED = frozenset("tell inform assure remind".split())
_CLAUSES = frozenset(CLAUSE)
_TRAILING = frozenset("in on at during after to , reporters journalists media".split())
_OPENERS = frozenset("at in on during after before as speaking while following".split())


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

    def span(self) -> Span:
        first, last = self.scene.span_of(self.start, self.end)
        return self.scene.document.span(first, last, self.scene.sentence.span.field)

    def attribution(self) -> Attribution:
        """The verb and its speaker together, as what stands outside quotation marks."""
        token = self.scene.sentence.tokens[self.verb]
        start = min([token.start, *(one.span.start for one in self.voice.mentions)])
        return Attribution(start, max([token.end, *(one.span.end for one in self.voice.mentions)]), self.base, self.voice.mentions)


def extract(reading: Reading) -> Iterator[Claim]:
    """Statement claims, one a passage, in the order of the text."""
    found = [report for scene in scenes(reading) for report in reports(scene) if any(reading.links.of(one) for one in report.voice.mentions)]
    spoken = list(quotes(reading, (report.attribution() for report in found)))
    for quote in spoken:
        yield _direct(reading, quote)
    for report in found:
        if report.end - report.start < SHORTEST:
            continue
        span = report.span()
        if not any(quote.covers(span) for quote in spoken):
            yield _claim(report.voice.mentions, span, "indirect", report.base, report.rule)


def _direct(reading: Reading, quote: Quote) -> Claim:
    return _claim(quote.speakers, reading.document.span(quote.start, quote.end), "direct", quote.verb, quote.rule)


def _claim(speakers: Iterable[Mention], span: Span, mode: str, verb: str, rule: str) -> Claim:
    content = Mention("content", span, span.text, span)
    fillers = (*(Filler("speaker", one) for one in speakers), Filler("content", content))
    return Claim("statement", fillers, (("mode", mode), ("verb", PHRASAL.get(verb, verb))), (span,), f"statement: {rule}")


def reports(scene: Scene) -> list[Report]:
    """The verbs of speech of a sentence that have a speaker, each with what it reports."""
    found: list[Report] = []
    for verb, word in enumerate(scene.words):
        base = REPORTING.get(word, "")
        if base and _reports(scene, verb, base):
            report = _report(scene, verb, base, found)
            if report is not None:
                if found and found[-1].end > report.verb > found[-1].verb:
                    found[-1] = _cut(scene, found[-1], report)
                found.append(report)
    found += _according(scene)
    return found


def _cut(scene: Scene, earlier: Report, later: Report) -> Report:
    """End an earlier report where the next predicate begins."""
    end = later.voice.first if later.voice.first > earlier.verb else later.verb
    end = min(end, later.verb)
    while end > earlier.start and scene.words[end - 1] in BETWEEN | {",", ";", "and", "but", "while", "as", "well"}:
        end -= 1
    return replace(earlier, end=max(end, earlier.start))


def _reports(scene: Scene, verb: int, base: str) -> bool:
    """Can this form report here? Not after "to" or "will", not as a noun, not without the words it wants."""
    token, words = scene.sentence.tokens[verb], scene.words
    if token.pos and token.pos not in ("VERB", "AUX"):
        return False
    if base == "point" and "out" not in words[verb + 1 : verb + 3]:
        return False
    if verb and words[verb - 1] == "to" and base in PURPOSES and words[verb] == base:
        return True
    if words[verb] == "saying" and verb and words[verb - 1] == "as":
        return True
    if base in WANTS and not (verb + 1 < len(words) and words[verb + 1] in WANTS[base]):
        return False
    at = verb - 1
    while at >= 0 and (words[at] in BETWEEN or words[at].endswith("ly")):
        at -= 1
    return at < 0 or words[at] not in BLOCKED


def _report(scene: Scene, verb: int, base: str, found: list[Report]) -> Report | None:
    words, end = scene.words, min(_sentence_end(scene), _predicate_end(scene, verb))
    if verb and words[verb - 1] == "as":
        voice = before(scene, verb - 1)
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), _content(scene, verb, base), end, "quoted as") if voice else None
    if verb and words[verb - 1] == "to":
        voice = found[-1].voice if found else _leading(scene, verb - 1)
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), verb, end, "purpose") if voice else None
    if words[verb].endswith("ing"):
        return _participle(scene, verb, base, found, end)
    voice = before(scene, verb)
    if voice is not None:
        if voice.first > 1 and words[voice.first - 1] in _MARKS and words[0] not in _OPENERS and _closes(scene, verb):
            return Report(scene, verb, base, voice, 0, voice.first - 1, "final")
        start = voice.first if base in WHOLES else _content(scene, verb, base)
        return Report(scene, verb, base, voice, start, end, "whole" if base in WHOLES else "clause")
    voice = _coordinated(scene, verb, found)
    if voice is not None:
        start = verb if base in WHOLES else _content(scene, verb, base)
        return Report(scene, verb, base, Voice(voice.mentions, verb, verb), start, end, "coordinated")
    if verb > 1 and words[verb - 1] in _MARKS and base in _CLAUSES:
        voice = after(scene, verb)
        if voice is not None:
            return Report(scene, verb, base, voice, 0, verb - 1, "inverted")
    return None


def _participle(scene: Scene, verb: int, base: str, found: list[Report], end: int) -> Report | None:
    """ ", saying that …" reports on its own only where the main verb is none of speech."""
    if found or base not in _CLAUSES or verb == 0 or scene.words[verb - 1] not in (",", "by"):
        return None
    voice = _leading(scene, verb)
    return Report(scene, verb, base, voice, _content(scene, verb, base), end, "participle") if voice else None


def _coordinated(scene: Scene, verb: int, found: list[Report]) -> Voice | None:
    """The speaker of a verb joined to an earlier one: "… and expressed", ", underscored"."""
    at = verb - 1
    while at >= 0 and (scene.words[at] in BETWEEN or scene.words[at].endswith("ly")):
        at -= 1
    if at < 1 or scene.words[at] not in ("and", "but", ",") or (scene.words[at] == "," and not found):
        return None
    if found:
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
        at = words.index("out", verb) + 1
    if base in ADDRESSED or (at < len(words) and words[at] == "to"):
        stop = next((index for index in range(at, min(at + 9, len(words))) if words[index] == "that"), -1)
        if stop >= 0:
            return stop + 1
        mention = scene.starts.get(scene.sentence.tokens[at].start) if at < len(words) else None
        return scene.token_at(mention.span.end) if mention else at + 1
    if at + 1 < len(words) and words[at] == "with" and words[at + 1] in ("satisfaction", "regret", "concern", "appreciation"):
        at += 2
    while at < len(words) and (words[at] in BETWEEN - {"the"} or words[at] in ("that", ":", "on", "in", "as") or words[at].endswith("ly")):
        if words[at] in ("on", "in", "as") and "that" not in words[at : at + 6]:
            break
        if words[at] == "that":
            return at + 1
        at += 1
    return at


def _closes(scene: Scene, verb: int) -> bool:
    """Is the verb the last word but a day, an addressee or a place? "…, the President said in Astana."""
    rest = [word for word in scene.words[verb + 1 :] if word not in BETWEEN]
    return (
        not rest
        or rest[0] in (".", ";", "!")
        or (rest[0] in ("in", "on", "at", "during", "after", "to", ",") and len(rest) <= 14 and "that" not in rest)
    )


def _sentence_end(scene: Scene) -> int:
    end = len(scene.words)
    while end and scene.words[end - 1] in (".", "!", "?", ";", "”", '"', "''"):
        end -= 1
    return end


def _predicate_end(scene: Scene, verb: int) -> int:
    """Where the next predicate of the same subject begins, by the tree: "… and discussed ways to …"."""
    tokens = scene.sentence.tokens
    joined = [at for at, token in enumerate(tokens) if at > verb + 1 and token.dep == "conj" and token.head == verb and token.pos in ("VERB", "AUX")]
    if not joined:
        return len(tokens)
    first = min([joined[0], *(at for at, token in enumerate(tokens) if verb < at < joined[0] and token.head == joined[0])])
    while first > verb + 1 and scene.words[first - 1] in (",", "and", "but", ";"):
        first -= 1
    return first


def _according(scene: Scene) -> Iterator[Report]:
    """ "According to X, …" and "…, according to X"."""
    for at in range(len(scene.words) - 2):
        if scene.words[at] == "according" and scene.words[at + 1] == "to":
            voice = after(scene, at + 1)
            if voice is None:
                continue
            if at == 0 and voice.last < len(scene.words) and scene.words[voice.last] == ",":
                yield Report(scene, at, "according to", voice, voice.last + 1, _sentence_end(scene), "according to")
            elif at > 3:
                yield Report(scene, at, "according to", voice, 0, at - (scene.words[at - 1] == ","), "according to")
