"""分录：更正归到所更正的一笔，时点以后的不算，别的年度的不算。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from county_rows import occasion, store

from anju.ledger.entries import entries, stages

Moves = list[Mapping[str, Any]]


def found(moves: Moves) -> list[tuple[Any, ...]]:
    rows = store({"资金流水": moves}).rows(entries(occasion()))
    names = ("community", "kind", "source", "amount_fen", "assurance")
    return sorted((tuple(row[name] for name in names) for row in rows), key=str)


FIRST: Mapping[str, Any] = {"编号": "1", "小区": "C1", "事项": "到位", "资金来源": "中央", "金额": 3}
CENTRAL = ("C1", "到位", "中央", 3_0000_00, "stated")


def test_a_correction_takes_kind_source_and_community_from_what_it_corrects() -> None:
    correction = {"编号": "2", "事项": "调整", "金额": -1, "更正编号": "1", "依据性质": "系统记录"}
    assert found([FIRST, correction]) == [("C1", "到位", "中央", -1_0000_00, "recorded"), CENTRAL]


def test_a_correction_may_name_its_own_source() -> None:
    assert ("C1", "到位", "市", 1_0000_00, "stated") in found(
        [FIRST, {"编号": "2", "事项": "调整", "金额": 1, "更正编号": "1", "资金来源": "市"}]
    )


@pytest.mark.parametrize("corrects", [{}, {"更正编号": "9"}, {"更正编号": "2"}])
def test_a_correction_of_nothing_leaves_every_kind_open(corrects: Mapping[str, Any]) -> None:
    correction = {"编号": "2", "事项": "调整", "金额": 1, **corrects}
    open_ = [(None, kind, None, None, "stated") for kind in stages(occasion()).values()]
    assert found([FIRST, correction]) == sorted([CENTRAL, *open_], key=str)


def test_a_correction_this_year_of_last_year_s_move_counts_this_year() -> None:
    moves = [{**FIRST, "计划年度": 2022}, {"编号": "2", "事项": "调整", "金额": 1, "更正编号": "1"}]
    assert found(moves) == [("C1", "到位", "中央", 1_0000_00, "stated")]


def test_another_county_s_move_of_the_same_number_is_not_corrected() -> None:
    moves = [{**FIRST, "区划代码": "360101"}, {"编号": "1", "事项": "调整", "金额": 1, "更正编号": "1"}]
    assert (None, "到位", None, None, "stated") in found(moves)


def test_the_as_of_day_counts_and_the_day_after_does_not() -> None:
    assert found([{**FIRST, "办理日期": "2024-01-30"}]) == [CENTRAL]
    assert found([{**FIRST, "办理日期": "2024-01-31"}]) == []
    assert found([FIRST]) == [CENTRAL]


def test_the_stages_are_those_that_have_accounts() -> None:
    assert list(stages(occasion())) == ["allocated", "received", "passed_on", "paid", "carried_over", "recovered"]
    assert "调整" not in stages(occasion()).values()
