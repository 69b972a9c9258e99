"""Region codes: levels and lineage by the digits alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anju.kernel.region import Level, Region

PROVINCES = st.sampled_from(["11", "15", "36", "42", "54", "65", "71", "82", "99"])
TWO = st.integers(1, 99).map("{:02}".format)
COUNTIES = st.builds(lambda province, city, county: Region(province + city + county), PROVINCES, TWO, TWO)
NATION = Region("000000")


@given(COUNTIES)
def test_lineage_climbs_one_level_at_a_time(county: Region) -> None:
    lineage = county.lineage()
    assert [each.level for each in lineage] == [Level.COUNTY, Level.CITY, Level.PROVINCE, Level.NATION]
    assert [each.parent for each in lineage] == [*lineage[1:], None]
    assert all(county.within(each) for each in lineage)
    assert not any(each.within(county) for each in lineage[1:])
    assert lineage[1].lineage() == lineage[1:]
    assert [each.province for each in lineage] == [lineage[2]] * 3 + [None]


@given(COUNTIES, COUNTIES)
def test_within_is_sharing_the_front_digits(one: Region, other: Region) -> None:
    city, province = other.lineage()[1:3]
    assert one.within(city) == (one.code[:4] == other.code[:4])
    assert one.within(province) == (one.code[:2] == other.code[:2])
    assert one.within(other) == (one == other)


@given(st.text(st.characters(codec="utf-8"), max_size=8) | st.text("0123456789", min_size=6, max_size=6))
def test_any_text_is_a_region_or_a_chinese_sentence(code: str) -> None:
    try:
        said = f"区划代码“{Region(code)}”"
    except ValueError as refused:
        said = str(refused)
    assert said.startswith("区划代码“")


def test_dengkou() -> None:
    dengkou = Region("150822")
    assert [str(each) for each in dengkou.lineage()] == ["150822", "150800", "150000", "000000"]
    assert dengkou.level.label == "县级"
    assert str(dengkou.province) == "150000"


def test_the_nation_has_nothing_above() -> None:
    assert NATION.lineage() == (NATION,)
    assert NATION.parent is None
    assert NATION.level is Level.NATION


def test_ninety_nine_is_for_invented_counties() -> None:
    assert str(Region("990101").province) == "990000"


@pytest.mark.parametrize("code", ["", "15082", "1508222", "15082X", "１５０８２２", "150822\n", "abcdef"])
def test_six_digits(code: str) -> None:
    with pytest.raises(ValueError, match="应为六位数字"):
        Region(code)


@pytest.mark.parametrize("code", ["000001", "010000", "160000", "660000", "980101"])
def test_no_such_province(code: str) -> None:
    with pytest.raises(ValueError, match="前两位"):
        Region(code)


def test_a_county_needs_its_city() -> None:
    with pytest.raises(ValueError, match="没有地级段"):
        Region("150022")


def test_sorted_by_code() -> None:
    assert sorted([Region("150822"), NATION, Region("150000")])[0] == NATION
