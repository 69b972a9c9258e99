"""有日期的规定：那一天在那个地方有效的是哪一个值。"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policy.own_policy import write

from anju.kernel.region import Region
from anju.policy.dated import Parameter
from anju.policy.dated_reader import parameter
from anju.policy.loader import load_policy
from anju.policy.located import PolicyError, read_yaml

VALUE = (
    '  - {{from: {start}, to: {end}, region: "{region}", value: "{value}", source: anju-default, assurance: default}}\n'
)
FOUR = "".join(
    VALUE.format(start=start, end=end, region=region, value=value)
    for start, end, region, value in [
        ("2019-01-01", "2021-12-31", "000000", "全国旧"),
        ("2022-01-01", "null", "000000", "全国新"),
        ("2023-06-01", "null", "150000", "内蒙古"),
        ("2023-01-01", "2023-06-30", "150822", "磴口"),
    ]
)


def read(folder: Path, values: str) -> Parameter:
    path = write(folder, 值=f"title: 试\nunit: 字\nvalues:\n{values}") / "值.yaml"
    return parameter("试/值", read_yaml(path, "值.yaml"), {"anju-default"})


@pytest.mark.parametrize(
    ("region", "day", "value"),
    [
        ("150822", "2023-01-01", "磴口"),
        ("150822", "2023-06-30", "磴口"),
        ("150822", "2023-07-01", "内蒙古"),
        ("150823", "2023-06-30", "内蒙古"),
        ("150823", "2023-05-31", "全国新"),
        ("360000", "2021-12-31", "全国旧"),
        ("360000", "2022-01-01", "全国新"),
        ("000000", "2019-01-01", "全国旧"),
    ],
)
def test_the_nearest_region_goes_first_and_both_ends_count(tmp_path: Path, region: str, day: str, value: str) -> None:
    assert read(tmp_path, FOUR).at(Region(region), date.fromisoformat(day)).value.text() == value


def test_the_value_that_began_last_counts_where_two_are_in_force(tmp_path: Path) -> None:
    later = VALUE.format(start="2023-01-01", end="null", region="000000", value="更新")
    found = read(tmp_path, FOUR + later).at(Region("360000"), date(2023, 12, 31))
    assert found.value.text() == "更新"


def test_without_a_value_in_force_the_parameter_is_named(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="参数“试”（试/值）在2018-12-31没有适用于150822的规定"):
        read(tmp_path, FOUR).at(Region("150822"), date(2018, 12, 31))


def test_a_day_of_the_year_is_read_in_the_year_asked_for(tmp_path: Path) -> None:
    def value(text: str) -> Parameter:
        return read(tmp_path, VALUE.format(start="2019-01-01", end="null", region="000000", value=text))

    leap = value("02-29").values[0]
    assert leap.day_of(2024) == date(2024, 2, 29)
    with pytest.raises(PolicyError, match=r"值\.yaml 第4行：“02-29”不是2023年的月和日"):
        leap.day_of(2023)
    with pytest.raises(PolicyError, match="应写成 01-31"):
        value("一月底").values[0].day_of(2024)


def test_a_flag_that_is_not_written_is_no(tmp_path: Path) -> None:
    found = read(tmp_path, FOUR).values[0]
    assert found.flag("strict") is False


def test_shipped_thresholds_read_as_what_they_are() -> None:
    policy, county, day = load_policy(), Region("150822"), date(2023, 12, 31)
    assert policy.parameters["funds/pass_on_days"].at(county, day).integer() == 30
    quorum = policy.parameters["consent/quorum_share"].at(county, day)
    assert quorum.fraction() == Fraction(2, 3)
    assert quorum.citation.source in policy.sources


@given(day=st.dates(date(2015, 1, 1), date(2040, 12, 31)), county=st.sampled_from(["150822", "360102", "510723"]))
def test_what_is_found_is_in_force_there_and_nothing_nearer_is(day: date, county: str) -> None:
    place = Region(county)
    lineage = list(place.lineage())
    for each in load_policy().parameters.values():
        nearer = [value for value in each.values if value.in_force(day) and value.region in lineage]
        if nearer:
            found = each.at(place, day)
            assert found in nearer
            assert lineage.index(found.region) == min(lineage.index(value.region) for value in nearer)
        else:
            with pytest.raises(LookupError, match=each.code):
                each.at(place, day)


def test_terms_answer_by_their_keys() -> None:
    kinds = load_policy().vocabularies["goal_kinds"]
    assert kinds.codes("group", "产出") == ("数量", "质量", "时效", "成本")
    assert kinds.codes() == tuple(kinds.terms)
    assert kinds.terms["数量"].text("nothing", "没有") == "没有"
    assert kinds.terms["数量"].flag("nothing") is False
    relations = load_policy().vocabularies["goal_relations"]
    assert relations.codes("measurable") == ("≥", "=", "≤")


def test_a_source_is_shown_with_its_number() -> None:
    sources = load_policy().sources
    assert sources["caiyu-2020-10"].shown == "《项目支出绩效评价管理办法》（财预〔2020〕10号）"
    assert sources["anju-default"].shown == "《本软件的默认值》"
