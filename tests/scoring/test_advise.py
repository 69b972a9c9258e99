"""建议：排在第一的那一条，照它假定的值补上、照它要的材料备齐，整个重算一遍，已证实的分正好涨它说的那么多。

Any fact of either county is taken away (a cell or a whole row, evidence too), the county is scored anew, and what the
first advice says is put into the facts. Scores come from the same functions as the command line uses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa
import pytest
from county_rows import occasion, tables
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.two_counties import BUILT, county, occasion_of

from anju.facts.occasion import Occasion
from anju.facts.snapshot import freeze
from anju.facts.store import TABLES, open_store
from anju.policy.loader import load_policy
from anju.policy.scheme import Scheme
from anju.scoring.advise import Advice, advise
from anju.scoring.evaluation import Evaluation
from anju.scoring.score import evaluate

POLICY = load_policy()
SCHEMES = list(POLICY.schemes)
Facts = Mapping[str, pa.Table]
CENTRAL = POLICY.schemes["national/2023"]


@dataclass(frozen=True)
class Fact:
    """One cell of one row, or (no column) the whole row."""

    table: str
    row: int
    column: str | None


@cache
def every_fact(name: str) -> dict[str, list[Fact]]:
    """All rows, and all cells that a row may leave empty and does not, table by table."""
    found: dict[str, list[Fact]] = {}
    for table, rows in county(name).tables.items():
        optional = [column.name for column in TABLES[table].columns if not column.required]
        cells = [(n, column) for column in optional for n, cell in enumerate(rows[column]) if cell.is_valid]
        whole = [Fact(table, n, None) for n in range(rows.num_rows)]
        if whole:
            found[table] = whole + [Fact(table, n, column) for n, column in cells]
    return found


def facts(name: str) -> st.SearchStrategy[Fact]:
    """Any fact; tables alike, so that a county's thousand sheets of a survey do not outweigh its one plan."""
    found = every_fact(name)
    return st.sampled_from(sorted(found)).flatmap(lambda table: st.sampled_from(found[table]))


def without(facts: Facts, gone: list[Fact]) -> dict[str, pa.Table]:
    rows = {fact.table: facts[fact.table].to_pylist() for fact in gone}
    dropped = {(fact.table, fact.row) for fact in gone if fact.column is None}
    for fact in gone:
        if fact.column is not None:
            rows[fact.table][fact.row][fact.column] = None
    left = {name: [row for n, row in enumerate(each) if (name, n) not in dropped] for name, each in rows.items()}
    changed = {name: pa.Table.from_pylist(each, schema=TABLES[name].arrow) for name, each in left.items()}
    return {**facts, **changed}


def scored(facts: Facts, where: Occasion, scheme: Scheme) -> Evaluation:
    with open_store(facts) as opened:
        return evaluate(opened, where, scheme)


def check_promise(facts: Facts, where: Occasion, scheme: Scheme, before: Evaluation, advice: Advice) -> None:
    """Take the advice and score the whole again, as if it had come in a new workbook."""
    taken = freeze(county("磴口县").head, advice.supplied.apply(facts)).tables
    gained = scored(taken, where, scheme).confirmed - before.confirmed
    assert gained == advice.gain, advice.says


@pytest.mark.parametrize("name", BUILT)
@settings(max_examples=20, derandomize=True)
@given(data=st.data())
def test_the_first_advice_raises_confirmed_by_exactly_what_it_promised(name: str, data: st.DataObject) -> None:
    gone = data.draw(st.lists(facts(name), min_size=1, max_size=3, unique=True), "taken away")
    scheme = POLICY.schemes[data.draw(st.sampled_from(SCHEMES), "under")]
    left, where = without(county(name).tables, gone), occasion_of(name)
    before = scored(left, where, scheme)
    given_ = advise(left, where, before)
    assert [each.gain for each in given_] == sorted((each.gain for each in given_), reverse=True)
    if given_:
        check_promise(left, where, scheme, before, given_[0])


@pytest.mark.parametrize("name", [name for name in TABLES if name not in ("survey_answers", "regions")])
def test_a_county_that_lacks_a_whole_table_is_told_how_to_regain_its_points(name: str) -> None:
    where, left = occasion_of("清河县"), {**county("清河县").tables, name: TABLES[name].empty()}
    before = scored(left, where, CENTRAL)
    given_ = advise(left, where, before)
    open_ = before.confirmed < before.at_most
    assert bool(given_) is open_
    if given_:
        check_promise(left, where, CENTRAL, before, given_[0])


@pytest.mark.parametrize("code", SCHEMES)
def test_the_county_of_the_report_is_advised_on_every_point_that_is_open(code: str) -> None:
    facts, where = county("磴口县").tables, occasion_of("磴口县")
    before = scored(facts, where, POLICY.schemes[code])
    open_ = [part for item in before.items for part in item.parts if part.confirmed < part.at_most]
    told = {each.part.part for each in advise(facts, where, before)}
    assert [part.title for part in open_ if part.part not in told] == []


