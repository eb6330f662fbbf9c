"""The input article rewritten: other names, posts, states, towns, months, figures, order and agency give the rewritten facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kg.documents import read
from kg.evaluation import rows
from kg.evaluation.rows import Row
from kg.model import Document
from kg.pipeline import read_articles

MONTHS = "January February March April May June July August September October November December".split()
FIGURE = ("reporter", "partner", "flow", "period_start", "period_end", "billions")


@dataclass(frozen=True)
class World:
    """What a rewriting puts in the place of the article's own words."""

    home: str = "Kazakhstan"
    town: str = "Astana"
    visitor: str = "Kestutis Jankauskas"
    host: str = "Roman Vasilenko"
    post: str = "Deputy Minister of Foreign Affairs"
    guest: str = "the EU"
    guest_name: str = "European Union"
    region: str = "Central Asia"
    area: str = "European countries"
    agency: str = "Trend"
    treaty: str = "Enhanced Partnership and Cooperation Agreement"
    short: str = "EPCA"
    plan: str = "Joint Roadmap"
    venue: str = "Brussels"
    forum: str = "Investor Forum on transport connectivity"
    day: date = date(2024, 2, 15)
    held: tuple[str, int, int] = ("January", 29, 30)
    months: int = 11
    values: tuple[str, ...] = ("40.2", "39.6", "29.6", "32.3", "10.5", "7.2")
    changes: tuple[str, ...] = ("1.46", "8.5", "45.8")
    order: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9)

    @property
    def last_year(self) -> int:
        return self.day.year - 1


WORLDS = {
    "as printed": World(),
    "Japan in Uzbekistan": World("Uzbekistan", "Tashkent", "Kenji Watanabe", "Dilshod Karimov", guest="Japan", guest_name="Japan", venue="Tokyo"),
    "a trade minister": World(post="Minister of Trade", host="Aliya Bekova", agency="Interfax"),
    "Georgia and Germany": World("Georgia", "Tbilisi", "Hans-Peter Vogt", "Giorgi Lomidze", guest="Germany", guest_name="Germany"),
    "half a year": World(months=6, day=date(2019, 8, 3), held=("July", 4, 6), changes=("2.7", "11.2", "3.05")),
    "another order": World(order=(0, 4, 5, 1, 2, 3, 6, 7, 8, 9)),
    "figures first": World(order=(0, 7, 8, 9, 1, 2, 3, 4, 5, 6)),
    "other instruments": World(treaty="Strategic Trade and Investment Treaty", short="STIT", plan="Action Plan"),
    "another forum": World(forum="Business Forum on water saving", region="South Caucasus", venue="Vienna"),
    "Mongolia and Turkey": World("Mongolia", "Ulaanbaatar", "Ahmet Yildiz", "Bat-Erdene Dorj", guest="Turkey", guest_name="Turkey"),
    "Asian countries": World(area="Asian countries", agency="AKIpress", values=("4.1", "3.9", "2.5", "2.6", "1.6", "1.3")),
    "a January article": World(day=date(2022, 1, 20), held=("January", 12, 13)),
    "Moldova and Canada": World("Moldova", "Chisinau", "Claire Tremblay", "Ion Rusu", guest="Canada", guest_name="Canada", agency="Moldpres"),
}  # fmt: skip


def rewritten(world: World, text: str) -> Document:
    """The article in the words of `world`."""
    for old, new in replacements(world):
        assert old in text, old
        text = text.replace(old, new)
    paragraphs = text.split("\n\n")
    assert sorted(world.order) == list(range(len(paragraphs)))
    return Document("rewritten", "\n\n".join(paragraphs[place] for place in world.order), published=world.day, language="en")


def replacements(world: World) -> list[tuple[str, str]]:
    month, first, last = world.held
    period = f"January through {MONTHS[world.months - 1]}"
    guest = world.guest.removeprefix("the ")
    named = [
        ("ASTANA, Kazakhstan, February 15.", f"{world.town.upper()}, Kazakhstan, {MONTHS[world.day.month - 1]} {world.day.day}."),
        ("Central Asia-EU Investor Forum on transport connectivity", f"{world.region}-{guest} {world.forum}"),
        ("Enhanced Partnership and Cooperation Agreement", world.treaty),
        ("EPCA", world.short),
        ("Joint Roadmap", world.plan),
        ("Central Asia and", f"{world.region} and"),
        ("the EU", world.guest),
        ("Kazakhstan", world.home),
        ("Deputy Minister of Foreign Affairs", world.post),
        ("Roman Vasilenko", world.host),
        ("Vasilenko pointed", f"{world.host.split()[-1]} pointed"),
        ("Kestutis Jankauskas", world.visitor),
        ("Trend", world.agency),
        ("Brussels", world.venue),
        ("January 29–30", f"{month} {first}–{last}"),
        ("January through November", period),
        ("11 months", f"{world.months} months"),
        ("2022", "LASTBUTONE"),
        ("2023", str(world.last_year)),
        ("LASTBUTONE", str(world.last_year - 1)),
        ("European countries", world.area),
    ]
    if world.host == "Roman Vasilenko":
        named = [(old, new) for old, new in named if old != "Vasilenko pointed"]
    figures = [(f"${old} billion", f"${new} billion") for old, new in zip(World.values, world.values, strict=True)]
    changed = [(f"{old} percent", f"{new} percent") for old, new in zip(World.changes, world.changes, strict=True)]
    return [*named, *apart(figures), *apart(changed)]


