"""Figures as data: a tidy CSV that pandas reads with types, and SDMX-CSV."""

from __future__ import annotations

import calendar

from kg.exports.csv import write
from kg.iri import BASE, slug
from kg.ontology.queries import named_query
from kg.store import Store, Table

TIDY = """
    article reporter partner flow product period_start period_end value value_max unit rounding_low rounding_high hedge symmetric
    printed evidence observation
""".split()
SDMX = """
    STRUCTURE STRUCTURE_ID ACTION REF_AREA COUNTERPART_AREA FLOW PRODUCT TIME_PERIOD UNIT_MEASURE FIGURE_STATUS SOURCE
    OBS_VALUE HEDGE OBS_LOW OBS_HIGH
""".split()
STRUCTURE = ("datastructure", "DATELINE:TRADE(1.0)", "I")


def tidy(store: Store, article: str | None) -> bytes:
    """One row a printed figure; periods as first and last day, numbers in full, unknown cells empty."""
    rows = []
    for row in _trade(store, article):
        row["period_start"] = f"{row['period_start']}-01"[:10] if row["period_start"] else None
        row["period_end"] = last_day(row["period_end"]) if row["period_end"] else None
        rows.append(tuple(row[column] for column in TIDY))
    return write(Table(tuple(TIDY), tuple(rows)))


def sdmx(store: Store, article: str | None) -> bytes:
    """SDMX-CSV 2.0 (sdmx-twg, "SDMX-CSV field guide"): areas by ISO code where they have one, else by name; periods as time
    ranges (start/duration); each article is a source of its own."""
    rows = []
    for row in _trade(store, article):
        codes = (
            area(row["reporter_iri"], row["reporter"]),
            area(row["partner_iri"], row["partner"]) or "_Z",
            (row["flow"] or "").upper(),
            slug(row["product"]).upper() if row["product"] else "_T",
            time_range(row["period_start"], row["period_end"]),
            row["unit"] or "_Z",
            "TARGET" if row["hedge"] == "target" else "OBSERVED",
            row["article"],
        )
        rows.append((*STRUCTURE, *codes, row["value"], row["hedge"], row["rounding_low"], row["rounding_high"]))
    return write(Table(tuple(SDMX), tuple(rows)))


def _trade(store: Store, article: str | None) -> list[dict[str, str | None]]:
    rows = store.select(named_query("trade").text).dicts()
    return [row for row in rows if article in (None, row["article"])]


def area(iri: str | None, name: str | None) -> str:
    """The code of an area: the ISO 3166 code of a state, else its name as an identifier."""
    if iri and iri.startswith(f"{BASE}state/"):
        return iri.rpartition("/")[2]
    return slug(name).upper().replace("-", "_") if name else ""


def time_range(start: str | None, end: str | None) -> str:
    """A period as SDMX writes it: a year, a month, or start day and duration ("2023-01-01/P11M")."""
    if not start or not end:
        return "_Z"
    if start == end:
        return start
    if start[5:7] == "01" and end[5:7] == "12" and start[:4] == end[:4] and len(start) == 7:
        return start[:4]
    months = 12 * (int(end[:4]) - int(start[:4])) + int(end[5:7] or 12) - int(start[5:7] or 1) + 1
    return f"{f'{start}-01-01'[:10] if len(start) == 4 else f'{start}-01'[:10]}/P{months}M"


def last_day(value: str) -> str:
    """The last day of a year, month or day."""
    if len(value) == 4:
        return f"{value}-12-31"
    if len(value) == 7:
        return f"{value}-{calendar.monthrange(int(value[:4]), int(value[5:]))[1]:02d}"
    return value
