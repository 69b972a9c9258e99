"""词表：下拉列表从隐藏的“词表”取词；“词语说明”把每个词的意思和单位印出来给人看。"""

from __future__ import annotations

from collections.abc import Iterable

from anju.exchange._sheet import Sheet
from anju.exchange.book import Book
from anju.exchange.catalogue import in_order
from anju.exchange.coordinates import letters
from anju.facts._column import Column, Kind
from anju.facts._table import ASSURANCE
from anju.kernel.assurance import RowAssurance
from anju.policy.loader import Policy

HIDDEN = "词表"
SHOWN = "词语说明"
_FLAGS = "是否"


def word(column: Column, code: str, policy: Policy) -> str:
    """How a form writes a vocabulary's code: the code itself, but the assurance by its title."""
    if column.name == ASSURANCE.name:
        return policy.vocabularies[column.vocabulary].terms[code].title
    return code


def words(column: Column, policy: Policy) -> list[str]:
    """What a drop-down offers. That the system recorded a row only the system says."""
    if column.kind is Kind.FLAG:
        return ["是", "否"]
    codes = policy.vocabularies[column.vocabulary].terms
    recorded = RowAssurance.RECORDED.value
    return [word(column, code, policy) for code in codes if not (column.name == ASSURANCE.name and code == recorded)]


class WordLists:
    """The hidden sheet of word lists, one column each; `source` gives a drop-down its range."""

    def __init__(self, book: Book, policy: Policy) -> None:
        self._sheet = book.sheet(HIDDEN)
        self._sheet.hide()
        self._places: dict[str, tuple[int, int]] = {}
        for column in _listed(in_order()):
            self._write(column, words(column, policy))

    def source(self, column: Column) -> str | None:
        """The range that holds the column's words, None for a column without any."""
        if _name(column) not in self._places:
            return None
        place, count = self._places[_name(column)]
        name = letters(place)
        return f"='{HIDDEN}'!${name}$2:${name}${count + 1}"

    def _write(self, column: Column, listed: list[str]) -> None:
        place = len(self._places)
        self._places[_name(column)] = (place, len(listed))
        self._sheet.write_string(0, place, _name(column))
        for row, each in enumerate(listed, 1):
            self._sheet.write_string(row, place, each)


def write_meanings(book: Book, policy: Policy) -> None:
    """The printed list: column, word, meaning, unit."""
    sheet = book.sheet(SHOWN, landscape=False)
    sheet.set_row(0, 30)
    sheet.write_string(0, 0, "词语说明", book.style("title"))
    sheet.write_string(1, 0, "下拉列表里的词和它们的意思；填写时选词，不必填意思。本页不读。", book.style("quiet"))
    for place, (name, width) in enumerate((("词表", 20), ("词", 24), ("意思", 52), ("单位", 10))):
        sheet.set_column(place, place, width)
        sheet.write_string(2, place, name, book.style("head"))
    row = 3
    for column in _listed(in_order()):
        if not column.vocabulary:
            continue
        vocabulary = policy.vocabularies[column.vocabulary]
        for code, term in vocabulary.terms.items():
            shown = word(column, code, policy)
            if shown not in words(column, policy):
                continue
            for place, text in enumerate(
                (vocabulary.title, shown, term.text("meaning", term.title), term.text("unit"))
            ):
                sheet.write_string(row, place, text, book.style("cell"))
            row += 1
    sheet.freeze_panes(3, 0)
    sheet.repeat_rows(2)


def _listed(sheets: Iterable[Sheet]) -> list[Column]:
    """One column for each word list, in the order the sheets use them."""
    found: dict[str, Column] = {}
    for sheet in sheets:
        for column in sheet.shown:
            if column.vocabulary or column.kind is Kind.FLAG:
                found.setdefault(_name(column), column)
    return list(found.values())


def _name(column: Column) -> str:
    return column.vocabulary or (_FLAGS if column.kind is Kind.FLAG else "")
