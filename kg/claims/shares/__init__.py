"""Shares: printed parts of a flow of trade in percent of the whole, by partner, by product or by direction.

The part is found first (who "accounted for", whose "share" it is, who stands in a list with a percentage in brackets);
its whole is then the flow that "of", "in" or the sentence before names, read as if the part's own name were not there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.claims.shares.percentages import fractions
from kg.claims.shares.rows import Share, close, shares
from kg.claims.trade.flows import flows
from kg.claims.trade.parties import Context, complete
from kg.claims.trade.periods import Span as Months
from kg.claims.trade.periods import inherited, period, stamps
from kg.claims.trade.phrases import Flow
from kg.claims.trade.products import goods
from kg.claims.trade.scenes import Scene, amount, scenes
from kg.claims.trade.terms import CUE
from kg.model import Claim, Filler, Mention, Reading, Span
from kg.patterns import search

__all__ = ["extract"]

LONGEST = 1500  # characters: what is longer is no sentence but a table or a list without stops


_SHARED = re.compile(
    r"\bshares?\b|\d\s?(?:%|per\s?cent|pct)\s*(?:\)|of\b)|\b(?:half|third|quarter|fifth|tenth|thirds|quarters)\s+of\b"
    r"|\baccount(?:s|ed|ing)?\s+for\b|\bpercent\s+of\b",
    re.IGNORECASE,
)


_GOODS = frozenset(
    "oil gas coal electricity energy fuel petrol petroleum uranium metals steel iron copper aluminium aluminum zinc gold silver ore machinery cars"
    " vehicles equipment electronics textiles clothing cotton wheat grain barley flour rice sugar tea coffee cocoa fruit fruits vegetables fish"
    " salmon meat beef dairy milk timber wood paper chemicals fertilisers fertilizers plastics cement services goods products food crude natural"
    " agricultural industrial mineral".split()
)


def extract(reading: Reading) -> Iterable[Claim]:
    """The shares of one article, in its order; what is printed twice is taken where it says more."""
    document = reading.document
    if not any(search(_SHARED, text) for text in (document.title, document.text)):
        return []
    kept: dict[tuple[object, ...], Claim] = {}
    for claim in _told(reading):
        key = (*_key(claim), claim.value("period_start"), claim.value("period_end"))
        kept[key] = max(kept.get(key, claim), claim, key=_said)
    dated = {key[:-2] for key in kept if key[-1]}
    return [claim for key, claim in kept.items() if key[-1] or key[:-2] not in dated or claim.value("exhaustive")]


def _key(claim: Claim) -> tuple[object, ...]:
    """What a share is of, but for its period."""
    names = tuple((filler.role, filler.mention.name) for filler in claim.fillers if filler.role in ("reporter", "partner", "within", "product"))
    return names, claim.value("flow"), claim.value("by"), claim.value("value")


def _said(claim: Claim) -> tuple[bool, bool]:
    return bool(claim.value("exhaustive")), claim.evidence[0].field == "text"


def _told(reading: Reading) -> Iterator[Claim]:
    context, field = Context(), ""
    for plain in scenes(reading):
        scene = fractions(plain)
        context = replace(context, period=inherited(context.period, scene.fresh))
        if scene.field != field:
            context, field = Context(), scene.field
        told = len(scene.text) <= LONGEST and search(_SHARED, scene.text)
        found = list(close(scene, list(shares(scene, context)))) if told else []
        for share, row in found:
            if not _proper(reading, share.part.product):
                whole = () if any(_proper(reading, one.part.product) for one in row) else row
                yield _claim(scene, share, context.period, whole)
        context = _next(scene, context, found[-1][0].whole if found else None)


def _proper(reading: Reading, product: Span | None) -> bool:
    """Whether goods at the head of a sentence are a name: "Equinor accounts for" is no product."""
    if product is None or not product.text[0].isupper():
        return False
    sentences = (*reading.analysis.title, *reading.analysis.sentences)
    tokens = [token for one in sentences if one.span.covers(product) for token in one.tokens if product.start <= token.start < product.end]
    first = product.text.split()[0].lower()
    if first in _GOODS or re.search(rf"\b{re.escape(first)}\b", reading.document.text):
        return False  # a common noun, by itself or as printed elsewhere
    return any(token.pos == "PROPN" or token.name not in ("", "O") for token in tokens)


def _next(scene: Scene, context: Context, told: Flow | None) -> Context:
    """What the next sentence may lean on: the last flow with its parties, and the period."""
    named = complete(scene, flows(scene), context) if search(CUE, scene.text) else []
    last = told or (named[-1] if named else None)
    if last is None:
        return replace(context, age=context.age + 1) if context.age < 1 else Context()
    months = next((stamp.span for stamp in stamps(scene) if stamp.span and not stamp.base), context.period)
    return Context(last, tuple(named), last.reporter or context.reporter, last.partner if len(last.partners) < 2 else None, months)


def _claim(scene: Scene, share: Share, context: Months, row: Sequence[Share]) -> Claim:
    """The claim of a share; parts that make up the whole together share a second passage, that of their row."""
    printed, part, whole = amount(share.item), share.part, share.whole
    months = period(scene, stamps(scene), share.item, False, context)
    values = {
        "flow": part.flow or whole.kind,
        "by": share.by,
        "value": f"{printed.value:f}",
        "period_start": months.start,
        "period_end": months.end,
        "period_basis": months.basis if months else "",
        "hedge": printed.hedge,
        "printed": printed.lexical,
        "decimals": str(printed.decimals),
        "exhaustive": "true" if row else "",
    }
    passages = [_words(scene, share)]
    if row:
        bounds = [_words(scene, one) for one in row]
        passages.append(scene.span(min(one.start for one in bounds) - scene.start, max(one.end for one in bounds) - scene.start))
    coded = tuple((name, value) for name, value in values.items() if value)
    return Claim("share", tuple(_fillers(share, scene, months)), coded, tuple(passages), f"shares.{values['flow']}.{share.by}")


def _words(scene: Scene, share: Share) -> Span:
    """The words that tell a share, a closing bracket included."""
    start = min(share.part.start, share.item.start, share.whole.start if share.own else share.part.start)
    return scene.span(start, share.end + scene.mask.startswith(")", share.end))


def _fillers(share: Share, scene: Scene, months: Months) -> Iterator[Filler]:
    part, whole = share.part, share.whole
    assert whole.reporter is not None
    yield Filler("reporter", whole.reporter)
    if partner := part.partner or whole.partner:
        yield Filler("partner", partner)
    if share.by == "partner" and whole.partner is not None:
        yield Filler("within", whole.partner)
    if (product := part.product or goods(whole.product)) is not None:
        yield Filler("product", Mention("product", product, product.text.lower(), product))
    if share.own:
        words = scene.span(whole.start, whole.end)
        yield Filler("whole", Mention("content", words, words.text, words))
    if months.mention is not None:
        yield Filler("period", months.mention)
    yield Filler("amount", share.item.mention)
