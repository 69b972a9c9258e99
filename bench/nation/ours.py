"""本软件的做法：口径目录从 Parquet 文件到各张小表，再按中央评分表给每个县打分。"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pyarrow as pa

from anju.facts.occasion import Occasion
from anju.facts.store import FactStore, statement
from anju.measures._aggregate import Plan, aggregate
from anju.measures.catalogue import MODULES, declared, prepared
from anju.policy.scheme import Scheme
from anju.scoring.county import counties
from anju.scoring.score import measures_of, score
from nation.facts import nation
from nation.sums import SUMS
from nation.words import AS_OF, NATION, POLICY, YEAR

OCCASION = Occasion(NATION, YEAR, AS_OF, POLICY)


def central() -> Scheme:
    return POLICY.default_scheme(YEAR)


def compared() -> tuple[str, ...]:
    """The measures all of whose sums have been written by hand too."""
    return tuple(code for code in MODULES if all(f"{code}.{name}" in SUMS for name in declared([code], OCCASION)[code]))


def plan(codes: Iterable[str]) -> Plan:
    return prepared(tuple(codes), OCCASION).plan


def prepare(codes: Iterable[str], days: int) -> None:
    """What the first run of an occasion costs beyond the next: declaring the measures and writing the statements.

    `days` before the as-of day; another number is another occasion.
    """
    occasion = replace(OCCASION, as_of=AS_OF - timedelta(days=days))
    for expression in prepared(tuple(codes), occasion).plan.expressions:
        statement(expression)


def aggregates(files: Mapping[str, Path], codes: Iterable[str]) -> list[pa.Table]:
    """The small tables of the measures."""
    store = FactStore(parquet=files)
    try:
        return aggregate(store, plan(codes))
    finally:
        store.close()


def scores(files: Mapping[str, Path]) -> int:
    """Score every county under the central table, one after the other; how many there were."""
    store, scheme = FactStore(parquet=files), central()
    try:
        found = counties(store, OCCASION, measures_of(scheme))
        return sum(1 for county in found.values() if score(county, scheme))
    finally:
        store.close()


def peak() -> float:
    """Peak resident memory of this process in MiB. Linux's getrusage would also tell that of the parent before exec."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / (1 << 10)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20) if sys.platform == "darwin" else most / (1 << 10)


if __name__ == "__main__":
    scores(nation(int(sys.argv[1])))
    print(peak())
