"""Forums: each named occasion of several parties once, with its place, its dates and whether it has been held."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
    r"\b(?:upcoming|forthcoming|next|scheduled|planned|to be held|will be held|will take place|is to be held|will host|to host|prepar\w+ (?:for|to)|ahead of|will attend|to attend|plan\w* to|will (?:participate|take part)"
    r"|is (?:set|expected|due|scheduled) to|are (?:set|expected|due|scheduled) to|later (?:this|in)|in advance of|run-up to|before the|looking forward to|look\w* forward to|will convene|proposed|proposal|invit\w+|coming|hosting)\b",
    re.I,
)
AFTER_PLAN = re.compile(r"^[^.;]{0,40}?\b(?:scheduled|planned|to be held|will be held|will take place|to take place|is to|set to|due to|next|later|will)\b", re.I)
ONGOING = re.compile(r"\b(?:is (?:taking place|being held|under way|underway)|are (?:meeting|attending)|kicked off|opened today|began (?:on )?|while attending|has opened|gathered|gathering|continues?)\b", re.I)
MARGINS = re.compile(r"\b(?:margins|sidelines) of\s+(?:the\s+)?(?:\w+\s+){0,3}$", re.I)
HELD = re.compile(
    r"\b(?:took part|taken part|participat(?:ed|ion) in|attended|was held|took place|has been held|chaired|hosted|spoke at|addressed|at the|during the|following the|after the|since the|last|recent|past|held|concluded|opened|successful"
    r"|convened|speaking .{0,40}at|at a|previous|attend|opening of|ended|historic|sent a message to|message to)\b",
    re.I,
)
MENTIONED = re.compile(r"\b(?:principles of|decisions of|under the|within the framework of|results of|return to|resum\w+|progress in|process|format|based on|support\w* the|idea of|topics including|involved in|six[- ]party|round of)\b", re.I)
PLACE_AFTER = re.compile(r"^[,\s]*(?:[^.;,]{0,40}?\s)?(?:in|at|hosted by)\s+(?:the\s+)?$", re.I)
ANAPHOR = r"\b(?:[Tt]he|[Tt]his|its)\s+(?:\w+\s+)?(?:{})\b"


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
        return max((passage.mention for passage in self.passages), key=lambda one: (len(telling(one.name)), one.span.field == "text", -one.span.start))


def telling(name: str) -> frozenset[str]:
    """The words that tell occasions apart."""
    drop = "the of a an and for on in to meeting session summit forum conference international annual regular".split()
    return frozenset(word for word in re.findall(r"[^\W_]+", name.casefold().replace("saint", "st").replace("-8", "8")) if word not in drop)


def kind_of(name: str) -> str:
    found = [(match.start(), kind) for kind, pattern in KINDS if (match := re.search(pattern, name, re.I))]
    return max(found)[1] if found and not re.search(r"\sof\s", name) else min(found)[1] if found else "other"


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim an occasion, in the order of first mention."""
    for occasion in _gather(reading):
        yield _claim(reading, occasion)


def _gather(reading: Reading) -> list[Occasion]:
    found: list[Occasion] = []
    bodies = [one for one in reading.mentions if one.kind == "organisation"]
    for mention in reading.mentions:
        if mention.kind != "forum" or _inside(mention, bodies, reading):
            continue
        passage = Passage(mention, _sentence(reading, mention))
        known = next((one for one in found if any(_same(mention, other.mention) for other in one.passages)), None)
        if known is None:
            found.append(Occasion([passage]))
        else:
            known.passages.append(passage)
    return found


def _inside(mention: Mention, bodies: Sequence[Mention], reading: Reading) -> bool:
    """Is the mention only the tail of a body's name ("Organisation of the Islamic Conference")?"""
    return any(body.head.covers(mention.span) and body.head.start < mention.span.start for body in bodies)


def _same(one: Mention, other: Mention) -> bool:
    left, right = telling(one.name), telling(other.name)
    if one.name.casefold() == other.name.casefold() or (one.short and one.short == other.short):
        return True
    if not left or not right:
        return left == right and kind_of(one.name) == kind_of(other.name)
    small, large = sorted((left, right), key=len)
    return small <= large and (kind_of(one.name) == kind_of(other.name) or len(small) > 2)


def _sentence(reading: Reading, mention: Mention) -> Span:
    sentences: Sequence[Sentence] = reading.analysis.title if mention.span.field == "title" else reading.analysis.sentences
    starts = [one.span.start for one in sentences]
    return sentences[bisect_right(starts, mention.span.start) - 1].span


def _claim(reading: Reading, occasion: Occasion) -> Claim:
    title = occasion.title
    scenes = [(passage.sentence, passage.mention.span) for passage in occasion.passages] + list(_again(reading, occasion))
    place = next((found for sentence, span in scenes if (found := _place(reading, sentence, span))), None)
    status, told = _status(reading, scenes, title)
    when = next((found for sentence, span in scenes if (found := _when(reading, sentence, span, status))), None)
    fillers = [Filler("forum", title)] + ([Filler("place", place)] if place else [])
    values = [("kind", kind_of(title.name)), ("status", status)]
    if when is not None and isinstance(when.value, When):
        fillers.append(Filler("date", when))
        values += [("start_date", when.value.start), ("end_date", when.value.end), ("date_basis", "year inferred" if when.value.basis == "year inferred" else "stated")]
    else:
        values.append(("date_basis", "none"))
    return Claim("forum", tuple(fillers), tuple(values), (_evidence(reading, *told),), f"forum: {status}")


