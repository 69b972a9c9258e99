"""绩效目标偏差情况表：差多少算得出，原因用经办人的话，没写的待填，比不了的说比不了。"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from assessed import complete, dengkou, nothing
from county_rows import tables
from golden_file import compare
from reports.annexes._walk import grids, row_of, sound, text

from anju.examples import fictional
from anju.facts.snapshot import Head, freeze
from anju.figures.book import Book
from anju.policy.loader import load_policy
from anju.reports.annexes import deviation_table
from anju.reports.document import Grid, words
from anju.scoring.assess import assess


def _goal(*written: Any, **more: Any) -> Mapping[str, Any]:
    names = ("编号", "指标类型", "指标名称", "指标性质", "指标值", "度量单位")
    return {**dict(zip(names, written, strict=True)), **more}


@cache
def deviating() -> Book:
    goals: list[Mapping[str, Any]] = [
        _goal("G1", "数量", "改造户数", "≥", 776, "户", 实际完成值=700),
        _goal("G2", "数量", "改造楼栋", "≥", 23, "栋", 实际完成值=20, 偏差原因="三栋列入下年度"),
        _goal("G3", "数量", "增设车位", "≥", 10, "个", 实际完成值=20),
        _goal("G4", "数量", "加装电梯", "≥", 10, "部"),
        _goal("G5", "质量", "合格率", "=", 100, "%", 实际完成值=100),
    ]
    plan = [{"小区": "*", "小区数": 7, "已完工小区数": 5, "计划户数": 776, "实际户数": 700}]
    facts, policy = tables({"绩效目标": goals, "改造任务": plan}), load_policy()
    return Book(assess(freeze(Head("150822", "磴口县", 2023, fictional.HEAD.as_of), facts), policy))


@pytest.mark.parametrize("book", [dengkou, complete, nothing, deviating])
def test_it_is_sound(book: object) -> None:
    sound(deviation_table, book())  # type: ignore[operator]


@pytest.mark.parametrize("book", [dengkou, complete])
def test_it_reads_as_reviewed(book: object) -> None:
    compare(f"annex-deviation_table-{book.__name__}.txt", text(deviation_table.blocks(book())))  # type: ignore[attr-defined,operator]


def test_each_gap_has_the_reason_it_can_have() -> None:
    (grid,) = grids(deviation_table.blocks(deviating()))
    last = {row[-7 if len(row) == 7 else 1]: row[-3:] for row in _rows(grid)}
    assert last["改造楼栋"] == ["-3", "栋", "三栋列入下年度"]
    assert last["增设车位"] == ["10", "个", "待填写（超出指标值较多，应当说明）"]
    assert last["加装电梯"] == ["未填报", "部", "未填报，无从比较"]
    assert last["合格率"] == ["0", "%", "已达到目标"]
    assert last["完工小区数"] == ["-2", "个", "待填写"]


def _rows(grid: Grid) -> list[list[str]]:
    return [[words(cell.runs) for cell in row] for row in grid.rows]


def test_a_task_that_was_not_met_waits_for_its_reason() -> None:
    (grid,) = grids(deviation_table.blocks(deviating()))
    assert row_of(grid, "改造户数") == ["改造户数", "=", "776", "700", "-76", "户", "待填写"]
    assert row_of(grid, "改造楼栋数") == ["改造楼栋数", "=", "未填报", "未填报", "未填报", "栋", "未填报，无从比较"]
