"""Tokens: where each word of a text starts and ends, on the conventions of the English treebanks we train on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

# Prefixes that the treebanks leave joined to their word ("pre-war", "non-member"); any other hyphen is a token.
_PREFIXES = """anti co counter e ex extra inter intra macro mega micro mid mini multi neo non post pre pro proto pseudo quasi re
semi sub super trans ultra un"""
_KEPT = "".join(rf"(?<!\b{form})" for prefix in _PREFIXES.split() for form in (prefix, prefix.capitalize()))
_LETTER_OR_DIGIT = r"[^\W_]"
_RUN = r"(?:[!?]{2,}|={2,}|[*]{2,}|_{2,}|~{2,}|#{2,}|<{2,}|>{2,}|[$]{2,})"  # one mark, however long
_INFIXES = (
    rf"(?<={_LETTER_OR_DIGIT}){_KEPT}-(?={_LETTER_OR_DIGIT})",
    rf"(?<={_LETTER_OR_DIGIT}|[%)\"”’.])[–—−](?={_LETTER_OR_DIGIT}|[$€£¥(\"“])",
    r"(?<=[A-Z]\.)-(?=[A-Za-z])",
    r"(?<=\w)-{2,}(?=\w)",
    r"(?<=[A-Za-z])[$€£¥](?=\d)",
    r"(?<=[a-z\d][.!?])[\"”](?=[A-Z])",
    _RUN,
    r"(?<=[a-z]{2})[?!;](?=[A-Za-z]{2})",
    rf"(?<={_LETTER_OR_DIGIT})[(](?={_LETTER_OR_DIGIT})",
    r"(?<=[a-z]{2})[,:](?=\d)",
)
# A currency sign and its letters ("US$40"), a number and its scale ("3bn"), a sign before a number ("+5.2").
_PREFIX = (_RUN, r"(?:US|A|C|HK|S|NZ)(?=[$])", r"[+±](?=\d)")
_SUFFIX = (_RUN, r"(?<=\d)(?:bn|mln|mn|bln|tn|trln|pct|p\.p\.)", r"(?<=[a-z\d])\.(?=$)")
_ABBREVIATIONS = """No. Nos. Art. Arts. Amb. Prof. Hon. Maj. Brig. Cmdr. Supt. Messrs. Drs. Sens. Reps. Govs. Gens. Secy. Dept.
Univ. Fig. Vol. ca. approx. est. Sept. Oct. Nov. Dec. Tues. Thurs. Mon. Wed. Fri. Jr. Sr. Ph.D. H.E. H.R.H. H.M. U.S. U.N. U.K.
E.U. U.A.E. D.C. p.p. e.g. i.e. etc. vs. PLC. Bros. JSC. LLC. Feb. Aug. Apr. Jan. Mar. Jun. Jul. St. Mt. Ft. Gov. Gen. Col. Lt.
Sgt. Capt. Adm. Sen. Rep. Rev. Inc. Ltd. Co. Corp."""
Tokenizer = Callable[[str], Iterable[Any]]
_SURROGATES = re.compile("[\ud800-\udfff]")
_PIECE = 20_000  # characters given to the tokeniser at once: its cost on one unbroken run of letters is not linear
_BREAK = re.compile(r"\s")


def adjust(nlp: Language) -> None:
    """Give `nlp` our tokeniser: treebank hyphens, dashes between dates, joined currencies, more abbreviations."""
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    defaults = nlp.Defaults
    plain = [rule for rule in defaults.infixes or () if "-|–|—" not in str(rule) and "+\\-\\*^" not in str(rule)]
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = compile_infix_regex([*plain, *_INFIXES]).finditer
    tokenizer.prefix_search = compile_prefix_regex([*_PREFIX, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*_SUFFIX, *(defaults.suffixes or ())]).search
    for abbreviation in _ABBREVIATIONS.split():
        tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    tokenizer.rules = {text: words for text, words in tokenizer.rules.items() if text not in ("and/or", "):")}


@cache
def plain_tokenizer() -> Tokenizer:
    """The tokeniser of the rules-only path: English, without any model."""
    import spacy

    nlp = spacy.blank("en")
    adjust(nlp)
    return nlp.tokenizer


def clean(text: str) -> str:
    """`text` at the same length, without what spaCy cannot encode (lone surrogates)."""
    return _SURROGATES.sub("�", text) if not text.isascii() else text


def split(tokenizer: Tokenizer, text: str) -> list[tuple[int, int]]:
    """Start and end of every token of `text`; white space belongs to none."""
    spans: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        for token in tokenizer(clean(text[start:end])):
            if not token.is_space:
                spans.append((start + token.idx, start + token.idx + len(token)))
    return spans


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    while len(text) - start > _PIECE:
        space = _BREAK.search(text, start + _PIECE // 2, start + _PIECE)
        end = space.start() if space else start + _PIECE
        pieces.append((start, end))
        start = end
    return [*pieces, (start, len(text))]
