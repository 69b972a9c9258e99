"""图：每张说明自己画的是什么，画的数一点就在下面的表里。"""

from __future__ import annotations

from types import ModuleType

from lxml import etree

from anju.figures.book import Book
from anju.kernel.catalogue import Catalogue, walk_modules
from anju.reports.document import Cell, Drawing, Printed
from anju.reports.writers.html.figures import Figures
from anju.reports.writers.html.tags import scrolled, section, tag
from anju.reports.writers.html.text import drawn

PICTURES: Catalogue[ModuleType] = walk_modules("anju.reports.pictures", None)


def pictures(book: Book, figures: Figures) -> etree._Element:
    """Every picture there is something to draw for, with its table."""
    found: list[Drawing] = [each for module in PICTURES.values() if (each := module.draw(book)) is not None]
    if not found:
        return section("pictures", "图", tag("p", "还没有可画的数。填报资金、改造任务之后，这里会有图。"))
    parts = [tag("div", tag("h3", each.title), drawn(each), _table(each, figures), class_="drawn") for each in found]
    return section("pictures", "图", parts)


def _table(drawing: Drawing, figures: Figures) -> etree._Element | None:
    grid = drawing.table
    if grid is None:
        return None
    where = f"图“{drawing.title}”"
    rows = [tag("tr", [_cell(cell, figures, where) for cell in row]) for row in grid.rows]
    table = tag("table", tag("thead", rows[: grid.heads]), tag("tbody", rows[grid.heads :]))
    return tag("details", tag("summary", "图中的数"), scrolled(table, f"{drawing.title}：图中的数"))


def _cell(cell: Cell, figures: Figures, where: str) -> etree._Element:
    runs = [figures.printed(run, where) if isinstance(run, Printed) else run for run in cell.runs]
    return tag("th" if cell.head else "td", runs, class_="number" if cell.align == "right" else None)
