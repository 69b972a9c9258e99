"""单元格的名字：第几行第几列与 C7 互换；行列从 0 数，名字里的行从 1 数。"""

from __future__ import annotations

import re
from functools import cache

_NAME = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@cache
def letters(place: int) -> str:
    """A column as its letters: 27 is AB."""
    text, rest = "", place + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        text = chr(65 + last) + text
    return text


def place_of(text: str) -> int:
    """Letters as a column: AB is 27."""
    place = 0
    for letter in text:
        place = place * 26 + ord(letter) - 64
    return place - 1


def cell_name(row: int, place: int) -> str:
    return f"{letters(place)}{row + 1}"


def row_and_place(name: str) -> tuple[int, int]:
    """C7 as (6, 2). ValueError for anything else."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"“{name}”不是单元格的名字")
    return int(match[2]) - 1, place_of(match[1])
