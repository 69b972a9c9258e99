"""表内合计不符：表里的合计行，不等于上面各行相加。

Each column of figures with a 合计 or 总计 row against the rows it stands for: those above it, or all others when it
comes first; 小计 rows, 其中 rows and group rows are tried in and out before anything is said. Columns of rates, points
and ordinals are left out, and so is a column with an empty or unreadable cell among its parts. An error in a plain
table, a warning in one with group rows. Wrong when a row is not part of the total: mark it 其中, or move it below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import dropwhile, takewhile

from anju.checker.extract import Extract
from anju.checker.extract.mention import Mention
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._shown import amount
from anju.checker.rules._tiers import Tier, tier
from anju.kernel.finding import Computation, Severity
from anju.kernel.unit import Dimension

WHY = "表是数的来源。合计行和上面各行对不上，正文里从表里抄的数也就靠不住。"
WRONG = """
| 小区 | 户数（户） | 投资（万元） |
| 绿苑小区 | 120 | 310.50 |
| 绿洲小区 | 96 | 255.30 |
| 华苑小区 | 204 | 501.20 |
| 合计 | 420 | 1076.00 |
"""
RIGHT = """
| 小区 | 户数（户） | 投资（万元） |
| 绿苑小区 | 120 | 310.50 |
| 绿洲小区 | 96 | 255.30 |
| 华苑小区 | 204 | 501.20 |
| 合计 | 420 | 1067.00 |
"""
MISTAKEN = "有的行不算在合计之内（“其中”行、说明行），或者还有几行没有列进表里。"
SETTLE = "漏加或写错的改正；不在合计之内的行，行首写“其中”；没有列全的，加一行“其他”。"

_TOTAL = re.compile(r"\s*(?:合\s*计|总\s*计|共\s*计|全[县市区省州盟]合?计?)")
_SUBTOTAL, _OF_WHICH = re.compile(r"小\s*计|分\s*计"), re.compile(r"\s*(?:其中|#|其中：)")
_NOT_ADDED = re.compile("率|比例|占比|序号|编号|年份|年度|均|单价|排名|得分率|%|标准|层数|楼号|代码")
_ADDED = frozenset({Dimension.MONEY, Dimension.AREA, Dimension.LENGTH, Dimension.COUNT, Dimension.POINTS})
_MOST_RELATED = 20


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        heads = _heads(grid)
        for index, row in enumerate(grid.rows):
            if any(_TOTAL.match(cell.text) for cell in row[:2]):
                for total in row:
                    if total.quantity is not None and not _NOT_ADDED.search(heads.get(total.place.column, "")):
                        yield from _column(grid, index, total, heads.get(total.place.column, ""))


def _heads(grid: Grid) -> dict[int, str]:
    """What stands above the first figures of each column."""
    heads: dict[int, str] = {}
    for row in grid.rows:
        if heads and _figures(row):
            break
        for cell in row:
            for column in range(cell.place.column, cell.place.column + cell.place.columns):
                heads[column] = heads.get(column, "") + cell.text.strip()
    return heads


def _column(grid: Grid, index: int, total: Cell, head: str) -> Iterator[Relation]:
    assert total.quantity is not None
    if total.quantity.unit.dimension not in _ADDED:
        return
    rows = _rows_of(grid, index)
    cells = [(row, cell) for row in rows for cell in row if cell.place.column == total.place.column]
    parts = [(row, cell) for row, cell in cells if cell.quantity is not None and cell is not total]
    if len(parts) < 2:
        return
    kinds = {cell.quantity.unit.dimension for _, cell in parts if cell.quantity is not None}
    open_cells = len(parts) < len(cells) or len(cells) < len(rows) or kinds != {total.quantity.unit.dimension}
    for number, chosen in enumerate(_readings(parts)):
        another = number == 0 or 1 < len(chosen) < len(parts)
        if another and tier(_mentions(chosen), _mention(total)) is not Tier.PRINTED:
            yield _made(Result.HELD, total, chosen, head)
            return
    grouped = any(_SUBTOTAL.search(_first(row)) or _OF_WHICH.match(_first(row)) for row, _ in parts) or _uneven(rows)
    everything = [cell for _, cell in parts]
    if open_cells:
        yield _made(Result.NOT_ASSESSABLE, total, everything, head)
    else:
        severity = Severity.WARNING if grouped else Severity.ERROR
        yield _made(Result.FAILED, total, everything, head, severity)


def _rows_of(grid: Grid, index: int) -> list[tuple[Cell, ...]]:
    """The rows a total stands for: from the total before it, or below it when nothing stands above."""
    start = next((i + 1 for i in range(index - 1, -1, -1) if _TOTAL.match(_first(grid.rows[i]))), 0)
    above = list(dropwhile(lambda row: not _figures(row), grid.rows[start:index]))
    if above:
        return above
    return list(takewhile(lambda row: not _TOTAL.match(_first(row)), grid.rows[index + 1 :]))


def _figures(row: Sequence[Cell]) -> bool:
    return any(cell.quantity is not None for cell in row)


def _readings(parts: Sequence[tuple[tuple[Cell, ...], Cell]]) -> Iterator[list[Cell]]:
    """The ways to read the rows, the plainest first: all, without 小计 and 其中, only 小计, only rows of one depth."""
    yield [cell for _, cell in parts]
    yield [cell for row, cell in parts if not (_SUBTOTAL.search(_label(row)) or _OF_WHICH.match(_label(row)))]
    yield [cell for row, cell in parts if _SUBTOTAL.search(_label(row))]
    yield [cell for row, cell in parts if row[0].place.column == 1 and row[0].text.strip()]
    yield [cell for row, cell in parts if row[0].place.column != 1 or not row[0].text.strip()]
    widths = {row[0].place.columns for row, _ in parts}
    for width in sorted(widths):
        yield [cell for row, cell in parts if row[0].place.columns == width]


def _uneven(rows: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether cells are merged or left out, so that rows may be groups of others."""
    return len({tuple(cell.place.column for cell in row) for row in rows}) > 1 or any(
        cell.place.rows > 1 for row in rows for cell in row
    )


