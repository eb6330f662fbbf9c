"""Agreements: one claim an instrument, its furthest stage, its parties, and the words that prove it."""

from __future__ import annotations

from datetime import date

import pytest

from kg.claims.agreements import extract
from kg.claims.stages import ORDER, read
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading

Row = tuple[str, str, tuple[str, ...], str]


def claims(text: str, title: str = "") -> tuple[list[Claim], Reading]:
    (analysis,) = analyse([Document("a", text, title, published=date(2021, 6, 10))])
    mentions = find(analysis)
    reading = Reading(analysis, mentions, link(analysis, mentions))
    return list(extract(reading)), reading


def rows(text: str, title: str = "") -> list[Row]:
    """Name, stage, parties and date of each claim."""
    found, reading = claims(text, title)
    return [(claim.filled("agreement")[0].name, claim.value("stage"), parties(claim, reading), claim.value("stage_date")) for claim in found]


def parties(claim: Claim, reading: Reading) -> tuple[str, ...]:
    links = reading.links
    fillers = [one for one in claim.fillers if one.role == "party"]
    named = [name.name for one in fillers for name in (links.principals(one.mention) if one.principal else links.of(one.mention))]
    return tuple(sorted(dict.fromkeys(named)))


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Chile and Kenya signed the Treaty on Tea.", "signed"),
        ("The Treaty on Tea was signed by Chile and Kenya.", "signed"),
        ("Chile and Kenya will sign the Treaty on Tea.", "planned"),
        ("The Treaty on Tea is to be signed by Chile and Kenya.", "planned"),
        ("Chile and Kenya agreed on the Treaty on Tea.", "agreed"),
        ("Chile has ratified the Treaty on Tea with Kenya.", "ratified"),
        ("The Treaty on Tea took effect in Chile and Kenya.", "in force"),
        ("Chile and Kenya are negotiating the Treaty on Tea.", "negotiated"),
        ("Chile and Kenya discussed the Treaty on Tea.", "discussed"),
        ("Chile failed to reach the Treaty on Tea with Kenya.", "negotiated"),
        ("Chile withdrew from the Treaty on Tea with Kenya.", "terminated"),
        ("The parliament of Chile rejected the Treaty on Tea with Kenya.", "rejected"),
        ("Chile cited the Treaty on Tea with Kenya.", "mentioned"),
        ("Chile has not signed the Treaty on Tea with Kenya.", "mentioned"),
        ("Chile became the first country to sign the Treaty on Tea with Kenya.", "signed"),
        ("The ministers of Chile and Kenya are to hold talks and sign the Treaty on Tea.", "planned"),
        ("Chile and Kenya concluded negotiations on the Treaty on Tea.", "negotiated"),
        ("The envoys of Chile and Kenya exchanged the Treaty on Tea.", "signed"),
        ("Chile and Kenya are on the verge of signing the Treaty on Tea.", "planned"),
        ("Chile and Kenya renewed the Treaty on Tea.", "agreed"),
    ],
)
def test_stage_as_asserted(text: str, stage: str) -> None:
    assert [row[1] for row in rows(text)] == [stage]


def test_an_instrument_is_one_claim_with_its_furthest_stage() -> None:
    text = "Chile and Kenya discussed a treaty on tea. The treaty was signed on May 4. Kenya praised the treaty."
    assert rows(text) == [("treaty on tea", "signed", ("Chile", "Kenya"), "2021-05-04")]


def test_evidence_is_the_passage_of_that_stage() -> None:
    found, _ = claims("Chile and Kenya discussed a treaty on tea. The treaty was signed on May 4. Kenya praised the treaty.")
    assert "signed" in found[0].evidence[0].text
    assert "discussed" not in found[0].evidence[0].text


@pytest.mark.parametrize(
    "text",
    [
        "The agreement between Chile and Kenya on tea was signed.",
        "A Chilean-Kenyan agreement on tea was signed.",
        "Chile signed an agreement on tea with Kenya.",
        "Chilean President Ana Rojas and Kenyan President Peter Mwangi signed an agreement on tea.",
        "An agreement on tea was signed in the presence of Chilean President Ana Rojas and Kenyan President Peter Mwangi.",
    ],
)
def test_parties(text: str) -> None:
    assert [row[2] for row in rows(text)] == [("Chile", "Kenya")]


def test_a_host_is_no_party() -> None:
    assert rows("At talks in Qatar, Chile and Kenya signed a treaty on tea.")[0][2] == ("Chile", "Kenya")


def test_multilateral_instruments_have_the_parties_that_are_printed() -> None:
    assert rows("Chile and Kenya praised the UN Charter.") == [("UN Charter", "mentioned", (), "")]


def test_members_of_a_list_share_what_is_said_of_it() -> None:
    text = "Chile and Kenya signed a protocol on tea, a memorandum on coffee and agreements on visas and on fishing."
    assert [row[:2] for row in rows(text)] == [
        ("protocol on tea", "signed"),
        ("memorandum on coffee", "signed"),
        ("agreement on visas", "signed"),
        ("agreement on fishing", "signed"),
    ]


