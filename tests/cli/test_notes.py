"""What is told of a report: worst first, what held in short, what was left open by its reason."""

from __future__ import annotations

from dataclasses import replace

from report_cases import reading

from anju.checker.checked import Checked
from anju.checker.relation import Relation, Result
from anju.checker.run import check
from anju.checker.waivers import Settled
from anju.cli._notes import Notes, notes_of
from anju.kernel.finding import Computation, Severity, Status, Where

TEXT = "2023年计划改造7个小区。\n2023年计划改造5个小区。\n年初预算200万元，已拨付资金66.86万元，资金拨付进度100%。"


def notes(checked: Checked) -> Notes:
    return notes_of(Settled(checked), "报告.docx")


def with_relations(*relations: Relation) -> Notes:
    return notes(replace(check(reading(TEXT)), relations=relations))


def relation(code: str, result: Result, number: int, message: str = "") -> Relation:
    computation = Computation("1个", "1个", (f"{number}个",))
    return Relation(result, Where(paragraph=1, start=0, end=1), (), computation, message=message, code=code)


def test_the_worst_are_first_and_then_it_goes_by_place() -> None:
    found = notes(check(reading(TEXT)))
    assert [(each.severity, each.message[:3]) for each in found.of(Status.OPEN)] == [
        (Severity.ERROR, "第1段"),
        (Severity.ERROR, "第3段"),
    ]
    assert found.has_errors
    assert found.read == "Word 文档，读到3段文字"


def test_no_rule_fills_the_list_of_what_held() -> None:
    many = [relation("table_total_differs", Result.HELD, number) for number in range(50)]
    few = [relation("stated_twice_differently", Result.HELD, number) for number in range(100, 103)]
    found = with_relations(*many, *few)
    assert (found.held, len(found.agreed), found.more_agreed) == (53, 11, 42)
    assert found.agreed[0] == "第1段：0个"


def test_what_is_left_open_is_counted_by_its_reason() -> None:
    undecided = Result.NOT_ASSESSABLE
    found = with_relations(
        relation("table_total_differs", undecided, 1, "第1段，表1相差9万元，不一致，请核。"),
        relation("table_total_differs", undecided, 2),
        relation("rate_differs_from_quotient", undecided, 3, "基数没有写明"),
    )
    assert found.undecided == (("表内合计不符", 2), ("基数没有写明", 1))


def test_what_could_not_be_read_is_worse_than_any_error() -> None:
    found = notes(check(reading(TEXT)))
    assert Notes("坏.docx", "坏了").rank > found.rank > Notes("好.docx").rank
    assert Notes("坏.docx", "坏了").has_errors
