"""A decision is one numbered page of at most 60 lines: Situation, Choice, Cost."""

import re
from pathlib import Path

from health.house import ROOT

HEADINGS = ["## Situation", "## Choice", "## Cost"]


def faults(root: Path) -> list[str]:
    found, numbers = [], []
    for path in sorted((root / "docs/decisions").glob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        if not re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name):
            found.append(f"{path.name}: not named 0000-what-was-decided.md")
        if len(lines) > 60:
            found.append(f"{path.name}: {len(lines)} lines")
        if [line for line in lines if line.startswith("## ")] != HEADINGS:
            found.append(f"{path.name}: headings are not {', '.join(HEADINGS)}")
        numbers.append(path.name[:4])
    return found + [f"number {number} twice" for number in sorted({n for n in numbers if numbers.count(n) > 1})]


def test_decisions_fit_a_page() -> None:
    assert faults(ROOT) == []
