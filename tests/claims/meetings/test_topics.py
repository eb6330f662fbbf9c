"""Topics: what was talked about, split where a reader would split, and the concept it falls under."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kg.claims.meetings import extract
from kg.claims.meetings.concepts import concept
from kg.claims.meetings.splits import parts
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading

A = "Norwegian Foreign Minister Ingrid Solheim"
B = "Prime Minister of Malta Luca Zammit"


def meetings(text: str, title: str = "") -> list[Claim]:
    analysis = next(analyse([Document("a", text, title=title)], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def topics(text: str, title: str = "") -> list[str]:
    return [one.name for claim in meetings(text, title) for one in claim.filled("topic")]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("energy, customs and financial partnership", ["energy", "customs", "financial partnership"]),
        ("the trade, economic and political spheres", ["the trade, economic and political spheres"]),
        ("regional and international security", ["regional and international security"]),
        ("peace talks between Armenia and Azerbaijan", ["peace talks between Armenia and Azerbaijan"]),
        ("drug addiction and illicit trafficking", ["drug addiction", "illicit trafficking"]),
        ("the situation in Chad and preparations for the summit", ["the situation in Chad", "preparations for the summit"]),
        ("a range of issues, including security and trade", ["security", "trade"]),
        ("issues of mutual concern, including water", ["issues of mutual concern", "water"]),
        ("ways to deepen trade; the climate crisis; and health", ["ways to deepen trade", "the climate crisis", "health"]),
        ("fisheries, as well as the upcoming elections", ["fisheries", "upcoming elections"]),
        ("how Norway and Malta can work together", ["how Norway and Malta can work together"]),
        ("the goals and mechanisms of the sanctions", ["the goals and mechanisms of the sanctions"]),
        ("efforts to protect the reef and promote safe sailing", ["efforts to protect the reef", "promote safe sailing"]),
        ("how to cut waste and improve schools, and fund clinics", ["how to cut waste", "improve schools", "fund clinics"]),
        ("regional peace and security", ["regional peace and security"]),
        ("human rights, trade and investment", ["human rights", "trade and investment"]),
        ("the food and energy challenges of the coast", ["the food and energy challenges of the coast"]),
        ("the measles epidemic, the harvest in Mali and trade", ["the measles epidemic", "the harvest in Mali", "trade"]),
        ("relations with Chad, Niger and Mali, and trade", ["relations with Chad, Niger and Mali", "trade"]),
        ("ties with the Nordic Council and East-West relations", ["ties with the Nordic Council", "East-West relations"]),
        ("global hunger and global prices", ["global hunger", "global prices"]),
        ("the state of ties, tasks and ways of expanding them", ["the state of ties", "tasks and ways of expanding them"]),
        ("ties in the trade, economic and cultural spheres, and visas", ["ties in the trade, economic and cultural spheres", "visas"]),
        ("questions of economic, legal and cultural ties and fighting crime", ["questions of economic, legal and cultural ties", "fighting crime"]),
        ("sectors ranging from tea, timber and tin", ["sectors ranging from tea, timber and tin"]),
        ("fishing, and", ["fishing"]),
        ("ties, especially in the fields of tea and tin", ["ties", "tea", "tin"]),
        ("ways to further develop and strengthen these ties", ["ways to further develop and strengthen these ties"]),
        ("funds for the Norwegian Navy, Coast Guard, and others at sea", ["funds for the Norwegian Navy, Coast Guard, and others at sea"]),
        ("a bill to register and tax small boats", ["a bill to register and tax small boats"]),
        ("the G20 and G7 presidencies", ["the G20 and G7 presidencies"]),
        ("aid, as well as the need to rebuild roads", ["aid", "need to rebuild roads"]),
        ("energy, besides discussing reefs", ["energy", "reefs"]),
    ],
)
def test_a_coordination_is_split_where_its_parts_stand_alone(phrase: str, expected: list[str]) -> None:
    assert [phrase[start:end] for start, end in parts(phrase)] == expected


@given(some.text(alphabet="abc ,;()and“”\n", max_size=60))
def test_parts_are_ordered_and_lie_within_the_phrase(phrase: str) -> None:
    last = 0
    for start, end in parts(phrase):
        assert last <= start < end <= len(phrase)
        last = end


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They discussed fisheries and agreed to meet again.", ["fisheries"]),
        ("The talks focused on energy.", ["energy"]),
        ("Special attention was paid to climate change.", ["climate change"]),
        ("Issues of tourism were also discussed.", ["tourism"]),
        ("The sides exchanged views on the situation in Mali.", ["the situation in Mali"]),
        ("They did not discuss the budget.", []),
        ("The two sides conferred on fisheries.", ["fisheries"]),
        ("The talks revolved around port security.", ["port security"]),
        ("Fisheries topped the agenda.", ["Fisheries"]),
        ("Port security came under discussion.", ["Port security"]),
        ("Also discussed were fisheries and visas.", ["fisheries", "visas"]),
        ("Topics discussed included fisheries and visas.", ["fisheries", "visas"]),
        ("Views were exchanged on fisheries.", ["fisheries"]),
        ("In this context the ferry lines were discussed.", ["the ferry lines"]),
        ("The ministers discussed, in particular, fisheries.", ["fisheries"]),
        ("Sharing views on reefs, ports and ferries, they called for calm.", ["reefs", "ports", "ferries"]),
        ("An exchange of views took place on reefs, and the schedule of visits was reviewed.", ["reefs", "the schedule of visits"]),
        ("They discussed aid, in coordination with Chad and Mali, and the need to rebuild roads.", ["aid", "the need to rebuild roads"]),
        ("Talks are expected to cover reefs and ferries.", ["reefs", "ferries"]),
        ("The review by a panel went on.", []),
        ("The agency reported on Wednesday that reefs grow.", []),
        ("The meeting focused on reefs, and ways to fund ferries were discussed.", ["reefs", "ways to fund ferries"]),
        ("They reviewed and praised the ferry plan.", ["the ferry plan"]),
        ("They discussed long-standing and consistently friendly ties.", ["long-standing and consistently friendly ties"]),
        ("They exchanged views on issues of bilateral and regional importance.", ["issues of bilateral and regional importance"]),
        ("The meeting on reefs took place in Oslo.", ["reefs"]),
        ("The Norwegian minister addressed a press conference.", []),
    ],
)
def test_cues_of_topics(sentence: str, expected: list[str]) -> None:
    assert topics(f"{A} met with {B}. {sentence}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A} discussed with {B} fisheries and visas.", ["fisheries", "visas"]),
        (f"{A} will discuss with {B} on Wednesday in Oslo a number of issues including the reef.", ["the reef"]),
        (f"{A} and {B} met in Oslo with a view to boosting fisheries.", ["fisheries"]),
        (f"The purpose of the meeting between {A} and {B} was to discuss fisheries.", ["fisheries"]),
        (f"Port security was discussed by {A} and {B}.", ["Port security"]),
        (f"{A} held trade talks with {B}.", ["trade"]),
        (f"{A} met {B} to discuss the reef on Monday.", ["the reef"]),
    ],
)
def test_topics_beside_the_partner_the_purpose_and_the_time(text: str, expected: list[str]) -> None:
    assert topics(text) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ministers discuss cooperation in tourism", ["cooperation in tourism"]),
        ("Prospects for ferry lines discussed in Oslo", ["Prospects for ferry lines"]),
        ("Norway and Malta mull ferry lines", ["ferry lines"]),
    ],
)
def test_the_headline_tells_what_the_talk_of_the_text_is_about(title: str, expected: list[str]) -> None:
    assert topics(f"{A} met with {B} in Oslo.", title) == expected


def test_a_headline_s_topic_is_not_told_twice() -> None:
    assert topics(f"{A} met with {B} in Oslo to discuss tourism.", "Ministers discuss cooperation in tourism") == ["tourism"]


def test_a_courtesy_call_is_on_nobody_s_topic() -> None:
    assert topics(f"{A} paid a courtesy call on {B}. The reef was also discussed.") == ["The reef"]


def test_the_purpose_of_a_meeting_is_its_topic() -> None:
    assert topics(f"{A} met with {B} to discuss trade and tourism.") == ["trade", "tourism"]


def test_topics_go_to_the_meeting_of_the_people_named() -> None:
    text = f"{A} met with {B}. Ms Solheim met with President of Malta Rita Borg. Ms Solheim and Mr Zammit discussed fisheries."
    found = {claim.filled("participant")[1].name: [one.name for one in claim.filled("topic")] for claim in meetings(text)}
    assert found == {"Luca Zammit": ["fisheries"], "Rita Borg": []}


@pytest.mark.parametrize(
    ("topic", "key"),
    [
        ("bilateral trade", "topic/trade"),
        ("the free trade agreement", "topic/trade-agreements"),
        ("the situation in Gaza", "topic/middle-east"),
        ("nuclear energy", "topic/nuclear-energy"),
        ("the Norwegian-Maltese relationship", "topic/bilateral-relations"),
        ("ties between Norway and Malta", "topic/bilateral-relations"),
        ("the situation in the North Caucasus", "topic/regional-issues"),
        ("wide-ranging matters", ""),
        ("Tradeston", ""),
    ],
)
def test_the_longest_label_printed_names_the_concept(topic: str, key: str) -> None:
    assert concept(topic) == key


def test_every_concept_of_a_claim_is_in_the_scheme() -> None:
    (claim,) = meetings(f"{A} met with {B} to discuss trade.")
    assert [one.ref for one in claim.filled("topic")] == ["topic/trade"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f'{A} met with {B}. "They discussed security in the harbour region," the ministry said in a statement.', ["security in the harbour region"]),
        (f'{A} met with {B}. They discussed the "Island Sailing Games".', ['the "Island Sailing Games"']),
        (f"{A} met with {B}. They discussed the “Island Sailing Games” and trade.", ["the “Island Sailing Games”", "trade"]),
        (f"{A} and {B} discussed Syria by phone.", ["Syria"]),
    ],
)
def test_topics_end_with_their_quotation_and_without_the_telephone(text: str, expected: list[str]) -> None:
    assert topics(text) == expected


def test_what_was_discussed_by_telephone_is_a_call() -> None:
    (made,) = meetings(f"{A} and {B} discussed Syria by phone.")
    assert made.value("kind") == "call"


PAIR = f"{A} met with {B}."


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Fishing quotas were high on the agenda.", ["Fishing quotas"]),
        ("Fishing quotas were at the centre of the talks.", ["Fishing quotas"]),
        ("Fishing quotas also featured in the talks.", ["Fishing quotas"]),
        ("Talks centered on fishing quotas.", ["fishing quotas"]),
        ("Discussions revolved around fishing quotas.", ["fishing quotas"]),
        ("They held in-depth discussions on fishing quotas.", ["fishing quotas"]),
        ("The ministers looked into ways to share quotas.", ["ways to share quotas"]),
        ("In the course of the meeting fishing quotas were considered.", ["fishing quotas"]),
        ("Although the storm went on, fishing quotas were discussed.", ["fishing quotas"]),
        ("The sides discussed fishing quotas; they will meet again.", ["fishing quotas"]),
        ("The sides discussed fishing quotas and shared their hopes.", ["fishing quotas"]),
        ("The sides discussed fishing quotas, said a spokesperson of the ministry.", ["fishing quotas"]),
        ("They agreed to work closely together to address hunger.", []),
        ("She left on a special charter flight.", []),
        ("Fishing quotas were at the centre of the exhibition.", []),
    ],
)
def test_each_wording_leads_to_its_topics_and_no_further(sentence: str, expected: list[str]) -> None:
    assert topics(f"{PAIR} {sentence}") == expected


def test_a_level_is_no_topic() -> None:
    assert topics(f"{A} held a meeting on the highest level this year with {B}.") == []


def test_what_the_meeting_was_devoted_to_is_shown_with_its_clause() -> None:
    (made,) = meetings(f"{PAIR} In Oslo, the talks focused on fishing quotas.")
    assert "the talks focused on fishing quotas" in [one.text for one in made.evidence]


def test_the_subject_of_a_standing_body_and_the_date_of_a_topic_are_no_topics() -> None:
    assert topics(f"{PAIR} The meetings of the Joint Commission on Herring go on.") == []
    assert topics(f"{PAIR} They discussed the budget, scheduled for June.") == ["the budget"]
    assert topics(f"{PAIR} They held talks in Oslo on herring.") == ["herring"]


def test_talks_were_focused_on_their_topics_without_et_cetera() -> None:
    assert topics(f"{PAIR} Talks were also focused on herring.") == ["herring"]
    assert topics(f"{PAIR} They discussed herring, customs, etc.") == ["herring", "customs"]
    assert topics(f"{PAIR} The cameras were focused on herring.") == []
