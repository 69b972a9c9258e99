"""Tables that were dissolved into plain lines are put together again, each figure at its place in the original."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anju.checker.extract import extract
from anju.checker.extract.tables import Grid, flattened
from anju.checker.reading import Paragraph, Reading

ROWS = [
    ["序号", "地区", "计划（个）", "完成投资（万元）", "开工率"],
    ["1", "甲县", "150", "86157.25", "95.33%"],
    ["2", "乙县", "71", "13,533.40", "61.97%"],
    ["3", "丙县", "87", "19099", "81.61%"],
]
TOTAL = ["合计", "308", "118789.65", "83%"]
FIGURES = [
    "150个",
    "86157.25万元",
    "95.33%",
    "71个",
    "13533.40万元",
    "61.97%",
    "87个",
    "19099万元",
    "81.61%",
    "308个",
    "118789.65万元",
    "83%",
]


def paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(number, line) for number, line in enumerate(text.splitlines(), 1)]


def figures(grids: list[Grid]) -> list[str]:
    return [str(cell.quantity) for grid in grids for row in grid.body for cell in row if cell.quantity is not None]


def lines(between: str, short: bool = True) -> str:
    total = TOTAL if short else ["合计", "", *TOTAL[1:]]
    return "\n".join(between.join(row) for row in [*ROWS, total])


CELLS = [cell for row in [*ROWS, TOTAL] for cell in row]
FORMS = {
    "末尾竖线": "\n".join(f"{cell} |" for cell in CELLS),
    "单独竖线": "\n|\n".join(CELLS),
    "没有记号": "\n".join(CELLS),
    "竖线隔开": lines(" | ", short=False),
    "竖线框住": "\n".join(f"| {' | '.join(row)} |" for row in [*ROWS, ["合计", "", *TOTAL[1:]]]),
    "标记文本": "\n".join(
        f"| {' | '.join(row)} |" for row in [ROWS[0], ["---"] * 5, *ROWS[1:], ["合计", "", *TOTAL[1:]]]
    ),
    "制表符": lines("\t", short=False),
    "两个空白": lines("   "),
    "一个空白": lines(" "),
    "全角空白": lines("\u3000"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_way_of_dissolving_gives_the_same_figures(form: str) -> None:
    found, consumed = flattened(paragraphs(f"各县情况如下表所示，请予审核。\n{FORMS[form]}"))
    assert figures(found) == FIGURES
    assert consumed == set(range(2, 2 + len(FORMS[form].splitlines())))
    assert found[0].body[-1][-1].stub == "合计"


@pytest.mark.parametrize("form", FORMS)
def test_every_figure_points_to_its_place(form: str) -> None:
    text = FORMS[form].splitlines()
    for grid in flattened(paragraphs(FORMS[form]))[0]:
        for row in grid.rows:
            for cell in row:
                where = cell.where
                assert text[(where.paragraph or 0) - 1][where.start : where.end] == cell.text == where.text


@pytest.mark.parametrize("form", FORMS)
def test_what_is_a_table_is_no_prose(form: str) -> None:
    found = extract(Reading("x", "txt", tuple(paragraphs(FORMS[form]))))
    assert (len(found.claims), found.figures) == (0, len(FIGURES))


def test_a_form_pressed_into_a_line() -> None:
    text = "项目资金 (万元) 年初预算数 全年执行数 分值 得分 年度资金总额: 9 8.5 10 9.4 其中:财政拨款 5 4.974"
    (grid,), consumed = flattened(paragraphs(text))
    assert figures([grid]) == ["9万元", "8.5万元", "10分", "9.4分", "5万元", "4.974万元"]
    assert consumed == {1}


def test_a_form_of_several_tables_is_read_table_by_table() -> None:
    form = """项目名称 | 人居环境整治 | 主管部门 | 某镇
项目资金（万元） | | 全年预算数 | 全年执行数 | 分值 | 得分
年度资金总额 | 196.5 | 188.64 | 10 | 9.6
其中：财政拨款 | 196.5 | 188.64 | - | -
绩效指标 | 三级指标 | 实际完成值 | 分值 | 得分
产出指标 | 户厕改造 | 326座 | 60 | 58.5
满意度指标 | 村民满意度 | 93.4% | 30 | 30
总分 | | | 100 | 98.1"""
    grids = extract(Reading("a", "txt", tuple(paragraphs(form)))).grids
    assert all(grid.trusted for grid in grids)
    heads = {str(cell.quantity): cell.head for grid in grids for row in grid.body for cell in row if cell.quantity}
    assert (heads["9.6分"], heads["58.5分"], heads["188.64万元"]) == ("得分", "得分", "全年执行数")


def test_a_total_whose_blanks_are_left_out_stands_under_the_figures() -> None:
    cells = [
        "序号",
        "乡镇",
        "项目",
        "金额",
        "备注",
        "1",
        "石门镇",
        "排洪渠",
        "20",
        "",
        "2",
        "桃溪乡",
        "水圳",
        "15",
        "",
        "合计",
        "35",
    ]
    grids = extract(
        Reading("a", "txt", tuple(paragraphs("单位：万元\n" + "\n".join(f"{cell} |" for cell in cells))))
    ).grids
    assert [(cell.head, cell.said) for cell in grids[0].rows[-1] if cell.quantity] == [("金额", "35万元")]


def test_the_last_sentence_above_gives_its_unit() -> None:
    told = "尊敬的业主：现将本小区二〇二三年度物业服务收支情况公示如下，请各位业主监督，有疑问的可到物业服务中心查询。"
    text = f"{told}具体收入明细见下表（单位：万元）："
    table = "项目 | 金额\n物业费 | 142.30\n公共收益 | 16.84\n合计 | 159.14"
    assert figures(list(extract(Reading("a", "txt", tuple(paragraphs(f"{text}\n{table}")))).grids)) == [
        "142.30万元",
        "16.84万元",
        "159.14万元",
    ]


def test_rows_of_unequal_length_cannot_be_trusted() -> None:
    text = "学段 | 项目 | 春 | 秋 | 全年\n小学 | 助学金 | 27.1 | 313 | 26.9 | 54\n免费教科书 | 584.7 | 727.9 | 1312.6"
    (grid,), _ = flattened(paragraphs(text))
    assert not grid.trusted
    assert figures([grid]) == ["27.1", "313", "26.9", "54", "584.7", "727.9", "1312.6"]


@pytest.mark.parametrize(
    "text",
    [
        "全县改造7个小区，共776户。\n总投资2033.23万元。\n资金已到位。\n验收合格。",
        "一、概况\n（一）任务\n2023年改造7个小区\n二、资金\n（一）到位\n到位2100万元\n三、效果\n满意度96%\n四、建议",
        "联系人：张某  电话：12345678\n2024年1月30日",
        "7个 小区 776户 8.44万㎡",
        "1 2 3\n4 5 6\n7 8 9\n10 11 12",
    ],
)
def test_prose_and_lists_are_no_tables(text: str) -> None:
    assert flattened(paragraphs(text)) == ([], set())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(alphabet="甲乙合计12.,%| \t\u3000。", max_size=12), max_size=40))
def test_whatever_stands_there_is_read_once(given_lines: list[str]) -> None:
    found, consumed = flattened([Paragraph(number, line) for number, line in enumerate(given_lines, 1)])
    places = [(cell.paragraph, cell.start) for grid in found for row in grid.rows for cell in row if cell.text]
    assert len(places) == len(set(places))
    assert {paragraph for paragraph, _ in places} <= consumed
