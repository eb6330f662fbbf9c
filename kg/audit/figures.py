"""Printed figures and changes as exact values with the intervals they may stand for, read from a graph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Protocol

from kg.audit.intervals import Interval
from kg.model import rounding_step

Row = Mapping[str, str | None]
_NEARLY = re.compile(r"\b(?:nearly|almost|close to|approach\w*)\W+(?:\S+\W+){0,2}$", re.IGNORECASE)


class Rows(Protocol):
    """The solutions of a query, one mapping a row."""

    def dicts(self) -> Iterator[dict[str, str | None]]: ...


class Source(Protocol):
    """Whatever answers a query with a table: the store."""

    def select(self, sparql: str) -> Rows: ...


@dataclass(frozen=True, slots=True)
class Key:
    """What a figure is about: reporter, partner as printed, product, flow, unit. Equal keys may be compared."""

    reporter: str
    partner: str
    product: str
    flow: str
    unit: str

    def flowing(self, flow: str) -> Key:
        """The same trade seen as another flow."""
        return Key(self.reporter, self.partner, self.product, flow, self.unit)


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure. `step` is the size of one step of its last digit, `hedge` what qualifies it."""

    iri: str
    article: str
    key: Key
    period: tuple[str, str]
    value: Fraction
    step: Fraction
    hedge: str = ""
    printed: str = ""
    evidence: str = ""
    published: str = ""
    publisher: str = ""
    value_max: Fraction | None = None
    scale: Fraction = Fraction(1)
    inherited: bool = False  # its period stands in an earlier paragraph

    def scaled(self, value: Fraction, decimals: int | None = None) -> str:
        """A value in this figure's own scale ("40.150" of billions), with as many decimals as it prints or as said."""
        return decimal(value / self.scale, self.decimals if decimals is None else decimals)

    @property
    def decimals(self) -> int:
        """Decimals printed, in its own scale."""
        return places(self.step / self.scale)

    @property
    def interval(self) -> Interval:
        """The unrounded values that would print so (MODEL: R, opened or widened by the hedge)."""
        return hedged(self.value, self.step, self.hedge, self.value_max)

    @property
    def hull(self) -> Interval:
        """The values that would print so if digits were cut off, not rounded (MODEL: C)."""
        return Interval.around(self.value, self.step) if not self.hedge and self.value_max is None else self.interval


class Rounded:
    """What stands for every value that rounds to it: `value`, whose last digit counts `step`, loosened by `hedge`."""

    __slots__ = ()
    value: Fraction
    step: Fraction
    hedge: str

    @property
    def interval(self) -> Interval:
        return hedged(self.value, self.step, self.hedge)

    @property
    def hull(self) -> Interval:
        return self.interval if self.hedge else Interval.around(self.value, self.step)


@dataclass(frozen=True, slots=True)
class Change(Rounded):
    """A printed change of a flow: `value` is signed; kind percent, times, absolute or points."""

    iri: str
    article: str
    key: Key
    period: tuple[str, str]
    base: tuple[str, str]
    kind: str
    value: Fraction
    step: Fraction
    hedge: str = ""
    printed: str = ""
    evidence: str = ""
    inherited: bool = False


def places(step: Fraction) -> int:
    """How many decimals a last digit of this size stands behind the point."""
    found = 0
    while 0 < step < 1:
        step, found = step * 10, found + 1
    return found


def decimal(value: Fraction, decimals: int) -> str:
    """A number with so many decimals, the last one rounded half up."""
    whole, rest = divmod(int(abs(value) * 10**decimals + Fraction(1, 2)), 10**decimals)
    sign = "−" if value < 0 and (whole or rest) else ""
    return f"{sign}{whole}.{rest:0{decimals}d}" if decimals else f"{sign}{whole}"


def hedged(value: Fraction, step: Fraction, hedge: str, value_max: Fraction | None = None) -> Interval:
    """The interval of a printed number: half a step around it, or as its hedge says (MODEL, "Trade figures and the audit")."""
    if value_max is not None:
        return Interval(value - step / 2, value_max + step / 2)
    match hedge:
        case "about":
            return Interval.around(value, step)
        case "nearly":
            return Interval(value - step, value) if value >= 0 else Interval(value, value + step)
        case "over":
            return Interval(value, None) if value >= 0 else Interval(None, value)
        case "under":
            return Interval(None, value) if value >= 0 else Interval(value, None)
        case _:
            return Interval.around(value, step / 2)


