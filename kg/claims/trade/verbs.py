"""Verbs: flows told by a verb, with its subject and the parties after it: "A sold wheat to B", "A invested in B"."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.claims.trade.phrases import PLACE, Flow, named_in
from kg.claims.trade.products import product_at
from kg.claims.trade.scenes import A, D, P, Scene
from kg.claims.trade.terms import VERB
from kg.model import Mention, Span

_AFTER_VERB = re.compile(rf"\b(?:{VERB.pattern})\s+(?:the\s+)?$", re.IGNORECASE)
_STOPS = re.compile(rf"[;:]|\.\s|,\s+(?:while|but|which|according|followed\s+by|of\s+which|including)|,?\s+and\s+(?:{VERB.pattern})|\bsaid\b")
_TO_OR_FROM = re.compile(
    rf"(?<!mostly )(?<!mainly )(?<!primarily )(?<!largely )(?<!chiefly )(?<!including )\b(?P<prep>to|into|from|in|by)\s+{PLACE}(?P<p>{P}+)"
)
_BOUGHT = re.compile(rf"\s+(?P<p>{P}+)\s+(?=[a-z])")
_SPENT = re.compile(rf"\s+(?:[\w-]+\s+){{0,4}}{A}+\s+on\s+(?:\w+ing\s+|imports\s+of\s+)?(?P<p>{P}+)\s+(?=[a-z])")
_SUPPLIED = re.compile(rf"\s+(?:the\s+)?(?P<p>{P}+)\s+with\b")
_SOLD_TO = re.compile(rf"\s+(?:the\s+)?(?P<p>{P}+)\s+(?=\w|{A})")
_FROM_THERE = re.compile(r"[^.;]{0,60}\b(?:(?:from|to)\s+(?:there|it|that\s+country|this\s+country)|in\s+return)\b")
_OWNER = re.compile(
    rf"(?P<p>{P}+)\s+(?:[\w-]+\s+){{1,3}}(?:(?:worth|valued\s+at)\s+(?:[\w-]+\s+){{0,3}}{A}+\s+)?(?:was|were|has\s+been|have\s+been)\s+(?:\w+ly\s+)?$"
)
_SUM = r"(?:worth|valued|for|totall?ing|in\s+the\s+amount|to\s+the\s+(?:value|amount|tune))"
_WORTH = re.compile(rf"\s+(?:(?:from|to)\s+{P}+\s+)?{_SUM}\b")


_AUXILIARY = r"(?:(?:has|have|had|also|already|alone|itself|since|recently|reportedly|jointly|together)\s+)*"
_FIRM = re.compile(  # "Equinor has", "the company": an investor that is no state; "foreign investors" are told as the host's
    rf"(?:^\W*|{D}\s+|[,;:–—]\s+[\"“”'’]?|\b(?:while|and|but|that|where|as|when|which|said|by)\s+)"
    r"(?:(?!(?:[Ii]t|[Tt]hey|[Ww]e|[Hh]e|[Ss]he|[Tt]his|[Tt]hat|[Ww]hich|[Ww]ho|[Bb]oth|[Ff]oreign|[Oo]verseas|[Aa]lso|[Ss]ince|[Ii]n)\b)"
    r"(?:[Tt]he\s+)?[A-Z][\w&.'’-]*(?:\s+(?:and|of|&|[A-Z0-9][\w&.'’-]*))*"
    r"|(?:[Tt]he|[Tt]his|[Aa]n?|[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:compan(?:y|ies)|firms?|corporations?|conglomerates?|groups?|banks?|consortium|automaker|carmaker|giant|investors?|operator|holding|manufacturer|developer|producer|fund))"
    rf"(?:,\s+(?:which|who))?\s+{_AUXILIARY}$"
)
_SOMEBODY = re.compile(r"\b(?:nation|country|island|state|company|firm|group|producer),?\s+(?:which|that|who)\s+(?:\w+ly\s+|also\s+|now\s+)?$")
_FOREIGN = re.compile(
    rf"\b(?:foreign|overseas|international)\s+(?:investors?|compan(?:y|ies)|firms|businesses|enterprises)\s+{_AUXILIARY}$", re.IGNORECASE
)


def told(scene: Scene, match: re.Match[str]) -> Flow:
    """The flow a verb tells of: its subject before it, the parties after it up to the next verb."""
    kind, mask = match.lastgroup or "exports", scene.mask
    flow = Flow(kind, match.start(), match.end(), verb=True, product=_object(scene, match.end()))
    flow = _directed(scene, flow)
    stop = _STOPS.search(mask, match.end())
    for found in _TO_OR_FROM.finditer(mask, match.end(), stop.start() if stop else len(mask)):
        if (party := scene.party(found.start("p"))) is not None:
            flow = told_phrase(flow, found["prep"], party)
    if kind == "investment" and _FOREIGN.search(mask[: match.start()]) and flow.partners:
        return replace(flow, reporter=flow.partners[0], partners=(), whole=True)
    if kind == "investment" and _FIRM.search(mask[: match.start()]):
        return replace(flow, reporter=None, unknown=True)
    if re.search(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?$", mask[: match.start()]):
        return _owned(scene, flow)
    if flow.reporter is None and _SOMEBODY.search(mask[: match.start()]):
        return replace(flow, unknown=True)
    return flow if flow.reporter is not None else replace(flow, reporter=_subject(scene, match.start()))


def _directed(scene: Scene, flow: Flow) -> Flow:
    """Whom the object names: "bought Kazakh oil", "supplied Malta with A", "and bought A in return"."""
    spent = _SPENT.match(scene.mask, flow.end) if scene.mask[flow.start : flow.end].lower().startswith("spen") else None
    bought, supplied = spent or _BOUGHT.match(scene.mask, flow.end), _SUPPLIED.match(scene.mask, flow.end)
    if bought and flow.kind == "imports" and (product := product_at(scene, bought.end(), spaced=False)) is not None:
        flow = replace(flow, partners=named_in(scene, *bought.span("p")), product=product)
    if (
        flow.kind == "exports"
        and (sold := _SOLD_TO.match(scene.mask, flow.end))
        and (party := scene.party(sold.start("p"))) is not None
        and party.form != "adjective"
    ):
        return replace(flow, partners=(party,), product=_object(scene, sold.end("p")))
    if supplied:
        flow = replace(flow, partners=named_in(scene, *supplied.span("p")))
    return replace(flow, same=_FROM_THERE.match(scene.mask, flow.end) is not None)


def _owned(scene: Scene, flow: Flow) -> Flow:
    """The owner of goods in the passive: "Norwegian gas worth A was bought by Malta"."""
    owner = _OWNER.search(scene.mask[: flow.start])
    party = scene.party(owner.start("p")) if owner else None
    if owner is None or party is None or party.form != "adjective":
        return flow
    product = product_at(scene, owner.end("p"))
    if flow.kind == "imports" and not flow.partners:
        return replace(flow, partners=(party,), product=product)
    return replace(flow, reporter=flow.reporter or party, product=product) if flow.kind == "exports" else flow


def _object(scene: Scene, at: int) -> Span | None:
    """What is sold, where its worth follows: "shipped textiles to the value of A", "bought gas worth A"."""
    gap = re.compile(r"\s+(?:(?:some|more|its|the)\s+)?").match(scene.mask, at)
    product = product_at(scene, gap.end(), spaced=False) if gap else None
    return product if product is not None and _WORTH.match(scene.mask, product.end - scene.start) else None


def told_phrase(flow: Flow, prep: str, party: Mention) -> Flow:
    if flow.kind == "imports":
        if prep == "from" and not flow.partners:
            return replace(flow, partners=(party,))
        return replace(flow, reporter=party) if prep in ("to", "into", "by") and flow.reporter is None else flow
    if prep in ("to", "into", "in") and not flow.partners and (prep != "in" or flow.kind == "investment"):
        return replace(flow, partners=(party,))
    return replace(flow, reporter=party) if prep in ("from", "by") and flow.reporter is None else flow


_PARTICIPLE = re.compile(r"\w+ing\b")
_OBJECT = re.compile(r"\b(?:to|from|in|with|into|between|against|of|by|for)\s+(?:the\s+)?$")


def _subject(scene: Scene, before: int) -> Mention | None:
    """The last party before a verb that is not the object of a preposition ("of Russia" and "by Russia" may be); the first
    one of the sentence before ", importing"."""
    if scene.mask[:before].endswith(", ") and _PARTICIPLE.match(scene.mask, before):
        free = (
            item for item in scene.parties if item.end <= before and item.mention.form != "adjective" and not _OBJECT.search(scene.mask[: item.start])
        )
        if (first := next(free, None)) is not None:
            return first.mention
    for item in reversed(scene.parties):
        if item.end > before:
            continue
        if _AFTER_VERB.search(scene.mask[: item.start]):
            continue
        lead, rest = scene.mask[: item.start], scene.mask[item.end : before]
        firms = re.search(r"\b(?:compan\w+|investors|firms|businesses|exporters|producers|enterprises)\s+(?:from|in)\s+(?:the\s+)?$", lead)
        bound = re.search(r"\b(?:to|from|in|with|into|between|against)\s+(?:the\s+)?$", lead)
        if (bound and not firms and not re.fullmatch(r"\s+having\s+", rest)) or re.search(r"^['’]s\b[^,]*,|;|\.\s", rest):
            continue
        return item.mention
    return None
