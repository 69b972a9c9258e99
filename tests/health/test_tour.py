"""What docs/tour.md shows is what happens: its Python, and its commands. `ANJU_ACCEPT_GOLDEN=1` records these anew."""

import doctest
import os
import re
from pathlib import Path

from health.house import ROOT
from health.terminal import offer, run

TOUR = ROOT / "docs/tour.md"
CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


def test_every_line_of_python_is_true() -> None:
    failed, tried = doctest.testfile(str(TOUR), module_relative=False, encoding="utf-8")
    assert failed == 0
    assert tried > 20


def test_every_command_prints_what_is_shown(tmp_path: Path) -> None:
    programs = offer(tmp_path / "bin")

    def played(block: re.Match[str]) -> str:
        commands = [line for line in block[1].splitlines() if line.startswith("$ ")]
        lines = [[each, *run(each[2:], place=tmp_path, programs=programs, source=ROOT / "src")] for each in commands]
        return "".join(f"{line}\n" for part in lines for line in part)

    shown = TOUR.read_text(encoding="utf-8")
    found = CONSOLE.sub(played, shown)
    assert len(CONSOLE.findall(shown)) > 1
    if os.environ.get("ANJU_ACCEPT_GOLDEN"):
        TOUR.write_text(found, encoding="utf-8", newline="\n")
    else:
        assert found == shown
