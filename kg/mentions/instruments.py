"""Instruments: treaties, agreements, memoranda, declarations, resolutions as the article names or describes them.

A named one ("the Treaty on Long-Term Cooperation", "Abraham Accords"), a quoted one, or a noun phrase ("free trade
agreement with Peru"); lists are split by subject ("agreements on tourism and on fighting crime" are two mentions).
A bare "agreement" is yielded too: whether it speaks of one named elsewhere is for the reader of mentions to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.mentions.instrument_subjects import complement, name_of, parts
from kg.mentions.instrument_words import BREAKS, DETERMINERS, HEAD, LEFT_STOPS, NAMED, NOT_FOLLOWED, STRONG, TIMES, WEAK_NAMED
from kg.model import Analysis, Mention, Sentence, Token
from kg.patterns import may_hold

TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:[–-][A-Za-z]+)*|\$?[^\W_](?:[\w’'./&–-]*[\w])?|\S")
ACRONYM = re.compile(
    r"\s*(?:\(\s*(?:the |hereinafter |or )?|,? or )[\"“”']?([A-Za-z]?[A-Z][A-Za-z]*[A-Z][A-Za-z]{0,3}(?:[ -]\d+)?)[\"“”']?(?=\)|[ ,.;])"
)
GENERIC = re.compile(r"(?: of [Uu]nderstanding| of [Ii]ntent)?\s*\((?:MO?Us?|MoUs?|LOI|LoI|FTA)\)")
NUMBER = re.compile(r"\s+(?:No\.?\s*)?\d+(?:/\d+)*(?:\s*\(\d{4}\))?(?:\s+of\s+(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+,? \d{4}))?")
PERIOD = re.compile(r"\s+(?:for|until|up to|through to)\s+(?:the (?:period|years)\s+)?(?:up to\s+)?\d{4}(?:\s*[-–—/]\s*\d{2,4})?(?![\w$])")
QUOTED = re.compile(
    r"\s*(?:of (?:[Cc]ooperation|[Uu]nderstanding|[Ii]ntent)\s+(?:\(\w+\)\s*)?)?"
    r"(?:of the [A-Z]\w+(?: of \w+)?\s*)?(?:on\s+)?[“”\"«]([^“”\"»]{4,200})[“”\"»]"
)


WRAPPED = re.compile(r"(?<=[\w,])\n(?=\w)")  # a line end within a sentence


class Word(NamedTuple):
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
    text, offset, field = WRAPPED.sub(" ", sentence.span.text), sentence.span.start, sentence.span.field
    if not may_hold(HEAD, text, text):
        return
    words = [Word(*match.span(), match.group()) for match in TOKEN.finditer(text)]
    if not any(heads(word.text) for word in words):
        return
    verbs = frozenset(token.start - offset for token in sentence.tokens if token.pos in ("VERB", "AUX") and _finite(token))
    done = 0
    for index, word in enumerate(words):
        if word.start < done or not heads(word.text):
            continue
        phrase = _phrase(text, words, index, verbs, done)
        if phrase is None:
            continue
        done = phrase.end
        yield from _nested(analysis, sentence, words, index, phrase)
        for start, end, name in parts(text, phrase.start, phrase.head, phrase.end):
            span = analysis.document.span(offset + start, offset + end, field)
            plural = word.text.lower().endswith("s") and not word.text.lower().endswith("ss")
            yield Mention(
                "agreement", span, phrase.name if (start, end) == (phrase.start, phrase.end) else name, span, short=phrase.short, plural=plural
            )


@lru_cache(maxsize=16_384)
def heads(word: str) -> bool:
    """Can the word be the head of an instrument's name?"""
    return HEAD.fullmatch(word) is not None


def _finite(token: Token) -> bool:
    """A verb that ends a noun phrase: no participle inside one."""
    return not token.text.endswith(("ed", "ing")) or (token.text.endswith("ed") and token.dep in ("root", "ccomp", "parataxis", "advcl"))


