"""Flows: who trades what with whom, one for each noun or verb of trade in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.claims.trade.listings import listed, sourced
from kg.claims.trade.phrases import ABROAD, LIST, PLACE, Flow, after, before, named_in, placed
from kg.claims.trade.products import product_before
from kg.claims.trade.scenes import A, P, Scene, amount
from kg.claims.trade.terms import FLOW, HEDGE, MOVE, NOT_BEFORE, VERB
from kg.claims.trade.verbs import told

_KIND = {
    "re-exports": "exports",
    "buyers": "exports",
    "suppliers": "imports",
    "both": "turnover",
    "partners": "turnover",
    "traded": "turnover",
    "investors": "investment",
    "ties": "turnover",
}


_SCARCE = frozenset("flows sales deliveries supplies shipments purchases".split())  # words of business too: only with a party


_BRIEF = {  # short verbs that are verbs of trade only with these words after them
    "took": re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}{A}+\s+of\s+{P}"),
    "put": re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}{A}+\s+into\s+{PLACE}{P}"),
}


_BRIEF |= {
    verb: re.compile(rf"\s+(?:[\w-]+\s+){{0,4}}{A}+\s+(?:on\s+(?:\w+ing\s+|imports\s+of\s+)?{P}+\s+[a-z]|(?:importing|buying|purchasing)\b)")
    for verb in ("spent", "spend", "spends")
}
_BRIEF |= {verb: re.compile(rf"\s+(?:in|to|into|in\s+to)\s+(?:the\s+)?{P}+\s+from\s+(?:the\s+)?{P}") for verb in ("brought", "came", "arrived")}
_BRIEF |= {"takes": _BRIEF["took"], "absorbed": _BRIEF["took"]}


_PART_OF = re.compile(rf"\bof\s+which\s+(?:the\s+)?{P}+\s+(?:\w+\s+)?$")  # "of which Malta bought A" is a part of the exports
_PRICE_OF = re.compile(r"\bprices?\s+(?:of|on|for)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NOUN_OF = re.compile(
    r"(?:export|import|supply|shipping|selling|buying|purchasing|delivery)\s+(?:dut|tariff|ban|control|licen|tax|quota|restrict|price|market|permit|lev[iy])",
    re.IGNORECASE,
)
_BALANCE_OF = re.compile(rf"\b(balance|surplus|deficit)\s+(?:of|in)\s+(?:{P}+['’]s?\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_NAMED = re.compile(rf"{P}\s+(?:also\s+|annually\s+)?$")
_ASIDE = re.compile(  # "the deficit with Malta, its largest trading partner, widened", "the gap — what it sells and buys — rose"
    rf",\s+(?:the|its|an?|their|one\s+of|{P}+['’]s?)\s[^,;:{A}]{{0,90}}?\b(?:partners?|destinations?|sources?|markets?|suppliers?|buyers?)\b[^,;:{A}]{{0,40}},"
    rf"|\s\((?:exports?|imports?)\s+(?:plus|and|\+)\s+(?:imports?|exports?)\)"
    rf"|\s(?:—|–|--?)\s[^—–;{A}]{{10,120}}?\s(?:—|–|--?)\s(?={MOVE.pattern})"
)
_SUBJECT = re.compile(rf"(?:{P}|\b(?:which|that|who|it|now|also|currently|annually))\s+$", re.IGNORECASE)
_SUM = re.compile(rf"\s+{HEDGE}{A}")
_THOSE = re.compile(rf"\b(?:those|that)\s+(?P<prep>to|from|with|of|in)\s+(?:the\s+)?(?P<p>{P}+)")


_COORDINATED = re.compile(rf"\s+(?P<prep>to|from)\s+and\s+(?P<noun>exports?|imports?)\s+(?:to|from)\s+(?:the\s+)?(?P<parties>{LIST})")


_PAIR = re.compile(r"\s*(?:,|,?\s+and)\s+(?:about\s+|nearly\s+|over\s+|some\s+)?")
_BOTH = re.compile(r"\b(?:total|combined|overall|aggregate)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:total|overall|all|foreign|external|worldwide|global|country['’]s)\s+(?:\w+\s+)?$|^(?:foreign|external|overall|total)\b", re.IGNORECASE
)


_MODAL = re.compile(r"\b(?:to|will|would|can|could|may|should|not)\s+$", re.IGNORECASE)


def flows(scene: Scene) -> list[Flow]:
    """The flows a sentence names, in its order."""
    found = list(_merged(scene, list(_nouns(scene))))
    found += _those(scene, found)
    taken = [(flow.start, flow.end) for flow in found]
    for match in VERB.finditer(scene.mask):
        if _PRICE_OF.search(scene.mask, max(0, match.start() - 40), match.start()):
            continue
        if _NOUN_OF.match(scene.mask, match.start()) or (match.lastgroup == "imports" and _PART_OF.search(scene.mask[: match.start()])):
            continue
        brief = _BRIEF.get(match.group().lower())
        if brief is not None and not brief.match(scene.mask, match.end()):
            continue
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(told(scene, match))
    found.sort(key=lambda flow: flow.start)
    asides = [match.span() for match in _ASIDE.finditer(scene.mask)]
    return [flow for flow in found if not any(start <= flow.start < end and any(one.start < start for one in found) for start, end in asides)]


def _merged(scene: Scene, found: Sequence[Flow]) -> Iterator[Flow]:
    """The nouns of a sentence, "imports and exports" with one amount for both as the turnover."""
    skipped = False
    for number, flow in enumerate(found):
        if skipped:
            skipped = False
            continue
        other = found[number + 1] if number + 1 < len(found) else None
        if other is not None and {flow.kind, other.kind} == {"exports", "imports"} and flow.end == other.start - 5 and _summed(scene, flow, other):
            skipped = True
            yield replace(other, kind="turnover", start=flow.start, reporter=flow.reporter or other.reporter, whole=not other.partners)
        else:
            yield flow


def _summed(scene: Scene, flow: Flow, other: Flow) -> bool:
    """Whether one amount stands for "exports and imports": no second one, no "respectively"."""
    amounts = [item for item in scene.amounts if item.start >= other.end]
    if not amounts or " and " not in scene.mask[flow.end - 1 : other.start + 1] or "respectively" in scene.text or flow.partners:
        return False
    pair = len(amounts) > 1 and _PAIR.fullmatch(scene.mask[amounts[0].end : amounts[1].start])
    apart = A in scene.mask[flow.start : other.start] or (
        amount(amounts[0]).unit in ("percent", "times") and not _BOTH.search(scene.mask[: flow.start])
    )
    return not pair and not apart and len(scene.mask[other.end : amounts[0].start]) < 40


def _nouns(scene: Scene) -> Iterator[Flow]:
    mask = scene.mask
    for match in FLOW.finditer(mask):
        kind = (match.lastgroup or "").replace("_", "-")
        refused = NOT_BEFORE.get(_KIND.get(kind, kind))
        if (
            _PRICE_OF.search(mask, max(0, match.start() - 40), match.start())
            or (refused is not None and refused.search(mask[max(0, match.start() - 40) : match.start()]))
            or _verbal(mask, match)
        ):
            continue
        if kind == "turnover" and (whose := _BALANCE_OF.search(mask[: match.start()])):
            kind = whose[1].lower()
        product = product_before(scene, match)
        flow = Flow(_KIND.get(kind, kind), match.start(), match.end(), product=product)
        flow = replace(flow, whole=bool(_WHOLE.search(mask[: match.start()]) or _WHOLE.search(match.group())))
        if match.group().lower().split()[-1] in _SCARCE:
            scarce = after(scene, before(scene, flow))
            if scarce.reporter or scarce.partners or scarce.same or ABROAD.match(mask, match.end()):
                yield scarce
            continue
        if kind in ("buyers", "partners", "suppliers", "investors"):
            yield listed(scene, flow, kind)
            continue
        coordinated = _COORDINATED.match(mask, match.end())
        if coordinated:
            partners = named_in(scene, coordinated.start("parties"), coordinated.end("parties"))
            yield before(scene, replace(flow, partners=partners, end=coordinated.start("noun") - 5))
        else:
            yield sourced(scene, after(scene, before(scene, flow)))


def _those(scene: Scene, found: list[Flow]) -> Iterator[Flow]:
    """ "Those to Germany" after "exports to Malta": the same flow with another party."""
    for match in _THOSE.finditer(scene.mask):
        last = next((flow for flow in reversed(found) if flow.end <= match.start()), None)
        if last is not None and not any(match.start() < flow.start < match.end() for flow in found):
            changed = placed(scene, replace(last, partners=(), start=match.start(), end=match.end()), match["prep"], match.start("p"), match.end("p"))
            yield changed if changed.partners else replace(changed, reporter=scene.party(match.start("p")), partners=last.partners)


def _verbal(mask: str, match: re.Match[str]) -> bool:
    """A verb that looks like a noun: "to export", "plans to trade"."""
    word, before = match.group().lower(), mask[max(0, match.start() - 24) : match.start()]
    if word in ("exports", "imports"):  # "Malta imports A of gas", "which exports A"
        return _SUBJECT.search(before) is not None and _SUM.match(mask, match.end()) is not None
    return (word in ("export", "import", "trade") and _MODAL.search(before) is not None) or (
        word in ("supplies", "purchases") and _NAMED.search(before) is not None
    )
