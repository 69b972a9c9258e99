"""What a report says in figures: each with its place in the original, its meaning, its time and its scope."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_cases import reading

from anju.checker.extract import extract
from anju.checker.extract.claim import Bound, Claim
from anju.checker.extract.folded import fold
from anju.checker.reading import Paragraph, Reading


def claims(text: str) -> list[Claim]:
    return list(extract(reading(text)).claims)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("总投资约为2033.23万元", ["2033.23万元"]),
        ("到位资金67,463.91万元和９０ 万元", ["67,463.91万元", "９０ 万元"]),
        ("实施30 511户、1 979栋", ["30 511户", "1 979栋"]),
        ("二十三栋住宅楼，七百七十六户", ["二十三栋", "七百七十六户"]),
        ("㎡与平方米：8.44万㎡、8.44 万 平方米", ["8.44万㎡", "8.44 万 平方米"]),
        ("完成率95.5%，提高3个百分点", ["95.5%", "3个百分点"]),
        ("安排资金19204.096万。", ["19204.096万"]),
        ("磴住建联发〔2024〕2号，财办预监〔2023〕40号", []),
        ("2023年12月31日至2024年1月，1—9月份，12月底，二〇二四年一月三十日", []),
        ("《关于2023年改造7个小区的通知》", []),
        ("第3批、第二条、附件1、表2、3号楼、1-7号楼", []),
        ("一、概况", []),
        ("（一）任务", []),
        ("1.资金到位", []),
        ("统一部署，进一步落实，一小区一档案，三县一区，四川省", []),
        ("单价2500元/户", ["2500元/户"]),
    ],
)
def test_quantities_are_found_and_nothing_else(text: str, found: list[str]) -> None:
    assert [each.where.text for each in claims(text)] == found


def test_a_claim_knows_what_when_and_whose_it_is() -> None:
    seven, area, funds = claims(
        "2023年计划改造绿苑小区、绿洲小区等7个老旧小区，共计8.44万平方米。\n其中，上级财政补助资金2021万元。"
    )
    assert (seven.thing, seven.period, seven.year, seven.bound) == ("小区", "2023年", 2023, Bound.SENTENCE)
    assert (seven.acts, seven.scopes, seven.subject) == (frozenset({"改造"}), frozenset({"计划"}), "")
    assert (area.thing, area.acts, area.period, area.base) == ("面积", frozenset({"改造"}), "2023年", Fraction(8440000))
    assert "其中" in funds.scopes
    assert funds.sources
    assert funds.bound is not Bound.SENTENCE


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2033.23万元", "2033.225", "2033.235"),
        ("约2000万元", "1960", "2040"),
        ("近100万元", "90", "100.5"),
        ("100余万元", "99.5", "110"),
        ("不少于100万元", "99.5", None),
        ("100万元以下", None, "100.5"),
    ],
)
def test_an_amount_is_an_interval(text: str, low: str | None, high: str | None) -> None:
    (claim,) = claims(text)
    ends = tuple(None if each is None else Fraction(each) * 1_000_000 for each in (low, high))
    assert claim.interval == ends


def test_a_line_broken_inside_a_figure_is_read_and_points_to_the_original() -> None:
    text = "总投资约为20\n33.23 万\n元，住户776户"
    (first, second) = extract(Reading("x", "txt", (Paragraph(1, text),))).claims
    assert first.where.text == "20\n33.23 万\n元"
    assert text[first.where.start : first.where.end] == first.where.text
    assert (str(first), second.where.text) == ("2033.23万元", "776户")


def test_bare_cells_take_the_unit_of_their_head() -> None:
    found = extract(reading("", [["小区", "金额（万元）", "户数"], ["绿苑小区", "10.5", "134"]]))
    (grid,) = found.grids
    assert [str(cell.quantity) for cell in grid.bare] == ["10.5万元", "134户"]
    assert found.figures == 2


@given(st.text(alphabet="7８.,0 　个万元㎡\n，。A", max_size=40), st.booleans())
def test_folding_points_back(text: str, wrapped: bool) -> None:
    folded = fold(text, wrapped=wrapped)
    for index in range(len(folded.text)):
        start, end = folded.span(index, index + 1)
        assert end == start + 1
        assert fold(text[start:end], wrapped=False).text in {folded.text[index], ""}
    assert folded.span(0, len(folded.text))[1] <= len(text)
