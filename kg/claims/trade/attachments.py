"""Attachments: which flow each amount of a sentence belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.claims.trade.parties import Context
from kg.claims.trade.phrases import Flow
from kg.claims.trade.scenes import A, D, Item, P, Scene, amount
from kg.claims.trade.terms import MOVE

LISTED = re.compile(r"\s*(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:about\s+|nearly\s+|over\s+|some\s+)?$")


def attached(scene: Scene, item: Item, flows: Sequence[Flow], context: Context) -> Flow | None:
    """The flow an amount belongs to: "A of FLOW" after it, else the last before it, else one later, else the context's."""
    later = next((flow for flow in flows if flow.start >= item.end), None)
    before = [flow for flow in flows if flow.start < item.start]
    destined = before and _DESTINED.search(scene.mask, before[-1].start, item.start)
    if destined and later is not None and later.kind == "imports" and later.reporter in (None, before[-1].reporter):
        return before[-1]  # "Malta's top export destination was Norway with A worth of imports"
    if later is not None and _leads_to(scene, item, later) and not (later.kind == "turnover" and before and _fresh(scene, before[-1], item)):
        return later
    if before:
        return before[-1] if not before[-1].verb or _reaches(scene, before[-1], item) else None
    if flows:
        part = context.flow is not None and context.age <= 1 and _PART_OF.search(scene.mask, item.end, flows[0].start)
        if part and (whole := _anaphoric(scene, context)) is not None:
            return whole
        return flows[0] if _CATAPHOR.search(scene.mask[: item.start]) else None
    return _anaphoric(scene, context) if context.flow is not None and context.age <= 1 else None


def _fresh(scene: Scene, flow: Flow, item: Item) -> bool:
    """Whether exports or imports still wait for their amount: "imports stood at A in trade with Malta"."""
    return flow.kind in ("exports", "imports") and not flow.verb and A not in scene.mask[flow.end : item.start]


def _leads_to(scene: Scene, item: Item, flow: Flow) -> bool:
    """Whether the words from an amount run into a flow: "A of foreign investment", "A trade surplus", "A rise in exports"."""
    between = _CONVERTED.sub("", scene.mask[item.end : flow.start])
    if scene.mask[flow.start : flow.end].endswith("traded"):
        return True
    if flow.verb:
        return _PASSIVE.fullmatch(between) is not None or (scene.mask[flow.start : flow.end] in _ARRIVALS and _GOODS.fullmatch(between) is not None)
    if _DIRECT.fullmatch(between):
        return MOVE.search(between) is None
    if flow.kind in ("exports", "imports") and _COPULA.fullmatch(between) and _OF_WHICH.search(scene.mask[: item.start]):
        return True
    goal = flow.kind == "turnover" and _GOAL.match(scene.mask, flow.end) is not None  # "the A trade target"
    noun = (goal or flow.kind in ("surplus", "deficit", "investment", "balance")) and _NOUN.fullmatch(between) is not None
    return noun or _RISE_IN.fullmatch(between) is not None


def _reaches(scene: Scene, flow: Flow, item: Item) -> bool:
    """Whether a verb still speaks of an amount: no other clause between them."""
    between = scene.mask[flow.end : item.start]
    if amount(item).unit == "percent" and (marked := _MARKED.search(between)) is not None:
        between = between[: marked.start()]  # "sold A, which was a B percent drop"
    return _CLAUSE.search(between) is None or _OF_WHICH.search(between) is not None


_DIRECT = re.compile(rf"\)?\s+(?:worth\s+)?(?:of|in|from|through|on|for)\s+(?:(?!and\b|that\b|which\b|while\b|but\b)[\w'’{P}-]+\s+){{0,4}}")
_CONVERTED = re.compile(rf"^\s*\({A}+\)|^\)")  # "a A (B) deficit"
_DESTINED = re.compile(r"export\s+(?:destinations?|markets?)\b")
_GOAL = re.compile(r"\s+(?:target|goal)\b")
_COPULA = re.compile(rf"\s+(?:is|are|was|were|(?:came|come|comes)\s+from|represents?|constitutes?)\s+(?:the\s+|its\s+)?(?:{P}+(?:['’]s?)?\s+)?")
_NOUN = re.compile(rf"[\s-]+(?:(?!with\b|and\b|an?\b|the\b|against\b|as\b|while\b)[\w{P}-]+\s+){{0,2}}")
_PASSIVE = re.compile(rf"\s+(?:worth\s+)?(?:of\s+)?(?:[\w'’{P}-]+\s+|{A}+\s+){{0,6}}(?:was|were|has\s+been|have\s+been|had\s+been)\s+")
_ARRIVALS = frozenset(("came", "arrived"))
_GOODS = re.compile(r"\s+of\s+(?:[\w-]+\s+){1,4}")
_RISE_IN = re.compile(
    rf"[\s-]+(?:\w+\s+)?(?:increase|rise|growth|jump|drop|fall|decline|decrease|reduction|surge)\s+(?:(?:was|were|has\s+been)\s+\w+ed\s+|(?:was\s+)?seen\s+)?(?:in|of)\s+(?:the\s+(?:value|volume|amount)\s+of\s+)?(?:[\w'’{P}-]+\s+){{0,3}}"
)
_CATAPHOR = re.compile(r"\b(?:it|they|the\s+figure|the\s+volume|goods|products)\s+(?:\w+\s+){1,3}$", re.IGNORECASE)
_CLAUSE = re.compile(r",\s+(?:which|who|where|that|while|but)\b|;|\bsaid\b|\bto\s+(?:repay|build|finance|fund)\b")
_OF_WHICH = re.compile(r",\s+of\s+which\b|,\s+which\s+is\b")
_PART_OF = re.compile(r"\b(?:including|of\s+which|with)\b")
_MARKED = re.compile(r",\s+which\s+(?:is|was|mark(?:s|ed)|represent(?:s|ed)|mean[st]|constitute[sd])\s+(?:an?\s+)?(?:\w+\s+)?$")
_ANAPHOR = re.compile(
    rf"^\W*(?:[^.;,:]{{1,60}}?\s(?:said|noted|added|recalled|stressed|explained|pointed\s+out),?\s+(?:that\s+)?)?(?:(?:meanwhile|however|thus|moreover|in\s+turn|at\s+the\s+same\s+time|{D}+|compared\s+(?:with|to)\s+(?:the\s+)?{D}+|(?:in|for"
    rf"|during|over)\s+(?:the\s+)?{D}+)[\s,]*){{0,2}}"
    r"(?P<word>of\s+(?:this|that|these|them|it|which)\b|the\s+(?:figures?|latter|former|indicators?|volumes?|amount|total|growth|increase|gap|shortfall|imbalance"
    r"|decline|number|sum|result|rise|value|goal|target|aim|objective|task|potential|same\s+(?:figure|indicator|value))|it|this|that|they|those(?=\s+(?:to|from|with)\b)"
    r"|these|which|growth|year-on-year)\b",
    re.IGNORECASE,
)


