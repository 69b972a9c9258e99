"""一个绩效目标：自己写了实际值用自己的，没写的用口径；偏差是实际减指标值。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou

from anju.figures.kinds import goal
from anju.kernel.outcome import NotApplicable, Value


def printed(id: str) -> str:
    found = complete().figure(id)
    assert isinstance(found, Value)
    return found.value.printed()


def test_an_actual_of_its_own_comes_before_the_measure() -> None:
    own = complete().figure("goal.MB23-03.actual")
    measured = complete().figure("goal.MB23-08.actual")
    assert isinstance(own, Value)
    assert isinstance(measured, Value)
    assert (own.value.printed(), own.value.measure) == ("2360户", "cell.goals.MB23-03.actual_milli")
    assert [(row.table, row.value) for row in own.value.rows] == [("goals", 2_360_000)]
    assert (measured.value.printed(), measured.value.measure) == ("100%", "progress.finished")


def test_the_gap_is_actual_less_target() -> None:
    assert printed("goal.MB23-03.gap") == "2户"
    assert printed("goal.MB23-09.gap") == "-0.884万元/户"


def test_a_goal_in_words_has_no_numbers() -> None:
    for word in ("actual", "gap"):
        assert isinstance(dengkou().figure(f"goal.G1.{word}"), NotApplicable)


def test_what_is_not_there_is_refused() -> None:
    for rest in ("G9.actual", "G1.target", "G1", ""):
        with pytest.raises(KeyError):
            goal.figure(dengkou(), rest)
