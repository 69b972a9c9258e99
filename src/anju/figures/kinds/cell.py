"""一格：事实表里某一行某一列的数或字，编号是 表.键.列。"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from anju.facts._column import Column, Kind
from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Missing, Outcome, Value
from anju.kernel.period import chinese_date

if TYPE_CHECKING:
    from anju.figures.book import Book


def ids(_book: Book) -> Iterator[str]:
    """None: there are as many as the facts have cells."""
    yield from ()


def figure(book: Book, rest: str) -> Outcome[Figure]:
    """`<table>.<key>.<column>`, the key without the plan year, its parts with /. KeyError when it is not there."""
    name, _, tail = rest.partition(".")
    key, _, column_name = tail.rpartition(".")
    table = TABLES[name]
    column = table.by_name[column_name]
    row = next((row for row in book.rows(name) if _key(name, row) == key), None)
    if row is None:
        raise KeyError(rest)
    value = row[column.name]
    if value is None:
        return Missing(f"{table.title}{key}的{column.zh}未填报")
    behind = _behind(name, row, value if column.kind.unit else None)
    stored, shown = _stored(book, name, column, row)
    id, title = f"cell.{rest}", f"{table.title}{key}·{column.zh}"
    number = Fraction(value) if stored != "text" else None
    text = _text(value) if number is None else ""
    return Value(Figure(id, title, number, stored, id, title, (behind,), behind.assurance, shown, text))


def _key(name: str, row: dict[str, Any]) -> str:
    return "/".join(_text(row[part]) for part in TABLES[name].key if part not in ("region", "year"))


def _behind(name: str, row: dict[str, Any], value: int | None) -> FactRow:
    key = row_of(TABLES[name], row).key or ""
    return FactRow(name, key, value, RowAssurance(row["assurance"]), row["document"])


def _stored(book: Book, name: str, column: Column, row: dict[str, Any]) -> tuple[str, str]:
    """How the value is stored, and the unit it is shown in."""
    if column.kind is Kind.SHARE:
        return ("points", "分") if column.shown == "分" else ("share", "%")
    if column.kind is Kind.QUANTITY:
        return "thousandth", _unit_of(book, name, row)
    return column.kind.unit or "text", column.shown


def _unit_of(book: Book, name: str, row: dict[str, Any]) -> str:
    """The unit the row names itself, or that the vocabulary gives its word."""
    if row.get("unit"):
        return str(row["unit"])
    for column in TABLES[name].columns:
        terms = book.assessment.occasion.policy.vocabularies[column.vocabulary].terms if column.vocabulary else {}
        term = terms.get(row[column.name] or "")
        if term is not None and term.text("unit"):
            return term.text("unit")
    return ""


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return chinese_date(value) if isinstance(value, date) else str(value)
