"""Source files of the reference tables: the downloaded CSV and JSON files and the hand-kept tables beside this module."""

from __future__ import annotations

import csv
import html
import json
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import SetupError

TABLES = Path(__file__).parent / "tables"


def table(name: str) -> list[dict[str, str]]:
    """Rows of a hand-kept table: tab-separated, the first line names the columns, missing cells are empty."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    columns = lines[0].removeprefix("# ").split("\t")
    columns = [re.sub(r"\s*\(.*", "", column) for column in columns]
    rows = [line.split("\t") for line in lines[1:] if line.strip()]
    return [{column: row[i].strip() if i < len(row) else "" for i, column in enumerate(columns)} for row in rows]


def split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


@dataclass(frozen=True, slots=True)
class Fact:
    """What the Factbook says of one government."""

    short: str
    long: str
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str
    organisations: tuple[str, ...]
    chief: str


def countries(folder: Path) -> list[dict[str, str]]:
    return _csv(folder / "country-codes.csv")


def currencies(folder: Path) -> list[dict[str, str]]:
    return _csv(folder / "currency-codes.csv")


def _csv(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        raise SetupError("the source file is missing", str(path), "give the folder that holds it with --source")
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def factbook(folder: Path) -> list[Fact]:
    path = folder / "factbook-government.json"
    if not path.is_file():
        raise SetupError("the source file is missing", str(path), "give the folder that holds it with --source")
    return [
        _fact(
            {key: html.unescape(value) for key, value in row.items() if isinstance(value, str)},
            (row.get("executive") or {}).get("chief of state", ""),
        )
        for row in json.loads(path.read_text("utf-8"))
    ]


def _fact(row: dict[str, str], chief: str) -> Fact:
    noun, adjective = _clean(row["noun"]), _clean(row["adjective"])
    singular = [one.replace("(s)", "") for one in re.split(r", | or ", noun) if one]
    plural = [one.replace("(s)", "s") for one in re.split(r", | or ", noun) if one.endswith("(s)")]
    organisations = tuple(part.strip() for part in re.split(r",\s*", row["organizations"]) if part.strip())
    adjectives = tuple(one.removeprefix("or ") for one in re.split(r", | or |; |/", adjective) if one and one not in ("none", "NA"))
    capital = re.split(r"[;(,]", row["capital"])[0].strip() if not row["capital"].startswith(("Washington", "no ", "administered")) else ""
    return Fact(
        _short(row["short"].removeprefix("none")),
        row["long"].split("; note")[0],
        adjectives,
        tuple(one for one in plural if singular and one not in ("none", "NA")),
        capital,
        organisations,
        chief,
    )


def _clean(cell: str) -> str:
    """The cell without its notes and remarks in brackets."""
    return re.sub(r"\s*\((?!s\)).*?\)", "", cell.split("; note")[0]).strip()


def _short(name: str) -> str:
    return re.sub(r"^The ", "", re.sub(r"\s*\((?!Brazzaville).*?\)", "", name)).strip()
