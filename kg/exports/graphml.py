"""GraphML of the network "who is linked to what", for Gephi, yEd, Cytoscape and other graph programs."""

from __future__ import annotations

import io
import re

import networkx as nx  # type: ignore[import-untyped]  # its stubs are a package of their own

from kg.exports.networks import project
from kg.store import Store

# what XML 1.0 cannot hold, not even escaped
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(store: Store, article: str | None) -> bytes:
    return write(project(store, article))


def write(network: nx.MultiDiGraph) -> bytes:
    """The network with its attributes; characters that XML cannot hold become U+FFFD."""
    clean = nx.MultiDiGraph()
    for node, attributes in network.nodes(data=True):
        clean.add_node(_clean(node), **_cleaned(attributes))
    for source, target, key, attributes in network.edges(keys=True, data=True):
        clean.add_edge(_clean(source), _clean(target), _clean(key), **_cleaned(attributes))
    file = io.BytesIO()
    nx.write_graphml_xml(clean, file, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return file.getvalue()


def _cleaned(attributes: dict[str, object]) -> dict[str, object]:
    return {name: _clean(value) for name, value in attributes.items() if value is not None}


def _clean(value: object) -> object:
    return _ILLEGAL.sub("\ufffd", value) if isinstance(value, str) else value
