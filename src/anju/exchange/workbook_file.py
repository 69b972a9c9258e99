"""打开交来的工作簿：认文件、验压缩包、取出每张表的格子；打不开的一句话说明原因。"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import fastexcel
import pyarrow as pa

from anju.exchange.file_kind import UnusableFile, refuse_other_kinds
from anju.exchange.package_scan import member_bytes, scan_package
from anju.exchange.sheet_scan import SheetScan, long_numbers

MOST_BYTES = 200 << 20
"""Largest file that is opened at all."""


@dataclass(frozen=True)
class Grid:
    """What stands in a sheet, as text: `columns[i]` is sheet column `offset + i`, its rows are the sheet's rows.

    Numbers are written in decimal with at most nine decimals, dates as 2023-05-01 00:00:00, flags as true or false;
    blanks, and cells of nothing but blanks, are null.
    """

    name: str
    columns: tuple[pa.Array, ...]
    offset: int
    height: int
    scan: SheetScan

    def column(self, place: int) -> pa.Array:
        """A sheet column from 0; empty beyond what is used."""
        index = place - self.offset
        if 0 <= index < len(self.columns):
            return self.columns[index]
        return pa.nulls(self.height, pa.string())

    def text(self, row: int, place: int) -> str | None:
        if row >= self.height:
            return None
        found: str | None = self.column(place)[row].as_py()
        return found

    @property
    def width(self) -> int:
        """How many sheet columns are used, counted from the first of all."""
        return self.offset + len(self.columns)


class OpenedWorkbook:
    """A sound workbook. `names` are its worksheets in the order of the tabs."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        self._content = content
        self._package = scan_package(name, content)
        self._reader = _guarded(name, lambda: fastexcel.read_excel(content))

    @cached_property
    def names(self) -> tuple[str, ...]:
        known = set(self._reader.sheet_names)
        return tuple(title for title in self._package.sheets if title in known)

    @property
    def doubled(self) -> tuple[str, ...]:
        """Names that two tabs bear; Excel forbids it, other programs write it."""
        return self._package.doubled

    def grid(self, title: str) -> Grid:
        """The cells of one sheet. UnusableFile when they cannot be read."""
        scan = self._package.sheets[title]
        batch: pa.RecordBatch = _guarded(self.name, lambda: self._load(title))
        return Grid(title, tuple(batch.columns), scan.offset or 0, batch.num_rows, scan)

    def long_numbers(self, title: str) -> set[tuple[int, int]]:
        """Cells of the sheet that hold a number of more digits than Excel keeps."""
        return long_numbers(member_bytes(self._content, self._package.members[title]))

    def _load(self, title: str) -> pa.RecordBatch:
        sheet = self._reader.load_sheet(title, header_row=None, skip_rows=0, dtypes="string", whitespace_as_null=True)
        return sheet.to_arrow()


def open_workbook(path: Path) -> OpenedWorkbook:
    """Open a county workbook. UnusableFile with one Chinese sentence for anything that is none."""
    try:
        if path.is_dir():
            raise UnusableFile(f"“{path}”是文件夹，请指明其中的工作簿文件")
        if path.stat().st_size > MOST_BYTES:
            raise UnusableFile(f"“{path.name}”超过{MOST_BYTES >> 20}兆，不像县级工作簿；请去掉图片等附件后再交")
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnusableFile(f"没有“{path}”这个文件") from None
    except OSError as fault:
        raise UnusableFile(f"“{path}”读不了：{fault.strerror or fault}") from None
    refuse_other_kinds(path.name, content)
    return OpenedWorkbook(path.name, content)


def _guarded(name: str, work: Any) -> Any:
    """Run a reader written in Rust: a panic there is no Exception, and neither may reach the user."""
    try:
        return work()
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException:
        raise UnusableFile(f"“{name}”内部已损坏，读不出内容；请在 Excel 或 WPS 里打开后另存一份再交") from None
