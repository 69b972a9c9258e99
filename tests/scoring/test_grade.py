"""等级：总分两头在同一档才定；用评分表所属地区自己的档，端点归谁照写的算。"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from county_rows import occasion
from hypothesis import given
from hypothesis import strategies as st
from policy.own_policy import SMALL, spoilt, write

from anju.policy.loader import load_policy
from anju.policy.located import PolicyError
from anju.policy.scheme import SCALE
from anju.scoring.grade import grade_of

SCHEMES = load_policy().schemes
NATIONAL, JIANGXI = SCHEMES["national/2023"], SCHEMES["360000/2022"]


def points(text: str) -> int:
    return int(Decimal(text) * SCALE)


@pytest.mark.parametrize(
    ("score", "national", "jiangxi"),
    [
        ("100", "优", "优秀"),
        ("95.0001", "优", "优秀"),
        ("95", "优", "良好"),
        ("90", "优", "良好"),
        ("89.9999", "良", "良好"),
        ("85.81", "良", "良好"),
        ("85", "良", "良好"),
        ("84.9999", "良", "合格"),
        ("80", "良", "合格"),
        ("79.9999", "中", "合格"),
        ("75", "中", "合格"),
        ("74.9999", "中", "差"),
        ("60", "中", "差"),
        ("59.9999", "差", "差"),
        ("0", "差", "差"),
    ],
)
def test_each_region_grades_by_its_own_bands(score: str, national: str, jiangxi: str) -> None:
    """A county of Inner Mongolia under Jiangxi's table is graded as Jiangxi grades."""
    both = points(score)
    assert grade_of(NATIONAL, occasion(), both, both) == (national, (national, national))
    assert grade_of(JIANGXI, occasion(), both, both) == (jiangxi, (jiangxi, jiangxi))


def test_no_grade_while_the_ends_differ() -> None:
    assert grade_of(NATIONAL, occasion(), points("79"), points("81")) == (None, ("中", "良"))
    assert grade_of(NATIONAL, occasion(), points("80"), points("89.9999")) == ("良", ("良", "良"))
    assert grade_of(NATIONAL, occasion(), points("80"), points("90")) == (None, ("良", "优"))


def test_before_a_region_had_bands_the_nation_s_hold() -> None:
    assert grade_of(JIANGXI, occasion(2021), points("95"), points("95"))[0] == "优"
    assert grade_of(JIANGXI, occasion(2022), points("95"), points("95"))[0] == "良好"


def test_a_table_of_another_total_is_brought_to_a_hundred(tmp_path: Path) -> None:
    scheme = load_policy(write(tmp_path, schemes__小=SMALL)).schemes["小"]
    assert grade_of(scheme, occasion(), points("9"), points("10"))[0] == "优"
    assert grade_of(scheme, occasion(), points("8.9999"), points("8.9999"))[0] == "良"


@given(st.integers(0, 100 * SCALE), st.integers(0, 100 * SCALE))
def test_every_score_has_its_grade_and_more_never_grades_worse(low: int, high: int) -> None:
    low, high = sorted((low, high))
    for scheme, best_first in ((NATIONAL, ["优", "良", "中", "差"]), (JIANGXI, ["优秀", "良好", "合格", "差"])):
        _, ends = grade_of(scheme, occasion(), low, high)
        assert best_first.index(ends[0]) >= best_first.index(ends[1])


def test_a_gap_between_bands_is_refused_at_its_line(tmp_path: Path) -> None:
    text = (
        "title: 档\nunit: 分\nvalues:\n"
        '  - {from: 2015-01-01, to: null, region: "000000", source: anju-default, assurance: default, value: [\n'
        '      {grade: 好, from: "60", to: "100", open_from: true, open_to: false},\n'
        '      {grade: 坏, from: "0", to: "60", open_from: false, open_to: true}]}\n'
    )
    own = write(tmp_path, schemes__小=spoilt("grades: grades/bands", "grades: 档/位"), parameters__档__位=text)
    policy = load_policy(own)
    there = occasion()
    there = type(there)(there.region, there.year, there.as_of, policy)
    assert grade_of(policy.schemes["小"], there, points("7"), points("7"))[0] == "好"
    with pytest.raises(PolicyError, match=r"位\.yaml 第4行：6分（满分10分）不在任何一档里"):
        grade_of(policy.schemes["小"], there, points("6"), points("6"))
