"""Kinds: whether an amount is a value of its flow, a change, a goal, or nothing of trade."""

from __future__ import annotations

import re
from typing import Literal

from kg.claims.trade.periods import COMPARED_WITH
from kg.claims.trade.phrases import Flow
from kg.claims.trade.scenes import A, D, Item, Scene, amount, opening
from kg.claims.trade.terms import HEDGE, MOVE, OTHER, OTHER_AFTER, PAST, TARGET

Kind = Literal["value", "percent", "times", "absolute"]


BY = re.compile(rf"\bby\s+{HEDGE}$", re.IGNORECASE)


_MOVED_OF = re.compile(
    rf"\b(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|reduction|surge|leap|contraction|improvement)s?\s+of\s+{HEDGE}$", re.IGNORECASE
)


_UPDOWN = re.compile(
    rf"(?:(?<!making )(?<!made )(?<!make )(?<!makes )\b(?:up|down)|\b(?:rose|fell|grew|increased|decreased|declined|dropped|jumped|climbed"
    rf"|surged|gained|added|lost|shed|plunged|widened|narrowed))\s+(?!to\b)(?:by\s+)?{HEDGE}$",
    re.IGNORECASE,
)


_THAN = re.compile(
    rf"\s+(?:more|less|lower|higher|fewer|greater|above|below|(?:up|down)(?!\s+from\s+{HEDGE}{A})|increase|decrease|growth|rise|drop|decline|short|smaller|larger)\b",
    re.IGNORECASE,
)


MORE_THAN_FLOW = re.compile(r"\s+(?:more|higher|greater|larger)\s+than\s+(?:its\s+|the\s+)?(?P<other>exports?|imports?)\b", re.IGNORECASE)


EXCEEDED = re.compile(
    r"\b(?:exceed(?:ed|s|ing)?|outstripp?(?:ed|s)|surpass(?:ed|es)|outpaced|outweigh(?:ed|s)?|topped|were\s+(?:higher|larger|greater)\s+than)\b",
    re.IGNORECASE,
)


_PHYSICAL = frozenset(
    "tonnes,barrels,barrels per day,cubic metres,cubic feet,kilowatt-hours,litres,kilograms,head,units,gallons,ounces,carats,square metres,TEU"
    ",bushels,bales,pieces,pairs,bottles,containers".split(",")
)
_COUNT = re.compile(
    r"\s+(?!(?:mark|to|in|from|for|over|during|with|and|or|of|on|at|against|compared|last|this|by|while|registered|recorded|reported|posted|seen|earned|achieved|worth|as|versus|up|down|a|per|annually"
    r"|each)\b)[a-z]"
)
_MEASURED = re.compile(r"\)?,?\s+(?:over|compared|than|against|more|less|higher|lower)\b")
_OR_BY = re.compile(r"\s*,?\s+or\s+(?:by\s+)?(?:\w+\s+)?|\s*\(\s*(?:or\s+)?by\s+")
_ECONOMY = re.compile(
    r"[;,]\s+(?:and\s+|while\s+|but\s+)?(?:[\w'’-]+\s+){0,3}(?:GDP|inflation|wages|salaries|budget|prices|output|production|debt|reserves|population)\b"
)
_QUALITY = re.compile(
    r"[\s-]+(?:(?:more|less)\s+\w+(?:ive|ient|ful|able|ible)|cheaper|faster|stronger|lighter|safer|cleaner)\b"
)  # of a thing, not a flow
_AT_HOME = re.compile(rf"[^.;]{{0,40}}?{A}+\s+(?:in|into)\s+(?:the|an?|its|their|this)\s+(?!country|republic|region|econom|local|national)\w")
_GIVEN = frozenset("received receives sent sends sending delivered delivers took takes brought arrived came".split())  # aid and loans too
_SOLD = re.compile(r"\b(?:goods|products|commodities|merchandise|exporters?|worth|valued|exports?|abroad|importing|buying|purchasing)\b")
_GOES_ON = re.compile(
    rf"\s+(?:mutual\s+|bilateral\s+|their\s+)?[\w-]*\s*(?:,\s*)?to\s+(?!reach|hit|total)|\s*(?:in\s+)?{D}*\s*(?:,|and|or)\s+(?:to\s+|by\s+)?$|\s*,\s+including\s+(?:\w+\s+)?$"
)
_NEXT_CLAUSE = re.compile(r"[,;]|\b(?:and|that|which|as|while|from|when)\b")
_DONE = re.compile(r"\b(?:grew|rose|climbed|fell|\w+ed)\s+$")  # "grew to reach"
_GROWTH = re.compile(r"\s+(?:increase|rise|growth|jump|gain|drop|fall|decline|surge)\b")
_AT_LAST = re.compile(rf"\s*(?:(?:in|during|over|for)\s+)?(?:the\s+)?{D}*\s*,?\s*to\s")  # "grew by A last year to reach"
_ASIDE = re.compile(r",\s+(?:which|while)\b")
_BY_DATE = re.compile(rf"\s+by\s+({D}+)")
_NOT = re.compile(
    rf"(?:\b(?:not|never|neither|nor|rather\s+than)|n['’]t)\s+(?!only\b|just\b|merely\b|less\b|more\b)(?:(?!and\b|but\b|or\b|which\b)[\w-]+\s+){{0,3}}?{HEDGE}$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:denied|denies|denying)\b(?:(?!,\s+(?:saying|noting|adding|but)\b|\bbut\b)[^.;])*$", re.IGNORECASE)
