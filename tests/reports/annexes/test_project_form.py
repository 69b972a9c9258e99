"""项目支出绩效自评表：列和行与在用的表一样，得分照通用自评表另打，两头说不清就写两头。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import area, grids, row_of, sound, text

from anju.reports.annexes import project_form
from anju.reports.document import Printed, words


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_it_is_sound(book: object) -> None:
    sound(project_form, book())  # type: ignore[operator]


@pytest.mark.parametrize("book", [dengkou, complete])
def test_it_reads_as_reviewed(book: object) -> None:
    compare(f"annex-project_form-{book.__name__}.txt", text(project_form.blocks(book())))  # type: ignore[attr-defined,operator]


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_the_form_has_all_its_rows_and_columns(book: object) -> None:
    (grid,) = grids(project_form.blocks(book()))  # type: ignore[operator]
    every = [words(cell.runs) for row in grid.rows for cell in row]
    wanted = [
        *("项目名称", "主管部门", "实施单位"),
        *("年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金"),
        *("年初预算数", "全年预算数", "全年执行数", "分值", "执行率（%）", "得分", "预期目标", "实际完成情况"),
        *("一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "实际完成值"),
        "偏差原因分析及改进措施",
    ]
    assert [each for each in wanted if each not in every] == []


def test_execution_and_goals_add_up_to_the_total() -> None:
    (grid,) = grids(project_form.blocks(complete()))
    goals = complete().rows("goals")
    points = [_figure(grid.rows, f"self_evaluation.goal.{goal['id']}.confirmed") for goal in goals]
    executed = _figure(grid.rows, "self_evaluation.EX1.confirmed")
    assert sum(points) + executed == _figure(grid.rows, "self_evaluation.total.confirmed")


def _figure(rows: object, id: str) -> int:
    found = [
        run.figure
        for row in rows  # type: ignore[attr-defined]
        for cell in row
        for run in cell.runs
        if isinstance(run, Printed) and run.figure.id == id
    ]
    return int(found[0].value or 0)


def test_open_scores_show_both_ends() -> None:
    (grid,) = grids(project_form.blocks(dengkou()))
    assert row_of(grid, "年度资金总额") == ["年度资金总额", "未填报", "2,100.01", "未填报", "10＊", "未填报", "0～10"]
    assert row_of(grid, "总分") == ["总分", "100", "0～100", ""]


def test_the_levels_stand_merged_in_the_first_two_columns() -> None:
    (grid,) = grids(project_form.blocks(complete()))
    laid = area(grid)
    start = next(n for n, row in enumerate(laid) if row[0] is not None and words(row[0].runs) == "一级指标") + 1
    first = {id(row[0]): row[0] for row in laid[start:-1]}.values()
    assert [cell.rows for cell in first if cell] == [9, 5, 1]
