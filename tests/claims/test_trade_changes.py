"""Trade changes: signed by their words, measured from the base that is stated, and none that did not happen."""

from __future__ import annotations

import pytest

from tests.claims.test_trade import PUBLISHED, claims, months, name


def changes(text: str) -> list[tuple[str, str]]:
    return [(one.value("kind"), one.value("value")) for one in claims(text) if one.kind == "change"]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("rose 15 percent", "percent", "15"),
        ("fell by 8.5 percent", "percent", "-8.5"),
        ("were 3.2 pct below the level of 2022", "percent", "-3.2"),
        ("rose nearly by half", "percent", "50"),
        ("dropped by a third", "percent", "-33.3"),
        ("amounted to 104.9 percent of the level of 2022", "percent", "4.9"),
        ("amounted to 95 percent of the level of 2022", "percent", "-5"),
        ("rose 1,200 percent", "percent", "1200"),
        ("doubled", "times", "2"),
        ("almost tripled", "times", "3"),
        ("quadrupled", "times", "4"),
        ("halved", "times", "-2"),
        ("went up 2.4 times", "times", "2.4"),
        ("decreased 2.2 times", "times", "-2.2"),
        ("were 1.4 times more than a year earlier", "times", "1.4"),
        ("saw a 3.4-fold increase over 2022", "times", "3.4"),
        ("fell to a third of their 2021 level", "times", "-3"),
        ("rose by a factor of three", "times", "3"),
        ("increased by $1.9 billion", "absolute", "1900000000"),
        ("were $900 million less than a year earlier", "absolute", "-900000000"),
    ],
)
def test_the_words_give_kind_and_sign(words: str, kind: str, value: str) -> None:
    assert changes(f"Norway's exports to Malta {words} in 2023.") == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "period", "base"),
    [
        ("In 2023 Norway's exports rose 5 percent compared to 2022.", "2023-01/2023-12", "2022-01/2022-12"),
        ("Norway's exports rose 5 percent year-on-year in the first half.", "2023-01/2023-06", "2022-01/2022-06"),
        ("Norway's exports fell 5% from a year earlier in January 2024.", "2024-01/2024-01", "2023-01/2023-01"),
        ("In January-August 2023 Norway's exports rose 5 percent against the same period of 2022.", "2023-01/2023-08", "2022-01/2022-08"),
        ("Norway shipped 20 tonnes of fish to Malta in January, up 5% from December.", "2024-01/2024-01", "2023-12/2023-12"),
        ("Between 2018 and 2022 Norway's exports grew by 37 percent.", "2022-01/2022-12", "2018-01/2018-12"),
        ("Norway's exports have doubled since 2016.", "2023-01/2023-12", "2016-01/2016-12"),
        ("Norway's exports rose 5 percent since the start of 2024.", "2024-01/2024-02", ""),
        ("Over the past five years Norway's exports have doubled.", "2019-02/2024-02", ""),
        ("Norway's exports rose 5 percent in 2023.", "2023-01/2023-12", ""),
    ],
)
def test_period_and_base(text: str, period: str, base: str) -> None:
    (one,) = [claim for claim in claims(text) if claim.kind == "change"]
    start, end = one.value("base_start"), one.value("base_end")
    assert (months(one), f"{start}/{end}" if start else "") == (period, base)


def test_a_list_of_months_carries_the_verb() -> None:
    found = claims("Norwegian exports to Malta rose 15 percent in May, 17 in June and 21 in July.")
    assert [(one.value("value"), months(one)) for one in found] == [
        ("15", "2023-05/2023-05"),
        ("17", "2023-06/2023-06"),
        ("21", "2023-07/2023-07"),
    ]


def test_the_latter_is_the_flow_named_last() -> None:
    found = claims("Norway's exports to Malta and imports from it were $1 billion and $2 billion last year. The latter jumped by 76 percent.")
    assert [(one.value("flow"), name(one, "partner")) for one in found if one.kind == "change"] == [("imports", "Malta")]


def test_a_base_printed_beside_the_change_is_taken_with_its_evidence() -> None:
    text = (
        "Norway's exports to Malta increased by 5 percent in January-May 2023 to $2 billion. For January-May 2022 exports amounted to $1.9 billion."
    )
    (one,) = [claim for claim in claims(text) if claim.kind == "change"]
    assert one.value("base_start") == "2022-01"
    assert "$1.9 billion" in one.evidence[1].text


@pytest.mark.parametrize(
    "text",
    [
        "Norway's exports did not grow by 12 percent.",
        "Norway and Malta plan to double their trade by 2030.",
        "Norway's exports to Malta were twice as much as it bought.",
        "Norway's exports were 5 percent more than planned.",
        "The share of Malta in Norway's exports rose to 14 percent.",
        "Malta's share of Norway's exports rose by 2.3 percentage points.",
        "Norway's exports made up 40 percent of the total.",
    ],
)
def test_what_is_planned_denied_or_a_share_is_no_change(text: str) -> None:
    assert changes(text) == []


def test_a_denied_change_leaves_the_real_one() -> None:
    assert changes("Norway's exports to Malta did not grow by 12 percent in the first half but fell by 9 percent.") == [("percent", "-9")]


def test_no_base_is_invented_without_a_period() -> None:
    (one,) = claims("Norway's exports rose 5 percent from a year earlier.", published=None)
    assert (one.value("period_start"), one.value("base_start")) == ("", "")
    assert PUBLISHED is not None


@pytest.mark.parametrize(
    "text",
    [
        "Malta's share in Norway's exports fell from 49.6 percent to 35.7 percent.",
        "The share of Malta in Norway's exports declined from a record 49.6 percent in 2022 to 35.7 percent in 2023.",
        "In 2023, Malta's share of Norway's exports was down to 35.7 percent from 49.6 percent the year before.",
        "Malta's share of Norway's exports, once large, fell last year from as high as 49.6 percent to 35.7 percent.",
    ],
)
def test_a_share_that_moves_is_no_change_of_the_flow(text: str) -> None:
    assert changes(text) == []
