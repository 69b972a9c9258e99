"""工作簿的全部工作表：走一遍 sheets 文件夹，按各自写明的次序排。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.kernel.catalogue import Catalogue, walk_modules

SHEETS: Catalogue[Sheet] = walk_modules("anju.exchange.sheets", "SHEET")
"""By table name."""

COVER = SHEETS["regions"]


def in_order() -> list[Sheet]:
    """The sheets as they stand in the workbook, the cover first."""
    return sorted(SHEETS.values(), key=lambda sheet: (sheet.order, sheet.name))


def data_sheets() -> list[Sheet]:
    """All but the cover."""
    return [sheet for sheet in in_order() if sheet is not COVER]


def sheet_of(table: str) -> Sheet | None:
    return SHEETS.get(table)
