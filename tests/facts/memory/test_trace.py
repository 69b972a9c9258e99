"""追到事实：筛过、接过、并过、归过组，每一行仍说得出它是哪几行事实。"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from anju.facts.memory.trace import Traced, Tracer
from anju.facts.store import TABLES, FactStore
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


def traced(expression: ir.Table, column: str = "assurance", facts: Mapping[str, pa.Table] = FACTS) -> Traced | None:
    return Tracer(FactStore(facts).engine, TABLES).column(expression.op(), column)


def behind(expression: ir.Table, column: str = "assurance") -> dict[str, list[str] | None]:
    """Community → table and key of the rows behind it."""
    found = traced(expression, column)
    assert found is not None
    places = [row["community"] for row in FactStore(FACTS).rows(expression)]
    named = [facts and [f"{table}:{key}" for table, key, _, _ in facts] for facts in found]
    return dict(zip(places, named, strict=True))


def test_a_row_of_a_fact_table_is_itself() -> None:
    row = ROWS.filter(ROWS.community == "C1").select("community", "assurance")
    assert traced(row) == [(("renovations", "2023/C1", "recorded", "计划"),)]
    assert traced(row, "community") is None


def test_the_key_is_that_of_a_finding_and_a_table_keyed_by_region_has_none() -> None:
    facts = {REGIONS.name: table([{"name": "磴口县", "assurance": "stated"}], REGIONS)}
    assert traced(REGIONS.rows, facts=facts) == [(("regions", "", "stated", None),)]


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


def test_where_one_side_of_a_union_speaks_of_no_rows_nothing_is_claimed() -> None:
    mute = BESIDE.select("community", assurance=ibis.literal("stated"))
    assert traced(ibis.union(ROWS.select("community", "assurance"), mute)) is None


def test_an_unnested_row_has_the_rows_of_the_one_it_comes_from() -> None:
    assert traced(ROWS.select("assurance", community=ibis.array(["甲", "乙"]).unnest())) == [
        row for row in traced(ROWS) or () for _ in range(2)
    ]


def test_a_group_has_all_its_rows_behind_it_or_those_that_were_asked_for() -> None:
    real = COSTED.assurance != "illustrative"
    grouped = COSTED.group_by("region", "community")
    every, some = (grouped.aggregate(assurance=worst_assurance(COSTED, each)) for each in (None, real))
    assert behind(every) == {"C1": ["costings:2023/C1/概算", "costings:2023/C1/决算"], "C2": ["costings:2023/C2/概算"]}
    assert behind(some) == {"C1": ["costings:2023/C1/概算", "costings:2023/C1/决算"], "C2": None}


def test_an_amount_taken_from_one_row_of_a_group_names_that_row() -> None:
    rows = COSTED.mutate(place=COSTED.stage.cases(("决算", 0), else_=1))
    first = rows.amount_fen.argmin(rows.place)
    grouped = rows.group_by("region", "community").aggregate(
        amount=ibis.ifelse(first.notnull(), first, 0), assurance=worst_assurance(rows)
    )
    assert behind(grouped, "amount")["C1"] == ["costings:2023/C1/决算"]
