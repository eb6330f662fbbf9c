"""Triples of claims: one node a fact, one node a filled role, each with its evidence, its article and its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg import iri
from kg.model import Claim, Document, Entity, Filler, Identities, Links, Mention, Span, When
from kg.ontology.facts import FactKind, Role, ValueSpec
from kg.quads.articles import QUOTE_LIMIT, run
from kg.quads.terms import LABEL, RDF_TYPE, day, name, own, ref, text, triple, typed

CODE = iri.PREFIXES["code"]


@dataclass(frozen=True, slots=True)
class Filling:
    """A role filled: by a mention as printed, standing for `referent`, known as `entity` if it has an identity."""

    filler: Filler
    referent: Mention
    entity: Entity | None
    basis: str


AREAS = ("reporter", "partner")  # an area is kept as printed where it is no single state: "European countries"


def fillings(claim: Claim, kind: FactKind, links: Links, identities: Identities) -> tuple[Filling, ...]:
    """The fillers of a claim resolved, each thing once a role, in the order of the text; literal roles stay as printed."""
    found: dict[tuple[str, str], Filling] = {}
    for filler in sorted(claim.fillers, key=lambda one: (one.role, one.mention.span.start, one.mention.span.end, one.mention.name)):
        mention = filler.mention
        # a post is filled by its words, whoever holds it
        named = (mention,) if filler.role == "post" else links.principals(mention) if filler.principal else links.of(mention)
        if not named and filler.role in AREAS:
            named = (mention,)
        for referent in named:
            entity = None if kind.roles[filler.role].literal else identities.entity(referent)
            basis = ("acts for; " if filler.principal else "") + (links.reason(mention) or basis_of(mention))
            found.setdefault((filler.role, entity.key if entity else referent.name), Filling(filler, referent, entity, basis))
    return tuple(found.values())


def basis_of(mention: Mention) -> str:
    """On what basis an unlinked mention means what it does: printed so, named so by a table, or read from words before."""
    if isinstance(mention.value, When):
        return mention.value.basis
    if mention.name.casefold() in " ".join(mention.span.text.split()).casefold():
        return "stated"
    return "reference table" if mention.ref and not mention.ref.startswith("group/") else "words before"


def spans(claim: Claim) -> Iterator[Span]:
    """Every passage the claim rests on, those of its role fillers included."""
    yield from claim.evidence
    for filler in claim.fillers:
        yield filler.mention.span


def node(document: Document, claim: Claim, kind: FactKind) -> Iterator[str]:
    """The claim's own triples: class, label, evidence, provenance, coded values."""
    subject = ref(iri.claim(document.id, claim))
    for parent in (kind.iri, *kind.parents):
        yield triple(subject, RDF_TYPE, ref(parent))
    yield triple(subject, own("article"), ref(iri.article(document.id)))
    yield triple(subject, own("rule"), text(claim.rule))
    yield triple(subject, name("prov:wasDerivedFrom"), ref(iri.article(document.id)))
    yield triple(subject, name("prov:wasGeneratedBy"), ref(run(document)))
    yield triple(subject, own("evidence"), ref(iri.evidence(document.id, claim.evidence[0])))
    for span in claim.evidence[1:]:
        yield triple(subject, own("furtherEvidence"), ref(iri.evidence(document.id, span)))
    for key, value in claim.values:
        if value:
            yield from coded(subject, kind.values[key], value, claim)


def coded(subject: str, spec: ValueSpec, value: str, claim: Claim) -> Iterator[str]:
    """One coded or typed value of a claim."""
    predicate = ref(spec.path)
    match spec.form:
        case "coded":
            yield triple(subject, predicate, ref(f"{spec.scheme}/{value.replace(' ', '-')}"))
        case "interval":
            yield triple(subject, predicate, text(value))
            yield from bounds(subject, value, claim.value("date_basis"))
        case "date":
            yield triple(subject, predicate, day(value))
        case "text":
            yield triple(subject, predicate, text(value))
        case _:
            yield triple(subject, predicate, typed(value, spec.form))


