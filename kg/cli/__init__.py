"""The command line `kg`: one module a command, one row each in `kg.cli.commands.COMMANDS`."""

from __future__ import annotations

from kg.cli.commands import main

__all__ = ["main"]
