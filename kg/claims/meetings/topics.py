"""Topics: what an encounter is about, as printed, and the cue that says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.claims.meetings import splits
from kg.claims.meetings.scenes import Scene
from kg.claims.meetings.wordings import ABOUT, ACTIVE, ATTENTION, CLAUSE, MODIFIER, NOMINAL, PASSIVE, PURPOSE, STOP
from kg.model import Mention, Span

_CREDIT = re.compile(
    r",[”\"]?\s+(?:[\w’'.-]+\s+){1,9}?(?:said|says|reports|reported|informs|informed|noted|announced|writes|according to)\b|"
    r",\s+(?:write|writes|wrote|cites?)\s+[A-Z]|,[”\"]?\s+(?:said|says|reported|announced|added|noted)\s"
)
_SECOND = re.compile(r"and\s+(?:[a-z]+ly\s+)?[a-z]+\s+(?=(?:an?|the|their|its|our|all)\s)")  # "to review and ensure the …"
_CLOSING = re.compile(r"(?<=\S)[”\"](?=[\s.,;]|$)")
PHONED = re.compile(
    r"\sin\s+(?:an?\s+)?(?:tele)?phone\s+(?:conversation|call|talks?)\b|\s(?:by|over|on|via)\s+(?:the\s+)?(?:tele)?phone\b|\svia\s+video\b"
)
_SUBJECT = re.compile(r"(?:,\s*)?(?:\band|\bbut|,|;)\s+(?=\S)")
_EMPTY = re.compile(
    r"^(?:it|this|that|these|them|(?:the|these|those) (?:matter|subject|issue|question|problem|topic)s?|him|her|a meeting|details|each other|"
    r"there|and|or|the|how|other|others|(?:among|and) others|etc|during|an? (?:\w+ )?visit)$",
    re.IGNORECASE,
)
_NO_TOPIC = re.compile(
    r"(?:that|whether|to|as|such|well|after|before|behalf|between|by)\s|(?:a|his|her)\s+(?:trip|visit|tour)\b|(?!need\b)[a-z]+ed\s+(?:their|the|its|his|her|"
    r"that|to|"
    r"by)\b|(?:scheduled|slated|planned|set|due)\s+(?:for|on|to)\s|(?:as\s+)?well$|\d{4}\b|\d+\s+(?:years?|months?|days?)$|(?:whose|which|who|aimed)\b"
)


_BLOCKED = re.compile(
    r"\b(?:(?:was|were|been|be|being|is|are)\s+(?:(?!to\b)\w+\s+)?|\b(?:an?|the|his|her|their|its)\s+|not\s+|without\s+|never\s+|\bas\s+|\bto\s+be\s+|\b(?:agreed|pledged|resolved|decided|"
    r"promised|vowed)\s+to\s+(?:\w+\s+)?|\bwork(?:ing)?\s+(?:\w+\s+)?together\s+(?:\w+\s+)?to\s+)$"
)
_FORMAL = re.compile(
    r"(?:[\w’'-]+\s+){0,5}?(?:conference|Assembly|Parliament|parliament|Congress|function|audience|ceremony|session|rally|nation|crowd|lawmakers|"
    r"journalists|reporters)\b"
)
_ACTING = re.compile(r"\b(?:said|noted|which|that|replied|told|met|held|signed|stressed|focused|took|will|has|have|had|was|were|is|are|who)\b")
_OPENER = re.compile(
    r"(?:On the (?:topic|subject|issue|question|matter) of|Concerning|As for|As regards|Regarding|Turning to|(?:Speaking|Talking) (?:about|of)|"
    r"Touching (?:up)?on|With regard to|"
    r"Commenting on|Replying to (?:a|the) question (?:on|about)|(?:Answering|Asked) (?:a question )?(?:on|about)|Discussing|Reviewing|"
    r"(?:Exchanging|Sharing) (?:their )?(?:views|opinions|perspectives) on)\s+"
)


@dataclass(frozen=True, slots=True)
class Matter:
    """The topics of one cue. `at` is where the cue stands, `rule` names it, `end` is where a passive ends."""

    scene: Scene
    at: int
    rule: str
    spans: tuple[Span, ...]
    passive: bool = False
    end: int = 0


def matters(scene: Scene, after: Sequence[int] = ()) -> list[Matter]:
    """What the sentence says was talked about, cue by cue, none within the topics of another. `after`: where the tellings
    of encounters end, so that "on" or "about" leads to topics."""
    found: list[Matter] = []
    end = scene.start
    for at, start, stop, rule in sorted((*_cues(scene), *_told(scene, after))):
        if at >= end:
            spans = (*_spans(scene, start, stop), *_resumed(scene, stop))
            if spans:
                verb = PASSIVE.match(scene.source, stop, scene.end) if rule == "passive" else None
                found.append(Matter(scene, at, rule, spans, rule in ("passive", "attention"), verb.end() if verb else stop))
                end = spans[-1].end
    return found


_ASIDE = re.compile(
    r",?\s+(?:in\s+(?:the\s+)?(?:wake|light|view|coordination|connection|accordance)\s|(?:noting|stressing|including|based|given|amid|following|after|ahead)\b)"
)
_ONWARD = re.compile(
    r",\s+(?:and|as\s+well\s+as)\s+(?:also\s+)?(?:on\s+|about\s+)?(?=(?:the|their|its|our|an?|ways|efforts|plans|issues|measures|prospects)\s)"
)


def _resumed(scene: Scene, stop: int) -> Iterator[Span]:
    """The topics after an aside: "discussed aid, in coordination with B and C, and the need to rebuild"."""
    if not _ASIDE.match(scene.source, stop, scene.end):
        return
    onward = _ONWARD.search(scene.source, stop, scene.end)
    if onward is not None and not _verbal(scene, stop, onward.start()):
        end = _end(scene, onward.end())
        if not _verbal(scene, onward.end(), end):
            yield from _spans(scene, onward.end(), end)


def _verbal(scene: Scene, start: int, end: int) -> bool:
    """Is there a finite verb between two offsets?"""
    return re.search(r"\b(?:was|were|is|are|will|would|has|have|had|said|agreed|noted|that|which|who)\b", scene.source[start:end]) is not None or any(
        scene.tag(at) == "AUX" for at in range(start, end)
    )


@lru_cache(maxsize=256)
def _cues(scene: Scene) -> tuple[tuple[int, int, int, str], ...]:
    return tuple(_found(scene))


def _verbs(scene: Scene) -> Iterator[tuple[int, int, int, str]]:
    """The cues that are verbs: "discussed X", "focused on X", "briefed B on X"."""
    source, first, last = scene.source, scene.start, scene.end
    for match in scene.matches(ACTIVE):
        before = scene.text(match.start() - 32, match.start())
        if _BLOCKED.search(before) or _FORMAL.match(source, match.end(), last) or (match.group("likely") and _noun(scene, match.start())):
            continue
        if scene.titled and re.match(r"(?:in|at|during|between|by)\b", source[match.end() : last]):
            yield first, first, match.start(), "passive"  # "Ties discussed in B"
        elif match.group("brief") and scene.date_at(match.end()):  # "reported on Wednesday that …"
            continue
        elif match.group("sure"):
            begin = _past_partner(scene, match.end())
            yield match.start(), begin, _with(scene, begin, _end(scene, begin)), "discuss"
        else:
            second = _SECOND.match(source, match.end(), last)
            begin = second.end() if second else match.end()
            end = min(_end(scene, begin), _root(scene, begin))
            yield match.start(), begin, end, "address" if match.group("likely") else "brief"


def _found(scene: Scene) -> Iterator[tuple[int, int, int, str]]:
    """Where each cue stands, where its topics begin and where they must end."""
    source, first, last = scene.source, scene.start, scene.end
    yield from _verbs(scene)
    for match in scene.matches(NOMINAL):
        if _WITHIN_NAME.search(match.group()) or (
            re.match(r"calls?\s+on\b", match.group()) and not re.search(r"(?:phone|video)\s+$", scene.text(first, match.start()))
        ):
            continue
        if not scene.date_at(match.end()) and not re.match(
            r"(?:the|both)\s+(?:[\w]+\s+)?(?:sides?|sidelines?|margins|eve|levels?|invitation|initiative|instructions)\b|(?:breakfast|lunch|dinner)\b|[A-Z]\w+day\b",
            source[match.end() : match.end() + 40],
        ):
            yield match.start(), match.end(), min(_end(scene, match.end()), _root(scene, match.end())), "talks on"
    if opener := _OPENER.match(source, first, last):
        comma = _subject_after(scene, opener.end())
        if comma > 0:
            yield first, opener.end(), comma, "opener"
    for match in scene.matches(MODIFIER):
        yield match.start("topic"), match.start("topic"), match.end("topic"), "modifier"
    for match in scene.matches(ATTENTION):
        yield match.start(), match.end(), _end(scene, match.end()), "attention"
    passive = next(scene.matches(PASSIVE), None)
    begin = _begin(scene, passive.start()) if passive else first
    if passive and not _ACTING.search(scene.text(begin, passive.start())):
        yield begin, begin, passive.start(), "passive"
        if more := re.compile(r",?\s+including\s+").match(source, passive.end(), last):
            yield passive.start() + 1, more.end(), _end(scene, more.end()), "passive"


_WITHIN_NAME = re.compile(r"\b(?:Commission|Council|Committee|Conference|Group|Forum|Dialogue|Convention|Treaty|Agreement)\s+(?:on|for)\s+$")
_WHO = re.compile(
    r",\s+(?:they|he|she|we|both|(?:the\s+)?(?:two|three|parties|sides|ministers|presidents|leaders|diplomats|officials|interlocutors))\b"
)


def _subject_after(scene: Scene, at: int) -> int:
    """The comma before the subject of the sentence that a phrase at `at` opens; else the first comma, -1 where there is none."""
    for comma in re.compile(r",\s+(?:the\s+)?").finditer(scene.source, at, scene.end):
        actor = scene.actor_at(comma.end())
        if _WHO.match(scene.source, comma.start()) or (actor is not None and _acts(scene, actor.end)):
            return comma.start()
    return scene.source.find(",", at, scene.end)


def _noun(scene: Scene, at: int) -> bool:
    """Is the word a noun that only looks like a verb ("a deal with A", "the review of B")?"""
    return (
        scene.tag(at) == "NOUN"
        and re.search(r"\b(?:[a-z]+|an?|the|[’']s)\s$", scene.source[:at]) is not None
        and not re.search(r"(?:\bto|ly|\balso|\bwill)\s$", scene.source[:at])
    )


def _root(scene: Scene, at: int) -> int:
    """Where the main verb of the sentence stands after `at`: the end of a subject ("A meeting on trade took place")."""
    if not scene.reading.analysis.parsed:
        return scene.end
    root = next((one for one in scene.sentence.tokens if one.dep == "root" and one.pos in ("VERB", "AUX")), None)
    return root.start - 1 if root is not None and root.start > at else scene.end


def _told(scene: Scene, after: Sequence[int]) -> Iterator[tuple[int, int, int, str]]:
    """Topics right after the telling of an encounter ("spoke today with B about …")."""
    for end in after:
        purpose = PURPOSE.match(scene.source, end + scene.source.startswith(",", end) + 1, scene.end)
        if purpose:
            yield end, purpose.end(), _end(scene, purpose.end()), "purpose"
        match = ABOUT.match(scene.source, end, scene.end)
        if match and not scene.date_at(match.end()) and not re.search(r"\bcall(?:s|ed|ing)?$", scene.source[:end]):
            yield end, match.end(), _end(scene, match.end()), "talks on"


def _past_partner(scene: Scene, at: int) -> int:
    """Past "with B on Wednesday in C" where the topics follow it ("discussed with B the situation in D")."""
    if not scene.source.startswith("with ", at):
        return at
    partner = next((one for one in scene.actors if at + 5 <= one.start <= at + 9 or one.start <= at + 5 < one.end), None)
    end = partner.end if partner else at
    for _ in range(4):
        gap = re.compile(r",?\s+(?:(?:on|in|at)\s+(?:the\s+)?)?").match(scene.source, end, scene.end)
        one = (scene.date_at(gap.end()) or (scene.place_at(gap.end()) if gap.end() - end > 2 else None)) if gap else None
        if one is None:
            break
        end = one.span.end
    follows = re.compile(r",?\s+(?:(?:on|about)\s+)?(?=[\w“\"])").match(scene.source, end, scene.end)
    return follows.end() if partner and follows else at


def _begin(scene: Scene, end: int) -> int:
    """Where the subject of a passive begins: the sentence, or after an opening phrase."""
    text = scene.text(scene.start, end)
    lead = re.match(
        r"(?:To\s+(?:this|that)\s+end|Given|In|At|During|Among|After|Besides|As|With|While|Though|Although|When|Following|On|Also|Moreover|Finally|Furthermore|Separately|Earlier|"
        r"Afterwards?)\b[^,]{0,120},\s*|(?:In|During|At|On)\s+(?:the\s+course\s+of\s+)?(?:this|that|the\s+same|the)\s+(?:context|regard|connection|occasion|respect|meeting|talks|conversation|visit)\s+",
        text,
    )
    begin = scene.start + (lead.end() if lead else 0)
    if acting := _ACTING.search(scene.source, begin, end):  # "A met B, and the schedule was reviewed"
        later = re.compile(r"[,;]\s+(?:and|while|but)\s+|;\s+").search(scene.source, acting.end(), end)
        return later.end() if later else begin
    return begin


def _end(scene: Scene, start: int) -> int:
    """Where the topics that begin at `start` must end: a new clause, a relative, a participle, another subject."""
    end = scene.end
    for pattern in (STOP, CLAUSE):
        found = pattern.search(scene.source, start, end)
        while found and _hidden(scene.source, start, found.start()):
            found = pattern.search(scene.source, found.end(), end)
        if found:
            end = found.start()
    for mark in _CLOSING.finditer(scene.source, start, end):
        inside = scene.source[start : mark.start()]
        if "“" not in inside and inside.count('"') % 2 == 0:  # of a quotation that began before
            end = mark.start()
            break
    if phone := PHONED.search(scene.source, start, end):
        end = phone.start()
    if credit := _CREDIT.search(scene.source, start, end):
        end = credit.start()
    for match in _SUBJECT.finditer(scene.source, start, end):
        actor = scene.actor_at(match.end()) or scene.actor_at(match.end() + 4)
        if actor is not None and actor.mention.kind in ("person", "pronoun", "post", "group") and _acts(scene, actor.end):
            end = match.start()
            break
    return end


_OFFICIALS = re.compile(r"(?:his|her|their|the)?\s*(?:[\w-]+\s+){0,3}(?:officials|counterparts?|leaders|representatives)\b")


def _with(scene: Scene, start: int, end: int) -> int:
    """Before "with" and a person: with whom it was discussed."""
    for match in re.compile(r"\s+with\s+").finditer(scene.source, start, end):
        if _OFFICIALS.match(scene.source, match.end(), end):
            return match.start()
        if any(one.start <= match.end() + 5 and one.start >= match.end() and one.mention.kind in ("person", "post") for one in scene.actors):
            return match.start()
    return end


def _hidden(source: str, start: int, at: int) -> bool:
    inside = source[start:at]
    return inside.count("“") > inside.count("”") or inside.count("(") > inside.count(")")


def _acts(scene: Scene, at: int) -> bool:
    """Does a verb follow the name?"""
    return (
        re.match(
            r"\s+(?:also\s+|then\s+|both\s+)?(?:[a-z]+(?:ed|s)|agreed|spoke|will|would|has|have|had|is|are|was|were|said|told|gave|took|made|met)\s",
            scene.source[at : at + 40],
        )
        is not None
    )


# "cooperation in the fields of transport, energy and ecology" is about transport, energy and ecology
_FIELDS = re.compile(
    r"(?:[\w-]+\s+){0,4}?(?:cooperation|collaboration|interaction|partnership|relations|ties)\s+in\s+(?:the\s+|such\s+|various\s+)?"
    r"(?:fields?|spheres?|areas?|sectors?)\s+(?:of|such\s+as|like)\s+"
)


_TIME = re.compile(
    r"(?:,?\s+(?:(?:on|early|late|later|earlier)\s+)?(?:(?:(?:this|next|last)\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening))?|today|"
    r"tomorrow|yesterday|tonight|etc|in\s+details?|(?:this|next|last)\s+(?:week|month|morning|afternoon|evening)))+[\s.,]*$"
)


def _named(scene: Scene, start: int, stop: int) -> str:
    """The words from `start` to `stop`; within a name of several words blanks become "_", so that no name is cut in two."""
    text = scene.source[start:stop]
    for one in scene.mentions:
        low, high = max(one.head.start, start) - start, min(one.head.end, stop) - start
        if one.kind in ("agreement", "forum", "organisation") and low < high and one.head.text[:1].isupper():
            text = text[:low] + text[low:high].replace(" ", "_") + text[high:]
    return text


def _spans(scene: Scene, start: int, stop: int) -> Iterator[Span]:
    lead = _FIELDS.match(scene.source, start, stop)
    if lead and "," in scene.source[lead.end() : stop]:
        start = lead.end()
    stop -= len(scene.source[start:stop]) - len(_TIME.sub("", scene.source[start:stop]))
    text = _named(scene, start, stop)
    for low, high in splits.parts(text, scene.adjectives):
        words = text[low:high]
        if _EMPTY.match(words) or len(words) < 2 or len(words.split()) > 40 or _NO_TOPIC.match(words):
            continue
        if any(_visited(scene, one, start + low, start + high) for one in scene.mentions):
            continue
        if any(one.kind in ("person", "date") and one.span.start <= start + low and start + high <= one.span.end for one in scene.mentions):
            continue
        yield scene.span(start + low, start + high)


def _visited(scene: Scene, one: Mention, start: int, stop: int) -> bool:
    """Whether the words are a person and at most a date or a place: "a call on Minister Anna Ozola on 2 September"."""
    if one.kind != "person" or not one.span.start <= start < one.head.end <= stop:
        return False
    return re.fullmatch(r"(?:,?\s+(?:on|in|at|today|yesterday)\b[^,;]{0,30})?", scene.source[one.span.end : stop]) is not None
