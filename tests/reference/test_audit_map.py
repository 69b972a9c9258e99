"""Every audit point is looked after, or waits for a named room; a check that is gone is missed."""

from __future__ import annotations

from pathlib import Path

import pytest
from check_cases import TEST_OF as CHECKS_OF
from check_cases import TESTS, written

from anju.policy.loader import load_policy
from anju.reference.audit_map import ROOMS_TO_COME, Place, catalogues, homeless, page, places, strangers
from anju.reference.audit_map import written as page_of

TEST_OF = {**CHECKS_OF, "anju.checker.rules": "checker/rules"}
POINTS = load_policy().vocabularies["audit_points"].terms
COMMITTED = Path(__file__).resolve().parents[2] / "docs/reference/audit-map.md"
CHECKS = [(room, code) for room, modules in catalogues().items() if room in TEST_OF for code in modules]


def without(room: str, code: str) -> dict[str, list[Place]]:
    """What is placed when one check is taken out of the catalogue."""
    found = {name: dict(modules) for name, modules in catalogues().items()}
    del found[room][code]
    return places(found)


def test_the_points_are_the_fifty_four_of_the_fact_base() -> None:
    assert len(POINTS) == 54


def test_every_point_is_placed_or_waits_for_a_room() -> None:
    assert homeless(POINTS, places(catalogues())) == []
    assert {term.text("later") for term in POINTS.values()} - {""} <= set(ROOMS_TO_COME)


def test_no_check_names_a_point_that_is_none() -> None:
    assert strangers(POINTS, places(catalogues())) == []


def test_the_page_is_the_committed_one() -> None:
    assert page(load_policy()) == COMMITTED.read_text(encoding="utf-8")


@pytest.mark.parametrize(("room", "code"), CHECKS)
def test_a_placed_check_that_is_gone_is_missed(room: str, code: str) -> None:
    """The committed page names it; where no other check looks after its point, the point is homeless besides."""
    points = getattr(catalogues()[room][code], "AUDIT_POINTS", ())
    left = without(room, code)
    if points:
        assert page_of(POINTS, left) != COMMITTED.read_text(encoding="utf-8")
    alone = [point for point in points if point not in left]
    assert homeless(POINTS, left) == [point for point in POINTS if point in alone and not POINTS[point].text("later")]


def test_removing_the_only_check_of_a_point_leaves_it_homeless() -> None:
    assert homeless(POINTS, without("anju.ledger.checks", "no_payment_recorded")) == ["M01"]


@pytest.mark.parametrize("point", [code for code, term in POINTS.items() if not term.text("later")])
def test_every_placed_point_has_a_case_that_fires_and_one_that_stays_silent(point: str) -> None:
    checks = [place for place in places(catalogues())[point] if place.room in TEST_OF]
    twins = [TESTS / TEST_OF[place.room] / f"{place.code.replace('.', '/')}.yaml" for place in checks]
    cases = [bool(case["发现"]) for twin in twins for case in written(twin)]
    assert set(cases) == {True, False}


def test_a_point_without_a_place_is_shown_as_such() -> None:
    assert "**没有着落**" in page_of(POINTS, {})