def _anaphoric(scene: Scene, context: Context) -> Flow | None:
    match = _ANAPHOR.match(scene.mask)
    if match is None or context.flow is None:
        return None
    word = match["word"].lower()
    chosen = context.flows[0] if word.endswith("former") and context.flows else context.flows[-1] if context.flows else context.flow
    return replace(chosen, start=0, end=0)


_WITH = re.compile(rf"(?P<p>{P}+)\s*(?:\(|\s+with)\s*(?:[a-z]+\s+){{0,2}}$")
_LISTS = re.compile(r"\s*(?:,|;|and\b)")
_OF_FLOW = re.compile(r"\s+(?:worth\s+)?(?:of|in)\s+(?:[\w-]+\s+){0,2}$")


def _ahead(scene: Scene, flows: Sequence[Flow]) -> dict[int, Flow]:
    """A list before its flow: "Italy with A, Malta with B and Norway with C of imports from Iran": each names its reporter."""
    found: dict[int, Flow] = {}
    for flow in flows:
        if flow.kind not in ("exports", "imports") or not flow.partners or flow.verb:
            continue
        last = next((number for number, item in reversed(list(enumerate(scene.amounts))) if item.end <= flow.start), None)
        if last is None or not _OF_FLOW.fullmatch(scene.mask[scene.amounts[last].end : flow.start]):
            continue
        for number in range(last, -1, -1):
            item = scene.amounts[number]
            low = scene.amounts[number - 1].end if number else 0
            named = _WITH.search(scene.mask, low, item.start)
            party = scene.party(named.start("p")) if named else None
            if party is None or (number < last and not _LISTS.match(scene.mask, item.end)):
                break
            found[number] = replace(flow, reporter=party)
    return found if len(found) > 1 else {}


_SUBJECTS = re.compile(rf"(?P<list>{P}+(?:\s*,\s*(?:the\s+)?{P}+)*\s*,?\s+and\s+(?:the\s+)?{P}+)\s+(?:(?:have|had|also|each)\s+)*$")


def _respective(scene: Scene, flows: Sequence[Flow]) -> dict[int, Flow]:
    """ "Italy and Malta sold A and B to Norway, respectively": each with its own amount."""
    found: dict[int, Flow] = {}
    for flow in flows if "respectively" in scene.text else ():
        subjects = _SUBJECTS.search(scene.mask[: flow.start]) if flow.verb else None
        parties = [item.mention for item in scene.parties if subjects and subjects.start() <= item.start < subjects.end()]
        amounts = [number for number, item in enumerate(scene.amounts) if item.start >= flow.end][: len(parties)]
        gaps = [scene.mask[scene.amounts[a].end : scene.amounts[b].start] for a, b in pairwise(amounts)]
        if len(amounts) == len(parties) > 1 and all(LISTED.fullmatch(gap) for gap in gaps):
            found |= {number: replace(flow, reporter=party) for number, party in zip(amounts, parties, strict=True)}
    return found


def parallel(scene: Scene, flows: Sequence[Flow]) -> dict[int, Flow]:
    """Amounts in a row against as many flows or partners in a row: "exports and imports were A and A", "with B and C came to A and A"."""
    found: dict[int, Flow] = _ahead(scene, flows) | _respective(scene, flows)
    rows: list[list[int]] = []
    for number, item in enumerate(scene.amounts):
        if number and rows and LISTED.fullmatch(scene.mask[scene.amounts[number - 1].end : item.start]):
            rows[-1].append(number)
        else:
            rows.append([number])
    for row in rows:
        start = scene.amounts[row[0]].start
        before = [flow for flow in flows if flow.start < start and not flow.verb][-len(row) :]
        if (
            len(row) < 2
            or not before
            or (any(amount(scene.amounts[number]).unit in ("percent", "times") for number in row) and "respectively" not in scene.text)
        ):
            continue
        partners = before[-1].partners
        if len(partners) == len(row) and not before[-1].symmetric:
            found |= {number: replace(before[-1], partners=(partner,)) for number, partner in zip(row, partners, strict=True)}
        elif len(before) == len(row) and not re.search(A, scene.mask[before[0].start : start]):
            found |= dict(zip(row, before, strict=True))
    return found
