"""Instruments: treaties, agreements, memoranda, declarations, resolutions as the article names or describes them.

A named one ("the Treaty on Long-Term Cooperation", "Abraham Accords"), a quoted one, or a noun phrase ("free trade
agreement with Peru"); lists are split by subject ("agreements on tourism and on fighting crime" are two mentions).
A bare "agreement" is yielded too: whether it speaks of one named elsewhere is for the reader of mentions to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.mentions.instrument_words import BREAKS, CONTENTLESS, DETERMINERS, HEAD, LEFT_STOPS, NAMED, NOT_FOLLOWED, STRONG, TIMES, WEAK_NAMED
from kg.model import Analysis, Mention, Sentence

TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:[–-][A-Za-z]+)*|\$?[^\W_](?:[\w’'./&–-]*[\w])?|\S")
ACRONYM = re.compile(r"\s*(?:\(\s*(?:the |hereinafter |or )?|,? or )[\"“”']?([A-Za-z]?[A-Z][A-Za-z]*[A-Z][A-Za-z]{0,3}(?:[ -]\d+)?)[\"“”']?(?=\)|[ ,.;])")
NUMBER = re.compile(r"\s+(?:No\.?\s*)?\d+(?:/\d+)*(?:\s*\(\d{4}\))?(?:\s+of\s+(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+,? \d{4}))?")
PERIOD = re.compile(r"\s+(?:for|until|up to|through to)\s+(?:the (?:period|years)\s+)?(?:up to\s+)?\d{4}(?:\s*[-–—/]\s*\d{2,4})?(?![\w$])")
QUOTED = re.compile(r"\s*(?:of the [A-Z]\w+(?: of \w+)?\s*)?(?:on\s+)?[“”\"«]([^“”\"»]{4,200})[“”\"»]")
SPLIT_ON = re.compile(r",?\s+and\s+(?=(?:on|to|in|for|with)\s)|;\s+(?:and\s+)?(?=on\s)")


@dataclass(frozen=True, slots=True)
class Word:
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Phrase:
    """An instrument's noun phrase: `start` to `end`, its head word and its name as printed."""

    start: int
    head: int
    end: int
    name: str
    short: str = ""


def find(analysis: Analysis) -> list[Mention]:
    """Instruments of the headline and the text, in order; their heads do not overlap."""
    found: list[Mention] = []
    for sentence in (*analysis.title, *analysis.sentences):
        found += _sentence(analysis, sentence)
    return found


def _sentence(analysis: Analysis, sentence: Sentence) -> Iterator[Mention]:
    text, offset, field = sentence.span.text, sentence.span.start, sentence.span.field
    if not HEAD.search(text):
        return
    words = [Word(match.start(), match.end(), match.group()) for match in TOKEN.finditer(text)]
    verbs = frozenset(token.start - offset for token in sentence.tokens if token.pos in ("VERB", "AUX") and not token.text.endswith(("ed", "ing")))
    done = 0
    for index, word in enumerate(words):
        if word.start < done or not HEAD.fullmatch(word.text):
            continue
        phrase = _phrase(text, words, index, verbs, done)
        if phrase is None:
            continue
        done = phrase.end
        yield from _nested(analysis, sentence, words, index, phrase)
        for start, end, name in _parts(text, phrase):
            span = analysis.document.span(offset + start, offset + end, field)
            plural = word.text.lower().endswith("s") and not word.text.lower().endswith("ss")
            yield Mention("agreement", span, name, span, short=phrase.short, plural=plural)


def _nested(analysis: Analysis, sentence: Sentence, words: Sequence[Word], outer: int, phrase: Phrase) -> Iterator[Mention]:
    """Named instruments in the complement of another: "directive on the implementation of the Treaty on …"."""
    text, offset = sentence.span.text, sentence.span.start
    for index in range(outer + 1, len(words)):
        word = words[index]
        if word.end > phrase.end:
            return
        if HEAD.fullmatch(word.text) and word.text[0].isupper():
            inner = _phrase(text, words, index, frozenset(), words[outer].end)
            if inner is not None and inner.start > words[outer].end and inner.end <= phrase.end + 12 and inner.name[0].isupper() and " " in inner.name:
                span = analysis.document.span(offset + inner.start, offset + inner.end, sentence.span.field)
                yield Mention("agreement", span, inner.name, span, short=inner.short)
                return


