"""Many reports are checked as one is, in order, and what cannot be read is told in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from anju.checker.many import check_files, lost
from anju.checker.pool import Failed, Lost
from anju.checker.readers import read
from anju.checker.run import check


@pytest.mark.parametrize("processes", [1, 2])
def test_many_are_as_one(tmp_path: Path, processes: int) -> None:
    for number in range(20):
        text = f"2023年计划改造{number + 2}个老旧小区。\n2023年计划改造的5个老旧小区已全部完工。"
        (tmp_path / f"{number:02}.txt").write_text(text if number != 7 else "", encoding="utf-8")
    paths = sorted(tmp_path.iterdir())
    found = dict(check_files(paths, processes=processes))
    assert list(found) == paths
    assert isinstance(found.pop(paths[7]), str)
    assert found == {path: check(read(path)) for path in found}
    assert dict(check_files(paths[:1])) == {paths[0]: check(read(paths[0]))}


def test_a_loss_is_one_sentence_with_the_name() -> None:
    path = Path("县/报告.docx")
    assert lost(path, Lost("超过60秒没有查完")) == "“报告.docx”超过60秒没有查完"
    assert "（KeyError）" in lost(path, Failed("KeyError"))
