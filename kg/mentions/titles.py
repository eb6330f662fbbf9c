"""Titles joined to names: posts before a name, after it in apposition or brackets, shared by a list, or in a caption."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from kg.mentions import names
from kg.mentions.nouns import serves
from kg.mentions.posts import Post
from kg.mentions.vocabularies import BODIES, CALENDAR, EXCELLENCY, PORTFOLIO, WEAK
from kg.mentions.words import Words
from kg.model import Mention, Status


@dataclass(slots=True)
class Naming:
    """A name with the posts printed beside it: words `start` to `end` are the name, `first` to `last` the whole phrase."""

    start: int
    end: int
    first: int
    last: int
    posts: list[tuple[Post, str]] = field(default_factory=list)  # with the rule that joined them
    of: Mention | None = None  # "X of Kenya", "X (Kenya)", "Kenya's X"
    honorific: str = ""

    def widen(self, first: int, last: int) -> None:
        self.first, self.last = min(self.first, first), max(self.last, last)


def join(words: Words, posts: list[Post]) -> tuple[list[Naming], set[int]]:
    """Names with the posts beside them, in order, and the indices in `posts` of those that found a name."""
    taken = frozenset(i for post in posts for i in range(post.start, post.end)) | frozenset(
        i for first, (_, end) in words.parties.items() for i in range(first, end)
    )
    found: dict[int, Naming] = {}
    bound: set[int] = set()
    for number in range(len(posts) - 1, -1, -1):
        if number not in bound:
            _before(words, posts, number, taken, found, bound)
    _bare(words, taken, found)
    for number in range(len(posts)):
        if number not in bound:
            _after(words, posts, number, found, bound)
    ends = {naming.end: naming for naming in found.values()}
    for number in range(len(posts)):
        if number not in bound:
            _predicate(words, posts, number, ends, bound)
    for naming in found.values():
        _belonging(words, naming)
    return sorted(found.values(), key=lambda one: one.start), bound


_JOINED = (["and"], ["/"], [","], [",", "and"], ["&"], ["and", "also"])


def _group(words: Words, posts: list[Post], number: int) -> list[int]:
    """The posts conjoined with the one at `number`, which is the last of them: "A and B", "A, B and C", "A/B", "A - B"."""
    group = [number]
    while group[0] > 0 and _conjoined(words, posts[group[0] - 1], posts[group[0]]):
        group.insert(0, group[0] - 1)
    return group


def _conjoined(words: Words, left: Post, right: Post) -> bool:
    """Are these posts of one person, by the words between them?"""
    between = [words.low(i) for i in range(left.end, right.first)]
    apart = words.words[left.end - 1].end < words.words[left.end].start
    if not between:  # "Minister of Trade of Saudi Arabia Prince X", "State Minister Ambassador X"
        return right.noun in ("prince", "princess", "ambassador") and not left.plural and not (right.noun == "ambassador" and right.of + right.to)
    if not (between in _JOINED or (apart and between in (["-"], ["–"], ["—"]))) or left.plural or words.glued(left.first):
        return False
    if "," in between and _told(words, left):
        return False  # "Ann Reed, Prime Minister of Kenya, and President X"
    if between == [","] and (left.definite or apart):
        return False  # "the Vice President, First Lady X" are two; captions end in " ,"
    prefixed = any(party.head.start < words.words[right.head].start for party in right.of)
    if prefixed and ("," in between or (left.definite and not left.of)):
        return False  # "X, the Secretary General of Y, and Z Minister W"
    bare = left.definite and left.end - left.start < 3 and not left.of and not right.of
    if bare or (left.definite and left.noun == right.noun and not right.of):
        return False  # "the Vice President and President Marcos"
    if between != [","] and not all(one.kind == "state" for one in (*left.of, *right.of)):
        return True
    return not (left.of and right.of and {one.name for one in left.of} != {one.name for one in right.of})  # nobody serves two states


def _opened(words: Words, posts: list[Post], post: Post) -> bool:
    """Does a post stand before the name that this one follows: "President A, the Foreign Minister, B, and …"?"""
    comma = post.first - 1
    return any(0 < comma - one.end < 5 and all(words.words[i].capital for i in range(one.end, comma)) for one in posts)


def _told(words: Words, post: Post) -> bool:
    """Does the post stand in apposition to a name before it?"""
    last = post.first - 2
    return words.low(last + 1) == "," and last >= 0 and words.words[last].name.endswith("PER")


def _before(words: Words, posts: list[Post], number: int, taken: frozenset[int], found: dict[int, Naming], bound: set[int]) -> None:
    """ "Foreign Minister Sergei Lavrov", "the Foreign Minister, Sergei Lavrov,", "Presidents A and B"."""
    post = posts[number]
    opening = _opening(words, post)
    index, end = names.held(words, opening, taken)
    if end - index == 1 and words.low(index - 1) in BODIES and words.words[index].text.isupper():
        return  # "the chairman of the state oil company SOCAR"
    comma = words.low(opening - 1) == "," and opening > post.end
    leader = posts[_apposed_group(words, posts, number)[0]] if comma else post
    further = (
        (_told(words, post) and not _opened(words, posts, post))
        or any(one.first in (end + 1, end + 2) for one in posts)
        or words.low(end + 1) in ("member", "members")
    )
    if comma and words.low(post.first - 1) == "," and words.low(end) == "," and further:
        return  # "Ann Reed, head of the Kenyan mission, Eva Low, ambassador of Peru": each before its post
    portfolio = (
        words.low(end) == "," and words.low(end + 1) in PORTFOLIO and words.words[end + 1].capital
    )  # "Minister of Labour, Old Age, Family and Youth"
    if end == index or (comma and (portfolio or not _apposed(words, leader, index, end))):
        return
    group = _group(words, posts, number) if not comma else _apposed_group(words, posts, number)
    rule = "shared title" if post.plural else "name in apposition" if comma else "title before name"
    naming = _add(found, index, end, posts[group[0]].first)
    naming.posts += [(_shared(words, posts, group, one), rule) for one in group]
    bound.update(group)
    if post.plural:
        _list(words, post, end, taken, found)


def _apposed_group(words: Words, posts: list[Post], number: int) -> list[int]:
    """ "Kenya's Vice President and Foreign Minister, Ann Reed,": both posts, where "and" alone joins them."""
    left, post = (posts[number - 1] if number else None), posts[number]
    between = [words.low(i) for i in range(left.end, post.first)] if left else []
    if left is None or left.plural:
        return [number]
    joined = between == ["and"] and not post.of and not post.definite and (left.definite or bool(left.of))
    return [number - 1, number] if joined or between == ["/"] else [number]


def _shared(words: Words, posts: list[Post], group: list[int], one: int) -> Post:
    """A conjoined post with the state or body printed before the first of them ("EU High Representative/Vice-President")."""
    first = posts[group[0]]
    prefix = tuple(party for party in first.of if party.head.start < words.words[first.start].end and party.head.field == words.field)
    return replace(posts[one], of=prefix) if prefix and not posts[one].of else posts[one]


def _opening(words: Words, post: Post) -> int:
    """Index where the name of a post's holder may begin: after a bracketed acronym, a comma or "His Excellency"."""
    index = post.end
    if words.low(index) == "(" and words.low(index + 2) == ")":
        index += 3
    index += words.low(index) == "]"  # "[ambassador] Ann Reed"
    if words.low(index) == "," or (words.low(index) == ":" and post.plural):
        index += 1
    if words.low(index) in ("his", "her") and words.low(index + 1) in EXCELLENCY:
        index += 2
    return index


