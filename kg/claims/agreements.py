"""Agreements: each instrument the article speaks of once, with its parties and the furthest stage it is said to have reached."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.claims import contracting, stages
from kg.model import Claim, Filler, Mention, Reading, Sentence, Span, When

KINDS: tuple[tuple[str, str], ...] = (
    ("joint statement", r"joint (?:press )?(?:statement|communiqu\w+)|communiqu\w+|final (?:statement|document)|statement"),
    ("memorandum", r"memorand\w+|mous?\b"),
    ("protocol", r"protocol"),
    ("treaty", r"treat(?:y|ies)|covenant|convention|charter|pact|\bact\b|constitution"),
    ("roadmap", r"road ?map"),
    ("declaration", r"declaration|principles"),
    ("resolution", r"resolution|unscr"),
    ("law", r"\blaws?\b|decree|\border\b|instruction"),
    ("contract", r"contract"),
    ("programme", r"programm?e|\bplan\b|plans|initiative|strategy|framework(?! agreement)|partnership(?! agreement)|action plan"),
    ("agreement", r"agreement|accord|deal|cease-?fire|truce|compact|arrangement"),
)
WEAK = re.compile(r"(?:programm?es?|plans?|documents?|contracts?|decrees?|initiatives?|instructions?|framework|truce|cease-?fire)$", re.I)
PLAIN = frozenset(
    "agreement agreements treaty treaties deal deals accord accords pact pacts memorandum memoranda protocol protocols declaration declarations convention conventions document documents new final formal "
    "initial preliminary tentative similar existing previous earlier recent important historic proposed planned major the a an of on and for in to with between own such other latest current future possible "
    "potential comprehensive permanent eventual joint bilateral multilateral inter governmental international intergovernmental various numerous relevant appropriate reached signed these those two three several number contract contracts "
    "plan plans program programme programmes ceasefire truce cease fire prompt immediate statement communique mutual respective relevant general individual separate concrete specific key trilateral any existing".split()
)
JOINTLY = frozenset("joint final trilateral bilateral permanent preliminary formal general".split())
DEFINITE = re.compile(r"\b(?:the|this|that|these|those|its|their|his|her|said|such|under the|our)\s+(?:[\w-]+\s+){0,2}$", re.I)
INDEFINITE = re.compile(r"\b(?:an?|new|another|some|several|two|three|four|five|\d+)\s+(?:[\w$.-]+\s+){0,2}$", re.I)
REFERENCE = re.compile(
    r"\b(?:under|within|in accordance with|as (?:outlined|stipulated|envisaged) (?:in|by)|pursuant to|on the basis of|based on|in line with|implementation of|through|in relation to|applicability of|building on|replaces?|of) (?:the |this |a |an )?(?:\w+ )?$",
    re.I,
)


LISTED = re.compile(r"(?:\s(?:was|were|has been|have been)\s(?:also\s)?signed)?[\s,;]*(?:and|as well as|or)?\s*(?:also\s)?(?:on|to|with|in)?\s*(?:the|a|an|its|their)?\s*(?:[\w-]+\s+of\s+)?")
ENUMERATED = re.compile(r"\b(?:agreements|documents|treaties|accords|memoranda)\b[^.;]*(?:\binclud(?:e|ed|es|ing)\b|(?:signed|adopted|concluded)\s?[:—–-])[^.;]*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """One occurrence: the mention, its sentence, what the sentence says of it."""

    mention: Mention
    sentence: Span
    found: stages.Found

    @property
    def stage(self) -> int:
        return stages.ORDER.index(self.found.stage)


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


def extract(reading: Reading) -> Iterator[Claim]:
    """One claim an instrument, in the order of first mention."""
    view = View(reading)
    for instrument in view.instruments():
        yield view.claim(instrument)


def content(name: str) -> frozenset[str]:
    """The words of a name that tell it from other instruments."""
    return frozenset(word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in PLAIN)


HEADS = (
    "Agreement|Treaty|Accords?|Pact|Memorandum|Protocol|Declaration|Convention|Covenant|Charter|Communiqu\\w|Statement|Roadmap|Programme|Program|Plan|Initiative|Framework|Partnership|Act"
    "|Resolution|UNSCR|Strategy|Area|Decree|Compact|Concept"
)
TITLE = re.compile(rf"(?:.*\b)?(?:{HEADS})\b")
PROPER = re.compile(r"[A-Z][\w-]+ (?:agreements?|accords?|pact|treaty|protocols?|convention)\b")


def is_named(mention: Mention) -> bool:
    """Does the mention give a title rather than a description?"""
    name = mention.name
    head = re.split(r"\s(?:on|of|between|with|for|to|from|in)\s", name, maxsplit=1)[0]
    titled = bool(TITLE.match(head)) and len(re.findall(r"(?:^|\s)[A-Z]", name)) > 1
    return bool(mention.short) or titled or bool(PROPER.match(name)) or bool(re.search(r"[“\"]|[Rr]esolution.*\d{3,}", name))


def kind_of(name: str) -> str:
    head = re.split(r"\s(?:on|of|between|with|for|to|from)\s|\s?[“\"]", name, maxsplit=1)[0] or name
    return next((kind for kind, pattern in KINDS if re.search(pattern, head, re.I)), "other")


class View:
    """The passages of one article, gathered into instruments."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.actors = contracting.Actors(reading)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.reading.analysis.sentences]

    def sentence(self, mention: Mention) -> Sentence:
        sentences: Sequence[Sentence] = self.reading.analysis.title if mention.span.field == "title" else self.reading.analysis.sentences
        starts = [one.span.start for one in sentences] if mention.span.field == "title" else self._starts
        return sentences[bisect_right(starts, mention.span.start) - 1]

    def passages(self) -> list[Passage]:
        """Every mention with what its sentence says of it; the members of a list share what is said of one."""
        made: list[Passage] = []
        for mention in self.reading.mentions:
            if mention.kind != "agreement":
                continue
            parsed = self.sentence(mention)
            sentence, previous = parsed.span, made[-1] if made else None
            found = stages.read(sentence.text, mention.span.start - sentence.start, min(mention.span.end, sentence.end) - sentence.start)
            if found.stage == "mentioned":
                listed = previous is not None and previous.sentence == sentence and previous.found.stage != "mentioned" and self._listed(previous.mention, mention)
                if listed and previous is not None:
                    found = previous.found._replace(rule=f"{previous.found.rule.removesuffix(', listed')}, listed")
                else:
                    found = self._conjoined(mention, parsed, made[-8:]) or self._resulting(mention, sentence, found, previous)
            made.append(Passage(mention, sentence, found))
        for index in range(len(made) - 2, -1, -1):
            left, right = made[index], made[index + 1]
            if left.found.stage == "mentioned" and left.sentence == right.sentence and right.found.rule.startswith("passive") and self._listed(left.mention, right.mention):
                made[index] = Passage(left.mention, left.sentence, right.found._replace(rule=f"{right.found.rule}, listed"))
        return made

    def _listed(self, left: Mention, right: Mention) -> bool:
        """Do the two stand in one list: only commas, "and", articles between them?"""
        between = self.reading.document.field(left.span.field)[left.span.end : right.span.start]
        return len(between) < 50 and bool(LISTED.fullmatch(between))

    def _conjoined(self, mention: Mention, sentence: Sentence, passages: Sequence[Passage]) -> stages.Found | None:
        """What is said of the first member of the coordination that the mention's head belongs to."""
        tokens = sentence.tokens
        inside = [index for index, token in enumerate(tokens) if mention.span.start <= token.start < mention.span.end]
        top = next((index for index in inside if tokens[index].head not in inside), None)
        for _ in range(6):
            if top is None or tokens[top].dep != "conj" or tokens[top].head < 0:
                return None
            top = tokens[top].head
            for passage in passages:
                if passage.mention.span.start <= tokens[top].start < passage.mention.span.end and passage.found.stage != "mentioned":
                    return passage.found._replace(rule=f"{passage.found.rule.removesuffix(', listed')}, listed")
        return None

    def _resulting(self, mention: Mention, sentence: Span, found: stages.Found, previous: Passage | None) -> stages.Found:
        """What holds without a verb of its own: joint statements are made; what signed agreements "included" was signed;
        existing ones are in force."""
        text = sentence.text[: mention.span.start - sentence.start]
        if ENUMERATED.search(text):
            stage = "signed" if re.search(r"\bsigned\b", text) or self._signed_before(mention) else "mentioned"
            return found._replace(stage=stage, rule="enumerated")
        if re.search(r"\b(?:welcom|hail)\w+\s+(?:the\s+|an?\s+)?$", text) and kind_of(mention.name) == "agreement":
            return found._replace(stage="agreed", rule="welcomed")
        if re.search(r"\b[Aa]nother\s+$", text) and previous is not None and previous.found.stage == "signed":
            return found._replace(stage="signed", rule="another")
        if re.match(r"proposed|potential|possible", mention.name):
            return found._replace(stage="discussed", rule="proposed")
        if (
            kind_of(mention.name) == "joint statement"
            and re.match(r"joint|Joint", mention.name)
            and not re.search(r"\b(?:draft|will|to)\s+(?:\w+\s+){0,2}$", text)
        ):
            return found._replace(stage="agreed", rule="joint statement")
        return found

    def _signed_before(self, mention: Mention) -> bool:
        """Did the sentence before speak of a signing?"""
        text = self.reading.document.field(mention.span.field)
        return bool(re.search(r"\bsign(?:ed|ing)\b[^.]*\.\s[^.]*$", text[max(0, mention.span.start - 500) : mention.span.start]))

    def instruments(self) -> list[Instrument]:
        found: list[Instrument] = []
        for passage in self.passages():
            known = self._known(passage, found)
            if known is not None:
                known.passages.append(passage)
            elif self._individual(passage, found):
                found.append(Instrument([passage]))
        kept = [one for one in found if self._worth(one)]
        specific = [one for one in kept if not self._container(one)]
        return specific if any(not is_named(one.title) for one in specific) else kept

    def _container(self, instrument: Instrument) -> bool:
        """A bundle that the article breaks down into its parts: plural, told apart by its parties or number alone."""
        title = instrument.title
        head = re.split(r"\s(?:with|between|among)\s", title.name)[0]
        parties = {word for one in self.actors.inside(title.span.start, title.span.end, title.span.field) for word in re.findall(r"\w+", one.head.text.casefold())}
        telling = content(head) - parties - {word for word in content(head) if word.isdigit()}
        return title.plural and not telling and not is_named(title) and not re.search(r"\s(?:on|to|for|whereby|covering|extending)\s", title.name)

    def _before(self, mention: Mention) -> str:
        return self.reading.document.field(mention.span.field)[max(0, mention.span.start - 40) : mention.span.start]

    def _known(self, passage: Passage, found: Sequence[Instrument]) -> Instrument | None:
        """The instrument that this passage speaks of again."""
        mention = passage.mention
        words = content(mention.name)
        definite = bool(DEFINITE.search(self._before(mention))) or (not words and not INDEFINITE.search(self._before(mention)))
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
        if is_named(mention) and len(words) > 0:
            return None
        complement = bool(re.search(r"\s(?:on|between|with|to|for|whereby|covering|extending|that)\s", mention.name))
        if definite and not complement and found:
            fitting = [one for one in found if _compatible(mention, one)]
            sharing = [one for one in fitting if words & content(one.title.name)]
            return (sharing or (fitting if len(words) <= 1 else []) or [None])[-1]
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
            reached = passage.stage >= stages.ORDER.index("agreed")
            telling = content(re.split(r"\s(?:with|between|among)\s", mention.name)[0])
            return (bool(telling) and (reached or bool(parties))) or len(parties) > 1
        if re.search(r"^(?:\w+\s)?(?:ceasefire|cease-fire|truce)\b", mention.name) and not parties:
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
        return (
            not found
            and stage in ("signed", "ratified", "terminated")
            or bool(INDEFINITE.search(self._before(mention)) and stage in ("signed", "ratified", "terminated"))
        )

    def _weak(self, passage: Passage, words: frozenset[str]) -> bool:
        if set(re.findall(r"\w+", passage.mention.name.lower())) & JOINTLY and re.search(r"document", passage.mention.name):
            return passage.found.stage not in ("mentioned", "discussed")
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
        if is_named(title) or content(title.name):
            return True
        return instrument.best.stage >= stages.ORDER.index("planned")

    # ---- claims -----------------------------------------------------------------------------------------------

    def claim(self, instrument: Instrument) -> Claim:
        best, title = instrument.best, instrument.title
        fillers = [Filler("agreement", title)]
        fillers += [Filler("party", one, self.actors.stands_for(one)) for one in self.parties(instrument)]
        values = [("kind", kind_of(title.name)), ("stage", best.found.stage)]
        when = self.date(best)
        if when:
            values.append(("stage_date", when))
        return Claim("agreement", tuple(dict.fromkeys(fillers)), tuple(values), (self.evidence(best),), f"agreement: {best.found.rule}")

    def parties(self, instrument: Instrument) -> list[Mention]:
        """Those the instrument's words name; else those who sign or agree; else, for a joint one, the article's pair."""
        title = instrument.title
        named, complete = self._named(instrument)
        if complete or (contracting.MULTILATERAL.search(title.name) and kind_of(title.name) != "resolution"):
            return named
        both = _distinct([*named, *self._acting(instrument, bool(named))])
        if len(self.actors.names(both)) > 1 or (both and is_named(title)):
            return both
        return self._implied(instrument, both) or both

    def _implied(self, instrument: Instrument, known: Sequence[Mention]) -> list[Mention]:
        """Parties that only the context tells: "the two countries", the pair that meets, the organisation that decides."""
        for passage in instrument.passages:
            if contracting.TWO.search(passage.mention.span.text):
                return self.actors.together(passage.sentence, passage.mention.span.start) or self.actors.pair
        reached = instrument.best.stage >= stages.ORDER.index("agreed") or instrument.best.found.stage == "planned"
        words = " ".join(passage.mention.span.text for passage in instrument.passages)
        if not reached and not (contracting.MUTUAL.search(words) and not is_named(instrument.title)):
            return []
        pair = self.actors.pair
        if pair and (not known or self.actors.names(known) <= {one.name for one in pair}):
            return pair
        return self.actors.host(instrument.best.sentence) if not known and not pair else []

    def _named(self, instrument: Instrument) -> tuple[list[Mention], bool]:
        found: list[Mention] = []
        for passage in instrument.passages:
            parties, complete = self.actors.named(passage.mention)
            if complete:
                return _distinct(parties), True
            found += parties
        return _distinct(found), False

    def _acting(self, instrument: Instrument, any_stage: bool) -> list[Mention]:
        """The actors of the passage of the furthest stage that has some."""
        for passage in sorted(instrument.passages, key=lambda one: -one.stage):
            rule, sentence = passage.found.rule, passage.sentence
            if not any_stage and passage.stage < stages.ORDER.index("planned"):
                break
            if rule.startswith(("passive", "took")):
                found = self.actors.agents(sentence, sentence.start + passage.found.end)
            elif rule.startswith("noun") and not any_stage:
                found = self.actors.owner(sentence, sentence.start + passage.found.start)
            else:
                found = self.actors.subjects(sentence, sentence.start + passage.found.start)
            acting = [one for one in found if one.kind in ("state", "organisation", "region") or self.actors.stands_for(one)]
            for one in found:
                if one not in acting and one.kind in ("person", "post", "group"):
                    acting += [state for state in self.actors.inside(one.span.start, one.span.end, one.span.field) if state.kind == "state"]
            if acting:
                return acting
        return []

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
                if best.found.stage != "planned" and self.reading.document.published and one.value.start > self.reading.document.published.isoformat():
                    continue
                if not inside and not re.search(r"[;:]|\b(?:which|who|that|when|after|before|until|by)\b", between) and len(between) < 160:
                    near.append((abs(at - cue), one.value.iso))
        return min(near)[1] if near else ""

    def evidence(self, best: Passage) -> Span:
        """The clause that says so: from the cue or its subject to the end of the instrument's name."""
        sentence, mention = best.sentence, best.mention
        text = sentence.text
        start, end = mention.span.start - sentence.start, min(mention.span.end, sentence.end) - sentence.start
        low, high = min(start, best.found.start), max(end, best.found.end)
        if best.found.stage == "mentioned":
            low = max([match.end() for match in re.finditer(r"[,;:]\s|\b(?:and|that|of)\s", text[: max(0, low - 12)])] or [0])
            low = max(low, start - 30) if start - low > 60 else low
            low = text.rfind(" ", 0, low) + 1 if low and text[low - 1] != " " else low
        else:
            marks = [match.end() for match in re.finditer(r"[;:]\s|,\s(?:and|but|while)\s|\bthat\s", text[:low])]
            low = marks[-1] if marks else 0
        return self.reading.document.span(sentence.start + low, sentence.start + len(text[:high].rstrip()), sentence.field)


