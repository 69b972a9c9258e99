"""Every check against the cases of its twin; each fires in one of them and keeps silent in another."""

from typing import Any

import pytest
from check_cases import cases, compare, findings, modules, twin, written

PACKAGE = "anju.ledger.checks"


@pytest.mark.parametrize(("code", "case"), list(cases(PACKAGE)))
def test_case(code: str, case: dict[str, Any]) -> None:
    compare(findings(PACKAGE, code, case), case["发现"])


@pytest.mark.parametrize("code", list(modules(PACKAGE)))
def test_fires_once_and_keeps_silent_once(code: str) -> None:
    found = [bool(case["发现"]) for case in written(twin(PACKAGE, code))]
    assert set(found) == {True, False}


@pytest.mark.parametrize("code", list(modules(PACKAGE)))
def test_nothing_is_found_where_nothing_is_filled_in(code: str) -> None:
    assert findings(PACKAGE, code, {"表": {}}) == []
