"""一格：人在格子里写的，变成事实表里存的；宽进，但读不准的决不猜。"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from anju.facts._column import Column, Kind
from anju.kernel.area import dm2
from anju.kernel.credit_code import check as check_credit_code
from anju.kernel.credit_code import normalise
from anju.kernel.money import fen
from anju.kernel.numeral import half_width, read_number
from anju.kernel.period import read_date
from anju.kernel.unit import Dimension, UnknownUnit, unit
from anju.policy.loader import Policy

Raw = str | int | float | bool | date | None
YES = frozenset(("是", "有", "√", "y", "yes", "true", "1", "已", "对"))
NO = frozenset(("否", "无", "没有", "×", "x", "n", "no", "false", "0", "未"))
_DIMENSIONS = {Kind.MONEY: Dimension.MONEY, Kind.AREA: Dimension.AREA, Kind.COUNT: Dimension.COUNT}
_MOST = 10**16  # a hundred million 万元 in 分: no county's figure, and the sum of all counties still fits 64 bits
_JANUARY_OR_OCTOBER = re.compile(r"[0-9]{4}\.1")


class Unreadable(ValueError):
    """What stands in the cell cannot be read as what the column holds; one Chinese sentence."""


def parse(column: Column, raw: Raw, policy: Policy) -> Any:
    """The value to store, None for an empty cell. Raises Unreadable.

    `raw` is what the workbook holds: text, a number (floats as Excel keeps them), true/false or a date.
    """
    if raw is None or (isinstance(raw, str) and not half_width(raw).strip()):
        return None
    if column.kind is Kind.CODE:
        return _code(column, str(raw), policy)
    try:
        value = _PARSERS[column.kind](column, raw)
    except Unreadable:
        raise
    except ValueError as fault:
        raise Unreadable(str(fault)) from None
    except ArithmeticError:  # more digits than a Decimal reckons with
        value = _MOST
    if isinstance(value, int) and abs(value) >= _MOST:
        raise Unreadable(f"“{raw}”大得不合常理，请核对数字和单位")
    return value


def _code(column: Column, raw: str, policy: Policy) -> str:
    """The vocabulary's own word, found by code or by title, width and blanks aside."""
    vocabulary = policy.vocabularies[column.vocabulary]
    wanted = _folded(raw)
    for code, term in vocabulary.terms.items():
        if wanted in (_folded(code), _folded(term.title)):
            return code
    words = "、".join(list(vocabulary.terms)[:12])
    raise Unreadable(
        f"“{raw.strip()}”不是“{column.zh}”可填的词；可填：{words}{'等' if len(vocabulary.terms) > 12 else ''}"
    )


def _folded(text: str) -> str:
    return "".join(half_width(text).split()).casefold()


def _text(column: Column, raw: Any) -> str:
    if isinstance(raw, datetime) and raw.time().isoformat() == "00:00:00":
        raw = raw.date()
    text = str(_decimal(raw) if isinstance(raw, float) else raw).strip()
    if column.name.endswith("_code"):
        check_credit_code(text)
        text = normalise(text)
    return text


def _decimal(raw: Any) -> str | Decimal:
    """A number as Excel shows it: fifteen significant digits, which takes off the noise of binary sums."""
    if isinstance(raw, bool | date):
        raise Unreadable(f"“{raw}”不是数")
    return Decimal(f"{raw:.15g}") if isinstance(raw, float | int) else str(raw)


def scale(column: Column) -> int | None:
    """How many stored units one shown unit holds (金额（万元）: 1000000); None when no whole number."""
    if column.kind is Kind.QUANTITY:
        return 1000
    if column.kind is Kind.SHARE:
        return 100 if column.shown == "%" else 10_000
    if column.kind is Kind.YEAR or not column.shown:
        return 1
    try:
        factor = unit(column.shown, _DIMENSIONS[column.kind]).factor
    except UnknownUnit:
        return 1  # counted by a word of its own, as 方
    return factor if isinstance(factor, int) else None


