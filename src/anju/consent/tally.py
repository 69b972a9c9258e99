"""计票：参与表决的比例和同意的比例，面积和人数都要达到，全用整数交叉相乘，不作除法。

One arithmetic for plain integers and for columns: whatever has `*`, comparisons and `&` will do. With columns, NULL
stays NULL unless the other side already decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Count:
    """One way of counting: by area (dm²) or by heads. Integers, or integer columns."""

    total: Any
    took_part: Any
    agreed: Any


@dataclass(frozen=True)
class Share:
    """A share to be reached, or to be exceeded where `strict` (过半数: exactly half is not enough)."""

    of: Fraction
    strict: bool = False

    def met(self, part: Any, whole: Any) -> Any:
        """Whether part : whole reaches the share."""
        left, right = part * self.of.denominator, whole * self.of.numerator
        return left > right if self.strict else left >= right


@dataclass(frozen=True)
class Rule:
    """Which share must take part, and which share of those must agree."""

    quorum: Share
    approval: Share


def consistent(count: Count) -> Any:
    """No more agreed than took part, no more took part than there are; what is otherwise proves nothing."""
    return (count.agreed <= count.took_part) & (count.took_part <= count.total)


def reached(count: Count, rule: Rule) -> Any:
    """Quorum and approval of one way of counting. A vote in which nobody took part is not carried."""
    voted = count.took_part > 0
    return voted & rule.quorum.met(count.took_part, count.total) & rule.approval.met(count.agreed, count.took_part)


def carried(area: Count, heads: Count, rule: Rule) -> Any:
    """Whether the vote is carried: by area and by heads alike."""
    return reached(area, rule) & reached(heads, rule)
