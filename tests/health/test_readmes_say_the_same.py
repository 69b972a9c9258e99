"""README.md (Chinese) and README.en.md (English) both exist and show the same commands and the same tree."""

import re
from pathlib import Path

from health.house import HAN, ROOT

FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def shown(text: str) -> list[str]:
    """First words of each line in fenced blocks: the command, or the file; what explains it may differ."""
    lines = [line for block in FENCE.findall(text) for line in block.splitlines()]
    return [first for line in lines if (first := re.split(r"\s{2,}|\s*#", line.strip())[0])]


def faults(root: Path) -> list[str]:
    chinese, english = root / "README.md", root / "README.en.md"
    missing = [path.name for path in (chinese, english) if not path.exists()]
    if missing:
        return missing
    ours, theirs = chinese.read_text(encoding="utf-8"), english.read_text(encoding="utf-8")
    found = [f"only in one README: {line}" for line in sorted(set(shown(ours)) ^ set(shown(theirs)))]
    if not found and shown(ours) != shown(theirs):
        found.append("the READMEs show the same lines in another order")
    if not shown(ours):
        found.append("README.md shows no command")
    if len(HAN.findall(ours)) < 100 or len(HAN.findall(theirs)) > len(theirs) // 4:
        found.append("README.md is written in Chinese, README.en.md in English")
    return found


def test_readmes_say_the_same() -> None:
    assert faults(ROOT) == []
