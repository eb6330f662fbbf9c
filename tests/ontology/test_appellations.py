"""A common noun stands for the names that hold it, and some nouns for kinds of names besides."""

from __future__ import annotations

import pytest

from kg.ontology.appellations import fits


@pytest.mark.parametrize(
    ("noun", "name", "fitting"),
    [
        ("treaty", "Riga Treaty", True),
        ("treaty", "Riga Declaration", False),
        ("document", "Riga Declaration", True),
        ("document", "federal programmes", False),
        ("newspaper", "The Riga Times", True),
        ("organisation", "Fjord Cooperation Organization", True),
        ("company", "Sund Energy Ltd.", True),
        ("bank", "Riverbank Society", False),
    ],
)
def test_a_noun_fits_a_name(noun: str, name: str, fitting: bool) -> None:
    assert fits(noun, name) is fitting
