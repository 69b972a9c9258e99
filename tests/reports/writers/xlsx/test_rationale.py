"""逐项依据：每个评分点一行，规则、合计、算式、佐证、结论和出处都有话说。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import area, row_of, text, unlike

from anju.figures.book import Book
from anju.reports.document import words
from anju.reports.writers.xlsx.rationale import HEADS, rationale


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_every_point_has_a_row_and_every_cell_something_to_say(book: object) -> None:
    found: Book = book()  # type: ignore[operator]
    grid = rationale(found)
    laid = area(grid)
    assert len(laid) - 1 == sum(len(item.parts) for item in found.assessment.evaluation.items)
    assert [words(cell.runs) for row in laid for cell in row if cell is not None and not words(cell.runs)] == []
    assert unlike((grid,)) == []


def test_it_says_by_which_rule_from_what_and_how_sure() -> None:
    row = dict(zip(HEADS, row_of(rationale(dengkou()), "开工目标完成率"), strict=True))
    assert row["用到的数"] == "已开工小区：7\n计划小区：7"
    assert row["算式"] == "已开工小区7÷计划小区7＝100%；10分×100%＝10分；佐证最好的为D级，按50%计，得5分"
    assert (row["分值"], row["已证实"], row["最多"], row["结论"]) == ("10", "5", "10", "已计分，尚可补证")
    assert "默认值·待核" in row["出处"]


def test_it_reads_as_reviewed() -> None:
    compare("workbook-rationale-dengkou.txt", text((rationale(dengkou()),)))
