"""Rows: the shares of one sentence, those in a row with the whole of the first, and whether a row makes up its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from kg.claims.shares.parts import BESIDE, HAVING, KINDS, WITH_SHARE, Part, holder, named_goods, partners, party, restated, subject
from kg.claims.shares.percentages import percent
from kg.claims.shares.wholes import TOTAL, whole_at, whole_before
from kg.claims.trade.parties import Context, same
from kg.claims.trade.phrases import Flow
from kg.claims.trade.products import goods
from kg.claims.trade.scenes import D, Item, P, Scene, amount
from kg.claims.trade.terms import HEDGE, MOVE
from kg.model import Mention
from kg.ontology.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Share:
    """One share read: what part of which whole; `end` is where the words that tell it end, `own` whether the whole is among them."""

    item: Item
    part: Part
    whole: Flow
    by: str
    end: int
    own: bool


_FRAME = re.compile(
    r"\bshares?\b|\b(?:mainly|mostly|primarily|largely)\b|\b(?:structure|breakdown|composition)\b|\b(?:main|largest|biggest|major|key|leading|top|principal)\s+(?:[\w-]+\s+){0,3}"
    r"(?:partners?|markets?|destinations?|buyers?|suppliers?|importers?|exporters?)\b",
    re.IGNORECASE,
)


_THEN = re.compile(
    rf"\)?(?:\s+share)?\s*(?:[,;]\s*(?:and\s+|while\s+|followed\s+by\s+|then\s+)*|(?:and|while|followed\s+by)\s+)(?:the\s+)?(?:(?P<p>{P}+)(?:['’]s(?=\s))?"
    rf"|(?P<rest>(?:rest|remainder|remaining))|(?P<goods>[a-z][\w-]*(?:\s+(?:and\s+)?[a-z][\w-]*){{0,2}}?))?"
    rf"(?:\s*\(\s*|\s*[–—:]\s*|\s+(?:-|with|for|at|account(?:s|ed|ing)\s+for|made\s+up|took|constituted)\s+|\s+)"
    rf"(?:a\s+share\s+of\s+)?(?P<closing>the\s+remaining\s+)?{HEDGE}$"
)


_AND = re.compile(rf",?\s+and\s+(?:for\s+)?{HEDGE}")
_SENT = r"(?:sent|shipped|accounted\s+for|conducted|carried\s+out)"
_WENT = re.compile(
    rf"(?:\s+(?:in|during|for)\s+(?:the\s+)?{D}+)?\s+(?:g(?:o|oes)|went|f(?:alls?|ell)|c[oa]mes?|(?:is|are|was|were)(?:\s+(?:now|currently|going))?(?:\s+{_SENT})?)"
    rf"\s+(?P<prep>to|from|on|by|with)\s+(?:the\s+)?(?P<p>{P}+)(?!{P}|\s*(?:,|and)\s+(?:the\s+)?{P})"
)
_DIRECTIONS = {"exports": ("to", "on", "by"), "imports": ("from", "on", "by"), "turnover": ("with", "on", "by")}


def shares(scene: Scene, context: Context) -> Iterator[Share]:
    """The shares of a sentence; one in a row with the one before has its whole."""
    last: Share | None = None
    for item in scene.amounts:
        found = None
        if percent(scene, item):
            found = (
                _following(scene, item, last) or _doubled(scene, item, last, context) or _first(scene, item, context) or _listed(scene, item, context)
            )
        last = found
        if found is not None:
            yield found


def _first(scene: Scene, item: Item, context: Context) -> Share | None:
    """A share told in full: part and whole by their words."""
    of = re.compile(r"\s+(?:(?P<share>share)\s+)?(?:of|in)\s+").match(scene.mask, item.end)
    held = holder(scene, item)
    if held is not None:
        inner = re.compile(r"\s+(?:in|of)\s+").match(scene.mask, held[1])
        whole = whole_at(scene, held[0], inner.end(), context) if inner else whole_before(scene, held[0], partners(held[0]), context)
        return _share(scene, item, held[0], whole)
    pattern = HAVING if of and of["share"] else BESIDE
    part = subject(scene, item) or restated(scene, item) or party(scene, pattern.search(scene.mask, 0, item.start) if of else None)
    if part is not None and of is not None:
        total = TOTAL.match(scene.mask, item.end)
        whole = whole_before(scene, part, partners(part), context) if total else whole_at(scene, part, of.end(), context)
        share = _share(scene, item, part, whole)
        return replace(share, end=max(share.end, total.end())) if share and total else share
    if part is None and of is not None and not of["share"]:
        return _sent(scene, item, of.end(), context)
    return None


def _sent(scene: Scene, item: Item, at: int, context: Context) -> Share | None:
    """ "A of Norway's exports went to Malta"."""
    for match in re.finditer(f"{P}+", scene.mask[at:]):
        part = Part(item.start, scene.party(at + match.start()))
        whole = whole_at(scene, part, at, context)
        went = _WENT.match(scene.mask, whole.end) if whole else None
        if whole and went and went.start("p") == at + match.start() and went["prep"] in _DIRECTIONS.get(whole.kind, ()):
            share = _share(scene, item, part, whole)
            return replace(share, end=went.end()) if share else None
    return None


def _listed(scene: Scene, item: Item, context: Context) -> Share | None:
    """The first of a list: "main buyers were Malta (17.4%), Italy (12%)", "its largest partner is Malta with a share of 20%"."""
    shared = party(scene, WITH_SHARE.search(scene.mask, 0, item.start))
    part = shared or party(scene, BESIDE.search(scene.mask, 0, item.start))
    if part is None or (shared is None and not (_FRAME.search(scene.mask[: part.start]) and _row(scene, item))):
        return None
    if MOVE.search(scene.mask[: part.start]):
        return None
    return _share(scene, item, part, whole_before(scene, part, [one.mention for one in scene.parties if one.start >= part.start], context))


def _row(scene: Scene, item: Item) -> bool:
    """Whether the amount after this one goes on with the list."""
    after = next((one for one in scene.amounts if one.start >= item.end), None)
    match = _THEN.fullmatch(scene.mask[item.end : after.start]) if after and percent(scene, after) else None
    return match is not None and bool(match["p"] or match["rest"])


def _following(scene: Scene, item: Item, last: Share | None) -> Share | None:
    """The next of a row: "…, Italy for 12 percent", "and the rest (5 percent)": the whole is that of the one before."""
    match = _THEN.fullmatch(scene.mask, last.end, item.start) if last else None
    if last is None or match is None or (match["goods"] and last.by != "product") or (match["p"] and last.by != "partner"):
        return None
    rest = bool(match["rest"] or match["closing"])
    if match["p"]:
        part: Part | None = Part(match.start("p"), scene.party(match.start("p")), rest=rest)
    elif match["goods"]:
        part = named_goods(scene, match)
        part = replace(part, rest=rest) if part else None
    else:
        part = _remainder(scene, last, match) if rest else None
    made = _share(scene, item, part, last.whole) if part else None
    return replace(made, end=item.end, own=False) if made else None


def _doubled(scene: Scene, item: Item, last: Share | None, context: Context) -> Share | None:
    """The second whole of one part: "for A of Norway's exports and A of its imports"."""
    of = re.compile(r"\s+of\s+").match(scene.mask, item.end)
    if last is None or of is None or not _AND.fullmatch(scene.mask, last.end, item.start):
        return None
    part = replace(last.part, start=item.start, flow="")
    return _share(scene, item, part, whole_at(scene, part, of.end(), context))


def _remainder(scene: Scene, last: Share, match: re.Match[str]) -> Part:
    """The unnamed rest, as a partner or a product of that name."""
    start, end = match.span("rest") if match["rest"] else match.span("closing")
    span = scene.span(start, end)
    if last.by == "product":
        return Part(start, product=span, rest=True)
    return Part(start, Mention("group", span, span.text.removeprefix("the ").strip(), span, plural=True), rest=True)


def _share(scene: Scene, item: Item, part: Part, whole: Flow | None) -> Share | None:
    """The share if its part differs from the whole in one thing alone, and the whole is someone's trade."""
    if whole is None or whole.reporter is None or whole.kind not in KINDS or whole.verb or whole.listing or len(whole.partners) > 1:
        return None
    if part.reporter is not None and same(part.partner, whole.reporter):
        part = replace(part, partner=part.reporter)
    differs = _differences(part, whole)
    if len(differs) != 1 or (differs[0] == "partner" and not _trades_with(part.partner, whole.reporter, scene.published)):
        return None
    if differs[0] == "flow" and (part.flow not in ("exports", "imports") or whole.kind != "turnover"):
        return None
    if differs[0] == "product" and goods(whole.product) is not None:
        return None
    own = whole.start > item.start or 0 <= part.start <= whole.start
    return Share(item, part, whole, differs[0], max(item.end, whole.end if own else 0), own)