def _apposed(words: Words, post: Post, index: int, end: int) -> bool:
    """After a comma a name belongs to the post only if the post is definite or someone's, and a full name stands alone."""
    closed = end >= len(words) or words.words[end].kind != "word" or not words.words[end].capital
    listed = words.low(end) == "," and words.low(end + 1) in PORTFOLIO and words.words[end + 1].capital  # "of Labour, Old Age, Family"
    stands = post.definite or bool(post.of) or post.first in words.openings
    return not listed and stands and closed and end - index >= 2 and words.low(end) != "'s" and index not in words.openings


def _list(words: Words, post: Post, end: int, taken: frozenset[int], found: dict[int, Naming]) -> None:
    """The further names of a plural post: "Presidents A of X, B of Y and C of Z"; in "A and B of X" both are of X."""
    made = [next(one for one in found.values() if one.end == end)]
    while True:
        if (pair := _paired(words, end, taken)) is not None:
            start, end, party = pair
            bare = next((i for i in range(post.head + 1, post.end) if i in words.parties), post.end)
            while words.low(bare - 1) in ("of", "the"):
                bare -= 1
            naming = _add(found, start, end, start)
            naming.posts.append((replace(post, of=(party,), end=bare), "shared title"))
            continue
        step = _after_of(words, end)
        step += words.low(step) == ","
        step += words.low(step) == "and"
        after = names.run(words, names.prefix(words, step), taken) if step > end else step
        if after == step:
            break
        start = names.prefix(words, step)
        naming = _add(found, start, after, start)
        naming.posts.append((post, "shared title"))
        made.append(naming)
        end = after
    if len(made) == len(post.of) > 1:  # "the presidents of Russia and Peru, A and B"
        prefixed = post.of[0].head.start < words.words[post.start].start
        for naming, of in zip(made, post.of, strict=True):
            naming.posts[-1] = (replace(post, of=(of,), end=post.end if prefixed else post.head + 1), "shared title")
    for naming in made:
        _belonging(words, naming)
    for naming, follower in reversed(list(pairwise(made))):
        if naming.of is None and words.low(follower.start - 1) == "and":
            naming.of = follower.of


