"""一批文件分给几个进程：按原来的次序交回；卡住的、崩溃的只损失它自己那一份。

The standard pools lose everything when one process dies and cannot stop one that hangs. Here each process has a pipe
of its own and one job at a time; whoever runs out of time or dies is replaced, and its job alone is lost.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

Job = TypeVar("Job")
Done = TypeVar("Done")
_MOST_JOBS = 400
"""After so many a process is replaced: what its libraries never gave back goes with it."""
_PARENT = 0.5
"""Seconds between two looks whether the parent is still there."""
_AHEAD = 16
"""How many results for each process may wait for a slow one before them."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A job that was never finished: one Chinese sentence says why."""

    why: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that ended with an exception that nobody foresaw, by its kind."""

    kind: str


class _Worker(Generic[Job, Done]):
    """One process with its pipe, and the job that it has in hand."""

    def __init__(self, method: str, work: Callable[[Job], Done], others: Sequence[_Worker[Job, Done]]) -> None:
        context = multiprocessing.get_context(method)
        self.pipe, theirs = context.Pipe()
        # A forked child holds its brothers' pipes too: closed there, or nobody would notice that the parent is gone.
        inherited = [self.pipe, *(each.pipe for each in others)] if method == "fork" else []
        self.process = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, work, inherited), daemon=True
        )
        self.process.start()
        theirs.close()
        self.number: int | None = None
        self.until = 0.0
        self.served = 0

    def give(self, number: int, job: Job, seconds: float) -> None:
        self.number, self.until = number, time.monotonic() + seconds
        self.served += 1
        with suppress(BrokenPipeError, ConnectionResetError):  # it died: noticed when the answer is asked for
            self.pipe.send(job)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _serve(pipe: Connection, work: Callable[[Job], Done], inherited: Sequence[Connection]) -> None:
    """The life of a process: a job in, a result out, until nobody sends any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in inherited:
        each.close()
    gc.enable()
    threading.Thread(target=_outlive_nobody, args=(os.getppid(),), daemon=True).start()
    with suppress(OSError):  # short of memory, the kernel shall take one of these and not the program
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    with suppress(EOFError, OSError):
        while True:
            job = pipe.recv()
            try:
                result: Done | Failed = work(job)
            except Exception as fault:  # whatever one report does to us must not stop the others
                result = Failed(type(fault).__name__)
            pipe.send(result)


def _outlive_nobody(parent: int) -> None:
    """End this process when its parent is gone, be it in the midst of a job: nobody is left to stop it. Where the
    system does not tell, it ends after the job."""
    while os.getppid() == parent:
        time.sleep(_PARENT)
    os._exit(1)


def cores() -> int:
    """How many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start_method() -> str:
    """Forking is at once; where it is not safe, processes start anew."""
    return "fork" if sys.platform == "linux" else "spawn"


def pooled(
    jobs: Sequence[Job],
    work: Callable[[Job], Done],
    *,
    processes: int | None = None,
    seconds: float = 60,
    method: str | None = None,
) -> Iterator[Done | Lost | Failed]:
    """The results in the order of the jobs, as they become ready. `work`, jobs and results can be pickled; a job has
    `seconds`. Closing the iterator ends all processes."""
    pool = _Pool(jobs, work, min(processes or cores(), len(jobs)), seconds, method or start_method())
    try:
        yield from pool.results()
    finally:
        pool.end()


@dataclass
class _Pool(Generic[Job, Done]):
    jobs: Sequence[Job]
    work: Callable[[Job], Done]
    processes: int
    seconds: float
    method: str
    workers: list[_Worker[Job, Done]] = field(default_factory=list)
    following: int = 0

    def results(self) -> Iterator[Done | Lost | Failed]:
        ready: dict[int, Done | Lost | Failed] = {}
        for wanted in range(len(self.jobs)):
            while wanted not in ready:
                self._hand_out(wanted + _AHEAD * self.processes)
                for worker in self._answering():
                    number, worker.number = worker.number, None
                    if number is not None:
                        ready[number] = self._answer(worker)
            yield ready.pop(wanted)

    def end(self) -> None:
        for worker in self.workers:
            worker.end()

    def _hand_out(self, limit: int) -> None:
        """Give every idle process a job, those that are gone being replaced, but none beyond the limit."""
        idle = [each for each in self.workers if each.number is None]
        while self.following < min(len(self.jobs), limit) and (idle or len(self.workers) < self.processes):
            if not idle:
                idle.append(_Worker(self.method, self.work, self.workers))
                self.workers += idle
            idle.pop().give(self.following, self.jobs[self.following], self.seconds)
            self.following += 1

    def _answering(self) -> list[_Worker[Job, Done]]:
        """Those that answered, died, or are out of time; waits for the first."""
        busy = {worker.pipe: worker for worker in self.workers if worker.number is not None}
        left = min((worker.until for worker in busy.values()), default=0.0) - time.monotonic()
        spoke = [busy[pipe] for pipe in wait(list(busy), max(left, 0)) if isinstance(pipe, Connection)]
        now = time.monotonic()
        return spoke or [worker for worker in busy.values() if worker.until <= now]

    def _answer(self, worker: _Worker[Job, Done]) -> Done | Lost | Failed:
        """What a process says; one that says nothing is ended, and so is one that has served long enough."""
        answer: Done | Lost | Failed = Lost(f"超过{self.seconds:g}秒没有查完")
        if worker.pipe.poll():
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                answer = Lost("查到一半，查它的进程被系统结束了，可能是内存不够")
        if isinstance(answer, Lost) or worker.served >= _MOST_JOBS:
            worker.end()
            self.workers.remove(worker)
        return answer
