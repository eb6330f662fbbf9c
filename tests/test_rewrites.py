"""The input article rewritten: other people, posts, states, towns, months, figures, order and agency give the rewritten facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from kg.evaluation.rows import rows
from kg.model import Document
from kg.pipeline import read_articles

OPENING = (
    "{dateline} {post_a} of {state_a} {person_a} has held a meeting with the {post_b} of {state_b} to {state_a} {person_b}, {agency} reports.",
    "During the meeting, an exchange of views took place on current issues on the bilateral and regional agenda, "
    "as well as priority areas of interaction.",
    "The parties outlined further steps to fully implement the potential of the {treaty} between {state_a} and {state_b} ({acronym}). "
    "In this context, the parties discussed plans to hold annual meetings of the dialogue platforms provided for by the {acronym}.",
    "Particular attention was paid to deepening cooperation in the fields of {topics}.",
)
SPEECH = (
    "{surname_a} pointed out the successful holding of the {forum} in {city} on {forum_day}. "
    '"Active work is underway to implement the Joint Roadmap to intensify interaction between {region} and {state_b}," {pronoun} said.',
    "In turn, {person_b} noted with satisfaction the dynamically developing dialogue at all levels of interaction.",
    "In addition, the parties agreed to continue close interaction aimed at further deepening strategic cooperation.",
)
TRADE = (
    "Meanwhile, {state_a}'s trade turnover with {partner} amounted to ${t1} billion from January through {month} {year}. "
    "The volume of trade turnover {moved_t} by {p_t} percent compared to the same period in {before} (${t0} billion).",
    "At the same time, in the structure of trade turnover, exports to {partner} for the above period amounted to ${x1} billion, "
    "which is {p_x} percent {more_x} than from January through {month} {before} (${x0} billion).",
    "In addition, imports from {partner} from January through {month} {year} {moved_m} by {p_m} percent and amounted to ${m1} billion. "
    "For the {months} months of {before}, imports amounted to ${m0} billion.",
)


@dataclass(frozen=True)
class Facts:
    """What one rewriting changes; the sign of each change goes with its words."""

    person_a: str = "Aigerim Sadykova"
    person_b: str = "Lukas Brandstetter"
    post_a: str = "Deputy Minister of Foreign Affairs"
    post_b: str = "Ambassador"
    state_a: str = "Uzbekistan"
    state_b: str = "Austria"
    dateline: str = "TASHKENT, Uzbekistan, March 4."
    agency: str = "Kun"
    treaty: str = "Comprehensive Partnership Agreement"
    acronym: str = "CPA"
    topics: str = "railways and ports, irrigation, health, and culture"
    forum: str = "Silk Road Water Forum"
    city: str = "Vienna"
    forum_day: str = "February 12–13"
    forum_dates: tuple[str, str] = ("2025-02-12", "2025-02-13")
    region: str = "Central Asia"
    pronoun: str = "she"
    partner: str = "Asian countries"
    month: str = "September"
    months: str = "nine"
    year: int = 2024
    published: date = date(2025, 3, 4)
    values: tuple[str, str, str, str, str, str] = ("12.4", "11.9", "5.1", "6.3", "7.3", "5.6")
    changes: tuple[str, str, str] = ("4.2", "-19.0", "30.4")
    order: str = "ost"

    @property
    def text(self) -> str:
        t1, t0, x1, x0, m1, m0 = self.values
        p_t, p_x, p_m = (one.lstrip("-") for one in self.changes)
        fell_t, fell_x, fell_m = (one.startswith("-") for one in self.changes)
        words = {
            **{name: getattr(self, name) for name in self.__dataclass_fields__},
            **{"t1": t1, "t0": t0, "x1": x1, "x0": x0, "m1": m1, "m0": m0, "p_t": p_t, "p_x": p_x, "p_m": p_m},
            "surname_a": self.person_a.split()[-1],
            "before": self.year - 1,
            "moved_t": "decreased" if fell_t else "increased",
            "moved_m": "decreased" if fell_m else "increased",
            "more_x": "less" if fell_x else "more",
        }
        blocks = {"o": OPENING, "s": SPEECH, "t": TRADE}
        return "\n\n".join(paragraph.format(**words) for block in self.order for paragraph in blocks[block])


BASE = Facts()
REWRITES = {
    "as written": BASE,
    "men": replace(BASE, person_a="Rustam Yuldashev", pronoun="he"),
    "other posts": replace(BASE, post_a="First Deputy Prime Minister", post_b="Special Representative"),
    "other states": replace(
        BASE, state_a="Georgia", state_b="Japan", person_b="Haruto Nakagawa", dateline="TBILISI, Georgia, March 4.", region="the South Caucasus"
    ),
    "an organisation": replace(BASE, state_b="the EU", person_b="Margot Delacroix"),
    "other forum": replace(BASE, forum="Caspian Transport Conference", city="Baku", forum_day="January 8", forum_dates=("2025-01-08", "2025-01-08")),
    "other months": replace(BASE, month="October", months="10", year=2023, published=date(2024, 3, 4), forum_dates=("2024-02-12", "2024-02-13")),
    "other figures": replace(BASE, values=("3.25", "3.11", "1.75", "1.62", "1.50", "1.49"), changes=("4.5", "8.0", "0.7")),
    "falling": replace(BASE, changes=("-4.2", "19.0", "-30.4")),
    "other partner": replace(BASE, partner="African countries"),
    "one state as partner": replace(BASE, partner="Poland"),
    "trade first after the opening": replace(BASE, order="ots"),
    "other agency": replace(BASE, agency="AzerNews", dateline="BAKU, Azerbaijan, March 4."),
    "other instrument": replace(BASE, treaty="Enhanced Trade and Transit Treaty", acronym="ETTT", topics="fishing, tourism, and postal services"),
}


@pytest.fixture(params=REWRITES.values(), ids=REWRITES.keys(), scope="module")
def rewrite(request: pytest.FixtureRequest) -> tuple[Facts, dict[str, list[dict[str, str | None]]]]:
    facts: Facts = request.param
    document = Document("rewrite", facts.text, published=facts.published, language="en")
    (article,) = read_articles([document])
    return facts, rows(article.reading, article.claims)


def name(party: str) -> str:
    return {"the EU": "European Union"}.get(party, party)


def column(table: list[dict[str, str | None]], *columns: str) -> set[tuple[str | None, ...]]:
    return {tuple(row.get(one) or None for one in columns) for row in table}


Read = tuple[Facts, dict[str, list[dict[str, str | None]]]]


def test_officials(rewrite: Read) -> None:
    facts, tables = rewrite
    assert column(tables["officials"], "person", "post", "of", "to", "status") == {
        (facts.person_a, facts.post_a, facts.state_a, None, "current"),
        (facts.person_b, facts.post_b, name(facts.state_b), facts.state_a, "current"),
    }


def test_one_meeting_bounded_by_the_dateline(rewrite: Read) -> None:
    facts, tables = rewrite
    assert column(tables["meetings"], "participant", "date", "date_basis", "place", "modality") == {
        (person, facts.published.isoformat(), "dateline", None, "happened") for person in (facts.person_a, facts.person_b)
    }
    assert len(column(tables["meetings"], "meeting")) == 1


def test_topics(rewrite: Read) -> None:
    facts, tables = rewrite
    wanted = {one.removeprefix("and ") for one in facts.topics.split(", ")}
    assert wanted <= {row["topic"] for row in tables["topics"]}


def test_agreements(rewrite: Read) -> None:
    facts, tables = rewrite
    parties = {(row["name"], row["party"]) for row in tables["agreements"] if row.get("short") == facts.acronym}
    assert {party for _, party in parties} == {facts.state_a, name(facts.state_b)}
    assert {row["stage"] for row in tables["agreements"] if "Roadmap" in (row["name"] or "")} == {"implemented"}


def test_the_forum(rewrite: Read) -> None:
    facts, tables = rewrite
    assert column(tables["forums"], "name", "place", "start_date", "end_date", "status") == {(facts.forum, facts.city, *facts.forum_dates, "held")}


def test_statements(rewrite: Read) -> None:
    facts, tables = rewrite
    assert sorted((row["speaker"] or "", row["mode"] or "") for row in tables["statements"]) == sorted(
        [(facts.person_a, "direct"), (facts.person_a, "indirect"), (facts.person_b, "indirect")]
    )


def test_commitments_bind_the_parties(rewrite: Read) -> None:
    facts, tables = rewrite
    assert {row["party"] for row in tables["commitments"]} == {facts.state_a, name(facts.state_b)}


def test_six_figures(rewrite: Read) -> None:
    facts, tables = rewrite
    month = {"September": "09", "October": "10"}[facts.month]
    expected = {
        (facts.state_a, facts.partner, flow, f"{year}-01", f"{year}-{month}", printed)
        for flow, pair in (("turnover", facts.values[:2]), ("exports", facts.values[2:4]), ("imports", facts.values[4:]))
        for year, printed in zip((facts.year, facts.year - 1), pair, strict=True)
    }
    assert column(tables["trade"], "reporter", "partner", "flow", "period_start", "period_end", "printed") == expected


def test_three_changes(rewrite: Read) -> None:
    facts, tables = rewrite
    found = {(row["flow"], float(row["value"] or 0)) for row in tables["changes"]}
    assert found == {(flow, float(value)) for flow, value in zip(("turnover", "exports", "imports"), facts.changes, strict=True)}