def _paired(words: Words, index: int, taken: frozenset[int]) -> tuple[int, int, Mention] | None:
    """The next name of "the ambassadors of Kenya, Ann Reed, Chile, Jon Ely, and Peru, Eva Low" and its state."""
    step = index
    while words.low(step) in (",", ";", "and", "the"):
        step += 1
    party, stop = words.parties.get(step, (None, step))
    if step == index or party is None or not serves(party) or party.form != "name" or words.low(stop) != ",":
        return None
    start = names.prefix(words, stop + 1)
    end = names.run(words, start, taken)
    return (start, end, party) if end - start > 1 else None


def _after_of(words: Words, index: int) -> int:
    """Index after "of X" or "(X)" that may stand at `index`."""
    after = index + 1 + (words.low(index + 1) == "the")
    if words.low(index) not in ("of", "(") or after not in words.parties:
        return index
    return words.parties[after][1] + (words.low(index) == "(")


def _bare(words: Words, taken: frozenset[int], found: dict[int, Naming]) -> None:
    """Every other run of name words becomes a naming without a post; who reads on decides whether it is a person."""
    done = 0
    starts = {naming.start: naming.end for naming in found.values()}
    for index, word in enumerate(words.words):
        if index < done or (index not in starts and not names.opens(word)):
            continue
        if index in starts:
            done = starts[index]
            continue
        start = names.prefix(words, index)
        end = names.run(words, start, taken) if start not in starts else start
        if end > start and not names.facility(words, end):
            naming = _add(found, start, end, index)
            naming.honorific = words.low(index) if start > index else ""
        done = end


