"""改造效果类口径共用：同一类效果的各项内容，计划、完成、验收、改造前后的数量。"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.work_items import TABLE as WORKS
from anju.kernel.assurance import PolicyAssurance
from anju.kernel.citation import Citation
from anju.measures._best import Best, same
from anju.measures._measure import Asked, Measure, Sum, Sums, Supply
from anju.measures._rows import of_year

TITLES = {"planned": "计划", "done": "完成", "accepted": "验收", "before": "改造前", "after": "改造后"}


def effect(family: str) -> Measure:
    """All works that vocabulary work_items puts into the family (vocabulary effects), which share one unit."""
    basis = Citation("laojiu-statistics-survey", quote="改造效果", assurance=PolicyAssurance.RECALLED)
    return Measure(partial(_sums, family), basis, ratio=("done", "planned"), headline="done")


def _sums(family: str, occasion: Occasion) -> Sums:
    """Each column on its own, in thousandths of the family's unit."""
    rows = of_year(WORKS, occasion)
    works = list(occasion.words("work_items").codes("effect", family))
    here = rows.work.isin(works)
    known = occasion.words("effects").terms[family]
    what = f"{known.title}（{known.text('unit')}）"
    return {
        name: Sum(
            f"{what}{title}",
            rows,
            rows[f"{name}_milli"],
            here,
            unit="thousandth",
            shown=known.text("unit"),
            supply=_supply(name, what, works),
        )
        for name, title in TITLES.items()
    }


def _supply(name: str, what: str, works: list[str]) -> Supply:
    says = f"补登{what}的{TITLES[name]}数量"
    if name in ("done", "accepted"):
        says += "，附工程量清单或验收资料"
    best: Mapping[str, Best | int] = {
        "planned": 1000,
        "done": same("planned_milli"),
        "accepted": _accepted,
        "before": 0,
        "after": 1000,
    }
    fresh = {"work": works[0], "community": WHOLE_COUNTY}
    return Supply(WORKS, says, {f"{name}_milli": best[name]}, {"work": tuple(works)}, fresh)


def _accepted(asked: Asked) -> object:
    """All that was done, or all that was planned."""
    return asked.row.get("done_milli") or asked.row.get("planned_milli")
