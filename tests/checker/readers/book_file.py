"""Workbooks made in a test: by xlsxwriter as Excel would write them, and with a member replaced."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import xlsxwriter

SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book(fill: Callable[[Any], None]) -> bytes:
    """A workbook that `fill` writes to, given the xlsxwriter workbook."""
    kept = io.BytesIO()
    made = xlsxwriter.Workbook(kept)
    fill(made)
    made.close()
    return kept.getvalue()


def funds(made: Any) -> None:
    """A small table of funds with a title line, a unit line, formats and a merged head."""
    sheet = made.add_worksheet("资金表")
    money, share = made.add_format({"num_format": "#,##0.00"}), made.add_format({"num_format": "0.0%"})
    sheet.merge_range("A1:C1", "资金使用情况表", None)
    sheet.write("A2", "单位：万元")
    for column, head in enumerate(("项目", "到位", "支出率")):
        sheet.write(2, column, head)
    for row, (name, paid, rate) in enumerate((("绿苑小区", 1100.005, 0.98251), ("合计", 2100.01, 1)), 3):
        sheet.write(row, 0, name)
        sheet.write(row, 1, paid, money)
        sheet.write(row, 2, rate, share)


def swapped(content: bytes, members: Mapping[str, str | bytes]) -> bytes:
    """A package with members replaced or added."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, text in members.items():
            new.writestr(name, text)
    return kept.getvalue()


def sheet(inside: str, behind: str = "") -> str:
    return f"<worksheet {NAMESPACE}><sheetData>{inside}</sheetData>{behind}</worksheet>"
