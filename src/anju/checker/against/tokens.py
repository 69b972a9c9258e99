"""把一句话拆成数和字来比：一个数连同单位算一个，标点不算。"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from anju.checker.against.amount import Amount, amounts
from anju.checker.against.piece import Piece
from anju.kernel.finding import Where

_EXACT = 4_000_000
_TELLING = re.compile(r"[\w㎡%‰+<>=±≥≤/-]")


@dataclass(frozen=True, slots=True)
class Token:
    """An amount or a character over [start, end) of the folded text."""

    text: str
    start: int
    end: int
    amount: Amount | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Tokens [left, left_end) of the issued text that became tokens [right, right_end) of the one found."""

    left: int
    left_end: int
    right: int
    right_end: int


def tokens(piece: Piece) -> list[Token]:
    """The folded text in order, without punctuation."""
    found: list[Token] = []
    done = 0
    for each in amounts(piece.fold):
        found += _characters(piece.fold, done, each.start)
        found.append(Token(each.number + each.symbol, each.start, each.end, each))
        done = each.end
    return [*found, *_characters(piece.fold, done, len(piece.fold))]


def _characters(fold: str, start: int, end: int) -> Iterator[Token]:
    return (Token(each[0], each.start(), each.end()) for each in _TELLING.finditer(fold, start, end))


def blocks(issued: Sequence[Token], found: Sequence[Token], same_shape: bool) -> list[Block]:
    """Where the two differ. With the same shape only numbers do, and the n-th number is the n-th number."""
    if same_shape and len(issued) == len(found):
        places = (index for index in range(len(issued)) if issued[index].text != found[index].text)
        return [Block(index, index + 1, index, index + 1) for index in places]
    old, new = [each.text for each in issued], [each.text for each in found]
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    # Beyond some thousand characters an exact comparison costs seconds, and nobody reads such a sentence.
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) * len(new) > _EXACT)
    return [Block(*(each + start for each in bounds)) for tag, *bounds in matcher.get_opcodes() if tag != "equal"]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (place for place, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def counterpart(changed: Sequence[Block], start: int, end: int) -> tuple[int, int]:
    """Tokens [start, end) of the issued text, in the text found."""
    return _mapped(changed, start)[0], _mapped(changed, end - 1)[1]


def _mapped(changed: Sequence[Block], index: int) -> tuple[int, int]:
    shift = 0
    for block in changed:
        if index < block.left:
            break
        if index < block.left_end:
            return block.right, block.right_end
        shift = block.right_end - block.left_end
    return index + shift, index + shift + 1


def covering(piece: Piece, every: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Indices of the tokens that lie in [start, end) of the piece's text as it stands."""
    first, last = bisect_left(piece.origins, start), bisect_left(piece.origins, end)
    inside = [index for index, each in enumerate(every) if each.end > first and each.start < last]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def where(piece: Piece, start: int, end: int) -> Where:
    """The place of [start, end) of the folded text."""
    if end <= start:
        point = piece.origins[start - 1] + 1 if start else 0
        return piece.where(point, point)
    return piece.where(piece.origins[start], piece.origins[end - 1] + 1)