def test_bundles_without_a_subject_are_left_out() -> None:
    assert rows("A number of documents were signed. Several agreements were reached.") == []


def test_an_instrument_that_only_the_headline_names_rests_on_it() -> None:
    found, _ = claims("The minister spoke to reporters.", "Chile and Kenya sign Treaty on Tea")
    assert [claim.evidence[0].field for claim in found] == ["title"]


def test_kinds() -> None:
    text = "They adopted the Oslo Declaration, signed a memorandum of understanding on tea, and issued a joint statement."
    found, _ = claims(text)
    assert [claim.value("kind") for claim in found] == ["declaration", "memorandum", "joint statement"]


def test_no_agreement_in_other_treaties_names() -> None:
    assert rows("The North Atlantic Treaty Organization met.") == []


@pytest.mark.parametrize("stage", ORDER)
def test_a_bare_name_asserts_no_stage(stage: str) -> None:
    sentence = f"{stage.capitalize()} birds: Treaty"
    assert read(sentence, len(sentence) - 6, len(sentence)).stage == "mentioned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TEACORP and Leaf Ltd signed a memorandum of understanding on tea.", ("Leaf Ltd", "TEACORP")),
        ("TEACORP (Tea Company) and Kenyan tea giant Leafco have signed a memorandum of understanding on tea.", ("Leafco", "TEACORP")),
        ("A contract on tea was signed between Teamark and Leafco in Oslo.", ("Leafco", "Teamark")),
        ("A loan agreement was signed between the Chilean Teabank and the Nairobi Development Bank.", ("Nairobi Development Bank", "Teabank")),
        ("Chilean company Teamark signed an agreement with Kenyan Leafco on a plant.", ("Leafco", "Teamark")),
        ("While signing the agreement on tea with Kenya, Chile asked for more.", ("Chile", "Kenya")),
    ],
)
def test_companies_that_no_table_knows_are_parties_where_they_sign(text: str, expected: tuple[str, ...]) -> None:
    assert [row[2] for row in rows(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As Kenyan officials visited Oslo, Chilean ministers signed an agreement on tea with Peru.", ("Chile", "Peru")),
        ("Chile, Peru and Kenya met for talks in Oslo. The negotiations on the tea agreement are to end soon.", ("Chile", "Kenya", "Peru")),
        ("The World Bank loan agreement with Chile was signed.", ("Chile", "World Bank")),
        ("Chile, represented by the Ministry of Trade, signed a tea agreement with Kenya.", ("Chile", "Kenya")),
        ("They praised the Trilateral Tea Agreement (TTA) between Chile, Kenya and Malta.", ("Chile", "Kenya", "Malta")),
        ("Voters welcomed the defeat of the EU constitution.", ("European Union",)),
    ],
)
def test_parties_by_the_subject_the_talks_and_the_name(text: str, expected: tuple[str, ...]) -> None:
    assert [row[2] for row in rows(text)] == [expected]


def test_agreements_with_several_partners_are_one_each() -> None:
    found = rows("Chile signed trade agreements with Kenya, Peru and Malta.")
    assert [row[2] for row in found] == [("Chile", "Kenya"), ("Chile", "Peru"), ("Chile", "Malta")]


def test_a_law_that_ratifies_is_the_instrument_ratified() -> None:
    assert [row[:2] for row in rows("The president of Chile signed a decree on ratifying the Convention on Tea.")] == [
        ("Convention on Tea", "ratified")
    ]


def test_a_name_ends_before_the_next_clause() -> None:
    text = "Chile and Kenya signed agreements to deepen their ties, the Foreign Office said."
    assert [row[0] for row in rows(text)] == ["agreements to deepen their ties"]
    assert [row[0] for row in rows("Chile and Kenya signed agreements on culture and agreed to meet again.")] == ["agreements on culture"]


def test_items_under_a_line_on_signed_documents_were_signed() -> None:
    text = "The ministers of Chile and Kenya signed two documents. These include:\n\n-Agreement on Tea Exports,\n\n-Protocol on Tea Quality."
    assert [row[:2] for row in rows(text)] == [("Agreement on Tea Exports", "signed"), ("Protocol on Tea Quality", "signed")]


def test_the_headline_repeats_what_the_text_tells() -> None:
    found = rows("Chile and Kenya signed an agreement on tea exports on Monday.", "Chile, Kenya ink agreement to boost trade")
    assert [row[0] for row in found] == ["agreement on tea exports"]


def test_an_anniversary_makes_no_statement() -> None:
    (row,) = rows("The envoys of Chile and Kenya marked the 10th anniversary of the Joint Statement on Tea.")
    assert row[1] == "mentioned"


def test_who_does_not_sign_is_no_party() -> None:
    ((_, stage, bound, _),) = rows("Norway did not sign the Valletta Fisheries Treaty.")
    assert (stage, bound) == ("mentioned", ())


def test_what_nobody_could_agree_on_was_discussed() -> None:
    ((_, stage, _, _),) = rows("Norway and Malta failed to agree on a customs protocol.")
    assert stage == "discussed"


