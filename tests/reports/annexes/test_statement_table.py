"""文件说法对照表：七个与五个对不上，照录原文；小数位数之内算一致。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import grids, sound, text

from anju.reports.annexes import statement_table
from anju.reports.document import words


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_it_is_sound(book: object) -> None:
    sound(statement_table, book())  # type: ignore[operator]


def test_it_reads_as_reviewed() -> None:
    compare("annex-statement_table-dengkou.txt", text(statement_table.blocks(dengkou())))


def test_only_the_five_communities_disagree() -> None:
    (grid,) = grids(statement_table.blocks(dengkou()))
    rows = [[words(cell.runs) for cell in row] for row in grid.rows]
    assert [row[1:6] for row in rows if row[6] == "不一致"] == [
        ["改造小区数", "5个", "磴住建联发〔2024〕2号", "三（二）", "7个"]
    ]


def test_every_subject_it_compares_is_one_of_the_vocabulary() -> None:
    known = dengkou().assessment.occasion.words("statement_subjects").terms
    assert set(statement_table.ANSWERS) <= set(known)
    for planned, actual in statement_table.ANSWERS.values():
        dengkou().figure(planned)
        dengkou().figure(actual)


def test_a_county_of_which_nothing_was_said_has_no_table() -> None:
    assert statement_table.blocks(nothing()) == ()
