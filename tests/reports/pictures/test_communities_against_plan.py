"""计划与实际的图：从零画起；没填的写未填报；四十个小区、很长的名字都放得下。"""

import pytest
from assessed import complete, dengkou, nothing
from reports.pictures._counties import county, invented, labels, table

from anju.kernel.assurance import RowAssurance
from anju.reports.picture import Box, Ink, Label
from anju.reports.pictures import communities_against_plan
from anju.reports.pictures._words import wide

draw = communities_against_plan.draw


def test_made_up_shares_stand_back_behind_what_the_report_says_of_the_county() -> None:
    drawing = draw(dengkou())
    assert drawing
    assert drawing.title == "全县改造任务：计划与实际"
    assert table(drawing) == [
        ["小区", "个", "7", "7"],
        ["楼栋", "栋", "23", "未填报"],
        ["户数", "户", "776", "未填报"],
        ["面积", "万㎡", "8.44", "未填报"],
    ]
    assert not any("示例" in words for words in labels(drawing))


def test_bars_begin_at_nought_and_are_in_proportion() -> None:
    book = complete()
    drawing = draw(book)
    assert drawing
    bars = [shape for shape in drawing.picture.shapes if isinstance(shape, Box) and shape.figure]
    assert len(bars) == 2 * len(table(drawing)) == 24
    assert len({bar.x for bar in bars}) == 1
    each = {bar.width / float(book.figure(bar.figure).value.value) for bar in bars}
    assert max(each) == pytest.approx(min(each))


def test_a_household_number_nobody_gave_is_hatched_and_called_so() -> None:
    rows = [{"小区": "C1", "计划户数": 100}, {"小区": "C2", "计划户数": 50, "实际户数": 0}]
    drawing = draw(county(改造任务=rows))
    assert table(drawing) == [["C1", "户", "100", "未填报"], ["C2", "户", "50", "0"]]
    assert drawing
    unknown = [shape for shape in drawing.picture.shapes if isinstance(shape, Box) and shape.ink is Ink.POSSIBLE]
    assert len(unknown) == 2  # one of them in the legend
    assert "0户" in labels(drawing)


@pytest.mark.parametrize("count", [1, 20, 21, 40, 60])
def test_many_communities_with_long_names_stay_on_the_page(count: int) -> None:
    drawing = draw(invented(count, long_names=True))
    assert drawing
    picture = drawing.picture
    assert (picture.width, picture.height <= 200) == (156, True)
    assert len(table(drawing)) == count
    assert ("全部小区在表里" in drawing.says) == (count > 40)
    for label in (shape for shape in picture.shapes if isinstance(shape, Label)):
        long = wide(label.text, label.size)
        start = {"start": label.x, "middle": label.x - long / 2, "end": label.x - long}[label.anchor]
        assert start >= -0.5
        assert start + long <= picture.width + 0.5


def test_made_up_communities_are_called_so_where_there_are_no_others() -> None:
    drawing = draw(invented(2, assurance=RowAssurance.ILLUSTRATIVE))
    assert any("示例" in words for words in labels(drawing))


def test_no_community_and_no_plan_draws_nothing() -> None:
    assert draw(nothing()) is None
    assert draw(invented(0)) is None
    assert draw(county(改造任务=[{"小区": "C1"}])) is None
