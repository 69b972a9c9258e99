"""区域（项目）绩效自评表：行和列一个不少，到位、支付各归各列，说不清的不写零。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import grids, row_of, sound, text

from anju.reports.annexes import regional_form
from anju.reports.annexes._problems import name
from anju.reports.document import words


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_it_is_sound(book: object) -> None:
    sound(regional_form, book())  # type: ignore[operator]


@pytest.mark.parametrize("book", [dengkou, complete])
def test_it_reads_as_reviewed(book: object) -> None:
    compare(f"annex-regional_form-{book.__name__}.txt", text(regional_form.blocks(book())))  # type: ignore[attr-defined,operator]


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_the_form_has_all_its_rows_and_columns(book: object) -> None:
    (grid,) = grids(regional_form.blocks(book()))  # type: ignore[operator]
    every = [words(cell.runs) for row in grid.rows for cell in row]
    wanted = [
        *("转移支付（项目）名称", "中央主管部门", "地方主管部门", "资金使用单位"),
        *("年度资金总额", "其中：中央财政资金", "地方资金", "其他资金"),
        *("全年预算数（A）", "全年执行数（B）", "预算执行率（B/A，%）"),
        *("分配科学性", "下达及时性", "拨付合规性", "使用规范性", "执行准确性", "预算绩效管理情况", "支出责任履行情况"),
        "说明",
    ]
    assert [each for each in wanted if each not in every] == []


def test_money_in_place_is_budget_and_what_nobody_reported_is_not_zero() -> None:
    (grid,) = grids(regional_form.blocks(dengkou()))
    assert row_of(grid, "年度资金总额") == ["年度资金总额", "2,100.01", "未填报", "未填报"]
    assert row_of(grid, "其中：中央") == ["其中：中央财政资金", "2,021.00", "未填报", "未填报"]
    assert "没有分级次" in grid.note
    (grid,) = grids(regional_form.blocks(complete()))
    assert row_of(grid, "年度资金总额") == ["年度资金总额", "4,990.17", "4,844.55", "97.08"]


def test_problems_are_those_that_the_checks_found() -> None:
    (grid,) = grids(regional_form.blocks(dengkou()))
    assert row_of(grid, "拨付合规性")[2] == "核出：资金超过投资；只有拨付没有支付。改进措施：待填写"
    assert row_of(grid, "执行准确性")[2] == "未填报，无从核查"
    (grid,) = grids(regional_form.blocks(complete()))
    assert row_of(grid, "拨付合规性")[2] == "未核出问题"


def test_the_points_name_figures_papers_and_checks_that_exist() -> None:
    book = dengkou()
    papers = book.assessment.occasion.words("institution_kinds").terms
    for point in book.assessment.occasion.words(regional_form.POINTS).terms.values():
        for id in point.entry["figures"].texts():
            book.figure(id)
        assert set(point.entry["institutions"].texts()) <= set(papers)
        assert all(name(code) for code in point.entry["checks"].texts())


def test_audits_that_found_nothing_and_audits_that_nobody_reported_differ() -> None:
    assert row_of(grids(regional_form.blocks(complete()))[0], "说明")[1] == "已登记审计、检查2次，均未查出问题。"
    assert "未填报" in row_of(grids(regional_form.blocks(nothing()))[0], "说明")[1]