def _phrase(text: str, words: Sequence[Word], index: int, verbs: frozenset[int], floor: int) -> Phrase | None:
    head = words[index]
    low = head.text.lower()
    named = head.text[0].isupper() and (index > 0 or _titled(words, index))
    if head.start in verbs or _modifies(text, words, index, named):
        return None
    if low == "unscr":
        number = NUMBER.match(text, head.end)
        return Phrase(head.start, head.start, number.end(), _name(text, head.start, number.end())) if number else None
    first = _left_named(words, index, floor) if named else _left_plain(words, index, verbs, floor)
    if named and first == index and not _titled(words, index):
        named = False
    if named and head.text in WEAK_NAMED and not _strong_enough(text, words, first, index):
        return None
    end, short = _right(text, words, index, named, verbs)
    if not named and not _worth(text, words, (first, index, end)):
        return None
    number = NUMBER.match(text, head.end) if low.startswith("resolution") else None
    end = number.end() if number else end
    name = _name(text, words[first].start, end)
    if end == head.end and not named and index + 2 < len(words) and words[index + 1].text == "and" and HEAD.fullmatch(words[index + 2].text):
        other = _phrase(text, words, index + 2, verbs, head.end)
        name = f"{name} {_name(text, words[index + 2].end, other.end)}" if other and other.end > words[index + 2].end else name
    return Phrase(words[first].start, head.start, end, name, short) if name else None


def _modifies(text: str, words: Sequence[Word], index: int, named: bool) -> bool:
    """Is the head a part of another name ("Treaty Organisation"), of a longer phrase ("cease-fire agreement"), or a verb?"""
    head, after = words[index], words[index + 1] if index + 1 < len(words) else None
    low = head.text.lower()
    if after is not None and after.start == head.end + 1:
        if NOT_FOLLOWED.fullmatch(after.text) or (HEAD.fullmatch(after.text) and low not in ("joint", "unscr")):
            return True
        if named and low in ("constitution",):
            return True
    if low in ("ceasefire", "cease-fire", "truce") and re.match(r"\s+and\s+(?:[\w-]+\s+){1,5}(?:deal|agreement)\b", text[head.end :]):
        return True
    if low in ("law", "laws") and QUOTED.match(text, head.end):
        return True
    return bool(index) and low in VERBLIKE and words[index - 1].text in ("to", "will", "would", "they", "we", "also", "not", "who", "he", "she", "you", "both")


VERBLIKE = frozenset(("plan", "plans", "deal", "deals", "contract", "contracts", "documents", "document", "programme", "program", "pact", "decree", "decrees", "initiatives"))


def _strong_enough(text: str, words: Sequence[Word], first: int, index: int) -> bool:
    """Does a common head ("Act", "Initiative", "Plan") stand in the name of an instrument?"""
    head, before = words[index].text, words[index - 1].text if first < index else ""
    if head.startswith("Statement"):
        return before in ("Joint", "Final", "Common", "Ministerial", "Trilateral")
    if head in ("Act", "Acts"):
        return before in ("Final", "Founding", "General", "Single", "Constitutive")
    if head == "Area":
        return before == "Trade" and text[words[index].end :].startswith(" of")
    if head.startswith(("Law", "Constitution", "Principles", "Understanding", "Consensus", "Document", "Arrangement", "Contract", "Strategy", "Partnership")):
        return index - first >= 2 or (_capital_after(words, index) and head in ("Partnership", "Principles"))
    return index - first >= 2 or _capital_after(words, index) or (head.startswith("Initiative") and first < index and first > 0 and words[first - 1].text == "the")


NEVER = frozenset(("partnership", "framework", "initiative", "initiatives", "strategy", "law", "laws", "principles", "consensus", "understanding", "area", "map", "maps", "minutes", "arrangement", "constitution"))


