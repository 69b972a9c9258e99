"""数量连单位写时按本行的单位换算：这一行以公里计，写“1200米”就是 1.2。"""

from __future__ import annotations

from anju.exchange._sheet import Sheet
from anju.facts._column import Kind
from anju.kernel.numeral import NotANumber
from anju.kernel.quantity import OtherDimension, Quantity
from anju.kernel.unit import UnknownUnit, unit
from anju.policy.loader import Policy


def row_unit(sheet: Sheet, word: str | None, policy: Policy) -> str | None:
    """The unit a row counts in: what its unit column says, or what the vocabulary says of the row's word."""
    if not sheet.unit_of or word is None:
        return None
    column = sheet.table.by_name[sheet.unit_of]
    if column.kind is not Kind.CODE:
        return word
    return policy.vocabularies[column.vocabulary].terms[word].text("unit") or None


def in_row_unit(text: str, symbol: str | None) -> int | None:
    """The quantity in thousandths of the row's unit; None when the text is no quantity of that kind."""
    if symbol is None:
        return None
    try:
        counted = unit(symbol)
        scaled = Quantity.parse(text, counted).base / counted.factor * 1000
    except (NotANumber, UnknownUnit, OtherDimension):
        return None
    return scaled.numerator if scaled.denominator == 1 else None
