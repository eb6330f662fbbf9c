"""Tenures: persons in posts of states and organisations, as the titles printed beside their names say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.model import Claim, Filler, Mention, Reading, Span, Title

_WORD = re.compile(r"[\w-]+")
_PLURAL = re.compile(r"\b(\w+?)(?:(?<=Secretar)ie|(?<=secretar)ie)?s\b(?= of\b| for\b| to\b|$)")
_SPELLINGS = {"adviser": "advisor", "defence": "defense", "labour": "labor"}
_LONGEST = 300
_LONG = {"PM": "Prime Minister", "PMs": "Prime Ministers", "FM": "Foreign Minister", "FMs": "Foreign Ministers", "DPM": "Deputy Prime Minister"}
_SHORT = re.compile(rf"\b(?:{'|'.join(sorted(_LONG, key=len, reverse=True))})\b")
_PARTY = re.compile(r"\bParty\s+of\s+(?:the\s+)?$")
_STYLES = ("prince", "princess")  # beside a post they are no post of their own
_ALL = re.compile(r"\bAll\s*$")  # "Catholicos of All Armenians"
_TOPS = ("president", "king", "emir", "sultan", "queen", "state")
_OWN = "post of the publisher's state"
_ELECT = re.compile(r"[ -](?:elect|designate)\b", re.IGNORECASE)
_APART = re.compile(r"\s*(?:for\b|to\b|and\b|of\b|in\b|at\b|on\b|,|[’']|$)")
_JOINTS = re.compile(r"^(?:[’']s\b\s*|,\s*|and\b\s*)+|(?:\s*,|\s+(?:of|for|to|at|in|and|the))+$")


Row = tuple[str, Title, Mention]


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim for each person, post and body served; the fullest form of the post is kept, at its first place."""
    found: dict[Mention, list[Row]] = {}
    for mention in reading.mentions:
        if mention.kind in ("person", "post", "group") and mention.titles:
            referents = [one for one in reading.links.of(mention) if one.kind == "person"]
            if len(referents) == 1 or (mention.kind == "group" and _own(mention)):
                rows = found.setdefault(referents[0], []) if referents else []
                rows += [(post, title, mention) for title in mention.titles if (post := name(reading, title))]
    for person, rows in found.items():
        rows = _posts(person, rows)
        for index, row in enumerate(rows):
            if _tells(row) and not any(_covers(rows[other], row, other < index) for other in range(len(rows)) if other != index):
                yield _claim(person, row, _printed(reading, person, row, rows))


def _posts(person: Mention, rows: list[Row]) -> list[Row]:
    """The rows without words of rank beside a post, names that are post words too ("Amir Reza"), and posts that only a
    counterpart lends where the person's own is printed."""
    named = person.name.lower().split()
    kept = [row for row in rows if row[0].lower() not in named]
    if any(row[0].lower() not in _STYLES and _tells(row) for row in kept):
        kept = [row for row in kept if row[0].lower() not in _STYLES]
    own = any(_tells(row) and not row[1].rule.startswith("counterpart") for row in kept if row[2].kind == "person")
    return [row for row in kept if not (own and row[1].rule.startswith("counterpart"))]


def _own(mention: Mention) -> bool:
    """Does the mention speak of the government that publishes? Of several it then stands for its own head of state first."""
    return any(title.rule == _OWN for title in mention.titles)


def _tells(row: Row) -> bool:
    """A post without a name proves a tenure only of the government that publishes; a caption tells of the day when the
    page was last changed; a post of nobody known is no tenure (measured: 2 of 11 such rows were right)."""
    _, title, mention = row
    if title.rule.startswith("caption") or not title.of:
        return False
    return mention.kind == "person" or (title.rule == _OWN and "leader" not in title.post.text.lower())


def _printed(reading: Reading, person: Mention, row: Row, rows: Sequence[Row]) -> tuple[Span, ...]:
    """The words that prove it: those of the row. For a headline, the first in the text that say the same, else the first
    sentence that speaks of the heads of state; for a post without a name, the first that prints the state with it."""
    evidence = _evidence(reading, row)
    same = [one for one in rows if one[1].status == row[1].status and _rank(one[0]) == _rank(row[0]) and one[2].span.field == "text"]
    if evidence.field == "text" and row[2].kind != "person":
        stated = [one for one in same if one[2].kind == "post" and any(one[2].span.covers(of.head) for of in one[1].of)]
        return (_evidence(reading, stated[0]), evidence) if stated and not _stated(row) else (evidence,)
    if evidence.field == "text":
        return (evidence,)
    told = [_evidence(reading, one) for one in same] or list(_heads(reading, person, row))
    return (*told[:1], evidence)


