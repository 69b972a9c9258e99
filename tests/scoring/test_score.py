"""合成总分：不适用怎样处理，佐证扣在已证实的分上，补证截止以后最多的分也缩，底线不计分却管等级。"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from county_rows import occasion, store
from policy.own_policy import SMALL, spoilt, write
from scoring.made_county import between, county, known

from anju.kernel.finding import Severity
from anju.kernel.outcome import Missing, NotApplicable, Value
from anju.measures._resolve import SumValue
from anju.policy.loader import load_policy
from anju.policy.scheme import Scheme
from anju.scoring.county import County
from anju.scoring.evaluation import Evaluation
from anju.scoring.score import evaluate, score

GATE = """\
  G9:
    title: 居民书面同意
    group: G2
    points: "0"
    basis: {source: civil-code-278, article: 第二百七十八条, assurance: recalled}
    scoring: {source: anju-default, assurance: default}
    evidence: [表决票]
    parts: [{measure: consent.plan_consented, rule: gate, points: "0", passed: passed, failed: failed, of: planned}]
"""
PROVED = {"支付凭证": {"": "A"}, "会议纪要": {"": "B"}}
JUDGED = {"获得表彰": {"share": 10_000, "reason": "有", "by": "评审组"}}


def scheme(folder: Path, text: str = SMALL) -> Scheme:
    return load_policy(write(folder, schemes__小=text)).schemes["小"]


def made(
    allocated: SumValue | None = None,
    paid: SumValue | None = None,
    institutions: Mapping[str, SumValue] | None = None,
    consent: Mapping[str, SumValue] | None = None,
    **other: Any,
) -> County:
    rate = {"allocated": allocated, "paid": paid}
    values = {
        "funds.execution_rate": {name: value for name, value in rate.items() if value is not None},
        "institutions.present": institutions or {},
        "consent.plan_consented": consent or {},
    }
    return county(values, **{"evidence": PROVED, "judgements": JUDGED, **other})


FULL = {"领导小组": known(1), "责任清单": known(1)}


def ends(found: Evaluation) -> tuple[int, int]:
    return found.confirmed, found.at_most


def test_all_proved_and_all_known_is_the_whole_total(tmp_path: Path) -> None:
    found = score(made(known(100), known(100), FULL), scheme(tmp_path))
    assert ends(found) == (100_000, 100_000)
    assert (found.grade, found.findings, found.late) == ("优", (), False)


def test_what_is_not_reported_leaves_the_total_open(tmp_path: Path) -> None:
    found = score(made(known(100), None, {"领导小组": known(1)}, judgements={}), scheme(tmp_path))
    assert ends(found) == (20_000, 100_000)
    assert (found.grade, found.grades) == (None, ("差", "优"))
    by_code = {item.item.code: item for item in found.items}
    assert isinstance(by_code["I1"].outcome, Missing)
    assert (by_code["I1"].confirmed, by_code["I1"].at_most) == (0, 60_000)
    assert by_code["I2"].outcome == Value(20_000)
    assert [type(part.outcome) for part in by_code["I2"].parts] == [Value, Missing]


@pytest.mark.parametrize(
    ("treatment", "total"),
    [("rescale", (75_000, 75_000)), ("full", (90_000, 90_000)), ("zero", (30_000, 30_000))],
)
def test_what_is_not_applicable_is_treated_as_the_scheme_says(
    tmp_path: Path, treatment: str, total: tuple[int, int]
) -> None:
    """6 of 10 points do not apply; of the other 4, 3 are earned: 3/4 of 10, or 6+3, or 3."""
    own = scheme(tmp_path, spoilt("treatment: rescale", f"treatment: {treatment}"))
    institutions = {"领导小组": known(1), "责任清单": known(0)}
    found = score(made(known(0), known(0), institutions), own)
    assert ends(found) == total
    assert isinstance(found.items[0].outcome, NotApplicable)


def test_both_ends_are_rescaled_and_rounded_half_up(tmp_path: Path) -> None:
    """Of the 4 points that apply 2 are earned and 2 are open; then 0.3333 is earned, of 10 points 0.83325."""
    found = score(made(known(0), known(0), {"领导小组": known(1)}, judgements={}), scheme(tmp_path))
    assert ends(found) == (50_000, 100_000)
    judged = {"获得表彰": {"share": 3333, "reason": "有", "by": "评审组"}}
    nothing = {"领导小组": known(0), "责任清单": known(0)}
    found = score(made(known(0), known(0), nothing, judgements=judged), scheme(tmp_path))
    assert ends(found) == (8333, 8333)


def test_a_table_of_which_nothing_applies_may_come_to_anything(tmp_path: Path) -> None:
    text = SMALL[: SMALL.index("  I2:")].replace('points: "6", basis', 'points: "10", basis')
    text = text.replace('    points: "6"', '    points: "10"').replace('        points: "6"', '        points: "10"')
    text = text[: text.index("  G2:")] + text[text.index("items:") :]
    found = score(made(known(0), known(0)), scheme(tmp_path, text))
    assert ends(found) == (0, 100_000)
    assert found.grade is None


@pytest.mark.parametrize(("grade", "confirmed"), [("A", 50_000), ("B", 50_000), ("C", 40_000), ("D", 25_000)])
def test_evidence_limits_what_is_confirmed_and_not_what_is_possible(tmp_path: Path, grade: str, confirmed: int) -> None:
    found = score(made(known(60), known(50), evidence={"支付凭证": {"": grade}}), scheme(tmp_path))
    first = found.items[0]
    assert (first.confirmed, first.at_most) == (confirmed, 50_000)
    assert first.grade == grade
    words = first.parts[0].working
    assert words[-1].startswith("佐证") is (grade in "CD")


def test_once_material_can_no_longer_be_handed_in_the_possible_shrinks_too(tmp_path: Path) -> None:
    material = {"evidence": {"支付凭证": {"": "D"}}, "occasion": occasion(as_of=date(2024, 3, 1))}
    found = score(made(known(60), known(50), **material), scheme(tmp_path))
    first = found.items[0]
    assert (first.confirmed, first.at_most, found.late) == (25_000, 25_000, True)
    assert first.parts[0].working[-1] == "补充佐证的截止日已过，最多2.5分"


def test_a_fact_may_still_come_in_late_as_far_as_its_material_carries(tmp_path: Path) -> None:
    material = {"evidence": {"支付凭证": {"": "D"}}, "occasion": occasion(as_of=date(2024, 3, 1))}
    first = score(made(known(60), None, **material), scheme(tmp_path)).items[0]
    assert (first.confirmed, first.at_most) == (0, 30_000)
    assert isinstance(first.outcome, Missing)


@pytest.mark.parametrize(
    ("consent", "severity", "said"),
    [
        ({"planned": known(7), "passed": known(6), "failed": known(1)}, Severity.ERROR, "未通过"),
        ({"planned": known(7), "passed": between(6, 7), "failed": between(0, 1)}, Severity.WARNING, "说不清"),
        ({}, Severity.WARNING, "说不清"),
    ],
)
def test_a_gate_takes_no_points_but_the_grade(
    tmp_path: Path, consent: Mapping[str, SumValue], severity: Severity, said: str
) -> None:
    found = score(made(known(100), known(100), FULL, consent), scheme(tmp_path, SMALL + GATE))
    assert ends(found) == (100_000, 100_000)
    assert (found.grade, found.grades) == (None, ("优", "优"))
    (finding,) = found.findings
    assert (finding.code, finding.severity) == ("gate.G9", severity)
    assert finding.message.startswith(f"底线“居民书面同意”{'未通过' if severity is Severity.ERROR else '能否通过'}")
    assert said in finding.message
    assert finding.basis is not None
    assert finding.basis.source == "civil-code-278"


def test_a_gate_that_is_passed_says_nothing(tmp_path: Path) -> None:
    consent = {"planned": known(7), "passed": known(7), "failed": known(0)}
    found = score(made(known(100), known(100), FULL, consent), scheme(tmp_path, SMALL + GATE))
    assert (found.grade, found.findings) == ("优", ())


def test_the_poorest_evidence_of_an_item_is_shown(tmp_path: Path) -> None:
    own = scheme(tmp_path, spoilt("as: 获得表彰, evidence: []", "as: 获得表彰, evidence: [表彰文件]"))
    for evidence, shown in [
        ({"会议纪要": {"": "B"}, "表彰文件": {"": "C"}}, "C"),
        ({"会议纪要": {"": "B"}}, None),
    ]:
        found = score(made(known(1), known(1), FULL, evidence=evidence), own)
        assert found.items[1].grade == shown


def test_measures_that_only_a_goal_names_are_computed_too() -> None:
    facts = store(
        {
            "资金流水": [{"编号": "1", "事项": "拨付", "金额": 100}, {"编号": "2", "事项": "支付", "金额": 90}],
            "造价": [{"小区": "*", "造价阶段": "决算", "金额": 100}],
            "绩效目标": [
                {
                    "编号": "1",
                    "指标类型": "成本",
                    "指标名称": "总投资",
                    "指标性质": "≤",
                    "指标值": 200,
                    "度量单位": "万元",
                    "取数口径": "costs.investment",
                }
            ],
            "佐证资料": [{"编号": "1", "材料类别": "绩效目标表", "证据等级": "A"}],
        }
    )
    found = evaluate(facts, occasion(), load_policy().schemes["national/self_evaluation"])
    facts.close()
    outputs = next(item for item in found.items if item.item.code == "OU1")
    assert (outputs.confirmed, outputs.at_most) == (500_000, 500_000)
    assert "目标≤200万元，实际100万元" in outputs.parts[0].working[0]
