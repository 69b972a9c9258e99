"""Each planted fault is found by its own check, in a county that is otherwise clean."""

from __future__ import annotations

import pytest

from anju.examples import fictional
from anju.examples.planted_faults import FAULTS, planted
from anju.facts.checking import run_checks
from anju.facts.occasion import Occasion
from anju.facts.store import open_store
from anju.kernel.finding import Finding
from anju.kernel.region import Region
from anju.policy.loader import load_policy
from anju.scoring.assess import CHECK_PACKAGES

POLICY = load_policy()
CLEAN = fictional.tables(POLICY)
OCCASION = Occasion(Region(fictional.REGION), fictional.YEAR, fictional.HEAD.as_of, POLICY)


def findings(tables: dict[str, object]) -> list[Finding]:
    with open_store(tables) as store:
        return [finding for package in CHECK_PACKAGES for finding in run_checks(package, store, OCCASION)]


def test_the_clean_county_stays_silent() -> None:
    assert [finding.message for finding in findings(CLEAN)] == []


@pytest.mark.parametrize("code", FAULTS)
def test_a_planted_fault_is_found_by_its_check(code: str) -> None:
    assert code in {finding.code for finding in findings(planted(CLEAN, code))}
