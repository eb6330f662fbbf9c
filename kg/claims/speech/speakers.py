"""Who speaks: the party before or after a verb of speech, as a mention, resolved or named by a common noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.claims.speech.scenes import VOICES, Scene, Voice
from kg.claims.speech.verbs import BETWEEN, REPORTING
from kg.model import AS_PRINTED, Mention, Span, Token

MUTE_PRONOUNS = frozenset("it its his her their our him them himself herself themselves".split())
_PEOPLE = frozenset(
    """
    official officials authorities source sources spokesman spokeswoman spokesperson spokespeople ministry police analyst analysts expert
    experts critics leader leaders opposition government administration diplomat diplomats lawmakers prosecutor prosecutors investigators
    observer observers activists scientists economists agency embassy department report reports statement communique communiqué declaration
    document message letter resolution military army commission council organisation organization group rebels union company firm bank court
    judge manufacturers retailers producers companies researchers delegation delegates parliament newspaper media side sides presidency
    parties envoy aide adviser advisers advisor advisors chief head minister ministers president presidents chairman ambassador secretary
    director general commander king prince management members network investors lawyers doctors advocates workers residents refugees
    supporters opponents families relatives employers farmers students witnesses protesters survivors mediators negotiators sources
    administrations ministers office
    service presidency house bloc businessman businesswoman premier politician negotiator
    chairwoman representative representatives interlocutors outlet counterpart release
    """.split()
)
_TITLED = re.compile(r"[A-Z][\w.'’-]*")
_PREPOSITIONS = frozenset("of for in on at from to with".split())
_LEFT = frozenset("det amod compound nmod:poss nummod flat".split())
_MANY = re.compile(r"(?:ers|ors|ists|ents|ates|ians|men|women|people|members|residents|nations|countries)$")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_OFFICES = frozenset("service office commission ministry agency presidency department embassy secretariat bloc".split())
_AFTER_OFFICIAL = tuple((word,) for word in ", . in at of from close with".split())
_CLAUSAL = (",", "that", "as", "because", "while", "”", '"', "''", "»")  # before "it" as a subject
_NEVER = frozenset("i we it he she they who which that what this there here and but so then many few most some".split())
_DETERMINERS = frozenset("the a an some many several most other his her their its our both these those two unnamed senior".split())


@lru_cache(maxsize=512)
def before(scene: Scene, verb: int) -> Voice | None:
    """Whoever's words end right before the verb, adverbs and auxiliaries between."""
    tokens, at = scene.sentence.tokens, verb - 1
    while at >= 0 and (scene.words[at] in BETWEEN or scene.words[at].endswith("ly")) and tokens[at].end not in scene.ends:
        at -= 1
    at = _undated(scene, at)
    if at < 0:
        return None
    inside = scene.ends.get(tokens[at - 1].end) if at else None
    own = inside is not None and inside.kind == "person" and scene.words[scene.token_at(inside.span.start) - 1 : at - 1].count(",") == 1
    if scene.words[at] == "," and inside is not None and inside.kind == "person" and ("," in inside.span.text or own):
        return _ending(scene, at - 1)  # "his counterpart, X, said"
    if scene.words[at] == "," and inside is not None and inside.kind == "person" and scene.token_at(inside.span.start) < 2:
        return _parenthesis(scene, at) or _subject(scene, verb) or _ending(scene, at - 1)  # "Ambassador X, praised …"
    if scene.words[at] in (",", ")", "–", "—", "-"):
        return _parenthesis(scene, at) or _subject(scene, verb)
    if scene.words[at] == "who":
        return _ending(scene, at - 1 - (scene.words[at - 1] == ",")) or _subject(scene, verb)
    spoken = _common(scene, at) if scene.words[at] in _OFFICES else None
    plain = _two(scene, at) or _ending(scene, at) or spoken or _subject(scene, verb) or _common(scene, at)
    return plain or _busy(scene, at) or _named(scene, at)


def _busy(scene: Scene, at: int) -> Voice | None:
    """The name before what someone does meanwhile: "X, while opening the fair, said", also without the second comma."""
    for index in range(at - 1, max(at - 25, 1), -1):
        if scene.words[index] == "while" and any(word.endswith("ing") for word in scene.words[index + 1 : index + 3]):
            found = _ending(scene, index - 1 - (scene.words[index - 1] == ","))
            return Voice(found.mentions, found.first, at + 1) if found else None
    return None


