"""工作簿的样子：字体、颜色、边框、页面设置，各写一次。"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from anju.reports.writers.xlsx.formats import Formats

FONT = {"font_name": "宋体", "font_size": 10}
INK, QUIET, LINE, TINT, RED = "#1f2328", "#57606a", "#8c959f", "#eef2f6", "#b42318"
SAMPLE = "样张·演示数据"
ACROSS, DOWN = 132, 92
"""Characters of the 10-point font that a landscape and a portrait A4 page hold side by side, about."""

_BASE = {**FONT, "font_color": INK, "valign": "vcenter"}
STYLES: dict[str, dict[str, Any]] = {
    "title": {"font_name": "黑体", "font_size": 16, "align": "center"},
    "lead": {"text_wrap": True, "align": "left"},
    "unit": {"align": "right", "font_color": QUIET},
    "sample": {"align": "left", "font_color": RED, "bold": True},
    "note": {"text_wrap": True, "align": "left", "valign": "top", "font_color": QUIET, "font_size": 9},
    "head": {"border": 1, "text_wrap": True, "align": "center", "bold": True, "bg_color": TINT},
    "cell": {"border": 1, "text_wrap": True},
}
_BAD = str.maketrans("[]:*?/\\'", "（）：＊？／＼’")


class Look(Formats):
    """The formats of a workbook of tables as the forms have them."""

    def __init__(self, raw: Any) -> None:
        super().__init__(raw, _BASE, STYLES, LINE)


@dataclass(frozen=True)
class Page:
    """What stands above and below each printed page. `about` names county and year."""

    about: str
    as_of: str
    sample: bool

    def set_up(self, sheet: Any, landscape: bool) -> None:
        """A4, one page wide, numbered; a workbook with made-up figures says so on each page."""
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.set_landscape() if landscape else sheet.set_portrait()
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.set_margins(0.5, 0.5, 0.8, 0.7)
        said = f'&C&"黑体,Regular"&11&K{RED[1:].upper()}{SAMPLE}' if self.sample else ""
        sheet.set_header(f'&L&"宋体,Regular"&9{self.about}{said}&R&"宋体,Regular"&9截至{self.as_of}')
        sheet.set_footer('&C&"宋体,Regular"&9第 &P 页，共 &N 页')


class Names:
    """Names of sheets: what Excel and WPS take (31 characters, none of []:*?/\\), and no two alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        plain = wanted.translate(_BAD).strip("’ ")[:31] or "表"
        name, count = plain, 1
        while name.lower() in self._taken:
            count += 1
            tail = f"（{count}）"
            name = plain[: 31 - len(tail)] + tail
        self._taken.add(name.lower())
        return name


def wide(text: str) -> int:
    """Width in characters of the font: a Chinese one takes two."""
    return sum(1 if character.isascii() else 2 for character in text)


@lru_cache(maxsize=4096)
def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column so many characters wide."""
    return sum(max(1, -(-wide(line) // max(width - 1, 2))) for line in text.split("\n"))
