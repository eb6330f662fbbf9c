"""Comparisons of names as the scorer of the named queries makes them: persons, states and bodies, phrases, dates, numbers."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

_SAME = {
    "united states": "usa|us|u s|u s a|united states of america|america",
    "russia": "russian federation",
    "united kingdom": "uk|britain|great britain",
    "turkey": "turkiye|republic of turkey",
    "china": "prc|peoples republic of china",
    "south korea": "republic of korea|korea|rok",
    "north korea": "dprk|democratic peoples republic of korea",
    "european union": "eu",
    "united nations": "un",
    "united arab emirates": "uae",
    "czech republic": "czechia",
    "vietnam": "viet nam",
    "kyrgyzstan": "kyrgyz republic|kirghizia|kirgizia",
    "vatican": "holy see",
    "saudi arabia": "kingdom of saudi arabia",
    "belarus": "byelorussia",
    "north atlantic treaty organization": "nato",
    "association of southeast asian nations": "asean",
    "commonwealth of independent states": "cis",
    "world trade organization": "wto",
    "european community": "european communities|ec",
    "democratic republic of the congo": "drc",
}
ALIASES = {other: name for name, others in _SAME.items() for other in others.split("|")}
STYLES = [
    f"{style} " for style in "the|republic of|kingdom of|state of|government of|islamic republic of|sultanate of|hashemite kingdom of".split("|")
]

COURTESIES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady sheikh sheik shaikh his her excellency he h e hon honourable honorable "
    "president king queen prince princess emir sultan minister prime foreign deputy vice ambassador chancellor secretary general "
    "senator premier crown majesty highness royal custodian of the two holy mosques".split()
)
FUNCTION_WORDS = frozenset("the a an of and on in for to at with between by from".split())
DISTINCTIONS = frozenset("north south east west northern southern eastern western central non equatorial democratic papua".split())
RANKS = frozenset("deputy vice prime assistant under".split())


def folded(text: str | None) -> str:
    """The words of a name in lower case, without accents, punctuation and possessives."""
    letters = unicodedata.normalize("NFKD", text or "").replace("’", "'")
    plain = "".join(c for c in letters if not unicodedata.combining(c)).casefold()
    plain = plain.replace("'s ", " ").removesuffix("'s").replace("'", "")
    return " ".join(re.sub(r"[^0-9a-z\u0400-\u04ff]+", " ", plain).split())


def words(text: str | None, without: frozenset[str] = FUNCTION_WORDS) -> list[str]:
    return [word for word in folded(text).split() if word not in without]


def party(text: str | None) -> str:
    """A state or body by its common name."""
    name = folded(text)
    name = ALIASES.get(name, name)
    for style in STYLES:
        name = name.removeprefix(style)
    return ALIASES.get(name, name)


def likeness(a: str | None, b: str | None) -> float:
    """F1 of the content words that two phrases share."""
    x, y = words(a), words(b)
    if not x or not y:
        return float(x == y)
    return 2 * (Counter(x) & Counter(y)).total() / (len(x) + len(y))


def same_person(a: str | None, b: str | None, also: Iterable[str] = ()) -> bool:
    """One name's words are the other's, or lie within them and end on the same word."""
    mine = words(a, COURTESIES)
    return any(_within(mine, words(other, COURTESIES)) for other in (b, *also))


def _within(x: list[str], y: list[str]) -> bool:
    if not x or not y:
        return False
    short, long = (x, y) if len(x) <= len(y) else (y, x)
    return sorted(x) == sorted(y) or (set(short) <= set(long) and (short[-1] == long[-1] or len(short) > 1))


def same_party(a: str | None, b: str | None) -> bool:
    """The same participant, be it a person, a state or a body."""
    x, y = party(a), party(b)
    if not x or not y or (set(folded(a).split()) ^ set(folded(b).split())) & DISTINCTIONS:
        return x == y
    return x == y or same_person(a, b) or likeness(a, b) >= 0.8


def shared(found: Iterable[str], gold: Iterable[str]) -> int:
    """How many parties of gold are met, each by another of those found."""
    left, hits = list(found), 0
    for wanted in gold:
        met = next((one for one in left if same_party(one, wanted)), None)
        if met is not None:
            left.remove(met)
            hits += 1
    return hits


def agreement(found: Sequence[str], gold: Sequence[str]) -> float:
    """F1 of two sets of parties."""
    return 2 * shared(found, gold) / (len(found) + len(gold)) if found or gold else 1.0


def number(text: object) -> float | None:
    try:
        return float(str(text).replace(",", "").replace("\u2212", "-"))
    except ValueError:
        return None


def same_number(found: object, gold: object, absolute: bool = False) -> bool:
    a, b = number(found), number(gold)
    if a is None or b is None:
        return False
    gap = abs(abs(a) - abs(b)) if absolute else abs(a - b)
    return gap <= 1e-6 * max(1.0, abs(b))


def same_dates(found: str | None, gold: str | None) -> bool:
    """The same days, whatever the precision in which the ends of the interval are written."""
    a, b = (found or "").strip(), (gold or "").strip()
    return a == b or (bool(a) and bool(b) and _ends(a) == _ends(b))


def _ends(text: str) -> tuple[str, str]:
    first, _, last = text.partition("/")
    last = last or first
    first += {4: "-01-01", 7: "-01"}.get(len(first), "")
    last += "-12" if len(last) == 4 else ""
    if len(last) == 7 and last[5:].isdigit() and 1 <= int(last[5:]) <= 12:
        last += f"-{calendar.monthrange(int(last[:4]), int(last[5:]))[1]}"
    return first, last
