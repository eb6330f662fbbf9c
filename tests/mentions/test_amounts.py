"""Amounts: value, unit, scale and hedge of every printed form; exact decimals, exact spans."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.mentions.amounts import find, number
from kg.model import Amount, Analysis, Document, Mention, Sentence


def mentions(text: str) -> list[Mention]:
    document = Document("a", text)
    return find(Analysis(document, (Sentence(document.span(0, len(text)), ()),)))


def amounts(text: str) -> list[Amount]:
    return [one.value for one in mentions(text) if isinstance(one.value, Amount)]


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("$40.2 billion", "40200000000", "USD"),
        ("$40.2\u00a0billion", "40200000000", "USD"),
        ("40,2 billion euros", "40200000000", "EUR"),
        ("USD40.2bn", "40200000000", "USD"),
        ("$40.2-billion", "40200000000", "USD"),
        ("US$2.71 billion", "2710000000", "USD"),
        ("40.2 billion U.S. dollars", "40200000000", "USD"),
        ("112 billion dollar", "112000000000", "USD"),
        ("USD 3 bln 290 mln", "3290000000", "USD"),
        ("3 billion 290 million dollars", "3290000000", "USD"),
        ("half a billion dollars", "500000000", "USD"),
        ("two and a half billion yuan", "2500000000", "CNY"),
        ("5,9 trln tenge", "5900000000000", "KZT"),
        ("US $ 3.02 billion", "3020000000", "USD"),
        ("N18.9 trillion", "18900000000000", "NGN"),
        ("Ksh46.2 billion", "46200000000", "KES"),
        ("R2.4bn", "2400000000", "ZAR"),
        ("Rs 1.5 lakh crore", "1500000000000", "INR"),
        ("4.2 million mt", "4200000", "tonnes"),
        ("500,000 MT", "500000", "tonnes"),
        ("5 Mt", "5000000", "tonnes"),
        ("2 billion Ugandan shillings", "2000000000", "UGX"),
        ("1 240,5 million euros", "1240500000", "EUR"),
        ("$1,234.5 thousand", "1234500", "USD"),
        ("100 Turkmen manats", "100", "TMT"),
        ("20 billion Pakistani rupees", "20000000000", "PKR"),
        ("€1.9bn", "1900000000", "EUR"),
        ("1.234.567 tonnes", "1234567", "tonnes"),
        ("2.3 million tons", "2300000", "tonnes"),
        ("5.2 thousand tonnes", "5200", "tonnes"),
        ("500 kt", "500000", "tonnes"),
        ("1,00,000 barrels of oil per day", "100000", "barrels per day"),
        ("5.46 million bpd", "5460000", "barrels per day"),
        ("11.7 bcm", "11700000000", "cubic metres"),
        ("12 GWh", "12000000", "kilowatt-hours"),
        ("1,500 percent", "1500", "percent"),
        ("8.1%", "8.1", "percent"),
        ("3.2 percentage points", "3.2", "percentage points"),
        ("2 p.p.", "2", "percentage points"),
        ("2.1 times", "2.1", "times"),
        ("3.4-fold", "3.4", "times"),
        ("fourfold", "4", "times"),
        ("tripled", "3", "times"),
        ("halved", "-2", "times"),
        ("$84.20 a barrel", "84.20", "USD per barrel"),
        ("40.2 billion", "40200000000", ""),
    ],
)
def test_a_printed_amount_has_its_value_and_unit(printed: str, value: str, unit: str) -> None:
    (found,) = amounts(f"It came to {printed}, they said.")
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("exports ($39.6 billion)", "39600000000"),
        ("exports (-8.1%)", "-8.1"),
        ("exports (+18%)", "18"),
        ("a balance of -$820 million", "-820000000"),
        ("a change of minus 3 percent", "-3"),
        ("to Japan, 262 tonnes (-1%)", "262"),
        ("it stood at 5 - 6 percent", "5"),
    ],
)
def test_a_bracket_is_never_a_minus_and_a_printed_sign_is_kept(text: str, value: str) -> None:
    assert amounts(text)[0].value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$5-6 billion", "5000000000", "6000000000"),
        ("5 to 6 percent", "5", "6"),
        ("between $5 billion and $6 billion", "5000000000", "6000000000"),
        ("$400–450 million", "400000000", "450000000"),
    ],
)
def test_a_range_has_both_ends(text: str, low: str, high: str) -> None:
    (found,) = amounts(f"It costs {text}.")
    assert (found.value, found.high) == (Decimal(low), Decimal(high))


def test_from_and_to_are_two_amounts() -> None:
    assert [one.value for one in amounts("It fell from 3 to 2 billion dollars.")] == [Decimal(3_000_000_000), Decimal(2_000_000_000)]


def test_an_amount_beside_another_in_brackets_stands_alone() -> None:
    assert [one.value for one in amounts("10 bn (5 bn)")] == [Decimal(10_000_000_000), Decimal(5_000_000_000)]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("nearly $65 billion", "under"),
        ("did not exceed $3 bn", "under"),
        ("more than €92 billion", "over"),
        ("exceeded the $5 billion mark", "over"),
        ("some $25 billion", "about"),
        ("close to $55 billion", "about"),
        ("$5 billion or so", "about"),
        ("a total of $5 billion", ""),
    ],
)
def test_a_hedge_is_read_from_the_words_around(text: str, hedge: str) -> None:
    assert [one.hedge for one in amounts(f"It was {text}")] == [hedge]


@pytest.mark.parametrize(
    "text", ["COVID-19 hit the G20 in 2023.", "350 companies from 12 countries met at 10:30.", "C5+1 and COP28 met.", "Three times a lady."]
)
def test_bare_numbers_are_no_amounts(text: str) -> None:
    assert [one for one in amounts(text) if one.unit != "times"] == []


def test_a_unit_that_is_not_printed_is_not_invented() -> None:
    (found,) = amounts("It came to 40,2 billion.")
    assert (found.unit, found.lexical) == ("", "40,2")


@given(
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.sampled_from([("thousand", 3), ("mln", 6), ("bn", 9), ("trillion", 12)]),
    st.sampled_from("$€£₸"),
)
def test_value_is_the_printed_number_times_its_scale(printed: Decimal, scale: tuple[str, int], sign: str) -> None:
    (found,) = amounts(f"It was {sign}{printed} {scale[0]} then.")
    assert found.value == number(found.lexical)[0] * found.scale == printed * 10 ** scale[1]
    assert found.decimals == number(found.lexical)[1] == 2


@given(st.integers(0, 10**12), st.sampled_from([",", " ", "\u00a0", "."]))
def test_thousands_are_read_whatever_stands_between_them(value: int, mark: str) -> None:
    assume(mark != "." or value >= 10**6)  # "1.234" is a decimal
    printed = f"{value:,}".replace(",", mark)
    assert [one.value for one in amounts(f"It weighs {printed} tonnes.")] == [Decimal(value)]


@given(st.text(st.sampled_from("0123456789 ,.-–+%$€()bntmilopercxUSD\u00a0\ue000"), max_size=60))
def test_spans_are_exact_and_apart_in_any_text(text: str) -> None:
    found = mentions(text)
    assert all(text[one.span.start : one.span.end] == one.span.text for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(isinstance(one.value, Amount) and isinstance(one.value.value, Decimal) for one in found)
