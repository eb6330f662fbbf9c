"""Drawings: small networks as pyvis lays them down for vis-network.

Only pyvis's data are used: its page loads Bootstrap from a CDN and lets titles, headings and menus run as script, so the
page is ours (page/page.html) and pyvis's own template, heading, select_menu, filter_menu and raw options stay unused.
"""

from __future__ import annotations

import json
from importlib.resources import files

from pyvis.network import Network  # type: ignore[import-untyped]  # ships no types

from kg.errors import SetupError
from kg.exports.pictures.contents import Contents, Record


def draw(contents: Contents) -> Record:
    """vis-network's nodes, edges and options, positions fixed at build time and physics off."""
    drawing = Network(directed=True, cdn_resources="in_line")
    legend = contents.plain()["kinds"]
    assert isinstance(legend, dict)
    for number, node in enumerate(contents.nodes):
        mark = legend[node["kind"]]
        place = {"x": node["x"], "y": node["y"], "size": node["size"]}
        drawing.add_node(number, label=" ", shape=mark["shape"], color=mark["colour"], **place)
    for link in contents.links:
        drawing.add_edge(link["source"], link["target"], width=1.3, arrows="to" if link["arrow"] else "")
    drawing.set_edge_smooth("continuous")
    drawing.inherit_edge_colors(False)
    drawing.toggle_physics(False)
    nodes, edges, _heading, _height, _width, options = drawing.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def script() -> str:
    """The vis-network that pyvis ships (Apache-2.0 or MIT)."""
    folder = files("pyvis") / "templates" / "lib"
    shipped = sorted((entry for entry in folder.iterdir() if entry.name.startswith("vis-")), key=lambda entry: entry.name)
    if not shipped:
        raise SetupError("the installed pyvis ships no vis-network", hint="install pyvis 0.3.2")
    return (shipped[-1] / "vis-network.min.js").read_text(encoding="utf-8")
