"""表写进工作表：格子各在其位，放不下的当场拒绝。"""

from __future__ import annotations

import pytest

from anju.reports.document import Cell, Grid
from anju.reports.writers.xlsx.grid_sheet import placed


def test_merged_cells_push_the_others_aside() -> None:
    grid = Grid(
        (1, 1, 1),
        (
            (Cell(("甲",), rows=2), Cell(("乙",), columns=2)),
            (Cell(("丙",)), Cell(("丁",), rows=2)),
            (Cell(("戊",), columns=2),),
        ),
    )
    assert [(row, column, cell.runs[0]) for row, column, cell in placed(grid)] == [
        (0, 0, "甲"),
        (0, 1, "乙"),
        (1, 1, "丙"),
        (1, 2, "丁"),
        (2, 0, "戊"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ((Cell(columns=3),),),
        ((Cell(), Cell(), Cell()),),
        ((Cell(), Cell(rows=2)), (Cell(columns=2),)),
    ],
)
def test_what_does_not_fit_is_refused(rows: tuple[tuple[Cell, ...], ...]) -> None:
    with pytest.raises(ValueError, match="放不下"):
        list(placed(Grid((1, 1), rows)))
