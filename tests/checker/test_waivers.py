"""A finding is let pass by name and reason only, for its values only, and only as long as it says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from report_cases import reading

from anju.checker.checked import Checked
from anju.checker.fingerprint import fingerprint
from anju.checker.run import check
from anju.checker.waivers import Settled, read_waivers, settle
from anju.kernel.finding import Status
from anju.policy.located import PolicyError

TODAY = date(2024, 5, 1)
SAID = "理由: 5个是第一批\n  人: 王某\n  日期: 2024-02-01\n"
PLACE = "- 规则: 同数异说\n  所在: 计划改造的5个老旧小区\n  数: [7个, 5个]\n  " + SAID


def checked(count: str = "5个") -> Checked:
    return check(reading(f"2023年计划改造7个老旧小区。\n2023年计划改造的{count}老旧小区已全部完工。"))


def settled(tmp_path: Path, text: str, count: str = "5个", today: date = TODAY) -> Settled:
    path = tmp_path / "说明.yaml"
    path.write_text(text, encoding="utf-8")
    return settle(checked(count), read_waivers(path), today)


def by_print(length: int = 16, more: str = "") -> str:
    (finding,) = checked().findings
    return f"- 指纹: {fingerprint(finding)[:length]}\n  {more}{SAID}"


@pytest.mark.parametrize("length", [8, 16])
def test_a_fingerprint_lets_its_finding_pass(tmp_path: Path, length: int) -> None:
    found = settled(tmp_path, by_print(length))
    (finding,) = found.checked.findings
    assert finding.status is Status.WAIVED
    assert not found.checked.has_errors
    assert found.waived[fingerprint(finding)].why == "5个是第一批（王某，2024-02-01）"
    assert found.met == {1}


def test_rule_place_and_values_do_so_too(tmp_path: Path) -> None:
    found = settled(tmp_path, PLACE)
    assert [each.status for each in found.checked.findings] == [Status.WAIVED]
    coded = settled(tmp_path, PLACE.replace("同数异说", "stated_twice_differently"))
    assert coded.checked.findings == found.checked.findings


@pytest.mark.parametrize(
    "text",
    [
        PLACE.replace("计划改造的5个老旧小区", "已全部完工"),
        by_print(16, "规则: 同数异说\n  所在: 已全部完工\n  "),
    ],
)
def test_changed_values_open_it_again_and_say_so(tmp_path: Path, text: str) -> None:
    assert settled(tmp_path, text).checked.findings[0].status is Status.WAIVED
    found = settled(tmp_path, text, "6个")
    (finding,) = found.checked.findings
    assert finding.status is Status.OPEN
    assert found.checked.has_errors
    assert finding.message.endswith("数已改变，不再适用。")
    assert found.met == {1}


def test_an_expired_entry_does_not_count_from_the_next_day_on(tmp_path: Path) -> None:
    text = by_print(8, "有效至: 2024-04-30\n  ")
    assert settled(tmp_path, text, today=date(2024, 4, 30)).checked.findings[0].status is Status.WAIVED
    (finding,) = settled(tmp_path, text).checked.findings
    assert finding.status is Status.OPEN
    assert finding.message.endswith("已于2024-04-30到期，不再适用。")


def test_an_entry_in_force_goes_before_an_expired_one(tmp_path: Path) -> None:
    found = settled(tmp_path, by_print(8, "有效至: 2024-04-30\n  ") + by_print(16))
    assert [each.status for each in found.checked.findings] == [Status.WAIVED]
    assert next(iter(found.waived.values())).number == 2
    assert found.met == {1, 2}


def test_an_entry_written_twice_is_none_that_met_nothing(tmp_path: Path) -> None:
    assert settled(tmp_path, PLACE + PLACE).met == {1, 2}


def test_values_may_be_given_without_their_units_while_only_one_can_be_meant(tmp_path: Path) -> None:
    bare = PLACE.replace("[7个, 5个]", "[7, 5]")
    assert settled(tmp_path, bare).checked.findings[0].status is Status.WAIVED
    assert settled(tmp_path, bare.replace("[7, 5]", "[7, 50]")).checked.findings[0].status is Status.OPEN
    assert settled(tmp_path, bare, "6个").checked.findings[0].status is Status.OPEN


@pytest.mark.parametrize(
    "text",
    [
        "- 指纹: 0123456789abcdef\n  " + SAID,
        PLACE.replace("计划改造的5个老旧小区", "别处的话"),
        PLACE.replace("同数异说", "分项与合计不符"),
        by_print(8, "报告: 别的.docx\n  "),
    ],
)
def test_an_entry_about_something_else_leaves_it_open_and_is_known_to_have_met_nothing(
    tmp_path: Path, text: str
) -> None:
    found = settled(tmp_path, text)
    assert found.checked == checked()
    assert found.met == frozenset()


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- 指纹: 01234567\n  人: 王某\n  日期: 2024-02-01\n", 1, "缺少“理由”"),
        ("- 指纹: 01234567\n  理由: ''\n  人: 王某\n  日期: 2024-02-01\n", 2, "“理由”是空的"),
        (PLACE.replace("2024-02-01", "二月一日"), 6, "不是日期"),
        (PLACE + "  备注: 无\n", 7, "不认识“备注”"),
        ("- " + SAID, 1, "要写“指纹”"),
        ("- 指纹: 第一个\n  " + SAID, 1, "照抄"),
        (PLACE.replace("同数异说", "同数不同说"), 1, "没有“同数不同说”这条规则"),
        (PLACE + "  有效至: 2024-01-01\n", 7, "早于"),
        ("指纹: 01234567\n", 1, "列表"),
        ("- [a\n", 1, "YAML"),
        ("- 指纹：01234567\n  理由：无\n", 1, "半角"),
        ("", 1, "空的"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(PolicyError, match=says) as fault:
        settled(tmp_path, text)
    assert (fault.value.path, fault.value.line) == ("说明.yaml", line)
