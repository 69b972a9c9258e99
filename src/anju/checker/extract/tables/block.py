"""一块表：同一个表头下面的各行，每格归到行名、列名和单位。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from anju.checker.extract.tables.cell import Cell, Raw
from anju.checker.extract.tables.heads import Block, Row
from anju.checker.extract.tables.numbers import Figure, figure, known, measured, year
from anju.checker.extract.tables.units import kind, own_unit, rate, unit_of
from anju.kernel.unit import Dimension

ORDINAL = re.compile(r"^(?:序号?|编号|行次|栏次|No\.?|项次|排名|排序|位次|名次|序位)$")
_CODES = re.compile("编码|代码")
"""What stands in it is part of the row's name: 201, 20103, 2010301 are class, group and item."""
_NAMES = re.compile("楼号|代码|电话|文号|邮编|证号|账号|联系|编码|房号|门牌")
_YEARS = re.compile("年份|年代|建成年|竣工年|建设年|时间|日期|^年度?$")
_DATES = re.compile("日期|时间$|年月$|时间[(]")
_UNIT_COLUMN = re.compile(r"^(?:计量|计算|计价)?单位$")
_ASIDE = re.compile(
    "所在|地址|位置|类型|性质|责任|主管|备注|年份|年代|建成|说明|内容|时间|方式|结构|产权|日期|单位|等次|等级"
)
_MARKS = re.compile("综合得分|总得分|总分|考核得分|合计得分")
"""What heads the sum of columns that are points too."""
_GOES_ON = re.compile(
    r"^(?:第?[一二三四1-4]季度|\d{1,2}月|[上下]半年|前三季度|全年|[春秋]季?|其中|中央|省级?|市级?|县级?|区级?|自治区|地方|其他|自筹|居民|单位|社会)"
)
"""Heads of parts: they are counted in what stands before them, 合计（万元）, 中央, 省级."""
_SCORED, _WEIGHED = re.compile("得分"), re.compile("^(?:指标)?权重$")
"""Beside scores a weight is so many points."""
_SECOND = re.compile("项目|科目|(?:指标|资金)名称")
"""Heads of a second column of names: 收入项目, 金额, 支出项目, 金额."""
_SENTENCE = re.compile(r"[^\d\s.,-]")
"""What the readers of sentences do not skip: of these cells there are claims already."""


@dataclass
class _Columns:
    """What is known of the columns of a block: `index` hold ordinals, `unit` the column of units, if there is one."""

    heads: dict[int, str]
    units: dict[int, str]
    index: set[int]
    unit: int | None
    lines: tuple[str, ...]
    open: list[tuple[int, Raw]] = field(default_factory=list)
    last: dict[int, Raw] = field(default_factory=dict)


def cells(block: Block, lines: tuple[str, ...], *, plain: bool) -> tuple[tuple[Cell, ...], ...]:
    """All rows of the block with their figures read, those of the head first. `plain`: no claim speaks of any cell."""
    columns = _columns(block, lines)
    above = [
        tuple(Cell(raw.paragraph, raw.place, raw.text, None, start=raw.start) for raw in row) for row in block.above
    ]
    return (*above, *(tuple(_row(row, columns, plain)) for row in block.body))


def _columns(block: Block, lines: tuple[str, ...]) -> _Columns:
    heads = block.heads
    index = {column for column, head in heads.items() if ORDINAL.match(head) or _NAMES.search(head)}
    index |= _counting(block)
    unit = next((column for column, head in heads.items() if _UNIT_COLUMN.match(head)), None)
    first = min((column for column in heads if column not in index), default=0)
    corner = own_unit(heads.get(first, ""))
    if corner is not None and kind(corner) is Dimension.MONEY and _words_below(block, first):
        lines = (corner,)
    units = {column: found for column, head in heads.items() if (found := unit_of(head, lines))}
    if not lines and any(_MARKS.search(head) for head in heads.values()):
        units |= {n: "分" for n, head in heads.items() if n not in units and n not in index and not rate(head)}
    if any(_SCORED.search(head) for head in heads.values()):
        units |= {n: "分" for n, head in heads.items() if n not in units and _WEIGHED.search(head)}
    for column in sorted(heads.keys() - units.keys() - index):
        if column - 1 in units and _GOES_ON.search(heads[column]) and not rate(heads[column]):
            units[column] = units[column - 1]
    for column in _percent(block):
        units.setdefault(column, "%")
    return _Columns(heads, units, index, unit, lines)


def _counting(block: Block) -> set[int]:
    """The first column when it only counts the rows: 1, 2, 3."""
    first = [row[0].plain for row in block.body if row and row[0].place.column == 1 and row[0].plain.isdecimal()]
    counts = len(first) > 2 and all(len(text) < 7 and int(text) == n for n, text in enumerate(first, 1))
    return {1} if counts else set()


def _words_below(block: Block, column: int) -> bool:
    return not any(raw.place.column == column and figure(raw.plain) for row in block.body for raw in row)


