"""数的加减除：编号之间隔空格写 + - /，单位相同才能加减，相除得比率。"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from anju.figures._worst import worst
from anju.figures.figure import Figure
from anju.kernel.outcome import NotApplicable, Outcome, Value
from anju.scoring.scored import percent

_SPOKEN = {"+": "＋", "-": "－", "/": "÷"}


def parsed(text: str) -> tuple[list[str], list[str]]:
    """The signs and the ids between them. ValueError for anything but ids parted by signs, or / besides others."""
    words = text.split(" ")
    ids, signs = words[::2], words[1::2]
    if len(ids) != len(signs) + 1 or not all(ids) or not set(signs) <= set(_SPOKEN):
        raise ValueError(text)
    if "/" in signs and len(signs) > 1:
        raise ValueError(text)
    return signs, ids


def combined(id: str, signs: Sequence[str], parts: Sequence[Outcome[Figure]]) -> Outcome[Figure]:
    """Exact arithmetic; the first part without a value stands for all. ValueError for parts of different units."""
    for part in parts:
        if not isinstance(part, Value):
            return part
    figures = [part.value for part in parts if isinstance(part, Value)]
    first, others = figures[0], figures[1:]
    if {(each.stored, each.shown) for each in figures} != {(first.stored, first.shown)} or first.value is None:
        raise ValueError(f"{id}：各数的单位不同，不能相加减或相除")
    if signs == ["/"]:
        return _quotient(id, first, others[0])
    total = first.value
    for sign, each in zip(signs, others, strict=True):
        total += (each.value or Fraction(0)) * (1 if sign == "+" else -1)
    return Value(_made(id, signs, figures, total, first.stored))


def _quotient(id: str, above: Figure, below: Figure) -> Outcome[Figure]:
    if not below.value:
        return NotApplicable(f"{below.title}为0，不能做除数")
    return Value(_made(id, ["/"], [above, below], (above.value or Fraction(0)) / below.value * 10_000, "share"))


def _made(id: str, signs: Sequence[str], figures: Sequence[Figure], value: Fraction, stored: str) -> Figure:
    shown = figures[0].shown if stored != "share" else ""
    title = figures[0].title + "".join(
        f"{_SPOKEN[sign]}{each.title}" for sign, each in zip(signs, figures[1:], strict=True)
    )
    working = f"{figures[0].title}{figures[0].printed()}" + "".join(
        f"{_SPOKEN[sign]}{each.title}{each.printed()}" for sign, each in zip(signs, figures[1:], strict=True)
    )
    rows = tuple(dict.fromkeys(row for each in figures for row in each.rows))
    made = Figure(id, title, value, stored, id, "", rows, worst(*(each.assurance for each in figures)), shown)
    result = percent(value / 10_000) if stored == "share" else made.printed()
    return Figure(id, title, value, stored, id, f"{working}＝{result}", rows, made.assurance, shown)
