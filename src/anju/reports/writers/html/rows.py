"""一个数背后的行：哪张事实表、哪个键、加了多少、多可靠、出自哪份文件。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from lxml import etree

from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.reports.records import Records
from anju.reports.writers.html.tags import Child, scrolled, tag

FIRST = 30
"""Rows shown at once; more stand one click away."""
BRIEF = 8
"""Keys named in the list of all figures."""
_OWN_UNIT = {"fen", "dm2", "count", "thousandth"}


class Rows:
    """Writes rows, each value in the unit of the sum it was counted in."""

    def __init__(self, book: Book) -> None:
        self._records = Records(book)
        self._units: dict[FactRow, set[tuple[str, str]]] = defaultdict(set)
        declared = book.assessment.evaluation.county.declared
        for (code, name), rows in book.assessment.behind.items():
            each = declared[code][name]
            for row in rows:
                self._units[row].add((each.unit, each.shown))

    def tables(self, figure: Figure, unit: str) -> Child:
        """The first rows, and the rest folded away; what they add is written in `unit`, as the figure is."""
        first, rest = figure.rows[:FIRST], figure.rows[FIRST:]
        more = tag("details", tag("summary", f"其余{len(rest)}行"), self._table(figure, rest, unit)) if rest else None
        return [tag("h4", f"背后的行（{len(figure.rows)}行）"), self._table(figure, first, unit), more]

    def _table(self, figure: Figure, rows: Sequence[FactRow], unit: str) -> etree._Element:
        heads = [tag("th", word, scope="col") for word in ("事实表", "行的键", "小区", "值", "依据性质", "出处")]
        body = [tag("tr", self._cells(figure, row, unit)) for row in rows]
        return scrolled(tag("table", tag("thead", tag("tr", heads)), tag("tbody", body)), f"{figure.title}背后的行")

    def _cells(self, figure: Figure, row: FactRow, unit: str) -> Iterator[etree._Element]:
        yield tag("td", TABLES[row.table].title)
        yield tag("td", tag("code", row.key))
        yield tag("td", self._records.place(row) or "—")
        yield tag("td", self._value(figure, row, unit), class_="number")
        yield tag("td", row.assurance.label)
        yield tag("td", row.document or "未填报")

    def _value(self, figure: Figure, row: FactRow, unit: str) -> str:
        """A text adds nothing up; a share or a score adds up rows of other units, which the sums behind it tell."""
        if row.value is None:
            return "—" if figure.stored == "text" else "未填报"
        if figure.stored in _OWN_UNIT:
            return replace(figure, value=Fraction(row.value)).printed(unit, grouped=True)
        units = self._units[row]
        if len(units) != 1:
            return str(row.value)
        stored, shown = next(iter(units))
        return replace(figure, value=Fraction(row.value), stored=stored, shown=shown).printed(grouped=True)


def brief(figure: Figure) -> str:
    """资金流水：2023/F1、2023/F2；…，共14行"""
    keys = defaultdict(list)
    for row in figure.rows[:BRIEF]:
        keys[TABLES[row.table].title].append(row.key)
    more = f"，共{len(figure.rows)}行" if len(figure.rows) > BRIEF else ""
    return "；".join(f"{title}：{'、'.join(named)}" for title, named in keys.items()) + more
