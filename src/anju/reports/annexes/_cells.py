"""附表共用：一格怎么写——数、未填报、不适用、示例，表头和留空。"""

from __future__ import annotations

from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.kernel.outcome import NotApplicable, Outcome, Value
from anju.reports.document import Cell, Printed, Run, Runs

UNREPORTED, OUTSIDE, OPEN = "未填报", "不适用", "待填写"
MADE_UP, UNVERIFIED = "（示例）", "＊"


def head(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((text,), columns, rows, head=True)


def said(text: str | None, align: str = "left", columns: int = 1, rows: int = 1) -> Cell:
    """Words of the facts or the form; what nobody wrote is 未填报."""
    return Cell((text or UNREPORTED,), columns, rows, align)


def cell(*runs: Run, align: str = "left", columns: int = 1, rows: int = 1) -> Cell:
    return Cell(tuple(runs), columns, rows, align)


def printed(figure: Figure, unit: str = "", *, bare: bool = True, grouped: bool = True) -> Printed:
    """`bare` where a head or a unit line names the unit; points and shares are too small to be grouped."""
    grouped = grouped and figure.stored not in ("points", "share")
    return Printed(figure, figure.printed(unit, bare=bare, grouped=grouped), unit)


def told(found: Outcome[Figure], unit: str = "", *, bare: bool = True, marked: bool = True) -> Runs:
    """The figure, or the word for why there is none. A made-up one says so unless the row does (`marked` False)."""
    if not isinstance(found, Value):
        return (OUTSIDE if isinstance(found, NotApplicable) else UNREPORTED,)
    runs: Runs = (printed(found.value, unit, bare=bare),)
    return (*runs, MADE_UP) if marked and found.value.illustrative else runs


def number(book: Book, id: str, unit: str = "", *, marked: bool = True) -> Cell:
    """A cell of a column whose head names the unit."""
    found = book.figure(id)
    align = "right" if isinstance(found, Value) else "center"
    return Cell(told(found, unit, marked=marked), align=align)
