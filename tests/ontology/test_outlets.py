"""Outlets are found by their names and addresses, and a name that several share is nobody's."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.ontology.lexicon import lexicon
from kg.ontology.outlets import outlets

TABLE = outlets()
UNION = "AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE".split()


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("TASS", "RUS"),
        ("TASS News Agency", "RUS"),
        ("The Jakarta Post", "IDN"),
        ("Anadolu Agency (AA)", "TUR"),
        ("Viet Nam News", "VNM"),
        ("Foreign, Commonwealth & Development Office", "GBR"),
        ("Ghana News Agency, Accra", "GHA"),
        ("inquirer.net", "PHL"),
    ],
)
def test_an_outlet_by_its_name(printed: str, state: str) -> None:
    found = TABLE.named(printed)
    assert found is not None
    assert found.within == f"state/{state}"


@pytest.mark.parametrize("printed", ["", "The Philadelphia Inquirer", "Trends Weekly", "News", "The Daily News", "CNA"])
def test_a_name_of_others_or_of_several_is_no_outlet(printed: str) -> None:
    assert TABLE.named(printed) is None


def test_an_address_below_that_of_an_outlet_is_its_own() -> None:
    found = TABLE.at("en.kremlin.ru")
    assert found is not None
    assert (found.within, found.type) == ("state/RUS", "government")
    assert TABLE.at("notkremlin.ru") is None


@pytest.mark.parametrize(
    ("host", "state"),
    [("www.akorda.kz", "KAZ"), ("news.co.uk", "GBR"), ("trade.gov", "USA"), ("x.gov.tv", "TUV"), ("x.tv", ""), ("x.com", ""), ("", "")],
)
def test_the_state_of_an_address(host: str, state: str) -> None:
    assert TABLE.country(host) == (f"state/{state}" if state else "")


def test_an_office_of_a_government_inside_a_longer_name() -> None:
    office = TABLE.inside("The White House press room")
    assert office is not None
    assert office.within == "state/USA"
    assert TABLE.inside("The Whitehouse Gazette") is None


def test_outlets_have_a_state_or_write_for_the_world() -> None:
    states = lexicon().rows
    assert all(row.within in states or (not row.within and (row.audience == "world" or row.name == "BNS")) for row in TABLE.rows)
    assert {row.type for row in TABLE.rows} == {"agency", "paper", "broadcaster", "site", "government"}
    assert all(row.source for row in TABLE.rows)


def test_no_address_belongs_to_two_outlets() -> None:
    assert [domain for domain, count in Counter(one for row in TABLE.rows for one in row.domains).items() if count > 1] == []


def test_every_state_that_takes_part_in_the_news_has_outlets() -> None:
    assert len(TABLE.rows) > 600
    homes = {row.within.removeprefix("state/") for row in TABLE.rows}
    assert homes >= {*UNION, "GBR", "USA", "RUS", "CHN", "JPN", "IND", "BRA", "TUR", "SAU", "ZAF", "KAZ", "AZE", "NGA", "VNM", "AUS"}


def test_every_state_but_the_unlisted_has_a_domain() -> None:
    found = {*TABLE.countries.values(), *TABLE.open_countries.values()}
    present = {row.key for row in lexicon().rows.values() if row.kind == "state" and row.type != "former" and row.checked_on}
    assert present - found <= {"state/XKX", "state/GLP", "state/MAF", "state/BLM"}
