"""Forums: each named occasion of several parties once, with its place, its dates and whether it has been held."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg.claims import venues
from kg.model import Claim, Filler, Mention, Reading, Sentence, Span, When

KINDS: tuple[tuple[str, str], ...] = (
    ("summit", r"summit"),
    ("exhibition", r"exhibition|expo|fair|festival|olympic|games"),
    ("exercise", r"exercise"),
    ("conference", r"conference|congress|symposium|seminar|workshop|\bcop-?\d"),
    ("session", r"session|meeting|assembly|plenum"),
    ("forum", r"forum|dialogue|week|round ?table"),
)
PLANNED = re.compile(
    r"\b(?:upcoming|forthcoming|next|scheduled|planned|to be held|will be held|will take place|is to be held|will host"
    r"|to host|prepar\w+ (?:for|to)|ahead of|will (?:attend|meet|gather|travel)|to attend|to take part|to participate|plan\w* to"
    r"|will (?:participate|take part)"
    r"|is (?:set|expected|due|scheduled) to|are (?:set|expected|due|scheduled) to|later (?:this|in)|in advance of|run-up "
    r"to|before the|look\w* forward to|will convene|propos\w+ (?:to|for|of|an?|holding)|invit\w+|coming|hosting|attends"
    r"|organi[sz]\w+|in time for|(?:agenda|programme|program|itinerary|visit)(?: also)? (?:includes?|features?)|aims to"
    r"|(?:agreed|plan\w*|expected|scheduled|hop\w+) to (?:\w+ )?(?:meet|hold|discuss|continue|visit|travel))\b",
    re.I,
)
AFTER_PLAN = re.compile(
    r"^[^.;,]{0,40}?\b(?:scheduled|planned|to be held|will be held|will take place|to take place|is to|set to|due to|next"
    r"|later|will (?:be|begin|open|start|focus|discuss|bring|last|also))\b",
    re.I,
)
ONGOING = re.compile(
    r"\b(?:is (?:taking place|being held|under way|underway)|are (?:meeting|attending)|kicked off|opened today|began "
    r"(?:on )?|while attending|has opened|started|starts (?:on |today)|gathered|gathering|continues?|has left|has been under ?way"
    r"|(?:currently|now) (?:taking place|under way|underway|being held))\b"
    r"|\b(?:is|are) (?:currently |now )?(?:in|visiting) [^.;,]{3,40}? to (?:attend|participate in|take part in) (?:the )?$",
    re.I,
)
LOCATIVE = re.compile(r"\b(?:at the|during the|at a|participation in)$")  # these say nothing of the time where a plan stands before them
DELEGATION = re.compile(r"\bled (?:a|an|the|his|her) [^.;]*\bdelegation\b[^.;]*\bto\s+(?:an?\s+|the\s+)?$")
HELD = re.compile(
    r"\b(?:results of|took part|taken part|participat(?:ed|ion) in|attended|was held|took place|has been held|chaired"
    r"|hosted|spoke at|addressed|at the|during (?:the|an?)|following the|after the|since the|last|recent|past|held|concluded"
    r"|opened|successful"
    r"|convened|speaking .{0,40}at|at a|previous|attends|opening of|ended|told (?:an?|the)|historic|sent a message to|message to)\b",
    re.I,
)
MENTIONED = re.compile(
    r"\b(?:principles of|decisions of|under the (?!aegis|auspices)|within the framework of|return to|resum\w+|progress in|process|format"
    r"|based on|support\w* the|idea of|topics including|involved in|six[- ]party|round of)\b",
    re.I,
)
ACTED = re.compile(r"(?:adopted|approved|discussed|considered|reviewed|heard|endorsed|elected|issued|attracted|brought together|featured|drew)\b")
ANAPHOR = r"\b(?:[Tt]he|[Tt]his|its)\s+(?:(?!previous|last|first|next|other|second|past)\w+\s+)?(?:{})\b"


@dataclass(frozen=True, slots=True)
class Passage:
    mention: Mention
    sentence: Span


@dataclass(slots=True)
class Occasion:
    passages: list[Passage] = field(default_factory=list)

    @property
    def title(self) -> Mention:
        """The fullest name, in the text where it is as full there."""
        return max(
            (passage.mention for passage in self.passages), key=lambda one: (len(telling(one.name)), one.span.field == "text", -one.span.start)
        )


@lru_cache(maxsize=4096)
def telling(name: str) -> frozenset[str]:
    """The words that tell occasions apart."""
    drop = "the of a an and for on in to meeting session summit forum conference international annual regular".split()
    return frozenset(word for word in re.findall(r"[^\W_]+", name.casefold().replace("saint", "st").replace("-8", "8")) if word not in drop)


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str:
    found = [(match.start(), kind) for kind, pattern in KINDS if (match := re.search(pattern, name, re.I))]
    return max(found)[1] if found and not re.search(r"\sof\s", name) else min(found)[1] if found else "other"


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim an occasion, in the order of first mention."""
    found = _gather(reading)
    for occasion in found:
        yield _claim(reading, occasion, [*_host(reading, found, occasion), *_earlier(reading, found, occasion)])


