"""Passages: every mention of an instrument with what its sentence says has become of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kg.claims import stages
from kg.model import Mention, Reading, Sentence, Span

KINDS: tuple[tuple[str, str], ...] = (
    ("joint statement", r"joint (?:press )?(?:statement|communiqu\w+)|communiqu\w+|final (?:statement|document)|statement"),
    ("memorandum", r"memorand\w+|mous?\b"),
    ("protocol", r"protocol"),
    ("treaty", r"treat(?:y|ies)|statute|covenant|convention|charter|pact|\bact\b|constitution"),
    ("roadmap", r"road ?map"),
    ("declaration", r"declaration|principles"),
    ("resolution", r"resolution|unscr"),
    ("law", r"\blaws?\b|decree|\border\b|instruction"),
    ("contract", r"contract"),
    ("programme", r"program|\bplan\b|plans|initiative|strategy|framework(?! agreement)|partnership(?! agreement)|action plan"),
    ("agreement", r"agreement|accord|deal|cease-?fire|truce|compact|arrangement"),
)
PLAIN = frozenset(
    "agreement agreements treaty treaties deal deals accord accords pact pacts memorandum memoranda memorandums protocol protocols "
    "declaration declarations convention conventions document documents new final formal "
    "initial preliminary tentative similar existing previous earlier recent important historic proposed planned major "
    "the a an of on and for in to with between own such other latest current future possible "
    "potential comprehensive permanent eventual joint bilateral multilateral inter governmental international "
    "intergovernmental various numerous relevant appropriate reached signed these those two three several number "
    "contract contracts "
    "plan plans program programme programmes ceasefire truce cease fire prompt immediate statement communique mutual "
    "respective relevant general individual separate concrete specific key trilateral any existing".split()
)
LISTED = re.compile(
    r"(?:\s(?:was|were|has been|have been)\s(?:also\s)?signed)?[\s,;]*(?:and|as well as|or)?\s*(?:also\s)?(?:on|to|with"
    r"|in)?\s*(?:the|a|an|its|their)?\s*(?:[\w-]+\s+of\s+)?"
)
ENUMERATED = re.compile(
    r"\b(?:agreements|documents|treaties|accords|memoranda)\b[^.;]*"
    r"(?:\binclud(?:e|ed|es|ing)\b|\bamong (?:them|which)\b|\bnamely\b|(?:signed|adopted|concluded)\s?[:—–-])[^.;]*$"
)


MARKER = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}[.)]|\([a-z0-9]\))?\s*(?:[Tt]he\s+|[Aa]n?\s+|[\w-]+\s){0,4}")
ITEM = re.compile(
    r"(?:[-–—•*·]|\d{1,2}[.)]|\([a-z0-9]\)|(?:[\w-]+\s){0,5}"
    r"(?:[Aa]greement|[Mm]emorandum|[Pp]rotocol|[Tt]reaty|[Pp]lan|[Pp]rogram(?:me)?|MoU|[Dd]eclaration|[Cc]ontract)\b|.*[;,]$)"
)
LEADING = re.compile(
    r"\b(?:sign(?:ed|ing)|inked|exchanged)\b[^.]*(?:\.\s+(?:These|They|The\s(?:following|documents|agreements|list)|Among)[^.]*)?:$"
    r"|\b(?:documents|agreements|memoranda|memorandums|MoUs)\s+signed\b[^.]*:$"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One occurrence: the mention, its sentence, what the sentence says of it."""

    mention: Mention
    sentence: Span
    found: stages.Found

    @property
    def stage(self) -> int:
        return stages.ORDER.index(self.found.stage)


@lru_cache(maxsize=4096)
def content(name: str) -> frozenset[str]:
    """The words of a name that tell it from other instruments."""
    return frozenset(word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in PLAIN)


HEADS = (
    "Agreement|Treaty|Accords?|Pact|Memorandum|Protocol|Declaration|Convention|Covenant|Charter|Communiqu\\w|Statement"
    "|Roadmap|Programme|Program|Plan|Initiative|Framework|Partnership|Act"
    "|Resolution|UNSCR|Strategy|Statute|Area|Decree|Compact|Concept"
)
TITLE = re.compile(rf"(?:.*\b)?(?:{HEADS})\b")
PROPER = re.compile(r"[A-Z][\w-]+ (?:agreements?|accords?|pact|treaty|protocols?|convention)\b")


def is_named(mention: Mention) -> bool:
    """Does the mention give a title rather than a description?"""
    return bool(mention.short) or _titled(mention.name)


@lru_cache(maxsize=4096)
def _titled(name: str) -> bool:
    head = re.split(r"\s(?:on|of|between|with|for|to|from|in)\s", name, maxsplit=1)[0]
    titled = bool(TITLE.match(head)) and len(re.findall(r"(?:^|\s)[A-Z]", name)) > 1
    return titled or bool(PROPER.match(name)) or bool(re.search(r"[“\"]|[Rr]esolution.*\d{3,}", name))