def _first(row: Sequence[Cell]) -> str:
    return next((cell.text for cell in row if cell.text.strip()), "")


def _label(row: Sequence[Cell]) -> str:
    return "".join(cell.text for cell in row[:2])


def _mention(cell: Cell) -> Mention:
    assert cell.quantity is not None
    return Mention(0, 0, cell.quantity)


def _mentions(cells: Sequence[Cell]) -> list[Mention]:
    return [_mention(cell) for cell in cells]


def _made(
    result: Result, total: Cell, parts: Sequence[Cell], head: str, severity: Severity = Severity.WARNING
) -> Relation:
    quantities = [cell.quantity for cell in parts if cell.quantity is not None]
    assert total.quantity is not None
    unit = total.quantity.unit
    summed = sum((each.base for each in quantities if each.unit.dimension is unit.dimension), Fraction(0))
    stated, computed = str(total.quantity), amount(summed, unit)
    gap = amount(abs(summed - total.quantity.base), unit)
    column = "".join(head.split())
    message = (
        f"第{total.paragraph}段，表{total.place.table}“{column}”一列的合计写{stated}，各行相加为{computed}，"
        f"相差{gap}，不一致，请核。"
        f"可能有一行漏加或写错；有一行不在合计之内的，请注明“其中”。"
    )
    operands = (f"表{total.place.table}“{column}”{len(parts)}行相加＝{computed}", f"合计写{stated}")
    related = tuple(cell.where for cell in parts[:_MOST_RELATED])
    computation = Computation(stated, computed, operands)
    return Relation(result, total.where, related, computation, severity, message, (total.quantity,))
