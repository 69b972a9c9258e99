"""报告自己写明的差异：一句话里有那几个数或差额，又说了不一致、待核、去向未说明，就只列出、不追究。"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from anju.checker.extract import Extract
from anju.checker.extract.claim import Claim
from anju.checker.extract.words import DECLARING
from anju.checker.relation import Relation
from anju.kernel.finding import Where
from anju.kernel.quantity import Quantity
from anju.kernel.unit import Dimension


class Declarations:
    """The sentences of a report that declare a difference, with the quantities they name."""

    def __init__(self, extract: Extract) -> None:
        found = ((each, extract.plain(each)) for each in extract.sentences)
        self._extract = extract
        self._sentences = [
            (sentence, extract.of_sentence[sentence.number])
            for sentence, text in found
            if extract.of_sentence.get(sentence.number) and DECLARING.search(text)
        ]

    def of(self, relation: Relation) -> Where | None:
        """The sentence that names the amounts at odds, or what they differ by; None when no sentence does."""
        for sentence, claims in self._sentences:
            if _names(claims, relation.amounts):
                return self._extract.where(sentence.paragraph, sentence.start, sentence.end)
        return None


def _names(claims: Sequence[Claim], amounts: tuple[Quantity, ...]) -> bool:
    named = [claim.mention.quantity for claim in claims]
    distinct = {(each.unit.dimension, each.base): each for each in amounts}.values()
    if len(distinct) < 2:
        return False
    if all(any(_same(each, other) for other in named) for each in distinct):
        return True
    return any(_is_difference(each, one, other) for one, other in combinations(distinct, 2) for each in named)


def _same(one: Quantity, other: Quantity) -> bool:
    """7户 does not name 7个."""
    kind = one.unit.dimension
    counted = kind is not Dimension.COUNT or one.unit.symbol[-1:] == other.unit.symbol[-1:]
    return kind is other.unit.dimension and one.base == other.base and counted


def _is_difference(named: Quantity, one: Quantity, other: Quantity) -> bool:
    """A difference of two units of a count (相差2个) could be any two's: only amounts identify themselves so."""
    if not named.unit.dimension is one.unit.dimension is other.unit.dimension or named.base == 0:
        return False
    return named.admits(abs(one.base - other.base)) and abs(named.base) >= 10
