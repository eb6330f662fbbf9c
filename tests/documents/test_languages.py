"""Languages: what is declared holds, what is not is detected only where the text tells."""

from __future__ import annotations

import pytest

from kg.documents import foreign_language
from kg.model import Document

RUSSIAN = "Министр иностранных дел Латвии встретился в Риге со своим эстонским коллегой, сообщает пресс-служба."
GERMAN = "Der Außenminister hat sich am Montag in Berlin mit seinem Amtskollegen getroffen, um über die Zusammenarbeit zu sprechen."
ENGLISH = "The foreign minister met his counterpart in Berlin on Monday to discuss cooperation between the two countries."


@pytest.mark.parametrize(("text", "language"), [(RUSSIAN, "ru"), (GERMAN, "de"), (ENGLISH, ""), ("Ozola met Kask.", ""), ("42", "")])
def test_an_undeclared_language_is_detected_where_the_text_tells(text: str, language: str) -> None:
    assert foreign_language(Document("x", text)) == language


@pytest.mark.parametrize(("declared", "foreign"), [("en", ""), ("en-US", ""), ("EN_gb", ""), ("ru", "ru"), ("fr-FR", "fr-FR")])
def test_a_declared_language_wins(declared: str, foreign: str) -> None:
    for text in (RUSSIAN, ENGLISH):
        assert foreign_language(Document("x", text, language=declared)) == foreign
