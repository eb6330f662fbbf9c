"""Runs of words that can be personal names, in any order of given and family names, and how two names compare."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from kg.mentions.vocabularies import CALENDAR, EXCELLENCY, FUNCTION, GENERATIONS, HONORIFICS, PARTICLES, PORTFOLIO, RANKS, SYLLABLES, THINGS
from kg.mentions.words import Word, Words

_LONGEST = 7
_PREFIXED = tuple(f"{particle}{mark}" for particle in sorted(PARTICLES) for mark in "-'’")
_FACILITIES = frozenset("airport stadium avenue street square bridge boulevard road highway mosque mausoleum university hospital prize".split())
_OF = frozenset("del de da do dos das di della du von van der".split())
_MALAY = ("dato", "datuk", "tan", "datin")
_COMMON = frozenset("republican democrat democratic conservative member members states nations countries governments designates delegates".split())
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_NOT_NAMES = FUNCTION | CALENDAR | THINGS | EXCELLENCY


def opens(word: Word) -> bool:
    """Can a personal name or an honorific begin with the word?"""
    return word.kind == "word" and (word.text[0].isupper() or _prefixed(word.text) or word.low == "mr")


def _prefixed(text: str) -> bool:
    """Does a word open with a particle ("al-Assad", "d'Alema")?"""
    return not text.isalpha() and text.startswith(_PREFIXED)


def run(words: Words, index: int, taken: frozenset[int]) -> int:
    """Index after the personal name that begins at `index`; `index` itself if none does. Words in `taken` are no names."""
    end = index
    while end < len(words) and end - index < _LONGEST:
        step = _step(words, end, end > index, taken)
        if step == end or (end > index and _repeats(words, index, end)):
            break
        end = step
    if end - index > 2 and words.shouted and not any(words.low(i) in PARTICLES for i in range(index, end)):
        end = index + 2  # an all-capital headline does not tell where a name ends
    return _suffix(words, end) if end > index else index


def _repeats(words: Words, index: int, end: int) -> bool:
    """Does the word at `end` open a caption that repeats the name before it ("Angela Merkel Merkel AngelaFederal Chancellor")?"""
    again = any(words.low(i) == words.low(end) for i in range(index, end))
    twice = words.low(end) == words.low(end - 1) and end - index > 1  # but "Abdullah Abdullah" is a name
    return twice or (again and any(words.glued(i) for i in range(end + 1, end + 8)))


def _step(words: Words, end: int, inside: bool, taken: frozenset[int]) -> int:
    """Index after one more word of a name, or `end`."""
    word = words.words[end]
    if end in taken or _apart(words, end, inside):
        return end
    if word.kind == "word":
        if inside and word.low in _OF and _town(words, end + 1):
            return end + 2
        if _namelike(words, end):
            return end + 1
        particle = word.low in PARTICLES and (inside or word.capital)
        if particle and end + 1 < len(words) and end + 1 not in taken and (_namelike(words, end + 1) or words.low(end + 1) in PARTICLES):
            return end + 1
        return end
    if inside and word.text == "]" and end + 1 < len(words) and _namelike(words, end + 1) and end + 1 not in taken:
        return end + 2  # "[US President Ann] Reed"
    if (
        inside
        and word.text in "“\"'‘("
        and end + 2 < len(words)
        and words.words[end + 2].text in "”\"'’)"
        and _namelike(words, end + 1)
        and word.text != "("
    ):
        after = end + 3
        return after if after < len(words) and after not in taken and _namelike(words, after) else end
    return end


def _town(words: Words, index: int) -> bool:
    """Is the word a town of one word, which after a particle is a family name: "Ana del Rosario"?"""
    party, end = words.parties.get(index, (None, 0))
    return party is not None and party.kind == "place" and end == index + 1


def _apart(words: Words, index: int, inside: bool) -> bool:
    """Is the word at `index` torn from the one before it by more than one line break?"""
    if not inside:
        return False
    gap = words.words[index].start - words.words[index - 1].end
    return gap > 2 or words.glued(index)


def _namelike(words: Words, index: int) -> bool:
    word = words.words[index]
    if word.kind != "word":
        return False
    if not word.text[0].isupper():
        return _prefixed(word.text) and any(c.isupper() for c in word.text)
    if word.low in _MONTHS and words.low(index + 1) == ".":
        return False  # "Nov. 8"
    if word.text == "Said" and words.low(index - 1) in PARTICLES:
        return True  # "Haitham bin Said"
    if any(c.isdigit() for c in word.text) or word.low in _NOT_NAMES or word.low in HONORIFICS or word.low in _COMMON:
        return False
    return not (word.low in PORTFOLIO and word.low not in ("general", "young", "may")) or word.name.endswith("PER")


def _suffix(words: Words, end: int) -> int:
    """Take in ", Jr." and Roman numerals after a name."""
    if words.low(end) == "," and words.low(end + 1) in ("jr", "jr.", "sr", "sr."):
        return end + 2
    if words.low(end) in GENERATIONS:
        return end + 1
    return end


def facility(words: Words, end: int) -> bool:
    """Does an airport or a stadium take its name from the words before `end` ("Jomo Kenyatta International Airport")?"""
    at = end + (words.low(end) in ("international", "memorial", "national"))
    return at < len(words) and words.words[at].capital and words.low(at) in _FACILITIES


def prefix(words: Words, index: int) -> int:
    """Index after the honorifics and ranks that begin at `index` ("H.E.", "Mr.", "Lieutenant General")."""
    if [words.low(index), words.low(index + 1)] == ["h", "e"]:
        index += 2  # "H E Ann Reed"
    while index < len(words) and (words.low(index) in HONORIFICS or words.low(index) in RANKS):
        if words.words[index].kind != "word" or not (words.words[index].capital or words.low(index) == "mr"):
            break
        index += 1
        if words.low(index - 1) in _MALAY:  # "Dato’ Sri", "Tan Sri"
            index += words.low(index) in ("’", "'")
            index += words.low(index) in ("sri", "seri", "paduka")
    return index


def suffix(words: Words, index: int, floor: int) -> int:
    """Index of the first honorific or rank in the row of them that ends before `index`."""
    while index - 1 >= floor and (words.low(index - 1) in HONORIFICS or words.low(index - 1) in RANKS) and words.words[index - 1].capital:
        index -= 1
    return index


def held(words: Words, opening: int, taken: frozenset[int]) -> tuple[int, int]:
    """First word and index after the last word of the name that follows a post at `opening`; equal if there is none."""
    index = prefix(words, opening)
    end = run(words, index, taken)
    if end == index and _syllable(words, index, taken):
        end = run(words, index + 1, taken)
    return _labelled(words, index, end), _namesake(words, index, end)


def _syllable(words: Words, index: int, taken: frozenset[int]) -> bool:
    """Does a name of one or two more words begin with a syllable that is an English word too ("President To Lam said")?"""
    if words.field == "title" or index + 1 >= len(words) or words.low(index) not in SYLLABLES or not words.words[index].capital:
        return False
    after = run(words, index + 1, taken)
    closed = after >= len(words) or not words.words[after].capital
    return index not in taken and index + 1 < after <= index + 3 and closed and words.words[index].end + 1 == words.words[index + 1].start


def _namesake(words: Words, index: int, end: int) -> int:
    """Take in a family name that is a state's or town's too ("President Chad Jordan spoke")."""
    party, after = words.parties.get(end, (None, end))
    alone = after == end + 1 and words.low(after) not in ("'s", ",", "(") and not (after < len(words) and words.words[after].capital)
    return after if party is not None and party.form == "name" and end - index == 1 and alone and after < len(words) else end


def _labelled(words: Words, index: int, end: int) -> int:
    """Where the model sees the name begin, if it sees it begin later: words of the post that no list holds stand before."""
    if end - index < 3 or words.words[index].name.endswith("PER"):
        return index
    return next((i for i in range(index + 1, end) if words.words[i].name == "B-PER"), index)


@lru_cache(maxsize=50_000)
def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name that tell persons apart: no particles, no generation, no honorifics."""
    flat = unicodedata.normalize("NFKD", name.replace("’", "'"))
    flat = "".join(c for c in flat if not unicodedata.combining(c)).casefold()
    flat = flat.replace("-", " ").replace(".", " ").replace(",", " ").replace("“", " ").replace("”", " ").replace('"', " ")
    drop = PARTICLES | GENERATIONS | HONORIFICS
    words = flat.split()  # what opens a name is no number of a king: "Xi Jinping"
    return tuple(word for i, word in enumerate(words) if word not in drop or (i == 0 and word in GENERATIONS and len(word) > 1)) or tuple(words)


