"""Concepts: the entry of our scheme of topics that a printed topic falls under."""

from __future__ import annotations

import re
from functools import cache

from kg.ontology.topics import labels


def concept(topic: str) -> str:
    """The key of the concept ("topic/energy") with the longest label that `topic` prints, "" if none."""
    found = _pattern().search(_flat(topic))
    best = max((match for match in _pattern().finditer(_flat(topic))), key=lambda match: (len(match.group()), -match.start()), default=found)
    return dict(labels()).get(best.group(), "") if best else ""


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("defense", "defence").split())


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(label) for label, _ in labels()) + r")(?![\w-])")
