"""全国的口径：2,800 个县、560 万行 Parquet，从文件到各县的合计，与三种手写算法比；再按中央评分表打分。"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from statistics import median

import pyarrow as pa
from _pairs import Promises, Way, once, take_turns
from nation import agree, ours
from nation.facts import nation, rows

OURS = "口径"
PEERS = {"sql": ("手写 DuckDB SQL", 1.3), "polars": ("手写 polars", 2.5), "pandas": ("手写 pandas", 1.0)}
"""Module by_hand_…: what it is called, and how many times its time ours may take."""
GROWTH = 11
"""Ten times the data may take so many times the time."""
LINEAR = 1.25
"""A county among all may take so many times what it takes among a quarter of them."""
MEMORY = 1024

Files = Mapping[str, Path]
ByHand = Callable[[Files], Mapping[str, pa.Table]]


def main(arguments: list[str] | None = None) -> int:
    asked = _arguments(arguments)
    bench = Bench(Promises(asked.judged), asked.counties, asked.rounds, asked.peers.split(","))
    bench.describe()
    if not bench.agree():
        return 1
    bench.against_peers()
    bench.overhead()
    bench.growth()
    bench.scores()
    bench.memory()
    return bench.promises.status


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--counties", type=int, default=2800, help="多少个县（默认 2800）")
    parser.add_argument("--rounds", type=int, default=7, help="每种做法计时几遍（默认 7）")
    parser.add_argument("--peers", default=",".join(PEERS), help="与哪几种比（默认全比）")
    parser.add_argument("--look", dest="judged", action="store_false", help="只看比值，不判守没守住")
    return parser.parse_args(arguments)


@dataclass(frozen=True)
class Bench:
    """One run over a nation of `counties`; each way is timed `rounds` times."""

    promises: Promises
    counties: int
    rounds: int
    peers: Sequence[str]

    @cached_property
    def files(self) -> Files:
        return nation(self.counties)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return ours.compared()

    @cached_property
    def by_hand(self) -> Mapping[str, ByHand]:
        return {name: import_module(f"nation.by_hand_{name}").aggregates for name in self.peers}

    def describe(self) -> None:
        left = sorted(set(ours.MODULES) - set(self.codes))
        self.promises.say(f"{self.counties}个县，{rows(self.files):,}行，{len(self.files)}张表")
        self.promises.say(f"{len(self.codes)}个口径，{len(ours.plan(self.codes).columns)}个合计")
        if left:
            self.promises.say(f"没有手写对照、不计时的口径：{'、'.join(left)}")

    def agree(self) -> bool:
        """Every county, every sum; nothing is timed before."""
        engine = agree.ours(ours.plan(self.codes), self._ours(self.files))
        for name, way in self.by_hand.items():
            differing = agree.differing(engine, agree.by_hand(way(self.files), engine))
            if differing:
                self.promises.say(f"与{PEERS[name][0]}不同的合计：{'、'.join(differing)}")
                return False
        self.promises.say("各县的每个合计，几种算法全部相同")
        return True

    def against_peers(self) -> None:
        ways = {name: partial(way, self.files) for name, way in self.by_hand.items()}
        found = take_turns({OURS: partial(self._ours, self.files), **ways}, self.rounds)
        for name in self.peers:
            title, most = PEERS[name]
            self.promises.say(f"  {OURS} {found.median(OURS):.3f} 秒，{title} {found.median(name):.3f} 秒")
            self.promises.keep(f"{OURS}÷{title}", found.ratio(OURS, name), most)

    def overhead(self) -> None:
        """What Ibis costs where there is little to add up, and what the first run of an occasion costs beyond."""
        few = nation(max(self.counties // 100, 1))
        ways = {OURS: partial(self._ours, few), **{name: partial(self.by_hand[name], few) for name in self.peers[:1]}}
        found = take_turns(ways, self.rounds)
        first = median(once(partial(ours.prepare, self.codes, day)) for day in range(1, self.rounds + 1))
        title, ratio = PEERS[self.peers[0]][0], found.ratio(OURS, self.peers[0])
        self.promises.say(f"{rows(few):,}行时 Ibis 的开销：{OURS}÷{title} {ratio:.2f}倍，{found.median(OURS):.3f} 秒")
        self.promises.say(f"同一场合第一次算，另要写出语句 {first:.3f} 秒（以后不再要）")

    def growth(self) -> None:
        tenth, whole = (nation(max(self.counties // part, 1)) for part in (10, 1))
        found = take_turns({"tenth": partial(self._ours, tenth), "whole": partial(self._ours, whole)}, self.rounds)
        what = f"{rows(whole):,}行的用时÷{rows(tenth):,}行的用时"
        self.promises.keep(what, found.ratio("whole", "tenth"), GROWTH)

    def scores(self) -> None:
        """What lies beyond the aggregates: each county's sums chosen by law 4, its evidence, and the scoring itself.

        In processor seconds: it is one thread of Python, and nothing is set against it but itself.
        """
        sizes = [max(self.counties // part, 1) for part in (4, 2, 1)]
        codes = sorted(ours.measures_of(ours.central()))
        ways: dict[str, Way] = {}
        for size in sizes:
            ways[f"sums {size}"] = partial(ours.aggregates, nation(size), codes)
            ways[f"all {size}"] = partial(ours.scores, nation(size))
        found = take_turns(ways, max(self.rounds // 2, 1), time.process_time)
        each = []
        for size in sizes:
            sums = found.median(f"sums {size}")
            apart = found.median(f"all {size}") - sums
            each.append(apart / size)
            said = f"占处理器 {apart:.2f} 秒，每县 {each[-1] * 1000:.2f} 毫秒，是合计的 {apart / sums:.1f} 倍"
            self.promises.say(f"  {size}个县按中央评分表打分 {said}")
        self.promises.keep(f"每县打分所占处理器，{sizes[-1]}个县时÷{sizes[0]}个县时", each[-1] / each[0], LINEAR)

    def memory(self) -> None:
        """The peak of the whole path, in a process of its own."""
        command = [sys.executable, "-m", "nation.ours", str(self.counties)]
        done = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=True)
        self.promises.keep("口径和打分的内存峰值", float(done.stdout.split()[-1]), MEMORY, "兆")

    def _ours(self, files: Files) -> list[pa.Table]:
        return ours.aggregates(files, self.codes)


if __name__ == "__main__":
    raise SystemExit(main())
