"""The reference tables tell facts of their day, and the lexicon finds them by every printed form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg.iri import TERMS
from kg.ontology.files import folder
from kg.ontology.lexicon import lexicon
from kg.ontology.outlets import outlets
from kg.ontology.rows import Name, Row

TABLES = lexicon()
EU = "organisation/eu"
STATES = [row for row in TABLES.rows.values() if row.kind == "state"]


@pytest.mark.parametrize(
    ("day", "count"),
    [("1994-12-31", 12), ("1995-01-01", 15), ("2004-05-01", 25), ("2007-01-01", 27), ("2015-12-21", 28), ("2020-02-01", 27), ("2024-02-15", 27)],
)
def test_members_of_the_european_union_by_day(day: str, count: int) -> None:
    assert len(TABLES.members(EU, date.fromisoformat(day))) == count


def test_who_left_and_who_joined_the_european_union() -> None:
    before, after = TABLES.members(EU, date(2015, 12, 21)), TABLES.members(EU, date(2024, 2, 15))
    assert set(before) - set(after) == {"state/GBR"}
    assert set(after) <= set(before)
    assert {"state/HRV", "state/CZE"} <= set(after)


@pytest.mark.parametrize(
    ("day", "capital"),
    [("1995-01-01", "Almaty"), ("2010-06-01", "Astana"), ("2020-06-01", "Nur-Sultan"), ("2023-06-01", "Astana"), ("2026-06-01", "Astana")],
)
def test_capital_of_kazakhstan_by_day(day: str, capital: str) -> None:
    assert TABLES.capital("state/KAZ", date.fromisoformat(day)) == capital


MEMBERS = (  # of the United Nations, by their codes
    "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN "
    "CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO "
    "DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT KGZ LAO LVA LBN "
    "LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA "
    "MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM "
    "ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR USA URY UZB VUT VEN VNM YEM ZMB "
    "ZWE"
).split()


def test_the_united_nations_have_193_members() -> None:
    assert len(set(MEMBERS)) == 193
    assert all(f"state/{code}" in TABLES.rows for code in MEMBERS)


@pytest.mark.parametrize("code", [*MEMBERS, "VAT", "PSE", "XKX", "TWN"])
def test_every_state_has_adjectives_and_a_capital_that_are_found(code: str) -> None:
    row = TABLES.rows[f"state/{code}"]
    adjectives = [name.text for name in row.names if name.form == "adjective"]
    capitals = [name.text for name in row.names if name.form == "capital" and name.holds("2024-05-15")]
    assert adjectives
    assert capitals
    assert all(any(sense.row == row for sense in TABLES.find(text)) for text in adjectives)
    assert all(TABLES.capital_of(text, date(2024, 5, 15)) == row for text in capitals)
    assert TABLES.capital(row.key, date(2024, 5, 15)) in capitals


@pytest.mark.parametrize("spelling", ["Brasilia", "Brasília", "Bogota", "Lome", "Chișinău", "Reykjavík", "Nay Pyi Taw", "Ulan Bator", "Kiev"])
def test_every_spelling_of_a_capital_is_a_place_too(spelling: str) -> None:
    assert TABLES.capital_of(spelling) is not None
    assert TABLES.place(spelling) is not None


def test_macedonia_took_a_new_name() -> None:
    assert TABLES.name("state/MKD", date(2018, 6, 1)) == "Macedonia"
    assert TABLES.name("state/MKD", date(2019, 6, 1)) == "North Macedonia"
    assert TABLES.state("Macedonia") == TABLES.state("North Macedonia") == TABLES.rows["state/MKD"]


@pytest.mark.parametrize(("code", "last"), [("SUN", "1991-12-26"), ("YUG", "2003-02-04"), ("CSK", "1992-12-31"), ("DDR", "1990-10-03")])
def test_former_states_end(code: str, last: str) -> None:
    assert TABLES.rows[f"state/{code}"].valid_to == last


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Türkiye", "Turkey"),
        ("the Republic of Korea", "South Korea"),
        ("DPRK", "North Korea"),
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("Czechia", "Czech Republic"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Kyrgyz Republic", "Kyrgyzstan"),
        ("KAZ", "Kazakhstan"),
        ("Holy See", "Vatican"),
        ("Democratic Republic of Congo", "Democratic Republic of the Congo"),
        ("Republic of Congo", "Republic of the Congo"),
    ],
)
def test_states_by_the_names_that_newspapers_print(printed: str, name: str) -> None:
    row = TABLES.state(printed)
    assert row is not None
    assert row.name == name


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("Kazakh", {"Kazakhstan"}),
        ("Kazakhstani", {"Kazakhstan"}),
        ("Uzbek", {"Uzbekistan"}),
        ("Dutch", {"Netherlands"}),
        ("Nigerien", {"Niger"}),
        ("Nigerian", {"Nigeria"}),
        ("Swiss", {"Switzerland"}),
        ("Congolese", {"Democratic Republic of the Congo", "Republic of the Congo"}),
        ("Dominican", {"Dominica", "Dominican Republic"}),
    ],
)
def test_adjectives_of_nationality(word: str, names: set[str]) -> None:
    assert {one.row.name for one in TABLES.find(word) if one.form in ("adjective", "people") and one.row.kind == "state"} == names


def test_identifiers_are_the_sourced_ones() -> None:
    assert TABLES.rows["state/KAZ"].qid == "Q232"
    assert TABLES.rows[EU].qid == "Q458"


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("EBRD", "European Bank for Reconstruction and Development"),
        ("CIS", "Commonwealth of Independent States"),
        ("SCO", "Shanghai Cooperation Organisation"),
        ("OTS", "Organization of Turkic States"),
        ("ASEAN", "Association of Southeast Asian Nations"),
        ("GCC", "Gulf Cooperation Council"),
    ],
)
def test_organisations_by_acronym(acronym: str, name: str) -> None:
    row = TABLES.organisation(acronym)
    assert row is not None
    assert row.name == name
    assert TABLES.organisation(name) == row


ACRONYMS = (
    "ADB AIIB AIPA APEC ASEAN AU AfCFTA AfDB BIMSTEC BRICS BSEC CARICOM CAREC CELAC CEMAC CICA CIS CPLP CSTO D-8 EAC EAEU EBRD ECO "
    "ECOWAS EIB EU ALBA FAO FATF G7 G20 G77 GCC GECF IAEA ICAO ICC ICJ ICRC IFAD IGAD ILO IMF IMO IOM IORA IRENA ITU IsDB MERCOSUR NAM "
    "NATO NDB OAS OECD OECS OIC OIF OPCW OPEC OSCE OTS PIF SAARC SADC SCO SICA TRACECA TURKSOY UN UNCTAD UNDP UNEP UNESCO UNHCR UNICEF "
    "UNIDO UNODC UNRWA UNWTO UPU WCO WFP WHO WIPO WMO WTO"
).split()


@pytest.mark.parametrize("acronym", ACRONYMS)
def test_organisations_of_the_daily_news_are_listed_with_their_kind(acronym: str) -> None:
    row = TABLES.organisation(acronym)
    assert row is not None
    assert row.kind == "organisation"
    assert row.type


def test_an_acronym_stands_for_one_organisation() -> None:
    owners: dict[str, set[str]] = {}
    for row in TABLES.rows.values():
        if row.kind == "organisation":
            for acronym in row.forms("acronym"):
                owners.setdefault(acronym, set()).add(row.key)
    assert {acronym: keys for acronym, keys in owners.items() if len(keys) > 1} == {}


def test_an_unknown_name_is_no_row() -> None:
    assert TABLES.state("Ruritania") is None
    assert TABLES.organisation("Ministry of Silly Walks") is None
    assert TABLES.role("juggler") is None


@pytest.mark.parametrize(
    ("post", "role"),
    [
        ("Deputy Minister of Foreign Affairs", "deputy-foreign-minister"),
        ("Foreign Secretary", "foreign-minister"),
        ("First Deputy Prime Minister", "deputy-prime-minister"),
        ("Prime Minister", "prime-minister"),
        ("Vice President", "vice-president"),
        ("King", "monarch"),
        ("Press Secretary", "spokesperson"),
        ("Ambassador Extraordinary and Plenipotentiary", "ambassador"),
        ("Minister of Industry and Construction", "minister"),
    ],
)
def test_posts_normalise_to_roles(post: str, role: str) -> None:
    row = TABLES.role(post)
    assert row is not None
    assert row.key == f"role/{role}"


def test_roles_form_a_tree() -> None:
    for row in (row for row in TABLES.rows.values() if row.kind == "role"):
        seen = [row.key]
        while row.within:
            row = TABLES.rows[row.within]
            assert row.key not in seen
            seen.append(row.key)


def test_currencies_by_code_and_name() -> None:
    assert TABLES.currency("KZT") == TABLES.currency("tenge")
    assert TABLES.currency("US dollars") == TABLES.rows["currency/USD"]


def test_every_row_names_its_source_and_no_row_ends_before_it_begins() -> None:
    for row in TABLES.rows.values():
        assert row.source or row.kind == "organisation", row.key
        for one in (row, *row.names):
            assert not (one.valid_from and one.valid_to) or one.valid_from <= one.valid_to, row.key


def test_wholes_and_members_are_rows() -> None:
    assert [row.key for row in TABLES.rows.values() if row.within and row.within not in TABLES.rows] == []
    assert all(one.member in TABLES.rows and one.organisation in TABLES.rows and one.source for one in TABLES.memberships)


def test_unverified_rows_are_marked_by_having_no_day_of_checking() -> None:
    checked = [row for row in STATES if row.checked_on]
    assert len(checked) > 200
    assert all(not row.checked_on for row in STATES if row.type == "former")


def test_the_compact_reader_sees_what_rdflib_sees() -> None:
    graph = Graph()
    for path in sorted((folder("ontology") / "reference").glob("*.ttl")):
        graph.parse(path, format="ox-turtle")
    rows = {**TABLES.rows, **{row.key: row for row in outlets().rows}}
    names = {str(s).removeprefix("https://w3id.org/dateline/"): str(o) for s, p, o in graph if str(p).endswith("core#prefLabel")}
    assert {key: names[key] for key in rows} == {key: row.name for key, row in rows.items()}


@given(st.sampled_from(sorted(TABLES.forms)))
def test_every_form_finds_a_row_that_has_it(form: str) -> None:
    senses = TABLES.find(form)
    assert senses
    assert all(any(name.text == form for name in sense.row.names) for sense in senses)


@given(st.sampled_from(STATES), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_state_has_a_name_on_every_day(row: Row, day: date) -> None:
    assert TABLES.name(row.key, day)


@given(st.dates(), st.dates(), st.dates())
def test_a_dated_name_holds_between_its_bounds(first: date, second: date, day: date) -> None:
    low, high = sorted((first, second))
    name = Name("Astana", "capital", low.isoformat(), high.isoformat())
    assert name.holds(day.isoformat()) == (low <= day <= high)


def test_every_term_of_the_tables_is_declared() -> None:
    root = folder("ontology")
    declared, used = Graph(), Graph()
    for path in sorted(root.glob("*.ttl")):
        declared.parse(path, format="ox-turtle")
    for path in sorted((root / "reference").glob("*.ttl")):
        used.parse(path, format="ox-turtle")
    terms = {node for triple in used for node in triple if str(node).startswith(TERMS)}
    assert terms - set(declared.subjects()) == set()
