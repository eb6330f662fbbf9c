"""Participants: lists of parties as printed, and who stands as the subject of a verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.claims.meetings.scenes import Actor, Scene, is_adjective
from kg.claims.meetings.vocabularies import (
    AGENT,
    AGENT_OF,
    BARE,
    BRACKET,
    CREDIT,
    FOLK_OF,
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


@dataclass(frozen=True, slots=True)
class Parties:
    """A coordinated list of parties and where it stands."""

    start: int
    end: int
    members: tuple[Mention, ...]


def is_bare(one: Mention) -> bool:
    """People of whom the article says nothing but that they hold some office ("senior officials")."""
    return one.kind == "content" and (
        one.name.lower() in BARE or (one.name.islower() and one.name.split()[-1] in ("officials", "leaders", "ministers"))
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
            or (following.members[0].kind == "organisation" and CREDIT.match(scene.source, following.end, scene.end))
        ):
            break
        members += following.members
        end = _past_tooltip(scene, following)
    return Parties(at, end, tuple(dict.fromkeys(_named(members))))


def _past_tooltip(scene: Scene, found: Parties) -> int:
    """Past the tooltip that some sites leak after a name ("Anton Siluanov Siluanov AntonFinance Minister ,")."""
    last = (found.members[-1].name.split() or ["?"])[-1]
    if not scene.source.startswith(f" {last}", found.end):
        return found.end
    leak = re.compile(rf"\s+{re.escape(last)}\b[^,;.]{{0,160}}?\s(?=,|and\s)").match(scene.source, found.end, scene.end)
    return leak.end() if leak else found.end


def _new_clause(scene: Scene, at: int, members: Sequence[Mention], following: Parties) -> bool:
    """Does a comma part a phrase of place or company from the subject ("In Kiev, he …", "At a meeting with the Council, Mr A …")?"""
    kind = following.members[0].kind
    led = re.search(r"\b(?:[Ii]n|[Aa]t|from|to|[Dd]uring|with)\s+(?:the\s+)?$", scene.text(at - 14, at)) is not None
    return kind == "pronoun" or (
        led and kind in ("person", "post", "group", "content") and all(one.kind in ("state", "organisation") for one in members)
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
    r"(?:\s+(?:of|for|on)\s+(?:the\s+)?[A-Z][\w’'.-]*(?:\s+(?:of\s+(?:the\s+)?|and\s+)?[A-Z][\w’'.-]*)*)?)"
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
        return Parties(at, found.end, (state,))
    owned = start < one.span.start or re.search(r"\b(?:of|for)\s+[A-Z]", one.span.text) is not None
    span = scene.span(start, one.span.end)
    return Parties(at, found.end, (Mention("content", span, " ".join(span.text.split()), span),)) if owned else found


_LED_BY = re.compile(
    rf"(?:(?:an?|the)\s+)?(?:{WORD}[’'s]*\s+){{0,4}}?(?:delegation|group|team|mission)\s+(?:of\s+[^.;]{{3,80}}?\s+)?,?\s*(?:which is\s+|"
    rf"was\s+)?(?:led|headed|chaired)\s+by\s+"
)
_POSTS = re.compile(
    r"\b(?:[Cc]o-?[Cc]hair|[Cc]hair(?:man|woman|person)?|President|Minister|Secretary|Director|Head|Speaker|Ambassador|Envoy|Representative|"
    r"Governor|Mayor|Advis[eo]r|Congressman|Senator|Commissioner|General|Chief|Officer|Member|Deputy|Chancellor|Premier|Leader|Coordinator)\b"
)
_RUN = re.compile(
    r"(?!(?:If|After|Before|During|When|While|As|At|In|On|By|For|From|With|And|But|Had|Has|Did|Will|That|Earlier|"
    r"Later)\b)(?:(?:[A-Z][\w’'`.-]*|of|for|and|the|to|on|&|-|–)[’']?\s+|\([A-Z][\w -]{1,30}\)\s+)+"
)


def _titled(scene: Scene, at: int, limit: int = 160) -> Parties | None:
    """A person whose long title no list of posts knows ("State Council Chairman A"): capitals run up to the name."""
    run = _RUN.match(scene.source, at, min(scene.end, at + limit))
    if run is None or not scene.source[at].isupper() or scene.tag(at) not in ("", "NOUN", "PROPN", "ADJ"):
        return None
    people = [one for one in scene.mentions if one.kind == "person" and at < one.head.start <= run.end()]
    if not people or not _POSTS.search(scene.source, at, people[0].head.start):
        return None
    return Parties(at, people[0].span.end, (people[0],))


_LOWER = re.compile(r"(?:(?!(?:with|to|of|in|on|at|for|from|by|and|or|the|a|an|his|her|their)\b)[a-z][\w-]*\s+(?:and\s+)?){1,4}(?=[A-Z])")


def _ranked(scene: Scene, at: int) -> Parties | None:
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


_LISTED = re.compile(
    r"(?:the\s+)?(?:[\w’'-]+\s+){0,7}?(?:countries|states|nations|parties|members|powers|guarantors|republics)(?:\s*[–—:]\s*|\s+-\s+|"
    r",\s+namely\s+|\s+\()"
)


def _listed(scene: Scene, at: int) -> Parties | None:
    """States named one by one after the word for them all ("the guarantor countries – A, B and C")."""
    lead = _LISTED.match(scene.source, at, scene.end)
    inner = _inner(scene, lead.end()) if lead and not STOP.search(lead.group()[4:]) else None
    if inner is None or len(inner.members) < 2:
        return None
    closing = re.compile(r"\s*[–—)]|\s+-(?=\s)").match(scene.source, inner.end, scene.end)
    return Parties(at, closing.end() if closing else inner.end, inner.members)


def _one(scene: Scene, at: int) -> Parties | None:
    if (listed := _listed(scene, at)) is not None:
        return listed
    led = _LED_BY.match(scene.source, at, scene.end)
    for leader in (_actor(scene, led.end()), _titled(scene, led.end())) if led else ():
        if leader is not None and leader.members[0].kind == "person":
            return Parties(at, leader.end, leader.members)
    if (found := _actor(scene, at)) is not None and not _unknown(scene, found):
        return (_titled(scene, at) if found.members[0].kind in ("state", "organisation") else None) or found
    if (prefix := AGENT_OF.match(scene.source, at, scene.end)) and not STOP.search(_body(prefix.group())):
        inner = _inner(scene, prefix.end())
        if inner is not None:
            return Parties(at, inner.end, inner.members)
    if found is not None or (found := _titled(scene, at) or _ranked(scene, at)):
        return found
    role = ROLE.match(scene.source, at, scene.end)
    named = scene.actor_at(role.end()) if role else None
    if named is not None and named.mention.kind == "person":
        return _actor(scene, named.start)
    opening = OPENING.match(scene.source, at, scene.end)
    for start in _words(scene.source, at, opening.end() if opening else at):
        if (found := _actor(scene, start)) is not None:
            return found
    return _folk(scene, at)


def _unknown(scene: Scene, found: Parties) -> bool:
    """A group or post that stands for nobody known."""
    return all(one.kind in ("group", "post") and not scene.reading.links.of(one) for one in found.members)


def _words(source: str, start: int, end: int) -> Iterable[int]:
    """Where each word after the first begins, `end` included."""
    return [match.end() for match in re.compile(r"\S+\s+").finditer(source, start, end)]


def _body(prefix: str) -> str:
    """The prefix without its last words ("of", "from the")."""
    prefix = re.sub(r"(?<=inistries) of foreign affairs\b", "", prefix, flags=re.IGNORECASE)
    prefix = re.sub(r"^(?:the|a|an|his|her|their|its|some|all|both)\s+", "", prefix, flags=re.IGNORECASE)
    return re.sub(r"\s+(?:of|from|for|in|representing|led by|headed by)\s+(?:both\s+)?(?:the\s+)?(?:governments? of\s+)?(?:the\s+)?$", "", prefix)


def _inner(scene: Scene, at: int) -> Parties | None:
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


def _actor(scene: Scene, at: int) -> Parties | None:
    honour = HONORIFIC.match(scene.source, at, scene.end)
    actor = scene.actor_at(at) or (scene.actor_at(honour.end()) if honour else None)
    if actor is None:
        return None
    end = actor.end
    if actor.mention.kind in ("post", "group") and actor.mention.span.text.endswith("counterpart"):
        gap = re.compile(r",?\s+").match(scene.source, end, scene.end)
        named = scene.actor_at(gap.end()) if gap else None
        if named is not None and named.mention.kind == "person":
            return Parties(at, named.end, (named.mention,))
    if actor.mention.kind in ("state", "organisation"):
        agent = AGENT.match(scene.source, end, scene.end)
        if agent and not STOP.search(agent.group()) and not any(end < one.start < agent.end() for one in scene.actors):
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
    return _folk(scene, at)


def _folk(scene: Scene, at: int) -> Parties | None:
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
