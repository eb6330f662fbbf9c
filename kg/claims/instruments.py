"""Instruments: the passages of an article gathered by the treaty, agreement or document they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.claims import stages
from kg.claims.contracting import Actors
from kg.claims.passages import Passage, content, is_named, kind_of
from kg.model import Mention, Reading

WEAK = re.compile(
    r"(?:program(?:me)?s?|plans?|documents?|contracts?|decrees?|initiatives?|instructions?|concepts?|framework|truce|cease-?fire)$", re.I
)
ORDINAL = re.compile(r"(?:first|second|third|fourth|fifth|sixth|last|other)\s")
JOINTLY = frozenset("joint final trilateral bilateral permanent preliminary formal general".split())
DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her|said|such|under the|our)\s+(?:[\w-]+\s+){0,2}$", re.I)
INDEFINITE = re.compile(r"\b(?:an?|new|another|some|several|two|three|four|five|\d+)\s+(?:[\w$.-]+\s+){0,2}$", re.I)


NUMBERS = frozenset("one four five six seven eight nine ten eleven twelve dozen more over about nearly mous total batch".split())


@dataclass(slots=True)
class Instrument:
    """One instrument with every passage about it."""

    passages: list[Passage] = field(default_factory=list)

    @property
    def names(self) -> list[Mention]:
        return [passage.mention for passage in self.passages]

    @property
    def best(self) -> Passage:
        """The passage of the furthest stage, in the text rather than in the title, the earliest."""
        return max(self.passages, key=lambda one: (one.stage, one.mention.span.field == "text", -one.mention.span.start))

    @property
    def title(self) -> Mention:
        """The fullest name."""
        return max(self.names, key=lambda one: (is_named(one), len(content(one.name)), one.span.field == "text", -one.span.start))


class Gathering:
    """Tells which passages speak of one instrument, and which mentions are instruments at all."""

    def __init__(self, reading: Reading, actors: Actors) -> None:
        self.reading = reading
        self.actors = actors

    def instruments(self, passages: Sequence[Passage]) -> list[Instrument]:
        found: list[Instrument] = []
        for passage in passages:
            known = self._known(passage, found)
            if known is not None:
                known.passages.append(passage)
            elif self._individual(passage, found):
                found.append(Instrument([passage]))
        kept = [one for one in found if self._worth(one)]
        if any(one.best.found.rule.startswith("enumerated") for one in kept):
            kept = [one for one in kept if not one.title.name.endswith("documents") or content(one.title.name) - {"following"}]
        if any(one.best.found.stage == "ratified" for one in kept):  # the law that ratifies is no second one
            kept = [one for one in kept if kind_of(one.title.name) != "law" or not re.search(r"\bratif", one.title.name)]
        kept = [one for one in kept if not self._announced(one, kept)]
        specific = [one for one in kept if not self._container(one)]
        return specific if any(not is_named(one.title) for one in specific) else kept

    def _container(self, instrument: Instrument) -> bool:
        """A bundle that the article breaks down into its parts: plural, told apart by its parties or number alone."""
        title = instrument.title
        head = re.split(r"\s(?:with|between|among)\s", title.name)[0]
        parties = {
            word
            for one in self.actors.inside(title.span.start, title.span.end, title.span.field)
            for word in re.findall(r"\w+", one.head.text.casefold())
        }
        telling = content(head) - parties - {word for word in content(head) if word.isdigit()}
        return (
            title.plural
            and (not telling or head.endswith("documents"))
            and not is_named(title)
            and not re.search(r"\s(?:on|to|for|between|whereby|covering|extending)\s", title.name)
        )

    def _announced(self, instrument: Instrument, kept: Sequence[Instrument]) -> bool:
        """Does only the headline describe it, while the text tells of one of its kind that got as far?"""
        if any(one.span.field == "text" for one in instrument.names) or is_named(instrument.title):
            return False
        best = instrument.best
        return any(
            one is not instrument and one.best.mention.span.field == "text" and one.best.stage == best.stage and _compatible(instrument.title, one)
            for one in kept
        )

    def _before(self, mention: Mention) -> str:
        return self.reading.document.field(mention.span.field)[max(0, mention.span.start - 40) : mention.span.start]

    def _known(self, passage: Passage, found: Sequence[Instrument]) -> Instrument | None:
        """The instrument that this passage speaks of again."""
        mention = passage.mention
        words = content(mention.name)
        definite = (
            mention.span.field == "title"
            or bool(DEFINITE.search(self._before(mention)))
            or (not words and not INDEFINITE.search(self._before(mention)))
        )
        for one in reversed(found):
            for other in one.names:
                if (
                    (words and mention.name.casefold() == other.name.casefold())
                    or (mention.short and mention.short == other.short)
                    or mention.name == other.short
                ):
                    return one
                if words and _same(mention, other, definite):
                    return one
        if (is_named(mention) and len(words) > 0) or ORDINAL.match(mention.name):
            return None
        complement = bool(re.search(r"\s(?:on|between|with|to|for|whereby|covering|extending|that)\s", mention.name))
        if definite and not complement and found:
            fitting = [one for one in found if _compatible(mention, one) and (one.title.plural or not mention.plural)]
            sharing = [one for one in fitting if words & content(one.title.name)]
            last = sharing or (fitting if len(words) <= 1 else [])
            return last[-1] if last else None
        return None

    def _individual(self, passage: Passage, found: Sequence[Instrument]) -> bool:
        """Is the mention an instrument of its own: named, or described by a subject, its parties or its signing?"""
        mention, stage = passage.mention, passage.found.stage
        words = content(mention.name)
        if is_named(mention):
            return True
        head = mention.name.split(" on ")[0].split(" of ")[0].split(" to ")[0].split(" for ")[0]
        if WEAK.search(head) or kind_of(mention.name) in ("programme", "contract", "law"):
            return self._weak(passage, words)
        parties, _ = self.actors.named(mention)
        reached = passage.stage >= stages.ORDER.index("agreed") or stage == "planned"
        if mention.plural and not re.search(r"(?:ss|us)$", mention.name):
            subject = re.search(r"\son\s", mention.name) is not None
            reached = passage.stage >= stages.ORDER.index("planned" if subject else "agreed")
            telling = content(re.split(r"\s(?:with|between|among)\s", mention.name)[0])
            telling -= {"cooperation"}
            return (bool(telling) and (reached or bool(parties))) or len(parties) > 1
        if re.search(r"^(?:\w+\s)?(?:ceasefire|cease-fire|truce)\b(?!.*\b(?:deal|agreement|accord)\b)", mention.name) and not parties:
            return reached
        if stage == "mentioned" and not content(head) and len(parties) < 2:
            return False
        if words:
            return True
        modified = bool(set(re.findall(r"\w+", mention.name.lower())) & JOINTLY)
        if modified:
            return stage != "mentioned"
        if INDEFINITE.search(self._before(mention)) and stage == "agreed":
            return bool(re.match(r"treaty|accord|pact|peace", mention.name))
        return (not found and stage in ("signed", "ratified", "terminated")) or bool(
            INDEFINITE.search(self._before(mention)) and stage in ("signed", "ratified", "terminated")
        )

    def _weak(self, passage: Passage, words: frozenset[str]) -> bool:
        if set(re.findall(r"\w+", passage.mention.name.lower())) & JOINTLY and re.search(r"document", passage.mention.name):
            return passage.found.stage not in ("mentioned", "discussed") and not passage.mention.plural
        if passage.found.rule.startswith("enumerated") and passage.found.stage != "mentioned":
            return bool(words)
        if not words or not passage.found.rule.startswith(
            (
                "verb signed",
                "passive signed",
                "noun signed",
                "verb agreed",
                "passive agreed",
                "noun agreed",
                "verb planned",
                "verb ratified",
                "passive implemented",
            )
        ):
            return False
        cue = passage.sentence.text[passage.found.start : passage.found.end + 4]
        if kind_of(passage.mention.name) == "law":
            return bool(re.search(r"\bon\b|[“\"]|\bOn\b", passage.mention.name))
        return bool(re.search(r"\b(?:sign|adopt|approv|conclud|initial|implemented by|exchang|issu|endors)", cue, re.I))

    def _worth(self, instrument: Instrument) -> bool:
        """Drops descriptions that nothing is said of: only headlines, or a bare prospect."""
        title = instrument.title
        if title.plural and not is_named(title) and not {word for word in content(title.name) - NUMBERS if not word.isdigit()}:
            return False  # "seven MoUs"
        if is_named(title) or content(title.name):
            return True
        return instrument.best.stage >= stages.ORDER.index("planned")


def _same(one: Mention, other: Mention, definite: bool) -> bool:
    """Are two descriptions of one instrument: the same telling words, or those of one within the other's?"""
    left, right = content(one.name), content(other.name)
    if one.span.overlaps(other.span) or not left or not right or set(re.findall(r"\d+", one.name)) != set(re.findall(r"\d+", other.name)):
        return False
    if kind_of(one.name) != kind_of(other.name) and is_named(one) and is_named(other):
        return False
    if left == right:
        return kind_of(one.name) == kind_of(other.name) or not (is_named(one) and is_named(other))
    if definite and len(left & right) > 1 and not (is_named(one) and is_named(other)) and kind_of(one.name) == kind_of(other.name):
        return True
    small, large = sorted((left, right), key=len)
    return small < large and (definite or is_named(one) or is_named(other)) and _compatible_kinds(kind_of(one.name), kind_of(other.name))


def _compatible_kinds(left: str, right: str) -> bool:
    loose = {"agreement", "treaty", "protocol", "memorandum", "programme", "contract", "other"}
    return left == right or (left in loose and right in loose)


def _compatible(mention: Mention, instrument: Instrument) -> bool:
    kind = kind_of(mention.name)
    return any(_compatible_kinds(kind, kind_of(other.name)) for other in instrument.names) or mention.name in ("document", "documents")
