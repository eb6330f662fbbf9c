"""The graph of one article, from values made by hand."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from kg import iri, quads
from kg.iri import TERMS
from kg.model import Analysis, Claim, Coverage, Document, Entity, Filler, Identities, Identity, Link, Links, Mention, Reading, Span

KG, OA = Namespace(TERMS), Namespace(iri.PREFIXES["oa"])
TEXT = "Prime Minister of Malta Luca Zammit met the envoy. He said: “ready”. Exports to Norway were $3.2 million."
DOCUMENT = Document("a1", TEXT, "A <b>title</b>", published=date(2023, 3, 4), language="en", url="https://example.org/a 1")


def words(text: str) -> Span:
    start = TEXT.index(text)
    return DOCUMENT.span(start, start + len(text))


PERSON = Mention("person", words("Prime Minister of Malta Luca Zammit"), "Luca Zammit", words("Luca Zammit"))
POST = Mention("post", words("Prime Minister"), "Prime Minister", words("Prime Minister"))
MALTA = Mention("state", words("Malta"), "Malta", words("Malta"), ref="state/MLT")
ENVOY = Mention("group", words("the envoy"), "envoy", words("the envoy"), ref="group/as-printed")
HE = Mention("pronoun", words("He"), "he", words("He"))
NORWAY = Mention("state", words("Norway"), "Norway", words("Norway"), ref="state/NOR")
LINKS = Links((Link(HE, (PERSON,), "the only man named before"),), ((PERSON, MALTA),))
IDENTITIES = Identities(
    (
        Identity(PERSON, Entity("person/luca-zammit", "person", "Luca Zammit", ("Luca Zammit", "Zammit")), "full name"),
        Identity(MALTA, Entity("state/MLT", "state", "Malta"), "name"),
        Identity(NORWAY, Entity("state/NOR", "state", "Norway"), "name"),
    )
)
TENURE = Claim("tenure", (Filler("person", PERSON), Filler("post", POST), Filler("of", MALTA)), (("status", "current"),), (PERSON.span,), "title")
MEETING = Claim(
    "meeting",
    (Filler("participant", PERSON), Filler("participant", HE), Filler("participant", ENVOY)),
    (("kind", "meeting"), ("modality", "happened"), ("date", "2023-03-04"), ("date_basis", "dateline"), ("place_basis", "none")),
    (words("Prime Minister of Malta Luca Zammit met the envoy."),),
    "met",
)
STATEMENT = Claim("statement", (Filler("speaker", HE),), (("mode", "direct"), ("verb", "say")), (words("ready"),), "said")
FIGURE = words("Exports to Norway were $3.2 million")


def figure(value: str) -> Claim:
    fillers = (Filler("reporter", MALTA), Filler("partner", NORWAY))
    values = (("flow", "exports"), ("value", value), ("unit", "USD"), ("printed", "3.2"), ("decimals", "1"), ("scale", "1000000"))
    return Claim("observation", fillers, values, (FIGURE,), "figure")


CLAIMS = [TENURE, MEETING, STATEMENT, figure("3200000"), figure("3300000")]
LEDGER = [Coverage(words("Prime Minister of Malta Luca Zammit met the envoy."), "covered", "meeting")]


def graph(claims: list[Claim]) -> Graph:
    reading = Reading(Analysis(DOCUMENT, ()), (PERSON, MALTA, HE), LINKS)
    return Graph().parse(data="\n".join(quads.build(reading, claims, IDENTITIES, LEDGER).triples) + "\n", format="ox-nt")


def test_the_order_of_claims_does_not_matter() -> None:
    reading = Reading(Analysis(DOCUMENT, ()), (), LINKS)
    shuffled = CLAIMS[:]
    Random(7).shuffle(shuffled)
    assert quads.build(reading, CLAIMS, IDENTITIES, LEDGER) == quads.build(reading, shuffled, IDENTITIES, LEDGER)


def test_every_evidence_stands_at_its_offsets() -> None:
    made = graph(CLAIMS)
    selectors = list(made.subjects(OA.exact, None))
    assert selectors
    for selector in selectors:
        start, end = int(made.value(selector, OA.start)), int(made.value(selector, OA.end))
        assert str(made.value(selector, OA.exact)) == TEXT[start:end]


def test_a_pronoun_is_kept_beside_the_person_meant() -> None:
    made = graph([STATEMENT])
    (filler,) = made.objects(URIRef(iri.claim("a1", STATEMENT)), KG.hasFiller)
    assert str(made.value(filler, KG.asPrinted)) == "He"
    assert str(made.value(filler, KG.name)) == "Luca Zammit"
    assert str(made.value(filler, KG.basis)) == "the only man named before"


def test_one_person_takes_part_once() -> None:
    made = graph([MEETING])
    names = sorted(str(made.value(one, KG.name)) for one in made.subjects(RDF.type, KG.Participation))
    assert names == ["Luca Zammit", "envoy"]


def test_a_participant_without_identity_has_a_name_but_no_iri() -> None:
    made = graph([MEETING])
    (envoy,) = (one for one, name in made.subject_objects(KG.name) if str(name) == "envoy")
    assert made.value(envoy, KG.filledBy) is None


def test_attested_is_not_started() -> None:
    made = graph([TENURE])
    tenure = URIRef(iri.claim("a1", TENURE))
    assert str(made.value(tenure, KG.attestedOn)) == "2023-03-04"
    assert not any("tart" in str(predicate) for predicate in made.predicates(tenure))


def test_the_dateline_bounds_a_date_and_does_not_state_it() -> None:
    sem = Namespace(iri.PREFIXES["sem"])
    made = graph([MEETING])
    meeting = URIRef(iri.claim("a1", MEETING))
    assert str(made.value(meeting, sem.hasLatestEndTimeStamp)) == "2023-03-04"
    assert made.value(meeting, sem.hasBeginTimeStamp) is None


def test_two_values_of_one_key_are_two_printings() -> None:
    made = graph(CLAIMS)
    observations = list(made.subjects(RDF.type, KG.TradeObservation))
    assert len(observations) == 2
    assert {int(made.value(one, KG.printing)) for one in observations} == {1, 2}


@pytest.mark.parametrize(("value", "low", "high"), [("3200000", "3150000", "3250000"), ("3300000", "3250000", "3350000")])
def test_the_rounding_interval_is_half_a_step_of_the_last_digit(value: str, low: str, high: str) -> None:
    made = graph([figure(value)])
    node = next(made.subjects(RDF.type, KG.TradeObservation))
    assert (str(made.value(node, KG.roundingLow)), str(made.value(node, KG.roundingHigh))) == (low, high)


def test_long_quotations_are_cut_and_the_text_stays_private() -> None:
    long = Document("a2", "x" * 1000)
    span = long.span(0, 1000)
    claim = Claim("statement", (Filler("speaker", Mention("state", span, "Malta", span, ref="state/MLT")),), (("mode", "direct"),), (span,), "r")
    built = quads.build(Reading(Analysis(long, ()), (), Links()), [claim], Identities(), [Coverage(span, "covered", "")])
    assert not any("x" * 301 in line for line in built.triples)
    assert any("x" * 1000 in line for line in built.private)
