"""Terms as N-Triples: whatever text an article holds comes back from a parser unchanged."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg.quads.terms import day, ref, text, triple

S, P = "<https://example.org/s>", "<https://example.org/p>"


def parsed(line: str) -> str:
    graph = Graph().parse(data=line + "\n", format="ox-nt")
    ((_, _, value),) = graph
    return str(value)


@given(st.text())
def test_any_text_comes_back(value: str) -> None:
    assert parsed(triple(S, P, text(value))) == value


@given(st.text(alphabet='\ud800\udfffab\x00\x7f"\\\n'))
def test_lone_surrogates_become_replacement_characters(value: str) -> None:
    assert parsed(triple(S, P, text(value))) == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_name_breaks_out_of_an_iri(value: str) -> None:
    line = triple(S, P, ref(f"https://example.org/{value}"))
    assert "\n" not in line
    assert len(Graph().parse(data=line + "\n", format="ox-nt")) == 1


def test_dates_keep_their_precision() -> None:
    assert [day(one).rpartition("#")[2] for one in ("2024", "2024-02", "2024-02-15")] == ["gYear>", "gYearMonth>", "date>"]
