"""关系：几个数之间应当成立的等式或大小；成立的也记下来，审阅的人要知道查过什么。"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from anju.kernel.finding import Computation, Severity, Where
from anju.kernel.quantity import Quantity


class Result(StrEnum):
    """关系成立、不成立，还是无从核对。"""

    HELD = "held"
    FAILED = "failed"
    NOT_ASSESSABLE = "not_assessable"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a rule found between figures.

    `code` is the rule's, filled in by the run. A failed one has a severity and a message; `amounts` are the quantities
    at odds, which a sentence must hold that declares the difference. The operands of the computation are the figures
    as they are printed, each one by itself; `formula` is the same for people (27988万元＋23000万元＝50988万元).
    `bound`: an inequality (a part is not above its whole), which most wrong numbers satisfy as well.
    """

    result: Result
    where: Where
    related: tuple[Where, ...] = ()
    computation: Computation | None = None
    severity: Severity = Severity.WARNING
    message: str = ""
    amounts: tuple[Quantity, ...] = ()
    code: str = ""
    formula: str = ""
    bound: bool = False

    def as_json(self) -> dict[str, object]:
        return {
            "code": self.code,
            "result": self.result.value,
            "where": self.where.span_json(),
            "related": [each.span_json() for each in self.related],
            "computation": None if self.computation is None else self.computation.as_json(),
        }
