"""Tables by grid: every figure with its unit, the name of its row and the heads above it; what is no figure is none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from report_cases import reading

from anju.checker.extract.mention import Qualifier
from anju.checker.extract.tables import Cell, Grid, grids
from anju.checker.reading import Paragraph, Place, Reading

Table = Sequence[Sequence[str | None]]


def made(table: Table, text: str = "") -> list[Grid]:
    return grids(reading(text, table))


def figures(table: Table, text: str = "") -> list[str]:
    """The figures of the bodies, with their units, in order."""
    cells = [cell for grid in made(table, text) for row in grid.body for cell in row if cell.quantity is not None]
    return [f"{cell.quantity}{'/' + cell.per if cell.per else ''}" for cell in cells]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("金额（万元）", "12万元"),
        ("金额 ( 万元 )", "12万元"),
        ("改造面积/万㎡", "12万㎡"),
        ("改造面积（单位：万平方米）", "12万㎡"),
        ("投资额，单位：亿元", "12亿元"),
        ("计划投资万元", "12万元"),
        ("单价（元/㎡）", "12元/㎡"),
        ("单价（元/户）", "12元/户"),
        ("户数", "12户"),
        ("涉及住户数", "12户"),
        ("楼栋数", "12栋"),
        ("参加人数", "12人"),
        ("改造小区数", "12个"),
        ("开工率（%）", "12%"),
        ("得分", "12分"),
        ("管网长度（公里）", "12公里"),
        ("金额", "12"),
        ("施工单位", "12"),
        ("金额（2023年）", "12"),
        ("管道單元", "12"),
    ],
)
def test_a_head_gives_its_unit_to_the_figures_below(head: str, unit: str) -> None:
    assert figures([["名称", head], ["甲", "12"]]) == [unit]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("单位：万元", ["10.5万元", "20户", "3.3", "7栋"]),
        ("（金额单位：元）", ["10.5元", "20户", "3.3", "7栋"]),
        ("计量单位：万元、万平方米、户", ["10.5万元", "20户", "3.3万㎡", "7栋"]),
        ("单位：某县住房和城乡建设局", ["10.5", "20户", "3.3", "7栋"]),
        ("表1 资金情况（单位：万元）", ["10.5万元", "20户", "3.3", "7栋"]),
        ("各地情况如下：", ["10.5", "20户", "3.3", "7栋"]),
    ],
)
def test_the_line_above_gives_its_unit_where_the_words_allow_it(line: str, found: list[str]) -> None:
    table = [["小区", "到位资金", "户数", "建筑面积", "楼栋数"], ["甲", "10.5", "20", "3.3", "7"]]
    assert figures(table, f"资金情况\n{line}") == found


def test_the_line_above_may_stand_in_the_table_itself() -> None:
    found = grids(
        Reading(
            "x",
            "docx",
            (
                Paragraph(1, "资金到位情况表", Place(1, 1, 1, 3)),
                Paragraph(2, "单位：万元", Place(1, 2, 1, 3)),
                Paragraph(3, "来源", Place(1, 3, 1)),
                Paragraph(4, "计划", Place(1, 3, 2)),
                Paragraph(5, "到位", Place(1, 3, 3)),
                Paragraph(6, "中央", Place(1, 4, 1)),
                Paragraph(7, "10", Place(1, 4, 2)),
                Paragraph(8, "9.5", Place(1, 4, 3)),
            ),
        )
    )
    assert [str(cell.quantity) for cell in found[0].bare] == ["10万元", "9.5万元"]
    assert [cell.head for cell in found[0].body[0]] == ["来源", "计划", "到位"]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("1,234.56", "1234.56万元", Qualifier.NONE),
        ("１２３．５", "123.5万元", Qualifier.NONE),
        (" 2 033.23 ", "2033.23万元", Qualifier.NONE),
        ("-5.2", "-5.2万元", Qualifier.NONE),
        ("−5.2", "-5.2万元", Qualifier.NONE),
        ("+3", "3万元", Qualifier.NONE),
        ("0", "0万元", Qualifier.NONE),
        ("0.00", "0.00万元", Qualifier.NONE),
        ("约3.5", "3.5万元", Qualifier.ABOUT),
        ("≥90%", "90%", Qualifier.AT_LEAST),
        ("≤5300元", "5300元", Qualifier.AT_MOST),
        ("不低于20", "20万元", Qualifier.AT_LEAST),
        ("23栋", "23栋", Qualifier.NONE),
        ("12个小区", "12个", Qualifier.NONE),
        ("100百分比", "100%", Qualifier.NONE),
        ("30\n万元", "30万元", Qualifier.NONE),
    ],
)
def test_a_cell_is_a_figure(text: str, value: str, qualifier: Qualifier) -> None:
    (grid,) = made([["名称", "金额（万元）"], ["甲", text]])
    cell: Cell = grid.body[0][1]
    assert (str(cell.quantity), cell.qualifier) == (value, qualifier)


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "—",
        "——",
        "/",
        "",
        " ",
        "无",
        "12/15",
        "12\n15",
        "2023年",
        "2023年12月",
        "6月30日",
        "1-7号楼",
        "甲",
        "见注3",
        "3—5",
    ],
)
def test_a_cell_is_no_figure_and_never_nothing(text: str) -> None:
    (grid,) = made([["名称", "金额（万元）"], ["甲", text]])
    assert grid.body[0][1].quantity is None


def test_ordinals_years_and_codes_are_no_figures() -> None:
    table = [
        ["序号", "科目编码", "小区", "建成年份", "楼号", "户数"],
        ["1", "201", "甲", "1998", "3", "20"],
        ["2", "20101", "乙", "2001", "5", "30"],
    ]
    assert figures(table) == ["20户", "30户"]


def test_a_first_column_without_a_head_counts_the_rows() -> None:
    assert figures([["", "小区", "户数"], ["1", "甲", "20"], ["2", "乙", "30"], ["3", "丙", "40"]]) == [
        "20户",
        "30户",
        "40户",
    ]


def test_merged_heads_are_spread_and_joined() -> None:
    cells = (
        ("地区", Place(1, 1, 1, 1, 2)),
        ("2022年", Place(1, 1, 2, 2)),
        ("2023年", Place(1, 1, 4, 2)),
        ("户数", Place(1, 2, 2)),
        ("投资（万元）", Place(1, 2, 3)),
        ("户数", Place(1, 2, 4)),
        ("投资（万元）", Place(1, 2, 5)),
        ("甲", Place(1, 3, 1)),
        ("10", Place(1, 3, 2)),
        ("20.5", Place(1, 3, 3)),
        ("11", Place(1, 3, 4)),
        ("21.5", Place(1, 3, 5)),
    )
    found = grids(Reading("x", "docx", tuple(Paragraph(n, text, place) for n, (text, place) in enumerate(cells, 1))))
    (row,) = found[0].body
    assert [cell.head for cell in row] == ["地区", "2022年户数", "2022年投资(万元)", "2023年户数", "2023年投资(万元)"]
    assert [str(cell.quantity) for cell in row[1:]] == ["10户", "20.5万元", "11户", "21.5万元"]


def test_a_column_of_units_and_the_names_of_rows_give_units() -> None:
    table = [["指标", "计量单位", "计划", "完成"], ["小区", "个", "7", "7"], ["面积", "万平方米", "8.44", "8.44"]]
    assert figures(table) == ["7个", "7个", "8.44万㎡", "8.44万㎡"]
    table = [["指标", "一季度", "二季度"], ["开工（个）", "3", "4"], ["投资（亿元）", "0.9", "1.5"]]
    assert figures(table) == ["3个", "4个", "0.9亿元", "1.5亿元"]


def test_names_stand_to_the_left_where_nothing_stands_above() -> None:
    table = [["总投资（万元）", "310.5", "户数", "776"], ["建筑面积（㎡）", "8400", "楼栋数", "23"]]
    assert figures(table) == ["310.5万元", "776户", "8400㎡", "23栋"]
    assert [cell.stub for cell in made(table)[0].body[0] if cell.quantity] == ["总投资(万元)", "户数"]


def test_a_form_changes_its_head_in_the_middle() -> None:
    table = [
        ["项目资金（万元）", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "95", "76", "10", "80%", "8"],
        ["三级指标", "年度指标值", "实际完成值", "分值", "权重", "得分"],
        ["改造小区数", "≥7个", "7个", "60", "", "60"],
        ["总分", "", "", "100", "", "98"],
    ]
    found = made(table)
    assert len(found) == 2
    assert figures(table)[:5] == ["95万元", "76万元", "10分", "80%", "8分"]
    assert [cell.head for cell in found[1].body[0]] == table[2]


def test_a_row_knows_its_name_and_the_groups_above_it() -> None:
    cells = (
        ("片区", Place(1, 1, 1)),
        ("小区", Place(1, 1, 2)),
        ("建成年份", Place(1, 1, 3)),
        ("户数", Place(1, 1, 4)),
        ("城东", Place(1, 2, 1, 1, 2)),
        ("绿苑小区", Place(1, 2, 2)),
        ("1998", Place(1, 2, 3)),
        ("20", Place(1, 2, 4)),
        ("绿洲小区", Place(1, 3, 2)),
        ("2001", Place(1, 3, 3)),
        ("30", Place(1, 3, 4)),
    )
    found = grids(Reading("x", "docx", tuple(Paragraph(n, text, place) for n, (text, place) in enumerate(cells, 1))))
    assert [(row[-1].stub, row[-1].group) for row in found[0].body] == [
        ("绿苑小区", ("城东",)),
        ("绿洲小区", ("城东",)),
    ]


def test_a_row_that_is_open_is_no_head() -> None:
    table = [["小区", "到位（万元）", "竣工时间"], ["甲", "—", "—"], ["乙", "10.5", "2023.06"]]
    assert figures(table) == ["10.5万元"]
    assert len(made(table)[0].body) == 2


def test_units_of_a_line_go_to_the_columns_that_can_have_them() -> None:
    table = [["地区", "学校数", "学生数", "补助资金", "覆盖率", "备注数"], ["甲", "3", "400", "12.5", "98", "7"]]
    assert figures(table, "单位：所、人、万元、%") == ["3所", "400人", "12.5万元", "98%", "7"]
