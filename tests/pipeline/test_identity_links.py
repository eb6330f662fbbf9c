"""Identity links: persons of different articles that are one, derived apart from the claims, each with its reason."""

from __future__ import annotations

from datetime import date

from kg.model import Document
from kg.pipeline import build
from kg.store import Store

SAME = "SELECT ?a ?b ?why WHERE { ?x kg:samePersonAs ?y . ?x rdfs:label ?a . ?y rdfs:label ?b . ?link kg:linked ?x, ?y ; kg:reason ?why }"


def linked(*articles: tuple[str, date]) -> set[tuple[str | None, str | None]]:
    """The labels of the persons that are linked, once the articles are built."""
    with Store.memory() as store:
        build([Document(f"n{number}", text, published=day) for number, (text, day) in enumerate(articles)], store)
        found = store.select(SAME)
        assert all(why and "same family name and post" in why for why in found.column("why"))
        return set(zip(found.column("a"), found.column("b"), strict=True))


def test_a_family_name_alone_is_the_one_who_holds_the_post() -> None:
    full = ("Kenyan President Amina Odhiambo spoke.", date(2023, 3, 4))
    assert linked(full, ("Kenyan President Odhiambo left.", date(2023, 9, 4))) == {("Odhiambo", "Amina Odhiambo")}
    assert linked(full, ("Kenyan President Odhiambo left.", date(2029, 9, 4))) == set()
    assert linked(full, ("Chilean President Odhiambo left.", date(2023, 9, 4))) == set()


def test_father_and_son_in_one_post_are_not_guessed_between() -> None:
    father = ("Kenyan President Amin Odhiambo spoke.", date(2023, 3, 4))
    son = ("Kenyan President Tom Odhiambo spoke.", date(2023, 10, 4))
    assert linked(father, son, ("Kenyan President Odhiambo left.", date(2023, 11, 4))) == set()
