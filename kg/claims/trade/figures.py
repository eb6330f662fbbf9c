"""Figures: what each amount of a sentence says of which flow: a value, a change, or nothing of trade."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from kg.claims.trade.flows import Flow, _product_at, _verb_phrase, _with, goods
from kg.claims.trade.parties import Context, same
from kg.claims.trade.periods import COMPARED_WITH
from kg.claims.trade.scenes import A, D, P, Item, Scene, amount
from kg.claims.trade.terms import DIRECTION, LEVEL, MOVE, NEGATED, OTHER, OTHER_AFTER, PAST, SHARE, TARGET
from kg.model import Mention, Span

Kind = Literal["value", "percent", "times", "absolute"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount read: of which flow, as what, with its sign in `value`; `flow` has the parties meant here."""

    kind: Kind
    item: Item
    flow: Flow
    named: Flow  # the flow as its phrase gives it, before the words around the amount changed a party
    value: Decimal
    target: bool = False


_HEDGE = (
    r"(?:(?:about|around|roughly|approximately|some|nearly|almost|over|more\s+than|less\s+than|just|close\s+to|at\s+least|under|up|an?"
    r"|the|as\s+much\s+as|slightly|well|only)\s+)*"
)
_BY = re.compile(rf"\bby\s+{_HEDGE}$", re.IGNORECASE)
_MOVED_OF = re.compile(
    rf"\b(?:increase|rise|growth|jump|gain|drop|fall|decline|decrease|reduction|surge|leap|contraction|improvement)\s+of\s+{_HEDGE}$", re.IGNORECASE
)
_UPDOWN = re.compile(
    rf"(?:(?<!making )(?<!made )(?<!make )(?<!makes )\b(?:up|down)|\b(?:rose|fell|grew|increased|decreased|declined|dropped|jumped|climbed"
    rf"|surged|gained|lost|shed|plunged|widened|narrowed))\s+(?!to\b)(?:by\s+)?{_HEDGE}$",
    re.IGNORECASE,
)
_THAN = re.compile(
    r"\s+(?:more|less|lower|higher|fewer|greater|above|below|up|down|increase|decrease|growth|rise|drop|decline|short|smaller|larger)\b",
    re.IGNORECASE,
)
_AFTER_MOVE = re.compile(
    r"\s*-?\s*(?:points?\s+)?(?:(?:year[-\s]on[-\s]year|yoy|annual|sharp|steep|average)\s+)?(?P<word>more|less|lower|higher|fewer|greater"
    r"|above|below|up|down|smaller|larger|bigger|increase|decrease"
    r"|growth|rise|drop|decline|jump|fall|surge|gain|reduction|slump|contraction|plunge|hike|leap|upturn|downturn|short|lag|ahead|as\s+much"
    r"|as\s+large|as\s+high|as\s+many)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\s+\w+\s+than\s+(?:was\s+|had\s+been\s+|initially\s+|originally\s+)?(?:plan|expect|forecast|target|predict|project|exports?\b|imports?\b"
    r"|it\b|they\b|what\b)|\s+as\s+(?:much|many|large|high)\s+as\s+(?:it|they|what|its|exports?|imports?|the\s+plan)\b",
    re.IGNORECASE,
)
_MORE_THAN_FLOW = re.compile(r"\s+(?:more|higher|greater|larger)\s+than\s+(?:its\s+|the\s+)?(?P<other>exports?|imports?)\b", re.IGNORECASE)
_EXCEEDED = re.compile(r"\b(?:exceed(?:ed|s|ing)?|outstripped|surpassed|outpaced|were\s+(?:higher|larger|greater)\s+than)\b", re.IGNORECASE)
_TO = re.compile(rf"\bto\s+{_HEDGE}$", re.IGNORECASE)
_LISTED = re.compile(r"\s*(?:,|,?\s+and|,?\s+as\s+well\s+as)\s+(?:about\s+|nearly\s+|over\s+|some\s+)?$")
_PHYSICAL = ("tonnes", "barrels", "barrels per day", "cubic metres", "kilowatt-hours", "litres", "kilograms", "cubic feet", "head", "units", "gallons", "ounces", "carats", "square metres", "TEU", "bushels", "bales", "pieces", "pairs", "bottles", "containers")  # fmt: skip


