"""A number nobody issued: typed into a sentence, or with a sentence of its own."""

from __future__ import annotations

from dataclasses import replace

from checker.against.paper import edited, found_in, told

from anju.checker.reading import Paragraph
from anju.kernel.finding import Severity


def test_a_sentence_with_numbers_is_one_change() -> None:
    (only,) = edited("专账核算。", "专账核算。另有奖补50万元，惠及12户。", 1)
    assert told([only]) == [("number_added", None, "50万元、12户")]
    assert only.where.text == "50万元"
    assert only.severity is Severity.ERROR
    assert "“二、资金管理”一节" in only.message


def test_a_number_typed_into_a_sentence() -> None:
    assert told(edited("23栋、", "23栋、45个单元、")) == [("number_added", None, "45个")]


def test_a_number_typed_into_an_empty_cell() -> None:
    def fill(every: list[Paragraph]) -> list[Paragraph]:
        last = max(index for index, each in enumerate(every) if each.place and not each.text)
        return [replace(each, text="延期15天") if index == last else each for index, each in enumerate(every)]

    (only,) = found_in(fill)
    assert told([only]) == [("number_added", None, "15天")]


def test_the_officers_own_paragraph_gets_no_number_either() -> None:
    assert told(edited("普遍认可", "普遍认可，满意率99%")) == [("number_added", None, "99%")]


def test_a_day_alone_needs_only_a_look() -> None:
    (only,) = edited("专账核算。", "专账核算。2024年3月又作了复核。", 1)
    assert only.severity is Severity.WARNING


def test_what_numbers_things_is_no_number() -> None:
    assert [
        each for each in edited("有关材料另附", "有关材料见附件2，另附") if each.code == "against.number_added"
    ] == []
