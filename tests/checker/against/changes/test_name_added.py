"""A community that was not in the list."""

from __future__ import annotations

import pytest
from checker.against.paper import edited


@pytest.mark.parametrize(
    ("old", "new"),
    [("改造小区为", "改造小区为新村小区、"), ("、福源", "、新村小区、福源"), ("兴盛小区。", "兴盛小区、新村小区。")],
)
def test_first_middle_and_last(old: str, new: str) -> None:
    (only,) = edited(old, new)
    assert only.code == "against.name_added"
    assert "比签发时多了新村小区。" in only.message