def apart(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Replacements that cannot meet each other's results."""
    return [*((old, f"\x02{n}\x03") for n, (old, _) in enumerate(pairs)), *((f"\x02{n}\x03", new) for n, (_, new) in enumerate(pairs))]


def found(table: list[Row], *columns: str) -> list[tuple[str | None, ...]]:
    return sorted({tuple(row[column] for column in columns) for row in table}, key=str)


def expected(world: World) -> dict[str, object]:
    home, area, both = world.home, world.area, sorted([world.home, world.guest_name])
    month = MONTHS.index(world.held[0]) + 1
    year = world.last_year + (month <= world.day.month)
    now = (f"{world.last_year}-01", f"{world.last_year}-{world.months:02}")
    before = (f"{world.last_year - 1}-01", f"{world.last_year - 1}-{world.months:02}")
    figures = zip(("turnover", "turnover", "exports", "exports", "imports", "imports"), (now, before) * 3, world.values, strict=True)
    turnover, exports, imports = world.changes
    return {
        "officials": sorted([(world.host, world.post, home, None), (world.visitor, "Ambassador", world.guest_name, home)], key=str),
        "meetings": sorted((person, "happened", world.day.isoformat(), "dateline", None) for person in (world.host, world.visitor)),
        "treaty": [(world.short, party) for party in both],
        "plan": ["implemented"],
        "forums": [
            (
                f"{world.region}-{world.guest.removeprefix('the ')} {world.forum}",
                world.venue,
                *(f"{year}-{month:02}-{day:02}" for day in world.held[1:]),
                "held",
            )
        ],
        "statements": sorted([(world.host, "direct"), (world.host, "indirect"), (world.visitor, "indirect")]),
        "commitments": [(party,) for party in both],
        "trade": sorted((home, area, flow, *period, f"{float(value)}") for flow, period, value in figures),
        "changes": sorted((flow, float(value), *now) for flow, value in (("turnover", turnover), ("exports", f"-{exports}"), ("imports", imports))),
        "topics missed": set(),
    }


def stated(world: World, tables: dict[str, list[Row]]) -> dict[str, object]:
    """The same of what was read."""
    named = [(row["name"] or "", row) for row in tables["agreements"]]
    topics = {row["topic"] for row in tables["topics"]}
    return {
        "officials": found(tables["officials"], "person", "post", "of", "to"),
        "meetings": found(tables["meetings"], "participant", "modality", "date", "date_basis", "place"),
        "treaty": found([row for name, row in named if name.startswith(world.treaty)], "short", "party"),
        "plan": sorted({row["stage"] for name, row in named if name.startswith(world.plan)}, key=str),
        "forums": found(tables["forums"], "name", "place", "start_date", "end_date", "status"),
        "statements": found(tables["statements"], "speaker", "mode"),
        "commitments": found(tables["commitments"], "party"),
        "trade": found([{**row, "billions": str(float(row["value"] or 0) / 1e9)} for row in tables["trade"]], *FIGURE),
        "changes": sorted((row["flow"] or "", float(row["value"] or 0), row["period_start"], row["period_end"]) for row in tables["changes"]),
        "topics missed": {"energy", "ecology", "security", "infrastructure and production of rare earth metals"} - topics,
    }


@pytest.mark.parametrize("name", WORLDS)
def test_the_rewritten_article_gives_the_rewritten_facts(name: str, seeds: Path) -> None:
    world = WORLDS[name]
    (seed,) = read(seeds)
    (article,) = read_articles([rewritten(world, seed.text)])
    assert stated(world, rows(article.reading, article.claims)) == expected(world)


def test_there_are_more_than_ten_worlds_and_no_two_are_the_same() -> None:
    assert len(set(WORLDS.values())) == len(WORLDS) > 10
