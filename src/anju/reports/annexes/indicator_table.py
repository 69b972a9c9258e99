"""绩效评价指标表：一级、二级、评分点，各多少分、已证实多少、凭什么、怎么算的。"""

from __future__ import annotations

from collections.abc import Iterator

from anju.figures.book import Book
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.reports.annexes._cells import UNVERIFIED, cell, head, number, said, told
from anju.reports.annexes._statement import statement
from anju.reports.annexes._working import working
from anju.reports.document import Block, Cell, Grid, Paragraph, Runs, Style
from anju.scoring.evaluation import ItemScore, PartScore

TITLE = "绩效评价指标表"
LANDSCAPE = True
HEADS = ("一级指标", "二级指标", "评分点", "分值", "已证实", "最多", "佐证等级", "计算过程和依据")
WIDTHS = (15, 17, 14, 6, 9, 9, 8, 36)
NOTE = "注：已证实，指现有材料证明的得分，未填报的按零计；最多，指未填报的补齐、佐证提供后的得分。"
GRADES = "佐证等级："
RESCALED = "有评分点不适用，总分按其余评分点折算，小计之和因此不等于合计。"
UNSURE = f"{UNVERIFIED}默认值·待核：该分值和评分办法未见正式附件，系依据公开材料整理，取得正式附件后应当替换。"

Row = tuple[Cell, ...]


def blocks(book: Book) -> tuple[Block, ...]:
    found = book.assessment.evaluation
    rows = [tuple(head(text) for text in HEADS)]
    for code in found.scheme.groups:
        rows += _group(book, code, [item for item in found.items if item.item.group == code])
    rows.append(_total(book))
    grid = Grid(WIDTHS, tuple(rows), unit_line="单位：分", note=_note(book))
    about = Paragraph((f"评分表：{found.scheme.title}。",), Style.NOTE)
    return about, Paragraph(statement(book)), grid


def _note(book: Book) -> str:
    found = book.assessment.evaluation
    grades = book.assessment.occasion.words("evidence_grades").terms
    legend = GRADES + "、".join(f"{code}级为{term.title}" for code, term in grades.items()) + "。"
    outside = any(isinstance(part.outcome, NotApplicable) for item in found.items for part in item.parts)
    rescaled = RESCALED if outside and found.scheme.not_applicable == "rescale" else ""
    unsure = UNSURE if any(_unsure(item.item.scoring) for item in found.items) else ""
    return NOTE + legend + rescaled + unsure


def _group(book: Book, code: str, items: list[ItemScore]) -> Iterator[Row]:
    """The items' scoring points below one merged cell, and what they come to."""
    group = book.assessment.evaluation.scheme.groups[code]
    height = sum(len(item.parts) for item in items) + 1
    first = Cell((group.title, *_worth(book, f"group.{code}", group.basis)), rows=height)
    for item in items:
        for row in _item(book, item):
            yield (first, *row) if first.runs else row
            first = Cell()
    ends = (number(book, f"score.group.{code}.{end}") for end in ("points", "confirmed", "at_most"))
    sums = (cell("小计", align="center", columns=2), *ends, cell(columns=2))
    yield (first, *sums) if first.runs else sums


def _item(book: Book, item: ItemScore) -> Iterator[Row]:
    title = Cell((item.item.title, *_worth(book, item.item.code, item.item.scoring)), rows=len(item.parts))
    for place, part in enumerate(item.parts, 1):
        row = _part(book, f"{item.item.code}.{place}", item, part)
        yield (title, *row) if place == 1 else row


def _part(book: Book, subject: str, item: ItemScore, part: PartScore) -> Row:
    gate = part.part.rule == "gate"
    ends = _verdict(part) if gate else tuple(number(book, f"score.{subject}.{end}") for end in ("confirmed", "at_most"))
    points = cell("底线", align="center") if gate else _points(book, subject, item.item.scoring)
    return (said(part.title), points, *ends, _evidence(part), cell(*working(book, subject, part)))


def _points(book: Book, subject: str, scoring: Citation) -> Cell:
    runs = told(book.figure(f"score.{subject}.points"))
    return cell(*runs, *((UNVERIFIED,) if _unsure(scoring) else ()), align="right")


def _verdict(part: PartScore) -> tuple[Cell, ...]:
    outcome = part.outcome
    if isinstance(outcome, Missing):
        return (cell("说不清", align="center", columns=2),)
    if isinstance(outcome, NotApplicable):
        return (cell("不适用", align="center", columns=2),)
    return (cell("通过" if outcome == Value(True) else "未通过", align="center", columns=2),)


def _worth(book: Book, subject: str, basis: Citation) -> Runs:
    """（5＊）behind a title; nothing behind a gate, which has no points."""
    found = book.figure(f"score.{subject}.points")
    if not isinstance(found, Value) or not found.value.value:
        return ()
    return ("（", *told(found), UNVERIFIED if _unsure(basis) else "", "）")


def _evidence(part: PartScore) -> Cell:
    """The grade alone; the note below the table says what it means."""
    if not part.cap.kinds:
        return cell("不要求", align="center")
    return cell(f"{part.cap.grade}级" if part.cap.grade else "无", align="center")


def _unsure(basis: Citation) -> bool:
    return basis.assurance in (PolicyAssurance.RECALLED, PolicyAssurance.DEFAULT)


def _total(book: Book) -> Row:
    ends = (number(book, f"score.total.{end}") for end in ("points", "confirmed", "at_most"))
    return (cell("合计", align="center", columns=3), *ends, cell(columns=2))
