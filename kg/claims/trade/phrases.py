"""Phrases: the parties and the goods that stand around a noun of trade, in the roles its flow gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.claims.trade.products import GENERIC, STOP, WORD, product_at, product_of
from kg.claims.trade.scenes import A, D, P, Scene
from kg.model import Mention, Span


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow as one phrase names it; parties the phrase leaves out are None. `start:end` are its words in the scene."""

    kind: str
    start: int
    end: int
    reporter: Mention | None = None
    partners: tuple[Mention, ...] = ()
    product: Span | None = None
    symmetric: bool = False
    whole: bool = False  # "total exports": no partner is meant
    verb: bool = False
    listing: bool = False  # parties in a list are reporters, not partners
    unknown: bool = False  # a company does it: no state may stand in for it
    lent: bool = False  # the partner comes from the sentences before
    same: bool = False  # "imports from it", "that country": the partner named before

    @property
    def partner(self) -> Mention | None:
        return self.partners[0] if self.partners else None


LIST = rf"{P}+(?:['’]s?)?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?{P}+(?:['’]s?)?)*"


PLACE = (
    r"(?:the\s+)?(?:(?:econom(?:y|ies)|markets?|territory|republics?|countries|states)\s+of\s+)?(?:the\s+)?(?:neighbou?ring\s+|landlocked\s+|fellow\s+"
    r"|countries\s+of\s+(?:the\s+)?)?"
)


_PHRASE = re.compile(
    rf"\s*,?\s+(?:(?:was\s+|were\s+|has\s+|have\s+)?(?:attracted|made|directed|flowed|went|gone|channell?ed|poured|placed|bound)\s+)?(?P<prep>with|to|from|of|between|into|in|within|among|for|by|towards?"
    rf"|across)\s+{PLACE}(?P<parties>{LIST})"
)


_PRONOUN = re.compile(
    r"\s+(?P<prep>to|from|with)\s+(?:it|them|(?:that|this)\s+(?:country|nation)|the\s+country|there|the\s+latter|its\s+neighbou?r)\b"
)


_DATED = re.compile(rf"\s*,?\s+(?:(?:in|for|during|over|from|through|since|at|by|within)\s+)?(?:the\s+)?(?:calendar\s+|whole\s+of\s+)?{D}+")


_SORTED = re.compile(
    r"\s+in\s+(?:goods(?:\s+and\s+services)?|merchandise|commodities|both\s+directions|monetary\s+terms|value\s+terms|physical\s+terms|kind)\b"
    r"|\s+(?:via|through|by)\s+[a-z]+(?:\s+[a-z]+)?(?=\s+(?:to|from)\b)|\s*\([A-Za-z ]{1,24}\)"
)


ABROAD = re.compile(r"\s+(?:to|from)\s+(?:abroad|foreign\s+markets|the\s+world(?:\s+market)?|all\s+countries)\b")


_BEFORE = re.compile(
    rf"(?:(?P<one>{P}+)(?:['’]s?)?\s*(?:[-–—/]|\s+and\s+|\s+and\s+the\s+)\s*)?(?P<two>{P}+)(?:['’]s?|s['’])?(?:\s+"
    rf"|-)(?P<words>(?:[^\W{P}{D}{A}][\w-]*(?:s['’])?\s+){{0,4}})$"
)


_COMMA_PAIR = re.compile(rf"{P}+,\s+(?P<two>{P}+)")  # headline style: "Malta, Norway trade turnover grows"


_BOUND_FOR = re.compile(rf"(?:(?P<owner>{P}+)(?:['’]s?)?\s+)?(?P<p>{P}+)-bound\s+(?:[\w-]+\s+){{0,2}}$")
_WHERE = (("exports", " to "), ("imports", " fro"), ("turnover", " wit"))
_UNKNOWN = re.compile(
    r"\s+(?:to|from|with)\s+(?:the\s+|its\s+|some\s+|all\s+)?(?:[\w-]+\s+){0,3}?(?:markets?|destinations?|regions?|countries|buyers|neighbou?rs|states"
    r"|nations|partners|economies|world)\b"
)
_INNER = re.compile(r"\bintra-|\binternal\b|\bmutual\b", re.IGNORECASE)


def named_in(scene: Scene, start: int, end: int) -> tuple[Mention, ...]:
    return tuple(item.mention for item in scene.parties if start <= item.start < end)


def before(scene: Scene, flow: Flow) -> Flow:
    """The possessors before the noun: "Kazakhstan's foreign", "China-Central Asia", "Chinese"; "China-bound" is where to."""
    bound = _BOUND_FOR.search(scene.mask, max(0, flow.start - 60), flow.start) if flow.kind == "exports" else None
    if bound is not None and (party := scene.party(bound.start("p"))) is not None:
        flow = replace(flow, partners=(party,), product=None if flow.product and flow.product.text.startswith("bound") else flow.product)
        return replace(flow, reporter=scene.party(bound.start("owner"))) if bound["owner"] else flow
    match = _BEFORE.search(scene.mask, max(0, flow.start - 120), flow.start)
    if match is None or any(word.lower() in STOP for word in WORD.findall(match["words"])):
        return flow
    if flow.kind == "turnover" and (pair := _COMMA_PAIR.match(scene.mask)) and pair.start("two") == match.start("two"):
        return replace(flow, reporter=scene.party(0), partners=named_in(scene, *pair.span("two")), symmetric=True)
    second = scene.party(match.start("two"))
    first = scene.party(match.start("one")) if match["one"] else None
    if (
        second is not None
        and first is None
        and second.kind in ("organisation", "region", "group")
        and _INNER.search(scene.mask[max(0, match.start("two") - 8) : flow.end])
    ):
        return replace(flow, reporter=second, partners=(second,))
    if first and second:
        return replace(flow, reporter=first, partners=(second,), symmetric=flow.kind == "turnover")
    return replace(flow, reporter=second)