def _after(words: Words, posts: list[Post], number: int, found: dict[int, Naming], bound: set[int]) -> None:
    """ "Sergei Lavrov, the Foreign Minister of Russia,", "Sergei Lavrov (Foreign Minister)", captions run into a name."""
    post = posts[number]
    index = post.first
    mark = words.low(index - 1)
    if words.low(post.end) == "'s":  # "Igor Ivanov, the president's aide Sergei Yastrzhembsky"
        return
    if _goes_on(words, post):
        return
    if mark in ("a", "an", "now", "currently", "also"):
        index, mark = index - 1, words.low(index - 2)
    if mark == "'s":
        index, mark, post = _owned(words, post)
        if words.low(index) == "and":
            return  # "A, and Kenya's minister B"
    caption = index > 0 and index == post.start and words.words[index - 1].kind == "word" and words.words[index].capital
    glued = caption and words.words[index - 1].end == words.words[index].start
    if mark not in (",", "(", "-", "–", "—") and not glued:
        return
    if mark == "," and words.words[index - 2].end < words.words[index - 1].start:
        return  # the comma after a caption
    last = index if glued else _past_membership(words, index - 1)
    naming = next((one for one in found.values() if last in (one.end, one.last)), None)
    if naming is None or (naming.end - naming.start < 2 and not naming.honorific and not glued):
        return
    if post.plural or (mark in ("-", "–", "—") and words.words[index - 1].end == words.words[index].start):
        return
    rule = "caption" if glued else "title in apposition" if mark == "," else "title in brackets" if mark == "(" else "title in apposition"
    naming.posts.append((post, rule))
    naming.widen(naming.first, post.end)
    bound.add(number)
    if not glued:
        _followers(words, posts, number, naming, bound)


def _past_membership(words: Words, comma: int) -> int:
    """The comma before "member of the State Council", where one stands between a name and its post; else `comma`."""
    for begin in range(comma - 1, max(comma - 10, 0), -1):
        if words.low(begin) == "," and words.low(begin + 1 + (words.low(begin + 1) in ("a", "the"))) == "member":
            return begin
        if words.words[begin].kind != "word":
            break
    return comma


def _goes_on(words: Words, post: Post) -> bool:
    """Does a post after a comma belong to what follows: a name, a body that no list holds, or as subject to a verb?"""
    after = post.end
    if after >= len(words) or words.words[after].kind == "stop":
        return False
    following = after + 1 + (words.low(after + 1) == "the")
    if words.low(after) in ("of", "for") and following < len(words) and words.words[following].capital and following not in words.parties:
        return True
    bare = post.definite and post.end - post.start == 1 and not post.of
    if bare and words.words[after].kind == "word" and words.low(after) not in ("and", "who", "of", "whose"):
        return True
    day = words.low(after) in CALENDAR or (words.low(after + 1) == "." and names.run(words, after, frozenset()) == after)  # "Tuesday", "Nov. 8"
    return words.words[after].capital and not words.glued(after) and after not in words.openings and words.low(after) not in PORTFOLIO and not day


_OWNER = 6


def _owned(words: Words, post: Post) -> tuple[int, str, Post]:
    """First word of an apposition that opens with an owner ("Ann Reed, the Kenyan president's aide for trade"), the mark
    before it, and the post with the owner's state."""
    begin = post.first - 1
    while begin > 0 and post.first - begin < _OWNER and words.words[begin - 1].kind == "word":
        begin -= 1
    inside = [words.parties[i][0] for i in range(begin, post.first) if i in words.parties and serves(words.parties[i][0])]
    return begin, words.low(begin - 1), replace(post, of=post.of or tuple(inside[:1]))


def _followers(words: Words, posts: list[Post], number: int, naming: Naming, bound: set[int]) -> None:
    """Further posts conjoined with the one in apposition: "X, Prime Minister and Minister of Trade of Y,"."""
    rule = naming.posts[-1][1]
    follower = number + 1
    while (
        follower < len(posts)
        and follower not in bound
        and not posts[follower].plural
        and _group(words, posts, follower)[0] <= number
        and words.low(posts[follower].first - 1) != ","
    ):
        naming.posts.append((posts[follower], rule))
        naming.widen(naming.first, posts[follower].end)
        bound.add(follower)
        follower += 1


