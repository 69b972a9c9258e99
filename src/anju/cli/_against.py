"""与快照对照：有签发底稿的逐处比，没有底稿的与快照里的事实逐数比。"""

from __future__ import annotations

from pathlib import Path

from anju.checker.against_facts import against_snapshot
from anju.cli._parser import BadInput
from anju.facts.snapshot import BadSnapshot
from anju.facts.snapshot import read as read_snapshot

__all__ = ["against_snapshot", "snapshot_folder"]


def snapshot_folder(path: Path) -> Path:
    """The folder with the manifest. BadInput when there is no sound snapshot."""
    try:
        read_snapshot(path)
    except BadSnapshot as fault:
        raise BadInput(str(fault)) from None
    return path if (path / "manifest.json").is_file() else path / "snapshot"
