"""The reference tables are built from their sources, the same bytes each time."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import SetupError
from kg.ontology.building.__main__ import main
from kg.ontology.files import folder
from kg.ontology.lexicon import lexicon
from kg.ontology.rows import Row, read

COLUMNS = (
    "ISO3166-1-Alpha-3",
    "ISO3166-1-Alpha-2",
    "CLDR display name",
    "UNTERM English Short",
    "UNTERM English Formal",
    "official_name_en",
    "is_independent",
    "Capital",
    "wikidata_id",
    "ISO4217-currency_alphabetic_code",
    "TLD",
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Two states, one of them with a capital that is out of date, and two currencies."""
    folder = tmp_path / "sources"
    folder.mkdir()
    rows = [
        ("KAZ", "KZ", "Kazakhstan", "Kazakhstan", "the Republic of Kazakhstan", "Kazakhstan", "Yes", "Nur-Sultan", "http://x/Q232", "KZT", ".kz"),
        ("CHL", "CL", "Chile", "Chile", "the Republic of Chile", "Chile", "Yes", "Santiago", "http://x/Q298", "CLP", ".cl"),
    ]
    lines = [",".join(COLUMNS), *(",".join(row) for row in rows)]
    (folder / "country-codes.csv").write_text("\n".join(lines), encoding="utf-8")
    currencies = (
        "Entity,Currency,AlphabeticCode,NumericCode,MinorUnit,WithdrawalDate\nCHILE,Chilean Peso,CLP,152,0,\nCHILE,Old Peso,CLX,0,2,1960-01\n"
    )
    (folder / "currency-codes.csv").write_text(currencies, encoding="utf-8")
    fact = {
        "short": "Chile",
        "long": "Republic of Chile",
        "noun": "Chilean(s)",
        "adjective": "Chilean",
        "capital": "Santiago; note - X",
        "organizations": "OAS, WTO",
        "executive": {"chief of state": "King EXAMPLE I (since 2020)"},
    }
    (folder / "factbook-government.json").write_text(json.dumps([fact]), encoding="utf-8")
    return folder


def build(sources: Path, out: Path) -> dict[str, Row]:
    main(["--source", str(sources), "--checked-on", "2026-01-02", "--out", str(out)])
    rows, _ = read(sorted(out.glob("*.ttl")))
    return {row.key: row for row in rows}


def test_sources_become_rows_and_the_dated_table_corrects_them(sources: Path, tmp_path: Path) -> None:
    rows = build(sources, tmp_path / "out")
    chile, kazakhstan = rows["state/CHL"], rows["state/KAZ"]
    assert (chile.forms("adjective"), chile.forms("people"), chile.forms("capital")) == (("Chilean",), ("Chileans",), ("Santiago",))
    assert chile.checked_on == "2026-01-02"
    assert "Nur-Sultan" not in kazakhstan.forms("capital", on="2024-01-01")
    assert kazakhstan.forms("capital", on="2024-01-01") == ("Astana",)
    assert rows["currency/CLX"].name == "Old Peso"


def test_only_organisations_that_a_source_lists_are_checked(sources: Path, tmp_path: Path) -> None:
    rows = build(sources, tmp_path / "out")
    assert rows["organisation/wto"].checked_on == "2026-01-02"
    assert rows["organisation/cica"].checked_on == ""


def test_a_second_build_gives_the_same_bytes(sources: Path, tmp_path: Path) -> None:
    build(sources, tmp_path / "one")
    build(sources, tmp_path / "two")
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize("name", ["homonyms.ttl", "outlets.ttl", "regions.ttl", "roles.ttl"])
def test_the_shipped_tables_are_what_the_hand_kept_tables_give(name: str, sources: Path, tmp_path: Path) -> None:
    build(sources, tmp_path / "out")
    assert (folder("ontology") / "reference" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


def test_every_organisation_of_the_hand_kept_table_is_shipped(sources: Path, tmp_path: Path) -> None:
    rows = build(sources, tmp_path / "out")
    shipped = lexicon().rows
    found = {key: row for key, row in rows.items() if row.kind == "organisation"}
    assert found == {key: replace(shipped[key], checked_on=row.checked_on) for key, row in found.items()}
    assert {key for key, row in shipped.items() if row.kind == "organisation"} == set(found)


def test_heads_of_state_come_from_the_source(sources: Path, tmp_path: Path) -> None:
    rows = build(sources, tmp_path / "out")
    assert rows["state/CHL"].linked("headOfState") == ("role/monarch",)
    assert rows["state/KAZ"].linked("headOfState") == ()
    assert (rows["state/CHL"].domains, rows["state/KAZ"].domains) == (("cl",), ("kz",))


def test_a_missing_source_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"factbook-government\.json"):
        main(["--source", str(tmp_path), "--checked-on", "2026-01-02", "--out", str(tmp_path / "out")])
