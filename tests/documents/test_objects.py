"""JSON files: an article or a list of them."""

from __future__ import annotations

import io

from kg.documents.objects import read
from kg.errors import DocumentError
from kg.model import Document


def found(text: str) -> list[Document | DocumentError]:
    return list(read(io.BytesIO(text.encode()), "a.json", "a"))


def test_one_object_is_one_article_named_after_its_file() -> None:
    assert found('{\n "text": "A.",\n "title": "T"\n}') == [Document("a", "A.", "T")]


def test_a_list_gives_its_articles_and_names_its_bad_items() -> None:
    first, second, third = found('[{"text": "A."}, {"title": "no text"}, {"id": "c", "text": "C."}]')
    assert (first, third) == (Document("a-1", "A."), Document("c", "C."))
    assert isinstance(second, DocumentError)
    assert str(second) == 'a.json, item 2: no "text" field (put the article into the field "text")'


def test_what_is_not_json_is_named() -> None:
    for text in ('{"text": ', "[" * 200_000, "", "42", "[]"):
        (error,) = found(text)
        assert isinstance(error, DocumentError), text
        assert error.where == "a.json"
