"""佐证资料目录：按分册排，每份证明什么写得出；材料不够的评分点一个不漏。"""

from __future__ import annotations

import pytest
from assessed import complete, dengkou, nothing
from golden_file import compare
from reports.annexes._walk import grids, row_of, sound, text

from anju.figures.book import Book
from anju.reports.annexes import evidence_index
from anju.reports.document import Printed, words


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_it_is_sound(book: object) -> None:
    sound(evidence_index, book())  # type: ignore[operator]


def test_it_reads_as_reviewed() -> None:
    compare("annex-evidence_index-dengkou.txt", text(evidence_index.blocks(dengkou())))


def test_every_piece_stands_once_below_its_binder() -> None:
    book = complete()
    listed = grids(evidence_index.blocks(book))[0]
    numbered = [row for row in listed.rows[1:] if len(row) == len(evidence_index.HEADS)]
    assert [words(row[0].runs) for row in numbered] == [str(n) for n in range(1, len(book.rows("evidence")) + 1)]
    kinds = book.assessment.occasion.words("evidence_kinds").terms
    binders = [int(next(k for k in kinds.values() if k.title == words(row[1].runs)).text("binder")) for row in numbered]
    assert binders == sorted(binders)


def test_a_piece_names_the_indicators_it_can_prove() -> None:
    listed = grids(evidence_index.blocks(dengkou()))[0]
    assert row_of(listed, "五方签字的竣工验收报告")[7] == "完工率、工程质量安全、完善提升类改造"
    assert row_of(listed, "单位自行出具的情况说明")[7] == "凡有自述的评分点"


@pytest.mark.parametrize("book", [dengkou, complete, nothing])
def test_every_point_short_of_evidence_is_named_and_no_other(book: object) -> None:
    found: Book = book()  # type: ignore[operator]
    parts = [part for item in found.assessment.evaluation.items for part in item.parts]
    wanted = sum(1 for part in parts if part.cap.kinds and part.cap.share < 1)
    lacking = [grid for grid in grids(evidence_index.blocks(found)) if grid.title.startswith("二")]
    assert sum(len(grid.rows) - 1 for grid in lacking) == wanted


def test_what_is_not_proved_yet_is_the_difference_of_the_two_ends() -> None:
    lacking = grids(evidence_index.blocks(dengkou()))[1]
    started = next(row for row in lacking.rows if words(row[0].runs) == "开工目标完成率")
    (run,) = started[-1].runs
    assert isinstance(run, Printed)
    assert (run.text, run.figure.id) == ("5", "score.OB1.1.at_most - score.OB1.1.confirmed")
