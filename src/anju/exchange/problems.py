"""工作簿里的问题：说清在哪张表、哪个格子、怎么改；读不准的是错误，照常读了的是提示。"""

from __future__ import annotations

from dataclasses import dataclass, field

from anju.exchange.coordinates import cell_name
from anju.kernel.finding import Finding, Severity, Where


@dataclass
class Problems:
    """Collects what is wrong with one sheet. Rows and columns count from 0; the finding counts rows from 1."""

    sheet: str
    table: str | None = None
    found: list[Finding] = field(default_factory=list)

    def add(
        self,
        fault: str,
        message: str,
        at: tuple[int, int] | None = None,
        *,
        column: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """One problem; `fault` names its kind, `at` the cell (the whole sheet when None)."""
        row, cell = (None, None) if at is None else (at[0] + 1, cell_name(*at))
        where = Where(table=self.table, column=column, sheet=self.sheet, row=row, cell=cell)
        self.found.append(Finding(f"sheet/{fault}", severity, message, where))

    @property
    def unreadable(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.found)


def numbered(items: list[str], most: int = 5) -> str:
    """C7、C9、C12等8处: the first few and how many in all."""
    shown = "、".join(items[:most])
    return f"{shown}等{len(items)}处" if len(items) > most else shown
