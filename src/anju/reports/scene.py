"""写一句话时看得见的东西：数的账本，和轮到的那一行、那一条问题或那一组指标。"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from anju.facts.store import TABLES
from anju.figures.book import Book
from anju.figures.row_query import Row, cell_text, is_number, key_of, parsed, select
from anju.kernel.catalogue import NotInCatalogue
from anju.kernel.outcome import Missing, NotApplicable, Outcome, Value
from anju.kernel.period import chinese_date
from anju.reports.document import Printed, Run
from anju.reports.official_head import head
from anju.reports.plain_words import WORDS
from anju.reports.template import Slot

REPLACED = "原报告"
"""What a report calls the one it replaces, whose number it bears."""
LISTS = ("list", "first", "last", "span")


class Gap(StrEnum):
    """Why a slot has nothing to print; the value is what a report says of it."""

    UNREPORTED = "未填报"
    PARTIAL = "填报不全"
    MADE_UP = "只有示例数据，不予采用"
    NOT_APPLICABLE = "不适用"


@dataclass(frozen=True)
class Scene:
    """The book, and what is being spoken of: `own` maps columns to their words, `figures` columns to figures' ids."""

    book: Book
    own: Mapping[str, str | None] = field(default_factory=dict)
    figures: Mapping[str, str] = field(default_factory=dict)
    key: str = ""

    def fill(self, slot: Slot) -> Run | Gap:
        """What is printed in the slot. NotInCatalogue (a LookupError) for a name that nothing has."""
        if slot.name.startswith(".") and slot.name[1:] not in self.figures:
            return self._own(slot.name[1:]) or Gap.UNREPORTED
        if slot.name in WORDS:
            return WORDS[slot.name](self.book) or Gap.UNREPORTED
        head, _, rest = slot.name.partition(" ")
        if head in LISTS:
            return self._listed(head, rest) or Gap.UNREPORTED
        found = self.outcome(slot.name)
        if not isinstance(found, Value):
            return _lack(found)
        if found.value.illustrative:
            return Gap.MADE_UP
        printed = found.value.printed(slot.unit)
        return Printed(found.value, printed, _unit_of(printed))

    def _own(self, column: str) -> str | None:
        """A row that the sentence is said of may be of one table or another, which has no such column."""
        if column not in self.own and not any(column in table.by_name for table in TABLES.values()):
            raise NotInCatalogue(f".{column}", tuple(f".{each}" for each in (*self.own, *self.figures)))
        return self.own.get(column)

    def outcome(self, name: str) -> Outcome[Any]:
        """The figure of that id; `.column` is one of the row at hand."""
        id = self.figures.get(name[1:], "") if name.startswith(".") else name
        if not id:
            raise NotInCatalogue(name, tuple(f".{each}" for each in (*self.own, *self.figures)))
        return self.book.figure(id)

    def text_of(self, name: str) -> str | None:
        """The words of a column at hand or a text slot; None where nobody said."""
        if name.startswith(".") and name[1:] in self.own:
            return self.own[name[1:]]
        return WORDS[name](self.book) if name in WORDS else None

    def of_row(self, table: str, row: Row) -> Scene:
        """The same, said of one row: its amounts are figures, its other cells words."""
        key = key_of(table, row)
        numbers = {name: f"cell.{table}.{key}.{name}" for name in row if is_number(table, name)}
        words = {
            name: None if value is None else cell_text(value) for name, value in row.items() if name not in numbers
        }
        # A report that takes the number of the one it replaces must not seem to speak of itself.
        if words.get("document") and words["document"] == head(self.book).number:
            words["document"] = REPLACED
        return Scene(self.book, words, numbers, key)

    def _listed(self, head: str, rest: str) -> str | None:
        column, *conditions = rest.split()
        table, _, name = column.partition(".")
        rows, _ = select(self.book, parsed([table, f"filled.{name}", *conditions]))
        values = [row[name] for row in real(rows)]
        if not values:
            return None
        if head == "span":
            return span(min(values), max(values))
        if head in ("first", "last"):
            return cell_text(min(values) if head == "first" else max(values))
        return "、".join(dict.fromkeys(cell_text(value) for value in values))


def _lack(found: Missing | NotApplicable) -> Gap:
    """Nobody said anything, or some rows are known and others not: then the reason ends in a bracket that counts."""
    if isinstance(found, NotApplicable):
        return Gap.NOT_APPLICABLE
    return Gap.PARTIAL if found.what.endswith("行未填报）") else Gap.UNREPORTED


def span(first: Any, last: Any) -> str:
    """2023年4月12日至4月16日, 1983年至1999年; one of them where both are the same."""
    if isinstance(first, date):
        ends = [chinese_date(first), chinese_date(last)]
        if first != last and first.year == last.year:
            ends[1] = ends[1].removeprefix(f"{last.year}年")
    else:
        ends = [f"{each}年" for each in (first, last)]
    return "至".join(dict.fromkeys(ends))


def real(rows: list[Row]) -> list[Row]:
    """Without those made up for show, which enter no prose."""
    return [row for row in rows if row["assurance"] != "illustrative"]


def _unit_of(printed: str) -> str:
    """What stands after the last digit: 万元 of 2100.01万元, nothing of a list of names."""
    tail = printed.lstrip("-0123456789.,")
    return tail if tail != printed else ""
