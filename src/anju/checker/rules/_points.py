"""规则共用：评分表里哪一列是分值、得分、指标值、完成值、执行率。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anju.checker.extract.tables import Cell, Grid
from anju.kernel.unit import Dimension

WEIGHT = re.compile(r"(?:分值|权重|标准分|满分|权值)(?:\([^()]*\))?$")
SCORE = re.compile(r"(?:得分|评分|自评分|评价分)(?:\([^()]*\))?$")
_TARGET = re.compile("指标值|目标值|年度指标|计划值")
_ACTUAL = re.compile("完成值|实际值|实际完成|完成情况|实现值")
_RATE = re.compile("执行率")


@dataclass(frozen=True, slots=True)
class Marked:
    """A row of a table of points; what it does not say is None."""

    weight: Cell | None
    score: Cell | None
    target: Cell | None
    actual: Cell | None
    rate: Cell | None

    @property
    def cell(self) -> Cell:
        found = self.weight or self.score
        assert found is not None
        return found


def marked(grid: Grid) -> Iterator[Marked]:
    """The rows of a table that say a weight or a score, in order."""
    for row in grid.body if grid.trusted else ():
        found: dict[str, Cell] = {}
        for cell in row:
            name = _kind(cell) if cell.quantity is not None and not cell.per else ""
            if name:
                found.setdefault(name, cell)
        if "weight" in found or "score" in found:
            yield Marked(*(found.get(name) for name in ("weight", "score", "target", "actual", "rate")))


def _kind(cell: Cell) -> str:
    assert cell.quantity is not None
    points = cell.quantity.unit.dimension is Dimension.POINTS
    if points and SCORE.search(cell.head):
        return "score"
    if points and WEIGHT.search(cell.head):
        return "weight"
    if _RATE.search(cell.head):
        return "rate"
    if _ACTUAL.search(cell.head):
        return "actual"
    return "target" if _TARGET.search(cell.head) else ""
