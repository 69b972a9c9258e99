"""量核查的家什不会生锈：改动确实改了字，明显的错查得出，意思不变的照旧，写成的页样样都在。"""

from __future__ import annotations

from fractions import Fraction
from random import Random

import pytest
from checker_accuracy import own, seed, structure
from checker_accuracy.desk import printed_number
from checker_accuracy.mutation import Dose, tried
from checker_accuracy.operators import SAME, WRONG, of_figures
from checker_accuracy.page import Measured, page
from checker_accuracy.pieces import Figure, Kind, Line, Listed, Written, walk
from checker_accuracy.trials import independent

from anju.policy.loader import load_policy

SUM = "本年支出合计300.50万元，其中：人员经费200.25万元，公用经费100.25万元。"


def figure(number: str, unit: str = "万元", kind: Kind = Kind.MONEY) -> Figure:
    return Figure(number, unit, kind, Fraction(number), unit)


def small(*pieces: str | Figure | Listed) -> Written:
    return Written("小", "independent", (Line(pieces),))


@pytest.mark.parametrize("number", range(8))
def test_every_change_changes_the_text_and_nothing_else(number: int) -> None:
    report, chance = independent(number), Random(number)
    before = [line.text for line in report.lines]
    mutants = [*of_figures(report, chance, 6, WRONG), *of_figures(report, chance, 6, SAME)]
    mutants += [*structure.wrong(report, chance, 3), *structure.reordered(report, chance, 3)]
    assert len(mutants) > 20
    for mutant in mutants:
        after = [line.text for line in mutant.report.lines]
        changed = [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
        moved = mutant.operator == "一项挪到别的总数下"
        assert mutant.line in changed, mutant
        assert len(changed) <= (2 if moved else 1), mutant


@pytest.mark.parametrize("name", SAME)
def test_what_means_the_same_is_the_same_amount(name: str) -> None:
    given = figure("20332.30")
    other = SAME[name](given, Random(1))
    assert other is not None
    assert other != given
    zeros = {"元": 0, "万元": 4, "亿元": 8}[other.unit]
    digits = other.number.removeprefix("约").replace(",", "")
    value = Fraction("".join(chr(ord(each) - 0xFEE0) if ord(each) > 0xFF00 else each for each in digits))
    assert abs(value * 10**zeros - Fraction("203323000")) <= Fraction(10**6, 2)


def test_an_obvious_mutant_is_killed_and_a_harmless_one_is_not() -> None:
    head, parts = SUM.split("人员经费")
    pieces = (
        head.split("300.50")[0],
        figure("300.50"),
        "，其中：人员经费",
        figure("200.25"),
        "，公用经费",
        figure("100.25"),
    )
    report = small(*pieces, "。")
    assert report.lines[0].text == SUM, parts
    trial = tried(report, 1, Dose(wrong=3, same=3, other=0))
    assert trial.findings == []
    assert trial.covered == trial.figures == 3
    wrong = [each for each in trial.outcomes if not each.equivalent]
    same = [each for each in trial.outcomes if each.equivalent]
    assert [each for each in wrong if not each.fired] == []
    assert len(wrong) >= 15
    assert [each.said for each in same if each.fired] == []


def test_a_mutant_of_a_number_that_stands_alone_is_neither_covered_nor_killed() -> None:
    trial = tried(small("安装路灯", figure("46", "盏", Kind.COUNT), "。"), 1, Dose(wrong=1, same=0, other=0))
    assert trial.outcomes
    assert not any(each.covered or each.fired for each in trial.outcomes)


def test_every_report_is_long_has_tables_and_comes_out_alike_again() -> None:
    reports = [independent(number) for number in range(40)]
    for report in reports:
        figures = [found for found in walk(report) if isinstance(found.piece, Figure)]
        assert len(figures) >= 20, report.name
        assert any(line.place is not None for line in report.lines), report.name
    assert [each.lines for each in reports[:4]] == [independent(number).lines for number in range(4)]


def test_our_own_report_keeps_its_figures_where_their_controls_are() -> None:
    report = own.report(0, load_policy())
    figures = [found for found in walk(report) if isinstance(found.piece, Figure)]
    assert len(figures) > 100
    for found in figures[:50]:
        assert report.lines[found.line].text[found.start : found.end] == found.piece.text  # type: ignore[union-attr]


def test_the_page_says_what_was_measured() -> None:
    trials = [tried(independent(number), number, Dose(wrong=1, same=1, other=1)) for number in range(2)]
    text = page(Measured(trials=trials, verdict=seed.verdict()))
    for heading in ("标注过的公开报告", "改动一处，查不查得出", "随附的磴口县报告", "快慢"):
        assert f"## {heading}" in text
    assert "| 1 | “7个小区”与“5个老旧小区” | 能 | 错误 `stated_twice_differently` |" in text
    assert f"| 报告 | {2} | 0 | 2 |" in text


def test_half_is_rounded_up() -> None:
    assert printed_number(Fraction("0.125"), 2) == "0.13"
    assert printed_number(Fraction("1234567.5"), 0, commas=True) == "1,234,568"
