"""与签发底稿对照：找到快照里这份文件的底稿，逐处比；没有底稿也是一个问题。"""

from __future__ import annotations

from pathlib import Path

from anju.checker.against import compare, find_record
from anju.checker.reading import Reading
from anju.cli._parser import BadInput
from anju.facts.snapshot import BadSnapshot
from anju.facts.snapshot import read as read_snapshot
from anju.kernel.finding import Finding, Severity


def snapshot_folder(path: Path) -> Path:
    """The folder with the manifest. BadInput when there is no sound snapshot."""
    try:
        read_snapshot(path)
    except BadSnapshot as fault:
        raise BadInput(str(fault)) from None
    return path if (path / "manifest.json").is_file() else path / "snapshot"


def changes(against: Path, reading: Reading) -> list[Finding]:
    """What was changed in the document since it was issued."""
    record = find_record(against, reading)
    return [_no_record()] if record is None else compare(reading, record)


def _no_record() -> Finding:
    """The comparison was asked for and could not be made: that must not look like a clean one."""
    return Finding(
        "against.no_record",
        Severity.ERROR,
        "快照里没有这份文件的签发底稿，没有对照。请核对快照是不是写出这份文件的那一个；"
        "不是本软件写的文件，请不要用 --against。",
    )
