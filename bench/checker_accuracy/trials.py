"""一批报告分给两个进程去试：自己写的和另写的各多少份，种子固定。"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from random import Random

from anju.policy.loader import Policy, load_policy
from checker_accuracy import own
from checker_accuracy.county import draw
from checker_accuracy.desk import Desk
from checker_accuracy.mutation import Dose, Trial, tried
from checker_accuracy.pieces import Written
from checker_accuracy.wordings import KINDS

DOSE = Dose(wrong=8, same=5, other=3)


def independent(seed: int) -> Written:
    """One report of the wordings; the kinds take turns."""
    chance = Random(seed)
    desk = Desk(draw(chance), chance)
    kind = KINDS[seed % len(KINDS)]
    return desk.written(f"{kind.__name__.rsplit('.', 1)[-1]}-{seed}", kind.report(desk))


def trials(others: int, ours: int, processes: int) -> Iterator[Trial]:
    """First our own reports, which take longest, then the others."""
    with ProcessPoolExecutor(processes) as pool:
        yield from pool.map(_own, range(ours))
        yield from pool.map(_independent, range(others), chunksize=4)


def _own(seed: int) -> Trial:
    return tried(own.report(seed, _policy()), seed, DOSE)


def _independent(seed: int) -> Trial:
    return tried(independent(seed), seed, DOSE)


@cache
def _policy() -> Policy:
    return load_policy()
