"""A community that is no longer in the list."""

from __future__ import annotations

import pytest
from checker.against.paper import edited, told


@pytest.mark.parametrize(
    ("old", "new", "who"),
    [("绿苑小区、绿洲", "绿洲", "绿苑小区"), ("、福源小区", "", "福源小区"), ("、兴盛小区。", "。", "兴盛小区")],
)
def test_first_middle_and_last(old: str, new: str, who: str) -> None:
    (only,) = edited(old, new)
    assert only.code == "against.name_removed"
    assert f"比签发时少了{who}。" in only.message
    assert only.computation is not None
    assert only.computation.operands == (who,)


def test_another_order_is_none() -> None:
    names = "绿苑小区、绿洲小区、福源小区、兴盛小区"
    turned = "、".join(reversed(names.split("、")))
    assert [each for each in told(edited(names, turned)) if each[0].startswith("name")] == []
