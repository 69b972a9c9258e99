"""Every rule against the cases of its twin; each fires in one of them and keeps silent in more."""

from __future__ import annotations

import re
from typing import Any

import pytest
from report_cases import cases, compare, relations, twin, written

from anju.checker.relation import Result
from anju.checker.run import RULES


@pytest.mark.parametrize(("code", "case"), list(cases()))
def test_case(code: str, case: dict[str, Any]) -> None:
    compare(relations(code, case), case)


@pytest.mark.parametrize("code", list(RULES))
def test_fires_once_and_keeps_silent_at_least_as_often(code: str) -> None:
    found = [bool(case["发现"]) for case in written(twin(code))]
    assert 0 < sum(found) <= len(found) - sum(found)


@pytest.mark.parametrize("code", list(RULES))
def test_what_is_said_is_neutral_and_says_what_to_do(code: str) -> None:
    failed = [each for case in written(twin(code)) for each in relations(code, case) if each.result is Result.FAILED]
    for each in failed:
        assert re.search("请核。", each.message), each.message
        assert re.search("请(?!核。)", each.message), each.message
        assert not re.search("错误|造假|虚报|[A-Za-z]{3}", each.message), each.message


@pytest.mark.parametrize("code", list(RULES))
def test_nothing_is_found_where_nothing_is_said(code: str) -> None:
    assert relations(code, {"文": "", "表": []}) == []
