"""Products: the goods a flow is of, as printed before or after its noun."""

from __future__ import annotations

import re

from kg.claims.trade.scenes import A, D, P, Scene
from kg.claims.trade.terms import FLOW, MOVE, VERB
from kg.model import Span

WORD = re.compile(rf"[^\W{P}{D}{A}][\w-]*")
STOP = frozenset(
    "to from in for with by into during over at on and or but was were is are has have had been be amounted reached totaled totalled stood"
    " came made hit exceeded worth valued which that who while as of than"
    " through since until between within among against versus per said says told will would can could may might should not did does do its"
    " their his her our this these the a an about some nearly almost"
    " more less up down under out also it them him abroad annually daily monthly yearly puts put sees saw shows showed sends boosts drives"
    " keeps brought brings means hits worldwide overseas there alone making amid despite accounted accounting going goes brought being to"
    " amount amounts increased decreased rose fell grew reportedly respectively according both put forecasts forecast projects expects"
    " went go whereas fiscal financial year years expected plans wants posts posted cost costs lift lifts lifted eye eyes aim"
    " aims seek seeks agree agrees target targets"
    " intend intends discuss expand grow raise boost double triple push pushes take takes took want hope hopes vow vows pledge"
    " hundreds thousands dozens january february march april june july august september october november december"
    " expect recorded registered reported raises cuts doubles increases estimates noted".split()
)


GENERIC = frozenset(
    "regional local seaborne goods products capital funds money merchandise commodities total overall foreign annual bilateral mutual trade"
    " two-way direct new its their gross net good all domestic own main key largest biggest major world global"
    " country countries national external current monthly quarterly yearly record volume volumes value level share structure combined"
    " commodity other various different such said latter recent services-related"
    " accumulated net cumulative average similar additional negative positive reciprocal side republic industrial state companies firms"
    " international sensitive persistent chronic massive lopsided yawning historic"
    " outbound inbound actual principal further private huge large big sustained steady strong significant".split()
)


def product_before(scene: Scene, match: re.Match[str]) -> Span | None:
    """ "Wheat" in "wheat exports", "services" in "services surplus"."""
    words = list(WORD.finditer(scene.mask, max(0, match.start() - 40), match.start()))
    chosen: list[re.Match[str]] = []
    for word in reversed(words[-3:]):
        gap = scene.mask[word.end() : chosen[0].start() if chosen else match.start()]
        low = word.group().lower()
        if gap != " " or low in STOP or low in GENERIC or MOVE.fullmatch(low) or re.search(r"(?:ed|ly|ing|['’]s|st|th)$", low) or low.isdigit():
            break
        if (
            (word.start() and scene.mask[word.start() - 1] in "'’")
            or (word.group()[0].isupper() and word.start() > 0 and not (word.group().isupper() and len(word.group()) > 1))
            or low in ("s", "t")
        ):
            break
        chosen.insert(0, word)
    if not chosen or len(chosen) > 2 or match.lastgroup in ("turnover", "investment"):
        return None
    return scene.span(chosen[0].start(), chosen[-1].end())


def product_of(scene: Scene, at: int) -> Span | None:
    """ "cars" after "exports" in "exports of cars", "in agricultural products"."""
    earned = re.search(r"\b(?:earnings|revenues?|receipts|income)$", scene.mask[max(0, at - 12) : at])
    match = re.compile(rf"\s+(?:{'from' if earned else 'of|in'})\s+(?!{P}|{D}|{A})").match(scene.mask, at)
    return product_at(scene, match.end(), spaced=False) if match else None


def product_at(scene: Scene, at: int, spaced: bool = True) -> Span | None:
    """Up to five words from `at` that name goods ("crude oil and gas"); None if a verb or a preposition follows at once."""
    if spaced:
        gap = re.compile(r"\s+(?=\w)").match(scene.mask, at)
        if gap is None:
            return None
        at = gap.end()
    end = at
    words = list(WORD.finditer(scene.mask, at, at + 70))[:6]
    for number, word in enumerate(words[:5]):
        if word.start() != end + (number > 0) or (number and scene.mask[end] != " "):
            break
        joins = number > 0 and word.group() == "and" and number + 1 < len(words) and _names_goods(words[number + 1].group().lower(), True)
        if not joins and not _names_goods(word.group().lower(), number > 0):
            break
        end = word.end()
    if scene.mask[at:end].endswith(" and"):
        end -= 4
    return scene.span(at, end) if end > at else None


def _names_goods(word: str, inner: bool) -> bool:
    """Whether a word can be part of the name of goods: no verb, adverb, preposition, number or flow."""
    if word in STOP or word.isdigit() or word.endswith("ly") or word.endswith(("ed", "ing") if inner else "ed"):
        return False
    return not (MOVE.fullmatch(word) or FLOW.fullmatch(word) or VERB.fullmatch(word))


def goods(span: Span | None) -> Span | None:
    """`span` if it names a product, None for "goods", "products"."""
    if span is None:
        return None
    words = [word for word in span.text.lower().split() if word not in STOP]
    return span if words and not all(word in GENERIC for word in words) else None