def _undated(scene: Scene, at: int) -> int:
    """The token before a day that stands between subject and verb: "the envoy on Friday said"."""
    for index in range(at, max(at - 4, 0), -1):
        word = scene.words[index]
        if word == "on" and (index < at or scene.words[index + 1] in _DAYS):
            return index - 1
        if not (word in _DAYS or word.isdigit() or word.rstrip(".") in _MONTHS):
            return at
    return at


def after(scene: Scene, verb: int) -> Voice | None:
    """The speaker right after an inverted verb ("…," said the minister)."""
    tokens = scene.sentence.tokens
    if verb + 1 >= len(tokens):
        return None
    start = verb + 1
    mention = scene.starts.get(tokens[start].start)
    if mention is None and scene.words[start] in _DETERMINERS and start + 1 < len(tokens):
        mention = scene.starts.get(tokens[start + 1].start)
    if mention is None and scene.words[start] in _PEOPLE:  # "added spokesman for the ministry X"
        start, mention = next(((at, one) for at in range(start, min(start + 8, len(tokens))) if (one := _person(scene, at))), (start, None))
    if mention is None or not speaks(mention) or mention.form == "adjective":
        return group(scene, start) if mention is not None and mention.form == "adjective" else None
    last = scene.token_at(mention.span.end)
    if mention.kind == "state" and scene.words[last : last + 1] in (("'s",), ("’s",)):
        return group(scene, last + 1)  # "Norway's newspaper X"
    return Voice((mention,), start, last)


def _person(scene: Scene, at: int) -> Mention | None:
    mention = scene.starts.get(scene.sentence.tokens[at].start)
    return mention if mention is not None and mention.kind == "person" else None


def speaks(mention: Mention) -> bool:
    return mention.kind in VOICES and not (mention.kind == "pronoun" and mention.name.casefold() in MUTE_PRONOUNS)


def _ending(scene: Scene, at: int) -> Voice | None:
    """The mention that ends at a token, with those joined to it ("A, B and C")."""
    mention = scene.ends.get(scene.sentence.tokens[at].end) if at >= 0 else None
    if mention is None or not (
        speaks(mention) or (mention.name == "it" and (at == 0 or scene.words[at - 1] in _CLAUSAL or scene.words[at - 1] in REPORTING))
    ):
        return None
    first = scene.token_at(mention.span.start)
    if (
        mention.kind == "organisation"
        and first > 1
        and scene.words[first - 1] in ("'s", "’s")
        and (owner := scene.ends.get(scene.sentence.tokens[first - 2].end))
    ):
        first = scene.token_at(owner.span.start)
    if (office := _office(scene, at, mention)) is not None:
        return office
    lead = first - 1 - (scene.words[first - 1] == "the" and first > 1)
    if mention.kind in ("state", "organisation", "region") and first and scene.words[lead] in _PREPOSITIONS:
        return _common(scene, at)
    if mention.kind == "person" and first and scene.words[first - 1] in ("for", "to") and (aide := _common(scene, first - 1)) is not None:
        return Voice(aide.mentions, aide.first, at + 1)  # "a spokesman for X"
    return _joined(scene, at, mention, first)


def _joined(scene: Scene, at: int, mention: Mention, first: int) -> Voice:
    """A mention with those joined to it: "A, B and C", "he and C"."""
    joined = [mention]
    while mention.kind != "pronoun" and first > 1 and scene.words[first - 1] in (("and", "&") if len(joined) == 1 else (",", "and")):
        other = scene.ends.get(scene.sentence.tokens[first - 2].end)
        if (
            other is None
            or not speaks(other)
            or (other.kind == "pronoun" and other.name not in ("he", "she"))
            or other.form == "adjective"
            or other.kind == "agreement"
        ):
            break
        begin = scene.token_at(other.span.start)
        if begin and scene.words[begin - 1] in _PREPOSITIONS | {"by"} and other.kind in ("state", "region", "organisation"):
            if scene.words[begin - 2 : begin] in (("governments", "of"), ("authorities", "of")):
                return Voice((other, *reversed(joined)), begin - 2, at + 1)
            break
        joined.append(other)
        first = scene.token_at(other.span.start)
        if other.kind == "pronoun":
            break  # "According to X, he and Y agreed"
    return Voice(tuple(reversed(joined)), first, at + 1)