def _gather(reading: Reading) -> list[Occasion]:
    found: list[Occasion] = []
    bodies = [one for one in reading.mentions if one.kind == "organisation"]
    titles = [one for one in reading.mentions if one.kind == "agreement"]
    for mention in reading.mentions:
        if mention.kind != "forum" or _inside(mention, bodies) or (_plain(mention) and _inside(mention, titles)):
            continue
        passage = Passage(mention, _sentence(reading, mention))
        known = next((one for one in found if any(_same(mention, other.mention) for other in one.passages)), None)
        if known is None:
            found.append(Occasion([passage]))
        else:
            known.passages.append(passage)
    return found


def _inside(mention: Mention, bodies: Sequence[Mention]) -> bool:
    """Is the mention only the tail of a body's name ("Organisation of the Islamic Conference")?"""
    return any(body.head.field == mention.span.field and body.head.start < mention.span.start < body.head.end for body in bodies)


def _plain(mention: Mention) -> bool:
    """Is the head of its name a common noun ("the joint exhibition" in the title of a memorandum)?"""
    return re.search(r"\b(?:exhibition|festival|exercises?)\b", mention.name) is not None


def _same(one: Mention, other: Mention) -> bool:
    left, right = telling(one.name), telling(other.name)
    if one.name.casefold() == other.name.casefold() or (one.short and one.short == other.short):
        return True
    if not left or not right:
        return left == right and kind_of(one.name) == kind_of(other.name)
    small, large = sorted((left, right), key=len)
    return small <= large and kind_of(one.name) == kind_of(other.name)


def _sentence(reading: Reading, mention: Mention) -> Span:
    sentences: Sequence[Sentence] = reading.analysis.title if mention.span.field == "title" else reading.analysis.sentences
    starts = [one.span.start for one in sentences]
    return sentences[bisect_right(starts, mention.span.start) - 1].span


def _claim(reading: Reading, occasion: Occasion, further: Sequence[Scene]) -> Claim:
    """The claim of an occasion; `further`: scenes that tell of it by another name, once its own are silent."""
    title = occasion.title
    scenes = [*_scenes(reading, occasion), *further]
    place = next((found for sentence, span in scenes if (found := venues.place(reading, sentence, span))), None)
    status, told = _status(scenes)
    when = next((found for sentence, span in scenes if (found := venues.when(reading, sentence, span))), None)
    value = when.value if when is not None and isinstance(when.value, When) else None
    published = reading.document.published.isoformat() if reading.document.published else ""
    if value is not None and published and value.start > published[: len(value.start)] and status in ("held", "mentioned"):
        status = "planned"
    proof = [scenes[0], told] if told in further else [told]
    fillers = [Filler("forum", title)] + ([Filler("place", place)] if place else [])
    values = [("kind", kind_of(title.name)), ("status", status)]
    if value is not None and when is not None:
        fillers.append(Filler("date", when))
        start, end = _ahead(value, status, published)
        until = re.search(r"\b(?:until|till)\s$", reading.document.field(when.span.field)[max(0, when.span.start - 10) : when.span.start])
        start = "" if until and start == end else start
        values += [
            *([("start_date", start)] if start else []),
            ("end_date", end),
            ("date_basis", "year inferred" if value.basis == "year inferred" else "stated"),
        ]
    else:
        values.append(("date_basis", "none"))
    return Claim("forum", tuple(fillers), tuple(values), tuple(dict.fromkeys(_evidence(reading, *one) for one in proof)), f"forum: {status}")