def _worth(text: str, words: Sequence[Word], bounds: tuple[int, int, int]) -> bool:
    """Can a lower-case phrase speak of an instrument: its head says so, or a figure, a quotation or a complement does?"""
    first, index, end = bounds
    head = words[index]
    low = head.text.lower()
    if low == "constitution":
        return first < index and words[first].text in ("EU", "European")
    if low in NEVER and not (low == "framework" and first < index and words[first].text[0].isupper()):
        return False
    if low in ("statement", "statements"):
        return first < index and words[index - 1].text.lower() in ("joint", "final", "ministerial", "summit", "trilateral", "common")
    if low in ("act", "acts", "statements"):
        return False
    if low in ("resolution", "resolutions", "instruction", "instructions"):
        return bool(re.match(r"\s+(?:No\.?\s*)?\d|\s+On\s|\s*[“\"]", text[head.end :]))
    if low.rstrip("s") not in STRONG and low not in ("treaties", "memoranda"):
        return end > head.end or first < index
    before = words[index - 1].text.lower() if index else ""
    return first < index or (low != "agreement" and end > head.end) or low.endswith("s") or before in DETERMINERS or before.startswith("so-called") or (bool(before) and before in "“\"‘'") or before.endswith(("’s", "'s"))


def _titled(words: Sequence[Word], index: int) -> bool:
    """A capitalised head followed by a title-like complement: "Treaty on the …", "Declaration of …"."""
    return index + 1 < len(words) and words[index + 1].text in ("on", "of", "between", "for", "concerning", "from", "against", "regarding", "by", "“", "\"")


def _capital_after(words: Sequence[Word], index: int) -> bool:
    rest = [word for word in words[index + 1 : index + 4] if word.text not in ("of", "on", "for", "the", "to", "from", "by")]
    return bool(rest) and rest[0].text[0].isupper() and words[index + 1].text in ("of", "on", "for", "to", "from", "by")


def _left_named(words: Sequence[Word], index: int, floor: int) -> int:
    """First word of the row of capitalised words (with "of", "and", "the" between, and "U.S. – Vietnam") before a head."""
    first = index
    while first > 0 and words[first - 1].start >= floor:
        before, now = words[first - 1], words[first]
        if now.start - before.end > 1:
            break
        if before.text in ("of", "on", "for", "and", "the", "in", "to") and first > 1 and NAMED.fullmatch(words[first - 2].text) and before.text != "and" and index - first < 8:
            first -= 2
            continue
        if before.text == "the" and first > 2 and words[first - 2].text in ("of", "on", "for", "in", "to") and NAMED.fullmatch(words[first - 3].text):
            first -= 3
            continue
        if before.text == "and" and first > 1 and words[first - 2].capital and first - 2 not in (0,) and words[first - 2].start >= floor and _joined(words, first):
            first -= 2
            continue
        if before.text in ("–", "-", "—") and first > 1 and words[first - 2].capital:
            first -= 2
            continue
        if not before.capital or before.text in LEFT_STOPS or re.search(r"[’']s?$", before.text) or (before.text[0].isdigit() and not re.fullmatch(r"\d{4}(?:[–-]\d{2,4})?|\d+(?:st|nd|rd|th)", before.text)):
            break
        first -= 1
    while first < index and (words[first].text.lower() in DETERMINERS or words[first].text in LEFT_STOPS):
        first += 1
    return first


def _joined(words: Sequence[Word], first: int) -> bool:
    """Is "A and B Head" one name: both plain capitalised words of one name, as in "Science and Technology Agreement"?"""
    return bool(re.fullmatch(r"[A-Z][a-z]+", words[first - 2].text)) and bool(re.fullmatch(r"[A-Z][a-z-]+", words[first].text)) and first - 3 >= 0 and words[first - 3].text != ","