def _percent(block: Block) -> set[int]:
    """Columns of rates in which some figure shows the sign that others leave out."""
    rates = {column for column, head in block.heads.items() if rate(head)}
    return {
        raw.place.column for row in block.body for raw in row if raw.place.column in rates and raw.plain[-1:] == "%"
    }


def _row(row: Row, columns: _Columns, plain: bool) -> Iterator[Cell]:
    read = [None if _no_figure(raw, columns) else figure(raw.plain) for raw in row]
    labels, units = _labels(row, read, columns)
    keyed = _keyed(row, read, columns)
    own = next((known(raw.plain) for raw in row if raw.place.column == columns.unit), None) if columns.unit else None
    stub, group = (labels[-1], tuple(labels[:-1])) if labels else ("", ())
    for number, (raw, found) in enumerate(zip(row, read, strict=True)):
        head = columns.heads.get(raw.place.column, "")
        if found is None:
            if number and read[number - 1] and _SECOND.search(head):
                stub, group = raw.plain.rstrip(":"), ()
            yield Cell(raw.paragraph, raw.place, raw.text, None, start=raw.start, head=head, stub=stub, group=group)
            continue
        symbol = columns.units.get(raw.place.column) or own or units or (None if head else unit_of("", columns.lines))
        name = (head, stub, group)
        if keyed and number:
            name = ("", row[number - 1].plain.rstrip(":"), ())
            symbol = unit_of(name[1], columns.lines)
        yield _made(raw, found, symbol, name, plain)


def _made(raw: Raw, found: Figure, symbol: str | None, names: tuple[str, str, tuple[str, ...]], plain: bool) -> Cell:
    head, stub, group = names
    unit, _, per = (found.symbol or symbol or "").partition("/")
    quantity = measured(found.digits, unit) or measured(found.digits, "")
    bare = quantity is not None and (plain or not _SENTENCE.search(raw.text))
    return Cell(
        raw.paragraph,
        raw.place,
        raw.text,
        quantity,
        bare,
        raw.start,
        head,
        stub,
        group,
        found.qualifier,
        found.per or per,
    )


def _no_figure(raw: Raw, columns: _Columns) -> bool:
    column = raw.place.column
    if column in columns.index or column == columns.unit or _DATES.search(columns.heads.get(column, "")):
        return True
    return year(raw.plain) and (column not in columns.heads or _YEARS.search(columns.heads[column]) is not None)


def _labels(row: Row, read: Sequence[Figure | None], columns: _Columns) -> tuple[list[str], str | None]:
    """The names of a row from the widest to its own, those merged from above too, and the unit they write out."""
    named = sorted(_names(row, read, columns), key=lambda raw: raw.place.column)
    named = [raw for raw in named if not year(raw.plain)] or named
    own = [raw for raw in named if not _ASIDE.search(columns.heads.get(raw.place.column, ""))]
    named = [*(raw for raw in named if raw not in own), *own] if own else named
    labels = [raw.plain.rstrip(":") for raw in named]
    units = next((unit for label in reversed(labels) if (unit := own_unit(label))), None)
    return labels, units


def _names(row: Row, read: Sequence[Figure | None], columns: _Columns) -> list[Raw]:
    """The cells that name the row: those before its first figure, those merged down to it, and what a blank repeats.

    Keeps in `columns` what rows below may take from here.
    """
    number = row[0].place.row if row else 0
    columns.open = [(last, raw) for last, raw in columns.open if last >= number]
    named = [raw for _, raw in columns.open]
    blank: list[int] = []
    for raw, found in zip(row, read, strict=True):
        if found is not None:
            break
        coded = _CODES.search(columns.heads.get(raw.place.column, "")) is not None
        ordinal = raw.place.column in columns.index and raw.plain[:1].isdecimal() and not coded
        if not raw.plain:
            blank.append(raw.place.column)
        elif raw.plain.strip("-—/…") and not ordinal and raw.place.column != columns.unit:
            named += [columns.last[column] for column in blank if column in columns.last]
            blank = []
            named.append(raw)
            columns.last[raw.place.column] = raw
            if raw.place.rows > 1:
                columns.open.append((number + raw.place.rows - 1, raw))
    return named


def _keyed(row: Row, read: Sequence[Figure | None], columns: _Columns) -> bool:
    """总投资（万元） | 310.5 | 户数 | 776: the name of each figure stands to its left."""
    if row and any(columns.heads.get(raw.place.column) for raw, found in zip(row, read, strict=True) if found):
        named = [own_unit(raw.plain) for raw, after in zip(row, read[1:], strict=False) if after is not None]
        return len(named) > 1 and all(named)
    pairs = [(row[n - 1], found) for n, found in enumerate(read) if found is not None and n]
    return len(pairs) > 1 and all(figure(raw.plain) is None and raw.plain for raw, _ in pairs)
