"""附表共用：小区怎么称呼——有名称写名称，全县一行写全县。"""

from __future__ import annotations

from anju.facts._table import WHOLE_COUNTY
from anju.figures.book import Book


def place(book: Book, community: str | None) -> str:
    """What a row's community column says to a reader."""
    if community in (None, "", WHOLE_COUNTY):
        return "全县"
    named = (row["name"] for row in book.rows("communities") if row["community"] == community)
    return next((name for name in named if name), str(community))


def office(book: Book) -> str | None:
    """The office that reports, None when nobody named one."""
    return next((row["office"] for row in book.rows("regions") if row["office"]), None)


def project_units(book: Book) -> str | None:
    """Who received what was released: the units that run the project."""
    payees = (row["payee"] for row in book.rows("fund_moves") if row["kind"] == "拨付" and row["payee"])
    return "、".join(dict.fromkeys(payees)) or None
