"""Web pages: main text and declared metadata, nothing guessed."""

from __future__ import annotations

import io
from datetime import date

import pytest

from kg.documents.pages import read
from kg.errors import DocumentError
from kg.model import Document

PARAGRAPHS = (
    "The Minister of Transport of Latvia, Anna Ozola, met her Estonian counterpart Mart Kask in Valga on Tuesday to discuss rail links.",
    "The ministers agreed to publish a joint timetable for cross-border trains before the end of the year, the ministry said.",
)
PAGE = """<!doctype html><html lang="en-GB"><head><title>Ministers meet | Baltic Wire</title>
<meta property="og:title" content="Ministers meet in Valga"><meta property="og:site_name" content="Baltic Wire">
<meta property="article:published_time" content="2023-05-09T08:00:00+03:00"><link rel="canonical" href="https://example.org/valga">
</head><body><nav><a href="/">Home</a> <a href="/2019/01/01/old">1 January 2019</a></nav>
<article><h1>Ministers meet in Valga</h1><p>{}</p><p>{}</p></article>
<script>alert("no text")</script><footer>All rights reserved 2011</footer></body></html>"""


def found(page: str) -> Document | DocumentError:
    (one,) = read(io.BytesIO(page.encode()), "valga.html", "valga")
    return one


def test_a_page_gives_its_text_in_paragraphs_and_what_its_metadata_declare() -> None:
    one = found(PAGE.format(*PARAGRAPHS))
    assert isinstance(one, Document)
    assert [part for part in one.text.split("\n\n") if part != one.title] == list(PARAGRAPHS)
    assert (one.title, one.publisher, one.published, one.language) == ("Ministers meet in Valga", "Baltic Wire", date(2023, 5, 9), "en")
    assert one.url == "https://example.org/valga"


def test_no_date_is_made_up_for_a_page_that_declares_none() -> None:
    page = PAGE.replace("2023-05-09T08:00:00+03:00", "").format(*PARAGRAPHS)
    one = found(page)
    assert isinstance(one, Document)
    assert one.published is None


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<html>\0\0</html>"])
def test_a_page_without_an_article_is_named(page: str) -> None:
    one = found(page)
    assert isinstance(one, DocumentError)
    assert one.where == "valga.html"
