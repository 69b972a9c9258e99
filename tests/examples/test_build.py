"""The shipped workbook says what its source says; one workbook is scored under three tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from anju.cli import main
from anju.examples import DENGKOU_WORKBOOK, build, fictional
from anju.exchange import read_workbook, write_workbook
from anju.facts.snapshot import freeze
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import load_policy
from anju.scoring.assess import assess

POLICY = load_policy()


def test_the_shipped_workbook_holds_the_rows_of_its_source() -> None:
    """After a change of the source or of a sheet: python -m anju.examples."""
    read = read_workbook(DENGKOU_WORKBOOK, policy=POLICY)
    assert read.head is not None
    assert [finding.message for finding in read.findings] == []
    assert freeze(read.head, read.tables).hash == build.dengkou_2023(POLICY).hash


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("清河县") / "清河县.xlsx"
    write_workbook(path, fictional.HEAD, fictional.tables(POLICY, assurance=RowAssurance.STATED), POLICY)
    return path


@pytest.mark.parametrize(
    ("scheme", "grade", "bands"),
    [
        ("national/2023", "优", "优［90，100］、良［80，90）"),
        ("national/self_evaluation", "优", "优［90，100］、良［80，90）"),
        ("360000/2022", "优秀", "优秀（95，100］、良好［85，95］"),
    ],
)
def test_each_table_grades_the_same_workbook_by_its_own_bands(
    workbook: Path, scheme: str, grade: str, bands: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(workbook), "--scheme", scheme]) == 0
    out = capsys.readouterr().out
    assert f"等级：{grade}\n" in out
    assert bands in out


def test_the_workbook_and_the_code_give_the_same_scores(workbook: Path) -> None:
    read = read_workbook(workbook, policy=POLICY)
    assert read.head is not None
    written = assess(freeze(read.head, read.tables), POLICY).evaluation
    coded = assess(build.fictional_2023(POLICY), POLICY).evaluation
    assert (written.confirmed, written.at_most) == (coded.confirmed, coded.at_most)
