"""What is missing is said once, where the last of it would have stood; what is made up is told apart."""

from pathlib import Path
from typing import Any

from reports.sentence_cases import CaseBook

from anju.reports.document import words
from anju.reports.scene import Gap
from anju.reports.sentence_reader import read
from anju.reports.tell import Told, lacking, tell

CLAUSES = """\
title: 试
order: 1
says:
- clauses:
  - {says: "到位{funds.in_place.in_place:万元}", missing: 到位资金}
  - {says: "拨付{funds.balance.passed_on:万元}", missing: 拨付资金}
  - {says: "支付{funds.balance.paid:万元}", missing: 支付资金}
  - 完
"""


def told(tmp_path: Path, text: str, **case: Any) -> list[Told]:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return list(tell(read("funding/x", path), CaseBook(case)))


def text(tmp_path: Path, source: str, **case: Any) -> str:
    return "".join(words(each.runs) for each in told(tmp_path, source, **case))


def test_all_is_known(tmp_path: Path) -> None:
    figures = {"funds.in_place.in_place": "3万元", "funds.balance.passed_on": "2万元", "funds.balance.paid": "1万元"}
    assert text(tmp_path, CLAUSES, 数=figures) == "到位3.00万元，拨付2.00万元，支付1.00万元，完。"


def test_the_missing_stand_together_at_the_place_of_the_last(tmp_path: Path) -> None:
    assert (
        text(tmp_path, CLAUSES, 数={"funds.balance.passed_on": "2万元"})
        == "拨付2.00万元，到位资金和支付资金未填报，完。"
    )
    assert text(tmp_path, CLAUSES, 数={"funds.balance.paid": "1万元"}) == "到位资金和拨付资金未填报，支付1.00万元，完。"


def test_the_made_up_is_missing_and_says_why(tmp_path: Path) -> None:
    figures = {"funds.in_place.in_place": "3万元（示例）", "funds.balance.passed_on": "2万元"}
    (found,) = told(tmp_path, CLAUSES, 数=figures)
    assert words(found.runs) == "拨付2.00万元，支付资金未填报，到位资金只有示例数据，不予采用，完。"
    assert not any(not isinstance(run, str) and run.figure.illustrative for run in found.runs)


def test_a_sentence_that_only_tells_what_is_missing_says_so(tmp_path: Path) -> None:
    (found,) = told(tmp_path, CLAUSES.replace("  - 完\n", ""))
    assert found.gap == "到位资金、拨付资金和支付资金"
    assert lacking([found.gap], found.lack) == "到位资金、拨付资金和支付资金未填报。"
    assert lacking(["甲", "乙"], Gap.UNREPORTED) == "甲，乙均未填报。"
    assert told(tmp_path, CLAUSES)[0].gap == ""


def test_what_does_not_apply_is_not_called_missing(tmp_path: Path) -> None:
    source = 'title: 试\norder: 1\nsays:\n- clauses: [完, {says: "率{funds.execution_rate}", missing: 执行率}]\n'
    nothing = {
        "资金流水": [
            {"编号": "F1", "小区": "*", "事项": "拨付", "金额": 0},
            {"编号": "F2", "小区": "*", "事项": "支付", "金额": 0},
        ]
    }
    assert text(tmp_path, source, 表=nothing) == "完。"
    assert text(tmp_path, source) == "完，执行率未填报。"


def test_the_first_way_that_can_be_said_is_taken(tmp_path: Path) -> None:
    source = 'title: 试\norder: 1\neach: goals\nsays:\n- clauses: [{says: ["{.title}（{.unit}）", "{.title}"]}]\n'
    goals = [
        {"编号": "1", "指标类型": "数量", "指标名称": "甲", "度量单位": "户"},
        {"编号": "2", "指标类型": "数量", "指标名称": "乙"},
    ]
    assert text(tmp_path, source, 表={"绩效目标": goals}) == "甲（户）。乙。"


def test_what_some_filled_and_others_did_not_is_told_so(tmp_path: Path) -> None:
    source = 'title: 试\norder: 1\nsays:\n- clauses: [{says: "{quantities.households.actual:户}", missing: 实际户数}]\n'
    rows = [{"小区": "C1", "实际户数": 100}, {"小区": "C2"}]
    (found,) = told(tmp_path, source, 表={"改造任务": rows})
    assert (words(found.runs), found.gap, found.lack) == ("实际户数填报不全。", "实际户数", Gap.PARTIAL)
