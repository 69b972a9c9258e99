"""资金类口径共用：某一事项（和某些来源）的合计。"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import ibis.expr.types as ir

from anju.facts._table import WHOLE_COUNTY
from anju.facts.occasion import Occasion
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.money import fen
from anju.measures._best import Best
from anju.measures._measure import Sum, Supply
from anju.measures._rows import maybe, when

ANY_AMOUNT = fen("1", "万元")
"""What is assumed where any amount above nothing will do: one unit of the forms."""


def total(
    moves: ir.Table, title: str, kind: str, sources: Iterable[str] | None = None, supply: Supply | None = None
) -> Sum:
    """The amounts of `entries` of one kind, from some sources or from all; one without a source may come from any."""
    value, where = moves.amount_fen, moves.kind == kind
    if sources is not None:
        among = moves.source.isin(list(sources))
        value, where = when(among, value), where & maybe(among)
    return Sum(title, moves, value, where, unit="fen", supply=supply)


def supplied(says: str, kind: str, amount: Best | int, sources: Sequence[str] = (), new: int = 0) -> Supply:
    """A move of the kind whose amount is missing, `amount` in 分 or as a function of what is known; a new one is stated
    for the whole county, as coming from the `new`-th of the sources."""
    fresh = {"community": WHOLE_COUNTY} | ({"source": sources[new]} if sources else {})
    match = {"kind": kind} | ({"source": tuple(sources)} if sources else {})
    return Supply(MOVES, says, {"amount_fen": amount}, match, fresh)


def sources(occasion: Occasion, key: str, value: str | None = None) -> tuple[str, ...]:
    """The sources of money of which the vocabulary says so."""
    return occasion.words("source_levels").codes(key, value)