def bounds(subject: str, interval: str, basis: str) -> Iterator[str]:
    """When something took place, in SEM terms: begin and end, or only the latest end where the dateline bounds it."""
    first, _, last = interval.partition("/")
    if basis == "dateline":
        yield triple(subject, name("sem:hasLatestEndTimeStamp"), day(last or first))
        return
    yield triple(subject, name("sem:hasBeginTimeStamp"), day(first))
    yield triple(subject, name("sem:hasEndTimeStamp"), day(last or first))


def roles(document: Document, claim: Claim, kind: FactKind, filled: tuple[Filling, ...]) -> Iterator[str]:
    """The claim's filled roles: a direct edge or literal, and a node with the words, their place and the basis."""
    subject = iri.claim(document.id, claim)
    for number, filling in enumerate(filled, 1):
        role = kind.roles[filling.filler.role]
        yield from direct(ref(subject), role, filling)
        yield from filler_node(document, f"{subject}/{role.name}/{number}", subject, role, filling)


def direct(subject: str, role: Role, filling: Filling) -> Iterator[str]:
    if role.literal:
        yield triple(subject, ref(role.path), text(filling.referent.name[:QUOTE_LIMIT]))
    elif filling.entity:
        yield triple(subject, ref(role.path), ref(iri.entity(filling.entity.key)))


def filler_node(document: Document, node_iri: str, claim_iri: str, role: Role, filling: Filling) -> Iterator[str]:
    mention, subject = filling.filler.mention, ref(node_iri)
    yield triple(ref(claim_iri), own("hasFiller"), subject)
    yield triple(subject, RDF_TYPE, ref(role.node))
    yield triple(subject, own("claimRole"), text(role.name))
    yield triple(subject, own("asPrinted"), text(mention.span.text[:QUOTE_LIMIT]))
    yield triple(subject, own("name"), text((filling.entity.label if filling.entity else filling.referent.name)[:QUOTE_LIMIT]))
    yield triple(subject, own("evidence"), ref(iri.evidence(document.id, mention.span)))
    if filling.referent.short:
        yield triple(subject, own("acronym"), text(filling.referent.short))
    yield triple(subject, own("basis"), text(filling.basis))
    if filling.entity and not role.literal:
        yield triple(subject, own("filledBy"), ref(iri.entity(filling.entity.key)))
    if role.literal and filling.referent.ref:
        yield triple(subject, own("concept"), ref(iri.entity(filling.referent.ref)))


def label(kind: FactKind, claim: Claim, filled: tuple[Filling, ...]) -> str:
    """A short name of the fact for people: what it is, of whom, when."""
    names = [one.entity.label if one.entity else one.referent.name for one in filled if not kind.roles[one.filler.role].literal]
    printed = claim.value("printed") or next((one.name for role in ("post", "content") for one in claim.filled(role)), "")
    parts = [claim.value("flow") or claim.value("kind") or kind.label, ", ".join(dict.fromkeys(names))[:120], printed[:80], when(claim)]
    return " · ".join(part for part in parts if part)


def when(claim: Claim) -> str:
    start, end = claim.value("period_start") or claim.value("start_date"), claim.value("period_end") or claim.value("end_date")
    return claim.value("date") or claim.value("stage_date") or (start if start == end or not end else f"{start}/{end}")


def capacities(document: Document, resolved: Mapping[Claim, tuple[Filling, ...]]) -> Mapping[str, tuple[str, ...]]:
    """The tenures of each person in this article, those in office first (entity key → claim IRIs)."""
    found: dict[str, list[tuple[bool, int, str]]] = {}
    for claim, filled in resolved.items():
        if claim.kind == "tenure":
            person = next((one.entity for one in filled if one.filler.role == "person" and one.entity), None)
            if person:
                order = (claim.value("status") not in ("current", "acting"), claim.evidence[0].start, iri.claim(document.id, claim))
                found.setdefault(person.key, []).append(order)
    return {key: tuple(one for late, _, one in sorted(rows) if not late) for key, rows in found.items()}


def headline(document: Document, claim: Claim, kind: FactKind, filled: tuple[Filling, ...]) -> str:
    return triple(ref(iri.claim(document.id, claim)), LABEL, text(label(kind, claim, filled)))
