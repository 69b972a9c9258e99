"""每条评分规则的用例：合计是多少（或不知道多少），得几分；写法有误的评分点当场指出。

- 名: 支付为已拨付的一半，得一半的分
  评分点: {measure: funds.execution_rate, points: "5"}   # 与评分表里一样写，rule 就是文件名
  合计: {allocated: 100万元, paid: 50万元}    # 30万元～80万元 · ≥50万元；没有列出的就是没有填报
  口径: {survey.satisfaction: {valid: "300"}}  # 目标的取数口径算出来的
  目标: [{编号: "1", 指标类型: 数量, …}]        # 规则看的是县里自己的材料时
  评议: [{评分点: 获得表彰, 得分比例: 80%, …}]
  得: 2.5分                                  # 2～4分 · 未填报 · 不适用 · 通过 · 未通过 · 说不清
  算式: 50%                                  # 算式里写着
  写法有误: 合计5分                            # 代替“得”：报错里写着
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from county_rows import BY_TITLE, occasion, row
from scoring.made_county import county, sum_values
from scoring.made_part import read

from anju.kernel.catalogue import walk_files
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.policy.located import Located, PolicyError, read_yaml
from anju.policy.scheme import Part, points_text
from anju.scoring.scheme_check import RULES, check_parts
from anju.scoring.scored import Scored

FILES = walk_files(Path(__file__).parent, ".yaml")
CANNOT = {
    "checklist": {"不适用"},
    "steps": {"不适用"},
    "goals": {"不适用"},
    "judged": {"不适用", "区间"},
    "gate": {"不适用", "区间", "得分", "未填报"},
}
"""What a rule can never say: a list is always of something, a judgement is one number, a gate gives no points."""
GATE = {"通过": Value(True), "未通过": Value(False)}


def cases() -> Iterator[Any]:
    for rule, path in FILES.items():
        written = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for case, where in zip(written, read_yaml(path, path.name).items(), strict=True):
            yield pytest.param(rule, case, where.mapping()["评分点"], id=f"{rule}：{case['名']}")


def scored(part: Part, case: Mapping[str, Any]) -> Scored:
    written = {part.measure: case.get("合计", {})} if part.measure else case.get("口径", {})
    goals = [_row("绩效目标", each) for each in case.get("目标", [])]
    judged = [_row("评议", each) for each in case.get("评议", [])]
    values = {measure: sum_values(measure, sums) for measure, sums in written.items()}
    made = county(values, goals=goals, judgements={each["item"]: each for each in judged})
    return RULES[part.rule].score(part, made)


def _row(title: str, written: Mapping[str, Any]) -> dict[str, Any]:
    return dict.fromkeys(BY_TITLE[title].by_name) | row(BY_TITLE[title], written)


@pytest.mark.parametrize(("rule", "case", "where"), list(cases()))
def test_case(rule: str, case: Mapping[str, Any], where: Located) -> None:
    if "写法有误" in case:
        with pytest.raises(PolicyError) as caught:
            check_parts([read(where, rule)], occasion())
        assert case["写法有误"] in caught.value.message
        assert where.line <= caught.value.line <= where.node.end_mark.line + 1
        return
    part = read(where, rule)
    check_parts([part], occasion())
    found = scored(part, case)
    assert said(part, found) == case["得"], f"{found}"
    assert 0 <= found.low <= found.high <= part.points
    words = "；".join(found.working)
    for text in [case["算式"]] if isinstance(case.get("算式"), str) else case.get("算式", []):
        assert text in words


def said(part: Part, found: Scored) -> str:
    """The outcome as a case writes it; the points of a missing or inapplicable part are checked on the way."""
    if part.rule == "gate":
        assert (found.low, found.high) == (0, 0)
        return next((word for word, outcome in GATE.items() if found.outcome == outcome), "说不清")
    if isinstance(found.outcome, Missing):
        assert (found.low, found.high) == (0, part.points)
        return "未填报"
    if isinstance(found.outcome, NotApplicable):
        assert (found.low, found.high) == (0, 0)
        return "不适用"
    assert found.outcome == Value(found.low)
    low, high = (points_text(points) for points in (found.low, found.high))
    return f"{low}分" if low == high else f"{low}～{high}分"


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_shows_all_it_can_say(rule: str) -> None:
    written = yaml.load(FILES[rule].read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    shown = {kind(case) for case in written}
    wanted = {"得分", "区间", "未填报", "不适用", "写法有误"} - CANNOT.get(rule, set())
    assert wanted <= shown
    if rule == "gate":
        assert {"通过", "未通过", "说不清"} <= {case.get("得") for case in written}
    assert len({case["名"] for case in written}) == len(written)


def kind(case: Mapping[str, Any]) -> str:
    if "写法有误" in case:
        return "写法有误"
    return case["得"] if not case["得"].endswith("分") else "区间" if "～" in case["得"] else "得分"


@pytest.mark.parametrize(("rule", "case", "where"), list(cases()))
def test_it_says_itself_in_words(rule: str, case: Mapping[str, Any], where: Located) -> None:
    if "得" in case:
        part = read(where, rule)
        titles = {name: name for name in RULES[rule].uses(part)}
        assert RULES[rule].says(part, titles).strip("；、")


def test_every_twin_belongs_to_a_rule() -> None:
    assert set(FILES) == set(RULES)