Scene = tuple[Span, Span]


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
        if match and (first.field == "title" or sentence.span.start > first.start):
            span = reading.document.span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if not any(other.overlaps(span) for other in others):
                yield sentence.span, span


def _place(reading: Reading, sentence: Span, span: Span) -> Mention | None:
    """The town or state where it is held: after "in", or in the name itself."""
    text = reading.document.field(sentence.field)
    best: tuple[int, Mention] | None = None
    for one in reading.mentions:
        if one.kind not in ("place", "state") or one.head.field != sentence.field or not sentence.covers(one.head) or (one.kind == "state" and one.form == "adjective"):
            continue
        if one.head.start >= span.end:
            between = text[span.end : one.head.start]
            if PLACE_AFTER.match(between) and not re.search(r"\b(?:with|between|on|from|to|of|for|while|which|who|that|said|met|President|Minister)\b", between):
                distance = len(between)
                if best is None or distance < best[0]:
                    best = (distance, one)
        elif span.covers(one.head) and one.kind == "place" and re.search(r"\bin\s$", text[span.start : one.head.start]):
            return one
    return best[1] if best else None


def _when(reading: Reading, sentence: Span, span: Span, status: str) -> Mention | None:
    """The date that stands with the occasion: in its name, right before it, or after it within the phrase."""
    text = reading.document.field(sentence.field)
    published = reading.document.published
    for one in reading.mentions:
        if one.kind != "date" or not isinstance(one.value, When) or one.span.field != sentence.field or not sentence.covers(one.span):
            continue
        if status in ("held", "mentioned") and published and one.value.start > published.isoformat():
            continue
        if span.covers(one.span):
            return one
        if 0 <= span.start - one.span.end <= 2 or re.fullmatch(r"[’']s?\s+|\s+(?:the\s+)?", text[one.span.end : span.start]):
            return one
        between = text[span.end : one.span.start]
        if one.span.start >= span.end and len(between) < 90 and _bound(between):
            return one
    return None


def _bound(between: str) -> bool:
    """Do these words bind a date to the occasion before them?"""
    return bool(
        re.fullmatch(
            r"[\s,(]*(?:(?:scheduled|planned|set|slated|due|to be held|will be held|was held|held|took place|takes place|will take place|is taking place|to take place|which (?:will|took|was|is)\s?[\w ]{0,20}|kicks? off|opens?)\s*)*"
            r"(?:to take place |for |in [A-Z][\w .’'-]+(?:, [A-Z]\w+)? |at the end of |later |)?(?:on|in|at the end of|for|from|until|till|between|the|last until|next|of)?\s*(?:the (?:summer|end|beginning) of\s*)?",
            between,
        )
    )


def _status(reading: Reading, scenes: Sequence[Scene], title: Mention) -> tuple[str, Scene]:
    """Held, ongoing, planned, cancelled or only mentioned, by the words around the first telling passage."""
    ranked: list[tuple[int, str, Scene]] = []
    for scene in scenes:
        status = _told(reading, *scene)
        ranked.append((("mentioned", "held", "planned", "ongoing", "cancelled").index(status), status, scene))
    named = [one for one in ranked if one[2][1].field == "text"] or ranked
    told = next((one for one in named if one[1] != "mentioned"), named[0])
    return told[1], told[2]


def _told(reading: Reading, sentence: Span, span: Span) -> str:
    text = sentence.text
    before, after = text[max(0, span.start - sentence.start - 110) : span.start - sentence.start], text[span.end - sentence.start :][:110]
    clause = re.split(r"[;:]\s|,\s(?:and|but)\s", before)[-1]
    if re.search(r"\b(?:cancel+ed|called off|postponed)\b", clause + after):
        return "cancelled"
    if ONGOING.search(after[:60]) or ONGOING.search(clause[-60:]):
        return "ongoing"
    if MARGINS.search(before):
        return "planned" if re.search(r"\b(?:agreed to|will|plan\w*|expected to|hope\w* to|is to|are to|would)\b", text[: span.start - sentence.start]) else "ongoing"
    if PLANNED.search(clause) or AFTER_PLAN.match(after) or re.match(r"next|forthcoming|upcoming", span.text):
        return "planned"
    if MENTIONED.search(clause[-50:]) or MENTIONED.search(span.text) or re.search(r"\bDialogue\b", span.text):
        return "mentioned"
    return "held" if HELD.search(clause) or HELD.match(after.strip()) or sentence.field == "title" else "mentioned"


def _evidence(reading: Reading, sentence: Span, span: Span) -> Span:
    """The clause around the occasion: from the last comma or conjunction before it to the next after it."""
    text = sentence.text
    start, end = span.start - sentence.start, span.end - sentence.start
    marks = [match.end() for match in re.finditer(r"[;:]\s|,\s|\b(?:and|that)\s", text[: max(0, start - 15)])]
    low = marks[-1] if marks else 0
    stop = re.compile(r"[,;]\s|\s(?:and|which|who|while|where)\s|[.!?](?:\s|$)").search(text, end)
    high = stop.start() if stop else len(text)
    return reading.document.span(sentence.start + low, sentence.start + len(text[:high].rstrip()), sentence.field)
