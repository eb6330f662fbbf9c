"""The errors a user can meet, each with where it happened and what to do.

KgError
├── SetupError        the command cannot start (missing file, locked store, unknown query): exit 2
├── DocumentError     one article cannot be read or analysed: it is skipped and named: exit 1
└── ConformanceError  the graph of one article breaks a law: it is not written, the others are: exit 1
"""

from __future__ import annotations


class KgError(Exception):
    """Something the user can act on: `message` says what, `where` names the file or article, `hint` the remedy."""

    exit_code = 2

    def __init__(self, message: str, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.where, self.hint = message, where, hint

    def __str__(self) -> str:
        head = f"{self.where}: {self.message}" if self.where else self.message
        return f"{head} ({self.hint})" if self.hint else head


class SetupError(KgError):
    """The command cannot start."""


class DocumentError(KgError):
    """One article cannot be read; the others go on."""

    exit_code = 1


class ConformanceError(KgError):
    """The graph of one article breaks a law and is not written; the others are."""

    exit_code = 1
