"""Identities: keys that mean one thing in all articles, and keys that hold in one article only."""

from __future__ import annotations

from kg.entities import link, resolve
from kg.language import analyse
from kg.mentions import find
from kg.model import Document, Entity


def entities(text: str, name: str = "a") -> dict[str, Entity]:
    document = Document(name, text)
    analysis = next(analyse([document], "rules"))
    mentions = find(analysis)
    return {one.key: one for one in resolve(document, mentions, link(analysis, mentions)).entities()}


def test_full_names_and_rows_of_the_tables_have_keys_of_their_own() -> None:
    found = entities("President of Kazakhstan Arman Seitov met EU officials. Mr Seitov spoke.")
    assert {"person/arman-seitov", "state/KAZ", "organisation/eu"} <= set(found)
    assert found["person/arman-seitov"].label == "Arman Seitov"
    assert found["person/arman-seitov"].names == ("Arman Seitov", "Seitov")


def test_a_surname_alone_is_a_person_of_its_article() -> None:
    assert "person/b/seitov" in entities("President Seitov of Kazakhstan spoke.", "b")


def test_the_same_name_is_one_entity_in_two_articles_whatever_its_accents() -> None:
    one = entities("President of Peru Inés Quispe spoke.", "a")
    other = entities("Inés Quispe, the president of Peru, left.", "b")
    assert "person/ines-quispe" in set(one) & set(other)


def test_every_identity_has_a_reason() -> None:
    document = Document("a", "President of Kazakhstan Arman Seitov met the two ministers. He spoke.")
    analysis = next(analyse([document], "rules"))
    mentions = find(analysis)
    found = resolve(document, mentions, link(analysis, mentions))
    assert found.identities and all(one.reason for one in found.identities)
    assert resolve(document, tuple(reversed(mentions)), link(analysis, mentions)).entities()
