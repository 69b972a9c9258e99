"""A PDF is read as its author wrote it: paragraphs whole, tables as grids, running heads gone, unread pages told."""

from __future__ import annotations

from pathlib import Path

import pytest
from checker.readers.pdf_file import grid, pdf, rule, table, text

from anju.checker.readers.pdf import read_pdf
from anju.checker.reading import Place, Reading, Unreadable

FULL = "改造老旧小区七个涉及住宅楼二十三栋住户七百七十六户建筑面积"
"""Twenty-eight characters of 16 points, from 74 to 522: a full line."""


def reading(*pages: str, **more: object) -> Reading:
    return read_pdf(Path("报告.pdf"), pdf(*pages, **more))  # type: ignore[arg-type]


def texts(*pages: str) -> list[str]:
    return [each.text for each in reading(*pages).paragraphs]


def lines(said: list[str], x: float = 74, y: float = 120, pitch: float = 28) -> str:
    return "".join(text(x, y + number * pitch, each, 16) for number, each in enumerate(said))


def test_lines_that_were_full_are_one_paragraph_and_an_indent_opens_another() -> None:
    page = lines([FULL, FULL, "八万平方米。"]) + text(106, 204, FULL[:26], 16) + lines([FULL, "总投资20"], y=232)
    assert texts(page) == [FULL * 2 + "八万平方米。", FULL[:26] + FULL + "总投资20"]


def test_a_figure_parted_by_the_margin_is_whole_again() -> None:
    assert texts(lines([FULL, FULL, FULL[:24] + "投资20", "33.23万元。"])) == [
        FULL * 2 + FULL[:24] + "投资2033.23万元。"
    ]


def test_a_gap_or_another_size_opens_a_paragraph() -> None:
    assert texts(lines([FULL, FULL, FULL]) + lines([FULL], y=300)) == [FULL * 3, FULL]
    assert texts(lines([FULL, FULL, FULL]) + text(74, 204, "小字的注", 10)) == [FULL * 3, "小字的注"]


def test_a_page_break_parts_no_sentence_and_heads_and_page_numbers_are_gone() -> None:
    pages = [
        text(200, 40, "某县绩效评价报告", 10) + lines([FULL, FULL, FULL]) + text(290, 790, f"— {number} —", 10)
        for number in (1, 2, 3)
    ]
    found = reading(*pages)
    assert [(each.text, each.page) for each in found.paragraphs] == [(FULL * 9, 1)]
    assert found.paragraphs[0].spot == "第1页第1段"


@pytest.mark.parametrize("said", ["1", "- 12 -", "第3页", "第 3 页 共 9 页", "3/9", "—3—"])
def test_a_page_number_at_the_foot_is_no_figure(said: str) -> None:
    assert texts(lines(["正文。"]) + text(290, 790, said, 10)) == ["正文。"]
    assert texts(lines(["正文。"]) + text(290, 400, said, 10)) == ["正文。", said]


def test_a_sentence_at_the_foot_is_no_page_number() -> None:
    assert texts(lines(["正文。"]) + text(74, 790, "2023年完成7个", 10)) == ["正文。", "2023年完成7个"]


def test_a_title_in_two_centred_lines_is_one() -> None:
    title = text(187.5, 80, "二〇二三年度某县城镇", 22) + text(176.5, 115, "老旧小区改造绩效评价报告", 22)
    assert texts(title + lines([FULL, "完。"], y=200)) == [
        "二〇二三年度某县城镇老旧小区改造绩效评价报告",
        FULL + "完。",
    ]


def test_bold_struck_twice_is_read_once_and_a_raised_digit_stays_apart() -> None:
    assert texts(text(74, 120, "7个小区", 16) + text(74.4, 120, "7个小区", 16)) == ["7个小区"]
    assert texts(text(74, 120, "8.44万m", 16) + text(74 + 56, 118, "2", 8)) == ["8.44万m²"]
    assert texts(text(74, 120, "11", 16)) == ["11"]


