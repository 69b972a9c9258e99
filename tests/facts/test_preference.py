"""Law 4: the better assurance wins, and if equal the single rows."""

import pytest

from anju.facts.preference import prefers_whole


@pytest.mark.parametrize(
    ("whole", "single", "verdict"),
    [
        (["stated"], [], True),
        ([], ["illustrative"], False),
        ([], [], False),
        (["stated"], ["stated"], False),
        (["stated"], ["recorded"], False),
        (["stated"], ["illustrative"], True),
        (["recorded"], ["recorded", "stated"], True),
        (["illustrative"], ["stated", "illustrative"], False),
    ],
)
def test_a_side_is_as_sure_as_its_worst_row(whole: list[str], single: list[str], verdict: bool) -> None:
    assert prefers_whole(whole, single) is verdict
