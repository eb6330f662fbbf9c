"""Dates: what each printed form resolves to, on what basis, and that nothing is invented."""

from __future__ import annotations

import calendar
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.mentions.dates import find
from kg.model import Analysis, Document, Mention, Sentence, When

PUBLISHED = date(2024, 2, 15)  # a Thursday


def mentions(text: str, published: date | None = PUBLISHED) -> list[Mention]:
    document = Document("a", text, published=published)
    return find(Analysis(document, (Sentence(document.span(0, len(text)), ()),)))


def values(text: str, published: date | None = PUBLISHED) -> list[str]:
    return [one.value.iso if isinstance(one.value, When) else "" for one in mentions(text, published)]


@pytest.mark.parametrize(
    ("text", "iso", "basis"),
    [
        ("They met on 27 February 2017.", "2017-02-27", "stated"),
        ("They met on February 27, 2017, in Riga.", "2017-02-27", "stated"),
        ("The summit of 2017-02-27 failed.", "2017-02-27", "stated"),
        ("They met on January 29–30.", "2024-01-29/2024-01-30", "year inferred"),
        ("They met from 29 to 30 January.", "2024-01-29/2024-01-30", "year inferred"),
        ("The talks ran from 29 December to 2 January.", "2023-12-29/2024-01-02", "year inferred"),
        ("They met in November.", "2023-11", "year inferred"),
        ("The summit will be held in November.", "2024-11", "year inferred"),
        ("From January through November 2023 it rose.", "2023-01/2023-11", "stated"),
        ("It rose in January-November 2023.", "2023-01/2023-11", "stated"),
        ("It rose between July and December 2000.", "2000-07/2000-12", "stated"),
        ("It rose from November 2022 to January 2023.", "2022-11/2023-01", "stated"),
        ("In the third quarter of 2023 it rose.", "2023-07/2023-09", "stated"),
        ("In Q3 2023 it rose.", "2023-07/2023-09", "stated"),
        ("In the first half it rose.", "2023-01/2023-06", "year inferred"),
        ("In the first ten months of 2023 it rose.", "2023-01/2023-10", "stated"),
        ("For the 11 months of 2022 it rose.", "2022-01/2022-11", "stated"),
        ("It rose from 2018 to 2022.", "2018/2022", "stated"),
        ("A pact for 2005–2009 was signed.", "2005/2009", "stated"),
        ("It rose in the six months to June.", "2023-01/2023-06", "year inferred"),
        ("It rose in the nine months through September 2022.", "2022-01/2022-09", "stated"),
        ("It rose in the quarter ended June 30, 2023.", "2023-04/2023-06", "stated"),
        ("It rose in the period to September.", "2023-01/2023-09", "year inferred"),
        ("It rose in the year ended March 31, 2023.", "2022-04/2023-03", "stated"),
        ("It rose in April-March 2020-21.", "2020-04/2021-03", "stated"),
        ("It rose in July-May 2020-21.", "2020-07/2021-05", "stated"),
        ("It rose in April-December 2020-21.", "2020-04/2020-12", "stated"),
        ("It fell in November due to the strike.", "2023-11", "year inferred"),
        ("It rose in July of FY24.", "2023-07", "stated"),
        ("It rose in March FY24.", "2024-03", "stated"),
        ("It rose in the first month of 2023.", "2023-01", "stated"),
        ("It rose in the 12 months leading up to June.", "2022-07/2023-06", "year inferred"),
        ("The May trade surplus rose.", "2023-05", "year inferred"),
        ("They had expected a surplus in May.", "2023-05", "year inferred"),
        ("In the 1990s it rose.", "1990/1999", "stated"),
        ("It should double by 2030.", "2030", "stated"),
        ("It rose last year.", "2023", "relative"),
        ("It rose in March last year.", "2023-03", "relative"),
        ("They met yesterday.", "2024-02-14", "relative"),
        ("They met last night.", "2024-02-14", "relative"),
        ("Talks will open later this month.", "2024-02", "relative"),
        ("They met on Wednesday to discuss trade.", "2024-02-14", "relative"),
        ("They flew to Riga on Friday to attend a fair.", "2024-02-09", "relative"),
        ("They agreed to meet on Friday.", "2024-02-16", "relative"),
        ("Envoys to meet on Friday.", "2024-02-16", "relative"),
        ("They met last week.", "2024-02-05/2024-02-11", "relative"),
        ("They met two years ago.", "2022", "relative"),
        ("It rose over the past ten years.", "2014-02/2024-02", "relative"),
        ("In the fiscal year that ended on March 31, 2023, it rose.", "2022-04/2023-03", "stated"),
        ("In the last Iranian year (March 21, 2022 - March 20, 2023) it rose.", "2022-03-21/2023-03-20", "stated"),
    ],
)
def test_a_printed_date_resolves(text: str, iso: str, basis: str) -> None:
    found = mentions(text)
    assert len(found) == 1
    assert isinstance(found[0].value, When)
    assert (found[0].value.iso, found[0].value.basis) == (iso, basis)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("He said on Monday that the law will change.", "2024-02-12"),
        ("The ministers will meet in Riga on Monday, the embassy said.", "2024-02-19"),
        ("On Friday, the ministers will sign the pact.", "2024-02-16"),
        ("On Thursday they met.", "2024-02-15"),
        ("They met last Thursday.", "2024-02-08"),
        ("They meet next Thursday.", "2024-02-22"),
        ("They met on Monday, February 12.", "2024-02-12"),
    ],
)
def test_a_weekday_is_read_by_the_tense_of_its_clause(text: str, iso: str) -> None:
    assert values(text) == [iso]


