"""Trade: printed figures of turnover, exports, imports, balance and investment, and printed changes of them.

A sentence becomes a scene (its parties, dates and amounts in place), its nouns and verbs of trade become flows, each
amount a figure of a flow; what a sentence leaves out comes from the sentences before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.claims.trade import changes, observations
from kg.claims.trade.figures import Figure, figures
from kg.claims.trade.flows import flows
from kg.claims.trade.parties import Context, complete, salient
from kg.claims.trade.periods import Span, Stamp, inherited, stamps
from kg.claims.trade.phrases import Flow
from kg.claims.trade.scenes import PART, Scene, amount, scenes
from kg.claims.trade.terms import CUE
from kg.model import Claim, Reading
from kg.patterns import search

__all__ = ["extract"]


def extract(reading: Reading) -> Iterable[Claim]:
    """Observations and changes of one article, in its order; what headline and text both print is taken once."""
    texts = (reading.document.title, reading.document.text)
    counted = any(one.kind == "amount" for one in reading.mentions) or any(search(PART, text) for text in texts)
    if not counted or not any(search(CUE, text) for text in texts if text):
        return []
    every = list(scenes(reading))
    start = Context(states=salient([item.mention for scene in every for item in scene.parties]))
    found: list[Claim] = []
    context, field = start, ""
    for number, scene in enumerate(every):
        if scene.field != field:
            context, field = start, scene.field
        if any(near.amounts for near in every[number : number + 3]):
            claims, context = _read(scene, replace(context, period=inherited(context.period, scene.fresh)))
            found += claims
        else:
            context = start
    return changes.based(observations.distinct(found))


def _read(scene: Scene, context: Context) -> tuple[list[Claim], Context]:
    """The claims of one sentence, and what it leaves for the next."""
    named = flows(scene) if search(CUE, scene.text) else []
    if not named and not scene.amounts:
        return [], _heading(scene, context)
    completed = complete(scene, named, context)
    read = _plausible(figures(scene, completed, context), context)
    dates = stamps(scene)
    claims: list[Claim] = []
    period, unit = context.period, context.unit
    for figure in read:
        if figure.flow.reporter is None:
            continue
        claim, own = observations.claim(scene, dates, figure, period, unit) if figure.kind == "value" else changes.claim(scene, dates, figure, period)
        claims.append(claim)
        if figure.kind == "value":
            unit = amount(figure.item).unit or unit
        if own and not figure.target and not observations.is_base(scene, dates, figure):
            period = own
    if not read and named:
        period = _announced(scene, dates) or period
    whole = next(
        (amount(one.item) for one in reversed(read) if one.kind == "value" and one.flow.kind == "turnover" and not one.target), context.whole
    )
    if not read and named and not named[0].partners and not named[0].whole:
        completed = [_alone(one) for one in completed]  # "Exports are up as trade with Malta grows": the next figures are of all exports
    return claims, replace(_next(context, completed, read, period), unit=unit, whole=whole)


def _plausible(read: Sequence[Figure], context: Context) -> list[Figure]:
    """The figures without a partner taken from before where one exceeds the whole turnover with that partner."""
    whole = context.whole
    beyond = [
        one.named
        for one in read
        if whole
        and one.flow.lent
        and one.flow.kind in ("exports", "imports")
        and one.kind == "value"
        and amount(one.item).unit == whole.unit
        and one.value > whole.value
    ]
    return [replace(one, flow=_alone(one.flow), named=_alone(one.named)) if one.named in beyond else one for one in read]


def _alone(flow: Flow) -> Flow:
    return replace(flow, partners=(), lent=False)


def _announced(scene: Scene, dates: Sequence[Stamp]) -> Span:
    """The months of a sentence that names flows and no amount yet: "The deficit widened in April." """
    spans = [stamp.span for stamp in dates if not stamp.base and not stamp.self]
    plain = len(spans) == 1 and not (dates[0].since or dates[0].past or dates[0].growth or " since " in scene.text)
    return spans[0] if plain else Span()


def _heading(scene: Scene, context: Context) -> Context:
    """A short fragment without a verb names reporter and period of what follows: "Moldova, first half of 2024." """
    if len(scene.text) < 60 and len(scene.parties) == 1 and scene.dates and len(scene.text.split()) < 9:
        period = next((stamp.span for stamp in stamps(scene) if not stamp.base), Span())
        return replace(context, reporter=scene.parties[0].mention, partner=None, period=period, age=0)
    return replace(context, age=context.age + 1) if context.age < 2 else Context(states=context.states)


def _next(context: Context, named: list[Flow], read: list[Figure], period: Span) -> Context:
    """The flow, parties and period that the next sentence may lean on."""
    last = read[-1].named if read else named[-1] if named else None
    if last is None:
        return replace(context, age=context.age + 1)
    spoken = tuple(dict.fromkeys(replace(one.named, product=one.named.product or one.flow.product) for one in read)) or tuple(named)
    partner = last.partner if len(last.partners) < 2 else None
    return Context(last, spoken, last.reporter or context.reporter, partner, period, context.states)
