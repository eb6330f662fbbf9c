"""Changes to the store: texts that the engine takes in one transaction each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pyoxigraph as ox

DEFAULT = ""  # the name of the default graph in a change


@dataclass(slots=True)
class Change:
    """What one transaction does: graphs to drop, triples to delete and to insert, by graph ("" is the default graph)."""

    drops: list[str] = field(default_factory=list)
    deletes: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    inserts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def update(self) -> str:
        """The SPARQL update that does it: drops, then deletions, then insertions."""
        parts = [f"DROP SILENT GRAPH {ox.NamedNode(graph)}" for graph in self.drops]
        parts += [
            f"{verb} DATA {{\n{_quads(found)}\n}}" for verb, found in (("DELETE", self.deletes), ("INSERT", self.inserts)) if any(found.values())
        ]
        return " ;\n".join(parts)


def _quads(triples: dict[str, list[str]]) -> str:
    blocks = []
    for graph, lines in sorted(triples.items()):
        body = "\n".join(lines)
        blocks.append(f"GRAPH {ox.NamedNode(graph)} {{\n{body}\n}}" if graph and lines else body)
    return "\n".join(blocks)


def additions(inserts: Iterable[tuple[str, Sequence[str]]]) -> bytes:
    """N-Quads of triples by graph, for the engine's loader."""
    parts = []
    for graph, lines in inserts:
        if graph:
            tail = f" {ox.NamedNode(graph)} ."
            parts += [line[:-2] + tail for line in lines]
        else:
            parts += lines
    parts.append("")
    return "\n".join(parts).encode("utf-8")


def demand_triples(lines: Sequence[str]) -> None:
    """Raise ValueError on what is no line of N-Triples without blank nodes (those would be renamed by every load)."""
    for line in lines:
        if not line.endswith(" .") or "\n" in line or "\r" in line:
            raise ValueError(f"not a line of N-Triples: {line[:200]!r}")
        if "_:" in line and (line.startswith("_:") or line.split(" ", 2)[-1].startswith("_:")):
            raise ValueError(f"a blank node in a stored graph: {line[:200]!r}")


@contextmanager
def well_formed() -> Iterator[None]:
    """Let the engine's complaint about RDF text be a ValueError."""
    try:
        yield
    except SyntaxError as error:
        raise ValueError(f"no well-formed RDF: {error}") from error


def canonical(lines: Sequence[str]) -> list[str]:
    """The triples as the engine writes them; raises ValueError where they are no N-Triples."""
    with well_formed():
        return [f"{quad.triple} ." for quad in ox.parse("\n".join(lines).encode("utf-8"), format=ox.RdfFormat.N_TRIPLES)]
