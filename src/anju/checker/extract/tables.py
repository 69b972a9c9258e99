"""表格：把各格按行列排好，格里光是数字的，从表头认单位。"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from anju.checker.extract.claim import Claim
from anju.checker.extract.layers.quantities import quantity
from anju.checker.reading import Paragraph, Place, Reading
from anju.kernel.finding import Where
from anju.kernel.numeral import NotANumber, half_width, read_number
from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension, Unit

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_UNIT = re.compile(r"[(:/]?\s*单?位?:?\s*((?:[万亿])?(?:元|平方米|㎡|亩|户|栋|个|人|米|公里)|%)\s*\)?")
_PLAIN = Unit("", Dimension.COUNT, 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell; `quantity` what it says in figures, in its own unit, the unit of its column or none, else None."""

    paragraph: int
    place: Place
    text: str
    quantity: Quantity | None
    bare: bool = False

    @property
    def where(self) -> Where:
        return Where(paragraph=self.paragraph, start=0, end=len(self.text), text=self.text)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `rows` are its rows of cells from left to right, a merged cell only where it begins."""

    number: int
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def bare(self) -> list[Cell]:
        """Cells of nothing but a number."""
        return [cell for row in self.rows for cell in row if cell.bare]


def grids(reading: Reading, claims: Iterable[Claim]) -> list[Grid]:
    """The tables of the document, in order."""
    said = {claim.paragraph: claim.mention.quantity for claim in claims if claim.in_table}
    tables: dict[int, dict[int, list[Paragraph]]] = defaultdict(lambda: defaultdict(list))
    for paragraph in reading.paragraphs:
        if paragraph.place is not None:
            tables[paragraph.place.table][paragraph.place.row].append(paragraph)
    return [_grid(number, rows, said) for number, rows in sorted(tables.items())]


def _grid(number: int, rows: dict[int, list[Paragraph]], said: dict[int, Quantity]) -> Grid:
    units: dict[int, str] = {}
    made: list[tuple[Cell, ...]] = []
    for _, paragraphs in sorted(rows.items()):
        cells = []
        for paragraph in paragraphs:
            place = paragraph.place
            assert place is not None
            cell = _cell(paragraph, place, units, said)
            cells.append(cell)
            if cell.quantity is None and cell.text.strip():
                _learn(units, place, half_width(cell.text))
        made.append(tuple(sorted(cells, key=lambda cell: cell.place.column)))
    return Grid(number, tuple(made))


def _learn(units: dict[int, str], place: Place, head: str) -> None:
    """A head that names a unit gives it to the columns it spans, until another one does."""
    found = _UNIT.search(head) if "(" in head or "单位" in head or "%" in head or "/" in head else None
    if found:
        for column in range(place.column, place.column + place.columns):
            units[column] = found[1]


def _cell(paragraph: Paragraph, place: Place, units: dict[int, str], said: dict[int, Quantity]) -> Cell:
    plain = half_width(paragraph.text).strip().replace(" ", "")
    if _NUMBER.fullmatch(plain):
        digits = plain.replace(",", "")
        found = quantity(digits, units[place.column]) if place.column in units else None
        return Cell(paragraph.number, place, paragraph.text, found or _plain(digits), bare=True)
    own = said.get(paragraph.number)
    whole = own is not None and re.fullmatch(r"-?[\d.,]+\s*\D{1,4}", plain) is not None
    return Cell(paragraph.number, place, paragraph.text, own if whole else None)


@lru_cache(maxsize=4096)
def _plain(digits: str) -> Quantity | None:
    try:
        return Quantity.parse(str(read_number(digits)), _PLAIN)
    except NotANumber:
        return None