def test_gaps_are_blanks_and_columns_are_tabs() -> None:
    assert texts(text(74, 120, "总投资", 16) + text(130, 120, "2021", 16)) == ["总投资 2021"]
    assert texts(text(74, 120, "合计", 16) + text(200, 120, "7", 16) + text(300, 120, "9", 16)) == ["合计\t7\t9"]


def test_the_contents_lose_their_page_numbers() -> None:
    found = reading(lines(["一、基本情况……………………12", "二、资金情况........................13"])).paragraphs
    assert [(each.text, each.level) for each in found] == [("一、基本情况", None), ("二、资金情况", None)]


CELLS = [["小区", "户数（户）", "面积"], ["绿苑", "134", "1.25"], ["合计", "134", "1.25"]]


def test_a_ruled_table_is_a_grid_among_the_lines() -> None:
    page = text(74, 100, "见下表。") + table(74, 200, [100, 80, 80], CELLS) + text(74, 300, "表后。")
    found = [(each.text, each.place) for each in reading(page).paragraphs]
    inside = [(said, Place(1, row, column)) for row, line in enumerate(CELLS, 1) for column, said in enumerate(line, 1)]
    assert found == [("见下表。", None), *inside, ("表后。", None)]


def test_merged_cells_have_their_spans() -> None:
    frame = rule(74, 200, 314, 200) + rule(154, 220, 314, 220) + rule(74, 240, 314, 240) + rule(74, 260, 314, 260)
    posts = rule(74, 200, 74, 260) + rule(154, 200, 154, 260) + rule(234, 220, 234, 260) + rule(314, 200, 314, 260)
    said = [(80, 212, "小区"), (160, 204, "资金"), (160, 224, "下达"), (240, 224, "支出"), (80, 244, "绿苑")]
    found = reading(frame + posts + "".join(text(x, y, each, 10) for x, y, each in said)).paragraphs
    assert [(each.text, each.place) for each in found] == [
        ("小区", Place(1, 1, 1, 1, 2)),
        ("资金", Place(1, 1, 2, 2, 1)),
        ("下达", Place(1, 2, 2)),
        ("支出", Place(1, 2, 3)),
        ("绿苑", Place(1, 3, 1)),
        ("", Place(1, 3, 2)),
        ("", Place(1, 3, 3)),
    ]


def test_a_table_over_two_pages_is_one_and_its_head_is_read_once() -> None:
    upper = lines(["见下表。"]) + table(74, 700, [100, 80, 80], CELLS[:2]) + text(290, 800, "1", 9)
    lower = table(74, 80, [100, 80, 80], [CELLS[0], CELLS[2]]) + text(290, 800, "2", 9)
    found = reading(upper, lower).paragraphs
    inside = [(said, Place(1, row, column)) for row, line in enumerate(CELLS, 1) for column, said in enumerate(line, 1)]
    assert [(each.text, each.place) for each in found[1:]] == inside
    assert {each.page for each in found[-3:]} == {2}


def test_tables_with_a_title_between_or_other_columns_stay_apart() -> None:
    upper = table(74, 700, [100, 80, 80], CELLS)
    for lower in (text(74, 100, "表2") + table(74, 130, [100, 80, 80], CELLS), table(74, 80, [100, 100, 60], CELLS)):
        found = reading(upper, lower).paragraphs
        assert max(each.place.table for each in found if each.place) == 2


def test_a_table_without_lines_at_its_sides_is_whole() -> None:
    def open_sided(top: float) -> str:
        lines = "".join(rule(74, top + 20 * each, 314, top + 20 * each) for each in range(4))
        posts = rule(174, top, 174, top + 60) + rule(254, top, 254, top + 60)
        said = [
            text((79, 179, 259)[column], top + 4 + 20 * row, CELLS[row][column], 10)
            for row in range(3)
            for column in range(3)
        ]
        return lines + posts + "".join(said)

    found = [
        (each.text, each.place)
        for each in reading(open_sided(200) + text(74, 300, "之间", 10) + open_sided(340)).paragraphs
    ]
    first = [(said, Place(1, row, column)) for row, line in enumerate(CELLS, 1) for column, said in enumerate(line, 1)]
    second = [(said, Place(2, row, column)) for row, line in enumerate(CELLS, 1) for column, said in enumerate(line, 1)]
    assert found == [*first, ("之间", None), *second]


