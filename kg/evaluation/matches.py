"""Matches of a query's rows with gold items: when they are the same fact, and which fields are then judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.evaluation.names import (
    COURTESIES,
    RANKS,
    agreement,
    folded,
    likeness,
    number,
    same_dates,
    same_number,
    same_party,
    same_person,
    shared,
    words,
)

Item = Mapping[str, Any]
Found = Mapping[str, Any]  # a row of a query; a multi-valued column holds a list


@dataclass(frozen=True)
class Passages:
    """Where the evidence of gold stands in the text of one article."""

    text: str

    def spans(self, quoted: object) -> list[tuple[int, int]]:
        if isinstance(quoted, list):
            return [(int(quoted[0]), int(quoted[1]))]
        return [match.span() for match in re.finditer(re.escape(str(quoted)), self.text)] if quoted else []

    def _best(self, row: Found, quoted: object, share: Callable[[float, float, int, int], float]) -> float:
        start, end = number(row.get("start")), number(row.get("end"))
        if start is None or end is None or end <= start:
            return 0.0
        return max((share(start, end, s, e) for s, e in self.spans(quoted)), default=0.0)

    def overlap(self, row: Found, quoted: object) -> float:
        """Share of the shorter passage that the other covers."""
        return self._best(row, quoted, lambda a, b, s, e: max(0.0, min(b, e) - max(a, s)) / min(b - a, e - s))

    def union(self, row: Found, quoted: object) -> float:
        """Intersection over union of the two passages."""
        return self._best(row, quoted, lambda a, b, s, e: max(0.0, min(b, e) - max(a, s)) / (max(b, e) - min(a, s)))

    def opens(self, row: Found, quoted: object) -> float:
        """1 where the row begins with gold and holds all of it: a long quotation of which gold is the first sentence."""
        start, end = number(row.get("start")), number(row.get("end"))
        if start is None or end is None:
            return 0.0
        return float(any(abs(start - s) <= 3 and end >= e - 3 for s, e in self.spans(quoted)))


Scorer = Callable[[Item, Found, Passages], float]
Judge = Callable[[Item, Found], bool]


@dataclass(frozen=True)
class Query:
    """How one query is scored: `likeness` of item and row (0: not the same fact), the `fields` judged on pairs, the
    column `key` by which rows with several values of `many` are one fact, or the columns in which `repeats` are equal."""

    likeness: Scorer
    fields: Mapping[str, Judge] = field(default_factory=dict)
    key: str = ""
    many: str = ""
    repeats: tuple[str, ...] = ()


def _official(item: Item, row: Found, _: Passages) -> float:
    if not same_person(row.get("person"), item["person"], item.get("aka") or ()) or not same_party(row.get("of"), item["of"]):
        return 0.0
    if (set(words(row.get("post"))) ^ set(words(item["post"]))) & RANKS:
        return 0.0
    post = likeness(row.get("post"), item["post"])
    return post if post >= 0.5 else 0.0


def _meeting(item: Item, row: Found, gold: Passages) -> float:
    parties = agreement(row["participant"], item["participants"])
    if parties < 0.5 or (row.get("modality") or "happened") != item["modality"]:
        return 0.0
    near = gold.overlap(row, item["ev"]) > 0 or same_dates(row.get("date"), item["date"])
    return parties + 0.5 * near + 0.1 * bool(row.get("kind") == item["kind"])


def _agreement(item: Item, row: Found, gold: Passages) -> float:
    short = bool(item.get("short")) and folded(item["short"]) == folded(row.get("short"))
    name, near = likeness(row.get("name"), item["name"]), gold.overlap(row, item["ev"]) > 0
    if not (short or name >= 0.6 or (near and name >= 0.3)):
        return 0.0
    return name + 0.5 * short + 0.3 * near + 0.2 * agreement(row["party"], item["parties"])


def _forum(item: Item, row: Found, gold: Passages) -> float:
    name = likeness(row.get("name"), item["name"])
    return name + 0.3 * (gold.overlap(row, item["ev"]) > 0) if name >= 0.6 else 0.0


def _speakers(value: object) -> list[str]:
    if isinstance(value, list):
        return [name for one in value for name in _speakers(one)]
    return [name.strip() for name in str(value or "").split(";") if name.strip()]


def _statement(item: Item, row: Found, gold: Passages) -> float:
    near = max(gold.union(row, item["ev"]), gold.opens(row, item["ev"]))
    wanted, found = _speakers(item["speaker"]), _speakers(row["speaker"])
    known = bool(found) and all(any(same_party(one, other) for other in wanted) for one in found)
    return near if near >= 0.3 and known else 0.0


def _commitment(item: Item, row: Found, gold: Passages) -> float:
    near = gold.union(row, item["ev"])
    if near < 0.3 and gold.overlap(row, item["ev"]) < 0.6:
        return 0.0
    return max(near, 0.3) if not item["by"] or shared(row["party"], item["by"]) else 0.0


def _flow(printed: str | None) -> str:
    name = folded(printed)
    return "balance" if name in ("surplus", "deficit") else name


def _swapped(item: Item, row: Found) -> bool:
    """Turnover is symmetric: the parties may stand the other way round."""
    if item["flow"] != "turnover" or not item["partner"]:
        return False
    return same_party(row.get("reporter"), item["partner"]) and same_party(row.get("partner"), item["reporter"])


def _observation(item: Item, row: Found, gold: Passages) -> float:
    if not same_number(row.get("value"), item["value"], absolute=True) or folded(row.get("unit")) != folded(item["unit"]):
        return 0.0
    if _flow(row.get("flow")) != _flow(item["flow"]) or not (same_party(row.get("reporter"), item["reporter"]) or _swapped(item, row)):
        return 0.0
    return 1.0 + 0.5 * (gold.overlap(row, item["ev"]) > 0)


def _change(item: Item, row: Found, gold: Passages) -> float:
    if not same_number(row.get("value"), item["value"]) or row.get("kind") != item["kind"] or _flow(row.get("flow")) != _flow(item["flow"]):
        return 0.0
    return 1.0 + 0.5 * (gold.overlap(row, item["ev"]) > 0)


def _topic(item: Item, row: Found, _: Passages) -> float:
    alike = likeness(row["topic"], item["topic"])
    return alike if alike >= 0.5 else 0.0


def _place(item: Item, row: Found) -> bool:
    return same_party(row.get("place"), item["place"]) if item["place"] else not row.get("place")


def _meeting_date(item: Item, row: Found) -> bool:
    return same_dates(row.get("date"), item["date"]) if item["date_basis"] == "stated" else row.get("date_basis") != "stated"


def _forum_dates(item: Item, row: Found) -> bool:
    start, end = row.get("start_date"), row.get("end_date")
    return same_dates(start, item["start"]) and same_dates(end or start, item["end"] or item["start"])


def _interval(start: str | None, end: str | None) -> str:
    return f"{start}/{end or start}" if start else ""


def _period(item: Item, row: Found) -> bool:
    return same_dates(_interval(row.get("period_start"), row.get("period_end")), _interval(item["start"], item["end"]))


def _base(item: Item, row: Found) -> bool:
    return same_dates(_interval(row.get("base_start"), row.get("base_end")), item["base"])


def _partner(item: Item, row: Found) -> bool:
    return _swapped(item, row) or (same_party(row.get("partner"), item["partner"]) if item["partner"] else not row.get("partner"))


def _negative(flow: str | None, value: object) -> bool:
    amount = number(value) or 0.0
    return (-amount if folded(flow) == "deficit" else amount) < 0


def _sign(item: Item, row: Found) -> bool:
    return _negative(row.get("flow"), row.get("value")) == _negative(item["flow"], item["value"])


def _to(item: Item, row: Found) -> bool:
    return same_party(row.get("to"), item["to"]) if item.get("to") else not row.get("to")


def _all(column: str, gold: str) -> Judge:
    return lambda item, row: agreement(row[column], item[gold]) == 1.0


def _equal(name: str) -> Judge:
    return lambda item, row: bool(row.get(name) == item[name])


def _areas(name: str) -> Judge:
    return lambda item, row: same_party(row.get(name), item[name]) or _swapped(item, row)


_FIGURE = ("reporter", "partner", "flow", "product", "period_start", "period_end", "value", "unit", "kind", "hedge")

QUERIES: dict[str, Query] = {
    "officials": Query(
        _official,
        {
            "name": lambda item, row: words(row.get("person"), COURTESIES) == words(item["person"], COURTESIES),
            "status": lambda item, row: bool((row.get("status") or "current") == item["status"]),
            "to": _to,
        },
        repeats=("person", "post", "of", "to", "status"),
    ),
    "meetings": Query(
        _meeting,
        {"date": _meeting_date, "place": _place, "kind": _equal("kind"), "participants": _all("participant", "participants")},
        key="meeting",
        many="participant",
    ),
    "agreements": Query(
        _agreement,
        {"stage": _equal("stage"), "parties": _all("party", "parties"), "date": lambda item, row: same_dates(row.get("stage_date"), item["date"])},
        key="agreement",
        many="party",
    ),
    "forums": Query(
        _forum,
        {"place": _place, "dates": _forum_dates, "status": _equal("status")},
        repeats=("name", "place", "start_date", "end_date", "status"),
    ),
    "statements": Query(_statement, {"mode": _equal("mode")}, key="_span", many="speaker"),
    "trade": Query(
        _observation,
        {
            "partner": _partner,
            "period": _period,
            "hedge": lambda item, row: folded(row.get("hedge")) == folded(item["hedge"]),
            "sign": _sign,
            "product": lambda item, row: likeness(row.get("product"), item["product"]) >= 0.5,
        },
        repeats=_FIGURE,
    ),
    "changes": Query(_change, {"period": _period, "reporter": _areas("reporter"), "partner": _areas("partner"), "base": _base}, repeats=_FIGURE),
    "commitments": Query(_commitment, {"by": _all("party", "by")}, key="commitment", many="party"),
    "topics": Query(_topic),
}


def pairs(items: list[Item], found: list[Found], likeness_of: Scorer, gold: Passages) -> list[tuple[int, int]]:
    """Pairs of positions, the likest first; each item and each row is used once."""
    scored = ((likeness_of(item, row, gold), -a, -b) for a, item in enumerate(items) for b, row in enumerate(found))
    taken: list[tuple[int, int]] = []
    for _, a, b in sorted((one for one in scored if one[0] > 0), reverse=True):
        if not any(-a == x or -b == y for x, y in taken):
            taken.append((-a, -b))
    return taken


def facts(name: str, table: Iterable[Found]) -> list[Found]:
    """One record per fact of a query's rows: the values of a multi-valued role gathered, exact repeats dropped."""
    query = QUERIES[name]
    made: dict[object, dict[str, Any]] = {}
    for row in table:
        record = {**row, "_span": f"{row.get('start')}-{row.get('end')}"}
        if not query.key:
            made.setdefault(tuple(_alike(column, row.get(column)) for column in query.repeats), record)
            continue
        whole = made.setdefault(record.get(query.key) or repr(sorted(row.items())), {**record, query.many: []})
        if (value := row.get(query.many)) and value not in whole[query.many]:
            whole[query.many].append(value)
    return list(made.values())


def _alike(column: str, value: object) -> str:
    return str(value) if column == "value" else folded(str(value))