@pytest.mark.parametrize("code", SCHEMES)
def test_advice_to_the_county_of_the_report_keeps_its_promise(code: str) -> None:
    """Every advice under the central table, the first ones under the others."""
    facts, where, scheme = county("磴口县").tables, occasion_of("磴口县"), POLICY.schemes[code]
    before = scored(facts, where, scheme)
    given_ = advise(facts, where, before)
    assert given_
    for each in given_ if scheme is CENTRAL else given_[:4]:
        assert each.gain > 0
        assert each.says
        check_promise(facts, where, scheme, before, each)


def test_a_county_of_which_only_the_plan_is_known_is_told_what_every_point_needs() -> None:
    kept = ("regions", "communities", "renovations")
    facts = {name: rows if name in kept else TABLES[name].empty() for name, rows in county("清河县").tables.items()}
    where = occasion_of("清河县")
    before = scored(facts, where, CENTRAL)
    given_ = advise(facts, where, before)
    open_ = [part.title for item in before.items for part in item.parts if part.confirmed < part.at_most]
    assert sorted(each.part.title for each in given_) == sorted(open_)
    for each in given_[::3]:
        check_promise(facts, where, CENTRAL, before, each)


def small(**more: Any) -> dict[str, pa.Table]:
    moves = [{"编号": "1", "事项": "拨付", "金额": 100}, {"编号": "2", "事项": "支付", "金额": 40}]
    found = {name: table.empty() for name, table in TABLES.items()}
    return found | tables({"资金流水": moves, **more})


def told(facts: Facts, title: str, where: Occasion | None = None) -> Advice | None:
    where = where or occasion()
    found = advise(facts, where, scored(facts, where, CENTRAL))
    return next((each for each in found if each.part.title == title), None)


def test_where_the_fact_is_known_only_its_material_is_asked_for() -> None:
    found = told(small(), "预算执行率")
    assert found is not None
    assert found.says == ("提供“国库支付清单”（A级：正式文件原件，附文件摘要）",)
    assert found.gain == 20_000


def test_better_material_than_what_is_there_is_asked_for_and_no_other() -> None:
    photo = {"编号": "1", "小区": "*", "材料类别": "单位情况说明", "证据等级": "D"}
    found = told(small(佐证资料=[photo]), "预算执行率")
    assert found is not None
    assert found.gain == 10_000
    signed = {"编号": "2", "小区": "*", "材料类别": "专账账页", "证据等级": "B"}
    assert told(small(佐证资料=[photo, signed]), "预算执行率") is None


def test_material_is_no_longer_asked_for_once_it_cannot_be_handed_in() -> None:
    late = occasion(as_of=date(2024, 3, 1))
    assert told(small(), "预算执行率", late) is None
    signed = {"编号": "2", "小区": "*", "材料类别": "专账账页", "证据等级": "B"}
    unpaid = small(佐证资料=[signed], 资金流水=[{"编号": "1", "事项": "拨付", "金额": 100}])
    found = told(unpaid, "预算执行率", late)
    assert found is not None
    assert found.says == ("补登实际支付：支付给施工等单位的金额、日期和凭证（按金额100.00万元算）",)
    assert found.gain == 50_000


@pytest.mark.parametrize(("known", "other"), [("收到日期", "办理日期"), ("办理日期", "收到日期")])
def test_money_whose_one_day_is_known_may_have_been_passed_on_the_same_day(known: str, other: str) -> None:
    quota = {"编号": "1", "事项": "下达", "资金来源": "中央", "金额": 100, known: "2023-03-01"}
    found = told(small(资金流水=[quota]), "按期转拨")
    assert found is not None
    assert f"按{other}2023年3月1日算" in found.says[0]
    assert found.gain == 20_000


def test_a_document_that_proves_another_point_is_not_advised_for_one_it_does_not_raise() -> None:
    """No row tells which move the correction corrects: the rate stays unknown, and its papers are not asked for."""
    moves = [{"编号": "1", "事项": "拨付", "金额": 100}, {"编号": "2", "事项": "调整", "金额": 5}]
    assert told(small(资金流水=moves), "预算执行率") is None


def test_what_is_lost_for_good_is_not_advised() -> None:
    signed = {"编号": "2", "小区": "*", "材料类别": "国库支付清单", "证据等级": "A"}
    unpaid = [{"编号": "1", "事项": "拨付", "金额": 100}, {"编号": "2", "事项": "支付", "金额": 0}]
    assert told(small(佐证资料=[signed], 资金流水=unpaid), "预算执行率") is None


def test_other_regions_rows_do_not_count() -> None:
    """The facts may hold a whole province; advice is for one county and promises what that county gains."""
    elsewhere = {"编号": "9", "区划代码": "150823", "事项": "支付", "金额": 60}
    here = small()
    both = {
        **here,
        "fund_moves": pa.concat_tables([here["fund_moves"], tables({"资金流水": [elsewhere]})["fund_moves"]]),
    }
    found, alone = told(both, "预算执行率"), told(here, "预算执行率")
    assert found is not None
    assert alone is not None
    assert (found.gain, found.says) == (alone.gain, alone.says)


def test_advice_leaves_the_facts_as_they_are() -> None:
    facts = small()
    before = {name: rows.to_pylist() for name, rows in facts.items()}
    found = told(facts, "居民满意度")
    assert found is not None
    assert {name: rows.to_pylist() for name, rows in facts.items()} == before
    assert found.supplied.rows.keys() == {"survey_frames", "evidence"}
