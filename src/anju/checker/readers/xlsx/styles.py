"""样式表：一格用的是哪个数字格式，连同 Excel 自带的编号；按它把存着的值印成显示的样子。"""

from __future__ import annotations

from decimal import Decimal

from lxml import etree

from anju.checker.readers.xlsx.codes import Section, Token, sections
from anju.checker.readers.xlsx.dates import formatted_date
from anju.checker.readers.xlsx.numbers import formatted, general, number

X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_YEAR_MONTH, _MONTH_DAY = 'yyyy"年"m"月"', 'm"月"d"日"'
_CLOCK, _SECONDS = '上午/下午h"时"mm"分"', '上午/下午h"时"mm"分"ss"秒"'
_MONEY, _CENTS = "#,##0;-#,##0", "#,##0.00;-#,##0.00"
_BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??"},
    **{5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;¥-#,##0.00"},
    **{14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM"},
    **{20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: _YEAR_MONTH, 28: _MONTH_DAY, 29: _MONTH_DAY},
    **{30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: _CLOCK, 35: _SECONDS},
    **{36: _YEAR_MONTH, 37: _MONEY, 38: _MONEY, 39: _CENTS, 40: _CENTS, 41: '#,##0;-#,##0;"-";@', 48: "##0.0E+0"},
    **{42: '¥#,##0;¥-#,##0;¥"-";@', 43: '#,##0.00;-#,##0.00;"-";@', 44: '¥#,##0.00;¥-#,##0.00;¥"-";@'},
    **{45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 49: "@", 50: _YEAR_MONTH, 51: _MONTH_DAY, 52: _YEAR_MONTH},
    **{53: _MONTH_DAY, 54: _MONTH_DAY, 55: _CLOCK, 56: _SECONDS, 57: _YEAR_MONTH, 58: _MONTH_DAY},
}


class Styles:
    """The format code of each cell style, and what a cell of that style shows."""

    def __init__(self, root: etree._Element | None, *, from_1904: bool) -> None:
        self._from_1904 = from_1904
        self._codes: list[str] = []
        if root is None:
            return
        own = {each.get("numFmtId"): each.get("formatCode") or "" for each in root.iter(f"{X}numFmt")}
        for style in root.iterfind(f"{X}cellXfs/{X}xf"):
            identity = style.get("numFmtId") or "0"
            plain = int(identity) if identity.isascii() and identity.isdigit() and len(identity) < 6 else 0
            self._codes.append(own.get(identity) or _BUILT_IN.get(plain, ""))

    def shown(self, stored: str, style: str) -> str:
        """A stored number as the cell shows it; what is no number stays as it is."""
        value = number(stored)
        if value is None:
            return stored
        return show(value, self._code(style), from_1904=self._from_1904).strip()

    def text(self, stored: str, style: str) -> str:
        """A text as the cell shows it: a format may put words around it."""
        parts = sections(self._code(style))
        part = parts[3] if len(parts) > 3 else parts[-1]
        if "text" not in part.kinds or "digit" in part.kinds:
            return stored
        return "".join(stored if each.kind == "text" else each.text for each in part.tokens).strip(" ")

    def _code(self, style: str) -> str:
        at = int(style) if style.isascii() and style.isdigit() and len(style) < 7 else 0
        return self._codes[at] if at < len(self._codes) else ""


def show(value: Decimal, code: str, *, from_1904: bool = False) -> str:
    """A number under a format code: show(Decimal("0.5163"), "0.0%") == "51.6%"."""
    section, signed = _section(value, sections(code))
    if section is None:
        return general(value)
    if section.is_date:
        return formatted_date(value, section, from_1904=from_1904) or general(value)
    if section.tokens == (Token("text", "@"),):
        return general(value)
    return ("-" if signed and value < 0 else "") + formatted(abs(value), section)


def _section(value: Decimal, parts: tuple[Section, ...]) -> tuple[Section | None, bool]:
    """The section that prints the value, and whether the sign is still to be put before it."""
    if any(part.condition for part in parts):
        for part in parts[:3]:
            if part.condition is None or _holds(value, *part.condition):
                return part, part.condition is None or part.condition[0] not in {"<", "<="} or part.condition[1] > 0
        return None, True
    if value < 0 and len(parts) > 1:
        return parts[1], False
    if value == 0 and len(parts) > 2:
        return parts[2], False
    return parts[0], True


def _holds(value: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]
