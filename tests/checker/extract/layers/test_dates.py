"""Dates as they are written, and the year that a figure near them belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from anju.checker.extract.folded import fold
from anju.checker.extract.layers.dates import dates

CASES = yaml.load((Path(__file__).parent / "dates.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


@pytest.mark.parametrize("case", CASES, ids=[case["名"] for case in CASES])
def test_every_date_is_found_with_its_year(case: Mapping[str, Any]) -> None:
    plain = fold(case["文"], wrapped=False).text
    told = {plain[each.start : each.end]: "" if each.year is None else str(each.year) for each in dates(plain)}
    assert list(told.items()) == list(case["日期"].items())


def test_a_year_is_one_however_it_is_written() -> None:
    assert [each.exact for each in dates("2023年度、2023年")] == ["2023年", "2023年"]
