"""Tenures: which titles are claims, what the post is called, and the words that prove it."""

from __future__ import annotations

import pytest

from kg.claims.tenures import extract
from kg.entities import link
from kg.language import analyse
from kg.mentions import find
from kg.model import Claim, Document, Reading


def claims(text: str, title: str = "", publisher: str = "") -> list[Claim]:
    analysis = next(analyse([Document("a", text, title=title, publisher=publisher)], "rules"))
    mentions = find(analysis)
    return list(extract(Reading(analysis, mentions, link(analysis, mentions))))


def rows(text: str, title: str = "", publisher: str = "") -> list[tuple[str, str, str, str]]:
    """Person, post, represented party and status of each claim."""
    return [
        (one.filled("person")[0].name, one.filled("post")[0].name, one.filled("of")[0].name, one.value("status"))
        for one in claims(text, title, publisher)
    ]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The High Representative of the European Union for Foreign Affairs Ida Berg spoke.", "High Representative for Foreign Affairs"),
        ("Secretary of the Mongolian National Security Council Bat Bold spoke.", "Secretary of the National Security Council"),
        ("Catholicos of All Armenians Nerses IX spoke.", "Catholicos of All Armenians"),
        ("Estonian President-elect Liisa Tamm spoke.", "President"),
        ("Minister of Foreign Affairs and Trade of Hungary Pal Kiss spoke.", "Minister of Foreign Affairs and Trade"),
    ],
)
def test_the_post_is_named_without_its_state(text: str, post: str) -> None:
    assert [row[1] for row in rows(text)] == [post]


def test_plural_posts_are_named_in_the_singular() -> None:
    assert [row[1] for row in rows("Foreign Ministers Ana Quispe of Peru and Luis Prado of Chile met.")] == ["Foreign Minister", "Foreign Minister"]


def test_the_fullest_form_of_a_post_is_the_only_claim() -> None:
    text = "Peruvian Minister of National Defence Ana Quispe arrived. Defence Minister Quispe spoke. Minister Quispe left."
    assert rows(text) == [("Ana Quispe", "Minister of National Defence", "Peru", "current")]


def test_status_tells_two_tenures_apart() -> None:
    text = "Acting President and Prime Minister of Peru Ana Quispe spoke. Former Prime Minister of Chile Luis Prado listened."
    assert rows(text) == [
        ("Ana Quispe", "President", "Peru", "acting"),
        ("Ana Quispe", "Prime Minister", "Peru", "current"),
        ("Luis Prado", "Prime Minister", "Chile", "former"),
    ]


def test_evidence_is_taken_from_the_text_where_the_headline_says_it_first() -> None:
    made = claims("Norwegian Prime Minister Jon Arnason spoke.", title="Prime Minister of Norway Jon Arnason speaks")
    assert [one.evidence[0].field for one in made] == ["text"]
    made = claims("Mr Arnason spoke.", title="Prime Minister of Norway Jon Arnason speaks")
    assert [(one.evidence[0].field, one.evidence[0].text) for one in made] == [("title", "Prime Minister of Norway Jon Arnason")]


def test_evidence_of_a_predicate_holds_its_verb() -> None:
    made = claims("Ana Quispe was appointed Ambassador of Peru to Chile.")
    assert [one.evidence[0].text for one in made] == ["Ana Quispe was appointed Ambassador of Peru to Chile"] or made[0].evidence[0].text.startswith(
        "Ana Quispe was appointed Ambassador"
    )


def test_a_post_of_nobody_known_is_no_tenure() -> None:
    assert claims("Minister Ana Quispe spoke.") == []


def test_no_claim_without_a_name() -> None:
    assert claims("The President of Peru met the Prime Minister of Chile.") == []


def test_a_government_names_its_head_of_state_without_the_post() -> None:
    text = "Mr Luis Prado had a telephone conversation with President of Peru Ana Quispe. The two presidents discussed trade."
    found = rows(text, publisher="Government of Chile")
    assert ("Luis Prado", "president", "Chile", "current") in found
    assert [row for row in rows(text, publisher="The Daily Ledger") if row[0] == "Luis Prado"] == []


def test_abbreviated_posts_are_named_in_full_and_told_once() -> None:
    found = rows("Kenyan Prime Minister Ann Reed came. Kenyan PM Ann Reed spoke. Chilean FM Eva Rojas listened.")
    assert found == [("Ann Reed", "Prime Minister", "Kenya", "current"), ("Eva Rojas", "Foreign Minister", "Chile", "current")]


