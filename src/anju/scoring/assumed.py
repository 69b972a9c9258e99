"""建议按什么值算：补登的每一栏，取的是哪个最好的可采信值，写给人看。"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from anju.facts._column import Column, Kind
from anju.facts._table import Table
from anju.kernel.money import wan
from anju.kernel.period import chinese_date
from anju.kernel.unit import decimal_text, unit
from anju.policy.scheme import points_text
from anju.scoring.printed import thousandths

Row = Mapping[str, Any]
AT_MOST = 3
"""So many different values of one column are told; of the rest only that there are more."""


def assumed(table: Table, filled: Iterable[tuple[Row, Row]], columns: Iterable[str]) -> str:
    """「（按金额50.00万元，办理日期2023年12月31日算）」, "" for nothing. Each row comes with what it was before."""
    rows = list(filled)
    said = []
    for name in dict.fromkeys(columns):
        column = table.by_name[name]
        new = [row[name] for before, row in rows if row[name] is not None and before[name] is None]
        values = list(dict.fromkeys(written(column, value) for value in new))
        if values:
            said.append(f"{column.zh}{'、'.join(values[:AT_MOST])}{'等' if len(values) > AT_MOST else ''}")
    return f"（按{'，'.join(said)}算）" if said else ""


def written(column: Column, value: Any) -> str:
    """A stored value in the unit of the forms; words in quotes."""
    if column.kind in (Kind.AREA, Kind.COUNT):
        factor = unit(column.shown).factor if column.kind is Kind.AREA else 1
        return f"{decimal_text(value, factor)}{column.shown}"
    if column.kind is Kind.SHARE:
        return f"{decimal_text(value, 100)}%" if column.shown == "%" else f"{points_text(value)}{column.shown}"
    return _WRITTEN.get(column.kind, "“{}”".format)(value)


_WRITTEN: Mapping[Kind, Callable[[Any], str]] = {
    Kind.MONEY: lambda fen: f"{wan(fen)}万元",
    Kind.QUANTITY: thousandths,
    Kind.YEAR: str,
    Kind.DATE: chinese_date,
    Kind.FLAG: lambda flag: "“是”" if flag else "“否”",
}