def _left_plain(words: Sequence[Word], index: int, verbs: frozenset[int], floor: int) -> int:
    """First modifier of a lower-case head: adjectives, nouns, figures, back to a determiner, preposition or verb."""
    first = index
    while first > 0 and words[first - 1].start >= floor and index - first < 7:
        before = words[first - 1]
        low = before.text.lower()
        acts = before.start in verbs and first < index and before.text[0].islower()
        if words[first].start - before.end > 1 or low in DETERMINERS or low in LEFT_STOPS or low in BREAKS or acts:
            if low == "and" and first > 1 and words[first - 2].text.lower() in ("ceasefire", "cease-fire", "truce", "hostage", "hostages", "detainees", "trade", "economic", "technical", "scientific"):
                first -= 2
                continue
            break
        if not (before.text[0].isalnum() or before.text[0] == "$") or re.search(r"[’']s?$", before.text) or TIMES.fullmatch(before.text):
            break
        if low.endswith("ly") or (low.endswith("ed") and before.start in verbs):
            break
        first -= 1
    return first


def _right(text: str, words: Sequence[Word], index: int, named: bool, verbs: frozenset[int]) -> tuple[int, str]:
    """Where the phrase ends, and the acronym declared beside it."""
    end = words[index].end
    short = ""
    number = NUMBER.match(text, end)
    if number and words[index].text.lower().startswith(("resolution", "protocol", "decree", "order")):
        end = number.end()
    quoted = QUOTED.match(text, end) if words[index].text.lower() in TITLED else None
    if quoted and quoted.group(1)[0].isupper():
        return quoted.end(), ""
    acronym = ACRONYM.match(text, end)
    if acronym and named:
        return end, acronym.group(1)
    end = _complement(text, end, named, words[index].text, verbs)
    period = PERIOD.match(text, end)
    if period:
        end = period.end()
    acronym = ACRONYM.match(text, end)
    if acronym and named:
        short = acronym.group(1)
    return end, short


TITLED = frozenset("decree resolution programme program law declaration protocol convention treaty memorandum statement document order agreement strategy plan concept".split())
ON_TITLE = re.compile(r"\s+On\s+(?:the\s+)?[A-Z]")
WEEKDAY = r"(?:,\s(?:which was\s)?(?:signed|reached|concluded)\s[^,.;]{1,40},(?:\s+only)?)?(?:\s+(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)?"
COMPLEMENT = re.compile(
    rf"{WEEKDAY}(?:\s+(?:was|were|has been|have been)\s+(?:also\s+)?(?:signed|concluded|adopted)(?=\s+to\s+[a-z]|\s+on\s+(?!\d|(?:the )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|side|margin)[a-z]*)))?"
    r"\s+(?:of understanding|of intent|of association)?\s*"
    r"(?:on|for|between|with|among|regarding|concerning|covering(?: such topics as)?|extending|establishing|creating|granting|whereby|of|to|in|from|against|under which|that (?:could|may|would|will|calls? for|provides? for|allows?)|calling for|providing for|allowing|calls for|signed with|by)\s+(?=\S)"
)


DATED = re.compile(
    r"(?:the\s+|late\s+|early\s+|mid-)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)[a-z]*\b|\d{1,2}\s[A-Z]|\d{4}\b"
    r"|(?:the\s+)?(?:time|order|fact|effect|force|sidelines|margins|side|presence|same|first day|eve)\b|(?:his|her|their|our)\s|\w+ing\s"
)


def _complement(text: str, end: int, named: bool, head: str, verbs: frozenset[int]) -> int:
    """Index after the complements of a head: "on tourism", "with Peru", "to buy tankers", "between A and B on C"."""
    if ON_TITLE.match(text, end):
        stop = re.compile(r"\s(?:and the|have|has|was|were|is|are)\s|[.,;](?:\s|$)|$").search(text, end)
        return stop.start() if stop else len(text)
    while True:
        match = COMPLEMENT.match(text, end)
        if match is None:
            return end
        lead, rest = match.group().split()[-1], text[match.end() :]
        if _foreign(lead, rest, named, match.group()):
            return end
        stop = _stop(text, match.end(), lead, (named, head.endswith("s")), verbs)
        if stop <= match.end():
            return end
        end = stop