def _same(one: Mention, other: Mention, definite: bool) -> bool:
    """Are two descriptions of one instrument: the same telling words, or those of one within the other's?"""
    left, right = content(one.name), content(other.name)
    if one.span.overlaps(other.span) or not left or not right or set(re.findall(r"\d+", one.name)) != set(re.findall(r"\d+", other.name)):
        return False
    if kind_of(one.name) != kind_of(other.name) and is_named(one) and is_named(other):
        return False
    if left == right:
        return kind_of(one.name) == kind_of(other.name) or not (is_named(one) and is_named(other))
    if definite and len(left & right) > 1 and kind_of(one.name) == kind_of(other.name):
        return True
    small, large = sorted((left, right), key=len)
    return small < large and (definite or is_named(one) or is_named(other)) and _compatible_kinds(kind_of(one.name), kind_of(other.name))


def _compatible_kinds(left: str, right: str) -> bool:
    loose = {"agreement", "treaty", "protocol", "memorandum", "programme", "contract", "other"}
    return left == right or (left in loose and right in loose)


def _compatible(mention: Mention, instrument: Instrument) -> bool:
    kind = kind_of(mention.name)
    return any(_compatible_kinds(kind, kind_of(other.name)) for other in instrument.names) or mention.name in ("document", "documents")


def _distinct(mentions: Sequence[Mention]) -> list[Mention]:
    """One mention a name."""
    return list({(one.kind, one.name): one for one in reversed(mentions)}.values())[::-1]