def share(one: str, other: str) -> bool:
    """Have the two names a word in common? Names that have none are of two people, whoever asks."""
    return not set(parts(one)).isdisjoint(parts(other))


def contained(short: str, long: str) -> bool:
    """Can the shorter form stand for the person of the longer one: its words in it, the last one or two of them shared?"""
    few, many = parts(short), parts(long)
    if not few or any(few.count(word) > many.count(word) for word in few) or _father(short, long):
        return False
    return len(few) > 1 or few[0] in (many[-1], many[0]) or len(few[0]) > 3


def _father(short: str, long: str) -> bool:
    """Does the longer name only say whose child its bearer is: "Salman bin Abdulaziz" in "Mohammed bin Salman bin Abdulaziz"?"""
    few, many = short.casefold().split(), long.casefold().split()
    at = next((i for i in range(1, len(many)) if many[i : i + len(few)] == few), 0)
    return at > 1 and many[at - 1] in ("bin", "ibn", "ben") and at + len(few) == len(many)


def alike(one: str, other: str) -> bool:
    """Two forms of a full name: same family name, given names that agree in their initials or by a slip of one letter."""
    a, b = parts(one), parts(other)
    if len(a) < 2 or len(b) < 2:
        return False
    if sorted(a) == sorted(b) or contained(one, other) or contained(other, one):
        return True
    left, right = set(a) - set(b), set(b) - set(a)
    if set(a) & set(b) and len(left) == len(right) == 1 and min(len(*left), len(*right)) == 1:
        return next(iter(left))[0] == next(iter(right))[0]  # "U. Temur" and "Temur Usmon"
    return a[-1] == b[-1] and a[0][0] == b[0][0] and (len(a[0]) == 1 or len(b[0]) == 1 or _near(a[0], b[0]))


def familiar(one: str, other: str) -> bool:
    """May "Joe Biden" be "Joseph R. Biden, Jr."? Same family name, given names that begin alike; the posts must agree too."""
    a, b = parts(one), parts(other)
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][:2] == b[0][:2]


def _near(a: str, b: str) -> bool:
    """One letter changed, added or lost."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return a[same + 1 :] == b[same + 1 :] or a[same:] == b[same + 1 :] or a[same + 1 :] == b[same:]
