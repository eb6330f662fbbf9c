"""Wholes: the flow that a share is a part of, read as if the part's own name were not there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.claims.shares.parts import Part
from kg.claims.trade.flows import flows
from kg.claims.trade.parties import Context, complete
from kg.claims.trade.phrases import Flow
from kg.claims.trade.scenes import P, Scene
from kg.model import Mention

_OWNED = re.compile(
    rf"(?:(?!(?:and|or|in|on|that|which|was|were|is|are|growth|increase|rise|decline|drop|world|worldwide|global|international|compan\w+|regional"
    rf"|seaborne|retail|online)\b)(?:(?:country|republic|nation)['’]s|[a-z][\w-]*)\s+|{P}+(?:['’]s?)?[\s-]+){{0,6}}"
)


TOTAL = re.compile(r"\s+of\s+(?:the|its)\s+(?:country['’]s\s+)?(?:total|overall)(?:\s+(?:volume|amount|value|figure))?(?=\s*(?:[,.;)]|$|in\s|for\s))")


_GROWTH = re.compile(r"\s+(?:growth|increase|rise|decline|drop|decrease|reduction)\b")


_SINGULAR = re.compile(r"\b(?:export|import)$", re.IGNORECASE)


_NOUN = re.compile(r"\s+(?!(?:in|to|from|for|of|with|during|over|by|last|this|and|while|as|was|is|at|between)\b)[a-z]")


def _without(scene: Scene, parties: Sequence[Mention]) -> Scene:
    """The scene in which the names of some parties are plain words."""
    return replace(scene, parties=tuple(item for item in scene.parties if not any(item.mention.span == one.span for one in parties)))


def whole_at(scene: Scene, part: Part, at: int, context: Context) -> Flow | None:
    """The flow that begins at `at`, but for its owner and adjectives: "of Norway's total exports"."""
    reduced = _without(scene, [part.partner] if part.partner else [])
    named = flows(reduced)
    number = next((number for number, one in enumerate(named) if one.start >= at and _OWNED.fullmatch(reduced.mask[at : one.start])), None)
    if number is None:
        return None
    mask, flow = reduced.mask, named[number]
    words = re.match(r"\w+", mask[flow.start :])
    if _GROWTH.match(mask, flow.end) or (words and _SINGULAR.search(words.group()) and _NOUN.match(mask, flow.start + words.end())):
        return None
    return _settled(reduced, named, number, part, context)


def _settled(scene: Scene, named: Sequence[Flow], number: int, part: Part, context: Context) -> Flow:
    """The flow with its reporter found; a partner that the phrase does not name is taken only for parts by product or
    direction, of a whole whose owner it does not name either."""
    done = complete(scene, named, replace(context, states=()))[number]
    as_named = part.partner is not None or named[number].reporter is not None
    return replace(done, partners=named[number].partners) if as_named else done


def whole_before(scene: Scene, part: Part, listed: Sequence[Mention], context: Context) -> Flow | None:
    """The flow that the sentence named before the part, or else the one of the sentence before."""
    reduced = _without(scene, listed)
    named = flows(reduced)
    before = [number for number, one in enumerate(named) if one.start < part.start + bool(part.flow)]
    if before:
        return _settled(reduced, named, before[-1], part, context)
    return replace(context.flow, start=-1, end=-1, partners=()) if not named and context.flow is not None and context.age < 1 else None
