"""部分大于全部：同意的多于参加的、有效的多于收回的、完工的多于开工的。"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import combinations, pairwise
from operator import or_
from typing import Any

from anju.facts.checking import Fault, row_of
from anju.facts.checks._filled import filled
from anju.facts.checks._rows import of_year
from anju.facts.checks._words import called, names
from anju.facts.occasion import Occasion
from anju.facts.store import TABLES, FactStore
from anju.kernel.area import square_metres
from anju.kernel.citation import Citation
from anju.kernel.finding import Computation, Severity

AUDIT_POINTS = ("C03",)
SEVERITY = Severity.ERROR
BASIS = Citation("anju-default", note="部分不能大于全部")
CHAINS: dict[str, tuple[tuple[str, ...], ...]] = {
    "renovations": (("communities_accepted", "communities_finished", "communities_started"),),
    "consents": (
        ("owners_agreed", "owners_took_part", "owners_total"),
        ("area_agreed_dm2", "area_took_part_dm2", "area_total_dm2"),
    ),
    "survey_frames": (("satisfied", "valid", "returned", "issued"),),
    "inspections": (("mended", "defects"),),
}
"""Table → columns of which none may be greater than a later one of its chain."""


def check(store: FactStore, occasion: Occasion) -> Iterator[Fault]:
    known = names(store, occasion)
    for name, chains in CHAINS.items():
        if not filled(store, occasion, TABLES[name]):
            continue
        rows = of_year(TABLES[name], occasion)
        wrong = [rows[part] > rows[whole] for chain in chains for part, whole in combinations(chain, 2)]
        for row in store.rows(rows.filter(reduce(or_, wrong))):
            for part, whole in _steps(row, chains):
                if row[part] > row[whole]:
                    yield _fault(name, part, whole, row, called(known, row["community"]))


def _steps(row: dict[str, Any], chains: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, str]]:
    """Each known column with the next known one."""
    for chain in chains:
        yield from pairwise(name for name in chain if row[name] is not None)


def _fault(name: str, part: str, whole: str, row: dict[str, Any], place: str) -> Fault:
    table = TABLES[name]
    small, large = table.by_name[part], table.by_name[whole]
    shown = [_shown(small.shown, part, row), _shown(large.shown, whole, row)]
    return Fault(
        f"{table.title}表{place}：{small.zh}{shown[0]}，大于{large.zh}{shown[1]}，部分不可能大于全部。请核对是哪一格填错。",
        row_of(table, row, part),
        Computation(shown[0], shown[1], (f"{small.zh}{shown[0]}", f"{large.zh}{shown[1]}")),
    )


def _shown(unit: str, column: str, row: dict[str, Any]) -> str:
    value = row[column]
    return f"{square_metres(value)}㎡" if column.endswith("_dm2") else f"{value}{unit}"