def _office(scene: Scene, at: int, mention: Mention) -> Voice | None:
    """ "The commission president": no apposition to the name before without a second comma, no other's post."""
    tokens, first = scene.sentence.tokens, scene.token_at(mention.span.start)
    tail = mention.span.text[mention.head.end - mention.span.start :]
    if mention.kind == "person" and first > 1 and mention.span.end == tokens[at].end and "," in tail and scene.words[at + 1 : at + 2] != (",",):
        behind = scene.token_at(mention.head.end) + 1
        return Voice((describe(scene, behind, at + 1),), behind, at + 1)
    if mention.kind == "post" and first and tokens[first - 1].pos == "NOUN" and scene.words[first - 1] in _PEOPLE:
        return Voice((describe(scene, first - 1, at + 1),), first - 1, at + 1)
    return None


def _two(scene: Scene, at: int) -> Voice | None:
    """ "The two said", "host and guest agreed": two persons or parties named before."""
    if at > 1 and scene.words[at - 2 : at + 1] in (("host", "and", "guest"), ("guest", "and", "host")):
        first = at - 2 - (at > 2 and scene.words[at - 3] in ("both", "the"))
        start, end = scene.span_of(first, at + 1)
        span = scene.document.span(start, end, scene.sentence.span.field)
        return Voice((Mention("group", span, "the two", span, plural=True),), first, at + 1)
    if at < 1 or scene.words[at] not in ("two", "three", "pair", "duo", "trio") or scene.words[at - 1] != "the":
        return None
    start, end = scene.span_of(at - 1, at + 1)
    span = scene.document.span(start, end, scene.sentence.span.field)
    number = "three" if scene.words[at] in ("three", "trio") else "two"
    return Voice((Mention("group", span, f"the {number}", span, plural=True),), at - 1, at + 1)


def _named(scene: Scene, at: int) -> Voice | None:
    """A name that stands right before the verb and that no table holds: a company, a newspaper, a union."""
    tokens, first = scene.sentence.tokens, at
    while first >= 0 and (_capital(tokens[first]) or (first < at and scene.words[first] in ("of", "and", "for") and _capital(tokens[first - 1]))):
        first -= 1
    first += 1
    if first > at or (first > 0 and scene.words[first - 1] in _PREPOSITIONS | {"by", "with", "as", "and"}):
        return None
    lone = first == at and first == 0 and not tokens[at].text.isupper()
    if (lone and tokens[at].pos in ("PRON", "AUX", "VERB", "INTJ")) or scene.words[at] in _DAYS | _NEVER:
        return None
    start, end = scene.span_of(first, at + 1)
    span = scene.document.span(start, end, scene.sentence.span.field)
    return Voice((Mention("organisation", span, " ".join(span.text.split()), span),), first, at + 1)


def _capital(token: Token) -> bool:
    return bool(_TITLED.fullmatch(token.text)) and token.pos not in ("DET", "ADP", "SCONJ", "CCONJ", "ADV") and token.text != "I"


def named_from(scene: Scene, first: int) -> Voice | None:
    """A name that begins at a token and that no table holds: "according to Nordwire"."""
    tokens, last = scene.sentence.tokens, first
    while last < len(tokens) and _capital(tokens[last]) and tokens[last].pos in ("PROPN", "NOUN", ""):
        last += 1
    if last == first or scene.words[first] in _DAYS | _NEVER:
        return None
    start, end = scene.span_of(first, last)
    span = scene.document.span(start, end, scene.sentence.span.field)
    return Voice((Mention("organisation", span, " ".join(span.text.split()), span),), first, last)


def quoted(scene: Scene, end: int) -> Voice | None:
    """Whoever is quoted "as saying" what follows: all between "quotes" and "as", or the subject of "was quoted"."""
    verb = next((at for at in range(end - 1, max(end - 14, -1), -1) if scene.words[at] in ("quotes", "quoted", "cites", "cited")), None)
    if verb is None:
        return None
    if scene.words[verb - 1] in ("was", "were", "is", "been"):
        return before(scene, verb - 1)
    return None if end - verb < 2 else Voice((_all(scene, verb + 1, end) or describe(scene, verb + 1, end),), verb + 1, end)


