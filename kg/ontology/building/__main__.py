"""The command that writes ontology/reference: see the package."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Container, Sequence
from pathlib import Path

from kg.ontology.building.organisations import homonyms, organisations, outlets, regions, roles, titles
from kg.ontology.building.places import cities, monies, places
from kg.ontology.building.sources import countries, factbook, table
from kg.ontology.building.states import build
from kg.ontology.building.turtle import Node, write


def capitals(nodes: Sequence[Node], independent: Container[str]) -> list[tuple[str, str]]:
    """Capitals (name, state) of the sources and of the table of dated names; those of territories are left out."""
    found = [
        (value.removesuffix("@en").strip('"'), one.key.removeprefix("state/"))
        for one in nodes
        for predicate, value in one.facts
        if predicate == "kg:capital" and one.key.removeprefix("state/") in independent
    ]
    return found + [(row["name"], row["code"]) for row in table("dated_names.tsv") if row["form"] == "capital"]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m kg.ontology.building", description="Write the reference tables.")
    parser.add_argument("--source", type=Path, required=True, help="folder of country-codes.csv, currency-codes.csv, factbook-government.json")
    parser.add_argument("--checked-on", required=True, help="the day the source files were read (ISO)")
    parser.add_argument("--out", type=Path, required=True, help="folder of the Turtle files")
    given = parser.parse_args(arguments)
    states = list(build(given.source, given.checked_on))
    acronyms = frozenset(name for fact in factbook(given.source) for name in fact.organisations)
    alpha3 = {row["ISO3166-1-Alpha-2"]: row["ISO3166-1-Alpha-3"] for row in countries(given.source)}
    independent = {row["ISO3166-1-Alpha-3"] for row in countries(given.source) if row["is_independent"] == "Yes"}
    given.out.mkdir(parents=True, exist_ok=True)
    write(given.out / "states.ttl", "States present and past: names, adjectives, codes, capitals and memberships by date.", states)
    write(
        given.out / "organisations.ttl",
        "International organisations, bodies and movements; rows without kg:checkedOn are unverified.",
        organisations(acronyms, given.checked_on),
    )
    cited = "Outlets: agencies, papers, broadcasters and offices that publish, with their addresses and the state of their readers."
    write(given.out / "outlets.ttl", cited, outlets())
    write(given.out / "homonyms.ttl", "Homonyms: names of states and places that persons bear too.", homonyms())
    write(given.out / "regions.ttl", "Regions, blocs, waters and parts of states.", regions())
    write(
        given.out / "roles.ttl",
        "Roles of office holders (SKOS) with the posts that normalise to them, and titles that tell a state.",
        [*roles(), *titles()],
    )
    cited = "Cities: capitals, seats of talks, and cities above half a million inhabitants.\nDerived from GeoNames (geonames.org), CC BY 4.0."
    write(given.out / "places.ttl", cited, places(cities(alpha3), capitals(states, independent), given.checked_on))
    write(given.out / "currencies.ttl", "Currencies of ISO 4217, in use and withdrawn.", monies(given.source, given.checked_on))


if __name__ == "__main__":
    main(sys.argv[1:])
