"""佐证资料目录：按分册列出每份材料证明什么，再列哪些评分点的材料还不够。"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from anju.figures.book import Book
from anju.kernel.assurance import RowAssurance
from anju.kernel.period import chinese_date
from anju.reports.annexes._cells import MADE_UP, cell, head, number, said, told
from anju.reports.annexes._places import place
from anju.reports.document import Block, Cell, Grid, Paragraph
from anju.scoring.evaluation import ItemScore, PartScore

TITLE = "佐证资料目录"
LANDSCAPE = True
HEADS = ("序号", "材料类别", "材料名称", "文号", "形成日期", "等级", "小区", "证明的指标", "校验值（前八位）")
WIDTHS = (6, 17, 18, 18, 15, 6, 8, 20, 12)
LACKING = ("二级指标", "评分点", "可以证明的材料（有一种即可）", "现有材料的最好等级", "尚未证实（分）")
LACKING_WIDTHS = (18, 18, 46, 14, 12)
EVERY = "凡有自述的评分点"

Row = tuple[Cell, ...]


def blocks(book: Book) -> tuple[Block, ...]:
    about = Paragraph(("共收录材料", *told(book.figure("count.evidence")), "份。"))
    rows = [tuple(head(text) for text in HEADS), *_listed(book)]
    listed = Grid(WIDTHS, tuple(rows), title="一、已收录的材料") if len(rows) > 1 else None
    lacking = _lacking(book)
    return tuple(block for block in (about, listed, lacking) if block is not None)


def _listed(book: Book) -> Iterator[Row]:
    """Binder by binder; within one in the order of the kinds, then of the material's own ids."""
    binders, kinds = (book.assessment.occasion.words(name).terms for name in ("binders", "evidence_kinds"))
    order = list(kinds)
    rows = sorted(book.rows("evidence"), key=lambda row: (order.index(row["kind"]), row["id"]))
    count = 0
    for code, binder in binders.items():
        inside = [row for row in rows if kinds[row["kind"]].text("binder") == code]
        if inside:
            yield (cell(f"{binder.title}", columns=len(HEADS)),)
        for row in inside:
            count += 1
            yield _material(book, count, row)


def _material(book: Book, count: int, row: dict[str, Any]) -> Row:
    kinds = book.assessment.occasion.words("evidence_kinds").terms
    made_up = MADE_UP if row["assurance"] == RowAssurance.ILLUSTRATIVE.value else ""
    return (
        cell(str(count), align="center"),
        said(kinds[row["kind"]].title),
        cell(f"{row['title'] or '未填报'}{made_up}"),
        said(row["number"], "center"),
        said(_day(row["dated_on"]), "center"),
        cell(row["grade"], align="center"),
        said(place(book, row["community"]), "center"),
        cell(_proves(book, row["kind"])),
        said((row["sha256"] or "")[:8], "center"),
    )


def _day(day: date | None) -> str | None:
    return chinese_date(day) if day else None


def _proves(book: Book, kind: str) -> str:
    """The indicators that this kind can prove; the county's own statement speaks for all it mentions."""
    own = book.assessment.occasion.words("evidence_kinds").codes("grade", "D")
    if kind in own:
        return EVERY
    items = [item.item.title for item in book.assessment.evaluation.items if _asks_for(item, kind)]
    return "、".join(dict.fromkeys(items)) or "本评分表没有要求"


def _asks_for(item: ItemScore, kind: str) -> bool:
    return any(kind in part.part.evidence for part in item.parts)


def _lacking(book: Book) -> Grid | None:
    """The scoring points whose proved points the evidence does not yet let stand in full."""
    rows: list[Row] = [tuple(head(text) for text in LACKING)]
    for item in book.assessment.evaluation.items:
        parts = [(n, part) for n, part in enumerate(item.parts, 1) if part.cap.kinds and part.cap.share < 1]
        for first, (number_of, part) in enumerate(parts):
            title = (cell(item.item.title, rows=len(parts)),) if not first else ()
            rows.append((*title, *_lack(book, f"{item.item.code}.{number_of}", part)))
    note = "注：尚未证实，是最多得分减已证实得分，包括未填报的数据。"
    return Grid(LACKING_WIDTHS, tuple(rows), title="二、材料还不够的评分点", note=note) if len(rows) > 1 else None


def _lack(book: Book, subject: str, part: PartScore) -> Row:
    kinds = book.assessment.occasion.words("evidence_kinds").terms
    between = f"score.{subject}.at_most - score.{subject}.confirmed"
    found = "没有材料" if part.cap.grade is None else f"{part.cap.grade}级"
    return (
        cell(part.title),
        cell("、".join(kinds[kind].title for kind in part.cap.kinds)),
        cell(found, align="center"),
        cell("底线", align="center") if part.part.rule == "gate" else number(book, between),
    )
