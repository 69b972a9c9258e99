"""合计背后的行：加起来正是合计，其中最差的正是合计的依据性质，每一行都在事实里。"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

import pyarrow as pa
import pytest
from county_rows import occasion, store
from hypothesis import given, settings
from hypothesis import strategies as st
from random_facts import REGIONS, random_facts

from anju.examples.build import dengkou_2023, fictional_2023
from anju.facts.checking import row_of
from anju.facts.fact_row import FactRow
from anju.facts.occasion import Occasion
from anju.facts.snapshot import Snapshot
from anju.facts.store import TABLES, open_store
from anju.kernel.assurance import RowAssurance
from anju.kernel.region import Region
from anju.measures.catalogue import MODULES, behind, evaluate
from anju.policy.loader import load_policy

POLICY = load_policy()
Case = Mapping[str, list[Mapping[str, Any]]]
COUNTIES = {"磴口": dengkou_2023, "清河": fictional_2023}


def check(tables: Mapping[str, pa.Table], where: Occasion) -> int:
    """Rows and sums of every measure agree; how many rows stand behind all sums."""
    region = where.region.code
    with open_store(tables) as facts:
        sums = evaluate(facts, where, MODULES).get(region, {})
        rows = behind(facts, where, MODULES, region)
    there = stored(tables, region)
    for code, values in sums.items():
        for name, value in values.items():
            found = rows[code, name]
            assert sum(row.value or 0 for row in found) == value.low, (code, name)
            assert worst(found) is value.assurance, (code, name)
            assert bool(found) == bool(value.rows), (code, name)
            assert (None in {row.value for row in found}) == bool(value.unknown), (code, name)
            assert all(there[row.table, row.key] == (row.assurance.value, row.document) for row in found), (code, name)
    return sum(len(each) for each in rows.values())


def worst(rows: tuple[FactRow, ...]) -> RowAssurance | None:
    return max((row.assurance for row in rows if row.value is not None), key=lambda each: each.rank, default=None)


def stored(tables: Mapping[str, pa.Table], region: str) -> dict[tuple[str, str], tuple[str, Any]]:
    """Table and key, as a finding names them → assurance and document."""
    return {
        (name, row_of(TABLES[name], row).key or ""): (row["assurance"], row["document"])
        for name, rows in tables.items()
        for row in rows.to_pylist()
        if row["region"] == region
    }


@pytest.mark.parametrize("county", COUNTIES)
def test_the_rows_of_every_sum_of_every_measure_make_the_sum(county: str) -> None:
    found: Snapshot = COUNTIES[county](POLICY)
    head = found.head
    rows = check(found.tables, Occasion(Region(head.region), head.year, head.as_of, POLICY))
    assert rows > len(MODULES)


@settings(max_examples=8)
@given(st.integers(0, 2**32))
def test_so_do_those_of_facts_by_chance(seed: int) -> None:
    tables = random_facts(Random(seed), POLICY)
    for region in REGIONS:
        check(tables, occasion(region=region))


@pytest.mark.parametrize("seed", range(2))
def test_in_memory_and_by_duckdb_the_sums_are_the_same(seed: int) -> None:
    tables = random_facts(Random(seed), POLICY)
    with open_store(tables) as few, open_store(tables, few=0) as many:
        found = evaluate(few, occasion(), MODULES)
        assert found == evaluate(many, occasion(), MODULES)
        assert behind(few, occasion(), MODULES, "150822") == behind(many, occasion(), MODULES, "150822")
    assert set(REGIONS) <= set(found)


def counted(case: Case, code: str, name: str) -> dict[str, int | None]:
    """Table and key of the rows behind a sum → what each adds."""
    facts = store(case)
    found = behind(facts, occasion(), MODULES, "150822")[code, name]
    facts.close()
    return {f"{row.table}:{row.key}": row.value for row in found}


def test_only_the_side_that_law_four_chose_is_counted() -> None:
    case: Case = {
        "改造任务": [
            {"小区": "*", "小区数": 7, "计划户数": 776},
            {"小区": "C10", "计划户数": 100, "依据性质": "示例"},
            {"小区": "C2", "计划户数": 90, "依据性质": "示例"},
        ]
    }
    assert counted(case, "quantities.households", "planned") == {"renovations:2023/*": 776}
    single: Case = {"改造任务": [*case["改造任务"][1:]]}
    assert list(counted(single, "quantities.households", "planned").items()) == [
        ("renovations:2023/C2", 90),
        ("renovations:2023/C10", 100),
    ]


def test_the_community_s_own_row_speaks_and_else_the_plan_s() -> None:
    case: Case = {
        "改造任务": [{"小区": "C1"}, {"小区": "C2"}],
        "长效管理": [{"小区": "C1", "已建党组织": "是"}],
    }
    found = counted(case, "governance.party_organisation", "having")
    assert found == {"governance:2023/C1": 1, "renovations:2023/C2": None}


def test_of_several_costings_the_one_that_counts_bears_the_amount() -> None:
    case: Case = {
        "造价": [
            {"小区": "C1", "造价阶段": "概算", "金额": "100"},
            {"小区": "C1", "造价阶段": "决算", "金额": "90"},
        ]
    }
    assert counted(case, "costs.investment", "amount") == {
        "costings:2023/C1/概算": 0,
        "costings:2023/C1/决算": 90_0000_00,
    }
    assert counted(case, "costs.saving", "planned")["costings:2023/C1/概算"] == 100_0000_00


def test_a_correction_stands_behind_the_sum_it_corrects() -> None:
    case: Case = {
        "资金流水": [
            {"编号": "1", "事项": "到位", "资金来源": "中央", "金额": "100"},
            {"编号": "2", "事项": "调整", "金额": "-10", "更正编号": "1"},
        ]
    }
    assert counted(case, "funds.in_place", "in_place") == {"fund_moves:1": 100_0000_00, "fund_moves:2": -10_0000_00}
