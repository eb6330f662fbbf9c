"""Statements of invented sentences: who is said to have said what, and what says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.claims import statements
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Document, Reading
from tests.claims.speech.readings import modes, named, reading, said

MINISTER = "Foreign Minister of Norway Ingrid Solheim opened the talks in Oslo. "

INDIRECT = [
    ("Prime Minister of Malta Luca Zammit said that the port had reopened.", "Luca Zammit", "the port had reopened"),
    ("Prime Minister of Malta Luca Zammit also noted the importance of ferries.", "Luca Zammit", "the importance of ferries"),
    ("The port had reopened, Prime Minister of Malta Luca Zammit said in Valletta.", "Luca Zammit", "The port had reopened"),
    (
        "The harbour would be ready by spring, thought Mr Zammit. Prime Minister Luca Zammit left.",
        "Luca Zammit",
        "The harbour would be ready by spring",
    ),
    ("According to Prime Minister of Malta Luca Zammit, the port is open.", "Luca Zammit", "the port is open"),
    ("In Prime Minister Luca Zammit's view, the tariff is too high.", "Luca Zammit", "the tariff is too high"),
    ("Prime Minister of Malta Luca Zammit is sure that ferries will return.", "Luca Zammit", "ferries will return"),
    ("Prime Minister of Malta Luca Zammit made clear that the quay would stay closed.", "Luca Zammit", "the quay would stay closed"),
    ("Prime Minister of Malta Luca Zammit drew attention to the state of the lighthouses.", "Luca Zammit", "the state of the lighthouses"),
    (MINISTER + "The harbour, she said, needs dredging.", "Ingrid Solheim", "The harbour, she said, needs dredging"),
    ("Prime Minister of Malta Luca Zammit updated deputies on Monday that the quay is open.", "Luca Zammit", "the quay is open"),
    ("Norway ruled out new fees for ferries.", "Norway", "Norway ruled out new fees for ferries"),
    ("Norwegian officials say the fish stocks have recovered.", "Norwegian officials", "the fish stocks have recovered"),
    ("Supporters of the dam say it will bring jobs.", "Supporters of the dam", "it will bring jobs"),
    ("Officials close to the inquiry say the bridge was unsafe.", "Officials close to the inquiry", "the bridge was unsafe"),
    ("The Harbour Gazette reported that two ferries had collided.", "Harbour Gazette", "two ferries had collided"),
    (
        "Norway is ready to share its charts, Prime Minister of Malta Luca Zammit said on the sidelines of the forum in Oslo, Nordwire reports.",
        "Luca Zammit",
        "Norway is ready to share its charts",
    ),
    ("The quay is safe again, Prime Minister of Malta Luca Zammit told the press in Oslo on Monday.", "Luca Zammit", "The quay is safe again"),
    ("Prime Minister of Malta Luca Zammit confirmed on July 25 that the quay is open.", "Luca Zammit", "the quay is open"),
    ("Prime Minister of Malta Luca Zammit pointed out at the talks in Oslo that the quay is open.", "Luca Zammit", "the quay is open"),
    ("Prime Minister of Malta Luca Zammit on Friday said that the quay is open.", "Luca Zammit", "the quay is open"),
    (MINISTER + "According to her, the harbour needs dredging.", "Ingrid Solheim", "the harbour needs dredging"),
    ("While noting that the quay is old, Prime Minister of Malta Luca Zammit said it was safe.", "Luca Zammit", "the quay is old"),
    ("Prime Minister of Malta Luca Zammit said on Tuesday the quay is open.", "Luca Zammit", "the quay is open"),
    ("Prime Minister of Malta Luca Zammit posted on X that the quay is open.", "Luca Zammit", "the quay is open"),
    ("Prime Minister of Malta Luca Zammit maintained that the quay is open.", "Luca Zammit", "the quay is open"),
    ("The quay is open, Prime Minister of Malta Luca Zammit was quoted as stating by Nordwire.", "Luca Zammit", "The quay is open"),
    ("Norway issued a statement urging captains to stay in port.", "Norway", "urging captains to stay in port"),
    ("Norway raised concerns about the age of the ferries.", "Norway", "Norway raised concerns about the age of the ferries"),
    ("Prime Minister of Malta Luca Zammit apprised deputies on Monday that the quay is open.", "Luca Zammit", "the quay is open"),
    ("Prime Minister of Malta Luca Zammit noted with pleasure the return of the ferries.", "Luca Zammit", "the return of the ferries"),
    ("Prime Minister of Malta Luca Zammit, while opening the fair in Oslo noted that the quay is open.", "Luca Zammit", "the quay is open"),
    ("According to Prime Minister of Malta Luca Zammit the quay is open.", "Luca Zammit", "the quay is open"),
    ("The quay is open, said a statement from the harbour.", "statement", "The quay is open"),
    (
        "The quay is open, Prime Minister of Malta Luca Zammit said in Oslo, Nordwire reports citing the Harbour Gazette.",
        "Luca Zammit",
        "The quay is open",
    ),
    ("Norway said last week that the quay was open.", "Norway", "the quay was open"),
    ("Norway is ready, the country's foreign minister said Monday, as fees continue to rise.", "foreign minister", "Norway is ready"),
    (
        "In talks with captains, both quays were opened, Luca Zammit told reporters after the fair.",
        "Luca Zammit",
        "In talks with captains, both quays were opened",
    ),
    ("The fees will fall, according to Nordwire.", "Nordwire", "The fees will fall"),
    ("According to Luca Zammit, a professor at the School of Ports in Oslo, fees will fall.", "Luca Zammit", "fees will fall"),
    ("According to Maltese news agencies, Luca Zammit said that fees will fall.", "Luca Zammit", "fees will fall"),
    ("Norway called on Luca Zammit to lower the fees.", "Norway", "Norway called on Luca Zammit to lower the fees"),
    ("The quay is open, added Prime Minister of Malta Luca Zammit during the fair.", "Luca Zammit", "The quay is open"),
    ("The quay is open, added spokesman for the port Luca Zammit.", "Luca Zammit", "The quay is open"),
    ("Prime Minister of Malta Luca Zammit, praised the quay.", "Luca Zammit", "Prime Minister of Malta Luca Zammit, praised the quay"),
    ("Prime Minister of Malta Luca Zammit pointed that the quay is open.", "Luca Zammit", "the quay is open"),
    ("Prime Minister of Malta Luca Zammit affirmed today in Toronto (Canada) that the quay is open.", "Luca Zammit", "the quay is open"),
    ("The quay is old, noted Prime Minister of Malta Luca Zammit and expressed hope for a new one.", "Luca Zammit", "expressed hope for a new one"),
    ("Luca Zammit, Minister Responsible for Ports praised the quay.", "Luca Zammit", "Luca Zammit, Minister Responsible for Ports praised the quay"),
    ("According to Norway's daily newspaper, fees will fall.", "daily newspaper", "fees will fall"),
    ("Norway refuted the claims of the captains.", "Norway", "Norway refuted the claims of the captains"),
    ("Norway highly valued the new quay.", "Norway", "Norway highly valued the new quay"),
    ("State television says Prime Minister of Malta Luca Zammit said the quay was safe.", "Luca Zammit", "the quay was safe"),
]

RESOLVED = [
    ("The Harbour Gazette reported that two ferries had collided. The newspaper said nobody was hurt.", "Harbour Gazette"),
    ("Shipping company Norlinje says fares will rise. The company says fuel is dear.", "Norlinje"),
    ("Norway is worried about cod. The government said the quota was too high.", "Norway"),
    ("Norway's government said the quota was too high.", "Norway"),
    ("A UNESCO statement issued Monday said the old town was at risk.", "United Nations Educational, Scientific and Cultural Organization"),
    ("A Norwegian fisheries spokesman said boats were late. The spokesman said storms were to blame.", "Norwegian fisheries spokesman"),
    ("Some Norwegian officials rejected the plan. They say the cod is gone.", "Norwegian officials"),
    ("Prime Minister of Norway Lars Holm met captains. The Norwegian PM said the quay was open.", "Lars Holm"),
    ("President of Malta Luca Zammit said fares would fall. The Maltese leader noted the price of fuel.", "Luca Zammit"),
    ("The Ambassador of Norway praised the quay. The diplomat said ferries were fast.", "Ambassador of Norway"),
    ("The Harbour Commission met. The court said the quay was unsafe.", "court"),
]

NOTHING = [
    "It was noted that the port had reopened.",
    "Prime Minister of Malta Luca Zammit did not say that the port had reopened.",
    "Prime Minister of Malta Luca Zammit will say that the port has reopened.",
    "Did Prime Minister of Malta Luca Zammit say so?",
    "If Prime Minister of Malta Luca Zammit says so, the ferries return.",
    "Prime Minister of Malta Luca Zammit refused to say whether the port had reopened.",
    "Prime Minister of Malta Luca Zammit repaired the quay.",
    "Prime Minister of Malta Luca Zammit disclosed this in a letter to captains.",
    "Prime Minister of Malta Luca Zammit called on King of Norway Olaf Lind on Monday to discuss ferries.",
    "Minister of Malta Luca Zammit called on King of Norway Olaf Lind at the palace during his visit to Oslo to attend the fair.",
    "According to the official page of the port, fees will fall.",
    "Prime Minister of Malta Luca Zammit apprised the deputies of the fees.",
    "Prime Minister of Malta Luca Zammit met captains while noting the hour.",
    "The ferries are late as Nordwire opened its desk, citing an unnamed official.",
    "Norway signed a trade agreement that it says will help captains.",
    "Prime Minister of Malta Luca Zammit posted two guards at the quay.",
    "Prime Minister of Malta Luca Zammit maintained the quay.",
    "Prime Minister of Malta Luca Zammit raised the fees.",
    "Two ferries returned to Valletta on Monday, Nordwire News Agency reports.",
    "A statement urging captains to stay in port was issued by nobody.",
    "The resolution, endorsed by Malta in 2019, is long.",
    "Prime Minister of Malta Luca Zammit called on the King of Norway.",
    "Prime Minister of Malta Luca Zammit said on Monday.",
]

WORDS = [
    *"abc. ,:;“”\"'’\n",
    "\n\n",
    " said ",
    " said:",
    " Malta ",
    " he ",
    " that ",
    "Luca Zammit",
    " according to ",
    " the two ",
    " saying ",
    " it ",
    "SAID",
    "X: ",
]


@pytest.mark.parametrize(("text", "speaker", "words"), INDIRECT)
def test_indirect_speech_has_a_speaker_and_his_words(text: str, speaker: str, words: str) -> None:
    assert ((speaker,), words) in said(text)
    assert set(modes(text)) == {"indirect"}


@pytest.mark.parametrize(("text", "speaker"), RESOLVED)
def test_descriptions_stand_for_the_party_named_before(text: str, speaker: str) -> None:
    assert said(text)[-1][0] == (speaker,)


@pytest.mark.parametrize("text", NOTHING)
@pytest.mark.parametrize("pipeline", [None, "rules"])
def test_what_nobody_said_is_no_statement(text: str, pipeline: str | None) -> None:
    assert said(text, pipeline) == []


def test_what_stands_as_printed_keeps_the_printed_words() -> None:
    read = reading("Norway is worried about cod. The government said the quota was too high.")
    claim = list(statements.extract(read))[-1]
    assert claim.filled("speaker")[0].span.text == "government"
    assert named(read, claim, "speaker") == ("Norway",)


def test_joint_speakers_are_one_statement() -> None:
    text = "Ingrid Solheim of Norway and Luca Zammit of Malta met in Oslo. Ingrid Solheim and Luca Zammit stressed the value of ferries."
    assert said(text) == [(("Ingrid Solheim", "Luca Zammit"), "the value of ferries")]


def test_the_two_are_the_persons_named_before() -> None:
    text = "Prime Minister of Malta Luca Zammit met Foreign Minister of Norway Ingrid Solheim in Oslo. The two said that ferries would return."
    assert said(text) == [(("Luca Zammit", "Ingrid Solheim"), "ferries would return")]


def test_a_verb_inside_what_is_said_is_no_statement_of_its_own() -> None:
    text = "Prime Minister of Malta Luca Zammit said that Norway supported the plan for ferries."
    assert said(text) == [(("Luca Zammit",), "Norway supported the plan for ferries")]


def test_host_and_guest_are_the_persons_named_before() -> None:
    text = "Prime Minister of Malta Luca Zammit met Foreign Minister of Norway Ingrid Solheim in Oslo. Host and guest hailed the ferries."
    assert [speakers for speakers, _ in said(text)] == [("Luca Zammit", "Ingrid Solheim")]


def test_who_tells_of_what_another_said_is_not_counted_beside_him() -> None:
    text = "Prime Minister of Malta Luca Zammit stressed the value of ferries, according to the newspaper."
    assert said(text) == [(("Luca Zammit",), "the value of ferries")]


def test_joined_verbs_report_apart() -> None:
    text = "Prime Minister of Malta Luca Zammit praised the new quay and stressed the need for ferries."
    assert said(text) == [
        (("Luca Zammit",), "Prime Minister of Malta Luca Zammit praised the new quay"),
        (("Luca Zammit",), "the need for ferries"),
    ]


def test_a_participle_reports_for_the_subject() -> None:
    text = "Prime Minister of Malta Luca Zammit opened the quay, saying that ferries would return."
    assert said(text) == [(("Luca Zammit",), "ferries would return")]


def test_a_passage_ends_before_the_next_act() -> None:
    text = "Prime Minister of Malta Luca Zammit stressed the value of ferries and discussed fares with captains."
    assert said(text) == [(("Luca Zammit",), "the value of ferries")]


@pytest.mark.parametrize("pipeline", [None, "rules"])
def test_a_quotation_is_direct_without_its_marks(pipeline: str | None) -> None:
    text = "Prime Minister of Malta Luca Zammit spoke in Valletta. “We will rebuild the old harbour next year,” Luca Zammit said."
    assert said(text, pipeline) == [(("Luca Zammit",), "We will rebuild the old harbour next year")]
    assert modes(text, pipeline) == ["direct"]


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = (
        "Prime Minister of Malta Luca Zammit said: “We will rebuild the old harbour next year.\n\n"
        "“The ferries will be back in spring, and fares will not rise.”"
    )
    assert [speakers for speakers, _ in said(text)] == [("Luca Zammit",)]
    assert said(text)[0][1].endswith("fares will not rise.")


BRIEFING = "Ministry spokesperson Ada Lind met the press in Oslo.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        BRIEFING + "Q: Is the quay open?\n\nA: The quay is open. Norway supports the ferries.\n\nQ: And the fees?\n\nA: They will not rise.",
        BRIEFING + "- Is the quay open?\n\n- The quay is open. Norway supports the ferries.\n\n- And the fees?\n\n- They will not rise.",
    ],
)
def test_answers_are_the_words_of_the_one_who_is_asked(text: str) -> None:
    assert [one for one in said(text) if "quay" in one[1] or "rise" in one[1]] == [
        (("Ada Lind",), "The quay is open. Norway supports the ferries."),
        (("Ada Lind",), "They will not rise."),
    ]


def test_answers_of_nobody_known_have_no_speaker() -> None:
    text = "Luca Zammit met Ingrid Solheim in Oslo.\n\nQ: Is the quay open?\n\nA: It opened in May."
    assert said(text) == []


def test_a_list_without_questions_is_no_interview() -> None:
    assert said(BRIEFING + "- The quay is open.\n\n- The fees are low.") == []


@pytest.mark.parametrize("lead", ["We, the leaders of Norway and Malta, met in Oslo.\n\n", "We, the foreign ministers of Norway and Malta, met.\n\n"])
def test_we_of_a_joint_statement_are_those_it_lists(lead: str) -> None:
    assert said(lead + "We reaffirm the value of ferries. We will build and support ports.") == [(("Norway", "Malta"), "the value of ferries")]


def test_we_of_a_headline_are_those_the_statement_is_by() -> None:
    def speakers(title: str) -> list[str]:
        document = Document("t", "We reaffirm the value of ferries.", title=title)
        analysis = next(iter(analyse([document])))
        mentions = find(analysis)
        read = Reading(analysis, mentions, link(analysis, mentions))
        return [name for claim in statements.extract(read) for name in named(read, claim, "speaker")]

    assert speakers("Joint Statement by Norway and Malta on Ferries") == ["Norway", "Malta"]
    assert speakers("Norway and Malta discuss ferries") == []


def test_labelled_turns_are_direct_speech() -> None:
    text = (
        "Prime Minister of Malta Luca Zammit met Foreign Minister of Norway Ingrid Solheim.\n\n"
        "Luca Zammit: Welcome to Valletta. The quay is open.\n\nIngrid Solheim: Thank you. The ferries are fast."
    )
    assert said(text)[:2] == [
        (("Luca Zammit",), "Welcome to Valletta. The quay is open."),
        (("Ingrid Solheim",), "Thank you. The ferries are fast."),
    ]
    assert modes(text)[:2] == ["direct", "direct"]


def test_words_below_a_colon_are_direct_speech() -> None:
    words = "The harbour is safe again. I thank the crews."
    text = f"Foreign Minister of Norway Ingrid Solheim said:\n\n{words}\n\nNotes to editors\n\nThe harbour dates from 1890."
    assert said(text) == [(("Ingrid Solheim",), words)]


def test_marked_words_below_a_statement_that_follows_are_one() -> None:
    words = "The harbour is safe again.\n\nI thank the crews."
    text = f"Foreign Minister of Norway Ingrid Solheim made the following statement:\n\n“{words}”\n\nShe left for Oslo."
    assert said(text) == [(("Ingrid Solheim",), words)]


def test_a_joint_statement_that_parties_speak_in_is_no_third_speaker() -> None:
    text = "In a joint statement, Norway and Malta declared that the quay is open."
    assert said(text) == [(("Norway", "Malta"), "the quay is open")]


def test_the_pair_are_those_named_before() -> None:
    text = "Prime Minister of Malta Luca Zammit met Foreign Minister of Norway Ingrid Solheim in Oslo. The pair stressed the value of ferries."
    assert said(text)[-1] == (("Luca Zammit", "Ingrid Solheim"), "the value of ferries")


def test_an_agency_that_passes_on_what_another_said_is_not_counted_beside_him() -> None:
    text = "Norway's Harbour Commission said the quay is “at its best” and warned that the fees “will rise again,” the Nordwire news agency reported."
    assert {speakers for speakers, _ in said(text)} == {("Harbour Commission",)}


def test_an_agency_that_reports_its_own_news_says_nothing() -> None:
    assert said("Two ferries returned to Valletta on Monday, Nordwire reports.") == []


@given(words=st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_text_is_read_and_every_passage_stands(words: list[str]) -> None:
    read = reading("".join(words), "rules")
    for claim in statements.extract(read):
        span = claim.evidence[0]
        assert read.document.text[span.start : span.end] == span.text and span.text.strip()
        assert claim.filled("speaker") and claim.value("mode") in ("direct", "indirect")


def test_when_a_quotation_was_uttered_is_no_statement() -> None:
    found = list(statements.extract(reading('"We value the sea," Prime Minister of Malta Luca Zammit said ahead of the visit.')))
    assert [one.filled("content")[0].name for one in found if "ahead" in one.filled("content")[0].name] == []
