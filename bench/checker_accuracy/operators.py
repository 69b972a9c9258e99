"""改动一个数的几种办法：写错的（应当查出来），和意思不变的（不该惊动）。"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random

from checker_accuracy.desk import printed_number
from checker_accuracy.pieces import Figure, Found, Kind, Written, exchanged, walk


@dataclass(frozen=True)
class Mutant:
    """A report with one thing altered; line, start and end say where in the report it was made from."""

    operator: str
    report: Written
    line: int
    start: int
    end: int


Change = Callable[[Figure, Random], Figure | None]


def _digit(figure: Figure, chance: Random) -> Figure | None:
    places = [at for at, sign in enumerate(figure.number) if sign.isdigit()]
    at = chance.choice(places)
    least = "1" if at == 0 and len(places) > 1 else "0"
    other = chance.choice([sign for sign in "0123456789" if sign >= least and sign != figure.number[at]])
    return replace(figure, number=figure.number[:at] + other + figure.number[at + 1 :])


def _swap(figure: Figure, chance: Random) -> Figure | None:
    number = figure.number
    pairs = [
        at
        for at in range(len(number) - 1)
        if number[at : at + 2].isdigit() and number[at] != number[at + 1] and not (at == 0 and number[1] == "0")
    ]
    if not pairs:
        return None
    at = chance.choice(pairs)
    return replace(figure, number=number[:at] + number[at + 1] + number[at] + number[at + 2 :])


def _drop(figure: Figure, chance: Random) -> Figure | None:
    """One digit left out; a nought at the very end of decimals is no loss."""
    plain = figure.number.replace(",", "")
    whole, point, part = plain.partition(".")
    if len(whole) < 2:
        return None
    at = chance.randrange(len(whole))
    shorter = whole[:at] + whole[at + 1 :]
    return None if shorter.startswith("0") and len(shorter) > 1 else replace(figure, number=shorter + point + part)


def _moved_point(by: int) -> Change:
    def change(figure: Figure, _chance: Random) -> Figure | None:
        plain = figure.number.replace(",", "")
        places = max(0, len(plain.partition(".")[2]) - by)
        value = Fraction(plain) * Fraction(10) ** by
        if value == 0 or (figure.kind is Kind.COUNT and value.denominator > 1):
            return None
        return replace(figure, number=printed_number(value, places))

    return change


_UNITS = {"万元": "元", "元": "万元", "亿元": "万元", "万平方米": "平方米", "平方米": "万平方米", "万㎡": "㎡"}
_PEOPLE = {"户": "人", "人": "户"}


def _unit(units: dict[str, str]) -> Change:
    def change(figure: Figure, _chance: Random) -> Figure | None:
        return replace(figure, unit=units[figure.unit]) if figure.unit in units else None

    return change


WRONG: dict[str, Change] = {
    "改一位数字": _digit,
    "相邻两位对调": _swap,
    "漏一位": _drop,
    "扩大十倍": _moved_point(1),
    "缩小十倍": _moved_point(-1),
    "万与个位单位": _unit(_UNITS),
    "户与人": _unit(_PEOPLE),
}
"""Each turns a figure into a wrong one, or is not applicable."""


def _about(figure: Figure, _chance: Random) -> Figure | None:
    return replace(figure, number=f"约{figure.number}") if figure.unit else None


def _coarse(figure: Figure, _chance: Random) -> Figure | None:
    """One decimal less, never fewer than three digits left, with 约."""
    places = len(figure.number.partition(".")[2])
    plain = Fraction(figure.number.replace(",", ""))
    if not figure.unit or not places or plain < 100:
        return None
    return replace(figure, number=f"约{printed_number(plain, places - 1)}")


def _exact_unit(unit: str, other: str, zeros: int) -> Change:
    def change(figure: Figure, _chance: Random) -> Figure | None:
        if figure.unit != unit:
            return None
        value = Fraction(figure.number.replace(",", "")) * Fraction(10) ** zeros
        places = len(figure.number.partition(".")[2])
        return replace(figure, number=printed_number(value, max(0, places - zeros)), unit=other)

    return change


def _rounded_unit(figure: Figure, _chance: Random) -> Figure | None:
    plain = Fraction(figure.number.replace(",", ""))
    if figure.unit != "万元" or plain < 10_000:
        return None
    return replace(figure, number=printed_number(plain / 10_000, 2), unit="亿元")


def _commas(figure: Figure, _chance: Random) -> Figure | None:
    whole, point, part = figure.number.partition(".")
    other = whole.replace(",", "") if "," in whole else f"{int(whole):,}"
    return None if other == whole else replace(figure, number=other + point + part)


def _wide(figure: Figure, _chance: Random) -> Figure | None:
    return replace(figure, number="".join(chr(ord(sign) + 0xFEE0) for sign in figure.number))


SAME: dict[str, Change] = {
    "加“约”": _about,
    "少写一位小数并加“约”": _coarse,
    "万元改写成元": _exact_unit("万元", "元", 4),
    "万元改写成亿元，不舍入": _exact_unit("万元", "亿元", -4),
    "万元改写成亿元，两位小数": _rounded_unit,
    "千分位逗号": _commas,
    "全角数字": _wide,
}
"""Each writes the same amount in another way, or is not applicable."""


def of_figures(report: Written, chance: Random, most: int, changes: dict[str, Change]) -> Iterator[Mutant]:
    """Every applicable change of so many figures drawn by lot."""
    figures = [found for found in walk(report) if isinstance(found.piece, Figure)]
    for found in chance.sample(figures, min(most, len(figures))):
        assert isinstance(found.piece, Figure)
        for operator, change in changes.items():
            changed = None if _said_about(report, found) and "约" in operator else change(found.piece, chance)
            if changed is not None and changed != found.piece:
                yield mutant(operator, report, found, exchanged(report, found, changed))


def _said_about(report: Written, found: Found) -> bool:
    return re.search(r"[约近超余达≥≤=＝]$", report.lines[found.line].text[: found.start]) is not None


def mutant(operator: str, report: Written, found: Found, altered: Written) -> Mutant:
    """The altered report, unless it reads as before, which would be a fault of the operator."""
    if altered.lines[found.line].text == report.lines[found.line].text:
        raise AssertionError(f"“{operator}”没有改动“{report.lines[found.line].text}”")
    return Mutant(operator, altered, found.line, found.start, found.end)


__all__ = ["SAME", "WRONG", "Kind", "Mutant", "mutant", "of_figures"]