def _all(scene: Scene, first: int, last: int) -> Mention | None:
    """The mention that takes all of the words."""
    mention = scene.starts.get(scene.sentence.tokens[first].start)
    return mention if mention is not None and speaks(mention) and mention.span.end == scene.sentence.tokens[last - 1].end else None


def group(scene: Scene, first: int) -> Voice | None:
    """A speaker that a common noun names, from a token on: "a spokesman", "U.S. officials"."""
    words = scene.words
    noun = next((at for at in range(first, min(first + 7, len(words))) if words[at] in _PEOPLE), None)
    if noun is not None and words[noun] == "official" and words[noun + 1 : noun + 2] not in _AFTER_OFFICIAL:
        return None  # "the official page"
    if noun is None or {",", ".", ";"} & set(scene.words[first:noun]):
        return None
    return Voice((describe(scene, first, noun + 1),), first, noun + 1)


def _parenthesis(scene: Scene, at: int) -> Voice | None:
    """The name before an apposition that ends at `at`: "Yusef Omar Azhari, the legal adviser of the president, says"."""
    for start in range(at - 1, max(at - 25, 0), -1):
        if scene.words[start] in (",", "(", "–", "—", "-"):
            found = _ending(scene, start - 1)
            if scene.words[start] == "(" and not (found and found.mentions[-1].kind in ("person", "organisation")):
                found = _named(scene, start - 1) or found
            if found and found.mentions[-1].kind in ("person", "post", "organisation"):
                return Voice(found.mentions, found.first, at + 1)
    return None


def _subject(scene: Scene, verb: int) -> Voice | None:
    """The subject of the verb in the tree: a mention that holds it, or its noun with what stands before it."""
    tokens = scene.sentence.tokens
    subjects = [at for at, token in enumerate(tokens) if token.head == verb and token.dep.startswith("nsubj") and at != verb]
    found = next((at for at in subjects if not _dateline(scene, at)), None)
    if subjects and subjects[-1] == verb - 1 and scene.words[verb - 2 : verb - 1] == (",",):
        found = subjects[-1]  # "…, Newswire reports"
    if found is not None and tokens[found].pos == "PRON" and scene.words[found] in ("who", "which", "that"):
        found = tokens[verb].head if tokens[verb].dep.startswith("acl") else None
    if found is None or found > verb:
        return None
    token = tokens[found]
    holding = [one for one in scene.mentions if one.span.start <= token.start and token.end <= one.span.end and speaks(one)]
    if holding and holding[0].kind != "pronoun":
        best = max(holding, key=lambda one: one.span.end - one.span.start)
        return Voice((best,), scene.token_at(best.span.start), verb)
    if not _animate(token):
        return None
    if found + 1 < verb and token.pos == "NOUN" and all(_capital(one) for one in tokens[found + 1 : verb]):
        return _named(scene, verb - 1)
    first = min([found, *(at for at in range(found) if _before(tokens, at, found))])
    last = next((at for at in range(found + 1, verb) if tokens[at].dep != "flat"), verb)
    return Voice((describe(scene, first, last),), first, verb)


def _dateline(scene: Scene, at: int) -> bool:
    """Is a token the place a dateline opens with: "OSLO (Agency) --"?"""
    return (
        at < 3
        and scene.sentence.tokens[at].text.isupper()
        and scene.words[at + 1 : at + 2] in ((",",), ("/",), ("(",), (".",), ("-",), ("—",), ("–",))
    )


def _animate(token: Token) -> bool:
    """Can a noun without a name speak: a proper noun, a word for people or documents, a plural of doers."""
    word = token.text.casefold()
    if token.pos == "PROPN" or word in ("estimates", "rates", "states", "dates", "figures"):
        return word not in _DAYS and word != "estimates" and token.pos == "PROPN"
    return token.pos == "NOUN" and (word in _PEOPLE or bool(_MANY.search(word)))


