"""People: titles in every position, names in every order, and what must not be taken for a person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language import analyse
from kg.mentions import find
from kg.model import Document, Mention

Row = tuple[str, str, tuple[str, ...], tuple[str, ...], str]


def mentions(text: str, title: str = "", publisher: str = "") -> tuple[Mention, ...]:
    return find(next(analyse([Document("a", text, title=title, publisher=publisher)], "rules")))


def people(text: str, title: str = "", publisher: str = "") -> list[Mention]:
    return [one for one in mentions(text, title, publisher) if one.kind == "person"]


def titles(text: str, publisher: str = "") -> list[Row]:
    """Name, post, parties served, parties accredited to, status of every title."""
    return [
        (one.name, title.post.text, tuple(party.name for party in title.of), tuple(party.name for party in title.to), title.status)
        for one in people(text, publisher=publisher)
        for title in one.titles
    ]


BEFORE = [
    ("Deputy Minister of Trade of Kazakhstan Arman Seitov spoke.", ("Arman Seitov", "Deputy Minister of Trade", ("Kazakhstan",), (), "current")),
    ("The Ambassador of the EU to Kazakhstan Marta Silva came.", ("Marta Silva", "Ambassador", ("European Union",), ("Kazakhstan",), "current")),
    ("Uzbek President Timur Rashidov arrived.", ("Timur Rashidov", "President", ("Uzbekistan",), (), "current")),
    ("Iceland's Foreign Minister Jon Arnason left.", ("Jon Arnason", "Foreign Minister", ("Iceland",), (), "current")),
    ("Emir of Qatar Sheikh Khalid bin Faisal Al Nur called.", ("Khalid bin Faisal Al Nur", "Emir", ("Qatar",), (), "current")),
    ("King Harald VII of Norway opened the hall.", ("Harald VII", "King", ("Norway",), (), "current")),
    ("Former Prime Minister of Estonia Mart Laas spoke.", ("Mart Laas", "Prime Minister", ("Estonia",), (), "former")),
    ("Acting President of Peru Ana Quispe signed it.", ("Ana Quispe", "President", ("Peru",), (), "acting")),
    ("Estonian Prime Minister-designate Liisa Tamm agreed.", ("Liisa Tamm", "Prime Minister-designate", ("Estonia",), (), "designate")),
    (
        "Minister of Labour and Social Protection of Latvia Ilze Ozola spoke.",
        ("Ilze Ozola", "Minister of Labour and Social Protection", ("Latvia",), (), "current"),
    ),
    ("Vietnamese Trade Minister Tran Thi Mai met them.", ("Tran Thi Mai", "Trade Minister", ("Vietnam",), (), "current")),
    ("Vietnamese President To Linh met them.", ("To Linh", "President", ("Vietnam",), (), "current")),
    ("Peruvian Ambassador to Dushanbe Ana Quispe left.", ("Ana Quispe", "Ambassador", ("Peru",), ("Tajikistan",), "current")),
    ("South Korean envoy Han Min-seo met them.", ("Han Min-seo", "envoy", ("South Korea",), (), "current")),
]
AFTER = [
    ("Arman Seitov, the president of Kazakhstan, spoke.", ("Arman Seitov", "president", ("Kazakhstan",), (), "current")),
    ("Jon Arnason, Iceland's foreign minister, spoke.", ("Jon Arnason", "foreign minister", ("Iceland",), (), "current")),
    ("Mart Laas, the former prime minister of Estonia, spoke.", ("Mart Laas", "prime minister", ("Estonia",), (), "former")),
    ("Ana Quispe was appointed Ambassador of Peru to Chile.", ("Ana Quispe", "Ambassador", ("Peru",), ("Chile",), "current")),
    ("Ana Quispe, who will become president of Peru in May, spoke.", ("Ana Quispe", "president", ("Peru",), (), "designate")),
    ("Ana Quispe resigned as Minister of Trade of Peru.", ("Ana Quispe", "Minister of Trade", ("Peru",), (), "former")),
    ("Ana Quispe, member of the State Council, Minister of Trade of Peru, spoke.", ("Ana Quispe", "Minister of Trade", ("Peru",), (), "current")),
    ("Ana Quispe, Minister of Trade of Peru, Andes News Agency reports.", ("Ana Quispe", "Minister of Trade", ("Peru",), (), "current")),
    ("The president of Peru, Ana Quispe, spoke.", ("Ana Quispe", "president", ("Peru",), (), "current")),
]


@pytest.mark.parametrize(("text", "row"), BEFORE + AFTER)
def test_a_title_gives_post_state_accreditation_and_status(text: str, row: Row) -> None:
    assert titles(text) == [row]


def test_conjoined_posts_are_two_titles_of_one_person() -> None:
    found = titles("Moldovan Deputy Prime Minister and Minister of Foreign Affairs Ion Munteanu arrived.")
    assert found == [
        ("Ion Munteanu", "Deputy Prime Minister", ("Moldova",), (), "current"),
        ("Ion Munteanu", "Minister of Foreign Affairs", ("Moldova",), (), "current"),
    ]


def test_a_plural_post_is_shared_by_a_list_with_states_in_brackets_or_after_the_name() -> None:
    found = titles("She received the ambassadors: Jean Dupont (France), Maria Rossi (Italy) and Kim Min-ho of South Korea.")
    assert [(row[0], row[2]) for row in found] == [("Jean Dupont", ("France",)), ("Maria Rossi", ("Italy",)), ("Kim Min-ho", ("South Korea",))]


def test_states_and_names_in_the_same_order_belong_together() -> None:
    found = titles("The presidents of Peru and Chile, Ana Quispe and Luis Prado, met.")
    assert [(row[0], row[2]) for row in found] == [("Ana Quispe", ("Peru",)), ("Luis Prado", ("Chile",))]


def test_two_posts_joined_by_a_dash_share_the_state_before_them() -> None:
    found = titles("Kazakhstan's Deputy Prime Minister - Minister of Trade Arman Seitov arrived.")
    assert [(row[1], row[2]) for row in found] == [("Deputy Prime Minister", ("Kazakhstan",)), ("Minister of Trade", ("Kazakhstan",))]


def test_a_prince_who_holds_a_post_is_named_by_the_post() -> None:
    found = titles("He met Minister of Trade of the Kingdom of Saudi Arabia Prince Khalid bin Nasser Al Nur.")
    assert [(row[0], row[1]) for row in found] == [("Khalid bin Nasser Al Nur", "Minister of Trade")]


def test_companies_and_bodies_of_no_state_are_served_themselves() -> None:
    found = titles("CEO of KazNickel Timur Rashidov met Director of the Riga Clinical Hospital Ilze Ozola.")
    assert [(row[0], row[1], row[2]) for row in found] == [
        ("Timur Rashidov", "CEO", ("KazNickel",)),
        ("Ilze Ozola", "Director", ("Riga Clinical Hospital",)),
    ]


def test_the_articles_of_two_people_are_not_one_title() -> None:
    found = titles("The Vice President and President Luis Prado of Chile spoke. The Secretary and Foreign Minister Mette Holm of Denmark agreed.")
    assert [(row[0], row[1]) for row in found] == [("Luis Prado", "President"), ("Mette Holm", "Foreign Minister")]


def test_a_name_in_a_headline_ends_where_the_text_ends_it() -> None:
    found = people("Deputy Secretary of State Tom Reed will go to Oslo.", title="Deputy Secretary of State Tom Reed Journey to Oslo")
    assert {one.name for one in found} == {"Tom Reed"}


def test_a_counterpart_holds_the_post_of_the_person_named_before() -> None:
    found = titles("Greek Foreign Minister Nikos Pappas met his Danish counterpart, Mette Holm.")
    assert ("Mette Holm", "Foreign Minister", ("Denmark",), (), "current") in found


def test_the_name_is_the_longest_form_of_the_article_without_titles() -> None:
    found = people("Mr Seitov spoke first.", title="President of Kazakhstan Arman K. Seitov visits Oslo")
    assert {one.name for one in found} == {"Arman K. Seitov"}
    assert [one.head.text for one in found] == ["Arman K. Seitov", "Seitov"]


def test_two_people_of_one_family_name_stay_two() -> None:
    text = "Finnish President Eero Koski and Swedish Trade Minister Aino Koski met. President Koski spoke. Minister Koski listened."
    assert [one.name for one in people(text)] == ["Eero Koski", "Aino Koski", "Eero Koski", "Aino Koski"]


def test_captions_run_into_the_name_are_no_titles_and_no_part_of_it() -> None:
    text = "He met Federal Chancellor of Germany Anna Berg Berg AnnaFederal Chancellor of Germany , President of Peru Ana Quispe."
    found = [one for one in people(text) if any(title.rule != "caption" for title in one.titles)]
    assert [(one.name, [title.of[0].name for title in one.titles]) for one in found] == [("Anna Berg", ["Germany"]), ("Ana Quispe", ["Peru"])]


@pytest.mark.parametrize(
    "text", ["The CEO Summit opened.", "The Kazakh president spoke to the Prime Minister of Peru.", "The Trade Minister said Monday it rained."]
)
def test_posts_without_names_make_no_person(text: str) -> None:
    assert people(text) == []


def test_a_headline_in_capitals_is_read() -> None:
    found = people("", title="PRIME MINISTER OF GEORGIA NINO BERIDZE VISITS BAKU")
    assert [one.name for one in found] == ["NINO BERIDZE"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("President of Kazakhstan Arman Seitov , and the “ ” ( ) ’s Minister . \n\n Mr EU -elect SeitovPresident al-Assad".split(" ")),
        max_size=25,
    )
)
def test_every_mention_stands_at_its_offsets_whatever_the_words(words: list[str]) -> None:
    text = " ".join(words)
    for one in mentions(text):
        for span in (one.span, one.head, *(title.post for title in one.titles)):
            assert text[span.start : span.end] == span.text
    found = mentions(text)
    assert list(found) == sorted(found, key=lambda one: one.span.start)


def test_a_surname_after_mr_or_mrs_is_the_one_of_that_gender_and_without_one_the_one_with_a_post() -> None:
    text = "President George Harmon and First Lady Laura Harmon came to Riga. Mr. Harmon spoke. Mrs. Harmon listened. Harmon left."
    assert [one.name for one in people(text)][2:] == ["George Harmon", "Laura Harmon", "George Harmon"]


def test_the_short_form_of_a_name_with_accents_is_whole() -> None:
    found = people("Mexican President Álvaro Andrés Núñez Salgado spoke. President Álvaro Andrés Núñez left.")
    assert [(one.head.text, one.name) for one in found][1] == ("Álvaro Andrés Núñez", "Álvaro Andrés Núñez Salgado")


def test_an_initial_printed_without_a_space_belongs_to_the_name() -> None:
    assert [one.head.text for one in people("U.S. President George W.Harmon came. Mr Harmon spoke.")] == ["George W.Harmon", "Harmon"]


def test_words_of_encounters_in_a_headline_are_no_part_of_a_name() -> None:
    found = people("Secretary of State Arno T. Velden will travel to Peru.", title="Secretary Arno Velden Travel to Peru")
    assert [(one.head.text, one.name) for one in found] == [("Arno Velden", "Arno T. Velden"), ("Arno T. Velden", "Arno T. Velden")]


def test_a_headline_ends_a_name_before_departures_and_arrivals() -> None:
    found = people("President Arno Velden left Peru.", title="President Arno Velden Departure from Peru")
    assert {one.head.text for one in found} == {"Arno Velden"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Kenya's recently appointed ambassador to Chile, Ana Quispe, spoke.", ("Ana Quispe", "ambassador", ("Kenya",), ("Chile",), "current")),
        ("Ana Quispe is Peru's new caretaker prime minister.", ("Ana Quispe", "prime minister", ("Peru",), (), "acting")),
        ("Seoul's Foreign Minister Han Min-seo spoke.", ("Han Min-seo", "Foreign Minister", ("South Korea",), (), "current")),
        ("Jon Arnason, the Icelandic president’s aide for trade, spoke.", ("Jon Arnason", "aide for trade", ("Iceland",), (), "current")),
        ("Peruvian Chief Executive Officer Amal Amal spoke.", ("Amal Amal", "Chief Executive Officer", ("Peru",), (), "current")),
        ("State Councilor of China Li Wen spoke.", ("Li Wen", "State Councilor", ("China",), (), "current")),
        ("Chile urged [Peruvian President Ana] Quispe to come.", ("Ana Quispe", "President", ("Peru",), (), "current")),
        (
            "South Korean special envoy for border peace and security affairs Han Min-seo spoke.",
            ("Han Min-seo", "special envoy for border peace and security affairs", ("South Korea",), (), "current"),
        ),
    ],
)
def test_titles_of_the_news_agencies(text: str, row: Row) -> None:
    assert row in titles(text)


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "He received the ambassadors of Kenya, Amina Odhiambo, Chile, Eva Rojas and Peru, Ana Quispe, on Monday.",
            {"Amina Odhiambo": "Kenya", "Eva Rojas": "Chile", "Ana Quispe": "Peru"},
        ),
        ("The Kenyan and Chilean foreign ministers Amina Odhiambo and Eva Rojas met.", {"Amina Odhiambo": "Kenya", "Eva Rojas": "Chile"}),
        (
            "Kenya's Crown Prince and Prime Minister, HRH Otieno bin Said, sent a cable to the Emir of Qatar, Sheikh Khalid Al Nur.",
            {"Otieno bin Said": "Kenya", "Khalid Al Nur": "Qatar"},
        ),
    ],
)
def test_each_of_a_list_has_its_own_state(text: str, states: dict[str, str]) -> None:
    assert {name: of[0] for name, _, of, _, _ in titles(text)} == states


def test_a_counterpart_has_the_post_of_whoever_stands_beside_it() -> None:
    text = "Kenyan Foreign Minister Amina Odhiambo came. Kenyan President Otieno Said spoke. Odhiambo met her Chilean counterpart Eva Rojas."
    assert ("Eva Rojas", "Foreign Minister", ("Chile",), (), "current") in titles(text)


def test_a_list_of_appointments_goes_on_after_the_first() -> None:
    text = "Amina Odhiambo has been appointed as Foreign Minister, Tom Otieno as Trade Minister."
    assert [(name, post) for name, post, *_ in titles(text)] == [("Amina Odhiambo", "Foreign Minister"), ("Tom Otieno", "Trade Minister")]


def test_the_words_of_a_headline_are_no_names() -> None:
    found = people("Kenyan President Amina Odhiambo has asked Chile for talks.", "Kenya’s President Suggests New Talks With Chile")
    assert {one.name for one in found} == {"Amina Odhiambo"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chinese President Xi Weimin spoke. President Xi left.", {"Xi Weimin"}),
        ("President of Mongolia Ts.Bold met Prime Minister D.Naran.", {"Ts.Bold", "D.Naran"}),
        ("President of Mongolia Bold Uyanga spoke. President U. Bold left.", {"Bold Uyanga"}),
        ("Malaysian Prime Minister Dato’ Sri Hamid Rahman spoke.", {"Hamid Rahman"}),
        (
            "Amir of Kuwait Sheikh Sabah Al-Ahmad Al-Jaber Al-Sabah met Crown Prince Sheikh Nasser Al-Ahmad Al-Jaber Al-Sabah.",
            {"Sabah Al-Ahmad Al-Jaber Al-Sabah", "Nasser Al-Ahmad Al-Jaber Al-Sabah"},
        ),
    ],
)
def test_names_of_one_person_and_of_one_house(text: str, names: set[str]) -> None:
    assert {one.name for one in people(text)} == names


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("He met Syrian Ambassador Imad Nasri, the president said.", [("Imad Nasri", "Ambassador")]),
        (
            "It was led by Sheikh Ahmed Hashil, Head of the GCC Department, Dr. Saleh Amer, Ambassador of Oman to Kuwait and officials.",
            [("Ahmed Hashil", "Head of the GCC Department"), ("Saleh Amer", "Ambassador")],
        ),
        ("State Minister of Ethiopia Ambassador Birtukan Abebe spoke.", [("Birtukan Abebe", "State Minister")]),
    ],
)
def test_a_post_after_a_comma_is_of_whom_it_stands_with(text: str, rows: list[tuple[str, str]]) -> None:
    assert [(name, post) for name, post, *_ in titles(text)] == rows


def test_a_counterpart_of_ones_own_state_lends_no_post() -> None:
    text = "Kenyan Foreign Minister Ann Reed will meet Luis Prado, Peru’s Prime Minister, and Ana Quispe, her Peruvian counterpart."
    assert ("Ana Quispe", "Foreign Minister", ("Peru",), (), "current") in titles(text)


def test_vietnam_is_read_in_its_own_spelling() -> None:
    assert ("Tran Thi Mai", "Trade Minister", ("Vietnam",), (), "current") in titles("Việt Nam’s Trade Minister Tran Thi Mai met them.")


def test_a_counterpart_shares_no_post_that_was_printed_long_before() -> None:
    far = "Peruvian Ambassador to Malta Ana Quispe came.\n\nThe premier spoke of trade.\n\nShe met her Norwegian counterpart Lars Holm."
    assert [row for row in titles(far) if row[0] == "Lars Holm"] == []
    near = "Foreign Minister of Peru Ana Quispe came.\n\nShe met her Norwegian counterpart Lars Holm."
    assert [row[:3] for row in titles(near) if row[0] == "Lars Holm"] == [("Lars Holm", "Foreign Minister", ("Norway",))]


def test_a_town_after_a_particle_is_a_family_name() -> None:
    assert [row[0] for row in titles("Ana F. Del Rosario, Foreign Minister of Peru, met President of Chile Luis de Santiago.")] == [
        "Ana F. Del Rosario",
        "Luis de Santiago",
    ]
    assert [one.name for one in people("President Ana Quispe left. Mr Luis Prado came to Rosario.")] == ["Ana Quispe", "Luis Prado"]


def test_nobody_serves_two_states() -> None:
    found = titles("He spoke of the meeting of the Kenyan minister and Peruvian ambassador Ana Quispe.")
    assert found == [("Ana Quispe", "ambassador", ("Peru",), (), "current")]
    both = titles("President of Peru and Chairman of the Pacific Alliance Ana Quispe spoke.")
    assert [row[2] for row in both] == [("Peru",), ("Pacific Alliance",)]


def test_a_daughter_is_named_after_her_father() -> None:
    assert [one.name for one in people("Minister of Trade of Brunei Siti Norhana binti Haji Rahman spoke.")] == ["Siti Norhana binti Haji Rahman"]


def test_airports_and_participles_are_no_part_of_persons() -> None:
    text = "Mr Juan Prado landed at Rosa Luna International Airport. Welcoming Mr Prado, Minister of Minerals of Peru Ana Quispe spoke."
    assert {one.name for one in people(text)} == {"Juan Prado", "Ana Quispe"}


def test_portfolios_joined_by_and_stay_with_the_post() -> None:
    (row,) = titles("Peruvian Minister of Energy and Minerals Ana Quispe spoke.")
    assert row[:3] == ("Ana Quispe", "Minister of Energy and Minerals", ("Peru",))


def test_a_counterpart_lends_its_state_to_the_post_after_it() -> None:
    text = "Minister of Trade of Malta Juan Prado met his Peruvian counterpart, State Councillor and Minister of Trade, Ana Quispe."
    assert [row[:3] for row in titles(text) if row[0] == "Ana Quispe"] == [
        ("Ana Quispe", "State Councillor", ("Peru",)),
        ("Ana Quispe", "Minister of Trade", ("Peru",)),
    ]
    assert "Ana Quispe" not in [row[0] for row in titles(text.replace("his Peruvian", "his"))]
