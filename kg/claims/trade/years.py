"""Years: fiscal years, in the months of the state they are of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.claims.trade.periods import CARDINALS, Span, Stamp, month
from kg.claims.trade.phrases import Flow
from kg.claims.trade.scenes import Scene
from kg.claims.trade.terms import CURRENT, FISCAL
from kg.model import When

# First month of the fiscal year; it is named after the year it ends in, Japan's after the one it begins in.
_FISCAL_START = {
    "IND": 4,
    "JPN": 4,
    "GBR": 4,
    "PAK": 7,
    "BGD": 7,
    "EGY": 7,
    "NPL": 7,
    "AUS": 7,
    "ETH": 7,
    "KEN": 7,
    "UGA": 7,
    "TZA": 7,
    "USA": 10,
    "THA": 10,
    "MMR": 4,
}


_FIRST_PART = re.compile(r"first\s+(?:(?P<count>\w+)\s+)?(?P<unit>months?|half|quarter)\s+of\b", re.IGNORECASE)


_MONTHS_OF = re.compile(r"\b(?P<count>\w+)\s+(?P<unit>months)\s+of\s+(?:the\s+)?(?:FY\s*)?$", re.IGNORECASE)


def fiscal(scene: Scene, dates: Sequence[Stamp], flow: Flow) -> list[Stamp]:
    """The dates of a sentence, fiscal years ("FY 2022-23" of India, "the last fiscal") in the months of the state they are of."""
    states = [one.ref.removeprefix("state/") for one in (flow.reporter, flow.partner) if one is not None]
    state = next((one for one in states if one in _FISCAL_START), "")
    return [replace(stamp, span=_fiscal_year(scene, stamp, state)) for stamp in dates] if state else list(dates)


def _fiscal_year(scene: Scene, stamp: Stamp, state: str) -> Span:
    span, mention = stamp.span, stamp.span.mention
    if mention is None:
        return span
    value, text = mention.value, mention.span.text
    around = scene.text[max(0, stamp.start - 16) : stamp.end + 16].replace("FY", "FY ")
    if not (FISCAL.search(around) or re.fullmatch(r"\d{4}[-/]\d\d", text)):
        return span
    if isinstance(value, When) and len(value.start) == 4:
        first = int(value.start) - (value.start == value.end and state != "JPN")
    elif value is None and FISCAL.search(text) and not stamp.base and scene.published:  # the one that runs, or the last to have ended
        running = scene.published.year - (scene.published.month < _FISCAL_START[state])
        first = running - (CURRENT.search(text) is None)
    else:
        return span
    part, count = _FIRST_PART.search(text) or _MONTHS_OF.search(scene.text[: stamp.start]), 12
    if part is not None:
        printed = (part["count"] or "1").lower()
        count = {"half": 6, "quarter": 3}.get(part["unit"].lower()) or CARDINALS.get(printed) or (int(printed) if printed.isdigit() else 12)
    start = first * 12 + _FISCAL_START[state] - 1
    return replace(span, start=month(start), end=month(start + count - 1), basis=span.basis or "relative")
