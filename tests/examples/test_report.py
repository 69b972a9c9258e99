"""The county's report retold: the shipped file says what its source says, and it is asked what a reviewer would."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from anju.checker.readers import read
from anju.checker.relation import Result
from anju.checker.run import check
from anju.examples import DENGKOU_REPORT
from anju.examples.report import paragraphs, report_bytes
from anju.kernel.finding import Severity


def test_the_shipped_report_is_the_one_its_source_gives() -> None:
    """After a change of the source: python -m anju.examples."""
    assert DENGKOU_REPORT.read_bytes() == report_bytes()
    assert [each.text for each in read(DENGKOU_REPORT).paragraphs] == [text for _, text in paragraphs()]


def test_seven_against_five_and_money_beyond_the_investment() -> None:
    found = check(read(DENGKOU_REPORT))
    assert [each.code for each in found.findings] == ["stated_twice_differently", "money_exceeds_investment"]
    communities, money = found.findings
    assert communities.severity is Severity.ERROR
    assert {communities.where.text, *(each.text for each in communities.related)} == {"5个", "7个"}
    assert money.severity is Severity.WARNING
    assert all(each in money.message for each in ("2100.01万元", "2033.23万元", "66.78万元", "3.28%"))


def test_the_sources_add_up_and_are_listed_as_holding() -> None:
    held = [each for each in check(read(DENGKOU_REPORT)).relations if each.result is Result.HELD]
    assert "2021万元＋79.01万元＝2100.01万元" in [each.formula for each in held]


@pytest.mark.parametrize("figure", ["7个小区，", "8.44", "23栋", "776", "2033.23", "79.01", "2100.01"])
def test_each_figure_when_altered_is_asked_about(figure: str) -> None:
    """Whatever digit somebody mistypes, what was asked before is not all that is asked now."""
    kept = read(DENGKOU_REPORT)
    before = {each.message for each in check(kept).findings}
    place = next(number for number, each in enumerate(kept.paragraphs) if figure in each.text.replace(" ", ""))
    for altered in _altered(figure):
        text = kept.paragraphs[place].text.replace(figure, altered, 1)
        changed = [*kept.paragraphs]
        changed[place] = type(changed[place])(place + 1, text)
        found = check(type(kept)("x", "docx", tuple(changed)))
        assert {each.message for each in found.findings} - before, altered


def _altered(figure: str) -> list[str]:
    at = next(index for index in range(len(figure) - 1, -1, -1) if figure[index].isdigit())
    return [figure[:at] + digit + figure[at + 1 :] for digit in "1358" if digit != figure[at]]


def test_libreoffice_opens_it_and_keeps_every_word(require: Callable[[str], str], tmp_path: Path) -> None:
    program = require("libreoffice")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path), str(DENGKOU_REPORT)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = read(tmp_path / DENGKOU_REPORT.name)
    assert [each.text for each in saved.paragraphs] == [text for _, text in paragraphs()]
