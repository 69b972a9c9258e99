"""表头下面哪些行是数据：空行、示例行、合计行都不是；合并的、没算过的格子在这里报出来。"""

from __future__ import annotations

from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from anju.exchange._sheet import EXAMPLE, Sheet
from anju.exchange.coordinates import cell_name
from anju.exchange.problems import Problems
from anju.exchange.sheet_head import SheetHead
from anju.exchange.workbook_file import Grid
from anju.kernel.finding import Severity

_TOTALS = ["合计", "总计", "小计", "累计", "全部合计"]
_LOOKED_AT = 4
"""How many of the first columns may say 合计."""
_SAID = 80
"""The example may stand so far below the heading."""


@dataclass
class DataRows:
    """The rows that hold data: their places in the sheet, ascending; and cells already spoken of."""

    rows: pa.Array
    spoken_of: set[tuple[int, int]] = field(default_factory=set)

    def texts(self, grid: Grid, place: int) -> pa.Array:
        """A sheet column's texts at these rows."""
        column, count = grid.column(place), len(self.rows)
        first, last = (self.rows[0].as_py(), self.rows[-1].as_py()) if count else (0, -1)
        return column.slice(first, count) if last - first + 1 == count else column.take(self.rows)


def find_rows(grid: Grid, sheet: Sheet, head: SheetHead, problems: Problems) -> DataRows:
    """Pick the rows with something in a column that is read."""
    first = head.row + 1
    body = {each.place: grid.column(each.place).slice(first) for each in head.fields}
    count = max(grid.height - first, 0)
    used = pa.array([False] * count, pa.bool_())
    for texts in body.values():
        used = pc.or_(used, pc.is_valid(texts))
    spoken_of = _unusable(grid, head, first, problems) | _merged(grid, head, first, problems)
    dropped = _examples(grid, sheet, head, first, problems)
    totals = _totals(grid, head, first, used)
    for row, place in sorted(totals.items()):
        if row not in dropped:
            problems.add("total_row", f"第{row + 1}行是合计行，请删去；合计由系统计算", (row, place))
    rows = [row + first for row in pc.indices_nonzero(used).to_pylist()]
    if dropped or totals:
        rows = [row for row in rows if row not in dropped and row not in totals]
    return DataRows(pa.array(rows, pa.int64()), spoken_of)


def _unusable(grid: Grid, head: SheetHead, first: int, problems: Problems) -> set[tuple[int, int]]:
    """Formulas nobody calculated and error values, in columns that are read."""
    fields = {each.place: each.column for each in head.fields}
    found = set()
    for (row, place), formula in grid.scan.uncalculated.items():
        if row >= first and place in fields:
            said = f"公式“={formula}”" if formula else "公式"
            message = f"{said[:60]}没有算好的结果；请在 Excel 或 WPS 里打开后保存一次，或直接填数"
            problems.add("uncalculated_formula", message, (row, place), column=fields[place].name)
            found.add((row, place))
    for (row, place), name in grid.scan.errors.items():
        if row >= first and place in fields:
            message = f"单元格是错误值 {name or '#N/A'}，读不出内容；请改正公式，或直接填数"
            problems.add("error_value", message, (row, place), column=fields[place].name)
            found.add((row, place))
    return found


def _merged(grid: Grid, head: SheetHead, first: int, problems: Problems) -> set[tuple[int, int]]:
    """Merged cells among the data: one value for several cells is not one value each."""
    fields = {each.place: each.column for each in head.fields}
    found: set[tuple[int, int]] = set()
    for top, left, bottom, right in grid.scan.merged:
        places = [place for place in range(left, right + 1) if place in fields]
        if bottom < first or not places:
            continue
        at = (max(top, first), places[0])
        span = f"{cell_name(top, left)}:{cell_name(bottom, right)}"
        message = f"{span} 是合并单元格，分不清每一格是什么；请取消合并，每格都填"
        problems.add("merged_cells", message, at, column=fields[places[0]].name)
        rows = range(max(top, first), min(bottom, grid.height + 1) + 1)
        found |= {(row, place) for row in rows for place in places}
    return found


def _examples(grid: Grid, sheet: Sheet, head: SheetHead, first: int, problems: Problems) -> set[int]:
    """Rows that bear the example's mark, and the template's own example should the mark be gone."""
    rows = set()
    if head.index is not None:
        marked = pc.match_substring_regex(grid.column(head.index).slice(first), rf"^\s*{EXAMPLE}")
        rows = {row + first for row in pc.indices_nonzero(pc.fill_null(marked, False)).to_pylist()}
    for row in range(first, min(first + _SAID, grid.height)):
        if is_example(grid, sheet, head, row):
            rows.add(row)
        elif row in rows and any(grid.text(row, each.place) for each in head.fields):
            at = (row, head.index or 0)
            message = f"第{row + 1}行标着“{EXAMPLE}”，没有读；若是真实数据，请把“{EXAMPLE}”改成序号"
            problems.add("example_changed", message, at, severity=Severity.WARNING)
    return rows


def is_example(grid: Grid, sheet: Sheet, head: SheetHead, row: int) -> bool:
    """Whether the row says word for word what the template's example says."""
    said = [(grid.text(row, each.place) or "", sheet.example.get(each.column.name, "")) for each in head.fields]
    return any(example for _, example in said) and all(text.strip() == example for text, example in said)


def _totals(grid: Grid, head: SheetHead, first: int, used: pa.Array) -> dict[int, int]:
    """Rows whose first words are 合计 and the like, with the column that says so."""
    places = sorted(each.place for each in head.fields)[:_LOOKED_AT]
    rows: dict[int, int] = {}
    for place in [*([head.index] if head.index is not None else []), *places]:
        words = pc.replace_substring_regex(grid.column(place).slice(first), r"\s|[:：]", "")
        total = pc.and_(used, pc.is_in(words, pa.array(_TOTALS)))
        rows = {row + first: place for row in pc.indices_nonzero(total).to_pylist()} | rows
    return rows
