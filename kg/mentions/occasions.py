"""Occasions: summits, forums, conferences, sessions of standing bodies, exhibitions and exercises by their names as printed.

Named by an organisation, states, an ordinal, a subject or a title ("APEC summit", "10th Ibero-American summit", "conference on
Libya", "seventh meeting of the Cooperation Council"). A bare "the summit" is none: it speaks of one named elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Analysis, Mention, Sentence
from kg.ontology.lexicon import Row, lexicon

HEAD = re.compile(
    r"\b(?:[Ss]ummits?|SUMMIT|[Ff]orums?|FORUM|[Cc]onferences?|[Cc]ongress|[Ss]ymposium|[Ee]xhibitions?"
    r"|EXPO(?:[- ]?\d{2,4})?|[Ee]xpo(?:[- ]?\d{2,4})?|[Ff]estival|Olympics|Olympic Games|Games"
    r"|COP-?\d+|[Ss]essions?|[Mm]eetings?|Assembly|Dialogue|[Tt]alks|Consultative Group|[Ee]xercises?|[Ff]air|[Ss]eminar"
    r"|[Ww]orkshop|[Rr]ound ?table|[Cc]onsultations|Process|Year of [A-Z]\w+|[Pp]lenum|Week)\b"
)
MODIFIERS = frozenset(
    "annual trilateral quadrilateral international regular special extraordinary bilateral ministerial regional "
    "informal joint high-level top-level global world economic interregional business youth parliamentary "
    "intergovernmental inter-governmental interparliamentary arts trade security peace climate donor donors donors' "
    "donors’ investment energy nuclear plenary biennial anniversary inaugural virtual multilateral "
    "interministerial council cabinet industrial media cultural humanitarian antiterrorist anti-terrorist naval "
    "military scientific legal financial agricultural first second third fourth fifth sixth seventh eighth ninth "
    "tenth eleventh twelfth thirteenth fourteenth fifteenth twentieth six-party six-nation five-party four-party six "
    "party six-way leaders’ leaders' ministers’ ministers' foreign defence defense finance "
    "counter-terrorism specialised specialized interfaith interreligious leaders ministers next g8 summer winter "
    "forthcoming upcoming emergency expanded limited-attendance joint-session video international reconstruction".split()
)
NOT_NAMES = frozenset(
    "Any Each Such No Other Many Every Several The A An In On At By For From To With And Or But As If When While After "
    "Before During Since Under Its His Her "
    "Their Our This That These It He She They We Following President Vice Prime Minister Foreign "
    "Secretary Mr Mr. Mrs Ms Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May "
    "June July August September October November December Both All Readout Statement News Press "
    "White House Ahead First-Lady Today Yesterday Visit Opening Remarks Speech Address Participants Bilateral Joint "
    "Meeting Talks Working Telephone Background".split()
)
UNNAMING = frozenset(
    "news press video phone telephone bilateral working summit top-level high-level peace further direct separate "
    "official formal negotiating photo training question".split()
)
BODY = re.compile(
    r"\b(?:Council|Commission|Committee|Assembly|Board|Presidium|Duma|Group|Cabinet|Bureau|Congress|Senate|Union"
    r"|Organi[sz]ation|Association|Forum|Conference|Parliament|Ministers|Heads|ministers|heads of (?:state|government)"
    r"|leaders|chiefs|Leaders|Presidency|Troika|Club|Alliance|Action|Federation|council|Government|Ministerial|Interparliamentary)\b"
)
WORD = re.compile(r"(?:[A-Z]\.){2,}(?:[–-][A-Za-z]+)*|\b[A-Z]*\d*\+\d*(?![^\W_])|\(?[^\W_][\w’'.–-]*\)?|\S")
RIGHT_OF = re.compile(
    r"\s+(?:of|for|between)\s+(?:the\s+)?(?:(?:[A-Z0-9][\w’'.–-]*|heads of (?:state|government)|heads of (?:state"
    r"|government) and government|leaders|foreign ministers|finance ministers|defen[cs]e ministers|ministers|member "
    r"states)"
    r"(?:(?:,? and the|,? and| &|,| of the| of| for the| for| on the| on| to the| to) (?=[A-Z0-9]|heads|leaders|member)"
    r"|\s(?=[A-Z0-9(]|[a-z]+ ministers|heads|leaders))?\s*)+"
    r"(?:(?:(?!by\b|held\b|in\b|to\b|with\b|and\b|established\b|that\b)"
    r"[a-z’'-]+\s){0,4}(?:countries|states|leaders|nations|process|members|countries[’'] leaders|heads of state)\b)?"
)
RIGHT_ON = re.compile(
    r"\s+on\s+(?!(?:his|her|its|their|behalf)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)|\d|the (?:sidelines|margins|eve|same))(?:(?!\s(?:in|at|on|to|held|was|were|is"
    r"|are|will|that|which|who|and|by|with|from|as|took|has|have|next|last|this)\b)[^,.;:()“”\"\n])+"
)
BEGINS = re.compile(
    r"\s+(?:was|is|will|takes?|took|opened|opens|kicked|began|begins|started|starts|gathered|gathers|brings|brought|has|concluded|ended)\b"
)
TRAILING = re.compile(
    r"(?:,\s+(?:Mr|Mrs|Ms|Dr|President|Prime|Foreign)\b.*|(?:,|\son)\s\d{1,2}(?:\s?[-–]\s?\d{1,2})?(?:\s[A-Z][a-z]+)?(?:\s\d{4})?[\s,.]*|[\s,.]+)$",
    re.S,
)  # who hosts it, and the day
QUOTED = re.compile(r"\s*[“\"‘«][A-Z0-9][^”\"’»\n]{3,80}[”\"’»]")
MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s\d{1,2},)?\s$")
OFFICE = re.compile(r"\b(?:[Bb]oard|[Cc]hair\w*|[Hh]ead|[Pp]resident|[Dd]irector|[Ss]ecretar\w+|[Mm]embers?)\b[^,.]{0,40}\bof (?:the )?$")
ACRONYM = re.compile(r"\s*\(\s*([A-Z][A-Za-z]*[A-Z][A-Za-z]*[ -]?\d*|[A-Z]{2,}[ -]?\d*)\s*\)")
EVENTS = re.compile(
    r"\b(?:at|attend(?:s|ed|ing)?|during|sidelines of|margins of|address(?:es|ed|ing)?|opening of|in|for|after|before"
    r"|host(?:s|ed|ing)?|visit(?:ed)?|to)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.I,
)


FOLLOWED = re.compile(
    r"\s(?:room|hall|centre|center|table|agenda|agreement|meeting|Centre|Center|Room|Organi[sz]ation|Secretariat"
    r"|Institute|Foundation|Academy|Council|Programme|Program|Committee|Declaration|season|goers)\b"
    r"|\s\([A-Z]+\)\s(?:Leaders|Ministers|Ministerial|Foreign Ministers)[’']?\s(?:Meeting|Summit|Conference)\b"
)


class Piece(NamedTuple):
    start: int
    end: int
    text: str


def find(analysis: Analysis) -> list[Mention]:
    """Named occasions of the headline and the text, in order."""
    return [mention for sentence in (*analysis.title, *analysis.sentences) for mention in _sentence(analysis, sentence)]


def _sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Mention]:
    text, offset, field = sentence.span.text, sentence.span.start, sentence.span.field
    done = 0
    for match in HEAD.finditer(text):
        if match.start() < done:
            continue
        bounds = _bounds(text, match, done)
        if bounds is None:
            continue
        start, end, short = bounds
        name = " ".join(text[start:end].split()).strip(" ,")
        done = end
        span = analysis.document.span(offset + start, offset + end, field)
        row = lexicon().organisation(name) or _assembly(name)
        yield Mention("forum", span, row.name if row else name, span, short=short)


def _assembly(name: str) -> Row | None:
    """The body that "UNGA meeting" is a session of, where its own name already says that it sits."""
    row = lexicon().organisation(re.sub(r"\s(?:meeting|session)$", "", name))
    return row if row is not None and row.name.endswith("Assembly") else None


def _bounds(text: str, head: re.Match[str], floor: int) -> tuple[int, int, str] | None:
    """Start and end of the occasion whose head is at `head`, and its acronym; None if it is no named occasion."""
    noun = head.group().lower()
    near = max(floor, text.rfind(" ", 0, max(0, head.start() - 130)) + 1)
    pieces = [Piece(match.start(), match.end(), match.group()) for match in WORD.finditer(text, near, head.start())]
    first = _left(text, pieces)
    left = text[pieces[first].start : head.start()] if first < len(pieces) else ""
    end = head.end()
    if FOLLOWED.match(text, end) or (noun == "meeting" and re.match(r"\s+(?:with|[Bb]etween)\s", text[end:])):
        return None
    placed = re.compile(r"\s+in\s+[A-Z]\w+(?=\s+of\s+[A-Z])").match(text, end)
    of, on = RIGHT_OF.match(text, placed.end() if placed else end), None
    if of and of.group().rstrip(" .,").endswith((" Secretariat", " Institute", " Academy")):
        return None  # "Tea Forum for Asia Secretariat"
    if of and placed:
        end = placed.end()
    if of:
        end = end + len(TRAILING.sub("", of.group()))
    on = RIGHT_ON.match(text, end)
    quoted = QUOTED.match(text, end) if noun in ("exercise", "exercises", "conference", "forum", "exhibition", "festival", "seminar") else None
    if quoted:
        return pieces[first].start if first < len(pieces) else head.start(), quoted.end(), ""
    town = re.compile(r" [A-Z][a-z]+\b").match(text, end) if noun.startswith("expo") else None
    if town and any(sense.row.kind == "place" for sense in lexicon().find(town.group()[1:])):
        end = town.end()  # "Expo 2030 Riyadh"
    acronym = ACRONYM.match(text, end)
    opens = pieces[first].start if first < len(pieces) else head.start()
    if noun == "forum" and acronym and not re.search(r"\d", left) and not EVENTS.search(text, 0, opens) and not BEGINS.match(text, acronym.end()):
        return None
    if not _valid(noun, left, text[head.end() : end], on.group() if on else "", text[: head.start()]):
        return None
    if on and not acronym and len(on.group().split()) < 9 and noun not in ("talks", "dialogue"):
        end = on.end() - (len(on.group()) - len(on.group().rstrip()))
    if first < len(pieces) and re.fullmatch(r"\d{4}", pieces[first].text) and MONTH.search(text, 0, pieces[first].start):
        first += 1
    start = pieces[first].start if first < len(pieces) else head.start()
    return start, acronym.end() if acronym and noun == "conference" else end, acronym.group(1) if acronym else ""


def _left(text: str, pieces: list[Piece]) -> int:
    """Index of the first word of the name before its head; `len(pieces)` if none belongs to it."""
    first = len(pieces)
    while first > 0:
        piece = pieces[first - 1]
        after = pieces[first].start if first < len(pieces) else piece.end + 1
        if after - piece.end > 1 or len(pieces) - first > 8:
            break
        word = piece.text
        if word in ("-", "–", "—") and first > 1 and pieces[first - 2].text[0].isupper():
            first -= 1
            continue
        if (
            word == "and"
            and first > 1
            and pieces[first - 2].text[0].isupper()
            and first < len(pieces)
            and pieces[first].text[0].isupper()
            and _row(pieces, first - 2)
        ):
            first -= 1
            continue
        if word == "of" and first > 1 and first < len(pieces) and pieces[first].text[0].isupper() and pieces[first - 2].text[0].isupper():
            first -= 1
            continue
        if not _belongs(word) or (word in NOT_NAMES and word != "Joint" and not _ministers(pieces, first - 1)):
            break
        first -= 1
    while first < len(pieces) and ((pieces[first].text in NOT_NAMES and not _ministers(pieces, first)) or not pieces[first].text[0].isalnum()):
        first += 1
    while first < len(pieces) and pieces[first].text.lower() in ("upcoming", "forthcoming"):
        first += 1
    if first + 1 < len(pieces) and re.search(r"[’']s?$", pieces[first].text) and pieces[first + 1].text[0].isupper():
        first += 1
    return first


def _ministers(pieces: list[Piece], index: int) -> bool:
    """ "Foreign Ministers’ Meeting", not "Foreign Minister X at the meeting"."""
    return pieces[index].text == "Foreign" and index + 1 < len(pieces) and pieces[index + 1].text.startswith("Ministers")


def _row(pieces: list[Piece], index: int) -> bool:
    """Is the word before "and" inside a longer name, not the end of another phrase?"""
    before = pieces[index - 1].text if index > 0 else ""
    led = (
        before[:1].isupper()
        or before in ("the", "a", "annual")
        or re.fullmatch(r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth", before) is not None
    )
    return led and pieces[index].text not in NOT_NAMES


def _belongs(word: str) -> bool:
    bare = word.strip("()")
    if bare.lower() in MODIFIERS:
        return True
    return bool(bare) and (
        bare[0].isupper() or bool(re.fullmatch(r"\d{4}|\d+(?:st|nd|rd|th)|\d+\+\d+", bare)) or bool(re.match(r"[a-z]+-[A-Z]", bare))
    )


def _valid(noun: str, left: str, of: str, on: str, before: str) -> bool:
    """Does what stands around the head name an occasion of several parties or a session of a body?"""
    ahead = before[: len(before) - len(left)]
    last = (left.split() or before.split() or [""])[-1].lower()
    named = bool(re.search(r"[A-Z]|\d", left))
    if noun.startswith(("cop", "expo", "olympic")):
        return True
    if last in ("news", "press", "video", "phone", "telephone") or of.split() in (["of", "Congress"], ["of", "Parliament"]):
        return False
    if (noun in ("summit", "conference") and _bilateral(left)) or (noun in ("forum", "conference") and OFFICE.search(ahead)):
        return False
    if noun.startswith(("session", "meeting", "plenum")):
        return (bool(BODY.search(left)) and named) or _organised(left) or (of.strip().startswith("of") and (bool(BODY.search(of)) or _organised(of)))
    if noun in ("talks", "consultations"):
        return bool(re.search(r"\b(?:six|five|four|seven|5\+1|P5\+1)[ -](?:party|nation|way|sided)\b", left))
    if noun in ("dialogue", "consultative group", "process", "week", "round table", "roundtable", "games", "fair", "assembly", "congress"):
        return _titled(noun, left, of, before)
    if noun.startswith("exercise"):
        return bool(re.search(r"[A-Z]\w+ [A-Z]|\d|\bmilitary\b|\bnaval\b", left))
    if noun in ("seminar", "workshop"):
        return named or bool(on)
    return named or (not noun.endswith("s") and _told_apart(noun, left, of, bool(on), ahead))


def _told_apart(noun: str, left: str, of: str, on: bool, ahead: str) -> bool:
    """Is an occasion without a name told apart by its members, its subject, or by being "a ministerial forum"?"""
    telling = {"trilateral", "international", "multilateral"}
    if re.search(r"\ban?\s$", ahead):
        telling |= {"ministerial", "regional", "global", "world", "donors", "donor", "special", "extraordinary"}
    if of.strip().startswith(("of", "for")) or (on and noun.startswith(("conference", "summit", "forum", "symposium"))):
        return True
    return not noun.startswith("exhibition") and bool(telling & set(left.lower().split()))


def _titled(noun: str, left: str, of: str, before: str) -> bool:
    """Nouns that name occasions only as part of a title, and some of them only where one attends."""
    capitals = len(re.findall(r"\b[A-Z]", left))
    if noun == "assembly":
        return left.rstrip().endswith("General") and bool(EVENTS.search(before[: len(before) - len(left)]))
    if noun == "congress":
        return bool(of) and bool(EVENTS.search(before)) and not re.search(r"Trade Union|National|U\.S\.", of + left)
    if noun == "fair":
        return bool(re.search(r"\b(?:trade|book|air|international|industrial)\b", left, re.I))
    if noun in ("games", "week", "process"):
        return capitals > (0 if noun in ("games",) else 1) and noun != "process"
    return capitals > 1


def _bilateral(left: str) -> bool:
    """ "Russian-German": a pair of states makes a summit a meeting of two, not an occasion of several."""
    pair = re.search(r"(?:^|\s)((?:[A-Z]\.)+|[A-Z][a-z]+|inter)\s?[-–]\s?((?:[A-Z]\.)+|[A-Z][A-Za-z]+)(?![-–\w])", left)
    if pair is None:
        return False
    if re.search(r"\b(?!(?:Presidential|Leaders|Annual)\b)[A-Z][a-z]+ (?:and |[A-Z])", f"{left[pair.end() :]} "):
        return False  # "Norway-Malta Innovation and Investment Summit"
    states = [any(sense.row.kind == "state" for sense in lexicon().find(part)) for part in pair.groups()]
    return all(states) or pair.group(1) == "inter"


def _organised(words: str) -> bool:
    """Is there an organisation of the tables in these words?"""
    for match in re.finditer(r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*", words):
        row = lexicon().organisation(match.group())
        if row is not None and row.type not in ("ministry", "office", "movement"):
            return True
    return False
