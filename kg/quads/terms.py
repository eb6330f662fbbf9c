"""RDF terms and triples as N-Triples text (W3C RDF 1.1 N-Triples): what the store loads and what workers can pass on."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import quote

from kg.iri import PREFIXES, TERMS

XSD = PREFIXES["xsd"]
RDF_TYPE = f"<{PREFIXES['rdf']}type>"
LABEL = f"<{PREFIXES['rdfs']}label>"

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f\ud800-\udfff]')
_URI = "%:/?#@!$&'()*+,;=-._~"  # reserved and unreserved characters of RFC 3986, and what is encoded already
_PLAIN = re.compile(r"[\w/:.~=&?+-]*#?[\w/:.~=&?+-]*", re.ASCII)  # nothing to encode: most IRIs, our own all
_STRAY = re.compile(r"%(?![0-9A-Fa-f]{2})|#(?=.*#)")


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if 0xD800 <= ord(char) <= 0xDFFF:
        return "\ufffd"  # a lone surrogate is no character: RDF strings cannot hold it
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


@lru_cache(maxsize=4096)  # an article, a claim or a passage is the subject of many triples
def ref(iri: str) -> str:
    """An IRI as a term; characters that no URI may hold are percent-encoded as UTF-8."""
    if _PLAIN.fullmatch(iri):
        return f"<{iri}>"
    return f"<{quote(_STRAY.sub(lambda m: f'%{ord(m.group()):02X}', iri), safe=_URI, errors='replace')}>"


@cache
def name(curie: str) -> str:
    """A prefixed name of kg.iri.PREFIXES as a term: `name("kg:status")`."""
    prefix, _, local = curie.partition(":")
    return f"<{PREFIXES[prefix]}{local}>"


@cache
def own(local: str) -> str:
    """A term of our own vocabulary: `own("evidence")`."""
    return f"<{TERMS}{local}>"


def text(value: str, language: str = "") -> str:
    quoted = '"' + _SPECIAL.sub(_escape, value) + '"'
    return f"{quoted}@{language}" if language else quoted


def typed(value: object, datatype: str) -> str:
    return f'"{value}"^^<{XSD}{datatype}>' if isinstance(value, int) else f"{text(str(value))}^^<{XSD}{datatype}>"


def day(value: str) -> str:
    """An ISO date cut to its precision: xsd:gYear, xsd:gYearMonth or xsd:date."""
    return typed(value, {4: "gYear", 7: "gYearMonth"}.get(len(value), "date"))


def triple(subject: str, predicate: str, value: str) -> str:
    return f"{subject} {predicate} {value} ."
