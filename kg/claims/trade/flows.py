"""Flows: who trades what with whom, read from the words around a noun or verb of trade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.claims.trade.scenes import A, D, P, Scene
from kg.claims.trade.terms import FLOW, INVEST_VERB, MOVE, NOT_BEFORE, VERB
from kg.model import Mention, Span


_KIND = {
    "re-exports": "exports",
    "buyers": "exports",
    "suppliers": "imports",
    "partners": "turnover",
    "traded": "turnover",
    "investors": "investment",
    "ties": "turnover",
}
_SUBJECT = re.compile(
    rf"(?P<p>{P}+)\s+(?:is|was|are|remains?|remained|bec[ao]me|has\s+become|has\s+been|being|ranks?|ranked|placed)\b[^.;:,]{{0,60}}$"
)
_SCARCE = frozenset("flows sales deliveries supplies shipments purchases".split())  # words of business too: only with a party
_INNER = re.compile(r"\bintra-|\binternal\b|\bmutual\b", re.IGNORECASE)
_BRIEF = {  # short verbs that are verbs of trade only with these words after them
    "took": re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}{A}+\s+of\s+{P}"),
    "put": re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}{A}+\s+into\b"),
}
_BRIEF |= {"takes": _BRIEF["took"], "absorbed": _BRIEF["took"]}
_THOSE = re.compile(rf"\b(?:those|that)\s+(?P<prep>to|from|with|of|in)\s+(?:the\s+)?(?P<p>{P}+)")


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
    same: bool = False  # "imports from it", "that country": the partner named before

    @property
    def partner(self) -> Mention | None:
        return self.partners[0] if self.partners else None


_LIST = rf"{P}+(?:['’]s?)?(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?:the\s+)?{P}+(?:['’]s?)?)*"
_PLACE = (
    r"(?:the\s+)?(?:(?:econom(?:y|ies)|markets?|territory|republics?|countries|states)\s+of\s+)?(?:the\s+)?(?:neighbou?ring\s+|fellow\s+"
    r"|countries\s+of\s+(?:the\s+)?)?"
)
_PHRASE = re.compile(rf"\s*,?\s+(?P<prep>with|to|from|of|between|into|in|within|among|for|by|towards?|across)\s+{_PLACE}(?P<parties>{_LIST})")
_PRONOUN = re.compile(r"\s+(?P<prep>to|from|with)\s+(?:it|them|that\s+country|this\s+country|the\s+country|there|the\s+latter|its\s+neighbou?r)\b")
_COORDINATED = re.compile(rf"\s+(?P<prep>to|from)\s+and\s+(?P<noun>exports?|imports?)\s+(?:to|from)\s+(?:the\s+)?(?P<parties>{_LIST})")
_DATED = re.compile(rf"\s*,?\s+(?:(?:in|for|during|over|from|through|since|at|by|within)\s+)?(?:the\s+)?(?:calendar\s+|whole\s+of\s+)?{D}+")
_SORTED = re.compile(
    r"\s+in\s+(?:goods(?:\s+and\s+services)?|merchandise|commodities|both\s+directions|monetary\s+terms|value\s+terms|physical\s+terms|kind)\b"
)
_ABROAD = re.compile(r"\s+(?:to|from)\s+(?:abroad|foreign\s+markets|the\s+world(?:\s+market)?|all\s+countries)\b")
_BEFORE = re.compile(
    rf"(?:(?P<one>{P}+)(?:['’]s?)?\s*(?:[-–—/]|\s+and\s+|\s+and\s+the\s+)\s*)?(?P<two>{P}+)(?:['’]s?|s['’])?(?:\s+"
    rf"|-)(?P<words>(?:[^\W{P}{D}{A}][\w-]*\s+){{0,4}})$"
)
_WORD = re.compile(rf"[^\W{P}{D}{A}][\w-]*")
_STOP = frozenset(
    "to from in for with by into during over at on and or but was were is are has have had been be amounted reached totaled totalled stood"
    " came made hit exceeded worth valued which that who while as of than"
    " through since until between within among against versus per said says told will would can could may might should not did does do its"
    " their his her our this these the a an about some nearly almost"
    " more less up down under out also it them him abroad annually daily monthly yearly puts put sees saw shows showed sends boosts drives"
    " keeps brought brings means hits worldwide overseas there alone making amid despite accounted accounting going goes brought being to"
    " amount amounts increased decreased rose fell grew reportedly respectively according both put".split()
)
_GENERIC = frozenset(
    "regional local seaborne goods products capital funds money merchandise commodities total overall foreign annual bilateral mutual trade"
    " two-way direct new its their gross net good all domestic own main key largest biggest major world global"
    " country countries national external current monthly quarterly yearly record volume volumes value level share structure combined"
    " commodity other various different such said latter recent services-related"
    " accumulated net cumulative average similar additional negative positive reciprocal side republic industrial state companies firms"
    " further private huge large big sustained steady strong significant".split()
)
_WHOLE = re.compile(
    r"\b(?:total|overall|all|foreign|external|worldwide|global|country['’]s)\s+(?:\w+\s+)?$|^(?:foreign|external|overall|total)\b", re.IGNORECASE
)
_MODAL = re.compile(r"\b(?:to|will|would|can|could|may|should|not)\s+$", re.IGNORECASE)
_COMPANY = re.compile(
    r"^(?:['’]s)?\s+(?:\w+\s+)?(?:compan|firm|exporter|producer|supplier|farmer|investor|businesses|enterprises|importer|buyers|traders"
    r"|refiner|manufacturer)"
)


def flows(scene: Scene) -> list[Flow]:
    """The flows a sentence names, in its order."""
    found = list(_nouns(scene))
    found += _those(scene, found)
    taken = [(flow.start, flow.end) for flow in found]
    for match in VERB.finditer(scene.mask):
        brief = _BRIEF.get(match.group().lower())
        if brief is not None and not brief.match(scene.mask, match.end()):
            continue
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(_verb(scene, match))
    return sorted(found, key=lambda flow: flow.start)


def _nouns(scene: Scene) -> Iterator[Flow]:
    mask = scene.mask
    for match in FLOW.finditer(mask):
        kind = (match.lastgroup or "").replace("_", "-")
        refused = NOT_BEFORE.get(_KIND.get(kind, kind))
        if (refused is not None and refused.search(mask[max(0, match.start() - 40) : match.start()])) or _verbal(mask, match):
            continue
        product = _product_before(scene, match)
        flow = Flow(_KIND.get(kind, kind), match.start(), match.end(), product=product)
        flow = replace(flow, whole=bool(_WHOLE.search(mask[: match.start()]) or _WHOLE.search(match.group())))
        if match.group().lower().split()[-1] in _SCARCE:
            scarce = _after(scene, _before(scene, flow))
            if scarce.reporter or scarce.partners or scarce.same or _ABROAD.match(mask, match.end()):
                yield scarce
            continue
        if kind in ("buyers", "partners", "suppliers", "investors"):
            yield _listed(scene, flow, kind)
            continue
        coordinated = _COORDINATED.match(mask, match.end())
        if coordinated:
            partners = _named(scene, coordinated.start("parties"), coordinated.end("parties"))
            yield _before(scene, replace(flow, partners=partners, end=coordinated.start("noun") - 5))
        else:
            yield _after(scene, _before(scene, flow))


def _those(scene: Scene, found: list[Flow]) -> Iterator[Flow]:
    """ "Those to Germany" after "exports to Malta": the same flow with another party."""
    for match in _THOSE.finditer(scene.mask):
        last = next((flow for flow in reversed(found) if flow.end <= match.start()), None)
        if last is not None and not any(match.start() < flow.start < match.end() for flow in found):
            changed = _with(scene, replace(last, partners=(), start=match.start(), end=match.end()), match["prep"], match.start("p"), match.end("p"))
            yield changed if changed.partners else replace(changed, reporter=scene.party(match.start("p")), partners=last.partners)


def _listed(scene: Scene, flow: Flow, kind: str) -> Flow:
    """ "Buyers of Turkish textiles" (exports of Turkey), "Bishkek's trading partner" (with the subject, if it is one)."""
    flow = _before(scene, replace(flow, product=None))
    if kind == "investors":
        return _invested(scene, flow)
    if kind == "suppliers":
        return _supplied(scene, flow)
    if kind == "buyers":
        of = re.compile(rf"(?:of|for)\s+(?:the\s+)?(?P<p>{P}+)").match(scene.mask, flow.end)
        if of is None:
            return _sold_to(scene, flow)
        product = _product_at(scene, of.end())
        return _bought_by(scene, replace(flow, reporter=scene.party(of.start("p")), partners=(), product=product), of.end())
    subject = _SUBJECT.search(scene.mask[: flow.start])
    first = scene.party(subject.start("p")) if subject else None
    of = re.compile(rf"\s+of\s+(?:the\s+)?(?P<p>{P}+)").match(scene.mask, flow.end)
    owner = scene.party(of.start("p")) if of else flow.reporter
    if first is None or owner is None or first == owner:
        return replace(flow, reporter=owner)
    return replace(flow, reporter=first, partners=(owner,), symmetric=True)


def _invested(scene: Scene, flow: Flow) -> Flow:
    """ "Kazakhstan's largest investors": what is listed are reporters, the host is the partner."""
    subject = _SUBJECT.search(scene.mask[: flow.start])
    within = re.compile(rf"\s+(?:in|of)\s+{_PLACE}(?P<p>{P}+)").match(scene.mask, flow.end)
    host = scene.party(within.start("p")) if within else flow.reporter
    first = scene.party(subject.start("p")) if subject else None
    return replace(flow, reporter=first if first != host else None, partners=(host,) if host else (), listing=True)


def _bought_by(scene: Scene, flow: Flow, end: int) -> Flow:
    """ "Norway is the biggest buyer of Maltese gas": imports of Norway."""
    subject = _SUBJECT.search(scene.mask[: flow.start])
    party = scene.party(subject.start("p")) if subject else None
    if party is None or party == flow.reporter or flow.reporter is None:
        return replace(flow, end=end)
    return replace(flow, kind="imports", reporter=party, partners=(flow.reporter,), end=end)


def _sold_to(scene: Scene, flow: Flow) -> Flow:
    """ "Malta is Norway's fifth largest export market": exports of Norway to Malta."""
    subject = _SUBJECT.search(scene.mask[: flow.start])
    party = scene.party(subject.start("p")) if subject else None
    return replace(flow, partners=(party,)) if party is not None and party != flow.reporter else flow


def _supplied(scene: Scene, flow: Flow) -> Flow:
    """ "China's top supplier of oil": imports of China, from the subject if there is one."""
    subject = _SUBJECT.search(scene.mask[: flow.start])
    flow = _after(scene, flow)
    party = scene.party(subject.start("p")) if subject else None
    return replace(flow, partners=(party,)) if party is not None and party != flow.reporter else flow


def _verbal(mask: str, match: re.Match[str]) -> bool:
    """A verb that looks like a noun: "to export", "plans to trade"."""
    return match.group().lower() in ("export", "import", "trade") and bool(_MODAL.search(mask[: match.start()]))


def _named(scene: Scene, start: int, end: int) -> tuple[Mention, ...]:
    return tuple(item.mention for item in scene.parties if start <= item.start < end)


def _before(scene: Scene, flow: Flow) -> Flow:
    """The possessors before the noun: "Kazakhstan's foreign", "China-Central Asia", "Chinese"."""
    match = _BEFORE.search(scene.mask, max(0, flow.start - 120), flow.start)
    if match is None or any(word.lower() in _STOP for word in _WORD.findall(match["words"])):
        return flow
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


def _after(scene: Scene, flow: Flow) -> Flow:
    """The phrases after the noun: "with Germany", "of Russian petrol", "between A and B", "from A to B"."""
    at, start = flow.end, flow.end
    for _ in range(6):
        match = _DATED.match(scene.mask, at) or _SORTED.match(scene.mask, at) or _ABROAD.match(scene.mask, at)
        if match:
            at = match.end()
            continue
        same = _PRONOUN.match(scene.mask, at)
        if same:
            flow, at = replace(flow, same=True), same.end()
            continue
        phrase = _PHRASE.match(scene.mask, at)
        if phrase:
            flow = _with(scene, flow, phrase["prep"], phrase.start("parties"), phrase.end("parties"))
            at = phrase.end()
            if phrase["prep"] == "of" and (product := _product_at(scene, at)) is not None:
                flow, at = replace(flow, product=product), product.end - scene.start
            elif (rest := re.compile(r"['’]?s?\s+(?:econom(?:y|ies)|markets?)\b").match(scene.mask, at)) is not None:
                at = rest.end()
            continue
        if (product := _product_of(scene, at)) is not None:
            flow, at = replace(flow, product=flow.product or (product if product.text.lower() not in _GENERIC else None)), product.end - scene.start
            continue
        break
    return replace(flow, end=max(at if at > start else flow.end, flow.end))


def _with(scene: Scene, flow: Flow, prep: str, start: int, end: int) -> Flow:
    """The parties of one prepositional phrase in the roles that the flow gives them."""
    named = _named(scene, start, end)
    if not named:
        return flow
    if flow.kind in ("turnover", "balance", "surplus", "deficit"):
        return _paired(flow, prep, named)
    inward = {"exports": ("to", "into", "for", "in", "towards", "toward"), "imports": ("from",), "investment": ("in", "to", "into", "for")}[flow.kind]
    if flow.kind == "imports" and prep == "of":
        follows = _product_at(scene, end)
        return (
            replace(flow, partners=named)
            if named[0].form == "adjective" or follows is not None
            else replace(flow, reporter=flow.reporter or named[0])
        )
    if prep in inward:
        return replace(flow, partners=named) if not flow.partners else flow
    if prep in ("between", "among"):
        return replace(flow, reporter=named[0], partners=named[1:] or named)
    if flow.kind == "imports" and prep in ("in", "within"):
        return replace(flow, reporter=flow.reporter or named[0])
    return replace(flow, reporter=flow.reporter or named[0]) if prep in ("from", "of", "by", "to", "into", "in") else flow


def _paired(flow: Flow, prep: str, named: tuple[Mention, ...]) -> Flow:
    if prep in ("between", "among") and len(named) >= 2:
        return replace(flow, reporter=named[0], partners=named[1:], symmetric=True)
    if prep in ("with", "between", "among") and not flow.partners:
        if prep == "with":
            return replace(flow, partners=named)
    if prep in ("of", "for") and flow.reporter is None:
        return replace(flow, reporter=named[0], partners=named[1:2], symmetric=len(named) > 1)
    if prep in ("in", "within", "among", "across") and flow.reporter is None and named[0].kind in ("organisation", "region", "group"):
        return replace(flow, reporter=named[0], partners=(named[0],))
    if prep == "by" and flow.reporter is None:
        return replace(flow, reporter=named[0])
    return flow


def _product_before(scene: Scene, match: re.Match[str]) -> Span | None:
    """ "Wheat" in "wheat exports", "services" in "services surplus"."""
    words = list(_WORD.finditer(scene.mask, max(0, match.start() - 40), match.start()))
    chosen: list[re.Match[str]] = []
    for word in reversed(words[-3:]):
        gap = scene.mask[word.end() : chosen[0].start() if chosen else match.start()]
        low = word.group().lower()
        if (
            gap != " "
            or low in _STOP
            or (low in _GENERIC and not chosen)
            or MOVE.fullmatch(low)
            or re.search(r"(?:ed|ly|ing|['’]s|st|th)$", low)
            or low.isdigit()
        ):
            break
        if word.start() and scene.mask[word.start() - 1] in "'’" or (word.group()[0].isupper() and word.start() > 0) or low in ("s", "t"):
            break
        chosen.insert(0, word)
    if not chosen or len(chosen) > 2 or match.lastgroup in ("turnover", "investment"):
        return None
    return scene.span(chosen[0].start(), chosen[-1].end())


def _product_of(scene: Scene, at: int) -> Span | None:
    """ "cars" after "exports" in "exports of cars", "in agricultural products"."""
    earned = re.search(r"\b(?:earnings|revenues?|receipts|income)$", scene.mask[max(0, at - 12) : at])
    match = re.compile(rf"\s+(?:{'from' if earned else 'of|in'})\s+(?!{P}|{D}|{A})").match(scene.mask, at)
    return _product_at(scene, match.end(), spaced=False) if match else None


def _product_at(scene: Scene, at: int, spaced: bool = True) -> Span | None:
    """Up to four words from `at` that name goods; None if a verb or a preposition follows at once."""
    if spaced:
        gap = re.compile(r"(?:\s+)(?=\w)").match(scene.mask, at)
        if gap is None:
            return None
        at = gap.end()
    end, start, count = at, at, 0
    for word in _WORD.finditer(scene.mask, at, at + 60):
        low = word.group().lower()
        gap_text = scene.mask[end : word.start()] if count else ""
        if (count and gap_text != " ") or (not count and word.start() != at) or count == 4:
            break
        if (
            low in _STOP
            or MOVE.fullmatch(low)
            or low.endswith(("ed", "ing") if count else "ed")
            or low.isdigit()
            or FLOW.fullmatch(low)
            or VERB.fullmatch(low)
            or low.endswith("ly")
        ):
            break
        end, count = word.end(), count + 1
    if not count:
        return None
    return scene.span(start, end)


def goods(span: Span | None) -> Span | None:
    """`span` if it names a product, None for "goods", "products"."""
    if span is None:
        return None
    words = [word for word in span.text.lower().split() if word not in _STOP]
    return span if words and not all(word in _GENERIC for word in words) else None


def _verb(scene: Scene, match: re.Match[str]) -> Flow:
    """The flow a verb tells of: its subject before it, the parties after it up to the next verb."""
    kind = match.lastgroup or "exports"
    mask = scene.mask
    stop = re.compile(r";|\.\s|,\s+(?:while|but|which|according)|,?\s+and\s+(?:" + VERB.pattern + r")|\bsaid\b").search(mask, match.end())
    limit = stop.start() if stop else len(mask)
    passive = bool(re.search(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?$", mask[: match.start()]))
    flow = Flow(kind, match.start(), match.end(), verb=True, product=_object(scene, match.end()))
    bought = re.compile(rf"\s+(?P<p>{P}+)\s+(?=[a-z])").match(mask, match.end())
    if bought and kind == "imports" and (product := _product_at(scene, bought.end(), spaced=False)) is not None:
        flow = replace(flow, partners=_named(scene, bought.start("p"), bought.end("p")), product=product)
    direct = re.compile(rf"\s+(?:the\s+)?(?P<p>{P}+)\s+with\b").match(mask, match.end())
    if direct:
        flow = replace(flow, partners=_named(scene, direct.start("p"), direct.end("p")))
    if re.compile(r"[^.;]{0,60}\b(?:from|to)\s+(?:there|it|that\s+country|this\s+country)\b|[^.;]{0,60}\bin\s+return\b").match(mask, match.end()):
        flow = replace(flow, same=True)
    for found in re.compile(rf"\b(?P<prep>to|into|from|in|by)\s+{_PLACE}(?P<p>{P}+)").finditer(mask, match.end(), limit):
        flow = _verb_phrase(flow, found["prep"], _named(scene, found.start("p"), found.end("p"))[0])
    if passive and (
        owner := re.search(rf"(?P<p>{P}+)\s+(?:[\w-]+\s+){{1,3}}(?:worth|valued\s+at)\s+(?:[\w-]+\s+){{0,3}}{A}+\s+\w+\s+$", mask[: match.start()])
    ):
        named = (scene.party(owner.start("p")),)
        product = _product_at(scene, owner.end("p"))
        if kind == "imports" and named[0] is not None and not flow.partners:
            flow = replace(flow, partners=(named[0],), product=product)
        elif kind == "exports" and flow.reporter is None:
            flow = replace(flow, reporter=named[0], product=product)
    if flow.reporter is None and not passive:
        flow = replace(flow, reporter=_subject(scene, match.start()))
    return flow


def _object(scene: Scene, at: int) -> Span | None:
    """What is sold, where its worth follows: "shipped textiles to the value of A", "bought gas worth A"."""
    gap = re.compile(r"\s+(?:(?:some|more|its|the)\s+)?").match(scene.mask, at)
    product = _product_at(scene, gap.end(), spaced=False) if gap else None
    if product is None:
        return None
    rest = scene.mask[product.end - scene.start :]
    return (
        product
        if re.match(
            rf"\s+(?:worth|valued|to\s+the\s+(?:value|amount|tune)|for|totall?ing|(?:from|to)\s+{P}+\s+(?:worth|valued|for|to\s+the\s+(?:value"
            rf"|amount|tune))|in\s+the\s+amount)\b",
            rest,
        )
        else None
    )


def _verb_phrase(flow: Flow, prep: str, party: Mention) -> Flow:
    if flow.kind == "imports":
        if prep == "from" and not flow.partners:
            return replace(flow, partners=(party,))
        return replace(flow, reporter=party) if prep in ("to", "into", "by") and flow.reporter is None else flow
    if prep in ("to", "into", "in") and not flow.partners and (prep != "in" or flow.kind == "investment"):
        return replace(flow, partners=(party,))
    return replace(flow, reporter=party) if prep in ("from", "by") and flow.reporter is None else flow


def _subject(scene: Scene, before: int) -> Mention | None:
    """The last party before a verb that is not the object of a preposition ("of Russia" and "by Russia" may be)."""
    for item in reversed(scene.parties):
        if item.end > before:
            continue
        lead, rest = scene.mask[: item.start], scene.mask[item.end : before]
        firms = re.search(r"\b(?:compan\w+|investors|firms|businesses|exporters|producers|enterprises)\s+(?:from|in)\s+(?:the\s+)?$", lead)
        if (re.search(r"\b(?:to|from|in|with|into|between|against)\s+(?:the\s+)?$", lead) and not firms) or re.search(r";|\.\s", rest):
            continue
        return item.mention
    return None


INVESTS = re.compile(INVEST_VERB)
