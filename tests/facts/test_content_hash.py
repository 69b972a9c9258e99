"""Same rows, same hash, whatever the writer, the order or the machine; one changed value, another hash."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from county_rows import tables
from hypothesis import given
from hypothesis import strategies as st

from anju.facts.content_hash import DoubledKey, content_hash
from anju.facts.store import TABLES

MOVES = {
    "资金流水": [
        {"编号": "1", "事项": "到位", "资金来源": "上级未细分", "金额": 2021, "小区": "*"},
        {"编号": "2", "事项": "到位", "资金来源": "地方未细分", "金额": "79.01", "小区": "*"},
        {"编号": "10", "事项": "拨付", "金额": "2100.01", "办理日期": "2023-12-31", "小区": "*"},
    ],
    "制度机制": [{"编号": "1", "类别": "专账", "已建立": "是", "文件名称": "专账\t管理\\办法\n二"}],
}


def test_canonical_form_is_what_the_docstring_says() -> None:
    """The hash is recomputed from the words of the docstring, without pyarrow."""
    lines = [
        "table institutions",
        "\tassurance=stated\tid=1\tkind=专账\tpresent=true\tregion=150822\ttitle=专账\\t管理\\\\办法\\n二\tyear=2023",
    ]
    expected = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    assert content_hash(tables({"制度机制": MOVES["制度机制"]})) == expected


@given(st.permutations(MOVES["资金流水"]))
def test_order_of_rows_does_not_matter(rows: list[dict[str, object]]) -> None:
    assert content_hash(tables({**MOVES, "资金流水": rows})) == content_hash(tables(MOVES))


@given(st.permutations([column.name for column in TABLES["fund_moves"].columns]))
def test_order_of_columns_does_not_matter(names: list[str]) -> None:
    found = tables(MOVES)
    shuffled = {**found, "fund_moves": found["fund_moves"].select(names)}
    assert content_hash(shuffled) == content_hash(found)


def test_decomposed_and_composed_text_are_the_same() -> None:
    composed, decomposed = ({"制度机制": [{"编号": "1", "类别": "专账", "文件名称": t}]} for t in ("é", "e\u0301"))
    assert content_hash(tables(composed)) == content_hash(tables(decomposed))


def test_an_empty_text_is_nothing() -> None:
    empty, none = ({"制度机制": [{"编号": "1", "类别": "专账"}]} for _ in range(2))
    filled = tables(empty)["institutions"]
    index = filled.schema.get_field_index("title")
    filled = filled.set_column(index, filled.schema.field(index), pa.array([""]))
    assert content_hash({"institutions": filled}) == content_hash(tables(none))


def test_empty_tables_add_nothing() -> None:
    every = {name: table.empty() for name, table in TABLES.items()}
    assert content_hash({**every, **tables(MOVES)}) == content_hash(tables(MOVES))


@pytest.mark.parametrize(("column", "value"), [("金额", "2021.01"), ("资金来源", "中央"), ("出处", "某文件")])
def test_one_changed_value_changes_the_hash(column: str, value: str) -> None:
    changed = [{**MOVES["资金流水"][0], column: value}, *MOVES["资金流水"][1:]]
    assert content_hash(tables({**MOVES, "资金流水": changed})) != content_hash(tables(MOVES))


def test_a_doubled_key_is_named() -> None:
    with pytest.raises(DoubledKey, match=r"资金流水.*'1'"):
        content_hash(tables({"资金流水": [MOVES["资金流水"][0]] * 2}))


@pytest.mark.parametrize("codec", ["snappy", "gzip", "uncompressed"])
def test_another_parquet_writer_gives_the_same_hash(tmp_path: Path, codec: str) -> None:
    found = tables(MOVES)
    path = tmp_path / "moves.parquet"
    moves = found["fund_moves"]  # noqa: F841 — DuckDB reads it by name
    duckdb.sql(f"COPY (SELECT * FROM moves ORDER BY id DESC) TO '{path}' (FORMAT parquet, CODEC '{codec}')")
    assert content_hash({**found, "fund_moves": pq.read_table(path)}) == content_hash(found)


@pytest.mark.parametrize("locale", ["C", "zh_CN.GBK", "tr_TR.UTF-8"])
def test_another_machines_locale_gives_the_same_hash(locale: str) -> None:
    script = (
        "from county_rows import tables; from anju.facts.content_hash import content_hash;"
        f"print(content_hash(tables({MOVES!a})))"
    )
    environment = {**os.environ, "LC_ALL": locale, "LANG": locale, "PYTHONPATH": str(Path(__file__).parents[1])}
    environment |= {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0", "PYTHONIOENCODING": "utf-8"}
    found = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-c", script], env=environment, capture_output=True, check=True
    )
    assert found.stdout.decode().strip() == content_hash(tables(MOVES))
