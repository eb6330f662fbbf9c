"""The network as one interactive HTML file that works offline: pyvis draws small ones, sigma large ones, with one look."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx  # type: ignore[import-untyped]  # its stubs are a package of their own

from kg.exports.pictures import pages
from kg.exports.pictures.contents import SMALL, gather

LIMIT = 20_000


def render(network: nx.MultiDiGraph, title: str, limit: int = LIMIT) -> str:
    """The page of `network` (see kg/exports/networks.py); beyond `limit` nodes it shows the most linked and says so."""
    contents = gather(network, title, limit)
    if len(contents.nodes) > SMALL:
        return pages.assemble(contents, "sigma", pages.sigma())
    from kg.exports.pictures import drawings  # pyvis takes a third of a second to import

    return pages.assemble(replace(contents, drawing=drawings.draw(contents)), "vis", drawings.script())
