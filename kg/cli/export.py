"""`kg export`: the graph as files for people and for other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kg.cli.options import article_option, opened, store_option
from kg.cli.screens import line, on_terminal, safe
from kg.exports import EXPORTERS


@click.command()
@click.option("--format", "form", type=click.Choice(list(EXPORTERS)), default="turtle", show_default=True, help="The format to write.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="The file to write  [default: standard output]")
@article_option
@store_option
def command(form: str, output: Path | None, article: str | None, store: Path) -> None:
    """Write the graph, or what one article says, as one file.

    \b
    Examples:
      kg export --format turtle -o graph.ttl
      kg export --format html -o graph.html --article seed
      kg export --format csv -o tables.zip
      kg export --format nquads | gzip > graph.nq.gz

    \b
    Formats:
      FORMATS
    """
    from kg.exports import export

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
