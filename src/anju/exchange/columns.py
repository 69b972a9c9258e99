"""一整列怎么读：干净的整列一起转换，只有读不通的格子才逐个交给宽进的读法。"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from anju.exchange.cells import Raw, Unreadable, parse, scale
from anju.exchange.headings import INVISIBLE
from anju.facts._column import Column, Kind
from anju.facts._table import ASSURANCE
from anju.kernel.assurance import RowAssurance
from anju.kernel.period import NotADate, read_date
from anju.policy.loader import Policy

_PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_NOISY = r"^-?[0-9]+\.[0-9]{9,}$"
_MIDNIGHT = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}) 00:00:00$"
ERROR_VALUE = r"^#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)$"
_CUT = re.compile(r"\.[0-9]{9,}$")
_NINE = 10**9
"""A number comes as text with nine decimals: in a unit of more base units than that its last digits are lost."""


@dataclass
class Stored:
    """A column as the fact table stores it: null where the cell is empty or unreadable.

    `faults` says why a cell cannot be read, `coarse` lists the dates that name no day; both by place in the column.
    """

    values: pa.Array
    faults: dict[int, str] = field(default_factory=dict)
    coarse: list[int] = field(default_factory=list)


def store(column: Column, texts: pa.Array, policy: Policy) -> Stored:
    """Turn the texts of a column (null where blank) into stored values."""
    if column.kind is Kind.TEXT:
        return _texts(column, texts, policy)
    if column.kind in (Kind.CODE, Kind.FLAG, Kind.DATE):
        return _by_distinct(column, texts, policy)
    return _numbers(column, texts, policy)


def as_typed(text: str) -> Raw:
    """The number that a plain figure was in its cell, else the text."""
    return float(text) if _PLAIN.fullmatch(text) else text


def _numbers(column: Column, texts: pa.Array, policy: Policy) -> Stored:
    """Figures times the unit's factor, where that gives a whole number within what fifteen digits can tell."""
    texts = pc.utf8_trim_whitespace(texts)
    factor = scale(column)
    if factor is None:
        return _one_by_one(column, texts, pa.nulls(len(texts), pa.int64()), policy)
    plain = pc.match_substring_regex(texts, r"^-?[0-9]{1,14}(\.[0-9]+)?$")
    scaled = pc.multiply(pc.cast(pc.if_else(plain, texts, None), pa.float64()), float(factor))
    whole = pc.round(scaled)
    noise = pc.multiply(pc.abs(scaled), 1e-15)
    clean = pc.less_equal(pc.abs(pc.subtract(scaled, whole)), noise)
    clean = pc.and_(clean, pc.less(pc.abs(whole), 1e15))
    for wanted in _allowed(column, whole):
        clean = pc.and_(clean, wanted)
    if factor > _NINE:
        clean = pc.and_(clean, pc.invert(pc.match_substring_regex(texts, r"\.[0-9]{9,}$")))
    return _one_by_one(column, texts, pc.cast(pc.if_else(clean, whole, None), pa.int64()), policy)


def _allowed(column: Column, whole: pa.Array) -> list[pa.Array]:
    """What the tolerant reader would take of the clean ones."""
    if column.kind is Kind.COUNT:
        return [pc.greater_equal(whole, 0)]
    if column.kind is Kind.YEAR:
        return [pc.greater_equal(whole, 1900), pc.less_equal(whole, 2100)]
    if column.kind is Kind.SHARE and column.shown == "%":
        return [pc.or_(pc.greater(pc.abs(whole), 100), pc.equal(whole, 0))]
    return []


def _one_by_one(column: Column, texts: pa.Array, values: pa.Array, policy: Policy) -> Stored:
    """Read what is still null though something stands there, cell by cell."""

    def read(text: str) -> Any:
        if (scale(column) or 0) > _NINE and _CUT.search(text):
            raise Unreadable(f"“{text}”的小数位太多，按{column.shown}读不准；请把列名的单位改小，如万元，并换算数字")
        return parse(column, as_typed(text), policy)

    return _patched(texts, values, pc.and_(pc.is_valid(texts), pc.is_null(values)), read)


def _texts(column: Column, texts: pa.Array, policy: Policy) -> Stored:
    if pc.any(pc.match_substring_regex(texts, f"[{INVISIBLE}]")).as_py():
        texts = pc.replace_substring_regex(texts, f"[{INVISIBLE}]", "")
    texts = pc.replace_substring_regex(pc.utf8_trim_whitespace(texts), _MIDNIGHT, r"\1")
    texts = pc.if_else(pc.equal(texts, ""), None, texts)
    if column.name.endswith("_code"):
        return _by_distinct(column, texts, policy)
    odd = pc.fill_null(pc.match_substring_regex(texts, f"{_NOISY}|^=.|{ERROR_VALUE}"), False)
    return _patched(texts, pc.if_else(odd, None, texts), odd, _odd_text) if pc.any(odd).as_py() else Stored(texts)


def _odd_text(text: str) -> str:
    """A number's binary noise taken off; a formula or an error that was kept as text refused."""
    if text.startswith("#"):
        raise Unreadable(f"“{text}”是 Excel 的错误值，请填内容")
    if text.startswith("="):
        raise Unreadable(f"“{text[:30]}”是没有算过的公式，请填算好的内容")
    return f"{Decimal(f'{float(text):.15g}'):f}"


def _by_distinct(column: Column, texts: pa.Array, policy: Policy) -> Stored:
    """Columns of few different words: each word is read once."""
    encoded = texts.dictionary_encode()
    words: list[str] = encoded.dictionary.to_pylist()
    read: list[Any] = []
    faults: dict[int, str] = {}
    for place, word in enumerate(words):
        try:
            read.append(_told(column, parse(column, word, policy)))
        except Unreadable as fault:
            read.append(None)
            faults[place] = str(fault)
    values = pa.array(read, column.kind.arrow).take(encoded.indices)
    coarse = {place for place, word in enumerate(words) if column.kind is Kind.DATE and _names_no_day(word)}
    if not faults and not coarse:
        return Stored(values)
    places = encoded.indices.to_pylist()
    return Stored(
        values,
        {row: faults[place] for row, place in enumerate(places) if place in faults},
        [row for row, place in enumerate(places) if place in coarse and place not in faults],
    )


def _told(column: Column, value: Any) -> Any:
    """That the system recorded a row is not for a workbook to say."""
    if column.name == ASSURANCE.name and value == RowAssurance.RECORDED.value:
        raise Unreadable("“系统记录”只由系统写入，工作簿里请填“文件载明”或“示例”，或者空着")
    return value


def _names_no_day(text: str) -> bool:
    try:
        period = read_date(text)
    except NotADate:
        return False
    return period.first != period.last


def _patched(texts: pa.Array, values: pa.Array, failing: pa.Array, read: Callable[[str], Any]) -> Stored:
    """Fill in what `read` makes of the failing cells; the same text is read once."""
    rows = pc.indices_nonzero(failing).to_pylist()
    if not rows:
        return Stored(values)
    known: dict[str, Any] = {}
    faults: dict[int, str] = {}
    patched = values.to_pylist()
    for row, text in zip(rows, texts.take(pa.array(rows)).to_pylist(), strict=True):
        if text not in known:
            try:
                known[text] = read(text)
            except Unreadable as fault:
                known[text] = fault
        if isinstance(known[text], Unreadable):
            faults[row] = str(known[text])
        else:
            patched[row] = known[text]
    return Stored(pa.array(patched, values.type), faults)
