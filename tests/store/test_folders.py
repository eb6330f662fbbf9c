"""The folder of a store: its lock, its format, its refusals, and what survives when the power goes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from kg import iri
from kg.errors import SetupError
from kg.model import ArticleGraph
from kg.store import Store

PRELUDE = """
import os, resource, sys
from kg.model import ArticleGraph
from kg.store import Store
from kg.errors import SetupError

def graph(article, size=40):
    lines = [f'<https://example.org/{article}> <https://example.org/says> "{article} {n} {"x" * 40}" .' for n in range(size)]
    lines.append('<https://example.org/all> <https://example.org/share> "this" .')
    return ArticleGraph.of(article, "1", f"https://w3id.org/dateline/graph/article/{article}/1", lines)
"""


def child(code: str, *arguments: str) -> subprocess.Popen[str]:
    text = PRELUDE + textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", text, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def graph(article: str, *values: str) -> ArticleGraph:
    lines = [f'<https://example.org/{article}> <https://example.org/says> "{value}" .' for value in values]
    return ArticleGraph.of(article, "1", f"{iri.BASE}graph/article/{article}/1", lines)


def whole(path: Path, size: int) -> list[str]:
    """The articles of the store after checking that each is whole and the default graph is their union."""
    with Store.open(path, read_only=True) as store:
        articles = store.articles()
        union = set().union(*(store.triples(article) for article in articles))
        assert all(len(store.triples(article)) == size + 1 for article in articles)
        assert store.triples() == sorted(union)
        return articles


def test_a_store_opens_again_with_what_was_put_in(tmp_path: Path) -> None:
    with Store.open(tmp_path / "deep" / "store") as store:
        store.add([graph("a", "x", "y")])
    with Store.open(tmp_path / "deep" / "store", read_only=True) as store:
        assert len(store) == 2
        with pytest.raises(ValueError, match="for reading"):
            store.remove("a")
    with pytest.raises(ValueError, match="closed"):
        store.triples()


def test_reading_where_nothing_is_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="kg build"):
        Store.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_file_and_a_strangers_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SetupError, match="a file"):
        Store.open(tmp_path / "file")
    with pytest.raises(SetupError, match="something else"):
        Store.open(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("mark", ["dateline 999\n", "", "dateline one", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1")])
def test_a_newer_or_unreadable_format_is_refused(tmp_path: Path, mark: str) -> None:
    with Store.open(tmp_path / "s") as store:
        store.add([graph("a", "x")])
    (tmp_path / "s" / "format").write_text(mark, encoding="latin-1")
    for read_only in (False, True):
        with pytest.raises(SetupError, match=r"newer|cannot be read"):
            Store.open(tmp_path / "s", read_only)


def test_a_writer_locks_others_out_and_readers_share(tmp_path: Path) -> None:
    path = tmp_path / "s"
    holder = child("with Store.open(sys.argv[1], sys.argv[2] == 'r') as s:\n print('open', flush=True); sys.stdin.read()", str(path), "w")
    assert holder.stdout is not None and holder.stdout.readline() == "open\n"
    for read_only in (True, False):
        with pytest.raises(SetupError, match="in use by another process"):
            Store.open(path, read_only)
    holder.communicate()
    with Store.open(path) as store:
        store.add([graph("a", "x")])
    reader = child("with Store.open(sys.argv[1], True) as s:\n print('open', flush=True); sys.stdin.read()", str(path))
    assert reader.stdout is not None and reader.stdout.readline() == "open\n"
    with Store.open(path, read_only=True) as store:
        assert store.articles() == ["a"]
    with pytest.raises(SetupError, match="in use"):
        Store.open(path)
    reader.communicate()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become another user")
def test_no_permission_is_said(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s") as store:
        store.add([graph("a", "x")])
    (tmp_path / "s").chmod(0o700)
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents:
        if parent.name.startswith("pytest-"):
            parent.chmod(0o755)
    code = "os.setuid(65534)\ntry: Store.open(sys.argv[1], sys.argv[2] == 'r')\nexcept SetupError as error: print(error)"
    for mode in "rw":
        said, complaint = child(code, str(tmp_path / "s"), mode).communicate()
        assert "no permission" in said, complaint
    said, complaint = child(code, str(tmp_path / "new"), "w").communicate()
    assert "no permission" in said, complaint


@pytest.mark.parametrize("size", [40, 400])
def test_killed_while_writing_leaves_whole_articles(tmp_path: Path, size: int) -> None:
    """400 triples an article go through the bulk loader in batches, 40 one by one through the log."""
    path = tmp_path / "s"
    code = """
    size = int(sys.argv[2])
    with Store.open(sys.argv[1]) as store:
        print("open", flush=True)
        first = len(store.articles())
        for n in range(first, 100_000, 30):
            store.add(graph(f"a{m}", size) for m in range(n, n + 30))
            print(n, flush=True)
    """
    kept = 0
    for written in (0, 1, 3):
        process = child(code, str(path), str(size))
        assert process.stdout is not None
        for _ in range(written + 1):
            assert process.stdout.readline()
        process.kill()
        process.communicate()
        articles = whole(path, size) if written else []
        assert len(articles) >= kept + 30 * written
        kept = len(articles)
    with Store.open(path):
        assert not list((path / "data").glob("bulk-*.sst")), "the next writer sweeps half-written files"


def test_interrupted_while_reading_articles_keeps_the_whole_ones(tmp_path: Path) -> None:
    path = tmp_path / "s"
    code = """
    def source():
        for n in range(10):
            yield graph(f"a{n}")
        print("ten", flush=True)
        sys.stdin.read()
    with Store.open(sys.argv[1]) as store:
        store.add(source())
    """
    process = child(code, str(path))
    assert process.stdout is not None and process.stdout.readline() == "ten\n"
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate()
    assert "KeyboardInterrupt" in complaint
    assert len(whole(path, 40)) == 10


@pytest.mark.parametrize("size", [40, 4000])
def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path, size: int) -> None:
    path = tmp_path / "s"
    code = """
    size = int(sys.argv[2])
    with Store.open(sys.argv[1]) as store:
        store.add([graph("first", size)])
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
    done = 0
    try:
        with Store.open(sys.argv[1]) as store:
            for n in range(1000):
                store.add([graph(f"a{n}", size)] if size == 40 else [graph(f"a{n}.{m}", size) for m in range(4)])
                done += 1
    except SetupError as error:
        print(done, error)
    """
    said, complaint = child(code, str(path), str(size)).communicate()
    assert "the disk is full" in said, complaint
    written = int(said.split()[0]) * (1 if size == 40 else 4)
    assert len(whole(path, size)) >= 1 + written


def test_writing_often_leaves_no_litter(tmp_path: Path) -> None:
    for n in range(12):
        with Store.open(tmp_path / "s") as store:
            store.add([graph(f"a{n}", "x")])
    assert len([entry for entry in (tmp_path / "s" / "data").iterdir() if entry.name.startswith("LOG.old")]) <= 1
