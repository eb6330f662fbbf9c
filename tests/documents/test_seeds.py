"""The input article: what `seeds/` holds."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from kg.documents import read

ROOT = Path(__file__).parents[2]


def test_the_seed_folder_holds_the_input_article_and_nothing_else() -> None:
    assert len(list((ROOT / "seeds").iterdir())) == 1
    (seed,) = read(ROOT / "seeds")
    assert (seed.id, seed.publisher, seed.published, seed.place, seed.language) == ("seed", "Trend", date(2024, 2, 15), "Astana", "en")
    assert seed.text.startswith("ASTANA, Kazakhstan, February 15. ")


def test_the_text_of_the_seed_is_that_which_was_annotated() -> None:
    """Offsets of annotations and of evidence are those of this text: a changed letter would shift them."""
    (seed,) = read(ROOT / "seeds")
    assert hashlib.sha256(seed.text.encode()).hexdigest() == "17102c6f639ae9be861f8e201f81622a531021545f3fd1ede1a7db3ce88d8a39"
