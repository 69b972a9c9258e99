"""每张评分表的用例：事实照表列写，逐项该证实多少分、最多多少分，财务人员看得懂。

- 名: 支付一半，执行率得一半
  表: {资金流水: [{编号: "1", 事项: 拨付, 金额: 100}, {编号: "2", 事项: 支付, 金额: 50}]}
  得: {FM4: "2.5"}      # 已证实的分
  最多: {FM4: "2.5"}    # optional
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from county_rows import occasion, store

from anju.kernel.catalogue import walk_files
from anju.policy.loader import load_policy
from anju.policy.scheme import points_text
from anju.scoring.score import evaluate

FILES = walk_files(Path(__file__).parent, ".yaml")


def cases() -> Iterator[Any]:
    for code, path in FILES.items():
        for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader):
            yield pytest.param(code, case, id=f"{code}：{case['名']}")


@pytest.mark.parametrize(("code", "case"), cases())
def test_case(code: str, case: Mapping[str, Any]) -> None:
    year = int(case.get("年度", 2023))
    as_of = date.fromisoformat(case["截至"]) if "截至" in case else date(year + 1, 1, 30)
    found = evaluate(store(case["表"], year=year), occasion(year, as_of), load_policy().scheme(code))
    items = {item.item.code: item for item in found.items}
    assert {name: points_text(items[name].confirmed) for name in case["得"]} == case["得"]
    most = case.get("最多", {})
    assert {name: points_text(items[name].at_most) for name in most} == most
    if "等级" in case:
        assert (found.grade or "不能定") == case["等级"]
