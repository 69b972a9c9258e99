"""写语句：自己写的和 Ibis 写的，答案一样；一样的关系只写一次；不会写的交给 Ibis。"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any
from unittest.mock import patch

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest
from county_rows import occasion
from random_facts import REGIONS, random_facts

from anju.facts.checking import run_checks
from anju.facts.sql.values import Unwritten
from anju.facts.sql.writer import Writer
from anju.facts.store import FactStore, open_store, statement
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.measures.catalogue import MODULES, prepared
from anju.policy.loader import load_policy
from anju.scoring.assess import CHECK_PACKAGES
from anju.scoring.county import counties

POLICY = load_policy()


@pytest.mark.parametrize("seed", range(3))
def test_every_expression_there_is_has_one_answer_in_memory_by_our_writer_and_by_ibis(seed: int) -> None:
    with open_store(random_facts(Random(seed), POLICY)) as store:
        asked = _asked(store)
        for expression in asked:
            ours, theirs = Writer().statement(expression.op()), ibis.to_sql(expression, dialect="duckdb", pretty=False)
            answer = _answer(store, ours, expression)
            assert answer == _answer(store, str(theirs), expression), ours
            assert answer == Counter(map(str, store.engine.rows(expression.op()))), ours
    assert len(asked) > len(prepared(tuple(MODULES), occasion()).plan.expressions)


def _asked(store: FactStore) -> list[ir.Table]:
    """What scoring and the checks ask of these facts."""
    asked: dict[Any, ir.Table] = {}
    by_hand = FactStore._by_hand

    def kept(self: FactStore, expression: ir.Table) -> list[dict[str, Any]] | None:
        asked[expression.op()] = expression
        return by_hand(self, expression)

    with patch.object(FactStore, "_by_hand", kept):
        for region in REGIONS:
            where = occasion(region=region)
            counties(store, where, MODULES)
            for package in CHECK_PACKAGES:
                run_checks(package, store, where)
    return list(asked.values())


def _answer(store: FactStore, sql: str, expression: ir.Table) -> Counter[str]:
    found: pa.Table = store.connection.execute(sql).to_arrow_table()
    return Counter(map(str, found.cast(expression.schema().to_pyarrow()).to_pylist()))


def test_a_relation_used_twice_is_written_once() -> None:
    rows = MOVES.rows.group_by("region").aggregate(total=MOVES.rows.amount_fen.sum())
    both = ibis.union(rows, rows.filter(rows.total > 0))
    text = Writer().statement(both.op())
    assert text.startswith("WITH ")
    assert text.count("SUM(") == 1


def test_an_order_and_a_limit_stay_with_their_rows() -> None:
    table = pa.Table.from_pylist(
        [{"region": "150822", "year": 2023, "id": str(n), "amount_fen": n, "assurance": "stated"} for n in range(9)],
        schema=MOVES.arrow,
    )
    rows = MOVES.rows.order_by(MOVES.rows.amount_fen.desc()).limit(3)
    last = rows.order_by(rows.amount_fen).select("id")
    assert _ids(table, last) == ["6", "7", "8"]
    assert _ids(table, rows.filter(rows.amount_fen != 7).order_by("amount_fen").select("id")) == ["6", "8"]


def _ids(table: pa.Table, expression: ir.Table) -> list[str]:
    with open_store({MOVES.name: table}) as store:
        found: pa.Table = store.connection.execute(Writer().statement(expression.op())).to_arrow_table()
    ids: list[str] = found["id"].to_pylist()
    return ids


@pytest.mark.parametrize("words", ["it's", '"', "100%", "小区", ""])
def test_words_are_taken_as_they_stand(words: str) -> None:
    table = pa.Table.from_pylist(
        [{"region": words, "year": 2023, "id": "1", "assurance": "stated"}], schema=MOVES.arrow
    )
    assert _ids(table, MOVES.rows.filter(MOVES.rows.region == words).select("id")) == ["1"]


def test_what_it_does_not_know_ibis_writes() -> None:
    rows = RENOVATIONS.rows
    mean = rows.group_by("region").aggregate(mean=rows.buildings_planned.mean())
    with pytest.raises(Unwritten):
        Writer().statement(mean.op())
    assert "AVG(" in statement(mean)
