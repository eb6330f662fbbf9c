"""Shares: parts of a flow by partner, product or direction, with their whole; never a change, never a guess."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Claim, Document
from kg.pipeline import read_articles


def read(text: str) -> list[Claim]:
    (article,) = read_articles([Document("a", text, published=date(2020, 3, 1), language="en")])
    return [claim for claim in article.claims if claim.kind == "share"]


def told(text: str) -> list[tuple[str, ...]]:
    """(reporter, partner or product or flow, value) of each share."""
    return [(_name(one, "reporter"), _name(one, one.value("by")) or one.value("flow"), one.value("value")) for one in read(text)]


def _name(claim: Claim, role: str) -> str:
    return next((mention.name for mention in claim.filled(role)), "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta accounted for 23.4 percent of Norway's exports in 2019.", [("Norway", "Malta", "23.4")]),
        ("Malta's share in Norway's imports was 12 percent.", [("Norway", "Malta", "12")]),
        ("The share of Malta in Norway's trade turnover rose to 21.5%.", [("Norway", "Malta", "21.5")]),
        ("Malta's share in Norway's exports fell from 49.6 percent to 35.7 percent.", [("Norway", "Malta", "35.7")]),
        ("About 90 percent of Norway's exports go to Malta.", [("Norway", "Malta", "90")]),
        ("Norway's largest trading partner is Malta with a share of 21.9%.", [("Norway", "Malta", "21.9")]),
        ("Malta held a 12 percent share of Norway's imports.", [("Norway", "Malta", "12")]),
        ("Norway's exports to Malta amounted to $5 million, or 20 percent of the total.", [("Norway", "Malta", "20")]),
        ("Exports made up 60.5 percent of Norway's trade turnover in 2019.", [("Norway", "exports", "60.5")]),
        ("Oil made up a third of Norway's exports to Malta.", [("Norway", "oil", "33.3")]),
        ("Copper is mined here; copper is sold.\n\nCopper accounted for 60 percent of Chile's exports.", [("Chile", "copper", "60")]),
        (
            "Norway's main export destinations were Malta (17.4%), Italy (12%) and Chile (6.1%).",
            [("Norway", "Malta", "17.4"), ("Norway", "Italy", "12"), ("Norway", "Chile", "6.1")],
        ),
        (
            "Oil accounted for 60 percent of Norway's exports, metals for 15 percent and timber for 5 percent.",
            [("Norway", "oil", "60"), ("Norway", "metals", "15"), ("Norway", "timber", "5")],
        ),
        ("The share of EU countries in Norway's foreign trade was 33.5 percent.", [("Norway", "European Union", "33.5")]),
        ("Malta's share in Norway's trade turnover fell by 5 percentage points to 20 percent.", [("Norway", "Malta", "20")]),
        (
            "Malta's share in Norway's foreign trade is 21.9%, Chile's 15.7%, Italy's 7%.",
            [("Norway", "Malta", "21.9"), ("Norway", "Chile", "15.7"), ("Norway", "Italy", "7")],
        ),
        ("Malta accounts for 75 percent of Norway's exports and 50 percent of its imports.", [("Norway", "Malta", "75"), ("Norway", "Malta", "50")]),
        ("Malta bought 70 percent of Norway's gas exports.", [("Norway", "Malta", "70")]),
        ("Over 40 percent of Norway's foreign trade is with Malta.", [("Norway", "Malta", "40")]),
        ("Norway's turnover was $10 million in 2019. The share of Malta was 22.5 percent.", [("Norway", "Malta", "22.5")]),
    ],
)
def test_share_and_whole(text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Malta did not account for 12 percent of Norway's exports.",
        "Malta will account for 12 percent of Norway's exports by 2030.",
        "Norway's exports to Malta rose by 5 percent in 2019.",
        "Norway's exports grew to Malta (17.4%), Italy (12%) and Chile (6%).",
        "Malta and Italy accounted for 40 percent of Norway's exports.",
        "Half of Norway's exports go to Malta and Italy.",
        "Norway accounts for 40 percent of global salmon exports.",
        "Italy accounted for 12 percent of the European Union's exports.",
        "Equinor accounted for 20 percent of Norway's exports.",
        "Malta's share in the company is 20 percent, and its exports reached $3 million.",
        "Norway's trade with Malta fell by 10 percent and its share in total trade was 8 percent.",
        "Trade accounts for 60 percent of Norway's GDP.",
        "Maltese companies accounted for 30 percent of Norway's imports.",
        "The Bergen region accounted for 20 percent of Norway's exports to Malta.",
        "Malta accounted for 3 percent of the growth of Norway's exports.",
        "Malta accounted for 12 percentage points of Norway's export growth.",
        "The tariff covers 12 percent of Norway's exports to Malta.",
    ],
)
def test_no_share(text: str) -> None:
    assert told(text) == []


def test_the_whole_of_a_part_within_an_area_is_trade_with_the_area() -> None:
    (share,) = read("Italy accounts for 17 percent of Norway's trade with the European Union.")
    assert (_name(share, "partner"), _name(share, "within"), _name(share, "whole")) == ("Italy", "European Union", "trade with the European Union")


def test_a_remainder_closes_a_row_and_a_gap_leaves_it_open() -> None:
    closed = read("Malta accounted for 60 percent of Norway's exports, Italy for 30 percent, and the rest (10 percent) went elsewhere.")
    assert [one.value("exhaustive") for one in closed] == ["true"] * 3
    assert _name(closed[-1], "partner") == "rest"
    assert len({one.evidence[1] for one in closed}) == 1
    open_row = read("Malta accounted for 60 percent of Norway's exports, Italy for 30 percent.")
    assert [one.value("exhaustive") for one in open_row] == ["", ""]


def test_a_fraction_in_words_is_printed_to_the_nearest_ten() -> None:
    (share,) = read("Nearly half of Norway's exports went to Malta in 2018.")
    assert (share.value("value"), share.value("decimals"), share.value("hedge"), share.value("printed")) == ("50", "-1", "under", "half")
    assert (share.value("period_start"), share.value("period_end")) == ("2018-01", "2018-12")


def test_evidence_holds_the_part_and_the_amount() -> None:
    for share in read("In 2019, Malta accounted for 60 percent of Norway's exports, and Italy for 30 percent."):
        (words,) = share.evidence
        assert all(words.covers(mention.span) for role in ("partner", "amount") for mention in share.filled(role))


def test_a_share_printed_twice_is_one_share_where_it_says_more() -> None:
    (share,) = read("Malta accounts for 60 percent of Norway's exports.\n\nIn 2019, Malta accounted for 60 percent of Norway's exports.")
    assert share.value("period_start") == "2019-01"
    both = read("Malta accounted for 60 percent of Norway's exports in 2018. Malta accounted for 60 percent of Norway's exports in 2019.")
    assert [one.value("period_start") for one in both] == ["2018-01", "2019-01"]


def test_a_whole_with_its_owner_named_takes_no_partner_from_the_sentence_before() -> None:
    before = "Norway's exports to Malta amounted to $5 million in 2019."
    (share,) = read(f"{before} Exports made up 60 percent of Norway's trade turnover.")
    assert not share.filled("partner")
    (share,) = read(f"{before} Oil made up 60 percent of the exports.")
    assert _name(share, "partner") == "Malta"
