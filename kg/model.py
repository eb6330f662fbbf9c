"""The values that travel between the stages: documents, sentences, mentions, links, claims, entities.

No I/O, no RDF, no clock. Offsets are Unicode code points, half-open. Dates are ISO 8601 strings cut to
the precision known ("2024", "2024-02", "2024-02-15").
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, NamedTuple

Field = Literal["text", "title"]


class Span(NamedTuple):
    """Words of an article: `text == document.field(span.field)[span.start:span.end]` (the law of spans). An article has
    thousands: a named tuple is made, hashed and compared several times as fast as a dataclass."""

    start: int
    end: int
    text: str
    field: Field = "text"

    def overlaps(self, other: Span) -> bool:
        return self.field == other.field and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.field == other.field and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `published` is its publication day, `place` the town of its dateline, both if known."""

    id: str
    text: str
    title: str = ""
    url: str = ""
    publisher: str = ""
    published: date | None = None
    place: str = ""
    language: str = ""
    licence: str = ""

    def field(self, name: Field) -> str:
        return self.title if name == "title" else self.text

    def span(self, start: int, end: int, name: Field = "text") -> Span:
        """The words from `start` to `end`; raises ValueError outside the text."""
        source = self.field(name)
        if not 0 <= start <= end <= len(source):
            raise ValueError(f"span {start}:{end} lies outside the {name} of {self.id} (length {len(source)})")
        return Span(start, end, source[start:end], name)

    @property
    def version(self) -> str:
        """Twelve hexadecimal digits that change with any field: the name of this article version."""
        parts = [self.id, self.text, self.title, self.url, self.publisher, str(self.published or ""), self.place, self.language, self.licence]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `pos` is a UPOS tag, `dep` a UD label, `head` the index of its head within the sentence
    (its own index for the root). `lemma`, `pos`, `dep` are empty and `head` is -1 where no model read them.
    `name` is the model's name label of the token in IOB form ("B-PER", "I-ORG", "O"), "" if unread."""

    start: int
    end: int
    text: str
    lemma: str = ""
    pos: str = ""
    dep: str = ""
    head: int = -1
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words, its tokens (offsets into the same field), and the number of its paragraph."""

    span: Span
    tokens: tuple[Token, ...]
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Analysis:
    """An article with its sentences (`title` are those of the headline). `parsed` tells whether trees are there."""

    document: Document
    sentences: tuple[Sentence, ...]
    title: tuple[Sentence, ...] = ()
    pipeline: str = "rules"
    parsed: bool = False


# ---- mentions -------------------------------------------------------------------------------------------------

MentionKind = Literal[
    "person", "state", "organisation", "region", "place",  # named things that can act or host
    "group",       # "the parties", "the two presidents", "European countries", "officials of both sides"
    "pronoun",     # "he", "they"
    "post",        # a post without a name: "the minister", "his Greek counterpart"
    "agreement", "forum", "encounter",  # instruments, named occasions, "the meeting"
    "date", "amount", "quotation",
    "topic", "product", "content",      # noun phrases and clauses that fill a role as printed
]  # fmt: skip

AS_PRINTED = "group/as-printed"  # `ref` of a party that has no name: it stands for itself, within its article
Status = Literal["current", "former", "designate", "acting"]


@dataclass(frozen=True, slots=True)
class When:
    """A day, month, year or interval (both ends inclusive), with the basis on which it was resolved:
    stated · year inferred (from the publication date) · relative (today, on Monday, last year) · dateline."""

    start: str
    end: str
    basis: str = "stated"

    @property
    def iso(self) -> str:
        return self.start if self.start == self.end else f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True)
class Amount:
    """A printed quantity. `lexical` is the number as printed ("40.2"), `value` = number × `scale` in `unit`
    (ISO currency, "tonnes", "barrels", "percent", "percentage points", "times", "" if none);
    `decimals` counts printed decimals, so the unit step is 10^-decimals × scale; `high` is the upper end of a range."""

    lexical: str
    value: Decimal
    unit: str
    scale: Decimal = Decimal(1)
    decimals: int = 0
    hedge: str = ""
    high: Decimal | None = None


def rounding_step(value: str, decimals: int, scale: Decimal) -> Decimal:
    """The size of one step of the last digit printed: 10^-decimals × scale. A whole number that ends in zeros
    ("40 billion") is ambiguous: the larger step is taken. `value` is the number in full."""
    step = scale.scaleb(-decimals)
    number = abs(Decimal(value))
    while decimals <= 0 and number and number % (step * 10) == 0:
        step *= 10
    return step


@dataclass(frozen=True, slots=True)
class Title:
    """What a title says of the person it stands with: the post as printed without its state, for whom, where to."""

    post: Span
    of: tuple[Mention, ...] = ()
    to: tuple[Mention, ...] = ()
    status: Status = "current"
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing named in the article. `span` is the whole phrase ("Ambassador of the EU to Kazakhstan Kestutis
    Jankauskas"), `head` the name alone ("Kestutis Jankauskas"), `name` what it stands for in plain English
    ("Kestutis Jankauskas", "European Union"), `ref` the key of its row in the reference tables ("state/KAZ"), if any."""

    kind: MentionKind
    span: Span
    name: str
    head: Span
    ref: str = ""
    short: str = ""  # an acronym the article declares beside it: "(EPCA)"
    titles: tuple[Title, ...] = ()
    value: When | Amount | None = None
    plural: bool = False
    gender: Literal["", "female", "male"] = ""
    form: Literal["name", "adjective", "capital"] = "name"  # how a state is named: "Kazakhstan", "Kazakh", "Astana said"

    def __hash__(self) -> int:
        return hash(self.span)  # tells mentions apart but for few; the other fields would cost more than they tell


