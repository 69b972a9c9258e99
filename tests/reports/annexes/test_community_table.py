"""改造小区一览表：一个小区一行，示例的行写明示例，合计行取全县数。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import grids, row_of, sound, text

from anju.kernel.assurance import RowAssurance
from anju.reports.annexes import community_table
from anju.reports.document import Printed, words


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_it_is_sound(book: object) -> None:
    sound(community_table, book())  # type: ignore[operator]


def test_it_reads_as_reviewed() -> None:
    compare("annex-community_table-dengkou.txt", text(community_table.blocks(dengkou())))


def test_made_up_rows_say_so_and_the_total_is_what_the_document_states() -> None:
    (grid,) = grids(community_table.blocks(dengkou()))
    assert [words(row[-1].runs) for row in grid.rows[2:]] == ["示例"] * 7 + [""]
    assert row_of(grid, "合计")[1:8] == ["计划7个", "23", "未填报", "776", "未填报", "84,400", "未填报"]
    last = [run.figure for cell in grid.rows[-1] for run in cell.runs if isinstance(run, Printed)]
    assert {figure.assurance for figure in last} == {RowAssurance.STATED}


def test_the_rows_of_the_complete_county_add_up_to_its_total() -> None:
    (grid,) = grids(community_table.blocks(complete()))
    rows = [
        [run.figure.value for cell in row for run in cell.runs if isinstance(run, Printed)] for row in grid.rows[2:]
    ]
    communities = rows[:-2]  # the last but one is money of no community
    for column in (1, 2):  # behind the name: planned and actual buildings
        assert sum(row[column] or 0 for row in communities) == rows[-1][column]


def test_money_that_no_community_is_named_for_has_a_row_so_that_the_columns_add_up() -> None:
    (grid,) = grids(community_table.blocks(complete()))
    assert row_of(grid, "没有分到小区")[-4:] == ["", "4,990.17", "136.34", ""]
    paid = [run.figure.value for row in grid.rows[2:] for run in row[-2].runs if isinstance(run, Printed)]
    assert sum(value or 0 for value in paid[:-1]) == paid[-1]
    (grid,) = grids(community_table.blocks(dengkou()))
    assert "没有分到小区" not in text((grid,))


def test_without_a_named_plan_there_is_no_table() -> None:
    assert community_table.blocks(nothing()) == ()