def test_a_predecessor_signs_for_one_state_only() -> None:
    told = "Norwegian Foreign Minister Ingrid Solheim met with Maltese Prime Minister Luca Zammit in Oslo. "
    ((_, stage, bound, _),) = rows(told + "Zammit's predecessor Dorian Vella signed the protocol on customs in 2022.")
    assert stage == "signed"
    assert "Norway" not in bound


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Chile and Kenya signed ‘Memorandum of Understanding on Tea’.", "signed"),
        ("The minister of Chile signed with his Kenyan counterpart an agreement on tea.", "signed"),
        ("Chile and Kenya are negotiating the signing of an agreement on tea.", "negotiated"),
        ("The cabinet of Chile approved the signing of an agreement on tea with Kenya.", "planned"),
        ("Chile and Kenya agreed to accelerate the signing of an agreement on tea.", "planned"),
        ("Chile proposed the signing of an agreement on tea with Kenya.", "discussed"),
        ("Chile formally announced the signing of an agreement on tea with Kenya.", "signed"),
        ("The agreement on tea between Chile and Kenya is ready for signing.", "planned"),
        ("Negotiations on a tea agreement between Chile and Kenya were launched in May.", "negotiated"),
        ("Negotiations on a tea agreement between Chile and Kenya have been concluded.", "agreed"),
        ("Chile and Kenya hailed the Tea Partnership Agreement (TPA) signed in May.", "signed"),
    ],
)
def test_stages_that_only_the_words_around_the_signing_tell(text: str, stage: str) -> None:
    assert [row[1] for row in rows(text)] == [stage]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chile and Kenya signed memoranda of understanding on tea, health and tourism.",
            ["memorandum of understanding on tea", "memorandum of understanding on health", "memorandum of understanding on tourism"],
        ),
        ("Chile and Kenya signed an agreement to strengthen their ties, at the end of a visit.", ["agreement to strengthen their ties"]),
        ("Chile and Kenya signed a declaration concerning tea —the main crop of both.", ["declaration concerning tea"]),
        ("Chile and Kenya signed a treaty on tea and witnessed the signing of 12 documents.", ["treaty on tea"]),
        ("Chile approves memorandum on tea with Kenya.", ["memorandum on tea with Kenya"]),
        ("Chile and Kenya signed seven MoUs.", []),
        ("Chile signed a treaty with Kenya ahead of the Tea Forum.", ["treaty with Kenya"]),
        ("Chile signed a treaty on tea soon.", ["treaty on tea"]),
        (
            "Chile and Kenya signed the Agreement on Tea Cooperation and the reactivation of their commission was announced.",
            ["Agreement on Tea Cooperation"],
        ),
        (
            "They signed an MoU between the National Council for Culture and the Arts of Peru (NCA) and the Tea Board of Kenya (TBK).",
            ["MoU between the National Council for Culture and the Arts of Peru (NCA) and the Tea Board of Kenya"],
        ),
    ],
)
def test_names_neither_too_short_nor_too_long(text: str, names: list[str]) -> None:
    assert [row[0] for row in rows(text)] == names


def test_what_enters_into_force_has_the_parties_that_concluded_it() -> None:
    text = "Chile and Kenya concluded a Tea Partnership Agreement in May, which entered into force in June."
    assert [row[1:3] for row in rows(text)] == [("in force", ("Chile", "Kenya"))]
    assert [row[2] for row in rows("The Treaty on Tea entered into force in Chile.")] == [()]


def test_a_document_is_no_party_to_itself() -> None:
    text = "The Tea Board of Kenya has signed a Memorandum of Understanding with the Arab Chamber of Commerce."
    assert [row[2] for row in rows(text)] == [("Arab Chamber of Commerce", "Tea Board of Kenya")]


def test_the_parties_of_any_conflict_are_not_those_who_meet() -> None:
    text = "Foreign Minister of Chile Luis Soto met Foreign Minister of Kenya Ann Reed. They spoke of a peace agreement between the parties."
    assert [row[2] for row in rows(text)] == [()]


def test_views_exchanged_on_an_instrument_sign_nothing() -> None:
    assert [row[1] for row in rows("Chile and Kenya exchanged views on the Treaty on Tea.")] == ["discussed"]
    assert [row[1] for row in rows("Chile and Kenya exchanged the Treaty on Tea.")] == ["signed"]


def test_whom_something_is_done_with_is_no_subject() -> None:
    text = "The success with Malta came after the government of Chile signed a treaty on tea with Kenya."
    assert [row[2] for row in rows(text)] == [("Chile", "Kenya")]
    assert [row[2] for row in rows("Chile together with Malta signed a treaty on tea with Kenya.")] == [("Chile", "Kenya", "Malta")]


def test_several_other_accords_are_not_the_one_that_is_negotiated() -> None:
    text = "Negotiations on a tea agreement between Chile and Kenya go on. The accords signed by Peru were praised."
    assert ("tea agreement between Chile and Kenya", "negotiated") in [row[:2] for row in rows(text)]
