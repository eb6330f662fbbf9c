"""`kg export`: the graph as files for people and for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import article_option, opened, store_option
from kg.cli.screens import line, on_terminal, safe
from kg.exports import EXPORTERS


@click.command()
@click.option("--format", "form", type=click.Choice(list(EXPORTERS)), help="[default: what the file's suffix says, else turtle]")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write  [default: standard output]")
@article_option
@store_option
def command(form: str | None, output: Path | None, article: str | None, store: Path) -> None:
    """Write the graph, or what one article says, as one file.

    \b
    Examples:
      kg export -o graph.ttl
      kg export -o graph.html --article seed
      kg export --format csv -o tables.zip
      kg export --format nquads | gzip > graph.nq.gz

    \b
    Formats:
      FORMATS
    """
    from kg.exports import export

    form = form or _format_of(output)
    if EXPORTERS[form].suffix == ".zip" and output is None and on_terminal():
        raise click.UsageError("this format is a zip file: name it with -o tables.zip")
    with opened(store) as graph:
        data = export(graph, form, article)
    if output is not None:
        write(output, data)
    elif on_terminal():
        click.echo("\n".join(map(safe, data.decode("utf-8").splitlines())))
    else:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


command.help = (command.help or "").replace("FORMATS", "\n      ".join(f"{one.name:10} {one.holds}" for one in EXPORTERS.values()))


def _format_of(output: Path | None) -> str:
    """The first format whose files end so, turtle if none does."""
    suffix = output.suffix.casefold() if output else ""
    return next((one.name for one in EXPORTERS.values() if one.suffix == suffix), "turtle")


def write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all, its folder made where missing."""
    from kg.errors import SetupError

    draft = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(data)
        draft.replace(file)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise SetupError(f"cannot be written: {error.strerror or error}", str(file), "name another file with -o") from None
    line(f"wrote {file} ({len(data):,} bytes)")
