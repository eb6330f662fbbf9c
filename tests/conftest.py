"""What all tests share: the graph of the input article, the command line, and golden files that `--update-golden` rewrites."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import kg

ROOT = Path(__file__).parents[1]
Command = Callable[..., subprocess.CompletedProcess[str]]


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
def command(tmp_path: Path) -> Command:
    """Runs `kg` as a process of its own in a folder of its own."""

    def run(*arguments: str | Path, stdin: str = "", cwd: Path = tmp_path) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "kg.cli", *map(str, arguments)]
        environment = {**os.environ, "PYTHONWARNINGS": "error", "COLUMNS": "120"}
        return subprocess.run(line, cwd=cwd, env=environment, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=300)

    return run
