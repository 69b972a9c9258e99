"""A heading is known however it is typed; a unit nobody knows is never guessed."""

import pytest

from anju.exchange.catalogue import SHEETS, data_sheets
from anju.exchange.headings import Heading, fold, match, nearest, noted_units
from anju.exchange.layout import heading
from anju.kernel.unit import Dimension

MOVES = SHEETS["fund_moves"].shown
COMMUNITIES = SHEETS["communities"].shown


def known(text: str, columns: tuple = MOVES) -> Heading:  # type: ignore[type-arg]
    found = match(text, columns)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("金额（万元）", "amount_fen", "万元"),
        ("金额(万元)", "amount_fen", "万元"),
        ("* 金额\n（万元）", "amount_fen", "万元"),
        ("金　额 【万元】", "amount_fen", "万元"),
        ("金额（单位：元）", "amount_fen", "元"),
        ("金额:亿元", "amount_fen", "亿元"),
        ("金额万元", "amount_fen", "万元"),
        ("＊编号（必填）", "id", ""),
        ("事\u200b项", "kind", ""),
        ("办理日期（年月日）", "moved_on", ""),
    ],
)
def test_headings_are_known_however_they_are_typed(text: str, name: str, unit: str) -> None:
    found = known(text)
    assert (found.column.name, found.column.shown, found.fault) == (name, unit, "")


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("现有建筑面积（平方米）", "area_dm2", "㎡"),
        ("现有建筑面积（亩）", "area_dm2", "亩"),
        ("现有户数", "households", "户"),
        ("现有户数（万户）", "households", "万户"),
        ("街道(社区)", "street", ""),
    ],
)
def test_units_in_headings_are_known(text: str, name: str, unit: str) -> None:
    found = known(text, COMMUNITIES)
    assert (found.column.name, found.column.shown, found.fault) == (name, unit, "")


@pytest.mark.parametrize(
    ("text", "columns", "fault"),
    [
        ("金额", MOVES, "missing_unit"),
        ("金额（美元）", MOVES, "unknown_unit"),
        ("金额（㎡）", MOVES, "unknown_unit"),
        ("现有户数（栋）", COMMUNITIES, "unknown_unit"),
        ("现有建筑面积", COMMUNITIES, "missing_unit"),
        ("计划数量（km）", SHEETS["work_items"].shown, "unknown_unit"),
        ("得分比例（分）", SHEETS["judgements"].shown, "unknown_unit"),
    ],
)
def test_a_unit_that_is_unclear_is_a_fault(text: str, columns: tuple, fault: str) -> None:  # type: ignore[type-arg]
    found = known(text, columns)
    assert found.fault == fault
    assert found.why


@pytest.mark.parametrize("text", ["拨款额（万元）", "金额合计", "编号甲", "", " ", "备注"])
def test_strangers_are_strangers(text: str) -> None:
    assert match(text, MOVES) is None


def test_a_unit_noted_above_holds_for_the_sheet() -> None:
    noted = noted_units(["单位：万元、㎡", "填报单位：某局", "（单位:元）"])
    assert noted == {Dimension.MONEY: "元", Dimension.AREA: "㎡"}
    found = match("金额", MOVES, {Dimension.MONEY: "元"})
    assert found is not None
    assert (found.column.shown, found.fault) == ("元", "")


def test_the_likeliest_columns_are_named_first() -> None:
    assert nearest("拨付金额", MOVES)[0] == "金额（万元）"


@pytest.mark.parametrize("sheet", data_sheets(), ids=lambda sheet: sheet.table.name)
def test_the_templates_own_headings_name_their_own_columns(sheet: object) -> None:
    for column in sheet.shown:  # type: ignore[attr-defined]
        found = match(heading(column), sheet.shown)  # type: ignore[attr-defined]
        assert found is not None
        assert (found.column, found.fault) == (column, "")
    folded = [fold(column.zh) for column in sheet.shown]  # type: ignore[attr-defined]
    assert len(set(folded)) == len(folded)
