"""写报告的手：把数印成各种样子（万元、亿元、比率、增减），把表格排成格子。"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from anju.checker.reading import Place
from checker_accuracy.county import County
from checker_accuracy.pieces import Figure, Kind, Line, Pen, Written

Cell = str | tuple[str, int, int] | None
"""Words; or words with the columns and rows they span; or nothing, where another cell spans."""
Grid = list[list[Cell]]

_PLACES = {"元": 0, "万元": 2, "亿元": 2}
_HUNDREDS = {"元": Fraction(100), "万元": Fraction(1, 100), "亿元": Fraction(1, 1_000_000)}


class Desk:
    """What the wordings write with. Its `county` is the small database; `chance` chooses among phrasings."""

    def __init__(self, county: County, chance: Random) -> None:
        self.county, self.chance, self.pen = county, chance, Pen()
        self.year = county.year
        self._tables = 0
        self._commas = chance.random() < 0.25

    def money(self, hundreds: int, unit: str = "万元", places: int | None = None, bare: bool = False) -> str:
        """An amount of hundreds of yuan; `bare` without its unit, which the table's head names."""
        value = Fraction(hundreds) * _HUNDREDS[unit]
        return self._figure(value, unit, Kind.MONEY, _PLACES[unit] if places is None else places, bare)

    def count(self, number: int, unit: str, bare: bool = False) -> str:
        return self._figure(Fraction(number), unit, Kind.COUNT, 0, bare)

    def area(self, hundreds: int, unit: str = "万平方米", bare: bool = False) -> str:
        value = Fraction(hundreds, 100) if unit == "万平方米" else Fraction(hundreds * 100)
        return self._figure(value, unit, Kind.AREA, 2 if unit == "万平方米" else 0, bare)

    def rate(self, part: int, whole: int, places: int = 2, bare: bool = False) -> str:
        return self._figure(Fraction(100 * part, whole), "%", Kind.RATE, places, bare)

    def score(self, hundredths: int, bare: bool = False) -> str:
        places = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
        return self._figure(Fraction(hundredths, 100), "分", Kind.SCORE, places, bare)

    def change(self, now: int, before: int, up: str = "增长", down: str = "下降", places: int = 2) -> str:
        """增长12.30% or 下降4.50%."""
        return f"{up if now >= before else down}{self.rate(abs(now - before), before, places)}"

    def more(self, now: int, before: int, up: str = "增加", down: str = "减少") -> str:
        """增加12.30万元 or 减少4.50万元."""
        return f"{up if now >= before else down}{self.money(abs(now - before))}"

    def names(self, names: Sequence[str], joint: str = "、") -> str:
        """Names whose number is stated beside them."""
        return self.pen.listed(list(names), joint, "names")

    def some(self, names: Sequence[str], joint: str = "、") -> str:
        """The same with 等 behind it: there might be more."""
        return self.pen.listed(list(names), joint, "some") + "等"

    def parts(self, items: Sequence[str], joint: str = "，", counted: str = "万元") -> str:
        """Items that make up a sum stated beside them."""
        return self.pen.listed(list(items), joint, "parts", counted)

    def loose(self, items: Sequence[str], joint: str = "；") -> str:
        """Statements side by side whose order is of no account."""
        return self.pen.listed(list(items), joint)

    def written(self, name: str, parts: Sequence[str | Grid]) -> Written:
        """A report of paragraphs and tables; what begins with # is a heading."""
        lines: list[Line] = []
        for part in parts:
            if isinstance(part, str):
                level = 1 if part.startswith("#") else None
                lines.append(self.pen.line(part.removeprefix("#"), level=level))
            else:
                lines += self._table(part)
        return Written(name, "independent", tuple(lines))

    def _table(self, grid: Grid) -> list[Line]:
        self._tables += 1
        lines = []
        for row, cells in enumerate(grid, 1):
            for column, cell in enumerate(cells, 1):
                if cell is None:
                    continue
                text, columns, rows = (cell, 1, 1) if isinstance(cell, str) else cell
                lines.append(self.pen.line(text, Place(self._tables, row, column, columns, rows)))
        return lines

    def _figure(self, value: Fraction, unit: str, kind: Kind, places: int, bare: bool) -> str:
        printed = printed_number(value, places, self._commas and kind is Kind.MONEY)
        return self.pen.figure(Figure(printed, "" if bare else unit, kind, value, unit))


def printed_number(value: Fraction, places: int, commas: bool = False) -> str:
    """Rounded half up to so many places."""
    scaled = value * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(places + 1, "0")
    head, tail = (digits[:-places], f".{digits[-places:]}") if places else (digits, "")
    return f"{int(head):,}{tail}" if commas else f"{head}{tail}"