_COMPARES = re.compile(rf"\bthan\b|\bfrom\b|\byear\b|^\s+the\s+(?:{D}|[A-Z])")


def kind_of(scene: Scene, item: Item, flow: Flow) -> Kind | None:
    """What the amount is of its flow; None for prices, points, counts and what is no trade."""
    value = amount(item)
    if denied(scene, item):
        return None
    if value.unit in ("percent", "times"):
        if _QUALITY.match(scene.mask, item.end):
            return None
        if _ECONOMY.search(scene.mask, flow.end, item.start):
            return None
        return "percent" if value.unit == "percent" else "times"
    if value.unit == "percentage points" or (" per " in value.unit and value.unit != "barrels per day"):
        return None
    if not value.unit and _COUNT.match(scene.mask, item.end):
        return None  # "10 million jobs"
    parted = not value.unit and amount(previous(scene, item)).unit in _PHYSICAL
    if flow.verb and flow.kind != "investment" and value.unit not in _PHYSICAL and not parted and not _goods_sold(scene, item, flow):
        return None
    if flow.verb and flow.kind == "investment" and not flow.partners and _AT_HOME.match(scene.mask, flow.end):
        return None
    low = opening(scene, item)
    if OTHER_AFTER.match(scene.mask, item.end) or _other(scene, item, flow, low):
        return None
    before = scene.mask[low : item.start]
    if (EXCEEDED.search(before) and BY.search(before)) or MORE_THAN_FLOW.match(scene.mask, item.end):
        return "value"
    return "absolute" if _moved_by(scene, item, before) else "value"


def denied(scene: Scene, item: Item) -> bool:
    """Whether an amount is said not to hold: "was not A", "never grew to A", "denied that exports reached A"."""
    if _DENIED.search(scene.mask[: item.start]):
        return True
    bound = amount(item).hedge == "under"  # "did not reach A"
    return not bound and _NOT.search(scene.mask[opening(scene, item) : item.start]) is not None


def _moved_by(scene: Scene, item: Item, before: str) -> bool:
    """Whether an amount is how much a flow moved: "rose by A", "a drop of A", "up A", "12 percent, or A", "A more than"."""
    if _OR_BY.fullmatch(before) and amount(previous(scene, item)).unit in ("percent", "times"):
        return True
    if before.strip() == "(" and amount(previous(scene, item)).unit in ("percent", "times") and _MEASURED.match(scene.mask, item.end):
        return True
    if (BY.search(before) and MOVE.search(before)) or _MOVED_OF.search(before) or _UPDOWN.search(before):
        return True
    after = _THAN.match(scene.mask, item.end)
    return after is not None and _COMPARES.search(scene.mask[after.end() : after.end() + 12] + " ") is not None


def _goods_sold(scene: Scene, item: Item, flow: Flow) -> bool:
    """Whether a verb of trade has goods or a partner: "received $5 million" alone is no import."""
    if scene.mask[flow.start : flow.end].lower() in _GIVEN:
        return bool(flow.product or _SOLD.search(scene.mask[flow.end : item.end + 24]))
    around = scene.mask[max(0, min(flow.start, item.start) - 16) : item.end + 40]
    return bool(flow.product or flow.partners or flow.same or amount(previous(scene, item)).unit in _PHYSICAL or _SOLD.search(around))


def previous(scene: Scene, item: Item) -> Item:
    return next((one for one in reversed(scene.amounts) if one.end <= item.start), item)


def _other(scene: Scene, item: Item, flow: Flow, low: int) -> bool:
    """Whether the words between flow and amount turn to something that is no trade."""
    if flow.start > item.start:
        return bool(OTHER.search(scene.mask[low : item.start]))
    return bool(OTHER.search(scene.mask[max(low, flow.end) : item.start])) or bool(
        OTHER.search(scene.mask[flow.end : flow.end + 25]) and flow.kind == "imports" and "tariff" in scene.text
    )


def _done(scene: Scene, before: str, low: int) -> bool:
    """Whether "to reach A" tells how far something has come: "grew to reach", "a 5 percent growth in exports to reach"."""
    return _DONE.search(before) is not None or (_GROWTH.match(before) is not None and TARGET.search(scene.mask[:low]) is None)


def is_target(scene: Scene, item: Item) -> bool:
    """Whether an amount is a goal: the last verb before it looks ahead, or a later year follows."""
    low = opening(scene, item)
    before = scene.mask[low : item.start]
    if COMPARED_WITH.search(before):
        return False
    if _GOES_ON.match(before) and not MOVE.search(before) and previous(scene, item) is not item and is_target(scene, previous(scene, item)):
        return True
    cues = [cue for cue in TARGET.finditer(before) if not (cue.group().startswith("to ") and _done(scene, before[: cue.start()], low))]
    if cues and not (low and len(cues) == 1 and _AT_LAST.match(before)):
        past, tail = list(PAST.finditer(before)), before[cues[-1].end() :]
        if not past or past[-1].start() < cues[-1].start() or not _NEXT_CLAUSE.search(tail):
            return not _ASIDE.search(tail)
    ahead = _BY_DATE.match(scene.mask, item.end)
    year = re.search(r"\d{4}", scene.text[ahead.start(1) : ahead.end(1)]) if ahead else None
    return year is not None and scene.published is not None and int(year.group()) > scene.published.year
