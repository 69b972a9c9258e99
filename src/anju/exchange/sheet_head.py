"""找表头：不论上面插了几行、列怎么移动，认出表头在哪几行、每一列是什么；不认识的列名问一次。"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from anju.exchange._sheet import DEFAULTED, INDEX, Sheet
from anju.exchange.catalogue import data_sheets
from anju.exchange.column_names import NOT_READ, ColumnNames, Question
from anju.exchange.headings import Heading, fold, match, nearest, noted_units
from anju.exchange.problems import Problems, numbered
from anju.exchange.workbook_file import Grid
from anju.facts._column import Column
from anju.facts._table import DOCUMENT
from anju.kernel.finding import Severity
from anju.kernel.unit import Dimension

_SEARCHED = 60
"""How many rows from the top may hold the heading."""
_DEEPEST = 3
_SPARED = (*DEFAULTED, DOCUMENT.name)
"""Columns that many leave out; their absence makes no stranger suspicious."""


@dataclass(frozen=True)
class Field:
    """A column of the sheet that is read: where it stands, in which unit, as which column of the table.

    `unclear` when the heading as typed names no unit, or none that is known.
    """

    place: int
    column: Column
    heading: str
    unclear: bool


@dataclass
class SheetHead:
    """The heading understood. `row` is its last row, `index` the column of serial numbers, `own` the officer's."""

    row: int
    fields: list[Field] = field(default_factory=list)
    index: int | None = None
    own: dict[int, str] = field(default_factory=dict)

    def field_of(self, name: str) -> Field | None:
        return next((each for each in self.fields if each.column.name == name), None)


@dataclass(frozen=True)
class _Block:
    """Candidate heading rows: texts by column, the text of the row above by column."""

    row: int
    texts: Mapping[int, str]
    above: Mapping[int, str]


def read_head(grid: Grid, sheet: Sheet, names: ColumnNames, problems: Problems) -> SheetHead | None:
    """Understand the heading; None, with a problem, when the sheet has none."""
    top = _top(grid)
    block = _find(top, sheet, names)
    if block is None:
        wanted = "、".join(column.heading for column in sheet.shown[:6])
        problems.add("no_heading", f"没有找到表头；请保留模板的表头行（{wanted}等），数据从表头下面填起", (0, 0))
        return None
    units = noted_units([text for row in top[: block.row + 1] for text in row.values()])
    head = SheetHead(block.row)
    understood = {place: match(text, sheet.shown, units) for place, text in block.texts.items()}
    for place, text in block.texts.items():
        found = understood[place] or match(block.above.get(place, "") + text, sheet.shown, units)
        if found is None and fold(text) == fold(INDEX):
            head.index = place
        elif found is None:
            head.own[place] = text
        else:
            _take(head, place, text, found, problems)
    _ask_for_strangers(head, sheet, names, problems, units)
    _report_missing(head, sheet, problems)
    return head


def looks_like(grid: Grid) -> Sheet | None:
    """The sheet of the template whose heading the grid bears, by half of its columns or more."""
    top, nobody = _top(grid), ColumnNames({})
    best: tuple[int, Sheet] | None = None
    for sheet in data_sheets():
        block = _find(top, sheet, nobody)
        named = [match(text, sheet.shown) for text in block.texts.values()] if block else []
        count = len({found.column.name for found in named if found})
        if 2 * count >= len(sheet.shown) and (best is None or count > best[0]):
            best = (count, sheet)
    return best[1] if best else None


def _take(head: SheetHead, place: int, text: str, found: Heading, problems: Problems) -> None:
    at, name = (head.row, place), found.column.name
    if found.fault:
        problems.add(found.fault, found.why, at, column=name)
    twin = head.field_of(name)
    if twin is not None:
        problems.add("doubled_column", f"“{found.column.zh}”出现了两列，请只留一列", at, column=name)
        head.own[place] = text
    else:
        head.fields.append(Field(place, found.column, text, bool(found.fault)))


