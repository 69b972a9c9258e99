"""工作表的名字 Excel 和 WPS 都认，也不重。"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from anju.reports.writers.xlsx.look import Names, lines, wide


@given(st.lists(st.text(min_size=0, max_size=60), max_size=8))
def test_names_are_short_free_of_forbidden_signs_and_unlike(wanted: list[str]) -> None:
    names = Names()
    taken = [names.take(each) for each in wanted]
    assert len({name.lower() for name in taken}) == len(taken)
    for name in taken:
        assert 1 <= len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'"
        assert name[-1] != "'"


def test_a_second_one_of_a_name_is_numbered() -> None:
    names = Names()
    assert [names.take("表/一"), names.take("表/一"), names.take("x" * 40)] == ["表／一", "表／一（2）", "x" * 31]


def test_text_is_as_high_as_it_is_long() -> None:
    assert wide("ab县") == 4
    assert [lines("", 10), lines("磴口县", 10), lines("磴口县城镇老旧小区", 10), lines("一\n二", 10)] == [1, 1, 2, 2]
