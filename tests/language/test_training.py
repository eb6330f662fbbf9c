"""Training: treebanks read as printed, generated trees well formed, scores as defined, runs resumed where they stopped."""

from __future__ import annotations

import json
import logging
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.language import analyse, pipelines, tokens
from kg.language.training import corpora, loops, networks, templates, treebanks, vectors
from kg.language.training.examples import passages, varied
from kg.language.training.scores import Score, compare
from kg.language.training.treebanks import Tree
from kg.model import Document, Sentence, Token

CONLLU = """# newdoc
# names = by hand
# sent_id = one-1
1-2\tKenya's\t_\t_\t_\t_\t_\t_\t_\t_
1\tKenya\tKenya\tPROPN\t_\t_\t3\tnmod:poss\t_\tName=B-LOC
2\t's\t's\tPART\t_\t_\t1\tcase\t_\t_
3\texports\texport\tNOUN\t_\t_\t4\tnsubj\t_\t_
4\trose\trise\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# sent_id = one-2
1\tTrade\ttrade\tNOUN\t_\t_\t2\tnsubj\t_\t_
2\tfell\tfall\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


@pytest.fixture
def trees(tmp_path: Path) -> list[Tree]:
    path = tmp_path / "trees.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    return treebanks.read(path)


def sentence(text: str, heads: list[int], deps: list[str]) -> Sentence:
    (analysis,) = analyse([Document("a", text)], "rules")
    (found,) = analysis.sentences
    words = [Token(t.start, t.end, t.text, head=head, dep=dep) for t, head, dep in zip(found.tokens, heads, deps, strict=True)]
    return Sentence(found.span, tuple(words))


def test_contractions_are_cut_from_their_printed_form(trees: list[Tree]) -> None:
    assert trees[0].words == ("Kenya", "'s", "exports", "rose", ".")
    assert trees[0].names == ("B-LOC", "O", "O", "O", "O")
    assert trees[0].heads == (2, 0, 3, 3, 3)
    assert treebanks.text(trees) == "Kenya's exports rose. Trade fell. "


def test_a_perfect_reading_scores_all_and_a_wrong_head_is_counted(trees: list[Tree]) -> None:
    text = "Kenya's exports rose."
    right, wrong = Score(), Score()
    compare(right, trees[:1], text, [sentence(text, [2, 0, 3, 3, 3], ["nmod:poss", "case", "nsubj", "root", "punct"])])
    compare(wrong, trees[:1], text, [sentence(text, [2, 0, 3, 3, 2], ["nmod", "case", "obj", "root", "punct"])])
    assert [right.f(layer) for layer in ("tokens", "sentences", "heads", "labels", "whole", "roots", "arguments")] == [100.0] * 7
    assert wrong.f("heads") == 100.0
    assert wrong.f("labels") == 75.0
    assert wrong.f("whole") == 60.0
    assert wrong.f("arguments") == 0.0


def test_generated_sentences_are_trees_and_the_same_for_a_seed() -> None:
    made = templates.generate(300, seed=5)
    assert made == templates.generate(300, seed=5)
    for tree in made:
        roots = [index for index, head in enumerate(tree.heads) if head == index]
        assert len(roots) == tree.deps.count("root") == 1
        for index in range(len(tree.words)):
            path = [index]
            while tree.heads[path[-1]] != path[-1]:
                path.append(tree.heads[path[-1]])
                assert len(path) <= len(tree.words)


@pytest.mark.parametrize("path", [corpora.OWN, corpora.OWN_TEST])
def test_our_own_treebank_is_well_formed(path: Path) -> None:
    labels = {dep for tree in treebanks.read(corpora.OWN_TEST) for dep in tree.deps} | {"iobj", "parataxis"}
    for tree in treebanks.read(path):
        assert tree.deps.count("root") == 1, tree.id
        assert set(tree.deps) <= labels, tree.id
        assert all(rooted(tree, at) for at in range(len(tree.words))), tree.id
        assert len(tree.names) == len(tree.words)
        assert all(not name.startswith("I-") or tree.names[at - 1][2:] == name[2:] for at, name in enumerate(tree.names)), tree.id


def rooted(tree: Tree, at: int) -> bool:
    for _ in tree.words:
        at = tree.heads[at]
    return tree.deps[at] == "root"


@pytest.mark.parametrize("path", [corpora.OWN, corpora.OWN_TEST])
def test_our_own_treebank_is_cut_as_our_tokeniser_cuts(path: Path) -> None:
    printed = [line.partition("=")[2].strip() for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# text =")]
    trees = treebanks.read(path)
    assert len(trees) == len(printed) == len({tree.id for tree in trees})
    for tree, text in zip(trees, printed, strict=True):
        assert treebanks.text([tree]).strip() == text
        assert [text[start:end] for start, end in tokens.split(tokens.plain_tokenizer(), text)] == list(tree.words), tree.id


def test_training_and_test_sentences_come_from_different_articles() -> None:
    training = {tree.id.rpartition("-")[0] for path in (corpora.OWN, corpora.SILVER, corpora.TAUGHT) for tree in treebanks.read(path)}
    tested = {tree.id.rpartition("-")[0] for tree in treebanks.read(corpora.OWN_TEST)}
    marked = {json.loads(line)["id"] for line in (corpora.HERE / "articles.jsonl").read_text(encoding="utf-8").splitlines()}
    assert len(treebanks.read(corpora.OWN_TEST)) >= 100
    assert not training & tested
    assert not (training | tested) & marked


def build() -> tuple[Language, list[Tree]]:
    trees = templates.generate(60, seed=2)
    size = networks.Size(width=16, depth=1, rows=(50, 50, 50, 50), hidden=8)
    return networks.build("trees", size, [[tree] for tree in trees], seed=3), trees


def test_a_run_goes_on_where_it_stopped(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    measured: list[int] = []

    def measure(nlp: Language) -> tuple[float, str]:
        measured.append(len(nlp.pipe_names))
        return float(len(measured)), "measured"

    for words in (1_500, 3_000):
        nlp, trees = build()
        with caplog.at_level(logging.INFO):
            progress = loops.train(nlp, [corpora.Corpus(trees)], loops.Plan(words, every=1_000), measure, tmp_path)
        assert progress.words >= words
    assert 3_000 <= progress.words < 4_500
    assert progress.epoch >= 2
    assert (tmp_path / "best" / "config.cfg").exists()


def test_vectors_are_found_in_any_case_after_a_run_is_stored(tmp_path: Path) -> None:
    held = vectors.Vectors(("trade", "talks"), np.array([[1.0, 0.5], [-2.0, 3.0]], dtype=np.float32))
    vectors.write(held, tmp_path / "vectors.npz")
    nlp = networks.blank()
    vectors.add(nlp, vectors.read(tmp_path / "vectors.npz"))
    vectors.save(nlp, tmp_path / "model")
    read = pipelines.load(str(tmp_path / "model")).nlp
    table = read.vocab.vectors
    found = table.find(keys=Doc(read.vocab, words=["Trade", "TALKS", "other"]).to_array(table.attr))
    assert table.data.dtype == np.float32
    assert table.data[found[:2]].tolist() == [[1.0, 0.5], [-2.0, 3.0]]
    assert found[2] < 0


def test_a_network_learns_to_use_vectors() -> None:
    trees = templates.generate(40, seed=2)
    held = vectors.Vectors(("trade",), np.ones((1, 4), dtype=np.float32))
    size = networks.Size(width=16, depth=1, rows=(50, 50, 50, 50), hidden=8, vectors=held)
    nlp = networks.build("names", size, [[tree] for tree in trees], seed=3)
    doc = nlp("Trade grew.")
    assert doc[0].has_vector
    assert not doc[1].has_vector


def test_passages_are_now_and_then_printed_as_headlines_are() -> None:
    (tree,) = templates.generate(1, seed=1)
    rng = random.Random(1)
    printed = [varied([tree], rng)[0] for _ in range(400)]
    kinds = [
        sum(one.words == words for one in printed) for words in (tree.words, tuple(map(str.upper, tree.words)), tuple(map(str.lower, tree.words)))
    ]
    assert kinds[0] > 340
    assert min(kinds[1:]) > 0
    assert all(one.heads == tree.heads and one.names == tree.names for one in printed)


def test_a_corpus_joins_a_run_where_it_should(tmp_path: Path) -> None:
    nlp, trees = build()
    read: list[str] = []

    class Watched(list[Tree]):
        def __iter__(self) -> Iterator[Tree]:
            read.append(f"at {len(seen)}")
            return super().__iter__()

    seen: list[int] = []

    def measure(nlp: Language) -> tuple[float, str]:
        seen.append(1)
        return float(len(seen)), "measured"

    loops.train(nlp, [corpora.Corpus(trees), corpora.Corpus(Watched(trees), since=0.5)], loops.Plan(4_000, every=1_000), measure, tmp_path)
    assert read
    assert read[0] != "at 0"


def test_passages_keep_documents_apart(trees: list[Tree]) -> None:

    made = templates.generate(20, seed=1)
    assert all(len(group) == 1 for group in passages(made, random.Random(1)))
    assert {tree.id for group in passages(trees, random.Random(1)) for tree in group} == {"one-1", "one-2"}
