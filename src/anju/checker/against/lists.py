"""文字的数：小区名单少了谁、多了谁，等级、名称改成了什么。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from anju.checker.against.change import Change, Nature
from anju.checker.against.folded import folded, key
from anju.checker.against.piece import Bound, Piece
from anju.checker.against.tokens import Block, Token, counterpart, covering, where

_PART = "、"
_STOP = re.compile(r"[,，。;:()!?、]")


def in_words(every: Sequence[Token], covered: tuple[int, int]) -> bool:
    """Whether a figure is a text: names, a grade, a sentence with more than its one number."""
    inside = every[slice(*covered)]
    return bool(inside) and not (len(inside) == 1 and inside[0].amount)


def text_changes(
    issued: tuple[Piece, Sequence[Token]], found: tuple[Piece, Sequence[Token]], changed: Sequence[Block]
) -> Iterator[tuple[Change | None, range, range]]:
    """For each figure in words its change, if any, and the tokens it took on either side."""
    piece, every = issued
    for bound in piece.figures:
        covered = covering(piece, every, bound.start, bound.end)
        if not in_words(every, covered):
            continue
        start, end = counterpart(changed, *covered)
        listed = _PART in bound.text
        span = _span(found, start, end, _room(every, found, changed, covered) if listed else (len(found[0].fold), 0))
        inside = [index for index, each in enumerate(found[1]) if each.start >= span[0] and each.end <= span[1]]
        taken = range(inside[0], inside[-1] + 1) if inside else range(0)
        yield _change(piece, bound, found[0], span), range(*covered), taken


def _span(found: tuple[Piece, Sequence[Token]], start: int, end: int, room: tuple[int, int]) -> tuple[int, int]:
    """Tokens as a stretch of the folded text; of a list with the names put before or behind it, within `room`."""
    piece, every = found
    if end > start:
        first, last = every[start].start, every[end - 1].end
    else:
        first = last = every[start - 1].end if start else 0
    while last < room[1] and piece.fold[last] == _PART:
        stop = _STOP.search(piece.fold, last + 1, room[1])
        last = stop.start() if stop else room[1]
    while first > room[0] and piece.fold[first - 1] == _PART:
        first = max((stop.end() for stop in _STOP.finditer(piece.fold, room[0], first - 1)), default=room[0])
    return first, last


def _room(
    issued: Sequence[Token], found: tuple[Piece, Sequence[Token]], changed: Sequence[Block], covered: tuple[int, int]
) -> tuple[int, int]:
    """How far a list may reach: not beyond the words that stand before and behind it as they did when issued."""
    piece, every = found
    start, end = covered
    before = counterpart(changed, start - 1, start)[1] if start else 0
    behind = counterpart(changed, end, end + 1)[0] if end < len(issued) else len(every)
    first = every[before - 1].end if before else 0
    last = every[behind].start if behind < len(every) else len(piece.fold)
    return first, max(first, last)


def _change(issued: Piece, bound: Bound, found: Piece, span: tuple[int, int]) -> Change | None:
    place = where(found, *span)
    text = found.fold[slice(*span)]
    if key(text) == key(bound_fold := folded(bound.text)):
        return None
    if not key(text):
        return Change(Nature.TEXT, bound.text, None, place, issued.spot, bound)
    if _PART not in bound.text:
        return Change(Nature.TEXT, bound.text, place.text, place, issued.spot, bound)
    old, new = _names(bound_fold), _names(text)
    less = tuple(each for each in old if each not in new)
    more = tuple(each for each in new if each not in old)
    if not less and not more:
        return None
    return Change(Nature.NAMES, bound.text, place.text, place, issued.spot, bound, less, more)


def _names(fold: str) -> list[str]:
    return [each for each in (name.strip(",，。;:()") for name in fold.split(_PART)) if each]
