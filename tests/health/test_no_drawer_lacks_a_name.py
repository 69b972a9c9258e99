"""No file or folder is a drawer for whatever had no name."""

import re
from pathlib import Path

from health.house import ROOT, place, texts

DRAWERS = {"utils", "util", "common", "helpers", "helper", "core", "misc", "manager", "managers"}


def faults(root: Path) -> list[str]:
    return [
        place(root, path) for path, _ in texts(root) if DRAWERS & set(re.split(r"[/._-]", place(root, path).lower()))
    ]


def test_no_drawer_lacks_a_name() -> None:
    assert faults(ROOT) == []
