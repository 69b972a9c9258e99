"""问题：一处不对、不全或可疑的地方，带着位置、算式和依据。

Gates, data checks, ledger checks, workbooks and checker rules all return this one value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from anju.kernel.citation import Citation


class Severity(StrEnum):
    """问题的轻重，由重到轻。"""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The Chinese word for the severity."""
        return _LABELS[self.value]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self.value]


class Status(StrEnum):
    """问题是敞开的、报告自己已写明的，还是有人说明理由放过的。"""

    OPEN = "open"
    DECLARED = "declared"
    WAIVED = "waived"

    @property
    def label(self) -> str:
        """The Chinese word for the status."""
        return {"open": "待说明", "declared": "报告已写明", "waived": "已放过"}[self.value]


_LABELS = {"error": "错误", "warning": "警告", "note": "提示"}
_RANKS = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Where:
    """问题所在：事实表的行列，或工作簿的表、行、单元格，或一份文件的段落和字。

    `table`, `key` and `column` name a place in the facts; `sheet`, `row` (from 1) and `cell` (as "C7") one in a
    workbook; `paragraph` (from 1, in reading order), `start` and `end` (code points, end exclusive) and `text`, the
    original slice, one in a document. What does not apply is None.
    """

    table: str | None = None
    key: str | None = None
    column: str | None = None
    sheet: str | None = None
    row: int | None = None
    cell: str | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None

    def as_json(self) -> dict[str, str | int | None]:
        """The six keys of a place in facts and workbook; null where nothing is known."""
        return {
            "table": self.table,
            "key": self.key,
            "column": self.column,
            "sheet": self.sheet,
            "row": self.row,
            "cell": self.cell,
        }

    def span_json(self) -> dict[str, str | int | None]:
        """The four keys of a place in a document."""
        return {"paragraph": self.paragraph, "start": self.start, "end": self.end, "text": self.text}

    @property
    def order(self) -> tuple[int, int, str, int, str, str, str, str]:
        """Sort key in reading order: through a document, down a sheet, then along the tables."""
        return (
            self.paragraph or 0,
            self.start or 0,
            self.sheet or "",
            self.row or 0,
            self.table or "",
            self.key or "",
            self.column or "",
            self.cell or "",
        )


@dataclass(frozen=True, slots=True)
class Computation:
    """算式：写的是多少、算出来是多少、用了哪些数（均为文字）。"""

    stated: str | None
    computed: str | None
    operands: tuple[str, ...] = ()

    def as_json(self) -> dict[str, str | list[str] | None]:
        """Amounts stay text, so that no reader rounds them."""
        return {"stated": self.stated, "computed": self.computed, "operands": list(self.operands)}


@dataclass(frozen=True, slots=True)
class Finding:
    """一个问题；`message` 说明何处不对、如何改正。

    `related` are the other places it stands against, `about` is what it speaks of, whatever place that moves to.
    """

    code: str
    severity: Severity
    message: str
    where: Where = field(default_factory=Where)
    basis: Citation | None = None
    computation: Computation | None = None
    related: tuple[Where, ...] = ()
    status: Status = Status.OPEN
    about: str = ""

    def as_json(self) -> dict[str, object]:
        """The shape of `anju evaluate --json`; unused keys are null."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "message": self.message,
            "where": self.where.as_json(),
            "basis": None if self.basis is None else self.basis.as_json(),
            "computation": None if self.computation is None else self.computation.as_json(),
        }


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Worst first, then by code, then by place; the message settles what is left."""
    return sorted(findings, key=lambda each: (each.severity.rank, each.code, each.where.order, each.message))
