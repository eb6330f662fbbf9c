"""The folder of a store: its format, its lock, and what the operating system's refusals mean to the user.

Readers share the lock and a writer has it alone, because the engine does not support reading beside another process's writes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import SetupError

FORMAT = 1
MARK, LOCK, DATA = "format", "lock", "data"
DRAFT = "format.part"

_MEANINGS = (
    (("no space left", "file too large", "quota exceeded"), "the disk is full", "free some space and try again: what was stored before is kept"),
    (("lock hold by", "while lock file", "temporarily unavailable"), "the store is in use by another process", "wait until it has ended"),
    (("permission denied", "read-only file system", "not permitted"), "no permission to use this store", "check the owner and mode of the folder"),
    (("too recent version",), "the store was written by a newer version", "upgrade dateline-kg"),
)  # fmt: skip


@contextmanager
def meaningful(where: str) -> Iterator[None]:
    """Turn the database's and the system's errors into a `SetupError` with a remedy."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        text = str(error).lower()
        for signs, message, hint in _MEANINGS:
            if any(sign in text for sign in signs):
                raise SetupError(message, where, hint) from error
        raise SetupError(f"the store does not work: {error}", where, "restore a copy, or remove the folder and build again") from error


def prepare(path: Path, read_only: bool) -> int:
    """Check (or, for writing, make) the folder and lock it. Returns the descriptor that holds the lock."""
    if path.exists() and not path.is_dir():
        raise SetupError("this is a file, not the folder of a store", str(path), "name a folder with --store")
    with meaningful(str(path)):
        if not read_only:
            _make(path)
        elif not (path / MARK).is_file():
            raise SetupError("there is no store here", str(path), "build one first with `kg build`, or name another folder with --store")
        _demand_known_format(path)
        lock = _locked(path, read_only)
    return lock


def _make(path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)
    if (path / MARK).exists():
        return
    if strangers := sorted(entry.name for entry in path.iterdir() if entry.name not in (LOCK, DRAFT)):
        raise SetupError(f"the folder holds something else ({strangers[0]})", str(path), "name an empty or new folder with --store")
    (path / LOCK).touch()
    (path / DRAFT).write_text(f"dateline {FORMAT}\n", encoding="ascii")
    (path / DRAFT).replace(path / MARK)


def _demand_known_format(path: Path) -> None:
    words = (path / MARK).read_text(encoding="utf-8", errors="replace").split()
    if len(words) != 2 or words[0] != "dateline" or not words[1].isdecimal():
        raise SetupError("the format mark of this store cannot be read", str(path / MARK), "restore a copy, or build again in another folder")
    if int(words[1]) > FORMAT:
        raise SetupError(
            f"the store has format {words[1]}, newer than {FORMAT}, the newest that this version reads", str(path), "upgrade dateline-kg"
        )


def _locked(path: Path, read_only: bool) -> int:
    descriptor = os.open(path / LOCK, os.O_RDONLY if read_only else os.O_RDWR | os.O_CREAT, 0o644)
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if read_only else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise SetupError("the store is in use by another process", str(path), "wait until it has ended") from None
    return descriptor


def sweep(path: Path) -> None:
    """Remove what earlier writers have left behind: files of a load killed half-way, and the engine's old logs of its doings.
    Only the holder of the writer's lock may."""
    for pattern in ("bulk-*.sst", "LOG.old.*"):
        for leftover in (path / DATA).glob(pattern):
            leftover.unlink()
