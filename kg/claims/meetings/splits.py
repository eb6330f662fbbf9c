"""Splits: the parts of a coordinated noun phrase, as printed ("energy, customs and financial partnership" → three)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

Piece = tuple[int, int]

_STRONG = re.compile(
    r"\s*;\s*(?:and\s+)?|,?\s+as well as\s+(?:the\s+)?(?:on\s+|in\s+)?|,?\s+and\s+also\s+|,?\s+and\s+to\s+|,?\s+along with\s+|"
    r",?\s+together with\s+|\s+plus\s+"
)
_COMMA = re.compile(r",\s+(?!\d{4}\b)(?:and\s+|or\s+)?(?:also\s+)?(?:on\s+|about\s+)?")
_AND = re.compile(r"\s+and\s+(?:on\s+|about\s+|in\s+particular\s+)?")
_MARK = re.compile(
    r"\s+(?:in\s+|on\s+|covering\s+)?such\s+\w+\s+as\s+|"
    r"(?:,\s*|\s+\(|\s+[-–—]\s+|\s+)(?:including|particularly|notably|especially|in particular|primarily|such as|namely|among them|"
    r"first and foremost|specifically|like|to include),?"
    r"(?:\s+by|\s+with|\s+through)?\s+(?:in particular\s+)?(?:in\s+(?:the\s+)?(?:fields?|areas?|spheres?)\s+of\s+)?"
    r"(?:on\s+|about\s+|in\s+|for\s+|of\s+|via\s+)?|:\s+"
)
_GENERIC = re.compile(
    r"^(?:on\s+)?(?:(?:an?\s+)?(?:(?:wide|broad|whole|full|vast|great|large|extensive)\s+)?(?:range|number|variety|host|series|spectrum|set|"
    r"array|dozens?)\s+of\s+|many\s+|"
    r"several\s+|various\s+|other\s+)?(?:other\s+|various\s+|different\s+)?(?:issues|topics|matters|subjects|questions|areas|fields)"
    r"(?:\s+for\s+[\w ]{0,30}cooperation)?$"
)
_ADJECTIVE = re.compile(
    r"(?:[a-z-]+(?:al|ic|ary|ive|ous|ean|ern|ish|ful|able|ible|teral|ated|tary)|nuclear|joint|foreign|military|humanitarian|agrarian|human|"
    r"digital|high|low|new|"
    r"near|medium|short|long|immediate|current|global|top|domestic|maritime|free|open|fair|clean|green|safe|secure|legal|strong|inclusive|prosperous|stable|bilateral|"
    r"strategic|just|lasting|northern|southern|[A-Z]\w*(?:ian|ese|ish|can|ean)|Balkan|Baltic|Arctic|Arab)$"
)
_PREPOSITION = re.compile(
    r"\b(?:of|in|on|for|between|to|with|from|against|at|under|regarding|concerning|within|among|across|towards?|by|over|into)\b"
)
_AIM = re.compile(
    r",?\s+and\s+(?P<aim>(?:uphold|promote|deepen|secure(?=\s+(?:an?|the|their|its|our)\s)|reinforce|strengthen|spread|increase|address|enhance|preserve|advance|expand|develop|reduce|improve|"
    r"combat|counter|protect|support|ensure|maintain|build|create|boost|facilitate|accelerate|establish|prevent|tackle|resolve|restore|implement|intensify|"
    r"diversify|modernise|modernize)\s+(?!(?:and|or|of|in|for|by|to)\b))"
)
_BINOMIALS = tuple(
    frozenset(words.split())
    for words in (
        "trade investment investments",
        "peace security stability prosperity cooperation",
        "growth development prosperity stability",
        "research development",
        "transport logistics transit",
        "oil gas",
        "science technology innovation",
        "health rights",
        "rights freedoms",
        "women girls children",
        "equity equality",
        "political security",
        "violence atrocities",
        "smuggling trafficking",
        "culture arts art sport sports",
        "fuel energy",
        "tasks goals objectives",
    )
)
_ATTRIBUTIVE = re.compile(
    r"\b(?:trade|food|energy|security|technology|fuel|defen[cs]e|finance|culture|science|education|transport|ceasefire|investment|tourism|water|health|"
    r"business|transit|customs|aid|sports?)$"
)
_CLAUSE = re.compile(r"(?:how|what|why|whether|where)\s")
_ARTICLE = re.compile(r"^(?:the|a|an|their|its|his|her|our|this|these|both|ways|efforts|how)\s")
_DETERMINED = re.compile(r"^(?:the|a|an|their|its|his|her|our|this|these|both|other|further|ways|efforts|how|[\w-]+ing|[A-Z]\S*[’']s?)\s")
_NOT_MASS = ("the", "a", "an", "their", "his", "her", "its", "our", "current", "possible")
_HEADS = (
    "relations|ties|cooperation|challenges|matters|issues|spheres|links|partnership|supplies|deal|agreement|collaboration|contacts|"
    "interests|sectors|fields"
)
_SHARED = re.compile(
    r"\b(?:spheres?|issues|relations|ties|cooperation|fields|areas|projects|sectors?|matters|problems|partnership|links|contacts|affairs|"
    r"questions|topics|forces|"
    r"agenda|challenges|interests|goals|parties|roles|prize|organisations|organizations|collaboration|support|engagement|subjects|situation)\b"
)


_NOUNS = frozenset(  # nouns with the endings of adjectives
    "pandemic epidemic traffic republic topic music public fabric metric arctic logistic clinic mechanic capital arrival renewal withdrawal "
    "proposal approval disposal hospital referral survival removal festival journal signal terminal metal coal goal deal oil potential trial "
    "rival refusal denial material mineral chemical reversal initiative objective perspective alternative incentive archive drive directive "
    "representative executive cooperative ocean concern pattern table cable summary library anniversary judiciary boundary secretary "
    "treasury beneficiary intermediary itinerary vocabulary".split()
)


def parts(text: str, adjectives: Collection[str] = ()) -> list[Piece]:
    """Bounds within `text` of each part, in order, none empty; `adjectives` are words known to be adjectives here."""
    found: list[Piece] = []
    text = re.sub(r",?\s(?:and|or)[\s.]*$", "", text)
    for start, end in _marked(text):
        if _CLAUSE.match(text[start:end].lstrip()):
            commas = _cut(text, start, end, _COMMA) if text[start:end].lstrip().startswith("how to") else [(start, end)]
            found += [one for low, high in commas for one in (_aims(text, low, high, True) if (low, high) != (start, end) else [(low, high)])]
            continue
        for low, high in _cut(text, start, end, _STRONG):
            for first, last in _aims(text, low, high):
                found += _listed(text, first, last, adjectives)
    return [piece for piece in (_trim(text, *one) for one in found) if piece[1] - piece[0] > 1]


def _marked(text: str) -> Iterator[Piece]:
    """What stands before and after "including"; a bare "range of issues" before it says nothing."""
    pieces = list(_cut(text, 0, len(text), _MARK))
    for number, (start, end) in enumerate(pieces):
        if number + 1 < len(pieces) and _GENERIC.match(text[start:end].strip(" ,")):
            continue
        yield start, end


def _cut(text: str, start: int, end: int, at: re.Pattern[str]) -> Iterator[Piece]:
    """The pieces between the matches of `at`, those in brackets left alone."""
    begin = start
    for match in at.finditer(text, start, end):
        if not _bracketed(text, start, match.start()) and match.start() > begin:
            yield begin, match.start()
            begin = match.end()
    yield begin, end


def _aims(text: str, start: int, end: int, led: bool = False) -> Iterator[Piece]:
    """Cut between infinitives that share their "to" ("to protect A and promote B")."""
    begin = start
    for match in _AIM.finditer(text, start, end):
        before = text[begin : match.start()]
        if re.search(r"\bto\s+(?:further\s+|\w+ly\s+)?[a-z]+$", text[begin : match.start()]):  # "ways to develop and strengthen ties"
            continue
        if (
            not _bracketed(text, start, match.start())
            and (led or re.search(r"\bto\s+[a-z]+\s+\S", text[start : match.start()]))
            and len(before.split()) > 1
        ):
            yield begin, match.start()
            begin = match.start("aim")
    yield begin, end


def _bracketed(text: str, start: int, at: int) -> bool:
    inside = text[start:at]
    return inside.count("(") > inside.count(")") or inside.count("“") > inside.count("”") or inside.count('"') % 2 == 1


def _listed(text: str, start: int, end: int, adjectives: Collection[str]) -> list[Piece]:
    """The items of a list of one coordination."""
    items = list(_cut(text, start, end, _COMMA))
    if len(items) == 1:
        return _paired(text, start, end, adjectives)
    oxford = re.match(r",\s+(?:and|or)\s", text[items[-2][1] :]) is not None
    if not oxford:
        low, high = items[-1]
        bound = _AND.search(text, low, high) if _modifier(text[slice(*items[-2])], adjectives) else None  # "economic, political and cultural ties"
        pair = _paired(text, bound.end() if bound else low, high, adjectives, listed=bound is None)
        items = [*items[:-1], (low, pair[0][1]), *pair[1:]]
    return _whole(text, items, adjectives)


def _whole(text: str, items: Sequence[Piece], adjectives: Collection[str]) -> list[Piece]:
    """Items joined again where one is but a modifier of what follows ("the trade, economic and political spheres")."""
    kept: list[Piece] = []
    for number, (start, end) in enumerate(items):
        if (
            kept
            and (
                _modifier(text[slice(*items[number - 1])], adjectives)
                or _sharing(text, items, number)
                or _sphere(text, items, number)
                or _named(text, items, number)
            )
            and (_named(text, items, number) or not _ARTICLE.match(text[start:end]))
        ):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _sharing(text: str, items: Sequence[Piece], number: int) -> bool:
    """Items that hang on one word: "in the trade, economic and political spheres", "the epidemic of hate, violence and racism"."""
    first, last = text[slice(*items[0])], text[slice(*items[-1])]
    if "ranging from" in first:
        return True
    if re.search(r"(?:^|\b(?:in|of|on) )the [\w-]+$", first) and _SHARED.search(last):
        return True
    rest = [re.split(r"\s(?:not|in|for|across|among|between|around)\s", text[slice(*one)])[0].split() for one in items[1:]]
    if re.search(r"\bin [a-z]+$", first) and len(last.split()) > 1 and _SHARED.search(last):
        return True
    led = re.search(r"\b(?<!issues )(?<!questions )(?<!matters )(?<!areas )(?<!fields )(?:of|as|to\s+\w+)\s+[a-z]+$", first) or re.match(
        r"(?:increase|promote|enhance|strengthen|advance|support|defend|protect|bolster|ensure|preserve)\s+[a-z]+$", first
    )
    return led is not None and all(len(words) < 3 and words[0].islower() for words in rest) and number > 0


def _sphere(text: str, items: Sequence[Piece], number: int) -> bool:
    """ "in the trade, economic and political spheres, and the border": the second item ends in the noun of the first."""
    first, second = text[slice(*items[number - 1])], text[slice(*items[number])]
    return (
        re.search(r"\b(?:in|on) the [a-z-]+$", first) is not None
        and re.match(rf"[a-z-]+(?:\s+and\s+[a-z-]+)?\s+{_SHARED.pattern}", second) is not None
    )


_PROPER = r"(?:the\s+)?(?:[A-Z][\w.’'-]*[\s_]?(?:of[\s_](?:the[\s_])?)?)+"


def _named(text: str, items: Sequence[Piece], number: int) -> bool:
    """Names that follow one preposition: "relations with Chad, Niger and Mali"."""
    first, second = text[slice(*items[number - 1])], text[slice(*items[number])]
    if second.startswith("others "):
        return True
    led = any(re.search(rf"\b(?:with|to|in|for|from|between|towards?|support of)\s+{_PROPER}$", text[slice(*one)]) for one in items[:number])
    return led and re.search(rf"(?:^|\s){_PROPER}$", first) is not None and re.fullmatch(rf"{_PROPER}(?:\s+and\s+{_PROPER})?", second) is not None


def _modifier(piece: str, adjectives: Collection[str]) -> bool:
    """Does the piece end in an adjective, so that its noun is still to come?"""
    words = piece.split()
    return bool(words) and (words[-1] in adjectives or _ADJECTIVE.fullmatch(words[-1]) is not None) and words[-1] not in _NOUNS


def _paired(text: str, start: int, end: int, adjectives: Collection[str], listed: bool = False) -> list[Piece]:
    """Two parts joined by "and", unless they share a noun, a preposition or a complement."""
    for match in _AND.finditer(text, start, end):
        if _bracketed(text, start, match.start()):
            continue
        left, right = text[start : match.start()].strip(), text[match.end() : end].strip()
        if not (_modifier(left, adjectives) and not _ARTICLE.match(right)) and _parted(left, right, listed):
            return [(start, match.start()), *_paired(text, match.end(), end, adjectives)]
    return [(start, end)]


def _parted(left: str, right: str, listed: bool) -> bool:
    if re.search(r"\bto\s+[a-z]+$", left) and re.match(r"[a-z]+\s", right):
        return False  # "to register and tax boats"
    if re.search(r"\b[A-Z]{1,4}\d{0,2}$", left) and re.match(r"[A-Z]{1,4}\d{0,2}\s+[a-z]+", right):
        return False  # "the G20 and G7 presidencies"
    if re.match(r"[a-z]+ly\s+[a-z]+\s+[a-z]", right) and re.search(r"[a-z]-[a-z]+$", left):
        return False  # "long-standing and consistently friendly ties"
    last, first = left.split()[-1:], re.match(r"[a-z-]+(?=[.,]?$|\s+(?:in|of|for|across|on|between)\b)", right)
    if last and first and any({last[0], first.group()} <= group for group in _BINOMIALS):
        return False
    if re.fullmatch(r"(?:the\s+)?(?:[A-Z][\w.-]*\s?)+", left) and re.match(r"(?:the\s+)?(?:[A-Z][\w.-]*\s?)+[’']s?\s", right):
        return False
    if not listed and len(left.split()) > 1 and _ATTRIBUTIVE.search(left) and re.match(rf"[a-z-]+\s+(?:{_HEADS})\b", right):
        return False
    if re.search(r"[A-Z][\w’-]+\s+(?:for|of|on)\s+(?:the\s+)?(?:[A-Z][\w’-]*\s*)+$", left) and re.match(
        r"[A-Z][a-z]+(?:$|\s+(?:\(|in\b|with\b|on\b))", right
    ):
        return False
    if re.search(r"\b(?:between|both|among)\b(?!.*\band\b)", left):
        return False
    if not listed and len(left.split()) == 1 and not _PREPOSITION.search(right) and _ADJECTIVE.fullmatch(right.split()[0]) and _SHARED.search(right):
        return False
    if listed:
        return not _hangs(left, right)
    if _parallel(left, right):
        return True
    has_left, has_right = _PREPOSITION.search(left) is not None, _PREPOSITION.search(right) is not None
    if _DETERMINED.match(right):
        return not (has_left and not has_right and _low(left, right))
    if has_left and re.match(r"[a-z-]*[a-rt-z]\s+(?:in|of|for|at|to|between|across|throughout|on|with)\b", right):
        return False
    if has_left:
        return has_right and len(right.split()) > 3 and _first_noun_late(right)
    if has_right:
        return len([word for word in re.split(r"[\s_]+", left) if word.lower() not in _NOT_MASS]) > 1
    return len(left.split()) + len(right.split()) > 2 or not left[:1].isupper()


_WHOLE = re.compile(
    r"[\w-]+(?:\s[\w-]+)?\s(?:cooperation|relations|issues|ties|matters|problems|development|security|assistance|aid|settlement|process|reforms?|crisis|efforts)\b"
)


def _parallel(left: str, right: str) -> bool:
    """Are the sides built alike ("global hunger and global prices", "defence cooperation and security cooperation"), or is the left one
    closed by a name ("partnership with Malta and East-West relations")?"""
    ends, words = left.split(), right.rstrip(" .,").split()
    if len(words) > 1 and words[0].islower() and len(ends) > 1 and (words[0] in ends[-3:-1] or (words[-1] == ends[-1] and len(ends) > 2)):
        return True
    return (
        _PREPOSITION.search(left) is not None
        and ends[-1][:1].isupper()
        and (not right[:1].isupper() or "-" in words[0])
        and _WHOLE.match(right) is not None
    )


_COUNTED = re.compile(r"(?:state|status|tasks|prospects|results|progress|ways|problems|course|pace|dynamics|level|achievements|outcomes)$")


def _hangs(left: str, right: str) -> bool:
    """Do both sides hang on one word ("tasks and ways of cooperation", "maintaining regional peace and security")?"""
    if _COUNTED.match(left) and re.match(r"[a-z]+\s+(?:of|for|to|in)\s", right):
        return True
    return re.match(r"[a-z]+ing\s+\w+\s+\w+$", left) is not None and re.fullmatch(r"[a-z]+[.,]?", right) is not None


def _low(left: str, right: str) -> bool:
    """Both sides hang on one preposition ("between Armenia and the European Union")."""
    return re.search(r"\b(?:between|among|both)\b", left) is not None or re.match(r"the\s+[A-Z]", right) is not None


def _first_noun_late(right: str) -> bool:
    """The right side has a head of its own before its preposition."""
    match = _PREPOSITION.search(right)
    return match is not None and match.start() > 0


def _marked_off(piece: str) -> bool:
    """Does every quotation mark have its other?"""
    return piece.count("“") == piece.count("”") and piece.count('"') % 2 == 0


def _trim(text: str, start: int, end: int) -> Piece:
    """Without marks, brackets left open and loose prepositions at the edges."""
    while start < end and text[start] in " ,;:–—-\n\t":
        start += 1
    if lead := re.match(
        r"(?:on|about|in|regarding|concerning|of|with|for|also|both|and|besides\s+discussing|besides|exchanged\s+(?:views|opinions)\s+on|discussing|discuss|address|review|consider|"
        r"(?:the )?issues? (?:of(?! (?:(?:[\w-]+,? ){0,4}(?:interest|concern|importance|significance|relevance)\b|mutual|common|shared))|"
        r"related to|relating to|concerning))\s+",
        text[start:end],
        re.IGNORECASE,
    ):
        start += lead.end()
    while end > start and text[end - 1] in ' ,;:.–—-“”"\n\t' and not (text[end - 1] in '”"' and _marked_off(text[start:end])):
        end -= 1
    if text[start:end][:1] in ("“", '"') and not _marked_off(text[start:end]):
        start += 1
    if text[start:end].count(")") > text[start:end].count("(") and text[end - 1 : end] == ")":
        end -= 1
    return start, end
