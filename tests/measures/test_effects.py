"""改造效果：词表里的每一类都有口径，同一类的各项内容用同一个单位，才好相加。"""

from __future__ import annotations

import pytest
from county_rows import occasion

from anju.measures.catalogue import MODULES

FAMILIES = occasion().words("effects").terms
WORKS = occasion().words("work_items").terms


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_measured(family: str) -> None:
    assert f"effects.{family}" in MODULES


@pytest.mark.parametrize("family", sorted(FAMILIES.keys() - {"households"}))
def test_the_works_of_a_family_share_its_unit(family: str) -> None:
    units = {work.text("unit") for work in WORKS.values() if work.text("effect") == family}
    assert units == {FAMILIES[family].text("unit")}


def test_no_work_belongs_to_a_family_that_is_not_there() -> None:
    assert {work.text("effect") for work in WORKS.values()} - {""} <= FAMILIES.keys()