_MADE = r"(?:was |has been |had been |been )?(?:re-?)?(?:appointed|elected|named|chosen|confirmed|sworn in|installed|inaugurated)"
_MARKED = r"(?:was |has been |is )?(?:nominated|designated)"
_LEFT = r"(?:(?:was |has been )?(?:dismissed|removed|ousted|fired)|resigned|stepped down)"
_PREDICATES: tuple[tuple[Status, re.Pattern[str]], ...] = tuple(
    (status, re.compile(rf"(?:[,(] )?(?:who )?(?:{verbs})(?: also)?(?: the| a| an)?"))  # type: ignore[misc]
    for status, verbs in (
        ("current", rf"is|remains|serves as|continues as|serving as|became|{_MADE}(?: as)?|took over as|took office as"),
        ("designate", rf"{_MARKED}(?: as| to be| to become)?|(?:will|would|is to) (?:become|be)|is set to become"),
        ("former", rf"(?:had )?served as|had been|was|used to be|{_LEFT} as"),
    )
)


def _predicate(words: Words, posts: list[Post], number: int, ends: dict[int, Naming], bound: set[int]) -> None:
    """ "X was appointed Ambassador of Y", "X, who would become the chairman of Y", "X resigned as minister"."""
    post = posts[number]
    if post.plural or words.low(post.end) == "'s":
        return
    naming = next((ends[end] for end in range(post.start - 1, max(post.start - 9, 0), -1) if end in ends), None)
    if naming is None or (naming.end - naming.start < 2 and not (naming.honorific or naming.posts)) or post.first < naming.end:
        return
    prefixed = any(party.head.start < words.words[post.start].start for party in post.of)
    said = " ".join(words.low(i) for i in range(naming.end, post.first if prefixed or post.definite else post.start))
    status = next((status for status, pattern in _PREDICATES if pattern.fullmatch(said)), None)
    if said == "as" and number - 1 in bound and _appointed(words, posts[number - 1], naming):
        status = "current"
    if post.noun in WEAK and not post.of and not words.words[post.start].capital:
        return  # "is the first foreign leader"
    if status is None or words.low(naming.start - 1) in ("of", "by", "with", "and"):
        return
    naming.posts.append((replace(post, status=status if status != "current" else post.status), "predicate"))
    bound.add(number)


def _appointed(words: Words, last: Post, naming: Naming) -> bool:
    """Does a list of appointments go on: "A has been appointed Foreign Minister, B as Interior Minister and C as …"?"""
    between = [words.low(i) for i in range(last.end, naming.first)]
    start = max(last.start - 6, 0)
    made = any(words.low(i) in ("appointed", "named", "nominated", "elected", "as") for i in range(start, last.start))
    return made and between in ([","], ["and"], [",", "and"])


def _belonging(words: Words, naming: Naming) -> None:
    """ "X of Kenya", "X (Kenya)", "Kenya's X": for whom a name without more stands."""
    end, after = naming.end, naming.end + 1
    if words.low(end) == "of" and words.low(after) == "the":
        after += 1
    if words.low(end) in ("of", "(") and after in words.parties:
        party, stop = words.parties[after]
        if party.kind in ("state", "organisation") and (words.low(end) == "of" or words.low(stop) == ")"):
            naming.of = party
            naming.widen(naming.first, stop if words.low(end) == "of" else stop + 1)
    elif not naming.posts and words.low(naming.first - 1) == "'s" and naming.first - 1 in words.party_ends and naming.end - naming.start >= 2:
        party, begin = words.party_ends[naming.first - 1]
        if party.kind == "state":
            naming.of = party
            naming.widen(begin, naming.last)


def _add(found: dict[int, Naming], start: int, end: int, first: int) -> Naming:
    if start not in found:
        found[start] = Naming(start, end, min(first, start), end)
    naming = found[start]
    naming.widen(first, end)
    return naming
