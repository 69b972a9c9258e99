"""写出去的工作簿：一种字体、一套颜色，写完整了才落到文件上。"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from anju.reports.writers.xlsx.formats import Formats

FONT = {"font_name": "微软雅黑", "font_size": 10}
INK, QUIET = "#1f2328", "#57606a"
GROUND, TINT, BLUE, RED, RED_TINT, AMBER = "#f6f8fa", "#dce8f5", "#0b57a4", "#b42318", "#fbd5d0", "#9a6700"

_BASE = {**FONT, "font_color": INK, "valign": "vcenter"}
BAD = {"bg_color": RED_TINT, "font_color": RED, "border_color": RED}
STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_size": 16, "bold": True},
    "about": {"font_color": QUIET, "text_wrap": True, "valign": "top", "bg_color": GROUND},
    "group": {"bold": True, "align": "center", "bg_color": TINT, "border": 1},
    "head": {"bold": True, "align": "center", "bg_color": TINT, "border": 1, "text_wrap": True},
    "must": {"bold": True, "align": "center", "bg_color": TINT, "border": 1, "text_wrap": True, "font_color": BLUE},
    "own": {"bold": True, "align": "center", "bg_color": GROUND, "border": 1, "text_wrap": True},
    "bad_head": {"bold": True, "align": "center", "border": 1, "text_wrap": True, **BAD},
    "bad": {"border": 1, **BAD},
    "cell": {"border": 1},
    "text": {"border": 1, "num_format": "@"},
    "wrapped": {"border": 1, "text_wrap": True, "valign": "top"},
    "centred": {"border": 1, "align": "center", "valign": "top"},
    "label": {"border": 1, "bold": True, "bg_color": TINT},
    "quiet": {"font_color": QUIET},
    "link": {"font_color": BLUE, "underline": 1, "border": 1},
    "linked": {"font_color": BLUE, "underline": 1, "border": 1, "align": "center", "valign": "top"},
    "error": {"border": 1, "align": "center", "valign": "top", "bold": True, "font_color": RED},
    "warning": {"border": 1, "align": "center", "valign": "top", "bold": True, "font_color": AMBER},
    "note": {"border": 1, "align": "center", "valign": "top", "font_color": QUIET},
}
"""What a cell looks like, by what it is for. Colour is never the only sign: a word or a mark stands beside it."""


class Book(Formats):
    """A workbook being written. `raw` is XlsxWriter's own; `style` gives the shared look, each made once."""

    def __init__(self, raw: Any) -> None:
        super().__init__(raw, _BASE, STYLES)

    def sheet(self, name: str, *, landscape: bool = True) -> Any:
        """A new sheet that prints on A4, one page wide."""
        sheet = self.raw.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        sheet.set_footer("&C&9第 &P 页，共 &N 页")
        if landscape:
            sheet.set_landscape()
        return sheet


@contextmanager
def new_book(path: Path, title: str) -> Iterator[Book]:
    """A workbook written to `path` when the block ends well. OSError when the file cannot be written.

    Nothing in the file depends on the clock, so that the same content gives the same bytes.
    """
    content = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": FONT,
        "default_row_height": 22,
    }
    raw = xlsxwriter.Workbook(content, options)
    raw.set_properties({"title": title, "created": datetime(2024, 1, 1)})
    yield Book(raw)
    raw.close()
    path.write_bytes(content.getvalue())


def wide(text: str) -> int:
    """Width in columns of an Excel font: a Chinese character takes two."""
    return sum(1 if character.isascii() else 2 for character in text)
