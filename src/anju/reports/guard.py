"""句子的条件：成立才写；说不清的，一律当作不成立。"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from anju.figures.row_query import parsed, select
from anju.kernel.outcome import Value
from anju.kernel.unit import unit
from anju.reports.plain_words import WORDS as PLAIN
from anju.reports.scene import Scene, real

_SIGNS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}
_COMPARED = re.compile(r"^(.+?) (>=|<=|!=|>|<|=) (.+)$")
_NUMBER = re.compile(r"^(-?[0-9]+(?:\.[0-9]+)?)(\D*)$")
_HAN = re.compile(r"^[一-鿿]+$")
WORDS = ("no finding", "finding", "known", "unknown", "some", "none")
"""In this order they are looked for."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`word` is one of WORDS or a sign of comparison; `left` and `right` what it is said of."""

    word: str
    left: str
    right: str = ""


def parse(text: str) -> Condition:
    """ValueError, in Chinese, for a condition that cannot be read."""
    for word in WORDS:
        if text.startswith(f"{word} "):
            rest = text.removeprefix(word).strip()
            if word in ("some", "none"):
                parsed(rest.split())
            return Condition(word, rest)
    found = _COMPARED.match(text)
    if not found:
        raise ValueError(
            f"看不懂条件“{text}”；可写 known 数、unknown 数、some 表 条件、none 表 条件、finding 代码、数 > 数"
        )
    return Condition(found[2], found[1].strip(), found[3].strip())


def holds(conditions: tuple[Condition, ...], scene: Scene) -> bool:
    """All of them. What is unknown, or only made up for show, makes none of them true but `unknown`."""
    return all(_holds(each, scene) for each in conditions)


def _holds(condition: Condition, scene: Scene) -> bool:
    if condition.word in ("known", "unknown"):
        return _known(condition.left, scene) is (condition.word == "known")
    if condition.word in ("some", "none"):
        met, unknown = select(scene.book, parsed(condition.left.split()))
        return bool(real(met)) if condition.word == "some" else not real(met) and not unknown
    if condition.word in ("finding", "no finding"):
        codes = condition.left.split("|")
        there = any(each.code in codes for each in scene.book.assessment.findings)
        return there is (condition.word == "finding")
    if _HAN.match(condition.right):
        same = scene.text_of(condition.left) == condition.right
        return same is (condition.word == "=")
    left, right = (_amount(side, scene) for side in (condition.left, condition.right))
    return left is not None and right is not None and _SIGNS[condition.word](left, right)


def _known(name: str, scene: Scene) -> bool:
    """Of words: somebody wrote them. Of a figure: it has a value that is not made up."""
    if name in PLAIN or name[1:] in scene.own:
        return scene.text_of(name) is not None
    return _amount(name, scene, texts=True) is not None


def _amount(side: str, scene: Scene, texts: bool = False) -> Fraction | None:
    """In base units; a number may bear a unit (90%, 100万元). A list of names counts as 1 where `texts` will do."""
    written = _NUMBER.match(side)
    if written:
        number, symbol = Fraction(written[1]), written[2].strip()
        return number * (unit(symbol).factor if symbol else 1)
    found = scene.outcome(side)
    if not isinstance(found, Value) or found.value.illustrative:
        return None
    return Fraction(1) if texts and found.value.value is None else found.value.value
