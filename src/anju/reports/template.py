"""句子的样子：文字夹着花括号里的空，如 {funds.in_place.in_place:万元}。"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SLOT = re.compile(r"\{([^{}]*)\}")
DIGITS = re.compile(r"[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Slot:
    """What is to be put in: a figure's id or expression, a text slot (`county`), a column of the row at hand
    (`.title`), or words of rows (`list work_items.work work.class=基础`; also `first`, `last`, `span`).

    `unit` only for figures.
    """

    name: str
    unit: str = ""


Piece = str | Slot
Template = tuple[Piece, ...]


def parse(text: str) -> Template:
    """Plain words and slots by turns. ValueError, in Chinese, for a brace too many or an empty slot."""
    pieces: list[Piece] = []
    at = 0
    for found in _SLOT.finditer(text):
        pieces += [text[at : found.start()], _slot(found[1])]
        at = found.end()
    pieces.append(text[at:])
    if any("{" in piece or "}" in piece for piece in pieces if isinstance(piece, str)):
        raise ValueError("花括号没有成对")
    return tuple(piece for piece in pieces if piece)


def _slot(inside: str) -> Slot:
    name, _, unit = inside.strip().partition(":")
    if not name.strip():
        raise ValueError("花括号里是空的")
    return Slot(name.strip(), unit.strip())


def slots(template: Template) -> list[Slot]:
    return [piece for piece in template if isinstance(piece, Slot)]


def literal(template: Template) -> str:
    """The words that stand there whatever the facts are."""
    return "".join(piece for piece in template if isinstance(piece, str))
