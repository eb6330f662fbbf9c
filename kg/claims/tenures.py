"""Tenures: persons in posts of states and organisations, as the titles printed beside their names say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Claim, Filler, Mention, Reading, Span, Title

_JOINTS = re.compile(r"^(?:(?:of|for|to|at|in|and|the|,|’s|'s)\b\s*|,\s*|[’']s\s+)+|(?:\s*,|\s+(?:of|for|to|at|in|and|the))+$")


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim for each person, post and body served; the first place in the article that says so is its evidence."""
    made: set[tuple[object, ...]] = set()
    for mention in reading.mentions:
        if mention.kind != "person":
            continue
        person = reading.links.of(mention)[0]
        for title in mention.titles:
            post = name(reading, title)
            key = (person, post.casefold(), tuple(one.ref or one.name for one in title.of), title.status)
            if post and key not in made:
                made.add(key)
                yield _claim(mention, title, post)


def name(reading: Reading, title: Title) -> str:
    """The post without the states and bodies printed inside it."""
    text = title.post.text
    inside = [one.head for one in (*title.of, *title.to) if title.post.covers(one.head)]
    for span in sorted(inside, key=lambda one: -one.start):
        if span == title.post:
            continue
        start, end = span.start - title.post.start, span.end - title.post.start
        text = f"{_close(text[:start])} {_JOINTS.sub('', text[end:].lstrip())}"
    return " ".join(text.split())


def _close(left: str) -> str:
    """Drop the "of the" that led to a party."""
    return re.sub(r"\s+(?:of|for|to)?\s*(?:the)?\s*$", " ", left, count=1)


def _claim(mention: Mention, title: Title, post: str) -> Claim:
    fillers = [Filler("person", mention), Filler("post", Mention("post", title.post, post, title.post))]
    fillers += [Filler("of", one) for one in title.of[:1]] + [Filler("to", one) for one in title.to[:1]]
    return Claim("tenure", tuple(fillers), (("status", title.status),), (_evidence(mention, title),), title.rule)


def _evidence(mention: Mention, title: Title) -> Span:
    return mention.span if mention.span.covers(title.post) else title.post
