"""读一张工作表：认表头、挑数据行、一列一列转换、核对必填和主键，得到一张事实表。"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from anju.exchange._sheet import Sheet
from anju.exchange.columns import Stored, store
from anju.exchange.community_names import CommunityNames, whole_county
from anju.exchange.coordinates import cell_name
from anju.exchange.data_rows import DataRows, find_rows
from anju.exchange.problems import Problems, numbered
from anju.exchange.row_units import in_row_unit, row_unit
from anju.exchange.sheet_head import Field, SheetHead
from anju.exchange.workbook_file import Grid, OpenedWorkbook
from anju.facts._column import Column, Kind
from anju.facts._table import COMMUNITY, REGION, YEAR
from anju.facts.snapshot import Head
from anju.kernel.assurance import RowAssurance
from anju.kernel.finding import Severity
from anju.policy.loader import Policy

_LOST = "是数值格式的长号码，Excel 只保留 15 位，后面的已经丢失；请把单元格设为文本，重新录入"


@dataclass
class ReadSheet:
    """A sheet as read: its cells, its heading, where its data stand, and the facts they give."""

    sheet: Sheet
    grid: Grid
    head: SheetHead
    data: DataRows
    facts: pa.Table
    problems: Problems


class SheetReader:
    """Reads the data below one heading. `county` may be None when the cover is unreadable: nothing is taken then."""

    def __init__(self, book: OpenedWorkbook, sheet: Sheet, county: Head | None, policy: Policy) -> None:
        self.book, self.sheet, self.county, self.policy = book, sheet, county, policy

    def read(self, grid: Grid, head: SheetHead, names: CommunityNames | None, problems: Problems) -> ReadSheet:
        """`names` resolves the column 小区; None leaves it as typed: on the sheet 小区 itself, or when that is gone."""
        data = find_rows(grid, self.sheet, head, problems)
        self._grid, self._data, self._problems = grid, data, problems
        stored = {each.column.name: self._column(each) for each in head.fields}
        self._convert_units(head, stored)
        if COMMUNITY.name in stored:
            _resolve(stored[COMMUNITY.name], names)
        for each in head.fields:
            self._report(each, stored[each.column.name])
        facts = self._table({name: column.values for name, column in stored.items()})
        self._refuse_doubled(head, facts)
        return ReadSheet(self.sheet, grid, head, data, facts, problems)

    def _column(self, field: Field) -> Stored:
        texts = self._data.texts(self._grid, field.place)
        stored = store(field.column, texts, self.policy)
        if field.column.kind is Kind.TEXT:
            self._refuse_lost_digits(field, texts, stored)
        return stored

    def _refuse_lost_digits(self, field: Field, texts: pa.Array, stored: Stored) -> None:
        """A long number typed as a number: Excel has turned all digits after the fifteenth into zeros."""
        long = pc.fill_null(pc.match_substring_regex(texts, r"^\s*[0-9]{16,}\s*$"), False)
        if not pc.any(long).as_py():
            return
        lost = self.book.long_numbers(self._grid.name)
        for index in pc.indices_nonzero(long).to_pylist():
            if (self._data.rows[index].as_py(), field.place) in lost:
                stored.faults[index] = (
                    "是数值格式的长号码，Excel 只保留 15 位，后面的已经丢失；请把单元格设为文本，重新录入"
                )

    def _convert_units(self, head: SheetHead, stored: dict[str, Stored]) -> None:
        """Quantities typed with a unit, by the unit that their row counts in."""
        words = stored.get(self.sheet.unit_of)
        if words is None:
            return
        for each in head.fields:
            column = stored[each.column.name]
            if each.column.kind is not Kind.QUANTITY or not column.faults:
                continue
            texts, values = self._data.texts(self._grid, each.place), column.values.to_pylist()
            for index in list(column.faults):
                symbol = row_unit(self.sheet, words.values[index].as_py(), self.policy)
                values[index] = in_row_unit(texts[index].as_py(), symbol)
                if values[index] is not None:
                    del column.faults[index]
            column.values = pa.array(values, pa.int64())

    def _report(self, field: Field, stored: Stored) -> None:
        """What a column's cells lack or cannot be read as."""
        column, place = field.column, field.place
        for index, why in stored.faults.items():
            self._add("unreadable_cell", f"{column.zh}：{why}", index, field)
        if column.required:
            empty = pc.is_null(self._data.texts(self._grid, place))
            for index in pc.indices_nonzero(empty).to_pylist():
                self._add("missing_value", f"“{column.zh}”必填，这里空着", index, field)
        if stored.coarse:
            rows = [self._data.rows[index].as_py() for index in stored.coarse]
            cells = numbered([cell_name(row, place) for row in rows])
            message = f"“{column.zh}”只写到月或年的，按最后一日读：{cells}"
            self._problems.add("day_assumed", message, (rows[0], place), column=column.name, severity=Severity.NOTE)

    def _add(self, fault: str, message: str, index: int, field: Field) -> None:
        at = (self._data.rows[index].as_py(), field.place)
        if at not in self._data.spoken_of:
            self._problems.add(fault, message, at, column=field.column.name)

    def _table(self, values: dict[str, pa.Array]) -> pa.Table:
        """All columns of the table; what the sheet leaves out is empty, what has a default gets it."""
        count = len(self._data.rows)
        columns = []
        for column in self.sheet.table.columns:
            found = values.get(column.name, pa.nulls(count, column.kind.arrow))
            default = self._default(column)
            columns.append(found if default is None else pc.fill_null(found, pa.scalar(default, column.kind.arrow)))
        # Unreadable cells leave nulls in required columns; nothing is taken then.
        schema = pa.schema([field.with_nullable(True) for field in self.sheet.table.arrow])
        return pa.table(columns, schema=schema)

    def _default(self, column: Column) -> str | int | None:
        if column.name == REGION.name:
            return self.county.region if self.county else ""
        if column.name == YEAR.name:
            return self.county.year if self.county else 0
        return RowAssurance.STATED.value if column.name == "assurance" else None

    def _refuse_doubled(self, head: SheetHead, facts: pa.Table) -> None:
        """No two rows may bear the same key."""
        key = [name for name in self.sheet.table.key if name != REGION.name]
        field = next((each for name in reversed(key) if (each := head.field_of(name))), None)
        if field is None or not facts.num_rows:
            return
        counted = facts.select(key).append_column("__row", self._data.rows).group_by(key)
        groups = counted.aggregate([("__row", "list"), ("__row", "count")])
        doubled = groups.filter(pc.greater(groups["__row_count"], 1))
        titles = "、".join(self.sheet.table.by_name[name].zh for name in key)
        for group in doubled.to_pylist():
            rows = sorted(group["__row_list"])
            if any(group[name] is None for name in key):
                continue
            for row in rows[1:]:
                said = "、".join(str(group[name]) for name in key)
                message = f"{titles}“{said}”与第{rows[0] + 1}行重复，同一项只能有一行"
                self._problems.add("doubled_key", message, (row, field.place), column=field.column.name)


def _resolve(stored: Stored, names: CommunityNames | None) -> None:
    """Ids for names; each different text is looked up once."""
    encoded = stored.values.dictionary_encode()
    found: list[str | None] = []
    faults: dict[int, str] = {}
    for place, text in enumerate(encoded.dictionary.to_pylist()):
        try:
            found.append(names.resolve(text) if names else whole_county(text))
        except LookupError as fault:
            found.append(None)
            faults[place] = str(fault)
    stored.values = pa.array(found, pa.string()).take(encoded.indices)
    if faults:
        for index, place in enumerate(encoded.indices.to_pylist()):
            if place in faults:
                stored.faults[index] = faults[place]