FIGURES = """
PREFIX kg: <https://w3id.org/dateline/terms#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX sdmx-measure: <http://purl.org/linked-data/sdmx/2009/measure#>
SELECT DISTINCT ?iri ?article ?published ?publisher ?reporter ?partner ?product ?flow ?start ?end ?unit ?hedge ?value ?value_max
  ?printed ?decimals ?scale ?passage ?quote ?basis ?words
WHERE {
  ?iri a kg:TradeObservation ; kg:article ?node ; kg:flow ?flow ; sdmx-measure:obsValue ?value ; kg:valueLexical ?printed ;
    kg:evidence ?passage ; kg:hasFiller ?owner .
  ?node <http://purl.org/dc/terms/identifier> ?article .
  ?owner kg:claimRole "reporter" ; kg:name ?reporter .
  ?passage oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?node schema:datePublished ?published }
  OPTIONAL { ?node schema:publisher ?publisher }
  OPTIONAL { ?iri kg:hasFiller ?other . ?other kg:claimRole "partner" ; kg:name ?partner }
  OPTIONAL { ?iri kg:productPrinted ?product }
  OPTIONAL { ?iri kg:periodStart ?start ; kg:periodEnd ?end }
  OPTIONAL { ?iri kg:unitPrinted ?unit }
  OPTIONAL { ?iri kg:periodBasis ?basis }
  OPTIONAL { ?iri kg:periodPrinted ?words }
  OPTIONAL { ?iri kg:hedge ?hedge }
  OPTIONAL { ?iri kg:valueMax ?value_max }
  OPTIONAL { ?iri kg:decimals ?decimals ; kg:scale ?scale }
} ORDER BY ?article ?iri
"""
CHANGES = """
PREFIX kg: <https://w3id.org/dateline/terms#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?iri ?article ?reporter ?partner ?product ?flow ?start ?end ?base_start ?base_end ?kind ?unit ?hedge ?value
  ?printed ?decimals ?scale ?passage ?quote ?basis ?words
WHERE {
  ?iri a kg:ChangeClaim ; kg:article ?node ; kg:flow ?flow ; kg:changeKind ?kind ; kg:changeValue ?value ; kg:valueLexical ?printed ;
    kg:evidence ?passage ; kg:hasFiller ?owner .
  ?node <http://purl.org/dc/terms/identifier> ?article .
  ?owner kg:claimRole "reporter" ; kg:name ?reporter .
  ?passage oa:hasSelector/oa:exact ?quote .
  OPTIONAL { ?iri kg:hasFiller ?other . ?other kg:claimRole "partner" ; kg:name ?partner }
  OPTIONAL { ?iri kg:productPrinted ?product }
  OPTIONAL { ?iri kg:periodStart ?start ; kg:periodEnd ?end }
  OPTIONAL { ?iri kg:baseStart ?base_start ; kg:baseEnd ?base_end }
  OPTIONAL { ?iri kg:unitPrinted ?unit }
  OPTIONAL { ?iri kg:periodBasis ?basis }
  OPTIONAL { ?iri kg:periodPrinted ?words }
  OPTIONAL { ?iri kg:hedge ?hedge }
  OPTIONAL { ?iri kg:decimals ?decimals }
  OPTIONAL { ?iri kg:scale ?scale }
} ORDER BY ?article ?iri
"""


def figures(source: Source) -> Iterator[Figure]:
    """Every figure of the graph that is an observation: targets are aims, no values."""
    for row in source.select(FIGURES).dicts():
        if _code(row, "hedge") != "target":
            yield _figure(row)


def changes(source: Source) -> Iterator[Change]:
    """Every printed change of the graph."""
    return (_change(row) for row in source.select(CHANGES).dicts())


def _figure(row: Row) -> Figure:
    highest = row.get("value_max")
    return Figure(
        iri=row["iri"] or "",
        article=row["article"] or "",
        key=_key(row, row.get("unit") or ""),
        period=(row.get("start") or "", row.get("end") or row.get("start") or ""),
        value=Fraction(row["value"] or 0),
        step=_step(row),
        hedge=_hedge(row),
        printed=row["printed"] or "",
        evidence=row.get("passage") or "",
        published=row.get("published") or "",
        publisher=row.get("publisher") or "",
        value_max=Fraction(highest) if highest else None,
        scale=Fraction(row.get("scale") or 1),
        inherited=carried(row),
    )


def _change(row: Row) -> Change:
    return Change(
        iri=row["iri"] or "",
        article=row["article"] or "",
        key=_key(row, row.get("unit") or ""),
        period=(row.get("start") or "", row.get("end") or row.get("start") or ""),
        base=(row.get("base_start") or "", row.get("base_end") or row.get("base_start") or ""),
        kind=_code(row, "kind"),
        value=Fraction(row["value"] or 0),
        step=_step(row),
        hedge=_hedge(row),
        printed=row["printed"] or "",
        evidence=row.get("passage") or "",
        inherited=carried(row),
    )


def carried(row: Row) -> bool:
    """Whether a period is inherited and no words of the figure's own paragraph stand for it."""
    return _code(row, "basis") == "inherited" and not row.get("words")


def _key(row: Row, unit: str) -> Key:
    return Key(row["reporter"] or "", row.get("partner") or "", (row.get("product") or "").casefold(), _code(row, "flow"), unit)


def _code(row: Row, column: str) -> str:
    return (row.get(column) or "").rpartition("/")[2]


def _step(row: Row) -> Fraction:
    """One step of the last digit printed; without a record of the digits, that of the value in full."""
    value, decimals = row["value"] or "0", row.get("decimals")
    if decimals is None:
        decimals = str(len(value.partition(".")[2]))
    kind = _code(row, "kind")
    scale = Decimal(row.get("scale") or 1)
    if kind in ("percent", "points", "times"):
        return Fraction(Decimal(1).scaleb(-int(decimals)))
    return Fraction(rounding_step(value, int(decimals), scale))


def _hedge(row: Row) -> str:
    """The hedge; "nearly" apart from "under", which bounds from above only."""
    hedge, quote, printed = _code(row, "hedge"), row.get("quote") or "", row.get("printed") or ""
    if hedge == "under" and printed and _NEARLY.search(quote.partition(printed)[0]):
        return "nearly"
    return hedge