def _stated(row: Row) -> bool:
    """Is the state printed with the post?"""
    return row[2].kind == "post" and any(row[2].span.covers(of.head) for of in row[1].of)


def _heads(reading: Reading, person: Mention, row: Row) -> Iterator[Span]:
    """Sentences that call the person one of "the heads of state" or "the presidents"."""
    if _rank(row[0]) not in _TOPS:
        return
    endings = ("heads of state", f"{_rank(row[0])}s")
    groups = [one for one in reading.mentions if one.kind == "group" and one.span.field == "text" and one.name.lower().endswith(endings)]
    for mention in groups:
        if person in reading.links.of(mention):
            yield from (one.span for one in reading.analysis.sentences if one.span.covers(mention.span))


@lru_cache(maxsize=4096)
def _rank(post: str) -> str:
    """The bare post: "Minister of Trade" and "Trade Minister" are both a minister."""
    return re.split(r" (?:of|for|to|on) ", post.casefold())[0].split()[-1]


def _covers(one: Row, other: Row, earlier: bool) -> bool:
    """Does the first row say all that the second says, in as many words or more ("Secretary of State", "Secretary")?"""
    (many, title, mention), (few, less, printed) = one, other
    if not _tells(one):
        return False
    if printed.kind != mention.kind:
        return printed.kind == "post"  # a post without a name tells of its holder only if no title does
    served = {of.ref or of.name for of in less.of}
    if title.status != less.status or not (served <= {of.ref or of.name for of in title.of}):
        return False
    more, fewer = _words(many), _words(few)
    return fewer <= more if fewer != more else (earlier if bool(title.to) == bool(less.to) else bool(title.to))


def _words(post: str) -> set[str]:
    words = {_SPELLINGS.get(word, word) for word in _WORD.findall(post.casefold())}
    return words - {"of", "the", "for", "and"}


def name(reading: Reading, title: Title) -> str:
    """The post without the states and bodies printed inside it."""
    text = title.post.text
    inside = [one for one in (*title.of, *title.to) if title.post.covers(one.head) and one.head != title.post]
    for party in sorted(inside, key=lambda one: -one.head.start):
        left, right = text[: party.head.start - title.post.start], text[party.head.end - title.post.start :]
        if _PARTY.search(left):
            continue  # "Communist Party of China"
        beside = party.form == "adjective" or not _APART.match(right)  # "Head of the EU Delegation", but "of the EU for Foreign Affairs"
        if not beside or not right.strip():
            left, right = _close(left), _JOINTS.sub("", right.lstrip())
        text = f"{left} {right}"
    text = title.post.text if _ALL.search(text) else text
    text = _SHORT.sub(lambda match: _LONG[match.group()], _ELECT.sub("", " ".join(text.split())))
    text = text.rstrip("-– ")
    plural = title.rule.startswith("shared title") or text.lower() == "presidents"
    return re.sub(r"(?<=ecretar)\b", "y", _PLURAL.sub(r"\1", text, count=1)) if plural else text


def _close(left: str) -> str:
    """Drop the "of the" that led to a party."""
    return re.sub(r"\s+(?:of|for|to)?\s*(?:the)?\s*$", " ", left, count=1)


def _claim(person: Mention, row: Row, evidence: tuple[Span, ...]) -> Claim:
    post, title, mention = row
    holder = mention if mention.kind == "person" else person
    fillers = [Filler("person", holder), Filler("post", Mention("post", title.post, post, title.post))]
    fillers += [Filler("of", one) for one in title.of[:1]] + [Filler("to", one) for one in title.to[:1]]
    return Claim("tenure", tuple(fillers), (("status", title.status),), evidence, title.rule)


def _evidence(reading: Reading, row: Row) -> Span:
    """The title with the name; where words stand between them ("X was elected president"), these too."""
    _, title, mention = row
    if mention.span.covers(title.post) or title.rule.startswith("counterpart"):
        return mention.span
    start, end = min(mention.span.start, title.post.start), max(mention.span.end, title.post.end)
    apart = mention.span.field != title.post.field or end - start > _LONGEST
    return title.post if apart else reading.document.span(start, end, title.post.field)
