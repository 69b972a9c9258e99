"""认列名：全半角、空格、换行、星号、括号写法都不计较；列名里的单位认出来，不认识的单位决不猜。"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from anju.facts._column import Column, Kind
from anju.kernel.numeral import half_width
from anju.kernel.unit import Dimension, UnknownUnit, unit

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
"""What web pages and chat programs leave in copied text."""

_DROPPED = re.compile(rf"[\s*﹡＊{INVISIBLE}]+|[(\[【]必填[)\]】]")
_REST = re.compile(r"(?P<open>[(\[{<〔【《〈])?(?:单位)?[:/]?(?P<inner>[^()\[\]{}<>〔〕【】]*?)[)\]}>〕】》〉]?")
_NOTE = re.compile(r"(?:金额|面积)?单位:(?P<units>.+)")
_MEASURED = {Kind.MONEY: Dimension.MONEY, Kind.AREA: Dimension.AREA}
_CHOICES = {Kind.MONEY: ("万元", "元"), Kind.AREA: ("㎡", "万㎡")}


@dataclass(frozen=True)
class Heading:
    """A heading understood: the column, in the unit the heading names. `fault` (and why) when the unit is unclear."""

    column: Column
    fault: str = ""
    why: str = ""


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A heading without what people write differently."""
    return _DROPPED.sub("", half_width(text)).casefold()


def match(text: str, columns: Sequence[Column], noted: Mapping[Dimension, str] | None = None) -> Heading | None:
    """The column that a heading names, None for a stranger. `noted` holds units that the sheet names for all of it."""
    wanted = fold(text)
    if not wanted:
        return None
    for column in sorted(columns, key=lambda each: -len(each.zh)):
        name = fold(column.zh)
        if wanted == name:
            return _without_unit(column, noted or {})
        if wanted.startswith(name):
            rest = _REST.fullmatch(wanted[len(name) :])
            found = _with_rest(column, text, rest) if rest else None
            if found:
                return found
    return None


def nearest(text: str, columns: Sequence[Column], most: int = 3) -> list[str]:
    """Headings that the text may have meant, the likeliest first."""
    wanted = fold(text)

    def likeness(column: Column) -> float:
        return difflib.SequenceMatcher(None, wanted, fold(column.zh)).ratio()

    ranked = sorted(columns, key=lambda column: (-likeness(column), column.zh))
    return [column.heading for column in ranked[:most]]


def noted_units(texts: Sequence[str]) -> dict[Dimension, str]:
    """Units that a line above the heading names for the whole sheet: 单位：万元、㎡."""
    found: dict[Dimension, str] = {}
    for text in texts:
        note = _NOTE.fullmatch(fold(text).strip("()"))
        for each in re.split(r"[、,/;和]", note["units"]) if note else ():
            try:
                named = unit(each)
            except UnknownUnit:
                continue
            found[named.dimension] = named.symbol
    return found


def _without_unit(column: Column, noted: Mapping[Dimension, str]) -> Heading:
    """A heading that names no unit: money and area have several in use, so one must be said somewhere."""
    if column.kind not in _MEASURED:
        return Heading(column)
    symbol = noted.get(_MEASURED[column.kind])
    if symbol:
        return Heading(replace(column, shown=symbol))
    choices = "或".join(f"“{column.zh}（{each}）”" for each in _CHOICES[column.kind])
    return Heading(column, "missing_unit", f"列名“{column.zh}”没写单位，分不清是多少；请写成{choices}")


def _with_rest(column: Column, text: str, rest: re.Match[str]) -> Heading | None:
    """The heading goes on after the column's name: with its unit, or with a remark in brackets."""
    inner, bracketed = rest["inner"], bool(rest["open"])
    if not column.shown and column.kind is not Kind.QUANTITY:
        return Heading(column) if bracketed else None
    if column.kind is Kind.QUANTITY:
        why = f"“{column.zh}”的单位由每一行自己说明，列名里不要写单位；请把“{text.strip()}”改成“{column.zh}”"
        return Heading(column, "unknown_unit", why) if bracketed else None
    symbol = _unit(column, inner)
    if symbol:
        return Heading(replace(column, shown=symbol))
    if not bracketed:
        return None
    choices = "或".join(f"“{column.zh}（{each}）”" for each in _CHOICES.get(column.kind, (column.shown,)))
    return Heading(column, "unknown_unit", f"不认识列名“{text.strip()}”里的单位；请写成{choices}")


def _unit(column: Column, inner: str) -> str | None:
    """The unit a heading names, when a column of this kind can be counted in it."""
    if inner == fold(column.shown):
        return column.shown
    try:
        found = unit(inner, _MEASURED.get(column.kind))
    except UnknownUnit:
        return None
    if column.kind is Kind.COUNT:
        counted = found.dimension is Dimension.COUNT and found.symbol.endswith(column.shown)
        return found.symbol if counted else None
    return found.symbol if found.dimension is _MEASURED.get(column.kind) else None
