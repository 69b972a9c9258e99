"""A column converted as a whole is what its cells are one by one."""

from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.exchange.cells import Unreadable, parse
from anju.exchange.columns import as_typed, store
from anju.facts._column import Column, Kind
from anju.facts.store import TABLES
from anju.policy.loader import load_policy

AMOUNT = TABLES["fund_moves"].by_name["amount_fen"]
NUMERIC = [
    AMOUNT,
    replace(AMOUNT, shown="元"),
    replace(AMOUNT, shown="亿元"),
    TABLES["communities"].by_name["area_dm2"],
    replace(TABLES["communities"].by_name["area_dm2"], shown="亩"),
    TABLES["communities"].by_name["households"],
    replace(TABLES["communities"].by_name["households"], shown="万户"),
    TABLES["communities"].by_name["built_year"],
    TABLES["work_items"].by_name["done_milli"],
    TABLES["judgements"].by_name["share"],
    TABLES["goals"].by_name["weight"],
]
PLAIN = st.one_of(
    st.decimals(-(10**9), 10**9, allow_nan=False, places=8).map(lambda number: f"{number.normalize():f}"),
    st.decimals(-100, 3000, allow_nan=False, places=2).map(lambda number: f"{number.normalize():f}"),
    st.integers(-5, 2200).map(str),
    st.integers(-(10**17), 10**17).map(str),
    st.floats(-1e7, 1e7).map(lambda number: f"{number:.9f}"),
    st.sampled_from(["8.44万㎡", "２０３３．２３", "1,234.5", "约7", "nan", "inf", "1e5", "0.85", "1", " 12 ", "-0"]),
)


def one(column: Column, text: str) -> Any:
    try:
        return parse(column, as_typed(text.strip()), load_policy())
    except Unreadable:
        return Unreadable


@pytest.mark.parametrize("column", NUMERIC, ids=lambda column: f"{column.name}-{column.shown}")
@given(texts=st.lists(st.one_of(st.none(), PLAIN), max_size=12))
def test_a_column_of_figures_is_its_cells(column: Column, texts: list[str | None]) -> None:
    stored = store(column, pa.array(texts, pa.string()), load_policy())
    for index, text in enumerate(texts):
        expected = None if text is None else one(column, text)
        # In a unit finer than nine decimals can write, the reader refuses what one cell alone would round.
        if column.shown == "亿元" and text and len(text.rpartition(".")[2]) >= 9 and "." in text:
            expected = Unreadable
        if expected is Unreadable:
            assert index in stored.faults, text
            assert stored.values[index].as_py() is None
        else:
            assert index not in stored.faults, text
            assert stored.values[index].as_py() == expected, text


def test_texts_are_trimmed_and_cleared_of_what_excel_adds() -> None:
    column = TABLES["contracts"].by_name["title"]
    texts = [" 甲 ", "乙\u200b", "2023-05-01 00:00:00", "20332300.010000002", "=A1", "#REF!", None, "\ufeff"]
    stored = store(column, pa.array(texts), load_policy())
    assert stored.values.to_pylist() == ["甲", "乙", "2023-05-01", "20332300.01", None, None, None, None]
    assert set(stored.faults) == {4, 5}


def test_dates_that_name_no_day_are_told() -> None:
    texts = ["2023年5月", "2023-05-01 00:00:00", "2023年", None, "五月", "2023年5月"]
    stored = store(TABLES["fund_moves"].by_name["moved_on"], pa.array(texts), load_policy())
    may = date(2023, 5, 31)
    assert stored.coarse == [0, 2, 5]
    assert stored.values.to_pylist() == [may, date(2023, 5, 1), date(2023, 12, 31), None, None, may]
    assert set(stored.faults) == {4}


def test_only_the_system_records() -> None:
    column = TABLES["fund_moves"].by_name["assurance"]
    stored = store(column, pa.array(["系统记录", "recorded", "示例", "文件载明"]), load_policy())
    assert stored.values.to_pylist() == [None, None, "illustrative", "stated"]
    assert set(stored.faults) == {0, 1}


@pytest.mark.parametrize("kind", list(Kind))
def test_an_empty_column_stays_empty(kind: Kind) -> None:
    column = next((c for t in TABLES.values() for c in t.columns if c.kind is kind), None)
    assert column is not None
    stored = store(column, pa.nulls(3, pa.string()), load_policy())
    assert stored.values.type == kind.arrow
    assert stored.values.null_count == 3
