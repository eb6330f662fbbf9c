"""Triples of trade figures: the article's Data Cube data set, its observations' dimensions, periods and units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kg import iri
from kg.model import Claim, Document, rounding_step
from kg.quads.terms import LABEL, RDF_TYPE, day, name, own, ref, text, triple, typed

QUDT_UNITS = {  # units that are no currencies, by their names in QUDT 3.1
    "tonnes": "TONNE",
    "barrels": "BBL",
    "barrels per day": "BBL-PER-DAY",
    "cubic metres": "M3",
    "kilowatt-hours": "KiloW-HR",
}
CODE = iri.PREFIXES["code"]


def data_set(document: Document) -> str:
    return f"{iri.article(document.id)}/figures"


def describe_data_set(document: Document) -> Iterator[str]:
    node = ref(data_set(document))
    yield triple(node, RDF_TYPE, name("qb:DataSet"))
    yield triple(node, name("qb:structure"), own("tradeStructure"))
    yield triple(node, name("dcterms:source"), ref(iri.article(document.id)))
    yield triple(node, LABEL, text(f"Trade figures of {document.title or document.id}"))


def printings(observations: Iterable[tuple[str, Claim, str, str]]) -> Mapping[str, int]:
    """The printing of each observation (claim IRI → 1, 2, …): rows are (IRI, claim, reporter, partner). Observations of one
    article that agree in every other dimension are numbered, so that no two share a key (integrity constraint IC-12)."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for node, claim, reporter, partner in observations:
        key = (reporter, partner, _product(claim), _period(claim), claim.value("flow"), _status(claim), claim.value("unit"))
        groups[key].append(node)
    return {node: number for nodes in groups.values() for number, node in enumerate(sorted(nodes), 1)}


def observation(document: Document, claim: Claim, subject: str, printing: int) -> Iterator[str]:
    """The dimensions and attributes of an observation that its roles and values do not give as they stand."""
    yield triple(subject, name("qb:dataSet"), ref(data_set(document)))
    yield triple(subject, own("printing"), typed(printing, "integer"))
    yield triple(subject, own("figureStatus"), ref(f"{CODE}figure-status/{_status(claim)}"))
    if not claim.filled("partner"):
        yield triple(subject, own("counterpartArea"), own("notStatedArea"))
    yield from _product_triples(claim, subject)
    yield from period(claim, subject)
    yield from unit(claim, subject)
    yield from rounding(claim, subject)


def _status(claim: Claim) -> str:
    return "target" if claim.value("hedge") == "target" else "observed"


def _product(claim: Claim) -> str:
    return next((iri.slug(one.name) for one in claim.filled("product")), "")


def _product_triples(claim: Claim, subject: str) -> Iterator[str]:
    product = _product(claim)
    node = ref(f"{iri.BASE}product/{product}") if product else own("total")
    yield triple(subject, own("product"), node)
    if product:
        yield triple(node, RDF_TYPE, own("Product"))
        yield triple(node, LABEL, text(claim.filled("product")[0].name))


def _period(claim: Claim) -> str:
    start, end = claim.value("period_start"), claim.value("period_end")
    return f"{start}/{end or start}" if start else ""


def period(claim: Claim, subject: str) -> Iterator[str]:
    """The reference period as an OWL-Time interval of months, days or years."""
    key = _period(claim)
    node = ref(f"{iri.BASE}period/{key}") if key else own("notStatedPeriod")
    yield triple(subject, name("sdmx-dimension:refPeriod"), node)
    if not key:
        return
    yield triple(node, RDF_TYPE, name("time:ProperInterval"))
    yield triple(node, LABEL, text(key))
    properties = {4: "time:inXSDgYear", 7: "time:inXSDgYearMonth"}
    for bound, value in zip(("time:hasBeginning", "time:hasEnd"), key.split("/"), strict=True):
        instant = ref(f"{iri.BASE}instant/{value}")
        yield triple(node, name(bound), instant)
        yield triple(instant, RDF_TYPE, name("time:Instant"))
        yield triple(instant, name(properties.get(len(value), "time:inXSDDate")), day(value))


def unit(claim: Claim, subject: str) -> Iterator[str]:
    printed = claim.value("unit")
    if len(printed) == 3 and printed.isupper():
        node = ref(f"{iri.PREFIXES['unit']}CCY_{printed}")
    elif printed in QUDT_UNITS:
        node = ref(f"{iri.PREFIXES['unit']}{QUDT_UNITS[printed]}")
    else:
        node = ref(f"{CODE}unit/{iri.slug(printed) if printed else 'not-stated'}")
    yield triple(subject, name("sdmx-attribute:unitMeasure"), node)
    yield triple(node, RDF_TYPE, own("Unit"))
    yield triple(node, LABEL, text(printed or "unit not stated"))


def rounding(claim: Claim, subject: str) -> Iterator[str]:
    """The interval of values that print as this figure does: v ± half a step of its last digit."""
    if not claim.value("decimals") or not claim.value("scale"):
        return
    scale, value = Decimal(claim.value("scale")), Decimal(claim.value("value"))
    half = rounding_step(claim.value("value"), int(claim.value("decimals")), scale) / 2
    yield triple(subject, own("roundingLow"), typed(plain(value - half), "decimal"))
    yield triple(subject, own("roundingHigh"), typed(plain(value + half), "decimal"))
    exponent = scale.normalize().as_tuple()
    if exponent.digits == (1,):
        yield triple(subject, name("sdmx-attribute:unitMult"), typed(exponent.exponent, "integer"))


def plain(value: Decimal) -> str:
    """A decimal without exponent and without trailing zeros, as xsd:decimal wants it."""
    shown = format(value, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
