"""The page that a reviewer would write: bounded, worst first, and never longer for what is right than for what is
wrong."""

from __future__ import annotations

import io

from anju.cli._checked import print_checked, print_many
from anju.cli._notes import Note, Notes
from anju.cli._print import plain
from anju.kernel.finding import Severity, Status


def note(number: int, severity: Severity = Severity.ERROR, status: Status = Status.OPEN, waiver: str = "") -> Note:
    return Note(severity, status, "同数异说", f"第{number}段不一致，请核。", "", "01234567", waiver)


def printed(*several: Notes) -> str:
    page = io.StringIO()
    if len(several) == 1:
        print_checked(plain(page), several[0])
    else:
        print_many(plain(page), several)
    return page.getvalue()


def test_a_report_checked_alone_is_shown_whole() -> None:
    out = printed(Notes("甲.docx", notes=tuple(map(note, range(201)))))
    assert "要说明或改正的（201条）" in out
    assert "第199段" in out
    assert "第200段" not in out
    assert "……其余1条，改好前面的再查一遍就能看到" in out


def test_among_others_fifteen_are_shown_and_the_rest_is_counted() -> None:
    out = printed(Notes("甲.docx", notes=tuple(map(note, range(16)))), Notes("乙.docx"))
    assert "第14段" in out
    assert "第15段" not in out
    assert "……其余1条，单独查这一份就能看全" in out


def test_no_name_and_no_word_of_a_report_moves_the_cursor() -> None:
    strange = Note(Severity.ERROR, Status.OPEN, "同数异说", "“7\x1b[2J个”不一致，请核。", "", "01234567")
    out = printed(Notes("甲\n\x1b[31m.docx", notes=(strange,)), Notes("乙\x07.docx", "“乙\x07.docx”坏了"))
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "核对报告：甲□□[31m.docx\n" in out


def test_each_standing_has_its_heading_and_a_waiver_its_reason() -> None:
    declared = note(2, Severity.NOTE, Status.DECLARED)
    waived = note(3, Severity.WARNING, Status.WAIVED, "口径不同（王某，2024-02-01）")
    out = printed(
        Notes("甲.docx", notes=(note(1), declared, waived), undecided=(("基数没有写明", 3), ("表内合计不符", 1)))
    )
    headings = ["要说明或改正的（1条）", "报告自己已写明的（1条）", "看过、说明理由放过的（1条）", "未能核对的（4条）"]
    assert [out.index(each) for each in headings] == sorted(out.index(each) for each in headings)
    assert "     理由：口径不同（王某，2024-02-01）" in out
    assert "基数没有写明3条；表内合计不符1条。" in out
    assert "错误1条、警告0条、提示0条。" in out


def test_what_is_clean_says_so() -> None:
    out = printed(Notes("甲.docx", held=2, agreed=("第1段：2处都是7个",), more_agreed=1))
    assert "没有发现前后对不上的数。" in out
    assert "核对过、对得上的（2条）\n  - 第1段：2处都是7个\n    ……其余1条没有一一印出（--format json 里都有）" in out
    assert "改好以后" not in out


def test_of_many_the_worst_are_told_in_full_and_the_rest_is_counted() -> None:
    several = [Notes(f"{number:03}.docx", notes=(note(number),) * (number % 3 + 1)) for number in range(250)]
    out = printed(*several, Notes("坏.docx", "坏了"), Notes("好.docx"))
    rows = [line.split()[0] for line in out.splitlines() if ".docx" in line and not line.startswith("核对报告")]
    assert rows[0] == "坏.docx"
    assert len(rows) == 200
    assert out.count("核对报告：") == 30
    assert "其余222份的问题" not in out
    assert "其余221份的问题没有印在这里：单独查一份，就能看到那一份的" in out
    assert "另1份没有发现问题。" in out
    assert "1份没有查成；错误499条" in out
    assert out.count("改好以后") == 1
