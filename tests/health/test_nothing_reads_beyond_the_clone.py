"""No committed file reads the folder that lies beside the clone only where the project is built."""

import re
from pathlib import Path

from health.house import ROOT, place, texts

BESIDE = re.compile(r"\.\./+shared\b|[\"']shared[\"']|parents\[\d\] / [\"']shared")


def faults(root: Path) -> list[str]:
    return [
        place(root, path, number)
        for path, text in texts(root)
        for number, line in enumerate(text.splitlines(), 1)
        if BESIDE.search(line)
    ]


def test_nothing_reads_beyond_the_clone() -> None:
    assert faults(ROOT) == []
