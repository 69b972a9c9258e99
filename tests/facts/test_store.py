"""事实库：同样的式子，语句只写一遍；几条语句并排跑，结果与逐条跑的一样；内存里的表和文件一视同仁。"""

from __future__ import annotations

from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from anju.facts.store import FactStore, open_store, statement
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.facts.tables.regions import TABLE as REGIONS

ROWS = [
    {"region": "150822", "year": 2023, "id": str(n), "kind": kind, "amount_fen": n, "assurance": "stated"}
    for n, kind in enumerate(["下达", "到位", "拨付", "支付"] * 5)
]
TABLE = pa.Table.from_pylist(ROWS, schema=MOVES.arrow)


def of_kind(kind: str) -> ir.Table:
    return MOVES.rows.filter(MOVES.rows.kind == kind).group_by("region").aggregate(paid=MOVES.rows.amount_fen.sum())


@pytest.fixture(params=["memory", "duckdb", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> FactStore:
    if request.param != "file":
        return FactStore({MOVES.name: TABLE}, few=0 if request.param == "duckdb" else 100)
    path = tmp_path / "it's.parquet"
    pq.write_table(TABLE, path)
    return FactStore(parquet={MOVES.name: path})


def test_side_by_side_gives_what_one_by_one_gives(store: FactStore) -> None:
    asked = [of_kind(kind) for kind in ("支付", "下达", "到位", "没有")] * 3
    assert store.run_all(asked) == [store.run(each) for each in asked]
    assert store.rows(asked[0]) == [{"region": "150822", "paid": 3 + 7 + 11 + 15 + 19}]


def test_duckdb_is_asked_only_where_rows_are_many_or_an_operation_is_not_known_in_memory() -> None:
    mean = MOVES.rows.group_by("region").aggregate(mean=MOVES.rows.amount_fen.mean())
    with open_store({MOVES.name: TABLE}) as store:
        assert store.rows(of_kind("支付"))
        assert "connection" not in vars(store)
        assert store.rows(mean) == [{"region": "150822", "mean": 9.5}]
        assert "connection" in vars(store)
    with open_store({MOVES.name: TABLE}, few=len(ROWS) - 1) as store:
        assert store.rows(REGIONS.rows) == []
        assert "connection" not in vars(store)
        assert store.rows(of_kind("支付"))
        assert "connection" in vars(store)


def test_a_whole_table_comes_back_in_its_declared_schema(store: FactStore) -> None:
    assert store.table(MOVES.name).equals(TABLE)
    assert store.table(REGIONS.name).schema == REGIONS.arrow


def test_a_fault_in_one_statement_is_not_swallowed() -> None:
    with open_store({}) as store, pytest.raises(Exception, match="no_such_table"):
        store.run_all([MOVES.rows, MOVES.rows.view(), ibis.table({"region": "string"}, name="no_such_table")])


def test_equal_expressions_are_one_statement() -> None:
    assert statement(of_kind("支付")) is statement(of_kind("支付"))
    assert statement(of_kind("支付")) != statement(of_kind("下达"))
