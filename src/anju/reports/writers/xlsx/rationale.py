"""逐项依据：每个评分点怎么评的——规则、用到的数、算式、佐证、结论和出处，一行说全。"""

from __future__ import annotations

from anju.figures.book import Book
from anju.kernel.citation import Citation
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.measures._measure import Sum
from anju.reports.annexes._cells import UNREPORTED, cell, head, number, told
from anju.reports.annexes._working import working
from anju.reports.document import Cell, Grid, Run, Runs
from anju.scoring.evaluation import ItemScore, PartScore
from anju.scoring.score import RULES

TITLE = "逐项依据"
HEADS = ("指标", "评分点", "分值", "评分规则", "用到的数", "算式", "佐证", "已证实", "最多", "结论", "出处")
WIDTHS = (10, 10, 5, 17, 18, 24, 11, 6, 5, 12, 32)

Row = tuple[Cell, ...]


def rationale(book: Book) -> Grid:
    rows = [tuple(head(text) for text in HEADS)]
    for item in book.assessment.evaluation.items:
        for place, part in enumerate(item.parts, 1):
            row = _part(book, f"{item.item.code}.{place}", part)
            if place == 1:
                about, source = cell(item.item.title, rows=len(item.parts)), _source(book, item)
                rows.append((about, *row, Cell((source,), rows=len(item.parts), align="left")))
            else:
                rows.append(row)
    return Grid(WIDTHS, tuple(rows), unit_line="单位：分")


def _part(book: Book, subject: str, part: PartScore) -> Row:
    evidence = part.cap.line or ("有足够的佐证" if part.cap.kinds else "不要求佐证")
    return (
        cell(part.title),
        number(book, f"score.{subject}.points"),
        cell(_rule(part)),
        cell(*_sums(book, part)),
        cell(*working(book, subject, part)),
        cell(evidence),
        number(book, f"score.{subject}.confirmed"),
        number(book, f"score.{subject}.at_most"),
        cell(_outcome(part)),
    )


def _rule(part: PartScore) -> str:
    """The scoring table's rule in words."""
    titles = {name: each.title for name, (each, _) in part.sums.items()}
    return str(RULES[part.part.rule].says(part.part, titles))


def _sums(book: Book, part: PartScore) -> Runs:
    """Every sum that the rule looked at, with what it came to."""
    runs: list[Run] = []
    for name, (each, _) in part.sums.items():
        found = told(book.figure(f"{part.part.measure}.{name}"), _unit(each), bare=False)
        runs += ["\n" if runs else "", f"{each.title}：", *found]
    return tuple(runs) or ("本县的目标或评议",)


def _unit(each: Sum) -> str:
    return each.shown if each.unit in ("fen", "dm2") else ""


def _outcome(part: PartScore) -> str:
    outcome = part.outcome
    if isinstance(outcome, NotApplicable):
        return f"不适用：{outcome.why}"
    if isinstance(outcome, Missing):
        return f"{UNREPORTED}：{outcome.what}"
    if outcome in (Value(True), Value(False)) and part.part.rule == "gate":
        return "通过" if outcome == Value(True) else "未通过"
    return "已计分" if part.confirmed == part.at_most else "已计分，尚可补证"


def _source(book: Book, item: ItemScore) -> str:
    """Where the indicator and the way it is scored come from, and how sure that is."""
    name, scoring = _cited(book, item.item.basis), _cited(book, item.item.scoring)
    return f"指标：{name}\n评分办法：{scoring}" if name != scoring else name


def _cited(book: Book, basis: Citation) -> str:
    source = book.assessment.occasion.policy.sources.get(basis.source)
    note = f"，{basis.note}" if basis.note else ""
    return f"{source.shown if source else basis.source}{basis.article}（{basis.assurance.label}{note}）"