def after(scene: Scene, flow: Flow) -> Flow:
    """The phrases after the noun: "with Germany", "of Russian petrol", "between A and B", "from A to B"."""
    at, start = flow.end, flow.end
    for _ in range(6):
        match = _DATED.match(scene.mask, at) or _SORTED.match(scene.mask, at) or ABROAD.match(scene.mask, at)
        if match:
            at = match.end()
            continue
        same = _PRONOUN.match(scene.mask, at)
        if same:
            inverse = flow.kind == "exports" and same["prep"] == "from"  # "exports from that country" are its own
            flow, at = replace(flow, same=not inverse, whole=flow.whole or inverse), same.end()
            continue
        phrase = _PHRASE.match(scene.mask, at)
        if phrase:
            flow = placed(scene, flow, phrase["prep"], phrase.start("parties"), phrase.end("parties"))
            at = phrase.end()
            if phrase["prep"] == "of" and (product := product_at(scene, at)) is not None:
                flow, at = replace(flow, product=product), product.end - scene.start
            elif (
                rest := re.compile(
                    r"['’]?s?\s+(?:econom(?:y|ies)|markets?|compan(?:y|ies)|firms?|investors?|exporters?|importers?"
                    r"|enterprises|businesses)\b"
                ).match(scene.mask, at)
            ) is not None:
                at = rest.end()
            continue
        if not flow.partners and (flow.kind, scene.mask[at : at + 4]) in _WHERE and _UNKNOWN.match(scene.mask, at):
            flow = replace(flow, whole=True)  # with somebody that no table knows: nobody from before stands in
        if (product := product_of(scene, at)) is not None:
            flow, at = replace(flow, product=flow.product or (product if product.text.lower() not in GENERIC else None)), product.end - scene.start
            continue
        break
    return _within(scene, replace(flow, end=max(at if at > start else flow.end, flow.end)))


def _within(scene: Scene, flow: Flow) -> Flow:
    """ "Mutual trade of the EU countries" is trade of the bloc with itself."""
    bloc = flow.reporter if flow.kind == "turnover" and not flow.partners else None
    if bloc is None or bloc.kind not in ("organisation", "region", "group") or not _INNER.search(scene.mask[max(0, flow.start - 24) : flow.end]):
        return flow
    return replace(flow, partners=(bloc,), symmetric=True)


def placed(scene: Scene, flow: Flow, prep: str, start: int, end: int) -> Flow:
    """The parties of one prepositional phrase in the roles that the flow gives them."""
    named = named_in(scene, start, end)
    if not named:
        return flow
    if flow.kind in ("turnover", "balance", "surplus", "deficit"):
        return _paired(flow, prep, named)
    inward = {"exports": ("to", "into", "for", "in", "towards", "toward"), "imports": ("from",), "investment": ("in", "to", "into", "for")}[flow.kind]
    if flow.kind == "imports" and prep == "of":
        follows = product_at(scene, end)
        return (
            replace(flow, partners=named)
            if named[0].form == "adjective" or follows is not None
            else replace(flow, reporter=flow.reporter or named[0])
        )
    if prep in inward:
        return replace(flow, partners=named) if not flow.partners else flow
    if flow.kind == "imports" and prep in ("to", "into") and flow.reporter is not None and not flow.partners:
        return replace(flow, reporter=named[0], partners=(flow.reporter,))  # "EU imports to Malta"
    if prep in ("between", "among"):
        return replace(flow, reporter=named[0], partners=named[1:] or named)
    if flow.kind == "imports" and prep in ("in", "within"):
        return replace(flow, reporter=flow.reporter or named[0])
    return replace(flow, reporter=flow.reporter or named[0]) if prep in ("from", "of", "by", "to", "into", "in") else flow


def _paired(flow: Flow, prep: str, named: tuple[Mention, ...]) -> Flow:
    if prep in ("between", "among") and len(named) >= 2:
        return replace(flow, reporter=named[0], partners=named[1:], symmetric=True)
    if prep in ("between", "among") and flow.reporter is None and named[0].kind in ("organisation", "region", "group"):
        return replace(flow, reporter=named[0], partners=named, symmetric=True)
    if prep == "with" and not flow.partners:
        return replace(flow, partners=named)
    if prep in ("of", "for") and flow.reporter is None:
        return replace(flow, reporter=named[0], partners=named[1:2], symmetric=len(named) > 1)
    if prep in ("in", "within", "among", "across") and flow.reporter is None and named[0].kind in ("organisation", "region", "group"):
        return replace(flow, reporter=named[0], partners=(named[0],))
    if prep == "by" and flow.reporter is None:
        return replace(flow, reporter=named[0])
    return flow
