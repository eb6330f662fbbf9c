"""Checks across articles, and disputes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from kg.audit import Verdict, audit_figures
from kg.audit.figures import Figure

from .cases import NOW, THEN, change, figure


def told(*found: Figure, part_of: object = None) -> list[tuple[str, str]]:
    results = audit_figures(list(found), [], part_of or (lambda one, other, day: False)).results  # type: ignore[arg-type]
    return [(one.check, str(one.verdict)) for one in results]


def other(one: Figure, **parts: object) -> Figure:
    """The same figure in another article, with some parts changed."""
    return replace(one, **{"article": "later", "iri": f"later-{one.iri}", "published": "2024-03-01", **parts})  # type: ignore[arg-type]


ONE = replace(figure("exports", NOW, "29.6"), published="2024-02-15", publisher="Agency")


def test_two_articles_that_agree_within_rounding_are_in_no_dispute() -> None:
    finer = other(ONE, value=Fraction(29_640_000_000), step=Fraction(10**7), printed="29.64")
    assert told(ONE, finer) == []


def test_a_source_that_changes_its_own_figure_revises_it() -> None:
    later = other(ONE, value=Fraction(30_200_000_000), printed="30.2", publisher="Agency")
    found = audit_figures([ONE, later], [])
    assert [one.relation for one in found.disputes] == ["revision"]
    assert [(one.check, one.verdict) for one in found.results] == [("A17", Verdict.ADVICE)]


def test_two_sources_of_one_day_conflict_and_months_apart_are_vintages() -> None:
    same_day = other(ONE, value=Fraction(30_200_000_000), publisher="Ministry", published="2024-02-15")
    months_later = other(ONE, value=Fraction(30_200_000_000), publisher="Ministry", published="2024-09-15")
    assert [one.relation for one in audit_figures([ONE, same_day], []).disputes] == ["conflict"]
    assert [one.relation for one in audit_figures([ONE, months_later], []).disputes] == ["different vintage"]


def test_areas_are_compared_as_printed() -> None:
    union = other(ONE, key=replace(ONE.key, partner="European Union"), value=Fraction(20_000_000_000))
    assert told(ONE, union) == []


def test_a_longer_cumulation_below_a_shorter_one_is_a_breach() -> None:
    half = other(ONE, period=("2023-01", "2023-06"), value=Fraction(31_000_000_000), printed="31.0")
    assert told(ONE, half) == [("A12", "DOES NOT RECONCILE")]
    balance = [replace(one, key=replace(one.key, flow="balance")) for one in (ONE, half)]
    assert told(*balance) == []


def test_trade_with_a_member_above_the_whole_is_a_breach() -> None:
    union = other(ONE, key=replace(ONE.key, partner="European Union"))
    member = other(ONE, iri="m", key=replace(ONE.key, partner="Italy"), value=Fraction(31_000_000_000), printed="31.0")
    assert ("A13", "DOES NOT RECONCILE") in told(union, member, part_of=lambda one, whole, day: (one, whole) == ("Italy", "European Union"))


def test_a_value_tenfold_the_last_known_one_is_worth_a_look() -> None:
    slip = other(ONE, period=THEN, value=Fraction(2_960_000_000), printed="2.96")
    assert ("A14", "ADVICE") in told(ONE, slip)


def test_mirror_gaps_of_tens_of_percent_are_normal() -> None:
    seen = other(ONE, key=replace(ONE.key, reporter=ONE.key.partner, partner=ONE.key.reporter, flow="imports"), value=Fraction(35_000_000_000))
    assert told(ONE, seen) == []
    assert told(ONE, replace(seen, value=Fraction(60_000_000_000))) == [("A16", "ADVICE")]


def test_one_figure_for_two_keys_is_worth_a_look_unless_seen_from_both_sides() -> None:
    twin = replace(ONE, iri="twin", key=replace(ONE.key, flow="imports"), period=THEN)
    assert ("A15", "ADVICE") in told(ONE, twin)
    mirror = replace(ONE, iri="mirror", key=replace(ONE.key, reporter=ONE.key.partner, partner=ONE.key.reporter, flow="imports"))
    assert told(ONE, mirror) == []


def test_the_base_of_a_change_is_compared_with_the_base_another_article_prints() -> None:
    earlier = replace(figure("exports", THEN, "32.3"), article="earlier", iri="earlier")
    found = audit_figures([ONE, earlier], [change("exports", "-8.5")]).results
    assert ("A6", "EXACT") in [(one.check, str(one.verdict)) for one in found]
    wrong = replace(earlier, value=Fraction(42_300_000_000))
    assert ("A6", "DOES NOT RECONCILE") in [(one.check, str(one.verdict)) for one in audit_figures([ONE, wrong], [change("exports", "-8.5")]).results]


def test_eleven_months_are_not_compared_with_a_year() -> None:
    year = replace(figure("exports", ("2022-01", "2022-12"), "32.3"))
    moved = replace(change("exports", "-8.5"), base=("2022-01", "2022-12"))
    assert [(one.check, str(one.verdict)) for one in audit_figures([ONE, year], [moved]).results] == [("A11", "NOT COMPARABLE")]


def test_a_change_without_its_base_value_is_not_checkable() -> None:
    found = audit_figures([ONE], [change("exports", "-8.5")]).results
    assert [(one.check, one.verdict) for one in found] == [("A3", Verdict.NOT_CHECKABLE)]
