"""Lines on a terminal break where Chinese breaks, and never inside a number."""

import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from anju.cli._print import wrapped

WORDS = st.lists(st.sampled_from(["拨付", "2100.01万元", "776户", "，", "。", "national/2023", "7", "超过总投资", " "]))


@given(WORDS, st.integers(24, 60))
def test_nothing_is_lost_and_no_line_is_too_long(words: list[str], width: int) -> None:
    text = "".join(words)
    lines = wrapped(text, width)
    assert "".join(lines) == text
    stops = 2 * max((len(run) for run in re.findall("[，。]+", text)), default=0)
    longest = max((len(run) + 4 for run in re.findall("[0-9A-Za-z./]+", text)), default=0)
    assert all(cell_len(line) <= max(width, longest) + stops for line in lines)


def test_a_number_keeps_its_digits_and_its_unit() -> None:
    assert wrapped("资金共计2100.01万元，已拨付", 14) == ["资金共计", "2100.01万元，", "已拨付"]


def test_an_opening_bracket_never_ends_a_line() -> None:
    assert wrapped("多66.78万元（3.28%），请核", 14) == ["多66.78万元", "（3.28%），请", "核"]


def test_a_stop_never_begins_a_line() -> None:
    assert wrapped("拨付到位，去向未说明", 8) == ["拨付到", "位，去向", "未说明"]
