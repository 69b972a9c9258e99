"""佐证：材料好到什么等级认几成；全县的材料、各小区的材料、本县自己的说法怎样合在一起。"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from county_rows import occasion, store
from hypothesis import example, given
from hypothesis import strategies as st
from policy.own_policy import spoilt, write
from scoring.made_county import county
from scoring.made_part import part

from anju.facts.occasion import Occasion
from anju.kernel.region import Region
from anju.policy.loader import load_policy
from anju.policy.located import PolicyError
from anju.policy.scheme import Scheme
from anju.scoring.county import counties
from anju.scoring.evidence import Cap, cap, supplement_passed

SCHEME = load_policy().schemes["national/2023"]
SHARES = {"A": Fraction(1), "B": Fraction(1), "C": Fraction(4, 5), "D": Fraction(1, 2), None: Fraction(0)}
POINT = part("proportional", measure="funds.execution_rate", points="5", evidence=["支付凭证", "改造后照片"])


def limit(evidence: Mapping[str, Mapping[str, str]], communities: int = 0, scheme: Scheme = SCHEME) -> Cap:
    return cap(POINT, county({}, evidence=evidence, communities=communities), scheme)


@pytest.mark.parametrize("grade", ["A", "B", "C", "D"])
def test_material_for_the_whole_county_counts_by_its_grade(grade: str) -> None:
    assert limit({"支付凭证": {"": grade}}, 7).share == SHARES[grade]


def test_without_material_nothing_is_confirmed() -> None:
    found = limit({}, 7)
    assert (found.share, found.grade, found.line) == (0, None, "没有佐证，按0%计")


def test_the_best_of_several_kinds_counts() -> None:
    found = limit({"支付凭证": {"": "C"}, "改造后照片": {"": "B"}}, 7)
    assert (found.share, found.grade) == (1, "B")


def test_other_kinds_prove_nothing_here() -> None:
    assert limit({"会议纪要": {"": "A"}}, 7).share == 0


def test_the_county_s_own_statement_covers_every_point() -> None:
    assert limit({"单位情况说明": {"": "D"}}, 7).share == Fraction(1, 2)
    assert limit({"单位情况说明": {"": "D"}, "支付凭证": {"": "C"}}, 7).share == Fraction(4, 5)


def test_material_by_community_counts_for_as_many_as_have_it() -> None:
    found = limit({"支付凭证": {"C1": "A", "C2": "C"}}, 7)
    assert found.share == (1 + Fraction(4, 5)) / 7
    assert found.line == "佐证：7个小区中2个有材料，按25.71%计"


def test_communities_without_material_fall_back_on_that_of_the_county() -> None:
    found = limit({"支付凭证": {"C1": "A", "": "D"}}, 4)
    assert found.share == (1 + 3 * Fraction(1, 2)) / 4


def test_poorer_material_of_a_community_does_not_lower_what_the_county_s_proves() -> None:
    assert limit({"支付凭证": {"C1": "D", "": "A"}}, 2).share == 1


def test_a_plan_whose_size_nobody_knows_is_as_large_as_the_material_shows() -> None:
    assert limit({"支付凭证": {"C1": "A", "C2": "D"}}, 0).share == Fraction(3, 4)


def test_a_point_that_asks_for_no_material_needs_none() -> None:
    free = part("proportional", measure="funds.execution_rate", points="5", evidence=[])
    assert cap(free, county({}), SCHEME) == Cap((), Fraction(1), None, "")


def test_a_scheme_s_own_percentages_are_used(tmp_path: Path) -> None:
    text = spoilt("  C: 80", "  C: 33").replace("  D: 50", "  D: 10").replace("  B: 100", "  B: 90")
    scheme = load_policy(write(tmp_path, schemes__小=text)).schemes["小"]
    assert limit({"支付凭证": {"": "C"}}, 1, scheme).share == Fraction(33, 100)
    assert limit({"支付凭证": {"": "B"}}, 1, scheme).share == Fraction(9, 10)


@example({"": "C", "C1": "A", "C2": "A", "C3": "A", "C4": "A"}, 4, "C5", "C")
@given(
    st.dictionaries(st.sampled_from(["", "C1", "C2", "C3", "C4"]), st.sampled_from("ABCD")),
    st.integers(4, 9),
    st.sampled_from(["", "C1", "C5"]),
    st.sampled_from("ABCD"),
)
def test_more_material_never_counts_for_less(places: dict[str, str], size: int, place: str, grade: str) -> None:
    before = limit({"支付凭证": places}, size).share
    after = limit({"支付凭证": places, "改造后照片": {place: grade}}, size).share
    assert 0 <= before <= after <= 1


def test_of_material_for_more_places_than_the_plan_has_the_best_counts() -> None:
    found = limit({"支付凭证": {"C1": "D", "C2": "A", "C3": "A"}}, 2)
    assert found.share == 1
    assert "2个小区中2个有材料" in found.line


PLAN = {"改造任务": [{"小区": "C1"}, {"小区": "C2"}]}


def found(tables: dict[str, Any], as_of: date = date(2024, 1, 30)) -> tuple[Mapping[str, Mapping[str, str]], int]:
    facts = store(tables)
    try:
        one = counties(facts, occasion(as_of=as_of), [])["150822"]
    finally:
        facts.close()
    return one.evidence, one.communities


def row(number: int, kind: str, grade: str, place: str | None = None, **other: Any) -> dict[str, Any]:
    return {"编号": str(number), "小区": place, "材料类别": kind, "证据等级": grade, **other}


def test_material_named_for_the_county_or_for_nobody_is_the_county_s() -> None:
    rows = [row(1, "支付凭证", "C", "*"), row(2, "支付凭证", "B"), row(3, "支付凭证", "D", "C1")]
    evidence, size = found({**PLAN, "佐证资料": rows})
    assert evidence == {"支付凭证": {"": "B", "C1": "D"}}
    assert size == 2


def test_no_material_earns_more_than_its_kind_can() -> None:
    rows = [row(1, "改造后照片", "A"), row(2, "单位情况说明", "A"), row(3, "会议纪要", "A"), row(4, "支付凭证", "A")]
    evidence, _ = found({**PLAN, "佐证资料": rows})
    assert {kind: places[""] for kind, places in evidence.items()} == {
        "改造后照片": "C",
        "单位情况说明": "D",
        "会议纪要": "B",
        "支付凭证": "A",
    }


def test_made_up_material_and_that_of_another_year_or_a_later_day_proves_nothing() -> None:
    rows = [
        row(1, "支付凭证", "A", 依据性质="示例"),
        row(2, "支付凭证", "A", 计划年度=2022),
        row(3, "支付凭证", "A", 形成日期="2024-01-31"),
    ]
    assert found({**PLAN, "佐证资料": rows})[0] == {}
    assert found({**PLAN, "佐证资料": rows}, as_of=date(2024, 1, 31))[0] == {"支付凭证": {"": "A"}}


def test_material_of_a_community_outside_a_named_plan_proves_nothing() -> None:
    rows = [row(1, "支付凭证", "A", "C1"), row(2, "支付凭证", "A", "C9")]
    assert found({**PLAN, "佐证资料": rows}) == ({"支付凭证": {"C1": "A"}}, 2)


def test_a_plan_stated_as_a_number_names_nobody() -> None:
    rows = [row(1, "支付凭证", "A", "C9")]
    stated = [{"小区": "*", "小区数": 7}]
    assert found({"改造任务": stated, "佐证资料": rows}) == ({"支付凭证": {"C9": "A"}}, 7)
    made_up = [{"小区": f"C{n}", "依据性质": "示例"} for n in range(5)]
    assert found({"改造任务": [*stated, *made_up], "佐证资料": rows}) == ({"支付凭证": {"C9": "A"}}, 7)
    named = [{"小区": "C1"}]
    assert found({"改造任务": [*stated, *named], "佐证资料": rows}) == ({}, 1)


def test_without_a_plan_nobody_knows_its_size() -> None:
    assert found({"佐证资料": [row(1, "支付凭证", "A", "C9")]}) == ({"支付凭证": {"C9": "A"}}, 0)


def test_material_can_be_handed_in_up_to_the_day_itself() -> None:
    for day, late in [(date(2024, 2, 28), False), (date(2024, 2, 29), True), (date(2025, 1, 1), True)]:
        assert supplement_passed(SCHEME, county({}, occasion=occasion(as_of=day))) is late


def test_a_scheme_without_such_a_day_takes_material_for_ever(tmp_path: Path) -> None:
    text = spoilt("supplement: reporting/supplement_date\n", "")
    scheme = load_policy(write(tmp_path, schemes__小=text)).schemes["小"]
    assert not supplement_passed(scheme, county({}, occasion=occasion(as_of=date(2030, 1, 1))))


def test_a_day_that_is_none_is_refused_at_its_line(tmp_path: Path) -> None:
    text = (
        "title: 日\nunit: 月-日\nvalues:\n"
        '  - {from: 2015-01-01, to: null, region: "000000", value: "13-01", source: anju-default, assurance: default}\n'
    )
    policy = load_policy(write(tmp_path, parameters__reporting__supplement_date=text))
    there = Occasion(Region("150822"), 2023, date(2024, 1, 30), policy)
    with pytest.raises(PolicyError, match="第4行：“13-01”不是2024年的月和日"):
        supplement_passed(policy.schemes["national/2023"], county({}, occasion=there))
