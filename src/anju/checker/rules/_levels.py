"""规则共用：合计行管着哪几行。从最平常的读法读起：全部、除去小计和其中、只算小计、只算最上一级、层层相加。"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from anju.checker.extract.tables import Cell
from anju.checker.rules._tables import base, is_part, is_subtotal, is_total

Reading = Callable[[Sequence[Cell]], list[Cell]]
_OUTLINE = (
    re.compile("[一二三四五六七八九十]{1,3}、"),
    re.compile(r"\([一二三四五六七八九十]{1,3}\)"),
    re.compile(r"\d{1,2}[.、]"),
    re.compile(r"\(\d{1,2}\)"),
)
_MOST_NESTED = 400
"""Rows among which groups are looked for by their sums."""


def _plain(parts: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in parts if not is_subtotal(cell) and not is_part(cell) and not is_total(cell)]


def _subtotals(parts: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in parts if is_subtotal(cell)]


def _mixed(parts: Sequence[Cell]) -> list[Cell]:
    """The 小计, and what stands in no group of one: the rows since the last."""
    last = max((n for n, cell in enumerate(parts) if is_subtotal(cell)), default=-1)
    return [cell for n, cell in enumerate(parts) if is_subtotal(cell) or (n > last >= 0 and not is_part(cell))]


def _totals(parts: Sequence[Cell]) -> list[Cell]:
    """合计 and what follows the last of them: 本年收入合计＋年初结转＝收入总计."""
    last = max((n for n, cell in enumerate(parts) if is_total(cell)), default=-1)
    return [cell for n, cell in enumerate(parts) if is_total(cell) or (n > last >= 0 and not is_part(cell))]


def _upper(parts: Sequence[Cell]) -> list[Cell]:
    """The rows of the uppermost numbering: 一、二、三."""
    levels = [level(cell) for cell in parts]
    known = [each for each in levels if each < len(_OUTLINE)]
    return [cell for cell, each in zip(parts, levels, strict=True) if known and each == min(known)]


def _lower(parts: Sequence[Cell]) -> list[Cell]:
    deepest = max((len(cell.group) for cell in parts), default=0)
    return [cell for cell in parts if len(cell.group) == deepest > 0]


def _outdented(parts: Sequence[Cell]) -> list[Cell]:
    """The rows that no name stands over, where others have one."""
    return [cell for cell in parts if not cell.group] if any(cell.group for cell in parts) else []


def _coded(parts: Sequence[Cell]) -> list[Cell]:
    """The rows of the shortest codes: 201, not 20103."""
    lengths = [len(code) for cell in parts if (code := code_of(cell))]
    return [cell for cell in parts if len(code_of(cell)) == min(lengths)] if lengths else []


def _nested(parts: Sequence[Cell]) -> list[Cell]:
    """What is left when the rows that make up the one before them are taken out, and those that make up these."""
    if len(parts) > _MOST_NESTED:
        return []
    values = [base(cell) for cell in parts]
    ends = list(range(1, len(parts) + 1))
    for at in reversed(range(len(parts))):
        summed, here = Fraction(0), at + 1
        while here < len(parts) and summed < values[at]:
            summed, here = summed + values[here], ends[here]
        if summed == values[at] > 0:
            ends[at] = here
    kept, at = [], 0
    while at < len(parts):
        kept.append(parts[at])
        at = ends[at]
    return kept


def _skipped(more: int) -> Reading:
    """Without the 其中 rows and so many behind each: 其中：A县, B县."""

    def without(parts: Sequence[Cell]) -> list[Cell]:
        marks = [n for n, cell in enumerate(parts) if is_part(cell)]
        gone = {n + step for n in marks for step in range(more + 1)}
        return [cell for n, cell in enumerate(parts) if n not in gone] if marks else []

    return without


READINGS: tuple[Reading, ...] = (
    list,
    _plain,
    _subtotals,
    _mixed,
    _totals,
    _upper,
    _lower,
    _outdented,
    _coded,
    _nested,
    *map(_skipped, range(6)),
)


def readings(parts: Sequence[Cell]) -> Iterator[tuple[int, list[Cell]]]:
    """The ways to read the rows, the plainest first, each once, with its number."""
    seen: set[tuple[int, ...]] = set()
    for number, reading in enumerate(READINGS):
        chosen = reading(parts)
        key = tuple(cell.paragraph * 10_000 + cell.start for cell in chosen)
        if len(chosen) > 1 and key not in seen:
            seen.add(key)
            yield number, chosen


def code_of(cell: Cell) -> str:
    """The code that stands before the row's name."""
    return next((name for name in cell.group if name.isdecimal()), "")


def level(cell: Cell) -> int:
    """The depth of the row's numbering; as many as there are for a row without one."""
    return next((n for n, each in enumerate(_OUTLINE) if each.match(cell.stub)), len(_OUTLINE))


def grouped(parts: Sequence[Cell]) -> bool:
    """Whether rows may be groups of others: 小计, 其中, names merged over several rows, numbering of two depths."""
    levels = {level(cell) for cell in parts}
    groups = {len(cell.group) for cell in parts}
    if len({len(code_of(cell)) for cell in parts}) > 1:
        return True
    marked = any(is_subtotal(cell) or is_part(cell) or is_total(cell) for cell in parts)
    return marked or len(levels) > 1 or len(groups) > 1 or any(cell.place.rows > 1 for cell in parts)
