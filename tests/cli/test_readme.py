"""The README: its Python runs, its commands run and print what is printed there (`--update-golden` rewrites that)."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

README = Path(__file__).parents[2] / "README.md"
Command = Callable[..., subprocess.CompletedProcess[str]]


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, seeds: Path) -> Path:
    (tmp_path / "seeds").symlink_to(seeds)
    return tmp_path


@pytest.mark.parametrize("block", blocks("python"))
def test_the_python_runs(block: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    exec(compile(block, str(README), "exec"), {})


def test_the_commands_print_what_is_printed(command: Command, folder: Path, request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    for block in blocks("console"):
        played = []
        for line in (line for line in block.splitlines() if line.startswith("$ ")):
            done = command(*shlex.split(line.removeprefix("$ kg ")), cwd=folder)
            assert done.stderr == "", line
            played.append(f"{line}\n{done.stdout}")
        text = text.replace(block, "\n".join(played))
    if request.config.getoption("--update-golden"):
        README.write_text(text, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == text


def test_every_command_is_in_the_table() -> None:
    from kg.cli.commands import COMMANDS

    text = README.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if not re.search(rf"^\| `kg {name}\b", text, re.MULTILINE)] == []
    listed = set(re.findall(r"^\| `kg (\w+)", text, re.MULTILINE))
    assert listed == set(COMMANDS)
