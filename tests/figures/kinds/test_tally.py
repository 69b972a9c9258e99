"""Rows are counted only when every row says whether it counts."""

import assessed
import pytest

from anju.figures.book import Book
from anju.kernel.catalogue import NotInCatalogue
from anju.kernel.outcome import Missing, Value


def printed(book: Book, id: str) -> str:
    found = book.figure(id)
    assert isinstance(found, Value), found
    return found.value.printed("项")


def test_rows_that_meet_the_conditions() -> None:
    assert printed(assessed.dengkou(), "tally.problems") == "5项"
    assert printed(assessed.dengkou(), "tally.goals.filled.target_milli") == "0项"
    assert printed(assessed.complete(), "tally.problems.solved=是") == printed(assessed.complete(), "tally.problems")
    assert printed(assessed.complete(), "tally.problems.kind=停车难,solved=是") == "12项"


def test_an_unfilled_flag_or_an_empty_table_is_missing_and_not_zero() -> None:
    assert assessed.dengkou().figure("tally.problems.solved=是") == Missing("问题清单有5行未填报")
    assert assessed.nothing().figure("tally.problems") == Missing("问题清单未填报")


def test_the_rows_stand_behind_the_figure() -> None:
    found = assessed.dengkou().figure("tally.evidence.grade=D")
    assert isinstance(found, Value)
    assert len(found.value.rows) == found.value.value == 27


@pytest.mark.parametrize("id", ["tally.nowhere", "tally.goals.titel=x"])
def test_an_unknown_table_or_column_is_refused(id: str) -> None:
    with pytest.raises(NotInCatalogue, match="tally"):
        assessed.dengkou().figure(id)
