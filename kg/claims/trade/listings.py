"""Listings: flows told through those who trade: buyers, suppliers, investors, trading partners."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.claims.trade.phrases import PLACE, Flow, after, before
from kg.claims.trade.products import product_at
from kg.claims.trade.scenes import P, Scene

_SUBJECT = re.compile(
    rf"(?P<p>{P}+)(?:,\s+(?:after|behind|following|ahead\s+of|alongside|along\s+with|together\s+with)\s+[^.;:]{{0,60}},)?\s+(?:is|was|are|remains?|remained|represent(?:s|ed)|continue[sd]\s+to|bec[ao]me|has\s+become|has\s+been|being|ranks?|ranked|placed)\b[^.;:,]{{0,60}}$"
)

_SOURCE = re.compile(r"\b(?:sources?|origins?)\s+of\s+(?:[\w-]+\s+)?$")
_FOR = re.compile(rf"\s+(?:for|to|into)\s+{PLACE}(?P<p>{P}+)")


def listed(scene: Scene, flow: Flow, kind: str) -> Flow:
    """ "Buyers of Turkish textiles" (exports of Turkey), "Bishkek's trading partner" (with the subject, if it is one)."""
    flow = before(scene, replace(flow, product=None))
    if kind == "investors":
        return _invested(scene, flow)
    if kind == "suppliers":
        return _supplied(scene, flow)
    if kind == "buyers":
        of = re.compile(rf"(?:of|for)\s+(?:the\s+)?(?P<p>{P}+)").match(scene.mask, flow.end)
        if of is None:
            return _sold_to(scene, flow)
        product = product_at(scene, of.end())
        return _bought_by(scene, replace(flow, reporter=scene.party(of.start("p")), partners=(), product=product), of.end())
    subject = _SUBJECT.search(scene.mask[: flow.start])
    first = scene.party(subject.start("p")) if subject else None
    of = re.compile(rf"\s+of\s+(?:the\s+)?(?P<p>{P}+)").match(scene.mask, flow.end)
    owner = scene.party(of.start("p")) if of else flow.reporter
    if first is None or owner is None or first == owner:
        return replace(flow, reporter=owner)
    return replace(flow, reporter=owner, partners=(first,), symmetric=True)


def _invested(scene: Scene, flow: Flow) -> Flow:
    """ "Kazakhstan's largest investors": what is listed are reporters, the host is the partner."""
    subject = _SUBJECT.search(scene.mask[: flow.start])
    within = re.compile(rf"\s+(?:in|of)\s+{PLACE}(?P<p>{P}+)").match(scene.mask, flow.end)
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
    flow = after(scene, replace(flow, end=len(scene.mask[: flow.end].rstrip())))
    party = scene.party(subject.start("p")) if subject else None
    return replace(flow, partners=(party,)) if party is not None and party != flow.reporter else flow


def sourced(scene: Scene, flow: Flow) -> Flow:
    """ "Norway is the biggest source of imports for Malta": imports of Malta from Norway."""
    lead = _SOURCE.search(scene.mask[: flow.start]) if flow.kind == "imports" else None
    subject = _SUBJECT.search(scene.mask[: lead.start()]) if lead else None
    party = scene.party(subject.start("p")) if subject else None
    if party is None:
        return flow
    into = _FOR.match(scene.mask, flow.end)
    owner = scene.party(into.start("p")) if into else flow.reporter
    return replace(flow, reporter=owner if owner != party else None, partners=(party,))
