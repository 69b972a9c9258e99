"""查许多份报告：分给所有的核，按次序交回；读不了、卡住、崩溃的，说明原因，别的照查。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from anju.checker.checked import Checked
from anju.checker.pool import Failed, Lost, pooled
from anju.checker.readers import read
from anju.checker.reading import Unreadable
from anju.checker.run import check


def check_files(
    paths: Sequence[Path], *, processes: int | None = None, seconds: float = 60
) -> Iterator[tuple[Path, Checked | str]]:
    """Each report with what was found in it, or one Chinese sentence why it could not be checked, in the order of the
    paths. A single one is checked here; several are shared out to `processes`, by default one a core, each report
    having so many seconds."""
    if len(paths) == 1:
        yield paths[0], _checked(paths[0])
        return
    for path, found in zip(paths, pooled(paths, _checked, processes=processes, seconds=seconds), strict=True):
        yield path, lost(path, found) if isinstance(found, Lost | Failed) else found


def lost(path: Path, loss: Lost | Failed) -> str:
    """What is said of a report that was not finished."""
    if isinstance(loss, Lost):
        return f"“{path.name}”{loss.why}"
    return f"“{path.name}”没有查完，程序出了意外（{loss.kind}）；请把这份文件和这句话交给软件维护人"


def _checked(path: Path) -> Checked | str:
    try:
        return check(read(path))
    except Unreadable as fault:
        return str(fault)