@lru_cache(maxsize=4096)
def kind_of(name: str) -> str:
    head = re.split(r"\s(?:on|of|between|with|for|to|from)\s|\s?[“\"]", name, maxsplit=1)[0] or name
    return next((kind for kind, pattern in KINDS if re.search(pattern, head, re.I)), "other")


class Passages:
    """Reads the passages of one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def _starts(self) -> list[int]:
        return [one.span.start for one in self.reading.analysis.sentences]

    def sentence(self, mention: Mention) -> Sentence:
        sentences: Sequence[Sentence] = self.reading.analysis.title if mention.span.field == "title" else self.reading.analysis.sentences
        starts = [one.span.start for one in sentences] if mention.span.field == "title" else self._starts
        return sentences[bisect_right(starts, mention.span.start) - 1]

    def read(self) -> list[Passage]:
        """Every mention with what its sentence says of it; the members of a list share what is said of one."""
        made: list[Passage] = []
        bodies = [one for one in self.reading.mentions if one.kind == "organisation"]
        for mention in self.reading.mentions:
            if mention.kind != "agreement" or any(body.head.covers(mention.span) and body.head != mention.span for body in bodies):
                continue
            parsed = self.sentence(mention)
            sentence, previous = parsed.span, made[-1] if made else None
            found = stages.read(sentence.text, mention.span.start - sentence.start, min(mention.span.end, sentence.end) - sentence.start)
            if found.stage == "mentioned":
                listed = (
                    previous is not None
                    and previous.sentence == sentence
                    and previous.found.stage != "mentioned"
                    and self._listed(previous.mention, mention)
                )
                if listed and previous is not None:
                    found = previous.found._replace(rule=f"{previous.found.rule.removesuffix(', listed')}, listed")
                else:
                    found = self._conjoined(mention, parsed, made[-8:]) or self._resulting(mention, sentence, found, previous)
            made.append(Passage(mention, sentence, found))
        for index in range(len(made) - 2, -1, -1):
            left, right = made[index], made[index + 1]
            if (
                left.found.stage == "mentioned"
                and left.sentence == right.sentence
                and right.found.rule.startswith("passive")
                and self._listed(left.mention, right.mention)
            ):
                made[index] = Passage(left.mention, left.sentence, right.found._replace(rule=f"{right.found.rule}, listed"))
        return made

    def _listed(self, left: Mention, right: Mention) -> bool:
        """Do the two stand in one list: only commas, "and", articles between them?"""
        between = self.reading.document.field(left.span.field)[left.span.end : right.span.start]
        return left.span.end <= right.span.start and len(between) < 50 and bool(LISTED.fullmatch(between))

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
        if re.search(r"\banniversary of (?:the )?$", text):
            return found
        if self._itemised(mention):
            return found._replace(stage="signed", rule="enumerated")
        if ENUMERATED.search(text):
            stage = "signed" if re.search(r"\b(?:signed|inked|exchanged)\b", text) or self._signed_before(mention) else "mentioned"
            return found._replace(stage=stage, rule="enumerated")
        if re.search(r"\b(?:welcom|hail)\w+\s+(?:the\s+|an?\s+)?$", text) and kind_of(mention.name) == "agreement":
            return found._replace(stage="agreed", rule="welcomed")
        if re.search(r"\b[Aa]nother\s+$", text) and previous is not None and previous.found.stage == "signed":
            return found._replace(stage="signed", rule="another")
        if re.match(r"proposed|potential|possible", mention.name):
            return found._replace(stage="discussed", rule="proposed")
        if (
            kind_of(mention.name) == "joint statement"
            and re.search(r"\bjoint\b", mention.name, re.I)
            and not re.search(r"\b(?:draft|will|to)\s+(?:\w+\s+){0,2}$", text)
        ):
            return found._replace(stage="agreed", rule="joint statement")
        return found

    def _itemised(self, mention: Mention) -> bool:
        """Does the mention open an item of a list that a paragraph on signed documents leads in?"""
        if mention.span.field == "title":
            return False
        lines = self.reading.document.text[: mention.span.start].split("\n")
        if not MARKER.fullmatch(lines[-1]):
            return False
        above = [line.strip() for line in lines[:-1] if line.strip()]
        while above and ITEM.match(above[-1]):
            above.pop()
        return bool(LEADING.search(" ".join(above[-2:])[-400:]))

    def _signed_before(self, mention: Mention) -> bool:
        """Did the sentence before speak of a signing?"""
        text = self.reading.document.field(mention.span.field)
        return bool(re.search(r"\bsign(?:ed|ing)\b[^.]*\.\s[^.]*$", text[max(0, mention.span.start - 500) : mention.span.start]))
