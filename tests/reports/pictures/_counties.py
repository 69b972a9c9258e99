"""小县：几笔资金或几个小区，就够画一张图。"""

from __future__ import annotations

from typing import Any

from county_rows import tables

from anju.examples import fictional
from anju.facts.snapshot import Head, freeze
from anju.figures.book import Book
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import load_policy
from anju.reports.document import Drawing, Printed
from anju.reports.picture import Label
from anju.scoring.assess import assess

HEAD = Head("150822", "磴口县", fictional.YEAR, fictional.HEAD.as_of)


def county(**sheets: list[dict[str, Any]]) -> Book:
    """A county of which only these rows are known; tables and columns by their Chinese names."""
    return Book(assess(freeze(HEAD, tables(sheets)), load_policy()))


def invented(count: int, long_names: bool = False, assurance: RowAssurance = RowAssurance.RECORDED) -> Book:
    rows = fictional.tables(load_policy(), count=count, long_names=long_names, assurance=assurance)
    return Book(assess(freeze(fictional.HEAD, rows), load_policy()))


def labels(drawing: Drawing | None) -> list[str]:
    assert drawing
    return [shape.text for shape in drawing.picture.shapes if isinstance(shape, Label)]


def table(drawing: Drawing | None) -> list[list[str]]:
    """The words of the picture's table, without its head."""
    assert drawing
    assert drawing.table
    return [
        ["".join(run.text if isinstance(run, Printed) else run for run in cell.runs) for cell in row]
        for row in drawing.table.rows[1:]
    ]