def _differences(part: Part, whole: Flow) -> list[str]:
    differs = ["flow"] if part.flow and part.flow != whole.kind else []
    if part.partner is not None and not same(part.partner, whole.partner):
        differs.append("partner")
    product = goods(whole.product)
    if part.product is not None and (product is None or product.text.lower() != part.product.text.lower()):
        differs.append("product")
    return differs


def _trades_with(partner: Mention | None, reporter: Mention, published: date | None) -> bool:
    """A member's part in the trade of its own bloc or region is no trade with a partner."""
    if partner is None or same(partner, reporter) or reporter.kind in ("region", "group"):
        return False
    members = lexicon().members(reporter.ref, published or date.max)
    return partner.ref not in members and (reporter.kind != "organisation" or bool(members) or partner.kind != "state")


def close(scene: Scene, found: Sequence[Share]) -> Iterator[tuple[Share, tuple[Share, ...]]]:
    """Each share with the row that is said to make up the whole, () if none: no percentage unread between, a remainder at the end."""
    percents = [item for item in scene.amounts if amount(item).unit == "percent"]
    rows: list[list[Share]] = []
    for share in found:
        joined = rows and rows[-1][-1].whole == share.whole and rows[-1][-1].by == share.by
        if joined and (rows[-1][-1].item, share.item) in pairwise(percents):
            rows[-1].append(share)
        else:
            rows.append([share])
    for row in rows:
        whole = tuple(row) if len(row) > 1 and row[-1].part.rest else ()
        yield from ((share, whole) for share in row)