def _whole(number: str | Decimal, factor: int, raw: Any) -> int:
    """A count: no fraction, not below nothing."""
    counted = (read_number(number) if isinstance(number, str) else number) * factor
    if counted != counted.to_integral_value():
        raise Unreadable(f"“{raw}”应当是整数")
    if counted < 0:
        raise Unreadable(f"“{raw}”不能是负数")
    return int(counted)


def _count(column: Column, raw: Any) -> int:
    number = _decimal(raw)
    if isinstance(number, str):
        number = half_width(number).strip().removesuffix(column.shown)
    return _whole(number, scale(column) or 1, raw)


def _year(_: Column, raw: Any) -> int:
    if isinstance(raw, date):
        return raw.year
    number = _decimal(raw)
    year = _whole(number.strip().removesuffix("年") if isinstance(number, str) else number, 1, raw)
    if not 1900 <= year <= 2100:
        raise Unreadable(f"“{raw}”不是年份")
    return year


def _money(column: Column, raw: Any) -> int:
    return fen(_rounded(column, raw), column.shown)


def _area(column: Column, raw: Any) -> int:
    return dm2(_rounded(column, raw), column.shown)


def _rounded(column: Column, raw: Any) -> str | Decimal:
    """A computed number (not a typed text) is taken to the last 分 or dm² it can hold: =2000/3 is no fault."""
    number = _decimal(raw)
    factor = scale(column)
    return number if isinstance(number, str) or factor is None else round(number, len(str(factor)) - 1)


def _quantity(column: Column, raw: Any) -> int:
    number = _decimal(raw)
    return _scaled(read_number(number) if isinstance(number, str) else number, column, raw)


def _share(column: Column, raw: Any) -> int:
    """Stored in 1/10000: a percentage (85 or 85%) as 8500, points (分) as 1/10000 point."""
    number = _decimal(raw)
    signed = isinstance(number, str) and half_width(number).strip().endswith(column.shown)
    if isinstance(number, str):
        number = read_number(half_width(number).strip().removesuffix(column.shown))
    # A cell in Excel's percent format holds 0.85 for what it shows as 85%: the bare number has two readings.
    if column.shown == "%" and not signed and 0 < abs(number) <= 1:
        raise Unreadable(f"“{raw}”分不清是{number:f}%还是{number * 100:f}%，请连同百分号写成文字，如85%")
    return _scaled(number, column, raw)


def _scaled(number: Decimal, column: Column, raw: Any) -> int:
    scaled = number * (scale(column) or 1)
    if scaled != scaled.to_integral_value():
        raise Unreadable(f"“{raw}”的小数位太多，读不准")
    return int(scaled)


def _day(_: Column, raw: Any) -> date:
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    text = half_width(str(_decimal(raw))).strip()
    # Excel turns a typed 2023.10 into the number 2023.1.
    if _JANUARY_OR_OCTOBER.fullmatch(text):
        raise Unreadable(f"“{text}”分不清是1月还是10月，请写成{text[:4]}年1月或{text[:4]}年10月")
    # A month or a year stands for its last day: 「截至12月底」 is how the forms mean it.
    return read_date(text).last


def _flag(_: Column, raw: Any) -> bool:
    word = _folded(str(raw))
    if word in YES or word in NO:
        return word in YES
    raise Unreadable(f"“{raw}”应当填“是”或“否”，不知道就空着")


_PARSERS: dict[Kind, Callable[[Column, Any], Any]] = {
    Kind.TEXT: _text,
    Kind.COUNT: _count,
    Kind.YEAR: _year,
    Kind.MONEY: _money,
    Kind.AREA: _area,
    Kind.QUANTITY: _quantity,
    Kind.SHARE: _share,
    Kind.DATE: _day,
    Kind.FLAG: _flag,
}