def _nested(analysis: Analysis, sentence: Sentence, words: Sequence[Word], outer: int, phrase: Phrase) -> Iterator[Mention]:
    """Named instruments in the complement of another: "directive on the implementation of the Treaty on …"."""
    text, offset = WRAPPED.sub(" ", sentence.span.text), sentence.span.start
    for index in range(outer + 1, len(words)):
        word = words[index]
        if word.end > phrase.end:
            return
        if HEAD.fullmatch(word.text) and word.text[0].isupper() and word.text not in WEAK_NAMED:
            inner = _phrase(text, words, index, frozenset(), words[outer].end)
            if (
                inner is not None
                and inner.start > words[outer].end
                and inner.end <= phrase.end + 12
                and inner.name[0].isupper()
                and " " in inner.name
            ):
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
        return Phrase(head.start, head.start, number.end(), name_of(text, head.start, number.end())) if number else None
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
    name = name_of(text, words[first].start, end)
    if end == head.end and not named and index + 2 < len(words) and words[index + 1].text == "and" and HEAD.fullmatch(words[index + 2].text):
        other = _phrase(text, words, index + 2, verbs, head.end)
        name = f"{name} {name_of(text, words[index + 2].end, other.end)}" if other and other.end > words[index + 2].end else name
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
    if low in ("plan", "plans") and text.startswith(" to ", head.end) and not DETERMINED.search(text, 0, head.start):
        return True
    if (
        low == "deal"
        and index
        and (words[index - 1].text in ("great", "good") or (words[index - 1].text.endswith("s") and text.startswith(" with ", head.end)))
    ):
        return True
    if re.match(r"\s+to (?:sign|conclude|reach|negotiate)\b", text[head.end :]) and STRONG & {low, low.rstrip("s")}:
        return True
    if low in ("law", "laws") and QUOTED.match(text, head.end):
        return True
    return (
        bool(index)
        and low in VERBLIKE
        and words[index - 1].text in ("to", "will", "would", "they", "we", "also", "not", "who", "he", "she", "you", "both")
    )


DETERMINED = re.compile(r"(?:\b(?:an?|the|this|that|his|her|its|their|our|new|any)|[’']s?)\s(?:[\w-]+\s){0,2}$")
VERBLIKE = frozenset(
    (
        "plan",
        "plans",
        "deal",
        "deals",
        "contract",
        "contracts",
        "documents",
        "document",
        "programme",
        "program",
        "pact",
        "decree",
        "decrees",
        "initiatives",
    )
)


def _strong_enough(text: str, words: Sequence[Word], first: int, index: int) -> bool:
    """Does a common head ("Act", "Initiative", "Plan") stand in the name of an instrument?"""
    head, before = words[index].text, words[index - 1].text if first < index else ""
    if head.startswith("Statement"):
        return before in ("Joint", "Final", "Common", "Ministerial", "Trilateral")
    if head in ("Act", "Acts"):
        return before in ("Final", "Founding", "General", "Single", "Constitutive")
    if head == "Area":
        return before == "Trade" and text[words[index].end :].startswith(" of")
    if head.startswith(
        ("Law", "Constitution", "Principles", "Understanding", "Consensus", "Document", "Arrangement", "Contract", "Strategy", "Partnership")
    ):
        return index - first >= 2 or (_capital_after(words, index) and head in ("Partnership", "Principles"))
    return (
        index - first >= 2
        or _capital_after(words, index)
        or (first < index and text.startswith(" between ", words[index].end))
        or (head.startswith("Initiative") and first < index and first > 0 and words[first - 1].text == "the")
    )


ARMED = re.compile(r"(?i)nuclear|weapons?|missiles?|space|wmd|atomic|enrichment|tv|television|radio|software|computer")
NEVER = frozenset(
    (
        "partnership",
        "framework",
        "initiative",
        "initiatives",
        "strategy",
        "law",
        "laws",
        "principles",
        "consensus",
        "understanding",
        "area",
        "map",
        "maps",
        "minutes",
        "arrangement",
        "constitution",
    )
)


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
        if index > 1 and words[index - 1].text in ("a", "the") and words[index - 2].text in ("adopted", "signed", "adopt", "sign"):
            return True
        return first < index and words[index - 1].text.lower() in ("joint", "final", "ministerial", "summit", "trilateral", "common")
    if low.startswith("program") and index and ARMED.fullmatch(words[index - 1].text):
        return False
    if low in ("act", "acts", "statements"):
        return False
    if low in ("resolution", "resolutions", "instruction", "instructions"):
        return bool(re.match(r"\s+(?:No\.?\s*)?\d|\s+On\s|\s*[“\"]", text[head.end :]))
    if low.rstrip("s") not in STRONG and low not in ("treaties", "memoranda"):
        return end > head.end or first < index
    before = words[index - 1].text.lower() if index else ""
    return (
        first < index
        or (low != "agreement" and end > head.end)
        or low.endswith("s")
        or before in DETERMINERS
        or before.startswith("so-called")
        or (bool(before) and before in "“\"‘'")
        or before.endswith(("’s", "'s"))
    )


