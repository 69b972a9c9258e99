"""从事实表里挑行：表名后面跟几个条件，如 problems、solved=是；答不出的行另算。"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from anju.facts._column import Kind
from anju.facts.store import TABLES
from anju.kernel.assurance import RowAssurance
from anju.kernel.period import chinese_date

if TYPE_CHECKING:
    from anju.figures.book import Book

Row = dict[str, Any]


@dataclass(frozen=True)
class Condition:
    """`solved=是`, `kind=领导小组|责任清单`, `work.class=基础` (a key of the word's vocabulary), `filled.number`,
    `empty.number`, `until.issued_on` (not after the as-of day; a row without the day counts)."""

    column: str
    key: str
    words: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class Query:
    """Rows of one table that meet all conditions."""

    table: str
    conditions: tuple[Condition, ...]


def parsed(words: Sequence[str]) -> Query:
    """Table name, then conditions. ValueError, in Chinese, for a table, column or sign that is not there."""
    name, *conditions = words
    if name not in TABLES:
        raise ValueError(f"没有叫“{name}”的事实表；有：{'、'.join(TABLES)}")
    return Query(name, tuple(_condition(name, each) for each in conditions))


def _condition(table: str, text: str) -> Condition:
    if "=" in text:
        column, _, words = text.partition("=")
        column, _, key = column.partition(".")
        found = Condition(column, key, tuple(words.split("|")), "=")
    elif text.partition(".")[0] in ("filled", "empty", "until"):
        kind, _, column = text.partition(".")
        found = Condition(column, "", (), kind)
    else:
        raise ValueError(f"看不懂条件“{text}”；可写 列=词、列.键=词、filled.列、empty.列、until.列")
    columns = TABLES[table].by_name
    if found.column not in columns:
        raise ValueError(f"{TABLES[table].title}没有列“{found.column}”；有：{'、'.join(columns)}")
    if found.key and not columns[found.column].vocabulary:
        raise ValueError(f"{TABLES[table].title}的“{found.column}”不是词表里的词，不能用“.{found.key}”")
    return found


def select(book: Book, query: Query) -> tuple[list[Row], list[Row]]:
    """The rows that meet the query, and those of which nobody knows.

    Rows made up for show count only where there are no others (law 4).
    """
    rows = book.rows(query.table)
    real = [row for row in rows if row["assurance"] != RowAssurance.ILLUSTRATIVE.value]
    verdicts = [(row, [_meets(book, query.table, row, each) for each in query.conditions]) for row in real or rows]
    met = [row for row, found in verdicts if all(found)]
    unknown = [row for row, found in verdicts if None in found and False not in found]
    return met, unknown


def _meets(book: Book, table: str, row: Row, condition: Condition) -> bool | None:
    value = row[condition.column]
    if condition.kind == "filled":
        return value is not None
    if condition.kind == "empty":
        return value is None
    if condition.kind == "until":
        return value is None or value <= book.assessment.occasion.as_of
    if value is None:
        return None
    if condition.key:
        vocabulary = TABLES[table].by_name[condition.column].vocabulary
        term = book.assessment.occasion.policy.vocabularies[vocabulary].terms.get(value)
        return term is not None and term.text(condition.key) in condition.words
    return cell_text(value) in condition.words


def cell_text(value: Any) -> str:
    """A stored word, day, flag or whole number as text."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return chinese_date(value) if isinstance(value, date) else str(value)


def key_of(table: str, row: Row) -> str:
    """The row's key below region and plan year, as the id of its cells has it."""
    found = [row[part] for part in TABLES[table].key if part not in ("region", "year")]
    return "/".join(cell_text(each) for each in found)


def is_number(table: str, column: str) -> bool:
    """Whether the column holds an amount, which must stand in a report as a figure."""
    return bool(TABLES[table].by_name[column].kind.unit) and TABLES[table].by_name[column].kind is not Kind.YEAR
