"""两列同名：表头里两列写的是同一年、同一件事，多半有一列的年份写错了。

Two columns of figures whose heads are word for word the same and name a year, where the other heads are all different.
A warning. Tables set side by side repeat all their heads and are left alone. Wrong when a line above the heads, which
was not read as one, tells the two apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._tables import named
from anju.kernel.finding import Computation, Severity

WHY = "上年数和本年数分两列，表头的年份写成一样，后面的增减额、增减率就说不清是谁比谁。"
WRONG = """
| 项目 | 2023年决算数（万元） | 2023年决算数（万元） | 增减额（万元） |
| 基本支出 | 120 | 100 | 20 |
| 项目支出 | 300 | 260 | 40 |
"""
RIGHT = """
| 项目 | 2023年决算数（万元） | 2022年决算数（万元） | 增减额（万元） |
| 基本支出 | 120 | 100 | 20 |
| 项目支出 | 300 | 260 | 40 |
"""
MISTAKEN = "两列在更上面一行表头里已经分开（计划、实际），而那一行没有被读成表头。"
SETTLE = "把写错的年份改过来；两列本来不同的，在表头里写明各是什么。"

_YEAR = re.compile(r"(?:19|20)\d\d年?")


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        if grid.trusted:
            yield from _grid(extract, grid)


def _grid(extract: Extract, grid: Grid) -> Iterator[Relation]:
    heads: dict[str, list[Cell]] = {}
    for cells in grid.columns.values():
        first = cells[0][1]
        if first.head:
            heads.setdefault("".join(first.head.split()), []).append(first)
    alike = [cells for head, cells in heads.items() if len(cells) > 1 and _YEAR.search(head)]
    if len(alike) == 1 and len(alike[0]) == 2 and not _side_by_side(grid):
        yield _relation(extract, *alike[0])


def _side_by_side(grid: Grid) -> bool:
    """Whether more than one head stands twice in a row of heads: then the table goes on to the right."""
    rows = (Counter("".join(cell.text.split()) for cell in row) for row in grid.rows[: grid.head_rows])
    return any(sum(count > 1 for text, count in row.items() if text) > 1 for row in rows)


def _relation(extract: Extract, first: Cell, second: Cell) -> Relation:
    head = "".join(first.head.split())
    message = (
        f"表{first.place.table}第{first.place.column}列和第{second.place.column}列的表头都是“{head}”"
        f"（{named(extract, second)}起），两列各说的是哪一年分不清，请核。"
        f"请更正写错的年份；两列本来不同的，请在表头写明。"
    )
    return Relation(
        Result.FAILED,
        second.where,
        (first.where,),
        Computation(head, None, (first.said, second.said)),
        Severity.WARNING,
        message,
        formula=f"两列都是“{head}”",
    )
