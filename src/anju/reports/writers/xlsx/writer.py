"""把各张表合成一个工作簿；有一个示例的数，每页都写样张·演示数据。"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType

import xlsxwriter

from anju.figures.book import Book
from anju.kernel.catalogue import walk_modules
from anju.kernel.period import chinese_date
from anju.reports.document import Grid, Paragraph
from anju.reports.writers.xlsx import rationale
from anju.reports.writers.xlsx.grid_sheet import GridWriter, Sheet
from anju.reports.writers.xlsx.look import FONT, Look, Names, Page
from anju.reports.writers.xlsx.trace_sheet import NAME, Trace

FIRST = "indicator_table"
SCORES = "评分表"


def write(book: Book, path: Path) -> None:
    """Write indicators.xlsx. OSError when the file cannot be written; the same book gives the same bytes."""
    sheets = list(_sheets(book))
    printed = [each for sheet in sheets for each in sheet.printed()]
    trace = Trace(book, printed)
    head, as_of = book.assessment.snapshot.head, chinese_date(book.assessment.occasion.as_of)
    about = f"{head.region_name}{head.year}年度"
    page = Page(about, as_of, any(each.figure.illustrative for each in printed))
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    raw = xlsxwriter.Workbook(content, {**options, "default_format_properties": FONT})
    raw.set_properties({"title": f"{about}城镇老旧小区改造绩效评价指标", "created": datetime(2024, 1, 1)})
    look = Look(raw)
    for sheet in sheets:
        GridWriter(raw.add_worksheet(sheet.name), look, sheet, trace.links).write(page)
    trace.write(raw.add_worksheet(NAME), look, page)
    raw.close()
    path.write_bytes(content.getvalue())


def _sheets(book: Book) -> Iterator[Sheet]:
    """The score sheet, why each point was given, then the annexes in the order in which the reports have them."""
    names = Names()
    names.take(NAME)
    modules = walk_modules("anju.reports.annexes", None)
    head = book.assessment.snapshot.head
    prefix = f"{head.year}年{head.region_name}城镇老旧小区"
    for code in _order(book, list(modules)):
        module = modules[code]
        yield from _of(book, module, names, prefix)
        if code == FIRST:
            title = f"{prefix}改造绩效评价{rationale.TITLE}"
            yield Sheet(names.take(rationale.TITLE), title, (), rationale.rationale(book), landscape=True)


def _order(book: Book, known: list[str]) -> list[str]:
    kinds = book.assessment.occasion.policy.report_kinds.values()
    asked = [named.name for kind in kinds for named in kind.annexes]
    return list(dict.fromkeys((FIRST, *(code for code in asked if code in known), *known)))


def _of(book: Book, module: ModuleType, names: Names, prefix: str) -> Iterator[Sheet]:
    """A sheet for each table of the annex; paragraphs stand above the table that follows them."""
    lead: list[Paragraph] = []
    count = 0
    for block in module.blocks(book):
        if isinstance(block, Paragraph):
            lead.append(block)
        elif isinstance(block, Grid):
            count += 1
            title = module.TITLE if count == 1 else block.title.partition("、")[2] or block.title or module.TITLE
            name = SCORES if module.__name__.endswith(FIRST) and count == 1 else title
            full = prefix + title if title.startswith("改造") else f"{prefix}改造{title}"
            yield Sheet(names.take(name), full, tuple(lead), block, module.LANDSCAPE)
            lead = []
