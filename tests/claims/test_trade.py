"""Trade figures: who trades what with whom in which months, for every way agencies print a value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims.trade import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading

PUBLISHED = date(2024, 2, 15)


def claims(text: str, published: date | None = PUBLISHED, title: str = "") -> list[Claim]:
    analysis = next(analyse([Document("a", text, title=title, published=published)], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def name(claim: Claim, role: str) -> str:
    return next((mention.name for mention in claim.filled(role)), "")


def months(claim: Claim) -> str:
    start, end = claim.value("period_start"), claim.value("period_end")
    return f"{start}/{end}" if start or end else ""


def figures(text: str, published: date | None = PUBLISHED, title: str = "") -> list[tuple[str, str, str, str, str, str]]:
    """Reporter, partner, flow, value, unit, months of each observation."""
    found = [one for one in claims(text, published, title) if one.kind == "observation"]
    return [(name(one, "reporter"), name(one, "partner"), one.value("flow"), one.value("value"), one.value("unit"), months(one)) for one in found]


YEAR = "2023-01/2023-12"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Trade turnover between Norway and Malta amounted to $3 billion in 2023.", ("Norway", "Malta", "turnover", "3000000000", "USD", YEAR)),
        ("Norway's trade with Malta was worth 3 billion euros last year.", ("Norway", "Malta", "turnover", "3000000000", "EUR", YEAR)),
        ("Norwegian-Maltese trade hit EUR 500 mln in 2023.", ("Norway", "Malta", "turnover", "500000000", "EUR", YEAR)),
        ("In 2023, $5 billion worth of goods were exported from Norway to Malta.", ("Norway", "Malta", "exports", "5000000000", "USD", YEAR)),
        ("Norway exported €2 billion worth of fish in 2023.", ("Norway", "", "exports", "2000000000", "EUR", YEAR)),
        ("Imports of Maltese wine into Norway were $9 million in 2023.", ("Norway", "Malta", "imports", "9000000", "USD", YEAR)),
        ("Norway received 620,000 tonnes of Maltese salt in 2023.", ("Norway", "Malta", "imports", "620000", "tonnes", YEAR)),
        ("Norway delivered 12 bcm of gas to Malta in 2023.", ("Norway", "Malta", "exports", "12000000000", "cubic metres", YEAR)),
        ("Norway ran a trade deficit of $2 billion with Malta in 2023.", ("Norway", "Malta", "deficit", "2000000000", "USD", YEAR)),
        ("Norway's imports from Malta exceeded exports by $2 million in 2023.", ("Norway", "Malta", "deficit", "2000000", "USD", YEAR)),
        ("Norway's trade with Malta closed 2023 with a negative balance of $2 million.", ("Norway", "Malta", "balance", "-2000000", "USD", YEAR)),
        ("Foreign direct investment from Norway into Malta reached $6 million in 2023.", ("Norway", "Malta", "investment", "6000000", "USD", YEAR)),
        ("Norwegian companies invested $6 million in Malta in 2023.", ("Norway", "Malta", "investment", "6000000", "USD", YEAR)),
        ("In 2023 Malta attracted $6 million of foreign direct investment.", ("Malta", "", "investment", "6000000", "USD", YEAR)),
        (
            "The goal of $9 million in trade by 2030 is real, Norway's envoy to Malta said.",
            ("Norway", "Malta", "turnover", "9000000", "USD", "2030-01/2030-12"),
        ),
        ("Mutual trade in the EAEU was $7 million in 2023.", (*("Eurasian Economic Union",) * 2, "turnover", "7000000", "USD", YEAR)),
        ("Norway's exports to non-EU countries were $6 million in 2023.", ("Norway", "non-EU countries", "exports", "6000000", "USD", YEAR)),
        ("Norway's trade with European countries was $6 million in 2023.", ("Norway", "European countries", "turnover", "6000000", "USD", YEAR)),
        ("Malta is Norway's third-largest trading partner: $6 million in 2023.", ("Norway", "Malta", "turnover", "6000000", "USD", YEAR)),
    ],
)
def test_a_value_stands_in_any_construction(text: str, figure: tuple[str, ...]) -> None:
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Norway's trade with Malta hit $3 bln in 2023, including exports of $2 bln and imports of $1 bln.",
            ["turnover 3", "exports 2", "imports 1"],
        ),
        ("Norway's exports to Malta and imports from it were $2 billion and $1 billion in 2023.", ["exports 2", "imports 1"]),
        ("Norway's exports to and imports from Malta were valued at $2 billion and $1 billion.", ["exports 2", "imports 1"]),
        ("Norway, 2023. Exports: $2 bln (-8.1%), imports: $1 bln (+1.4%), surplus: $1 bln.", ["exports 2", "imports 1", "surplus 1"]),
        ("Norway's exports were $2 billion; that of imports was $1 billion.", ["exports 2", "imports 1"]),
        ("Norway sold goods worth $2 billion to Malta and bought $1 billion worth in return.", ["exports 2", "imports 1"]),
    ],
)
def test_flows_of_one_sentence_keep_their_own_values(text: str, pairs: list[str]) -> None:
    assert [f"{flow} {int(value) // 10**9}" for _, _, flow, value, _, _ in figures(text)] == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Norway's trade with China, Malta and Italy came to $3 bln, $2 bln and $1 bln, respectively, in 2023.",
        "The top buyers of Norwegian fish in 2023 were China ($3 billion), Malta ($2 billion) and Italy ($1 billion).",
        "Exports to China: $3 bln; to Malta: $2 bln; to Italy: $1 bln, the table for Norway in 2023 shows.",
        "In 2023, Norway's exports to China made up $3 bln, to Malta $2 bln and to Italy $1 bln.",
    ],
)
def test_a_list_of_partners_takes_a_list_of_values(text: str) -> None:
    assert [(partner, value, period) for _, partner, _, value, _, period in figures(text)] == [
        ("China", "3000000000", YEAR),
        ("Malta", "2000000000", YEAR),
        ("Italy", "1000000000", YEAR),
    ]


def test_what_a_sentence_leaves_out_comes_from_the_one_before() -> None:
    text = (
        "From January through October 2023 Norway's trade turnover with Malta was $3 billion. Exports for the above period stood at $2 billion. "
        "The figure is 5 percent lower than in the same period of 2022 ($2.1 billion)."
    )
    assert figures(text) == [
        ("Norway", "Malta", "turnover", "3000000000", "USD", "2023-01/2023-10"),
        ("Norway", "Malta", "exports", "2000000000", "USD", "2023-01/2023-10"),
        ("Norway", "Malta", "exports", "2100000000", "USD", "2022-01/2022-10"),
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("Norway's exports grew from $1 billion in 2021 to $2 billion in 2022.", ["2021-01/2021-12", "2022-01/2022-12"]),
        ("Norway's exports were $2 billion in 2022 against $1 billion a year earlier.", ["2022-01/2022-12", "2021-01/2021-12"]),
        ("In December Norway's exports rose to $2 billion from November's $1 billion.", ["2023-12/2023-12", "2023-11/2023-11"]),
        ("Between 2018 and 2022 Norway's exports grew from $1 billion to $2 billion.", ["2018-01/2018-12", "2022-01/2022-12"]),
        ("Norway's exports are $2 billion, up from $1 billion.", ["", ""]),
        ("Norway invested $2 billion in Malta since 2005.", ["2005-01/2024-02"]),
        ("By the end of 2023 the stock of Norwegian investments in Malta was $2 billion.", ["/2023-12"]),
        ("Norway's exports so far this year were $2 billion.", ["2024-01/2024-02"]),
    ],
)
def test_each_value_has_its_own_months(text: str, periods: list[str]) -> None:
    assert [period for *_, period in figures(text)] == periods


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Norway and Malta plan to raise mutual trade to $9 billion.", "target"),
        ("Norway's exports are to reach at least $9 billion by 2030.", "target"),
        ("Norway's exports topped $9 billion.", "over"),
        ("Norway's exports were nearly $9 billion.", "under"),
        ("Norway's exports were about $9 billion.", "about"),
        ("Norway's exports rose by 12 percent up to $9 billion.", ""),
        ("Norway's exports grew to reach $9 billion.", ""),
    ],
)
def test_a_goal_is_no_observation_of_the_past(text: str, hedge: str) -> None:
    assert [one.value("hedge") for one in claims(text) if one.kind == "observation"] == [hedge]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Pakistan's exports were 3 billion rupees.", "PKR"),
        ("Norway's exports were 3 billion kroner.", "NOK"),
        ("Belarus's exports were 3 billion Russian rubles.", "RUB"),
        ("Norway's exports were 3 billion dinars.", "dinar"),
        ("Norway's exports were 3.5 billion.", ""),
    ],
)
def test_a_shared_currency_name_is_the_reporters_and_no_unit_is_invented(text: str, unit: str) -> None:
    assert [one.value("unit") for one in claims(text)] == [unit]


def test_a_fiscal_year_is_that_of_the_state() -> None:
    assert [period for *_, period in figures("India's exports to Malta were $3 billion in FY 2022-23.")] == ["2022-04/2023-03"]


def test_goods_are_named_as_printed() -> None:
    text = "Norway supplied Malta with 2 billion kilowatt-hours of electricity worth $31 million in 2023."
    assert [(name(one, "product"), one.value("unit")) for one in claims(text)] == [("electricity", "kilowatt-hours"), ("electricity", "USD")]


def test_symmetric_trade_is_marked() -> None:
    (between,) = claims("Trade between Norway and Malta was $2 billion.")
    (possessed,) = claims("Norway's trade with Malta was $2 billion.")
    assert (between.value("symmetric"), possessed.value("symmetric")) == ("true", "")


def test_headline_and_sentence_are_one_figure() -> None:
    text = "Trade between Norway and Malta amounted to $2 billion in 2023, the embassy said."
    assert figures(text, title="Norway-Malta trade reaches $2 billion") == [("Norway", "Malta", "turnover", "2000000000", "USD", YEAR)]


def test_the_printed_string_stays_beside_the_value() -> None:
    (one,) = claims("Norway's exports to Malta were 40,2 billion euros.")
    assert [one.value(key) for key in ("printed", "value", "decimals", "scale")] == ["40,2", "40200000000", "1", "1000000000"]


@pytest.mark.parametrize(
    "text",
    [
        "Brent rose 1.3 percent to $84.20 a barrel as traders weighed supplies from Norway.",
        "Norway will provide a further €50 million in humanitarian aid to Malta.",
        "A Norwegian firm won a $1.4 billion contract to build a port in Malta.",
        "The World Bank approved a $110 million loan to Malta.",
        "Norway will impose a 25 percent tariff on imports of steel from Malta.",
        "Norway raised the export duty on wheat by 2.3 percent to 3,480 kroner per tonne.",
        "Supplies of Norwegian fish to Malta are subject to a quota of 500,000 tonnes.",
        "Norwegian Airlines posted a turnover of $21 billion in 2023.",
        "Investment in fixed capital in Norway increased 12.9 percent to 17 trillion tenge.",
        "Norway's GDP grew 3 percent to $500 billion.",
        "Malta accounts for about 30 percent of Norway's foreign trade.",
        "Norway expects to harvest 17 million tonnes of grain this year.",
        "A forum in Norway brought together 350 companies; 27 agreements worth $2.7 billion were signed.",
        "Norway's retail trade turnover was $3 billion.",
        "Freight turnover between Norway and Malta grew by 4 percent to 3 million tonnes.",
        "Norway's budget deficit was $3 billion.",
        "Norway's imports have helped create 10 million jobs.",
    ],
)
def test_what_is_no_trade_yields_nothing(text: str) -> None:
    assert claims(text) == []


@given(st.text(st.sampled_from("Norway Malta exports to 3%$billion,.;()-–'2023 rose by trade and \ue000\ue001\ue002\n"), max_size=120))
def test_any_text_is_read_and_every_word_of_evidence_stands(text: str) -> None:
    for one in claims(f"Norway's exports to Malta: {text}"):
        assert all(f"Norway's exports to Malta: {text}"[span.start : span.end] == span.text for span in one.evidence)


@given(st.sampled_from(["$", "€", "£", "₸"]), st.sampled_from([("million", 6), ("bln", 9), ("trillion", 12)]))
def test_nothing_but_unit_and_value_hangs_on_currency_and_scale(sign: str, scale: tuple[str, int]) -> None:
    (one,) = figures(f"Trade between Norway and Malta was {sign}3.5 {scale[0]} in 2023.")
    assert (*one[:3], one[5]) == ("Norway", "Malta", "turnover", YEAR)
    assert int(one[3]) == 35 * 10 ** (scale[1] - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Norway is Malta's third-largest trading partner after Italy and the United States, with two-way trade amounting to $3 billion in 2023.",
        "Norway, after Italy and Spain, is Malta's third trading partner with turnover of $3 billion in 2023.",
        "Norway ranks third among Malta's trading partners, behind Italy and Spain, with trade turnover of $3 billion in 2023.",
        "Norway, ahead of Italy, is Malta's largest trading partner with mutual trade of $3 billion in 2023.",
        "Along with Italy and Spain, Norway is one of Malta's top trading partners, with trade of $3 billion in 2023.",
        "Norway is Malta's second trading partner following Italy; bilateral trade reached $3 billion in 2023.",
    ],
)
def test_those_a_ranking_compares_with_take_no_part(text: str) -> None:
    assert figures(text) == [("Malta", "Norway", "turnover", "3000000000", "USD", YEAR)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Norway's exports to Malta were not $80 million in 2023, but $60 million.", ["60000000"]),
        ("Norway's imports from Malta amounted not to $3 million, as reported earlier, but to $4 million.", ["4000000"]),
        ("Norway's exports to Malta were $3 million, not $4 million, in 2023.", ["3000000"]),
        ("Norway's exports to Malta weren't $4 million in 2023.", []),
        ("Norway denied that its exports to Malta reached about $3 million in 2023.", []),
        ("Norway's exports to Malta rose not by 5 percent in 2023.", []),
        ("Norway's exports to Malta did not reach $3 million in 2023.", ["3000000"]),  # a bound, hedge "under"
        ("Norway's exports to Malta did not change and amounted to $3 million in 2023.", ["3000000"]),
        ("Norway's exports to Malta reached not only $3 million in 2023 but a record.", ["3000000"]),
    ],
)
def test_a_denied_figure_is_none(text: str, values: list[str]) -> None:
    assert [one.value("value") for one in claims(text)] == values


def test_a_comma_in_a_headline_joins_a_pair() -> None:
    (one,) = claims("The two held talks.", title="Norway, Malta trade turnover grows 8.4%")
    assert (name(one, "reporter"), name(one, "partner"), one.value("value")) == ("Norway", "Malta", "8.4")
    assert figures("In Norway, Malta trade was worth $3 billion in 2023.")[0][0] == "Malta"


@pytest.mark.parametrize(
    "text",
    [
        "Borealis Electronics has invested $23.2 billion in Malta so far, while Italy is third.",
        "Italy is third, while Borealis has invested $2 billion in Malta.",
        "Italy's trade with Malta grew. The company has invested $2 billion in the country.",
        "In 2023 Borealis invested $2 billion in Malta.",
        "Borealis, which has invested $2 billion in Malta, is from Norway.",
        "Borealis's investments in Malta reached $3 billion in 2023, while Norway is second.",
        "Investors put $3 billion into Malta in 2023.",
    ],
)
def test_no_state_stands_in_for_a_company_that_invests(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Foreign investors have invested $2 billion in Malta. Italy is third.", ("Malta", "")),
        ("The Norwegian company Borealis has invested $2 billion in Malta.", ("Norway", "Malta")),
        ("Norwegian companies have invested $2 billion in Malta.", ("Norway", "Malta")),
    ],
)
def test_investors_of_a_state_and_foreign_ones_are_told(text: str, parties: tuple[str, str]) -> None:
    assert [figure[:2] for figure in figures(text)] == [parties]


def test_a_period_of_another_sentence_is_inherited() -> None:
    near, far = (claims(f"Norway's exports to Malta reached $3 billion in 2023.{gap}Imports amounted to $1 billion.")[1] for gap in (" ", "\n\n"))
    assert [one.value("period_basis") for one in (near, far)] == ["inherited", "inherited"]
    assert (name(near, "period") != "", name(far, "period")) == (True, "")  # no words of its paragraph stand for it