def _before(tokens: Sequence[Token], at: int, noun: int) -> bool:
    """Is a token a modifier on the left of the noun, or of such a modifier?"""
    while at != noun:
        if tokens[at].dep not in _LEFT or tokens[at].head <= at or tokens[at].head > noun:
            return False
        at = tokens[at].head
    return True


def _common(scene: Scene, at: int) -> Voice | None:
    """A speaker named by a common noun, with what modifies it: "officials in Seoul", "the foreign ministry spokesman"."""
    tokens = scene.sentence.tokens
    noun = next((index for index in range(at, max(at - 8, -1), -1) if scene.words[index] in _PEOPLE), None)
    if noun is None or not _reaches(scene.words, noun, at):
        return None
    first = noun
    while first > 0 and _modifies(tokens[first - 1]) and tokens[first].pos != "DET":
        first -= 1
    if first > 0 and scene.words[first - 1] in _PREPOSITIONS | {"by", "with", "as"}:
        return None
    if noun < at and all(_capital(token) for token in tokens[noun + 1 : at + 1]):
        return _named(scene, at)
    return Voice((describe(scene, first, noun + 1),), first, at + 1)


def _reaches(words: Sequence[str], noun: int, at: int) -> bool:
    """Is all between the noun and the verb a prepositional phrase or a day?"""
    rest = words[noun + 1 : at + 1]
    return not rest or (
        rest[-1] not in ("and", "but", "or")
        and not {",", ";", "that", "who", "which"} & set(rest)
        and not any(word in REPORTING and word.endswith(("ed", "said")) for word in rest)
        and (rest[0] in _PREPOSITIONS | {"close"} or rest[0] in BETWEEN)
    )


def _modifies(token: Token) -> bool:
    if token.pos:
        return token.pos in ("ADJ", "NOUN", "PROPN", "DET", "NUM") or token.text in ("'s", "’s", "-")
    return bool(_TITLED.fullmatch(token.text)) or token.text in ("'s", "’s", "-") or token.text.casefold() in _DETERMINERS


def describe(scene: Scene, first: int, last: int) -> Mention:
    """A speaker without a name, as printed, without its article, with the one it speaks for."""
    last = _complement(scene, last)
    kind = next((at for at in range(last - 2, first, -1) if scene.words[at] in _PEOPLE and scene.sentence.tokens[at].text.islower()), None)
    if kind is not None and all(_capital(one) for one in scene.sentence.tokens[kind + 1 : last]):
        first = kind + 1  # "shipping company X": the name alone
    while scene.words[first] in ("the", "a", "an", "some", "several", "many") and last - first > 1:
        first += 1
    start, end = scene.span_of(first, last)
    span = scene.document.span(start, end, scene.sentence.span.field)
    name = (kind is not None and first == kind + 1) or (
        len(span.text.split()) > 1 and all(word[0].isupper() or word in ("of", "and", "the") for word in span.text.split())
    )
    name = name or (last - first == 1 and first > 0 and scene.words[first - 1] in _PEOPLE and _capital(scene.sentence.tokens[first]))
    if name and scene.words[last - 1] not in _PEOPLE:
        return Mention("organisation", span, " ".join(span.text.split()), span)
    return Mention("group", span, _title(scene, span), span, ref=AS_PRINTED)


def _title(scene: Scene, span: Span) -> str:
    """A description in plain words: people inside it go by their names, without titles."""
    name, at = "", span.start
    for one in sorted(scene.mentions, key=lambda one: one.span):
        if one.kind == "person" and span.covers(one.span) and one.span.start >= at and one.span != one.head:
            name += span.text[at - span.start : one.span.start - span.start] + one.name
            at = one.span.end
    return " ".join((name + span.text[at - span.start :]).split())


def _complement(scene: Scene, last: int) -> int:
    """ "Spokesman for …", "supporters of the plan", "officials close to the talks": up to a verb or a comma."""
    words, tokens = scene.words, scene.sentence.tokens
    if words[last : last + 1] not in (("for",), ("of",), ("close",)):
        return last
    for at in range(last + 1, min(last + 12, len(words))):
        if (
            words[at] in (",", "(", "who", "that", "in", "on", "at", *_DAYS)
            or tokens[at].pos in ("VERB", "AUX")
            or words[at] in ("say", "says", "said")
        ):
            return at
    return last
