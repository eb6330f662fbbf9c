"""The named queries: they parse, and give the columns they announce."""

from __future__ import annotations

import pytest
from rdflib.plugins.sparql import prepareQuery

from kg.errors import SetupError
from kg.ontology.queries import derivations, named_queries, named_query

CONTRACT = {
    "officials": "tenure person post of to status attested_on article start end evidence",
    "meetings": "meeting kind participant capacity on_behalf_of date date_basis place place_basis modality article start end evidence",
    "topics": "meeting topic concept article start end evidence",
    "agreements": "agreement name short kind party stage stage_date article start end evidence",
    "forums": "forum name kind place start_date end_date date_basis status article start end evidence",
    "statements": "statement speaker capacity mode verb text article start end evidence",
    "commitments": "commitment party text status article start end evidence",
    "trade": "observation reporter partner flow product period_start period_end value unit hedge printed article start end evidence",
    "changes": "change reporter partner flow product period_start period_end kind value base_start base_end printed article start end evidence",
    "shares": "share reporter partner flow product by period_start period_end value hedge printed",
    "audit": "check article operands printed predicted_low predicted_high verdict resolution printed_low printed_high residual start end evidence",
    "coverage": "article sentence start end status reason",
    "who_met_whom": "a b meetings first last topics",
    "timeline": "date what who where article",
    "disputes": "key left right left_article right_article relation",
}


def test_every_query_of_the_contract_is_there_and_no_other() -> None:
    assert set(named_queries()) == set(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_open_with_the_contract_and_are_those_selected(name: str) -> None:
    query = named_query(name)
    selected = [str(variable) for variable in prepareQuery(query.text).algebra["PV"]]
    assert list(query.columns) == selected
    assert selected[: len(CONTRACT[name].split())] == CONTRACT[name].split()


@pytest.mark.parametrize("name", CONTRACT)
def test_header_asks_a_question_and_names_selected_parameters(name: str) -> None:
    query = named_query(name)
    assert query.question.endswith("?")
    assert query.parameters
    assert set(query.parameters) <= set(query.columns)


def test_an_unknown_name_suggests_near_ones() -> None:
    with pytest.raises(SetupError, match="officials"):
        named_query("oficials")


def test_derivations_construct() -> None:
    assert derivations()
    for text in derivations().values():
        assert prepareQuery(text).algebra.name == "ConstructQuery"
