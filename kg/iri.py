"""Every IRI of the graph is made here: the namespaces, and the names of articles, claims, evidence and entities."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote

from kg.model import Claim, Document, Filler, Span

BASE = "https://w3id.org/dateline/"
TERMS = f"{BASE}terms#"

PREFIXES = {
    "kg": TERMS,
    "article": f"{BASE}article/",
    "claim": f"{BASE}claim/",
    "evidence": f"{BASE}evidence/",
    "graph": f"{BASE}graph/",
    "run": f"{BASE}run/",
    "rule": f"{BASE}rule/",
    "person": f"{BASE}person/",
    "state": f"{BASE}state/",
    "organisation": f"{BASE}organisation/",
    "region": f"{BASE}region/",
    "place": f"{BASE}place/",
    "group": f"{BASE}group/",
    "post": f"{BASE}post/",
    "agreement": f"{BASE}agreement/",
    "forum": f"{BASE}forum/",
    "topic": f"{BASE}topic/",
    "role": f"{BASE}role/",
    "code": f"{BASE}code/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "qb": "http://purl.org/linked-data/cube#",
    "sdmx-dimension": "http://purl.org/linked-data/sdmx/2009/dimension#",
    "sdmx-measure": "http://purl.org/linked-data/sdmx/2009/measure#",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "unit": "http://qudt.org/vocab/unit/",
    "time": "http://www.w3.org/2006/time#",
    "schema": "https://schema.org/",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "wd": "http://www.wikidata.org/entity/",
}

GRAPH_REFERENCE = f"{BASE}graph/reference"
GRAPH_DERIVED = f"{BASE}graph/derived"
GRAPH_AUDIT = f"{BASE}graph/audit"
GRAPH_CATALOGUE = f"{BASE}graph/catalogue"

_BETWEEN = re.compile(r"[^\w]+")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """A name as the tail of an IRI: lower case, accents folded, words joined by hyphens; never empty."""
    flat = name if name.isascii() else "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _BETWEEN.sub("-", flat.casefold()).strip("-_")
    return words[:80].strip("-") or digest(name)


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits of the parts, the same on every machine."""
    return hashlib.sha256(_JSON.encode(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=16)
def article(document_id: str) -> str:
    return f"{BASE}article/{quote(document_id, safe='')}"


def article_graph(document: Document) -> str:
    """The named graph of this version of the article."""
    return f"{BASE}graph/article/{quote(document.id, safe='')}/{document.version}"


@lru_cache(maxsize=4096)
def entity(key: str) -> str:
    """The IRI of an entity from its key ("person/roman-vasilenko")."""
    return BASE + quote(key, safe="/-_.~")


@lru_cache(maxsize=4096)  # passages are named again for each role they prove
def evidence(document_id: str, span: Span) -> str:
    return f"{BASE}evidence/{digest(document_id, span.field, span.start, span.end)}"


@lru_cache(maxsize=1024)
def claim(document_id: str, made: Claim) -> str:
    """A claim's IRI: a hash of its kind, roles and evidence, so that a second build names it the same."""

    def key(filler: Filler) -> tuple[object, ...]:
        span = filler.mention.head
        return filler.role, filler.mention.name, span.field, span.start, span.end, filler.principal

    roles = sorted(map(key, made.fillers), key=str)
    spans = sorted((span.field, span.start, span.end) for span in made.evidence)
    return f"{BASE}claim/{digest(document_id, made.kind, roles, sorted(made.values), spans)}"
