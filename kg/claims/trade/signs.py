"""Signs: the direction of a printed change, from its sign or from the words around it."""

from __future__ import annotations

import re

from kg.claims.trade.kinds import Kind, previous
from kg.claims.trade.scenes import D, Item, P, Scene, amount, opening
from kg.claims.trade.terms import DIRECTION, HEDGE, LEVEL, MONTHLY, MOVE, NEGATED, QUARTERLY, SHARE, YEARLY

_AFTER_MOVE = re.compile(
    r"\s*-?\s*(?:points?\s+)?(?:(?:year[-\s]on[-\s]year|yoy|annual|sharp|steep|average)\s+)?(?P<word>more|less|lower|higher|fewer|greater"
    r"|above|below|up|down|smaller|larger|bigger|narrower|wider|weaker|stronger|increase|decrease"
    r"|growth|rise|drop|decline|jump|fall|surge|gain|reduction|slump|contraction|plunge|hike|leap|upturn|downturn|short|lag|ahead|as\s+much"
    r"|as\s+large|as\s+high|as\s+many)\b",
    re.IGNORECASE,
)


_TO = re.compile(rf"\bto\s+{HEDGE}$", re.IGNORECASE)


_FROM = re.compile(rf"\bfrom\s+(?:(?!by\b|year\b|earlier\b)[a-z-]+\s+){{0,2}}?{HEDGE}$", re.IGNORECASE)  # "from a record A"
_THE_FIGURE = re.compile(rf"\s+(?:(?:that|what|the\s+(?:\w+\s+)?(?:figure|level|volume|amount|value|total|result))\b|{D})")
_THEN = re.compile(
    rf"\s*(?:,|;|and|,\s+and|,?\s+while)\s+(?:(?:in|for|to|with|from)\s+)?(?:the\s+)?(?:[{D}{P}]+|exports?|imports?|turnover|trade)\s+(?:by\s+)?"
)
_FROM_TO = re.compile(rf"\s*(?:in\s+{D}+)?\s*(?:from|to)\s+")
_BASIS = rf"(?:(?:{YEARLY.pattern}|{MONTHLY.pattern}|{QUARTERLY.pattern})\s*)?"
_NEGATIVE = re.compile(r"\bnegative\s+$")  # "a negative growth of 3 percent"
_AND_BY = re.compile(rf"\b(?:and|as\s+well\s+as)\s+by\s+{HEDGE}$")
_AND_IN = re.compile(
    rf"\s*{_BASIS}(?:(?:in|for|to|with)\s+(?:the\s+)?[{D}{P}]+|in\s+(?:volume|value|weight|quantity|revenues?|turnover))?\s*(?:,|,?\s+and|,?\s+or|,?\s+or\s+by|\()\s*(?:by\s+|or\s+)?{HEDGE}"
)


def moved_before(scene: Scene, item: Item) -> re.Match[str] | None:
    low = opening(scene, item)
    matches = list(MOVE.finditer(scene.mask, low, item.start))
    return matches[-1] if matches else None


def sign(scene: Scene, item: Item, kind: Kind) -> int:
    """+1 or −1 by the sign printed or the words of direction; 0 where the amount is no change."""
    words = item.mention.span.text.lower()
    if amount(item).value < 0:
        return -1
    if words.startswith("+") or scene.mask[: item.start].endswith("plus "):
        return 1
    if re.fullmatch(r"(?:doubl|tripl|trebl|quadrupl|quintupl)\w*", words):
        return 0 if NEGATED.search(scene.mask[: item.start]) else 1
    after, moved = _AFTER_MOVE.match(scene.mask, item.end), moved_before(scene, item)
    if kind == "percent" and _shared(scene, item, after, moved):
        return 0
    if after:
        return _direction(DIRECTION.search(after["word"]))
    if kind == "percent" and LEVEL.match(scene.mask, item.end):
        return 1
    if moved is None:
        return 1 if kind == "times" and _THE_FIGURE.match(scene.mask, item.end) else _carried(scene, item)
    if moved.group().lower() == "inched":
        turned = DIRECTION.search(scene.mask, moved.end(), item.start)
        return _direction(turned) if turned else 0
    if _NEGATIVE.search(scene.mask[: moved.start()]):
        return -1
    if NEGATED.search(scene.mask[: moved.start()]) or (kind == "percent" and _TO.search(scene.mask[moved.end() : item.start])):
        return 0
    return _direction(DIRECTION.fullmatch(moved.group()))


def _direction(match: re.Match[str] | None) -> int:
    return 1 if match is None or match["up"] else -1


def _shared(scene: Scene, item: Item, after: re.Match[str] | None, moved: re.Match[str] | None) -> bool:
    """A percentage that is a part of something."""
    if LEVEL.match(scene.mask, item.end):
        return SHARE.search(scene.mask[: item.start]) is not None and moved is None
    if re.match(r"\s+of\b", scene.mask[item.end :]):
        return True
    if re.search(r"\bshare\b", scene.mask[opening(scene, item) : item.start]) or _FROM.search(scene.mask[: item.start]):
        return True
    share = SHARE.search(scene.mask, opening(scene, item), item.start)
    return share is not None and not after and (moved is None or moved.end() < share.end())


def _carried(scene: Scene, item: Item) -> int:
    """The direction of a list: "rose 15 percent in May, 17 in June", "up by $2 bn, or 8 percent"."""
    before = previous(scene, item)
    if _AND_BY.search(scene.mask[: item.start]):
        turned = next((one for one in reversed(scene.amounts) if one.end <= item.start and amount(one).unit == amount(item).unit), None)
        return _signed_before(scene, turned) if turned else 0
    gap = scene.mask[before.end : item.start]
    if before is item or not (_THEN.fullmatch(gap) or _AND_IN.fullmatch(gap)):
        return 0
    return _signed_before(scene, before) or _carried(scene, before) or _since_from(scene, before)


def _since_from(scene: Scene, item: Item) -> int:
    """The direction of "rose to A from A, or by 5 percent"."""
    before = previous(scene, item)
    joined = before is not item and _FROM_TO.fullmatch(scene.mask[before.end : item.start]) is not None
    return _signed_before(scene, before) if joined and amount(item).unit not in ("percent", "times") else 0


def _signed_before(scene: Scene, item: Item) -> int:
    """The direction of the verb before an amount, 0 if there is none or it is denied."""
    moved = moved_before(scene, item)
    return 0 if moved is None or NEGATED.search(scene.mask[: moved.start()]) else _direction(DIRECTION.fullmatch(moved.group()))