# "including oil ($5 billion), natural gas ($3 billion)", "fish: $300 million; machinery: $200 million"
_GOODS = re.compile(r"(?:\bincluding|\bwere|\bwas|\bnamely|,|;|:|\band)\s+(?P<goods>[a-z][a-z-]+(?:\s+(?:and\s+)?[a-z][a-z-]+){0,2})\s*[(:]\s*$")


def figures(scene: Scene, flows: Sequence[Flow], context: Context) -> list[Figure]:
    """The values and changes that a sentence prints of its flows, in their order."""
    found: list[Figure] = []
    zipped = _parallel(scene, flows)
    for number, item in enumerate(scene.amounts):
        flow = zipped.get(number) or _flow_of(scene, item, flows, context)
        if flow is None:
            continue
        kind = _kind(scene, item, flow)
        if kind is None or (found and kind != "value" and found[-1].item is item):
            continue
        figure = _value(scene, item, flow, found) if kind == "value" else _change(scene, item, flow, kind, found)
        if figure is not None:
            found.append(figure if number not in zipped else replace(figure, flow=replace(figure.flow, partners=flow.partners)))
    return found


def _before(scene: Scene, item: Item) -> int:
    """Where the words before an amount begin that can speak of it: after the amount before, or a semicolon."""
    previous = max((other.end for other in scene.amounts if other.end <= item.start), default=0)
    return max(previous, scene.mask.rfind(";", 0, item.start) + 1)


def _flow_of(scene: Scene, item: Item, flows: Sequence[Flow], context: Context) -> Flow | None:
    """The flow an amount belongs to: "A of FLOW" after it, else the last before it, else one later, else the context's."""
    for flow in flows:
        if flow.start >= item.end:
            between = scene.mask[item.end : flow.start]
            direct = re.fullmatch(rf"\)?\s+(?:(?:worth\s+)?(?:of|in|from|through|on|for)\s+)(?:[\w'’{P}-]+\s+){{0,4}}", between)
            noun = flow.kind in ("surplus", "deficit", "investment", "balance") and re.fullmatch(
                rf"[\s-]+(?:(?!with\b|and\b|an?\b|the\b|against\b|as\b|while\b)[\w{P}-]+\s+){{0,2}}", between
            )
            if scene.mask[flow.start : flow.end].endswith("traded"):
                return flow
            passive = flow.verb and re.fullmatch(
                r"\s+(?:worth\s+)?(?:of\s+)?(?:[\w'’" + P + r"-]+\s+){0,5}(?:was|were|has\s+been|have\s+been|had\s+been)\s+", between
            )
            rising = re.fullmatch(
                r"[\s-]+(?:\w+\s+)?(?:increase|rise|growth|jump|drop|fall|decline|decrease|reduction|surge)\s+(?:in|of)\s+(?:[\w'’"
                + P
                + r"-]+\s+){0,3}",
                between,
            )
            if passive or ((direct or noun or rising) and not MOVE.search(between if direct else "") and not flow.verb):
                return flow
            break
    before = [flow for flow in flows if flow.start < item.start]
    if before:
        return before[-1] if not before[-1].verb or _reaches(scene, before[-1], item) else None
    if flows:
        pronoun = re.search(r"\b(?:it|they|the\s+figure|the\s+volume|goods|products)\s+(?:\w+\s+){1,3}$", scene.mask[: item.start], re.IGNORECASE)
        return flows[0] if pronoun else None
    if context.flow is not None and context.age <= 1:
        return _anaphoric(scene, context)
    return None