def _titled(words: Sequence[Word], index: int) -> bool:
    """A capitalised head followed by a title-like complement: "Treaty on the …", "Declaration of …"."""
    return index + 1 < len(words) and words[index + 1].text in (
        "on",
        "of",
        "between",
        "for",
        "concerning",
        "from",
        "against",
        "regarding",
        "by",
        "“",
        '"',
    )


def _capital_after(words: Sequence[Word], index: int) -> bool:
    rest = [word for word in words[index + 1 : index + 4] if word.text not in ("of", "on", "for", "the", "to", "from", "by")]
    return bool(rest) and rest[0].text[0].isupper() and words[index + 1].text in ("of", "on", "for", "to", "from", "by")


def _left_named(words: Sequence[Word], index: int, floor: int) -> int:
    """First word of the row of capitalised words (with "of", "and", "the" between, and "U.S. – Vietnam") before a head."""
    first = index
    while first > 0 and words[first - 1].start >= floor:
        before = words[first - 1]
        if words[first].start - before.end > 1:
            break
        step = _linked(words, first, index, floor)
        if step == 0 and (not before.capital or before.text in LEFT_STOPS or re.search(r"[’']s?$", before.text) or _figure(before.text)):
            break
        first -= step or 1
    while first < index and (words[first].text.lower() in DETERMINERS or words[first].text in LEFT_STOPS or words[first].text.endswith("ing")):
        first += 1
    return first


def _linked(words: Sequence[Word], first: int, index: int, floor: int) -> int:
    """How many words a link before `first` ("of", "of the", "and", a dash) joins to the name; 0 where it joins none."""
    before = words[first - 1].text
    if first > 1 and index - first < 8 and before in LINKS and NAMED.fullmatch(words[first - 2].text):
        return 2
    if first > 2 and before == "the" and words[first - 2].text in LINKS and NAMED.fullmatch(words[first - 3].text):
        return 3
    if first > 2 and before == "and" and words[first - 2].capital and words[first - 2].start >= floor and _joined(words, first):
        return 2
    return 2 if first > 1 and before in ("–", "-", "—") and words[first - 2].capital else 0


LINKS = ("of", "on", "for", "in", "to")


def _figure(text: str) -> bool:
    """A number that is no year, run of years or ordinal."""
    return text[0].isdigit() and not re.fullmatch(r"\d{4}(?:[–-]\d{2,4})?|\d+(?:st|nd|rd|th)", text)


def _joined(words: Sequence[Word], first: int) -> bool:
    """Is "A and B Head" one name: both plain capitalised words of one name, as in "Science and Technology Agreement"?"""
    return (
        bool(re.fullmatch(r"[A-Z][a-z]+", words[first - 2].text))
        and bool(re.fullmatch(r"[A-Z][a-z-]+", words[first].text))
        and first - 3 >= 0
        and words[first - 3].text != ","
    )


def _left_plain(words: Sequence[Word], index: int, verbs: frozenset[int], floor: int) -> int:
    """First modifier of a lower-case head: adjectives, nouns, figures, back to a determiner, preposition or verb."""
    first = index
    while first > 0 and words[first - 1].start >= floor and index - first < 7:
        before = words[first - 1]
        low = before.text.lower()
        acts = before.start in verbs and first < index and before.text[0].islower()
        if words[first].start - before.end > 1 or low in DETERMINERS or low in LEFT_STOPS or low in BREAKS or acts:
            if (
                low == "and"
                and first > 1
                and words[first - 2].text.lower()
                in ("ceasefire", "cease-fire", "truce", "hostage", "hostages", "detainees", "trade", "economic", "technical", "scientific")
            ):
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
    generic = GENERIC.match(text, end)
    if acronym and named and not generic:
        return end, acronym.group(1)
    end = generic.end() if generic else end
    end = complement(text, end, words[index].text, named, verbs)
    period = PERIOD.match(text, end)
    if period:
        end = period.end()
    acronym = ACRONYM.match(text, end)
    if acronym and named:
        short = acronym.group(1)
    return end, short


TITLED = frozenset(
    "decree resolution programme program law declaration protocol convention treaty memorandum statement document order "
    "agreement strategy plan concept".split()
)
