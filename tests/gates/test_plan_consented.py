"""居民同意改造方案的底线：全部通过才算成立，一个未通过就不成立，其余说不清。"""

from __future__ import annotations

import pytest
from county_rows import occasion

from anju.gates.plan_consented import BEFORE, MEASURE, holds
from anju.measures.catalogue import measure


@pytest.mark.parametrize(
    ("planned", "passed", "failed", "verdict"),
    [
        (7, 7, 0, True),
        (7, 6, 1, False),
        (7, 0, 1, False),
        (7, 6, 0, None),
        (0, 0, 0, None),
        (None, 7, 0, None),
        (None, 0, 2, False),
    ],
)
def test_all_must_consent(planned: int | None, passed: int, failed: int, verdict: bool | None) -> None:
    assert holds(planned, passed, failed) is verdict


def test_it_asks_for_sums_that_are_measured_and_stops_a_known_stage() -> None:
    assert {"planned", "passed", "failed"} == set(measure(MEASURE).sums(occasion()))
    assert BEFORE in occasion().words("stages").terms
