"""规则共用：一处说法怎么引、一个数怎么写、差多少怎么说。"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.kernel.quantity import Quantity
from anju.kernel.unit import NotExact, Unit, decimal_text

_AHEAD, _BEHIND = 28, 10
_FIGURE, _IN_FIGURE = 24, "0123456789.,"
_SAID = {"百分点": "个百分点"}
_STOPS = re.compile(r"[，。；：、;:()（）\n\t|]|(?<!\d),|,(?!\d)")
"""Where a clause ends; a comma within a figure ends none."""


def quoted(extract: Extract, claim: Claim) -> str:
    """第9段“计划改造的5个老旧小区”: the number with the words of its clause around it."""
    text = extract.sources[claim.paragraph].paragraph.text
    start, end = claim.where.start or 0, claim.where.end or 0
    first = max([start - _AHEAD, 0, *(match.end() for match in _STOPS.finditer(text, max(0, start - _AHEAD), start))])
    cut = text[max(0, first - _FIGURE) : first]
    if first == start - _AHEAD and text[first] in _IN_FIGURE:  # never in the midst of another figure
        first -= len(cut) - len(cut.rstrip(_IN_FIGURE))
    stop = _STOPS.search(text, end, end + _BEHIND)
    last = stop.start() if stop else min(end + _BEHIND, len(text))
    return f"{extract.sources[claim.paragraph].paragraph.spot}“{''.join(text[first:last].split())}”"


def places(claims: Iterable[Claim]) -> str:
    """第3、5段"""
    numbers = dict.fromkeys(claim.paragraph for claim in claims)
    return f"第{'、'.join(map(str, numbers))}段"


def amount(base: Fraction, unit: Unit) -> str:
    """So many base units in the unit: exact when it can be written so, else with four decimals."""
    try:
        return decimal_text(base, unit.factor) + _SAID.get(unit.symbol, unit.symbol)
    except NotExact:
        return decimal_text(base, unit.factor, 4) + _SAID.get(unit.symbol, unit.symbol)


def finest(quantities: Iterable[Quantity]) -> Unit:
    """The unit in which a sum of them is written: that of the first."""
    return next(iter(quantities)).unit


def share(part: Fraction, whole: Fraction) -> str:
    """3.28%"""
    return decimal_text(part * 100 / whole, 1, 2) + "%" if whole else ""
