"""Neighbours: the party and the goods that the words next to an amount put in place of its flow's."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.claims.trade.parties import same
from kg.claims.trade.phrases import Flow, placed
from kg.claims.trade.products import goods, product_at
from kg.claims.trade.scenes import A, Item, P, Scene
from kg.claims.trade.terms import HEDGE
from kg.claims.trade.verbs import told_phrase
from kg.model import Mention

# "including oil ($5 billion), natural gas ($3 billion)", "fish: $300 million; machinery: $200 million"
_GOODS = re.compile(
    r"(?:\bincluding|\blike|\bwere|\bwas|\bnamely|,|;|:|\band)\s+(?P<goods>[a-z][a-z-]+(?:\s+(?:and\s+)?[a-z][a-z-]+){0,2})\s*[(:]\s*$"
)


_ROUGHLY = r"(?:(?:about|nearly|over|some|almost|around)\s+)?"
_LISTED_PARTY = re.compile(rf"\b(?P<prep>to|with|from|in)\s+(?:the\s+)?(?P<p>{P}+)\s*(?:[:,–—-]|\()?\s*(?:by\s+)?{_ROUGHLY}$")
_FIGURE_FOR = re.compile(
    rf"\b(?:figure|indicator|value|volume|amount|number|those)\s+(?:for|with|to|from)\s+(?:the\s+)?(?P<p>{P}+)\s+"
    rf"(?:was|is|were|stood\s+at|reached|amounted\s+to|totall?ed|came\s+to)\s+{_ROUGHLY}$",
    re.IGNORECASE,
)
_TAKEN = (
    re.compile(
        rf"(?P<p>{P}+)(?:\s*\(\s*|\s+(?:alone\s+)?(?:(?:follow(?:s|ed)\s+)?with|account(?:s|ed|ing)\s+for|took|takes|taking|received|imported|bought|receiving|held|contributed"
        rf"|absorbed|purchased|got)\s+{_ROUGHLY})$"
    ),
    re.compile(
        rf"(?P<p>{P}+)\s+(?:\w+\s+)?(?:accounts?|accounted|accounting)\s+for\s+{HEDGE}{A}+(?:\s+of\s+[^,;]*,\s+or\s+|\s*\(\s*){HEDGE}$", re.IGNORECASE
    ),
    re.compile(rf"(?:[:,;]|\band)\s+(?:the\s+)?(?P<p>{P}+)\s*[-–—:,]?\s+{_ROUGHLY}$"),
    re.compile(rf"(?P<p>{P}+)\s+(?:in\s+the\s+lead|leading|(?:on|at\s+the)\s+top|(?:in|taking)\s+first\s+place)\s*\(\s*{_ROUGHLY}$"),
    re.compile(  # "Malta took second place with A", "Norway is third (A)"
        rf"(?P<p>{P}+)\s+(?:(?:is|was|came|comes|ranked|ranks|took|takes|placed|finished|entered|occupied|occupies|also|in|the|top|with)\s+){{0,4}}"
        rf"(?:second|third|fourth|fifth|sixth|seventh|next|five|three|ten|[2-9]th|10th)(?:\s+(?:place|position|spot))?\s*(?:,\s*)?(?:\(\s*|(?:with|at)\s+){_ROUGHLY}$"
    ),
    re.compile(rf"(?P<p>{P}+)(?:['’]s)?\s+share\b[^;]*\(\s*$"),
)
_RANKED = re.compile(  # "Italy came in third with trade turnover surpassing A", "were Malta with imports and exports worth A"
    rf"(?P<p>{P}+)\s+(?:(?:came|comes|ranked|ranks|is|was|followed|follows|took)\s+(?:[\w-]+\s+){{0,4}})?with\s+(?:[\w-]+\s+){{1,5}}?"
    rf"(?:worth|valued\s+at|of|surpassing|exceeding|totall?ing|reaching|amounting\s+to)\s+{_ROUGHLY}$"
)
_INVESTOR = re.compile(
    rf"(?:\band|\bwhile|,|;)\s+(?:the\s+)?(?P<p>{P}+)\s+(?:(?:will|would|has|have|had|also|itself|is|are|to)\s+){{0,3}}[a-z]+\s+{_ROUGHLY}$"
)
_RECORDED = re.compile(  # "the largest surplus was recorded by Malta (A), followed by Norway (B)"
    rf"\b(?:was|were)\s+(?:recorded|registered|posted|achieved)\s+by\s+(?:the\s+)?(?P<p>{P}+)(?!['’])"
)
_FELL_ON = re.compile(rf"\s+(?:fell\s+on|went\s+to|came\s+from|(?:was|were)\s+accounted\s+for\s+by)\s+(?:the\s+)?(?P<p>{P}+)")
_SENT_TO = re.compile(rf"[^;.{A}]{{0,60}}?\b(?:went|(?:was|were)\s+(?:sent|shipped)|headed)\s+to\s+(?:the\s+)?(?P<p>{P}+)")
_CAME_FROM = re.compile(rf"[^;.{A}]{{0,60}}?\b(?:came|originated|was\s+sourced|were\s+sourced)\s+from\s+(?:the\s+)?(?P<p>{P}+)")
_FAVOUR = re.compile(rf"\s+in\s+(?:favou?r\s+of\s+(?:the\s+)?(?P<p>{P}+)|(?:the\s+)?(?P<q>{P}+)['’]s\s+favou?r)")
_OF = re.compile(rf"['’]?\s+(?:worth\s+)?of\s+(?:the\s+)?(?:(?P<p>{P}+)(?:['’]s)?\s+)?")
_OF_PARTY = re.compile(rf"\s+of\s+{P}+\s+(?!\w)")
_TO_PARTY = re.compile(rf"\s+(?:worth\s+)?(?P<prep>to|into|from|with)\s+(?:the\s+)?(?P<p>{P}+)")


def local(scene: Scene, item: Item, flow: Flow) -> Flow:
    """The flow with party and product as the words next to the amount have them: "to Iran: A", "Germany (A)", "A of mutton"."""
    low = max(0, item.start - 120)
    recorded = _RECORDED.search(scene.mask, flow.end)
    if recorded and (party := scene.party(recorded.start("p"))) is not None:
        flow = replace(flow, reporter=party, partners=(), listing=True)
    listed = _LISTED_PARTY.search(scene.mask, low, item.start)
    taken = next((match for pattern in _TAKEN if (match := pattern.search(scene.mask, low, item.start))), None)
    ranked = _RANKED.search(scene.mask, low, item.start) if flow.kind == "turnover" else None
    figure = _FIGURE_FOR.search(scene.mask, low, item.start)
    if figure and (flow.partners or not flow.end) and (party := scene.party(figure.start("p"))) is not None:
        return replace(flow, partners=(party,), product=flow.product)
    if listed and listed.start("p") >= flow.end:
        flow = _moved_to(scene, flow, listed["prep"], listed.start("p"), listed.end("p"))
    elif ranked and flow.start > ranked.start("p") and (party := scene.party(ranked.start("p"))) is not None and not same(party, flow.reporter):
        flow = replace(flow, partners=(party,))
    elif taken and (party := scene.party(taken.start("p"))) is not None and not same(party, flow.reporter) and not same(party, flow.partner):
        flow = _counted(flow, party, "followed by" in scene.mask[flow.start : taken.start("p")])
    elif flow.kind == "investment" and (other := _INVESTOR.search(scene.mask, max(low, flow.end), item.start)):
        investor = scene.party(other.start("p"))
        flow = replace(flow, reporter=investor, partners=tuple(one for one in flow.partners if not same(one, investor)))
    named = _GOODS.search(scene.mask, low, item.start)
    if named and named.start("goods") >= flow.end and (product := goods(scene.span(*named.span("goods")))) is not None:
        flow = replace(flow, product=product)
    return _followed(scene, item, flow)


def _counted(flow: Flow, party: Mention, next_in_rank: bool) -> Flow:
    """The flow of one party of a list: investors in a state, buyers of a state."""
    if flow.listing:
        return replace(flow, reporter=party)
    if flow.kind == "investment" and flow.whole and flow.reporter is not None:
        return replace(flow, reporter=party, partners=(flow.reporter,))
    if next_in_rank and flow.kind == "investment" and flow.verb and flow.partners:
        return replace(flow, reporter=party)
    if next_in_rank and flow.symmetric and flow.partner is not None:
        return replace(flow, reporter=flow.partner, partners=(party,))
    return replace(flow, partners=(party,))


def _moved_to(scene: Scene, flow: Flow, prep: str, start: int, end: int) -> Flow:
    if flow.kind == "investment" and prep == "from" and (investor := scene.party(start)) is not None:
        host = flow.partner or flow.reporter
        return replace(flow, reporter=investor, partners=(host,) if host else ())
    changed = placed(scene, replace(flow, partners=()), prep, start, end)
    return changed if changed.partners else flow


def _followed(scene: Scene, item: Item, flow: Flow) -> Flow:
    """The words after an amount: "A of Ukrainian wheat", "A of gas to China", "A to Uzbekistan", "A went to Germany"."""
    mask = scene.mask
    fell = _FELL_ON.match(mask, item.end) or (_SENT_TO if flow.kind == "exports" else _CAME_FROM).match(mask, item.end)
    if fell and (party := scene.party(fell.start("p"))) is not None:
        return replace(flow, partners=(party,))
    favour = _FAVOUR.match(mask, item.end)
    if favour and (party := scene.party(favour.start("p") if favour["p"] else favour.start("q"))) is not None:
        other = next((one for one in (flow.reporter, flow.partner) if one is not None and not same(one, party)), None)
        return replace(flow, kind="surplus", reporter=party, partners=(other,) if other else ())
    flow, at = _of_goods(scene, flow, item.end)
    follows = _TO_PARTY.match(mask, at)
    if not follows or follows.start() < flow.end or (party := scene.party(follows.start("p"))) is None or same(party, flow.reporter):
        return flow
    if not flow.verb or flow.kind == "turnover":
        return _moved_to(scene, flow, follows["prep"], follows.start("p"), follows.end("p"))
    return flow if same(flow.partner, party) else told_phrase(replace(flow, partners=()), follows["prep"], party)


def _of_goods(scene: Scene, flow: Flow, at: int) -> tuple[Flow, int]:
    """The goods an amount is of, and where their words end."""
    of = _OF.match(scene.mask, at)
    if of is None or _OF_PARTY.match(scene.mask, at):
        return flow, at
    product = product_at(scene, of.end(), spaced=False)
    if of["p"] and (party := scene.party(of.start("p"))) is not None and not same(party, flow.reporter):
        flow = replace(flow, partners=(party,)) if flow.kind == "imports" else replace(flow, reporter=flow.reporter or party)
    if product is None:
        return flow, at
    if not flow.verb or goods(product) is not None:
        flow = replace(flow, product=goods(product) or flow.product)
    return flow, product.end - scene.start
