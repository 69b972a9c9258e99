"""A title turns between words and leaves no syllable alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.reports.layout import ems
from anju.reports.writers.docx.title_lines import best_width, turned


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("2023年绩效目标表", ["2023年绩效目标表"]),
        (
            "2023年磴口县城镇保障性安居工程老旧小区改造项目绩效评价报告",
            ["2023年磴口县城镇保障性安居工程", "老旧小区改造项目绩效评价报告"],
        ),
        ("2024年青石县城镇老旧小区改造绩效自评报告", ["2024年青石县城镇老旧小区", "改造绩效自评报告"]),
    ],
)
def test_titles_turn_between_words(title: str, lines: list[str]) -> None:
    found = turned(title, best_width(title, 19))
    assert found == lines


@given(st.text(alphabet="青石县城镇老旧小区改造项目绩效评价报告年度2023", min_size=1, max_size=70), st.integers(12, 20))
def test_no_lone_syllable_and_no_more_lines_than_needed(title: str, room: int) -> None:
    width = best_width(title, room)
    lines = turned(title, width)
    assert "".join(lines) == title
    assert width <= room
    assert all(ems(line) <= width for line in lines)
    assert len(lines) == 1 or ems(lines[-1]) > 2
    assert len(lines) <= len(turned(title, room)) + 1