def test_a_headline_is_proved_by_the_sentence_on_the_heads_of_state() -> None:
    found = claims("The heads of state talked about trade.", "President of Kenya Ann Reed met President of Chile Tom Hall")
    assert [one.evidence[0].text for one in found] == ["The heads of state talked about trade."] * 2


def test_words_of_rank_and_names_are_no_posts() -> None:
    found = rows(
        "Bahraini Prime Minister Prince Hamad bin Isa spoke. Prince Hamad left. Iranian Foreign Minister Reza Amir Nuri came. Amir Nuri left."
    )
    assert [row[1] for row in found] == ["Prime Minister", "Foreign Minister"]


def parsed(text: str, publisher: str = "") -> list[tuple[str, ...]]:
    """Person, post, represented party, where accredited and status, as the whole model reads them."""
    analysis = next(analyse([Document("a", text, publisher=publisher)]))
    mentions = find(analysis)
    found = extract(Reading(analysis, mentions, link(analysis, mentions)))
    return sorted(
        (
            one.filled("person")[0].name,
            one.filled("post")[0].name,
            one.filled("of")[0].name,
            *(to.name for to in one.filled("to")),
            one.value("status"),
        )
        for one in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deputy Prime Minister of Uzbekistan Zh. Saidov spoke.", ("Zh. Saidov", "Deputy Prime Minister", "Uzbekistan", "current")),
        ("Peru's Minister of Trade V.K Quispe spoke.", ("V.K Quispe", "Minister of Trade", "Peru", "current")),
        ("U.S. Secretary of State Harlow spoke in Lima.", ("Harlow", "Secretary of State", "United States", "current")),
        ("The Ambassador of Chile in Peru, Rosa Prado, spoke.", ("Rosa Prado", "Ambassador", "Chile", "Peru", "current")),
        (
            "Special Representative of the Secretary-General for Mali Rosa Prado met officials of Mali.",
            ("Rosa Prado", "Special Representative of the Secretary-General for Mali", "United Nations", "current"),
        ),
        (
            "Rosa Prado, the former president of the Cusco Chamber of Commerce, spoke.",
            ("Rosa Prado", "president", "Cusco Chamber of Commerce", "former"),
        ),
        (
            "Rosa Prado, Chairwoman of the China Council for the Promotion of Fishing, spoke.",
            ("Rosa Prado", "Chairwoman", "China Council for the Promotion of Fishing", "current"),
        ),
        ("ECOWAS Commission President Omar Diallo spoke.", ("Omar Diallo", "President", "ECOWAS Commission", "current")),
        ("Peru's Minister of Fishery Products Rosa Prado spoke.", ("Rosa Prado", "Minister of Fishery Products", "Peru", "current")),
        ("Peru's Defence Minister General Rosa Prado spoke.", ("Rosa Prado", "Defence Minister", "Peru", "current")),
        ("Peru's Minister of Defence General Rosa Prado spoke.", ("Rosa Prado", "Minister of Defence", "Peru", "current")),
        ("Peru's Consul General Rosa Prado spoke.", ("Rosa Prado", "Consul General", "Peru", "current")),
        ("Peruvian MP Rosa Prado spoke.", ("Rosa Prado", "MP", "Peru", "current")),
        ("Attorney General of Peru Rosa Prado spoke.", ("Rosa Prado", "Attorney General", "Peru", "current")),
        ("Peru's then-Foreign Minister Rosa Prado spoke.", ("Rosa Prado", "Foreign Minister", "Peru", "former")),
        ("Rt Hon Rosa Prado, Foreign Secretary of Peru, spoke.", ("Rosa Prado", "Foreign Secretary", "Peru", "current")),
        (
            "State Secretary at the Ministry of Culture of Peru Rosa Prado spoke.",
            ("Rosa Prado", "State Secretary at the Ministry of Culture", "Peru", "current"),
        ),
        (
            "Head of the Friendship Group with Kenya Rosa Prado of Peru spoke.",
            ("Rosa Prado", "Head", "Friendship Group", "current"),
        ),
    ],
)
def test_posts_as_governments_and_agencies_print_them(text: str, expected: tuple[str, ...]) -> None:
    assert parsed(text) == [expected]


