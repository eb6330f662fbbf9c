"""Commands of `kg`: their table, loaded only when called, and the exit codes of their errors."""

from __future__ import annotations

import os
import sys
from importlib import import_module

import click

from kg import __version__
from kg.errors import KgError

# command → its line in `kg --help`; the command itself is `command` in kg/cli/NAME.py and is imported when it is run.
COMMANDS: dict[str, str] = {
    "build": "Read articles into the graph.",
    "articles": "List the articles of the store.",
    "show": "Show everything an article states, or all that is known of someone.",
    "query": "Ask the graph a named query, or SPARQL.",
    "queries": "List the named queries.",
    "path": "Show how two parties are linked, hop by hop.",
    "view": "Write and open the interactive graph.",
    "export": "Write the graph as Turtle, JSON-LD, GraphML, CSV or HTML.",
    "check": "Check the graph against its shapes and the laws of evidence.",
    "audit": "Check the arithmetic of printed figures.",
    "chart": "Draw printed figures over time.",
    "remove": "Withdraw articles from the store.",
    "reject": "Reject a claim for good, or confirm it.",
    "evaluate": "Score the reading of an annotated corpus, per query and per rule.",
}

EPILOG = """\b
First steps:
  kg build seeds/                read articles into the store dateline.kg
  kg query officials             who holds which post, with the words that say so
  kg show seed                   everything one article states

Exit codes: 0 all well, 1 some articles were skipped or break a law, 2 the command could not start."""


class LazyGroup(click.Group):
    """A group that imports a command's module only when the command is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"kg.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="kg")
def kg() -> None:
    """Diplomatic and trade news as a knowledge graph in which every fact points at the words that prove it."""


def main(arguments: list[str] | None = None) -> None:
    """Run `kg`: exits 0, 1 or 2 as the errors say, 130 on Ctrl-C."""
    try:
        code = kg.main(arguments, prog_name="kg", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except KgError as error:
        click.echo(f"kg: {_plain(str(error))}", err=True)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("kg: interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)


def _plain(text: str) -> str:
    """Without the control characters of a hostile file name or article."""
    return "".join(c if c.isprintable() else " " for c in text)
