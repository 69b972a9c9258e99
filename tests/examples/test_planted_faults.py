"""Each planted fault is found by its own check, and by no check that has nothing to do with it."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pytest

from anju.examples import fictional
from anju.examples.planted_faults import FAULTS, planted
from anju.examples.planted_faults._edit import drop, fault, first
from anju.facts.checking import run_checks
from anju.facts.content_hash import content_hash
from anju.facts.occasion import Occasion
from anju.facts.store import open_store
from anju.kernel.finding import Finding
from anju.kernel.region import Region
from anju.policy.loader import load_policy
from anju.scoring.assess import CHECK_PACKAGES

POLICY = load_policy()
CLEAN = fictional.tables(POLICY)
OCCASION = Occasion(Region(fictional.REGION), fictional.YEAR, fictional.HEAD.as_of, POLICY)


def findings(tables: Mapping[str, pa.Table]) -> list[Finding]:
    with open_store(tables) as store:
        return [finding for package in CHECK_PACKAGES for finding in run_checks(package, store, OCCASION)]


@pytest.mark.parametrize(
    "size", [{}, {"count": 1, "earlier": 0}, {"count": 0, "earlier": 0}, {"count": 40}, {"long_names": True}]
)
def test_the_clean_county_stays_silent(size: dict[str, int]) -> None:
    assert [finding.message for finding in findings(fictional.tables(POLICY, **size))] == []


@pytest.mark.parametrize("code", FAULTS)
def test_a_planted_fault_is_found_by_its_check(code: str) -> None:
    found = {finding.code for finding in findings(planted(CLEAN, code))}
    assert code in found
    assert found <= {code} | FAULTS[code].also


def test_planting_leaves_the_clean_county_as_it_is() -> None:
    before = content_hash(CLEAN)
    assert content_hash(planted(CLEAN, "money.passed_on_late")) != before
    assert content_hash(CLEAN) == before


@pytest.mark.parametrize("edit", [first("goals", {"id": "没有"}, weight=1), drop("goals", {"year": 1999})])
def test_a_fault_that_finds_no_row_says_so(edit: object) -> None:
    with pytest.raises(LookupError, match="没有这样的行"):
        fault(edit).into(CLEAN)  # type: ignore[arg-type]
