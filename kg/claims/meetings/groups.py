"""Groups: parties named in a row after the word for them all, and people told only by whom they act for or what they are."""

from __future__ import annotations

import re

from kg.claims.meetings.scenes import Parties, Scene, is_adjective
from kg.claims.meetings.vocabularies import AGENT, FOLK_OF, SEPARATOR, STOP
from kg.model import Mention

_WORDS = re.compile(r"\S+")


_LISTED = re.compile(
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,7}?(?:countries|states|nations|parties|members|powers|guarantors|republics)(?:\s*[–—:]\s*|\s+-\s+|"
    r",\s+namely\s+|\s+\()"
)


def told_by_name(scene: Scene, at: int) -> Parties | None:
    """States named one by one after the word for them all ("the guarantor countries – A, B and C")."""
    lead = _LISTED.match(scene.source, at, scene.end)
    inner = row(scene, lead.end()) if lead and not STOP.search(lead.group()[4:]) else None
    if inner is None or len(inner.members) < 2:
        return None
    closing = re.compile(r"\s*[–—)]|\s+-(?=\s)").match(scene.source, inner.end, scene.end)
    return Parties(at, closing.end() if closing else inner.end, inner.members)


def row(scene: Scene, at: int) -> Parties | None:
    """States or bodies named one after another ("officials from India, Iran and Pakistan")."""
    starts = {one.span.start: one for one in scene.names}
    near = [start for start in starts if at < start < at + 40]
    if (
        at not in starts
        and near
        and re.fullmatch(r"(?:[\w’'-]+\s+){1,5}", scene.source[at : near[0]])
        and not STOP.search(scene.source[at : near[0]])
    ):
        at = near[0]
    members: list[Mention] = []
    end = at
    while (one := starts.get(at)) is not None:
        members.append(one)
        end = one.span.end
        gap = SEPARATOR.match(scene.source, end, scene.end)
        if gap is None or one.kind == "person":
            break
        at = gap.end() + (4 if scene.source.startswith("the ", gap.end()) else 0)
        if one.kind == "organisation" and gap.group().strip().startswith(","):
            break
    return Parties(at, end, tuple(members)) if members else None


_LOWER = re.compile(r"(?:(?!(?:with|to|of|in|on|at|for|from|by|and|or|the|a|an|his|her|their)\b)[a-z][\w-]*\s+(?:and\s+)?){1,4}(?=[A-Z])")


def ranked(scene: Scene, at: int) -> Parties | None:
    """People who act for the state whose adjective follows others ("national and provincial Iraqi officials")."""
    lead = _LOWER.match(scene.source, at, scene.end)
    actor = scene.actor_at(lead.end()) if lead else None
    if actor is None or actor.mention.kind != "state" or not is_adjective(actor.mention):
        return None
    agent = AGENT.match(scene.source, actor.end, scene.end)
    tags = {scene.tag(at + word.start()) for word in _WORDS.finditer(scene.source[at : actor.start])}
    return (
        Parties(at, agent.end(), (actor.mention,))
        if agent and not STOP.search(agent.group()) and tags <= {"", "ADJ", "NOUN", "CCONJ", "ADV"}
        else None
    )


def folk(scene: Scene, at: int) -> Parties | None:
    """People without a name ("Russian journalists", "members of the Cabinet")."""
    match = FOLK_OF.match(scene.source, at, scene.end)
    if match is None or STOP.search(match.group("before")):
        return None
    start, end = match.span("whole")
    if (start > at and scene.actor_at(start)) or any(
        one.start < end and start < one.end and one.mention.kind in ("person", "pronoun") for one in scene.actors
    ):
        return None
    tags = [scene.tag(start + word.start()) for word in re.finditer(r"[\w’'-]+", match.group("before") + "x")]
    if any(tag in ("VERB", "AUX", "PRON", "ADV", "ADP", "SCONJ") for tag in tags):
        return None
    span = scene.span(start, end)
    return Parties(at, end, (Mention("content", span, " ".join(span.text.split()), span, plural=True),))