@dataclass(frozen=True, slots=True)
class Link:
    """Within-article coreference: `mention` stands for `referents` (first mentions of things), and why."""

    mention: Mention
    referents: tuple[Mention, ...]
    reason: str


@dataclass(frozen=True)
class Links:
    """All links of one article. `acting` says for whom a person (by first mention) acts: state or organisation."""

    links: tuple[Link, ...] = ()
    acting: tuple[tuple[Mention, Mention], ...] = ()

    @cached_property
    def _by_mention(self) -> Mapping[Mention, Link]:
        return {link.mention: link for link in self.links}

    @cached_property
    def _principals(self) -> Mapping[Mention, Mention]:
        return dict(reversed(self.acting))

    def of(self, mention: Mention) -> tuple[Mention, ...]:
        """The first mentions of the things `mention` stands for: itself if it is a name of its own, () if an
        anaphor ("he", "the parties", "the minister") stayed unresolved."""
        link = self._by_mention.get(mention)
        if link is not None:
            return link.referents
        return () if mention.kind in ("pronoun", "post", "group") and not mention.ref else (mention,)

    def reason(self, mention: Mention) -> str:
        link = self._by_mention.get(mention)
        return link.reason if link else ""

    def principals(self, mention: Mention) -> tuple[Mention, ...]:
        """For whom the referents of `mention` act: a person's state or organisation, a state itself."""
        found = [self._principals.get(one, one) for one in self.of(mention)]
        return tuple(dict.fromkeys(one for one in found if one.kind != "person"))


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What a claim extractor sees of one article. Equal only to itself, so that what is worked out of it can be kept with it."""

    analysis: Analysis
    mentions: tuple[Mention, ...]
    links: Links

    @property
    def document(self) -> Document:
        return self.analysis.document


# ---- claims ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Filler:
    """A role of a claim and the mention that fills it, as printed. With `principal`, the role is filled not by the
    mention's referents but by those for whom they act ("the parties agreed": the states, not the persons)."""

    role: str
    mention: Mention
    principal: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One fact the article states. `kind` and the role names are those of ontology/facts/KIND.ttl, `values` its coded
    values (kind, modality, dates, numbers as strings). `evidence[0]` is the passage that proves it; `rule` who says so."""

    kind: str
    fillers: tuple[Filler, ...]
    values: tuple[tuple[str, str], ...]
    evidence: tuple[Span, ...]
    rule: str

    def __hash__(self) -> int:
        return hash((self.values, self.evidence))  # as of mentions: fillers would cost more than they tell

    def value(self, name: str) -> str:
        return next((value for key, value in self.values if key == name), "")

    def filled(self, role: str) -> tuple[Mention, ...]:
        return tuple(filler.mention for filler in self.fillers if filler.role == role)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A line of the coverage ledger: is the sentence covered by a fact, and if not, why."""

    span: Span
    status: Literal["covered", "uncovered"]
    reason: str


# ---- entities -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing with an identity: `key` ("person/roman-vasilenko", "state/KAZ") is the tail of its IRI."""

    key: str
    kind: str
    label: str
    names: tuple[str, ...] = ()
    short: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """`mention` (a first mention) is a name of `entity`, and why."""

    mention: Mention
    entity: Entity
    reason: str


@dataclass(frozen=True)
class Identities:
    """The entities of one article's mentions, claims kept apart, so that this step can be rerun alone."""

    identities: tuple[Identity, ...] = ()
    _index: dict[Mention, Entity] = field(default_factory=dict, repr=False, compare=False)
    _named: dict[tuple[str, str], Entity] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._index.update((one.mention, one.entity) for one in self.identities)
        for one in self.identities:
            if one.mention.kind in ("person", "state", "organisation", "agreement"):
                self._named.setdefault((one.mention.kind, one.mention.name), one.entity)

    def entity(self, mention: Mention) -> Entity | None:
        """The entity of a first mention, or of words that an extractor read as this name ("the ministry")."""
        return self._index.get(mention) or self._named.get((mention.kind, mention.name))

    def entities(self) -> tuple[Entity, ...]:
        return tuple(dict.fromkeys(one.entity for one in self.identities))


@dataclass(frozen=True, slots=True)
class ArticleGraph:
    """The RDF of one article version: sorted, distinct N-Triples lines (without line ends) for the graph `iri`.
    `private` lines quote the article at length (its text, its sentences): the store keeps them in the graph
    `iri` + "/text", never in the default graph, and no export holds them."""

    article: str
    version: str
    iri: str
    triples: tuple[str, ...]
    private: tuple[str, ...] = ()

    @staticmethod
    def of(article: str, version: str, iri: str, triples: Iterable[str], private: Iterable[str] = ()) -> ArticleGraph:
        return ArticleGraph(article, version, iri, tuple(sorted(dict.fromkeys(triples))), tuple(sorted(dict.fromkeys(private))))