def test_a_post_in_apposition_is_not_the_next_persons() -> None:
    found = parsed("Rosa Prado, Prime Minister of Peru, and President Luis Soto of Chile met.")
    assert found == [("Luis Soto", "President", "Chile", "current"), ("Rosa Prado", "Prime Minister", "Peru", "current")]


def test_a_father_in_a_name_is_another_person() -> None:
    found = parsed("King Faisal bin Khalid of Jordan and Jordan's Crown Prince Omar bin Faisal bin Khalid came.")
    assert [(row[0], row[1]) for row in found] == [("Faisal bin Khalid", "King"), ("Omar bin Faisal bin Khalid", "Crown Prince")]


def test_who_chairs_a_body_is_not_its_president() -> None:
    assert parsed("President Luis Soto (who is Chair of the East African Community) spoke.") == [
        ("Luis Soto", "Chair", "East African Community", "current")
    ]


def test_a_guest_of_the_publishers_state_is_not_of_it() -> None:
    publisher = "Press Information Bureau"
    assert parsed("President Rosa Prado will visit India in March.", publisher) == []
    assert [row[2] for row in parsed("President Rosa Prado will visit Peru in March.", publisher)] == ["India"]


def test_who_accompanies_a_minister_is_of_the_same_state() -> None:
    text = "Peruvian Trade Minister Luis Soto was accompanied by Tourism Minister Rosa Prado in Kenya."
    assert [row[2] for row in parsed(text)] == ["Peru", "Peru"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Polish, Gabonese and Chilean foreign ministers, Zofia Rawa, Jean Boube and Luis Soto, met.",
            [("Jean Boube", "Gabon"), ("Luis Soto", "Chile"), ("Zofia Rawa", "Poland")],
        ),
        (
            "The Foreign Ministers of Latvia, Ana Berza, Estonia, Jaan Tamm, and Malta, Anton Borg, met.",
            [("Ana Berza", "Latvia"), ("Anton Borg", "Malta"), ("Jaan Tamm", "Estonia")],
        ),
        ("H E Omar bin Salem, Minister of Finance, chaired the Omani side in talks with Qatar.", [("Omar bin Salem", "Oman")]),
        ("The delegation of Peru was led by Rosa Prado, Minister of Tourism, in Kenya.", [("Rosa Prado", "Peru")]),
        ("She met Peruvian Foreign Minister Rosa Prado, and Kenya's Trade Minister Ann Reed.", [("Ann Reed", "Kenya"), ("Rosa Prado", "Peru")]),
        ("Minister Responsible for Foreign Affairs of Peru Rosa Prado spoke.", [("Rosa Prado", "Peru")]),
        ("Peru's Commander of the Navy Maj Gen Luis Soto spoke.", [("Luis Soto", "Peru")]),
        ("Rosa Prado, High Commissioner of Kenya to Malta, Anton Borg, Ministry of Defence, and others came.", [("Rosa Prado", "Kenya")]),
        ("Ambassador Rosa Prado met officials of Kenya.", []),
        ("The African Union Commission (AUC) Chairperson, Dr. Ann Reed, spoke.", [("Ann Reed", "African Union Commission")]),
        ("Ann Reed, Commissioner for Trade, African Union Commission, and others came.", [("Ann Reed", "African Union Commission")]),
        ("Foreign Minister of Peru Dr Luis Soto MP spoke.", [("Luis Soto", "Peru")]),
        ("Prime Minister of Peru Rt. Hon. Luis Soto spoke.", [("Luis Soto", "Peru")]),
        ("The Minister of Labour, Old Age, Family and Social Policy of Peru spoke.", []),
        ("In talks with his Kenyan counterpart, Prime Minister Luis Soto spoke of Kenya.", []),
    ],
)
def test_each_of_a_list_serves_the_state_beside_the_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert sorted({(row[0], row[2]) for row in parsed(text)}) == expected


def test_a_ministers_counterpart_is_no_head_of_a_body() -> None:
    text = "Kenyan Foreign Minister Ann Reed met OSCE Secretary General Ida Berg. She also met her Peruvian counterpart Rosa Prado."
    assert ("Rosa Prado", "Foreign Minister", "Peru", "current") in parsed(text)


def test_a_month_is_no_person() -> None:
    assert [row[0] for row in parsed("Credentials were presented to H.E. Ida Berg, secretary-general of the Caribbean Community Nov. 8.")] == [
        "Ida Berg"
    ]
