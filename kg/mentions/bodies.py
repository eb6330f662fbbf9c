"""Bodies and venues that no table lists: ministries, councils, companies, parties, palaces, regions, by their head words.

"Ministry of Foreign Affairs of Kazakhstan", "Swiss Reinsurance Company", "Lord's Resistance Army", "Foreign Ministry".
The state in the name of one of its own bodies stays a mention of its own: the body's head ends before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.mentions.paragraphs import paragraphs
from kg.mentions.vocabularies import PORTFOLIO
from kg.model import Document, Field, Mention, Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OWN = _words(  # bodies of a state: named beside it, not with it
    "Ministry Department Government Parliament Embassy Consulate Cabinet Administration Senate Duma Congress Assembly Court Treasury "
    "Secretariat Directorate Service Agency "
    "Commission Committee Council Office Bureau Delegation Mission Rada Mazhilis Majlis Knesset Bundestag Command Inspectorate Presidency "
    "Chancellery Authority House Troika"
)
OTHERS = _words(
    "Bank University Academy Institute Federation Association Union Chamber Party Fund Foundation Center Centre Organisation Organization "
    "League Corporation Company "
    "Movement Army Front Society Club Church Airlines Airways Holding Community Group Coalition Conservatory Hospital Museum Library "
    "Enterprise Plant Factory Works "
    "Consortium Confederation Initiative-Group Network School College Inc Ltd Corp PLC LLC JSC Board Brotherhood Congregation Patriarchate "
    "Taskforce Forces Squadron Wing Regiment Brigade"
)
VENUES = _words(
    "Palace Airport Square Cathedral Residence Base Port Station Park Hotel Hall Stadium Monument Memorial Mosque Island Islands Region "
    "Province Oblast District Territory County River Lake "
    "Valley Mountains Strait Peninsula Street Avenue Bridge Tomb Castle Observatory Theatre Theater Cosmodrome Complex Gardens Garden Villa "
    "Terminal Border"
)
HEADS = OWN | OTHERS
SMALL = _words("ministry department")  # in lower case: bodies only after a portfolio: "the Pakistani foreign ministry"
TOLD_BY = HEADS | VENUES | SMALL | {"administration"}  # no paragraph names a body or venue without one of these
LETTERS = re.compile(r"[A-Za-z]+")
SMALL_PORTFOLIOS = _words(
    "foreign defense defence finance interior trade commerce energy justice health agriculture education economy oil petroleum state "
    "treasury culture transport labor labour"
)
STOP = _words(
    "The A An In On At By For From To With And Or But As If When While After Before During Since Under Over Its His Her Their Our This That "
    "These Those It He She They We You I "
    "Mr Mrs Ms Dr Sir Lord Lady President Vice Prime Minister Foreign-Minister Secretary Chancellor Ambassador Chairman Chairwoman "
    "Chairperson Director Head Chief Deputy Acting Former King "
    "Queen Prince Princess Speaker Spokesman Spokeswoman Spokesperson Governor Mayor Senator General Colonel Commissioner Representative "
    "Envoy Leader Premier Monday Tuesday Wednesday Thursday "
    "Friday Saturday Sunday January February March April May June July August September October November December Both All Some Each Another "
    "Other Also However Member Members According Today "
    "Yesterday Meanwhile What Which Who Where How Despite Through Between Against Into Upon No Not Yes Press Executive-Order Adviser Advisor "
    "Aide Assistant CEO Officer Official Officials"
)
TOKEN = re.compile(r"[^\W_](?:[\w’'.&/-]*[\w])?\.?|\S")
LINKS = ("of", "for", "on")
COMPLEMENT = PORTFOLIO | _words(
    "accord unity salvation reconciliation representatives deputies commons lords regents directors governors elders experts europe european "
    "asia taxation"
)
LONGEST = 6


class Word(NamedTuple):
    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Run:
    """The words of one field and the parties of the tables among them, by the index of their first word."""

    words: tuple[Word, ...]
    named: dict[int, tuple[int, str]]  # first word → index after the last, kind
    inside: frozenset[int]


def find(document: Document, field: Field, named: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    """Bodies and venues of a field; `named` are the parties that the tables gave: start, end, kind."""
    text = document.field(field)
    if text.isupper():
        return
    told = [(start, end) for start, end, _ in paragraphs(text)[1] if not TOLD_BY.isdisjoint(LETTERS.findall(text, start, end))]
    words = tuple(Word(*match.span(), match.group()) for start, end in told for match in TOKEN.finditer(text, start, end))
    run = _run(words, named)
    done = 0
    for index, word in enumerate(words):
        if index < done or index in run.inside:
            continue
        bare = _bare(word.text)
        if (bare in HEADS or bare in VENUES) and not _continued(run, index):
            first, end = _bounds(run, index, bare)
            if first is None or first < done:
                continue
            done = end
            mention = _mention(document, field, run, (first, index, end), bare)
            if mention is not None:
                yield mention
        elif word.text in SMALL and index and words[index - 1].text in SMALL_PORTFOLIOS:
            yield _small(document, field, run, index)
        elif word.text == "administration" and index and _surname(run, index - 1):
            span = document.span(words[index - 1].start, word.end, field)
            yield Mention("organisation", span, " ".join(span.text.split()), span)


def _continued(run: Run, index: int) -> bool:
    """Does another head follow right after ("Blue Lake Airport")?"""
    if index + 1 >= len(run.words) or index + 1 in run.inside:
        return False
    after = run.words[index + 1]
    return after.start == run.words[index].end + 1 and _bare(after.text) in HEADS | VENUES


def _surname(run: Run, index: int) -> bool:
    """Is the word a name after which an administration is called ("the Obama administration")?"""
    text = run.words[index].text
    return run.words[index].capital and index not in run.inside and text not in STOP and text.lower() not in PORTFOLIO and text.isalpha()


def _bare(text: str) -> str:
    if text.endswith(("’s", "'s")):
        return text[:-2]
    return text.removesuffix(".")


def _run(words: tuple[Word, ...], named: Sequence[tuple[int, int, str]]) -> Run:
    starts = {word.start: index for index, word in enumerate(words)}
    table: dict[int, tuple[int, str]] = {}
    inside: set[int] = set()
    for start, end, kind in named:
        index = starts.get(start)
        if index is None:
            continue
        last = index
        while last < len(words) and words[last].start < end:
            last += 1
        table[index] = (last, kind)
        inside.update(range(index, last))
    return Run(words, table, frozenset(inside))


def _bounds(run: Run, index: int, bare: str) -> tuple[int | None, int]:
    """First word and index after the last word of the body whose head is at `index`; (None, 0) if it is no name."""
    first = _left(run, index)
    if bare == "Forces" and run.words[index - 1].text not in ("Defense", "Defence", "Armed"):
        return None, 0
    end = index + 1
    if run.words[index].text == bare and (bare in HEADS):
        end = _right(run, index + 1)
    if first == index and end == index + 1:
        return None, 0
    if first == index and bare in VENUES:
        return None, 0
    if bare == "Party" and end == index + 1 and run.named.get(first, (0, ""))[0] == index:
        return None, 0  # "the Vietnamese Party" is the state's own
    if bare in ("Delegation", "Mission") and first and run.words[first - 1].text.lower() in ("a", "an"):
        return None, 0
    return first, end


def _left(run: Run, index: int) -> int:
    """Index of the first capitalised word in the unbroken row that ends before `index`."""
    first = index
    while first > 0 and index - first < LONGEST:
        before = run.words[first - 1]
        if run.words[first].start - before.end > 1:
            break
        if before.text == "&" and first > 1 and run.words[first - 2].capital:
            first -= 2
            continue
        if (
            before.text == "and"
            and first > 1
            and run.words[first - 2].text.lower() in PORTFOLIO
            and run.words[first - 2].capital
            and run.words[first].text.lower() in PORTFOLIO
        ):
            first -= 2
            continue
        if not before.capital or not before.text[0].isalpha() or before.text in STOP or (before.text.endswith((",", ".")) and len(before.text) > 5):
            break
        if re.search(r"[’']s?$", before.text) and (first - 1 in run.inside or index - first == 0):
            break
        first -= 1
    while first < index and (run.words[first].text in STOP):
        first += 1
    return first


def _right(run: Run, end: int) -> int:
    """Index after the complement: "of Foreign Affairs of Kazakhstan", "on Human Rights"."""
    while end + 1 < len(run.words) and run.words[end].text in LINKS:
        step = end + 1
        if run.words[step].text == "the" and step + 1 < len(run.words):
            step += 1
        if step in run.named and run.named[step][1] != "adjective":
            last = run.named[step][0]
            last += (
                last < len(run.words) and run.words[last].text in ("Republic", "Federation") and run.words[last].start == run.words[last - 1].end + 1
            )
            return last if run.words[end].text != "on" else end
        stop = _row(run, step)
        if stop == step or run.words[step].text in STOP - {"General", "Foreign-Minister", "President", "Prime"}:
            return end
        end = _list(run, stop)
    return end


def _row(run: Run, index: int) -> int:
    """Index after the row of capitalised words at `index`: words of portfolios and bodies, or a proper name of one or two words."""
    first, known = index, False
    while index < len(run.words) and run.words[index].capital and run.words[index].text[0].isalpha():
        text = run.words[index].text
        if run.words[index - 1].end + 1 < run.words[index].start or text in STOP - {"President", "General", "Prime", "Minister"}:
            break
        if index in run.named and run.named[index][1] != "adjective":
            break
        common = text.lower() in COMPLEMENT or text in HEADS or text.rstrip("s") in HEADS or index in run.inside
        if (known and not common) or (not known and not common and index - first >= 2):
            break
        known = known or common
        index += 1
        if text in ("President", "Minister"):
            break  # "Office of the President Ann Reed"
        if re.search(r"[’']s$", run.words[index - 1].text):
            break
    return index


def _list(run: Run, end: int) -> int:
    """Take in ", Commonwealth and Development" after a portfolio."""
    while end + 1 < len(run.words) and run.words[end].text in (",", "and", "&"):
        step = end + 1
        if run.words[step].text in ("and", "&"):
            step += 1
        if step + 1 < len(run.words) and run.words[step].text == "the":
            step += 1  # "Council for Culture and the Arts"
        if step >= len(run.words) or run.words[step].text.lower() not in PORTFOLIO or not run.words[step].capital or step in run.named:
            return end
        end = _row(run, step)
    return end


def _mention(document: Document, field: Field, run: Run, bounds: tuple[int, int, int], bare: str) -> Mention | None:
    first, _index, end = bounds
    words = run.words
    start, stop = words[first].start, words[end - 1].end
    text = document.field(field)
    stop -= len(text[start:stop]) - len(re.sub(r"[’']s?$|[.,]$", "", text[start:stop]))
    whole = document.span(start, stop, field)
    if bare in VENUES:
        kind = "region" if bare in ("Region", "Province", "Oblast", "Territory") else "place"
        return Mention("region" if kind == "region" else "place", whole, " ".join(whole.text.split()), whole)
    head = whole
    if bare in OWN:
        head = _own(document, field, run, bounds, stop)
        if head.end <= head.start or (head.text == bare and (head == whole or bare in ("Government", "Administration"))):
            return None
    name = " ".join(whole.text.split())
    return Mention("organisation", whole, name, head, short=_short(text, whole.end))


def _own(document: Document, field: Field, run: Run, bounds: tuple[int, int, int], stop: int) -> Span:
    """The head of a state's own body: without the state before or after it."""
    first, index, end = bounds
    if first in run.named and run.named[first][1] in ("state", "adjective") and run.named[first][0] <= index:
        own = run.named[first][1] == "adjective" or run.words[index].text not in ("Council", "Agency") or run.words[index + 1].text != "for"
        first = run.named[first][0] if own else first  # "China Council for the Promotion of Trade" is a name
    for step in range(end - 1, index, -1):
        if step in run.named and run.named[step][1] == "state" and run.named[step][0] >= end:
            back = step - 1
            while back > index and run.words[back].text in ("the", "of", "for"):
                back -= 1
            return document.span(run.words[first].start, run.words[back].end, field)
    return document.span(run.words[first].start, stop, field)


def _small(document: Document, field: Field, run: Run, index: int) -> Mention:
    head = document.span(run.words[index - 1].start, run.words[index].end, field)
    first = index - 1
    for back in (index - 2, index - 3):
        if back in run.named and run.named[back][1] in ("state", "adjective"):
            first = back
    span = document.span(run.words[first].start, head.end, field)
    return Mention("organisation", span, " ".join(span.text.split()), head)


_SHORT = re.compile(r"\s*\(\s*(?:the |hereinafter )?[\"“”']?([A-Z][A-Za-z]{0,3}[A-Z][A-Za-z]{0,4})[\"“”']?\s*\)")


def _short(text: str, end: int) -> str:
    match = _SHORT.match(text, end, end + 30)
    return match.group(1) if match else ""
