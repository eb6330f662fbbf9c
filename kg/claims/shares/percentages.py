"""Percentages of a sentence that can be shares, fractions in words among them ("half of", "a third of")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from kg.claims.trade.kinds import is_target
from kg.claims.trade.scenes import Item, Scene, amount
from kg.model import Amount, Mention, Span

_FRACTION = re.compile(
    r"(?P<hedge>(?:nearly|almost|over|more than|about|around|roughly|some|approximately|less than|under|just over)\s+)?"
    r"(?P<part>half|(?:an?|one)[\s-](?:third|quarter|fifth|tenth)|two[\s-]thirds|three[\s-]quarters)(?=\s+of\s)",
    re.IGNORECASE,
)


_PARTS = {"half": "50", "third": "33.3", "quarter": "25", "fifth": "20", "tenth": "10", "thirds": "66.7", "quarters": "75"}


_HEDGES = {"nearly": "under", "almost": "under", "over": "over", "more": "over", "less": "under", "under": "under", "just": "over"}


def fractions(scene: Scene) -> Scene:
    """The scene with its "half of", "a third of" as percentages, printed to the nearest ten."""
    found = list(scene.amounts)
    for match in _FRACTION.finditer(scene.text):
        start, end = match.span("part")
        if any(item.start < end and start < item.end for item in (*scene.amounts, *scene.dates)) or re.search(
            r"\b(?:first|second|last|other)\s+$", scene.text[:start]
        ):
            continue
        span = Span(scene.start + start, scene.start + end, match["part"], scene.field)
        hedged = (match["hedge"] or "").split()
        value = Decimal(_PARTS[re.split(r"[\s-]", match["part"].lower())[-1]])
        read = Amount(span.text, value, "percent", decimals=-1, hedge=_HEDGES.get(hedged[0].lower(), "about") if hedged else "")
        found.append(Item(start, end, Mention("amount", span, span.text, span, value=read)))
    return replace(scene, amounts=tuple(sorted(found))) if len(found) > len(scene.amounts) else scene


_MOVED_AFTER = re.compile(r"\)?\s*(?:more|less|up|down|growth|increase|decrease|higher|lower|rise|drop|decline)\b")


def percent(scene: Scene, item: Item) -> bool:
    """Whether an amount can be a share: a percentage up to 100, no range, unsigned, not of a change, no aim."""
    value = amount(item)
    plain = value.unit == "percent" and 0 < value.value <= 100 and value.high is None and item.mention.span.text[0] not in "+-−–"
    return plain and not _MOVED_AFTER.match(scene.mask, item.end) and not is_target(scene, item)
