"""合计怎么写给人看：金额写万元，面积写㎡，其余写数。"""

from __future__ import annotations

from anju.kernel.area import square_metres
from anju.kernel.money import wan
from anju.measures._measure import Sum
from anju.measures._resolve import SumValue


def amount(value: int, unit: str) -> str:
    """A stored integer in the unit a reader knows: fen → 万元, dm2 → ㎡, thousandth → its own unit."""
    if unit == "fen":
        return f"{wan(value)}万元"
    if unit == "dm2":
        return f"{square_metres(value)}㎡"
    if unit == "thousandth":
        return thousandths(value)
    return str(value)


def thousandths(value: int) -> str:
    """An integer of 1/1000 as exact decimal: 1250 → 1.25."""
    whole, rest = divmod(abs(value), 1000)
    text = f"{whole}.{rest:03d}".rstrip("0").rstrip(".")
    return f"-{text}" if value < 0 else text


def shown(each: Sum, value: SumValue) -> str:
    """「已支付1000.50万元（另有2行未填报）」."""
    if value.absent:
        return f"{each.title}未填报"
    text = f"{each.title}{amount(value.low, each.unit)}"
    return f"{text}（另有{value.unknown}行未填报）" if value.unknown else text