def _ahead(value: When, status: str, published: str) -> tuple[str, str]:
    """The dates, a year later where a planned occasion would lie before the publication by an inferred year."""
    if status != "planned" or value.basis != "year inferred" or not published or value.end >= published[: len(value.end)]:
        return value.start, value.end
    return f"{int(value.start[:4]) + 1:04}{value.start[4:]}", f"{int(value.end[:4]) + 1:04}{value.end[4:]}"


Scene = tuple[Span, Span]
PROGRAMME = re.compile(
    r"\b(?:the|its)\s+(?:[\w-]+\s+)?(?P<noun>summit|forum|conference|session|exhibition|festival|congress)[’']s?\s+(?:[\w-]+\s+){0,2}?"
    r"(?:programme|program|agenda)\s+(?:also\s+|will\s+(?:also\s+)?)?(?:include|feature|comprise|provide)[sd]?\b",
    re.I,
)
PREVIOUS = r"\b(?:previous|last|latest|preceding)\s+(?:{})\s+(?:took place|was held|was hosted)\b"
ORDINAL = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[XVI]+)\s+", re.I)


def _scenes(reading: Reading, occasion: Occasion) -> list[Scene]:
    return [(passage.sentence, passage.mention.span) for passage in occasion.passages] + list(_again(reading, occasion))


def _host(reading: Reading, found: Sequence[Occasion], occasion: Occasion) -> list[Scene]:
    """The scenes of the occasion whose programme this one is part of: it takes place there and then."""
    first = occasion.passages[0]
    listed = PROGRAMME.search(first.sentence.text)
    if listed is None or first.sentence.start + listed.end() > first.mention.span.start:
        return []
    before = [one for one in found if one.passages[0].mention.span.start < first.sentence.start or one.passages[0].mention.span.field == "title"]
    host = next((one for one in reversed(before) if listed.group("noun").casefold() in one.title.name.casefold()), None)
    return _scenes(reading, host) if host else []


def _earlier(reading: Reading, found: Sequence[Occasion], occasion: Occasion) -> list[Scene]:
    """Sentences on "the previous forum", for the name without a number beside an edition that has one."""
    name = occasion.title.name
    numbered = [one for one in found if one is not occasion and ORDINAL.search(one.title.name)]
    if ORDINAL.search(name) or not any(telling(ORDINAL.sub("", one.title.name)) == telling(_single(name)) for one in numbered):
        return []
    noun = re.search(r"(summit|forum|conference|exhibition|festival|congress)", name, re.I)
    if noun is None:
        return []
    pattern = re.compile(PREVIOUS.format(noun.group(1)), re.I)
    scenes = []
    for sentence in reading.analysis.sentences:
        if match := pattern.search(sentence.span.text):
            start, end = sentence.span.start + match.start(), sentence.span.start + match.start() + match.group().lower().index(noun.group(1).lower())
            scenes.append((sentence.span, reading.document.span(start, end + len(noun.group(1)))))
    return scenes


def _single(name: str) -> str:
    """The name of one edition of "X Forums"."""
    return re.sub(r"(?i)(summit|forum|conference|exhibition|festival)s\b", r"\1", name)


