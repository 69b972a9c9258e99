"""By its id one gets the figure, or why there is none."""

from fractions import Fraction

import assessed
import pytest

from anju.figures.book import Book
from anju.figures.figure import Figure
from anju.kernel.assurance import RowAssurance
from anju.kernel.catalogue import NotInCatalogue
from anju.kernel.outcome import Missing, NotApplicable, Value


def value(book: Book, id: str) -> Figure:
    found = book.figure(id)
    assert isinstance(found, Value), found
    return found.value


def test_a_sum_of_a_measure() -> None:
    found = value(assessed.dengkou(), "quantities.households.planned")
    assert (found.printed("户"), found.assurance) == ("776户", RowAssurance.STATED)


def test_the_rows_behind_add_up_to_the_sum() -> None:
    found = value(assessed.complete(), "quantities.households.planned")
    assert sum(row.value or 0 for row in found.rows) == found.value
    assert {row.table for row in found.rows} == {"renovations"}


def test_a_ratio_is_the_quotient_of_sums_and_says_so() -> None:
    found = value(assessed.dengkou(), "progress.finished")
    assert (found.printed(), found.working) == ("100%", "已完工小区7÷计划小区7＝100%")


def test_money_over_households_is_money_and_no_share() -> None:
    found = value(assessed.complete(), "costs.per_household")
    assert found.stored == "fen"
    assert found.printed().endswith("万元")
    assert found.working.startswith("项目投资4990.17万元÷")


def test_what_nobody_reported_is_missing_and_never_zero() -> None:
    assert assessed.dengkou().figure("quantities.households.actual") == Missing("实际户数未填报")
    assert isinstance(assessed.nothing().figure("progress.finished"), Missing)


def test_a_difference_shows_its_parts() -> None:
    found = value(assessed.dengkou(), "funds.balance.passed_on - costs.investment.amount")
    assert found.printed() == "66.78万元"
    assert found.working.endswith("＝66.78万元")


def test_a_quotient_is_a_share() -> None:
    found = value(assessed.dengkou(), "funds.balance.passed_on / costs.investment.amount")
    assert found.printed() == "103.28%"
    assert found.value == Fraction(2_100_010_000_0, 2_033_230_000_0) * 10_000


def test_nothing_is_divided_by_zero() -> None:
    nothing = "count.consents / count.approvals"
    assert isinstance(assessed.dengkou().figure(nothing), NotApplicable)


def test_money_and_households_are_not_added() -> None:
    with pytest.raises(ValueError, match="单位不同"):
        assessed.dengkou().figure("costs.investment.amount + quantities.households.planned")


@pytest.mark.parametrize("id", ["funds.in_palce.in_place", "cell.nowhere.X.y", "score.XX9.points", "a +", "a - b / c"])
def test_an_unknown_id_is_refused_by_name(id: str) -> None:
    with pytest.raises(NotInCatalogue, match=id.partition(" ")[0]):
        assessed.dengkou().figure(id)


def test_provenance_names_what_the_figures_depend_on() -> None:
    book = assessed.dengkou()
    assert book.provenance.snapshot == book.assessment.snapshot.hash
    assert book.provenance.as_json()["as_of"] == "2024-01-30"


def test_every_lists_only_what_has_a_value() -> None:
    found = assessed.nothing().every()
    assert "score.total.points" in found
    assert "quantities.households.planned" not in found