def _reaches(scene: Scene, flow: Flow, item: Item) -> bool:
    """Whether a verb still speaks of an amount: no other clause between them."""
    return re.search(
        r",\s+(?:which|who|where|that|while|but)\b|;|\bsaid\b|\bto\s+(?:repay|build|finance|fund)\b", scene.mask[flow.end : item.start]
    ) is None or bool(re.search(r",\s+of\s+which\b|,\s+which\s+is\b", scene.mask[flow.end : item.start]))


_ANAPHOR = re.compile(
    rf"^\W*(?:(?:meanwhile|however|thus|moreover|in\s+turn|at\s+the\s+same\s+time|{D}+|compared\s+(?:with|to)\s+(?:the\s+)?{D}+|(?:in|for"
    rf"|during|over)\s+(?:the\s+)?{D}+)[\s,]*){{0,2}}"
    r"(?P<word>of\s+(?:this|that|these|them|it|which)\b|the\s+(?:figures?|latter|former|indicators?|volumes?|amount|total|growth|increase"
    r"|decline|number|sum|result|rise|value)|it|this|that|they"
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


def _parallel(scene: Scene, flows: Sequence[Flow]) -> dict[int, Flow]:
    """Amounts in a row against as many flows or partners in a row: "exports and imports were A and A", "with B and C came to A and A"."""
    found: dict[int, Flow] = {}
    rows: list[list[int]] = []
    for number, item in enumerate(scene.amounts):
        if number and rows and _LISTED.fullmatch(scene.mask[scene.amounts[number - 1].end : item.start]):
            rows[-1].append(number)
        else:
            rows.append([number])
    for row in rows:
        start = scene.amounts[row[0]].start
        before = [flow for flow in flows if flow.start < start and not flow.verb][-len(row) :]
        if len(row) < 2 or not before or any(amount(scene.amounts[number]).unit in ("percent", "times") for number in row):
            continue
        partners = before[-1].partners
        if len(partners) == len(row) and not before[-1].symmetric:
            found |= {number: replace(before[-1], partners=(partner,)) for number, partner in zip(row, partners, strict=True)}
        elif len(before) == len(row) and not re.search(A, scene.mask[before[0].start : start]):
            found |= dict(zip(row, before, strict=True))
    return found


def _kind(scene: Scene, item: Item, flow: Flow) -> Kind | None:
    value = amount(item)
    if value.unit == "percent":
        return "percent"
    if value.unit == "times":
        return "times"
    if value.unit == "percentage points" or (" per " in value.unit and value.unit != "barrels per day"):
        return None
    low = _before(scene, item)
    before = scene.mask[low : item.start]
    if not value.unit and re.match(
        r"\s+(?!mark\b|to\b|in\b|from\b|for\b|over\b|during\b|with\b|and\b|or\b|of\b|on\b|at\b|against\b|compared\b|last\b|this\b|by\b|while\b"
        r"|worth\b)[a-z]",
        scene.mask[item.end :],
    ):
        return None  # a count of something else: "10 million jobs"
    if flow.verb and flow.kind != "investment" and value.unit not in _PHYSICAL and not _goods_sold(scene, item, flow):
        return None
    if OTHER_AFTER.match(scene.mask, item.end) or _other(scene, item, flow, low):
        return None
    if (_EXCEEDED.search(before) and _BY.search(before)) or _MORE_THAN_FLOW.match(scene.mask, item.end):
        return "value"
    after = _THAN.match(scene.mask, item.end)
    if (
        low
        and re.fullmatch(r"\s*,?\s+or\s+(?:by\s+)?(?:\w+\s+)?|\s*\(\s*(?:or\s+)?by\s+", before)
        and amount(_previous(scene, item)).unit in ("percent", "times")
    ):
        return "absolute"
    if (_BY.search(before) and MOVE.search(before)) or _MOVED_OF.search(before) or _UPDOWN.search(before):
        return "absolute" if value.unit not in _PHYSICAL or _BY.search(before) or _UPDOWN.search(before) else "absolute"
    return "absolute" if after and re.search(r"\bthan\b|\bfrom\b|\byear\b", scene.mask[after.end() : after.end() + 12] + " ") else "value"


def _goods_sold(scene: Scene, item: Item, flow: Flow) -> bool:
    """Whether a verb of trade has goods or a partner: "received $5 million" alone is no import."""
    around = scene.mask[max(0, min(flow.start, item.start) - 16) : item.end + 40]
    return bool(
        flow.product
        or flow.partners
        or flow.same
        or re.search(r"\b(?:goods|products|commodities|merchandise|exporters?|worth|valued|exports?|abroad)\b", around)
    )


def _previous(scene: Scene, item: Item) -> Item:
    return next((one for one in reversed(scene.amounts) if one.end <= item.start), item)


def _other(scene: Scene, item: Item, flow: Flow, low: int) -> bool:
    """Whether the words between flow and amount turn to something that is no trade."""
    if flow.start > item.start:
        return bool(OTHER.search(scene.mask[low : item.start]))
    return bool(OTHER.search(scene.mask[max(low, flow.end) : item.start])) or bool(
        OTHER.search(scene.mask[flow.end : flow.end + 25]) and flow.kind == "imports" and "tariff" in scene.text
    )


def _target(scene: Scene, item: Item) -> bool:
    """Whether an amount is a goal: the last verb before it looks ahead."""
    before = scene.mask[_before(scene, item) : item.start]
    if COMPARED_WITH.search(before):
        return False
    if re.match(
        r"\s+(?:mutual\s+|bilateral\s+|their\s+)?[\w-]*\s*(?:,\s*)?to\s+(?!reach|hit|total)|\s*(?:in\s+)?"
        + D
        + r"*\s*(?:,|and|or)\s+(?:to\s+|by\s+)?$",
        before,
    ) and not MOVE.search(before):
        index = scene.amounts.index(item)
        if index and _target(scene, scene.amounts[index - 1]):
            return True
    cues = list(TARGET.finditer(before))
    if cues and not (cues[0].start() <= 2 and before.lstrip().startswith("to ") and _before(scene, item) > 0):
        past = list(PAST.finditer(before))
        tail = before[cues[-1].end() :]
        if not past or past[-1].start() < cues[-1].start() or not re.search(r"[,;]|\b(?:and|that|which|as|while|from|when)\b", tail):
            return not re.search(r",\s+(?:which|while)\b", tail)
    ahead = re.compile(rf"\s+by\s+({D}+)").match(scene.mask, item.end)
    if ahead and scene.published:
        year = re.search(r"\d{4}", scene.text[ahead.start(1) : ahead.end(1)])
        return bool(year) and int(year.group()) > scene.published.year  # type: ignore[union-attr]
    return False


def _value(scene: Scene, item: Item, flow: Flow, found: Sequence[Figure]) -> Figure | None:
    number, before = amount(item).value, scene.mask[_before(scene, item) : item.start]
    local = _inherited(scene, item, _local(scene, item, flow), flow, found)
    if _EXCEEDED.search(before) and _BY.search(before):
        parts = [one for one in re.findall(r"exports?|imports?", before.lower())]
        if len(parts) >= 2:
            local = replace(local, kind="deficit" if parts[-2].startswith("import") else "surplus")
    elif (than := _MORE_THAN_FLOW.match(scene.mask, item.end)) is not None:
        local = replace(local, kind="deficit" if than["other"].lower().startswith("export") else "surplus")
    elif (ledger := re.match(r"\s+in\s+the\s+(red|black)\b", scene.mask[item.end :])) is not None:
        local = replace(local, kind="deficit" if ledger[1] == "red" else "surplus")
    if flow.kind == "balance" and re.search(r"\bnegative\b", scene.mask[max(0, flow.start - 12) : flow.end]):
        number = -abs(number)
    elif flow.kind in ("deficit", "surplus"):
        number = abs(number)
    return Figure("value", item, local, flow, number, _target(scene, item))


def _inherited(scene: Scene, item: Item, local: Flow, flow: Flow, found: Sequence[Figure]) -> Flow:
    """What the amount before said of the same flow: its goods, and, where the two are compared, its partner."""
    last = found[-1] if found and found[-1].named == flow else None
    if last is None:
        return local
    if local.product is None:
        local = replace(local, product=last.flow.product)
    compared = re.search(r"\b(?:from|against|versus|vs|compared|than|while|worth|valued)\b", scene.mask[last.item.end : item.start])
    return replace(local, partners=last.flow.partners) if compared and not local.partners else local


def _local(scene: Scene, item: Item, flow: Flow) -> Flow:
    """The flow with party and product as the words next to the amount have them: "to Iran: A", "Germany (A)", "A of mutton"."""
    mask = scene.mask
    listed = re.search(
        rf"\b(?P<prep>to|with|from|in)\s+(?:the\s+)?(?P<p>{P}+)\s*(?:[:,–—-]|\()?\s*(?:(?:about|nearly|over|some|almost)\s+)?$", mask[: item.start]
    )
    taken = re.search(
        rf"(?P<p>{P}+)(?:\s*\(\s*|\s+(?:alone\s+)?(?:with|(?:account(?:s|ed|ing)\s+for|took|takes|taking|received|bought|receiving|held"
        rf"|contributed|absorbed|purchased|got))\s+(?:about\s+|nearly\s+|over\s+|some\s+)?)$",
        mask[: item.start],
    )
    shared = re.search(
        rf"(?P<p>{P}+)\s+(?:\w+\s+)?(?:accounts?|accounted|accounting)\s+for\s+{_HEDGE}{A}+(?:\s+of\s+[^,;]*,\s+or\s+|\s*\(\s*){_HEDGE}$",
        mask[: item.start],
        re.IGNORECASE,
    )
    share = re.search(rf"(?P<p>{P}+)(?:['’]s)?\s+share\b[^;]*\(\s*$", mask[: item.start])
    taken = taken or shared or share
    if listed and listed.start("p") >= flow.end:
        flow = _placed(flow, listed["prep"], scene, listed.start("p"), listed.end("p"))
    elif taken and (party := scene.party(taken.start("p"))) is not None and not same(party, flow.reporter) and not same(party, flow.partner):
        flow = _counted(flow, party)
    named = _GOODS.search(mask[: item.start])
    if named and named.start("goods") >= flow.end and (listed_goods := goods(scene.span(named.start("goods"), named.end("goods")))) is not None:
        flow = replace(flow, product=listed_goods)
    return _followed(scene, item, flow)


def _counted(flow: Flow, party: Mention) -> Flow:
    """The flow of one party of a list: investors in a state, buyers of a state."""
    if flow.listing:
        return replace(flow, reporter=party)
    if flow.kind == "investment" and flow.whole and flow.reporter is not None:
        return replace(flow, reporter=party, partners=(flow.reporter,))
    return replace(flow, partners=(party,))


def _placed(flow: Flow, prep: str, scene: Scene, start: int, end: int) -> Flow:
    changed = _with(scene, replace(flow, partners=()), prep, start, end)
    return changed if changed.partners else flow


def _followed(scene: Scene, item: Item, flow: Flow) -> Flow:
    """The words after an amount: "A of Ukrainian wheat", "A of gas to China", "A to Uzbekistan", "A with China"."""
    at, mask = item.end, scene.mask
    fell = re.compile(rf"\s+(?:fell\s+on|went\s+to|came\s+from|(?:was|were)\s+accounted\s+for\s+by)\s+(?:the\s+)?(?P<p>{P}+)").match(mask, item.end)
    if fell and (party := scene.party(fell.start("p"))) is not None:
        return replace(flow, partners=(party,))
    favour = re.compile(rf"\s+in\s+(?:favou?r\s+of\s+)?(?:the\s+)?(?P<p>{P}+)(?:['’]s\s+favou?r)?").match(mask, item.end)
    if favour and "favo" in favour.group() and (party := scene.party(favour.start("p"))) is not None:
        other = next((one for one in (flow.reporter, flow.partner) if one is not None and not same(one, party)), None)
        return replace(flow, kind="surplus", reporter=party, partners=(other,) if other else ())
    sent = re.compile(rf"[^;.{A}]{{0,60}}?\b(?:went|was\s+(?:sent|shipped)|were\s+(?:sent|shipped)|headed)\s+to\s+(?:the\s+)?(?P<p>{P}+)").match(
        mask, at
    )
    if sent and flow.kind == "exports" and (party := scene.party(sent.start("p"))) is not None:
        return replace(flow, partners=(party,))
    of = re.compile(rf"['’]?\s+(?:worth\s+)?of\s+(?:the\s+)?(?:(?P<p>{P}+)\s+)?").match(mask, at)
    if of and not re.compile(rf"\s+of\s+{P}+\s+(?!\w)").match(mask, at):
        product = _product_at(scene, of.end(), spaced=False)
        if of["p"] and (party := scene.party(of.start("p"))) is not None:
            flow = replace(flow, partners=(party,)) if flow.kind == "imports" else flow if flow.reporter else replace(flow, reporter=party)
        if product is not None:
            if not flow.verb or goods(product) is not None:
                flow = replace(flow, product=goods(product) or flow.product)
            at = product.end - scene.start
    follows = re.compile(rf"\s+(?:worth\s+)?(?P<prep>to|into|from|with)\s+(?:the\s+)?(?P<p>{P}+)").match(mask, at)
    if follows and follows.start() > flow.end - 1 and (party := scene.party(follows.start("p"))) is not None and not same(party, flow.reporter):
        if flow.verb and flow.kind != "turnover":
            return _verb_phrase(replace(flow, partners=()), follows["prep"], party) if not flow.partners or not same(flow.partner, party) else flow
        return _placed(flow, follows["prep"], scene, follows.start("p"), follows.end("p"))
    return flow


def _change(scene: Scene, item: Item, flow: Flow, kind: Kind, found: Sequence[Figure]) -> Figure | None:
    printed = amount(item)
    sign = _sign(scene, item, kind)
    if sign == 0 or _PLANNED.match(scene.mask, item.end) or _target(scene, item):
        return None
    number = abs(printed.value)
    if kind == "percent" and LEVEL.match(scene.mask, item.end) and not _moved_before(scene, item):
        number, sign = printed.value - 100, 1
    last = found[-1] if found else None
    meant = last.flow if last is not None and last.named == flow else flow
    if last is not None and last.named == flow and _local(scene, item, flow) != flow:
        meant = _local(scene, item, flow)
    return Figure(kind, item, meant, flow, number * sign)


def _moved_before(scene: Scene, item: Item) -> re.Match[str] | None:
    low = _before(scene, item)
    matches = list(MOVE.finditer(scene.mask, low, item.start))
    return matches[-1] if matches else None


def _sign(scene: Scene, item: Item, kind: Kind) -> int:
    """+1 or −1 by the sign printed or the words of direction; 0 where the amount is no change."""
    printed, after = amount(item), _AFTER_MOVE.match(scene.mask, item.end)
    words = item.mention.span.text.lower()
    moved = _moved_before(scene, item)
    if moved is None and not after and item.start and scene.mask[item.start - 1] == A and re.search(r"^[a-z]+$", words) is None:
        return 0
    if printed.lexical.startswith("-") or printed.value < 0:
        return -1
    if words.startswith("+"):
        return 1
    if re.fullmatch(r"(?:doubl|tripl|trebl|quadrupl|quintupl)\w*", words):
        return 0 if NEGATED.search(scene.mask[: item.start]) else 1
    if kind == "percent" and _shared(scene, item, after, moved):
        return 0
    if after:
        direction = DIRECTION.search(after["word"])
        return 1 if direction is None or direction["up"] else -1
    if kind == "percent" and LEVEL.match(scene.mask, item.end):
        return 1
    if (
        kind == "times"
        and moved is None
        and re.match(r"\s+(?:(?:that|what|the\s+(?:\w+\s+)?(?:figure|level|volume|amount|value|total|result))\b|" + D + r")", scene.mask[item.end :])
    ):
        return 1
    if moved is None:
        return _carried(scene, item)
    if NEGATED.search(scene.mask[: moved.start()]) or (kind != "absolute" and _TO.search(scene.mask[moved.end() : item.start]) and kind == "percent"):
        return 0
    direction = DIRECTION.fullmatch(moved.group())
    return 1 if direction is None or direction["up"] else -1


def _shared(scene: Scene, item: Item, after: re.Match[str] | None, moved: re.Match[str] | None) -> bool:
    """A percentage that is a part of something."""
    if LEVEL.match(scene.mask, item.end):
        return False
    before = scene.mask[_before(scene, item) : item.start]
    if re.match(r"\s+of\b", scene.mask[item.end :]):
        return True
    share = SHARE.search(before)
    return bool(share) and not after and (moved is None or moved.end() < _before(scene, item) + share.end()) if share else False


def _carried(scene: Scene, item: Item) -> int:
    """The direction of a list: "rose 15 percent in May, 17 in June", "up by $2 bn, or 8 percent"."""
    index = scene.amounts.index(item)
    gap = scene.mask[scene.amounts[index - 1].end : item.start] if index else "."
    if index and re.fullmatch(rf"\s*(?:,|;|and|,\s+and)\s+(?:(?:in|for)\s+)?(?:the\s+)?{D}+\s+(?:by\s+)?", gap):
        return _carried(scene, scene.amounts[index - 1]) or _signed_before(scene, scene.amounts[index - 1])
    if (
        index
        and re.fullmatch(
            rf"\s*(?:(?:in|for|to|with)\s+(?:the\s+)?[{D}{P}]+)?\s*(?:,|,?\s+and|,?\s+or|,?\s+or\s+by|\()\s+(?:by\s+|or\s+)?{_HEDGE}", gap
        )
        or gap.strip() in (",", "or", "(", ", or", "and")
    ):
        previous = scene.amounts[index - 1]
        return _signed_before(scene, previous) or (_carried(scene, previous) if index > 1 else 0)
    return 0


def _signed_before(scene: Scene, item: Item) -> int:
    """The direction of the verb before an amount, 0 if there is none or it is denied."""
    moved = _moved_before(scene, item)
    if moved is None or NEGATED.search(scene.mask[: moved.start()]):
        return 0
    direction = DIRECTION.fullmatch(moved.group())
    return 1 if direction is None or direction["up"] else -1


def passage(scene: Scene, figure: Figure, until: int) -> Span:
    """The words that prove a figure: from its flow, or the amount before, to the amount and the date beside it."""
    low = _before(scene, figure.item)
    if (
        scene.mask[low : figure.item.start].lstrip().startswith("(")
        or not scene.mask[low : figure.item.start].strip(" ,")
        or _LISTED.fullmatch(scene.mask[low : figure.item.start])
    ):
        previous = next((one for one in reversed(scene.amounts) if one.end <= figure.item.start), None)
        low = _before(scene, previous) if previous else low
        low = min(low, figure.named.start) if scene.mask[low : figure.item.start].count(A) and figure.named.partners != figure.flow.partners else low
    start = figure.named.start if low <= figure.named.start < figure.item.start else low
    if figure.named.start > figure.item.start:
        until = max(until, figure.named.end)
    return scene.span(start, max(until, figure.item.end))
