"""轮流计时：几种做法在同一次运行里轮着跑，只比比值；承诺守不住就以非零状态结束。"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

Way = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True)
class Timings:
    """Seconds of each way, a figure a round. Other work on the machine slows a whole round down alike."""

    seconds: Mapping[str, list[float]]

    def median(self, way: str) -> float:
        return median(self.seconds[way])

    def ratio(self, way: str, peer: str) -> float:
        """The median of the ratios within a round."""
        return median(ours / theirs for ours, theirs in zip(self.seconds[way], self.seconds[peer], strict=True))


def take_turns(ways: Mapping[str, Way], rounds: int, clock: Clock = time.perf_counter) -> Timings:
    """Run every way once to warm up, then `rounds` times in turn, each round beginning with another way.

    `clock` time.process_time instead counts what the processors spent on this process alone.
    """
    for way in ways.values():
        way()
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    order = list(ways)
    for _ in range(rounds):
        for name in order:
            seconds[name].append(once(ways[name], clock))
        order = order[1:] + order[:1]
    return Timings(seconds)


def once(way: Way, clock: Clock = time.perf_counter) -> float:
    """Seconds of one run; no garbage of others is collected in it."""
    gc.collect()
    began = clock()
    way()
    return clock() - began


class Promises:
    """Prints what was measured and keeps whether every promise held. `judged` False only prints."""

    def __init__(self, judged: bool) -> None:
        self._judged = judged
        self._broken = False

    def say(self, line: str) -> None:
        print(line, flush=True)

    def keep(self, what: str, found: float, most: float, unit: str = "倍") -> None:
        """One promise: `found` may be `most` at most."""
        held = found <= most
        self._broken |= not held
        verdict = "" if not self._judged else "，守住" if held else "，没有守住"
        self.say(f"{what}：{found:.2f}{unit}（承诺不超过{most:g}{unit}{verdict}）")

    @property
    def status(self) -> int:
        return int(self._judged and self._broken)
