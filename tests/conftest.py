"""What all tests share: the graph of the input article, the command line, and golden files that `--update-golden` rewrites."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import kg
from kg.cli import main

settings.register_profile("laws", deadline=None)  # machines are shared and noisy: no test is timed
settings.load_profile("laws")
ROOT = Path(__file__).parents[1]
Command = Callable[..., subprocess.CompletedProcess[str]]


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a background job ignores Ctrl-C, and so would the processes that tests interrupt
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden files and the outputs printed in the README")


@pytest.fixture(scope="session")
def seeds() -> Path:
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def seed_graph(seeds: Path) -> Iterator[kg.Graph]:
    """The graph of the input article, in memory; tests must not change it."""
    with kg.build(seeds) as graph:
        yield graph


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `kg` in a folder of its own, within this process: models and tables are loaded once for all tests."""

    def run(*arguments: str | Path, stdin: str = "", cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        line = [*map(str, arguments)]
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8"))
            patch.setattr("sys.stdout", out)
            patch.setattr("sys.stderr", err)
            with pytest.raises(SystemExit) as ended:
                main(line)
        told = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
        return subprocess.CompletedProcess(line, int(ended.value.code or 0), *told)

    return run


@pytest.fixture
def process(tmp_path: Path) -> Command:
    """Runs `kg` as a process of its own in a folder of its own."""

    def run(*arguments: str | Path, stdin: str = "", cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "kg.cli", *map(str, arguments)]
        return subprocess.run(line, cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=300)

    return run
