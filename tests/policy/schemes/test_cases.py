"""每张评分表的用例：事实照表列写，材料写等级，应得的分一项一项写，财务人员看得懂。

- 名: 支付九成，有国库支付清单原件，得4.5分
  年度: 2023            # 可不写
  截至: 2024-01-30      # 可不写
  表: {资金流水: [{编号: "1", 事项: 拨付, 金额: 100}, {编号: "2", 事项: 支付, 金额: 90}]}
  材料: {国库支付清单: A}                # 全县一份
  得: {FM4: 4.5分, OB8: 说不清, 总分: 4.5～100分, 等级: 不定}   # 未填报 · 不适用 · 通过 · 未通过 · 说不清
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
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.policy.loader import load_policy
from anju.policy.scheme import points_text
from anju.scoring.evaluation import Evaluation, ItemScore
from anju.scoring.score import evaluate

FILES = walk_files(Path(__file__).parent, ".yaml")
SCHEMES = load_policy().schemes
APART = {"总分", "等级"}


def read(path: Path) -> list[dict[str, Any]]:
    """The file's cases, with every scalar left as text, so that no amount passes through a binary fraction."""
    found: list[dict[str, Any]] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return found


def cases() -> Iterator[Any]:
    for code, path in FILES.items():
        for case in read(path):
            yield pytest.param(code, case, id=f"{code}：{case['名']}")


def evaluated(code: str, case: Mapping[str, Any]) -> Evaluation:
    year = int(case.get("年度", 2023))
    as_of = date.fromisoformat(case["截至"]) if "截至" in case else date(year + 1, 1, 30)
    papers = [
        {"编号": f"E{n}", "小区": "*", "材料类别": kind, "证据等级": grade}
        for n, (kind, grade) in enumerate(case.get("材料", {}).items(), 1)
    ]
    facts = store({"佐证资料": papers, **case.get("表", {})}, year=year)
    try:
        return evaluate(facts, occasion(year, as_of), SCHEMES[code])
    finally:
        facts.close()


def points(low: int, high: int) -> str:
    return f"{points_text(low)}分" if low == high else f"{points_text(low)}～{points_text(high)}分"


def said(item: ItemScore) -> str:
    if any(part.part.rule == "gate" for part in item.parts):
        outcomes = {"通过": Value(True), "未通过": Value(False)}
        return next((word for word, each in outcomes.items() if item.parts[0].outcome == each), "说不清")
    if isinstance(item.outcome, NotApplicable):
        return "不适用"
    return "未填报" if isinstance(item.outcome, Missing) else points(item.confirmed, item.at_most)


@pytest.mark.parametrize(("code", "case"), list(cases()))
def test_case(code: str, case: Mapping[str, Any]) -> None:
    found = evaluated(code, case)
    earned = {item.item.code: said(item) for item in found.items}
    earned |= {"总分": points(found.confirmed, found.at_most), "等级": found.grade or "不定"}
    working = {item.item.code: [part.working for part in item.parts] for item in found.items}
    for name, expected in case["得"].items():
        assert earned[name] == expected, (name, working.get(name))


@pytest.mark.parametrize("code", SCHEMES)
def test_every_item_of_the_table_has_its_case(code: str) -> None:
    """A table that extends another shows its own items; one that stands alone each item at its full points (a gate
    passed) and below them, and the total and the grade."""
    told, scheme = [case["得"] for case in read(FILES[code])], SCHEMES[code]
    own = [item for item in scheme.items.values() if item.entry.path.endswith(f"schemes/{code}.yaml")]
    assert {item.code for item in own} <= {name for each in told for name in each}
    if len(scheme.lineage) > 1:
        return
    for item in own:
        full = f"{points_text(item.points)}分" if item.points else "通过"
        assert any(each.get(item.code) == full for each in told), f"{item.code}没有得满分（{full}）的用例"
        assert any(each.get(item.code, full) != full for each in told), f"{item.code}没有不得满分的用例"
    assert {name for each in told for name in each} >= APART


def test_every_twin_belongs_to_a_table() -> None:
    assert set(FILES) == set(SCHEMES)
