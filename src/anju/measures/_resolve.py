"""全县一行还是逐小区：同一口径只取一种，依据性质好的优先，一样好取逐小区的（法则四）。"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from anju.kernel.assurance import RowAssurance
from anju.measures._aggregate import Groups, Plan
from anju.measures._statement import REST, Parts

Row = dict[str, Any]
_RANK = {assurance.value: assurance.rank for assurance in RowAssurance}
_BY_RANK = {assurance.rank: assurance for assurance in RowAssurance}


@dataclass(frozen=True, slots=True)
class SumValue:
    """A sum of one county: closed interval [low, high] in the sum's unit; high None = open upwards.

    `rows` counted rows, of which `unknown` have no value; `assurance` is the worst of the rows with one.
    """

    low: int
    high: int | None
    rows: int
    unknown: int
    assurance: RowAssurance | None

    @property
    def absent(self) -> bool:
        """Nobody said anything: no row at all, or not one with a value."""
        return self.rows == self.unknown

    @property
    def exact(self) -> int | None:
        """The value, when it is known."""
        return self.low if self.low == self.high and not self.absent else None


ABSENT = SumValue(0, None, 0, 0, None)


def resolve(plan: Plan, groups: Groups, region: str) -> dict[str, dict[str, SumValue]]:
    """All sums of one region, by measure code and sum name."""
    relations = groups.get(region)
    found: dict[str, dict[str, SumValue]] = {}
    for (code, name), parts in plan.columns.items():
        rows = relations[parts.statement].get(parts.at, []) if relations else []
        found.setdefault(code, {})[name] = _total(chosen(rows, parts), parts)
    return found


def chosen(rows: list[Row], parts: Parts) -> list[Row]:
    """Of the groups of one sum those that count: the whole county's or the single ones."""
    counted = [row for row in rows if row[parts.rows]]
    single = [row for row in counted if not row["whole"]]
    whole = [row for row in counted if row["whole"]]
    if not single or (whole and _rank(whole, parts.known) < _rank(single, parts.known)):
        return whole
    return single


def _rank(rows: list[Row], known: str) -> int:
    """Worst assurance among the rows that have a value; worse than all when none has."""
    return max((_RANK[row["assurance"]] for row in rows if row[known]), default=len(_RANK))


def _total(rows: list[Row], parts: Parts) -> SumValue:
    if not rows:
        return ABSENT
    low = sum(row[parts.low] or 0 for row in rows)
    count = sum(row[parts.rows] for row in rows)
    unknown = count - sum(row[parts.known] for row in rows)
    assurance = _BY_RANK.get(_rank(rows, parts.known))
    return SumValue(low, _high(rows, parts, low, unknown), count, unknown, assurance)


def _high(rows: list[Row], parts: Parts, low: int, unknown: int) -> int | None:
    """Open upwards as soon as one unknown row could add anything."""
    if not unknown:
        return low
    if parts.bound is None or parts.bounded is None:
        return None
    bound, bounded = (
        unknown if column == REST else sum(row[column] or 0 for row in rows) for column in (parts.bound, parts.bounded)
    )
    return None if bounded < unknown else low + bound
