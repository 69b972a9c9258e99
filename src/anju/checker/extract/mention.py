"""量：一个带单位的数，写在哪里、前后有没有“约”“超过”“以上”。"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from anju.kernel.quantity import Quantity


class Qualifier(StrEnum):
    """数前数后的限定词；没有限定词的为空。"""

    NONE = ""
    ABOUT = "约"
    NEARLY = "近"
    OVER = "超"
    AT_LEAST = "≥"
    AT_MOST = "≤"


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity over [start, end) of the plain text; `per` is what an amount is counted by (元/㎡), else empty.

    `counted` is the unit's word where it counts things (个, 户, 栋). `ranged`: one end of a range, which says no value.
    """

    start: int
    end: int
    quantity: Quantity
    qualifier: Qualifier = Qualifier.NONE
    per: str = ""
    counted: str = ""
    ranged: bool = False

    @property
    def interval(self) -> tuple[Fraction | None, Fraction | None]:
        """Closed interval, in base units, of what may have been meant; None: no end."""
        return _interval(self.quantity, self.qualifier)


@lru_cache(maxsize=1 << 14)  # a long table holds the same numbers over and over
def _interval(quantity: Quantity, qualifier: Qualifier) -> tuple[Fraction | None, Fraction | None]:
    low, high = quantity.interval
    base = quantity.base
    match qualifier:
        case Qualifier.ABOUT:
            room = max((high - low) / 2, abs(base) / 50)
            return base - room, base + room
        case Qualifier.NEARLY:
            return base * 9 / 10, high
        case Qualifier.OVER:
            return low, base * 11 / 10
        case Qualifier.AT_LEAST:
            return low, None
        case Qualifier.AT_MOST:
            return None, high
    return low, high
