"""What the READMEs show as printed is printed, and the rooms they name are the rooms there are."""

import re

import pytest
from health.house import ROOT

BLOCK = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
ROOM = re.compile(r"^src/anju/(\w+)/ ", re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "README.en.md"])
def test_the_readme_shows_what_is_printed(name: str) -> None:
    printed = (ROOT / "tests/golden/demo-dengkou-2023.txt").read_text(encoding="utf-8")
    *shown, rooms = BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    assert shown
    assert [each for each in shown if each not in printed] == []
    there = {path.name for path in (ROOT / "src/anju").iterdir() if (path / "__init__.py").exists()}
    assert set(ROOM.findall(rooms)) == there
