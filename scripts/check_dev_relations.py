"""一条标注的关系，规则找到没有：写明的数和各个加数、除数都相同，不计次序和单位。

An entry of `relations` has `type`, `stated` and `expr` (or `listed`, the number of names). Amounts are compared in base
units up to one common power of ten, as an entry is sometimes in 亿元 where the text says 万元.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Any

from anju.checker.relation import Relation, Result
from anju.kernel.numeral import NotANumber, half_width, read_number

_NUMBER = re.compile(r"(?P<digits>\d{1,20}(?:[, ]\d{3})*(?:\.\d{1,12})?)[ \n]?(?P<scale>[百千]?[万亿]{0,2})")
_SPELT = re.compile(r"[零〇一二三四五六七八九十百千万亿两]{1,20}")
_TERM = re.compile(r"\d+(?:\.\d+)?")
_SCALES = {"百": 2, "千": 3, "万": 4, "亿": 8}
_LARGEST = 12

Values = tuple[Fraction, ...]


def found(entry: dict[str, Any], relations: Iterable[Relation]) -> bool:
    """Whether a relation that held or failed is the annotated one."""
    matches = _MATCHES[entry["type"]]
    return any(matches(entry, relation) for relation in relations if _assessed(relation))


def _assessed(relation: Relation) -> bool:
    return relation.result is not Result.NOT_ASSESSABLE and relation.computation is not None


def values(text: str) -> Values:
    """The amounts in a printed operand, with 万 and 亿 multiplied out; 元 and 平方米 are left alone."""
    arabic = [_arabic(each) for each in _NUMBER.finditer(half_width(text))]
    return tuple(arabic or _spelt(text))


def _arabic(match: re.Match[str]) -> Fraction:
    zeros = "0" * sum(_SCALES[each] for each in match["scale"])
    return Fraction(re.sub("[, ]", "", match["digits"])) * int(f"1{zeros}")


def _spelt(text: str) -> list[Fraction]:
    try:
        return [Fraction(read_number(each)) for each in _SPELT.findall(text)[:1]]
    except NotANumber:
        return []


def _operands(relation: Relation) -> Values:
    assert relation.computation is not None
    return tuple(value for each in relation.computation.operands for value in values(each)[:1])


def _stated(relation: Relation) -> Values:
    assert relation.computation is not None
    return values(relation.computation.stated or "")[:1]


def _named(entry: dict[str, Any]) -> Values:
    """The numbers of the entry's expression, their signs left out."""
    return tuple(Fraction(each) for each in _TERM.findall(str(entry["expr"])))


def _wanted(entry: dict[str, Any]) -> Values:
    return values(str(entry["stated"]))[:1]


def _same_up_to_ten(ours: Sequence[Fraction], theirs: Sequence[Fraction]) -> bool:
    """The same amounts, order aside, after one power of ten for all."""
    if len(ours) != len(theirs):
        return False
    one, other = sorted(ours), sorted(theirs)
    return any(
        all(mine * Fraction(10) ** power == yours for mine, yours in zip(one, other, strict=True))
        for power in range(-_LARGEST, _LARGEST + 1)
    )


def _figures(number: Fraction) -> Fraction:
    """The number with its power of ten taken away, so that 1500 is 0.15."""
    while number and number.denominator == 1 and number.numerator % 10 == 0:
        number /= 10
    while number.denominator > 1:
        number *= 10
    return number


def _alike(ours: Iterable[Fraction], theirs: Iterable[Fraction]) -> bool:
    """The same digits, order aside, whatever the powers of ten."""
    return sorted(map(_figures, ours)) == sorted(map(_figures, theirs))


def _sum(entry: dict[str, Any], relation: Relation) -> bool:
    ours = (*_stated(relation), *_operands(relation))
    if _same_up_to_ten(ours, (*_wanted(entry), *_named(entry))):
        return True
    return entry.get("mode") is not None and _same_up_to_ten(_operands(relation), _named(entry))


def _quotient(entry: dict[str, Any], relation: Relation) -> bool:
    stated, operands, named = _stated(relation), _operands(relation), _named(entry)
    right = _same_up_to_ten(operands, named) or (len(named) > 2 and _same_up_to_ten(operands[:2], named[:2]))
    return bool(stated) and _figures(stated[0]) == _figures(_wanted(entry)[0]) and right


def _mean(entry: dict[str, Any], relation: Relation) -> bool:
    return _stated(relation) == _wanted(entry) and _same_up_to_ten(_operands(relation), _named(entry))


def _product(entry: dict[str, Any], relation: Relation) -> bool:
    return _alike((*_stated(relation), *_operands(relation)), (*_wanted(entry), *_named(entry)))


def _growth(entry: dict[str, Any], relation: Relation) -> bool:
    """Stated rate, and two of: now, before, change."""
    stated, named = _stated(relation), _named(entry)
    if not stated or stated != values(str(entry["stated"]).lstrip("-")):
        return False
    now, change = named
    known = {_figures(each) for each in (now, change, now + change, now - change)}
    return len({_figures(each) for each in _operands(relation)} & known) >= 2


def _conversion(entry: dict[str, Any], relation: Relation) -> bool:
    """The two statements of one amount, 281682.60 and 28.17, and no other figure."""
    return _alike((*_stated(relation), *_operands(relation)), (*_wanted(entry), *_named(entry)))


def _names(entry: dict[str, Any], relation: Relation) -> bool:
    assert relation.computation is not None
    counts = [*_operands(relation), *values(relation.computation.computed or "")[:1]]
    listed = len(relation.computation.operands) == entry["listed"] or entry["listed"] in counts
    return _stated(relation) == (Fraction(entry["stated"]),) and listed


def _all_named(entry: dict[str, Any], relation: Relation) -> bool:
    ours = {_figures(each) for each in (*_stated(relation), *_operands(relation))}
    return {_figures(each) for each in _named(entry)} <= ours


_MATCHES: dict[str, Callable[[dict[str, Any], Relation], bool]] = {
    "sum": _sum,
    "difference": _sum,
    "ratio": _quotient,
    "list-count": _names,
    "mean": _mean,
    "product": _product,
    "growth": _growth,
    "unit-conversion": _conversion,
    "ordering": _all_named,
    "repeat": _all_named,
}
