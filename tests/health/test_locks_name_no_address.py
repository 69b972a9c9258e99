"""The locks pin every package by hash and say nothing about where it comes from."""

import re
from pathlib import Path

from health.house import ROOT, place

ADDRESS = re.compile(r"://|^\s*-{1,2}(?:i|f|index|extra|find|trusted)\b|\s@\s")
LOCKS = ("requirements.lock", "bench/requirements.lock")


def faults(root: Path) -> list[str]:
    found = []
    for path in (root / name for name in LOCKS if (root / name).exists()):
        text = path.read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            if ADDRESS.search(line):
                found.append(f"{place(root, path, number)} {line}")
        for entry in re.split(r"^(?=\w)", text, flags=re.MULTILINE):
            if entry[:1].isalnum() and "--hash=sha256:" not in entry:
                found.append(f"{place(root, path)} {entry.split()[0]}: no hash")
    return found


def test_locks_name_no_address() -> None:
    assert faults(ROOT) == []
