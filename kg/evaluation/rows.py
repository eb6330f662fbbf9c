"""Rows of the named queries straight from claims, without a graph between: what `kg evaluate` scores in seconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kg.iri import claim as claim_iri
from kg.iri import slug
from kg.model import Claim, Filler, Mention, Reading

Row = dict[str, str | None]
T = TypeVar("T")


def rows(reading: Reading, claims: Iterable[Claim]) -> dict[str, list[Row]]:
    """The tables of QUERIES, by query name; each row also names the `rule` that made it."""
    tables: dict[str, list[Row]] = {name: [] for name in (*TABLES.values(), "topics")}
    for claim in claims:
        if claim.kind in TABLES:
            tables[TABLES[claim.kind]] += MAKERS[claim.kind](reading, claim)
        if claim.kind == "meeting":
            tables["topics"] += _topics(reading, claim)
    return tables


def _officials(reading: Reading, claim: Claim) -> Iterator[Row]:
    for person in _names(reading, claim, "person"):
        for of in _names(reading, claim, "of") or ("",):
            yield _row(
                reading,
                claim,
                tenure=claim_iri(reading.document.id, claim),
                person=person,
                post=_printed(claim, "post"),
                of=of,
                to=_first(_names(reading, claim, "to")),
                status=claim.value("status") or "current",
            )


def _meetings(reading: Reading, claim: Claim) -> Iterator[Row]:
    for participant in _names(reading, claim, "participant") or ("",):
        yield _row(
            reading,
            claim,
            "kind date date_basis place_basis modality",
            meeting=claim_iri(reading.document.id, claim),
            participant=participant,
            place=_first(_names(reading, claim, "place")),
        )


def _topics(reading: Reading, claim: Claim) -> Iterator[Row]:
    for mention in claim.filled("topic"):
        yield _row(reading, claim, meeting=claim_iri(reading.document.id, claim), topic=mention.head.text)


def _agreements(reading: Reading, claim: Claim) -> Iterator[Row]:
    instrument = _first(one for mention in claim.filled("agreement") for one in reading.links.of(mention))
    for party in _names(reading, claim, "party") or ("",):
        yield _row(
            reading,
            claim,
            "kind stage stage_date",
            agreement=f"{reading.document.id}/{slug(instrument.name)}" if instrument else None,  # one instrument, however many claims
            name=instrument.name if instrument else None,
            short=instrument.short if instrument else None,
            party=party,
        )


def _forums(reading: Reading, claim: Claim) -> Iterator[Row]:
    occasion = _first(claim.filled("forum"))
    yield _row(
        reading,
        claim,
        "kind start_date end_date date_basis status",
        forum=claim_iri(reading.document.id, claim),
        name=occasion.name if occasion else None,
        place=_first(_names(reading, claim, "place")),
    )


def _statements(reading: Reading, claim: Claim) -> Iterator[Row]:
    for speaker in _names(reading, claim, "speaker") or ("",):
        yield _row(reading, claim, "mode verb", statement=claim_iri(reading.document.id, claim), speaker=speaker, text=claim.evidence[0].text)


def _commitments(reading: Reading, claim: Claim) -> Iterator[Row]:
    for party in _names(reading, claim, "party") or ("",):
        yield _row(reading, claim, "status", commitment=claim_iri(reading.document.id, claim), party=party, text=claim.evidence[0].text)


def _figures(reading: Reading, claim: Claim, values: str) -> Row:
    return _row(
        reading,
        claim,
        f"flow period_start period_end value printed {values}",
        reporter=_area(reading, claim, "reporter"),
        partner=_area(reading, claim, "partner"),
        product=_printed(claim, "product"),
    )


def _trade(reading: Reading, claim: Claim) -> Iterator[Row]:
    yield {"observation": claim_iri(reading.document.id, claim), **_figures(reading, claim, "unit hedge value_max")}


def _changes(reading: Reading, claim: Claim) -> Iterator[Row]:
    yield {"change": claim_iri(reading.document.id, claim), **_figures(reading, claim, "kind base_start base_end")}


TABLES = {
    "tenure": "officials",
    "meeting": "meetings",
    "agreement": "agreements",
    "forum": "forums",
    "statement": "statements",
    "commitment": "commitments",
    "observation": "trade",
    "change": "changes",
}
MAKERS: dict[str, Callable[[Reading, Claim], Iterator[Row]]] = {
    "tenure": _officials,
    "meeting": _meetings,
    "agreement": _agreements,
    "forum": _forums,
    "statement": _statements,
    "commitment": _commitments,
    "observation": _trade,
    "change": _changes,
}


def _row(reading: Reading, claim: Claim, values: str = "", **columns: str | None) -> Row:
    passage = claim.evidence[0]
    place: Row = {"start": None, "end": None} if passage.field == "title" else {"start": str(passage.start), "end": str(passage.end)}
    coded: Row = {name: claim.value(name) or None for name in values.split()}
    return {
        **{name: value or None for name, value in columns.items()},
        **coded,
        "article": reading.document.id,
        **place,
        "evidence": passage.text,
        "rule": claim.rule,
    }


def _referents(reading: Reading, filler: Filler) -> tuple[Mention, ...]:
    return reading.links.principals(filler.mention) if filler.principal else reading.links.of(filler.mention)


def _names(reading: Reading, claim: Claim, role: str) -> tuple[str, ...]:
    named = (one.name for filler in claim.fillers if filler.role == role for one in _referents(reading, filler))
    return tuple(dict.fromkeys(named))


def _area(reading: Reading, claim: Claim, role: str) -> str | None:
    """An area is kept as printed where it is no single state ("European countries")."""
    return _first(_names(reading, claim, role)) or _printed(claim, role)


def _printed(claim: Claim, role: str) -> str | None:
    return _first([mention.name for mention in claim.filled(role)])


def _first(values: Iterable[T]) -> T | None:
    return next(iter(values), None)
