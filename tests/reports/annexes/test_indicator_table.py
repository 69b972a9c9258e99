"""绩效评价指标表：合并的格拼得严实，每个数都有来历，三个县三种样子。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import area, bare_amounts, grids, text, unlike

from anju.figures.book import Book
from anju.reports.annexes import indicator_table
from anju.reports.document import Cell, Printed, words

BOOKS = (dengkou, complete, nothing)


@pytest.fixture(params=BOOKS, ids=[each.__name__ for each in BOOKS])
def book(request: pytest.FixtureRequest) -> Book:
    found: Book = request.param()
    return found


def test_it_reads_as_reviewed() -> None:
    compare("annex-indicator_table-dengkou.txt", text(indicator_table.blocks(dengkou())))


def test_groups_and_items_are_merged_over_their_scoring_points(book: Book) -> None:
    (grid,) = grids(indicator_table.blocks(book))
    laid, found = area(grid), book.assessment.evaluation
    first = [cell for cell in dict.fromkeys(row[0] for row in laid[1:-1]) if cell is not None]
    heights = [
        sum(len(item.parts) for item in found.items if item.item.group == code) + 1 for code in found.scheme.groups
    ]
    assert [cell.rows for cell in first] == heights
    seconds = {id(row[1]): row[1] for row in laid[1:-1]}.values()
    heights = [len(item.parts) for code in found.scheme.groups for item in found.items if item.item.group == code]
    assert [cell.rows for cell in seconds if cell is not None and words(cell.runs) != "小计"] == heights


def test_every_number_is_a_figure_and_printed_as_it_is(book: Book) -> None:
    blocks = indicator_table.blocks(book)
    assert bare_amounts(blocks) == []
    assert unlike(blocks) == []


def test_points_that_nobody_could_read_carry_the_mark() -> None:
    (grid,) = grids(indicator_table.blocks(dengkou()))
    points = [row[3] for row in area(grid)[1:-1]]
    marked = [cell for cell in points if cell is not None and words(cell.runs).endswith("＊")]
    assert len(marked) == sum(
        1 for item in dengkou().assessment.evaluation.items for part in item.parts if part.part.points
    )
    assert "默认值·待核" in grid.note


def test_a_gate_says_whether_it_holds_and_has_no_points() -> None:
    said = {each.__name__: _gate(each()) for each in BOOKS}
    assert said == {"dengkou": ["底线", "说不清"], "complete": ["底线", "通过"], "nothing": ["底线", "说不清"]}


def _gate(book: Book) -> list[str]:
    (grid,) = grids(indicator_table.blocks(book))
    row: tuple[Cell, ...] = next(row for row in grid.rows if any(words(cell.runs) == "底线" for cell in row))
    return [words(cell.runs) for cell in row[2:4]]


def test_the_total_row_is_the_score_of_the_statement(book: Book) -> None:
    about, statement, grid = indicator_table.blocks(book)
    ends = [run.text for cell in grid.rows[-1] for run in cell.runs if isinstance(run, Printed)]
    for text_of_end in ends:
        assert f"{text_of_end}分" in words(statement.runs)
    assert words(about.runs).startswith("评分表：")