def test_a_table_of_three_lines_is_read_line_by_line() -> None:
    lines = rule(74, 200, 314, 200) + rule(74, 220, 314, 220) + rule(74, 260, 314, 260)
    said = [text(79 + 90 * column, 204 + 20 * row, CELLS[row][column], 10) for row in range(3) for column in range(3)]
    assert texts(lines + "".join(said)) == ["\t".join(row) for row in CELLS]


def test_a_row_that_the_page_leaves_open_is_whole_again() -> None:
    posts = "".join(rule(x, 700, x, 760) for x in (74, 154, 234))
    upper = rule(74, 700, 234, 700) + rule(74, 725, 234, 725) + posts
    upper += (
        text(79, 705, "小区", 10)
        + text(159, 705, "户数", 10)
        + text(79, 740, "名字很长的绿洲", 10)
        + text(159, 740, "97", 10)
    )
    posts = "".join(rule(x, 60, x, 110) for x in (74, 154, 234))
    lower = rule(74, 85, 234, 85) + rule(74, 110, 234, 110) + posts
    lower += text(79, 65, "小区", 10) + text(79, 90, "合计", 10) + text(159, 90, "97", 10)
    found = [(each.text, each.place) for each in reading(upper, lower).paragraphs]
    assert found == [
        ("小区", Place(1, 1, 1)),
        ("户数", Place(1, 1, 2)),
        ("名字很长的绿洲小区", Place(1, 2, 1)),
        ("97", Place(1, 2, 2)),
        ("合计", Place(1, 3, 1)),
        ("97", Place(1, 3, 2)),
    ]


def test_lines_of_a_cell_are_joined_but_figures_one_above_the_other_are_not() -> None:
    frame = grid(74, 200, [100], 2, 60) + grid(174, 200, [100], 2, 60)
    wrapped = text(79, 205, "改造小区楼道照明", 11) + text(79, 220, "灯", 11)
    ended = text(179, 205, "第一行", 11) + text(179, 220, "第二行", 11)
    figures = text(79, 265, "1234567.89", 11) + text(79, 280, "2345678.90", 11)
    assert texts(frame + wrapped + ended + figures) == [
        "改造小区楼道照明灯",
        "第一行\n第二行",
        "1234567.89\n2345678.90",
        "",
    ]


def test_a_frame_around_text_and_the_bars_of_a_chart_are_no_table() -> None:
    assert texts(grid(74, 110, [400], 1, 40) + text(80, 120, "框内23栋")) == ["框内23栋"]
    bars = grid(74, 300, [5] * 40, 4, 5)
    assert texts(bars + text(74, 200, "说明")) == ["说明"]


def test_unread_pages_are_told() -> None:
    pages = [lines(["正文一段。"]), "", "", lines(["又一页。"]), ""]
    found = reading(*pages, picture=True)
    assert [each.text for each in found.paragraphs] == ["正文一段。", "又一页。"]
    assert found.notes == ("第2至3、5页是扫描件，没有文字，没有查",)


def test_all_scanned_is_refused_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match=r"扫描件.*OCR"):
        reading("", "", picture=True)


def test_a_font_that_gives_no_characters_is_told() -> None:
    garbled = pdf(text(74, 120, "看得见读不出")).replace(b"UniGB-UCS2-H", b"Identity-H  ").replace(b"GB1", b"Ide")
    with pytest.raises(Unreadable, match="乱码"):
        read_pdf(Path("报告.pdf"), garbled)


def test_radicals_in_place_of_characters_are_made_characters() -> None:
    assert texts(text(74, 120, "⼀、⽬标")) == ["一、目标"]
