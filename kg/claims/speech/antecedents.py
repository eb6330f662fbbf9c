"""Antecedents: the party named before that "the newspaper", "the statement", "the two" or "they" stands for as a speaker."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from kg.claims.contracting import Actors
from kg.claims.speech.authors import authors
from kg.claims.speech.holders import STYLES, as_printed, holding_alone, plainly, styled, titled
from kg.claims.speech.scenes import Scene, Voice
from kg.model import AS_PRINTED, Mention, Reading

_PAPERS = frozenset("statement report message letter website communique communiqué declaration press release".split())
_BODIES = frozenset(
    """
    newspaper paper company firm bank insurer ministry agency union group organization organisation commission council committee panel
    institute network daily department bloc alliance party corporation airline carrier foundation embassy court parliament office service
    """.split()
)
_STATES = frozenset("government administration".split())
_PERSONAL = frozenset("spokesman spokeswoman spokesperson official officials rebels minister ambassador envoy experts analysts".split())
_SIDES = ("parties", "sides", "two sides", "both sides", "two parties")
_LEADERS = frozenset("leader president premier pm".split())
_TURNS = frozenset("leader businessman businesswoman diplomat politician official envoy premier pm president".split())
_HEADS = ("president", "king", "emir", "sultan", "prime minister", "premier", "chancellor", "leader", "supreme leader", "crown prince")
_CHIEFS = frozenset("president chief head chairman chairwoman secretary director".split())
_DIPLOMATS = ("ambassador", "envoy", "spokesperson", "spokesman", "spokeswoman")
_GENERIC = frozenset(
    "newspaper paper daily company firm group union organization organisation alliance bloc body agency party corporation institute network".split()
)
_PREMIERS = ("prime minister", "premier", "pm")
_OWN = "post of the publisher's state"
_NEAR = 4  # sentences back from an anaphor to what it stands for


@dataclass(slots=True)
class Recall:
    """What a reader keeps in mind of who spoke so far in one article."""

    reading: Reading
    sentence: int = 0
    said: list[tuple[int, tuple[Mention, ...]]] = field(default_factory=list)  # speakers, with the sentence they spoke in
    described: dict[str, Mention] = field(default_factory=dict)  # "spokesman" → the fuller description printed before

    def note(self, mentions: tuple[Mention, ...]) -> None:
        self.said.append((self.sentence, mentions))
        for one in mentions:
            words = one.name.casefold().split()
            if one.ref == AS_PRINTED and len(words) > 1:
                self.described[next((word for word in words if word in _PERSONAL), words[-1])] = one

    def settle(self, scene: Scene, voice: Voice) -> Voice:
        """The same voice with each speaker that is no name replaced by the one meant, as far as that is plain."""
        meant = tuple(dict.fromkeys(one for mention in voice.mentions for one in self._meant(scene, mention, voice)))
        return voice if meant == voice.mentions else replace(voice, mentions=meant)

    def party(self, scene: Scene, voice: Voice) -> Voice:
        """The same voice as the parties of an undertaking: "we" and an administration are the publisher's state."""
        holders = {one.span: self._ours(one) for one in voice.mentions if one.kind == "post"}
        settled = self.settle(scene, voice)
        meant = (holders.get(one.span) or self._ours(one) or one for one in settled.mentions)
        return replace(settled, mentions=tuple(dict.fromkeys(meant)))

    def state(self, mention: Mention) -> Mention:
        """For a person read from other words ("the two"), the state or body it acts for."""
        acting = {person.name: party for person, party in reversed(self.reading.links.acting)}
        if mention.kind == "person" and not self.reading.links.principals(mention) and mention.name in acting:
            return as_printed(acting[mention.name], mention)
        return mention

    def _ours(self, mention: Mention) -> Mention | None:
        last = mention.name.split()[-1].casefold() if mention.name else ""
        if mention.kind == "post" and not self.reading.links.of(mention):
            return next((as_printed(of, mention) for title in mention.titles for of in title.of), None)
        if mention.name not in ("we", "our") and last not in ("administration", "government", "leadership"):
            return None
        inner = [one for one in self._inside(mention) if one.kind == "state"]
        if last == "administration":  # said of the government of one state only
            own = inner or [one for one in self.reading.mentions if one.ref == "state/USA"]
        else:
            own = inner or [of for one in self.reading.mentions for title in one.titles if title.rule == _OWN for of in title.of]
        return as_printed(own[0], mention) if own else None

    def _meant(self, scene: Scene, mention: Mention, voice: Voice) -> Iterable[Mention]:
        if mention.kind == "pronoun":
            return self._pronoun(scene, mention)
        if mention.name in ("the two", "the three"):
            return self._two(mention)
        if mention.name.casefold().endswith(STYLES):
            return (styled(self.reading, mention) or mention,)
        if mention.ref == AS_PRINTED:
            if mention.name.casefold() in _SIDES:
                return self._named_sides(mention) or self._joint(mention, 3) or self._pair(mention) or (mention,)
            if mention.name.endswith("s") and self._counted(mention)[:6] in ("three ", "e two "):
                return self._two(mention)
            return (self._description(scene, mention, voice) or mention,)
        if mention.kind == "group" and not mention.titles and not mention.plural and mention.name in ("document", "statement", "declaration"):
            return self._document(mention)
        if mention.kind == "agreement" and mention.name.casefold() in ("statement", "report", "message"):
            return (self._issuer(scene, mention, voice, []) or mention,)
        if self.reading.links.of(mention):
            return (mention,)
        if mention.kind == "group":
            return self._holding(mention, self._joint(mention, 2) or self._pair(mention)) or self._host(mention) or (mention,)
        if mention.kind == "post":
            named = any(title.of for title in mention.titles) or len(mention.name.split()) > 1 or mention.name.casefold() in _DIPLOMATS
            return (
                self._holder(mention) or holding_alone(self.reading, mention) or self._before(mention) or (plainly(mention) if named else mention),
            )
        return (mention,)

    def _before(self, mention: Mention) -> Mention | None:
        """ "The spokesperson": the fuller description printed before."""
        known = self.described.get(mention.name.casefold())
        return as_printed(known, mention) if known else None

    def _named_sides(self, mention: Mention) -> tuple[Mention, ...]:
        """ "Parties" without an article: those whom "the parties" stood for before."""
        sides = [one for one in self._earlier(mention, 8) if one.kind == "group" and one.name in ("the parties", "the sides", "the two sides")]
        return tuple(as_printed(who, mention) for who in self.reading.links.of(sides[-1])) if sides else ()

    def _holding(self, mention: Mention, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Of "the ambassadors" none that holds other posts alone."""
        noun = mention.titles[0].post.text.casefold().split()[-1].rstrip("s") if mention.titles else ""
        posts = {
            name: " ".join(title.post.text for one in self.reading.mentions if one.name == name for title in one.titles)
            for name in {one.name for one in found}
        }
        return tuple(one for one in found if not noun or not posts[one.name] or noun in posts[one.name].casefold())

    def _holder(self, mention: Mention) -> Mention | None:
        """ "The Norwegian PM": who is named prime minister of that state."""
        owners, name = {of.name for title in mention.titles for of in title.of}, mention.name.casefold()
        if name == "pm":
            return titled(self.reading, mention, _PREMIERS, owners)
        return (titled(self.reading, mention, _HEADS, owners) or self._speaking(mention, owners)) if name == "leader" else None

    def _speaking(self, mention: Mention, owners: Collection[str]) -> Mention | None:
        """The person who spoke last, if he acts for none but these."""
        spoke = self._last(lambda one: one.kind == "person", 2)
        acting = {who.name for person, who in self.reading.links.acting if spoke is not None and person.name == spoke.name}
        return as_printed(spoke, mention) if spoke is not None and acting <= set(owners) else None

    def _leader(self, mention: Mention, words: list[str], inner: list[Mention]) -> Mention | None:
        """ "The Maltese leader": who heads that state; "the commission president": of the body of that name; "the diplomat":
        whoever spoke last."""
        states = [one.name for one in inner if one.kind == "state"]
        if words[-1] in _LEADERS and states:
            return titled(self.reading, mention, _PREMIERS if words[-1] in ("premier", "pm") else _HEADS, states)
        bodies = [one.name for one in inner if one.kind == "organisation"]
        if words[-1] in _CHIEFS and bodies:
            return titled(self.reading, mention, (words[-1],), bodies)
        if len(words) == 2 and words[0] in _BODIES:
            owners = {one.name for one in self.reading.mentions if one.kind == "organisation" and words[0] in one.name.casefold().split()}
            return titled(self.reading, mention, (words[1],), owners)
        if words[-1] not in _TURNS or len(words) > 2:
            return None
        known = next((self.described[word] for word in _DIPLOMATS if word in self.described), None) if words == ["diplomat"] else None
        return as_printed(known, mention) if known else self._speaking(mention, states or {who.name for _, who in self.reading.links.acting})

    def _pronoun(self, scene: Scene, mention: Mention) -> Iterable[Mention]:
        """ "They say", after a sentence whose speaker is a plural that no name stands for; unresolved: who spoke jointly."""
        if mention.name == "it":
            last = self._last(
                lambda one: one.kind in ("organisation", "state", "agreement") or one.name.casefold().endswith("release"), 1
            ) or self._adopted(mention)
            return (as_printed(last, mention),) if last else (mention,)
        if mention.name == "we":
            by = () if self._in_quotes(mention) else authors(self.reading)
            return tuple(as_printed(one, mention) for one in by) if len(by) > 1 else (mention,)
        if mention.name in ("he", "she"):
            return self._single(mention)
        if mention.name != "they":
            return (mention,)
        recent = [voices for place, voices in self.said if self.sentence - 1 <= place < self.sentence]
        if recent and len(recent[-1]) == 1 and _many(recent[-1][0]) and mention.span.start <= scene.sentence.span.start + 60:
            return (as_printed(recent[-1][0], mention),)
        meant = self.reading.links.of(mention)
        if meant and not (all(one.kind == "state" for one in meant) and self._opens(scene, mention)):
            return (mention,)
        return (() if meant else self._joint(mention, 2)) or self._pair(mention) or (mention,)

    def _in_quotes(self, mention: Mention) -> bool:
        return any(one.kind == "quotation" and one.span.covers(mention.span) for one in self.reading.mentions)

    def _single(self, mention: Mention) -> Iterable[Mention]:
        """ "He", "she": as the links read it, unless they found it only in words that are quoted; then whoever spoke last."""
        meant = self.reading.links.of(mention)
        spoke = self._last(lambda one: one.kind == "person", 2)
        if not meant and spoke is None:
            spoke = self._last(lambda one: one.kind in ("organisation", "group") and one.name.isalpha() and one.name.istitle(), 2)
        if spoke is None or (meant and (meant[0].name == spoke.name or not (self._only_quoted(mention, meant[0]) or self._goes_on(mention, spoke)))):
            return (mention,)
        return (as_printed(spoke, mention),) if meant or spoke.gender in ("", mention.gender) else (mention,)

    def _goes_on(self, mention: Mention, spoke: Mention) -> bool:
        """Does a sentence that opens with "He said" follow one in which another than the links found spoke alone?"""
        recent = [voices for place, voices in self.said if place == self.sentence - 1]
        span = self.reading.analysis.sentences[self.sentence].span
        edge = mention.span.start - span.start < 12 or span.end - mention.span.end < 20  # "He said …", "…, he concluded."
        return bool(recent) and len(recent[-1]) == 1 and edge and spoke.gender in ("", mention.gender)

    def _only_quoted(self, mention: Mention, meant: Mention) -> bool:
        """Does the sentence, or the one before, name someone nowhere but within quotation marks?"""
        quotes = [one.span for one in self.reading.mentions if one.kind == "quotation"]
        near = [one for one in self._earlier(mention, 3) if one.kind in ("person", "post") and meant in self.reading.links.of(one)]
        return bool(near) and all(any(quote.covers(one.span) for quote in quotes) for one in near)

    def _adopted(self, mention: Mention) -> Mention | None:
        """The instrument named in the sentence before: "A declaration was adopted. It says …"."""
        sentence = self.reading.analysis.sentences[self.sentence].span
        named = [one for one in self._earlier(mention, 1) if one.kind == "agreement" and one.span.end <= sentence.start]
        return self.reading.links.of(named[-1])[0] if named else None

    def _opens(self, scene: Scene, mention: Mention) -> bool:
        lead = scene.document.field(mention.span.field)[scene.sentence.span.start : mention.span.start]
        return len(lead) < 30 and (not lead or lead.rstrip().endswith(","))

    def _pair(self, mention: Mention, wanted: int = 2) -> tuple[Mention, ...]:
        """The two persons of the first sentence that names persons: those who met or spoke."""
        for sentence in self.reading.analysis.sentences:
            near = (one for one in self.reading.mentions if one.kind == "person" and sentence.span.covers(one.span))
            named = tuple(dict.fromkeys(who for one in near for who in self.reading.links.of(one)))
            if named:
                return tuple(as_printed(one, mention) for one in named) if len(named) == wanted and named[-1].span.end < mention.span.start else ()
        return ()

    def _joint(self, mention: Mention, window: int) -> tuple[Mention, ...]:
        """Those who spoke together last."""
        for place, voices in reversed(self.said):
            if place < self.sentence - window:
                return ()
            named = [one for voice in voices for one in self.reading.links.of(voice)]
            if len(named) > 1:
                return tuple(as_printed(one, mention) for one in named)
        return ()

    def _two(self, mention: Mention) -> tuple[Mention, ...]:
        """The two persons who spoke or were named in the sentences right before."""
        wanted = 3 if "three" in self._counted(mention) else 2
        if wanted == 2 and (joint := self._joint(mention, 1)) and len(joint) == 2:
            return joint
        sentences = self.reading.analysis.sentences
        for back in range(1, 3):
            if self.sentence - back < 0:
                break
            start, end = sentences[self.sentence - back].span.start, mention.span.start
            near = (one for one in self.reading.mentions if one.span.field == "text" and start <= one.span.start < end)
            named = list(dict.fromkeys(who for one in near if one.kind in ("person", "pronoun", "post") for who in self.reading.links.of(one)))
            if len(named) == wanted:
                return tuple(as_printed(one, mention) for one in named)
        return self._pair(mention, wanted) or self._host(mention) or (mention,)

    def _host(self, mention: Mention) -> tuple[Mention, ...]:
        """ "The leaders", "it was decided", where no two met: the organisation that the article speaks of most."""
        found = Actors(self.reading).host(mention.span)
        return tuple(as_printed(one, mention) for one in found)

    def _document(self, mention: Mention) -> tuple[Mention, ...]:
        """ "The document stressed": the document that spoke last, else what the words are linked with."""
        last = self._last(lambda one: one.kind in ("agreement", "group") and self._paper(one), 2)
        return (as_printed(last, mention),) if last and mention.name in ("document", *last.name.casefold().split()) else (mention,)

    def _paper(self, mention: Mention) -> bool:
        return any(one.kind == "agreement" for one in self.reading.links.of(mention))

    def _last(self, fits: object, window: int) -> Mention | None:
        """The speaker named last that fits; what stands for one name counts as that name."""
        for place, voices in reversed(self.said):
            if place < self.sentence - window:
                return None
            for voice in voices:
                for one in self.reading.links.of(voice):
                    if callable(fits) and fits(one):
                        return one
        return None

    def _description(self, scene: Scene, mention: Mention, voice: Voice) -> Mention | None:
        words = mention.name.casefold().split()
        inner = self._inside(mention)
        noun = next((word for word in words if word in _PERSONAL), words[-1])
        definite = scene.document.field(mention.span.field)[: mention.span.start].rstrip().casefold().endswith("the")
        if words[-1] in ("document", "treaty", "agreement", "resolution", "decree", "protocol", "convention") and definite:
            return self._instrument(mention, words[-1])
        if words[-1] in ("message", "letter") and definite:
            person = self._last(lambda one: one.kind == "person", _NEAR)
            return as_printed(person, mention) if person else None
        if words[-1] == "leaders" and inner and inner[-1].kind == "organisation":
            return as_printed(inner[-1], mention)
        if words[-1] in _STATES:
            return self._government(mention, inner, definite)
        if words[-1] in _PAPERS:
            return self._issuer(scene, mention, voice, inner)
        if words[-1] in _BODIES and definite and not any(one.kind == "organisation" for one in inner):
            return self._body(mention, words[-1])
        if definite and len(words) == 1 and noun in self.described:
            return as_printed(self.described[noun], mention)
        if definite and words[-1].startswith("spokes") and not inner:
            return holding_alone(self.reading, mention)
        return self._leader(mention, words, inner) if definite else None

    def _instrument(self, mention: Mention, noun: str) -> Mention | None:
        known = [one for one in self._earlier(mention, 50) if one.kind == "agreement" and (noun == "document" or noun in one.name.casefold().split())]
        return as_printed(self.reading.links.of(known[-1])[0], mention) if known else None

    def _counted(self, mention: Mention) -> str:
        return self.reading.document.field(mention.span.field)[max(mention.span.start - 6, 0) : mention.span.end].casefold()

    def _inside(self, mention: Mention) -> list[Mention]:
        return [one for one in self.reading.mentions if one.kind in ("state", "organisation") and mention.span.covers(one.span)]

    def _government(self, mention: Mention, inner: list[Mention], definite: bool) -> Mention | None:
        states = [one for one in inner if one.kind == "state"]
        if states:
            return as_printed(states[-1], mention)
        if not definite or len(mention.name.split()) > 1:
            return None
        before = [one for one in self._earlier(mention, 2) if one.kind == "state"]
        text = self.reading.document.text
        ruling = [one for one in before if text[one.span.end : one.span.end + 14].lstrip("'’s ").startswith("government")]
        return as_printed((ruling or before)[-1], mention) if ruling or before else None

    def _issuer(self, scene: Scene, mention: Mention, voice: Voice, inner: list[Mention]) -> Mention | None:
        """ "A NATO statement", "a statement from Pakistan's foreign ministry", "the statement": whoever issued it."""
        if inner:
            return as_printed(inner[-1], mention)
        tokens = scene.sentence.tokens
        last = tokens[min(voice.last, len(tokens)) - 1].end
        behind = [one for one in self.reading.mentions if one.span.field == mention.span.field and mention.span.end <= one.span.start < last]
        phrase = scene.document.field(mention.span.field)[mention.span.end : last].casefold()
        noun = next((word for word in phrase.replace("'s", "").replace("’s", "").split() if word in _BODIES), "")
        named = [one for one in behind if one.kind == "organisation"] or [one for one in behind if one.kind == "state" and not noun]
        if named:
            return as_printed(named[-1], mention)
        if noun:
            return self._body(mention, noun)
        found = self._last(lambda one: one.kind in ("organisation", "state"), _NEAR)
        return as_printed(found, mention) if found and not mention.name.casefold().endswith("report") else None

    def _body(self, mention: Mention, noun: str) -> Mention | None:
        """The body named before: by a name that holds the noun, else the one that spoke last, else the one named last."""
        earlier = [one for one in self._earlier(mention, _NEAR) if one.kind == "organisation"]
        spoken = [one for _, voices in self.said for voice in voices for one in (*self.reading.links.of(voice), voice)]
        voices = [one for one in spoken if one.kind == "organisation" or one.ref == AS_PRINTED]
        holding = [one for one in (*earlier, *voices) if noun in one.name.casefold().split()]
        if holding:
            return as_printed(holding[-1], mention)
        if noun not in _GENERIC:
            return None
        named = [one for one in voices if one.kind == "organisation"] or earlier
        return as_printed(named[-1], mention) if named else None

    def _earlier(self, mention: Mention, window: int) -> list[Mention]:
        sentences = self.reading.analysis.sentences
        start = sentences[max(self.sentence - window, 0)].span.start
        return [one for one in self.reading.mentions if one.span.field == "text" and start <= one.span.start < mention.span.start]


def _many(mention: Mention) -> bool:
    """Is a speaker printed without a name a number of people: "officials", "residents of the port"?"""
    head = mention.name.casefold().split(" of ")[0].split(" in ")[0].split(" for ")[0]
    return mention.ref == AS_PRINTED and (head.endswith(("s", "men", "women", "people", "police", "media")) and not head.endswith(("ss", "us")))
