"""Triples of posts: what a tenure says in the terms of the W3C Organization Ontology, and the capacities of participants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg import iri
from kg.model import Claim, Document
from kg.quads.claims import Filling
from kg.quads.terms import LABEL, RDF_TYPE, name, own, ref, text, triple, typed


def tenure(document: Document, claim: Claim, filled: tuple[Filling, ...]) -> Iterator[str]:
    """The post as an org:Post in its organisation, its role, and the day on which the article attests the tenure."""
    subject = ref(iri.claim(document.id, claim))
    if document.published:
        yield triple(subject, own("attestedOn"), typed(document.published.isoformat(), "date"))
    printed = next(one.referent for one in filled if one.filler.role == "post")
    holder = next((one.entity for one in filled if one.filler.role == "of" and one.entity), None)
    scope = iri.slug(holder.label) if holder else iri.digest(document.id)
    post = ref(f"{iri.PREFIXES['post']}{scope}/{iri.slug(printed.name)}")
    yield triple(subject, own("post"), post)
    yield triple(post, RDF_TYPE, name("org:Post"))
    yield triple(post, LABEL, text(f"{printed.name} of {holder.label}" if holder else printed.name))
    if holder:
        yield triple(post, name("org:postIn"), ref(iri.entity(holder.key)))
    if printed.ref:
        yield triple(post, name("org:role"), ref(iri.entity(printed.ref)))
        yield triple(subject, name("org:role"), ref(iri.entity(printed.ref)))


def participation(document: Document, claim: Claim, filled: tuple[Filling, ...], tenures: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """In which capacity each person takes part or speaks: the first tenure in office this article attests of them."""
    subject = iri.claim(document.id, claim)
    for number, filling in enumerate(filled, 1):
        role = filling.filler.role
        if role in ("participant", "speaker") and filling.entity:
            for held in tenures.get(filling.entity.key, ())[:1]:
                yield triple(ref(f"{subject}/{role}/{number}"), own("inCapacity"), ref(held))
