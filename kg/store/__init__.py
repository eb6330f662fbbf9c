"""The graph store: article graphs with their versions, the distinct union that queries see, and SPARQL over it.

This package is the only place that names the database (embedded Oxigraph). What lies in a store:

- one named graph per article version, current and superseded;
- beside each current one a graph of the article's words (its name ends in `/text`), which no export holds;
- the graphs `reference`, `derived` and `audit`, each replaced as a whole;
- the graph `catalogue`: which graph of an article is current, the numbers and digests of its versions;
- the default graph: the *distinct* union of the current article graphs, reference, derived and audit. Queries run on it.

The engine keeps numbers by value: `"01"^^xsd:integer` comes back as `"1"`. What must survive as printed is a plain string.
"""

from __future__ import annotations

from kg.store.catalogues import Version
from kg.store.stores import Store, Stored
from kg.store.tables import Iri, Table, Value

__all__ = ["Iri", "Store", "Stored", "Table", "Value", "Version"]
