"""Changes: claims of printed changes of flows, signed by their words, with the period they are measured from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.claims.trade.figures import Figure, passage
from kg.claims.trade.observations import coded, hedge, parties, plain, printed_roles, until
from kg.claims.trade.periods import Span, Stamp, base, full_year_before, index, last_year, month, period, whole_year
from kg.claims.trade.scenes import Scene, amount
from kg.claims.trade.years import fiscal
from kg.model import Claim, Filler


def claim(scene: Scene, dates: Sequence[Stamp], figure: Figure, context: Span) -> tuple[Claim, Span]:
    """The change that a figure tells, and its period."""
    dates = fiscal(scene, dates, figure.flow)
    own, before = _periods(scene, dates, figure, context)
    printed = amount(figure.item)
    values = {
        "flow": figure.flow.kind,
        "kind": figure.kind,
        "value": plain(figure.value),
        "period_start": own.start,
        "period_end": own.end,
        "period_basis": own.basis if own else "",
        "base_start": before.start,
        "base_end": before.end,
        "unit": printed.unit,
        "hedge": hedge(scene, figure),
        "printed": printed.lexical,
        "decimals": str(printed.decimals),
        "scale": plain(printed.scale),
    }
    ends = [stamp.end for stamp in dates if before.mention is not None and stamp.span.mention == before.mention and stamp.start >= figure.item.end]
    fillers = [*parties(figure), *printed_roles(figure, own)]
    if before.mention is not None:
        fillers.append(Filler("base", before.mention))
    evidence = passage(scene, figure, max([*ends, until(scene, figure)]))
    return Claim("change", tuple(fillers), coded(values), (evidence,), f"trade.{figure.flow.kind}.{figure.kind}"), own


def based(claims: Sequence[Claim]) -> list[Claim]:
    """Changes that name no base, measured from the figure that the article prints for the same months one year before."""
    printed = {_key(one, -12): one for one in claims if one.kind == "observation" and one.value("period_start") and one.value("hedge") != "target"}
    found: list[Claim] = []
    for one in claims:
        before = printed.get(_key(one, 0)) if one.kind == "change" and one.value("period_start") and not one.value("base_start") else None
        if before is not None:
            base_period = {"base_start": before.value("period_start"), "base_end": before.value("period_end")}
            one = replace(one, values=(*one.values, *base_period.items()), evidence=(*one.evidence, before.evidence[0]))
        found.append(one)
    return found


def _key(claim: Claim, back: int) -> tuple[object, ...]:
    """What a figure is of, its months moved by `back`."""
    names = [tuple(mention.name for mention in claim.filled(role)) for role in ("reporter", "partner", "product")]
    start, end = claim.value("period_start"), claim.value("period_end")
    return claim.value("flow"), *names, month(index(start) - back) if start else "", month(index(end) - back) if end else ""


def _periods(scene: Scene, dates: list[Stamp], figure: Figure, context: Span) -> tuple[Span, Span]:
    """The months a change speaks of and those it is measured from. Growth "since 2016" or "from 2018 to 2022" is that of
    the last year against the first."""
    grown = next((stamp for stamp in dates if stamp.growth), None)
    if grown is not None:
        return last_year(grown.span), Span(grown.span.start, f"{grown.span.start[:4]}-12", grown.span.basis, grown.span.mention)
    since = next((stamp for stamp in dates if stamp.since and stamp.span.mention is not None and _yearly(stamp)), None)
    if since is not None:
        first = Span(since.span.start, f"{since.span.start[:4]}-12", since.span.basis, since.span.mention)
        other = next((stamp.span for stamp in dates if stamp is not since and not stamp.base and stamp.span), None)
        return other or full_year_before(scene.published), first
    own = whole_year(period(scene, dates, figure.item, False, context), figure.flow.kind)
    before = base(scene, dates, figure.item, own)
    return own, before if before != own else Span()


def _yearly(stamp: Stamp) -> bool:
    """ "since 2016", not "since the start of 2024"."""
    mention = stamp.span.mention
    return mention is not None and mention.span.text.strip().isdigit() and stamp.span.start[:4] != stamp.span.end[:4]
