"""Points are figures too."""

import assessed
import pytest

from anju.kernel.outcome import Value


@pytest.mark.parametrize(
    ("id", "printed"),
    [
        ("score.total.points", "100分"),
        ("score.total.confirmed", "18.25分"),
        ("score.total.at_most", "99.5分"),
        ("score.group.FM.points", "20分"),
        ("score.OB1.confirmed", "5分"),
        ("score.OB1.1.at_most", "10分"),
    ],
)
def test_total_group_item_and_part(id: str, printed: str) -> None:
    found = assessed.dengkou().figure(id)
    assert isinstance(found, Value)
    assert found.value.printed() == printed


def test_groups_add_up_to_the_total() -> None:
    book = assessed.complete()
    groups = book.assessment.evaluation.scheme.groups
    parts = [book.figure(f"score.group.{code}.confirmed") for code in groups]
    total = book.figure("score.total.confirmed")
    assert isinstance(total, Value)
    assert sum(part.value.value or 0 for part in parts if isinstance(part, Value)) == total.value.value


@pytest.mark.parametrize(
    "id", ["score.OB1.9.points", "score.OB1.x.points", "score.total.lost", "score.group.XX.points"]
)
def test_what_the_scheme_has_not_is_refused(id: str) -> None:
    with pytest.raises(LookupError):
        assessed.dengkou().figure(id)
