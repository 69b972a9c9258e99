"""每个口径的用例：同名的 YAML 文件里，事实照表列写，应得的数照单位写，财务人员看得懂。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from county_rows import BY_TITLE, occasion, store

from anju.kernel.area import dm2
from anju.kernel.catalogue import walk_files
from anju.kernel.money import fen
from anju.measures._measure import Sum
from anju.measures._resolve import ABSENT, SumValue
from anju.measures.catalogue import MODULES, evaluate, measure, title

FILES = walk_files(Path(__file__).parent, ".yaml")
REGION = "150822"


def read(path: Path) -> list[dict[str, Any]]:
    """The file's cases, with every scalar left as text, so that no amount passes through a binary fraction."""
    cases: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return cases


def cases() -> Iterator[Any]:
    for name, path in FILES.items():
        for case in read(path):
            yield pytest.param(name.replace("/", "."), case, id=f"{name}：{case['名']}")


def stored(text: str, unit: str) -> int:
    if unit == "fen":
        return fen(text)
    if unit == "dm2":
        return dm2(text)
    return int(Decimal(text) * 1000) if unit == "thousandth" else int(text)


def expected(text: str, unit: str) -> tuple[int, int | None] | None:
    """Least and most (None = open) as a case says them: 50万元 · ≥50万元 · 3～7 · 未知."""
    if text == "未知":
        return None
    if text.startswith("≥"):
        return stored(text[1:], unit), None
    low, _, high = text.partition("～")
    return stored(low, unit), stored(high or low, unit)


def result(code: str, case: Mapping[str, Any]) -> Mapping[str, SumValue]:
    year = int(case.get("年度", 2023))
    as_of = date.fromisoformat(case["截至"]) if "截至" in case else date(year + 1, 1, 30)
    facts = store(case["表"], year=year)
    values = evaluate(facts, occasion(year, as_of), [code]).get(REGION, {}).get(code, {})
    facts.close()
    return values


@pytest.mark.parametrize(("code", "case"), list(cases()))
def test_case(code: str, case: Mapping[str, Any]) -> None:
    values = result(code, case)
    sums = measure(code).sums(occasion(int(case.get("年度", 2023))))
    for name, text in case["得"].items():
        found = values.get(name, ABSENT)
        said = None if found.absent else (found.low, found.high)
        assert said == expected(text, sums[name].unit), f"{name}应得{text}，算出{found}"


@pytest.mark.parametrize("name", FILES)
def test_the_cases_show_what_is_known_and_what_is_not(name: str) -> None:
    said = [text for case in read(FILES[name]) for text in case["得"].values()]
    assert any(text != "未知" and "～" not in text and "≥" not in text for text in said)
    assert any(text == "未知" or "～" in text or "≥" in text for text in said)
    tables = {title for case in read(FILES[name]) for title in case["表"]}
    rows = [row for case in read(FILES[name]) for rows in case["表"].values() for row in rows]
    if any(BY_TITLE[table].per_community for table in tables):
        assert any(row.get("小区") == "*" for row in rows), "还要有一例写全县一行（小区填 *）"


@pytest.mark.parametrize("code", MODULES)
def test_a_measure_is_named_and_says_what_to_supply(code: str) -> None:
    found = measure(code)
    sums = found.sums(occasion())
    assert re.fullmatch(r"[^：。]{2,20}：[^。]+。", (MODULES[code].__doc__ or "").splitlines()[0])
    assert title(code)
    assert {*(found.ratio or ()), found.headline or next(iter(sums))} <= set(sums)
    lacking = [name for name, each in sums.items() if each.supply is None]
    assert lacking == []
    for name, each in sums.items():
        assert_is_well_formed(name, each)


def assert_is_well_formed(name: str, each: Sum) -> None:
    assert {"region", "assurance"} <= set(each.rows.columns), name
    assert each.value.type().is_integer(), name
    assert each.bound is None or each.bound.type().is_integer(), name
    assert each.where is None or each.where.type().is_boolean(), name
    assert each.unit in {"count", "fen", "dm2", "thousandth"}, name
    supply = each.supply
    assert supply is not None
    assert supply.says, name
    assert {*supply.values, *supply.match} <= set(supply.table.by_name), name
