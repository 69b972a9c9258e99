"""表内其中大于总数：表里“其中”一行的数，比它所属的那一行还大。

A row that says 其中 against the nearest row above that does not, column by column; one finding for all of a row.
An error: the table itself says what is part of what. Wrong when the 其中 row belongs to another row than the one above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from anju.checker.extract import Extract
from anju.checker.extract.tables import Cell, Grid
from anju.checker.relation import Relation, Result
from anju.checker.rules._tables import ADDED, NOT_ADDED, base, is_part, is_total, named, written
from anju.kernel.finding import Computation, Severity

WHY = "其中数是总数的一部分，不会比总数大。多半是总数一行没填，或者把数填错了行，执行率和得分也会跟着错。"
WRONG = """
| 项目资金（万元） | 全年预算数 | 全年执行数 |
| 年度资金总额 | 0 | 0 |
| 其中：财政拨款 | 120.5 | 98.7 |
"""
RIGHT = """
| 项目资金（万元） | 全年预算数 | 全年执行数 |
| 年度资金总额 | 120.5 | 98.7 |
| 其中：财政拨款 | 120.5 | 98.7 |
"""
MISTAKEN = "“其中”一行说的是再上面的另一行，或者总数那一行是扣减以后的净数。"
SETTLE = "总数漏填、错行的改正；“其中”属于别的行的，移到那一行下面。"

_NOT_PART = frozenset({"分值", "得分"})


def check(extract: Extract) -> Iterator[Relation]:
    for grid in extract.grids:
        if grid.trusted:
            yield from _grid(extract, grid)


def _grid(extract: Extract, grid: Grid) -> Iterator[Relation]:
    earlier: list[dict[int, Cell]] = []
    whole: dict[int, Cell] = {}
    parted = False
    for row in grid.body:
        figures = {cell.place.column: cell for cell in row if cell.quantity is not None}
        if not figures:
            continue
        if not any(is_part(cell) for cell in figures.values()):
            # 省级 behind 其中：中央 may be another part of what stood above: then 其中 may again speak of that
            earlier = [*earlier, whole] if parted else earlier
            earlier = [] if any(is_total(cell) for cell in figures.values()) else earlier
            whole, parted = figures, False
            continue
        parted = True
        pairs = [(cell, whole[n]) for n, cell in figures.items() if n in whole and _comparable(cell, whole[n])]
        above = [(part, total) for part, total in pairs if base(part) > base(total)]
        if above and not any(_within(above[0][0], each) for each in earlier):
            yield _failed(extract, above)
        for part, total in pairs if not above else ():
            yield _held(part, total)


def _within(part: Cell, whole: dict[int, Cell]) -> bool:
    total = whole.get(part.place.column)
    return total is not None and _comparable(part, total) and base(part) <= base(total)


def _comparable(part: Cell, total: Cell) -> bool:
    assert part.quantity is not None
    assert total.quantity is not None
    kind = part.quantity.unit.dimension
    plain = not part.qualifier and not total.qualifier and not part.per and part.head not in _NOT_PART
    plain = plain and base(total) >= 0
    like = kind is total.quantity.unit.dimension and kind in ADDED
    return plain and like and not NOT_ADDED.search(part.head)


def _held(part: Cell, total: Cell) -> Relation:
    return Relation(
        Result.HELD,
        part.where,
        (total.where,),
        Computation(part.said, total.said, (total.said,)),
        formula=f"表{part.place.table}“{part.stub[:16]}”{part.said}≤{total.said}",
    )


def _failed(extract: Extract, above: Sequence[tuple[Cell, Cell]]) -> Relation:
    part, total = above[0]
    more = "、".join(f"{one.said}对{other.said}" for one, other in above)
    gap = written(part, base(part) - base(total))
    message = (
        f"{named(extract, part)}，比所属的“{total.stub[:16]}”一行的{total.said}多{gap}"
        f"（各列依次为{more}），不一致，请核。"
        f"可能总数一行没有填、填错了行，请更正；“其中”属于别的行的，请移到那一行下面。"
    )
    quantities = tuple(cell.quantity for pair in above for cell in pair if cell.quantity is not None)
    return Relation(
        Result.FAILED,
        total.where,
        tuple(cell.where for pair in above for cell in pair),
        Computation(total.said, part.said, tuple(one.said for one, _ in above)),
        Severity.ERROR,
        message,
        quantities,
        formula=f"表{part.place.table}“{part.stub[:16]}”{part.said}＞{total.said}",
    )
