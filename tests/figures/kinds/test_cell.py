"""One cell of the facts, in the unit of its column or of its row."""

import assessed
import pytest

from anju.kernel.outcome import Missing, Value


@pytest.mark.parametrize(
    ("id", "printed"),
    [
        ("cell.renovations.*.households_planned", "776户"),
        ("cell.renovations.C1.area_planned_dm2", "1.46万㎡"),
        ("cell.fund_moves.F3.amount_fen", "2100.01万元"),
        ("cell.fund_moves.F3.moved_on", "2023年12月31日"),
        ("cell.governance.*.merged", "是"),
        ("cell.regions.name", "磴口县"),
    ],
)
def test_a_cell_is_printed_as_the_sheet_shows_it(id: str, printed: str) -> None:
    if id == "cell.regions.name":
        id = "cell.regions..name"
    found = assessed.dengkou().figure(id)
    assert isinstance(found, Value)
    assert found.value.printed() == printed


def test_a_quantity_has_the_unit_of_its_row() -> None:
    book = assessed.complete()
    goal = next(row for row in book.rows("goals") if row["target_milli"] and row["unit"])
    found = book.figure(f"cell.goals.{goal['id']}.target_milli")
    assert isinstance(found, Value)
    assert found.value.printed().endswith(goal["unit"])


def test_an_empty_cell_is_missing() -> None:
    assert assessed.dengkou().figure("cell.fund_moves.F1.moved_on") == Missing("资金流水F1的办理日期未填报")


def test_a_row_that_is_not_there_is_refused() -> None:
    with pytest.raises(LookupError):
        assessed.dengkou().figure("cell.fund_moves.F99.amount_fen")
