"""Files, folders and streams: found in a stable order, the bad ones named, the good ones read."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from kg.documents import READERS, distinct, read
from kg.documents.formats import guess
from kg.errors import DocumentError, SetupError
from kg.model import Document

LINE = '{"id": "l", "text": "From a line."}\n'


def test_every_format_has_a_module_with_a_reader_and_suffixes_of_its_own() -> None:
    modules = {path.stem for path in Path(__file__).parents[2].joinpath("kg", "documents").glob("*.py")}
    assert {one.module.rpartition(".")[2] for one in READERS} <= modules
    suffixes = [suffix for one in READERS for suffix in one.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for one in READERS:
        assert callable(one.reader())


def test_a_folder_is_read_by_name_with_its_subfolders_and_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/.hidden.txt", ".git/c.txt", "notes.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.")
    (tmp_path / "c.jsonl").write_text(LINE)
    assert [one.id for one in read(tmp_path)] == ["b", "l", "z"]


def test_gzipped_lines_are_read_and_a_broken_end_costs_only_what_is_behind_it(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(n), "text": f"{n} " + "x" * 500}) + "\n" for n in range(400))
    whole = gzip.compress(lines.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole)
    assert len(list(read(tmp_path / "a.jsonl.gz"))) == 400
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) * 2 // 3])
    errors: list[DocumentError] = []
    found = list(read(tmp_path / "a.jsonl.gz", errors.append))
    assert 0 < len(found) < 400
    assert "gzip" in errors[-1].message


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (LINE.encode(), "From a line."),
        (gzip.compress(LINE.encode()), "From a line."),
        (b'{\n "text": "From an object."\n}', "From an object."),
        (b'[{"text": "From a list."}]', "From a list."),
        (b"---\nid: x\n---\nFrom text.", "From text."),
        (b"Bare text.", "Bare text."),
    ],
)
def test_a_stream_is_read_by_what_it_begins_with(data: bytes, expected: str) -> None:
    assert [one.text for one in read(io.BytesIO(data))] == [expected]


def test_a_page_is_known_by_its_first_tag() -> None:
    assert guess(b"\n<!DOCTYPE html><html>").name == "html"


def test_a_missing_path_and_an_empty_folder_stop_the_command(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(SetupError) as caught:
            list(read(path))
        assert str(path) in str(caught.value)
        assert caught.value.hint


def test_a_file_of_an_unknown_kind_is_named_and_not_guessed(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(DocumentError, match=r"no reader for \.pdf files"):
        list(read(tmp_path / "scan.pdf"))


def test_an_unreadable_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "b.txt").write_text("Text.")
    errors: list[DocumentError] = []
    assert [one.id for one in read(tmp_path, errors.append)] == ["b"]
    assert [error.where for error in errors] == [str(tmp_path / "a.txt")]


def test_an_article_given_twice_counts_once_and_another_with_its_id_is_refused() -> None:
    errors: list[DocumentError] = []
    one, other = Document("x", "A."), Document("x", "B.")
    assert list(distinct([one, one, other, Document("y", "C.")], errors.append)) == [one, Document("y", "C.")]
    assert [error.where for error in errors] == ["x"]


@pytest.mark.parametrize("shape", ["{}", '{{"text": "{}"}}', '[{{"text": "{}"}}]', '{{"text": "{}"}}\n{{"text": "Another."}}'])
def test_articles_of_a_stream_without_a_name_are_called_after_their_words(shape: str) -> None:
    one, other, again = ([found.id for found in read(io.BytesIO(shape.format(text).encode()))] for text in ("It rained.", "It snowed.", "It rained."))
    assert one[0] == again[0] != other[0]
    assert all(name.startswith("stdin-") and len(name) == 14 for name in one + other)
