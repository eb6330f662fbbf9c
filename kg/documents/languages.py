"""Languages of articles: as declared, or as detected where nothing is declared and the text is long enough to tell."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.model import Document

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

SURE = 0.5  # below this a language is not believed: short English texts full of foreign names look like anything
_AS_ENGLISH = ("en", "pcm")  # English news with many names is at times taken for Nigerian Pidgin


def foreign_language(document: Document) -> str:
    """The language of an article that is not English, "" if it is or may be."""
    declared = document.language.strip().casefold().replace("_", "-")
    if declared:
        return "" if declared.partition("-")[0] in ("en", "eng", "english") else document.language
    code, probability = _identifier().classify(document.text[:5000])
    return code if code not in _AS_ENGLISH and probability >= SURE else ""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