def _again(reading: Reading, occasion: Occasion) -> Iterator[Scene]:
    """Sentences that speak of the occasion by its noun alone: "the forum", "the summit"."""
    noun = re.search(r"\b(summit|forum|conference|session|exhibition|meeting|festival|exercises?)\b", occasion.title.name, re.I)
    others = {one.span for one in reading.mentions if one.kind == "forum"}
    if noun is None or noun.group(1).lower() == "meeting":
        return
    pattern = re.compile(ANAPHOR.format(noun.group(1)), re.I)
    first = occasion.passages[0].mention.span
    for sentence in reading.analysis.sentences:
        match = pattern.search(sentence.span.text)
        if match and re.match(r"\s(?:agreement|meeting|declaration)", sentence.span.text[match.end() :]):
            continue
        if match and (first.field == "title" or sentence.span.start > first.start):
            span = reading.document.span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if not any(other.overlaps(span) for other in others):
                yield sentence.span, span


def _status(scenes: Sequence[Scene]) -> tuple[str, Scene]:
    """Held, ongoing, planned, cancelled or only mentioned: ongoing if any passage says so, else what the first telling one says."""
    told = [(_told(*scene), scene) for scene in scenes]
    for wanted in ("cancelled", "ongoing"):
        found = next((one for one in told if one[0] == wanted), None)
        if found:
            return found
    in_text = [one for one in told if one[1][1].field == "text"]
    return next((one for one in [*in_text, *told] if one[0] != "mentioned"), (in_text or told)[0])


def _told(sentence: Span, span: Span) -> str:
    """What the words around one passage say; of several cues before it the nearest."""
    text = sentence.text
    start = span.start - sentence.start
    before, after = text[max(0, start - 110) : start], text[span.end - sentence.start :][:110]
    clause = re.split(r"[;:]\s|,\s(?:and|but)\s", before)[-1]
    if re.search(r"\b(?:cancel+ed|called off|postponed)\b", clause + after):
        return "cancelled"
    if ONGOING.search(after[:60]) or ONGOING.search(clause[-60:]):
        return "ongoing"
    if kind_of(span.text) == "exhibition" and re.search(r"\b(?:visited|toured)\b", clause):
        return "ongoing"
    if venues.MARGINS.search(before) and re.match(r"\s+held\b", after):
        return "held"
    if venues.MARGINS.search(before):
        return "planned" if re.search(r"\b(?:agreed to|will|plan\w*|expected to|hope\w* to|is to|are to|would)\b", text[:start]) else "ongoing"
    if AFTER_PLAN.match(after) or re.match(r"next|forthcoming|upcoming", span.text) or re.search(r"\b(?:forthcoming|upcoming)\b", span.text):
        return "planned"
    cues = {
        name: max((match.end() for match in cue.finditer(clause)), default=-1)
        for name, cue in (("planned", PLANNED), ("mentioned", MENTIONED), ("held", HELD))
    }
    if cues["planned"] >= 0 and LOCATIVE.search(clause[: cues["held"]]) and cues["mentioned"] < cues["planned"]:
        return "planned"
    if re.search(r"\bDialogue$|\b(?:party|nation) talks\b", span.text) and max(cues["planned"], clause.find("took place")) < 0:
        return "mentioned"
    if DELEGATION.search(text[:start]) and cues["planned"] < 0:
        return "held"
    best = max(cues, key=lambda name: cues[name])
    if cues[best] >= 0:
        return best
    acts = re.sub(r"^\s*\([^)]*\)|^,?\s(?:which|that)\s", "", after).strip()
    return "held" if HELD.match(acts) or ACTED.match(acts) or sentence.field == "title" else "mentioned"


def _evidence(reading: Reading, sentence: Span, span: Span) -> Span:
    """The clause around the occasion: from the last comma or conjunction before it to the next after it."""
    text = sentence.text
    start, end = span.start - sentence.start, span.end - sentence.start
    marks = [match.end() for match in re.finditer(r"[;:]\s|,\s|\b(?:and|that)\s", text[: max(0, start - 15)])]
    low = marks[-1] if marks else 0
    stop = re.compile(r"[,;]\s|\s(?:and|which|who|while|where)\s|(?<![A-Z])[.!?](?:\s|$)").search(text, end)
    high = stop.start() if stop else len(text)
    return reading.document.span(sentence.start + low, sentence.start + len(text[:high].rstrip()), sentence.field)
