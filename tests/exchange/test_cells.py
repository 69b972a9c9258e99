"""A cell is read as people write it, and refused where it has two readings."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from anju.exchange.cells import Raw, Unreadable, parse
from anju.facts._column import Column, Kind
from anju.facts.store import TABLES
from anju.kernel.unit import unit
from anju.policy.loader import load_policy


def column(table: str, name: str, shown: str | None = None) -> Column:
    found = TABLES[table].by_name[name]
    return found if shown is None else replace(found, shown=unit(shown).symbol)


AMOUNT = column("fund_moves", "amount_fen")
AREA = column("communities", "area_dm2")
HOUSEHOLDS = column("communities", "households")
MOVED = column("fund_moves", "moved_on")
SHARE = column("judgements", "share")
POINTS = column("goals", "weight")


def read(where: Column, raw: Raw) -> Any:
    return parse(where, raw, load_policy())


@pytest.mark.parametrize(
    ("where", "raw", "stored"),
    [
        (AMOUNT, "2033.23", 2033230000),
        (AMOUNT, "２，０３３．２３", 2033230000),
        (AMOUNT, "20332300元", 2033230000),
        (AMOUNT, "0.203323亿元", 2033230000),
        (AMOUNT, "负七十九点零一", -79010000),
        (AMOUNT, 2000 / 3, 666666667),
        (column("fund_moves", "amount_fen", "元"), 20332300.005, 2033230000),
        (column("fund_moves", "amount_fen", "元"), 20332300.01, 2033230001),
        (column("fund_moves", "amount_fen", "亿元"), 0.203323, 2033230000),
        (AREA, "8.44万㎡", 8440000),
        (AREA, "84,400平方米 ", 8440000),
        (AREA, 8.44, 8440000),
        (column("communities", "area_dm2", "㎡"), 84400, 8440000),
        (column("communities", "area_dm2", "亩"), 3, 200000),
        (HOUSEHOLDS, "776户", 776),
        (HOUSEHOLDS, " 1,200 ", 1200),
        (HOUSEHOLDS, "七百七十六", 776),
        (column("communities", "households", "万户"), "0.12", 1200),
        (column("communities", "households", "万户"), "0.12万户", 1200),
        (column("acceptances", "parties"), "5方", 5),
        (column("communities", "built_year"), "1998年", 1998),
        (column("communities", "built_year"), datetime(1998, 5, 1), 1998),
        (MOVED, "2023年5月", date(2023, 5, 31)),
        (MOVED, "2023.5.1", date(2023, 5, 1)),
        (MOVED, 20230501, date(2023, 5, 1)),
        (MOVED, 2023.5, date(2023, 5, 31)),
        (MOVED, "2023.01", date(2023, 1, 31)),
        (MOVED, datetime(2023, 5, 1, 9, 30), date(2023, 5, 1)),
        (SHARE, "85%", 8500),
        (SHARE, "８５．５％", 8550),
        (SHARE, 85, 8500),
        (SHARE, "0.5%", 50),
        (SHARE, 0, 0),
        (POINTS, "0.5", 5000),
        (POINTS, "10分", 100000),
        (column("work_items", "done_milli"), "1.205", 1205),
        (column("fund_moves", "kind"), " 拨 付", "拨付"),
        (column("fund_moves", "kind"), "财政拨付项目单位", "拨付"),
        (column("fund_moves", "assurance"), "文件载明", "stated"),
        (column("fund_moves", "payee"), " 某公司　", "某公司"),
        (column("fund_moves", "id"), 1.0, "1"),
        (column("fund_moves", "id"), datetime(2023, 5, 1), "2023-05-01"),
        (column("fund_moves", "payee_code"), "9135 0100m000100y43", "91350100M000100Y43"),
        (column("handovers", "handed"), "√", True),
        (column("handovers", "handed"), "否", False),
        (AMOUNT, "　", None),
        (AMOUNT, None, None),
    ],
)
def test_a_cell_is_read_as_it_is_written(where: Column, raw: Raw, stored: object) -> None:
    assert read(where, raw) == stored


@pytest.mark.parametrize(
    ("where", "raw", "said"),
    [
        (AMOUNT, "约20万", "不是一个确定的数"),
        (AMOUNT, "20㎡", "以万元计"),
        (AMOUNT, "20美元", "不认识计量单位"),
        (AMOUNT, "0.0000001", "少写几位小数"),
        (AMOUNT, True, "不是数"),
        (AMOUNT, "100000000亿元", "大得不合常理"),
        (AMOUNT, 1e30, "大得不合常理"),
        (column("communities", "area_dm2", "亩"), 1, "最小单位"),
        (HOUSEHOLDS, "776.5", "应当是整数"),
        (HOUSEHOLDS, -1, "不能是负数"),
        (HOUSEHOLDS, "776栋", "不是一个确定的数"),
        (column("communities", "built_year"), "98", "不是年份"),
        (MOVED, "2023年2月30日", "不是日历上的日期"),
        (MOVED, 45047, "不是日期"),
        (MOVED, 2023.1, "1月还是10月"),
        (MOVED, "2023.1", "1月还是10月"),
        (SHARE, 0.85, "0.85%还是85.00%"),
        (SHARE, 1, "分不清"),
        (SHARE, "85.555%", "小数位太多"),
        (column("fund_moves", "kind"), "划拨", "可填的词"),
        (column("fund_moves", "payee_code"), "91350100M000100Y44", "校验码不符"),
        (column("handovers", "handed"), "部分", "“是”或“否”"),
    ],
)
def test_what_has_no_one_reading_is_refused(where: Column, raw: Raw, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(where, raw)


def test_every_kind_of_column_has_a_reading() -> None:
    for table in TABLES.values():
        for each in table.columns:
            assert read(each, None) is None
            assert each.kind in Kind
