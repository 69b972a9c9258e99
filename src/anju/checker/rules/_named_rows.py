"""规则共用：一句话里的数说的是表里哪一行。只点了一行名的归那一行，“分别”的依次归，没点名的归合计行。"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.sentences import Sentence
from anju.checker.extract.tables import Cell, Grid
from anju.checker.rules._tables import OF_WHICH, SUBTOTAL, is_total
from anju.kernel.unit import Dimension

_SHORTEST, _LONGEST = 2, 14
_ONLY = re.compile(",?(?:仅|只|才)?(?P<act>完成|开工|完工|支付|拨付|整改|办结)(?:了|到)?")
"""排在末位的是白马乡，仅完成78.5%: the rate of what was done, of the row named right before."""
_GENERIC = re.compile("其他|项目|资金|指标|数量|质量|时效|成本|产出|效益|满意度|中央|[省市县]级|财政|小区|总分|得分")


class Rows:
    """The figures of all tables by the names of their rows; those of totals under the empty name."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        self._rows: dict[str, list[Cell]] = defaultdict(list)
        self._values: set[tuple[Dimension, int, int]] = set()
        self._titles: dict[int, str] = {}
        self._lengths: dict[str, list[int]] = defaultdict(list)
        for grid in grids:
            self._titles[grid.number] = grid.title
            for row in grid.body if grid.trusted else ():
                for cell in row:
                    if cell.quantity is not None:
                        self._add(cell)
        for begin, length in {(name[:_SHORTEST], len(name)) for name in self._rows if name}:
            self._lengths[begin].append(length)
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def _add(self, cell: Cell) -> None:
        assert cell.quantity is not None
        base = cell.quantity.base
        self._values.add((cell.quantity.unit.dimension, base.numerator, base.denominator))
        if is_total(cell):
            self._rows[""].append(cell)
        elif _SHORTEST <= len(cell.stub) <= _LONGEST and _name(cell.stub):
            self._rows[cell.stub].append(cell)

    def __bool__(self) -> bool:
        return bool(self._rows)

    def of(self, name: str) -> Sequence[Cell]:
        return self._rows.get(name, ())

    def title(self, cell: Cell) -> str:
        """What stands above the cell's table."""
        return self._titles.get(cell.place.table, "")

    def holds(self, dimension: Dimension, value: Fraction) -> bool:
        return (dimension, value.numerator, value.denominator) in self._values

    def named(self, text: str) -> list[tuple[int, str]]:
        """The names of rows that stand in a text, the longest at each place, with where they end."""
        found: list[tuple[int, str]] = []
        at = 0
        while at < len(text):
            lengths = self._lengths.get(text[at : at + _SHORTEST])
            if lengths is None:  # at most places no name begins
                at += 1
                continue
            name = next((text[at : at + n] for n in lengths if text[at : at + n] in self._rows), "")
            at += len(name) or 1
            if name:
                found.append((at, name))
        return found


def _name(stub: str) -> bool:
    odd = OF_WHICH.match(stub) or SUBTOTAL.search(stub) or _GENERIC.fullmatch(stub)
    return not odd and all("\u4e00" <= character <= "\u9fff" or character.isalnum() for character in stub)


@dataclass(frozen=True, slots=True)
class Told:
    """A number with the row it speaks of (empty: the total), the words that say what it is, and whether the row
    is named by itself in the clause."""

    claim: Claim
    name: str
    label: str
    alone: bool


def told(extract: Extract, sentence: Sentence, claims: Sequence[Claim], rows: Rows) -> Iterator[Told]:
    """The numbers of a sentence, part by part between semicolons."""
    text = extract.plain(sentence)
    start = 0
    for part in text.split(";"):
        first, end = sentence.start + start, sentence.start + start + len(part)
        inside = [claim for claim in claims if first <= claim.at < end]
        if inside:
            yield from _part(part, first, inside, rows)
        start += len(part) + 1


def _part(part: str, first: int, claims: Sequence[Claim], rows: Rows) -> Iterator[Told]:
    names = rows.named(part)
    turn = _in_turn(part, first, claims, names)
    for number, claim in enumerate(claims):
        before = [(end, name) for end, name in names if end <= claim.at - first]
        label = claim.label
        if turn:
            tail = part[names[-1][0] : claims[0].at - first].replace("分别", "")
            yield Told(claim, names[number][1], tail, True)
            continue
        for _, name in before:
            label = label.replace(name, "")
        last = before[-1][0] if before else 0
        since = part[last : claim.at - first]
        listed = bool(before) and part[last - len(before[-1][1]) - 1 : last - len(before[-1][1])] in {"、", "和", "及"}
        several = len(before) > 1 and "均" in since
        chosen = [name for _, name in before] if several else [name for _, name in before[-1:]]
        only = _ONLY.fullmatch(since) if claim.dimension is Dimension.SHARE and before else None
        label = f"{only['act']}率" if only else label
        for name in dict.fromkeys(chosen) if chosen else ("",):
            yield Told(claim, name, label, ("," not in since or only is not None) and not listed)


def _in_turn(part: str, first: int, claims: Sequence[Claim], names: Sequence[tuple[int, str]]) -> bool:
    """甲、乙、丙开工率分别为1%、2%、3%: as many names before as numbers of one kind after."""
    if len(names) != len(claims) or len(claims) < 2 or len({claim.dimension for claim in claims}) > 1:
        return False
    between = part[names[-1][0] : claims[0].at - first]
    return names[-1][0] <= claims[0].at - first and "分别" in between