def _ask_for_strangers(
    head: SheetHead, sheet: Sheet, names: ColumnNames, problems: Problems, units: Mapping[Dimension, str]
) -> None:
    """A stranger may be one of the columns that are missing: the officer's file of names knows, or he is asked."""
    for place, text in sorted(head.own.items()):
        missing = _missing(head, sheet)
        known = names.knows(sheet.name, text)
        if known is None and not [column for column in missing if column.name not in _SPARED]:
            continue
        means = names.means(Question(sheet.name, text, tuple(nearest(text, missing, len(missing)))))
        if means == NOT_READ:
            continue
        found = match(means, sheet.shown, units) if means else None
        if found is not None:
            del head.own[place]
            _take(head, place, text, found, problems)
            continue
        likely = "、".join(f"“{each}”" for each in nearest(text, missing))
        problems.add(
            "unknown_column",
            f"不认识列名“{text.strip()}”；本表还缺{likely}等列，若是其中一列，请改成该列名，"
            f"若是自己加的列，请在列名对照文件里写“{NOT_READ}”或补齐模板的列",
            (head.row, place),
        )


def _missing(head: SheetHead, sheet: Sheet) -> list[Column]:
    present = {each.column.name for each in head.fields}
    return [column for column in sheet.shown if column.name not in present]


def _report_missing(head: SheetHead, sheet: Sheet, problems: Problems) -> None:
    """A required column must be there; the absence of others is told once, as a note."""
    missing = _missing(head, sheet)
    at = (head.row, min([each.place for each in head.fields], default=0))
    for column in missing:
        if column.required:
            problems.add("missing_column", f"缺少必填的列“{column.heading}”", at, column=column.name)
    left_out = [column.zh for column in missing if not column.required and column.name not in _SPARED]
    if left_out:
        said = f"没有这些列，按未填报读：{numbered(left_out, 12)}"
        problems.add("column_left_out", said, at, severity=Severity.NOTE)


def _top(grid: Grid) -> list[dict[int, str]]:
    """The rows that may hold the heading, by column; what is merged across is said of each column."""
    height = min(grid.height, _SEARCHED)
    rows: list[dict[int, str]] = [{} for _ in range(height)]
    for index, column in enumerate(grid.columns):
        for row, text in enumerate(column.slice(0, height).to_pylist()):
            if text is not None:
                rows[row][grid.offset + index] = text
    for top, left, bottom, right in grid.scan.merged:
        if top == bottom < height and left in rows[top]:
            rows[top] |= dict.fromkeys(range(left, min(right, grid.width) + 1), rows[top][left])
    return rows


def _find(top: Sequence[Mapping[int, str]], sheet: Sheet, names: ColumnNames) -> _Block | None:
    """The block of up to three rows that names most columns; of equals the shallowest, then the topmost."""

    @cache
    def known(text: str, above: str) -> str | None:
        means = names.knows(sheet.name, text)
        found = (
            match(text, sheet.shown)
            or match(above + text, sheet.shown)
            or (match(means, sheet.shown) if means else None)
        )
        return found.column.name if found else None

    best: tuple[int, _Block] | None = None
    for depth in range(1, _DEEPEST + 1):
        for row in range(depth - 1, len(top)):
            block = _block(top, row, depth)
            named = {known(text, block.above.get(place, "")) for place, text in block.texts.items()} - {None}
            if len(named) >= 2 and (best is None or len(named) > best[0]):
                best = (len(named), block)
    return best[1] if best else None


def _block(top: Sequence[Mapping[int, str]], row: int, depth: int) -> _Block:
    """Each column's lowest text among the rows, and what stands over it."""
    texts: dict[int, str] = {}
    above: dict[int, str] = {}
    for upper in range(row - depth + 1, row + 1):
        for place, text in top[upper].items():
            above[place], texts[place] = texts.get(place, ""), text
    return _Block(row, texts, above)
