"""Pipelines: the shipped one, any spaCy pipeline given by its folder, and none at all; one law of spans for all."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.training import Example

from kg.errors import SetupError
from kg.language import analyse, pipelines
from kg.model import Analysis, Document, Token

NEWS = "OSLO, Norway, May 4. Minister Anna Berg met John Roe in Lima on Monday. Exports rose by 5 percent."


def read(text: str, pipeline: str | None = None) -> Analysis:
    (analysis,) = analyse([Document("a", text, title="Ministers meet")], pipeline)
    return analysis


def check_spans(analysis: Analysis) -> None:
    for sentence in (*analysis.title, *analysis.sentences):
        source = analysis.document.field(sentence.span.field)
        assert source[sentence.span.start : sentence.span.end] == sentence.span.text
        for token in sentence.tokens:
            assert source[token.start : token.end] == token.text
            assert -1 <= token.head < len(sentence.tokens)


def token(analysis: Analysis, text: str) -> Token:
    return next(one for sentence in analysis.sentences for one in sentence.tokens if one.text == text)


def test_the_shipped_pipeline_reads_trees_lemmas_and_names() -> None:
    analysis = read(NEWS)
    check_spans(analysis)
    assert analysis.parsed
    assert len(analysis.sentences) == 3
    met, sentence = token(analysis, "met"), analysis.sentences[1]
    assert (met.pos, met.lemma, met.dep) == ("VERB", "meet", "root")
    assert sentence.tokens[met.head] == met
    assert sentence.tokens[token(analysis, "Anna").head] == met
    assert token(analysis, "Exports").lemma == "export"
    assert [one.name for one in sentence.tokens if one.text in ("Anna", "Berg", "Minister")] == ["O", "B-PER", "I-PER"]


hostile = st.text(alphabet=st.one_of(st.characters(), st.sampled_from('\x00\x07\u200f\u202e\ud800\u0301\U0001f600.-’"\n ab')), max_size=80)


@given(hostile)
@settings(max_examples=40, deadline=None)
def test_hostile_text_keeps_exact_offsets(text: str) -> None:
    check_spans(read(text))


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "\x00", "ان الوزراء اجتمعوا. ثم غادروا", "Re\u0301union a\u0300 Paris.", "👩‍👩‍👧 met 🇰🇿.", "x" * 60_000]
)
def test_odd_text(text: str) -> None:
    check_spans(read(text))


def test_a_very_long_run_without_a_full_stop() -> None:
    analysis = read("trade grows and " * 15_000)
    check_spans(analysis)
    assert sum(len(sentence.tokens) for sentence in analysis.sentences) == 45_000


def test_documents_come_back_in_order() -> None:
    documents = [Document(str(number), f"Exports of state {number} rose.") for number in range(40)]
    assert [analysis.document for analysis in analyse(iter(documents))] == documents


def test_rules_alone_tag_nothing() -> None:
    analysis = read(NEWS, "rules")
    assert not analysis.parsed
    assert analysis.pipeline == "rules"
    assert {(one.pos, one.lemma, one.dep, one.head, one.name) for s in analysis.sentences for one in s.tokens} == {("", "", "", -1, "")}


def test_an_absent_model_is_said_and_survived(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(pipelines, "SHIPPED", tmp_path)
    pipelines.shipped.cache_clear()
    with caplog.at_level(logging.WARNING):
        assert len(read(NEWS).sentences) == 3
    pipelines.shipped.cache_clear()
    assert "no tags, lemmas, trees or names" in caplog.text


def test_an_unknown_pipeline_is_a_setup_error() -> None:
    with pytest.raises(SetupError, match="no spaCy pipeline"):
        read(NEWS, "no_such_pipeline")


def test_a_blank_pipeline(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    analysis = read(NEWS, str(tmp_path / "blank"))
    check_spans(analysis)
    assert not analysis.parsed
    assert len(analysis.sentences) == 3


def trained(folder: Path, words: Sequence[str], heads: Sequence[int], deps: Sequence[str], ents: Sequence[str]) -> str:
    """A pipeline that was shown one sentence often enough to know it."""
    nlp = spacy.blank("en")
    parser, ner = nlp.add_pipe("parser", config={"min_action_freq": 1}), nlp.add_pipe("ner")
    for label in deps:
        parser.add_label(label)  # type: ignore[attr-defined]
    for label in {label[2:] for label in ents if label != "O"}:
        ner.add_label(label)  # type: ignore[attr-defined]
    gold = spacy.tokens.Doc(nlp.vocab, words=list(words), heads=list(heads), deps=list(deps), ents=list(ents))
    optimizer = nlp.initialize(lambda: [Example(nlp.make_doc(gold.text), gold)])
    for _ in range(60):
        nlp.update([Example(spacy.tokens.Doc(nlp.vocab, words=list(words)), gold)], sgd=optimizer)
    nlp.to_disk(folder)
    return str(folder)


def test_a_pipeline_with_other_labels_is_mapped(tmp_path: Path) -> None:
    words = ["Roe", "visited", "banks", "in", "Lima"]
    deps = ["nsubj", "ROOT", "dobj", "prep", "pobj"]
    name = trained(tmp_path / "clear", words, [1, 1, 1, 1, 3], deps, ["B-PERSON", "O", "O", "O", "B-GPE"])
    (sentence,) = read("Roe visited banks in Lima", name).sentences
    assert [one.dep for one in sentence.tokens] == ["nsubj", "root", "obj", "case", "obl"]
    assert [one.head for one in sentence.tokens] == [1, 1, 1, 4, 1]
    assert [one.name for one in sentence.tokens] == ["B-PER", "O", "O", "O", "B-LOC"]
