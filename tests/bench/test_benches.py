"""每个计时都能跑：用最小的数据跑一遍，几种算法结果相同；快慢不在这里判。"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
# polars is installed for the benches alone (make bench), so here the peers are those that are there.
PEERS = ",".join(["sql", *(name for name in ("pandas", "polars") if find_spec(name))])
TINY = {
    "nation_measures": ["--counties", "20", "--rounds", "1", "--look", "--peers", PEERS],
    "docx_controls": ["--rounds", "1", "--look"],
    "report_folder": ["--rounds", "1", "--look"],
    "workbook_read": ["--rows", "300", "--rounds", "1", "--look"],
}
NAMES = sorted(path.stem for path in BENCH.glob("[!_]*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_a_bench_runs(name: str) -> None:
    command = [sys.executable, str(BENCH / f"{name}.py"), *TINY[name]]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "一样" in done.stdout or "全部相同" in done.stdout


@pytest.mark.parametrize("name", NAMES)
def test_what_a_bench_promises_is_written(name: str) -> None:
    assert f"`{name}.py`" in (BENCH / "README.md").read_text(encoding="utf-8")
