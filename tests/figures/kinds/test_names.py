"""Which communities the plan names."""

import assessed

from anju.kernel.assurance import RowAssurance
from anju.kernel.outcome import Missing, Value


def test_a_list_in_a_document_goes_before_a_made_up_plan() -> None:
    found = assessed.dengkou().figure("names.communities")
    assert isinstance(found, Value)
    assert found.value.text == "绿苑小区、绿洲小区、国税小区、华苑小区、电力花园、锦春园、国际丽城"
    assert (found.value.assurance, found.value.rows[0].table) == (RowAssurance.STATED, "statements")


def test_the_plan_names_them_itself() -> None:
    found = assessed.complete().figure("names.communities")
    assert isinstance(found, Value)
    assert len(found.value.text.split("、")) == len(found.value.rows) == 12


def test_nobody_named_any() -> None:
    assert isinstance(assessed.nothing().figure("names.communities"), Missing)
