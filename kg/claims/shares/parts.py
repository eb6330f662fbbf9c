"""Parts: who or what has a share: the subject of "accounted for", the owner of a "share", a party beside a percentage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.claims.trade.flows import flows
from kg.claims.trade.phrases import Flow
from kg.claims.trade.products import STOP, goods
from kg.claims.trade.scenes import A, D, Item, P, Scene
from kg.claims.trade.terms import HEDGE, MOVE
from kg.model import Mention, Span
from kg.ontology.lexicon import lexicon

KINDS = ("turnover", "exports", "imports")


@dataclass(frozen=True, slots=True)
class Part:
    """What has a share: a partner, a product, a flow, or some of them; `start` is where its words begin in the scene."""

    start: int
    partner: Mention | None = None
    product: Span | None = None
    flow: str = ""
    reporter: Mention | None = None
    rest: bool = False


_VERB = (
    r"(?:(?:also|alone|now|currently|still|has|have|had)\s+)*(?:account(?:s|ed|ing)?\s+for|made\s+up|mak(?:es?|ing)\s+up|constitut(?:es?|ed|ing)"
    r"|represent(?:s|ed|ing)?|compris(?:es?|ed|ing)|provid(?:es?|ed|ing)|absorb(?:s|ed|ing)?|t(?:ook|akes|aking)(?:\s+up)?|bought|buys|purchas(?:es|ed)|receiv(?:es|ed))"
)


_TOLD = re.compile(rf"\s+{_VERB}\s+(?P<closing>the\s+remaining\s+)?{HEDGE}$")


_OR = re.compile(rf"{A}(?:\s+(?:in|for|over)\s+(?:the\s+)?{D}+)?(?:,\s*(?:or|which\s+(?:is|was)|which\s+{_VERB})\s+|\s*\()\s*{HEDGE}$")


_UNREAL = re.compile(r"\b(?:not|never|will|would|could|may|might|should|can|shall|to|expected|longer|if)$|n['’]t$", re.IGNORECASE)


_PARTY = re.compile(rf"(?:\b(?P<prep>\w+)\s+)?(?:the\s+)?(?P<p>{P}+)(?:\s*\([^()]*\))?(?:,\s+which)?$")


_JOINT = re.compile(rf"{P}(?:['’]s?)?\s*(?:,|,?\s+and|,?\s+or|\s+with|,?\s+as\s+well\s+as)\s+(?:the\s+)?$")


_GOODS = re.compile(r"(?:^|[,;]\s+|\b(?:and|while|with|where|that)\s+)(?P<goods>[A-Za-z][\w-]*(?:\s+(?:and\s+)?[a-z][\w-]*){0,2})$")


_ACTORS = re.compile(
    r"\b(?:compan\w+|firms?|enterprises?|business\w*|sectors?|industr\w+|regions?|cit\w+|districts?|provinces?|countr\w+|states?|nations?|partners?"
    r"|others?|exporters?|importers?|suppliers?|buyers?|members?|banks?|farm\w+|producers?|markets?|blocs?|unions?|it|they|this|these|that"
    r"|those|which|who|he|she|we|all|rest|both|figures?|shares?|trade|turnover|exports?|imports?|investments?|sales|deals?|share|part)\b",
    re.IGNORECASE,
)


HAVING = re.compile(rf"(?P<p>{P}+)(?:,?\s+(?:with|ha[sd]|having|h[eo]ld(?:s|ing)?|took|takes|commands?))\s+{HEDGE}$")


BESIDE = re.compile(rf"(?P<p>{P}+)(?:\s+(?:leads|led|came\s+first|ranks\s+first|tops\s+the\s+list))?(?:\s*\(|,?\s+with|\s*[–—:]|\s+-)\s*{HEDGE}$")


_SHARE_OF = re.compile(
    rf"(?P<p>{P}+)(?:['’]s?)?\s+share\b|\bshare\s+of\s+(?:the\s+)?(?:(?P<q>{P}+)(?!['’])|(?P<goods>[a-z][\w-]*(?:\s+(?:and\s+)?[a-z][\w-]*){{0,2}}?)(?=\s+in\b))"
)


_LINK = re.compile(
    rf"(?:\s+(?:in|of)\s+[^.;{A}]*?)?\s*(?:\b(?:was|is|were|are|amount(?:s|ed|ing)\s+to|reach(?:es|ed|ing)|st(?:ood|ands)\s+at|total(?:l?ed|s)|made\s+up"
    rf"|equal(?:l?ed|s)|c[oa]mes?\s+to|hit|exceed(?:s|ed)|to|at)|[:–—]|\()\s+?{HEDGE}$"
)


_FROM = re.compile(rf"\b(?:from|by)\s+{HEDGE}{A}+(?:\s+(?:in\s+)?(?:the\s+)?{D}+)?\s+to\s+{HEDGE}$")


WITH_SHARE = re.compile(
    rf"(?P<p>{P}+)(?:[^.;{P}{A}]{{0,90}}?\bwith\s+(?:an?|its|the)\s+(?:\w+\s+)?share\s+of\s+|\s*\((?:with\s+)?(?:an?\s+)?share\s*(?:of|is|was|:|[-–—])?\s*){HEDGE}$"
)


def subject(scene: Scene, item: Item) -> Part | None:
    """Who "accounts for" the amount: a flow, a party or goods right before the verb."""
    told = _TOLD.search(scene.mask, max(0, item.start - 80), item.start)
    if told is None:
        return None
    head = scene.mask[: told.start()]
    if _UNREAL.search(head):
        return None
    flow = next((one for one in flows(scene) if one.end == len(head) and not one.verb and one.kind in KINDS and one.start), None)
    flow = flow or next((one for one in flows(scene) if one.end == len(head) and not one.verb and one.kind in KINDS), None)
    if flow is not None:
        return _flowing(flow)
    party = _PARTY.search(head)
    if party is not None:
        if _JOINT.search(head[: party.start("p")]) or (party["prep"] or "").lower() in ("of", "in", "between", "and", "for", "at"):
            return None
        return Part(party.start("p"), scene.party(party.start("p")))
    return named_goods(scene, _GOODS.search(head))


def restated(scene: Scene, item: Item) -> Part | None:
    """The flow whose value was just printed: "exports to Malta amounted to A, or A of the total"."""
    if not _OR.search(scene.mask, 0, item.start):
        return None
    before = [one for one in flows(scene) if one.end <= item.start and not one.verb and one.kind in KINDS]
    return _flowing(before[-1]) if before and before[-1].partner is not None else None


def _flowing(flow: Flow) -> Part | None:
    if len(flow.partners) > 1 or (flow.symmetric and not flow.reporter):
        return None
    return Part(flow.start, flow.partner, goods(flow.product), flow.kind, flow.reporter)


def named_goods(scene: Scene, match: re.Match[str] | None) -> Part | None:
    """Goods by their words: nouns without capitals of their own, no companies, regions, pronouns."""
    if match is None:
        return None
    words = match["goods"]
    if words.lower() in ("exports", "imports"):
        return Part(match.start("goods"), flow=words.lower())
    span = scene.span(*match.span("goods"))
    if _ACTORS.search(words) or any(word.lower() in STOP - {"and"} for word in words.split()) or MOVE.search(words) or goods(span) is None:
        return None
    opening = match.start("goods") == 0
    return None if words[0].isupper() and (not opening or lexicon().find(words)) else Part(match.start("goods"), product=span)


def holder(scene: Scene, item: Item) -> tuple[Part, int] | None:
    """Whose "share" the amount is, and where the words of the whole may begin."""
    matches = list(_SHARE_OF.finditer(scene.mask, 0, item.start))
    if matches:
        match = matches[-1]
        tail = scene.mask[match.end() : item.start]
        if _LINK.fullmatch(tail) or (_FROM.search(tail) and tail.count(A * 2) and len(re.findall(f"{A}+", tail)) == 1):
            group = "p" if match["p"] else "q"
            part = named_goods(scene, match) if match["goods"] else Part(match.start(), scene.party(match.start(group)))
            return (part, match.end()) if part is not None else None
    return None


def party(scene: Scene, match: re.Match[str] | None) -> Part | None:
    if match is None or (_JOINT.search(scene.mask[: match.start("p")]) and not re.search(A, scene.mask[: match.start("p")])):
        return None
    return Part(match.start("p"), scene.party(match.start("p")))


def partners(part: Part) -> list[Mention]:
    return [part.partner] if part.partner else []
