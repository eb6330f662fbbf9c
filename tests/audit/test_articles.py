"""The audit of whole articles: read, built into a graph, checked and asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pytest

import kg
from kg import Document

TABLE = {  # check and printed figure of the input article: operands open with, verdict
    ("A1", "40.2"): ("exports Jan–Nov 2023 29.6 bn + imports Jan–Nov 2023 10.5 bn", "WITHIN ROUNDING"),
    ("A1", "39.6"): ("exports Jan–Nov 2022 32.3 bn + imports Jan–Nov 2022 7.2 bn", "WITHIN ROUNDING"),
    ("A3", "1.46"): ("turnover Jan–Nov 2023 40.2 bn against", "WITHIN ROUNDING"),
    ("A3", "8.5"): ("exports Jan–Nov 2023 29.6 bn against", "WITHIN ROUNDING"),
    ("A3", "45.8"): ("imports Jan–Nov 2023 10.5 bn against", "EXACT"),
    ("A9", "+0.6"): ("Δturnover +0.6 = Δexports −2.7 + Δimports +3.3", "EXACT"),
    ("A10", None): ("exports Jan–Nov 2022 in [32.332, 32.350]", "FEASIBLE"),
}


@dataclass(frozen=True)
class Row:
    check: str
    printed: str | None
    verdict: str
    operands: str


def audited(*documents: Document) -> list[Row]:
    with kg.build(documents) as graph:
        return rows(graph)


def rows(graph: kg.Graph) -> list[Row]:
    found: Iterable[dict[str, str | None]] = graph.query("audit").dicts()
    return [Row(one["check"] or "", one["printed"], one["verdict"] or "", one["operands"] or "") for one in found]


def report(name: str, text: str, day: str = "2024-03-01", publisher: str = "") -> Document:
    return Document(name, text, published=date.fromisoformat(day), publisher=publisher, language="en")


def test_the_input_article_gives_the_seven_results_and_no_other(seed_graph: kg.Graph) -> None:
    found = rows(seed_graph)
    assert {(one.check, one.printed): one.verdict for one in found} == {key: verdict for key, (_, verdict) in TABLE.items()}
    assert len(found) == len(TABLE)
    for one in found:
        assert one.operands.startswith(TABLE[one.check, one.printed][0])


def test_a_value_changed_by_its_own_source_is_a_revision() -> None:
    first = report("first", "Norway's exports to Malta amounted to $29.6 million in 2022.", "2023-02-01", "Agency")
    later = report("later", "Norway's exports to Malta amounted to $30.2 million in 2022.", "2023-09-01", "Agency")
    with kg.build([first, later]) as graph:
        (dispute,) = graph.query("disputes").dicts()
        assert (dispute["left_article"], dispute["right_article"], dispute["relation"]) == ("first", "later", "revision")
        assert (dispute["left"], dispute["right"]) == ("29600000", "30200000")
        assert dispute["key"] == "Norway · Malta · exports · 2022 · USD"
        (advice,) = rows(graph)
    assert (advice.check, advice.verdict) == ("A17", "ADVICE")
    assert "false" not in advice.operands


def test_the_same_value_printed_finer_is_no_dispute() -> None:
    first = report("first", "Norway's exports to Malta amounted to $29.6 million in 2022.")
    finer = report("finer", "Norway's exports to Malta amounted to $29.64 million in 2022.")
    with kg.build([first, finer]) as graph:
        assert list(graph.query("disputes").dicts()) == []
        assert rows(graph) == []


@pytest.mark.parametrize(("partner", "checks"), [("Germany", ["A13"]), ("Turkey", [])])
def test_trade_with_a_member_is_at_most_trade_with_the_union(partner: str, checks: list[str]) -> None:
    whole = report("whole", "Norway's exports to the European Union amounted to $20 billion in 2022.")
    part = report("part", f"Norway's exports to {partner} amounted to $34.5 billion in 2022.")
    assert [one.check for one in audited(whole, part)] == checks


def test_shares_of_an_article_are_compared_with_its_figures() -> None:
    text = (
        "Norway's exports amounted to $80 million in 2022. Norway's exports to Malta amounted to $20.1 million in 2022.\n\n"
        "Malta accounted for {} percent of Norway's exports in 2022, Italy for 60 percent, and the rest ({} percent) went elsewhere."
    )
    right, wrong = report("right", text.format("25.1", "14.9")), report("wrong", text.format("45.1", "14.9"))
    assert {(one.check, one.verdict) for one in audited(right)} >= {("A7", "EXACT")}
    assert [one.verdict for one in audited(wrong) if one.check == "A7" and one.verdict != "NOT CHECKABLE"] == ["DOES NOT RECONCILE"] * 2
