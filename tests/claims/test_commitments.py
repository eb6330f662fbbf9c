"""Commitments of invented sentences: who undertakes what, and what binds nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims import commitments
from tests.claims.speech.readings import reading, undertaken

MET = "Prime Minister of Malta Luca Zammit met Foreign Minister of Norway Ingrid Solheim in Oslo. "

BINDING = [
    ("Norway and Malta agreed to open a joint shipyard.", ("Norway", "Malta"), "agreed to open a joint shipyard"),
    ("Norway pledged to repair the lighthouses.", ("Norway",), "pledged to repair the lighthouses"),
    ("Malta plans to build two new ports.", ("Malta",), "plans to build two new ports"),
    ("Malta has committed $20 million to the ferries.", ("Malta",), "committed $20 million"),
    ("Malta is committed to cleaner ports.", ("Malta",), "committed to cleaner ports"),
    ("Norway reaffirmed its commitment to protect the cod.", ("Norway",), "commitment to protect the cod"),
    ("Ministers discussed Norway's decision to close the mine.", ("Norway",), "decision to close the mine"),
    ("Prime Minister of Malta Luca Zammit conveyed the readiness of Malta to share its fleet.", ("Malta",), "readiness of Malta to share its fleet"),
    ("Prime Minister of Malta Luca Zammit said Malta would pay for the dredging.", ("Malta",), "Malta would pay for the dredging"),
    ("Prime Minister of Malta Luca Zammit said he would rebuild the quay.", ("Luca Zammit",), "he would rebuild the quay"),
    ("Under the accord, Norway will supply timber to Malta.", ("Norway",), "Norway will supply timber"),
    ("Prime Minister of Malta Luca Zammit instructed the Transport Ministry to repair the quay.", ("Luca Zammit",), "to repair the quay"),
    ("The Transport Ministry was instructed to repair the quay.", ("Transport Ministry",), "was instructed to repair the quay"),
    ("The agreement calls for Norway to share its charts.", ("Norway",), "share its charts"),
    (MET + "They agreed that Norway would send engineers.", ("Norway",), "Norway would send engineers"),
    (MET + "The two agreed to restore the ferries.", ("Luca Zammit", "Ingrid Solheim"), "agreed to restore the ferries"),
    (MET + "The parties agreed to restore the ferries.", ("Malta", "Norway"), "agreed to restore the ferries"),
    (MET + "They discussed our shared commitment to safe harbours.", ("Malta", "Norway"), "our shared commitment to safe harbours"),
    ("Lawyers described a compact under which Norway will invest $5 million.", ("Norway",), "Norway will invest $5 million"),
    (MET + "It was agreed to restore the ferries.", ("Luca Zammit", "Ingrid Solheim"), "It was agreed to restore the ferries"),
    ("Norway and Malta agreed here on Wednesday to open a joint shipyard.", ("Norway", "Malta"), "to open a joint shipyard"),
    ("Norway and Malta agreed on cooperation in salvage.", ("Norway", "Malta"), "agreed on cooperation in salvage"),
    ("Norway and Malta agreed that each of the two countries should pay for its own tugs.", ("Norway", "Malta"), "pay for its own tugs"),
    (MET + "The document envisages the construction of two ferries.", ("Malta", "Norway"), "the construction of two ferries"),
    ("The treaty stipulates that Norway repairs the lighthouses.", ("Norway",), "Norway repairs the lighthouses"),
    ("Under the agreement, Prime Minister of Malta Luca Zammit will open the archive.", ("Luca Zammit",), "will open the archive"),
    ("The new quay will be built by the Maltese shipping company Portmar Ltd.", ("Portmar Ltd",), "The new quay will be built by"),
    ("Malta is set to buy four ferries.", ("Malta",), "set to buy four ferries"),
    ("Prime Minister of Malta Luca Zammit announced $5 million in aid for the islands.", ("Malta",), "announced $5 million in aid"),
    ('"We will repair the old quay," Prime Minister of Malta Luca Zammit said.', ("Malta",), "We will repair the old quay"),
    ('"I will publish the accounts of the port," Prime Minister of Malta Luca Zammit said.', ("Luca Zammit",), "I will publish the accounts"),
    ("Norway reaffirmed Malta's firm and strong commitment to protect the cod.", ("Malta",), "commitment to protect the cod"),
    ("The governments of Norway and Malta have decided to open a yard.", ("Norway", "Malta"), "decided to open a yard"),
    ("In Oslo, Norway and Malta declared that they would build a port.", ("Norway", "Malta"), "they would build a port"),
    (
        "According to Luca Zammit of Malta, he and Ada Lind agreed to open a yard.",
        ("Luca Zammit", "Ada Lind"),
        "he and Ada Lind agreed to open a yard",
    ),
    ("Malta has asked for engineers, as it plans to build a port.", ("Malta",), "it plans to build a port"),
    ("Norway said Malta valued its cod and was determined to build a port.", ("Malta",), "was determined to build a port"),
    ("Prime Minister of Malta Luca Zammit said his country will build a port.", ("Malta",), "his country will build a port"),
    ("Highlighting Norway's commitment to protect the cod, Minister Kari Holm praised captains.", ("Norway",), "commitment to protect the cod"),
    (
        "Minister of Malta Luca Zammit said he and his counterpart Ada Lind agreed to open a yard.",
        ("Luca Zammit", "Ada Lind"),
        "agreed to open a yard",
    ),
    ("Norway will deepen the harbour, Prime Minister of Malta Luca Zammit said in Oslo.", ("Norway",), "Norway will deepen the harbour"),
]

FREE = [
    "Norway refused to lower its port fees.",
    "Norway did not agree to open the shipyard.",
    "Malta has not pledged to repair the lighthouses.",
    "Norway and Malta agreed to meet again in May.",
    "Prime Minister of Malta Luca Zammit plans to visit Oslo.",
    "If Norway agrees, the ferries will return.",
    "It is not clear whether Malta will pay for the dredging.",
    "Prime Minister of Malta Luca Zammit said he hoped Norway would pay.",
    "Ferries will be late on Monday.",
    "The ship was ordered in 1990.",
    "Norway and Malta agreed on the importance of ferries.",
    "Norway and Malta agreed that Chile should open its ports.",
    "Prime Minister of Malta Luca Zammit thanked Norway for its commitment to safe harbours.",
    "Norway will benefit from the new quay.",
    "Prime Minister of Malta Luca Zammit will tour the islands.",
    "Prime Minister of Malta Luca Zammit will undertake his first state visits in May.",
    '"By raising the fees, Malta will drive the ferries away," Prime Minister of Malta Luca Zammit said.',
    '"The port is old. Norway will close the port. Captains know it," Prime Minister of Malta Luca Zammit said.',
    "Norway and Malta agreed to hold a high-level bilateral meeting.",
    "Prime Minister of Malta Luca Zammit said his country will not accept new fees.",
    "The latter was ordered to repair the quay.",
    "The port closes as one side decides to raise its fees.",
    "If the fee is approved, Malta is ready to open the port.",
    "Malta is willing to open the port.",
    "Prime Minister of Malta Luca Zammit said captains were trying to show that they will work harder.",
    "Prime Minister of Malta Luca Zammit will on the same day pay a working visit to Oslo.",
    "The measures agreed upon in Oslo were long.",
]

WORDS = [
    *"ab. ,;“”'\n",
    " agreed to ",
    " Malta ",
    " their ",
    " commitment ",
    " to ",
    " would ",
    " is to ",
    "Norway’s",
    " they ",
    " said ",
    " signed an agreement to ",
]


@pytest.mark.parametrize(("text", "parties", "words"), BINDING)
def test_undertakings_bind_their_parties(text: str, parties: tuple[str, ...], words: str) -> None:
    found = undertaken(text)
    assert [by for by, _ in found] == [parties]
    assert words in found[0][1]


@pytest.mark.parametrize("text", FREE)
@pytest.mark.parametrize("pipeline", [None, "rules"])
def test_what_binds_nobody_is_no_commitment(text: str, pipeline: str | None) -> None:
    assert undertaken(text, pipeline) == []


@pytest.mark.parametrize(("text", "parties", "words"), BINDING[:5])
def test_plain_verbs_are_read_without_a_tree(text: str, parties: tuple[str, ...], words: str) -> None:
    assert [by for by, _ in undertaken(text, "rules")] == [parties]


def test_an_undertaking_ends_before_who_tells_of_it() -> None:
    text = "Norway will deepen the harbour, Prime Minister of Malta Luca Zammit said at the talks in Oslo, Nordwire reports."
    assert undertaken(text) == [(("Norway",), "Norway will deepen the harbour")]


def test_what_an_organisation_decides_binds_it_where_no_two_met() -> None:
    text = "The European Union met in Oslo. The European Union is old. The European Union is large. It was decided to build a museum of trade."
    assert undertaken(text) == [(("European Union",), "it was decided to build a museum of trade".capitalize())]


JOINT = "We, the leaders of Norway and Malta, met in Oslo.\n\n"


def test_we_of_a_joint_statement_are_those_it_lists() -> None:
    found = undertaken(JOINT + "We commit to cleaner ports. We will build two ferries.")
    assert found == [(("Norway", "Malta"), "We commit to cleaner ports"), (("Norway", "Malta"), "We will build two ferries")]


def test_we_of_nobody_listed_bind_nobody() -> None:
    assert undertaken("The leaders met in Oslo. We will build two ferries.") == []
    assert undertaken(JOINT + "Captains said: “We will build two ferries for the islands.”") == [
        (("Captains",), "We will build two ferries for the islands")
    ]


def test_plans_and_undertakings_differ() -> None:
    statuses = [
        claim.value("status")
        for text in ("Malta plans to build two ports.", "Malta pledged to build two ports.")
        for claim in commitments.extract(reading(text))
    ]
    assert statuses == ["planned", "undertaken"]


def test_joined_undertakings_are_apart() -> None:
    found = undertaken("Norway agreed to open a shipyard for ferries and pledged to train its crews.")
    assert [text for _, text in found] == ["Norway agreed to open a shipyard for ferries", "pledged to train its crews"]


@given(words=st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_text_is_read_and_every_passage_stands(words: list[str]) -> None:
    read = reading("".join(words), "rules")
    for claim in commitments.extract(read):
        span = claim.evidence[0]
        assert read.document.text[span.start : span.end] == span.text and span.text.strip()
        assert claim.filled("party") and claim.value("status") in ("planned", "undertaken")
