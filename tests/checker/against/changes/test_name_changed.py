"""A community that is called otherwise, or another one."""

from __future__ import annotations

from checker.against.paper import edited


def test_one_name_for_another() -> None:
    (only,) = edited("、绿洲小区", "、绿州小区")
    assert only.code == "against.name_changed"
    assert "签发时的绿洲小区改成了绿州小区。" in only.message