def _foreign(lead: str, rest: str, named: bool, words: str) -> bool:
    """Does the preposition open a date, a place or another part of the clause instead of a complement?"""
    capital = bool(re.match(r"(?:the )?(?:[A-Z]|\d{4})", rest))
    if lead in ("on", "in", "for", "from", "of", "by", "at") and DATED.match(rest) and not (lead in ("on", "for") and re.match(r"\w+ing\s", rest)):
        return True
    if lead == "by" or (lead == "in" and (named or not rest[:1].isupper() or words.strip() != "in")):
        return True
    if lead == "to":
        return (named and not capital) or (not named and bool(re.match(r"be\s|the\s|an?\s|his\s|its\s|their\s|[A-Z]|parliament", rest)))
    if named:
        return lead in ("with", "from", "of") and not capital and "of understanding" not in words
    return lead == "from"


def _stop(text: str, start: int, lead: str, shape: tuple[bool, bool], verbs: frozenset[int]) -> int:
    """Where a complement that begins at `start` ends: at a clause's verb, a comma, a date or another preposition of time."""
    named, plural = shape
    calls = bool(re.search(r"(?:calls?|calling|provides?|providing) for\s+$", text[:start]))
    infinitive = lead in ("to", "whereby", "could", "may", "would", "will", "which", "allows", "allow", "allowing") or calls
    match = (INFINITIVE if infinitive else CLAUSE).search(text, start)
    stop = match.start() if match else len(text)
    if plural and lead == "on" and match and match.group() == ",":
        series = SERIES.match(text, start)
        stop = series.end() if series else stop
    following = NEXT.search(text, start, stop)
    stop = following.start() if following else stop
    if not infinitive:
        stop = min([stop, *(verb for verb in verbs if start < verb < stop and not text[:verb].endswith(" to "))])
    if (named and lead in ("of", "for", "in", "to", "against", "from") and re.match(r"(?:the )?[A-Z]", text[start:])) or lead == "in":
        row = TITLE_ROW.match(text, start)
        stop = min(stop, row.end()) if row else stop
    if lead in ("with", "between", "among"):
        more = re.compile(r"\s+(?:on|to|for|regarding|concerning|whereby|that|covering)\b" + (r"|\s+and\s+(?=[a-z]+\s[a-z])(?!the\b)" if lead == "with" else "")).search(text, start, stop)
        stop = more.start() if more else stop
    return start + len(re.sub(r"(?:\s+(?:the|on|in|a|an|of|for|late|early|this|last|next|and))*[\s,.;:!?\"“”’)]*$", "", text[start:stop]))


_ITEM = r"(?:(?!\s(?:during|when|while|after|was|were|is|are|has|have|will|said|in the presence|at the|at a)\b|\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[^,.;:()“”\"]){3,110}"
NEXT = re.compile(rf"(?:,|,?\sand|,?\sas well as)\s+(?:also\s+)?(?:an?|the|its|their)\s+(?:(?!of\b|on\b)[\w-]+\s){{0,4}}{HEAD.pattern}\b")
SERIES = re.compile(rf"{_ITEM}(?:,\s(?!which|who|the two|as\b|with\b|and\b){_ITEM})+,?\sand\s{_ITEM}")
CLAUSE = re.compile(
    r"[;:!?()“”\"\n]|\.(?:\s|$)|,(?!\s(?:[A-Z][\w-]+,?\s(?:and\s)?|and\s[A-Z]))|\s(?:was|were|is|are|has|have|had|will|would|could|should|may|might|can|must|which|who|when|while|as|after|before"
    r"|during|if|because|although|but|since|signed|reached|concluded|adopted|approved|by the|also|set to|that|at the|at a|in the presence|to (?:the )?(?:parliament|State Duma|Duma|Senate|Congress|U.S. Senate)|for (?:ratification|approval|signature)|within the|says?|said|earlier|later|yesterday|today|tomorrow"
    r"|(?:on |this |last |next |in |late |early )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|in \d{4}|–\s|—\s|-\s)(?=[\s,.;]|$)"
)
INFINITIVE = re.compile(
    r"[;:!?()“”\"\n]|\.(?:\s|$)|,\s(?:which|who|but|including|as|while)\b|\s(?:when|while|after|before|if|because|although|but|says?|said"
    r"|(?:on |this |last |next )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year))(?=[\s,.;]|$)"
)
TITLE_ROW = re.compile(r"(?:the )?[A-Z0-9][\w’'.-]*(?:(?:,? and the|,? and| &|, the|,| of the| of| on the| on| for the| for| in the| in| to the| to| with| between| against)? [A-Z0-9][\w’'.-]*)*")


