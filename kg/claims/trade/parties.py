"""Parties: reporter and partner of flows that leave them out, from the sentence, the sentences before, the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kg.claims.trade.periods import Span
from kg.claims.trade.phrases import Flow
from kg.claims.trade.products import goods
from kg.claims.trade.scenes import A, P, Scene
from kg.model import Amount, Mention

_BILATERAL = re.compile(
    r"\b(?:bilateral|mutual|two-way|reciprocal|our|between\s+(?:the\s+two|our|both|the)\s+(?:two\s+)?(?:countries|states|nations|sides)|(?:two"
    r"|both)\s+(?:countries|states|nations|sides)['’]?)\b",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"['’]?s?\s+(?:\w+\s+){0,3}?(?:minist(?:er|ry|ries)|presidents?|side|embassy|statistic\w*|customs|agency|committee|authorit\w+|compan\w+"
    r"|firms|government|officials?|ambassador|envoy|exporters"
    r"|importers|producers|investors|premier|chancellor|leaders?|counterparts?|colleagues?|bank|bureau|service|delegation|capital|suppliers|farmers|entrepreneurs"
    r"|business\w*|parliament\w*|diplomats?|department|media|data)\b",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"\b(?:foreign|direct|FDI|inward|outward|abroad)\b", re.IGNORECASE)
_FIRMS = re.compile(  # "Equinor's investment", "the company's total investments"
    r"(?:\b[A-Z][\w&.-]*['’]s?|\b(?:compan(?:y|ies)|firm|corporation|conglomerate|group|bank|consortium|automaker|giant|operator|holding|fund)['’]s?)"
    r"\s+(?:[\w-]+\s+){0,2}$"
)
_THEY = re.compile(r"\bthey\s+(?:have\s+|had\s+|also\s+|already\s+)*$", re.IGNORECASE)
_LATTER = re.compile(r"\bthe\s+latter['’]s\s+(?:\w+\s+)?$", re.IGNORECASE)
_COUNTRYS = re.compile(r"\b[Tt]he\s+country['’]s\s+(?:[\w-]+\s+){0,3}$")
_FROM = re.compile(r"(?:[\w-]+\s+){0,3}?(?:from|by)\s")
_THERE = re.compile(
    r"[^.;]{0,60}?(?:\bin\s+(?:the|this|that)\s+(?:country|republic|state)(?:['’]s\s+economy)?|\binto\s+the\s+(?:country|republic)['’]s\s+economy|\bthere)\b"
)
_BOUND = re.compile(r"\b(?:to|from|in|with|into|against|on|at)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentences before have set: the flow last spoken of, its parties, the period; `states` counts the article's."""

    flow: Flow | None = None
    flows: tuple[Flow, ...] = ()
    reporter: Mention | None = None
    partner: Mention | None = None
    period: Span = field(default_factory=Span)
    states: tuple[Mention, ...] = ()
    unit: str = ""
    whole: Amount | None = None  # the turnover printed last
    age: int = 0


def same(one: Mention | None, other: Mention | None) -> bool:
    """Whether two areas are one: the same row, or the same printed name."""
    if one is None or other is None:
        return False
    return one.ref == other.ref if one.ref and other.ref else one.name.lower() == other.name.lower()


