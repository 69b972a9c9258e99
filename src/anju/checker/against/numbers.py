"""一句话里的数对数：先认控件，再认同一处的，换了位置或换了写法的同一个数不算改动。"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from anju.checker.against.amount import Amount, chinese_numbers, dated, same_amount
from anju.checker.against.change import Change, Nature
from anju.checker.against.piece import Bound, Piece
from anju.checker.against.tokens import Block, Token, covering, where


@dataclass(frozen=True, slots=True)
class _Old:
    index: int
    block: int
    amount: Amount
    bound: Bound | None


@dataclass(frozen=True, slots=True)
class _New:
    index: int
    block: int
    amount: Amount
    names: frozenset[str]


_Pair = tuple[_Old | None, _New | None]


class Numbers:
    """The numbers of one sentence as issued and as found; `told` holds the indices of tokens already spoken of."""

    def __init__(
        self,
        issued: tuple[Piece, Sequence[Token]],
        found: tuple[Piece, Sequence[Token]],
        changed: Sequence[Block],
        told: tuple[set[int], set[int]],
    ) -> None:
        self.issued, self.left = issued
        self.found, self.right = found
        self.changed = changed
        self.told = told

    def changes(self) -> Iterator[Change]:
        """Every number that is not what it was, in reading order; a day whose month and year changed too is one."""
        return iter(dict.fromkeys(self._every()))

    def _every(self) -> Iterator[Change]:
        for old, new in self._pairs():
            if old is None and new is not None:
                yield self._added(new)
            elif new is None and old is not None:
                written = self._written_out(old)
                if written is None:
                    yield self._gone(old)
                elif written[2] != old.amount.number:
                    place = where(self.found, written[0], written[1])
                    yield Change(Nature.NUMBER, self._stated(old), place.text, place, self.issued.spot, old.bound)
            elif old and new and not same_amount(old.amount, new.amount, old.bound.unit if old.bound else ""):
                yield self._changed(old, new)

    def _pairs(self) -> list[_Pair]:
        old, new = list(self._old()), list(self._new())
        pairs: list[_Pair] = []
        for fits in (_by_mark, _equal_in_place, _in_place, _equal, _same_unit):
            pairs += _taken(old, new, fits)
        pairs += [(each, None) for each in old]
        pairs += [(None, each) for each in new]
        return sorted(pairs, key=lambda pair: max(each.block for each in pair if each))

    def _old(self) -> Iterator[_Old]:
        bounds = {}
        for bound in self.issued.figures:
            for index in range(*covering(self.issued, self.left, bound.start, bound.end)):
                bounds[index] = bound
        for number, block in enumerate(self.changed):
            for index in range(block.left, block.left_end):
                amount = self.left[index].amount
                if amount and index not in self.told[0] and (index in bounds or not amount.ordinal):
                    yield _Old(index, number, amount, bounds.get(index))

    def _new(self) -> Iterator[_New]:
        names: dict[int, set[str]] = {}
        for mark in self.found.marks:
            for index in range(*covering(self.found, self.right, mark.start, mark.end)):
                names.setdefault(index, set()).add(mark.name)
        for number, block in enumerate(self.changed):
            for index in range(block.right, block.right_end):
                amount = self.right[index].amount
                if amount and index not in self.told[1] and (index in names or not amount.ordinal):
                    yield _New(index, number, amount, frozenset(names.get(index, ())))

    def _written_out(self, old: _Old) -> tuple[int, int, str] | None:
        """The number that now stands there in Chinese numerals, the same one first."""
        block = self.changed[old.block]
        if block.right == block.right_end:
            return None
        first, last = self.right[block.right].start, self.right[block.right_end - 1].end
        every = [each for each in chinese_numbers(self.found.fold) if first <= each[0] and each[1] <= last]
        return min(every, key=lambda each: each[2] != old.amount.number, default=None)

    def _changed(self, old: _Old, new: _New) -> Change:
        unit_only = old.amount.number == new.amount.number
        stated, end = self._stated(old), new.amount.end
        if not unit_only and new.amount.symbol == old.amount.symbol:
            end -= self._beyond(old)
        start = new.amount.start
        if not old.bound:
            start, end = dated(self.found.fold, start, end)
        place = where(self.found, start, end)
        nature = Nature.UNIT if unit_only else Nature.NUMBER
        return Change(nature, stated, place.text, place, self.issued.spot, old.bound)

    def _beyond(self, old: _Old) -> int:
        """Characters of the unit that follow the figure: nothing printed with 7个 says 小区."""
        if not old.bound:
            return 0
        last = bisect_left(self.issued.origins, old.bound.end)
        return max(0, old.amount.end - last)

    def _gone(self, old: _Old) -> Change:
        block = self.changed[old.block]
        point = self.right[block.right - 1].end if block.right else 0
        place = where(self.found, point, point)
        return Change(Nature.NUMBER, self._stated(old), None, place, self.issued.spot, old.bound)

    def _added(self, new: _New) -> Change:
        place = where(self.found, new.amount.start, new.amount.end)
        return Change(Nature.NUMBER, None, place.text, place, self.issued.spot)

    def _stated(self, old: _Old) -> str:
        """The figure as printed; of a number in plain words, the number with its unit."""
        if old.bound:
            return old.bound.text
        return where(self.issued, *dated(self.issued.fold, old.amount.start, old.amount.end)).text or ""


def _taken(old: list[_Old], new: list[_New], fits: Callable[[_Old, _New], bool]) -> list[_Pair]:
    """Pairs that fit, in order; they leave both lists."""
    pairs: list[_Pair] = []
    for one in list(old):
        other = next((each for each in new if fits(one, each)), None)
        if other is not None:
            pairs.append((one, other))
            old.remove(one)
            new.remove(other)
    return pairs


def _by_mark(old: _Old, new: _New) -> bool:
    return old.bound is not None and old.bound.mark in new.names


def _same(old: _Old, new: _New) -> bool:
    return same_amount(old.amount, new.amount, old.bound.unit if old.bound else "")


def _equal_in_place(old: _Old, new: _New) -> bool:
    return old.block == new.block and _same(old, new)


def _in_place(old: _Old, new: _New) -> bool:
    return old.block == new.block


def _equal(old: _Old, new: _New) -> bool:
    return _same(old, new)


def _same_unit(old: _Old, new: _New) -> bool:
    return bool(old.amount.symbol) and old.amount.symbol == new.amount.symbol
