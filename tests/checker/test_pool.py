"""Jobs come back in order; one that hangs, dies or fails is lost alone; nobody is left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from anju.checker import pool
from anju.checker.pool import Failed, Lost, pooled

METHODS = ("fork", "spawn")


def act(job: str) -> str:
    if job == "hang":
        time.sleep(60)
    if job == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if job == "fail":
        raise ZeroDivisionError
    return f"{job}*"


def slow_first(job: int) -> int:
    time.sleep(0.3 if job == 0 else 0)
    return job


def who(_: int) -> int:
    return os.getpid()


def mark(folder: str) -> None:
    Path(folder, str(time.monotonic_ns())).touch()


@pytest.mark.parametrize("method", METHODS)
def test_what_hangs_dies_or_fails_is_lost_alone(method: str) -> None:
    jobs = ["a", "hang", "b", "die", "c", "fail", "d"]
    found = list(pooled(jobs, act, processes=2, seconds=3, method=method))
    assert [found[n] for n in (0, 2, 4, 6)] == ["a*", "b*", "c*", "d*"]
    assert found[1] == Lost("超过3秒没有查完")
    assert isinstance(found[3], Lost)
    assert "内存" in found[3].why
    assert found[5] == Failed("ZeroDivisionError")
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("processes", [1, 2, 5])
def test_the_order_is_that_of_the_jobs(processes: int) -> None:
    assert list(pooled(range(200), slow_first, processes=processes)) == list(range(200))


def test_no_more_than_so_many_wait_for_a_slow_one(tmp_path: Path) -> None:
    results = pooled([str(tmp_path)] * 200, mark, processes=2)
    next(results)
    time.sleep(0.3)
    assert len(list(tmp_path.iterdir())) <= 2 * pool._AHEAD + 2
    results.close()
    assert multiprocessing.active_children() == []


def test_a_process_is_replaced_after_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_MOST_JOBS", 10)
    assert len(set(pooled(range(40), who, processes=1))) == 4


def test_nobody_outlives_a_parent_that_was_killed(tmp_path: Path, require: Callable[[str], str]) -> None:
    require("linux")
    program = (
        "import os, sys, time, pathlib\nfrom anju.checker.pool import pooled\n"
        "def work(folder):\n    pathlib.Path(folder, str(os.getpid())).touch()\n    time.sleep(60)\n"
        "list(pooled([sys.argv[1]] * 2, work, processes=2))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)])
    assert _within(10, lambda: len(list(tmp_path.iterdir())) == 2)
    parent.kill()
    parent.wait()
    children = [int(each.name) for each in tmp_path.iterdir()]
    assert _within(10, lambda: not any(map(_alive, children)))


def _within(seconds: float, happened: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while not happened() and time.monotonic() < until:
        time.sleep(0.05)
    return happened()


def _alive(process: int) -> bool:
    """Whether it still runs; one that waits to be buried does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_nothing_to_do_is_nothing() -> None:
    assert list(pooled([], act)) == []