def _name(text: str, start: int, end: int) -> str:
    name = re.sub(rf"(?<=[a-z]){WEEKDAY}(?=\s(?:to|on|with|between|extending|covering|for)\s)", "", " ".join(text[start:end].split())).strip(" ,.;")
    name = re.sub(r"\s(?:was|were|has been|have been)\s(?:also\s)?(?:signed|concluded|adopted)(?=\s(?:on|to)\s)", "", name)
    return re.sub(r"^[“”\"‘’']+|(?<![\w])[“”\"]+$", "", name)


def _parts(text: str, phrase: Phrase) -> Iterator[tuple[int, int, str]]:
    """The phrase, or its parts where a plural head has several subjects: "agreements on A and on B"."""
    head = re.compile(r"\w[\w-]*").match(text, phrase.head)
    stem = text[phrase.start : head.end() if head else phrase.head]
    plural = bool(re.search(r"(?:ies|[^s]s|a)$", stem)) and not stem.lower().endswith(("agenda", "series"))
    body = text[head.end() if head else phrase.head : phrase.end]
    lead = re.match(r"(?:\s+(?:was|were|has been|have been)\s+(?:also\s+)?(?:signed|concluded|adopted))?\s+(covering such topics as|covering|on|with|to)\s+", body)
    if not plural or not lead:
        yield phrase.start, phrase.end, phrase.name
        return
    begin = (head.end() if head else phrase.head) + lead.end()
    pieces = _pieces(text, begin, phrase.end, lead.group(1))
    if len(pieces) < 2:
        yield phrase.start, phrase.end, phrase.name
        return
    word = "covering" if lead.group(1).startswith("covering") else lead.group(1)
    single = _single(" ".join(stem.split()))
    for number, (start, end) in enumerate(pieces):
        subject = " ".join(text[start:end].split())
        subject = re.sub(r"^(?:on|to|with|in|for)\s+", "", subject)
        if subject.startswith("a number of"):
            continue
        yield (phrase.start if number == 0 else start), end, f"{single} {word} {subject}"


def _pieces(text: str, begin: int, end: int, lead: str) -> list[tuple[int, int]]:
    """Bounds of the conjoined subjects of a complement; one piece where they belong together."""
    body = text[begin:end]
    marks = [match for match in re.finditer(r",?\s+and\s+(?=(?:on|to|with|in)\s)|,\s+(?:and\s+)?(?=on\s)", body)]
    if not marks:
        commas = list(re.finditer(r",\s+(?:and\s+)?", body))
        last = list(re.finditer(r"\s+and\s+", body[commas[-1].end() :] if commas else body))
        oxford = bool(commas) and commas[-1].group().strip().endswith("and")
        marks = commas if oxford or not last else [*commas, re.compile(r"\s+and\s+").search(body, (commas[-1].end() if commas else 0) + last[-1].start())]
        parts = re.split(r",\s+(?:and\s+)?|\s+and\s+", body)
        if (lead == "with" and not all(part[:1].isupper() for part in parts)) or lead == "to":
            return [(begin, end)]
        if lead == "on" and not commas and max(len(part.split()) for part in parts) > 3:
            return [(begin, end)]
    bounds, start = [], begin
    for mark in filter(None, marks):
        bounds.append((start, begin + mark.start()))
        start = begin + mark.end()
    bounds.append((start, end))
    return [(a, b) for a, b in bounds if b > a]


def _single(stem: str) -> str:
    """The head in the singular: "Intergovernmental agreements" → "Intergovernmental agreement"."""
    for plural, single in (("treaties", "treaty"), ("memoranda", "memorandum"), ("Treaties", "Treaty"), ("Memoranda", "Memorandum")):
        if stem.endswith(plural):
            return stem.removesuffix(plural) + single
    return stem.removesuffix("s")


def content(name: str) -> frozenset[str]:
    """The words of a name that tell instruments apart."""
    return frozenset(word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in CONTENTLESS)
