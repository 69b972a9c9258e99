"""数据来源：工作簿里每一个数，一行一笔事实——哪张表、哪个键、多少、多可靠、出自哪份文件。"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from anju.facts.fact_row import FactRow
from anju.facts.store import TABLES
from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.measures.catalogue import MODULES
from anju.measures.catalogue import title as title_of
from anju.reports.document import Printed
from anju.reports.writers.xlsx.look import Look, Page, lines
from anju.reports.writers.xlsx.numbers import plain

NAME = "数据来源"
COLUMNS = (
    ("数的编号", 24),
    ("名称", 20),
    ("印出", 12),
    ("单位", 6),
    ("口径", 15),
    ("算式", 28),
    ("事实表", 10),
    ("键", 14),
    ("该行的数", 12),
    ("该行单位", 8),
    ("依据性质", 9),
    ("出处", 22),
)
_KINDS = {"score": "评分", "cell": "事实表的一格", "count": "行数", "self_evaluation": "自评表评分"}
_OWN = ("cell", "community", "count", "goal")
"""Kinds of figures whose rows are counted in the figure's own unit."""
_DERIVED = ("score", "working", "self_evaluation")
"""Kinds that are computed from sums, many from the same ones."""
_LONG = 300
_TOP = 3  # title, explanation, heads


class Trace:
    """The figures of a workbook in the order in which they first appear, each with the rows it takes on this sheet."""

    def __init__(self, book: Book, printed: Iterable[Printed]) -> None:
        self._book = book
        self._first: dict[str, Printed] = {}
        for each in printed:
            self._first.setdefault(each.figure.id, each)
        self.links: dict[str, str] = {}
        self._same: dict[str, int] = {}
        listed: dict[tuple[FactRow, ...], int] = {}
        row = _TOP
        for id, each in self._first.items():
            self.links[id] = f"internal:'{NAME}'!A{row + 1}"
            rows = each.figure.rows
            if rows in listed and len(rows) > 1 and id.partition(".")[0] in _DERIVED:
                self._same[id] = listed[rows]
                row += 1
            else:
                listed.setdefault(rows, row)
                row += max(1, len(rows))
        self._end = row

    def write(self, raw: Any, look: Look, page: Page) -> None:
        page.set_up(raw, landscape=True)
        for place, (name, width) in enumerate(COLUMNS):
            raw.set_column(place, place, width)
            raw.write_string(_TOP - 1, place, name, look.style("head"))
        raw.set_row(0, 30)
        raw.merge_range(0, 0, 0, len(COLUMNS) - 1, NAME, look.style("title"))
        about = self._book.provenance
        said = (
            f"快照 {about.snapshot}　政策 {about.policy}　评分表 {about.scheme}　截至 {about.as_of}　代码 {about.code}"
        )
        raw.merge_range(1, 0, 1, len(COLUMNS) - 1, said, look.style("note"))
        raw.set_row(1, 40)
        raw.freeze_panes(_TOP, 1)
        raw.repeat_rows(_TOP - 1)
        if self._first:
            raw.autofilter(_TOP - 1, 0, self._end - 1, len(COLUMNS) - 1)
        for row, (printed, behind, first) in enumerate(self._lines(), _TOP):
            self._row(raw, look, row, self._texts(printed, behind, first))
            value = self._value(printed.figure, behind)
            if value is not None:
                raw.write_number(row, 8, float(value[0]), look.style("cell", valign="top", num_format="#,##0.######"))
                raw.write_string(row, 9, value[1], look.style("cell", valign="top"))

    def _lines(self) -> Iterator[tuple[Printed, FactRow | None, bool]]:
        """Each figure with each of its rows; a figure that rests on none has one line all the same."""
        for id, each in self._first.items():
            behind = each.figure.rows if id not in self._same else ()
            yield from ((each, row, place == 0) for place, row in enumerate(behind or (None,)))

    def _texts(self, printed: Printed, behind: FactRow | None, first: bool) -> list[str]:
        """The working stands in a figure's first line only; all else in each, so that the lines can be sifted."""
        figure = printed.figure
        return [
            figure.id,
            figure.title,
            printed.text,
            printed.unit or figure.shown,
            measure_title(figure),
            _working(figure) if first else "",
            *((TABLES[behind.table].title, behind.key) if behind else (self._elsewhere(figure), "")),
            "",
            "",
            _assurance(figure, behind),
            (behind.document if behind else None) or "",
        ]

    def _elsewhere(self, figure: Figure) -> str:
        """Where the same rows are listed already: a score, and each number of its working, rest on the same ones."""
        first = self._same.get(figure.id)
        return f"同第{first + 1}行起的{len(figure.rows)}行" if first else ""

    def _row(self, raw: Any, look: Look, row: int, texts: list[str]) -> None:
        style = look.style("cell", valign="top")
        for place, text in enumerate(texts):
            raw.write_string(row, place, text, style) if text else raw.write_blank(row, place, None, style)
        count = max(lines(text, width) for text, (_, width) in zip(texts, COLUMNS, strict=True))
        raw.set_row(row, min(14.5 * count + 4, 405))

    def _value(self, figure: Figure, behind: FactRow | None) -> tuple[Any, str] | None:
        """What the row adds, in the unit of the sum that counted it: of a rate or a score, the sum below it."""
        if behind is None or behind.value is None:
            return None
        own = figure.id in self._units_by_id or figure.id.partition(".")[0] in _OWN
        stored, shown = (figure.stored, figure.shown) if own else self._units.get(behind, ("", ""))
        return plain(stored, shown, behind.value)

    @cached_property
    def _units(self) -> Mapping[FactRow, tuple[str, str]]:
        """Each row that a measure counted → the unit of the sum, as stored and as shown."""
        behind = self._book.assessment.behind
        return {row: self._units_by_id[f"{code}.{name}"] for (code, name), rows in behind.items() for row in rows}

    @cached_property
    def _units_by_id(self) -> Mapping[str, tuple[str, str]]:
        declared = self._book.assessment.evaluation.county.declared
        return {
            f"{code}.{name}": (each.unit, each.shown) for code, sums in declared.items() for name, each in sums.items()
        }


def measure_title(figure: Figure) -> str:
    """The measure in Chinese; what is no measure's says what it is."""
    code = figure.measure if figure.measure in MODULES else figure.measure.rpartition(".")[0]
    if code in MODULES:
        return title_of(code)
    kind = figure.id.partition(".")[0]
    return {"score": "评分", "cell": "事实表的一格", "count": "行数", "self_evaluation": "自评表评分"}.get(
        kind, "由别的数算出"
    )


def _working(figure: Figure) -> str:
    """A total's is that of all its points, which the sheet of reasons gives one by one."""
    return figure.working if len(figure.working) <= _LONG else "见“逐项依据”"


def _assurance(figure: Figure, behind: FactRow | None) -> str:
    """Of the row; what rests on no row is a rule's number or arithmetic."""
    if behind:
        return behind.assurance.label
    return figure.assurance.label if figure.assurance else "无需事实"
