"""Participants: lists of parties as printed, and who stands as the subject of a verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kg.claims.meetings.groups import folk, ranked, row, told_by_name
from kg.claims.meetings.holders import apposed, holders, in_role, titled
from kg.claims.meetings.scenes import Actor, Parties, Scene, is_adjective
from kg.claims.meetings.vocabularies import (
    AGENT,
    AGENT_OF,
    BARE,
    BRACKET,
    CREDIT,
    HONORIFIC,
    NOUN_AFTER,
    OPENING,
    PEOPLE,
    ROLE,
    SEPARATOR,
    STOP,
    WORD,
)
from kg.model import Mention


def is_bare(one: Mention) -> bool:
    """People of whom the article says nothing but that they hold some office ("senior officials")."""
    return one.kind == "content" and (one.name.endswith("delegation") or one.name.lower() in BARE or _RANKED.fullmatch(one.name) is not None)


_RANKED = re.compile(
    r"(?:[a-z-]+\s+)*(?:officials|leaders|ministers)|(?:[Nn]ew(?:ly[\s-][a-z]+)?\s+)?(?:[Aa]mbassadors|[Ee]nvoys|[Dd]iplomats)(?:\s+to\s+[A-Z]\w+)?"
)


def parties_at(scene: Scene, at: int) -> Parties | None:
    """The list of parties that begins at `at`, determiners and adjectives before each skipped; None if none begins there."""
    first = _party(scene, at)
    if first is None:
        return None
    members, end = [*first.members], _past_tooltip(scene, first)
    while (gap := SEPARATOR.match(scene.source, end, scene.end)) and (following := _party(scene, gap.end())):
        if (
            (gap.group() == "-" and not is_adjective(members[-1]))
            or (gap.group().strip() == "," and _new_clause(scene, at, members, following))
            or _goes_on(scene, at, gap.group(), following)
            or (gap.group().strip() == "," and len(members) > 1 and _fronted(scene, at, end))
            or ((following.members[0].kind == "organisation" or _credits(scene, gap)) and CREDIT.match(scene.source, following.end, scene.end))
        ):
            break
        apposed = following.apposed and members[-1].kind == "person" and gap.group().strip() == ","
        members += () if apposed else following.members
        end = _past_tooltip(scene, following)
    if (gap := _INCLUDING.match(scene.source, end, scene.end)) and (named := parties_at(scene, gap.end())) and named.members[0].kind == "person":
        members, end = [*(one for one in members if one.kind == "person"), *named.members], named.end
    return Parties(at, end, tuple(dict.fromkeys(_named(holders(members)))), first.apposed and len(members) == 1)


_INCLUDING = re.compile(r",?\s+(?:including|among\s+them|such\s+as|namely)\s+(?:with\s+)?(?:the\s+)?")
_MEMBERS = re.compile(r"\s+(?:member\s+)?(?:countries|states|nations)\b")


_OPENED = re.compile(r"\s*(?:(?:Earlier|Also|Later),?\s+)?(?:During|After|At|In|On|Following|Before|Prior|Ahead|While|When|As|[A-Z][a-z]+ing)\b")


def _credits(scene: Scene, gap: re.Match[str]) -> bool:
    """May a speaker follow ("A met B, Minister C said"), who is not the subject of a phrase that opens the sentence?"""
    return gap.group().strip() == "," and not _OPENED.match(scene.source, scene.start, scene.end)


def _fronted(scene: Scene, at: int, end: int) -> bool:
    """Does a list closed by "and" stand in the phrase that opens its sentence ("After talks with A and B, C said …")?"""
    opened = _OPENED.match(scene.source, scene.start, scene.end) is not None and "," not in scene.source[scene.start : at]
    return opened and " and " in scene.source[at:end]


def _past_tooltip(scene: Scene, found: Parties) -> int:
    """Past the word for the members of a body, and the tooltip that some sites leak after a name ("Ann Ray Ray AnnMinister ,")."""
    if found.members[-1].kind == "organisation" and (states := _MEMBERS.match(scene.source, found.end, scene.end)):
        return states.end()
    last = (found.members[-1].name.split() or ["?"])[-1]
    if not scene.source.startswith(f" {last}", found.end):
        return found.end
    leak = re.compile(rf"\s+{re.escape(last)}\b[^,;.]{{0,160}}?\s(?=,|and\s)").match(scene.source, found.end, scene.end)
    return leak.end() if leak else found.end


_RECEIVING = re.compile(r"(?:Receiving|Hosting|Welcoming|Addressing)\b")


def _new_clause(scene: Scene, at: int, members: Sequence[Mention], following: Parties) -> bool:
    """Does a comma part a phrase of place or company from the subject ("In Kiev, he …", "At a meeting with the Council, Mr A …")?"""
    kind = following.members[0].kind
    led = re.search(r"\b(?:[Ii]n|[Aa]t|from|to|[Dd]uring|with)\s+(?:the\s+)?$", scene.text(at - 14, at)) is not None
    return (
        kind == "pronoun"
        or (kind == "person" and _RECEIVING.match(scene.source, scene.start, scene.end) is not None)
        or (led and kind in ("person", "post", "group", "content") and all(one.kind in ("state", "organisation") for one in members))
    )


def _goes_on(scene: Scene, at: int, gap: str, following: Parties) -> bool:
    """Does a pronoun after "and" begin a clause of its own ("met with Minister B and he assured …", "A and B, and he …")?"""
    led = re.search(r"\b(?:with|met|received)\s+$", scene.text(at - 10, at)) is not None
    return following.members[0].name in ("he", "she", "they", "i", "we") and (led or "," in gap)


def _named(members: Sequence[Mention]) -> Iterable[Mention]:
    """Without a counterpart whose name follows ("his Greek counterpart, Nikos Dendias")."""
    for one, later in zip(members, [*members[1:], None], strict=True):
        if later is None or later.kind != "person" or one.kind not in ("post", "group") or not one.span.text.endswith("counterpart"):
            yield one


_BODY = re.compile(
    r"(?:the\s+)?((?:[A-Z][\w’'.-]*\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?){0,7}?(?:Council|Committee|Commission|Board|Presidium|Cabinet|"
    r"Collegium|Group|Federation|Assembly|Forum)(?!\w)"
    r"(?:\s+(?:of|for|on)\s+(?:the\s+)?(?![A-Z][a-z]+day\b|[A-Z][a-z]+\s+\d)[A-Z][\w’'-]*(?:\s+(?:of\s+(?:the\s+)?|and\s+)?[A-Z][\w’'-]*)*)?)"
)


def _party(scene: Scene, at: int) -> Parties | None:
    """One party: a body by its whole name, a mention, people who act for a state, or people without a name."""
    found = _one(scene, at)
    body = _BODY.match(scene.source, at, scene.end)
    if body and (found is None or (found.end < body.end() and found.members[0].kind in ("state", "organisation", "content"))):
        span = scene.span(body.start(1), body.end(1))
        return Parties(at, body.end(), (Mention("organisation", span, " ".join(span.text.split()), span),))
    if found is not None and len(found.members) == 1 and found.members[0].kind in ("group", "post") and _unknown(scene, found):
        one = found.members[0]
        state = next((which for which in scene.names if which.kind == "state" and found.start <= which.span.start < one.head.start), None)
        if state is not None and one.kind == "group":
            return Parties(at, found.end, (state,))
        if one.kind == "post":
            return _described(scene, at, found, one)
        if not re.match(r"(?:the|both|all|these|either|our)\b|two\b", one.span.text, re.IGNORECASE):
            return Parties(at, found.end, (Mention("content", one.span, " ".join(one.span.text.split()), one.span, plural=True),))
    return found


def _described(scene: Scene, at: int, found: Parties, one: Mention) -> Parties:
    """A post whose holder is not named, as printed, if it says whose post it is ("India's vice president")."""
    actor = scene.actor_at(found.start)
    start = actor.start if actor else one.span.start
    state = next((which for which in scene.names if which.kind == "state" and start <= which.span.start < one.span.end), None)
    if state is not None:
        named = apposed(scene, found.end, state)
        return Parties(at, named.end, (named.mention,)) if named else Parties(at, found.end, (state,), apposed=True)
    owned = start < one.span.start or re.search(r"\b(?:of|for)\s+[A-Z]", one.span.text) is not None
    span = scene.span(start, one.span.end)
    if named := apposed(scene, found.end, None):
        return Parties(at, named.end, (named.mention,))
    return Parties(at, found.end, (Mention("content", span, " ".join(span.text.split()), span),), apposed=True) if owned else found


_LED_BY = re.compile(
    rf"(?:(?:an?|the)\s+)?(?:{WORD}[’'s]*\s+){{0,4}}?(?:delegation|group|team|mission|(?i:"
    rf"council|committee|association|union|board|forum|party|contingent))\s+(?:of\s+[^.;]{{3,80}}?\s+)?,?\s*(?:which is\s+|"
    rf"was\s+)?(?:led|headed|chaired)\s+by\s+"
)


def _one(scene: Scene, at: int) -> Parties | None:
    if (listed := told_by_name(scene, at)) is not None:
        return listed
    led = _LED_BY.match(scene.source, at, scene.end)
    for leader in (_actor(scene, led.end()), titled(scene, led.end())) if led else ():
        if leader is not None and leader.members[0].kind == "person":
            return Parties(at, leader.end, leader.members)
    if (found := _actor(scene, at)) is not None and not _unknown(scene, found):
        return (titled(scene, at) if found.members[0].kind in ("state", "organisation") else None) or found
    if (prefix := AGENT_OF.match(scene.source, at, scene.end)) and not STOP.search(_body(prefix.group())):
        inner = row(scene, prefix.end())
        if inner is not None and (found is None or inner.end > found.end or (inner.end == found.end and found.members[0].kind != "post")):
            return _each_named(scene, inner) or Parties(at, inner.end, inner.members)
    if found is not None:
        holder = titled(scene, at) if found.members[0].kind == "post" else None
        return holder if holder and " and " not in scene.source[at : holder.members[0].head.start] else found
    if found := titled(scene, at) or ranked(scene, at) or _peers(scene, at) or in_role(scene, at):
        return found
    role = ROLE.match(scene.source, at, scene.end)
    named = scene.actor_at(role.end()) if role else None
    if named is not None and named.mention.kind == "person":
        return _actor(scene, named.start)
    opening = OPENING.match(scene.source, at, scene.end)
    for start in _words(scene.source, at, opening.end() if opening else at):
        if (found := _actor(scene, start)) is not None:
            return found
    return folk(scene, at)


_PEERS = re.compile(r"(?:his|her|their|the)\s+(?:[\w-]+\s+){0,3}?(?:counterparts?|peers?|colleagues?|homologues?),?\s+")


def _peers(scene: Scene, at: int) -> Parties | None:
    """ "His peers A of B …": the person named first."""
    lead = _PEERS.match(scene.source, at, scene.end)
    named = scene.actor_at(lead.end()) if lead else None
    return Parties(at, named.end, (named.mention,)) if named and named.mention.kind == "person" else None


def _each_named(scene: Scene, inner: Parties) -> Parties | None:
    """The people who are named, one for each state, after their states ("his peers from Chile and Peru, A and B")."""
    states = [one for one in inner.members if one.kind == "state"]
    if len(states) < 2 or len(inner.members) != len(states) + 1 or inner.members[-1].kind != "person":
        return None
    people = parties_at(scene, inner.members[-1].span.start)
    if people is None or len(people.members) != len(states) or any(one.kind != "person" or one.titles for one in people.members):
        return None
    return Parties(inner.start, people.end, people.members)


def _unknown(scene: Scene, found: Parties) -> bool:
    """A group or post that stands for nobody known."""
    return all(one.kind in ("group", "post") and not scene.reading.links.of(one) for one in found.members)


_SPACED = re.compile(r"\S+\s+")


def _words(source: str, start: int, end: int) -> Iterable[int]:
    """Where each word after the first begins, `end` included."""
    return [match.end() for match in _SPACED.finditer(source, start, end)]


def _body(prefix: str) -> str:
    """The prefix without its last words ("of", "from the")."""
    prefix = re.sub(r"(?<=inistries) of foreign affairs\b", "", prefix, flags=re.IGNORECASE)
    prefix = re.sub(r"^(?:the|a|an|his|her|their|its|some|all|both)\s+", "", prefix, flags=re.IGNORECASE)
    return re.sub(r"\s+(?:of|from|for|in|representing|led by|headed by)\s+(?:both\s+)?(?:the\s+)?(?:governments? of\s+)?(?:the\s+)?$", "", prefix)


_TO_NAME = re.compile(r",?\s+(?:(?:His|Her|HE|HH|HRH)\s+(?:(?:Royal\s+)?(?:Majesty|Excellency|Highness)\s+)?)?")


def _actor(scene: Scene, at: int) -> Parties | None:
    honour = HONORIFIC.match(scene.source, at, scene.end)
    actor = scene.actor_at(at) or (scene.actor_at(honour.end()) if honour else None)
    if actor is None:
        return None
    end = actor.end
    if actor.mention.kind in ("post", "group") and actor.mention.span.text.endswith("counterpart"):
        gap = _TO_NAME.match(scene.source, end, scene.end)
        named = scene.actor_at(gap.end()) if gap else None
        if named is not None and named.mention.kind == "person":
            return Parties(at, named.end, (named.mention,))
    if actor.mention.kind in ("state", "organisation"):
        agent = AGENT.match(scene.source, end, scene.end)
        if agent and not STOP.search(agent.group()) and not any(end < one.start < agent.end() for one in scene.actors):
            named = scene.actor_at(agent.end() + 1)
            if named is not None and named.mention.kind == "person" and not agent.group().endswith("s"):  # "Kenya's top diplomat A"
                return Parties(at, named.end, (named.mention,))
            return Parties(at, agent.end(), (actor.mention,))
        if is_adjective(actor.mention):
            return _qualified(scene, at, actor)
        if scene.source.startswith(("’s ", "'s ", "’ ", "' ", "/"), end) or _bound(scene, end):
            return None
    bracket = BRACKET.match(scene.source, end, scene.end)
    return Parties(at, bracket.end() if bracket else end, (actor.mention,))


def _bound(scene: Scene, end: int) -> bool:
    """Is the name but the modifier of the noun that follows ("NATO commitments")?"""
    tag = scene.tag(end + 1)
    return tag in ("NOUN", "ADJ") if tag else NOUN_AFTER.match(scene.source, end, scene.end) is not None


def _qualified(scene: Scene, at: int, actor: Actor) -> Parties | None:
    """An adjective of nationality: of two states before one noun ("Israeli and Palestinian leaders"), or of some people."""
    joined = re.compile(r"\s*(?:,|and|[–—-])\s*").match(scene.source, actor.end, scene.end)
    if joined:
        following = _party(scene, joined.end())
        if following is not None and following.members[0].kind == "content":
            span = scene.span(actor.start, following.end)
            return Parties(at, following.end, (Mention("content", span, " ".join(span.text.split()), span, plural=True),))
        return Parties(at, following.end, (actor.mention, *following.members)) if following else None
    return folk(scene, at)


_WORDS = re.compile(r"\S+")


@lru_cache(maxsize=256)
def lists(scene: Scene) -> tuple[Parties, ...]:
    """Every list of parties of a sentence, left to right, none within another."""
    found: list[Parties] = []
    starts = {actor.start for actor in scene.actors}
    for match in scene.matches(PEOPLE):
        words = [one.start() for one in _WORDS.finditer(scene.source, max(scene.start, match.start() - 60), match.end())]
        starts |= set(words[-6:])
    at = scene.start
    for start in sorted(starts):
        if start >= at and (start == scene.start or not scene.source[start - 1].isalnum()) and (one := parties_at(scene, start)) is not None:
            found.append(one)
            at = one.end
    return tuple(found)
