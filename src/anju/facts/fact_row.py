"""一行事实的引用：哪张表、哪个键、加了多少、多可靠、出自哪份文件。"""

from __future__ import annotations

from dataclasses import dataclass

from anju.kernel.assurance import RowAssurance


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row behind a figure. `key` is the key below the region, as a finding's `where` has it; `value` what the row
    adds, in the sum's stored unit, None where the row belongs but its value is not known."""

    table: str
    key: str
    value: int | None
    assurance: RowAssurance
    document: str | None = None

    def as_json(self) -> dict[str, str | None]:
        return {
            "table": self.table,
            "key": self.key,
            "value": None if self.value is None else str(self.value),
            "assurance": self.assurance.value,
            "document": self.document,
        }
