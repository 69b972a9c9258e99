"""绩效目标表：每项目标在它那一级之下，指标值、单位、分值各就各位。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import area, grids, row_of, sound, text

from anju.reports.annexes import goal_table
from anju.reports.document import words


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_it_is_sound(book: object) -> None:
    sound(goal_table, book())  # type: ignore[operator]


def test_it_reads_as_reviewed() -> None:
    compare("annex-goal_table-complete.txt", text(goal_table.blocks(complete())))


def test_levels_are_merged_over_their_goals() -> None:
    (grid,) = grids(goal_table.blocks(complete()))
    first = {id(row[0]): row[0] for row in area(grid)[1:]}.values()
    assert [(words(c.runs), c.rows) for c in first if c] == [("产出指标", 9), ("效益指标", 5), ("满意度指标", 1)]


def test_what_was_not_set_is_not_reported() -> None:
    (grid,) = grids(goal_table.blocks(dengkou()))
    assert row_of(grid, "显著改善")[2:] == [
        "显著改善基础设施，提升居民住房条件和居住环境",
        "定性",
        "定性",
        "不适用",
        "未填报",
        "本县填报",
    ]
    assert goal_table.blocks(nothing()) == ()
