"""Agreements: each instrument the article speaks of once, with its parties and the furthest stage it is said to have reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg.claims import contracting, stages
from kg.claims.instruments import Gathering, Instrument
from kg.claims.passages import Passage, Passages, is_named, kind_of
from kg.model import Claim, Filler, Mention, Reading, Span, When


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim an instrument, in the order of first mention."""
    passages = Passages(reading).read()
    if passages:
        view = View(reading)
        for instrument in Gathering(reading, view.actors).instruments(passages):
            yield view.claim(instrument)


THEY = re.compile(r"\b(?:[Tt]hey|[Bb]oth sides|[Tt]he (?:two )?(?:sides|parties|countries|states|neighbou?rs))\b")
PAST = re.compile(r"\b(?:predecessor|[Ff]ormer|[Tt]hen-?)\b")
HOLDING = re.compile(r"\b(?:conclud|complet|held|hold|start|began|begin|resum|launch|continu|finish|open|end)\w*\s+(?:[\w-]+\s+){0,5}$")
SIGNING = re.compile(r"verb (?:signed|initialled|agreed|negotiated)")
COLLECTIVE = re.compile(r"\b(?:participants|heads of state|heads of government|leaders|members|member states|ministers)\b")


class View:
    """What the claims of one article are made of."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.actors = contracting.Actors(reading)
        self.last: list[Mention] = []  # parties of the instrument described before: the next one without any is theirs

    def claim(self, instrument: Instrument) -> Claim:
        best, title = instrument.best, instrument.title
        fillers = [Filler("agreement", title)]
        parties = self.parties(instrument)
        if not parties and not is_named(title) and best.found.stage in ("signed", "agreed", "planned", "ratified"):
            parties = self.last
        if not is_named(title):
            self.last = parties if len(parties) > 1 else []
        fillers += [Filler("party", one, self.actors.stands_for(one)) for one in parties]
        values = [("kind", kind_of(title.name)), ("stage", best.found.stage)]
        when = self.date(best)
        if when:
            values.append(("stage_date", when))
        return Claim("agreement", tuple(dict.fromkeys(fillers)), tuple(values), self.evidence(best), f"agreement: {best.found.rule}")

    def parties(self, instrument: Instrument) -> list[Mention]:
        """Those the instrument's words name; else those who sign or agree; else, for a joint one, the article's pair."""
        title, kind = instrument.title, kind_of(instrument.title.name)
        named, complete = self._named(instrument)
        if complete:
            return named
        if any(re.search(r"\bour\s$", self._before(passage.mention)) for passage in instrument.passages):
            return self.actors.pair
        if kind not in ("law", "resolution") and contracting.MULTILATERAL.search(title.name):
            best = instrument.best
            return named or self.actors.owner(best.sentence, best.sentence.start + best.found.start)
        if contracting.TWO.search(title.name):
            return self._implied(instrument, named) or named
        acting = self._acting(instrument, bool(named))
        if kind == "resolution":
            return [one for one in acting if one.kind == "organisation"]
        both = _distinct([*named, *acting])
        if len(self.actors.names(both)) > 1 or (both and (is_named(title) or kind == "law")):
            return both
        return self._implied(instrument, both) or both

    def _before(self, mention: Mention) -> str:
        return self.reading.document.field(mention.span.field)[max(0, mention.span.start - 12) : mention.span.start]

    def _implied(self, instrument: Instrument, known: Sequence[Mention]) -> list[Mention]:
        """Parties that only the context tells: "the two countries", the pair that meets, the organisation that decides."""
        for passage in instrument.passages:
            if contracting.TWO.search(passage.mention.span.text):
                vague = instrument.best.stage < stages.ORDER.index("planned") and contracting.THE_PARTIES.search(passage.mention.span.text)
                return self.actors.together(passage.sentence, passage.mention.span.start) or ([] if vague else self.actors.pair)
        best = instrument.best.found
        mutual = contracting.MUTUAL.search(" ".join(passage.mention.span.text for passage in instrument.passages))
        concluded = best.stage in ("signed", "ratified", "in force", "implemented")
        reached = concluded or best.stage in ("agreed", "planned")
        if is_named(instrument.title) and not (concluded or (mutual and reached)):
            return []
        if best.stage == "negotiated" and not known and (gathered := self.actors.gathered(instrument.best.sentence)):
            return gathered
        if not reached and not mutual:
            return []
        before = instrument.best.sentence.text[: best.start]
        if known and PAST.search(before):  # a predecessor signed, not those whom the article is about
            return []
        pair = self.actors.pair
        if pair and (not known or self.actors.names(known) <= {one.name for one in pair}):
            return pair
        if known or pair:
            return []
        sentence = instrument.best.sentence
        if THEY.search(sentence.text) and sentence.field == "text":
            earlier = self.reading.document.span(max(0, sentence.start - 250), sentence.start)
            return self.actors.together(earlier, sentence.start)
        return self.actors.host(instrument.best.sentence) if COLLECTIVE.search(instrument.best.sentence.text) else []

    def _named(self, instrument: Instrument) -> tuple[list[Mention], bool]:
        found: list[Mention] = self.actors.owning(instrument.title)
        for passage in instrument.passages:
            parties, complete = self.actors.named(passage.mention)
            if complete:
                return _distinct(parties), True
            found += parties
        return _distinct(found), False

    def _acting(self, instrument: Instrument, any_stage: bool) -> list[Mention]:
        """The actors of the passage of the furthest stage that has some."""
        lowest = stages.ORDER.index("planned")
        for passage in sorted(instrument.passages, key=lambda one: -one.stage):
            earlier = passage.stage < lowest and passage.stage > 0 and instrument.best.stage > passage.stage and instrument.best.stage > lowest
            if not any_stage and passage.stage < lowest and not earlier:
                break
            acting = self._actors(passage, any_stage)
            if acting and (not earlier or len(self.actors.names(acting)) > 1):
                return acting
        return []

    def _actors(self, passage: Passage, any_stage: bool) -> list[Mention]:
        """Who does what the passage says: the agents of a passive, the owner of a noun, else the subject."""
        rule, sentence = passage.found.rule, passage.sentence
        if passage.found.stage == "mentioned" and stages.NEGATED.search(sentence.text[: passage.found.start]):
            return []  # who refuses or fails to sign is no party
        if rule.startswith(("passive", "took")):
            found = self.actors.agents(sentence, sentence.start + passage.found.end)
            if rule.startswith("took") and not found:  # "Kenya and Peru concluded a treaty, which entered into force"
                found = self.actors.subjects(sentence, passage.mention.span.start)
        elif rule.startswith("noun negotiated") and not any_stage:
            start = sentence.start + passage.found.start
            holding = HOLDING.search(sentence.text[: passage.found.start])
            found = [
                *(self.actors.subjects(sentence, start) if holding else ()),
                *self.actors.inside(start, passage.mention.span.start, sentence.field),
            ]
        elif rule.startswith("noun"):
            found = self.actors.owner(sentence, sentence.start + passage.found.start)
        else:
            cue = sentence.start + passage.found.start
            found = (self.actors.signing(sentence, cue) if SIGNING.match(rule) else []) or self.actors.subjects(sentence, cue)
        bodies = ("state", "organisation") if passage.stage >= stages.ORDER.index("planned") else ("state",)
        acting = [one for one in found if one.kind in bodies or self.actors.stands_for(one)]
        for one in found:
            if one not in acting and one.kind in ("person", "post", "group"):
                acting += [state for state in self.actors.inside(one.span.start, one.span.end, one.span.field) if state.kind == "state"]
        return acting

    @cached_property
    def _instruments(self) -> list[Span]:
        return [one.span for one in self.reading.mentions if one.kind == "agreement"]

    def date(self, best: Passage) -> str:
        """The day of the stage, where a date stands in its clause."""
        if best.found.stage in ("mentioned", "discussed"):
            return ""
        text = best.sentence.text
        cue = best.found.end if best.found.rule.startswith(("passive", "took")) else best.found.start
        near: list[tuple[int, str]] = []
        for one in self.reading.mentions:
            if any(passage.covers(one.span) for passage in self._instruments if passage != best.mention.span):
                continue
            if one.kind == "date" and isinstance(one.value, When) and one.span.field == best.sentence.field and best.sentence.covers(one.span):
                at = one.span.start - best.sentence.start
                between = text[min(at, cue) : max(at, cue)]
                inside = best.mention.span.covers(one.span) and not re.search(r"\b(?:signed|reached|concluded)\b", best.mention.span.text)
                if (
                    best.found.stage != "planned"
                    and self.reading.document.published
                    and one.value.start > self.reading.document.published.isoformat()
                ):
                    continue
                if (
                    not inside
                    and not re.search(r"[;:]|\b(?:which|who|that|when|after|before|until|by|said|says|told|reported|reports)\b", between)
                    and len(between) < 160
                ):
                    near.append((abs(at - cue), one.value.iso))
        return min(near)[1] if near else ""

    def evidence(self, best: Passage) -> tuple[Span, ...]:
        """The clause that says so, from its subject to the end of the instrument's name; of a list the member, then the clause."""
        sentence, mention = best.sentence, best.mention
        start, end = mention.span.start - sentence.start, min(mention.span.end, sentence.end) - sentence.start
        clause = self._clause(sentence, min(start, best.found.start), max(end, best.found.end))
        if best.found.stage == "mentioned":
            return (self._near(sentence, start, end),)
        if best.found.rule.endswith("listed") or best.found.rule == "enumerated":
            return self._near(sentence, start, end), clause
        return (clause,)

    def _clause(self, sentence: Span, low: int, high: int) -> Span:
        text = sentence.text
        marks = [match.end() for match in re.finditer(r"[;:]\s|,\s(?:and|but|while)\s|\bthat\s", text[:low])]
        return self._span(sentence, marks[-1] if marks else 0, high)

    def _near(self, sentence: Span, start: int, end: int) -> Span:
        """The instrument with the few words before it that belong to it."""
        text = sentence.text
        marks = [match.end() for match in re.finditer(r"[,;:]\s|\b(?:and|that|of)\s", text[: max(0, start - 12)])]
        low = marks[-1] if marks else 0
        if start - low > 60:
            low = text.rfind(" ", 0, start - 30) + 1
        return self._span(sentence, low, end)

    def _span(self, sentence: Span, low: int, high: int) -> Span:
        return self.reading.document.span(sentence.start + low, sentence.start + len(sentence.text[:high].rstrip()), sentence.field)


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention a name."""
    return list({(one.kind, one.name): one for one in reversed(mentions)}.values())[::-1]