def salient(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The states of an article, the most often named first."""
    counts = Counter(one.ref for one in mentions if one.ref.startswith("state/"))
    first = {one.ref: one for one in reversed(mentions) if one.ref in counts}
    order = {one.ref: place for place, one in enumerate(mentions)}
    return tuple(first[ref] for ref in sorted(first, key=lambda ref: (-counts[ref], order[ref])))


def complete(scene: Scene, found: Sequence[Flow], context: Context) -> list[Flow]:
    """The flows of a sentence with the parties they leave out; those with explicit partners are read first."""
    done: dict[int, Flow] = {}
    for number, flow in sorted(enumerate(found), key=lambda pair: (not pair[1].partners, pair[0])):
        nearby = [done[other] for other in sorted(done, key=lambda other: (other > number, abs(number - other)))]
        done[number] = _completed(scene, flow, found, nearby, context)
    return [done[number] for number in sorted(done)]


def _completed(scene: Scene, flow: Flow, found: Sequence[Flow], nearby: Sequence[Flow], context: Context) -> Flow:
    if flow.listing or flow.unknown or (flow.kind == "investment" and flow.reporter is None and _FIRMS.search(scene.mask[: flow.start])):
        return flow
    flow = _turned(flow, nearby, context)
    if _LATTER.search(scene.mask[: flow.start]):
        pairs = [(one.reporter, one.partner) for one in nearby] + [(context.reporter, context.partner)]
        first, latter = next((pair for pair in pairs if pair[1] is not None), (None, None))
        return replace(flow, reporter=latter, partners=(first,) if first else ())
    if flow.same and not flow.partners:
        partner = next((one.partner for one in nearby if one.partner), context.partner)
        flow = replace(flow, partners=(partner,) if partner else ())
    free = _free(scene, found)
    if (
        flow.kind == "investment"
        and not flow.verb
        and flow.reporter is None
        and flow.partners
        and not re.search(r"\b(?:its|their|our|his)\s+(?:\w+\s+){0,2}$", scene.mask[: flow.start])
    ):
        return replace(flow, reporter=flow.partners[0], partners=(), whole=True)
    if (
        flow.kind == "investment"
        and flow.reporter is None
        and not flow.partners
        and not flow.verb
        and not _FOREIGN.search(scene.text[max(0, flow.start - 8) : flow.end + 12])
        and not _BILATERAL.search(scene.text[max(0, flow.start - 12) : flow.end + 40])
    ):
        return flow  # at home, as far as it says
    if flow.reporter is None:
        flow = _reported(scene, flow, nearby, context, free)
    if not flow.partners and not flow.whole:
        flow = _partnered(scene, flow, nearby, context, free)
    return _hosted(scene, flow, context) if flow.kind == "investment" else flow


def _hosted(scene: Scene, flow: Flow, context: Context) -> Flow:
    """An investment with its host: the country it speaks of, whoever attracted it; a host alone is the reporter."""
    if flow.reporter is None:
        return replace(flow, reporter=flow.partners[0], partners=()) if flow.partners else flow
    if flow.partners:
        return flow
    prior = context.flow
    if (
        prior is not None
        and prior.kind == "investment"
        and not prior.partners
        and not same(prior.reporter, flow.reporter)
        and _FROM.match(scene.mask, flow.start)
    ):
        return replace(flow, partners=(prior.reporter,) if prior.reporter else ())
    if _abroad(scene, flow):
        rest = [one for one in context.states if not same(one, flow.reporter)]
        return replace(flow, partners=(rest[0],)) if rest else flow
    host = _host(scene, flow)
    return flow if host is None or same(host, flow.reporter) else replace(flow, partners=(host,))


def _abroad(scene: Scene, flow: Flow) -> bool:
    """Whether "the country" is where a named investor invests."""
    owned = flow.verb or re.search(rf"{P}(?:['’]s?)?\s+(?:\w+\s+)?$", scene.mask[: flow.start]) is not None
    return owned and _THERE.match(scene.mask, flow.end) is not None


def _host(scene: Scene, flow: Flow) -> Mention | None:
    """Who "attracted", "received" the investment."""
    match = re.search(
        rf"(?P<p>{P}+)\s+(?:(?:has|have|had|also)\s+)*(?:attracted|received|drew|drawn|secured|got|absorbed"
        rf"|is\s+the\s+recipient\s+of)\b[^.;,]*$",
        scene.mask[: flow.start],
    )
    return scene.party(match.start("p")) if match else None


def _turned(flow: Flow, nearby: Sequence[Flow], context: Context) -> Flow:
    """ "Chinese imports" within someone's trade with China are imports from China."""
    if flow.kind != "imports" or flow.partners or flow.reporter is None or flow.reporter.form != "adjective":
        return flow
    pairs = [(one.reporter, one.partner) for one in nearby] + [(context.reporter, context.partner)]
    turned = any(same(flow.reporter, partner) and reporter is not None for reporter, partner in pairs)
    return replace(flow, reporter=None, partners=(flow.reporter,)) if turned else flow


def _free(scene: Scene, found: Sequence[Flow]) -> list[tuple[int, Mention]]:
    """Parties of the sentence that no flow phrase has taken, each once."""
    taken = [one for flow in found for one in (flow.reporter, *flow.partners) if one is not None]
    free: list[tuple[int, Mention]] = []
    for item in scene.parties:
        if _adjectival(item.mention) and not _OFFICIAL.match(scene.mask, item.end):
            continue
        if not any(same(item.mention, one) for one in taken) and not any(same(item.mention, one) for _, one in free):
            free.append((item.start, item.mention))
    return free


def _adjectival(mention: Mention) -> bool:
    return mention.form == "adjective" or (mention.kind == "region" and mention.name != mention.head.text)


def _reported(scene: Scene, flow: Flow, nearby: Sequence[Flow], context: Context, free: Sequence[tuple[int, Mention]]) -> Flow:
    if flow.kind == "investment" and context.partner is not None and _COUNTRYS.search(scene.mask[: flow.start]):
        return replace(flow, reporter=context.partner, whole=True)  # of the host last spoken of
    before = [one for at, one in free if at < flow.start and not same(one, flow.partner)]
    subjects = [one for at, one in free if at < flow.start and not _BOUND.search(scene.mask[:at]) and not same(one, flow.partner)]
    if flow.kind == "turnover" and not flow.partners and len(subjects or before) >= 2:
        pair = subjects if len(subjects) >= 2 else before
        return replace(flow, reporter=pair[0], partners=(pair[1],), symmetric=True)
    after = [one for at, one in free if at > flow.start]
    mutual = flow.kind == "turnover" or _BILATERAL.search(scene.text[max(0, flow.start - 12) : flow.end + 40]) is not None
    if mutual and not flow.partners and not before and len(after) == 2 and context.reporter is None:
        return replace(flow, reporter=after[0], partners=(after[1],), symmetric=True)
    prior = next((one.reporter for one in nearby if one.reporter and one.start < flow.start), None)
    chosen = prior or next(iter(reversed(subjects)), None)
    if chosen is None or same(chosen, flow.partner):
        chosen = None
        if context.reporter is not None and not same(context.reporter, flow.partner):
            chosen = context.reporter
        elif context.partner is not None and same(context.reporter, flow.partner):
            chosen = context.partner
    if chosen is None and flow.kind == "investment" and flow.verb and not _THEY.search(scene.mask[: flow.start]):
        return replace(flow, whole=True)  # who invested is not said: no other state of the text stands in
    if chosen is None:
        chosen = next((one.reporter for one in nearby if one.reporter and not same(one.reporter, flow.partner)), None)
    if chosen is None and free:
        chosen = next((one for at, one in free if not same(one, flow.partner) and not _BOUND.search(scene.mask[:at])), None)
    if chosen is None:
        chosen = _article(scene, flow, context)
        if chosen is not None and flow.kind == "turnover" and not flow.partners and not flow.whole:
            return replace(flow, reporter=chosen, partners=tuple(one for one in context.states[:2] if not same(one, chosen)), symmetric=True)
    return replace(flow, reporter=chosen)


def _article(scene: Scene, flow: Flow, context: Context) -> Mention | None:
    """The state an article is about, where a sentence names none."""
    others = [one for one in context.states if not same(one, flow.partner)]
    if flow.partners or (others and (flow.kind != "turnover" or len(context.states) == 1)):
        return others[0] if others else None
    return context.states[0] if len(context.states) >= 2 and flow.kind == "turnover" else None


def _partnered(scene: Scene, flow: Flow, nearby: Sequence[Flow], context: Context, free: Sequence[tuple[int, Mention]]) -> Flow:
    for one in nearby:
        if (
            one.partner
            and not (flow.verb and one.verb and goods(one.product))
            and not (one.start > flow.start and one.kind in ("exports", "imports") and A in scene.mask[flow.end : one.start])
            and (same(one.reporter, flow.reporter) or same(one.partner, flow.reporter))
        ):
            other = one.partner if same(one.reporter, flow.reporter) else one.reporter
            return replace(flow, partners=(other,) if other else ())
    afresh = scene.fresh and (flow.verb or flow.product) and flow.kind in ("exports", "imports")  # a new paragraph on what the state sells
    if context.partner is not None and context.reporter is not None and not nearby and not afresh:
        if same(context.reporter, flow.reporter):
            return replace(flow, partners=(context.partner,), lent=True)
        if same(context.partner, flow.reporter):
            return replace(flow, partners=(context.reporter,), lent=True)
    if flow.kind != "turnover" or flow.verb:
        return flow
    bilateral = bool(_BILATERAL.search(scene.text[max(0, flow.start - 24) : flow.end + 40]))
    others = [one for at, one in free if not same(one, flow.reporter) and (bilateral or at > flow.start)]
    if others and (bilateral or _discussed(scene, flow)):
        return replace(flow, partners=(others[0],), symmetric=bilateral)
    if bilateral:
        rest = [one for one in context.states if not same(one, flow.reporter)]
        return replace(flow, partners=(rest[0],), symmetric=True) if rest else flow
    return flow


def _discussed(scene: Scene, flow: Flow) -> bool:
    """A bare "trade", "trade turnover" without possessor: of the two who speak of it."""
    return flow.start == 0 or not re.search(r"['’]s?\s+\w*\s*$", scene.mask[: flow.start])
