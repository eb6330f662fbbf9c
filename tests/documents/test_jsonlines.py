"""JSON Lines: text byte for byte, one bad line costs one line."""

from __future__ import annotations

import io
import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.documents.jsonlines import read
from kg.errors import DocumentError
from kg.model import Document


def found(*lines: str | bytes) -> list[Document | DocumentError]:
    data = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(read(io.BytesIO(data), "a.jsonl", "a"))


def test_every_field_of_the_corpus_format_is_read() -> None:
    record = {"id": "7", "url": "https://e.org", "title": "T", "text": " A.\r\n", "published": "2024-02-15", "publisher": "P", "place": "Oslo"}
    assert found(json.dumps({**record, "language": "en", "licence": "CC0", "other": 1})) == [
        Document("7", " A.\r\n", "T", "https://e.org", "P", date(2024, 2, 15), "Oslo", "en", "CC0")
    ]


def test_nulls_are_unknown_and_numbers_may_name_an_article() -> None:
    assert found('{"id": 12, "text": "A.", "title": null, "published": null}') == [Document("12", "A.")]


def test_a_bad_line_is_named_and_the_others_are_read() -> None:
    lines = ['{"id": "1", "text": "A."}', "{oops", '{"id": "3"}', '{"id": "4", "text": 5}', "[]", b'{"text": "\xff"}', "", '{"text": "\\ud800"}']
    one, *errors, last = found(*lines, '{"text": "B.", "published": "2024-02-15T10:00:00Z"}')
    assert isinstance(one, Document)
    assert last == Document("a-9", "B.", published=date(2024, 2, 15))
    assert [error.where for error in errors if isinstance(error, DocumentError)] == [f"a.jsonl, line {n}" for n in (2, 3, 4, 5, 6, 8)]
    assert all(isinstance(error, DocumentError) and error.hint for error in errors)


def test_a_binary_file_is_given_up_at_once() -> None:
    (error,) = found(b"\x00\x01", '{"text": "A."}')
    assert isinstance(error, DocumentError)


def test_nesting_without_end_is_an_error_and_no_crash() -> None:
    (error,) = found("[" * 200_000)
    assert isinstance(error, DocumentError)


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip))
def test_text_is_kept_code_point_for_code_point(text: str) -> None:
    assert found(json.dumps({"id": "x", "text": text})) == [Document("x", text)]
