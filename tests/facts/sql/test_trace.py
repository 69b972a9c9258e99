"""追到事实：筛过、接过、并过、归过组，每一行仍说得出它是哪几行事实。"""

from __future__ import annotations

from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from anju.facts.sql.trace import Tracer
from anju.facts.sql.values import Unwritten
from anju.facts.store import TABLES, open_store
from anju.facts.tables.costings import TABLE as COSTINGS
from anju.facts.tables.governance import TABLE as GOVERNANCE
from anju.facts.tables.regions import TABLE as REGIONS
from anju.facts.tables.renovations import TABLE as RENOVATIONS
from anju.measures._rows import worst_assurance

PLAN = [("*", "stated"), ("C1", "recorded"), ("C2", "illustrative")]
SAID = [("C1", "stated")]
COSTS = [("C1", "概算", 100, "stated"), ("C1", "决算", 90, "recorded"), ("C2", "概算", 50, "illustrative")]


def table(rows: list[dict[str, Any]], of: Any) -> pa.Table:
    return pa.Table.from_pylist([{"region": "150822", "year": 2023, **row} for row in rows], schema=of.arrow)


FACTS = {
    RENOVATIONS.name: table([{"community": c, "assurance": a, "document": "计划"} for c, a in PLAN], RENOVATIONS),
    GOVERNANCE.name: table([{"community": c, "assurance": a} for c, a in SAID], GOVERNANCE),
    COSTINGS.name: table(
        [{"community": c, "stage": s, "amount_fen": n, "assurance": a} for c, s, n, a in COSTS], COSTINGS
    ),
}
ROWS, BESIDE, COSTED = RENOVATIONS.rows, GOVERNANCE.rows, COSTINGS.rows


def behind(expression: ir.Table, column: str = "assurance") -> dict[str, list[str]]:
    """Community → table and key of the rows behind it."""
    with open_store(FACTS) as store:
        found = store.traced(expression)
    return {row["community"]: [f"{each['table']}:{each['key']}" for each in row[f"#{column}"]] for row in found}


def test_a_row_of_a_fact_table_is_itself() -> None:
    with open_store(FACTS) as store:
        (found,) = store.traced(ROWS.filter(ROWS.community == "C1").select("community", "assurance"))
    row = {"table": "renovations", "key": "2023/C1", "assurance": "recorded", "document": "计划"}
    assert found == {"community": "C1", "assurance": "recorded", "#assurance": [row]}


def test_the_key_is_that_of_a_finding_and_a_table_keyed_by_region_has_none() -> None:
    with open_store({REGIONS.name: table([{"name": "磴口县", "assurance": "stated"}], REGIONS)}) as store:
        (found,) = store.traced(REGIONS.rows)
    assert found["#assurance"][0]["key"] == ""


def test_beside_the_plan_speaks_whoever_has_something_to_say() -> None:
    joined = ROWS.left_join(BESIDE, ["region", "community"], rname="said_{name}")
    spoken = joined.select("community", assurance=ibis.coalesce(joined.said_assurance, joined.assurance))
    assert behind(spoken) == {"*": ["renovations:2023/*"], "C1": ["governance:2023/C1"], "C2": ["renovations:2023/C2"]}


def test_a_union_keeps_the_rows_of_both_sides() -> None:
    both = ibis.union(
        ROWS.select("community", "assurance"),
        BESIDE.mutate(community=ibis.literal("也")).select("community", "assurance"),
    )
    assert behind(both)["也"] == ["governance:2023/C1"]
    assert behind(both)["C2"] == ["renovations:2023/C2"]


def test_a_union_of_which_one_side_speaks_of_no_rows_is_refused() -> None:
    mute = BESIDE.select("community", assurance=ibis.literal("stated"))
    with pytest.raises(Unwritten):
        Tracer(TABLES).statement(ibis.union(ROWS.select("community", "assurance"), mute).op())


def test_a_group_has_all_its_rows_behind_it_or_those_that_were_asked_for() -> None:
    real = COSTED.assurance != "illustrative"
    grouped = COSTED.group_by("region", "community")
    every, some = (grouped.aggregate(assurance=worst_assurance(COSTED, each)) for each in (None, real))
    assert behind(every) == {"C1": ["costings:2023/C1/决算", "costings:2023/C1/概算"], "C2": ["costings:2023/C2/概算"]}
    with open_store(FACTS) as store:
        found = {row["community"]: row["#assurance"] for row in store.traced(some)}
    assert len(found["C1"]) == 2
    assert found["C2"] is None


def test_an_amount_taken_from_one_row_of_a_group_names_that_row() -> None:
    rows = COSTED.mutate(place=COSTED.stage.cases(("决算", 0), else_=1))
    first = rows.amount_fen.argmin(rows.place)
    grouped = rows.group_by("region", "community").aggregate(
        amount=ibis.ifelse(first.notnull(), first, 0), assurance=worst_assurance(rows)
    )
    assert behind(grouped, "amount")["C1"] == ["costings:2023/C1/决算"]
