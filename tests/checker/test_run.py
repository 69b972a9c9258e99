"""A report is checked whole: one finding a fact, what it declares itself is set apart, and nothing makes it stumble."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_cases import reading

from anju.checker.checked import Checked
from anju.checker.fingerprint import fingerprint
from anju.checker.relation import Result
from anju.checker.run import check
from anju.kernel.finding import Severity, Status

SEVEN = "2023年计划改造绿苑小区、绿洲小区、华苑小区等7个小区，总投资约为2033.23万元。"
FIVE = "2023年计划改造的5个老旧小区建成时间较长。"
MONEY = "2023年上级资金到位2021万元，地方配套79.01万元，县财政拨付项目资金共计2100.01万元。"
WORDS = "共约计划实际其中到位拨付支付总投资小区户栋万元亿元㎡%个年月日（），。；：、和等0123456789.７一二三十百 　\n|"


def checked(*lines: str) -> Checked:
    return check(reading("\n".join(lines)))


def test_a_fact_said_three_times_is_one_finding_with_all_places() -> None:
    found = checked(SEVEN, FIVE, SEVEN)
    (finding,) = [each for each in found.findings if each.code == "stated_twice_differently"]
    assert (finding.where.paragraph, finding.where.text) == (2, "5个")
    assert [(each.paragraph, each.text) for each in finding.related] == [(1, "7个"), (3, "7个")]


def test_the_fingerprint_stays_when_text_moves_and_goes_when_a_value_changes() -> None:
    def of(*lines: str) -> set[str]:
        return {fingerprint(each) for each in checked(*lines).findings}

    assert of(SEVEN, FIVE, MONEY) == of("一段前言。", MONEY, FIVE, "又一段。", SEVEN)
    assert of(SEVEN, FIVE) != of(SEVEN, FIVE.replace("5", "6"))
    assert len(of(SEVEN, FIVE, MONEY)) == 2


@pytest.mark.parametrize(
    ("declaration", "declared"),
    [
        ("到位和拨付的资金2100.01万元，比总投资2033.23万元多，多出部分的去向未说明。", "money_exceeds_investment"),
        ("资金多出66.78万元，处置情况待核。", "money_exceeds_investment"),
        ("本报告关于小区个数，一处写7个，一处写5个，两处不一致，以何为准未说明。", "stated_twice_differently"),
    ],
)
def test_what_the_report_declares_itself_is_a_note(declaration: str, declared: str) -> None:
    found = {each.code: each for each in checked(SEVEN, FIVE, MONEY, declaration).findings}
    mine = found.pop(declared)
    assert (mine.severity, mine.status) == (Severity.NOTE, Status.DECLARED)
    assert mine.related[-1].text == declaration
    assert all(each.status is Status.OPEN for each in found.values())
    without = {each.code: each for each in checked(SEVEN, FIVE, MONEY).findings}[declared]
    assert without.status is Status.OPEN
    grave = {"stated_twice_differently": Severity.ERROR, "money_exceeds_investment": Severity.WARNING}
    assert without.severity is grave[declared]
    assert fingerprint(without) == fingerprint(mine)


@pytest.mark.parametrize(
    "sentence",
    [
        "资金到位2100.01万元，总投资2033.23万元。",
        "多出部分的去向未说明。",
        "资金多出66.87万元，去向未说明。",
        "2100.01万元的去向未说明。",
        "7户和5户两处不一致，待核。",
        "到位2100.01万元。总投资2033.23万元。两者不一致，待核。",
    ],
)
def test_a_sentence_that_lacks_the_amounts_or_the_admission_declares_nothing(sentence: str) -> None:
    assert all(each.status is Status.OPEN for each in checked(SEVEN, FIVE, MONEY, sentence).findings)


def test_what_was_declared_counts_no_error() -> None:
    declared = checked(SEVEN, FIVE, "小区个数一处为7个，一处为5个，不一致，待核。")
    assert not declared.has_errors
    assert checked(SEVEN, FIVE).has_errors


def test_relations_are_counted_and_listed() -> None:
    found = checked(SEVEN, FIVE, MONEY)
    listed = found.as_json("甲.docx")
    assert listed["path"] == "甲.docx"
    relations = listed["relations"]
    assert isinstance(relations, dict)
    assert relations["checked"] == found.count(Result.HELD) + found.count(Result.FAILED)
    assert len(relations["list"]) == relations["checked"] + relations["not_assessable"]
    assert {each["code"] for each in relations["list"]} >= {"names_differ_from_count", "parts_differ_from_total"}


@given(st.lists(st.text(alphabet=WORDS, max_size=60) | st.text(max_size=20), max_size=6))
def test_no_text_makes_it_stumble_and_every_place_is_a_slice(lines: list[str]) -> None:
    document = reading("\n".join(lines))
    for kind in ("docx", "txt"):
        found = check(replace(document, kind=kind))
        texts = {each.number: each.text for each in document.paragraphs}
        places = [each for finding in found.findings for each in (finding.where, *finding.related)]
        places += [each for relation in found.relations for each in (relation.where, *relation.related)]
        for each in places:
            assert texts[each.paragraph or 0][each.start : each.end] == each.text
        found.as_json("x")


def test_two_facts_with_the_same_numbers_are_two_findings() -> None:
    told = "年初预算200万元，已拨付资金66.86万元，资金拨付进度100%。"
    found = checked(f"甲项目{told}", f"乙项目{told}").findings
    assert [each.where.paragraph for each in found] == [1, 2]


def test_a_word_that_only_sounds_like_admitting_declares_nothing() -> None:
    """不符合条件 is not 不符."""
    (found,) = checked("违规向不符合条件的65户发放补贴，每户10000元，共计45.00万元。").findings
    assert found.status is Status.OPEN
