"""What can go wrong under a running command: Ctrl-C, another process, a newer store, a full disk. Nothing stored is lost."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.store import Store

Command = Callable[..., subprocess.CompletedProcess[str]]
ARTICLE = "Foreign Minister of Latvia Anna Ozola met with Foreign Minister of Estonia Mart Kask in Riga on Tuesday, the ministry said."


def lines(first: int, last: int) -> str:
    return "".join(json.dumps({"id": f"{n:05}", "text": ARTICLE.replace("Tuesday", f"May {n}"), "language": "en"}) + "\n" for n in range(first, last))


def files(folder: Path) -> set[str]:
    """The files of the database: their names change when it is opened for writing."""
    return {path.name for path in (folder / "dateline.kg" / "data").iterdir()}


def test_ctrl_c_leaves_a_store_of_whole_articles_that_opens_again(tmp_path: Path, command: Command) -> None:
    (tmp_path / "first.jsonl").write_text(lines(0, 3))
    assert command("build", "first.jsonl").returncode == 0
    before = set(command("query", "coverage", "--format", "csv").stdout.splitlines())
    line, untouched = [sys.executable, "-m", "kg.cli", "build", "-"], files(tmp_path)
    with subprocess.Popen(line, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdin is not None
        running.stdin.write(lines(3, 60))
        running.stdin.flush()  # the build waits for more when it is interrupted
        while files(tmp_path) == untouched:
            assert running.poll() is None
            time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate()
        assert running.returncode == 130, told
    assert told.strip() == "kg: interrupted"
    with Store.open(tmp_path / "dateline.kg", read_only=True) as store:
        found = store.articles()
        sizes = {len(store.triples(article)) for article in found if article > "00009"}
    assert len(found) >= 3
    assert len(sizes) <= 1  # all are the same article but for the day
    assert before <= set(command("query", "coverage", "--format", "csv").stdout.splitlines())
    assert command("build", "first.jsonl").stdout.startswith("dateline.kg: 0 new, 3 unchanged")


def test_a_store_in_use_is_named_and_left_alone(command: Command, process: Command, tmp_path: Path) -> None:
    assert command("build", "-", stdin=ARTICLE).returncode == 0
    with Store.open(tmp_path / "dateline.kg"):
        done = process("build", "-", stdin="It rained.")
    assert (done.returncode, done.stdout) == (2, "")
    assert "in use by another process" in done.stderr
    assert command("build", "-", stdin=ARTICLE).stdout.startswith("dateline.kg: 0 new, 1 unchanged")


def test_a_store_of_a_newer_version_is_refused(command: Command, tmp_path: Path) -> None:
    command("build", "-", stdin=ARTICLE)
    (tmp_path / "dateline.kg" / "format").write_text("dateline 99\n")
    for arguments in (["build", "-"], ["query", "officials"], ["export"]):
        done = command(*arguments, stdin=ARTICLE)
        assert done.returncode == 2
        assert "newer" in done.stderr
        assert "upgrade" in done.stderr


def test_a_full_disk_loses_nothing_that_was_stored(command: Command, tmp_path: Path) -> None:
    command("build", "-", stdin=ARTICLE)
    (tmp_path / "more.jsonl").write_text(lines(0, 40))
    line = [sys.executable, "-m", "kg.cli", "build", "more.jsonl"]

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, preexec_fn=small_files)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert "the disk is full" in done.stderr
    assert command("articles").stdout.splitlines()[1].startswith("stdin-")
    assert command("build", "more.jsonl").returncode == 0
    assert len(command("articles").stdout.splitlines()) == 42
