"""附表共用：资金表的一行——预算数、执行数、执行率；得分的两头怎么写在一格里。"""

from __future__ import annotations

from anju.figures.book import Book
from anju.kernel.outcome import Value
from anju.reports.annexes._cells import number, told
from anju.reports.document import Cell, Runs

WAN = "万元"


def money(book: Book, budget: str, spent: str) -> tuple[Cell, Cell, Cell]:
    """Two amounts in 万元 and the share that was spent in %; the heads name the units."""
    return number(book, budget, WAN), number(book, spent, WAN), number(book, f"{spent} / {budget}", "%")


def ends(book: Book, subject: str) -> Runs:
    """One number where nothing is open, else 已证实～最多."""
    low, high = (book.figure(f"{subject}.{end}") for end in ("confirmed", "at_most"))
    if isinstance(low, Value) and isinstance(high, Value) and low.value.value != high.value.value:
        return (*told(low), "～", *told(high))
    return told(low)
