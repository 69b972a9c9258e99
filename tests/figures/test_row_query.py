"""Rows are chosen by what their cells say; a cell that nobody filled is neither yes nor no."""

import assessed
import pytest

from anju.figures.row_query import is_number, key_of, parsed, select


def ids(words: str) -> list[str]:
    met, _ = select(assessed.dengkou(), parsed(words.split()))
    return [row["id"] for row in met]


def test_words_a_choice_of_words_and_a_word_s_key() -> None:
    assert ids("institutions kind=领导小组") == ["J4", "J5"]
    assert ids("institutions kind=项目储备库|储备库排序 present=是") == ["J2", "J3"]
    met, _ = select(assessed.dengkou(), parsed(["work_items", "work.class=提升"]))
    assert met == []


def test_filled_and_empty_cells() -> None:
    assert ids("institutions filled.number") == ["J7"]
    assert "J7" not in ids("institutions empty.number")


def test_what_came_after_the_day_is_left_out_and_what_has_no_day_is_not() -> None:
    rows = select(assessed.complete(), parsed(["institutions", "until.issued_on"]))[0]
    assert rows
    assert ids("institutions kind=领导小组 until.issued_on") == ["J4", "J5"]


def test_a_flag_that_nobody_filled_is_unknown() -> None:
    met, unknown = select(assessed.dengkou(), parsed(["problems", "solved=是"]))
    assert (met, len(unknown)) == ([], 5)


def test_made_up_rows_give_way_to_stated_ones() -> None:
    met, _ = select(assessed.dengkou(), parsed(["renovations"]))
    assert [row["community"] for row in met] == ["*"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("nowhere", "没有叫“nowhere”的事实表"),
        ("goals titel=x", "没有列“titel”"),
        ("goals title", "看不懂条件“title”"),
        ("goals title.class=x", "不是词表里的词"),
    ],
)
def test_a_query_that_cannot_be_read_says_why(words: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        parsed(words.split())


def test_a_cell_s_key_leaves_the_plan_year_out() -> None:
    row = assessed.dengkou().rows("renovations")[0]
    assert key_of("renovations", row) == "*"
    assert is_number("renovations", "area_planned_dm2")
    assert not is_number("communities", "built_year")
    assert not is_number("goals", "title")