@pytest.mark.parametrize(
    "text", ["They met on Monday.", "It rose last year.", "They met on February 27.", "In the first half it rose.", "They met today."]
)
def test_nothing_is_invented_without_a_publication_date(text: str) -> None:
    assert values(text, None) == [""]


@pytest.mark.parametrize("text", ["It rose against the same period.", "It fell from a year earlier.", "Exports for the above period rose."])
def test_an_anaphor_is_a_mention_without_a_value(text: str) -> None:
    assert values(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "Some 2024 people came.",
        "Over 40 billion was spent.",
        "May I ask Theresa May?",
        "They signed it on the eve.",
        "It began at 10:30.",
        "The $2023 fee was paid to all 2020 troops.",
        "Mondays are dull.",
    ],
)
def test_numbers_and_names_are_no_dates(text: str) -> None:
    assert values(text) == []


def test_an_impossible_day_is_kept_as_printed() -> None:
    (found,) = mentions("It happened on February 30, 2020.")
    assert found.value is None
    assert found.span.text == "February 30, 2020"


def test_a_period_that_ends_before_it_starts_has_no_value() -> None:
    assert values("from May 2023 to January 2022") == [""]


@given(st.dates(date(1900, 1, 1), date(2090, 12, 31)), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{y}-{n:02}-{d:02}", "{d} of {m} {y}"]))
def test_a_full_date_is_itself_whatever_the_order(day: date, form: str) -> None:
    printed = form.format(d=day.day, m=calendar.month_name[day.month], y=day.year, n=day.month)
    assert values(f"They met on {printed}.", None) == [day.isoformat()]


@given(
    st.text(st.sampled_from("0123456789 ,.-–/()'JanuryMayMondthsqetfoil19%\n"), max_size=80),
    st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2090, 1, 1))),
)
def test_spans_are_exact_and_apart_in_any_text(text: str, published: date | None) -> None:
    found = mentions(text, published)
    assert all(text[one.span.start : one.span.end] == one.span.text for one in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(one.value.start <= one.value.end or len(one.value.start) != len(one.value.end) for one in found if isinstance(one.value, When))


def test_a_day_without_a_year_takes_that_of_the_next_day_in_its_sentence() -> None:
    assert values("He came to Oslo on 4 April and to Riga on 6-7 April 2016.", None) == ["2016-04-04", "2016-04-06/2016-04-07"]
    assert values("He came on 4 April. He left on 6 April 2016.", None)[-1] == "2016-04-06"
