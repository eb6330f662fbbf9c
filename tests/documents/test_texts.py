"""Text files: front matter, headlines and headers come off, the text stays as it stands."""

from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.texts import read
from kg.errors import DocumentError
from kg.model import Document

BODY = "RIGA, Latvia, March 3. The ministers met.\n\nThey agreed to meet again."


def document(text: str) -> Document:
    (found,) = read(io.BytesIO(text.encode()), "a.txt", "a")
    assert isinstance(found, Document), found
    return found


def error(data: bytes) -> DocumentError:
    (found,) = read(io.BytesIO(data), "a.txt", "a")
    assert isinstance(found, DocumentError), found
    return found


def test_front_matter_gives_the_fields_and_leaves_the_dateline_in_the_text() -> None:
    found = document(f"---\nid: riga-1\nurl: https://example.org/1\npublished: 2021-03-03\nplace: 'Riga'\nsection: world\n---\n{BODY}\n")
    assert found == Document("riga-1", BODY, url="https://example.org/1", published=date(2021, 3, 3), place="Riga")


def test_text_without_front_matter_takes_its_name_from_the_file() -> None:
    assert document(BODY) == Document("a", BODY)


@pytest.mark.parametrize("header", [" date 2021-03-03 ", "Date: 2021-03-03\n\n", "2021-03-03\n"])
def test_an_agency_header_is_the_publication_day_and_no_part_of_the_text(header: str) -> None:
    found = document(header + BODY)
    assert (found.published, found.text) == (date(2021, 3, 3), BODY)


def test_a_sentence_that_opens_with_a_date_is_no_header() -> None:
    text = "2021-03-03 was the day on which the treaty entered into force."
    assert document(text) == Document("a", text)


@pytest.mark.parametrize("head", ["# Ministers meet in Riga\n\n", "Ministers meet in Riga\n\n"])
def test_a_headline_above_the_text_is_the_title(head: str) -> None:
    found = document(head + BODY)
    assert (found.title, found.text) == ("Ministers meet in Riga", BODY)


def test_a_first_sentence_is_no_headline() -> None:
    text = "The ministers met in Riga.\n\nThey agreed to meet again."
    assert document(text) == Document("a", text)


def test_windows_line_ends_and_a_byte_order_mark_leave_no_trace() -> None:
    (found,) = read(io.BytesIO(b"\xef\xbb\xbf---\r\nid: x\r\n---\r\nOne line.\r\n\r\nAnother.\r\n"), "a.txt", "a")
    assert found == Document("x", "One line.\n\nAnother.")
    (wide,) = read(io.BytesIO("Élan. Łódź.".encode("utf-16")), "a.txt", "a")
    assert wide == Document("a", "Élan. Łódź.")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty file"),
        (b" \n\t\n", "empty file"),
        (b"\x89PNG\r\n\x00\x00\x01", "a binary file"),
        ("Møde i København.".encode("latin-1"), "not UTF-8 (byte 1)"),
        (b"---\nid: x\nThe text begins.", "front matter without an end"),
        (b"---\nid: x\nno colon here\n---\nText.", "front matter line 3"),
        (b"---\nid: x\n---\n\n", "no text"),
        (b"---\npublished: 15 February 2024\n---\nText.", "is not a date"),
        (b"---\npublished: 2024-02-31\n---\nText.", "is not a date"),
        (b"a " * 600_000, "characters in one article"),
    ],
)
def test_a_bad_file_is_named_with_its_remedy(data: bytes, says: str) -> None:
    found = error(data)
    assert says in found.message
    assert (found.where, found.exit_code) == ("a.txt", 1)
    assert found.hint


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(str.strip))
def test_whatever_stands_below_front_matter_is_kept(text: str) -> None:
    body = f"x{text}."
    assert document(f"---\nid: x\ntitle: t\n---\n{body}").text == body
