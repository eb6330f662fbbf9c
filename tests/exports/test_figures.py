"""Printed figures as data and as charts."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from kg.exports import export
from kg.exports.charts import disputed, draw, figures, page, specification
from kg.exports.figures import area, last_day, time_range
from kg.model import Document
from kg.pipeline.builds import build
from kg.store import Store

TEXT = "In 2019, Norway's exports to Malta reached $3.2 million. Norway and Malta plan to bring their trade turnover to 10 million euros by 2030."


@pytest.fixture(scope="module")
def store() -> Store:
    made = Store.memory()
    build([Document("a1", TEXT, language="en"), Document("a2", TEXT.replace("3.2", "4.9"), language="en")], made)
    return made


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode())))


def test_tidy_rows_have_first_and_last_days_and_numbers_in_full(store: Store) -> None:
    found = [one for one in rows(export(store, "figures", "a1")) if one["flow"] == "exports"]
    assert [(one["period_start"], one["period_end"], one["value"], one["unit"]) for one in found] == [("2019-01-01", "2019-12-31", "3200000", "USD")]


def test_pandas_reads_numbers_and_dates_as_such(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    file = tmp_path / "figures.csv"
    file.write_bytes(export(store, "figures"))
    frame = pandas.read_csv(file, parse_dates=["period_start", "period_end"])
    assert str(frame["period_start"].dtype).startswith("datetime64")
    assert frame["value"].dtype.kind in "if"


def test_sdmx_names_states_by_their_codes_and_periods_as_ranges(store: Store) -> None:
    (found,) = (one for one in rows(export(store, "sdmx", "a1")) if one["FLOW"] == "EXPORTS")
    assert (found["REF_AREA"], found["COUNTERPART_AREA"], found["TIME_PERIOD"], found["OBS_VALUE"]) == ("NOR", "MLT", "2019", "3200000")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2023-01", "2023-11", "2023-01-01/P11M"),
        ("2023-01", "2023-12", "2023"),
        ("2023-05", "2023-05", "2023-05"),
        ("", "", "_Z"),
        ("2022-07", "2023-06", "2022-07-01/P12M"),
    ],
)
def test_periods(start: str, end: str, expected: str) -> None:
    assert time_range(start, end) == expected


def test_areas_without_a_code_are_named() -> None:
    assert area(None, "European countries") == "EUROPEAN_COUNTRIES"


def test_the_last_day_of_february() -> None:
    assert [last_day(one) for one in ("2024-02", "2023-02", "2023", "2023-05-04")] == ["2024-02-29", "2023-02-28", "2023-12-31", "2023-05-04"]


def test_a_chart_marks_disputes_and_targets(store: Store) -> None:
    drawn = specification(figures(store, flow="exports"), disputed(store))
    assert {one["standing"] for one in drawn["data"]["values"]} == {"in dispute"}
    assert {one["standing"] for one in specification(figures(store, flow="turnover"))["data"]["values"]} == {"target"}


def test_a_far_target_stands_at_the_edge_and_leaves_the_scale_to_the_figures(store: Store) -> None:
    row = {**figures(store, flow="exports")[0], "hedge": "", "unit": "USD", "value": "4000000000", "rounding_low": None, "rounding_high": None}
    far = {**row, "hedge": "target", "value": "40000000000", "printed": "40"}
    near = {**row, "hedge": "target", "value": "5000000000", "printed": "5"}
    reached, above, within = specification([row, far, near])["data"]["values"]
    assert reached["value"] < above["value"] == above["high"] < 1.5 * reached["value"]
    assert (above["standing"], above["printed"]) == ("target above the scale", "target 40 USD")
    assert (within["standing"], within["value"]) == ("target", 5e9)
    assert b"40,000,000,000 USD" in draw(specification([row, far]), "svg")


def test_targets_alone_keep_their_own_scale(store: Store) -> None:
    row = {**figures(store, flow="exports")[0], "hedge": "target", "unit": "USD", "value": "4000000000"}
    assert {one["standing"] for one in specification([row, {**row, "value": "90000000000"}])["data"]["values"]} == {"target"}


def test_twenty_series_have_twenty_colours(store: Store) -> None:
    (row, *_) = figures(store, flow="exports")
    drawn = draw(specification([{**row, "product": f"product {number}"} for number in range(20)]), "svg").decode()
    assert len(set(re.findall(r'fill="(#[0-9a-f]{6})"', drawn))) == 20


def test_names_select_whatever_their_case(store: Store) -> None:
    assert figures(store, reporter="norway", flow="exports")
    assert not figures(store, reporter="Chile")


def test_svg_and_png_are_drawn(store: Store) -> None:
    drawn = specification(figures(store))
    assert draw(drawn, "svg").startswith(b"<svg")
    assert draw(drawn, "png").startswith(b"\x89PNG")


def test_no_word_of_an_article_becomes_markup() -> None:
    made = page({"data": {"values": [{"words": "</script><img src=x onerror=alert(1)>"}]}}, "/* library */")
    assert "<img" not in made
    island = re.search(r'<script type="application/json" id="data">(.*?)</script>', made)
    assert island
    assert json.loads(island.group(1))["data"]["values"][0]["words"] == "</script><img src=x onerror=alert(1)>"
