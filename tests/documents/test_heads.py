"""Heads: the day of a full dateline or date line is read; a date of the story, or one without a year, never is."""

from __future__ import annotations

import io
from datetime import date

import pytest

from kg.documents.heads import day_of_head
from kg.documents.texts import read
from kg.model import Document

STORY = "The ministers met on 1 May 2020 and agreed to meet again."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("ASTANA, October 28, 2025 - KAZINFORM. ", (2025, 10, 28)),
        ("New Delhi, 12 March 2026 (PTI): ", (2026, 3, 12)),
        ("MOSCOW, November 17, 2025. /TASS/. ", (2025, 11, 17)),
        ("TASHKENT. 23 October 2025. Trend News Agency. ", (2025, 10, 23)),
        ("BAKU, Azerbaijan, June 5, 2025. ", (2025, 6, 5)),
        ("Baku, 5 June 2025, AZERTAC\n\n", (2025, 6, 5)),
        ("WASHINGTON, D.C., Sept. 5, 2025 – ", (2025, 9, 5)),
        ("Published: 5 June 2025\n\n", (2025, 6, 5)),
        ("Published on Thursday, 5 June 2025\n", (2025, 6, 5)),
        ("5 June 2025 14:30 (UTC+04:00)\n\n", (2025, 6, 5)),
        ("Published: 2025-06-05 14:30\n\n", (2025, 6, 5)),
        ("Ministers meet in Riga again\nJune 5, 2025, 2:30 p.m.\n", (2025, 6, 5)),
    ],
)
def test_a_full_date_in_the_usual_heads_is_the_day(head: str, day: tuple[int, int, int]) -> None:
    assert day_of_head(head + STORY) == date(*day)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "ASTANA, October 28 - KAZINFORM. " + STORY,
        "In Riga, 5 June 2025 - the day of the treaty - was a holiday.",
        "On June 5, 2025, the ministers met.",
        "June 5, 2025 was the day on which the ministers met.",
        "The ministers met in Riga, June 5, 2025. They agreed.",
        "RIGA, June 31, 2025. The ministers met.",
        "Riga hosted them, 5 June 2025. They agreed.",
        "Updated: 5 June 2025\n\nThe ministers met.",
        "The ministers met. " * 7 + "\n\nRIGA, June 5, 2025. They met.",
    ],
)
def test_a_date_of_the_story_or_without_a_year_is_none(text: str) -> None:
    assert day_of_head(text) is None


@pytest.mark.parametrize("head", ["Published: 5 June 2025\n\n", "5 June 2025 14:30 (UTC+04:00)\n\n", "RIGA, June 5, 2025 - LETA\n\n"])
def test_a_head_is_published_and_no_title_and_the_text_stays_as_it_is(head: str) -> None:
    (found,) = read(io.BytesIO((head + STORY).encode()), "a.txt", "a")
    assert found == Document("a", head + STORY, published=date(2025, 6, 5))


def test_a_declared_day_stands_whatever_the_head_says() -> None:
    (found,) = read(io.BytesIO(f"---\ndate: 2025-06-06\n---\nRIGA, June 5, 2025. {STORY}".encode()), "a.txt", "a")
    assert isinstance(found, Document)
    assert found.published == date(2025, 6, 6)
    (titled,) = read(io.BytesIO(f"Ministers meet in Riga\n\nRIGA, June 5, 2025. {STORY}".encode()), "a.txt", "a")
    assert isinstance(titled, Document)
    assert (titled.title, titled.published) == ("Ministers meet in Riga", date(2025, 6, 5))
