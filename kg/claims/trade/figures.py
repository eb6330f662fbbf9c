"""Figures: what each amount of a sentence says of which flow: a value, a change, or nothing of trade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.claims.trade.attachments import LISTED, attached, parallel
from kg.claims.trade.kinds import BY, EXCEEDED, MORE_THAN_FLOW, Kind, is_target, kind_of, previous
from kg.claims.trade.neighbours import local
from kg.claims.trade.parties import Context
from kg.claims.trade.phrases import Flow
from kg.claims.trade.scenes import Item, Scene, amount, opening
from kg.claims.trade.signs import moved_before, sign
from kg.claims.trade.terms import LEVEL
from kg.model import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount read: of which flow, as what, with its sign in `value`; `flow` has the parties meant here."""

    kind: Kind
    item: Item
    flow: Flow
    named: Flow  # the flow as its phrase gives it, before the words around the amount changed a party
    value: Decimal
    target: bool = False


_PLANNED = re.compile(
    r"\s+\w+\s+than\s+(?:was\s+|had\s+been\s+|initially\s+|originally\s+)?(?:plan|expect|forecast|target|predict|project|exports?\b|imports?\b"
    r"|(?:it|they)\b(?!\s+(?:was|were|had\s+been)\b)|what\b(?!\s+(?:was|were)\s+(?:recorded|registered|reported|seen|observed|achieved)\b))|\s+as\s+(?:much|many|large|high)\s+as\s+(?:it|they|what|its|exports?|imports?|the\s+plan)\b",
    re.IGNORECASE,
)


_EXPLAINED = re.compile(r"\b(?:such\s+as|due\s+to|because\s+of|attributed\s+to|owing\s+to|thanks\s+to|driven\s+by)\b", re.IGNORECASE)


def figures(scene: Scene, flows: Sequence[Flow], context: Context) -> list[Figure]:
    """The values and changes that a sentence prints of its flows, in their order."""
    found: list[Figure] = []
    zipped = parallel(scene, flows)
    for number, item in enumerate(scene.amounts):
        flow = zipped.get(number) or attached(scene, item, flows, context)
        if flow is None:
            continue
        kind = kind_of(scene, item, flow)
        if kind is None or (found and kind != "value" and found[-1].item is item):
            continue
        figure = _value(scene, item, flow, found) if kind == "value" else _change(scene, item, flow, kind, found)
        if figure is not None:
            found.append(figure if number not in zipped else replace(figure, flow=replace(figure.flow, partners=flow.partners)))
    return found


def _value(scene: Scene, item: Item, flow: Flow, found: Sequence[Figure]) -> Figure:
    number = amount(item).value
    meant = _inherited(scene, item, local(scene, item, flow), flow, found)
    if (kind := _balance(scene, item)) is not None:
        meant = replace(meant, kind=kind)
    if flow.kind == "balance" and re.search(r"\bnegative\b", scene.mask[max(0, flow.start - 12) : max(flow.end, item.start)]):
        number = -abs(number)
    elif flow.kind in ("deficit", "surplus"):
        number = abs(number)
    return Figure("value", item, meant, flow, number, is_target(scene, item))


def _balance(scene: Scene, item: Item) -> str | None:
    """ "Imports exceeded exports by A" is a deficit, "A in the black" a surplus."""
    before = scene.mask[opening(scene, item) : item.start]
    if EXCEEDED.search(before) and BY.search(before):
        sides = re.findall(r"export|import", before.lower())
        return None if len(sides) < 2 else "deficit" if sides[-2] == "import" else "surplus"
    if (than := MORE_THAN_FLOW.match(scene.mask, item.end)) is not None:
        return "deficit" if than["other"].lower().startswith("export") else "surplus"
    ledger = re.match(r"\s+in\s+the\s+(red|black)\b", scene.mask[item.end :])
    return None if ledger is None else "deficit" if ledger[1] == "red" else "surplus"


def _inherited(scene: Scene, item: Item, local: Flow, flow: Flow, found: Sequence[Figure]) -> Flow:
    """What the amount before said of the same flow: its goods, and, where the two are compared, its partner."""
    last = found[-1] if found and found[-1].named == flow else None
    if last is None:
        return local
    if local.product is None:
        local = replace(local, product=last.flow.product)
    compared = re.search(r"\b(?:from|against|versus|vs|compared|than|while|worth|valued)\b", scene.mask[last.item.end : item.start])
    return replace(local, partners=last.flow.partners) if compared and not local.partners else local


def _change(scene: Scene, item: Item, flow: Flow, kind: Kind, found: Sequence[Figure]) -> Figure | None:
    direction = sign(scene, item, kind)
    if direction == 0 or _PLANNED.match(scene.mask, item.end) or is_target(scene, item):
        return None
    if _EXPLAINED.search(scene.mask, flow.end, item.start) and not flow.start > item.start:
        return None
    number = abs(amount(item).value) * direction
    if kind == "percent" and LEVEL.match(scene.mask, item.end) and not moved_before(scene, item):
        number = amount(item).value - 100
    meant = local(scene, item, flow)
    if meant == flow and found and found[-1].named == flow:
        meant = found[-1].flow
    return Figure(kind, item, meant, flow, number)


def passage(scene: Scene, figure: Figure, until: int) -> Span:
    """The words that prove a figure: from its flow, or the amount before, to the amount and the date beside it."""
    item, named = figure.item, figure.named
    low = opening(scene, item)
    gap = scene.mask[low : item.start]
    if low and (gap.lstrip().startswith("(") or not gap.strip(" ,") or LISTED.fullmatch(gap)):
        low = opening(scene, previous(scene, item))
        if named.partners != figure.flow.partners:
            low = min(low, named.start)
    start = named.start if low <= named.start < item.start else low
    end = max(until, item.end, named.end if named.start > item.start else 0)
    return scene.span(start, end)
