"""Concepts: the entry of our scheme of topics that a printed topic falls under."""

from __future__ import annotations

import re
from functools import cache

from kg.ontology.topics import labels

_TIES = r"(?:relations|cooperation|collaboration|partnership|ties|relationship|interaction|alliance|agenda)"
_BY_FORM = (  # what no label says: ties of two named states, the situation somewhere
    (
        re.compile(
            rf"[A-Z][\w.]+\s?[-–]\s?[A-Z]\w+\s+(?:[\w-]+\s+)?{_TIES}\b|\b{_TIES}\s+(?:between|with)\s+(?:the\s+(?:two|three)\s|(?:the\s+)?[A-Z])"
        ),
        "topic/bilateral-relations",
    ),
    (
        re.compile(r"\b(?:situation|developments?|crisis|conflict|war|tensions?|instability)\s+(?:in|around|on|over|along)\s"),
        "topic/regional-issues",
    ),
)


def concept(topic: str) -> str:
    """The key of the concept ("topic/energy") with the longest label that `topic` prints, else by its form, "" if none."""
    best = max(_pattern().finditer(_flat(topic)), key=lambda match: (len(match.group()), -match.start()), default=None)
    if best is not None:
        return labels()[best.group()]
    return next((key for form, key in _BY_FORM if form.search(topic)), "")


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("defense", "defence").split())


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(label) for label in labels()) + r")(?![\w-])")
