"""分录：本计划年度截至评价时点的每一笔，更正归到它所更正的那一笔的事项和来源。"""

from __future__ import annotations

from functools import lru_cache

import ibis
import ibis.expr.types as ir

from anju.facts.occasion import Occasion
from anju.facts.tables.fund_moves import TABLE as MOVES

CORRECTION = "调整"
"""The kind that has no accounts of its own: the amount it gives is added to the move it corrects, minus to take off."""

_COLUMNS = ("region", "community", "kind", "source", "amount_fen", "assurance")


@lru_cache
def entries(occasion: Occasion) -> ir.Table:
    """Region, community, kind, source, amount_fen, assurance of each move of the plan year up to the as-of day.

    An undated move counts: a document tells of what was done by the day it was written. A correction bears kind and
    community, and unless it names its own, the source of the move it corrects, whatever plan year that belongs to.
    One that names no move, or none that is there, may belong to any kind: it becomes one entry of each kind, without
    an amount, so that no total that it may change passes for known.
    """
    rows = MOVES.rows
    counted = rows.filter(rows.year == occasion.year, (rows.moved_on <= occasion.as_of).fill_null(True))
    plain = counted.filter(counted.kind != CORRECTION)
    corrections = counted.filter(counted.kind == CORRECTION)
    first = rows.filter(rows.kind != CORRECTION)
    first = first.select("region", corrects=first.id, to=first.kind, of=first.source, at=first.community)
    found = corrections.left_join(first, ["region", "corrects"])
    every = ibis.array(list(stages(occasion).values()))
    corrected = found.select(
        "region",
        "assurance",
        community=ibis.coalesce(found["at"], found.community),
        kind=ibis.ifelse(found.to.isnull(), every, ibis.array([found.to])).unnest(),
        source=ibis.coalesce(found.source, found["of"]),
        amount_fen=ibis.ifelse(found.to.isnull(), ibis.null("int64"), found.amount_fen),
    )
    return ibis.union(plain.select(*_COLUMNS), corrected.select(*_COLUMNS))


def stages(occasion: Occasion) -> dict[str, str]:
    """The stages money goes through, in their order: English name → kind of move."""
    terms = occasion.words("fund_move_kinds").terms
    return {term.text("english"): kind for kind, term in terms.items() if term.text("leaves")}
