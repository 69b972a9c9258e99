"""结果只有三种：有值、不适用（为何）、缺失（缺什么）；空白从不当作零。"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Generic, Literal, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Value(Generic[T_co]):
    """有值。"""

    value: T_co
    kind: ClassVar[Literal["value"]] = "value"


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """不适用；`why` 说明原因，不得为空。"""

    why: str
    kind: ClassVar[Literal["not_applicable"]] = "not_applicable"

    def __post_init__(self) -> None:
        if not self.why.strip():
            raise ValueError("“不适用”必须说明原因")


@dataclass(frozen=True, slots=True)
class Missing:
    """缺失；`what` 说明缺什么，不得为空。"""

    what: str
    kind: ClassVar[Literal["missing"]] = "missing"

    def __post_init__(self) -> None:
        if not self.what.strip():
            raise ValueError("“缺失”必须说明缺什么")


Outcome = Value[T_co] | NotApplicable | Missing
