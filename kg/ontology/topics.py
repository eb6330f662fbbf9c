"""Topics: the labels of our SKOS scheme of topics, each with the key of its concept, longest first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pyoxigraph import Literal, RdfFormat, parse

from kg.iri import BASE, PREFIXES
from kg.ontology.files import folder

_LABELS = (f"{PREFIXES['skos']}prefLabel", f"{PREFIXES['skos']}altLabel")


@lru_cache(maxsize=1)
def labels() -> Mapping[str, str]:
    """Key ("topic/energy") by label (lower case), long labels before short ones."""
    found = {
        quad.object.value.casefold(): str(quad.subject).strip("<>").removeprefix(BASE)
        for quad in parse(path=str(folder("ontology") / "reference" / "topics.ttl"), format=RdfFormat.TURTLE)
        if quad.predicate.value in _LABELS and isinstance(quad.object, Literal)
    }
    found.pop("topics of diplomatic and trade talks", None)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[0]), pair)))
