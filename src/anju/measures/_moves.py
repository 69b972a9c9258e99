"""资金类口径共用：某一事项（和某些来源）的合计。"""

from __future__ import annotations

from collections.abc import Iterable

import ibis.expr.types as ir

from anju.facts.occasion import Occasion
from anju.facts.tables.fund_moves import TABLE as MOVES
from anju.kernel.money import fen
from anju.ledger.entries import CORRECTION
from anju.measures._best import last_day
from anju.measures._measure import Sum, Supply
from anju.measures._rows import maybe, when

ANY_AMOUNT = fen("1", "万元")
"""What is assumed where any amount above nothing will do: one unit of the forms."""


def total(
    moves: ir.Table, title: str, kind: str, sources: Iterable[str] | None = None, supply: Supply | None = None
) -> Sum:
    """The amounts of `entries` of one kind, from some sources or from all.

    A move whose source nobody named may come from any; a correction that names no move may correct any.
    """
    among = moves.source.isin(list(sources)) if sources is not None else moves.region.notnull()
    value = when((moves.kind == kind) & among, moves.amount_fen)
    return Sum(title, moves, value, moves.kind.isin([kind, CORRECTION]) & maybe(among), unit="fen", supply=supply)


def supplied(says: str, kind: str, amount: object, source: str | None = None) -> Supply:
    """A move to be entered for the county at large, `amount` in 分 or as a function of what is known."""
    match = {"kind": kind, "community": None} if source is None else {"kind": kind, "source": source, "community": None}
    return Supply(MOVES, says, {"amount_fen": amount, "moved_on": last_day}, match)


def sources(occasion: Occasion, key: str, value: str | None = None) -> tuple[str, ...]:
    """The sources of money of which the vocabulary says so."""
    return occasion.words("source_levels").codes(key, value)
